"""Which product for which wish: what no single product page can show."""

import re

from content.marks import mark
from content.records import UNKNOWN, Quantity
from content.reliance import claim, scope
from content.writing.page import Block, Page, Part
from content.writing.statements import ranked

MOST_PICKS = 4


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
    relies, whole = tuple(f"{h}.{key}" for h in known), scope(handles, page.ledger)
    if all(isinstance(v, bool) for v in known.values()):
        yes = [h for h in known if known[h] is True]
        if key in page.said or not yes or len(yes) > 2 or len(yes) == len(known):  # noqa: PLR2004
            return []
        page.said.add(key)
        text = page.speaker.told(("pick.only", "pick.told"), key, label, yes=yes)
        return [Part(text, (*relies, claim("having", key, whole)))]
    if key in page.said or not all(isinstance(v, Quantity) for v in known.values()):
        return []
    order = ranked(known)
    if order is None:
        return []
    found = []
    for name, end, (handle, amount), (_, next_amount) in (
        ("low", "lowest", order[0], order[1]),
        ("high", "highest", order[-1], order[-2]),
    ):
        if amount != next_amount and WISHES[name].search(key):
            value = f"{{{{{handle}.{key}}}}}"
            names = page.speaker.names([handle])
            text = page.wording.say(f"pick.{name}", label=label, name=names, value=value)
            found.append(Part(text, (*relies, claim(end, key, whole))))
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
        "pick.together", labels=mark("comma", page.language).join(labels), yes=page.speaker.names(all_of_it)
    )
    everything = claim("having", "&".join(features), scope(handles, ledger))
    return [Part(text, (*(f"{h}.{k}" for h in handles for k in features), everything))]
