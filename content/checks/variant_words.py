"""What a shopper calls one variant by: the words of its title that no other variant's has. `the soprano`, `the double`,
`das 88er`, `フェイスタオル`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from content.checks.view import fold, low
from content.ledger.ledger import Ledger

_WORD: Final = re.compile(r"[A-Za-zÀ-ɏ0-9]+|[\u0621-\u064a]+")
_BLANK: Final = re.compile(r"\s+")
_SHORTEST: Final = 4  # letters of a word that points by itself: "red" and "set" are in any text
_SHORTEST_JA: Final = 3
_NUMBER: Final = re.compile(r"\d{2,4}")
_BEFORE_NUMBER: Final = {  # a bare number is a name behind an article only
    "en": ("the {}",),
    "de": ("der {}", "die {}", "das {}", "den {}", "dem {}", "{}er"),
    "fr": ("le {}", "la {}", "du {}", "au {}"),
    "es": ("el {}", "la {}", "del {}", "al {}"),
}
_PARTICLES: Final = ("には", "は", "が", "のほう", "なら", "を")


def variant_words(ledger: Ledger, variants: tuple[str, ...], language: str) -> Iterator[tuple[str, str]]:
    """Folded small letters and the variant they mean; words in their order, also where others stand between."""
    titles = {variant: low(fold(ledger.name(variant, language))) for variant in variants}
    if len(set(titles.values())) < len(variants):
        return
    found = _japanese(titles) if language == "ja" else _spaced(titles, language)
    yield from ((words, variant) for words, variant in found if words)


def _spaced(titles: dict[str, str], language: str) -> Iterator[tuple[str, str]]:
    words = {variant: _WORD.findall(title) for variant, title in titles.items()}
    for variant, mine in words.items():
        theirs = {word for other, found in words.items() if other != variant for word in found}
        shared = set.intersection(*(set(found) for found in words.values()))
        own = [word for word in mine if word not in shared]
        if own and any(word not in theirs for word in own):
            yield from ((name, variant) for name in _named(own, language))


def _named(own: list[str], language: str) -> Iterator[str]:
    if len(own) == 1 and _NUMBER.fullmatch(own[0]):
        yield from (shape.format(own[0]) for shape in _BEFORE_NUMBER.get(language, ()))
    elif not any(word.isdigit() for word in own) and len("".join(own)) >= _SHORTEST:
        yield " ".join(own)


def _japanese(titles: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Without what all begin with, and then without what all end with."""
    start = _common(list(titles.values()))
    end = _common([title[::-1] for title in titles.values()])
    for variant, title in titles.items():
        whole, short = title[start:].strip(), title[start : len(title) - end].strip()
        names = dict.fromkeys(_BLANK.sub("", name) for name in (whole, short) if len(name) >= _SHORTEST_JA)
        for name in names:
            if name.isdigit():  # 1000には…, 500は…
                yield from ((f"{name}{particle}", variant) for particle in _PARTICLES)
            else:
                yield name, variant


def _common(texts: Sequence[str]) -> int:
    """Letters all begin with."""
    return sum(1 for _ in takewhile(lambda letters: len(set(letters)) == 1, zip(*texts, strict=False)))
