"""Policy pages (text, Markdown, HTML) as blocks in the order of reading, each with its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from content.errors import ShopError
from content.importing.json_ld_pages import PAGES
from content.ledger.table import decode
from content.proposing.blocks import BOLD, Block
from content.proposing.html_page import html_blocks
from content.proposing.tables import cells, markdown_rows
from seo.language import detect

FOLDER = "policies"
TEXTS = (".txt", ".md", ".markdown", *PAGES)
_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_BOLD = re.compile(r"(?:\*\*|__)([^*_]+)(?:\*\*|__):?")
_ITEM = re.compile(r"(\s*)(?:[-*+•]|\d{1,2}[.)])\s+(.*)")
_INDENT = 2  # spaces of a list within a list


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read."""

    locale: str  # its language, with the country where it names one
    blocks: tuple[Block, ...]

    @property
    def language(self) -> str:
        """The first half of the locale."""
        return self.locale.partition("-")[0]


def policy_files(folder: Path) -> list[Path]:
    """The pages of a shop's `policies/`, in the order of their names."""
    return sorted(path for path in (folder / FOLDER).rglob("*") if path.suffix.lower() in TEXTS)


def read_page(path: Path, language: str) -> Page:
    """The blocks of a page; its language is told from the page, else the name (`returns.de.md`), else the text."""
    try:
        data = path.read_bytes()
        text = decode(data, language)
    except (OSError, UnicodeDecodeError) as error:
        raise ShopError(f"{path.name} is not readable as text: save it as UTF-8.") from error
    is_html = path.suffix.lower() in PAGES
    blocks = list(html_blocks(data)) if is_html else list(_blocks(text))
    spoken = " ".join(block.text for block in blocks)
    return Page(_locale(path, data if is_html else b"", spoken, language), tuple(blocks))


def _blocks(text: str) -> Iterator[Block]:
    """Lines of text; one that goes on in small letters belongs to the line before it, and table rows together."""
    table: list[tuple[int, str]] = []
    last: Block | None = None
    for row, line in enumerate([*text.splitlines(), ""], start=1):
        if line.strip().startswith("|"):
            table.append((row, line))
            continue
        if last and last.kind in ("text", "item") and line.strip()[:1].islower():
            last = replace(last, text=f"{last.text} {_bare(line)}")
            continue
        if last:
            yield last
        yield from cells(markdown_rows(table))
        table.clear()
        last = _block(row, line) if line.strip() else None


def _block(row: int, line: str) -> Block:
    bare = line.strip()
    if heading := _HEADING.fullmatch(bare):
        return Block(_bare(heading[2]), row, "heading", len(heading[1]))
    if bold := _BOLD.fullmatch(bare):
        return Block(_bare(bold[1]).rstrip(":"), row, "heading", BOLD)
    if item := _ITEM.fullmatch(line):
        return Block(_bare(item[2]), row, "item", 1 + len(item[1].expandtabs()) // _INDENT)
    plain = _bare(line)
    return Block(plain[:-1], row, "lead") if plain[-1:] in (":", "：") else Block(plain, row)


def _bare(text: str) -> str:
    return re.sub(r"\*\*|__|`", "", text).strip()


def _locale(path: Path, data: bytes, text: str, fallback: str) -> str:
    named = re.search(rb"<html[^>]*\blang=[\"']?([a-zA-Z]{2})(?:[-_]([a-zA-Z]{2})\b)?", data)
    if named:
        language, country = named[1].decode().lower(), (named[2] or b"").decode().upper()
        return f"{language}-{country}" if country else language
    from_name = re.search(r"[._-](en|es|fr|de|ar|ja)(?:[._-]|$)", path.stem.lower())
    return from_name[1] if from_name else detect(text, fallback)[0]
