"""Whether the site has a page for the same search already: two pages for one wish take each other's readers."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from content.checks.reading import Reading
from content.dossier import same_address
from content.records import Finding, Proof
from seo.language import stems

_ALIKE: Final = 0.8  # of the stems of two titles
_FEWEST: Final = 3  # stems a title must have to be compared
_KEYWORD: Final = 2
_ASKED: Final = ("?", "？", "؟")


def rivals(reading: Reading) -> Iterator[Finding]:
    """`originality.rival`: the first page of the site whose title or keyword is nearly this one's."""
    language = reading.market.language
    title = reading.blocks[0]
    mine = frozenset(stems(title.text, language))
    keyword = frozenset(stems(reading.draft.keyword, language))
    is_asked = title.text.rstrip().endswith(_ASKED)
    for name, where, theirs, is_list in _theirs(reading):
        if is_list and (is_asked or mine != theirs):
            continue  # who asks which rug to take wants no list of rugs
        if _is_same(mine, theirs) or (len(keyword) >= _KEYWORD and theirs == keyword):
            cure = f"“{name}” answers the same search: join the two, or ask another question here."
            yield reading.finding(
                "originality.rival", title, 0, len(title.text), cure, Proof(where, None, name)
            )
            return


def _theirs(reading: Reading) -> Iterator[tuple[str, str, frozenset[str], bool]]:
    """Title, place and stems of every page of the site in this language, and of the other drafts; and whether it is a
    category's, which lists what is sold and answers no question."""
    draft, language = reading.draft, reading.market.language
    own = same_address(draft.head.canonical) if draft.head.canonical else ""
    for page in reading.pages:
        if page.language == language and not (own and same_address(page.url) == own):
            for name in {page.title, page.heading} - {""}:
                yield name, page.url, _stems(_without_site(name), language), page.kind == "category"
    for other in reading.others:
        if other.language == draft.language and other != draft and not _is_version(reading, other.source):
            yield other.title, other.source, _stems(other.title, language), False
            if other.keyword:
                yield other.title, other.source, _stems(other.keyword, language), False


def _is_version(reading: Reading, source: str) -> bool:
    return bool(source) and source == reading.draft.source


@lru_cache(maxsize=8192)
def _stems(text: str, language: str) -> frozenset[str]:
    return frozenset(stems(text, language))


def _without_site(title: str) -> str:
    """`How to wash linen | Lindenhof` is about washing linen."""
    for mark in (" | ", " – ", " — ", "｜"):
        title = title.split(mark, maxsplit=1)[0]
    return title


def _is_same(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    common = len(mine & theirs)
    return common >= _FEWEST and common / len(mine | theirs) >= _ALIKE
