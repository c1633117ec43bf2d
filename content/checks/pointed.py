"""What a draft points to by name: articles that exist, pictures and charts that can be shown."""

from collections.abc import Iterator

from content.checks.blocks import Block, Target, body_at
from content.checks.reading import Reading
from content.figures.charts import chart_of
from content.figures.pictures import handle_of, picture_of, shown
from content.figures.written import read_chart, told_apart
from content.records import Finding


def pointed(reading: Reading, block: Block, link: Target) -> Iterator[Finding]:
    """`structure.broken-link` for an article nobody knows, `structure.picture`, `structure.chart`."""
    scheme, target = told_apart(link.url)
    if scheme == "article" and not link.is_image:
        yield from _article(reading, block, link, target)
    elif scheme == "chart" and link.is_image:
        why = _no_chart(reading, target)
        if why:
            yield _on_page(reading, link, "structure.chart", f"The chart would be left out: {why}.")
    elif scheme == "image" and link.is_image:
        if picture_of(target, reading.ledger, reading.market, reading.on) is None:
            cure = (
                f"The shop has no picture of {target!r} of its own: take the figure out, or add the picture."
            )
            yield _on_page(reading, link, "structure.picture", cure)
    else:
        cure = f"{link.url!r} needs an exclamation mark for a picture, and none for a link."
        yield reading.finding("structure.link", block, link.start, link.end, cure)


def unpublished(reading: Reading, block: Block, link: Target) -> Iterator[Finding]:  # noqa: ARG001  as its neighbour
    """A picture by its address that our page would leave out. What others publish is theirs to answer for."""
    by = reading.draft.written_by
    if by == "file" or handle_of(link.url, reading.ledger) is not None:
        return
    if not by.startswith("person:") or shown(link.url, reading.ledger.shop, "") is None:
        cure = "The picture would be left out: point to the product, ![](image:<handle>)."
        yield _on_page(reading, link, "structure.picture", cure)


def _article(reading: Reading, block: Block, link: Target, concept: str) -> Iterator[Finding]:
    if not block.text[link.start : link.end].strip():
        cure = "Give the link the words that say where it leads."
        yield reading.finding("structure.link", block, link.start, link.end, cure)
    elif reading.concepts is not None and concept not in reading.concepts:
        cure = f"There is no article on {concept!r} in {reading.market.language}: take the link out."
        yield reading.finding("structure.broken-link", block, link.start, link.end, cure)


def _no_chart(reading: Reading, target: str) -> str:
    charted = read_chart(target)
    if charted is None:
        return f"{target!r} is no chart, write ![](chart:<key>?of=<handle>+<handle>)"
    found = chart_of(charted, reading.ledger, reading.market, reading.on)
    return found if isinstance(found, str) else ""


def _on_page(reading: Reading, link: Target, rule: str, cure: str) -> Finding:
    """On the figure itself: it has no words of its own among those of the page."""
    at = link.at - body_at(reading.draft)
    start = reading.draft.body.rfind("![", 0, max(0, at) + 1)
    end = reading.draft.body.find(")", at) + 1
    return reading.body_finding(rule, max(0, start), end or len(reading.draft.body), cure)
