"""What each static site generator wants, as the table beside this file says it, with the shop's own lines over it."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from content.errors import ShopError
from content.publishers.place import Payload
from content.shop import Target
from content.strict_toml import nearest

HERE = Path(__file__).parent
FIELDS = (
    "title", "date", "updated", "draft", "shown", "hidden", "status", "slug", "description", "excerpt",
    "categories", "category", "tags", "image", "translation", "locale", "language", "dir", "alternates", "json_ld",
)  # fmt: skip
"""What a head can hold, in this order. The four after `updated` are ways to say that it is a draft."""


class Generator(BaseModel):
    """One row of the table."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    path: str
    head: Literal["yaml", "meta"]
    keys: Mapping[str, str]
    images: str
    image_url: str = "/images/acreage/{name}"
    always: Mapping[str, str] = {}
    raw_html: str = ""
    raw_html_files: tuple[str, ...] = ()
    raw_html_sign: str = ""
    heading_ids: bool
    is_mdx: bool = False
    rtl: str = ""
    partial: str = ""
    call: str = ""
    layouts: str
    drafts: str = ""
    needs_date: bool = False

    def file_of(self, payload: Payload, day: str) -> str:
        """Where in the repository an article stands."""
        return self.path.format(
            slug=payload.slug, locale=payload.locale.lower(), language=payload.locale[:2], date=day
        )


@cache
def known() -> Mapping[str, Generator]:
    """All of the table."""
    rows = tomllib.loads((HERE / "generators.toml").read_text(encoding="utf-8"))
    return {name: Generator.model_validate(row) for name, row in rows.items()}


def generator_of(target: Target) -> Generator:
    """The generator of a `[[publish]]` table with its own lines over ours; ShopError names the key."""
    name = target.text("generator")
    found = known().get(name)
    where = f"[[publish]] {target.name}"
    if found is None:
        hint = nearest(name, sorted(known())) or f" (known: {', '.join(sorted(known()))})"
        raise ShopError(f"{where}: generator {name!r} is not known{hint}.")
    keys, always = (_lines(target, key) for key in ("front_matter", "front_matter_always"))
    foreign = sorted(set(keys) - set(FIELDS))
    if foreign:
        raise ShopError(f"{where}: front_matter names {foreign[0]!r}{nearest(foreign[0], sorted(FIELDS))}.")
    mapped = {name: key for name, key in {**found.keys, **keys}.items() if key}
    changes = {"keys": mapped, "always": {**found.always, **always}, "path": target.text("path", found.path)}
    return _checked(found.model_copy(update=changes), where)


def _lines(target: Target, key: str) -> dict[str, str]:
    """A table of a table: `front_matter = { description = "summary" }`."""
    lines = target.settings.get(key, {})
    if not isinstance(lines, dict):
        raise ShopError(
            f'[[publish]] {target.name}: {key} must be a table, for example {{ title = "title" }}.'
        )
    return {str(name): str(value) for name, value in lines.items()}


def _checked(generator: Generator, where: str) -> Generator:
    """A path that leaves the repository, or that two articles would share, is refused."""
    try:
        path = generator.path.format(slug="s", locale="l", language="l", date="d")
    except (KeyError, IndexError, ValueError) as error:
        blanks = "{slug}, {locale}, {language} and {date}"
        raise ShopError(f"{where}: path {generator.path!r} knows only the blanks {blanks}.") from error
    if path.startswith("/") or ".." in path.split("/") or ".git" in path.split("/"):
        raise ShopError(f"{where}: path {generator.path!r} must lie inside the repository.")
    if "{slug}" not in generator.path or not path.endswith((".md", ".mdx", ".markdown")):
        raise ShopError(f"{where}: path {generator.path!r} must hold {{slug}} and end in .md.")
    return generator
