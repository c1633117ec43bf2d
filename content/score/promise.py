"""What a page promises before it begins, in title, description, keyword and questions, and how far it keeps it.

Another page's body under this title, another title over this body, a text cut off half way, an opening that
speaks of something else: each breaks a promise, whatever its sentences are worth by themselves.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from content.checks.amounts import number_words
from content.checks.blocks import Block
from content.checks.knowledge import knowledge
from content.checks.sense import unit_signs
from content.checks.structure import taken_up
from content.score.text import Text
from seo.language import stems

TITLE_KEPT: Final = 0.3  # share of a title's stems a body about it takes up at least
OPENING_KEPT: Final = 0.3  # the same of the first paragraph, with the keyword's stems
DESCRIBED: Final = 0.4  # share of a description's stems a body that keeps it takes up at least
SPOKEN_OF: Final = (
    0.5  # answers to questions speak of `it`: half kept though the name stands in the title alone
)
QUESTIONS: Final = 3  # answered questions from which a page is one of questions and answers
OPENING_WORDS: Final = 20  # a first paragraph shorter than this opens together with the next


@dataclass
class Promise:
    """Shares between 0 and 1; a page that promises nothing breaks nothing."""

    text: Text

    @cached_property
    def title(self) -> float:
        """Whether the body speaks of what the title says."""
        wanted = self._stems(self.text.reading.blocks[0].text)
        named = self._mentioned(self.text.reading.blocks[0].text)
        taken = len(taken_up(wanted, self._body)) / len(wanted) if wanted else 1.0
        about = len(named & self._named) / len(named) if named else 1.0
        if len(self._answered) >= QUESTIONS:
            about = max(about, SPOKEN_OF)
        return min(1.0, taken / TITLE_KEPT) * about

    @cached_property
    def subject(self) -> float:
        """Whether the product the page is filed under is named in it."""
        page = self._page
        return 1.0 if page is None or page in self._named or page in self._mentioned_in_title else 0.0

    @cached_property
    def opening(self) -> float:
        """Whether the first paragraph speaks of what was asked."""
        opening = self._opening
        wanted = self._stems(f"{self.text.reading.blocks[0].text} {self.text.reading.draft.keyword}")
        taken = len(taken_up(wanted, self._stems(opening))) / len(wanted) if wanted else 0.0
        share = min(1.0, taken / OPENING_KEPT)
        about = self._mentioned_in_title | ({self._page} if self._page else set())
        if not about:
            return share
        return 0.5 * share + 0.5 * bool(self._mentioned(opening) & about)

    @cached_property
    def description(self) -> float:
        """Whether the body holds what the description says it does."""
        told = self.kept(self.text.reading.draft.description)
        return 1.0 if told is None else min(1.0, told / DESCRIBED)

    def kept(self, promised: str) -> float | None:
        """The share of a text's stems that the body takes up; None when it has none."""
        wanted = self._stems(promised)
        return len(taken_up(wanted, self._body)) / len(wanted) if wanted else None

    @cached_property
    def stems(self) -> set[str]:
        """Everything promised."""
        draft = self.text.reading.draft
        texts = (self.text.reading.blocks[0].text, draft.description, draft.keyword, *draft.questions)
        return {stem for text in texts for stem in self._stems(text)}

    @cached_property
    def _opening(self) -> str:
        taken = ""
        for block in self.text.blocks:
            if block.kind == "heading":
                continue
            taken = f"{taken} {block.text}".strip()
            if self.text.length(taken) >= OPENING_WORDS:
                break
        return taken

    @property
    def _page(self) -> str | None:
        reading = self.text.reading
        return reading.ledger.resolve(reading.draft.sku) if reading.draft.sku else None

    @cached_property
    def _body(self) -> set[str]:
        """Stems of what is said. Headings promise too; only on a page of questions each one answered is kept."""
        said = [block for block in self.text.blocks if block.kind != "heading"]
        taken = (*said, *self._answered) if len(self._answered) >= QUESTIONS else said
        return {stem for block in taken for stem in self._stems(block.text)}

    @cached_property
    def _answered(self) -> list[Block]:
        """Headings that ask, with something below them."""
        return [
            block
            for block, below in pairwise(self.text.blocks)
            if block.kind == "heading" and _asks(block) and below.kind != "heading"
        ]

    @cached_property
    def _named(self) -> set[str]:
        return {handle for block in self.text.blocks for handle in self._mentioned(block.text)}

    @cached_property
    def _mentioned_in_title(self) -> set[str]:
        return self._mentioned(self.text.reading.blocks[0].text)

    def _mentioned(self, text: str) -> set[str]:
        return {mention.handle for mention in knowledge(self.text.reading).names.mentions(text)}

    def _stems(self, text: str) -> set[str]:
        """Stems without numbers and signs of units: `two`, 28 cm and 280 mm promise nothing by themselves."""
        found = stems(text, self.text.language)
        return {stem for stem in found if stem not in self._counting and not stem[0].isdecimal()}

    @cached_property
    def _counting(self) -> set[str]:
        language = self.text.language
        numbers = (stem for word in number_words(language) for stem in stems(word, language))
        return {*unit_signs(language), *numbers}


def _asks(block: Block) -> bool:
    return block.text.rstrip().endswith(("?", "؟", "か"))
