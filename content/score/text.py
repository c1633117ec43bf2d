"""A text as the score counts it: words, sentences, stems, what rests on facts; each counted once."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from content.checks.blocks import Block
from content.checks.grounding import Grounding, ground
from content.checks.reading import Reading, words
from content.checks.sense import Order, order
from content.checks.view import low
from seo.language import stems

FEW_WORDS: Final = 20  # below this there is no page
LETTERS_JA: Final = 2.2  # letters to a word where no blanks stand between them
SENTENCE: Final = 4.0  # words from which a sentence said twice is no formula
LONGEST_PAIR: Final = (
    4  # letters up to which the same word twice may be right: `nous nous`, `had had`, `sie sie`
)
_SEPARATORS: Final = str.maketrans("٫٬", ".,")  # an Arabic fraction is one word too
PROSE: Final = frozenset({"paragraph", "item", "quote"})


@dataclass
class Text:
    """Counts over the body of a draft; Japanese letters stand in for words."""

    reading: Reading

    @property
    def language(self) -> str:
        """The market's."""
        return self.reading.market.language

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """What a reader reads: the body without code."""
        return tuple(block for block in self.reading.body if block.kind != "code")

    @cached_property
    def tokens(self) -> list[str]:
        """Words of the body in small letters; of Japanese its letters by twos."""
        return self.tokens_of("\n".join(block.view.low for block in self.blocks))

    def tokens_of(self, text: str) -> list[str]:
        """Words of a folded text in small letters; of Japanese its letters by twos."""
        if self.language == "ja":
            letters = "".join(words(text))
            return [letters[at : at + 2] for at in range(0, len(letters) - 1, 2)]
        return list(words(text.translate(_SEPARATORS)))

    def length(self, text: str) -> float:
        """How many words a folded text has."""
        if self.language == "ja":
            return len(text) / LETTERS_JA
        return float(len(list(words(text.translate(_SEPARATORS)))))

    @cached_property
    def size(self) -> float:
        """Words of the body."""
        return float(len(self.tokens)) * (2 / LETTERS_JA if self.language == "ja" else 1.0)

    @cached_property
    def sentences(self) -> list[str]:
        """Sentences of prose, folded, headings and table cells left out."""
        return [sentence.text for sentence in self.reading.sentences if sentence.block.kind in PROSE]

    @cached_property
    def said_twice(self) -> float:
        """The share of words in sentences and table rows that stand above already, word for word."""
        seen: set[str] = set()
        again = total = 0.0
        rows = [block.text for block in self.blocks if block.kind == "row"]
        for sentence in (*self.sentences, *rows):
            words_ = self.length(sentence)
            total += words_
            if words_ >= SENTENCE and (same := low(" ".join(sentence.split()))) in seen:
                again += words_
            elif words_ >= SENTENCE:
                seen.add(same)
        return again / total if total else 0.0

    @cached_property
    def doubled(self) -> int:
        """Words written twice in a row; French and German have pairs that are right (`nous nous`, `die die`)."""
        if self.language == "ja":
            return 0
        return sum(
            one == two and len(one) > LONGEST_PAIR
            for sentence in self.sentences
            for one, two in pairwise(words(low(sentence)))
        )

    @cached_property
    def stems(self) -> list[str]:
        """Stems of the content words of the body."""
        return [stem for block in self.blocks for stem in stems(block.text, self.language)]

    @cached_property
    def order(self) -> Order:
        """How many small words stand where their language has none."""
        return order(self.sentences, self.language)

    @cached_property
    def grounding(self) -> Grounding:
        """How much rests on facts."""
        return ground(self.reading)
