"""The blocks that say what the ledger and the shop's people know. Each gives way when there is nothing to say.

A block holds Markdown paragraphs with references and, for each paragraph, the facts it rests on.
"""

from content.figures.charts import MOST, chart_of
from content.figures.written import Charted, write_chart
from content.ledger.own_words import LIMITS, said
from content.marks import mark, with_own_commas
from content.records import UNKNOWN, Advice
from content.reliance import claim
from content.writing.page import Block, Page, Part, own_advice, paragraphs, sentence
from content.writing.service import returns_sentence, routes_sentence
from content.writing.tables import attribute_table, repeats_the_opening, table_keys, variant_table

MOST_DEPENDS = 3
MOST_DRAWBACKS = 4
FEWEST_BARS = 3  # two are a sentence
OF_CARE = frozenset({"care", "cleaning"})
MOST_LACKING = 3  # products in one line of drawbacks


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
        parts = routes_sentence(page)
    elif aspect == "returns":
        parts = returns_sentence(page)
    elif page.is_led_by_advice and said is not None:
        parts = [_of_advice(said.answer.get(page.language) or "", said)]
        parts += [] if said.body.get(page.language) else _signed(said, page.language)
        parts += [first.part] if first else []
    else:
        parts = [first.part] if first else []
    marks = (f"advice.{said.id}",) if said is not None and page.is_led_by_advice else ()
    return Block("opening", "", tuple(parts), marks) if parts else None


def advice(page: Page) -> Block | None:
    """How the shop's own people explain it: their question, their answer, their reasons."""
    own = own_advice(page)
    if own is None or (not page.is_led_by_advice and not own.body.get(page.language)):
        return None
    body = [_of_advice(text, own) for text in paragraphs(own.body.get(page.language) or "")]
    if page.is_led_by_advice:
        return Block("advice", "", (*body, *_signed(own, page.language))) if body else None
    told = (_of_advice(own.answer.get(page.language) or "", own), *body, *_signed(own, page.language))
    return Block("advice", own.title.get(page.language) or page.label, told, (f"advice.{own.id}",))


def _signed(own: Advice, language: str) -> list[Part]:
    """Whose advice it is, under it; nothing where it is the shop's as a whole."""
    return [_of_advice(f"*{with_own_commas(own.by, language)}*", own)] if own.by else []


def _of_advice(text: str, own: Advice) -> Part:
    """A passage of advice: when its author rewrites it, the page is out of date."""
    return Part(text, (claim("advice", own.id),))


def depends(page: Page) -> Block | None:
    """Further attributes of the aspect, a sentence each."""
    parts: list[Part] = []
    shown = {*page.said, *table_keys(page.assignment, page.ledger)}
    for key in page.assignment.attributes:
        found = sentence(page, key) if key not in shown and len(parts) < MOST_DEPENDS else None
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
    if (drawn := chart(page)) is not None:
        return drawn
    text, relies = attribute_table(page.assignment, page.ledger, page.wording)
    if not text:
        text, relies = variant_table(page.assignment, page.ledger, page.wording)
    if not text:
        return None
    is_gap = page.wording.word("unknown") in text
    lead = page.lead("table") if is_gap else ()  # it says what "not stated" means
    return Block("table", page.heading("table"), (*lead, Part(text, relies)))


def chart(page: Page) -> Block | None:
    """One number of three to eight products, drawn: a table of a single column would show it less well.

    Where the shop's advice points to a table, that stands.
    """
    handles, keys = page.assignment.handles, table_keys(page.assignment, page.ledger)
    if own_advice(page) is not None or len(keys) != 1 or not FEWEST_BARS <= len(handles) <= MOST:
        return None
    charted = Charted(keys[0], tuple(handles))
    found = chart_of(charted, page.ledger, page.market)
    if isinstance(found, str) or len(found.bars) < FEWEST_BARS:
        return None
    silent = page.speaker.unknown(keys[0], handles) if keys[0] not in page.said else None
    told = (Part(silent.text, silent.relies),) if silent else ()
    return Block("chart", page.heading("chart"), (Part(write_chart(charted)), *told))


def drawbacks(page: Page) -> Block | None:
    """What the products cannot do and no column of the table says, said before somebody finds out."""
    lines = []
    shown = table_keys(page.assignment, page.ledger)
    for key in page.assignment.attributes:
        if key in shown:
            continue
        values = {h: page.ledger.fact(h, key, page.market).value for h in page.assignment.handles}
        lacking = [h for h, v in values.items() if v is False]
        label = page.ledger.lexicon.attribute(key, page.language)
        if label and lacking and key not in page.said and len(lacking) <= MOST_LACKING:
            page.said.add(key)
            text = page.speaker.told(("drawback.lacks", "drawback.told"), key, label, no=lacking)
            lines.append(Part(text, tuple(f"{h}.{key}" for h in lacking)))
    lines += _own_limits(page)[: max(MOST_DRAWBACKS - len(lines), 0)]
    if not lines:
        return None
    text = "\n".join(f"- {line.text}" for line in lines[:MOST_DRAWBACKS])
    relies = tuple(r for line in lines[:MOST_DRAWBACKS] for r in line.relies)
    return Block("drawbacks", page.heading("drawbacks"), (Part(text, relies),))


def _own_limits(page: Page) -> list[Part]:
    """What a product is not for, in the shop's own words and the page's language; of care it is not asked."""
    if page.assignment.aspect in OF_CARE:
        return []
    colon = mark("colon", page.language)
    return [
        Part(f"{{{{{handle}.short}}}}{colon}{{{{{handle}.{LIMITS}}}}}", (f"{handle}.{LIMITS}",))
        for handle in page.assignment.handles
        if said(page.ledger.fact(handle, LIMITS, page.market).value, page.language)
    ]


def ask(page: Page) -> Part | None:
    """One line on where to ask, when something is left open."""
    if page.ledger.fact("shop", "contact_email").value == UNKNOWN:
        return None
    return Part(page.wording.say("ask.ask", email="{{shop.contact_email}}"))
