"""First-hand experience: what the shop measured, what its people see, what came back and why."""

from content.marks import with_own_commas
from content.records import Evidence, Quantity
from content.reliance import claim
from content.writing.counted import counted_of
from content.writing.page import Block, Page, Part, paragraphs

MOST_REASONS = 4


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
    own = (claim("evidence", found.id),)
    parts = [Part(text, own) for text in paragraphs(found.text.get(page.language) or "")]
    parts.append(Part(f"*{_credit(page, found)}*", own))
    return Block(kind, page.heading(kind), tuple(parts), (f"evidence.{found.id}",))


def _credit(page: Page, found: Evidence) -> str:
    by = with_own_commas(found.by, page.language)
    return page.wording.say("credit.by", by=by, on=f"{{{{evidence-{found.id}.on}}}}")


def returned(page: Page) -> Block | None:
    """Why customers sent products back, counted, with how many were sold."""
    lines = []
    for found in page.ledger.evidence:
        if found.kind == "returns" and f"evidence.{found.id}" not in page.taken:
            lines += [line for h in page.assignment.handles for line in _reasons(page, found, h)]
    if not lines:
        return None
    text = "\n".join(f"- {line.text}" for line in lines[:MOST_REASONS])
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
    name = page.speaker.names([handle])
    if which := counted_of(found, handle, page.ledger, page.market):
        name = page.wording.word("counted").format(name=name, which=which)
    return [Part(page.wording.say("drawback.returned", name=name, reason=reason, **refs))]
