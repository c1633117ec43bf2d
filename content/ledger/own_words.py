"""Sentences of the shop's own that a person has accepted as they stand: what a product is not for, what an order, a
return and a warranty depend on.

They are no values: `limits@fr` holds French words, several rows of one key stand one behind the other, and each holds
only as long as the text it was quoted from still says so.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from content.ledger.accepted import FILE, Accepted
from content.ledger.headers import parse_header
from content.records import Finding, Proof, Severity, Text, Value

LIMITS: Final = "limits"
TERMS: Final = {topic: f"{topic}_terms" for topic in ("delivery", "returns", "warranty")}
OWN_WORDS: Final = frozenset({LIMITS, *TERMS.values()})
RULE: Final = "ledger.quote"
_MARKUP: Final = re.compile(r"<[^<>]*>")
_APART: Final = re.compile(r"[\W_]+")
_UNSPACED: Final = ("。", "！", "」")  # Japanese sentences follow each other without a space


def own_words(row: Accepted, language: str) -> tuple[str, Text] | None:
    """Key and text of a row that holds a sentence; None for a row that holds a value."""
    header = parse_header(row.attribute)
    if header.label not in OWN_WORDS:
        return None
    return header.label, Text(((header.language or language, row.value),))


def said(value: Value, language: str) -> str:
    """The shop's words in a language; empty where it has none there."""
    return (value.get(language) or "") if isinstance(value, Text) else ""


def joined(texts: Iterable[Text]) -> Text:
    """Sentences of one key one behind the other, in each language by itself, each once."""
    found: dict[str, list[str]] = {}
    for text in texts:
        for language, words in text.by_language:
            known = found.setdefault(language, [])
            known += [words] if words not in known else []
    return Text(tuple((language, _running(words)) for language, words in found.items()))


def still_said(
    rows: Sequence[Accepted], folder: Path, findings: list[Finding], language: str
) -> Iterator[Accepted]:
    """Rows of the shop without the sentences whose policy page no longer has them; those are named."""
    for row in rows:
        path = folder / row.source
        is_ours = own_words(row, language) is not None and row.quote and "/" in row.source
        if is_ours and not is_there(row.quote, [_read(path)]):
            findings.append(gone(row))
        else:
            yield row


def is_there(quote: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts has these words, letter for letter; marks, spaces and markup do not count."""
    wanted = _letters(quote)
    return any(wanted in _letters(text) for text in texts)


def gone(row: Accepted) -> Finding:
    """The finding of a row whose quote is not where it was."""
    cure = (
        f"{FILE}, row {row.line}: {row.source} no longer says {row.quote!r}, so {row.attribute} of {row.sku!r} is not "
        "used: take the row out, or accept what the text says now (acreage facts propose)"
    )
    proof = Proof(FILE, row.line, f"{row.attribute} = {row.value}")
    return Finding(RULE, Severity.WARN, (0, 0), row.quote, proof, cure)


def _read(path: Path) -> str:
    """A policy page with its markup; empty when it is not there any more."""
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def _letters(text: str) -> str:
    return _APART.sub("", html.unescape(_MARKUP.sub("", text))).casefold()


def _running(sentences: Sequence[str]) -> str:
    whole = ""
    for sentence in sentences:
        gap = "" if not whole or whole.endswith(_UNSPACED) else " "
        whole = f"{whole}{gap}{sentence}"
    return whole
