"""The blocks a page can be made of. Each looks into the ledger and gives way when there is nothing to say.

A block holds Markdown paragraphs with references and, for each paragraph, the facts it rests on.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from content.ledger.ledger import Ledger
from content.locales import listed
from content.plan.concepts import CHOOSE, SHOP_ASPECTS
from content.plan.vocabulary import Vocabulary
from content.records import UNKNOWN, Advice, Assignment, Evidence, Quantity
from content.references import find_references
from content.writing.asked import asked_attribute
from content.writing.phrases import Wording
from content.writing.statements import Speaker, ranked
from content.writing.tables import (
    attribute_table,
    repeats_the_opening,
    route_table,
    table_keys,
    variant_table,
)
from seo.records import Market

MOST_QUESTIONS = 4
MOST_PICKS = 4
MOST_DEPENDS = 3


@dataclass(frozen=True, slots=True)
class Part:
    """One Markdown block and the facts it rests on without showing them."""

    text: str
    relies: tuple[str, ...] = ()

    def references(self) -> tuple[str, ...]:
        """Facts shown and not shown; names, addresses and the like are no claims."""
        shown = [f"{s}.{k}" for r in find_references(self.text) for s, k in r.targets]
        return tuple(dict.fromkeys(r for r in (*shown, *self.relies) if r.split(".")[-1] not in NO_CLAIM))


NO_CLAIM = ("name", "short", "url")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (empty for the opening) with its paragraphs."""

    name: str
    heading: str
    parts: tuple[Part, ...]
    marks: tuple[str, ...] = ()  # what another page must not repeat: `advice.measure-window`


@dataclass
class Page:
    """What the blocks of one article share: the ledger, the wording, and what has been said already."""

    assignment: Assignment
    ledger: Ledger
    speaker: Speaker
    wording: Wording
    vocabulary: Vocabulary
    taken: frozenset[str]  # marks of other pages in this language
    said: set[str]  # attributes that have had their sentence
    is_short: bool = False  # an answer page does without sentences that lead from one block to the next

    @property
    def market(self) -> Market:
        """The market the page is written for."""
        return self.assignment.market

    @property
    def language(self) -> str:
        """The language the page is written in."""
        return self.assignment.market.language

    @property
    def label(self) -> str:
        """The aspect's name; a page for choosing is about its first two attributes."""
        lexicon, attributes = self.ledger.lexicon, self.assignment.attributes
        if self.assignment.aspect == CHOOSE:
            words = [w for k in attributes[:2] if (w := lexicon.attribute(k, self.language))]
            if words:
                return listed(words, self.market.locale)
        known = lexicon.synonyms("aspect", self.assignment.aspect, self.language)
        return known[0] if known else self.assignment.aspect

    @property
    def category(self) -> str:
        """The product line's plural in mid-sentence."""
        return self.ledger.lexicon.category(self.assignment.category, self.language) or ""

    def heading(self, name: str) -> str:
        """A heading from the phrase book, with whatever it may need."""
        labels = [
            w
            for k in (table_keys(self.assignment, self.ledger) or self.assignment.attributes)[:2]
            if (w := self.ledger.lexicon.attribute(k, self.language))
        ]
        return self.wording.say(
            f"heading.{name}",
            category=self.category,
            label=self.label,
            labels=self.wording.word("comma").join(labels) or self.label,
            country=country(self.market),
        )

    def lead(self, name: str) -> tuple[Part, ...]:
        """The sentence that leads into a block; none on a short page."""
        if self.is_short:
            return ()
        return (Part(self.wording.say(f"lead.{name}", category=self.category, label=self.label)),)

    @cached_property
    def first(self) -> "First | None":
        """The page's first sentence of fact."""
        return first_statement(self)

    @cached_property
    def is_led_by_advice(self) -> bool:
        """Whether the shop's advice speaks first, under its own question."""
        if own_advice(self) is None or self.assignment.aspect in SHOP_ASPECTS:
            return False
        return self.first is None or not self.first.is_yes_or_no


@dataclass(frozen=True, slots=True)
class First:
    """The first sentence of fact on a page."""

    key: str
    is_yes_or_no: bool
    part: Part
    statement: str  # without what is unknown


Builder = Callable[[Page], Block | None]
YES_OR_NO = ("mixed", "except", "only", "all_yes", "all_no")


def country(market: Market) -> str:
    """The market's country as its own people call it."""
    from babel import Locale  # noqa: PLC0415  slow to load, needed by few pages

    return str(Locale.parse(market.locale, sep="-").territories[market.country])


def opening(page: Page) -> Block | None:
    """The answer in the first sentences.

    A fact that says yes or no answers a customer's question by itself. A measure alone does not, so there the
    shop's own advice speaks first, under its own question.
    """
    aspect = page.assignment.aspect
    first = page.first
    said = own_advice(page)
    parts: list[Part]
    if aspect == "delivery":
        parts = _routes_sentence(page)
    elif aspect == "returns":
        parts = _returns_sentence(page)
    elif page.is_led_by_advice and said is not None:
        parts = [Part(said.answer.get(page.language) or "")] + ([first.part] if first else [])
    else:
        parts = [first.part] if first else []
    marks = (f"advice.{said.id}",) if said is not None and page.is_led_by_advice else ()
    return Block("opening", "", tuple(parts), marks) if parts else None


def first_statement(page: Page) -> First | None:
    """The first attribute of the page that can be said in a sentence, with what is unknown about it."""
    found = (_sentence(page, key) for key in page.assignment.attributes)
    return next((sentence for sentence in found if sentence is not None), None)


def _sentence(page: Page, key: str) -> First | None:
    """What the products have, and of which of them nobody has said so; None when it cannot be said in short."""
    handles = page.assignment.handles
    statement = page.speaker.say(key, handles)
    if statement is None or (statement.shape == "value" and len(handles) > 1):
        return None
    page.said.add(key)
    silent = page.speaker.unknown(key, handles)
    gap = "" if page.language == "ja" else " "
    text = f"{statement.text}{gap}{silent.text}" if silent else statement.text
    relies = statement.relies + (silent.relies if silent else ())
    return First(key, statement.shape in YES_OR_NO, Part(text, relies), statement.text)


def own_advice(page: Page) -> Advice | None:
    """The shop's advice on this aspect that no other page of this language has used."""
    about = {page.assignment.category, *page.assignment.handles}
    fitting = [
        a
        for a in page.ledger.advice
        if a.aspect == page.assignment.aspect
        and (not a.about or about & set(a.about))
        and a.answer.get(page.language)
        and f"advice.{a.id}" not in page.taken
    ]
    return min(fitting, key=lambda a: (len(a.about) or 99, a.id), default=None)


def advice(page: Page) -> Block | None:
    """How the shop's own people explain it: their question, their answer, their reasons."""
    own = own_advice(page)
    if own is None or (not page.is_led_by_advice and not own.body.get(page.language)):
        return None
    body = [Part(text) for text in paragraphs(own.body.get(page.language) or "")]
    if page.is_led_by_advice:
        return Block("advice", "", tuple(body)) if body else None
    answer = Part(own.answer.get(page.language) or "")
    return Block("advice", own.title.get(page.language) or page.label, (answer, *body), (f"advice.{own.id}",))


def depends(page: Page) -> Block | None:
    """Further attributes of the aspect, a sentence each."""
    parts: list[Part] = []
    shown = {*page.said, *table_keys(page.assignment, page.ledger)}
    for key in page.assignment.attributes:
        found = _sentence(page, key) if key not in shown and len(parts) < MOST_DEPENDS else None
        if found is not None:
            parts.append(found.part)
    return Block("depends", page.heading("depends"), tuple(parts)) if parts else None


def table(page: Page) -> Block | None:
    """Products side by side; for one product in several sizes, its sizes side by side."""
    advised = own_advice(page) is not None  # advice points to the table: then it stands, even if short
    if not advised and repeats_the_opening(page.assignment, page.ledger):
        return None
    return side_by_side(page)


def side_by_side(page: Page) -> Block | None:
    """The table itself: a page that has nothing else still leads to its products."""
    text = attribute_table(page.assignment, page.ledger, page.wording)
    text = text or variant_table(page.assignment, page.ledger, page.wording)
    if not text:
        return None
    lead = page.lead("table")
    return Block("table", page.heading("table"), (*lead, Part(text)))


def picks(page: Page) -> Block | None:
    """Which product for which wish: ends of a scale, the only ones with a feature, all wishes at once."""
    lines: list[Part] = []
    for key in page.assignment.attributes:
        lines += _pick(page, key)
    together = _together(page)
    lines = lines[: MOST_PICKS - bool(together)] + together
    if len(lines) < 2:  # noqa: PLR2004  one line is no choice
        return None
    text = "\n".join(f"- {line.text}" for line in lines)
    relies = tuple(r for line in lines for r in line.relies)
    return Block("picks", page.heading("picks"), (*page.lead("picks"), Part(text, relies)))


# A wish has a direction: nobody looks for the least light blocked or the greatest shrinkage.
WISHES = {
    "low": re.compile(
        r"depth|height|width|weight(?!.*fabric)|noise|shrinkage|time|consumption|length_closed"
    ),
    "high": re.compile(r"capacity|power|blocked|cord|cups|speed|slices|fabric_weight|steam|output|pressure"),
}


def _pick(page: Page, key: str) -> list[Part]:
    handles = page.assignment.handles
    label = page.ledger.lexicon.attribute(key, page.language)
    known = {h: v for h in handles if (v := page.ledger.fact(h, key, page.market).value) != UNKNOWN}
    if label is None or len(known) < 2:  # noqa: PLR2004  a comparison needs two
        return []
    relies = tuple(f"{h}.{key}" for h in known)
    if all(isinstance(v, bool) for v in known.values()):
        yes = [h for h in known if known[h] is True]
        if key in page.said or not yes or len(yes) > 2 or len(yes) == len(known):  # noqa: PLR2004
            return []
        return [Part(page.wording.say("pick.only", label=label, yes=page.speaker.names(yes)), relies)]
    if key in page.said or not all(isinstance(v, Quantity) for v in known.values()):
        return []
    order = ranked(known)
    if order is None:
        return []
    found = []
    for name, (handle, amount), (_, next_amount) in (
        ("low", order[0], order[1]),
        ("high", order[-1], order[-2]),
    ):
        if amount != next_amount and WISHES[name].search(key):
            value = f"{{{{{handle}.{key}}}}}"
            names = page.speaker.names([handle])
            found.append(Part(page.wording.say(f"pick.{name}", label=label, name=names, value=value), relies))
    return found


def _together(page: Page) -> list[Part]:
    """The few products that have every feature of the page: seen on no product page."""
    handles, ledger = page.assignment.handles, page.ledger
    features = [
        key
        for key in page.assignment.attributes
        if (values := [ledger.fact(h, key, page.market).value for h in handles])
        and True in values
        and all(isinstance(v, bool) or v == UNKNOWN for v in values)
        and ledger.lexicon.attribute(key, page.language)
    ][:3]
    all_of_it = [h for h in handles if all(ledger.fact(h, k, page.market).value is True for k in features)]
    if len(features) < 2 or not all_of_it or len(all_of_it) > 3 or len(all_of_it) == len(handles):  # noqa: PLR2004
        return []
    labels = [ledger.lexicon.attribute(k, page.language) or k for k in features]
    text = page.wording.say(
        "pick.together", labels=page.wording.word("comma").join(labels), yes=page.speaker.names(all_of_it)
    )
    return [Part(text, tuple(f"{h}.{k}" for h in handles for k in features))]


def drawbacks(page: Page) -> Block | None:
    """What the products cannot do, said before somebody finds out."""
    lines = []
    for key in page.assignment.attributes:
        values = {h: page.ledger.fact(h, key, page.market).value for h in page.assignment.handles}
        lacking = [h for h, v in values.items() if v is False]
        label = page.ledger.lexicon.attribute(key, page.language)
        if label and lacking and key not in page.said and len(lacking) <= 3:  # noqa: PLR2004
            page.said.add(key)
            text = page.wording.say("drawback.lacks", label=label, names=page.speaker.names(lacking))
            lines.append(Part(text, tuple(f"{h}.{key}" for h in lacking)))
    if not lines:
        return None
    text = "\n".join(f"- {line.text}" for line in lines[:MOST_PICKS])
    relies = tuple(r for line in lines[:MOST_PICKS] for r in line.relies)
    return Block("drawbacks", page.heading("drawbacks"), (Part(text, relies),))


def measurement(page: Page) -> Block | None:
    """What the shop measured itself."""
    return _evidence(page, "measurement")


def note(page: Page) -> Block | None:
    """What a named member of the shop's staff has seen."""
    return _evidence(page, "note")


def _evidence(page: Page, kind: str) -> Block | None:
    about = {page.assignment.category, *page.assignment.handles}
    fitting = [
        e
        for e in page.ledger.evidence
        if e.kind == kind
        and e.aspect == page.assignment.aspect
        and (not e.about or about & set(e.about))
        and e.text.get(page.language)
        and f"evidence.{e.id}" not in page.taken
    ]
    if not fitting:
        return None
    found = fitting[0]
    parts = [Part(text) for text in paragraphs(found.text.get(page.language) or "")]
    parts.append(Part(f"*{_credit(page, found)}*"))
    return Block(kind, page.heading(kind), tuple(parts), (f"evidence.{found.id}",))


def _credit(page: Page, found: Evidence) -> str:
    return page.wording.say("credit.by", by=found.by, on=f"{{{{evidence-{found.id}.on}}}}")


def returned(page: Page) -> Block | None:
    """Why customers sent products back, counted, with how many were sold."""
    lines = []
    for found in page.ledger.evidence:
        if found.kind == "returns" and f"evidence.{found.id}" not in page.taken:
            lines += [line for h in page.assignment.handles for line in _reasons(page, found, h)]
    if not lines:
        return None
    text = "\n".join(f"- {line.text}" for line in lines[:MOST_PICKS])
    return Block("returned", page.heading("returned"), (Part(text),))


def _reasons(page: Page, found: Evidence, handle: str) -> list[Part]:
    """The most frequent reason of one product, when it has a word in the language."""
    subject, start = f"evidence-{found.id}", handle.replace("-", "_") + "_"
    counts = [
        (fact.value.amount, fact.key)
        for fact in page.ledger.facts(subject)
        if fact.key.startswith(start) and not fact.key.endswith("_sold") and isinstance(fact.value, Quantity)
    ]
    if not counts:
        return []
    key = max(counts)[1]
    reason = page.ledger.lexicon.value(key.removeprefix(start).replace("_", " "), page.language)
    if reason is None:
        return []
    slots = {"returned": key, "sold": f"{start}sold", "from": "from", "to": "to"}
    refs = {slot: f"{{{{{subject}.{name}}}}}" for slot, name in slots.items()}
    return [
        Part(page.wording.say("drawback.returned", name=page.speaker.names([handle]), reason=reason, **refs))
    ]


def delivery(page: Page) -> Block | None:
    """Every route to this market with its own time and price."""
    text, relies = route_table(page.ledger, page.market, page.wording)
    if not text:
        return None
    return Block("delivery", page.heading("delivery"), (*page.lead("delivery"), Part(text, relies)))


def _routes_sentence(page: Page) -> list[Part]:
    clauses = []
    for route in routes(page.ledger, page.market):
        known = {
            slot: f"{{{{shop.delivery_{route}_{what}}}}}"
            for slot, what in {"name": "name", "days": "days", "cost": "cost", "amount": "free_from"}.items()
            if page.ledger.fact("shop", f"delivery_{route}_{what}", page.market).value != UNKNOWN
        }
        shape = "route_free" if "amount" in known else "route" if "cost" in known else "route_days"
        clauses.append(page.wording.say(f"part.{shape}", **known))
    if not clauses:
        return []
    text = page.wording.say("say.delivery", routes=page.wording.joined(clauses), country=country(page.market))
    return [Part(text)]


def routes(ledger: Ledger, market: Market) -> list[str]:
    """Names of the delivery routes to a market, in the order of facts.toml."""
    found = (
        fact.key.removeprefix("delivery_").removesuffix("_days")
        for fact in ledger.facts("shop")
        if fact.key.startswith("delivery_") and fact.key.endswith("_days") and fact.market == market.country
    )
    return list(dict.fromkeys(found))


def _returns_sentence(page: Page) -> list[Part]:
    parts = []
    if page.ledger.fact("shop", "returns_days", page.market).value != UNKNOWN:
        parts.append(Part(page.wording.say("say.returns", days="{{shop.returns_days}}")))
    if page.ledger.fact("shop", "returns_text", page.market).value != UNKNOWN:
        parts.append(Part("{{shop.returns_text}}"))
    return parts


def questions(page: Page) -> Block | None:
    """Customers' questions in their own words, each with what the data say."""
    parts: list[Part] = []
    title = page.assignment.topic.name.rstrip("?？؟ \u00a0").casefold()
    answered: set[tuple[str, ...]] = set()
    for question in page.assignment.topic.questions:
        if question.text.rstrip("?？؟ \u00a0").casefold() in title or len(parts) >= 2 * MOST_QUESTIONS:
            continue
        answer = _answer(page, question.text, question.sku)
        if answer is None or answer.relies in answered:
            continue
        answered.add(answer.relies)
        parts += [Part(f"> {quoted(question.text)}"), answer]
    if not parts:
        return None
    return Block("questions", page.heading("questions"), (*page.lead("questions"), *parts))


def quoted(text: str) -> str:
    """A customer's words, with what Markdown or a reference could read as a command made plain."""
    plain = text.replace("{", "(").replace("}", ")").replace("\n", " ")
    return "".join("\\" + c if c in "*_`[]<>#|" else c for c in plain)


# "Can I cut this one?" is about the product under which it was asked; "can curtains be cut?" is about all of them.
POINTING = {
    "en": re.compile(r"\b(this|these|it|they|them)\b"),
    "de": re.compile(r"\b(diese[rsnm]?|der|die|das|den|sie|ihn|es)\b"),
    "fr": re.compile(r"\b(ce|cet|cette|ces|le|la|les|il|elle|ils|elles)\b"),
    "es": re.compile(r"\b(est[aeo]s?|el|la|los|las|lo)\b"),
    "ar": re.compile(r"(هذه|هذا|ها\b|ه\b)"),
    "ja": re.compile(r"(この|これ|こちら)"),
}


def _answer(page: Page, text: str, sku: str | None) -> Part | None:
    sense = page.vocabulary.understand(text)
    own = page.ledger.resolve(sku) if sku else None
    this = own is not None and POINTING[page.language].search(text.casefold())
    handles = sense.keys("product") or ((own,) if own and this else page.assignment.handles)
    key = asked_attribute(text, sense, page.assignment.aspect, page.language, page.ledger)
    if key is None or (key in page.said and handles == page.assignment.handles):
        return None
    statement = page.speaker.say(key, handles)
    return Part(statement.text, statement.relies) if statement else None


def ask(page: Page) -> Part | None:
    """One line on where to ask, when something is left open."""
    if page.ledger.fact("shop", "contact_email").value == UNKNOWN:
        return None
    return Part(page.wording.say("ask.ask", email="{{shop.contact_email}}"))


def paragraphs(text: str) -> list[str]:
    """Markdown blocks of a text, split at blank lines."""
    return [block.strip() for block in text.split("\n\n") if block.strip()]


# What each aspect needs, the most useful first; the assembler takes the two to four with something to say.
PLANS: dict[str, Sequence[Builder]] = {
    "size": (advice, table, questions, returned, note),
    "cut": (advice, note, questions, depends),
    "care": (advice, table, questions, drawbacks, note),
    "light": (measurement, advice, table, questions),
    "warmth": (advice, measurement, table, questions, note),
    "comfort": (advice, depends, questions, table),
    "delivery": (delivery, advice, questions),
    "returns": (advice, returned, questions),
    "choose": (advice, picks, table, depends, drawbacks, questions),
}
OTHERWISE: Sequence[Builder] = (advice, picks, table, depends, measurement, note, questions)
