"""What a judge is shown of the ledger, a line each: first what the article rests on, the shop's own words among it,
then what its products say of the same matters, then as much of the rest as there is room for.

A list that begins with every variant of the first product ends before the second one: judges took what they were not
shown for invented.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from babel.numbers import get_currency_precision

from content.described import described
from content.errors import DraftError, LedgerGap
from content.ledger.counted import SHORT, counts_of, part_of
from content.ledger.ledger import Ledger, digest
from content.records import Fact, Many, Money, Quantity, Span, Text, Unknown, Value
from content.reliance import is_claim
from content.rendering import render
from content.tongues import named, tongue
from seo.records import Market

MOST_ROWS: Final = 110  # about 1,800 tokens
MOST_DESCRIBED: Final = 6
LONGEST: Final = 400  # letters of a description: some 100 tokens
_UNITS: Final = {"wd": "working days", "d": "days", "h": "hours", "a": "years"}
_NOT_SAID: Final = {"url", "image", "description", "title", "name", "short"}
_EVIDENCE: Final = "evidence-"


@dataclass(frozen=True, slots=True)
class Shown:
    """A ledger as one market's judge sees it."""

    ledger: Ledger
    market: Market
    on: date | None = None

    def rows(self, handles: Sequence[str], needed: Sequence[str] = ()) -> tuple[str, ...]:
        """Rows on some products and on the shop. `needed`: what the article shows and rests on, facts and claims."""
        facts = [ref for ref in needed if not is_claim(ref)]
        found = dict.fromkeys(
            [
                *(row for ref in facts for row in self._row(*ref.rsplit(".", 1))),
                *self._own_words(needed),
                *self._descriptions(handles),
                *(row for key in self._keys(handles, facts) for h in handles for row in self._row(h, key)),
                *self._shop_rows(),
                *(
                    row
                    for h in handles
                    for part in self.ledger.products[h].variants
                    for row in self._all(part)
                ),
            ]
        )
        return tuple(f"r{number} | {row}" for number, row in enumerate(list(found)[:MOST_ROWS], 1))

    def _keys(self, handles: Sequence[str], facts: Sequence[str]) -> list[str]:
        """Attributes, those the article speaks of first."""
        spoken = [ref.rsplit(".", 1)[1] for ref in facts if ref.rsplit(".", 1)[0] in self.ledger.products]
        return list(dict.fromkeys([*spoken, *self.ledger.keys(list(handles)), "price"]))

    def _all(self, handle: str) -> Iterator[str]:
        for key in dict.fromkeys((*self.ledger.keys([handle]), "price")):
            yield from self._row(handle, key)

    def _row(self, subject: str, key: str) -> Iterator[str]:
        """One fact; nothing for what nobody has stated or what is no statement."""
        value = self.ledger.fact(subject, key, self.market, self.on).value
        if key not in _NOT_SAID and not isinstance(value, Unknown):
            told = f"{self._told(subject, key)}{self._counted(subject, key)}"
            yield f"{self._name(subject)} | {told} | {shown(value, self.market.language)}"

    def _told(self, subject: str, key: str) -> str:
        """A fact's key in words; a reason of returns as it was written."""
        counts = counts_of(subject, key, self.ledger)
        if counts is None:
            return key.replace("_", " ")
        start = f"{counts[1].replace('-', '_')}_"
        return f"{start}{self.ledger.lexicon.written(key.removeprefix(start).replace('_', ' '))}".replace(
            "_", " "
        )

    def _counted(self, subject: str, key: str) -> str:
        """Of which sizes and colours a count is, where it is not of all: an article that says so goes no further."""
        part = part_of(subject, key, self.ledger, self.market)
        if part is None:
            return ""
        names = (", ".join(self._mark(each, key) for key in part.keys) for each in part.variants)
        return f" (of {'; '.join(filter(None, names)) or 'some sizes and colours'} alone)"

    def _mark(self, handle: str, key: str) -> str:
        if key == SHORT:
            return self.ledger.short(handle, self.market.language)
        return shown(self.ledger.fact(handle, key, self.market, self.on).value, self.market.language)

    def _name(self, subject: str) -> str:
        product = self.ledger.products.get(subject)
        if product is None:
            return subject.replace("-", " ")
        name = self.ledger.name(product.family or subject, self.market.language)
        return f"{name} {product.sku}" if product.family else name

    def _own_words(self, needed: Sequence[str]) -> Iterator[str]:
        """Advice and evidence the article rests on, in the words of the shop's people."""
        for evidence in self.ledger.evidence:
            language = self._tongue(evidence.text)
            is_used = any(
                ref == f"evidence({evidence.id})" or ref.startswith(f"{_EVIDENCE}{evidence.id}.")
                for ref in needed
            )
            if is_used and (text := evidence.text.get(language)):
                told = f"evidence by {evidence.by}, {evidence.on}{self._in(language)}"
                yield f"{told} | {self._filled(text)}"
        for advice in self.ledger.advice:
            language = self._tongue(advice.answer)
            said = [
                text for each in (advice.title, advice.answer, advice.body) if (text := each.get(language))
            ]
            if f"advice({advice.id})" in needed and said:
                yield f"advice of the shop's people{self._in(language)} | {self._filled(' '.join(said))}"

    def _descriptions(self, handles: Sequence[str]) -> Iterator[str]:
        """What the shop's own pages say of the first products: "not for rain" stands in no column, and judges
        took it for more than the rows say.
        """
        for each in described(self.ledger, handles, self.market, self.on)[:MOST_DESCRIBED]:
            words = " ".join(each.text.split())
            cut = f"{words[:LONGEST].rsplit(' ', 1)[0]} …" if len(words) > LONGEST else words
            yield f"{self._name(each.handle)} | its own page{self._in(each.language)} | {cut}"

    def _tongue(self, text: Text) -> str:
        return tongue(text, self.market.language, self.ledger.shop.language) or self.market.language

    def _in(self, language: str) -> str:
        """A word on the language of a text that nobody has put into the page's."""
        return f", in {named(language)}" if language != self.market.language else ""

    def _filled(self, text: str) -> str:
        try:
            return " ".join(render(text, self.ledger, self.market, "plain", self.on).split())
        except (LedgerGap, DraftError):
            return " ".join(text.split())

    def _shop_rows(self) -> Iterator[str]:
        for fact in self.ledger.facts("shop"):
            if fact.market in (None, self.market.country) and not isinstance(fact.value, Unknown):
                yield f"shop | {_key(fact)} | {shown(fact.value, self.market.language)}"


def _key(fact: Fact) -> str:
    return fact.key.replace("_", " ")


def shown(value: Value, language: str) -> str:
    """A value in plain letters."""
    match value:
        case bool():
            return "yes" if value else "no"
        case Money():
            digits = get_currency_precision(value.currency)
            return f"{value.minor / 10**digits:.{digits}f} {value.currency}"
        case Text():
            return value.get(language) or next((text for _, text in value.by_language), "")
        case Many():
            return " / ".join(shown(side, language) for side in value.values)
        case Quantity() | Span():
            text = digest(value)
            return text.removesuffix(value.unit) + _UNITS.get(value.unit, value.unit)
    return digest(value)
