"""What the shop can answer of a topic: the products and attributes it rests on, and the facts missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from content.ledger.ledger import Ledger, digest
from content.ledger.partly import differs
from content.lexicon.goods import may_have
from content.plan.answered import Matter, asks_of_fit, given, is_about, shop_keys
from content.plan.catalogue import FEWEST_ATTRIBUTES, differences, sayable
from content.plan.concepts import CHOOSE, SHOP_ASPECTS, Concept
from content.plan.vocabulary import Vocabulary
from content.records import UNKNOWN, Many, Missing
from content.tongues import tongue
from seo.records import Market, Question

MOST_PRODUCTS = 12
LEADING = (
    "machine_washable",
    "dishwasher_safe",
    "can_be_cut",
    "non_slip",
    "light_blocked",
    "foot_length",
    "width",
)
SIZES = {"US": "us", "GB": "uk", "JP": "jp"}  # the others go by the European size
HIDDEN = frozenset({"name", "short", "title", "url", "image", "description", "sku", "brand", "availability"})
MOST_ATTRIBUTES = 6
RIVAL = 1 / 3  # of what is heard must name another product line before a comparison shows it
SHOWN = 3  # attributes named in a reason


@dataclass(frozen=True, slots=True)
class Answers:
    """Share (0-1) of what is asked that the shop's facts or advice answer, and what they rest on."""

    share: float
    handles: tuple[str, ...]
    attributes: tuple[str, ...]
    missing: tuple[Missing, ...]
    is_more_than_a_product_page: bool
    reason: str = ""
    is_advised: bool = False  # the shop's own people have written about it
    open: frozenset[str] = frozenset()  # questions and searches that nothing of the shop's answers
    own: int = 0  # products among the handles that are of the topic's own line
    is_headless: bool = False  # something is asked, and nothing that is asked or searched is answered


def answers(
    concept: Concept, ledger: Ledger, market: Market, vocabulary: Vocabulary, *, can_translate: bool = False
) -> Answers:
    """Bind a concept to the ledger. `can_translate`: a model writes, so advice in another language counts."""
    if concept.aspect in SHOP_ASPECTS:
        found = _shop_matter(concept, ledger, market, can_translate=can_translate)
        return _headed(found, concept, ledger, market, vocabulary, can_translate=can_translate)
    if concept.category and ledger.lexicon.category(concept.category, market.language) is None:
        word = concept.category.replace("-", " ")
        reason = f"no {market.language} word for {word!r}: add one to words.csv"
        return Answers(0.0, (), (), (), False, reason)
    handles = _handles(concept, ledger)
    attributes = _attributes(concept, ledger, handles, market)
    advised = has_advice(
        ledger, concept.aspect, concept.category, handles, market.language, can_translate=can_translate
    )
    answered = [
        _is_answered(q, concept, ledger, market, vocabulary, handles, attributes, advised)
        for q in concept.questions.values()
    ]
    share = sum(answered) / len(answered) if answered else float(bool(attributes) or advised)
    asked = _asked(concept, vocabulary, attributes)
    more = advised or any(_differs(ledger, handles, key, market) for key in asked)
    missing = _missing(concept, ledger, handles, attributes, market)
    reason = "the product data do not say" if not share else "" if more else _said(asked, handles, ledger)
    own = sum(ledger.products[handle].category == concept.category for handle in handles)
    found = Answers(share, handles, attributes, missing, more, reason, advised, own=own)
    return _headed(found, concept, ledger, market, vocabulary, can_translate=can_translate)


def _headed(
    found: Answers,
    concept: Concept,
    ledger: Ledger,
    market: Market,
    vocabulary: Vocabulary,
    *,
    can_translate: bool,
) -> Answers:
    """The same with what of it nothing answers: none of that may name the page (content/plan/answered.py)."""
    matter = Matter(
        ledger,
        vocabulary,
        market,
        concept.category,
        concept.aspect,
        found.handles,
        can_translate=can_translate,
    )
    asked = [question.text for question in concept.questions.values()]
    searched = [k.phrase for k in concept.keywords.values() if k.phrase not in concept.questions]
    answered = {
        question.text
        for question in (*concept.questions.values(), *map(Question, searched))
        if given(question, matter).is_answer
    }
    left = frozenset({*asked, *searched} - answered)
    of_fit = [phrase for phrase in searched if asks_of_fit(phrase, market.language)]
    is_headless = bool(asked or of_fit) and not answered  # a search for sizes is served by a table of them
    missing = found.missing
    if is_headless and concept.aspect in SHOP_ASPECTS:
        missing = tuple(dict.fromkeys([*missing, *_unsaid(concept, ledger)]))
    return replace(found, open=left, is_headless=is_headless, missing=missing)


def _unsaid(concept: Concept, ledger: Ledger) -> Iterator[Missing]:
    """What facts.toml would have to say: the fact that is named ("cash on delivery"), else the matter."""
    keys = [key for key in concept.attributes if ledger.lexicon.aspect(key) == concept.aspect]
    needed_for = next(iter(concept.questions), "") or concept.name
    for key in keys or [concept.aspect]:
        yield Missing("shop", key, _word(key, concept.aspect, ledger), needed_for)


def _asked(concept: Concept, vocabulary: Vocabulary, attributes: Sequence[str]) -> list[str]:
    """The topic's attributes that somebody named; where nobody named one, or it is about choosing, all of them."""
    texts = [*concept.questions, *(keyword.phrase for keyword in concept.keywords.values())]
    named = {key for text in texts for key in vocabulary.understand(text).keys("attribute")}
    own = [key for key in attributes if key in named]
    return list(attributes) if concept.aspect == CHOOSE or not own else own


def _differs(ledger: Ledger, handles: Sequence[str], key: str, market: Market) -> bool:
    """Whether products differ in it, or one comes in several: something to compare that no product page compares."""
    known = [value for h in handles if (value := ledger.fact(h, key, market).value) != UNKNOWN]
    return len({digest(v).casefold() for v in known}) > 1 or any(isinstance(v, Many) for v in known)


def _said(asked: Sequence[str], handles: Sequence[str], ledger: Ledger) -> str:
    """Why a page would hold nothing that a product's own page does not."""
    words = ", ".join(ledger.lexicon.attribute(key, ledger.shop.language) or key for key in asked[:SHOWN])
    if not words:
        return "it would only repeat one product page"
    if len(handles) > 1:
        return f"every product page says it ({words}), the same for all that say it: nothing to compare"
    return f"the product's own page says it ({words}), and no other has it"


def has_advice(
    ledger: Ledger,
    aspect: str,
    category: str,
    handles: Sequence[str],
    language: str,
    *,
    can_translate: bool = False,
) -> bool:
    """True when the shop's own people have written about it in this language, or in any for who can translate."""
    own = ledger.shop.language
    return any(
        a.aspect == aspect
        and is_about(a.about, category, handles)
        and tongue(a.answer, language, own, can_translate=can_translate)
        for a in ledger.advice
    )


def _shop_matter(concept: Concept, ledger: Ledger, market: Market, *, can_translate: bool) -> Answers:
    keys = shop_keys(ledger, concept.aspect, market)
    advised = has_advice(ledger, concept.aspect, "", (), market.language, can_translate=can_translate)
    known = bool(keys) or advised
    word = _word(concept.aspect, concept.aspect, ledger)
    missing = () if known else (Missing("shop", concept.aspect, word, concept.name),)
    reason = "" if known else f"facts.toml says nothing on {concept.aspect} for {market.country}"
    return Answers(float(known), (), keys, missing, True, reason)


def _handles(concept: Concept, ledger: Ledger) -> tuple[str, ...]:
    """The products asked about by name first, then the line in catalogue order; compared lines share the places."""
    names = [concept.category]
    if concept.aspect == CHOOSE:  # "blackout or thermal?" needs both lines side by side
        about = (a.about for a in ledger.advice if a.aspect == CHOOSE and concept.category in a.about)
        names += [name for each in about for name in each if name in ledger.categories()]
        heard = sum(q.count for q in concept.questions.values())
        heard += sum(k.count for k in concept.keywords.values() if k.phrase not in concept.questions)
        names += [name for name, times in concept.rivals.most_common() if times >= RIVAL * heard]
    lines = [[p.handle for p in ledger.families(name)] for name in dict.fromkeys(names)]
    share = -(-MOST_PRODUCTS // len(lines))
    line = [handle for each in lines for handle in each[:share]] if len(lines) > 1 else lines[0]
    named = [h for h, _ in concept.products.most_common() if any(h in each for each in lines)]
    return tuple(dict.fromkeys([*named, *line]))[:MOST_PRODUCTS]


def _attributes(
    concept: Concept, ledger: Ledger, handles: tuple[str, ...], market: Market
) -> tuple[str, ...]:
    """Attributes of the aspect that are stated and can be said here, the most asked first."""
    keys = [*ledger.keys(handles), *sorted({f.key for h in handles for f in ledger.facts(h)} - HIDDEN)]
    stated = [
        key
        for key in dict.fromkeys(keys)
        if any(ledger.fact(h, key, market).value != UNKNOWN for h in handles)
        and sayable(ledger, list(handles), key, market)
    ]
    asked = [key for key, _ in concept.attributes.most_common() if key in stated]
    apart = differences(ledger, concept.category, market, fewest=2).get(concept.aspect, ())
    own = [key for key in stated if ledger.lexicon.aspect(key) == concept.aspect]
    asked = [key for key in asked if key in own or concept.aspect == CHOOSE]
    if concept.aspect == CHOOSE:  # features that several have are worth naming even where the rest is silent
        own = [k for k in stated if _is_shared_feature(ledger, handles, k, market)]
    leading = [k for k in LEADING if k in own and concept.aspect != CHOOSE]
    found = dict.fromkeys([*asked, *leading, *[k for k in apart if k in stated], *own])
    if concept.aspect == "size":
        found = dict.fromkeys(sorted(found, key=lambda key: _size_rank(key, market)))
    return tuple(found)[:MOST_ATTRIBUTES]


def _size_rank(key: str, market: Market) -> int:
    """The market's own size system, then centimetres (the Japanese one), then the rest; weight is no size to wear."""
    system = key.split("_", 1)[0]
    if system == SIZES.get(market.country, "eu"):
        return 0
    return {"jp": 1, "us": 3, "uk": 3, "eu": 3, "weight": 4}.get(system, 2)


def _is_shared_feature(ledger: Ledger, handles: tuple[str, ...], key: str, market: Market) -> bool:
    values = [ledger.fact(h, key, market).value for h in handles]
    return sum(v is True for v in values) >= FEWEST_ATTRIBUTES


def _is_answered(
    question: Question,
    concept: Concept,
    ledger: Ledger,
    market: Market,
    vocabulary: Vocabulary,
    handles: tuple[str, ...],
    attributes: tuple[str, ...],
    advised: bool,
) -> bool:
    """A question on an attribute needs that attribute's fact, of its own product when it names one."""
    sense = vocabulary.understand(question.text)
    own = ledger.resolve(question.sku) if question.sku else None
    about = (own,) if own else (sense.keys("product") or handles)
    asked = [k for k in sense.keys("attribute") if ledger.lexicon.aspect(k) == concept.aspect]
    if asked:
        facts = [ledger.fact(h, k, market).value for k in asked for h in about if h]
        return any(value != UNKNOWN for value in facts) or advised
    return advised or bool(attributes)


def _word(key: str, aspect: str, ledger: Ledger) -> str:
    """What is missing, as the shop speaks: a whole matter by its own word, since `safety` is an attribute's key too."""
    language = ledger.shop.language
    matter = ledger.lexicon.synonyms("aspect", key, language) if key == aspect else ()
    return next(iter(matter), "") or ledger.lexicon.attribute(key, language) or key


def _missing(
    concept: Concept, ledger: Ledger, handles: tuple[str, ...], attributes: tuple[str, ...], market: Market
) -> tuple[Missing, ...]:
    """Facts asked for, or told apart by, that nobody has stated: product by product."""
    ours = ledger.keys(p.handle for p in ledger.families())
    line = ledger.keys(p.handle for p in ledger.families(concept.category))
    named = [
        key for key, _ in concept.attributes.most_common() if ledger.lexicon.aspect(key) == concept.aspect
    ]
    # `مضرب` is the whisk of a mixer, and of a bedspread that it is quilted
    possible = [key for key in named if key in line or may_have(concept.category, key)]
    asked = [key for key in possible if key in ours or ledger.lexicon.kind(key) == "boolean"]
    wanted = asked if concept.questions else attributes
    is_foreign = bool(named) and not possible  # what they ask for no such thing has: there is no fact to add
    if not wanted and not attributes and not is_foreign:
        # nobody named an attribute: the aspect's only one, or the aspect itself
        keys = [
            key for key in ledger.lexicon.keys("attribute") if ledger.lexicon.aspect(key) == concept.aspect
        ]
        wanted = keys if len(keys) == 1 else [concept.aspect]
    needed_for = next(iter(concept.questions), "") or concept.name
    return tuple(
        Missing(h, key, _word(key, concept.aspect, ledger), needed_for)
        for key in wanted[:FEWEST_ATTRIBUTES]
        for h in handles
        if ledger.fact(h, key, market).value == UNKNOWN and not differs(ledger, h, key, market)
    )
