"""Whether the outline is somebody else's: one source's headings in its order, or those of several put together."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from content.checks.reading import Reading
from content.records import Finding, Proof
from seo.language import stems

_HEADING: Final = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t]*#*$", re.MULTILINE)
_FEWEST: Final = 4  # headings: a short outline is anybody's
_TAKEN: Final = 0.75  # of ours
_ALIKE: Final = 0.6  # of the stems of two headings
_ONE_WORD: Final = 2  # stems below which a heading (“Care”) is common property


def outlines(reading: Reading) -> Iterator[Finding]:
    """`originality.outline` and `originality.stitched`; both are for a person to look at."""
    language = reading.market.language
    headings = [block for block in reading.body if block.kind == "heading"]
    mine = [frozenset(stems(block.text, language)) for block in headings]
    if len([stems_ for stems_ in mine if len(stems_) >= _ONE_WORD]) < _FEWEST:
        return
    places = {
        page.hash: _places(mine, _outline(page.text, language))
        for page in reading.dossier.pages
        if page.language == language
    }
    for page in reading.dossier.pages:
        in_order = _longest_rise(places.get(page.hash, []))
        if in_order >= max(_FEWEST, _TAKEN * len(mine)):
            cure = f"{in_order} headings follow “{page.title}” in its order: build the page on your readers' questions."
            proof = Proof(page.file or page.url, None, page.title)
            yield reading.finding("originality.outline", headings[0], 0, len(headings[0].text), cure, proof)
            return
    taken = {at for found in places.values() for at, place in enumerate(found) if place is not None}
    sources = [found for found in places.values() if any(place is not None for place in found)]
    if len(sources) > 1 and len(taken) >= max(_FEWEST, _TAKEN * len(mine)):
        cure = f"{len(taken)} headings stand in {len(sources)} sources: build the page on your readers' questions."
        yield reading.finding("originality.stitched", headings[0], 0, len(headings[0].text), cure)


@lru_cache(maxsize=128)
def _outline(text: str, language: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(stems(match[1], language)) for match in _HEADING.finditer(text))


def _places(mine: list[frozenset[str]], theirs: tuple[frozenset[str], ...]) -> list[int | None]:
    """For each of our headings where it stands in the source; None: it is not there, or everybody's."""
    return [
        next((at for at, other in enumerate(theirs) if _alike(one, other)), None)
        if len(one) >= _ONE_WORD
        else None
        for one in mine
    ]


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(other) and len(one & other) / len(one | other) >= _ALIKE


def _longest_rise(places: list[int | None]) -> int:
    """How many headings stand in the source in the same order."""
    best: list[int] = []
    for number, place in enumerate(places):
        before = [
            length for length, earlier in zip(best, places[:number], strict=True)
            if place is not None and earlier is not None and earlier < place
        ]  # fmt: skip
        best.append(max(before, default=0) + (place is not None))
    return max(best, default=0)
