"""The head of a file: what it says about itself before its text, in YAML or in Pelican's lines.

Fields are text under our own names (`generators.FIELDS`): lists one value a line, alternates `locale address`.
Lines of others, their comments and their order stay as they are; only what has changed is written anew.
"""

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import yaml

from content.errors import PublishConflict
from content.publishers.repository.generators import FIELDS, Generator
from content.publishers.repository.wording import escaped

FENCE = "---"
LINE = re.compile(r"""^["']?([A-Za-z0-9_][\w.-]*)["']?\s*:""")
BARE = frozenset({"date", "updated", "draft", "shown", "hidden"})  # not texts: written without quotes
ALTERNATES = re.compile(r"\s*\|\s*")


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Lines that belong to one key; no key: a comment, an empty line."""

    key: str
    text: str


def write_head(generator: Generator, fields: Mapping[str, str], old: str = "") -> str:
    """The head with these fields, laid over an old one; an empty field has no line."""
    known = {key.removesuffix("[]"): name for name, key in generator.keys.items()}
    held = read_head(generator, old)
    lines: list[str] = []
    done: set[str] = set()
    for chunk in _chunks(old):
        name = known.get(chunk.key, "")
        if not name or name not in fields or held.get(name, "") == fields[name]:
            lines.append(chunk.text)
        elif fields[name]:
            lines.append(_line(generator, name, fields[name]))
        done.add(name)
    fresh = [name for name in FIELDS if name in generator.keys and name not in done and fields.get(name)]
    lines += [_line(generator, name, fields[name]) for name in fresh]
    theirs = {chunk.key for chunk in _chunks(old)}
    lines += [
        _scalar_line(generator, key, value) for key, value in generator.always.items() if key not in theirs
    ]
    body = "\n".join(lines)
    return f"{FENCE}\n{body}\n{FENCE}\n" if generator.head == "yaml" else f"{body}\n"


def split(generator: Generator, text: str) -> tuple[str, str]:
    """The head without its fences, and what stands below it."""
    if generator.head == "meta":
        head, _, rest = text.lstrip("\n").partition("\n\n")
        return head, rest.lstrip("\n")
    found = re.match(r"---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|$)", text, re.DOTALL)
    if found is None:
        return "", text
    return (found.group(1) or "").rstrip("\n"), text[found.end() :].lstrip("\n")


def read_head(generator: Generator, head: str) -> dict[str, str]:
    """The fields as text; PublishConflict when a person left YAML that nobody can read."""
    found = _yaml(head) if generator.head == "yaml" else _meta(head)
    result = {}
    for name, key in generator.keys.items():
        value = found.get(key.removesuffix("[]"))
        if value is not None:
            text = _as_text(name, value, is_list=key.endswith("[]"))
            result[name] = html.unescape(text) if generator.head == "meta" else text
    return result


def _chunks(head: str) -> list[_Chunk]:
    chunks: list[_Chunk] = []
    for line in head.split("\n") if head else []:
        found = LINE.match(line)
        if found:
            chunks.append(_Chunk(found.group(1), line))
        elif chunks:
            chunks[-1] = _Chunk(chunks[-1].key, f"{chunks[-1].text}\n{line}")
        else:
            chunks.append(_Chunk("", line))
    return chunks


def _yaml(head: str) -> Mapping[str, object]:
    try:
        found = yaml.load(head, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 2}" if mark is not None else ""
        raise PublishConflict(
            f"the head of the file is no valid YAML any more{line}: mend it there"
        ) from error
    return found if isinstance(found, dict) else {}


def _meta(head: str) -> Mapping[str, object]:
    """Python-Markdown's lines; a line that is set in goes on with the one above."""
    result: dict[str, str] = {}
    for chunk in _chunks(head):
        if chunk.key:
            value = " ".join(part.strip() for part in chunk.text.partition(":")[2].split("\n"))
            result[chunk.key] = value.strip()
    return result


def _as_text(name: str, value: object, *, is_list: bool) -> str:
    if name == "alternates":
        if isinstance(value, list):
            return "\n".join(
                f"{each.get('lang')} {each.get('url')}" for each in value if isinstance(each, dict)
            )
        return "\n".join(ALTERNATES.split(str(value)))
    if isinstance(value, list):
        return "\n".join(str(each) for each in value)
    text = str(value)
    if is_list:
        return "\n".join(filter(None, (part.strip() for part in text.split(";" if ";" in text else ","))))
    return text


def _line(generator: Generator, name: str, value: str) -> str:
    key = generator.keys[name]
    if generator.head == "meta":
        return f"{key.removesuffix('[]')}: {_meta_value(name, value, is_list=key.endswith('[]'))}"
    if name in BARE:
        return f"{key}: {value}"
    if name == "alternates":
        pairs = [dict(zip(("lang", "url"), line.split(" ", 1), strict=True)) for line in value.split("\n")]
        return f"{key}: {_dumped(pairs)}"
    if key.endswith("[]"):
        return f"{key.removesuffix('[]')}: {_dumped(value.split(chr(10)))}"
    return f"{key}: {_dumped(value)}"


def _scalar_line(generator: Generator, key: str, value: str) -> str:
    return f"{key}: {_dumped(value)}" if generator.head == "yaml" else f"{key}: {value}"


def _meta_value(name: str, value: str, *, is_list: bool) -> str:
    """One line. Pelican prints these as HTML, and the summary as Markdown."""
    if name == "alternates":
        return html.escape(" | ".join(value.split("\n")))
    if name in BARE:
        return value
    if is_list:  # an entity ends in a semicolon, which would part the list
        parts = [" ".join(part.replace(";", " ").split()) for part in value.split("\n")]
        return "; ".join(parts) + (";" if len(parts) == 1 and "," in parts[0] else "")
    flat = " ".join(value.split())
    return escaped(flat) if name == "excerpt" else html.escape(flat)


def _dumped(value: str | Sequence[object]) -> str:
    """In quotes, so that neither `no` nor `1e3` nor a date becomes something else."""
    return yaml.safe_dump(
        value, default_style='"', default_flow_style=True, allow_unicode=True, width=10**9, sort_keys=False
    ).strip()
