"""Where a sentence names what products can do or have: the words of all capabilities and of the catalogue's own
yes-and-no attributes, and where a word is only the name of an attribute."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from content.checks.heads import Heads, Needed
from content.checks.lacks import IN, OUT
from content.checks.parted import Parted
from content.checks.phrases import Phrases
from content.checks.vocabulary import Capability, capabilities, folded, polarities, words
from seo.language import NEGATIONS

_RIGHT_BEFORE: Final = 12  # letters between a negation and the word it turns
_LATIN: Final = {"en", "es", "fr", "de"}
_WORD_AHEAD: Final = re.compile(r"(?<!\w)(\w+) $")
_NOT_SO_JA: Final = re.compile(r"(?:く(?:は|も)?|い?(?:わけ|もの|こと)で?(?:は|も))(?:ありません|ない|なく)")


@dataclass(frozen=True, slots=True)
class Features:
    """The words of the catalogue's own yes-and-no attributes: as they are called, and what prose sets apart."""

    whole: Phrases = field(default_factory=lambda: Phrases(()))
    apart: Parted = field(default_factory=lambda: Parted("", ()))
    adjectives: frozenset[str] = frozenset()  # attributes claimed wherever they stand: "our peat-free soil"


@dataclass(frozen=True, slots=True)
class Found:
    """A capability's word in a sentence."""

    capability: str  # name of the table row, or `key:<attribute>` from the lexicon
    shape: str  # of `vocabulary.SHAPES`, feature (lexicon) or label
    start: int
    end: int


def find(text: str, language: str, features: Features) -> list[Found]:
    """The capability words of a sentence (folded small letters), the longest first at each place; none
    overlap."""
    alone = polarities(language).alone
    found = list(_concepts_in(text, language))
    found += [
        _own(key, text[start:end], start, alone, features.adjectives)
        for start, end, keys in features.whole.find(text)
        for key in sorted(keys)
    ]
    found += _set_apart(text, features.apart, {hit.capability for hit in found})
    found = [_denied(hit, text, language) for hit in found]
    return _apart(sorted(found, key=lambda hit: (hit.start, hit.shape == "feature", -hit.end)))


def _set_apart(text: str, names: Parted, said: set[str]) -> Iterator[Found]:
    """Columns whose words stand in one clause: where the last does, so that a no between them turns it."""
    for start, end, key in names.find(text):
        if f"key:{key}" not in said:
            yield Found(f"key:{key}", "word", start, end)


def _denied(hit: Found, text: str, language: str) -> Found:
    """`لا ينزلق على البلاط`, `no resbala sobre baldosas`, `滑りやすくありません`: a harm denied is the good quality."""
    if hit.shape != "never":
        return hit
    behind = _NOT_SO_JA.match(text, hit.end) if language == "ja" else None
    if behind:
        return replace(hit, shape="always", end=behind.end())
    ahead = _WORD_AHEAD.search(text, 0, hit.start)
    if ahead is None or ahead[1] not in NEGATIONS[language]:
        return hit
    return replace(hit, shape="always", start=ahead.start(1))


def _own(key: str, said: str, start: int, alone: re.Pattern[str], adjectives: frozenset[str]) -> Found:
    """A word of an attribute of the shop's own."""
    end = start + len(said)
    for mark, shape in ((IN, "never"), (OUT, "always")):
        if key.startswith(mark):
            return Found(f"key:{key.removeprefix(mark)}", shape, start, end)
    if key in adjectives or alone.search(said):
        return Found(f"key:{key}", "word", start, end)
    return Found(f"key:{key}", "feature", start, end)


@lru_cache(maxsize=4096)  # the same for every catalogue; a sentence is looked at three times
def _concepts_in(text: str, language: str) -> tuple[Found, ...]:
    return tuple(
        Found(capability.name, shape, start, end)
        for capability, shape, start, end in _words_of(text, language)
        if not _is_other(capability, shape, text, start, end)
    )


def _words_of(text: str, language: str) -> Iterator[tuple[Capability, str, int, int]]:
    """Every word of every capability; in Latin letters by their heads, else by letters they need, which finds the
    same ten times faster."""
    by_name = _by_name(language)
    for (name, shape), start, end in _finder(language).find(text):
        yield by_name[name], shape, start, end


@cache
def _by_name(language: str) -> dict[str, Capability]:
    return {capability.name: capability for capability in capabilities(language)}


@cache
def _finder(language: str) -> Heads | Needed:
    if language not in _LATIN:
        return Needed(
            ((capability.name, shape), pattern)
            for capability in capabilities(language)
            for shape, pattern in capability.shapes
        )
    said = words(language)["can"]
    return Heads(
        ((capability.name, shape), folded(said[capability.name][shape], language))
        for capability in capabilities(language)
        for shape, _ in capability.shapes
    )


def _is_other(capability: Capability, shape: str, text: str, start: int, end: int) -> bool:
    if shape == "always":
        return False
    around = text[max(0, start - 16) : end + 20]
    if shape == "soft" and capability.milder.search(text):
        return True
    return bool(capability.other.search(around) or capability.unless.search(text))


def _apart(found: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for hit in found:
        if not kept or hit.start >= kept[-1].end or _is_as_well(hit, kept[-1]):
            kept.append(hit)
        elif hit.end - hit.start > kept[-1].end - kept[-1].start:
            kept[-1] = hit
    return kept


def _is_as_well(hit: Found, other: Found) -> bool:
    """`hand wash only` says no of the washing machine and of the dishwasher."""
    is_same = (hit.start, hit.end, hit.shape) == (other.start, other.end, "never")
    return is_same and other.shape == "never" and hit.capability != other.capability


_EDGE: Final = re.compile(
    r"[,;:!?()（）\[\]—…、。・|„“”\"«»「」『』‘]|(?<!\w)'|'(?!\w)|\.(?:\s|$)|^|$"  # no edge in `pas d'œillets`
)


def labels(text: str, language: str, known: Mapping[str, str]) -> list[Found]:
    """Attributes a sentence names without claiming them: `(can be ironed)`, `…: kürzbar`, `„waschbar“`, a
    heading.

    `known`: the words of yes-and-no attributes and the capability each is. A word that stands between a yes
    and a no ("kürzbar ist ein Ja für Luna und ein Nein für Nova") is one as well.
    """
    edges = sorted({place for match in _EDGE.finditer(text) for place in (match.start(), match.end())})
    found = []
    for start, end in pairwise(edges):
        name = known.get(text[start:end].strip())
        if name:
            begin = start + len(text[start:end]) - len(text[start:end].lstrip())
            found.append(Found(name, "label", begin, begin + len(text[start:end].strip())))
    return found or _between_yes_and_no(text, language, known)


def _between_yes_and_no(text: str, language: str, known: Mapping[str, str]) -> list[Found]:
    polarity = polarities(language)
    if not (polarity.yes_word.search(text) and polarity.no_word.search(text)):
        return []
    bare = f" {re.sub(_EDGE, ' ', text)} "
    inside = [
        (text.find(word), word)
        for word in known
        if f" {word} " in bare and not polarity.licence.search(word)
        and not polarity.negation.search(text, max(0, text.find(word) - _RIGHT_BEFORE), text.find(word))
    ]  # fmt: skip
    return [Found(known[word], "label", place, place + len(word)) for place, word in sorted(inside)[:1]]


def said_of(text: str, names: Sequence[tuple[int, int]], language: str, label: Found) -> list[bool | None]:
    """Yes or no for each product named in a sentence with a label; None where neither is said.

    "Yes for Luna, no for Nova" says it before the names, "Luna and Nova: no" behind them: the first mark
    decides.
    """
    polarity = polarities(language)
    if polarity.skip.search(text) or not names:
        return [None for _ in names]
    marks = [
        (match.start(), False)
        for pattern in (polarity.no_word, polarity.negation, polarity.lacking)
        for match in pattern.finditer(text)
    ]
    turned = [place for place, _ in marks]
    marks += [
        (match.start(), True)
        for match in polarity.yes_word.finditer(text)
        if not any(0 <= match.start() - place <= _TURNS_YES for place in turned)
    ]
    marks = sorted(mark for mark in marks if not label.start <= mark[0] < label.end)
    turn = polarities(language).split.search(text, label.end)  # "ampoule remplaçable, mais aucune variation"
    # … but "oui pour Luna, mais pas pour Nova": a mark right before a name is of that name
    marks = [m for m in marks if not turn or m[0] < turn.start() or _is_of_a_name(m[0], names)]
    if not marks:
        return [None for _ in names]
    if marks[0][0] < names[0][0]:
        return [[holds for place, holds in marks if place < start][-1] for start, _ in names]
    return [next((holds for place, holds in marks if place >= end), None) for _, end in names]


def _is_of_a_name(place: int, names: Sequence[tuple[int, int]]) -> bool:
    return any(0 < start - place <= _BEFORE_NAME for start, _ in names)


_BEFORE_NAME: Final = 16  # letters from a "not" to the name it is of: "nicht für den Luna"
_TURNS_YES: Final = 5  # letters between "not" and the yes it turns
