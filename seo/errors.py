"""What can go wrong while listening, cut by what the caller must do.

* SeoError
  x InputError         the file cannot be read as it is: name the file, the line, the cure
  x SourceDown         try again in a minute
"""


class SeoError(Exception):
    """Root of the errors of `seo/`."""


class InputError(SeoError):
    """A file of the user's cannot be read; the message is one line: what, where, how to cure."""


class SourceDown(SeoError):
    """Try again in a minute."""
