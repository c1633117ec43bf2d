"""Phrase books: what may be said around a fact, per language, and whose turn each pattern is.

The turn follows from the article's number in its language alone, so that an article comes out the same on
every run, and in any twenty pages no pattern of a list of seven or more stands more than three times.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib import resources

from content.marks import mark

WINDOW = 19  # with the page in hand, twenty
MOST_USES = 3  # of one pattern in any twenty pages of a language
SLOT = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")


@cache
def phrase_book(language: str) -> Mapping[str, Mapping[str, list[str] | str]]:
    """The phrase book of a language, as in `phrases/<language>.toml`."""
    text = (resources.files("content.writing") / "phrases" / f"{language}.toml").read_text(encoding="utf-8")
    book: dict[str, dict[str, list[str] | str]] = tomllib.loads(text)
    return book


@dataclass(slots=True)
class Wording:
    """Chooses the patterns of one article and remembers which it used."""

    language: str
    ordinal: int
    shift: int = 0
    recent: Counter[str] = field(default_factory=Counter)  # patterns of the pages before, `WINDOW` at most
    used: list[str] = field(default_factory=list)
    _step: dict[str, int] = field(default_factory=dict)

    def say(self, key: str, **slots: str) -> str:
        """Fill the next pattern of a list, `say.mixed`; a second call for the list takes another one."""
        table, name = key.split(".")
        patterns = phrase_book(self.language)[table][name]
        index = self._free(key, self._turn(key, len(patterns)), len(patterns))
        self.used.append(f"{key}.{index}")
        return fill(patterns[index], slots)

    def keep(self) -> tuple[int, dict[str, int]]:
        """Where the wording stands, for `back`."""
        return len(self.used), dict(self._step)

    def back(self, kept: tuple[int, dict[str, int]]) -> None:
        """Forget the patterns of a block that did not make it onto the page."""
        length, step = kept
        del self.used[length:]
        self._step = dict(step)

    def word(self, name: str) -> str:
        """A single word or mark of the language, `yes`."""
        return str(phrase_book(self.language)["word"][name])

    def joined(self, clauses: list[str]) -> str:
        """Clauses one after the other with the language's semicolon."""
        return mark("semicolon", self.language).join(clauses)

    def _free(self, key: str, index: int, size: int) -> int:
        """The pattern whose turn it is, or the next that the pages before have not worn out."""
        places = ((index + step) % size for step in range(size))
        return next((place for place in places if self.recent[f"{key}.{place}"] < MOST_USES), index)

    def _turn(self, key: str, size: int) -> int:
        """A round of `size` articles uses every pattern once.

        Every third round of every other list moves on by one, so that articles a round apart do not
        agree in everything; one in three keeps any three gaps of a pattern at 20 or more for a list of seven.
        """
        step = self._step.get(key, 0)
        self._step[key] = step + 1
        turn, own = self.ordinal + self.shift, int(sha256(key.encode()).hexdigest(), 16)
        drift = (turn // (3 * size)) * (own % 2)
        return (turn + own + drift + step * (1 + own % 3)) % size


def fill(pattern: str, slots: Mapping[str, str]) -> str:
    """Put values into single-braced slots; double-braced references inside the values stay as they are.

    A capitalised slot (`{Label}`) takes the value with a capital first letter.
    """

    def put(match: re.Match[str]) -> str:
        name = match[1]
        value = slots[name.lower()]
        return capital(value) if name[0].isupper() else value

    return SLOT.sub(put, pattern)


def capital(text: str) -> str:
    """First letter upper case, the rest untouched; a reference keeps its braces."""
    return text[:1].upper() + text[1:]
