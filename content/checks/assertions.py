"""Finds what a sentence says a product can or cannot do: a capability, yes or no, and of whom.

A clause states a capability when its word is licensed ("can be cut"), turned round ("nicht waschbar") or
says it alone ("dishwasher-safe"). Conditions, questions and "nobody has stated it" state nothing. Words
stand in `words/<language>.toml`; attributes of the catalogue bring their own from the
lexicon.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from content.checks.beginnings import MOST, alternatives, beginnings
from content.checks.extract import fold_pattern
from content.checks.phrases import Phrases
from content.checks.view import low

_STOPS: Final = r"[,;:!?()\[\]—…、。・|]|\.(?:\s|$)|\s-\s"
_SHAPES: Final = ("never", "always", "claim", "word", "verb", "soft")
_BY_ITSELF: Final = {"never", "always"}  # whatever stands around it
_HAPPENS: Final = {"verb", "soft", "claim"}  # a thing is there, whenever it is used
_RIGHT_BEFORE: Final = 12  # letters between "when" and the capability it belongs to
_AT_ONCE: Final = 22  # letters "without" reaches
_FAR_JA: Final = 22  # in Japanese the turn comes behind the word: how far


@dataclass(frozen=True, slots=True)
class Assertion:
    """A capability said to hold or not to hold; places count from the sentence's start."""

    capability: str  # name of the table row, or `key:<attribute>` from the lexicon
    holds: bool
    start: int
    end: int
    clause: tuple[int, int]
    is_order: bool = False  # "never use bleach": an order to the reader, no statement about the product
    is_bid: bool = False  # "put … in the oven": a yes only where what is put there is the product


@dataclass(frozen=True, slots=True)
class Found:
    """A capability's word in a sentence."""

    capability: str
    shape: str  # never, always, claim, word, verb, soft (words/<language>.toml), feature (lexicon), label
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Polarity:
    """A language's table `polarity` as patterns."""

    licence: re.Pattern[str]
    negation: re.Pattern[str]
    fine: re.Pattern[str]
    lacking: re.Pattern[str]
    when: re.Pattern[str]
    has: re.Pattern[str]
    skip: re.Pattern[str]
    unlike: re.Pattern[str]
    orders: re.Pattern[str]
    advice: re.Pattern[str]
    aside: re.Pattern[str]
    both: re.Pattern[str]
    owns: re.Pattern[str]
    imperative: re.Pattern[str]
    theirs: re.Pattern[str]
    declines: re.Pattern[str]
    split: re.Pattern[str]
    yes_word: re.Pattern[str]
    no_word: re.Pattern[str]
    yes: re.Pattern[str]
    no: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Capability:
    """A concept: which attributes it is, and its words in one language."""

    name: str
    keys: re.Pattern[str]
    not_keys: re.Pattern[str]
    is_feature: (
        bool  # something it has: unknown to the ledger it is a promise only where a product is spoken of
    )
    shapes: tuple[tuple[str, re.Pattern[str]], ...]
    milder: re.Pattern[str]
    other: re.Pattern[str]

    def is_key(self, key: str) -> bool:
        """Whether an attribute of the catalogue is this capability."""
        return bool(self.keys.search(key)) and not self.not_keys.search(key)


@lru_cache(maxsize=4096)  # a sentence is looked at three times, a shop's own words once per question
def find(text: str, language: str, features: Phrases) -> tuple[Found, ...]:
    """The capability words of a sentence (folded small letters), the longest first at each place; none
    overlap."""
    found = [
        Found(capability.name, shape, *match.span())
        for capability, shape, pattern in _worth_trying(text, language)
        for match in pattern.finditer(text)
        if not _is_other(capability, shape, text, *match.span())
    ]
    found += [
        Found(f"key:{key}", "feature", start, end)
        for start, end, keys in features.find(text)
        for key in sorted(keys)
    ]
    return tuple(_apart(sorted(found, key=lambda hit: (hit.start, hit.shape == "feature", -hit.end))))


def _worth_trying(text: str, language: str) -> Iterator[tuple["Capability", str, re.Pattern[str]]]:
    """The patterns that can match here, by the letters the words of the text begin with."""
    patterns, everywhere, begun = _by_beginning(language)
    chosen = set(everywhere)
    if begun:
        for match in _BEGINNING.finditer(text):
            word = match.group(1)
            for length in range(1, len(word) + 1):
                chosen.update(begun.get(word[:length], ()))
    return (patterns[place] for place in sorted(chosen))


_BEGINNING: Final = re.compile(rf"(?<![A-Za-zÀ-ÖØ-öø-ɏ])(?=([A-Za-zÀ-ÖØ-öø-ɏ]{{1,{MOST}}}))")


@cache
def _by_beginning(
    language: str,
) -> tuple[list[tuple["Capability", str, re.Pattern[str]]], list[int], dict[str, list[int]]]:
    """All patterns; the places of those to try everywhere; the places of the others by beginning."""
    patterns = [(row, shape, pattern) for row in capabilities(language) for shape, pattern in row.shapes]
    everywhere: list[int] = []
    begun: dict[str, list[int]] = {}
    for place, (row, shape, _) in enumerate(patterns):
        listed = fold_pattern(low(words(language)["can"][row.name][shape]))
        found = beginnings(listed) if language in _LATIN else None
        if found is None:
            everywhere.append(place)
        for each in found or ():
            begun.setdefault(each, []).append(place)
    return patterns, everywhere, begun


_LATIN: Final = {"en", "es", "fr", "de"}


def assertions(
    text: str, language: str, features: Phrases, known: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Assertion]:
    """What a sentence states, in order; words that only name an attribute (`labels`) state nothing."""
    hits: Sequence[Found] = find(text, language, features)
    if hits:
        text = _without_fine(text, hits, language)
        hits = _unlabelled(hits, text, language, known)
    if not hits:
        return
    polarity = polarities(language)
    carried: tuple[bool, bool] | None = None  # licensed, turned round: handed on to "…, ironed and bleached"
    for start, end, is_new in _with_topics(_clauses(text, polarity), hits, text, polarity):
        clause = text[start:end]
        own = _merged(
            [hit for hit in hits if start <= hit.start < end and not _is_advice(hit, polarity, text, start)]
        )
        if not own and not carried:
            continue
        if polarity.skip.search(clause):
            carried = None
            continue
        if language == "ja":
            yield from _japanese(text, own, polarity, (start, end))
            continue
        negations = [
            start + match.start()
            for match in polarity.negation.finditer(clause)
            if not _opens(own, start + match.start())
        ]
        lacking = [
            start + match.end()
            for match in polarity.lacking.finditer(clause)
            if not _opens(own, start + match.start())
        ]
        licensed = bool(polarity.licence.search(clause))
        bid = None if licensed or negations else polarity.orders.search(clause)
        licensed = licensed or bid is not None
        for hit in own:
            turned = _is_turned(hit, own, negations, text, polarity) or any(
                0 <= hit.start - place <= _AT_ONCE and not polarity.licence.search(text, place, hit.start)
                for place in lacking
            )
            if _is_condition(hit, polarity, text, start):
                continue
            is_carried = not licensed and not negations and carried and not is_new
            state = carried if is_carried and carried else (licensed, turned)
            is_bid = bid is not None and hit.shape == "verb" and not _CLITIC.search(bid.group())
            for said in _state(hit, state, text, polarity, (start, end)):
                yield replace(said, is_bid=is_bid)
        if own:
            carried = (
                (licensed, _is_turned(own[-1], own, negations, text, polarity))
                if licensed or negations
                else carried
            )
        elif is_new:
            carried = None


_CLITIC: Final = re.compile(r"(?:[aeén]|-)l(?:[ao]s?|es?)$")  # métela, mettez-les


def _unlabelled(hits: Sequence[Found], text: str, language: str, known: Mapping[str, str]) -> Sequence[Found]:
    if not known:
        return hits
    named = labels(text, language, known)
    return [hit for hit in hits if not any(label.start <= hit.start < label.end for label in named)]


_EDGE: Final = re.compile(r"[,;:!?()（）\[\]—…、。・|„“”\"'«»「」『』‘]|\.(?:\s|$)|^|$")


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
    if not marks:
        return [None for _ in names]
    if marks[0][0] < names[0][0]:
        return [[holds for place, holds in marks if place < start][-1] for start, _ in names]
    return [next((holds for place, holds in marks if place >= end), None) for _, end in names]


_TURNS_YES: Final = 5  # letters between "not" and the yes it turns


def _without_fine(text: str, hits: Sequence[Found], language: str) -> str:
    """`no problem` is a licence: its negation is blanked, its place kept; so are the commas around an
    `alas`."""
    polarity = polarities(language)

    def fine(match: re.Match[str]) -> str:
        is_own = any(
            hit.start == match.start() or (hit.shape in _BY_ITSELF and hit.start < match.start() < hit.end)
            for hit in hits
        )
        return match.group() if is_own else _FINE[language].ljust(len(match.group()))

    text = polarity.aside.sub(lambda match: match.group().replace(",", " "), text)
    return polarity.fine.sub(fine, text)


def _with_topics(
    clauses: Iterator[tuple[int, int, bool]], hits: Sequence[Found], text: str, polarity: Polarity
) -> Iterator[tuple[int, int, bool]]:
    """`Dishwasher: no`, `In the oven, never`: a short clause with a place and nothing said of it is read
    with the next."""
    held: tuple[int, int, bool] | None = None
    for start, end, is_new in clauses:
        is_place = held and {hit.shape for hit in _inside(hits, *held[:2])} == {"verb"}
        if (
            held
            and not _inside(hits, start, end)
            and (end - start <= _ANSWER if is_place else polarity.declines.match(text[start:end]))
        ):
            yield held[0], end, held[2]
            held = None
            continue
        if held:
            yield held
        own = _inside(hits, start, end)
        is_topic = (
            own
            and end - start <= _TOPIC
            and {hit.shape for hit in own} <= {"verb", "word", "feature"}
            and not polarity.licence.search(text, start, end)
            and not polarity.negation.search(text, start, end)
        )
        held = (start, end, is_new) if is_topic and text[end : end + 1] in {",", ":"} else None
        if not held:
            yield start, end, is_new
    if held:
        yield held


_TOPIC: Final = 32  # letters of `In the dishwasher`
_ANSWER: Final = 40  # and of `better not`


def _inside(hits: Sequence[Found], start: int, end: int) -> list[Found]:
    return [hit for hit in hits if start <= hit.start < end]


def _is_advice(hit: Found, polarity: Polarity, text: str, start: int) -> bool:
    """`Set a timer`, `empty the pockets`, `the basket of your bicycle`: something of the reader's."""
    return hit.shape in {"word", "feature"} and bool(
        polarity.advice.search(text[start : hit.start])
        or polarity.theirs.match(text, hit.end)
        or (_is_part(hit, text) and polarity.imperative.match(text, start))
    )


def _is_part(hit: Found, text: str) -> bool:
    """A thing spoken of in one or two words; what is said at length (`fitted with a lamp`) is a claim."""
    return len(text[hit.start : hit.end].split()) <= _PART


_PART: Final = 2


_NEVER: Final = "(?!)"
_FINE: Final = {"en": "fine", "es": "es", "fr": "est", "de": "ist", "ar": "ممكن", "ja": "可能"}


def _state(
    hit: Found, state: tuple[bool, bool], text: str, polarity: Polarity, clause: tuple[int, int]
) -> Iterator[Assertion]:
    licensed, turned = state
    if hit.shape in _BY_ITSELF:
        yield Assertion(hit.capability, hit.shape == "always", hit.start, hit.end, clause)
        return
    is_said = hit.shape in {"claim", "word", "feature"} or licensed or turned
    is_had = hit.shape != "feature" or turned or polarity.has.search(text[clause[0] : hit.start])
    if is_said and is_had:
        is_order = turned and not licensed and hit.shape in {"verb", "soft"}
        yield Assertion(hit.capability, not turned, hit.start, hit.end, clause, is_order)


def _is_condition(hit: Found, polarity: Polarity, text: str, start: int) -> bool:
    """`when washed`, `beim Waschen`: that it happens is taken for granted, not stated."""
    return hit.shape in _HAPPENS and any(
        0 <= hit.start - match.end() <= _RIGHT_BEFORE
        for match in polarity.when.finditer(text, start, hit.start)
    )


def _merged(own: list[Found]) -> list[Found]:
    """`lavarla en la lavadora` says one thing with two words."""
    merged: list[Found] = []
    for hit in own:
        if merged and merged[-1].capability == hit.capability:
            shape = min(merged[-1].shape, hit.shape, key=(*_SHAPES, "feature").index)
            merged[-1] = Found(hit.capability, shape, merged[-1].start, hit.end)
        else:
            merged.append(hit)
    return merged


def _is_turned(hit: Found, own: list[Found], negations: list[int], text: str, polarity: Polarity) -> bool:
    """A negation turns the next capability behind it and those joined to that; with none behind it, the
    last before it."""
    turned = False
    for negation in negations:
        around = [other for other in own if other.start < negation < other.end]
        if around:
            turned = turned or hit in around
            continue
        behind = [other for other in own if other.start >= negation]
        if not behind:
            is_its = own[-1] == hit and not _JOIN.search(text[hit.end : negation + (text[negation] == "و")])
            turned = turned or is_its
        elif hit in behind and _is_joined(behind, hit, text, polarity):
            turned = True
    return turned


def _is_joined(behind: list[Found], hit: Found, text: str, polarity: Polarity) -> bool:
    for other in behind:
        if other == hit:
            return True
        between = text[other.end : behind[behind.index(other) + 1].start]
        if not _JOIN.search(between) or polarity.owns.search(between):
            return False
    return False


_JOIN: Final = re.compile(r"\b(?:or|nor|and|o|u|ni|y|e|ou|et|oder|noch|und)\b|(?<!\w)(?:و|او)|/")


def _japanese(
    text: str, own: list[Found], polarity: Polarity, clause: tuple[int, int]
) -> Iterator[Assertion]:
    """The turn stands behind the word: 切れません, 洗濯機は使えます, 乾燥機不可."""
    for place, hit in enumerate(own):
        end = own[place + 1].start if place + 1 < len(own) else clause[1]
        after = text[hit.start : min(end, hit.end + _FAR_JA)]
        if hit.shape == "always":
            yield Assertion(hit.capability, True, hit.start, hit.end, clause)
        elif hit.shape == "never" or polarity.negation.search(after):
            yield Assertion(hit.capability, False, hit.start, hit.end, clause)
        elif hit.shape in {"claim", "word"} or polarity.licence.search(after):
            if hit.shape != "feature" or polarity.has.search(after):
                yield Assertion(hit.capability, True, hit.start, hit.end, clause)
        elif place + 1 < len(own):  # 洗濯も乾燥機も使えません: the last verb speaks for all
            rest = text[hit.end : clause[1]]
            if polarity.negation.search(rest):
                yield Assertion(hit.capability, False, hit.start, hit.end, clause)


def answer(text: str, language: str) -> bool | None:
    """A sentence that begins with yes or no: True, False; None when it does neither."""
    polarity = polarities(language)
    if polarity.yes.match(text):
        return True
    return False if polarity.no.match(text) else None


def _opens(own: list[Found], place: int) -> bool:
    """`sans fil`, `sin cable`: the negation is part of the word."""
    return any(
        hit.start == place or (hit.shape in _BY_ITSELF and hit.start <= place < hit.end) for hit in own
    )


def _is_other(capability: Capability, shape: str, text: str, start: int, end: int) -> bool:
    if shape in _BY_ITSELF:
        return False
    around = text[max(0, start - 16) : end + 20]
    if shape == "soft" and capability.milder.search(text):
        return True
    return bool(capability.other.search(around))


def _apart(found: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for hit in found:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
        elif hit.end - hit.start > kept[-1].end - kept[-1].start:
            kept[-1] = hit
    return kept


def _clauses(text: str, polarity: Polarity) -> Iterator[tuple[int, int, bool]]:
    """Clauses with their places; True where a word like `but` begins a new thought."""
    cuts = sorted(
        [(match.start(), match.end(), match.group()[0] in ";:.—") for match in re.finditer(_STOPS, text)]
        + [(match.start(), match.start(), True) for match in polarity.split.finditer(text)]
    )
    start, is_new = 0, True
    for cut_start, cut_end, next_is_new in cuts:
        if cut_start > start:
            yield start, cut_start, is_new
            is_new = next_is_new
        else:
            is_new = is_new or next_is_new
        start = max(start, cut_end)
    if start < len(text):
        yield start, len(text), is_new


@cache
def polarities(language: str) -> Polarity:
    """The patterns of one language."""
    row = words(language)["polarity"]
    return Polarity(
        licence=whole_words(row["licence"], language),
        negation=whole_words(row["negation"], language),
        fine=whole_words(row["fine"], language),
        lacking=whole_words(row["lacking"], language),
        when=whole_words(row["when"], language),
        has=whole_words(row["has"], language),
        skip=whole_words(row["skip"], language),
        unlike=whole_words(row["unlike"], language),
        orders=whole_words(row.get("orders", _NEVER), language),
        advice=re.compile(rf"{whole_words(row.get('advice', _NEVER), language).pattern}\\W*$"),
        aside=re.compile(rf", ?(?:{fold_pattern(low(row.get('aside', _NEVER)))}) ?,"),
        both=whole_words(row.get("both", _NEVER), language),
        owns=whole_words(row.get("owns", _NEVER), language),
        imperative=re.compile(rf"\W*(?:{fold_pattern(low(row.get('imperative', _NEVER)))})(?!\w)"),
        theirs=whole_words(row.get("theirs", _NEVER), language)
        if "theirs" not in row
        else re.compile(rf"(?:{fold_pattern(low(row['theirs']))})(?!\w)"),
        declines=re.compile(rf"\W*(?:{fold_pattern(low(row.get('declines', _NEVER)))})\W*$"),
        split=whole_words(row["split"], language),
        yes_word=whole_words(row["yes_of"], language),
        no_word=whole_words(row["no"], language),
        yes=re.compile(
            rf"\W*(?:{fold_pattern(row['yes'])})(?!\w)(?!\s?\w+ (?:all|todos|tous|alle))"
            if language != "ja"
            else rf"\W*(?:{row['yes']})"
        ),
        no=re.compile(
            rf"\W*(?:{fold_pattern(row['no'])})(?=\s?[,.;:!—،。、]|\s*$)"
            if language != "ja"
            else rf"\W*(?:{row['no']})"
        ),
    )


@cache
def capabilities(language: str) -> tuple[Capability, ...]:
    """All capabilities with their words in one language."""
    said = words(language)["can"]
    concepts: dict[str, dict[str, Any]] = _toml("concepts")  # Any: TOML
    return tuple(_capability(name, row, said.get(name, {}), language) for name, row in concepts.items())


def _capability(
    name: str, row: dict[str, Any], said: dict[str, str], language: str
) -> Capability:  # Any: TOML
    nothing = re.compile("(?!)")
    return Capability(
        name=name,
        keys=re.compile(row["keys"]),
        not_keys=re.compile(row.get("not_keys", "(?!)")),
        is_feature=row.get("feature", False),
        shapes=tuple((shape, whole_words(said[shape], language)) for shape in _SHAPES if shape in said),
        milder=whole_words(said["milder"], language) if "milder" in said else nothing,
        other=whole_words(said["other"], language) if "other" in said else nothing,
    )


def words(language: str) -> dict[str, dict[str, Any]]:  # Any: TOML
    """What `words/<language>.toml` holds: tables `polarity`, `whose` and `can`."""
    return _toml(language)


@cache
def _toml(name: str) -> dict[str, Any]:  # Any: TOML
    path = Path(__file__).parent / "words" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def whole_words(listed: str, language: str) -> re.Pattern[str]:
    """Whole words; in Arabic with the small words written together; in Japanese anywhere."""
    folded = fold_pattern(low(listed))
    if language == "ja":
        return re.compile(folded)
    if language == "ar":
        return re.compile(rf"(?<![\u0621-\u064a])(?:[وفبلك]|ال|وال|بال|لل)?(?:{folded})(?![\u0621-\u064a])")
    longest = "|".join(sorted(alternatives(folded), key=lambda word: -len(word)))
    return re.compile(rf"(?<![A-Za-zÀ-ÖØ-öø-ɏ])(?:{longest})(?![A-Za-zÀ-ÖØ-öø-ɏ])")
