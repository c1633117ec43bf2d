"""Binds a number of a sentence to a product and an attribute, and says what the ledger makes of it.

The way through: whose it may be (`owning.py`), which word names it (`naming.py`), which row proves it (here), which
speaks against it (`refuting.py`), what it may be worked out from (`operands.py`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from content.checks.amounts import Amount
from content.checks.attribute_phrases import attribute_phrases, kinds
from content.checks.corroborated import corroborated
from content.checks.counts import count
from content.checks.naming import TIGHT, Hit, Naming
from content.checks.operands import worked_out
from content.checks.owning import given_to, pointed_at
from content.checks.places import Place
from content.checks.proving import is_bound, proof, same_kind
from content.checks.reading import Sentence
from content.checks.refuting import against
from content.checks.rulings import Ruling
from content.checks.standing import is_at_name, is_definition, is_told
from content.checks.stated import Numbers, Stated
from content.checks.subjects import Subject
from content.checks.terms import SPANS_OF_TIME, is_other_route, named_promises
from content.ledger.ledger import Ledger

_SHOP: Final = "shop"
_HARD: Final = {"contradicted", "elsewhere"}
_LONG: Final = re.compile(
    "length|height|size|größe|groesse|drop|long|tall|longueur|hauteur|länge|laenge|höhe|hoehe|largo|alto"
)


@dataclass(frozen=True, slots=True)
class Binder:
    """Holds a market's attribute words against the numbers the ledger states."""

    ledger: Ledger
    numbers: Numbers
    naming: Naming

    def rule(
        self,
        amount: Amount,
        sentence: Sentence,
        subject: Subject,
        all_amounts: list[Amount],
        before: Sequence[Amount] = (),
        page: Sequence[Amount] = (),
        asked: Sequence[Amount] = (),
    ) -> Ruling:
        """Prove a number, or say why not; `before` are the numbers of the paragraph's earlier sentences, `page` the
        last prices before the paragraph, `asked` what its heading counts."""
        place = Place(amount, sentence, subject, all_amounts)
        ruling = self._rule(place)
        if ruling.verdict in {"proven", "readers", "unproven"}:
            return ruling
        is_free = self._is_free(place, ruling)
        is_cell = self._is_cell_of(place, ruling)
        row = (
            None
            if is_cell
            else worked_out(place, before, page, asked, self.numbers, self.naming, is_free=is_free)
        )
        if row:
            return Ruling("derived", row)
        anothers = corroborated(place, self.numbers) if ruling.verdict in _HARD else None
        return Ruling("proven", anothers) if anothers else _loosened(ruling, place)

    def _rule(self, place: Place) -> Ruling:
        amount, about = place.amount, given_to(place, self.numbers, self.naming.language)
        scope = [s for handle in about for s in self.numbers.of(handle)]
        if not amount.dimension:
            return count(place, scope, self.naming)
        if amount.dimension == "angle" or is_definition(amount, place.text, self.naming.language):
            return Ruling("proven")
        same = [
            s
            for s in self._same(amount, scope)
            if not (s.subject == _SHOP and self._is_lasting(place, s, scope))
        ]
        hit, distance = self.naming.nearest(place, {s.key for s in same})
        keyed = [s for s in same if hit and s.key in hit.keys]
        if hit and keyed:
            ruling = self._of_its_word(place, about, same, keyed, hit, distance)
            if ruling:
                return ruling
        found = proof(amount, same) or self._compared(place, about, same)
        if found and not is_other_route(found, place, same, self.naming):
            return self._of_variant(place, found)
        ruling = against(place, keyed or same, hit, self.numbers, self.naming)
        return replace(ruling, is_named=bool(hit) and distance <= TIGHT)

    def _is_cell_of(self, place: Place, ruling: Ruling) -> bool:
        """Whether it stands under the very name of an attribute, `Maximum load`: a cell states, and works out
        nothing."""
        is_measure = place.is_in_row and place.amount.dimension not in {"", "money"}
        is_against = ruling.verdict == "contradicted"
        return bool(
            is_against and is_measure and ruling.stated and self.naming.is_titled(place, ruling.stated.key)
        )

    def _is_lasting(self, place: Place, row: Stated, scope: Sequence[Stated]) -> bool:
        """`The Torvi keeps tea hot for 24 hours` is told of the flask, whatever is sent within a day."""
        is_of_hours = place.amount.dimension == "time" and row.dimension == "day"
        return (
            is_of_hours
            and place.is_behind_name
            and any(s.dimension == "time" for s in scope)
            and not named_promises(place.text, self.naming)
        )

    def _is_free(self, place: Place, ruling: Ruling) -> bool:
        """Whether no attribute's word, verb or name gives the number to a product."""
        amount, subject = place.amount, place.subject
        if ruling.is_named and amount.dimension != "money":  # "£27.20 with standard postage"
            return False
        names = (*subject.mentions, *subject.others, *subject.variants)
        is_own = is_told(amount, place.text, self.naming.language) or is_at_name(amount, place.text, names)
        return not is_own

    def _same(self, amount: Amount, scope: Sequence[Stated]) -> list[Stated]:
        """The rows of a number's kind: the products', the shop's and those of its evidence."""
        shop = self.numbers.of(_SHOP)
        evidence = (s for e in self.ledger.evidence for s in self.numbers.of(f"evidence-{e.id}"))
        return [s for s in (*scope, *shop, *evidence) if same_kind(amount, s)]

    def _of_its_word(
        self,
        place: Place,
        about: tuple[str, ...],
        same: list[Stated],
        keyed: list[Stated],
        hit: Hit,
        distance: int,
    ) -> Ruling | None:
        """Proven by a row of the attribute whose word names the number, or of another one beside it; contradicted
        where the word stands right at it. None where it says nothing for sure."""
        amount, found = place.amount, proof(place.amount, keyed)
        if found and not is_other_route(found, place, same, self.naming):
            return self._of_variant(place, found)
        row = self._compared(place, about, keyed) or self._named_beside(place, same)
        row = row or is_bound(amount, [s for s in same if s.subject in about])
        if row:
            return Ruling("proven", row)
        is_tight = distance <= TIGHT and amount.chain < 0 and not self._is_alike(amount, same, keyed)
        if is_tight and amount.dimension not in SPANS_OF_TIME | {"money"}:
            return replace(against(place, keyed, hit, self.numbers, self.naming), is_named=True)
        return None

    def _named_beside(self, place: Place, same: list[Stated]) -> Stated | None:
        """The row of another attribute the clause names, of its only number of a kind: "runs on its rechargeable
        battery for 8 hours" names the charging nearer than the run."""
        start, end = place.clause
        is_only = not any(start <= other.start < end for other in place.alike)
        if not is_only or place.amount.dimension in SPANS_OF_TIME | {"", "money"}:
            return None
        hits = self.naming.hits(place.sentence)
        keys = {key for hit in hits if start <= hit.start < end for key in hit.keys}
        return proof(place.amount, [s for s in same if s.key in keys])

    def _is_alike(self, amount: Amount, same: list[Stated], keyed: list[Stated]) -> bool:
        """Whether another of the product's lengths says it: طول is a length and a height, `long` a drop."""
        found = proof(amount, [s for s in same if s.subject in self.ledger.products])
        return found is not None and bool(_LONG.search(found.key)) and any(_LONG.search(s.key) for s in keyed)

    def _compared(self, place: Place, about: tuple[str, ...], same: list[Stated]) -> Stated | None:
        """`310 g/m² against 240 g/m²`: beside a number of this product stands one of a product named
        before."""
        if not any(proof(other, same) for other in place.alike):
            return None
        keys = {s.key for s in same}
        before = [handle for handle in place.subject.around if handle not in about]
        rows = [s for handle in before for s in self.numbers.of(handle) if s.key in keys]
        return proof(place.amount, rows)

    def _of_variant(self, place: Place, found: Stated) -> Ruling:
        """Proven, unless the sentence gives one variant the number of another."""
        amount = place.amount
        near = pointed_at(amount, place.sentence, place.subject.variants, place.beside)
        if not near or amount.dimension in SPANS_OF_TIME:
            return Ruling("proven", found)
        rows = self.numbers.of(near)
        own = [s for s in rows if s.key == found.key]
        if not own or proof(amount, own):
            return Ruling("proven", found)
        is_of_many = amount.chain >= 0 or amount.is_range
        # 28 × 32 × 38: any of its sides; "from 8 to 30 km/h"
        other = proof(amount, rows) if is_of_many else None
        return Ruling("proven", other) if other else Ruling("elsewhere", own[0])


def _loosened(ruling: Ruling, place: Place) -> Ruling:
    """`Around 300 °F`, `rund 94 Lumen`: what is rough and no attribute's word names is mostly worked out."""
    amount, ahead = place.amount, place.text[: place.amount.start]
    is_converted = ahead.rfind("(") > ahead.rfind(")")  # "620 g (roughly 1.4 oz)"
    is_tied = ruling.is_named or place.has_name or is_converted or amount.dimension in SPANS_OF_TIME
    is_rough = amount.qualifier == "about" and not is_tied
    return replace(ruling, verdict="loose") if is_rough and ruling.verdict in _HARD else ruling


def make_binder(ledger: Ledger, numbers: Numbers, language: str) -> Binder:
    """A binder for one market."""
    naming = Naming(language, attribute_phrases(ledger, language), kinds(ledger, language))
    return Binder(ledger, numbers, naming)
