"""An article as a judge reads it: as readers see it, without orders to the judge, beside the ledger's rows."""

from dataclasses import dataclass
from datetime import date

from content.checks.knowledge import knowledge
from content.checks.orders import blanked, without_orders
from content.checks.reading import Reading
from content.errors import DraftError, LedgerGap
from content.figures.resolving import resolved
from content.figures.showing import Readable, Showing
from content.figures.written import linked_concepts
from content.judging.rows import Shown
from content.ledger.ledger import Ledger
from content.records import Draft
from content.references import readable, whole
from content.reliance import is_claim
from content.rendering import render
from seo.records import Market


@dataclass(frozen=True, slots=True)
class Article:
    """What a judge is given."""

    language: str
    text: str  # `# title`, then the body in Markdown, values filled in
    asked: tuple[str, ...]  # keyword and questions
    rows: tuple[str, ...]  # `r3 | Fjell wool blanket | width | 130 cm`


def article(draft: Draft, ledger: Ledger, market: Market, on: date | None = None) -> Article:
    """A draft made ready for a judge; a reference without a value shows as `…`."""
    clean = without_orders(draft)
    reading = Reading(clean, ledger, market, on)
    names = knowledge(reading).names
    handles = {mention.handle for block in reading.blocks for mention in names.mentions(block.text)}
    page = ledger.resolve(draft.sku) if draft.sku else None
    handles |= {page} if page else set()
    asked = [text for each in (draft.keyword, *draft.questions) if (text := _asked(each))]
    return Article(
        market.language,
        _rendered(f"# {clean.title}\n\n{_seen(clean, ledger, market, on)}", ledger, market, on),
        tuple(asked or [clean.title.strip()]),
        Shown(ledger, market, on).rows(sorted(handles), _needed(clean)),
    )


def _asked(text: str) -> str:
    """What a customer typed, without what it says to a judge."""
    return " ".join(blanked(text).split())


def _seen(draft: Draft, ledger: Ledger, market: Market, on: date | None) -> str:
    """The body as a place without pictures shows it: a chart as its table, a link to an article as its words."""
    links = dict.fromkeys(linked_concepts(draft.body), Readable("#", ""))
    return resolved(draft, ledger, market, on, Showing(links)).text


def _needed(draft: Draft) -> tuple[str, ...]:
    """What the draft shows and what it rests on."""
    texts = (draft.title, draft.description, draft.body)
    found = [f"{s}.{k}" for text in texts for r in readable(text) for s, k in r.targets]
    rests = (each.reference for each in draft.relies)
    return tuple(dict.fromkeys([*found, *(each if is_claim(each) else whole(each) for each in rests)]))


def _rendered(text: str, ledger: Ledger, market: Market, on: date | None) -> str:
    try:
        return render(text, ledger, market, "markdown", on)
    except (LedgerGap, DraftError):
        return text
