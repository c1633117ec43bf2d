"""What the writer answers, as forms: foreign matter, read strictly and believed in nothing."""

from collections.abc import Mapping
from typing import Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from content.models.forms import object_of
from content.models.model import Json


def _named(value: object) -> object:
    """References are asked for without braces; with them they mean the same."""
    if not isinstance(value, list):
        return [] if value is None else value
    return [each.strip().strip("{}").strip() for each in value if isinstance(each, str)]


class _Said(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, str_strip_whitespace=True)


class Said(_Said):
    """A block of Markdown and what it rests on without showing it."""

    text: Annotated[str, Field(min_length=1)]
    rests_on: Annotated[tuple[str, ...], BeforeValidator(_named), Field(strict=False)] = ()


class Part(_Said):
    """A heading with its blocks."""

    heading: Annotated[str, Field(min_length=2)]
    blocks: Annotated[tuple[Said, ...], Field(min_length=1)]


class Head(_Said):
    """Title, description and the paragraphs before the first heading."""

    title: Annotated[str, Field(min_length=4)]
    description: Annotated[str, Field(min_length=10)]
    opening: Annotated[tuple[Said, ...], Field(min_length=1)]


class Whole(Head):
    """An article in one answer."""

    sections: Annotated[tuple[Part, ...], Field(min_length=1)]


class Piece(_Said):
    """A section of any level; the opening has no heading."""

    heading: str = ""
    blocks: Annotated[tuple[Said, ...], Field(min_length=1)]


class Again(_Said):
    """A part that was sent back; number 0 is the opening and has no heading."""

    number: Annotated[int, Field(ge=0)]
    heading: str = ""
    blocks: tuple[Said, ...] = ()


class Revised(_Said):
    """The parts that were sent back."""

    parts: Annotated[tuple[Again, ...], Field(min_length=1)]
    title: str = ""
    description: str = ""


# --- the same as JSON schemas, in the few words every server understands ---------------------------------------

_TEXT: Final[dict[str, Json]] = {"type": "string"}


def _list(of: Json) -> dict[str, Json]:
    return {"type": "array", "items": of}


_BLOCKS: Final = _list(object_of(text=_TEXT, rests_on=_list(_TEXT)))
_PART: Final = object_of(heading=_TEXT, blocks=_BLOCKS)
HEAD: Final[Mapping[str, Json]] = object_of(title=_TEXT, description=_TEXT, opening=_BLOCKS)
SECTION: Final[Mapping[str, Json]] = _PART
WHOLE: Final[Mapping[str, Json]] = object_of(
    title=_TEXT, description=_TEXT, opening=_BLOCKS, sections=_list(_PART)
)
REVISED: Final[Mapping[str, Json]] = object_of(
    title=_TEXT,
    description=_TEXT,
    parts=_list(object_of(number={"type": "integer"}, heading=_TEXT, blocks=_BLOCKS)),
)
