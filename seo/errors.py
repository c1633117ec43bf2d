"""What can go wrong while listening, cut by what the caller must do.

* SeoError
  x InputError         the file cannot be read as it is: name the file, the line, the cure
  x SettingMissing     say which line of which file to fill
  x SourceDown         try again in a minute
  x SourceRefused      leave it alone until `until`
  x SourceChanged      its answer no longer has the documented shape: report it, the rest goes on
"""

from datetime import datetime


class SeoError(Exception):
    """Root of the errors of `seo/`."""


class InputError(SeoError):
    """A file of the user's cannot be read; the message is one line: what, where, how to cure."""


class SettingMissing(SeoError):
    """A key or an address is not set; the message says where to set it."""


class SourceDown(SeoError):
    """Try again in a minute."""


class SourceRefused(SeoError):
    """We are not wanted there: robots.txt, 401, 403, 429, a captcha, an address that is not public."""

    def __init__(self, message: str, until: datetime | None = None) -> None:
        super().__init__(message)
        self.until = until
        """Aware UTC: not to be asked again before. None: until the cause is cured."""


class SourceChanged(SeoError):
    """An answer has not the shape it is documented to have."""
