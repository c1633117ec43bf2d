"""What the user said of columns we do not know, by their place: `--columns query,clicks,impressions,ctr,position`.

It is kept beside the files, so that the next week, and a scheduled one, know it as well. By their name columns are
explained in shop.toml, `[listen.columns]`.
"""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from seo.errors import InputError
from seo.signals.headers import roles

FILE: Final = "columns.toml"
_HEAD: Final = """\
# Written by --columns: what stands in the columns of a file, from the left; "-" is skipped.
# `unknown` is for files of as many columns whose header Acreage does not know; a line with a file's name holds for
# that file, whatever its header says.
"""


@dataclass(frozen=True, slots=True)
class Given:
    """Roles by place."""

    unknown: tuple[str, ...] = ()  # for tables nobody recognises; empty when nothing was said
    by_file: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # file name -> roles, whatever its header


def parse_given(words: Sequence[str]) -> Given:
    """From the command line, `query,clicks,-` or `file.csv=query,-,clicks`. InputError for a role nobody knows."""
    unknown: tuple[str, ...] = ()
    by_file: dict[str, tuple[str, ...]] = {}
    for word in words:
        name, _, listed = word.rpartition("=")
        wanted = _checked([part.strip().lower() for part in listed.split(",")], f"--columns {word}")
        if name:
            by_file[Path(name.strip()).name] = wanted
        else:
            unknown = wanted
    return Given(unknown, by_file)


def read_given(folder: Path) -> Given:
    """What was kept in a folder; nothing when there is no such file. InputError when it was spoilt."""
    path = folder / FILE
    if not path.is_file():
        return Given()
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{folder.name}/{FILE}: {error}; correct it or delete it.") from error
    found: dict[str, tuple[str, ...]] = {}
    for name, listed in table.items():
        if not isinstance(listed, list):
            raise InputError(f'{folder.name}/{FILE}: {name} needs a list, like ["query", "clicks"].')
        found[name] = _checked([str(role) for role in listed], f"{folder.name}/{FILE}, {name}")
    unknown = found.pop("unknown", ())
    return Given(unknown, found)


def keep_given(folder: Path, given: Given) -> Path:
    """Write it beside the files; what was said of other files before stays."""
    before = read_given(folder)
    merged = {"unknown": given.unknown or before.unknown, **before.by_file, **given.by_file}
    lines = [
        f"{json.dumps(name)} = {json.dumps(list(listed))}\n" for name, listed in merged.items() if listed
    ]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_text(_HEAD + "".join(lines), encoding="utf-8")
    return folder / FILE


_TELL: Final = frozenset({"query", "question", "text", "body", "title", "subject", "message", "replies"})


def _checked(listed: Sequence[str], where: str) -> tuple[str, ...]:
    known = roles() - {"other"}
    wrong = next((role for role in listed if role != "-" and role not in known), None)
    if wrong is not None:
        names = ", ".join(sorted(name for name in known if " " not in name))
        raise InputError(f"{where}: {wrong!r} is no column we know; one of {names}, or - to skip one.")
    if not set(listed) & _TELL:
        raise InputError(
            f"{where}: name the column with the text: query, question, text, body, subject or message."
        )
    if len({role for role in listed if role != "-"}) < sum(role != "-" for role in listed):
        raise InputError(f"{where}: a column is named twice; put - for the one that is not to be read.")
    return tuple(listed)
