"""Whether the words of a text stand in an order its language allows: sees shuffled words without any model.

Articles before verbs, prepositions at the end of a sentence, a particle that opens one: each language has pairs of
small words that prose never holds. `sense.toml` lists them; this file counts.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from content.checks.view import fold, low

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+|[^\w\s]")
_END: Final = "END"
_OPENING: Final = re.compile(r"[\"'«„“(\[「『]")
_FEWEST: Final = 3  # a sentence of fewer words says nothing about order


@dataclass(frozen=True, slots=True)
class Order:
    """How often the order of words could have been wrong, and how often it was."""

    chances: int
    wrong: int

    @property
    def share(self) -> float:
        """Wrong places among the chances; smoothed, so that two small words prove nothing."""
        return self.wrong / (self.chances + 4)


def order(sentences: Iterable[str], language: str) -> Order:
    """Count the impossible neighbours in folded sentences."""
    chances = wrong = 0
    for sentence in sentences:
        found = _ja(sentence) if language == "ja" else _spaced(sentence, language)
        chances += found.chances
        wrong += found.wrong
    return Order(chances, wrong)


def _spaced(sentence: str, language: str) -> Order:
    tokens = _TOKEN.findall(sentence)
    if sum(token[0].isalpha() for token in tokens) < _FEWEST:
        return Order(0, 0)
    classes, forbidden = _classes(language), _forbidden(language)
    chances = wrong = 0
    previous = ","
    for first, second in pairwise([*tokens, "."]):
        is_end = second in {".", "!", "?", "؟"}
        readings = classes.get(low(first), ())
        if readings and previous != ",":
            chances += 1
            other = (_END,) if is_end else (*classes.get(low(second), ()), *(("AL",) if second.startswith("ال") else ()))
            wrong += any((one, two) in forbidden for one in readings for two in other)
        if language != "ar":
            is_misplaced = first[0].isupper() and len(first) > 1 and bool(readings) and low(previous[:1]).isalpha() and not first.isupper()
            wrong += is_misplaced
        previous = first
    if language != "ar" and tokens[0][0].isalpha():
        chances += 1
        wrong += tokens[0][0].islower()
    return Order(chances, wrong)


_PARTICLE_START: Final = re.compile(r"[をはがにのへとでも、。ん](?!も|は)|(?:です|ます|ません|ました|から|まで)")
_PARTICLE_END: Final = re.compile(r"(?:を|は|が|に|の|へ|で|も|と|や|、)$")
_BROKEN: Final = re.compile(
    r"[をはがの][をはがへ]|を[をはがにへで]|が[をはにへで](?!き|す|な|は)|(?:ます|です|ません|ました|でした)(?=[\u30a0-\u30ff\u3400-\u9fffA-Za-z0-9をはにへでもの])|"
    r"、、|っ(?=[あいうえおんをはがに、。])|[ぁぃぅぇぉゃゅょっー](?=[をん])|ー(?=っ)|(?<![\u3041-\u30ff])[ゃゅょっ]|んん|をを|はは|がが|(?<=[。、])[をがはの](?=[\u3400-\u9fff])|[\u3400-\u9fff]ん"
)
_CHANCE_JA: Final = re.compile(r"[をはがにのへでも]|ます|です|ません")


def _ja(sentence: str) -> Order:
    """Particles that open or close a sentence, collide, or a polite ending that goes on."""
    text = re.sub(r"[。!?！？」』)\s]+$", "", sentence.strip())
    if len(text) < 2 * _FEWEST or not re.search(r"[\u3041-\u309f]", text):
        return Order(0, 0)
    chances = 2 + len(_CHANCE_JA.findall(text)) // 2
    wrong = len(_BROKEN.findall(text)) + 2 * bool(_PARTICLE_START.match(text)) + 2 * bool(_PARTICLE_END.search(text))
    return Order(chances, min(wrong, chances))


def repeated(tokens: Sequence[str], size: int = 4) -> float:
    """The share of word groups that stand in the text more than once."""
    groups = [tuple(tokens[at : at + size]) for at in range(len(tokens) - size + 1)]
    return 1 - len(set(groups)) / len(groups) if groups else 0.0


@cache
def function_words(language: str) -> frozenset[str]:
    """The small words of a language, folded."""
    row = _table()[language]
    return frozenset(low(fold(word)) for name, words in row.items() if name != "wrong" for word in words.split())


@cache
def _table() -> dict[str, dict[str, str]]:
    data: dict[str, Any] = tomllib.loads(Path(__file__).with_name("sense.toml").read_text(encoding="utf-8"))  # Any: TOML
    return data


@cache
def _classes(language: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, words in _table()[language].items():
        if name not in {"wrong", "more"}:
            for word in words.split():
                folded = low(fold(word))
                found[folded] = (*found.get(folded, ()), name)
    return found


@cache
def _forbidden(language: str) -> frozenset[tuple[str, str]]:
    pairs = (pair.split(">") for pair in _table()[language]["wrong"].split())
    return frozenset((first, second) for first, second in pairs)
