"""What the words of a policy page say: the table `policies.toml` as patterns, and what a piece of text is about."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal

from content.checks.countries import mentions
from content.checks.view import fold, low
from content.lexicon.keys import key_of

Kind = Literal["days", "cost", "free_from"]
TOPICS = ("delivery", "returns", "warranty")
_NO_WORDS = frozenset({"plain", "no", "maybe", "exception", "origin", "towards", "headed", "excluding"})
_NOT_WORDS = frozenset({"plain", "joint"})
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class About:
    """What a heading, a label or a part of a sentence is about; where, when it names countries or `elsewhere`."""

    topics: tuple[str, ...] = ()
    kind: Kind | None = None
    routes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    is_elsewhere: bool = False
    is_plain: bool = True  # every word of it is understood
    is_excluding: bool = False  # a heading over what does not come back
    beside: tuple[str, ...] = ()  # topics it names together with what is none: numbers below may be of either

    def under(self, outer: "About") -> "About":
        """This where it says something, else what stands around it."""
        is_placed = bool(self.countries) or self.is_elsewhere
        return replace(
            self,
            topics=self.topics or outer.topics,
            beside=() if self.topics else self.beside or outer.beside,
            kind=self.kind or outer.kind,
            routes=self.routes or outer.routes,
            countries=self.countries if is_placed else outer.countries,
            is_elsewhere=self.is_elsewhere if is_placed else outer.is_elsewhere,
            is_plain=self.is_plain and outer.is_plain,
        )


def about(text: str, language: str, names: frozenset[str] = frozenset(), outer: About | None = None) -> About:
    """What a folded text in small letters is about; `names` are those of the shop, which say nothing.

    A country beside a word for the others ("outside Germany", "the rest of Spain") is one of the others.
    """
    told = since(text, language)
    topics = tuple(topic for topic in TOPICS if has(told, topic, language))
    found = list(mentions(text, language))
    is_elsewhere = has(text, "elsewhere", language)
    return About(
        topics=topics,
        kind=_kind(told, topics, language),
        routes=_routes(told, language),
        countries=() if is_elsewhere else tuple(sorted({code for code, _, _ in found})),
        is_elsewhere=is_elsewhere,
        is_plain=_is_plain(told, language, names)
        and not _is_from(text, topics or (outer.topics if outer else ()), found, language),
    )


def _routes(text: str, language: str) -> tuple[str, ...]:
    """The routes it names: the common kinds, and those with a name of their own (`DHL Express` is one)."""
    named = patterns(language)["named"]
    rest = named.sub(" ", text)
    common = (route for route, words in routes(language).items() if words.search(rest))
    return (*common, *dict.fromkeys(key_of("attribute", found[0]) for found in named.finditer(text)))


def has(text: str, name: str, language: str) -> bool:
    """Whether a word of this row of the table stands in a folded text."""
    return patterns(language)[name].search(text) is not None


def since(text: str, language: str) -> str:
    """The text without what its days are counted from: `within 30 days of delivery` is not about delivery."""
    return patterns(language)["since"].sub(lambda found: " " * len(found[0]), text)


def claim(text: str, language: str) -> bool | None:
    """Whether sending back is free; None when the text says neither, or both."""
    pays = has(text, "customer_pays", language)
    is_free = has(text, "free", language) or has(text, "shop_pays", language)
    return is_free if pays != is_free else None


def _kind(text: str, topics: tuple[str, ...], language: str) -> Kind | None:
    """What kind of number a label announces."""
    if has(text, "free", language) and "returns" not in topics:
        return "free_from"
    is_cost, is_time = has(text, "costs", language), has(text, "time", language)
    return None if is_cost == is_time else "cost" if is_cost else "days"


def _is_from(text: str, topics: tuple[str, ...], found: list[tuple[str, int, int]], language: str) -> bool:
    """Where a delivery comes from and where a return goes to is not the country it is said of."""
    if "returns" in topics:
        return any(_beside(text, at, "towards", language) for at in found)
    return any(_beside(text, at, "origin", language) for at in found)


def _beside(text: str, at: tuple[str, int, int], name: str, language: str) -> bool:
    _, start, end = at
    if language == "ja":
        return re.match(f"(?:{_own(language)[name]})(?!の)", text[end:]) is not None
    return re.search(rf"(?<!\w)(?:{_own(language)[name]})\s*{_ARTICLE}$", text[:start]) is not None


_ARTICLE = r"(?:(?:the|der|die|das|den|dem|la|le|les|l'|el|los|las)\s*)?"


def _is_plain(text: str, language: str, names: frozenset[str]) -> bool:
    """Whether nothing is left when what the table knows is taken out."""
    rest = list(text)
    for _, start, end in mentions(text, language):
        rest[start:end] = " " * (end - start)
    left = patterns(language)["named"].sub(" ", "".join(rest))
    for name, pattern in patterns(language).items():
        if name not in _NO_WORDS:
            left = pattern.sub(" ", left)
    for pattern in routes(language).values():
        left = pattern.sub(" ", left)
    if language == "ja":
        return re.search(r"\w", patterns(language)["plain"].sub("", left)) is None
    known = _plain_words(language) | names
    return not re.search(r"\d", left) and all(
        any(form in known for form in _forms(word, language)) for word in _WORD.findall(left)
    )


def _forms(word: str, language: str) -> tuple[str, ...]:
    """A word as it is written, and without what Arabic writes at its front."""
    if language != "ar":
        return (word,)
    return (word, *(word.removeprefix(front) for front in ("و", "ال", "وال", "ل", "لل", "ب", "بال", "ف")))


# --- the table as patterns --------------------------------------------------------------------------------


@cache
def patterns(language: str) -> Mapping[str, re.Pattern[str]]:
    """Every row of a language's table but its plain words."""
    own = _own(language)
    plain = sorted(own["plain"].split(), key=lambda word: -len(word))
    return {
        **{
            name: re.compile(_whole(words, language)) for name, words in own.items() if name not in _NOT_WORDS
        },
        "plain": re.compile("|".join(map(re.escape, plain))),
    }


def joint(language: str) -> str:
    """What parts the matters a title lists; no word in Arabic, which writes `and` at the front of the next."""
    return _own(language)["joint"]


@cache
def routes(language: str) -> Mapping[str, re.Pattern[str]]:
    """Route -> the words that name it."""
    return {
        route: re.compile(_whole(low(fold(words)), language)) for route, words in _table()["routes"].items()
    }


@cache
def _plain_words(language: str) -> frozenset[str]:
    return frozenset(_own(language)["plain"].split())


def _whole(words: str, language: str) -> str:
    """Whole words; Japanese has no borders, and Arabic writes `and`, `the` and `for` at the front of a word."""
    if language == "ja":
        return words
    front = "(?:و|ف|ب|ل|ال|وال|بال|لل)?" if language == "ar" else ""
    return rf"(?<!\w){front}(?:{words})(?!\w)"


@cache
def _own(language: str) -> Mapping[str, str]:
    return {name: low(fold(words)) for name, words in _table()[language].items()}


def is_known(language: str) -> bool:
    """Whether the table has this language."""
    return language in _table() and language != "routes"


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_name("policies.toml").read_text(encoding="utf-8"))
