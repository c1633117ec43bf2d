"""The brief: one page that says for whom an article is, what it answers and with what, and what it must not say.

Code makes it from the plan, the ledger and the dossier; a model may sharpen it; a person may change every line. Whoever
writes is given nothing but what stands in it.
"""

from dataclasses import dataclass
from typing import Literal

from content.records import PlannedLink

Shape = Literal["answer", "guide", "comparison", "care sheet", "size guide"]
"""What kind of page answers the question; each has its own opening, order and length."""

Form = Literal["prose", "list", "steps", "table", "questions"]
"""How a section speaks."""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the article: the questions it answers, and all it may say it with."""

    heading: str  # in the article's language; a suggestion
    purpose: str = ""  # what a reader has of it, in one line
    questions: tuple[str, ...] = ()  # customers' own words
    facts: tuple[str, ...] = ()  # `handle.key`, or a claim over several (content/reliance.py)
    evidence: tuple[str, ...] = ()  # `advice.<id>`, `evidence.<id>`
    quotes: tuple[str, ...] = ()  # Quote.id of the dossier
    form: Form = "prose"

    @property
    def is_ours(self) -> bool:
        """Whether anything of this shop is in it: a section of web quotes alone is not written."""
        return bool(self.facts or self.evidence or self.questions)


@dataclass(frozen=True, slots=True)
class Barred:
    """Something the article must not say, and why: nobody has stated it, it is not so, a law."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class LinkIn:
    """A suggestion for a page that should lead here: which page, a sentence for it, the words to link."""

    url: str
    sentence: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Brief:
    """What the writer works from."""

    key: str  # of the article
    week: str
    locale: str
    reader: str  # who asks, and where they stand
    question: str  # in the customer's words
    promise: str  # what they know or can do afterwards
    shape: Shape
    sections: tuple[Section, ...]
    titles: tuple[str, ...] = ()  # candidates, the best first; may hold references
    keyword: str = ""
    never: tuple[Barred, ...] = ()
    target: PlannedLink | None = None  # the one category or product page it leads to
    links_out: tuple[PlannedLink, ...] = ()
    links_in: tuple[LinkIn, ...] = ()
    chances: tuple[str, ...] = ()  # questions no page answers well
    picture: str = (
        ""  # the table or picture that would help: `table width price`, `chart light_blocked`, else words
    )
    by: str = "code"  # `code`, `model:<name>`, `person:<name>`
    version: int = 1

    @property
    def language(self) -> str:
        """Of the article."""
        return self.locale.split("-")[0]

    @property
    def is_of_a_person(self) -> bool:
        """Whether a person has changed it: then nobody else does."""
        return self.by.startswith("person:")
