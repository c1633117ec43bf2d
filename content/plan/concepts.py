"""From topics to concepts: one product line and one aspect each, which is what one page can answer.

A cluster knows what people say in one breath; the catalogue knows what it is about. Each member is read on
its own; what it leaves unsaid ("can I shorten them?") it takes from its cluster, if the cluster agrees on it.
"""

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace

from content.ledger.ledger import Ledger
from content.ledger.once import once_per_ledger
from content.lexicon.keys import plain
from content.plan.vocabulary import Meaning, Sense, Vocabulary, narrower
from content.records import Choice, sides_of
from seo.privacy import GAP
from seo.records import Intent, Keyword, Question, Topic
from seo.topics import topic_id

SHOP_ASPECTS = frozenset({"delivery", "returns"})
"""Matters of the shop, not of a product."""

CHOOSE = "choose"
FOREIGN = "not in the catalogue: "
"""What stands before the words for which a topic is left; the words are parted by commas."""
VAGUE = frozenset({CHOOSE, "features", "price"})
DIFFERENCE = re.compile(
    r"\b(difference|different|versus|vs|unterschiede?|différences?|diferencias?)\b|فرق|違い|どっち"
)
SIZED = re.compile(
    r"\b(?:(?:what|which) (?:[\w'-]+ ){0,2}sizes?|(?:queen|king|twin|double|single) size"
    r"|how (?:wide|long|tall|high|deep)"
    r"|welche\w* \w*(?:grössen?|breite|länge|höhe)|wie (?:breit|lang|hoch|tief|gross)"
    r"|quel(?:le)?s? (?:taille|pointure|largeur|longueur|hauteur|dimension)s?"
    r"|(?:qué|que|cuál es la) (?:talla|n[uú]mero|tamaño|medida|anchura|ancho|largo|altura)s?"
    r"|(?:أي|اي|ما|كم) (?:مقاس|قياس|عرض|طول|ارتفاع))\b|どのサイズ|何サイズ|何センチ|何cm|サイズはどれ"
)
"""A size is asked for, whatever thing it is of: "which size of cotton slippers" is not about cotton."""
ORIGIN = "certificates"  # where a thing comes from tells of no line: half of the shop comes from there
AGREEMENT = 0.5  # share of a cluster that must name a product line before its other members inherit it


@dataclass(slots=True)
class Concept:
    """Everything heard about one aspect of one product line in one language."""

    language: str
    category: str
    aspect: str
    questions: dict[str, Question] = field(default_factory=dict)
    keywords: dict[str, Keyword] = field(default_factory=dict)
    topics: Counter[str] = field(default_factory=Counter)
    intents: Counter[Intent] = field(default_factory=Counter)
    attributes: Counter[str] = field(default_factory=Counter)
    products: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    pillars: Counter[str] = field(default_factory=Counter)
    translations: set[str] = field(default_factory=set)  # ids of topics of other languages
    part: str = ""  # of a topic that a person split off
    title: str = ""  # as a person named it
    by: str = ""  # who added or pinned it
    banned: str = ""  # who does not want it, and why
    is_pinned: bool = False
    is_in_catalogue: bool = False  # enough products differ in it to be compared, whoever asks
    rivals: Counter[str] = field(default_factory=Counter)  # other product lines it is compared with

    @property
    def name(self) -> str:
        """`blackout-curtains/cut`; a shop matter is `shop/delivery`; split off by a person `…/cut~hems`."""
        part = f"~{self.part}" if self.part else ""
        return f"{self.category or 'shop'}/{self.aspect}{part}"

    @property
    def demand(self) -> float:
        """0-100: the strongest keyword or question behind it."""
        return max((k.demand for k in self.keywords.values()), default=0.0)


@dataclass(frozen=True, slots=True)
class Stray:
    """A topic no page of this shop can be about, and why."""

    topic: Topic
    why: str


@dataclass(frozen=True, slots=True)
class _Reading:
    text: str
    weight: int
    sense: Sense
    category: str
    aspect: str
    question: Question | None = None
    keyword: Keyword | None = None
    votes: int | None = None  # on the aspect of its cluster; None: as many as its weight


def gather(
    topics: Sequence[Topic], ledger: Ledger, vocabularies: dict[str, Vocabulary]
) -> tuple[list[Concept], list[Stray]]:
    """Read every member of every topic and pool them by language, product line and aspect; each member ends in one
    concept or one stray."""
    pool: dict[tuple[str, str, str], Concept] = {}
    strays = []
    ours = frozenset(ledger.categories())
    for topic in topics:
        readings = [_inherit(r, all_) for all_ in [_read(topic, ledger, vocabularies)] for r in all_]
        kept = [r for r in readings if r.aspect and (r.category or r.aspect in SHOP_ASPECTS)]
        searches = _searches(topic, kept)
        for reading, keywords in zip(kept, searches, strict=True):
            _add(pool, topic, reading, ours, keywords)
        vocabulary = vocabularies[topic.language]
        if not kept:
            strays.append(Stray(topic, _why_not(topic.name, ledger, vocabulary)))
        else:
            strays += _left(topic, kept, {k.key for each in searches for k in each}, ledger, vocabulary)
    return [pool[key] for key in sorted(pool)], strays


def _searches(topic: Topic, kept: Sequence[_Reading]) -> list[Sequence[Keyword]]:
    """The searches that each reading speaks for: its own, or of a question those that say it word for word or, where
    nothing else speaks for them, are another wording of it."""
    own = {r.keyword.key for r in kept if r.keyword is not None}
    return [
        [r.keyword]
        if r.keyword is not None
        else [
            k
            for k in topic.keywords
            if k.phrase == r.text or (r.question and k.key not in own and r.question.signal in k.signals)
        ]
        for r in kept
    ]


def _left(
    topic: Topic, kept: Sequence[_Reading], placed: Set[str], ledger: Ledger, vocabulary: Vocabulary
) -> list[Stray]:
    """The members of a topic that found no place with the others, for each reason those it holds for. `placed`: keys
    of the searches that did; a question that is another wording of one has its place."""
    found: dict[str, tuple[list[Keyword], list[Question]]] = {}
    heard = {r.text for r in kept} | {s for k in topic.keywords if k.key in placed for s in k.signals}
    for keyword in topic.keywords:
        if keyword.key not in placed:
            why = _why_not(keyword.phrase, ledger, vocabulary)
            found.setdefault(why, ([], []))[0].append(keyword)
    for question in topic.questions:
        if heard.isdisjoint((question.text, question.signal)):
            why = _why_not(question.text, ledger, vocabulary)
            found.setdefault(why, ([], []))[1].append(question)
    return [Stray(_part(topic, *members), why) for why, members in found.items()]


def _part(topic: Topic, keywords: Sequence[Keyword], questions: Sequence[Question]) -> Topic:
    """Some members of a topic, named by the strongest of them."""
    name = keywords[0].phrase if keywords else questions[0].text
    return replace(
        topic,
        id=topic_id(f"{topic.id} {name}", topic.language),  # the name alone may be that of another topic
        name=name,
        keywords=tuple(keywords),
        questions=tuple(questions),
        demand=max((keyword.demand for keyword in keywords), default=0.0),
        translations=(),
    )


def about(text: str, sense: Sense, ledger: Ledger, category: str = "") -> tuple[str, str]:
    """Product line and aspect a text is about, as far as it says so; a line known beforehand stands.

    A comparison of two lines has one home, whichever is named first: else it would get two pages.
    """
    compared = sorted(set(sense.keys("category")) & set(ledger.categories()))
    category = category or (compared[-1] if len(compared) > 1 else _category(sense, ledger))
    aspect = _sayable(_aspect(sense, ledger), category, ledger)
    if aspect not in SHOP_ASPECTS and aspect != "cut" and SIZED.search(text.casefold()):
        aspect = "size"
    if compares(text, sense, ledger):
        aspect = CHOOSE
    return ("" if aspect in SHOP_ASPECTS else category), aspect


def _read(topic: Topic, ledger: Ledger, vocabularies: dict[str, Vocabulary]) -> list[_Reading]:
    vocabulary = vocabularies[topic.language]
    readings = []
    for question in topic.questions:
        sense = vocabulary.understand(question.text)
        handle = ledger.resolve(question.sku) if question.sku else None
        known = ledger.products[handle].category if handle else ""
        category, aspect = about(question.text, sense, ledger, known)
        readings.append(_Reading(question.text, question.count, sense, category, aspect, question=question))
    asked = {question.text for question in topic.questions}
    for keyword in topic.keywords:
        if keyword.phrase in asked:
            continue
        sense = vocabulary.understand(keyword.phrase)
        if sense.unknown or _brand_gap(sense, ledger):  # a search for something this shop does not know
            continue
        category, said = about(keyword.phrase, sense, ledger)
        aspect = said or (CHOOSE if category else "")
        votes = keyword.count if said else 0  # a bare name of a line says nothing of what others ask
        readings.append(
            _Reading(keyword.phrase, keyword.count, sense, category, aspect, None, keyword, votes)
        )
    return readings


def _inherit(reading: _Reading, all_: Sequence[_Reading]) -> _Reading:
    """What a member leaves unsaid, it takes from a cluster that agrees."""
    category, aspect = reading.category, reading.aspect
    if not category and aspect not in SHOP_ASPECTS:
        category = _majority([(r.category, r.weight) for r in all_])
    if not aspect and reading.question is not None:
        aspect = _majority([(r.aspect, r.weight if r.votes is None else r.votes) for r in all_])
    if aspect in SHOP_ASPECTS:
        category = ""
    return _Reading(
        reading.text, reading.weight, reading.sense, category, aspect, reading.question, reading.keyword
    )


def _majority(votes: Sequence[tuple[str, int]]) -> str:
    count: Counter[str] = Counter()
    for value, weight in votes:
        count[value] += weight
    best = max(sorted(v for v in count if v), key=lambda v: count[v], default="")
    return best if best and count[best] >= AGREEMENT * sum(count.values()) else ""


def _add(
    pool: dict[tuple[str, str, str], Concept],
    topic: Topic,
    reading: _Reading,
    ours: Set[str],
    keywords: Sequence[Keyword],
) -> None:
    key = (topic.language, reading.category, reading.aspect)
    concept = pool.setdefault(key, Concept(*key))
    concept.topics[topic.id] += reading.weight
    concept.intents[topic.intent] += reading.weight
    concept.countries.update(topic.countries)
    if topic.pillar:
        concept.pillars[topic.pillar] += reading.weight
    concept.translations.update(topic.translations)
    concept.attributes.update(dict.fromkeys(reading.sense.keys("attribute"), reading.weight))
    concept.products.update(dict.fromkeys(reading.sense.keys("product"), reading.weight))
    if reading.aspect == CHOOSE:
        others = set(reading.sense.keys("category")) & ours - {reading.category}
        concept.rivals.update(dict.fromkeys(sorted(others), reading.weight))
    if reading.question is not None:
        concept.questions.setdefault(reading.question.text, reading.question)
    for keyword in keywords:
        concept.keywords.setdefault(keyword.key, keyword)


def _category(sense: Sense, ledger: Ledger) -> str:
    """The product line a text names; a product's name counts as its line."""
    ours = set(ledger.categories())
    named = [key for key in sense.keys("category") if key in ours]
    if named:
        return named[0]
    for wider in sense.keys("category"):  # "curtains" in a shop of blackout and thermal curtains
        if found := narrower(wider, ledger.categories()):
            owned = [ledger.products[product].category for product in sense.keys("product")]
            return next(
                (line for line in owned if line in found),
                max(found, key=lambda key: len(ledger.families(key))),
            )
    for kind in sense.keys("category"):  # "children's slippers" where slippers are one line
        if kind.rsplit("-", 1)[-1] in ours:
            return kind.rsplit("-", 1)[-1]
    owned = [ledger.products[product].category for product in sense.keys("product")]
    alone = _alone_in(sense, ledger)
    if owned and (not alone or alone in owned):
        return alone or owned[0]
    return alone or _made_so(sense, ledger)


def _made_so(sense: Sense, ledger: Ledger) -> str:
    """The only product line that comes in what a text names, "percale or flannel"; of several the one that comes in all
    of it. None where a thing of another kind is named, or may be: "a mechanical keyboard" is no mechanical clock."""
    if sense.keys("category") or sense.unknown:
        return ""
    lines = [found for value in sense.keys("value") if (found := _lines_of_choices(ledger).get(value))]
    if not lines:
        return ""
    every = set[str]().union(*lines)
    found = every if len(every) == 1 or len(lines) == 1 else set[str].intersection(*lines)
    return next(iter(found)) if len(found) == 1 else ""


def _alone_in(sense: Sense, ledger: Ledger) -> str:
    """The only product line that a column of the shop's own is stated for; none where a thing of another kind is
    named."""
    own = [key for key in sense.keys("attribute") if not ledger.lexicon.kind(key)]
    if not own or sense.keys("category"):
        return ""
    found = {
        line
        for line in ledger.categories()
        if own[0] in ledger.keys(family.handle for family in ledger.families(line))
    }
    return found.pop() if len(found) == 1 else ""


@once_per_ledger
def _lines_of_choices(ledger: Ledger) -> dict[str, set[str]]:
    """Choice -> the product lines that have it."""
    found: dict[str, set[str]] = {}
    for line in ledger.categories():
        for family in ledger.families(line):
            made = (f for f in ledger.facts(family.handle) if ledger.lexicon.aspect(f.key) != ORIGIN)
            for fact in made:
                for value in sides_of(fact.value):
                    if isinstance(value, Choice):
                        key = ledger.lexicon.find("value", value.text) or plain(value.text)
                        found.setdefault(key, set()).add(line)
    return found


def _aspect(sense: Sense, ledger: Ledger) -> str:
    """What a text asks about: the surest word decides, the first of equals."""
    meanings = [(m, _aspect_of(m, ledger)) for m in sense.meanings]
    is_of = bool(sense.keys("value")) and "material" not in sense.keys("attribute")
    found = [
        (_sureness(m, ledger, is_of=is_of), -at, aspect) for at, (m, aspect) in enumerate(meanings) if aspect
    ]
    return max(found, default=(0.0, 0, ""))[2]


def compares(text: str, sense: Sense, ledger: Ledger) -> bool:
    """Whether a text is about choosing, whatever else it mentions: two product lines, or "the difference"."""
    lines = set(sense.keys("category")) & set(ledger.categories())
    return len(lines) > 1 or bool(lines and DIFFERENCE.search(text.casefold()))


def lines(sense: Sense, ledger: Ledger) -> set[str]:
    """Every product line a text is about: those it names, or all that a wider word holds ("curtains")."""
    ours = set(ledger.categories())
    named = set(sense.keys("category"))
    held = {key for wider in named - ours for key in narrower(wider, ledger.categories())}
    wider = {key.rsplit("-", 1)[-1] for key in named - ours} & ours if not held else set()
    return (named & ours) or held or wider


def _sayable(aspect: str, category: str, ledger: Ledger) -> str:
    """Cleaning a thing and caring for it are one to most people: the one this shop can speak about."""
    other = {"cleaning": "care", "care": "cleaning"}.get(aspect)
    if other is None or _speaks(ledger, aspect, category) or not _speaks(ledger, other, category):
        return aspect
    return other


def _speaks(ledger: Ledger, aspect: str, category: str) -> bool:
    handles = [p.handle for p in ledger.families(category)]
    return any(a.aspect == aspect and (not a.about or category in a.about) for a in ledger.advice) or any(
        ledger.lexicon.aspect(key) == aspect for key in ledger.keys(handles)
    )


def _aspect_of(meaning: Meaning, ledger: Ledger) -> str:
    if meaning.kind == "attribute":
        return ledger.lexicon.aspect(meaning.key)
    return meaning.key if meaning.kind == "aspect" else ""


def _sureness(meaning: Meaning, ledger: Ledger, *, is_of: bool) -> float:
    """Delivery is delivery; a yes-or-no feature beats a verb, a verb a measure: "cut to this length", "do heavy ones
    reduce noise?". A material that is named (`is_of`) only tells which things are meant: "do the lined curtains come
    as a pair?"."""
    aspect, kind = _aspect_of(meaning, ledger), ""
    if meaning.kind == "attribute":
        kind = ledger.lexicon.kind(meaning.key)
    if aspect in SHOP_ASPECTS:
        return 4.0
    if aspect == "material" and (is_of or kind == "quantity"):
        return 0.8
    if aspect in VAGUE and meaning.kind == "attribute" and not kind:
        return 2.5  # a column that only this shop has: its own name says more than any verb
    if aspect in VAGUE:
        return 1.5 if kind and aspect == "features" else 0.5
    if kind == "boolean":
        return 3.0
    return 1.0 if aspect == "size" else 2.0


def _brand_gap(sense: Sense, ledger: Ledger) -> bool:
    """True when a text names a brand and a product line that this brand does not have here."""
    category = _category(sense, ledger)
    brands = sense.keys("brand")
    if not brands or not category:
        return False
    return not any(family.brand in brands for family in ledger.families(category))


def _why_not(text: str, ledger: Ledger, vocabulary: Vocabulary) -> str:
    sense = vocabulary.understand(text)
    foreign = [key for key in sense.keys("category") if key not in ledger.categories()]
    if foreign and not _category(sense, ledger):
        return f"the shop has no {foreign[0].replace('-', ' ')}"
    if _brand_gap(sense, ledger):
        return f"the shop has no {_category(sense, ledger).replace('-', ' ')} of {sense.keys('brand')[0]}"
    if GAP in text:  # somebody's number or name was taken out of it
        return "it is one customer's own matter"
    if strange := vocabulary.strange(text):
        return FOREIGN + ", ".join(strange[:3])
    if line := _category(sense, ledger):
        return f"says nothing of {line.replace('-', ' ')} that the shop's data or advice are about"
    return "names no product line and no aspect of one"
