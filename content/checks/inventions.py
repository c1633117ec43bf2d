"""Reviews, studies, tests, experts, ratings, awards, authors: nothing of the kind without what the shop holds.

Evidence is a reference to the evidence folder in the same paragraph; an experience may also name the person
who stands behind it there. What customers say needs more: their number, the period and the share of the
opposite view, all from the shop's own evidence.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import takewhile
from typing import Final
from weakref import WeakKeyDictionary

from content.checks.blocks import Block, body_at
from content.checks.check import Check
from content.checks.policy import kinds, raw_pattern
from content.checks.reading import Reading, Sentence
from content.checks.reporting import hits, report
from content.checks.view import fold, low
from content.checks.vouched import is_known, people, shop_texts
from content.ledger.ledger import Ledger
from content.lexicon.keys import KEY
from content.records import Finding, Proof, Severity

_EVIDENCE: Final = re.compile(rf"\{{\{{[^}}]*\bevidence-[a-z0-9-]+\.({KEY})")
_PERIOD: Final = {"from", "to", "on", "period"}
_NUMBERS: Final = 2  # how many were asked or sold, and how many were of the other mind
_BOLD: Final = "**"
_LONG: Final = 20
_INITIAL: Final = 2
_LINE: Final = 90  # letters of a line that names nobody but its author
_SCRIPT: Final = re.compile(r"<script[^>]*ld\+json[^>]*>(.*?)</script>", re.IGNORECASE | re.DOTALL)
_RATED: Final = re.compile(
    r'"@type"\s*:\s*"(?:AggregateRating|Review|Rating)"|"(?:aggregateRating|ratingValue|reviewCount|ratingCount)"\s*:'
)
_MICRODATA: Final = re.compile(r'itemprop="(?:aggregateRating|ratingValue|reviewCount|ratingCount|review)"')


class Inventions(Check):
    """No voice, figure, experience or author that nobody can show."""

    name = "invention"
    rules = (
        "invention.review", "invention.statistic", "invention.experience", "invention.expert",
        "invention.rating", "invention.award", "invention.byline",
    )  # fmt: skip

    def check(self, reading: Reading) -> Iterator[Finding]:
        own = _own(reading)
        for sentence in reading.sentences:
            if sentence.is_question or sentence.block.kind == "code" or _is_asked_above(sentence.block):
                continue
            if _is_asked_in_bold(reading, sentence):
                continue
            yield from _said(reading, sentence, own)
        for block in reading.blocks:
            yield from _voices(reading, block)
            yield from _authors(reading, block)
        yield from _marked_up(reading)
        yield from _front_matter(reading)


def _is_asked_above(block: Block) -> bool:
    """A heading that ends in a question is the reader's own, “I am 1.86 m. Which one fits?”"""
    return block.kind == "heading" and _is_asked(block.text)


def _is_asked_in_bold(reading: Reading, sentence: Sentence) -> bool:
    """`**I have never sewn. Will the Start do?** Probably`: the reader's question, answered behind it."""
    body, view = reading.draft.body, sentence.block.view
    begin, at = view.span(0, sentence.end)[0] - body_at(reading.draft), view.span(0, sentence.end)[1]
    if not body.startswith(_BOLD, begin) and not body.endswith(_BOLD, 0, begin):
        return False
    end = body.find(_BOLD, begin + len(_BOLD))
    return at - body_at(reading.draft) <= end and _is_asked(body[begin:end])


def _said(reading: Reading, sentence: Sentence, own: frozenset[str]) -> Iterator[Finding]:
    """Rows that hold; of each kind the first in a sentence. What the shop's people wrote themselves may stand."""
    seen: set[str] = set()
    for hit in hits(reading, sentence, "invention", is_said_behind=False):
        if len(sentence.low) > _LONG and any(sentence.low in text for text in own):
            return
        kind = hit.row.kind
        if kind == "experience" and _NOTHING.match(sentence.block.view.low, hit.end):
            continue
        if kind not in seen and not _is_proven(
            reading, sentence, kind, sentence.block.view.low[hit.start : hit.end]
        ):
            seen.add(kind)
            yield report(reading, sentence, hit)


_NOTHING: Final = re.compile(  # "we have been given no figure", "lo hemos buscado y no consta": nothing is told
    r" ?(?:no |none|nothing|keine|nichts|aucun|ningún|ninguna|y no |et rien|und nichts|but (?:found|got) no)"
    r"|(?:ません|いません|ておりません)"
)


def _is_proven(reading: Reading, sentence: Sentence, kind: str, words: str) -> bool:
    block = sentence.block
    if block.kind == "heading" and any(_stands_for(below, kind) for below in _below(reading, block)):
        return True
    if has_evidence(reading, block, kind):
        return True
    return kind in {"award", "rating"} and any(words in text for text in shop_texts(reading.ledger))


def has_evidence(reading: Reading, block: Block, kind: str) -> bool:
    """Whether a paragraph shows what its kind of claim needs: the shop's evidence, or the person who stands for it."""
    if kind == "review":
        return _is_balanced(block)
    return refers_to_evidence(block) or (kind == "experience" and _names_its_person(reading, block))


def refers_to_evidence(block: Block) -> bool:
    """Whether a paragraph shows some of the shop's evidence."""
    return any(_EVIDENCE.search(found.source) for found in block.rendered)


def shows_evidence(block: Block, start: int, end: int) -> bool:
    """Whether these letters of a paragraph hold a reference to it: what stands beside a sentence does not prove it."""
    return any(
        _EVIDENCE.search(found.source) and found.start < end and start < found.end for found in block.rendered
    )


def section(reading: Reading, block: Block) -> list[Block]:
    """The blocks under the same heading; of a heading those it announces."""
    here = next(place for place, each in enumerate(reading.blocks) if each is block)
    before = [] if block.kind == "heading" else takewhile(_is_text, reversed(reading.blocks[:here]))
    return [*before, block, *takewhile(_is_text, reading.blocks[here + 1 :])]


def _is_text(block: Block) -> bool:
    return block.kind != "heading"


def _below(reading: Reading, heading: Block) -> Iterator[Block]:
    """What a heading announces: “What our own test showed” is as true as the test below it."""
    yield from takewhile(_is_text, reading.blocks[reading.blocks.index(heading) + 1 :])


def _stands_for(block: Block, kind: str) -> bool:
    """Whether a paragraph has the evidence that its heading needs."""
    return _is_balanced(block) if kind == "review" else refers_to_evidence(block)


def _is_balanced(block: Block) -> bool:
    """Number, period and the share of the opposite view stand in the paragraph, from the shop's evidence."""
    keys = {match[1] for found in block.rendered for match in _EVIDENCE.finditer(found.source)}
    return bool(keys & _PERIOD) and len(keys - _PERIOD) >= _NUMBERS


def _names_its_person(reading: Reading, block: Block) -> bool:
    """The paragraph names somebody who stands behind a piece of evidence."""
    text = block.view.low
    return any(
        name in text for evidence in reading.ledger.evidence if (name := low(fold(evidence.by.split(",")[0])))
    )


def _voices(reading: Reading, block: Block) -> Iterator[Finding]:
    """A saying with somebody's name under it; a question is the customer's own, and our people may speak."""
    language, text = reading.market.language, block.text
    if block.kind == "code":
        return
    match = raw_pattern(language, "voice", "told").search(text)
    if not match and (block.kind == "quote" or any(mark in text for mark in '"「«')):
        match = raw_pattern(language, "voice", "signed").search(text)
    if match and not _is_asked(text[: match.start() + 1]) and not _is_balanced(block):
        name = re.sub(r"^[^\w]+", "", match.group()).strip()
        if not is_known(reading, name) and not _is_ours(reading, name):
            yield _of(reading, "review", block, *match.span())


def _is_ours(reading: Reading, said: str) -> bool:
    """Whether one of the shop's people is named in it by a part of the name: “Mrs Petersen”."""
    own = {part for name in people(reading) for part in name.split() if len(part) > _INITIAL}
    return any(word in own for word in re.findall(r"\w+", low(fold(said))))


def _is_asked(text: str) -> bool:
    return text.rstrip("\"'»”」』 -~\n").endswith(("?", "؟", "か", "か。"))


def _authors(reading: Reading, block: Block) -> Iterator[Finding]:
    """Whoever is said to have written or reviewed the text must be known to the shop."""
    text = block.text
    anywhere, alone = _bylines(reading.market.language)
    found = list(anywhere.finditer(text))
    if len(text) <= _LINE and block.kind != "title":
        found += [match for match in [alone.match(text)] if match]
    for match in found:
        person = match.group(match.lastindex or 0)
        if not is_known(reading, person):
            yield _of(reading, "byline", block, match.start(), match.end())
            return


@cache
def _bylines(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A byline anywhere, and one that is a line of its own."""
    name, lead, opening = (
        raw_pattern(language, "byline", part).pattern for part in ("name", "lead", "opening")
    )
    return (
        re.compile(rf"(?<!\w)(?:{lead}):? ?({name})", re.MULTILINE),
        re.compile(rf"\W*(?:{opening}):? ?({name})", re.MULTILINE),
    )


def _of(reading: Reading, kind: str, block: Block, start: int, end: int) -> Finding:
    return reading.finding(kinds()[kind].rule, block, start, end, kinds()[kind].cure)


def _marked_up(reading: Reading) -> Iterator[Finding]:
    """Ratings for search engines: JSON-LD or attributes inside the text. No evidence can be named there."""
    body, at = reading.draft.body, body_at(reading.draft)
    places = [
        (script.start(1) + match.start(), script.start(1) + match.end())
        for script in _SCRIPT.finditer(body)
        for match in [_RATED.search(script[1])]
        if match
    ]
    places += [match.span() for match in _MICRODATA.finditer(body)][:1]
    for start, end in places:
        yield Finding(
            "invention.rating",
            Severity.NOTE,
            (at + start, at + end),
            body[start:end],
            Proof(),
            kinds()["rating"].cure,
        )


def _front_matter(reading: Reading) -> Iterator[Finding]:
    draft = reading.draft
    if draft.head.author and not is_known(reading, draft.head.author):
        start = draft.author_at
        span = (0, 0) if start is None else (start, start + len(draft.head.author))
        yield Finding(
            "invention.byline", Severity.NOTE, span, draft.head.author, Proof(), kinds()["byline"].cure
        )


_KEPT: WeakKeyDictionary[Ledger, dict[tuple[str, date | None], frozenset[str]]] = WeakKeyDictionary()


def _own(reading: Reading) -> frozenset[str]:
    """The same, folded; made once per ledger, market and day."""
    kept = _KEPT.setdefault(reading.ledger, {})
    key = (reading.market.locale, reading.on)
    if key not in kept:
        kept[key] = frozenset(low(fold(text)) for text in _own_words(reading))
    return kept[key]


def _own_words(reading: Reading) -> Iterator[str]:
    """What the shop's own people wrote and stand behind: evidence notes and advice, as rendered here."""
    language = reading.market.language
    for evidence in reading.ledger.evidence:
        yield from _rendered(reading, evidence.text.get(language))
    for advice in reading.ledger.advice:
        for text in (advice.answer, advice.body):
            yield from _rendered(reading, text.get(language))


def _rendered(reading: Reading, text: str | None) -> Iterator[str]:
    if text:
        yield re.sub(r"\{\{[^{}]*\}\}", lambda match: reading.words_of(match.group()) or "", text)
