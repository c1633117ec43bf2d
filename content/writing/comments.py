"""A person's remark on a passage: the section it stands in, and the draft with that section written anew.

Pure: what writes the section is handed in (`Revise`). Elsewhere not a letter changes.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from content.errors import DraftError
from content.records import Draft

GAP: Final = "\n\n"
LONGEST: Final = 60  # letters of a quote in a message


@dataclass(frozen=True, slots=True)
class Section:
    """From a heading to the next one of any level, heading included; the opening has none."""

    start: int  # code points of the body
    end: int  # behind the last letter; the blank line to the next section stands outside
    heading: str  # as written, its marks taken off; empty for the opening

    def text(self, draft: Draft) -> str:
        """Its Markdown."""
        return draft.body[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants changed: the words they marked and what they say of them."""

    quote: str
    note: str


Revise = Callable[[Draft, Section, Wish], str]
"""`revise_section(draft, section, wish) -> Markdown`: the section anew, with references, its heading included."""


def _as_it_is(text: str) -> str:
    return text


def sections(body: str) -> Iterator[Section]:
    """Every section in order; a `#` inside a fence opens none."""
    blocks = body.split(GAP)
    starts = list(accumulate((len(block) + len(GAP) for block in blocks), initial=0))
    is_code = False
    opened, heading = 0, ""
    for number, block in enumerate(blocks):
        first = block.lstrip("\n").split("\n", 1)[0]
        if not is_code and first.startswith("#") and first.lstrip("#").startswith(" "):
            if number:
                yield Section(starts[opened], starts[number] - len(GAP), heading)
            opened, heading = number, first.strip("# \t")
        fences = sum(line.lstrip().startswith(("```", "~~~")) for line in block.split("\n"))
        is_code ^= fences % 2 == 1
    yield Section(starts[opened], len(body), heading)


def section_of(draft: Draft, quote: str, shown: Callable[[str], str] = _as_it_is) -> Section:
    """The one section the quoted words stand in, as they are written or, through `shown`, as they are read.

    DraftError when they stand nowhere, or in several sections.
    """
    wanted = _flat(quote)
    if not wanted:
        raise DraftError('quote the words the comment is about: --quote "…".')
    found = [
        each
        for each in sections(draft.body)
        if wanted in _flat(each.text(draft)) or wanted in _flat(shown(each.text(draft)))
    ]
    said = quote if len(quote) <= LONGEST else f"{quote[:LONGEST]}…"
    if not found:
        raise DraftError(f"{said!r} stands nowhere in the text: quote it as `acreage review show` prints it.")
    if len(found) > 1:
        names = ", ".join(repr(each.heading or "the opening") for each in found)
        raise DraftError(f"{said!r} stands in {len(found)} sections ({names}): quote more of it.")
    return found[0]


def replaced(draft: Draft, section: Section, text: str) -> Draft:
    """The draft with other words for one section; an empty text takes the section out.

    Blocks elsewhere stay to the byte, and what they rest on is numbered anew; what the new blocks rest on is not
    known here (`content/rebinding/resting.py`).
    """
    new = text.strip("\n")
    before, behind = draft.body[: section.start], draft.body[section.end :]
    if not new:  # the blank line goes with it
        behind = behind.removeprefix(GAP) if behind else behind
        before = before if behind else before.removesuffix(GAP)
    body = before + new + behind
    first = _block(draft.body, section.start)
    last = _block(draft.body, max(section.start, section.end - 1))
    shift = len(body.split(GAP)) - len(draft.body.split(GAP))
    relies = tuple(
        replace(each, block=each.block + shift) if each.block > last else each
        for each in draft.relies
        if each.block < first or each.block > last
    )
    return replace(draft, body=body, relies=relies)


def blocks_of(draft: Draft, section: Section) -> Sequence[int]:
    """The numbers of a section's blocks."""
    first = _block(draft.body, section.start)
    return range(first, _block(draft.body, max(section.start, section.end - 1)) + 1)


def _block(body: str, at: int) -> int:
    starts = list(accumulate((len(block) + len(GAP) for block in body.split(GAP)), initial=0))
    return bisect_right(starts, at) - 1


def _flat(text: str) -> str:
    """Letters alone: Markdown's marks, blanks and kinds of quotation marks are not what somebody quotes."""
    for mark in "*_`#>|":
        text = text.replace(mark, " ")
    text = text.translate(_QUOTES)
    return "".join(text.split()).casefold()


_QUOTES: Final = str.maketrans({
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("’‘", "'"),
    **dict.fromkeys("\u2066\u2067\u2068\u2069"),
})  # fmt: skip
