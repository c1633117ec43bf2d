"""How a draft points to things: `[words](article:<concept>)`, `![…](image:<handle>)`, `![…](chart:<key>?of=a+b)`.

Whoever writes a draft names a thing, never its address: what stands on the page is decided when it is built.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from content.lexicon.keys import KEY

Scheme = Literal["article", "image", "chart", ""]
SCHEMES: Final[tuple[Scheme, ...]] = ("article", "image", "chart")
EVIDENCE: Final = "evidence-"

_POINTER: Final = re.compile(
    r"(?<!\\)(?P<bang>!?)\[(?P<words>(?:\\.|[^\[\]\\\n])*)\]"
    r"\((?P<target>[^()\s]*(?:\([^()]*\)[^()\s]*)*)(?:\s+\"[^\"]*\")?\)(?:\{[^{}\n]*\}(?!\}))?"
)
_CHART: Final = re.compile(rf"(?P<key>{KEY})\?of=(?P<of>[a-z0-9-]+(?:\+[a-z0-9-]+)*)")


@dataclass(frozen=True, slots=True)
class Pointer:
    """A link or picture of a draft; of our own schemes only what stands behind the colon is the target."""

    scheme: Scheme  # empty: an ordinary address
    words: str
    target: str
    is_picture: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Charted:
    """What a chart is to compare: one attribute of several products."""

    key: str
    handles: tuple[str, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts it shows, `handle.key`."""
        return tuple(f"{handle}.{self.key}" for handle in self.handles)


def pointers(text: str) -> Iterator[Pointer]:
    """Every link and picture in order."""
    for found in _POINTER.finditer(text):
        scheme, target = told_apart(found["target"])
        yield Pointer(scheme, found["words"], target, bool(found["bang"]), *found.span())


def told_apart(address: str) -> tuple[Scheme, str]:
    """Our scheme and what stands behind it; an ordinary address has none."""
    before, colon, behind = address.partition(":")
    scheme = next((each for each in SCHEMES if colon and each == before), None)
    return (scheme, behind) if scheme else ("", address)


def read_chart(target: str) -> Charted | None:
    """`width?of=a+b+c`; None when it is written otherwise. A product named twice counts once."""
    found = _CHART.fullmatch(target)
    return Charted(found["key"], tuple(dict.fromkeys(found["of"].split("+")))) if found else None


def write_chart(charted: Charted) -> str:
    """The chart as a draft holds it."""
    return f"![](chart:{charted.key}?of={'+'.join(charted.handles)})"


def charted_facts(text: str) -> tuple[str, ...]:
    """Every fact that the charts of a text show: it counts like one printed in a sentence."""
    charts = (read_chart(each.target) for each in pointers(text) if each.scheme == "chart")
    return tuple(dict.fromkeys(fact for chart in charts if chart for fact in chart.facts))


def linked_concepts(text: str) -> tuple[str, ...]:
    """The articles a text leads to."""
    return tuple(dict.fromkeys(each.target for each in pointers(text) if each.scheme == "article"))
