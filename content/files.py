"""Reads a Markdown file as a draft: front matter, title, body, and where each stands in the file."""

from pathlib import Path

from content.errors import DraftError
from content.front_matter import FrontMatter, read_front_matter
from content.records import Draft

MARK = "---"


def read_draft(path: Path, language: str = "", market: str = "") -> Draft:
    """Read a Markdown file; `language` and `market` stand in where its front matter is silent. DraftError
    in one line."""
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError as error:
        raise DraftError(f"{path}: there is no such file.") from error
    except IsADirectoryError as error:
        raise DraftError(f"{path} is a folder: name a Markdown file.") from error
    except UnicodeDecodeError as error:
        raise DraftError(f"{path} is not UTF-8: save it as UTF-8.") from error
    return parse_draft(text, str(path), language, market)


def parse_draft(text: str, source: str, language: str = "", market: str = "") -> Draft:
    """The draft a file's text holds; spans of findings count the code points of this text."""
    header, offset = split_header(text, source)
    front = read_front_matter(header, source, is_by_hand=True)
    title, title_at, offset = _title(text, offset, front, header)
    return Draft(
        title=title,
        description=front.description,
        body=text[offset:],
        language=front.lang.split("-")[0]
        or front.market.split("-")[0]
        or language.split("-", maxsplit=1)[0]
        or market.split("-", maxsplit=1)[0],
        market=front.market or (front.lang if "-" in front.lang else "") or market,
        keyword=front.keyword,
        questions=front.questions,
        sku=front.sku,
        written_by="file",
        source=source,
        offset=offset,
        title_at=title_at,
        description_at=_place(header, text, front.description, "description"),
        head=front.head,
        author_at=_place(header, text, front.author, "author"),
    )


def split_header(text: str, source: str) -> tuple[str, int]:
    """The lines between the marks, and where the text behind them begins."""
    start = 1 if text.startswith("\ufeff") else 0
    if text[start : start + len(MARK) + 1].rstrip("\r\n ") != MARK:
        return "", start
    lines = text[start:].splitlines(keepends=True)
    at = start
    for number, line in enumerate(lines):
        at += len(line)
        if number and line.strip() in {MARK, "..."}:
            return text[start + len(lines[0]) : at - len(line)], at
    raise DraftError(
        f"{source}: the front matter begins with {MARK} and does not end: add a line {MARK} after it."
    )


def _title(text: str, offset: int, front: FrontMatter, header: str) -> tuple[str, int, int]:
    """The title, where it stands, and where the body begins: a `# heading` that opens the body is the title
    itself."""
    body = text[offset:]
    blank = len(body) - len(body.lstrip("\r\n "))
    first, _, _ = body[blank:].partition("\n")
    if first.startswith("# "):
        heading = first[2:].strip().rstrip("#").rstrip()
        at = offset + blank + first.index(heading) if heading else offset + blank
        is_same = not front.title or " ".join(front.title.split()) == heading
        if is_same:
            return heading, at, min(len(text), offset + blank + len(first) + 1)
    return front.title, _place(header, text, front.title, "title") or 0, offset


def _place(header: str, text: str, value: str, name: str) -> int | None:
    """Where a value of the front matter stands in the file; None when it is folded over lines or absent."""
    if not value:
        return None
    start = text.find(header) if header else 0
    for line_start, line in _lines(header):
        if line.split(":")[0].strip() == name and value in line:
            return start + line_start + line.index(value, line.index(":"))
    found = header.find(value)
    return start + found if found >= 0 else None


def _lines(text: str) -> list[tuple[int, str]]:
    found, at = [], 0
    for line in text.splitlines(keepends=True):
        found.append((at, line))
        at += len(line)
    return found
