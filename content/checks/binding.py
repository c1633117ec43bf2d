"""Binds a number of a sentence to a product and an attribute, and says what the ledger makes of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal

from content.checks.amounts import Amount
from content.checks.attribute_phrases import attribute_phrases, kinds
from content.checks.derived import derive
from content.checks.general import is_about_it, is_of_any, is_order
from content.checks.names import Mention
from content.checks.owning import owners, pointed_at
from content.checks.phrases import Phrases
from content.checks.promises import PROMISES, lies_between, one_route, promise
from content.checks.proving import closest, proof, same_kind
from content.checks.reading import Sentence
from content.checks.relatives import related
from content.checks.standing import is_at_name, is_budget, is_called, is_of_mains, is_reference, is_told
from content.checks.stated import Numbers, Stated, agrees
from content.checks.subjects import Subject
from content.checks.view import fold, low
from content.checks.whose import clause, cue, is_apart, is_example, is_likened, is_readers, is_spacing
from content.ledger.ledger import Ledger

Verdict = Literal[
    "proven",
    "derived",
    "readers",
    "contradicted",
    "elsewhere",
    "between",
    "currency",
    "unsupported",
    "unproven",
]

_SHOP: Final = "shop"
_NEAR: Final = 26  # an attribute word this close to a number names it
_TIGHT: Final = 12
_CLAUSE: Final = 14  # what a comma between word and number counts for
_SIZE_NEAR: Final = 16  # "EU sizes run from 36"
_WANTED: Final = 24  # letters before a count that may say whose it is: "you need at least three panels"
_FEW_PIECES: Final = 12  # a count in words is of few things
_BESIDE: Final = 3  # letters between a count and the word of what is counted
_LAST: Final = 90  # letters of the sentence before that may have spoken of the reader
_SMALL_SHOP: Final = (
    400  # products among which a stray number is looked for; in a larger shop on the page only
)
_WITHIN_REACH: Final = 8  # products a page may calculate with
_OF_THINGS: Final = {"length", "mass", "volume", "area"}  # what any thing has
_OF_RECIPES: Final = {*_OF_THINGS, "pressure", "temperature", "time"}  # "1 psi for every 10 degrees"
_ROOMS: Final = {"area", "space"}  # what a room has, where the product states none
_STEM: Final = 4  # letters by which a word of a title is known in a text
_ADVISED: Final = {"length", "time", "mass", "area"}  # "stand seven metres away", "wait twenty minutes"
_PROMISED: Final = {"money", "day", "month", ""}  # what a shop promises whoever is spoken of
_SPANS_OF_TIME: Final = {"day", "month"}
_WORD_FIRST: Final = {"ar", "ja"}  # the attribute's word stands before its number
_LONG_WAIT: Final = 7  # "within 14 days" promises something, "within 2 days" may be about paint
_EASY: Final = {"time", "percent", "day", "month"}  # numbers of these are often about no product at all


@dataclass(frozen=True, slots=True)
class Hit:
    """An attribute's word in a sentence and the keys it may mean."""

    start: int
    end: int
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the ledger makes of a number, and the row that shows it."""

    verdict: Verdict
    stated: Stated | None = None
    is_named: bool = False  # an attribute's word stands at the number


@dataclass(frozen=True, slots=True)
class Binder:
    """Holds a market's attribute words against the numbers the ledger states."""

    ledger: Ledger
    numbers: Numbers
    language: str
    words: Phrases
    nouns: Phrases  # what kinds of products are called, in several words

    def hits(self, sentence: Sentence) -> list[Hit]:
        """The attribute words of a sentence."""
        found = [Hit(start, end, keys) for start, end, keys in self.words.find(sentence.low)]
        if not found:
            return found
        nouns = [(start, end) for start, end, _ in self.nouns.find(sentence.low)]  # "two high chairs"
        return [hit for hit in found if not any(_is_within(hit, *noun) for noun in nouns)]

    def rule(
        self,
        amount: Amount,
        sentence: Sentence,
        subject: Subject,
        all_amounts: list[Amount],
        before: Sequence[Amount] = (),
        page: Sequence[Amount] = (),
    ) -> Ruling:
        """Prove a number, or say why not; `before` are the numbers of the paragraph's earlier sentences, `page` the
        last prices before the paragraph."""
        ruling = self._rule(amount, sentence, subject, all_amounts)
        if ruling.verdict in {"proven", "readers", "unproven"}:
            return ruling
        is_named = ruling.is_named and amount.dimension != "money"  # "£27.20 with standard postage"
        names = (*subject.mentions, *subject.others, *subject.variants)
        is_own = is_told(amount, sentence.low, self.language) or is_at_name(amount, sentence.low, names)
        is_free = not (is_named or is_own)
        worked_out = self._derived(
            amount, sentence, subject, [*before, *all_amounts], all_amounts, page, is_free=is_free
        )
        return Ruling("derived", worked_out) if worked_out else ruling

    def _rule(
        self, amount: Amount, sentence: Sentence, subject: Subject, all_amounts: list[Amount]
    ) -> Ruling:
        about = self._about(amount, sentence, subject, all_amounts)
        if subject.certainty == "carried" and subject.main:
            about = tuple(dict.fromkeys((*about, *subject.main)))  # "it" may be the page's own product
        if subject.topic and sentence.block.kind != "row":
            about = tuple(dict.fromkeys((*about, *subject.topic)))  # "three times that of Luna" under "Nova"
        scope = [s for handle in about for s in self.numbers.of(handle)]
        shop = list(self.numbers.of(_SHOP))
        evidence = [s for e in self.ledger.evidence for s in self.numbers.of(f"evidence-{e.id}")]
        if not amount.dimension:
            return self._count(amount, sentence, subject, scope, all_amounts)
        if amount.dimension == "angle":
            return Ruling("proven")
        same = [s for s in (*scope, *shop, *evidence) if same_kind(amount, s)]
        hit, distance = self._nearest(amount, sentence, all_amounts, {s.key for s in same})
        keyed = [s for s in same if hit and s.key in hit.keys]
        if keyed:
            found = proof(amount, keyed)
            if found and not self._is_other_route(found, amount, sentence, same, all_amounts):
                return self._of_variant(amount, found, sentence, subject, all_amounts)
            other = self._compared(amount, subject, about, keyed, all_amounts)
            if other:
                return Ruling("proven", other)
            own = self._named_beside(amount, sentence, same, all_amounts)
            if own:
                return Ruling("proven", own)
            is_tight = distance <= _TIGHT and amount.chain < 0 and not self._is_alike(amount, same, keyed)
            if is_tight and amount.dimension not in _SPANS_OF_TIME | {"money"}:
                ruling = self._against(amount, sentence, subject, keyed, all_amounts, hit)
                return replace(ruling, is_named=True)
        found = proof(amount, same) or self._compared(amount, subject, about, same, all_amounts)
        if found and not self._is_other_route(found, amount, sentence, same, all_amounts):
            return self._of_variant(amount, found, sentence, subject, all_amounts)
        ruling = self._against(amount, sentence, subject, keyed or same, all_amounts, hit)
        return replace(ruling, is_named=bool(hit) and distance <= _TIGHT)

    def _named_beside(
        self, amount: Amount, sentence: Sentence, same: list[Stated], all_amounts: list[Amount]
    ) -> Stated | None:
        """The row of another attribute the clause names, of its only number of a kind: "runs on its rechargeable
        battery for 8 hours" names the charging nearer than the run."""
        start, end = clause(sentence.low, amount.start, amount.end)
        alike = [a for a in all_amounts if a.dimension == amount.dimension and start <= a.start < end]
        if len(alike) > 1 or amount.dimension in _SPANS_OF_TIME | {"", "money"}:
            return None
        keys = {key for hit in self.hits(sentence) if start <= hit.start < end for key in hit.keys}
        return proof(amount, [s for s in same if s.key in keys])

    def _of_variant(
        self,
        amount: Amount,
        found: Stated,
        sentence: Sentence,
        subject: Subject,
        all_amounts: list[Amount],
    ) -> Ruling:
        """Proven, unless the sentence gives one variant the number of another."""
        near = pointed_at(amount, sentence, subject.variants, all_amounts)
        if not near or amount.dimension in _SPANS_OF_TIME:
            return Ruling("proven", found)
        rows = self.numbers.of(near)
        own = [s for s in rows if s.key == found.key]
        if not own or proof(amount, own):
            return Ruling("proven", found)
        is_of_many = (
            amount.chain >= 0 or amount.is_range
        )  # 28 × 32 × 38: any of its sides; "from 8 to 30 km/h"
        other = proof(amount, rows) if is_of_many else None
        return Ruling("proven", other) if other else Ruling("elsewhere", own[0])

    def _compared(
        self,
        amount: Amount,
        subject: Subject,
        about: tuple[str, ...],
        same: list[Stated],
        all_amounts: list[Amount],
    ) -> Stated | None:
        """`310 g/m² against 240 g/m²`: beside a number of this product stands one of a product named
        before."""
        beside = [
            other for other in all_amounts if other is not amount and other.dimension == amount.dimension
        ]
        if not any(proof(other, same) for other in beside):
            return None
        keys = {s.key for s in same}
        before = [handle for handle in subject.around if handle not in about]
        return proof(amount, [s for handle in before for s in self.numbers.of(handle) if s.key in keys])

    def _is_other_route(
        self, found: Stated, amount: Amount, sentence: Sentence, same: list[Stated], all_amounts: list[Amount]
    ) -> bool:
        """Whether a time or cost is said of one delivery route and proven only by another's row."""
        route = self._route(amount, sentence, all_amounts)
        if not route or not found.key.startswith("delivery_") or found.key.startswith(route):
            return False
        return proof(amount, [s for s in same if s.key.startswith(route)]) is None

    def _route(self, amount: Amount, sentence: Sentence, all_amounts: list[Amount]) -> str:
        """The delivery route a time or cost belongs to: `delivery_express_`; empty when none is named.

        "Express takes 2-3 days, standard 5-7" names each before its number; "2-3 days by express" behind it.
        """
        named = [hit for hit in self.hits(sentence) if all(key.startswith("delivery_") for key in hit.keys)]
        routes = [(hit, found) for hit in named if (found := one_route(hit.keys))]
        if not routes:
            return ""
        firsts = [other.start for other in all_amounts if other.dimension in _SPANS_OF_TIME | {"money"}]
        if routes[0][0].start < min(firsts, default=amount.start):
            before = [found for hit, found in routes if hit.end <= amount.start]
            return before[-1] if before else ""
        behind = [(hit, found) for hit, found in routes if hit.start >= amount.end]
        if not behind:
            return ""
        _, end = clause(sentence.low, amount.start, amount.end)
        has_own = any(
            other.start >= behind[0][0].end for other in all_amounts
        )  # "3-5 days, with express only 1-2"
        return "" if behind[0][0].start >= end and has_own else behind[0][1]

    def _against(
        self,
        amount: Amount,
        sentence: Sentence,
        subject: Subject,
        same: list[Stated],
        all_amounts: list[Amount],
        hit: Hit | None = None,
    ) -> Ruling:
        """No row says this number: which row speaks against it, if any."""
        if amount.dimension == "money":
            return self._money(amount, sentence, subject, same, all_amounts)
        if self._is_readers(amount, sentence, subject, hit):
            return Ruling("readers", closest(amount, same))
        if not hit and any(self._is_beside(other, amount, sentence, subject) for other in all_amounts):
            return Ruling("unproven", closest(amount, same))
        if self._is_of_another_thing(amount, sentence, subject) or self._is_anybodys(
            amount, sentence, subject, all_amounts, is_named=hit is not None, is_met=bool(hit or same)
        ):
            return Ruling("unproven", closest(amount, same))
        if amount.dimension in _SPANS_OF_TIME:
            return self._days(amount, sentence, same, hit, all_amounts)
        is_lasting = any(s.subject != _SHOP and s.dimension == "time" for s in same)
        if (
            amount.dimension == "time"
            and not hit
            and not (is_lasting and self._is_said_of_it(amount, sentence, subject))
        ):
            return Ruling("unproven", closest(amount, same))  # eight hours of sleep
        if not hit and is_reference(amount, sentence.low, self.language):
            return Ruling("unproven", closest(amount, same))  # "13.60 € per 100 ml"
        elsewhere = self._elsewhere(amount, subject)
        if elsewhere and subject.certainty in {"named", "carried", "page"}:
            return Ruling("elsewhere", closest(amount, same) or elsewhere)
        if same:
            is_bound = subject.certainty != "any" or amount.dimension not in _EASY
            return Ruling("contradicted" if is_bound else "unproven", closest(amount, same))
        return Ruling(self._unstated(amount, sentence, subject, hit))

    def _is_of_another_thing(self, amount: Amount, sentence: Sentence, subject: Subject) -> bool:
        """Whether the number is of something that is not sold here: an example, a spacing, an old bulb, a night."""
        text = sentence.low
        return (
            is_likened(amount, text, self.language)
            or is_apart(amount, text, self.language)
            or (amount.dimension == "length" and is_spacing(amount, text, self.language))
            or (
                amount.dimension in _OF_THINGS
                and is_example(amount, text, self.language, lambda words: self._is_own(words, subject))
            )
        )

    def _is_anybodys(
        self,
        amount: Amount,
        sentence: Sentence,
        subject: Subject,
        all_amounts: list[Amount],
        *,
        is_named: bool,
        is_met: bool,
    ) -> bool:
        """Whether the clause speaks of any such thing ("a hub dynamo …"), gives an example or a recipe, or tells the
        reader what to do with a number of which the product has no kind (`is_met`)."""
        start, end = clause(sentence.low, amount.start, amount.end)
        text = sentence.low
        if sentence.block.kind == "row" or any(start <= mention.start < end for mention in subject.mentions):
            return False
        is_free = not is_met or (
            not is_named and amount.dimension in _ADVISED and not is_about_it(text, start, end, self.language)
        )
        if is_free and is_order(text, start, end, self.language):
            return True
        if cue("instance", self.language).search(text, start, amount.start):
            return True
        if not is_named and cue("usual", self.language).search(text, start, end):
            return True  # "usually measures 220 × 240 cm"
        is_outside = amount.dimension in {"temperature", "percent"} and not is_named
        if is_outside and cue("weather", self.language).search(text, start, end):
            return True  # "25 degrees outside"
        if not is_named and (
            _is_ratio(amount, all_amounts, text, self.language) or self._is_weather(text, start)
        ):
            return True
        return amount.dimension not in _PROMISED and is_of_any(
            text, start, amount.start, self.language, lambda words: self._is_own(words, subject)
        )

    def _is_weather(self, text: str, start: int) -> bool:
        """`When small bubbles rise, the water is at about 75 degrees`: nature, behind a condition."""
        is_nature = cue("nature", self.language).match(
            text, start + len(text[start:]) - len(text[start:].lstrip())
        )
        return bool(is_nature) and cue("condition", self.language).search(text, 0, start) is not None

    def _unstated(self, amount: Amount, sentence: Sentence, subject: Subject, hit: Hit | None) -> Verdict:
        """Of a number nothing of its kind is stated for: whether it promises something of the product."""
        if amount.dimension in _EASY and subject.certainty not in {"named", "page"}:
            return "unproven"
        if amount.dimension == "temperature" and not hit and subject.certainty != "named":
            return "unproven"  # of water, of an oven, of a room
        if amount.dimension == "voltage" and is_of_mains(amount, sentence.low, self.language):
            return "unproven"  # what comes out of the wall in a country
        if amount.dimension == "percent" and amount.values == (Decimal(100),):
            return "unproven"
        if amount.dimension in _ROOMS and not hit and not self._is_said_of_it(amount, sentence, subject):
            return "unproven"  # "in nine square metres everything has to fold": a room
        return "unsupported" if amount.dimension != "time" or hit else "unproven"

    def _derived(
        self,
        amount: Amount,
        sentence: Sentence,
        subject: Subject,
        all_amounts: list[Amount],
        own: list[Amount],
        page: Sequence[Amount],
        *,
        is_free: bool,
    ) -> Stated | None:
        """The row a number was worked out from, with the numbers of the products the page names."""
        named = tuple(dict.fromkeys(mention.handle for mention in (*subject.mentions, *subject.others)))
        is_of_these = (
            len(named) > 1 and amount.dimension != "money"
        )  # "97 g lighter than" is of the two named
        reach = named if is_of_these else (*subject.handles, *subject.around, *subject.on_page)
        near = tuple(dict.fromkeys(reach))[:_WITHIN_REACH]
        operands = [s for subject_ in (*near, _SHOP) for s in self.numbers.of(subject_)]
        beside = [other for other in all_amounts if other is not amount]
        own = [other for other in own if other is not amount]
        theirs = [a for a in own if a.dimension == "length" and self._is_theirs(a, sentence, subject)]
        named_ones = frozenset(named)
        return derive(
            amount,
            sentence.low,
            operands,
            beside,
            self.language,
            named_ones,
            own,
            theirs,
            is_free=is_free,
            page=page,
        )

    def _is_theirs(self, amount: Amount, sentence: Sentence, subject: Subject) -> bool:
        """Whether a length is of a thing that is not sold: "70 × 140 cm", "on a desk 100 cm wide"."""
        return (
            amount.chain >= 0
            or self._is_readers(amount, sentence, subject, None)
            or self._is_of_another_thing(amount, sentence, subject)
        )

    def _is_readers(self, amount: Amount, sentence: Sentence, subject: Subject, hit: Hit | None) -> bool:
        """Whether the number is the reader's; in a clause that names a product only a condition makes it so."""
        start, end = clause(sentence.low, amount.start, amount.end)
        if any(start <= mention.start < end for mention in subject.mentions):
            return cue("condition", self.language).search(sentence.low, start, end) is not None
        here = sentence.start + amount.start
        earlier = sentence.block.view.low[max(0, here - _LAST) : here]
        is_close = hit is not None and self._is_near(hit, amount)
        if (
            amount.dimension in {"mass", "length"}
            and not is_close
            and cue("yours", self.language).search(earlier)
        ):
            return True  # "20 % of your weight. At 60 kg that is …"
        own_word = max(hit.start - amount.end, amount.start - hit.end, 0) if hit else None
        subject_word = hit.start if hit and hit.start < amount.start else None
        return is_readers(amount, sentence.low, self.language, own_word, subject_word, sentence.text)

    def _is_own(self, words: str, subject: Subject) -> bool:
        """Whether words name an attribute, or the kind of a product spoken of: "une serviette pèse 490 g"."""
        if self.words.find(words):
            return True
        lexicon = self.ledger.lexicon
        for handle in subject.handles:
            product = self.ledger.products.get(handle)
            if product is None:
                continue
            kinds_ = lexicon.synonyms("category", product.category, self.language)
            called = low(fold(" ".join((self.ledger.name(handle, self.language), *kinds_))))
            if any(word[:_STEM] in words for word in called.split() if len(word) >= _STEM):
                return True
        return False

    def _is_beside(self, other: Amount, amount: Amount, sentence: Sentence, subject: Subject) -> bool:
        """Whether another measure of the sentence is the reader's: "for 23 kg allowed, aim at 22.5"."""
        is_alike = other is not amount and other.dimension == amount.dimension and amount.dimension == "mass"
        return is_alike and self._is_readers(other, sentence, subject, None)

    def _days(
        self,
        amount: Amount,
        sentence: Sentence,
        same: list[Stated],
        hit: Hit | None,
        all_amounts: list[Amount],
    ) -> Ruling:
        if cue("ahead", self.language).search(sentence.low, *clause(sentence.low, amount.start, amount.end)):
            return Ruling("unproven", closest(amount, same))  # "order two weeks before you fly"
        if self._is_supposed(amount, sentence):
            return Ruling("unproven", closest(amount, same))
        route = self._route(amount, sentence, all_amounts)
        every_route = [s for s in same if promise(s.key) == "delivery"]
        same = [s for s in same if not route or promise(s.key) != "delivery" or s.key.startswith(route)]
        topics = self._promises(sentence.low)
        if not topics and amount.in_words and amount.values == (Decimal(1),):
            topics = self._promises(sentence.block.view.low) & {"delivery"}  # "by express, the next day"
        if not topics and (
            amount.unit == "wd" or (amount.qualifier in {"max", "under"} and amount.base[0] >= _LONG_WAIT)
        ):
            topics = {"delivery"} if amount.unit == "wd" else {"delivery", "returns"}
        promised = [s for s in same if promise(s.key) in topics]
        if topics and promised:
            is_between = "delivery" in topics and lies_between(amount, every_route)
            return Ruling("between" if is_between else "contradicted", closest(amount, promised))
        if amount.dimension == "month" and amount.qualifier in {"under", "about"}:
            return Ruling("unproven", closest(amount, same))  # nearly a year: how long a thing lasts
        is_elsewhere = (amount.dimension == "day" and topics == {"warranty"}) or (
            amount.unit in {"a", "mo"} and topics <= {"delivery"}
        )  # "reaches the eyes of a child of six years"
        if topics and not is_elsewhere:
            return Ruling("unsupported")
        if hit and same:
            return Ruling("contradicted", closest(amount, same))
        return Ruling("unproven", closest(amount, same))

    def _is_supposed(self, amount: Amount, sentence: Sentence) -> bool:
        """`If you fly within a week, …`: the clause of a condition that names no promise."""
        start, end = clause(sentence.low, amount.start, amount.end)
        is_condition = cue("condition", self.language).search(sentence.low, start, amount.start)
        return is_condition is not None and not self._promises(sentence.low[start:end])

    def _promises(self, text: str) -> set[str]:
        keys = {key for _, _, found in self.words.find(text) for key in found}
        return {promise(key) for key in keys} & PROMISES

    def _is_next_in_list(
        self, amount: Amount, sentence: Sentence, subject: Subject, all_amounts: list[Amount]
    ) -> bool:
        """`The scissors are 6.20 € and the pen 3.70 €`: the price of a product of the page that the sentence has not
        named, behind a word of its own that is no name."""
        before = [a for a in all_amounts if a.dimension == "money" and a.end <= amount.start]
        if not before or any(before[-1].end <= m.start < amount.start for m in subject.mentions):
            return False
        own = [s for s in self.numbers.of(_SHOP) if same_kind(amount, s)]
        if any(agrees(amount, s) for s in own):
            return False
        named = {m.handle for m in (*subject.mentions, *subject.others)}
        rest = (handle for handle in subject.on_page if handle not in named)
        gap = sentence.low[before[-1].end : amount.start]
        return any(letter.isalpha() for letter in gap) and any(
            s.key == "price" and agrees(amount, s) for handle in rest for s in self.numbers.of(handle)
        )

    def _money(
        self,
        amount: Amount,
        sentence: Sentence,
        subject: Subject,
        same: list[Stated],
        all_amounts: list[Amount],
    ) -> Ruling:
        in_currency = [s for s in same if s.unit == amount.unit]
        if in_currency and _is_limit(amount, [s for s in in_currency if s.key == "price"]):
            return Ruling("unproven", closest(amount, in_currency))  # "under £150"
        if in_currency and self._is_next_in_list(amount, sentence, subject, all_amounts):
            return Ruling("unproven", closest(amount, in_currency))
        if in_currency and is_budget(amount, sentence.low):
            return Ruling("unproven", closest(amount, in_currency))
        if in_currency:
            elsewhere = self._elsewhere(amount, subject)
            if elsewhere and self._is_called(elsewhere.subject, amount, sentence, subject):
                return Ruling("proven", elsewhere)
            is_sure = subject.certainty in {"named", "carried", "page"}
            return Ruling(
                "elsewhere" if elsewhere and is_sure else "contradicted", closest(amount, in_currency)
            )
        if same:
            return Ruling("currency", same[0])
        return Ruling("unsupported")

    def _elsewhere(self, amount: Amount, subject: Subject) -> Stated | None:
        """A row of another product that says this number."""
        is_small = len(self.numbers.families) <= _SMALL_SHOP
        near = self.numbers.families if is_small else subject.on_page
        for handle in near:
            if handle not in subject.handles:
                for stated in self.numbers.of(handle):
                    if same_kind(amount, stated) and agrees(amount, stated):
                        return stated
        return None

    def _is_called(self, handle: str, amount: Amount, sentence: Sentence, subject: Subject) -> bool:
        """Whether the clause calls another product by a word of its title; one that is named outright it would be given
        to already."""
        if any(handle == mention.handle for mention in (*subject.mentions, *subject.others)):
            return False
        return is_called(handle, subject.handles, amount, sentence.low, self.ledger, self.language)

    def _about(
        self, amount: Amount, sentence: Sentence, subject: Subject, all_amounts: list[Amount]
    ) -> tuple[str, ...]:
        """With several products in a sentence a number belongs to the last one named before it; where the
        numbers come first ("24,90 € for Luna and 34,90 € for Nova") to the next."""
        mentions = subject.mentions
        own = related(amount.start, sentence.low, (*mentions, *subject.others), self.language)
        if own:
            return (own,)
        if mentions and subject.before and self._is_earlier(amount, sentence, mentions[0]):
            return tuple(dict.fromkeys((*subject.before, *subject.main)))
        if mentions and amount.dimension == "money" and self._is_earlier(amount, sentence, mentions[0]):
            prices = [s for handle in subject.on_page for s in self.numbers.of(handle) if s.key == "price"]
            found = proof(amount, prices)  # "the large can is 39.90 €, the Larka 145 €": whose, no name says
            if found:
                return (found.subject,)
        if len({mention.handle for mention in mentions}) < 2:  # noqa: PLR2004 - more than one
            return subject.handles or tuple(p.handle for p in self.ledger.products.values() if not p.family)
        return owners(
            amount, mentions, min(other.start for other in all_amounts if other.dimension == amount.dimension)
        )

    def _is_near(self, hit: Hit, amount: Amount) -> bool:
        return max(hit.start - amount.end, amount.start - hit.end, 0) <= _TIGHT

    def _is_alike(self, amount: Amount, same: list[Stated], keyed: list[Stated]) -> bool:
        """Whether another of the product's lengths says it: طول is a length and a height, `long` a drop."""
        found = proof(amount, [s for s in same if s.subject in self.ledger.products])
        return found is not None and bool(_LONG.search(found.key)) and any(_LONG.search(s.key) for s in keyed)

    def _is_said_of_it(self, amount: Amount, sentence: Sentence, subject: Subject) -> bool:
        """Whether the number's clause names its product in front of it: "the Velum is rated for 60 hours"."""
        start, _ = clause(sentence.low, amount.start, amount.end)
        return any(start <= mention.start < amount.start for mention in subject.mentions)

    def _is_earlier(self, amount: Amount, sentence: Sentence, first: Mention) -> bool:
        """Whether a number stands in a clause before the first name: then it is of what was said before."""
        _, end = clause(sentence.low, amount.start, amount.end)
        return sentence.block.kind != "row" and end <= first.start

    def _nearest(
        self, amount: Amount, sentence: Sentence, all_amounts: list[Amount], keys: set[str]
    ) -> tuple[Hit | None, int]:
        """The attribute word that names a number: the closest, no other number between, a comma makes it
        further."""
        best: Hit | None = None
        shortest = _NEAR + 1
        for hit in self.hits(sentence):
            if not hit.keys & keys or (hit.start < amount.end and amount.start < hit.end):
                continue
            far = _distance(hit, amount, sentence.text, all_amounts) + self._order(hit, amount)
            if hit.start >= amount.end and _IN.fullmatch(sentence.low, amount.end, hit.start):
                far = 0  # "108 mm in der Breite und 23 cm in der Länge"
            if far < shortest:
                best, shortest = hit, far
        if best is None and amount.chain < 0:
            best = self._header(amount, sentence, keys)
            shortest = 0 if best else shortest
        return best, shortest

    def _order(self, hit: Hit, amount: Amount) -> int:
        """`137 cm wide`, but `عرضها ١٣٧ سم`: a word on the other side counts as a little further."""
        is_before = hit.end <= amount.start
        if not amount.dimension:
            return is_before  # what is counted stands behind: 10 cups, 10杯
        if self.language in _WORD_FIRST:
            is_lasting = self.language == "ja" and amount.dimension == "time"  # 14時間再生
            return 0 if is_before or is_lasting else _CLAUSE
        return 1 if is_before else 0

    def _header(self, amount: Amount, sentence: Sentence, keys: set[str]) -> Hit | None:
        """In a table the cell above names the number, or the first of its row."""
        cell = (sentence.start, sentence.end)
        for title in (sentence.block.above(cell), sentence.block.label(cell)):
            found = [keys_ for _, _, keys_ in self.words.find(low(title)) if keys_ & keys]
            if found:
                return Hit(amount.start, amount.end, found[0])
        return None

    def _count(
        self,
        amount: Amount,
        sentence: Sentence,
        subject: Subject,
        scope: list[Stated],
        all_amounts: list[Amount],
    ) -> Ruling:
        """A bare number counts only where an attribute's word stands right at it."""
        if _OTHER_SYSTEM.search(sentence.low, max(0, amount.start - _NEAR), amount.start):
            return Ruling("unproven")  # UK 6.5
        start, end = clause(sentence.low, amount.start, amount.end)
        is_named = any(start <= mention.start < end for mention in subject.mentions)
        if not is_named and cue("usual", self.language).search(sentence.low, start, end):
            return Ruling("proven")  # "a 300-piece set is usually 280 pieces you will lose"
        counts = [s for s in scope if not s.dimension]
        hit, distance = self._nearest(amount, sentence, all_amounts, {s.key for s in counts})
        keyed = [s for s in counts if hit and s.key in hit.keys]
        reach = _SIZE_NEAR if hit and hit.end <= amount.start and not amount.in_words else _TIGHT // 2
        if not keyed or distance > reach or amount.values == (Decimal(1),):
            return Ruling("proven")
        is_far = distance > _BESIDE
        if amount.in_words and is_far and max(max(s.values) for s in keyed) > _FEW_PIECES:
            return Ruling("proven")  # "between two sizes" counts sizes, it names none
        found = proof(amount, keyed)
        if not found and amount.in_words and not self._is_its_count(amount, sentence, hit):
            return Ruling("proven")
        return Ruling("proven", found) if found else Ruling("contradicted", closest(amount, keyed))

    def _is_its_count(self, amount: Amount, sentence: Sentence, hit: Hit | None) -> bool:
        """Whether a clause says that the product has, comes in or makes so many: `Five curtains side by side`, `the two
        curtains`, `you need three panels` count things of the text."""
        if sentence.block.kind == "row" or (hit and hit.end <= amount.start):
            return True  # a cell, or a label: "Panels per pack: three"
        text, (start, end) = sentence.low, clause(sentence.low, amount.start, amount.end)
        if cue("condition", self.language).search(text, start, amount.start):
            return False
        near = max(start, amount.start - _WANTED)
        if cue("wanted", self.language).search(text, near, end if self.language == "ja" else amount.start):
            return False
        if any(
            not text[found.end() : amount.start].strip()
            for found in cue("pointed", self.language).finditer(text, near, amount.start)
        ):
            return False
        return cue("counted", self.language).search(text, start, end) is not None


_OTHER_SYSTEM: Final = re.compile(
    r"(?:(?<![a-z])(?:uk|us|usa|jp|br|gb)|britisch\w*|amerikanisch\w*|british|american|britannique|américaine?"
    r"|británic[oa]s?|american[oa]s?|بريطاني\w*|امريكي\w*|英国|米国)[ -]?"
    r"(?:sizes?|größen?|tailles?|pointures?|tallas?|サイズ)? ?$"
)
"""Sizes of another country: not the one a column states."""
_IN: Final = re.compile(r" (?:in(?: der| the| its)?|im|de|en|of) ?")
_LONG: Final = re.compile(
    "length|height|size|größe|groesse|drop|long|tall|longueur|hauteur|länge|laenge|höhe|hoehe|largo|alto"
)


def _distance(hit: Hit, amount: Amount, text: str, all_amounts: list[Amount]) -> int:
    """Letters between a word and a number, commas and clauses counted extra; far when another number stands
    between."""
    start, end = (hit.end, amount.start) if hit.end <= amount.start else (amount.end, hit.start)
    between = [
        other for other in all_amounts
        if other is not amount
        and start <= other.start
        and other.end <= end
        and other.chain < 0
        and other.dimension == amount.dimension
    ]  # fmt: skip
    if between and not re.fullmatch(r"[\s,、・/&+und-yeto]*", text[start:end]):
        return _NEAR * 2
    gap = text[start:end]
    return len(gap) + _CLAUSE * len(re.findall(r"[,;:(]\s|[،、。]", gap + " "))


def make_binder(ledger: Ledger, numbers: Numbers, language: str) -> Binder:
    """A binder for one market."""
    return Binder(ledger, numbers, language, attribute_phrases(ledger, language), kinds(ledger, language))


def _is_ratio(amount: Amount, all_amounts: list[Amount], text: str, language: str) -> bool:
    """`12 g to a litre`: so much of one thing to so much of another is a recipe."""
    for other in all_amounts:
        first, second = sorted((amount, other), key=lambda each: each.start)
        is_apart = other is not amount and first.dimension != second.dimension
        if is_apart and {first.dimension, second.dimension} <= _OF_RECIPES:
            gap = text[first.end : second.start]
            if len(gap) <= _TIGHT and cue("ratio", language).fullmatch(gap.strip()):
                return True
    return False


def _is_limit(amount: Amount, prices: list[Stated]) -> bool:
    """Whether it is said that every price lies below a sum, and so it is."""
    is_below = all(price.base[0] <= amount.base[0] for price in prices)
    return amount.qualifier == "under" and bool(prices) and is_below


def _is_within(hit: Hit, start: int, end: int) -> bool:
    return start <= hit.start and hit.end <= end and hit.end - hit.start < end - start
