"""What a page promises before it begins, in title, description, keyword and questions, and how far it keeps it.

Another page's body under this title, another title over this body, an answer taken away, a text cut off half way: each
breaks a promise, whatever its sentences are worth by themselves.

The steps below lie between what the honest articles of 34 shops keep (`tests/data/unread`, `tests/data/shops`) and what
they keep with another article's body or title.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from content.checks.amounts import number_words
from content.checks.knowledge import knowledge
from content.checks.leads import answered, is_title, lead
from content.checks.sense import unit_signs
from content.checks.structure import taken_up
from content.checks.view import fold, low
from content.score.text import Text
from seo.language import stems

TITLE: Final = (0.1, 0.35)
"""Share of a title's stems found in the text and in the rest of the head: at the first it is another page's."""

BODY: Final = (0.22, 0.42)  # the same of everything promised, found in the text
OPENING_KEPT: Final = (
    0.3  # share of the stems of title and keyword that an opening about them takes up at least
)
MAIN: Final = 0.25  # of the statements about the product most is said of, from which a page is about one too
NAMED: Final = 0.5  # a product of the title the text names in passing
QUESTIONS: Final = 3  # answered questions from which a page is one of questions and answers


@dataclass
class Promise:
    """Shares between 0 and 1; a page that promises nothing breaks nothing."""

    text: Text

    @cached_property
    def title(self) -> float:
        """Whether the text and the rest of the head speak of what the title says."""
        wanted = self._stems(self._title)
        places = [self._body, self._head] if self._head else [self._body]
        shares = [len(taken_up(wanted, place)) / len(wanted) for place in places] if wanted else [1.0]
        return _step(sum(shares) / len(shares), TITLE) * self._about

    @cached_property
    def body(self) -> float:
        """Whether the text takes up what title, description, keyword and questions say it does."""
        kept = len(taken_up(self.stems, self._body)) / len(self.stems) if self.stems else 1.0
        return _step(kept, BODY)

    @cached_property
    def subject(self) -> float:
        """Whether the text is about the product the page is filed under, by what it states or, where that is nothing,
        by name; else the share of the products of description, keyword and questions that it speaks of."""
        about = self._main or self._named | self._mentioned_in_title
        if self._page is not None and self._page not in about:
            return 0.0
        told = self._mentioned("\n".join(self._described)) - self._mentioned_in_title
        return len(told & (self._named | set(self.text.grounding.owners))) / len(told) if told else 1.0

    @cached_property
    def lead(self) -> bool:
        """Whether something is said before the first heading, list or table."""
        return bool(lead(self.text.reading))

    @cached_property
    def opening(self) -> float:
        """Whether what is said first speaks of what the title and the keyword ask."""
        opening = lead(self.text.reading)
        wanted = self._of([self._title, self.text.reading.draft.keyword])
        found = taken_up(wanted, self._stems(opening)) | self._otherwise_said(opening) & wanted
        share = min(1.0, len(found) / len(wanted) / OPENING_KEPT) if wanted else 0.0
        about = self._mentioned_in_title | ({self._page} if self._page else set())
        return 0.5 * share + 0.5 * bool(self._mentioned(opening) & about) if about else share

    def _otherwise_said(self, opening: str) -> set[str]:
        """Stems of the title's words for an attribute that the opening has another word for: who asks to `recouper` is
        told of `raccourcir`."""
        said = {key for _, _, keys in self._attributes(opening) for key in keys}
        head = low(fold(f"{self._title} {self.text.reading.draft.keyword}"))
        return self._of(head[start:end] for start, end, keys in self._attributes(head) if keys & said)

    def _attributes(self, text: str) -> list[tuple[int, int, frozenset[str]]]:
        return knowledge(self.text.reading).binder.naming.words.find(low(fold(text)))

    def kept(self, promised: str) -> float | None:
        """The share of a text's stems that the body takes up; None when it has none."""
        wanted = self._stems(promised)
        return len(taken_up(wanted, self._body)) / len(wanted) if wanted else None

    @cached_property
    def stems(self) -> set[str]:
        """Everything promised."""
        return self._of([self._title, *self._described])

    @property
    def _title(self) -> str:
        return self.text.reading.blocks[0].text

    @property
    def _described(self) -> tuple[str, ...]:
        """What stands at the head beside the title; the description as it is read, its references filled in."""
        reading = self.text.reading
        described = (block.text for block in reading.blocks if block.kind == "description")
        return (*described, *(fold(text) for text in (reading.draft.keyword, *reading.draft.questions)))

    @cached_property
    def _head(self) -> set[str]:
        """Stems of what stands at the head beside the title."""
        return self._of([*self._described, *(block.text for block in self.text.blocks if is_title(block))])

    @property
    def _page(self) -> str | None:
        reading = self.text.reading
        return reading.ledger.resolve(reading.draft.sku) if reading.draft.sku else None

    @cached_property
    def _body(self) -> set[str]:
        """Stems of what is said, and the whole names of the products it is about. Headings promise too; only on a page
        of questions each one answered is kept."""
        ledger, language = self.text.reading.ledger, self.text.language
        said = [block.text for block in self.text.blocks if block.kind != "heading"]
        asked = [block.text for block in answered(self.text.blocks)]
        over = asked if len(asked) >= QUESTIONS else []
        return self._of(
            [*said, *over, *(fold(ledger.name(handle, language)) for handle in sorted(self._main))]
        )

    @cached_property
    def _about(self) -> float:
        """The share of the title's products that the text is about, by facts or, where it rests on none, by name."""
        titled = self._mentioned_in_title
        if not titled:
            return 1.0
        named = self._named if not self._main else set()
        weights = (
            1.0 if handle in self._main | named else NAMED * (handle in self._named) for handle in titled
        )
        return sum(weights) / len(titled)

    @cached_property
    def _main(self) -> set[str]:
        """Products the text is about: true things are said of them, if only as `it`."""
        told = self.text.grounding.owners
        return {handle for handle, times in told.items() if times >= MAIN * max(told.values())}

    @cached_property
    def _named(self) -> set[str]:
        return {handle for block in self.text.blocks for handle in self._mentioned(block.text)}

    @cached_property
    def _mentioned_in_title(self) -> set[str]:
        return self._mentioned(self._title)

    def _mentioned(self, text: str) -> set[str]:
        return {mention.handle for mention in knowledge(self.text.reading).names.mentions(text)}

    def _of(self, texts: Iterable[str]) -> set[str]:
        return {stem for text in texts for stem in self._stems(text)}

    def _stems(self, text: str) -> set[str]:
        """Stems without numbers and signs of units: `two`, 28 cm and 280 mm promise nothing by themselves."""
        found = stems(text, self.text.language)
        return {stem for stem in found if stem not in self._counting and not stem[0].isdecimal()}

    @cached_property
    def _counting(self) -> set[str]:
        language = self.text.language
        numbers = (stem for word in number_words(language) for stem in stems(word, language))
        return {*unit_signs(language), *numbers}


def _step(share: float, between: tuple[float, float]) -> float:
    """0 up to the first share, 1 from the second on."""
    least, most = between
    return min(1.0, max(0.0, (share - least) / (most - least)))
