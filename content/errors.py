"""What can go wrong between a topic and a page, cut by what the caller must do.

* ContentError
  x ShopError          the shop folder is not right: one line, what, where, how to cure (exit 2)
  x LedgerGap          a fact is missing: hold, name the product and the column
  x DraftError         a text cannot be read as a draft
  x BriefError         a brief a person changed cannot be read: which line, what, how to cure (exit 2)
  x Sameness           the page would repeat another: hold, name the other
  x PublishRefused     hold, keep the page that is there
  x PublishDown        the target cannot be reached now and nothing was written: again in a minute
  x PublishUnknown     a write whose answer was lost: look for what became of it before writing again
  x PublishConflict    a person's edit, or somebody else's page: show it, never overwrite
  x ModelError         no usable answer: what it would have said or measured is not there
    + ModelDown        try again in a minute
    + ModelRefused     hold for a person, with its words
    + ModelUnreadable  ask again, then hold: empty, cut short, no JSON, another shape, another language
    + ModelBarred      the key, the address or the model's name is wrong: say what to set, ask nothing more
    + PromptTooLong    ask for less at once
    + LimitReached     the article's or the week's limit: stop, keep what is done
  x JudgeRefused       this model may not judge: say why and what to do (exit 2)
"""

from typing import Literal


class ContentError(Exception):
    """Root of the errors of `content/`."""


class ShopError(ContentError):
    """The shop folder is not right; the message is one line: what, where, how to cure."""


class LedgerGap(ContentError):
    """A reference has no fact behind it in this market and language."""


class DraftError(ContentError):
    """A text cannot be read as a draft."""


class BriefError(ContentError):
    """A brief names what is not there, or its page has lost its form; the message begins with the line's number."""


class Sameness(ContentError):
    """A page that would repeat one the site has already."""


class PublishRefused(ContentError):
    """The target did not take the page; what was there before still stands."""


class PublishDown(ContentError):
    """The target could not be reached, or asked to be left alone; nothing was written."""


class PublishUnknown(ContentError):
    """The answer to a write was lost: it may have been done."""


class PublishConflict(ContentError):
    """A person changed or removed the page, or another stands in its place. `diff` shows both texts."""

    def __init__(self, message: str, diff: str = "") -> None:
        super().__init__(message)
        self.diff = diff


class ModelError(ContentError):
    """A model gave nothing that can be used."""


class ModelDown(ModelError):
    """It did not answer, or asked to be left alone for a moment: try again in a minute."""

    def __init__(self, message: str, *, retry_after_s: float | None = None, is_lost: bool = False) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s
        """What it asked for itself; None: it named no time."""
        self.is_lost = is_lost
        """The request went out and nothing came back: it may be on the bill all the same."""


class ModelRefused(ModelError):
    """It will not answer this: hold for a person, with its words."""


Fault = Literal["empty", "truncated", "garbled", "shape", "language"]


class ModelUnreadable(ModelError):
    """An answer came and is not what was asked for."""

    def __init__(self, message: str, fault: Fault = "garbled") -> None:
        super().__init__(message)
        self.fault: Fault = fault


class ModelBarred(ModelError):
    """The endpoint does not take us as we are set up; the message says what to set."""


class PromptTooLong(ModelError):
    """More than the model's context holds."""


class LimitReached(ModelError):
    """One more call could go past a limit the shop has set; it was not sent."""


class JudgeRefused(ContentError):
    """No judge is named, it is the writer, or it has not passed the admission test."""
