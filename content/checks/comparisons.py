"""Wider than, the lightest of the two, the cheapest in our shop: borne out by the ledger's numbers, or not said."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from content.checks.check import Check
from content.checks.detector import Detector
from content.checks.knowledge import Knowledge, knowledge, spoken
from content.checks.measuring import (
    Adjective,
    Measure,
    Verdict,
    adjectives,
    compared,
    frame,
    highest,
    measures,
)
from content.checks.names import Mention
from content.checks.reading import Reading, Sentence
from content.checks.stated import Stated
from content.checks.subjects import Subject
from content.checks.vocabulary import polarities
from content.records import Finding, Proof

_SURE: Final = {"named", "carried", "page"}
_NEAR_THAN: Final = 24  # letters between "wider" and "than"
_NEAR_NAME: Final = 30  # letters between "than" and the product
_CLAUSE: Final = re.compile(r"[;:!?؛。]|\.(?:\s|$)")
_ARTICLE: Final = {
    "es": re.compile(r"(?<!\w)(?:el|la|los|las|lo)\s+(?:\w+\s+){0,3}$"),
    "fr": re.compile(r"(?<!\w)(?:le|la|les|l')\s*(?:\w+\s+){0,3}$"),
    "ja": re.compile(r"(?:最も|もっとも|一番|いちばん|最)\s*(?:\w{0,6})$"),
    "ar": re.compile(r""),
}


class Comparisons(Check):
    """A comparison is a fact as any other."""

    name = "comparison"
    rules = ("comparison.contradicted", "comparison.unsupported")

    def check(self, reading: Reading) -> Iterator[Finding]:
        for ruled in rulings(reading):
            if ruled.verdict in {"contradicted", "unsupported"}:
                yield _finding(reading, ruled.sentence, ruled.match, ruled.verdict, ruled.stated)


@dataclass(frozen=True, slots=True)
class Ruled:
    """A comparison: the product it is said of first among those it holds within; nothing when none is named."""

    sentence: Sentence
    match: re.Match[str]
    adjective: Adjective
    verdict: Verdict | str
    stated: Stated | None
    among: tuple[str, ...]
    is_pair: bool  # said of two by name ("wider than"), else of all ("the widest")


def rulings(reading: Reading) -> Iterator[Ruled]:
    """Every comparison of a draft with its verdict, the proven ones too."""
    known = knowledge(reading)
    for sentence, subject in spoken(reading):
        if subject.certainty not in _SURE:
            continue
        for adjective, match in _adjectives(sentence.low, reading.market.language):
            yield _ruled(reading, known, sentence, subject, adjective, match)


def _adjectives(text: str, language: str) -> Iterator[tuple[Adjective, re.Match[str]]]:
    if any(True for _ in _comparing(language).find(text)):  # few sentences compare
        for adjective in adjectives(language):
            for match in adjective.pattern.finditer(text):
                yield adjective, match


@cache
def _comparing(language: str) -> Detector:
    return Detector(adjective.pattern.pattern for adjective in adjectives(language))


def _ruled(
    reading: Reading,
    known: Knowledge,
    sentence: Sentence,
    subject: Subject,
    adjective: Adjective,
    match: re.Match[str],
) -> Ruled:
    """A comparison between two named products, or a superlative within the shop or the products at hand."""
    language, text = reading.market.language, sentence.low
    measure = measures()[adjective.attribute]
    numbers = known.binder.numbers

    def ruled(verdict: Verdict | str, stated: Stated | None, *among: str, is_pair: bool = False) -> Ruled:
        return Ruled(sentence, match, adjective, verdict, stated, among, is_pair)

    pair = None if adjective.is_highest else _pair(subject, text, match, language)
    if pair:
        return ruled(*compared(measure, numbers, *pair, adjective.way), *pair, is_pair=True)
    mine = _owner(subject, match)
    if mine is None or not _is_superlative(adjective, text, match, language):
        return ruled("proven", None)
    clause = _clause(text, match)
    pairs = frame("pair", language).search(clause)
    if pairs and frame("figures", language).match(clause, _next(clause, pairs.end())):
        return ruled("proven", None)  # "the shortest of the three lengths": the reader's own
    named_measure = _named_measure(known, adjective, text, match, language)
    if named_measure is None:
        return ruled("proven", None)
    measure = named_measure
    if (pairs or frame("scope", language).search(clause)) and _is_denied(text, match, language):
        return ruled("proven", None)  # "and it is not the lowest of the four"
    if pairs:
        among = tuple(dict.fromkeys((*subject.around, *subject.handles)))
        others = (handle for handle in among if handle != mine)
        return ruled(*highest(measure, numbers, mine, among, adjective.way), mine, *others)
    if not frame("scope", language).search(clause):
        return ruled("proven", None)
    verdict, stated, everyone = _in_shop(reading, known, mine, adjective, measure)
    return ruled(verdict, stated, mine, *(handle for handle in everyone if handle != mine))


def _in_shop(
    reading: Reading, known: Knowledge, mine: str, adjective: Adjective, measure: Measure
) -> tuple[str, Stated | None, Sequence[str]]:
    """Among its own kind or among everything: false only when it is false of both."""
    ledger = reading.ledger
    own = [product.handle for product in ledger.families(ledger.products[mine].category)]
    everything = [product.handle for product in ledger.families()]
    numbers = known.binder.numbers
    verdict, stated = highest(measure, numbers, mine, own, adjective.way)
    if verdict == "proven" and len(own) > 1:
        return verdict, None, own
    overall, proof = highest(measure, numbers, mine, everything, adjective.way)
    if overall == "proven" or (verdict, overall) == ("unknown", "unknown"):
        return ("proven" if overall == "proven" else "unsupported"), stated or proof, everything
    return (
        "contradicted" if "contradicted" in {overall, verdict} else "unsupported",
        stated or proof,
        everything,
    )


def _pair(subject: Subject, text: str, match: re.Match[str], language: str) -> tuple[str, str] | None:
    """The product compared and the one it is compared with, when both are named."""
    than = frame("than", language)
    named = sorted((*subject.mentions, *subject.others), key=lambda mention: mention.start)
    if language == "ja":
        other = _japanese_other(named, text, match, than)
        rest = (m.handle for m in named if other and m.handle != other.handle)
        first = next(rest, "") or _carried(subject, other)
        return (first, other.handle) if other and first else None
    found = than.search(text, match.end(), match.end() + _NEAR_THAN)
    if not found:
        return None
    behind = [m for m in named if found.end() - 1 <= m.start <= found.end() + _NEAR_NAME]
    if not behind:
        return None
    before = [m.handle for m in named if m.end <= match.start()]
    mine = before[-1] if before else _carried(subject, behind[0])
    return (mine, behind[0].handle) if mine and mine != behind[0].handle else None


def _japanese_other(
    named: list[Mention], text: str, match: re.Match[str], than: re.Pattern[str]
) -> Mention | None:
    """`BよりAのほうが軽い`: the name in front of より."""
    for mention in named:
        if mention.end <= match.start() and than.match(text, mention.end):
            return mention
    return None


def _carried(subject: Subject, other: Mention | None) -> str:
    """The product spoken of before, when there is just one besides the other."""
    left = [handle for handle in subject.around if other is None or handle != other.handle]
    return left[0] if len(left) == 1 else ""


def _owner(subject: Subject, match: re.Match[str]) -> str | None:
    if not subject.mentions:
        return subject.handles[0] if len(subject.handles) == 1 else None
    before = [mention.handle for mention in subject.mentions if mention.end <= match.start()]
    return before[-1] if before else subject.mentions[0].handle


def _is_superlative(adjective: Adjective, text: str, match: re.Match[str], language: str) -> bool:
    """Whether a form means the highest degree: by itself, or with an article ("la más ancha", "一番軽い")."""
    if adjective.is_highest:
        return True
    leading = _ARTICLE.get(language)
    if leading is None:
        return False
    is_compared = frame("than", language).match(text, match.end() + 1) if language in {"es", "fr"} else None
    return leading.search(text[: match.start()]) is not None and not is_compared


def _named_measure(
    known: Knowledge, adjective: Adjective, text: str, match: re.Match[str], language: str
) -> Measure | None:
    """What is measured: the attribute named right behind the word ("the highest capacity"), else its own; None where a
    degree is had and not been ("has the lowest of all", of something said before)."""
    for start, _, keys in known.binder.naming.words.find(text):
        if start == match.end() + 1 and text[match.end()].isspace():
            return Measure(re.compile("|".join(f"^{re.escape(key)}$" for key in sorted(keys))), _NOTHING)
    is_had = frame("had", language).search(text[: match.start()])
    is_open = (
        adjective.attribute in _OF_FIGURES
        and is_had
        and frame("alone", language).match(text, _next(text, match.end()))
    )
    return None if is_open else measures()[adjective.attribute]


def _next(text: str, end: int) -> int:
    """Where the next word begins."""
    return end + len(text[end:]) - len(text[end:].lstrip(" "))


def _is_denied(text: str, match: re.Match[str], language: str) -> bool:
    """`is not the lowest of the four`: a no right in front, or behind it in Japanese."""
    if language == "ja":
        return _NOT_JA.search(text, match.end()) is not None
    return (
        polarities(language).negation.search(text, max(0, match.start() - _NEAR_NO), match.start())
        is not None
    )


_NEAR_NO: Final = 14  # letters between "not" and "the lowest"
_NOT_JA: Final = re.compile("(?:では|じゃ)(?:ありません|ない|なく)")
_OF_FIGURES: Final = {"height"}  # `highest` and `lowest` are said of any figure
_NOTHING: Final = re.compile("(?!)")


def _clause(text: str, match: re.Match[str]) -> str:
    cuts = [0, *(cut.end() for cut in _CLAUSE.finditer(text, 0, match.start()))]
    behind = _CLAUSE.search(text, match.end())
    return text[cuts[-1] : behind.start() if behind else len(text)]


def _finding(
    reading: Reading, sentence: Sentence, match: re.Match[str], verdict: str, stated: Stated | None
) -> Finding:
    proof = stated.proof if stated else Proof()
    cure = (
        f"The ledger says {proof.value}: turn the comparison round, or take it out."
        if verdict == "contradicted"
        else "The ledger cannot show this: fill in the column for all of them, or take it out."
    )
    start, end = sentence.start + match.start(), sentence.start + match.end()
    return reading.finding(f"comparison.{verdict}", sentence.block, start, end, cure, proof)
