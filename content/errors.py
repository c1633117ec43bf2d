"""What can go wrong between a topic and a page, cut by what the caller must do.

* ContentError
  x ShopError          the shop folder is not right: one line, what, where, how to cure (exit 2)
  x LedgerGap          a fact is missing: hold, name the product and the column
  x DraftError         a text cannot be read as a draft
  x Sameness           the page would repeat another: hold, name the other
  x PublishRefused     hold, keep the page that is there
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
