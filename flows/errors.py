"""What the command line tells by its exit code.

* WrongUse      2: one line, what and how to cure
* NotFinished   3: run again
"""


class WrongUse(Exception):
    """The command or its input is not right; the message is one line with the cure."""


class NotFinished(Exception):
    """The week could not be finished now; running again goes on where it was."""
