"""Whether a page keeps text and data mining for itself, as EU law lets it (directive 2019/790, article 4(3)).

Read here: the W3C group's protocol (https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/) in header
and page, and the robots directives `noai`, `noindex` and `none` (https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag)
in `X-Robots-Tag` and page. robots.txt is asked before any page; the protocol's file on the host is not read.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

_REFUSING: Final = {
    "noai": "its owner keeps it from machines (robots: noai)",
    "noindex": "its owner wants it in no index (robots: noindex)",
    "none": "its owner wants it in no index (robots: none)",
}
_MINING: Final = "its owner keeps text and data mining for himself (tdm-reservation)"
_WITH_VALUE: Final = ("max-snippet", "max-image-preview", "max-video-preview", "unavailable_after")
_US: Final = ("robots", "acreage")


def reserved(headers: Mapping[str, str], root: Any) -> str:  # Any: lxml ships no types
    """Why the page must be left alone; empty when it may be read. `root` is the page's tree, or None."""
    metas = list(_metas(root))
    mining = [
        headers.get("tdm-reservation", ""),
        *(text for name, text in metas if name == "tdm-reservation"),
    ]
    if any(value.strip() == "1" for value in mining):
        return _MINING
    said = [
        *_general(headers.get("x-robots-tag", "")),
        *(_split(text) for name, text in metas if name in _US),
    ]
    return next((_REFUSING[word] for words in said for word in words if word in _REFUSING), "")


def _metas(root: Any) -> Iterator[tuple[str, str]]:  # Any: lxml
    for meta in root.iter("meta") if root is not None else ():
        yield (meta.get("name") or "").strip().casefold(), meta.get("content") or ""


def _split(text: str) -> list[str]:
    return [word for word in re.split(r"[\s,]+", text.casefold()) if word]


def _general(header: str) -> Iterator[list[str]]:
    """The directives meant for everybody or for us: `otherbot: noindex` binds the other one, up to the next name."""
    is_ours = True
    for part in header.casefold().split(","):
        name, colon, rest = part.strip().partition(":")
        if colon and name not in _WITH_VALUE:
            is_ours = name in _US
            part = rest  # noqa: PLW2901 - what follows the name
        if is_ours:
            yield _split(part)
