"""Materials, colours and countries: a word said of a product must be one the ledger has for it.

Only what is said *of the product* counts ("made of leather", "Farbe: Blau", "イタリア製"); a cotton cloth to wipe
it with is nobody's claim. Words and what binds them stand in `choices.toml`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from content.checks.check import Check
from content.checks.choice_words import KINDS, ChoiceWords, cue
from content.checks.knowledge import knowledge, spoken
from content.checks.reading import Reading, Sentence
from content.checks.relatives import described
from content.checks.subjects import Subject
from content.checks.view import low
from content.checks.vocabulary import polarities
from content.checks.whose import clause
from content.ledger.worded import worded
from content.records import Fact, Finding, Proof

_SURE: Final = {"named", "carried", "page"}
_AND: Final = re.compile(
    r"\s*(?:(?:,|and|or|y|o|et|ou|und|oder|و|او|や|と|、|・|/|in|en|im farbton|in der farbe|の|で、|بلون|باللون)\s*)+"
    r"(?:\d{1,3}\s?%\s*)?(?:de |d'|en |aus |in )?و?"
)
_AT_NAME: Final = re.compile(
    r"(?:,? (?:is|are|in|of|from|comes? in|made of|cast|solid|es|son|de|en|d'|est|sont|vient d[eu]|viene de|ist|sind"
    r"|aus|من(?: ال)?|في|ب|بلون|باللون))*,? ?|は|が|の|:\s?",
)
"""What may stand between a name and its material, colour or country, in any of the six languages."""
_FOR_NAME: Final = re.compile(
    r"(?: (?:et|and|und|y|o|ou|oder|or) \S+)? (?:pour|for|für|para|bei|beim|en) "
    r"(?:(?:les?|la|the|das|den|die|der|el|los|las) )?"
)
"""`Olive or ecru for the apron, blue and white for the cloths`."""
_METAL: Final = re.compile(r"[ (]?(?:925|750|585|999|製|スターリング)")
_SMALL: Final = {"de": "samt", "es": "antes"}  # with, before; as a noun velvet, suede
_SHORTEST: Final = 2  # letters of a value
_HEAD: Final = 4
_REACH: Final = 40  # letters in front of a value within which a no turns it
_HEAD_ELSEWHERE: Final = 3
_FRONT: Final = 2  # words before the name of an attribute that a colon follows
_NO_VALUE: Final = re.compile(
    r"\b(?:not stated|unknown|does not say|no consta|no se indica|non précisée?|pas précisée?|inconnue?|keine angabe"
    r"|nicht angegeben|unbekannt|same|mism[oa]s?|mêmes?|gleich\w*|selbe\w*|yes|no|sí|oui|non|ja|nein"
    r"|animal|animale|tierisch\w*)\b"
    r"|غير مذكور|لم يذكر|غير معروف|نفس|نعم|لا|記載|不明|なし|同じ|はい|いいえ|ません|ない|ます|ました|ください|حيواني"
)
Verdict = Literal["proven", "contradicted", "unsupported", "untranslated"]
_CURES: Final = {
    "contradicted": "The ledger says {}: say that, or correct the row.",
    "untranslated": "The ledger says {}, which has no word in this language: add it to words.csv, or compare them.",
    "unsupported": "Nobody has stated this in the ledger: fill in the column, or take it out.",
}


class Choices(Check):
    """Made of, comes in, comes from: the ledger's word, or none."""

    name = "choice"
    rules = ("choice.contradicted", "choice.unsupported", "choice.untranslated")

    def check(self, reading: Reading) -> Iterator[Finding]:
        for ruled in rulings(reading):
            if ruled.verdict != "proven":
                yield _finding(reading, ruled.sentence, ruled.start, ruled.end, ruled.verdict, ruled.fact)


@dataclass(frozen=True, slots=True)
class Ruled:
    """A material, colour or country said of products, or the value of a named attribute, and the verdict."""

    sentence: Sentence
    start: int
    end: int
    handles: tuple[str, ...]
    kind: str  # `material`, `colour`, `country`; of a named attribute its key
    keys: frozenset[str]  # values the words may mean; empty for a named attribute
    verdict: Verdict
    fact: Fact | None


def rulings(reading: Reading) -> Iterator[Ruled]:
    """Every choice a draft states with its verdict, the proven ones too."""
    known = knowledge(reading)
    words = known.choices
    for sentence, subject in spoken(reading):
        if subject.certainty not in _SURE or _is_list_of_all(sentence, subject):
            continue
        labels = {(hit.start, hit.end) for hit in known.binder.naming.hits(sentence)}
        said = list(_said(sentence, subject, words, labels))
        if _is_list(sentence, said):
            continue
        for kind, start, end, keys in said:
            handles = _owners(subject, sentence, start, end, words.language)
            verdict, fact = _verdict(reading, words, handles, kind, keys)
            if verdict != "proven" and (subject.certainty == "carried" or subject.topic):
                perhaps = (*subject.handles, *subject.main, *subject.topic)  # "it" may be any of them
                if any(words.has(handle, keys) for handle in perhaps):
                    continue
            yield Ruled(sentence, start, end, handles, kind, keys, verdict, fact)
        yield from _labelled(words, sentence, subject)


def _is_list_of_all(sentence: Sentence, subject: Subject) -> bool:
    """`Caring for wool, cotton and linen` as a title that names no product says what a page is about."""
    return _is_head(sentence) and not subject.mentions


def _is_head(sentence: Sentence) -> bool:
    return sentence.block.kind in {"title", "description", "heading"}


def _is_list(sentence: Sentence, said: Sequence[tuple[str, int, int, frozenset[str]]]) -> bool:
    """`Care: lampshade, wood, aluminium` as a heading lists what is below."""
    return _is_head(sentence) and max(Counter(kind for kind, *_ in said).values(), default=0) > 1


def _labelled(words: ChoiceWords, sentence: Sentence, subject: Subject) -> Iterator[Ruled]:
    """`Handle: bamboo`, `Griff aus Bambus`, a cell under "Handle": some word of the ledger's value must stand there."""
    is_open = subject.certainty == "carried" and len(subject.around) > 1
    if len(subject.handles) != 1 or is_open or subject.others or set(subject.topic) - set(subject.handles):
        return
    if (
        subject.mentions
        and subject.before
        and sentence.block.kind != "row"
        and subject.before != subject.handles
    ):
        return
    handle = subject.handles[0]
    for key, label, fact in words.labels(handle):
        for start, end in _values(sentence, label):
            said = sentence.low[start - sentence.low[:start].endswith("ب") : end]  # the ب of بولندا
            is_denied = polarities(words.language).negation.search(
                sentence.low, max(0, start - _REACH), start
            )
            if is_denied or not _is_word(said) or _is_rendered(sentence, start, end):
                continue
            verdict: Verdict = "proven" if _agrees(said, words.spoken(handle, key)) else "contradicted"
            yield Ruled(sentence, start, end, (handle,), key, frozenset(), verdict, fact)


def _values(sentence: Sentence, label: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where the value of a label stands: behind it, or the whole cell under its column or beside its row."""
    if sentence.block.kind == "row":
        cell = (sentence.start, sentence.end)
        titles = (sentence.block.above(cell), sentence.block.label(cell))
        if any(label.fullmatch(f"{low(title).strip()}: x") for title in titles if title):
            yield 0, len(sentence.low)
        return
    for match in label.finditer(sentence.low):
        ahead = re.split(r"[,;:.(|]", sentence.low[: match.start()])[-1]
        is_entry = len(ahead.split()) <= _FRONT  # no "… and a few colours: …"
        if is_entry or ":" not in sentence.low[match.start() : match.start("value")]:
            yield match.span("value")


def _is_word(said: str) -> bool:
    """A value in words: no number, no yes or no, no blank."""
    letters = sum(letter.isalpha() for letter in said)
    return letters >= _SHORTEST and not re.search(r"\d", said) and not _NO_VALUE.search(said)


def _agrees(said: str, values: list[str]) -> bool:
    """Whether a word of the value stands in the text, by its first letters: `nussbaum` in `nussbaumholz`."""
    for value in values:
        for word in re.findall(r"[^\W\d_]+", value):
            head = (
                word[: max(_HEAD, len(word) - 2)]
                if word.isascii() or word[0] < "\u0600"
                else word[:_HEAD_ELSEWHERE]
            )
            if head in said:
                return True
    return False


def _said(
    sentence: Sentence, subject: Subject, words: ChoiceWords, labels: set[tuple[int, int]]
) -> Iterator[tuple[str, int, int, frozenset[str]]]:
    """Choice words said of the product and not turned round: kind, place, what they may mean; `labels` are places of
    words that name an attribute ("all about the Oda: wood, paint, size")."""
    text = sentence.low
    if polarities(words.language).skip.search(text):
        return
    bound_to: int | None = None  # where the last bound word ends: "cotton and linen" share a cue
    found = _in_order(words, text)
    begins = {each[1] for each in found}
    for kind, start, end, keys in found:
        binding = cue(kind, words.language)
        is_joined = bound_to is not None and _AND.fullmatch(text[bound_to:start])
        is_another = (
            text.startswith("の", end) and not text[end + 1 : end + 2].isdigit() and end + 1 not in begins
        )
        if kind == "colour" and _METAL.match(text, end):
            continue  # シルバー925, silver 925: a metal
        if _is_a_small_word(sentence, start, end, words.language):
            continue
        if any(a <= start and end <= b and b - a > end - start for a, b in labels):
            continue  # 鋼材は白紙二号: the 鋼 in the attribute's own name
        is_bare = not is_another and (start, end) not in labels
        is_named = is_bare and _is_at_name(subject, text, start)  # "フライパンは綿の布で": a cloth's cotton
        is_said = bool(is_joined) or binding.binds(text, start, end) or is_named
        if is_said and not binding.turned(text, start, end) and not _is_rendered(sentence, start, end):
            bound_to = end
            yield kind, start, end, keys


def _is_a_small_word(sentence: Sentence, start: int, end: int, language: str) -> bool:
    """`samt Rechnung` is with and no velvet, `antes de pesar` before and no suede."""
    is_small = sentence.text[start].islower()
    return is_small and sentence.low[start:end] == _SMALL.get(language)


def _in_order(words: ChoiceWords, text: str) -> list[tuple[str, int, int, frozenset[str]]]:
    """The choice words of every kind as they stand: a colour may share the cue of a material."""
    found = [(kind, *hit) for kind in KINDS for hit in words.phrases[kind].find(text)]
    return sorted(found, key=lambda each: each[1:3])


def _is_at_name(subject: Subject, text: str, start: int) -> bool:
    """`the Hale of marble`, `ピコは布`: between a product's name and the word stands only what joins them."""
    gaps = (text[m.end : start] for m in subject.mentions if m.end <= start)
    is_arabic = "\u0600" < text[start] < "\u0700"  # "أما وينفل فليس": a bare word may be no value at all
    return any(_AT_NAME.fullmatch(gap) and (gap.strip() or not is_arabic) for gap in gaps)


def _is_rendered(sentence: Sentence, start: int, end: int) -> bool:
    return any(found.start <= start and end <= found.end for found in sentence.rendered)


def _owners(subject: Subject, sentence: Sentence, start: int, end: int, language: str) -> tuple[str, ...]:
    """With several products named, the last one in front of the word; of a word in a clause before the first name
    what was spoken of before."""
    if (
        subject.mentions
        and subject.before
        and clause(sentence.low, start, end)[1] <= subject.mentions[0].start
    ):
        return subject.before[:1]
    own = described(end, sentence.low, subject.mentions, language)
    if own:
        return (own,)  # 木製のステレと…
    if len(subject.handles) < 2 or not subject.mentions:  # noqa: PLR2004 - more than one
        return subject.handles
    behind = next((m for m in subject.mentions if m.start >= end), None)
    if behind and _FOR_NAME.fullmatch(sentence.low[end : behind.start]):
        return (behind.handle,)
    before = [mention.handle for mention in subject.mentions if mention.end <= start]
    return tuple(before[-1:]) or subject.handles


def _verdict(
    reading: Reading, words: ChoiceWords, handles: tuple[str, ...], kind: str, keys: frozenset[str]
) -> tuple[Verdict, Fact | None]:
    """What the ledger makes of a choice said of some products: it must hold for each."""
    for handle in handles:
        if words.has(handle, keys):
            continue
        own = words.stated(handle, kind)
        if own:
            is_read = any(words.spoken(handle, fact.key) for fact in own)
            return "contradicted" if is_read else "untranslated", own[0]
        return "unsupported", reading.ledger.fact(handle, kind, reading.market)
    return "proven", None


def _finding(
    reading: Reading, sentence: Sentence, start: int, end: int, verdict: Verdict, fact: Fact | None
) -> Finding:
    said = f"{fact.reference} = {worded(fact.value, reading.market.language)}" if fact else ""
    proof = Proof(fact.source, fact.row, said) if fact else Proof()
    cure = _CURES[verdict].format(proof.value)
    place = sentence.start + start, sentence.start + end
    return reading.finding(f"choice.{verdict}", sentence.block, *place, cure, proof)
