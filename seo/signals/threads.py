"""What a customer wrote in a ticket's thread; never what an agent wrote, nor who either of them is.

Zendesk's export: one ticket a line, comments inside. https://support.zendesk.com/hc/en-us/articles/4408886165402
Helpdesks of Gorgias' kind mark each message with `from_agent`.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from tomllib import loads
from typing import Any, Final

REPLIES: Final = "replies of the requester"
"""The column in which a thread's own words stand."""
_WORDS: Final = ("plain_body", "body_text", "stripped_text", "body", "text")


def own_replies(record: Mapping[str, Any]) -> str:
    """The public comments whose author is the requester, one after the other; empty when none is known to be.

    A comment that does not say by whom it is stays unread.
    """
    requester = record.get("requester_id") or _inside(record, "requester", "id")
    threads = (record.get("comments"), record.get("messages"), record.get("conversation"))
    comments = next((thread for thread in threads if isinstance(thread, list)), [])
    found = (_words(each) for each in comments if isinstance(each, dict) and _is_own(each, requester))
    return "\n".join(text for text in found if text)


def _is_own(comment: Mapping[str, Any], requester: object) -> bool:
    if comment.get("public") is False:
        return False
    author = comment.get("author_id") or _inside(comment, "author", "id")
    if requester is not None and author is not None:
        return bool(author == requester)
    return comment.get("from_agent") is False or _inside(comment, "author", "role") == "end-user"


def _inside(record: Mapping[str, Any], name: str, key: str) -> object:
    inner = record.get(name)
    return inner.get(key) if isinstance(inner, dict) else None


def _words(comment: Mapping[str, Any]) -> str:
    return next((value for name in _WORDS if isinstance(value := comment.get(name), str) and value), "")


def own_words(body: str) -> str:
    """A mail without the mail it answers and without what stands under it: quotations and signatures cut.

    What is quoted line by line (`> `) goes; at "On … wrote:", in our languages, the rest goes. A mail that would
    be empty then stays as it is: somebody answered below the quotation, and that stands behind its last line.
    """
    lines = [line for line in body.splitlines() if not _QUOTED.match(line)]
    kept = list(_until_quotation(lines))
    text = "\n".join(kept).strip()
    if text or not lines:
        return text
    return "\n".join(line for line in lines if not _ends(line)).strip()


_QUOTED: Final = re.compile(r"\s*(?:>|＞|&gt;)")
_RULE: Final = re.compile(r"\s*(?:-- ?|_{5,}|-{5,}|={5,})\s*$")


def _until_quotation(lines: list[str]) -> Iterator[str]:
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else ""
        # a mail program breaks "On Tue, 3 Nov 2026 … <a@b.de>\nwrote:" over two lines
        if _RULE.match(line) or _ends(line) or (_begins(line) and _ends(f"{line} {following}")):
            return
        yield line


def _ends(line: str) -> bool:
    short = line.strip()[:400]
    return any(pattern.search(short) for pattern in _patterns("ends"))


def _begins(line: str) -> bool:
    return any(pattern.search(line.strip()[:400]) for pattern in _patterns("begins"))


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    table = loads(Path(__file__).with_name("quotations.toml").read_text(encoding="utf-8"))
    listed: dict[str, list[str]] = table[kind]
    return tuple(re.compile(pattern) for patterns in listed.values() for pattern in patterns)
