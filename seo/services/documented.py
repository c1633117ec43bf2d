"""An answer read in the shape it is documented to have, and no other. What a service says is foreign matter."""

from typing import Annotated, Final, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from seo.errors import SourceChanged, SourceRefused
from seo.web.answers import Answer

Count = Annotated[float, Field(ge=0, le=1e15)]  # APIs write counts as 12 and as 12.0
_PAGE: Final = (b"<!doctype", b"<html", b"<head", b"<body", b"<!--", b"<script")


class Said(BaseModel):
    """A part of an answer: further fields are let pass, and what it holds never stands in an error."""

    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True, allow_inf_nan=False)


Shape = TypeVar("Shape", bound=Said)


def documented(shape: type[Shape], answer: Answer, name: str) -> Shape:
    """The answer as `shape`. SourceRefused for a web page in its place (a captcha comes with 200), SourceChanged
    for anything else; neither message repeats what was said.
    """
    if is_page(answer.body):
        raise SourceRefused(
            f"{name!r} showed a web page instead of data: a captcha, a consent or a login. "
            "Leave it alone for a day; if it stays, see its terms."
        )
    try:
        return shape.model_validate_json(answer.body)
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"]) or "the whole answer"
    raise SourceChanged(
        f"{name!r} no longer answers as documented ({where}). The rest of the week goes on; report it."
    )


def is_page(body: bytes) -> bool:
    """Whether a web page came."""
    return body[:400].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGE)
