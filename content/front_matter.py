"""What a Markdown file may say about itself between its two lines of `---`.

All optional: title, description, lang, market, keyword, questions, sku; and what a published page says beside
its text: canonical, alternates (language: address), noindex, author, date, updated, disclosure, sources.
What others write there too is left alone.
"""

import json
import re
from typing import Annotated

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from content.errors import DraftError
from content.records import Head

_YES = {"true", "yes", "on", "1"}
_NO = {"false", "no", "off", "0", ""}
_SHAPES = {
    "questions": "a list of texts",
    "alternates": "lines of `language: address`",
    "noindex": "yes or no",
    "sources": "a list of texts",
}


def _as_text(value: object) -> object:
    """YAML takes `sku: 1042` for a number and `lang: no` for false; we want what is written."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if is_number else "" if value is None else value


def _as_name(value: object) -> object:
    """An author is a name, `name: …`, or several of either."""
    if isinstance(value, dict):
        return _as_text(value.get("name"))
    if isinstance(value, list):
        return ", ".join(str(_as_name(part)) for part in value)
    return _as_text(value)


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else [] if value is None else value


def _as_pairs(value: object) -> object:
    return list(value.items()) if isinstance(value, dict) else [] if value is None else value


def _as_flag(value: object) -> object:
    text = str(_as_text(value)).strip().lower()
    return True if text in _YES else False if text in _NO else value


Words = Annotated[str, BeforeValidator(_as_text)]
Name = Annotated[str, BeforeValidator(_as_name)]
List = Annotated[tuple[Words, ...], BeforeValidator(_as_list), Field(strict=False)]


class FrontMatter(BaseModel):
    """The lines we know."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    title: Words = ""
    description: Words = ""
    lang: Words = ""
    market: Words = ""
    keyword: Words = ""
    questions: tuple[Words, ...] = Field(default=(), strict=False)
    sku: Words = ""
    canonical: Words = ""
    alternates: Annotated[tuple[tuple[Words, Words], ...], BeforeValidator(_as_pairs)] = ()
    noindex: Annotated[bool, BeforeValidator(_as_flag)] = False
    robots: Words = ""
    author: Name = ""
    date: Words = ""
    updated: Words = ""
    disclosure: Words = ""
    sources: List = ()

    @property
    def head(self) -> Head:
        """What the page says of itself."""
        return Head(
            canonical=self.canonical.strip(),
            alternates=tuple((tag.strip(), url.strip()) for tag, url in self.alternates),
            noindex=self.noindex or "noindex" in self.robots.lower(),
            author=self.author.strip(),
            date=self.date.strip(),
            updated=self.updated.strip(),
            disclosure=self.disclosure.strip(),
            sources=self.sources,
        )


def read_front_matter(header: str, source: str, *, is_by_hand: bool = False) -> FrontMatter:
    """The header of a file; DraftError names file, line or key in one line. `is_by_hand`: a colon in a line of text
    needs no quotes, as people write `title: Le thé : trois boîtes`."""
    try:
        data = _loaded(header, is_by_hand=is_by_hand) if header.strip() else {}
    except yaml.YAMLError as error:
        where = getattr(error, "problem_mark", None)
        line = f", line {where.line + 2}" if where is not None else ""
        raise DraftError(
            f"{source}{line}: the front matter is not valid YAML: put texts with a colon in quotes."
        ) from error
    if not isinstance(data, dict):
        raise DraftError(f"{source}: the front matter must be lines of `name: value`.")
    try:
        return FrontMatter.model_validate(data)
    except ValidationError as error:
        place = error.errors()[0]["loc"]
        name = ".".join(str(part) for part in place)
        shape = _SHAPES.get(str(place[0]), "text")
        also = " (questions: a list of texts)" if shape == "text" else ""
        raise DraftError(f"{source}: {name} in the front matter must be {shape}{also}.") from error


def _loaded(header: str, *, is_by_hand: bool) -> object:
    """The header as YAML reads it; where it does not and people wrote it, with its texts in quotes."""
    try:
        return yaml.load(header, Loader=_Loader)
    except yaml.YAMLError:
        quoted = _WITH_COLON.sub(lambda line: f"{line[1]}{json.dumps(line[2], ensure_ascii=False)}", header)
        if not is_by_hand or quoted == header:
            raise
    return yaml.load(quoted, Loader=_Loader)


_WITH_COLON = re.compile(
    r"^((?:title|description|keyword|author|disclosure):\s+)([^\s\"'\[{|>].*:\s.*?)\s*$", re.MULTILINE
)


class _Loader(yaml.SafeLoader):
    """Reads dates and `no` as they are written."""


_Loader.yaml_implicit_resolvers = {
    letter: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag not in {"tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp"}
    ]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
