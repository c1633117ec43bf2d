"""What `words/<language>.toml` and `words/concepts.toml` hold, as patterns: how a language says yes, no and
"it has", and what each capability is called."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

from content.checks.extract import fold_pattern, small_pattern
from content.checks.heads import LATIN, alternatives
from content.checks.late import Late

SHAPES: Final = ("never", "always", "claim", "word", "thing", "verb", "soft")
_NEVER: Final = "(?!)"
_SURELY: Final = 6  # letters of a key that may stand inside a longer word: `kabellos` in `ladekabellos`
_OPEN: Final = {"es", "fr", "ar"}
"""Where a no stands between the words ("ne s'arrête pas seul"); `always` holds its own."""


@dataclass(frozen=True, slots=True)
class Polarity:
    """A language's table `polarity` as patterns; what each row is for stands at the head of its file."""

    licence: re.Pattern[str]
    negation: re.Pattern[str]
    fine: re.Pattern[str]
    lacking: re.Pattern[str]
    when: re.Pattern[str]
    has: re.Pattern[str]
    skip: re.Pattern[str]
    asks: re.Pattern[str]
    returns: re.Pattern[str]
    unlike: re.Pattern[str]
    split: re.Pattern[str]
    theirs: re.Pattern[str]
    yours: re.Pattern[str]
    imperative: re.Pattern[str]
    orders: re.Pattern[str]
    clitic: re.Pattern[str]
    answered: re.Pattern[str]
    contrast: re.Pattern[str]
    handling: re.Pattern[str]
    declines: re.Pattern[str]
    aside: re.Pattern[str]
    absent: re.Pattern[str]
    cause: re.Pattern[str]
    owns: re.Pattern[str]
    both: re.Pattern[str]
    alone: re.Pattern[str]
    lack: re.Pattern[str]
    supplies: re.Pattern[str]
    supplied: re.Pattern[str]
    somewhere: re.Pattern[str]
    former: re.Pattern[str]
    latter: re.Pattern[str]
    yes_word: re.Pattern[str]
    no_word: re.Pattern[str]
    yes: re.Pattern[str]
    no: re.Pattern[str]
    is_turned_inside: bool  # a no among the words a pattern leaves open turns them
    has_bids: bool  # an order speaks of the product only where it says so


@dataclass(frozen=True, slots=True)
class Capability:
    """A concept: which attributes it is, and its words in one language."""

    name: str
    keys: Late
    not_keys: Late
    shown_by: Late
    """Other attributes whose value states it: what has a charging time can be charged."""
    is_feature: (
        bool  # something it has: unknown to the ledger it is a promise only where a product is spoken of
    )
    is_part: bool  # a thing on it: named it is not yet had
    shapes: tuple[tuple[str, Late], ...]
    milder: Late
    other: Late
    unless: Late  # anywhere in the sentence: it speaks of something else

    def is_key(self, key: str) -> bool:
        """Whether an attribute of the catalogue is this capability: a few letters at a word's beginning only (`stain`
        is not in `sustain`)."""
        found = any(
            len(match.group()) >= _SURELY or not match.start() or not key[match.start() - 1].isalpha()
            for match in self.keys.finditer(key)
        )
        return found and not self.not_keys.search(key)


@cache
def polarities(language: str) -> Polarity:
    """The patterns of one language; a row it does not need matches nothing."""
    row: dict[str, str] = words(language)["polarity"]

    def whole(name: str) -> re.Pattern[str]:
        return whole_words(row.get(name, _NEVER), language)

    def folded_row(name: str) -> str:
        return small_pattern(row.get(name, _NEVER))

    return Polarity(
        licence=whole("licence"),
        negation=whole("negation"),
        fine=whole("fine"),
        lacking=whole("lacking"),
        when=whole("when"),
        has=whole("has"),
        skip=whole("skip"),
        asks=re.compile(rf"\W*(?:{folded_row('asks')})" + ("" if language == "ja" else r"(?!\w)")),
        returns=whole("returns"),
        unlike=whole("unlike"),
        split=whole("split"),
        theirs=whole("theirs"),
        yours=re.compile(rf"(?:{folded_row('yours')})(?!\w)"),
        imperative=re.compile(rf"\W*(?:{folded_row('imperative')})(?!\w)"),
        orders=re.compile(rf"\W*(?:{folded_row('orders')})(?!\w)"),
        clitic=re.compile(rf"(?:{folded_row('clitic')})$"),
        contrast=re.compile(rf"\W*(?:{folded_row('contrast')})"),
        handling=re.compile(rf"\W*(?:{folded_row('handling')})"),
        answered=re.compile(rf"\W*(?:{folded_row('answered')})(?!\w)"),
        declines=re.compile(rf"\W*(?:{folded_row('declines')})\W*$"),
        aside=re.compile(rf", ?(?:{folded_row('aside')}) ?,"),
        absent=re.compile(row.get("absent", ""), re.DOTALL),
        cause=whole("cause"),
        owns=whole("owns"),
        both=whole("both"),
        alone=whole("alone"),
        lack=whole("lack"),
        supplies=whole("supplies"),
        supplied=whole("supplied"),
        somewhere=re.compile(rf"\W*(?:[^\W\d]+ ){{0,3}}?(?:{folded_row('somewhere')})"),
        former=whole("former"),
        latter=whole("latter"),
        yes_word=whole_words(row["yes_of"], language),
        no_word=whole_words(row["no"], language),
        yes=_begins(row["yes"], r"(?!\w)(?!\s?\w+ (?:all|todos|tous|alle))", language),
        no=_begins(row["no"], r"(?=\s?[,.;:!—،。、]|\s*$)", language),
        is_turned_inside=language in _OPEN,
        has_bids="clitic" in row,
    )


def _begins(listed: str, behind: str, language: str) -> re.Pattern[str]:
    """How an answer begins; in Japanese nothing need follow."""
    return re.compile(rf"\W*(?:{listed})" if language == "ja" else rf"\W*(?:{fold_pattern(listed)}){behind}")


@cache
def capabilities(language: str) -> tuple[Capability, ...]:
    """All capabilities with their words in one language."""
    said = words(language)["can"]
    concepts: dict[str, dict[str, Any]] = words("concepts")  # Any: TOML
    return tuple(_capability(name, row, said.get(name, {}), language) for name, row in concepts.items())


@cache
def parts(language: str) -> frozenset[str]:
    """The capabilities that are a thing on the product: a lid, a wheel."""
    return frozenset(row.name for row in capabilities(language) if row.is_part)


def _capability(
    name: str, row: dict[str, Any], said: dict[str, str], language: str
) -> Capability:  # Any: TOML
    def whole(shape: str, *, bends: bool = False) -> Late:
        return Late(partial(_written, said.get(shape, _NEVER), language, bends=bends))

    return Capability(
        name=name,
        keys=Late(lambda: str(row["keys"])),
        not_keys=Late(lambda: str(row.get("not_keys", _NEVER))),
        shown_by=Late(lambda: str(row.get("shown_by", _NEVER))),
        is_feature=row.get("feature", False),
        is_part=row.get("part", False),
        shapes=tuple((shape, whole(shape, bends=True)) for shape in SHAPES if shape in said),
        milder=whole("milder"),
        other=whole("other"),
        unless=whole("unless"),
    )


@cache
def words(name: str) -> dict[str, dict[str, Any]]:  # Any: TOML
    """What `words/<name>.toml` holds; of a language the tables `polarity`, `can` and perhaps `things`."""
    path = Path(__file__).parent / "words" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def whole_words(listed: str, language: str) -> re.Pattern[str]:
    """Whole words; in Arabic with the small words written together; in Japanese anywhere."""
    return re.compile(_written(listed, language, bends=False))


def _written(listed: str, language: str, *, bends: bool) -> str:
    """Whole words; in Arabic with the small words written together, those behind a word too where it `bends`
    (غطاؤها, بشاشتين); in Japanese anywhere."""
    pattern = folded(listed, language)
    if language == "ja":
        return pattern
    if language == "ar" and bends:
        pattern = pattern.replace("(?:ه)? ", "(?:ه|ا|ان|تان|ين|تين)? ")  # قابلًا, قابلتان
        stems = re.sub(r"ء(?=[|)]|$)", "[ءوي]", re.sub(r"ه(?=[|)]|$)", "[هت]", pattern))
        return rf"(?<![\u0621-\u064a]){_AHEAD_AR}(?:{stems}){_BEHIND_AR}(?![\u0621-\u064a])"
    if language == "ar":
        return rf"(?<![\u0621-\u064a])(?:[وفبلك]|ال|وال|بال|لل)?(?:{pattern})(?![\u0621-\u064a])"
    return rf"(?<![{LATIN}])(?:{'|'.join(alternatives(pattern))})(?![{LATIN}])"


_AHEAD_AR: Final = "[وف]?(?:[بلكس]|ال|بال|كال|لل)?"
_BEHIND_AR: Final = "(?:ها|ه|هما|هم|هن|ك|كم|نا|ي|ا|ين|ان|ات|تين|تان|ون)?"


def folded(listed: str, language: str) -> str:
    """A pattern as texts are spelled; the words it leaves open are as few as can be and turn nothing round
    (row `turn`, where a language has it)."""
    pattern = small_pattern(listed).replace("…", _GAP.get(language, _GAP_LATIN))
    turn = words(language)["polarity"].get("turn", "")
    if not turn:
        return pattern
    return _OPEN_WORDS.sub(
        lambda words: f"(?:(?!(?:{fold_pattern(turn)})\\b){words[1]}){_fewest(words[2])}", pattern
    )


_OPEN_WORDS: Final = re.compile(r"\(\?:(\\w\+ |\[\\w-\]\+ )\)((?:\{\d,\d\}\??)?)")
_GAP_LATIN: Final = r"[^,;:.!?]{1,30}?"
_GAP: Final = {  # what `…` in a pattern may stand for: the name of the product, an adverb
    "ar": r"(?:[\u0621-\u064a]{0,4} (?:(?!(?:[وف]لا|[وف]لم|[وف]لن|و?لكن|بل|وليس|لان(?:ه|ها|هما)?|رغم|بينما) )"
    r"[\u0621-\u064a]+ ){0,4}"
    r"(?:[وفبلك]|ال|بال|لل)?)",
    "ja": r"[^、。]{0,12}?",
}


def _fewest(times: str) -> str:
    return times.rstrip("?") + "?" if times else ""
