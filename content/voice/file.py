"""Reads a shop's `voice/<locale>.md`: two lines of front matter, three headings, everything else as it stands."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from content.errors import DraftError, ShopError
from content.files import split_header
from content.voice.address import bare, named
from content.voice.languages import speech
from seo.records import LANGUAGES

Part = Literal["do", "dont", "samples", "guidance"]
KEYS: Final = ("address", "register")
MOST: Final[Mapping[Part, int]] = {"do": 5, "dont": 5, "samples": 3}
_HEADING: Final = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_ITEM: Final = re.compile(r"\s*(?:[-*+•・]|\d{1,2}[.)])\s*(?=\S)(.*)")


@dataclass(frozen=True, slots=True)
class VoiceFile:
    """What a shop's file says; empty where it says nothing."""

    address: str = ""
    register: str = ""
    do: tuple[str, ...] = ()
    dont: tuple[str, ...] = ()
    samples: tuple[str, ...] = ()
    guidance: str = ""


def read_voice(path: Path, language: str, known: Mapping[str, str]) -> VoiceFile:
    """The file of a language whose forms of address are `known`; ShopError names file, place and cure."""
    where = f"{path.parent.name}/{path.name}"
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        header, offset = split_header(text, where)
    except UnicodeDecodeError as error:
        raise ShopError(f"{where} is not UTF-8: save it as UTF-8.") from error
    except DraftError as error:
        raise ShopError(str(error)) from error
    front = dict(_front(header, where))
    parts = _parts(text[offset:], language)
    return VoiceFile(
        address=_address(front["address"], where, language, known) if "address" in front else "",
        register=front.get("register", ""),
        do=_items(parts, "do", where),
        dont=_items(parts, "dont", where),
        samples=_samples(parts, where),
        guidance="\n".join(line for _, lines in parts["guidance"] for line in lines).strip(),
    )


def _front(header: str, where: str) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(header.splitlines(), start=2):
        name, colon, value = line.partition(":")
        if not line.strip() or line.startswith("#"):
            continue
        if not colon or line[0].isspace():
            raise ShopError(f"{where}, line {number}: write `address: …` or `register: …`, each on one line.")
        if name.strip() not in KEYS:
            close = difflib.get_close_matches(name.strip().lower(), KEYS, n=1)
            hint = f"did you mean {close[0]!r}?" if close else f"known are {' and '.join(KEYS)}."
            raise ShopError(f"{where}, line {number}: {name.strip()!r} is not known here; {hint}")
        if value.strip():
            yield name.strip(), value.strip().strip("\"'")


def _address(text: str, where: str, language: str, known: Mapping[str, str]) -> str:
    found = named(text, known)
    if found is None:
        forms = ", ".join(name if name == said else f"{name} ({said})" for name, said in known.items())
        raise ShopError(
            f"{where}: address {text!r} is no form of address in {language!r}: write one of {forms}."
        )
    return found


Piece = tuple[str, list[str]]
"""A heading (empty: none) and the lines under it."""


def _parts(body: str, language: str) -> dict[Part, list[Piece]]:
    """The lines under each heading. A heading of no part stays in the guidance, the first `# title` goes."""
    known = _headings(language)
    parts: dict[Part, list[Piece]] = {"do": [], "dont": [], "samples": [], "guidance": [("", [])]}
    lines = parts["guidance"][0][1]
    is_first = True
    for line in body.splitlines():
        heading = _HEADING.match(line)
        if heading is None:
            lines.append(line.rstrip())
            is_first = is_first and not line.strip()
            continue
        part = known.get(bare(re.split("[:：]", heading[2])[0]), "guidance")
        is_title = is_first and part == "guidance" and len(heading[1]) == 1
        is_first = False
        lines = [line.strip()] if part == "guidance" and not is_title else []
        parts[part].append((heading[2], lines))
    return parts


def _headings(language: str) -> dict[str, Part]:
    """Heading as compared -> part: of the file's own language, and English anywhere."""
    found: dict[str, Part] = {}
    for spoken in dict.fromkeys((language, "en")):
        if spoken in LANGUAGES:
            table = speech(spoken)
            for part, words in (("do", table.do), ("dont", table.dont), ("samples", table.samples)):
                for word in words:
                    found.setdefault(bare(word), part)  # type: ignore[arg-type]  # the three literals above
    return found


def _items(parts: Mapping[Part, list[Piece]], part: Part, where: str) -> tuple[str, ...]:
    """The list items of a part, their continued lines joined."""
    found: list[str] = []
    for heading, lines in parts[part]:
        for line in filter(str.strip, lines):
            item = _ITEM.match(line)
            if item:
                found.append(item[1].strip())
            elif found:
                found[-1] += f" {line.strip()}"
            else:
                raise ShopError(
                    f"{where}: under {heading!r} begin every line with `- `, not {line.strip()[:40]!r}."
                )
    return _at_most(found, part, parts, where)


def _samples(parts: Mapping[Part, list[Piece]], where: str) -> tuple[str, ...]:
    """Each quotation (`>` before every line) is one sample."""
    found = [sample for heading, lines in parts["samples"] for sample in _quotations(lines, heading, where)]
    return _at_most(found, "samples", parts, where)


def _quotations(lines: Iterable[str], heading: str, where: str) -> Iterator[str]:
    gathered: list[str] = []
    for line in [*lines, ""]:
        if line.lstrip().startswith(">"):
            gathered.append(line.lstrip()[1:].strip())
        elif line.strip():
            raise ShopError(
                f"{where}: under {heading!r} begin every line of a sample with `> `, not {line.strip()[:40]!r}."
            )
        elif any(gathered):
            yield "\n".join(gathered).strip()
            gathered = []


def _at_most(found: list[str], part: Part, parts: Mapping[Part, list[Piece]], where: str) -> tuple[str, ...]:
    most = MOST[part]
    if len(found) > most:
        heading = parts[part][0][0]
        raise ShopError(
            f"{where}: {len(found)} entries under {heading!r}, at most {most} are read: keep those that matter most."
        )
    return tuple(found)
