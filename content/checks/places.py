"""A number where it stands: its sentence, whom that is about, and the numbers beside it."""

from dataclasses import dataclass, replace

from content.checks.amounts import Amount
from content.checks.reading import Sentence
from content.checks.subjects import Subject
from content.checks.whose import clause


@dataclass(frozen=True, slots=True)
class Place:
    """A number in its sentence, as everything that asks whose and what it is sees it."""

    amount: Amount
    sentence: Sentence
    subject: Subject
    beside: list[Amount]  # all of its sentence, itself among them

    @property
    def text(self) -> str:
        """The sentence, folded, in small letters."""
        return self.sentence.low

    @property
    def clause(self) -> tuple[int, int]:
        """Where the number's clause begins and ends in the text."""
        return clause(self.text, self.amount.start, self.amount.end)

    @property
    def is_in_row(self) -> bool:
        """Whether it stands in a table's cell."""
        return self.sentence.block.kind == "row"

    @property
    def alike(self) -> list[Amount]:
        """The sentence's other numbers of its dimension."""
        return [a for a in self.beside if a is not self.amount and a.dimension == self.amount.dimension]

    @property
    def has_name(self) -> bool:
        """Whether a product that the sentence is about is named in its clause."""
        start, end = self.clause
        return any(start <= mention.start < end for mention in self.subject.mentions)

    @property
    def is_behind_name(self) -> bool:
        """Whether the number's clause names its product in front of it: "the Velum is rated for 60 hours"."""
        start, _ = self.clause
        return any(start <= mention.start < self.amount.start for mention in self.subject.mentions)

    def of(self, other: Amount) -> "Place":
        """Where another number of the sentence stands."""
        return replace(self, amount=other)
