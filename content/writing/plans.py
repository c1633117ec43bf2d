"""Which blocks which aspect needs, as a table."""

from collections.abc import Sequence

from content.writing.blocks import advice, depends, drawbacks, table
from content.writing.experience import measurement, note, returned
from content.writing.page import Builder
from content.writing.picks import picks
from content.writing.questions import questions
from content.writing.service import delivery

# What each aspect needs, the most useful first; the assembler takes the two to four with something to say.
PLANS: dict[str, Sequence[Builder]] = {
    "size": (advice, table, questions, returned, note),
    "cut": (advice, note, questions, depends),
    "care": (advice, table, questions, drawbacks, note),
    "light": (measurement, advice, table, questions),
    "warmth": (advice, measurement, table, questions, note),
    "comfort": (advice, depends, questions, table),
    "delivery": (delivery, advice, questions),
    "returns": (advice, returned, questions),
    "choose": (advice, picks, table, depends, drawbacks, questions),
}
OTHERWISE: Sequence[Builder] = (advice, picks, table, depends, measurement, note, questions)
