"""Finds what a sentence says a product can or cannot do: a capability, yes or no, and of whom.

A clause states a capability when its word is licensed ("can be cut"), turned round ("nicht waschbar") or
says it alone ("dishwasher-safe"). Conditions, questions and "nobody has stated it" state nothing. Words
stand in `words/<language>.toml`; attributes of the catalogue bring their own from the
lexicon.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from content.checks.extract import fold_pattern
from content.checks.phrases import Phrases
from content.checks.view import low

_STOPS: Final = r"[,;:!?()\[\]—…、。・|]|\.(?:\s|$)|\s-\s"
_SHAPES: Final = ("never", "claim", "word", "thing", "verb", "soft")
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


@dataclass(frozen=True, slots=True)
class Found:
    """A capability's word in a sentence."""

    capability: str
    shape: str  # never | claim | word | thing | verb | soft (words/<language>.toml), feature (lexicon), label
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
    split: re.Pattern[str]
    returns: re.Pattern[str]
    alone: re.Pattern[str]
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


def find(text: str, language: str, features: Phrases) -> list[Found]:
    """The capability words of a sentence (folded small letters), the longest first at each place; none
    overlap."""
    found = list(_concepts_in(text, language))
    alone = polarities(language).alone
    found += [
        Found(f"key:{key}", "word" if alone.search(text[start:end]) else "feature", start, end)
        for start, end, keys in features.find(text)
        for key in sorted(keys)
    ]
    return _apart(sorted(found, key=lambda hit: (hit.start, hit.shape == "feature", -hit.end)))


@lru_cache(maxsize=4096)
def _concepts_in(text: str, language: str) -> tuple[Found, ...]:
    """The same for every catalogue; a draft is read again after every change of one sentence."""
    return tuple(
        Found(capability.name, shape, *match.span())
        for capability in capabilities(language)
        for shape, pattern in capability.shapes
        for match in pattern.finditer(text)
        if not _is_other(capability, shape, text, *match.span())
    )


def assertions(
    text: str, language: str, features: Phrases, known: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Assertion]:
    """What a sentence states, in order; words that only name an attribute (`labels`) state nothing."""
    hits = find(text, language, features)
    text = _without_fine(text, language)
    if hits and known:
        named = labels(text, language, known)
        hits = [hit for hit in hits if not any(label.start <= hit.start < label.end for label in named)]
    polarity = polarities(language)
    if not hits or polarity.returns.search(text):
        return
    carried: tuple[bool, bool] | None = None  # licensed, turned round: handed on to "…, ironed and bleached"
    for start, end, is_new in _whole(_clauses(text, polarity), text, language):
        clause = text[start:end]
        own = _merged([hit for hit in hits if start <= hit.start < end])
        if _is_open(polarity, own, text, start, end):
            carried = None
            continue
        if language == "ja":
            yield from _japanese(text, own, polarity, (start, end))
            continue
        licensed = bool(polarity.licence.search(clause))
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
        for hit in own:
            turned = _is_turned(hit, own, negations, text) or any(
                0 <= hit.start - place <= _AT_ONCE for place in lacking
            )
            if _is_condition(hit, polarity, text, start):
                continue
            if not licensed and not negations and carried and not is_new:
                yield from _state(hit, carried, text, polarity, (start, end))
            else:
                yield from _state(hit, (licensed, turned), text, polarity, (start, end))
        if own:
            carried = (
                (licensed, _is_turned(own[-1], own, negations, text)) if licensed or negations else carried
            )
        elif is_new:
            carried = None


def _is_open(polarity: Polarity, own: list[Found], text: str, start: int, end: int) -> bool:
    """A condition, a question, an unknown; not where the words of a capability hold it (`needs no assembly`)."""
    return any(
        not any(hit.start <= match.start() < hit.end and hit.shape in _ALONE for hit in own)
        for match in polarity.skip.finditer(text[:end], start)
    )


_ALONE: Final = {"never", "claim", "word"}  # shapes that say it by themselves


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


def _without_fine(text: str, language: str) -> str:
    """`no problem` is a licence: its negation is blanked, its place kept."""
    return polarities(language).fine.sub(lambda match: _FINE[language].ljust(len(match.group())), text)


_FINE: Final = {"en": "fine", "es": "es", "fr": "est", "de": "ist", "ar": "ممكن", "ja": "可能"}


def _state(
    hit: Found, state: tuple[bool, bool], text: str, polarity: Polarity, clause: tuple[int, int]
) -> Iterator[Assertion]:
    licensed, turned = state
    if hit.shape == "never":
        yield Assertion(hit.capability, False, hit.start, hit.end, clause)
        return
    is_had = turned or _is_had(hit, polarity, text, clause[0])
    is_said = hit.shape in {"claim", "word"} or (hit.shape in _THINGS and is_had) or licensed or turned
    if is_said and (is_had or hit.shape not in _THINGS):
        is_order = turned and not licensed and hit.shape in {"verb", "soft"}
        yield Assertion(hit.capability, not turned, hit.start, hit.end, clause, is_order)


_THINGS: Final = {"thing", "feature"}  # a lid, a pocket: named is not yet had


def _is_had(hit: Found, polarity: Polarity, text: str, start: int) -> bool:
    """Whether something is said to be there: `with a lid`, `بغطاء`, `عجلاتها`; of an attribute any word of
    having will do."""
    ahead = text[start : hit.start]
    own = text[hit.start : hit.end]
    is_with = hit.shape in _THINGS and (own.startswith(("ب", "وب")) or own.endswith(("ها", "هما")))
    return is_with or bool(_TO_AR.match(ahead) or polarity.has.search(ahead))


_TO_AR: Final = re.compile(
    r"\W*(?:و|ف)?ل(?!ون|وح|كن|ذلك|ذا|يس|مس|ان |ا |م |ن )[\u0621-\u064a]{3}"
)  # "to the bag": has


def _is_condition(hit: Found, polarity: Polarity, text: str, start: int) -> bool:
    """`when washed`, `beim Waschen`: that it happens is taken for granted, not stated."""
    return any(
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


def _is_turned(hit: Found, own: list[Found], negations: list[int], text: str) -> bool:
    """A negation turns the next capability behind it and those joined to that; with none behind it, the
    last before it."""
    turned = False
    for negation in negations:
        behind = [other for other in own if other.start >= negation]
        if not behind:
            is_its = own[-1] == hit and not _JOIN.search(text[hit.end : negation + (text[negation] == "و")])
            turned = turned or is_its
        elif hit in behind and _is_joined(behind, hit, text):
            turned = True
    return turned


def _is_joined(behind: list[Found], hit: Found, text: str) -> bool:
    for other in behind:
        if other == hit:
            return True
        between = text[other.end : behind[behind.index(other) + 1].start]
        if not _JOIN.search(between):
            return False
    return False


_JOIN: Final = re.compile(r"\b(?:or|nor|and|o|u|ni|y|e|ou|et|oder|noch|und)\b|(?<!\w)(?:و|او)|/")


def _japanese(
    text: str, own: list[Found], polarity: Polarity, clause: tuple[int, int]
) -> Iterator[Assertion]:
    """The turn stands behind the word: 切れません, 洗濯機は使えます, 乾燥機不可. What is joined to the next
    word shares its turn: タイマーもアプリもありません."""
    states: list[bool | None] = []
    for place, hit in reversed(list(enumerate(own))):
        is_last = place + 1 == len(own)
        end = clause[1] if is_last else own[place + 1].start
        state = _japanese_state(hit, text, end, polarity)
        is_joined = not is_last and bool(_JOIN_JA.fullmatch(text, hit.end, end))
        if is_joined:
            state = states[-1] if states[-1] is not None else state
        elif state is None and not is_last and polarity.negation.search(text[hit.end : clause[1]]):
            state = False  # 洗濯機で洗うことも乾燥機も使えません: the last verb speaks for all
        states.append(state)
    for hit, state in zip(own, reversed(states), strict=True):
        if state is not None:
            yield Assertion(hit.capability, state, hit.start, hit.end, clause)


def _japanese_state(hit: Found, text: str, end: int, polarity: Polarity) -> bool | None:
    """Yes, no or nothing, by what follows a word up to `end`."""
    begin = (
        hit.end if hit.shape in _ALONE and polarity.negation.search(text[hit.start : hit.end]) else hit.start
    )
    until = min(end, hit.end + _FAR_JA)
    closed = _CLOSED_JA.search(text, hit.end, until)
    until = closed.end() if closed else until
    if polarity.unlike.search(text, hit.end, min(len(text), hit.end + _RIGHT_BEFORE)):
        return None
    if hit.shape == "never":
        return False
    if hit.shape in _ALONE and _ADVICE_JA.match(text, hit.end):
        return None
    if polarity.negation.search(text[:until], begin):
        return False
    after = text[hit.start : until]
    if hit.shape in _THINGS:
        return True if polarity.has.search(after) else None
    return True if hit.shape in _ALONE or polarity.licence.search(after) else None


_JOIN_JA: Final = re.compile(
    r"(?:機能|性|加工|対応)?(?:と|や|も|でも|・|または|および|及び|か|、|/|とか|やら)+\s?"
)
_ADVICE_JA: Final = re.compile(
    r"(?!で)[^、。]{0,10}?(?:[てで](?:ください|おきましょう|おくと|おけば)|ましょう)"
)
_CLOSED_JA: Final = re.compile(  # フード付きで…: what follows speaks of something else
    r"(?:付き|つき|搭載|内蔵|入り|式|対応|可能|済み|装備|完備|仕様|加工|採用)(?:で(?![はもきす])|なので|なうえ|だから|ですし|ですが)"
)
_TOPIC_JA: Final = re.compile(r"(?:(?<![てでれ])[はもがを]|には|では|[^\W\d_](?:に|と|や))\s*$")


def _whole(
    clauses: Iterator[tuple[int, int, bool]], text: str, language: str
) -> Iterator[tuple[int, int, bool]]:
    """Japanese sets commas behind topics: 乾燥機は、お使いになれません is one clause."""
    if language != "ja":
        yield from clauses
        return
    open_: tuple[int, int, bool] | None = None
    for start, end, is_new in clauses:
        if open_ and text[open_[1] : start].strip() == "、" and _TOPIC_JA.search(text, open_[0], open_[1]):
            open_ = (open_[0], end, open_[2])
            continue
        if open_:
            yield open_
        open_ = (start, end, is_new)
    if open_:
        yield open_


def answer(text: str, language: str) -> bool | None:
    """A sentence that begins with yes or no: True, False; None when it does neither."""
    polarity = polarities(language)
    if polarity.yes.match(text):
        return True
    return False if polarity.no.match(text) else None


def _opens(own: list[Found], place: int) -> bool:
    """`sans fil`, `sin cable`: the negation is part of the word."""
    return any(hit.start == place for hit in own)


def _is_other(capability: Capability, shape: str, text: str, start: int, end: int) -> bool:
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
        licence=_pattern(row["licence"], language),
        negation=_pattern(row["negation"], language),
        fine=_pattern(row["fine"], language),
        lacking=_pattern(row["lacking"], language),
        when=_pattern(row["when"], language),
        has=_pattern(row["has"], language),
        skip=_pattern(row["skip"], language),
        unlike=_pattern(row["unlike"], language),
        split=_pattern(row["split"], language),
        returns=_pattern(row.get("returns", "(?!)"), language),
        alone=_pattern(row.get("alone", "(?!)"), language),
        yes_word=_pattern(row["yes_of"], language),
        no_word=_pattern(row["no"], language),
        yes=re.compile(
            rf"\W*(?:{fold_pattern(row['yes'])})(?!\w)(?!\s?\w+ (?:all|todos|tous|alle))"
            if language != "ja"
            else rf"\W*(?:{row['yes']})"
        ),
        no=re.compile(
            rf"\W*(?:{fold_pattern(row['no'])})(?=[,.;:!—،。、]|\s*$)"
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
        shapes=tuple(
            (shape, _pattern(said[shape], language, bends=True)) for shape in _SHAPES if shape in said
        ),
        milder=_pattern(said["milder"], language) if "milder" in said else nothing,
        other=_pattern(said["other"], language) if "other" in said else nothing,
    )


def words(language: str) -> dict[str, dict[str, Any]]:  # Any: TOML
    """What `words/<language>.toml` holds: tables `polarity`, `whose` and `can`."""
    return _toml(language)


@cache
def _toml(name: str) -> dict[str, Any]:  # Any: TOML
    path = Path(__file__).parent / "words" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _pattern(listed: str, language: str, *, bends: bool = False) -> re.Pattern[str]:
    """Whole words; in Arabic with the small words written together, those behind a word too where it `bends`
    (غطاؤها, بشاشتين); in Japanese anywhere."""
    folded = fold_pattern(low(listed)).replace("…", _GAP.get(language, _GAP_LATIN))
    if language == "ja":
        return re.compile(folded)
    if language == "ar" and bends:
        folded = folded.replace("(?:ه)? ", "(?:ه|ا|ان|تان|ين|تين)? ")  # قابلًا, قابلتان
        stems = re.sub(r"ء(?=[|)]|$)", "[ءوي]", re.sub(r"ه(?=[|)]|$)", "[هت]", folded))
        return re.compile(rf"(?<![\u0621-\u064a]){_AHEAD_AR}(?:{stems}){_BEHIND_AR}(?![\u0621-\u064a])")
    if language == "ar":
        return re.compile(rf"(?<![\u0621-\u064a])(?:[وفبلك]|ال|وال|بال|لل)?(?:{folded})(?![\u0621-\u064a])")
    longest = "|".join(sorted(_TOP.split(folded), key=lambda word: -len(word)))
    return re.compile(rf"(?<![A-Za-zÀ-ÖØ-öø-ɏ])(?:{longest})(?![A-Za-zÀ-ÖØ-öø-ɏ])")


_TOP: Final = re.compile(r"\|(?![^()]*\))")  # bars outside brackets
_GAP: Final = {  # what `…` in a pattern may stand for: the name of the product, an adverb
    "ar": r"(?:[\u0621-\u064a]{0,4} (?:(?!(?:[وف]لا|[وف]لم|[وف]لن|و?لكن|بل|وليس) )[\u0621-\u064a]+ ){0,4}"
    r"(?:[وفبلك]|ال|بال|لل)?)",
    "ja": r"[^、。]{0,12}?",
}
_GAP_LATIN: Final = r"[^,;:.!?]{1,30}?"
_AHEAD_AR: Final = "[وف]?(?:[بلكس]|ال|بال|كال|لل)?"
_BEHIND_AR: Final = "(?:ها|ه|هما|هم|هن|ك|كم|نا|ي|ا|ين|ان|ات|تين|تان|ون)?"
