"""Slips of the keyboard that code can see offline: letters swapped, words doubled, blanks and brackets lost.

A word is a slip when it is no known word and swapping two neighbouring letters gives a common one. Known are the
words of the encoder's list, of this project's tables, of the shop's ledger and pages, and whatever a text writes
twice; `lost_letters.py` sees those that lost one. Dropped words are not seen: that takes a grammar. Counted per
thousand words; one slip on a long page is human.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from content.checks.blocks import Block
from content.checks.lost_letters import lost
from content.checks.reading import Reading, size_of
from content.checks.sense import function_words
from content.checks.turned import turned
from content.checks.view import fold, low
from content.checks.words_known import groups, ledger_words, letter_groups, table_words, written_elsewhere
from content.records import Finding
from seo.encoders.pieces import common, likely

LEVEL: Final = 4.0  # slips in a thousand words
_SHORTEST: Final = {"ar": 5, "": 4}  # letters; shorter words only where a small word is meant: `hte`
_LONGEST: Final = 40  # letters; what is longer is no word
_ENOUGH: Final = 1500  # words of a text that are looked up; a text of more unknown ones is no prose
_LEAD: Final = {"ar": 8.0, "": 6.0}  # by how much the swapped word must be the likelier one
_CLEAR: Final = 9.0  # from here on it is no guess
_GUESS: Final = {"ar": 0.25, "": 0.5}  # Arabic roots: swapped letters are often another good word
_WORD: Final = re.compile(r"[^\W\d_]+")
_MOST: Final = 40  # findings of a text; more say nothing new


@dataclass(frozen=True, slots=True)
class Slip:
    """A place that looks like a slip, and what was probably meant."""

    block: Block
    start: int
    end: int
    cure: str
    is_sure: bool = False  # wrong however seldom it happens
    weight: float = 1.0  # a guess counts for less than a whole slip: alone it says nothing


def noise(reading: Reading) -> Iterator[Finding]:
    """`language.noise` on every slip, once there are more than a careful writer makes."""
    found = slips(reading)
    too_many = rate(reading, found) > LEVEL
    for slip in found[:_MOST]:
        if too_many or slip.is_sure:
            yield reading.finding("language.noise", slip.block, slip.start, slip.end, slip.cure)


def rate(reading: Reading, found: list[Slip]) -> float:
    """Slips in a thousand words."""
    size = sum(size_of(block.text, reading.market.language) for block in reading.near)
    weight = sum(slip.weight for slip in found)
    return 1000 * weight / max(50.0, size) if weight >= 1 else 0.0


def slips(reading: Reading) -> list[Slip]:
    """Every place that looks like a slip, in the order of the text."""
    language = reading.market.language
    found: list[Slip] = []
    prose = [block for block in reading.near if block.kind not in {"code", "quote"}]
    for block in prose:
        found += _doubled(block, language)
        found += _mixed(block)
        if block.kind != "row":
            found += _blanks(block, language)
            found += _brackets(block)
            found += _articles(block, language)
    found += _turned(reading, prose) if language == "ja" else _swapped(reading, prose)
    return found


# --- letters swapped --------------------------------------------------------------------------------------


def _swapped(reading: Reading, prose: list[Block]) -> Iterator[Slip]:
    places = [
        (block, match)
        for block in prose
        for match in _WORD.finditer(block.text)
        if 1 < len(match.group()) <= _LONGEST and not _is_rendered(block, match) and _is_plain(match.group())
    ]
    counts = Counter(low(match.group()) for _, match in places)
    asked = 0
    for block, match in places:
        word = low(match.group())
        if counts[word] > 1 or asked > _ENOUGH:
            continue
        asked += 1
        slip = _slip(reading, block, match, counts) or _lost(reading, block, match, counts)
        if slip and not _is_ours(word, reading):  # asked last: it reads every table
            yield slip


def _turned(reading: Reading, prose: list[Block]) -> Iterator[Slip]:
    """Japanese letters turned round, outside the names of the ledger."""
    ours = ledger_words(reading.ledger, "ja")
    for block in prose:
        words_ = [
            (match.start(), match.end()) for match in _NAME_JA.finditer(block.text) if match.group() in ours
        ]
        for start, end, meant in turned(block.text):
            is_named = any(first < end and start < last for first, last in words_)
            if not is_named and not any(r.start < end and start < r.end for r in block.rendered):
                yield Slip(block, start, end, f"Did you mean {meant!r}?")


_NAME_JA: Final = re.compile(r"[\u30a0-\u30ffー]{2,}")


def _is_ours(word: str, reading: Reading) -> bool:
    language = reading.market.language
    return (
        word in ledger_words(reading.ledger, language)
        or word in written_elsewhere(reading.others, language)
        or word in table_words()
    )


def _slip(reading: Reading, block: Block, match: re.Match[str], counts: Counter[str]) -> Slip | None:
    """What is wrong with a word, if anything."""
    language = reading.market.language
    word = low(match.group())
    raw = _unmarked(reading.quote(block.view.span(*match.span()))) if language == "ar" else match.group()
    if language == "ar" and _IMPOSSIBLE.search(raw):
        return Slip(block, *match.span(), f"{raw!r} holds a letter that only ends words: type it again.")
    if len(word) >= _SHORTEST.get(language, _SHORTEST[""]):
        return _guess(block, match, raw, language, counts)
    small = function_words(language)
    near = next((near for near in _near(word) if near in small and common(raw) is None), "")
    return Slip(block, *match.span(), f"Did you mean {near!r}?") if near else None


def _guess(block: Block, match: re.Match[str], raw: str, language: str, counts: Counter[str]) -> Slip | None:
    """A longer word: what the text itself writes twice, else a common word."""
    often = next((near for near in _near(low(match.group())) if counts[near] > 1), "")
    if often and common(raw) is None:
        return Slip(block, *match.span(), f"Did you mean {often!r}?")
    meant, lead = meant_by(raw, language)
    if not meant:
        return None
    odd = _odd(low(match.group()), language)
    if (
        _odd(low(meant), language) > odd
    ):  # the list holds sixteen languages: `Lüften` is no slip for a Turkish word
        return None
    is_clear = language != "ar" and lead >= _CLEAR and odd > 0
    weight = 1.0 if is_clear else _GUESS.get(language, _GUESS[""])
    return Slip(block, *match.span(), f"Did you mean {meant!r}?", weight=weight)


def _lost(reading: Reading, block: Block, match: re.Match[str], counts: Counter[str]) -> Slip | None:
    language, word = reading.market.language, low(match.group())
    ours = ledger_words(reading.ledger, language)
    meant, weight = lost(word, match.group(), language, ours, counts, is_odd=_odd(word, language) > 0)
    return Slip(block, *match.span(), f"Did you mean {meant!r}?", weight=weight) if meant else None


def _odd(word: str, language: str) -> int:
    """How many groups of letters the language's words, as far as we know them, do not have."""
    known = groups(language)
    return sum(group not in known for group in letter_groups(word))


_IMPOSSIBLE: Final = re.compile(r"[ةى](?=[\u0621-\u064a])")  # these two end a word and stand nowhere else


def _is_plain(word: str) -> bool:
    """No capital inside, no abbreviation."""
    return word[1:] == word[1:].lower() and not word.isupper()


def _is_rendered(block: Block, match: re.Match[str]) -> bool:
    return any(r.start < match.end() and match.start() < r.end for r in block.rendered)


def _near(word: str) -> Iterator[str]:
    """The words two swapped neighbours make of a word."""
    for at in range(len(word) - 1):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


@lru_cache(maxsize=50_000)
def meant_by(word: str, language: str) -> tuple[str, float]:
    """The common word two swapped letters have spoilt, and by how much it is the likelier one; empty when the
    word may well be right."""
    forms = _forms(word) if language == "ar" else (word,)
    if any(common(form) is not None for form in forms):
        return "", 0.0
    own = max(map(likely, forms))
    near = [(score, other) for form in forms for other in _near(form) if (score := common(other)) is not None]
    if not near:
        return "", 0.0
    score, meant = max(near)
    return (meant, score - own) if score - own >= _LEAD.get(language, _LEAD[""]) else ("", 0.0)


_CLITICS: Final = re.compile(r"^(?:[وف]?(?:بال|كال|لل|ال)|[وفبلك])(?=\w{3})")


def _forms(word: str) -> tuple[str, ...]:
    """An Arabic word as written, and without the small words written together with it."""
    bare = _CLITICS.sub("", word)
    return (word,) if bare == word else (word, bare)


def _unmarked(text: str) -> str:
    return re.sub(r"[\u0640\u064b-\u0652\u0670\u200e\u200f]", "", text)


# --- words doubled, scripts mixed -------------------------------------------------------------------------

_TWICE: Final = re.compile(
    r"(?<![\w'-])([^\W\d_]+)(?:[ \n]+|(?P<mark>[.,;:])[ \n]+)\1(?![\w'-])(?(mark)(?P=mark))"
)
_TWICE_JA: Final = re.compile(
    r"([\u3041-\u30ff\u3400-\u9fffー々]{3,12})\1|([\u3400-\u9fff]{2})\2|([をがへ])\3|([\u3041-\u309f][はにでと])\4"
)
_MIMETIC: Final = re.compile(r"([\u3041-\u309f]{3})\1")  # ひょろひょろ is one word
_LOOKALIKE: Final = re.compile(
    r"(?<![^\W\d_])(?=[^\W\d_]*[A-Za-z])[^\W\d_]*[\u0370-\u03ff\u0400-\u04ff][^\W\d_]*"
)
_SIGN: Final = 3  # letters: `kΩ`, `μm` are signs, no words


def _doubled(block: Block, language: str) -> Iterator[Slip]:
    allowed = _listed(language, "doubled")
    for match in (_TWICE_JA if language == "ja" else _TWICE).finditer(block.view.low):
        if (
            match[1] not in allowed
            and not _MIMETIC.fullmatch(match.group())
            and not _is_rendered(block, match)
        ):
            yield Slip(block, *match.span(), f"{match.group()!r} stands twice: take one out.", is_sure=True)


def _mixed(block: Block) -> Iterator[Slip]:
    for match in _LOOKALIKE.finditer(block.text):
        if len(match.group()) > _SIGN:
            cure = f"{match.group()!r} mixes letters of two scripts that look alike: type it again."
            yield Slip(block, *match.span(), cure, is_sure=True)


# --- blanks, brackets, articles ---------------------------------------------------------------------------

_NO_BLANK: Final = re.compile(
    r"(?<![\w./@])[a-zà-ÿ]{3,}[.!?](?=[A-ZÀ-Ý][a-zà-ÿ]+)(?![\w.]*(?:/|\.\w|@))|[a-zà-ÿ]{2},(?=[a-zà-ÿ]{2})"
)
_BLANK: Final = re.compile(r"[^\W\d_] (?=[,.](?:\s|$))")
_PAIRS: Final = (("(", ")"), ("[", "]"), ("«", "»"), ("「", "」"), ("『", "』"))


def _blanks(block: Block, language: str) -> Iterator[Slip]:
    if language in {"ar", "ja"}:
        return
    for match in _NO_BLANK.finditer(block.text):
        if not _is_rendered(block, match):
            yield Slip(block, *match.span(), "A blank is missing behind the mark.")
    for match in _BLANK.finditer(block.text):
        yield Slip(block, match.start(), match.end(), "No blank before the mark.")


_SMILEY: Final = re.compile(r"[:;]-?[()]")


def _brackets(block: Block) -> Iterator[Slip]:
    """More opened than closed, or the other way round; `a)` and `1)` count things and close nothing."""
    text = _SMILEY.sub(lambda match: " " * len(match.group()), block.text)
    for opens, closes in _PAIRS:
        more = text.count(opens) - text.count(closes)
        if more > 0 or (more < 0 and closes != ")"):
            at = max(text.find(opens), text.find(closes))
            yield Slip(block, at, at + 1, f"{opens} and {closes} do not match: set the other one.")


def _articles(block: Block, language: str) -> Iterator[Slip]:
    pattern = _article_pattern(language)
    if pattern:
        for match in pattern.finditer(block.text):
            if not _is_rendered(block, match):
                yield Slip(
                    block, *match.span(), f"{match.group()!r}: the article does not fit the next word."
                )


@cache
def _article_pattern(language: str) -> re.Pattern[str] | None:
    if language == "en":
        a = "|".join(_listed(language, "not_a_but_vowel"))
        an = "|".join(_listed(language, "an_before"))
        return re.compile(
            rf"(?<![\w'.-])(?:a (?!(?:{a}))[aeiou][a-z]{{2,}}|an (?!(?:{an}))(?![aeiouh])[a-z]{{3,}})(?![\w.-])"
        )
    if language == "fr":
        words_, kept = "|".join(_listed(language, "elided")), "|".join(_listed(language, "not_elided"))
        return re.compile(
            rf"(?<![\w'-])(?:{words_}) (?!(?:{kept}))[aeiouéèêâîôû][a-zéèêâîôûç]{{2,}}(?![\w.-])"
        )
    return None


@cache
def _listed(language: str, name: str) -> tuple[str, ...]:
    rows = tomllib.loads(Path(__file__).with_name("noise.toml").read_text(encoding="utf-8"))
    return tuple(low(fold(word)) for word in rows[language].get(name, "").split())
