"""What can go wrong between a topic and a page, cut by what the caller must do.

* ContentError
  x ShopError          the shop folder is not right: one line, what, where, how to cure (exit 2)
  x LedgerGap          a fact is missing: hold, name the product and the column
  x DraftError         a text cannot be read as a draft
  x Sameness           the page would repeat another: hold, name the other
  x PublishRefused     hold, keep the page that is there
  x PublishDown        the target cannot be reached now and nothing was written: again in a minute
  x PublishUnknown     a write whose answer was lost: look for what became of it before writing again
  x PublishConflict    a person's edit, or somebody else's page: show it, never overwrite
  x ModelSilent        no answer: what it would have measured is not measured
    x ModelGarbled     an answer nobody can read: ask again, then treat as silence
  x JudgeRefused       this model may not judge: say why and what to do (exit 2)
"""


class ContentError(Exception):
    """Root of the errors of `content/`."""


class ShopError(ContentError):
    """The shop folder is not right; the message is one line: what, where, how to cure."""


class LedgerGap(ContentError):
    """A reference has no fact behind it in this market and language."""


class DraftError(ContentError):
    """A text cannot be read as a draft."""


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


class ModelSilent(ContentError):
    """A model could not be reached, or said nothing."""


class ModelGarbled(ModelSilent):
    """A model's answer is not what was asked for."""


class JudgeRefused(ContentError):
    """No judge is named, it is the writer, or it has not passed the admission test."""
