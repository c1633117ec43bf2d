"""Yes, no and unknown: what the ledger says a product can do, by capability."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from content.checks.assertions import Assertion, assertions
from content.checks.attribute_words import AttributeWords
from content.checks.lacks import turned
from content.checks.named import Features, find
from content.checks.parted import parted
from content.checks.phrases import Phrases
from content.checks.stems import declined, with_stems
from content.checks.things import beginnings
from content.checks.view import fold, low
from content.checks.vocabulary import Capability, capabilities, polarities
from content.ledger.ledger import Ledger
from content.lexicon.composed import kind_of
from content.records import Choice, Fact, Quantity, Text, Unknown
from seo.records import LANGUAGES, Market

Verdict = Literal["proven", "contradicted", "mixed", "unsupported", "unproven", "open"]
"""`open`: nobody has stated it, and the text promises nothing."""

_NO_FEATURES: Final = Features()
_SURE: Final = {"named", "carried", "page"}
_ALSO: Final = {"wash": "dishwasher"}
"""Where nothing is stated of the first the second is meant: `la carafe se lave en machine`."""
_NOUN_SAYS_IT: Final = {"", "included", "part"}  # kinds of columns that the bare noun names
_QUALITIES: Final = {"quality", "free"}  # kinds of columns that are adjectives
_STOCK: Final = "availability"  # a state of the shop, no feature
_FEW: Final = 3  # products a page speaks of: what none of them is said to have is promised of some


@dataclass
class Truth:
    """Yes, no and unknown of every product, by capability."""

    ledger: Ledger
    market: Market
    on: date | None
    language: str = field(init=False)
    features: Features = field(init=False)
    keys: dict[str, tuple[str, ...]] = field(init=False)
    had: frozenset[str] = field(init=False)  # capabilities that are features
    supplied: frozenset[str] = field(init=False)  # those that come with a product: `gloves included`
    vocabulary: frozenset[str] = field(init=False)  # the beginnings of all words the ledger has
    labels: dict[str, str] = field(
        init=False
    )  # what yes-and-no attributes are called, and the capability each is
    _rows: tuple[Capability, ...] = field(init=False)
    _values: dict[str, frozenset[str]] = field(init=False, default_factory=dict)
    _stated: dict[str, tuple[tuple[str, set[bool]], ...]] = field(init=False, default_factory=dict)
    _named: dict[str, tuple[str, ...]] = field(init=False, default_factory=dict)
    _shown: dict[str, tuple[str, ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        ledger = self.ledger
        self.language = self.market.language
        booleans = _boolean_keys(ledger)
        kinds = {key: self._kind(key) for key in booleans}
        self.supplied = frozenset(f"key:{key}" for key, kind in kinds.items() if kind == "included")
        self._rows = tuple(
            row for row in capabilities(self.language) if row.shapes
        )  # others take no attribute
        self.had = frozenset(row.name for row in self._rows if row.is_feature)
        called = {key: tuple(self._called(key)) for key in booleans}
        self.keys = {
            row.name: tuple(key for key in booleans if row.is_key(key) or row.name in called[key])
            for row in self._rows
        }
        self.features = self._own_words(booleans, {key for key, names in called.items() if names}, kinds)
        self.vocabulary = beginnings(low(fold(t)) for t in dict.fromkeys(_all_words(ledger, self.language)))
        names = {key: name for name, keys in self.keys.items() for key in keys}
        self.labels = {
            low(fold(word)): names.get(key, f"key:{key}")
            for key in booleans
            for word in ledger.lexicon.synonyms("attribute", key, self.language)
        }

    def _kind(self, key: str) -> str:
        """What kind of composition the shop's name of an attribute is (composed.py)."""
        names = (key.replace("_", " "), *self.ledger.headers.get(key, ()))
        kinds = (kind_of(name, self.ledger.shop.language) for name in names)
        return next(filter(None, kinds), "")

    def _own_words(self, booleans: tuple[str, ...], called: set[str], kinds: Mapping[str, str]) -> Features:
        """The words of yes-and-no attributes that no capability of ours knows, in the forms they take in prose."""
        taken = {key for keys in self.keys.values() for key in keys}
        entries = [
            (spelled, key)
            for key in booleans
            for place, word in enumerate(self.ledger.lexicon.synonyms("attribute", key, self.language))
            if (spelled := low(fold(word)))
            and (
                key not in taken
                or ((key in called or (not place and _is_narrow(spelled))) and not self._is_met(spelled))
            )
        ]
        apart = parted(entries, self.language)
        adjectives = frozenset(key for key, kind in kinds.items() if kind in _QUALITIES)
        entries += [each for word, key in entries for each in turned(word, key, self.language)]
        if self.language in {"ar", "ja"}:
            return Features(AttributeWords(entries, self.language), apart, adjectives)
        bent = (
            (stem, key)
            for word, key in entries
            for each in declined(word, self.language)
            for stem in self._stems(each, key, kinds.get(key, ""))
        )
        return Features(Phrases(bent, is_compound=self.language == "de"), apart, adjectives)

    def _stems(self, word: str, key: str, kind: str) -> Iterator[str]:
        """`suitable for suede`, made by us, is not met by its noun alone; the shop's own word for it may be."""
        lexicon, is_foreign = self.ledger.lexicon, self.language != self.ledger.shop.language
        is_listed = lexicon.is_listed("attribute", key, self.language)
        is_composed = is_foreign and kind not in _NOUN_SAYS_IT and not is_listed
        yield from (word,) if is_composed else with_stems(word, self.language)

    def _is_met(self, spelled: str) -> bool:
        """Whether a capability of ours is met in the words."""
        return bool(find(spelled, self.language, _NO_FEATURES))

    def _called(self, key: str) -> Iterator[str]:
        """The capability a catalogue's own name of an attribute says: `Mikrowellengeeignet`, `Apto lavavajillas`. The
        name as a whole, but for a word in front that narrows it (`Light sensor`)."""
        if any(row.is_key(key) for row in self._rows):
            return
        tongue = self.ledger.shop.language
        for word in (
            key.replace("_", " "),
            *self.ledger.headers.get(key, ()),
            *self.ledger.lexicon.synonyms("attribute", key, tongue),
        ):
            name = low(fold(word))
            for hit in find(name, tongue, _NO_FEATURES):
                if (
                    hit.shape != "never"
                    and not self._is_no_key(hit.capability, key)
                    and _FILLER[tongue].fullmatch(name[: hit.start] + name[hit.end :])
                ):
                    yield hit.capability

    def _is_no_key(self, capability: str, key: str) -> bool:
        """Scissors that are included do not say that a thing can be cut."""
        row = next((row for row in self._rows if row.name == capability), None)
        return row is not None and any(row.not_keys.search(name) for name in self._names(key))

    def _names(self, key: str) -> tuple[str, ...]:
        """A key and what its columns are called, as keys: those of `はさみ付属` say nothing themselves."""
        if key not in self._named:
            headers = self.ledger.headers.get(key, ())
            self._named[key] = (key, *(low(fold(name)).replace(" ", "_") for name in headers))
        return self._named[key]

    def of(
        self, assertion: Assertion, owners: tuple[str, ...], certainty: str
    ) -> tuple[Verdict, Fact | None]:
        """What the ledger makes of an assertion about some products."""
        keys = self._keys(assertion)
        handles = owners or tuple(family.handle for family in self.ledger.families())
        facts = [self._fact(handle, keys) for handle in handles]
        right = [fact for fact in facts if fact.value is assertion.holds]
        wrong = [fact for fact in facts if isinstance(fact.value, bool) and fact.value is not assertion.holds]
        open_ = [
            f for f in facts if not isinstance(f.value, bool) and not self._in_words(f.subject, assertion)
        ]
        is_it = certainty == "carried"  # said of one of them
        if wrong and not (is_it and len(wrong) < len(facts)):
            if right and certainty not in {"named", "both"}:
                return ("mixed" if certainty == "category" else "proven"), wrong[0]
            return "contradicted", wrong[0]
        is_told = len(open_) + len(wrong) + len(right) < len(facts)  # of some the shop says it in words
        is_some = bool(right) or is_it or is_told
        if len(open_) == len(facts) and self._is_also(assertion, handles):
            return "proven", None
        if open_ and (len(open_) + len(wrong) == len(facts) or not is_some or certainty == "named"):
            return self._unstated(assertion, keys, handles, certainty, open_[0])
        return "proven", None

    def _is_also(self, assertion: Assertion, handles: tuple[str, ...]) -> bool:
        also = self.keys.get(_ALSO.get(assertion.capability, ""), ())
        return assertion.holds and bool(also) and all(self._fact(h, also).value is True for h in handles)

    def _unstated(
        self,
        assertion: Assertion,
        keys: tuple[str, ...],
        handles: tuple[str, ...],
        certainty: str,
        fact: Fact,
    ) -> tuple[Verdict, Fact | None]:
        """To lack something, or not to bear what the catalogue never speaks of, is no promise."""
        variant = self._variant(fact.subject, keys, holds=assertion.holds)
        if variant is not None:
            return "mixed", variant
        name = assertion.capability
        is_feature = name.startswith(("key:", "new:")) or name in self.had
        if not assertion.holds and (is_feature or not (keys or assertion.is_order)):
            return "open", fact
        is_sure = certainty in _SURE or not is_feature or len(set(handles)) <= _FEW
        is_promise = assertion.holds and not assertion.is_order
        return ("unsupported" if is_promise and is_sure else "unproven"), fact

    def _variant(self, handle: str, keys: tuple[str, ...], *, holds: bool) -> Fact | None:
        """The fact of a variant the sentence does not point at, where it is true of some of them."""
        product = self.ledger.products.get(handle)
        facts = [self._fact(variant, keys) for variant in (product.variants if product else ())]
        if not any(fact.value is holds for fact in facts):
            return None
        return next((fact for fact in facts if fact.value is not holds), None)

    def denies(self, handle: str, assertion: Assertion) -> bool:
        """Whether the ledger states the opposite of a product or of one variant."""
        value = self._fact(handle, self._keys(assertion)).value
        return isinstance(value, bool) and value is not assertion.holds

    def _keys(self, assertion: Assertion) -> tuple[str, ...]:
        name = assertion.capability
        return (name.removeprefix("key:"),) if name.startswith("key:") else self.keys.get(name, ())

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
        if handle not in self._stated:
            self._stated[handle] = tuple(self._read(handle))
        return any(
            name == assertion.capability and said <= {assertion.holds} for name, said in self._stated[handle]
        )

    def _read(self, handle: str) -> Iterator[tuple[str, set[bool]]]:
        """Each capability a text of the shop names, and whether as a yes, a no, both or neither."""
        for language, text in self._texts(handle):
            spelled = low(fold(text))
            said = list(assertions(spelled, language, self.features))
            for name in {hit.capability for hit in find(spelled, language, self.features)}:
                yield name, {a.holds for a in said if a.capability == name}
        for language, text in self._counted(handle):
            for hit in find(low(fold(text)), language, self.features):
                yield hit.capability, {hit.shape != "never"}  # "Scented: yes" is not fragrance-free
        for key in self._valued(handle):  # "Water resistance: IPX7"
            yield from ((name, {True}) for name in self._shown_by(key))

    def _shown_by(self, key: str) -> tuple[str, ...]:
        """The capabilities that a value of an attribute states."""
        if key not in self._shown:
            self._shown[key] = tuple(
                row.name
                for row in self._rows
                if row.is_key(key) or any(map(row.shown_by.search, self._names(key)))
            )
        return self._shown[key]

    def _counted(self, handle: str) -> Iterator[tuple[str, str]]:
        """What columns of numbers and words are called: "USB ports: 2" states a USB port, "Lid: glass" a lid."""
        product = self.ledger.products.get(handle)
        lexicon = self.ledger.lexicon
        shown = [fact.key for fact in self.ledger.facts(handle) if fact.value is True]
        for key in (*self._valued(handle), *shown):  # "Backlit display: yes" states a display
            yield from ((self.language, word) for word in lexicon.synonyms("attribute", key, self.language))
            yield (
                self.ledger.shop.language,
                key.replace("_", " "),
            )  # `Temperaturstufen`, in a page of any language
        if product:
            words = lexicon.synonyms("category", product.category, self.language)
            yield from ((self.language, word) for word in words[:1])  # further ones name narrower kinds

    def is_valued(self, handle: str, key: str) -> bool:
        """Whether an attribute that is no measure of everything has a number or words as its value."""
        if handle not in self._values:
            self._values[handle] = frozenset(self._valued(handle))
        return key in self._values[handle]

    def _valued(self, handle: str) -> Iterator[str]:
        """Attributes with a number or words as their value, of some of its variants too."""
        product = self.ledger.products.get(handle)
        for part in (handle, *(product.variants if product else ())):
            for fact in self.ledger.facts(part):
                if not isinstance(fact.value, bool | Unknown) and not _is_none(
                    fact, self.ledger.shop.language
                ):
                    yield fact.key

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


def _is_narrow(label: str) -> bool:
    """`Kaffeefilter`, `removable drip tray`: the attribute counts as a strainer, and its label says which."""
    return " " in label or len(label) >= _COMPOUND


_COMPOUND: Final = 9  # letters of a word made of two
_FILLED: Final = {  # what may stand before and behind it
    "en": (
        "with|has|includes?|built-?in|integrated",
        "included|supplied|provided|function|available|possible",
    ),
    "es": ("con|lleva|incluye", "incluid[oa]s?|integrad[oa]s?|posible"),
    "fr": ("avec", "inclus|incluse?s?|fournie?s?|comprise?s?|intégrée?s?|possible"),
    "de": (r"mit|inkl\.?|inklusive|integrierte[rs]?", r"enthalten|inklusive|inkl\.?|vorhanden|dabei|möglich"),
    "ar": ("مع", "مرفق[ه]?|متضمن[ه]?|مشمول[ه]?|متوفر[ه]?"),
    "ja": ("(?!)", "付き|つき|付|可|可能|あり|有り|有無|対応|加工|付属|同梱|機能|済み"),
}
_FILLER: Final = {
    tongue: re.compile(rf"\W*(?:{before})?\W*(?:{behind})?\W*")
    for tongue, (before, behind) in _FILLED.items()
}
"""What a column's name says beside the capability: "Gift box included", `ギフト箱付き`."""


def _all_words(ledger: Ledger, language: str) -> Iterator[str]:
    """Everything the ledger has words for in a language."""
    lexicon = ledger.lexicon
    keys, said = ledger.stated()
    for handle, product in ledger.products.items():
        yield from (product.title, ledger.name(handle, language))
    for key in keys:
        yield from lexicon.synonyms("attribute", key, language)
    for _, value in said:
        if isinstance(value, Choice):
            yield from (value.text, lexicon.value(value.text, language) or "")
        elif isinstance(value, Text):
            yield from (text for _, text in value.by_language)
    for category in ledger.categories():
        yield from lexicon.synonyms("category", category, language)
    for advice in ledger.advice:
        for told in (advice.answer, advice.body):
            yield from (text for _, text in told.by_language)


def _is_none(fact: Fact, language: str) -> bool:
    """`0`, `none`, `without a lid`: a column that says there is none."""
    if isinstance(fact.value, Quantity):
        return not fact.value.amount
    polarity = polarities(language)
    said = low(fold(fact.value.text)) if isinstance(fact.value, Choice) else ""
    return any(pattern.search(said) for pattern in (polarity.negation, polarity.lacking, polarity.no_word))


def _boolean_keys(ledger: Ledger) -> tuple[str, ...]:
    _, said = ledger.stated()
    return tuple(sorted({key for key, value in said if isinstance(value, bool) and key != _STOCK}))
