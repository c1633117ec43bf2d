"""Policy pages (text, Markdown, HTML) as lines with their place and the countries their headings name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale

from content.checks.view import fold, low
from content.errors import ShopError
from content.importing.json_ld_pages import PAGES, opened
from content.ledger.table import decode
from content.proposing.clauses import sentences
from seo.language import detect

FOLDER = "policies"
TEXTS = (".txt", ".md", ".markdown", *PAGES)
_BLOCKS = ("p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "div", "summary", "caption")
_HEADING = re.compile(r"#{1,6}\s+(.*)|\*\*([^*]+)\*\*:?|([^.。!?؟]{2,40}):")
_ALSO = {
    "US": ("usa", "u.s.", "estados unidos", "eeuu", "états-unis", "vereinigte staaten", "アメリカ", "米国"),
    "GB": ("uk", "u.k.", "great britain", "reino unido", "royaume-uni", "großbritannien", "イギリス", "英国"),
    "AE": ("uae", "الامارات", "emiratos", "émirats", "emirate"),
    "SA": ("ksa", "السعوديه"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a page: where it stands, in which language, and the countries it or its heading names."""

    text: str
    row: int
    language: str
    countries: tuple[str, ...]


def policy_files(folder: Path) -> list[Path]:
    """The pages of a shop's `policies/`, in the order of their names."""
    return sorted(path for path in (folder / FOLDER).rglob("*") if path.suffix.lower() in TEXTS)


def read_page(path: Path, language: str) -> list[Said]:
    """Every sentence of a page; its language is told from the page, else the name (`returns.de.md`), else the text."""
    try:
        data = path.read_bytes()
        text = decode(data, language)
    except (OSError, UnicodeDecodeError) as error:
        raise ShopError(f"{path.name} is not readable as text: save it as UTF-8.") from error
    is_html = path.suffix.lower() in PAGES
    lines = list(_html_lines(data)) if is_html else list(_lines(text))
    spoken = _language(path, data if is_html else b"", " ".join(line for _, line, _ in lines), language)
    return list(_sentences(lines, spoken))


def _sentences(lines: list[tuple[int, str, bool]], language: str) -> Iterator[Said]:
    here: tuple[str, ...] = ()
    for row, line, is_heading in lines:
        if is_heading:
            here = countries(line, language)
            continue
        for sentence in sentences(line):
            yield Said(sentence.strip(), row, language, countries(sentence, language) or here)


def _lines(text: str) -> Iterator[tuple[int, str, bool]]:
    for row, line in enumerate(text.splitlines(), start=1):
        bare = line.strip()
        found = _HEADING.fullmatch(bare)
        plain = re.sub(r"^[-*+]\s+|\*\*|__|`", "", next(filter(None, found.groups())) if found else bare)
        cells = [cell.strip() for cell in plain.strip("|").split("|")] if plain.startswith("|") else [plain]
        yield from ((row, cell, bool(found)) for cell in [": ".join(filter(None, cells))] if cell)


def _html_lines(data: bytes) -> Iterator[tuple[int, str, bool]]:
    for node in opened(data).iter(*_BLOCKS):
        if any(child.tag in _BLOCKS for child in node.iterdescendants() if isinstance(child.tag, str)):
            continue
        text = " ".join(node.text_content().split())
        if text:
            yield int(node.sourceline or 1), text, str(node.tag).startswith("h")


def _language(path: Path, data: bytes, text: str, fallback: str) -> str:
    named = re.search(rb"<html[^>]*\blang=[\"']?([a-zA-Z]{2})", data)
    from_name = re.search(r"[._-](en|es|fr|de|ar|ja)(?:[._-]|$)", path.stem.lower())
    if named:
        return named[1].decode().lower()
    return from_name[1] if from_name else detect(text, fallback)[0]


def countries(text: str, language: str) -> tuple[str, ...]:
    """The countries a text names, in the order of their codes."""
    folded = low(fold(text))
    return tuple(code for code, pattern in _names(language).items() if pattern.search(folded))


@cache
def _names(language: str) -> dict[str, re.Pattern[str]]:
    known = {str(code): str(name) for code, name in Locale.parse(language).territories.items()}
    found: dict[str, re.Pattern[str]] = {}
    for code in sorted(code for code in known if len(code) == 2 and code.isalpha()):  # noqa: PLR2004
        names = [low(fold(known[code])), *(low(fold(name)) for name in _ALSO.get(code, ()))]
        either = "|".join(re.escape(name) for name in names)
        found[code] = re.compile(either if language in ("ar", "ja") else rf"(?<!\w)(?:{either})(?!\w)")
    return found
