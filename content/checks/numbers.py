"""Every number of the prose against the ledger: value, unit, product and attribute together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from content.checks.amounts import Amount
from content.checks.binding import Binder
from content.checks.blocks import Block
from content.checks.borrowed import Borrowing
from content.checks.check import Check
from content.checks.destinations import binder_of
from content.checks.extract import extract
from content.checks.knowledge import knowledge, spoken
from content.checks.questioned import is_questioned
from content.checks.reading import Reading, Sentence
from content.checks.rulings import Ruling
from content.checks.sequences import Order, Proven, order, runs
from content.checks.shown import is_count
from content.checks.stated import Numbers as Stock
from content.checks.stated import Stated
from content.checks.subjects import Subject
from content.records import Finding, Proof

_PRICES: Final = 8  # of the page that a sum may be made of
_MEASURES: Final = 12  # and that a price may be shared out by
_RULES: Final = {
    "contradicted": "number.contradicted",
    "elsewhere": "number.elsewhere",
    "between": "number.between",
    "unsupported": "number.unsupported",
    "unproven": "number.unproven",
    "loose": "number.loose",
    "derived": "number.derived",
}
_PRICE_RULES: Final = {
    "contradicted": "price.contradicted",
    "elsewhere": "price.contradicted",
    "currency": "price.currency",
    "unsupported": "price.unsupported",
    "loose": "price.loose",
}

_OF_A_ROW: Final = {"between", "elsewhere", "contradicted", "currency", "derived", "loose"}


class Numbers(Check):
    """Sizes, weights, prices, days: proven by a row, or reported with the row that speaks against them."""

    name = "number"
    rules = (*_RULES.values(), *dict.fromkeys(_PRICE_RULES.values()))

    def check(self, reading: Reading) -> Iterator[Finding]:
        binder, paragraph = knowledge(reading).binder, _Paragraph(None, [], ())
        subject_of = {id(sentence): subject for sentence, subject in spoken(reading)}
        for sentence in reading.sentences:
            if sentence.block is not paragraph.block:
                paragraph = paragraph.next(sentence.block)
            subject = subject_of.get(id(sentence))
            if subject is not None:
                yield from _of_sentence(reading, binder, sentence, subject, paragraph)
            elif sentence.is_question:
                # "Your room is two metres wide? Then 90 cm are left": it brings a number
                paragraph.amounts += extract(sentence.text, reading.market.locale, reading.market.currency)


@dataclass
class _Paragraph:
    """What a paragraph's earlier sentences have said."""

    block: Block | None
    amounts: list[Amount]
    order: Order  # in which the first list named the variants
    page: list[Amount] = field(
        default_factory=list
    )  # the last prices and measures of the page before it: a table, then its total
    asked: list[Amount] = field(default_factory=list)  # what its heading counts: "And for two desks?"

    def next(self, block: Block) -> "_Paragraph":
        """The one after it."""
        prices = [each for each in (*self.page, *self.amounts) if each.dimension == "money"]
        measures = [
            each for each in (*self.page, *self.amounts) if each.dimension != "money" and not each.is_range
        ]
        is_headed = self.block is not None and self.block.kind == "heading"
        counts = [each for each in self.amounts if is_headed and not each.dimension and is_count(each)]
        return _Paragraph(block, [], (), [*measures[-_MEASURES:], *prices[-_PRICES:]], counts)


def _of_sentence(
    reading: Reading, binder: Binder, sentence: Sentence, subject: Subject, paragraph: _Paragraph
) -> Iterator[Finding]:
    found = amounts_of(reading, sentence, subject, binder.numbers)
    if found:
        binder = binder_of(sentence, reading, binder)
    proven: list[Proven] = []
    for amount in found:
        if _is_rendered(sentence, amount):
            continue
        ruling = binder.rule(
            amount, sentence, subject, found, paragraph.amounts, paragraph.page, paragraph.asked
        )
        if ruling.verdict == "proven":
            proven.append((amount, ruling))
        elif is_questioned(amount, sentence, subject, ruling, reading):
            continue
        yield from _finding(reading, sentence, amount, ruling, binder.numbers)
    paragraph.amounts += found
    for amount, ruling in _out_of_order(binder, subject, proven, paragraph):
        yield from _finding(reading, sentence, amount, ruling, binder.numbers)


def _out_of_order(
    binder: Binder, subject: Subject, proven: list[Proven], paragraph: _Paragraph
) -> Iterator[Proven]:
    """Numbers of a list that name a product's variants in another order than the paragraph's first list."""
    product = binder.ledger.products.get(subject.handles[0]) if len(subject.handles) == 1 else None
    if product is None or len(product.variants) < 2:  # noqa: PLR2004 - nothing to mix up
        return
    for run in runs(proven):
        own = order(run, binder.numbers, product.variants)
        if own and not paragraph.order:
            paragraph.order = own
        elif own and own != paragraph.order and set(own) == set(paragraph.order):
            yield from ((amount, Ruling("elsewhere", ruling.stated)) for amount, ruling in run)


def _finding(
    reading: Reading, sentence: Sentence, amount: Amount, ruling: Ruling, numbers: Stock
) -> Iterator[Finding]:
    rule = (_PRICE_RULES if amount.dimension == "money" else _RULES).get(ruling.verdict)
    if rule:
        start, end = sentence.start + amount.start, sentence.start + amount.end
        ruling = replace(ruling, stated=_as_column(ruling.stated, numbers))
        yield reading.finding(rule, sentence.block, start, end, _cure(ruling), _proof(ruling.stated))


def amounts_of(reading: Reading, sentence: Sentence, subject: Subject, numbers: Stock) -> list[Amount]:
    """The numbers of a sentence, product names left out, with the units only this ledger has (`58 HRC`)."""
    text = hidden(sentence, subject)
    found = extract(text, reading.market.locale, reading.market.currency)
    own = [_with_own_unit(amount, text, numbers.own_units) for amount in found]
    names, language = (*subject.mentions, *subject.others), reading.market.language
    named = Borrowing(sentence.low, language, names, subject.variants, numbers.has_flow).meant(own)
    return [
        replace(amount, unit="", dimension="") if _is_piece(amount, sentence, subject, reading) else amount
        for amount in named
    ]


def _is_piece(amount: Amount, sentence: Sentence, subject: Subject, reading: Reading) -> bool:
    """`six bars` of a shop that sells soap in bars is no pressure."""
    if amount.dimension != "pressure":
        return False
    titles = (reading.ledger.name(handle, reading.market.language) for handle in subject.on_page)
    unit = sentence.low[amount.start : amount.end].split()[-1].rstrip("s")
    return any(re.search(rf"(?<!\w){re.escape(unit)}s?(?!\w)", title.lower()) for title in titles)


def _with_own_unit(amount: Amount, text: str, units: frozenset[str]) -> Amount:
    if amount.unit:
        return amount
    for unit in units:
        match = re.compile(rf"\s?{re.escape(unit)}(?![A-Za-z])").match(text, amount.end)
        if match:
            return replace(amount, unit=unit, dimension=unit, end=match.end())
    return amount


def hidden(sentence: Sentence, subject: Subject) -> str:
    """The sentence with the digits of product names blanked: `HD7546/20` and `Pako 20` are no numbers."""
    text = sentence.text
    titled = (m for m in subject.variants if sentence.block.kind != "row" and m.end - m.start < len(text))
    for mention in (*subject.mentions, *subject.others, *titled):
        name = re.sub(r"\d", "_", text[mention.start : mention.end])
        text = text[: mention.start] + name + text[mention.end :]
    return text


def _is_rendered(sentence: Sentence, amount: Amount) -> bool:
    """Whether a reference wrote it: then the ledger itself has spoken."""
    return any(found.start <= amount.start and amount.end <= found.end for found in sentence.rendered)


def _proof(stated: Stated | None) -> Proof:
    return stated.proof if stated else Proof()


def _as_column(stated: Stated | None, numbers: Stock) -> Stated | None:
    """The column that holds what a text of the same product says: only a column can stand as a reference."""
    if stated is None or not stated.is_prose:
        return stated
    columns = (row for row in numbers.of(stated.subject) if not row.is_prose)
    same = (row for row in columns if (row.dimension, row.base) == (stated.dimension, stated.base))
    return next(same, stated)


def _cure(ruling: Ruling) -> str:
    stated = ruling.stated
    said = stated.proof.value if stated else ""
    if stated and ruling.is_anothers:
        return f"This is another product's number: the ledger says {said}. Say which product it is of, or drop it."
    if stated and stated.is_prose and ruling.verdict in _OF_A_ROW:
        return f"The ledger says {said}: correct the number here, or the text there."
    reference = f"{{{{{stated.subject}.{stated.key}}}}}" if stated else ""
    match ruling.verdict:
        case "between":
            return f"No route takes this long. Write the days of one route: {reference} ({said})."
        case "elsewhere":
            return f"This is another product's number. The ledger says {said}: write {reference}."
        case "contradicted":
            return f"The ledger says {said}: write {reference}, or correct the row."
        case "currency":
            return (
                f"Prices of this market are in another currency; the ledger says {said}: write {reference}."
            )
        case "loose":
            return (
                f"The ledger says {said}: write {reference} if that is what is meant, or say what this is of."
            )
        case "derived":
            return f"Calculated from {said}: check the sum, or let it follow the ledger with {reference}."
        case "unproven":
            return "Nothing in the ledger states this number: if it is a promise, add it to facts.toml."
        case _:
            return "Nothing in the ledger states this number: add it to its row or facts.toml, or drop it."
