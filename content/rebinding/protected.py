"""Stretches of Markdown whose letters stay as they are: code, tags, addresses, references, words of others."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

_ALWAYS: Final = re.compile(
    r"^[ ]{0,3}\[[^\]\n]+\]:[^\n]*(?:\n[ \t]+\S[^\n]*)*"  # footnotes and link definitions
    r"|(?P<ticks>`+)(?:(?!\n\n).)+?(?P=ticks)"  # code
    r"|<!--.*?-->|</?[a-zA-Z][^<>\n]*>"  # comments and tags with their attributes
    r"|\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)"  # where a link leads
    r"|https?://[^\s<>)\]]+"
    r"|\{\{[^{}\n]*\}\}|\{\{\S*|\S*\}\}"  # references, broken ones too: the checks speak of those
    r"|\[\^[^\]\s]+\]",
    re.DOTALL | re.MULTILINE,
)
_SAID: Final = re.compile(
    r"“[^”\n]+”|„[^“”\n]+[“”]|«[^»\n]+»|»[^«\n]+«|「[^」\n]+」|『[^』\n]+』|\"[^\"\n]+\""
)
_QUOTED: Final = re.compile(r"\[\^q\d")
"""A paragraph with such a mark repeats a page's words."""


def protected(text: str) -> Sequence[tuple[int, int]]:
    """Where nothing may be put; quotation marks count in a paragraph that quotes a page."""
    return [match.span() for match in _ALWAYS.finditer(text)] + list(_words_of_others(text))


def _words_of_others(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for part in text.split("\n\n"):
        if _QUOTED.search(part):
            yield from ((start + found.start(), start + found.end()) for found in _SAID.finditer(part))
        start += len(part) + 2
