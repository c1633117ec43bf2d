"""Reads built pages strictly; and what the tests of the publishers share."""

import json
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser

from content.records import Article

ON = date(2026, 11, 22)
LOCALES = {
    "en-US": "USD", "en-GB": "GBP", "es-ES": "EUR", "fr-FR": "EUR",
    "de-DE": "EUR", "ar-AE": "AED", "ja-JP": "JPY",
}  # fmt: skip
MakeArticle = Callable[..., Article]
VOID = {"meta", "link", "br", "hr", "img", "input", "col", "wbr"}


class Reader(HTMLParser):
    """Reads a page strictly: every tag closed in order, and what stands where."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.json_ld: list[dict[str, object]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(text)
        assert self._open == [], self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), (tag, names)
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "script":
            self.json_ld.append(json.loads(data))
        self.text += data

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        return [
            found
            for name, found in self.tags
            if name == tag and all(found.get(key) == value for key, value in wanted.items())
        ]

    @property
    def alternates(self) -> dict[str, str]:
        return {
            each["hreflang"]: each["href"] for each in self.all("link", rel="alternate") if "hreflang" in each
        }
