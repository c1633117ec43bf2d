"""What kind of page answers a topic, and the order in which its reader needs the sections."""

from collections.abc import Mapping

from content.briefs.brief import Shape
from content.plan.concepts import CHOOSE, SHOP_ASPECTS
from content.records import Assignment
from content.writing.assembler import FEW_QUESTIONS
from seo.records import Intent

CARE = frozenset({"care", "cleaning"})
KINDS: Mapping[Shape, str] = {
    "answer": "answer",
    "guide": "guide",
    "comparison": "comparison",
    "care sheet": "care",
    "size guide": "size",
}
"""The shape's name in the phrase books."""

ORDER: Mapping[Shape, tuple[str, ...]] = {
    "answer": ("opening", "routes", "howto", "limits", "table", "details", "experience", "questions"),
    "guide": ("opening", "howto", "picks", "table", "details", "experience", "limits", "questions"),
    "comparison": ("opening", "picks", "table", "howto", "limits", "experience", "questions"),
    "care sheet": ("opening", "howto", "table", "details", "limits", "experience", "questions"),
    "size guide": ("opening", "howto", "sizes", "table", "details", "experience", "limits", "questions"),
}
"""The sections a shape can have; those with nothing of the shop's own are left out."""

LEAST_NEEDED = ("details", "limits", "picks", "experience", "table", "sizes", "howto")
"""Which goes first when there are too many."""


def shape_of(assignment: Assignment) -> Shape:
    """By what is asked and why: washing is a care sheet, measuring a size guide, choosing a comparison."""
    aspect = assignment.aspect
    if aspect in CARE:
        return "care sheet"
    if aspect == "size":
        return "size guide"
    if aspect == CHOOSE:
        return "comparison"
    if aspect in SHOP_ASPECTS or len(assignment.topic.questions) < FEW_QUESTIONS:
        return "answer"
    is_buying = assignment.topic.intent in (Intent.COMMERCIAL, Intent.TRANSACTIONAL)
    return "comparison" if is_buying and len(assignment.handles) > 1 else "guide"
