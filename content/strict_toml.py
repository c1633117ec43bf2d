"""Reads the shop's own TOML files: every key is known, a mistake is one line naming file, key and cure."""

import difflib
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from content.errors import ShopError

Model = TypeVar("Model", bound=BaseModel)

SAID = {  # pydantic's words for the commonest mistakes, in ours
    "missing": "is missing: add it",
    "string_type": "must be text in quotes",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "bool_type": "must be true or false",
    "list_type": "must be a list in square brackets",
    "tuple_type": "must be a list in square brackets",
    "dict_type": "must be a table",
    "model_type": "must be a table",
    "date_type": "must be a day such as 2026-11-22",
}


def read_toml(path: Path, model: type[Model]) -> Model:
    """Read one of the shop's own files into its model; raise ShopError with the first mistake in one line."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise ShopError(f"{path.name} is missing in {path.parent}: `acreage init DIR` writes one.") from error
    except UnicodeDecodeError as error:
        raise ShopError(f"{path.name} is not UTF-8: save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise ShopError(f"{path.name} is not valid TOML: {error}.") from error
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise ShopError(f"{path.name}: {_first_mistake(error, model)}") from error


def nearest(word: str, known: Sequence[str]) -> str:
    """`; did you mean 'currency'?` when a known word is close, else an empty text."""
    close = difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    return f"; did you mean {close[0]!r}?" if close else ""


def _first_mistake(error: ValidationError, model: type[BaseModel]) -> str:
    mistakes = error.errors(include_url=False)
    mistake = min(mistakes, key=lambda found: found["type"] != "extra_forbidden")  # typos first
    key = _written(mistake["loc"])
    if mistake["type"] == "extra_forbidden":
        known = _fields_at(model, mistake["loc"][:-1])
        hint = nearest(str(mistake["loc"][-1]), known) or f" (known: {', '.join(known)})"
        return f"key {key!r} is not known{hint}"
    if mistake["type"] in SAID:
        return f"key {key!r} {SAID[mistake['type']]}"
    said = mistake["msg"].removeprefix("Value error, ")
    return f"key {key!r}: {said}" if key else said


def _written(location: tuple[int | str, ...]) -> str:
    """`("markets", 0, "locale")` as a person finds it: `markets.1.locale`; lists count from one."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in location)


def _fields_at(model: type[BaseModel], location: tuple[int | str, ...]) -> list[str]:
    """The keys a table may hold, following the location of the mistake down the models."""
    current: Any = model  # the annotations below are typing objects of many kinds
    for part in location:
        if isinstance(part, str) and part in current.model_fields:
            current = _model_in(current.model_fields[part].annotation) or current
    return sorted(field.alias or name for name, field in current.model_fields.items())


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The pydantic model inside `tuple[X, ...]`, `X | None` or `X` itself; None when there is none."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _model_in(inner)
        if found:
            return found
    return None
