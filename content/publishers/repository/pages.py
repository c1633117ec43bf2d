"""A file of a static site generator: head, text, structured data and our mark, written and read back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from content.errors import PublishConflict
from content.publishers.place import Fields, Mark, Status
from content.publishers.repository.generators import Generator
from content.publishers.repository.heads import read_head, split, write_head

MARK = re.compile(
    r"(?m)^(?:<!--|\{/\*) acreage:([0-9a-f]{32}):([0-9a-f]*)(?: (pending|scheduled)(?: (\S+))?)? (?:-->|\*/\})\s*$"
)
SCRIPT = re.compile(r'(?m)^<script type="application/ld\+json">(.*)</script>\s*$')
WRAPPED = re.compile(r'\A<div dir="rtl"[^>]*>\n\n(.*?)\n\n</div>\s*\Z', re.DOTALL)
STRINGS = re.compile(r'"(?:[^"\\]|\\.)*"')
RTL = ("ar", "he", "fa", "ur")


@dataclass(frozen=True, slots=True)
class FilePage:
    """What a file holds."""

    fields: Mapping[str, str]  # under our names, body and json_ld among them
    mark: Mark | None
    status: Status
    due_at: datetime | None


def is_rtl(language: str) -> bool:
    """Whether a language is written from right to left."""
    return language[:2] in RTL


def write_page(
    generator: Generator,
    old: bytes | None,
    fields: Fields,
    mark: Mark,
    status: Status,
    due_at: datetime | None,
) -> bytes:
    """The bytes of a file; lines of its head that are not ours stay as they are."""
    head, _ = split(generator, _text(old))
    said = {**fields, **_status_lines(generator, status)}
    language = fields.get("lang", "")[:2]
    blocks = [fields["body"]]
    if is_rtl(language) and generator.rtl:
        blocks = [generator.rtl.format(language=language), *blocks, "</div>"]
    if fields.get("json_ld") and "json_ld" not in generator.keys:
        blocks.append(f'<script type="application/ld+json">{fields["json_ld"]}</script>')
    blocks.append(_mark_line(generator, mark, status, due_at))
    text = "\n\n".join(block for block in blocks if block)
    return f"{write_head(generator, said, head)}\n{text}\n".encode()


def read_page(generator: Generator, data: bytes, path: str) -> FilePage:
    """What a file says; PublishConflict when its head cannot be read."""
    head, rest = split(generator, _text(data))
    try:
        said = read_head(generator, head)
    except PublishConflict as error:
        raise PublishConflict(f"{path}: {error}") from error
    rest, mark, status, due_at = _marked(rest)
    found = SCRIPT.search(rest)
    if found:
        said["json_ld"] = found.group(1)
        rest = rest[: found.start()] + rest[found.end() :]
    rest = rest.strip("\n")
    wrapped = WRAPPED.match(rest)
    said["body"] = wrapped.group(1) if wrapped else rest
    if not _is_draft(said):
        status, due_at = Status.PUBLISHED, None
    return FilePage({name: text for name, text in said.items() if name not in WAYS}, mark, status, due_at)


WAYS = ("draft", "shown", "hidden", "status")
"""How generators call a draft a draft."""


def _status_lines(generator: Generator, status: Status) -> dict[str, str]:
    is_out = status is Status.PUBLISHED
    lines = {
        "draft": "false" if is_out else "true",
        "shown": "true" if is_out else "false",
        "hidden": "" if is_out else "false",
        "status": "published" if is_out else "draft",
    }
    return {name: text for name, text in lines.items() if name in generator.keys}


def _is_draft(said: Mapping[str, str]) -> bool:
    return (
        said.get("draft", "").lower() in ("true", "yes")
        or said.get("shown", "").lower() in ("false", "no")
        or said.get("hidden", "").lower() in ("false", "no")
        or said.get("status", "").lower() in ("draft", "hidden")
    )


def _mark_line(generator: Generator, mark: Mark, status: Status, due_at: datetime | None) -> str:
    says = f"acreage:{mark.key}:{mark.fingerprint}"
    if status is Status.PENDING:
        says += " pending"
    if status is Status.SCHEDULED and due_at:
        says += f" scheduled {due_at.isoformat()}"
    return f"{{/* {says} */}}" if generator.is_mdx else f"<!-- {says} -->"


def _marked(rest: str) -> tuple[str, Mark | None, Status, datetime | None]:
    found = MARK.search(rest)
    if found is None:
        return rest, None, Status.DRAFT, None
    key, fingerprint, word, due = found.groups()
    status = {"pending": Status.PENDING, "scheduled": Status.SCHEDULED}.get(word, Status.DRAFT)
    due_at = datetime.fromisoformat(due) if due else None
    return rest[: found.start()] + rest[found.end() :], Mark(key, fingerprint), status, due_at


def unbraced(line: str) -> str:
    """JSON whose strings hold no brace: templates run in scripts of a body too. It says the same."""
    return STRINGS.sub(lambda found: found.group(0).replace("{", "\\u007b").replace("}", "\\u007d"), line)


def _text(data: bytes | None) -> str:
    return (data or b"").decode("utf-8", "replace").replace("\r\n", "\n").lstrip("\ufeff")
