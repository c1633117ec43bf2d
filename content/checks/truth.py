"""Yes, no and unknown: what the ledger says a product can do, by capability."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from content.checks.assertions import Assertion, assertions, capabilities, find
from content.checks.attribute_words import AttributeWords
from content.checks.phrases import Phrases
from content.checks.view import fold, low
from content.ledger.ledger import Ledger
from content.records import Choice, Fact, Text
from seo.records import LANGUAGES, Market

Verdict = Literal["proven", "contradicted", "mixed", "unsupported", "unproven"]
_SURE: Final = {"named", "carried", "page"}
_FEW: Final = 3  # products a page speaks of: what none of them is said to have is promised of some
_STOCK: Final = "availability"  # a state of the shop, no feature


@dataclass
class Truth:
    """Yes, no and unknown of every product, by capability."""

    ledger: Ledger
    market: Market
    on: date | None
    language: str = field(init=False)
    features: Phrases = field(init=False)
    keys: dict[str, tuple[str, ...]] = field(init=False)
    had: frozenset[str] = field(init=False)  # capabilities that are features
    labels: dict[str, str] = field(
        init=False
    )  # what yes-and-no attributes are called, and the capability each is

    def __post_init__(self) -> None:
        ledger = self.ledger
        self.language = self.market.language
        booleans = _boolean_keys(ledger)
        rows = capabilities(self.language)
        self.had = frozenset(row.name for row in rows if row.is_feature)
        self.keys = {row.name: tuple(key for key in booleans if row.is_key(key)) for row in rows}
        taken = {key for keys in self.keys.values() for key in keys}
        own = [
            (low(fold(word)), key)
            for key in booleans
            if key not in taken
            for word in ledger.lexicon.synonyms("attribute", key, self.language)
        ]
        self.features = AttributeWords(own, self.language) if self.language in {"ar", "ja"} else Phrases(own)
        names = {key: name for name, keys in self.keys.items() for key in keys}
        self.labels = {
            low(fold(word)): names.get(key, f"key:{key}")
            for key in booleans
            for word in ledger.lexicon.synonyms("attribute", key, self.language)
        }

    def of(
        self, assertion: Assertion, owners: tuple[str, ...], certainty: str
    ) -> tuple[Verdict, Fact | None]:
        """What the ledger makes of an assertion about some products."""
        name = assertion.capability
        keys = (name.removeprefix("key:"),) if name.startswith("key:") else self.keys[name]
        handles = owners or tuple(family.handle for family in self.ledger.families())
        facts = [self._fact(handle, keys) for handle in handles]
        right = [fact for fact in facts if fact.value is assertion.holds]
        wrong = [fact for fact in facts if isinstance(fact.value, bool) and fact.value is not assertion.holds]
        open_ = [
            f for f in facts if not isinstance(f.value, bool) and not self._in_words(f.subject, assertion)
        ]
        if wrong:
            if right and certainty != "named":
                return ("mixed" if certainty == "category" else "proven"), wrong[0]
            return "contradicted", wrong[0]
        if open_ and (not right or certainty == "named"):
            is_feature = name.startswith("key:") or name in self.had
            is_promise = assertion.holds and not assertion.is_order  # to lack something is none
            is_sure = certainty in _SURE or len(set(handles)) <= _FEW or not is_feature
            return ("unsupported" if is_sure and is_promise else "unproven"), open_[0]
        return "proven", None

    def _fact(self, handle: str, keys: tuple[str, ...]) -> Fact:
        """The first yes, else the first no, else an unknown."""
        facts = [self.ledger.fact(handle, key, self.market, self.on) for key in keys]
        for wanted in (True, False):
            for fact in facts:
                if fact.value is wanted:
                    return fact
        return facts[0] if facts else self.ledger.fact(handle, "", self.market)

    def _in_words(self, handle: str, assertion: Assertion) -> bool:
        """Whether the shop has said it in a text of its own: a title, a description, a care line, its
        advice."""
        for language, text in self._texts(handle):
            hits = find(low(fold(text)), language, self.features)
            if any(hit.capability == assertion.capability for hit in hits):
                said = {
                    a.holds
                    for a in assertions(low(fold(text)), language, self.features)
                    if a.capability == assertion.capability
                }
                if said <= {assertion.holds}:
                    return True
        return False

    def _texts(self, handle: str) -> Iterator[tuple[str, str]]:
        ledger = self.ledger
        product = ledger.products.get(handle)
        if product:
            yield ledger.shop.language, product.title
            for advice in ledger.advice:
                if not advice.about or {handle, product.category} & set(advice.about):
                    for text in (advice.answer, advice.body):
                        yield from text.by_language
        for fact in ledger.facts(handle):
            if isinstance(fact.value, Choice):
                yield ledger.shop.language, fact.value.text
            elif isinstance(fact.value, Text):
                yield from ((tongue, text) for tongue, text in fact.value.by_language if tongue in LANGUAGES)


def _boolean_keys(ledger: Ledger) -> tuple[str, ...]:
    return tuple(
        sorted(
            {
                fact.key
                for handle in ledger.products
                for fact in ledger.facts(handle)
                if isinstance(fact.value, bool) and fact.key != _STOCK
            }
        )
    )
