"""The sections an outline can have. Each gives way when the shop has nothing of its own for it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from content.briefs.aftersales import RETURNS
from content.briefs.asked import Answerable, advice_by_id, quoted
from content.briefs.brief import Form, Section, Shape
from content.briefs.grounds import MOST_FACTS, Grounds
from content.briefs.phrases import say
from content.ledger.ledger import digest
from content.ledger.own_words import LIMITS, TERMS, said
from content.plan.answered import content_of
from content.plan.answers import HIDDEN
from content.plan.catalogue import differences
from content.plan.concepts import CHOOSE
from content.records import UNKNOWN, Advice, Quantity, Text, Value
from content.reliance import claim
from content.writing.page import destination, own_advice
from content.writing.phrases import capital
from content.writing.picks import WISHES
from content.writing.service import routes
from content.writing.tables import FEWEST_ROWS, FEWEST_SIZES, MOST_COLUMNS, table_keys

LEADING = 2  # attributes that the opening states
MOST_SPOKEN = 5  # attributes of a piece of advice
MOST_QUESTIONS = 4  # in one section
MOST_OTHERS = 6  # in the section of further questions
MOST_QUOTES = 3
MOST_LIMITED = 6  # products whose limits are told in the shop's own words
MOST_REASONS = 2  # for which one product came back
ROUTE = ("name", "days", "cost", "free_from")
_STEPS = re.compile(r"^\d+\. ", re.MULTILINE)
_LIST = re.compile(r"^[-*] ", re.MULTILINE)


@dataclass
class Plan:
    """What the sections of one outline share."""

    grounds: Grounds
    asked: tuple[Answerable, ...]  # with an answer, the most asked first
    main: Answerable | None  # the page's own question
    turn: Answerable  # what the page turns on: its own question, else what it is named by
    shape: Shape
    besides: tuple[Advice, ...] = ()  # on another aspect that the question names: the wash before a spray
    said: set[str] = field(default_factory=set)  # attributes that a section before states in words
    shown: set[str] = field(default_factory=set)  # attributes that a table before shows

    def purpose(self, name: str) -> str:
        """What a reader has of a section."""
        return say(self.grounds.language, f"purpose.{name}")

    def section(
        self,
        name: str,
        heading: str,
        facts: Sequence[str],
        evidence: Sequence[str] = (),
        form: Form = "prose",
        questions: Sequence[str] = (),
    ) -> Section | None:
        """A section, or nothing when it would hold nothing of the shop's own."""
        kept = tuple(dict.fromkeys(facts))[:MOST_FACTS]
        made = Section(
            capital(_line(heading)), self.purpose(name), tuple(questions), kept, tuple(evidence), (), form
        )
        return made if made.is_ours else None


def opening(plan: Plan) -> Section | None:
    """The answer at once: the attributes the page rests on, the advice that speaks first."""
    grounds, page = plan.grounds, plan.grounds.page
    aspect = grounds.assignment.aspect
    keys = [*(plan.main.keys if plan.main else ()), *(grounds.named or grounds.assignment.attributes)]
    keys = list(dict.fromkeys(keys))[:LEADING]
    facts = [*_facts_and_claims(grounds, keys), *_silences(grounds, keys)]
    if aspect == "delivery":
        facts = _routes(grounds)
    elif aspect == "returns":
        known = {k: grounds.value("shop", k) for k in RETURNS}
        facts = [f"shop.{k}" for k, v in known.items() if v != UNKNOWN and _is_read(v, grounds)]
    facts = [*plan.turn.shop, *plan.turn.brought, *facts]
    said = own_advice(page)
    evidence = [f"advice.{said.id}"] if said is not None else []
    is_told = plan.main is not None and not plan.main.keys
    if plan.turn.advice and (is_told or plan.turn.shop):
        evidence = [f"advice.{plan.turn.advice}"]
    plan.said.update([*keys, *_told_whole(plan)])
    questions = (plan.main.text,) if plan.main else ()
    return plan.section("opening", "", facts, evidence, "prose", questions)


def _told_whole(plan: Plan) -> set[str]:
    """Attributes of which the question has brought along all that is known."""
    brought = set(plan.turn.brought)
    keys = {ref.split(".")[1] for ref in brought}
    return {key for key in keys if (known := set(plan.grounds.facts([key]))) and known <= brought}


def howto(plan: Plan) -> Section | None:
    """How it is done or why it is so: the shop's advice on the page's aspect, with the facts it speaks of."""
    grounds = plan.grounds
    own = own_advice(grounds.page)
    if own is None or not (body := own.body.get(grounds.page.tongue(own.answer))):
        return None
    without = plan.said | HIDDEN | ({"price"} if grounds.named else set())
    keys = [key for key in grounds.spoken(own) if key not in without][:MOST_SPOKEN]
    plan.said.update(keys if grounds.named else ())
    form: Form = "steps" if _STEPS.search(body) else "list" if _LIST.search(body) else "prose"
    heading = own.title.get(grounds.language) or grounds.label
    marks = [f"advice.{each.id}" for each in (own, *plan.besides)]
    return plan.section("howto", heading, _facts_and_claims(grounds, keys), marks, form)


def picks(plan: Plan) -> Section | None:
    """Which product for which wish: the ends of scales, the only ones with a feature."""
    grounds = plan.grounds
    is_choosing = plan.shape == "comparison"
    keys = [*grounds.assignment.attributes, *(["price"] if grounds.assignment.aspect == CHOOSE else [])]
    keys = [k for k in keys if is_choosing or k not in plan.said]
    wished = [k for k in keys if k == "price" or _is_wish(grounds, k)]
    claims = grounds.claims(wished)
    claims = [c for c in claims if not c.startswith(("same", "count"))]
    if not claims:
        return None
    used = [k for k in wished if any(re.search(rf"[(.;]\s*{k}[;)]", c) or f"({k};" in c for c in claims)]
    return plan.section("picks", _heading(plan, "picks"), [*claims, *grounds.facts(used)], form="list")


def table(plan: Plan) -> Section | None:
    """Products side by side."""
    grounds = plan.grounds
    keys = [k for k in table_keys(grounds.assignment, grounds.ledger) if k not in plan.shown]
    if len(grounds.handles) < FEWEST_ROWS or not keys:
        return None
    if len(keys) == 1 and keys[0] in plan.said:
        return None  # a single column says what the opening has said
    keys = [*keys, "price"] if grounds.assignment.aspect == CHOOSE and "price" not in keys else keys
    facts = [*grounds.facts(keys), *_silences(grounds, keys)]
    plan.shown.update(keys)
    return plan.section("table", _heading(plan, "table"), facts, form="table")


def sizes(plan: Plan) -> Section | None:
    """The sizes of one product side by side, in the systems they are given in."""
    grounds, assignment = plan.grounds, plan.grounds.assignment
    for handle in grounds.handles:
        variants = grounds.ledger.variants(handle, grounds.on)
        keys = [
            key
            for key in assignment.attributes
            if len({digest(grounds.value(v, key)) for v in variants}) > 1
            and all(grounds.is_known(v, key) for v in variants)
        ][:MOST_COLUMNS]
        rows: dict[tuple[str, ...], str] = {}
        for variant in variants:  # two colours of one size are one row
            rows.setdefault(tuple(digest(grounds.value(variant, key)) for key in keys), variant)
        if len(keys) >= FEWEST_ROWS and FEWEST_SIZES <= len(rows) <= MOST_FACTS // len(keys):
            facts = [f"{variant}.{key}" for variant in rows.values() for key in keys]
            plan.shown.update(keys)
            return plan.section("sizes", _heading(plan, "table"), facts, form="table")
    return None


def limits(plan: Plan) -> Section | None:
    """What the products cannot do, of the page's aspect and of what is asked."""
    grounds = plan.grounds
    asked = [key for each in plan.asked for key in each.keys]
    # A table shows a no as well, but nobody reads every cell.
    about = [*grounds.assignment.attributes, *(() if grounds.named else asked), *grounds.of_aspect]
    keys = [k for k in dict.fromkeys(about) if k not in plan.said]
    denied = [ref for ref in grounds.facts(keys) if grounds.value(*ref.split(".")) is False]
    plan.said.update(ref.split(".")[1] for ref in denied)
    denied += own_limits(grounds.handles, grounds)[:MOST_LIMITED]
    return plan.section("limits", _heading(plan, "drawbacks"), denied, form="list")


def own_limits(handles: Sequence[str], grounds: Grounds) -> list[str]:
    """What the shop's own words say the products are not for, where they are there in the page's language."""
    return [f"{h}.{LIMITS}" for h in handles if said(grounds.value(h, LIMITS), grounds.language)]


def experience(plan: Plan) -> Section | None:
    """What the shop measured, what its people saw, what came back."""
    grounds = plan.grounds
    aspect = grounds.assignment.aspect
    fitting = [
        e
        for e in grounds.ledger.evidence
        if e.kind != "returns"
        and e.aspect == aspect
        and grounds.page.tongue(e.text)
        and grounds.is_about_us(e.about)
    ]
    returned = _returned(plan) if aspect in ("size", "returns", "comfort", "safety") else []
    facts = [f"evidence-{e.id}.on" for e in fitting] + [ref for _, refs in returned for ref in refs]
    marks = [f"evidence.{e.id}" for e in fitting] + [f"evidence.{name}" for name, _ in returned]
    name = fitting[0].kind if fitting else "returned"
    if not marks:
        return None
    return plan.section("experience", _heading(plan, name), facts, tuple(dict.fromkeys(marks)))


def _returned(plan: Plan) -> list[tuple[str, list[str]]]:
    """Why products came back, most often first, where the reason has a word in the language."""
    grounds = plan.grounds
    found = []
    for each in grounds.ledger.evidence:
        subject = f"evidence-{each.id}"
        for handle in grounds.handles if each.kind == "returns" else ():
            start = handle.replace("-", "_") + "_"
            counts = [
                (fact.value.amount, fact.key)
                for fact in grounds.ledger.facts(subject)
                if fact.key.startswith(start)
                and not fact.key.endswith("_sold")
                and isinstance(fact.value, Quantity)
                and grounds.ledger.lexicon.value(reason_of(fact.key, start), grounds.language)
            ]
            keys = [key for _, key in sorted(counts, reverse=True)[:MOST_REASONS]]
            if keys:
                refs = [f"{subject}.{key}" for key in (*keys, f"{start}sold", "from", "to")]
                found.append((each.id, refs))
    return found


def reason_of(key: str, start: str) -> str:
    """`moosbach_too_small` -> `too small`."""
    return key.removeprefix(start).replace("_", " ")


def delivery(plan: Plan) -> Section | None:
    """Every route on its own."""
    if plan.grounds.assignment.aspect != "delivery":
        return None
    facts = _routes(plan.grounds)
    heading = plan.grounds.page.wording.say("heading.delivery", **destination(plan.grounds.page))
    return plan.section("routes", heading, facts, form="table") if facts else None


def details(plan: Plan) -> Section | None:
    """What else is stated on the page's aspect, and no section before says or shows."""
    grounds = plan.grounds
    about = dict.fromkeys([*grounds.assignment.attributes, *grounds.of_aspect])
    keys = [k for k in about if k not in plan.said | plan.shown | HIDDEN]
    facts = _facts_and_claims(grounds, keys)
    plan.said.update(keys)
    silent = [key for key in keys if key in grounds.named] if grounds.named else keys
    facts += _silences(grounds, silent) if facts else []
    return plan.section("also", _heading(plan, "depends"), facts)


def also(plan: Plan) -> Section | None:
    """What else tells the products apart: where a page would have one section only."""
    grounds = plan.grounds
    apart = differences(grounds.ledger, grounds.assignment.category, grounds.market, fewest=2)
    others = () if grounds.named else (*apart.get(CHOOSE, ()), "price")
    keys = [k for k in (*grounds.assignment.attributes, *others) if k not in plan.said]
    facts = _facts_and_claims(grounds, keys)[: MOST_FACTS // 2]
    return plan.section("also", _heading(plan, "depends"), facts)


def others(plan: Plan, left: Sequence[Answerable]) -> Section | None:
    """Further questions, each with what answers it."""
    left = left[:MOST_OTHERS]
    grounds = plan.grounds
    facts = [
        ref
        for each in left
        for ref in (*grounds.facts(each.keys, each.handles), *_silent(each.gaps, grounds))
    ]
    facts += [ref for each in left for ref in (*each.shop, *each.brought)]
    facts += grounds.claims([key for each in left for key in each.keys])
    marks = [f"advice.{each.advice}" for each in left if each.advice]
    marks += [f"evidence.{name}" for each in left for name in each.evidence]
    if not left:
        return None
    heading = _heading(plan, "questions")
    questions = [each.text for each in left]
    found = plan.section("questions", heading, facts, tuple(dict.fromkeys(marks)), "questions", questions)
    quotes = tuple(dict.fromkeys(q for each in left for q in each.quotes))
    return replace(found, quotes=quotes) if found else None


Builder = Callable[[Plan], Section | None]
BUILDERS: Mapping[str, Builder] = {
    "opening": opening,
    "routes": delivery,
    "howto": howto,
    "picks": picks,
    "table": table,
    "sizes": sizes,
    "limits": limits,
    "experience": experience,
    "details": details,
}


def takes(section: Section, each: Answerable) -> bool:
    """Whether a section answers a question: with its advice, or with the facts it asks for."""
    if each.advice:
        return f"advice.{each.advice}" in section.evidence
    if each.shop:
        return set(each.shop) <= set(section.facts)
    keys = {ref.split(".")[1] for ref in section.facts if not ref.endswith(")")}
    return bool(each.keys) and set(each.keys) <= keys


def with_quotes(section: Section, plan: Plan, taken: set[str]) -> Section:
    """The section with the quotes that come near its questions and heading, none used before."""
    grounds = plan.grounds
    advice = [advice_by_id(grounds, m.removeprefix("advice.")) for m in section.evidence if "advice." in m]
    text = " ".join([section.heading, *section.questions, *(grounds.words(a.title) for a in advice if a)])
    near = [q for q in quoted(content_of(text, grounds.matter), grounds) if q not in taken]
    for conflict in grounds.dossier.conflicts:  # both are said, or neither
        pair = {conflict.one, conflict.other}
        if pair & set(near[:MOST_QUOTES]) and not pair & taken:
            near = list(dict.fromkeys([*sorted(pair), *near]))
        else:
            near = [q for q in near if q not in pair]
    quotes = tuple(dict.fromkeys([*section.quotes, *near[:MOST_QUOTES]]))[:MOST_QUOTES]
    return replace(section, quotes=quotes)


def _facts_and_claims(grounds: Grounds, keys: Sequence[str]) -> list[str]:
    """Attribute by attribute: what is known of each product, then what is true of all; what a product lacks is in
    whatever the limit."""
    found = [ref for key in keys for ref in (*grounds.facts([key]), *grounds.claims([key]))]
    lacking = [r for r in found if not r.endswith(")") and grounds.value(*r.split(".")) is False]
    return list(dict.fromkeys([*lacking, *found]))


def _silences(grounds: Grounds, keys: Sequence[str]) -> list[str]:
    return _silent(grounds.unknown(keys), grounds)


def _silent(gaps: Sequence[tuple[str, str]], grounds: Grounds) -> list[str]:
    return [claim("unknown", f"{handle}.{key}") for handle, key in gaps if key not in grounds.advised]


def _routes(grounds: Grounds) -> list[str]:
    refs = [f"delivery_{route}_{what}" for route in routes(grounds.ledger, grounds.market) for what in ROUTE]
    known = [f"shop.{key}" for key in refs if grounds.value("shop", key) != UNKNOWN]
    terms = [TERMS["delivery"]] if said(grounds.value("shop", TERMS["delivery"]), grounds.language) else []
    return [*known, *(f"shop.{key}" for key in terms), claim("routes")] if known else []


def _is_read(value: Value, grounds: Grounds) -> bool:
    """Whether a text is there in the page's language; a value always is."""
    return not isinstance(value, Text) or bool(said(value, grounds.language))


def _is_wish(grounds: Grounds, key: str) -> bool:
    """Nobody looks for the least light blocked: an amount counts where it has a direction."""
    kind = grounds.ledger.lexicon.kind(key)
    return kind == "boolean" or any(wish.search(key) for wish in WISHES.values())


def _heading(plan: Plan, name: str) -> str:
    return plan.grounds.page.heading(name)


def _line(text: str) -> str:
    return re.sub(r"[\r\n]+", " ", text)
