"""What a proofreader is given: the article in numbered lines with its numbers taken out, and the names of what the
catalogue holds, without what it says of any product. A sentence that gives orders to a machine is not shown."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from content.checks.amounts import Amount
from content.checks.blocks import Block
from content.checks.extract import extract
from content.checks.knowledge import knowledge, spoken
from content.checks.numbers import amounts_of
from content.checks.orders import blanked
from content.checks.reading import Reading, Sentence
from content.checks.subjects import Subject
from content.checks.view import fold
from content.proofreading.catalogue import catalogue, marks, unit_name
from content.records import Text

MOST_PRODUCTS: Final = 60  # of the catalogue that are named, those of the article first
_A_SIZE: Final = 10  # from which a bare number of a name may be a length: `135x200`
_DIGITS: Final = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Gap:
    """A number taken out of the article; its place counts from the start of its block."""

    number: int
    block: Block
    amount: Amount


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, or a row of a table."""

    number: int
    block: Block
    start: int
    end: int
    text: str  # with gaps
    is_stated: bool  # what the page itself says: no question, no quotation
    is_shown: bool  # false where it holds an order to a machine, which is blanked


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is shown, and what its names stand for."""

    lines: tuple[Line, ...]
    gaps: tuple[Gap, ...]
    products: tuple[str, ...]  # handles; P1 is the first
    catalogue: str


def sheet(reading: Reading) -> Sheet:
    """The sheet of one draft."""
    products = _products(reading)
    lined = _Lined(reading, frozenset(_in_names(reading, products)))
    for block in reading.blocks:
        lined.add(block)
    return Sheet(tuple(lined.lines), tuple(lined.gaps), products, catalogue(reading, products))


class _Lined:
    """Lines and gaps as they are numbered."""

    def __init__(self, reading: Reading, named: frozenset[tuple[Decimal, str]]) -> None:
        self.lines: list[Line] = []
        self.gaps: list[Gap] = []
        self._reading, self._named = reading, named
        self._subject = {id(sentence): subject for sentence, subject in spoken(reading)}
        self._of_block: dict[int, list[Sentence]] = {}
        for sentence in reading.sentences:
            self._of_block.setdefault(id(sentence.block), []).append(sentence)

    def add(self, block: Block) -> None:
        """A block's sentences, each a line; a table's row is one."""
        sentences = self._of_block.get(id(block), [])
        told = [(sentence, self._with_gaps(sentence)) for sentence in sentences]
        if block.kind == "row" and told:
            self._line(sentences, " | ".join(text for _, text in told))
            return
        for sentence, text in told:
            self._line([sentence], _MARKS.get(block.kind, "") + text)

    def _line(self, sentences: Sequence[Sentence], text: str) -> None:
        first, last = sentences[0], sentences[-1]
        is_stated = any(id(sentence) in self._subject for sentence in sentences)
        seen = blanked(text)
        line = Line(
            len(self.lines) + 1,
            first.block,
            first.start,
            last.end,
            " ".join(seen.split()),
            is_stated,
            seen == text,
        )
        self.lines.append(line)

    def _with_gaps(self, sentence: Sentence) -> str:
        text, at = "", 0
        found = _amounts(self._reading, sentence, self._subject.get(id(sentence)))
        for amount in sorted(found, key=lambda amount: amount.start):
            if amount.start < at:
                continue
            place = replace(amount, start=sentence.start + amount.start, end=sentence.start + amount.end)
            gap = Gap(len(self.gaps) + 1, sentence.block, place)
            self.gaps.append(gap)
            text += f"{_without_gaps(sentence.text[at : amount.start])}[{_shown(gap, self._named)}]"
            at = amount.end
        return text + _without_gaps(sentence.text[at:])


_MARKS: Final = {"heading": "# ", "title": "# ", "item": "- ", "quote": "> "}


def _amounts(reading: Reading, sentence: Sentence, subject: Subject | None) -> list[Amount]:
    """Its numbers, as the checks take them; a question or quotation is about nothing but what it names."""
    known = knowledge(reading)
    asked = subject or Subject((), "any", tuple(known.names.mentions(sentence.text)))
    return amounts_of(reading, sentence, asked, known.binder.numbers)


def _in_names(reading: Reading, products: Sequence[str]) -> Iterator[tuple[Decimal, str]]:
    """Numbers that tell products apart, with what they measure: `Lull 50 × 75 cm`, `Lobera 2`, `OEKO-TEX Standard 100`.
    Bare ones may be said of any of them: "the 65"."""
    language, ledger = reading.market.language, reading.ledger
    told_apart = marks(reading, products)
    for handle in products:
        told = [ledger.name(handle, language), ledger.products[handle].title]
        value = ledger.fact(handle, "certificate", reading.market, reading.on).value
        told += [text for _, text in value.by_language] if isinstance(value, Text) else []
        told.append(told_apart.get(handle, ""))
        for text in map(fold, told):
            for number in map(Decimal, _DIGITS.findall(text)):
                yield number, ""
                if number >= _A_SIZE:
                    yield number, "length"
            for amount in extract(text, ledger.shop.language, reading.market.currency):
                yield from ((value, amount.dimension) for value in amount.values)


def _shown(gap: Gap, named: frozenset[tuple[Decimal, str]]) -> str:
    """`N3 cm`; with its number where that may be part of a product's name, or is a word of its own ("a quarter")."""
    amount = gap.amount
    is_name = not amount.is_range and (amount.values[0], amount.dimension) in named
    if is_name or (amount.in_words and amount.values[0] % 1):
        return f"N{gap.number} = {gap.block.view.text[amount.start : amount.end]}"
    ends = "from-to" if amount.is_range else ""
    return " ".join(part for part in (f"N{gap.number}", ends, unit_name(amount.unit)) if part)


def _without_gaps(text: str) -> str:
    """Brackets of the article's own are no gaps."""
    return text.replace("[", "(").replace("]", ")")


def mentioned(reading: Reading) -> tuple[str, ...]:
    """The families a page speaks of: that of its own product, then those it names, in their order."""
    ledger, names = reading.ledger, knowledge(reading).names
    named = (each.handle for block in reading.blocks for each in names.mentions(block.text))
    page = ledger.resolve(reading.draft.sku) if reading.draft.sku else None
    found = (*([page] if page else ()), *named)
    return tuple(dict.fromkeys(ledger.products[handle].family or handle for handle in found))


def _products(reading: Reading) -> tuple[str, ...]:
    """Handles in the order of the ledger: all of a small shop, else the families the page speaks of and some more."""
    ledger = reading.ledger
    order = dict.fromkeys([*mentioned(reading), *(product.handle for product in ledger.families())])
    found: list[str] = []
    for handle in order:
        part = [handle, *ledger.products[handle].variants]
        if len(found) + len(part) > MOST_PRODUCTS and found:
            break
        found += part
    rank = {handle: place for place, handle in enumerate(ledger.products)}
    return tuple(sorted(found, key=lambda handle: rank[handle]))
