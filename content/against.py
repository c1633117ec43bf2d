"""What else a text is held against: sources it may have been copied from, and pages of one's own.

A file that begins with a stored page's header (`content/dossier.py`: url, title, fetched_on) is a source; any other
Markdown file is an article of ours.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from content.dossier import StoredPage, is_page, read_page
from content.errors import DraftError
from content.files import read_draft
from content.records import Draft
from seo.language import detect

_OURS: Final = (".md", ".markdown")
_ALL: Final = (*_OURS, ".txt", ".html", ".htm")


@dataclass(frozen=True, slots=True)
class Against:
    """Sources and articles; a draft is never held against itself."""

    pages: tuple[StoredPage, ...] = ()
    drafts: tuple[Draft, ...] = ()

    def others(self, path: Path) -> tuple[Draft, ...]:
        """The articles, without the file that is being checked."""
        here = path.resolve()
        return tuple(draft for draft in self.drafts if Path(draft.source).resolve() != here)


def read_against(paths: Iterable[Path]) -> Against:
    """Files, and every text file below the folders named; DraftError or ShopError names the one that fails."""
    pages: list[StoredPage] = []
    drafts: list[Draft] = []
    for path in _files(paths):
        if is_page(_start(path)):
            pages.append(read_page(path))
        elif path.suffix.lower() in _OURS:
            drafts.append(_with_language(read_draft(path)))
        else:
            raise DraftError(f"{path} has no header: begin it with ---, url:, title:, fetched_on:, ---.")
    return Against(tuple(pages), tuple(drafts))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from (
                each for each in sorted(path.rglob("*")) if each.suffix.lower() in _ALL and each.is_file()
            )
        elif path.exists():
            yield path
        else:
            raise DraftError(f"{path}: there is no such file or folder.")


def _start(path: Path) -> str:
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        return file.read(2000)


def _with_language(draft: Draft) -> Draft:
    """An article that does not say its language is asked."""
    return draft if draft.language else replace(draft, language=detect(draft.body[:2000])[0])
