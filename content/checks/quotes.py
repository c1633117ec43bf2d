"""A statement from elsewhere stands on words that stand in a stored page, and says no more than they do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from content.checks.amounts import Amount
from content.checks.blocks import QUOTE_ID
from content.checks.check import Check
from content.checks.contradictions import contradiction
from content.checks.extract import extract
from content.checks.knowledge import knowledge, spoken
from content.checks.numbers import hidden
from content.checks.quotation import Definition, comparable, definitions, stands_in
from content.checks.reading import Reading, Sentence, words
from content.checks.subjects import Subject
from content.checks.view import fold, low
from content.dossier import StoredPage
from content.records import Finding, Proof
from content.word_lists import words_of

LONGEST: Final = 90  # words of one source (findings/quality.md §8)
SHARE: Final = 0.10  # of the article
FREE: Final = 40  # words that may be quoted on any page, however short
_WORDS_JA: Final = 2.2
_WEAK: Final = {"crowd", "trade", "unknown"}
_PROVABLE: Final = {"number.unproven", "invention.statistic", "invention.expert", "capability.unproven"}
_OF_NOBODY: Final = "number.unsupported"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A mark's words and the page they are found in; None: nobody stored it, or the words are not there."""

    id: str
    words: str
    definition: Definition | None
    page: StoredPage | None


class Quotes(Check):
    """Quoted exactly, shortly, from a source that may speak, and not against another source kept silent."""

    name = "quote"
    rules = (
        "quote.missing", "quote.altered", "quote.number", "quote.name", "quote.long", "quote.tier",
        "quote.contradicted", "quote.unused",
    )  # fmt: skip

    def check(self, reading: Reading) -> Iterator[Finding]:
        if "[^q" not in reading.draft.body:
            return
        told = quotations(reading)
        used = {note.id for block in reading.blocks for note in block.notes}
        yield from _missing(reading, told)
        for quotation in told.values():
            if quotation.definition and quotation.id not in used:
                cure = f"No sentence has the mark [^{quotation.id}]: set it, or take the line out."
                yield _at(reading, "quote.unused", quotation.definition, cure)
            yield from _altered(reading, quotation)
        quoted = [each for each in told.values() if each.page and (each.definition or each.id in used)]
        yield from _long(reading, quoted)
        for sentence, subject in spoken(reading):
            carried = [told[each] for each in marks(sentence) if each in told and told[each].page]
            if carried:
                yield from _beyond(reading, sentence, subject, carried)
                yield from _weak(reading, sentence, carried)
                yield from _one_sided(reading, sentence, carried, told)


def quotations(reading: Reading) -> dict[str, Quotation]:
    """What each mark of a draft stands for, by its id."""
    found = {
        quote.id: Quotation(
            quote.id, quote.text, None, next((p for p in reading.dossier.pages if p.hash == quote.page), None)
        )
        for quote in reading.dossier.quotes
    }
    for each in definitions(reading.draft.body):
        page = reading.dossier.page(each.url) if each.url else None
        is_there = page is not None and bool(each.words) and stands_in(each.words, page.text, page.language)
        found[each.id] = Quotation(each.id, each.words, each, page if is_there else None)
    return found


def marks(sentence: Sentence) -> list[str]:
    """The marks of quotations that hang on a sentence: in it, or right behind it."""
    block = sentence.block
    later = [start for start, _ in block.sentences if start > sentence.start]
    end = min(later, default=len(block.text) + 1)
    return [
        note.id
        for note in block.notes
        if QUOTE_ID.fullmatch(note.id) and sentence.start < note.at <= max(end, sentence.end)
    ]


def quoted_places(reading: Reading) -> list[tuple[int, int, bool]]:
    """Where sentences stand whose every mark is good: start, end, and whether they name a product."""
    if "[^q" not in reading.draft.body:
        return []
    told = quotations(reading)
    names = knowledge(reading).names
    return [
        (*sentence.block.view.span(sentence.start, sentence.end), bool(names.mentions(sentence.text)))
        for sentence in reading.sentences
        if (ids := marks(sentence)) and all(each in told and told[each].page for each in ids)
    ]


def is_proven_by_quote(finding: Finding, places: list[tuple[int, int, bool]]) -> bool:
    """Whether a quotation answers for what a finding holds against a sentence; never for a product's number."""
    return any(
        start <= finding.span[0] < end
        and (finding.rule in _PROVABLE or (finding.rule == _OF_NOBODY and not names_a_product))
        for start, end, names_a_product in places
    )


# --- the rules --------------------------------------------------------------------------------------------


def _missing(reading: Reading, told: dict[str, Quotation]) -> Iterator[Finding]:
    for block in reading.blocks:
        for note in block.notes:
            if not QUOTE_ID.fullmatch(note.id):
                continue
            quotation = told.get(note.id)
            start, end = max(0, note.at - 1), note.at
            if quotation is None:
                cure = f'Say whose words: [^{note.id}]: "exact words" — Title, https://…'
                yield reading.finding("quote.missing", block, start, end, cure)
    for quotation in told.values():
        each = quotation.definition
        if each and not (each.words and each.url):
            cure = f'Write it as [^{each.id}]: "exact words" — Title, https://…'
            yield _at(reading, "quote.missing", each, cure)
        elif each and reading.dossier.page(each.url) is None:
            cure = f"{each.url} is not stored: save the page in evidence/pages/, or take the statement out."
            yield _at(reading, "quote.missing", each, cure)


def _altered(reading: Reading, quotation: Quotation) -> Iterator[Finding]:
    each = quotation.definition
    page = reading.dossier.page(each.url) if each and each.url and each.words else None
    if each and page and quotation.page is None:
        cure = f"These words do not stand in the page stored on {page.fetched_on}: quote them exactly."
        yield _at(reading, "quote.altered", each, cure, Proof(page.file, None, page.title))


def _long(reading: Reading, told: list[Quotation]) -> Iterator[Finding]:
    by_page: dict[str, float] = {}
    for quotation in told:
        if quotation.page:
            by_page[quotation.page.hash] = by_page.get(quotation.page.hash, 0) + _size(quotation.words)
    article = sum(_size(block.text) for block in reading.body)
    total = sum(by_page.values())
    for quotation in told:
        if quotation.page and quotation.definition and by_page[quotation.page.hash] > LONGEST:
            cure = f"More than {LONGEST} words are quoted from this page: quote less, or say it yourself."
            yield _at(reading, "quote.long", quotation.definition, cure)
            return
    longest = max(told, key=lambda each: len(each.words), default=None)
    if longest and longest.definition and total > max(FREE, SHARE * article):
        cure = f"{total / max(1.0, article):.0%} of the article are quotations, {SHARE:.0%} are enough."
        yield _at(reading, "quote.long", longest.definition, cure)


def _size(text: str) -> float:
    """Words; Japanese letters count by two."""
    found = list(words(low(fold(text))))
    return sum(len(word) / _WORDS_JA if word[0] > "\u3040" else 1.0 for word in found)


def _beyond(
    reading: Reading, sentence: Sentence, subject: Subject, carried: list[Quotation]
) -> Iterator[Finding]:
    """Numbers and names the quoted words do not hold, and the ledger does not either."""
    market = reading.market
    quoted = [
        amount
        for each in carried
        if each.page
        for amount in extract(fold(each.words), each.page.language or market.locale, market.currency)
    ]
    binder = knowledge(reading).binder
    own = extract(hidden(sentence, subject), market.locale, market.currency)
    for amount in own:
        is_rendered = any(r.start <= amount.start and amount.end <= r.end for r in sentence.rendered)
        is_bare_word = amount.in_words and not amount.dimension
        if is_rendered or is_bare_word or any(_same(amount, other) for other in quoted):
            continue
        is_ours = (
            subject.certainty == "named"
        )  # a number of the same size elsewhere in the ledger proves nothing
        if not (is_ours and binder.rule(amount, sentence, subject, own).verdict in {"proven", "derived"}):
            start, end = sentence.start + amount.start, sentence.start + amount.end
            cure = "The quoted words do not hold this number: say what they say."
            yield reading.finding("quote.number", sentence.block, start, end, cure, _proof(carried[0]))
    held = comparable(
        " ".join(f"{each.words} {each.page.title} {each.page.url}" for each in carried if each.page)
    )
    for start, end in _names(reading, sentence):
        if low(sentence.text[start:end]) not in held:
            cure = "The quoted words do not name this: say who says it, as the page does."
            place = sentence.start + start, sentence.start + end
            yield reading.finding("quote.name", sentence.block, *place, cure, _proof(carried[0]))


def _same(one: Amount, other: Amount) -> bool:
    if one.dimension and other.dimension:
        return one.dimension == other.dimension and all(
            abs(a - b) <= max(abs(b) / 100, one.step / 2) for a, b in zip(one.base, other.base, strict=False)
        )
    return one.values == other.values


_CAPITAL: Final = re.compile(r"(?<![\w'-])[A-ZÀ-ÖØ-Þ][\w'-]{2,}")
_LATIN: Final = re.compile(r"(?<![\w'-])[A-Za-z][A-Za-z.&'-]{3,}")
_ALL_CAPITALS: Final = re.compile(r"(?<![\w'-])[A-ZÄÖÜ]{3,}(?![\w'-])")


def _names(reading: Reading, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Words that look like names: capitals inside a sentence; in German, where every noun has one, only
    abbreviations; in Arabic and Japanese words in Latin letters. The shop's own are none."""
    language = reading.market.language
    pattern = {"de": _ALL_CAPITALS, "ar": _LATIN, "ja": _LATIN}.get(language, _CAPITAL)
    shop = low(fold(reading.ledger.shop.name))
    mentions = knowledge(reading).names.mentions(sentence.text)
    for match in pattern.finditer(sentence.text):
        opens = not sentence.text[: match.start()].strip(" \"'«“¿¡(")
        is_ours = low(match.group()) in shop or any(m.start <= match.start() < m.end for m in mentions)
        in_reference = any(r.start <= match.start() < r.end for r in sentence.rendered)
        if not (opens or is_ours or in_reference):
            yield match.span()


def _weak(reading: Reading, sentence: Sentence, carried: list[Quotation]) -> Iterator[Finding]:
    match = _weighty(reading.market.language).search(sentence.low)
    if match and all(each.page and each.page.tier in _WEAK for each in carried):
        page = carried[0].page
        tier = page.tier if page else "unknown"
        cure = (
            f"Safety, health and law need an authority, a study or a standard; this source is {tier!r}: "
            "find a better one, or say `tier:` in the stored page's header."
        )
        start, end = sentence.start + match.start(), sentence.start + match.end()
        yield reading.finding("quote.tier", sentence.block, start, end, cure, _proof(carried[0]))


def _one_sided(
    reading: Reading, sentence: Sentence, carried: list[Quotation], told: dict[str, Quotation]
) -> Iterator[Finding]:
    said = {comparable(each.words) for each in told.values() if each.page}
    for each in carried:
        against = contradiction(each.words, each.page, reading.dossier.pages, said) if each.page else None
        if against:
            page, words_ = against
            cure = f"“{page.title}” says otherwise ({words_[:80]!r}): say both, or neither."
            proof = Proof(page.file, None, words_)
            place = sentence.start, sentence.end
            yield reading.finding("quote.contradicted", sentence.block, *place, cure, proof)
            return


@cache
def _weighty(language: str) -> re.Pattern[str]:
    starts = "|".join(re.escape(low(fold(word))) for word in words_of(__file__, "weighty", language).split())
    edge = "" if language in {"ja", "ar"} else r"(?<![^\W\d_])"
    return re.compile(rf"{edge}(?:{starts})")


def _at(reading: Reading, rule: str, each: Definition, cure: str, proof: Proof | None = None) -> Finding:
    return reading.body_finding(rule, each.start, each.end, cure, proof)


def _proof(quotation: Quotation) -> Proof:
    page = quotation.page
    return Proof(page.file or page.url, None, quotation.words) if page else Proof()
