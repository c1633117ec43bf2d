"""Where the name stands in a Japanese title: `朝霧 タオル` and `急須 とき` are both usual, and a shop keeps to one."""

import re
from collections.abc import Iterable
from typing import Final, Literal

_BETWEEN: Final = re.compile(r"[\s\u3000,;、()（）・／/]+")
_SHORTEST: Final = 2


def title_words(title: str) -> list[str]:
    """The words of a title, as its blanks and signs part them."""
    return [word for word in _BETWEEN.split(title) if word]


def kind_place(titles: Iterable[tuple[str, Iterable[str]]]) -> Literal["first", "last", ""]:
    """Whether more titles begin with what the thing is or end with it; empty where none shows it. Each title comes with
    the words for its category: `携帯万年筆 こまめ` begins with a `万年筆`, `抹茶碗 つきよ` with a `茶碗`.
    """
    firsts = lasts = 0
    for title, kinds in titles:
        words = [word for word in title_words(title) if not any(letter.isdigit() for letter in word)]
        if len(words) > 1:
            known = [part for kind in kinds for part in title_words(kind)]
            firsts += _is_kind(words[0], known)
            lasts += _is_kind(words[-1], known)
    return "first" if firsts > lasts else "last" if lasts else ""


def _is_kind(word: str, known: Iterable[str]) -> bool:
    return any(
        len(part) >= _SHORTEST and len(word) >= _SHORTEST and (word.endswith(part) or part.endswith(word))
        for part in known
    )
