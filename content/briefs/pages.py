"""The lines of a brief's page: headings, fields, lists, each with its line number for whoever mistyped one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NoReturn

import yaml

from content.errors import BriefError, DraftError
from content.files import split_header

_COMMENT = re.compile(r"^<!--.*?-->", re.DOTALL | re.MULTILINE)
_ITEM = re.compile(r"[-*] +(.*)")
_BELOW = re.compile(r"\s+([a-z]+): ?(.*)")
_FIELD = re.compile(r"([A-Z][a-z]+):(?: (.*))?")
_SECTION = "section:"
BEGIN = "leave the lines between --- as they were exported"


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list, and the lines below it."""

    line: int
    text: str
    rest: dict[str, str]


@dataclass
class Chapter:
    """A heading with what stands under it: `Form: list`, and lists by their own headings."""

    line: int
    name: str
    fields: dict[str, tuple[int, str]] = field(default_factory=dict)
    lists: dict[str, list[Item]] = field(default_factory=dict)

    def items(self, name: str = "") -> Sequence[Item]:
        """The entries of a list; none when it is not there."""
        return self.lists.get(name, [])

    @property
    def heading(self) -> str:
        """A section's own words, without the mark in front."""
        is_marked = self.name.casefold().startswith(_SECTION)
        return self.name[len(_SECTION) :].strip(" ") if is_marked else self.name

    def is_section(self, others: Sequence[str]) -> bool:
        """Whether it is a part of the article: it says so, or is none of the page's own chapters."""
        return self.name.casefold().startswith(_SECTION) or self.name.casefold() not in others


def stop(line: int, what: str) -> NoReturn:
    """Refuse the page."""
    raise BriefError(f"line {line}: {what}.")


def front_of(text: str) -> Mapping[str, object]:
    """The front matter; BriefError when there is none."""
    try:
        header, _ = split_header(text, "the brief")
        # Every value as written: a key of digits alone is no number, and 0123 is not octal.
        front = yaml.load(header, Loader=yaml.BaseLoader) if header else None
    except (DraftError, yaml.YAMLError):
        front = None
    if not isinstance(front, dict):
        stop(1, f"no front matter: {BEGIN}")
    return front


def chapters_of(text: str) -> list[Chapter]:
    """The page cut at its headings; the first chapter is the one under the question."""
    _, start = split_header(text, "the brief")
    before = text[:start].count("\n")
    body = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text[start:].replace("\r\n", "\n"))
    found: list[Chapter] = []
    name = ""
    for number, raw in enumerate(body.split("\n"), start=before + 1):
        line = raw.rstrip(" \t")
        if line.startswith("# "):
            found.append(Chapter(number, line[2:].strip(" ")))
        elif line.startswith("## "):
            found.append(Chapter(number, line[3:].strip(" ")))
            name = ""
        elif line.startswith("### "):
            name = line[4:].strip(" ").casefold()
            _open(found, number).lists.setdefault(name, [])
        elif line.strip():
            _take(_open(found, number), name, number, line)
    return found


def _open(found: Sequence[Chapter], number: int) -> Chapter:
    if not found:
        stop(number, "text before the question: begin the page with # and the question")
    return found[-1]


def _take(chapter: Chapter, name: str, number: int, line: str) -> None:
    if item := _ITEM.fullmatch(line):
        chapter.lists.setdefault(name, []).append(Item(number, item[1], {}))
    elif (below := _BELOW.fullmatch(line)) and chapter.items(name):
        chapter.lists[name][-1].rest[below[1]] = below[2]
    elif not name and (told := _FIELD.fullmatch(line)):
        chapter.fields[told[1].casefold()] = (number, told[2] or "")
    else:
        stop(number, f"{line.strip()[:40]!r} is in no list: begin it with - under a heading of the page")
