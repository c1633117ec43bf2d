"""In which language something the shop's own people wrote can be used for a page.

Who assembles a page can only use what stands in its language. A model says it in the page's language, so it is given
the shop's words in whatever language there are any.
"""

from typing import Final

from babel import Locale

from content.records import Text

ENGLISH: Final = "en"


def tongue(text: Text, language: str, own: str, *, can_translate: bool = True) -> str:
    """The page's language where the text is there in it; else, for whoever can translate, the shop's `own` language,
    English, or the first there is. Empty where there is none.
    """
    known = [name for name, said in text.by_language if said]
    wanted = (language, own, ENGLISH, *known) if can_translate else (language,)
    return next((name for name in wanted if name in known), "")


def named(language: str) -> str:
    """A language's name in English, as prompts have it: `German`."""
    return str(Locale.parse(ENGLISH).languages[language])
