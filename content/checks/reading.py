"""A draft made ready for the checks: its blocks, its sentences, the ledger it is held against."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Final

from content.checks.blocks import Block, Rendered, body_at, cut
from content.checks.view import fold, low
from content.dossier import Dossier
from content.errors import DraftError, LedgerGap
from content.ledger.ledger import Ledger
from content.records import Draft, Finding, Proof, Severity
from content.rendering import render
from seo.records import Market, Page

_END: Final = re.compile(r"[.!?؟…]+[\"')»”\]]*(?=\s|$)|[。!?！？]+[」』)）]?|\n{2,}")
_SHORT: Final = re.compile(
    r"(?:\b(?:ca|z\. ?b|d\. ?h|u\. ?a|bzw|nr|inkl|max|min|evtl|ggf|usw|approx|e\.g|i\.e|etc|vs|mr|mrs"
    r"|ms|dr|st|p\. ?ej|ej|aprox|núm|sr|sra|env|cf|p\. ?ex|ex|art|fig|abb|tel|std|sek|mind|zzgl|exkl|vol"
    r"|pulg|seg|fl|oz)"
    r"|(?<![°\d])(?<![°\d]\s)\b[a-z]|^\s*\d{1,3}|(?<!\w)[درج])\.$",
    re.IGNORECASE,
)
_MODEL: Final = re.compile(
    r"(?:[A-ZÀ-Ý][\w-]+|(?i:sizes?|größen?|tailles?|tallas?)|[\u0621-\u064a]+) [A-Z]\.$"
)  # "… so hoch wie der Brook S. Das Kabel …", "… in size M. It …"
FAR: Final = 200_000  # letters, some 30,000 words
_NO_PLACE: Final = (0, 0)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a folded text stand; `ca.` and `3.` end none."""
    found, start = [], 0
    for match in _END.finditer(text):
        if (
            match.group().startswith(".")
            and _SHORT.search(text, start, match.start() + 1)
            and match.end() < len(text)
            and not _MODEL.search(text, start, match.start() + 1)
        ):
            continue
        if text[start : match.end()].strip():
            found.append(_trimmed(text, start, match.end()))
        start = match.end()
    if text[start:].strip():
        found.append(_trimmed(text, start, len(text)))
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    inner = text[start:end].strip()
    begin = start + text[start:end].index(inner)
    return begin, begin + len(inner)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, a cell or a heading: a stretch of a block."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """Folded words."""
        return self.block.view.text[self.start : self.end]

    @property
    def low(self) -> str:
        """Folded words in small letters."""
        return self.block.view.low[self.start : self.end]

    @property
    def rendered(self) -> tuple[Rendered, ...]:
        """References in it, places counted from its own start."""
        return tuple(
            Rendered(found.source, found.start - self.start, found.end - self.start)
            for found in self.block.rendered
            if self.start <= found.start and found.end <= self.end
        )

    @property
    def is_question(self) -> bool:
        """Whether somebody asks rather than states."""
        return self.low.rstrip("\"')»”」』 ").endswith(("?", "؟", "か", "か。"))


@dataclass(frozen=True)  # no slots: cached properties need a dictionary
class Reading:
    """What a check reads: the draft, the truth, and the pages it must not repeat."""

    draft: Draft
    ledger: Ledger
    market: Market
    on: date | None = None
    others: Sequence[Draft] = ()
    pages: Sequence[Page] = ()
    dossier: Dossier = field(default_factory=Dossier)
    concepts: frozenset[str] | None = (
        None  # of the articles of this language; None: nobody says which there are
    )
    kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What one check worked out and others read as well (knowledge.py). Any: each knows its own."""

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """What a reader sees, title first."""
        return tuple(cut(self.draft, self.words_of, split_sentences))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences; of a table its cells."""
        return tuple(Sentence(block, *place) for block in self.blocks for place in block.sentences)

    @cached_property
    def statements(self) -> tuple[Sentence, ...]:
        """The sentences the page itself asserts: no questions, no quotations of a reader's words, no code."""
        asked = {_bare(question) for question in self.draft.questions}
        return tuple(
            sentence
            for sentence in self.sentences
            if sentence.block.kind not in {"quote", "code"}
            and not sentence.is_question
            and _bare(sentence.text) not in asked
        )

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """The blocks without title and description."""
        return tuple(block for block in self.blocks if block.kind not in {"title", "description"})

    @cached_property
    def near(self) -> tuple[Block, ...]:
        """The blocks that begin in the first 200,000 letters: all of any article. What lies beyond is held
        against the ledger, but not weighed for language and originality; `structure.long` says so."""
        return tuple(block for block in self.blocks if block.view.starts[:1] < (FAR,))

    @property
    def near_sentences(self) -> Iterator[Sentence]:
        """The sentences of `near`."""
        return (Sentence(block, *place) for block in self.near for place in block.sentences)

    @property
    def near_body(self) -> str:
        """The body as far as `near` reaches."""
        return self.draft.body[:FAR]

    def words_of(self, reference: str) -> str | None:
        """A reference as it will be read in this market; None when it has no value here."""
        try:
            return render(reference, self.ledger, self.market, "plain", self.on)
        except (LedgerGap, DraftError):
            return None

    def finding(
        self, rule: str, block: Block, start: int, end: int, cure: str, proof: Proof | None = None
    ) -> Finding:
        """A finding on `block.view.text[start:end]`; severity and cap are the rules table's
        (`__init__.py`)."""
        span = self.span(block, start, end)
        own = slice(*block.view.span(start, end))
        quote = self.draft.description[own] if self._is_outside(block) else self.quote(span)
        return Finding(rule, Severity.NOTE, span, quote, proof or Proof(), cure)

    def span(self, block: Block, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of a block stands in the source; nowhere, for a description beside the text."""
        return _NO_PLACE if self._is_outside(block) else block.view.span(start, end)

    def body_finding(self, rule: str, start: int, end: int, cure: str, proof: Proof | None = None) -> Finding:
        """A finding on `draft.body[start:end]`, seen by a reader or not (footnotes, markup)."""
        at = body_at(self.draft)
        quote = self.draft.body[start:end]
        return Finding(rule, Severity.NOTE, (at + start, at + end), quote, proof or Proof(), cure)

    def page_finding(self, rule: str, cure: str, value: str = "") -> Finding:
        """A finding on what stands in no sentence: front matter, or something that is not there at all."""
        return Finding(rule, Severity.NOTE, _NO_PLACE, "", Proof(value=value), cure)

    def quote(self, span: tuple[int, int]) -> str:
        """The source between two code points."""
        for text, at in self._regions:
            if at <= span[0] < at + len(text) or span[0] == span[1] == at:
                return text[span[0] - at : span[1] - at]
        return ""

    def _is_outside(self, block: Block) -> bool:
        return block.kind == "description" and self.draft.description_at is None

    @cached_property
    def _regions(self) -> tuple[tuple[str, int], ...]:
        draft = self.draft
        inside = [(draft.title, draft.title_at), (draft.body, body_at(draft))]
        if draft.description_at is not None:
            inside.append((draft.description, draft.description_at))
        return tuple(sorted(inside, key=lambda region: (region[1], -len(region[0]))))


def _bare(text: str) -> str:
    """A question without the marks around it, for comparing."""
    return low(fold(text)).strip(" \"'«»“”„「」『』?؟!.。¿¡*")


def words(text: str) -> Iterator[str]:
    """Words of a folded text in small letters; Japanese in runs of one script."""
    yield from _WORD.findall(text)


def size_of(text: str, language: str) -> float:
    """How many words a folded text has; Japanese letters are counted and divided."""
    return len(text) / LETTERS_A_WORD_JA if language == "ja" else float(len(_WORD.findall(text)))


LETTERS_A_WORD_JA: Final = 2.2  # where no blanks stand between words
_WORD: Final = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
