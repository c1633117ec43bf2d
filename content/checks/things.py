"""Things a product is said to come with that stand nowhere in the ledger: `incluye un mosquetón`.

The words of capabilities name what we thought of; this reads the noun behind verbs that hand something over.
A noun the ledger has in any of its words (attributes, choices, categories, titles, its own texts) is no
finding here: whether it is right is another check's question.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from content.checks.amounts import number_words, units
from content.checks.assertions import Assertion
from content.checks.extract import small_pattern
from content.checks.view import low
from content.checks.vocabulary import polarities, whole_words, words

_STEM = 6  # letters two words must share to be one
_CLAUSE = re.compile(r"[,;:!?()\[\]—…|]|\.(?:\s|$)")


def things(text: str, language: str, vocabulary: frozenset[str]) -> Iterator[Assertion]:
    """Each thing a sentence (folded small letters) hands over and nobody has named; the clause says whether
    it claims."""
    pattern = _pattern(language)
    if pattern is None:
        return
    polarity = polarities(language)
    for match in pattern.finditer(text):
        noun = next(group for group in match.groups() if group)
        start, end = _clause(text, match.start(), match.end())
        clause = text[start:end]
        silencing = (polarity.negation, polarity.lacking, polarity.skip, _elsewhere(language))
        is_said = not any(each.search(clause) for each in silencing)
        is_thing = noun not in _counted(language) and not _common(language).fullmatch(noun)
        if is_said and is_thing and noun[:_STEM] not in vocabulary:
            yield Assertion(f"new:{noun}", True, match.start(), match.end(), (start, end))


def beginnings(texts: Iterable[str]) -> frozenset[str]:
    """The beginnings of all words of some texts (folded small letters)."""
    return frozenset(word[:_STEM] for text in texts for word in re.findall(r"[^\W\d_]+", text))


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    cuts = [match.span() for match in _CLAUSE.finditer(text)]
    return max((stop for _, stop in cuts if stop <= start), default=0), min(
        (begin for begin, _ in cuts if begin >= end), default=len(text)
    )


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    """Verb, perhaps a small word and an adjective, noun; or noun and `included`."""
    row = words(language).get("things")
    if row is None:
        return None
    gives, small, given = (small_pattern(row[name]) for name in ("gives", "small", "given"))
    letter = "[a-zà-öø-ɏ]"
    return re.compile(
        rf"(?<!{letter})(?:{gives}) ?(?:(?:{small}) ?)*(?<!{letter})({letter}{{3,}})"
        rf"|(?<!{letter})({letter}{{3,}}) (?:{given})(?!{letter})"
    )


@cache
def _elsewhere(language: str) -> re.Pattern[str]:
    return whole_words(words(language)["things"]["elsewhere"], language)


@cache
def _counted(language: str) -> frozenset[str]:
    """Number words and units: what "trae un kilo" hands over is no part of it."""
    measures = (
        low(word) for unit in units().values() for spoken, word in unit.words if spoken in {language, "any"}
    )
    return frozenset((*number_words(language), *measures))


@cache
def _common(language: str) -> re.Pattern[str]:
    return re.compile(small_pattern(words(language)["things"]["common"]))
