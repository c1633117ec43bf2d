"""What can go wrong while listening, cut by what the caller must do.

* SeoError
  x SettingMissing     say which line of which file to fill
  x InputError         the file cannot be read as it is: name the file, the line, the cure
  x SourceError
    + SourceDown       try again in a minute
    + SourceRefused    leave it alone for now
    + SourceChanged    its answer no longer parses: report it, the rest of the week goes on
"""


class SeoError(Exception):
    """Root of the errors of `seo/`."""


class SettingMissing(SeoError):
    """A setting is not there; the message names the line and the file."""


class InputError(SeoError):
    """A file of the user's cannot be read; the message is one line: what, where, how to cure."""


class SourceError(SeoError):
    """A signal source failed."""


class SourceDown(SourceError):
    """Try again in a minute."""


class SourceRefused(SourceError):
    """It said no: leave it alone."""


class SourceChanged(SourceError):
    """Its answer no longer parses."""
