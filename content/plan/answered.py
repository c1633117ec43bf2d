"""What answers a question: a fact, the shop's advice, its evidence, or nothing. Plan and brief ask here, so that a page
is never named by a question its own brief forbids to answer.

A word that comes near is not an answer: a list of sizes does not say whether a coat runs large, a washing label not
whether a bag floats, and the route to one country not how long another takes.

Where a model writes, advice and evidence answer in any language of the shop's: those of another language than the
question's have no words in common with it, so they are held against what its words mean in this shop.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from content.ledger.abouts import OF_THE_SHOP
from content.ledger.ledger import Ledger
from content.ledger.once import once_per_ledger
from content.plan.catalogue import sayable
from content.plan.concepts import SHOP_ASPECTS, SIZED
from content.plan.destinations import at_home, elsewhere
from content.plan.links import MOST_UNKNOWN
from content.plan.vocabulary import Kind, Meaning, Sense, Vocabulary, vocabulary_of
from content.records import UNKNOWN, Advice, Evidence, Text
from content.tongues import tongue
from content.word_lists import pattern_of, words_of
from seo.language import fold, plain, stems
from seo.records import Market, Question

ENOUGH = 2  # words that a text must share with a question, its product line not counted
PARTS = (("how_long", ("days",)), ("how_much", ("cost", "free_from", "free")))
FIT_KEYS = re.compile(r"(?:^|_)(?:fit|fits|passform|coupe|runs)(?:_|$)")
TELLING: frozenset[Kind] = frozenset({"attribute", "value", "product"})
"""What two texts of different languages have in common by more than their line and aspect."""

_SLOT = re.compile(r"\{\{.*?\}\}")
_LATIN = re.compile(r"[a-zß-öø-ÿ]{4,}")  # folded; a name in a Japanese sentence too


@dataclass(frozen=True, slots=True)
class Matter:
    """What a page is about, where and when it is read, and whether its writer can translate."""

    ledger: Ledger
    vocabulary: Vocabulary
    market: Market
    category: str
    aspect: str
    handles: tuple[str, ...]
    on: date | None = None
    can_translate: bool = False  # a model writes: it can say what the shop wrote in another language

    def tongue(self, text: Text) -> str:
        """In which language a text can be used for this page; empty where in none."""
        own = self.ledger.shop.language
        return tongue(text, self.market.language, own, can_translate=self.can_translate)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question or search can have in common with a text of the shop's."""

    words: frozenset[str]  # of the page's language
    meant: frozenset[Meaning]  # in any language; empty where nobody translates

    def shared(self, text: str, language: str, matter: Matter) -> int:
        """How much of it is in a text: words where both are in one language, else what the words mean here."""
        if language == matter.market.language:
            return len(self.words & content_of(text, matter))
        return len(self.meant & _meant_by(matter.ledger, text, language))

    def nearness(self, advice: Advice, language: str, matter: Matter) -> tuple[int, int]:
        """How much of it is in the advice's own question, and in all of the advice."""
        title = self.shared(advice.title.get(language) or "", language, matter)
        return title, self.shared(_whole(advice, language), language, matter)


def asked_of(text: str, matter: Matter) -> Asked:
    """A question or search, ready to be held against texts of the shop's."""
    sense = meant(text, matter.vocabulary, matter.ledger) if matter.can_translate else frozenset()
    return Asked(content_of(text, matter), sense)


def meant(text: str, vocabulary: Vocabulary, ledger: Ledger) -> frozenset[Meaning]:
    """The features, values and products that a text speaks of, and words out of products' names: they are spelt alike
    in every language, and one may stand for two products.
    """
    said = _SLOT.sub(" ", text)
    telling = {each for each in vocabulary.understand(said).meanings if each.kind in TELLING}
    names = _title_words(ledger) & set(_LATIN.findall(fold(said)))
    return frozenset(telling | {Meaning("product", name) for name in names})


@once_per_ledger
def _meant_by(ledger: Ledger, text: str, language: str) -> frozenset[Meaning]:
    """The same of a text of the shop's."""
    return meant(text, vocabulary_of(ledger, language), ledger)


@once_per_ledger
def _title_words(ledger: Ledger) -> frozenset[str]:
    """The words of all products' titles."""
    titles = (fold(product.title) for product in ledger.families())
    return frozenset(word for title in titles for word in _LATIN.findall(title))


@dataclass(frozen=True, slots=True)
class Given:
    """What there is to answer a question with; all of it empty when nothing answers it."""

    handles: tuple[str, ...]  # the products it asks about
    asked: tuple[str, ...]  # attributes it names
    keys: tuple[str, ...] = ()  # those of them known of at least one of the products
    shop: tuple[str, ...] = ()  # the shop's own facts that answer it: `returns_text`
    advice: str = ""
    evidence: tuple[str, ...] = ()

    @property
    def is_answer(self) -> bool:
        """Whether the shop itself has something to say to it."""
        return bool(self.keys or self.shop or self.advice or self.evidence)


def given(question: Question, matter: Matter) -> Given:
    """What a question can be answered with."""
    ledger, language = matter.ledger, matter.market.language
    sense = matter.vocabulary.understand(question.text)
    own = ledger.resolve(question.sku) if question.sku else None
    named = tuple(h for h in sense.keys("product") if h in matter.handles)
    handles = named or ((own,) if own in matter.handles and own else matter.handles)
    asked = tuple(key for key in sense.keys("attribute") if ledger.lexicon.attribute(key, language))
    is_of_fit = asks_of_fit(question.text, language)
    if is_of_fit:
        asked = tuple(key for key in asked if FIT_KEYS.search(key))
    aspects = set() if is_of_fit else _aspects(question.text, sense, asked, matter)
    wanted = asked_of(question.text, matter)
    evidence = [e.id for e in ledger.evidence if _is_evident(e, wanted, aspects, matter)]
    if is_of_fit:
        evidence += [e.id for e in ledger.evidence if _came_back(e, handles, matter)]
    return Given(
        handles,
        asked,
        tuple(key for key in asked if any(_is_known(matter, h, key) for h in handles)),
        _of_shop(question.text, sense, wanted.words, matter) if matter.aspect in SHOP_ASPECTS else (),
        _advice(wanted, aspects, matter, is_elsewhere=_is_elsewhere(question.text, sense, matter)),
        tuple(evidence),
    )


def asks_of_fit(text: str, language: str) -> bool:
    """Whether it asks how a thing turns out beside its label: "espadrilles run large"."""
    return bool(re.search(pattern_of(__file__, "fitting", language), fold(text)))


def content_of(text: str, matter: Matter) -> frozenset[str]:
    """The words of a text that say what it is about, the product line's own left out."""
    line = matter.ledger.lexicon.synonyms("category", matter.category, matter.market.language)
    common = {stem for name in line for stem in stems(name, matter.market.language)}
    return frozenset(set(stems(_SLOT.sub(" ", text), matter.market.language)) - common)


def is_about(about: Sequence[str], category: str, handles: Sequence[str]) -> bool:
    """Whether advice or evidence is about these products, their line, the shop where it is a shop's matter, or
    everything."""
    return not about or bool({category or OF_THE_SHOP, *handles} & set(about))


def _aspects(text: str, sense: Sense, asked: Sequence[str], matter: Matter) -> set[str]:
    """What a question is clearly about: nothing, where too many of its words say nothing here."""
    if SIZED.search(text.casefold()):
        return {"size"}
    if not _is_clear(text, sense.unknown, matter.market.language):
        return set()
    return {*sense.keys("aspect"), *(matter.ledger.lexicon.aspect(key) for key in asked)}


def _is_clear(text: str, unknown: Sequence[str], language: str) -> bool:
    return len(unknown) <= MOST_UNKNOWN * max(1, len(stems(text, language)))


def _is_known(matter: Matter, subject: str, key: str) -> bool:
    """Whether it is stated and can be said in the market's language."""
    value = matter.ledger.fact(subject, key, matter.market, matter.on).value
    return value != UNKNOWN and sayable(matter.ledger, [subject], key, matter.market)


def _of_shop(text: str, sense: Sense, words: frozenset[str], matter: Matter) -> tuple[str, ...]:
    """The shop's facts that answer a question about delivery or returns.

    One that names a fact ("cash on delivery") gets that one or none; one that asks how long or how much, that; one
    whose words are understood, all of the matter; any other, the text that speaks of the same.
    """
    known = shop_keys(matter.ledger, matter.aspect, matter.market)
    named = [key for key in sense.keys("attribute") if matter.ledger.lexicon.aspect(key) == matter.aspect]
    if named:
        return tuple(key for key in named if key in known)
    if _is_elsewhere(text, sense, matter):
        return ()
    language = matter.market.language
    unknown = [word for word in sense.unknown if not at_home(word, matter.market)]
    said = plain(text)
    ends = [
        end for name, mine in PARTS if re.search(words_of(__file__, name, language), said) for end in mine
    ]
    if ends and (found := [key for key in known if key.endswith(tuple(f"_{end}" for end in ends))]):
        return tuple(found)
    if not ends and _is_clear(text, unknown, language):
        return tuple(key for key in known if key.startswith(matter.aspect))
    return tuple(key for key in known if _speaks_of(key, words, matter))


def shop_keys(ledger: Ledger, aspect: str, market: Market) -> tuple[str, ...]:
    """Facts of the shop on an aspect that are known in a market: `delivery_express_days`, `cash_on_delivery`."""
    found = dict.fromkeys(
        fact.key
        for fact in ledger.facts("shop")
        if (fact.key.startswith(aspect) or ledger.lexicon.aspect(fact.key) == aspect)
        and fact.market in (None, market.country)
        and fact.value != UNKNOWN
    )
    return tuple(found)


def _speaks_of(key: str, words: frozenset[str], matter: Matter) -> bool:
    """Whether a text of the shop's has a word of the question that is more than the name of the matter."""
    language = matter.market.language
    value = matter.ledger.fact("shop", key, matter.market, matter.on).value
    text = value.get(language) if isinstance(value, Text) else ""
    names = matter.ledger.lexicon.synonyms("aspect", matter.aspect, language)
    own = {stem for name in names for stem in stems(name, language)}
    return bool((words - own) & content_of(text or "", matter))


def _is_elsewhere(text: str, sense: Sense, matter: Matter) -> bool:
    """Whether a question on delivery names a place that no route of this market reaches."""
    return matter.aspect == "delivery" and elsewhere(text, sense.unknown, matter.ledger, matter.market)


def _advice(asked: Asked, aspects: set[str], matter: Matter, *, is_elsewhere: bool) -> str:
    """The advice whose own question comes nearest; it must share words, or be about what is clearly asked. In another
    language it must be about that, as there are no words to share; and what is about delivery must say more in common
    than that to a question on another place.
    """
    rated = []
    for each in matter.ledger.advice:
        language = matter.tongue(each.answer)
        if not language or not is_about(each.about, matter.category, matter.handles):
            continue
        is_translated = language != matter.market.language
        near, far = asked.nearness(each, language, matter)
        fits = each.aspect in aspects
        is_near = near >= ENOUGH and not is_translated
        is_just_that = len(aspects) == 1 and not (is_translated and is_elsewhere)
        if is_near or (fits and (far or is_just_that)):
            rated.append((-near, not fits, is_translated, -far, each.id))
    return min(rated)[-1] if rated else ""


def _whole(advice: Advice, language: str) -> str:
    texts = (advice.title, advice.answer, advice.body)
    return "\n\n".join(said for text in texts if (said := text.get(language)))


def _is_evident(each: Evidence, asked: Asked, aspects: set[str], matter: Matter) -> bool:
    language = matter.tongue(each.text)
    text = each.text.get(language)
    if not text or not is_about(each.about, matter.category, matter.handles):
        return False
    return each.aspect in aspects and asked.shared(text, language, matter) >= ENOUGH


def _came_back(each: Evidence, handles: Sequence[str], matter: Matter) -> bool:
    """Whether it counts products that came back for their size, where that can be said in the market's language."""
    language = matter.market.language
    starts = tuple(f"{handle.replace('-', '_')}_" for handle in handles)
    for fact in matter.ledger.facts(f"evidence-{each.id}") if each.kind == "returns" else ():
        start = next((s for s in starts if fact.key.startswith(s)), "")
        reason = fact.key.removeprefix(start).replace("_", " ") if start else ""
        word = matter.ledger.lexicon.value(reason, language) if reason else None
        if word and "size" in matter.vocabulary.understand(word).keys("aspect"):
            return True
    return False
