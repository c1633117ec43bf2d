"""Code's brief: out of the plan, the ledger and the dossier, the same on every run, and without a model."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from content.briefs.asked import Answerable, advised, answerable
from content.briefs.brief import Brief, LinkIn, Section
from content.briefs.further import further
from content.briefs.grounds import MOST_FACTS, Grounds
from content.briefs.never import never
from content.briefs.phrases import say
from content.briefs.scope import advice_besides, scoped
from content.briefs.sections import (
    BUILDERS,
    MOST_QUESTIONS,
    Plan,
    also,
    others,
    takes,
    with_quotes,
)
from content.briefs.shapes import KINDS, LEAST_NEEDED, ORDER, shape_of
from content.briefs.titles import titles
from content.checks.orders import orders
from content.dossier import Dossier
from content.errors import LedgerGap
from content.ledger.ledger import Ledger
from content.lexicon.lexicon import UNKNOWN_ASPECT
from content.marks import mark
from content.plan.concepts import SHOP_ASPECTS
from content.plan.headline import is_own_question, polish
from content.plan.vocabulary import vocabulary_of
from content.records import Assignment, Money, PlannedLink, Quantity, Value
from content.writing.page import Page, own_advice
from content.writing.phrases import Wording
from content.writing.statements import Speaker, ranked
from content.writing.tables import repeats_the_opening, table_keys
from seo.language import is_marked, is_question
from seo.records import Page as SitePage
from seo.records import Question

FEWEST_SECTIONS, MOST_SECTIONS = 2, 6
IN_A_CHART = range(3, 9)  # products whose bars can still be read side by side


def outline(
    assignment: Assignment,
    key: str,
    week: str,
    ledger: Ledger,
    dossier: Dossier,
    pages: Sequence[SitePage] = (),
    on: date | None = None,
    *,
    can_translate: bool = False,
) -> Brief:
    """The brief of an assignment. With an empty dossier it holds no quotes; what nothing answers, it bars. LedgerGap
    when the shop has nothing of its own to say. `can_translate`: a model is to write from it, so it offers the shop's
    advice and evidence in other languages too.
    """
    market = assignment.market
    speaker = Speaker(ledger, market, Wording(market.language, assignment.ordinal))
    vocabulary = vocabulary_of(ledger, market.language)
    page = Page(assignment, speaker, vocabulary, frozenset(), set(), can_translate=can_translate)
    grounds = Grounds(page, dossier, on)
    asked = _asked(grounds)
    shape = shape_of(assignment)
    main = _main(page, [each for each in asked if each.is_answered])
    grounds, asked = scoped(grounds, asked, main)
    grounds = replace(grounds, advised=advised(asked, grounds))
    answered = tuple(each for each in asked if each.is_answered)
    turn = main or answerable(Question(assignment.topic.name), grounds)
    plan = Plan(grounds, answered, main, turn, shape, advice_besides(grounds, main))
    sections = _sections(plan)
    if not sections:
        raise LedgerGap(f"the ledger does not answer {assignment.topic.name!r}: see the missing product data")
    kind = "service" if assignment.aspect in SHOP_ASPECTS else KINDS[shape]
    slots = {"category": page.category or page.label, "label": grounds.label}
    return Brief(
        key=key,
        week=week,
        locale=market.locale,
        reader=say(market.language, f"reader.{kind}", **slots),
        question=_line(main.text if main else assignment.topic.name),
        promise=say(market.language, f"promise.{kind}", **slots),
        shape=shape,
        sections=sections,
        titles=tuple(_line(title) for title in titles(grounds, main, answered)),
        keyword=_line(assignment.topic.keywords[0].phrase) if assignment.topic.keywords else "",
        never=never(grounds, asked, sections, pages),
        target=_target(assignment, page),
        links_out=(*_links_out(assignment), *further(grounds, sections, pages)),
        links_in=_links_in(grounds, main, pages),
        chances=tuple(_line(chance.question) for chance in dossier.chances or ()),
        picture=_picture(grounds, sections),
    )


def _asked(grounds: Grounds) -> tuple[Answerable, ...]:
    """Every question once, the topic's own first."""
    topic = grounds.assignment.topic
    own = [Question(topic.name)] if is_own_question(topic.name) else []
    distinct: dict[str, Question] = {}
    for question in (*own, *topic.questions):
        if next(orders(question.text), None):
            continue  # it speaks to a machine, and asks nothing of a shop
        distinct.setdefault(_plain(question.text), replace(question, text=_line(question.text)))
    return tuple(answerable(question, grounds) for question in distinct.values())


def _main(page: Page, answered: Sequence[Answerable]) -> Answerable | None:
    """The question the page is about: the topic's own, else one of ours, a well-formed one first."""
    assignment = page.assignment
    name = assignment.topic.name
    if is_own_question(name) and (own := [e for e in answered if _plain(e.text) == _plain(name)]):
        return own[0]
    said = own_advice(page) if page.is_led_by_advice else None
    searched = set(page.vocabulary.understand(name).keys("attribute"))
    ours = [e for e in answered if e.is_ours and not _is_another_feature(e, searched, assignment.aspect)]
    rank = [
        (
            bool(searched) and not searched & set(e.keys),
            e.advice != said.id if said else not set(e.keys) & set(assignment.attributes),
            not is_marked(e.text),
            -e.count,
        )
        for e in ours
    ]
    return ours[rank.index(min(rank))] if ours else None


def _is_another_feature(each: Answerable, searched: set[str], aspect: str) -> bool:
    """Whether a question is about a feature other than the one most people search: "features" holds whatever a product
    has, and a page found by "rain jacket reproofing" is not the one about hoods over helmets."""
    return aspect == UNKNOWN_ASPECT and bool(searched and each.keys) and not searched & set(each.keys)


def _sections(plan: Plan) -> tuple[Section, ...]:
    """Built in the reader's order, then the questions are put where they are answered."""
    built = {name: s for name in ORDER[plan.shape] if name in BUILDERS and (s := BUILDERS[name](plan))}
    if len(built) < FEWEST_SECTIONS and (more := also(plan)):
        built["also"] = more
    left = [each for each in plan.asked if each != plan.main]
    for name, section in built.items():
        mine = [e for e in left if takes(section, e)][: MOST_QUESTIONS - len(section.questions)]
        left = [each for each in left if each not in mine]
        asked = (*section.questions, *(each.text for each in mine))
        brought = (ref for each in mine for ref in each.brought)
        facts = tuple(dict.fromkeys((*brought, *section.facts)))[:MOST_FACTS]
        built[name] = replace(section, questions=asked, facts=facts)
    if last := others(plan, left):
        built["questions"] = last
    for name in LEAST_NEEDED:
        if len(built) > MOST_SECTIONS and name in built and not built[name].questions:
            del built[name]
    return _quoted(list(built.values())[:MOST_SECTIONS], plan)


def _quoted(sections: Sequence[Section], plan: Plan) -> tuple[Section, ...]:
    taken: set[str] = set()
    found = []
    for section in sections:
        found.append(with_quotes(section, plan, taken))
        taken |= set(found[-1].quotes)
    return tuple(found)


def _target(assignment: Assignment, page: Page) -> PlannedLink | None:
    """The one page of the shop it leads to."""
    own = [link for link in assignment.links if link.kind != "article"]
    if own:
        return own[0]
    url = assignment.target_url
    return PlannedLink(url, page.category or page.label, "category") if url else None


def _links_out(assignment: Assignment) -> tuple[PlannedLink, ...]:
    """The other links, without the target."""
    own = next((link for link in assignment.links if link.kind != "article"), None)
    return tuple(link for link in assignment.links if link != own)


def _links_in(grounds: Grounds, main: Answerable | None, pages: Sequence[SitePage]) -> tuple[LinkIn, ...]:
    """A sentence for each page that should lead here; pages of this week are named by their concept."""
    known = {page.url for page in pages}
    found = []
    asked = polish(main.text, grounds.language) if main and is_question(main.text, grounds.language) else ""
    for turn, source in enumerate(grounds.assignment.links_from):
        url = source if source in known or "://" in source else f"article:{source}"
        kind = "question" if turn % 2 == 0 and asked else "phrase"
        anchor = asked if kind == "question" else _phrase(grounds)
        turned = grounds.assignment.ordinal + turn
        found.append(LinkIn(url, say(grounds.language, f"links_in.{kind}", turned, anchor=anchor), anchor))
    return tuple(found)


def _phrase(grounds: Grounds) -> str:
    """What the page is about as one phrase: `blackout curtains: washing and care`."""
    page = grounds.page
    if not page.category:
        return page.label
    return mark("colon", grounds.language).join((page.category, page.label))


def _picture(grounds: Grounds, sections: Sequence[Section]) -> str:
    """A chart where one number compares a few products, else a table of what differs."""
    keys = table_keys(grounds.assignment, grounds.ledger)
    if len(keys) == 1 and _is_a_scale(grounds, keys[0]):
        return f"chart {keys[0]}"
    if keys and len(grounds.handles) > 1 and not repeats_the_opening(grounds.assignment, grounds.ledger):
        return f"table {' '.join(keys)}"
    tables = [section for section in sections if section.form == "table"]
    own = [
        ref.split(".")[1] for s in tables for ref in s.facts if ref.split(".")[0] in grounds.ledger.products
    ]
    return f"table {' '.join(dict.fromkeys(own))}" if own else ""


def _is_a_scale(grounds: Grounds, key: str) -> bool:
    values: dict[str, Value] = {
        h: v for h in grounds.handles if isinstance(v := grounds.value(h, key), Quantity | Money)
    }
    order = ranked(values) if values else None
    return len(values) == len(grounds.handles) and len(values) in IN_A_CHART and order is not None


def _plain(text: str) -> str:
    return text.strip("¿").rstrip("?？؟ \u00a0\u202f").casefold()


def _line(text: str) -> str:
    """One line: what a customer typed over several stays their words."""
    return " ".join(part.strip() for part in text.splitlines() if part.strip())
