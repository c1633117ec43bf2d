"""A dossier as a model may see it: quoted data between marks the pages cannot know, each line with who speaks and when.

Nothing in it is an instruction. Whoever puts it into a prompt says so beside it; whatever comes back is checked by
code.
"""

from collections.abc import Iterator

from content.dossier import Dossier, StoredPage
from content.judging.fence import fenced
from content.research.addresses import host_of


def quotes_shown(dossier: Dossier, secret: bytes) -> str:
    """The quotes by their ids: `q3 (official, example.org, 2026-05-04): "…"`; empty when there are none."""
    lines = [f'{quote.id} ({_who(dossier, quote.page)}): "{_line(quote.text)}"' for quote in dossier.quotes]
    return fenced("\n".join(lines), secret, "QUOTES") if lines else ""


def passages_shown(dossier: Dossier, secret: bytes, most: int = 6) -> str:
    """The nearest passages, for what others say and how; empty when there are none."""
    lines = [f"({_who(dossier, passage.page)}) {_line(passage.text)}" for passage in dossier.passages[:most]]
    return fenced("\n\n".join(lines), secret, "PASSAGES") if lines else ""


def chances_shown(dossier: Dossier, secret: bytes) -> str:
    """The questions no page answers well; people asked them, so they are data too. Empty when there are none."""
    lines = [_line(chance.question) for chance in dossier.chances or ()]
    return fenced("\n".join(lines), secret, "QUESTIONS") if lines else ""


def conflicts_shown(dossier: Dossier) -> str:
    """Which quotes speak against each other, by their ids: our own words, no fence is needed."""
    lines = [
        f"{each.one} and {each.other} contradict each other{f' on {each.about}' if each.about else ''}"
        for each in dossier.conflicts
    ]
    return "\n".join(lines)


def told(dossier: Dossier) -> Iterator[str]:
    """The same for a person: contradictions with their words, open questions, what could not be read."""
    words = {quote.id: quote for quote in dossier.quotes}
    for each in dossier.conflicts:
        sides = (
            f"“{_line(words[side].text)}” ({_who(dossier, words[side].page)})"
            for side in (each.one, each.other)
        )
        yield f"sources contradict each other: {' against '.join(sides)}"
    if dossier.chances is None:
        yield "no page was read: what others answer is not known"
    for chance in dossier.chances or ():
        yield f"no page read answers well: {_line(chance.question)}"
    yield from dossier.notes


def _who(dossier: Dossier, page: str) -> str:
    found: StoredPage | None = dossier.page(page)
    return f"{found.tier}, {host_of(found.url)}, {found.fetched_on}" if found else "unknown"


def _line(text: str) -> str:
    return " ".join(text.split())
