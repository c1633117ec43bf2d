"""A text that a person edited, its references put back where their words still stand and still mean the same."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from content.checks.knowledge import knowledge
from content.checks.reading import Reading, split_sentences
from content.checks.view import fold, low
from content.rebinding.filling import Filled, Slot
from content.rebinding.spelling import is_cut

Fill = Callable[[str], Filled]
GAP: Final = "\n\n"
_BLANK: Final = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_ALIKE: Final = 0.5  # share of a paragraph that is the same where it is the same paragraph
_NAMES: Final = (".name}}", ".short}}", ".url}}")


@dataclass(frozen=True, slots=True)
class Weaver:
    """Puts references back into what a person wrote over a draft of one market."""

    reading: Reading
    fill: Fill

    def body(self, before: str, after: str) -> str:
        """A body: paragraphs nobody touched come back as they were, wherever they stand now."""
        if squeezed(self.fill(before).text) == squeezed(after):
            return before
        old = before.split(GAP)
        new = [part.strip("\n") for part in _BLANK.split(after.strip("\n")) if part.strip()]
        return GAP.join(self._block(text, own) for text, own in self._paired(old, new))

    def line(self, before: str, after: str) -> str:
        """A title or a description."""
        return self._block(after, before)

    def _block(self, after: str, before: str) -> str:
        if not before:
            return after
        filled = self.fill(before)
        if squeezed(filled.text) == squeezed(after):
            return before
        return "".join(self._woven(filled, after))

    def _paired(self, old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Each new paragraph with the old one it comes from; an empty text where it is new."""
        shown = [squeezed(self.fill(block).text) for block in old]
        free = set(range(len(old)))
        same: dict[int, int] = {}
        for place, text in enumerate(new):
            own = next((at for at in sorted(free) if shown[at] == squeezed(text)), None)
            if own is not None:
                same[place] = own
                free.discard(own)
        for place, text in enumerate(new):
            if place not in same:
                own = self._nearest(squeezed(text), shown, free)
                if own is not None:
                    same[place] = own
                    free.discard(own)
            yield text, old[same[place]] if place in same else ""

    @staticmethod
    def _nearest(text: str, shown: Sequence[str], free: set[int]) -> int | None:
        shares = {at: SequenceMatcher(None, shown[at], text, autojunk=False).ratio() for at in sorted(free)}
        best = max(shares, key=lambda at: (shares[at], -at), default=None)
        return best if best is not None and shares[best] >= _ALIKE else None

    def _woven(self, before: Filled, after: str) -> Iterator[str]:
        end = 0
        for slot, start in self._kept(before, after):
            yield after[end:start] + slot.source
            end = start + slot.end - slot.start
        yield after[end:]

    def _kept(self, before: Filled, after: str) -> Iterator[tuple[Slot, int]]:
        """The references whose words stand unbroken in the new text, with their new places."""
        same = SequenceMatcher(None, before.text, after, autojunk=False).get_matching_blocks()
        for slot in before.slots:
            for a, b, size in same:
                if a <= slot.start and slot.end <= a + size:
                    start = b + slot.start - a
                    end = start + slot.end - slot.start
                    is_whole = not is_cut(after, start, end, self.reading.market.language)
                    if is_whole and self._means_the_same(slot, before.text, after, start):
                        yield slot, start
                    break

    def _means_the_same(self, slot: Slot, before: str, after: str, start: int) -> bool:
        """Whether the sentence still speaks of the same products and attributes: `137 cm` under another name is not
        that product's width. A name and an address are what they are."""
        if slot.source.endswith(_NAMES):
            return True
        then, now = _sentence(before, slot.start), _sentence(after, start)
        return squeezed(then) == squeezed(now) or self._about(then) == self._about(now)

    def _about(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        known, folded = knowledge(self.reading), fold(text)
        names = frozenset(mention.handle for mention in known.names.mentions(folded))
        return names, frozenset(
            key for _, _, keys in known.binder.naming.words.find(low(folded)) for key in keys
        )


def squeezed(text: str) -> str:
    """A text without the difference between blanks and line ends."""
    return " ".join(text.split())


def _sentence(text: str, at: int) -> str:
    """The sentence or table row around a place."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line = text[start : end if end >= 0 else len(text)]
    if line.lstrip().startswith("|"):
        return line
    for begin, stop in split_sentences(line):
        if begin <= at - start < stop:
            return line[begin:stop]
    return line
