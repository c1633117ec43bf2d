"""What the site says around its articles, in the reader's language (words.toml)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale
from markupsafe import Markup

from seo.records import Market

FILE = Path(__file__).with_name("words.toml")
ABOUT = ("facts", "text", "check", "approval")
"""The sections of the page that says how the pages are made; each has a title and a text."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; `words["home"]`, with blanks filled: `words.say("published", date=…)`."""

    language: str
    plain: Mapping[str, str]
    about: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.plain[key]

    def say(self, key: str, **blanks: object) -> Markup:
        """A sentence with its blanks filled, as HTML: what is filled in is escaped unless it is markup."""
        return Markup.escape(self.plain[key]).format(**blanks)

    def made_by(self, writer: str) -> str:
        """Who wrote a text, for its readers: a model and a person are named as such. `writer`: `Draft.written_by`."""
        kind = writer.partition(":")[0]
        return self[f"made_by_{kind}" if kind in {"model", "person"} else "made_short"]

    def tell(self, key: str, **blanks: object) -> Markup:
        """A text of the page on how the pages are made, filled like `say`."""
        return Markup.escape(self.about[key]).format(**blanks)


@cache
def words_of(language: str) -> Words:
    """The words of a language; a language of ours always has its block (a test holds it so)."""
    block = tomllib.loads(FILE.read_text(encoding="utf-8"))[language]
    return Words(
        language, {key: text for key, text in block.items() if isinstance(text, str)}, block["about"]
    )


def market_name(market: Market, *, is_alone: bool) -> str:
    """A market by its own name: `Deutsch`, or `English (United Kingdom)` where others share the language."""
    language = Locale.parse(market.language)
    name = language.get_language_name(market.language) or market.language
    country = language.territories.get(market.country, market.country)
    return sentence(name) if is_alone else f"{sentence(name)} ({country})"


def sentence(text: str) -> str:
    """A phrase as it stands at the start of a line: first letter upper case, the rest as it is."""
    return text[:1].upper() + text[1:]
