"""What a claim means among the columns of the catalogue, whatever the language: `hat eine Tasche` is `Bag included`.

Words come first (the lexicon, our capabilities). Where they find no column, a multilingual encoder looks: "gift
box" is .75 like `ギフト箱付き`, "afinador incorporado" .62 like `Built-in tuner`. An encoder sees no negation and no
number: it only says which column is meant; what that column states, the ledger says. It takes 17 of 91 blocks
off the honest articles of `tests/data/shops` at the price of one lie in 240. Where a shop has words for a
column (`words.csv`) they decide alone: looking for meaning there too let 4 of 24 invented features of the
kitchen shop pass. The encoder belongs to this check as its words do, and is not the shop's, which `flows/bootstrap.py`
chooses: what a page may say must not depend on that.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from content.checks.view import fold, low
from content.ledger.ledger import Ledger
from content.records import Choice, Fact, Quantity, Span, Text, Unknown
from seo.encoders.universal import Universal

_LIKE: Final = 0.55  # cosine from which words mean a column; of 23 invented claims the likest was .50
_LIKE_VALUE: Final = 0.65  # the same of what a column holds or counts: "noise" is .56 like `on-ear`
_NEARLY: Final = 0.05  # another column must not be this much likelier
_LIKE_LACK: Final = 0.75  # of two things that are not there: sugar-free is .63 like gluten-free
_WORDS: Final = 4  # of a window around the claim
_LETTERS: Final = (2, 4, 6, 8)  # of a window where no blanks are written
_HELD: Final = (
    0.6  # of the claim's letters a window must hold: `rigide` of a rigid case alone is like `foldable`
)
_SHORTEST_JA: Final = 2
_SHORTEST: Final = 4  # letters of a window: `le` is like `L`
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_UNIT: Final = re.compile(r"[(\[（][^)\]）]*[)\]）]")
_MOST_COLUMNS: Final = 400
_NO_FEATURE: Final = {
    "title",
    "price",
    "sale_price",
    "availability",
    "category",
    "brand",
    "sku",
    "link",
    "image",
}
Vectors = NDArray[np.float32]


WITHOUT: Final = re.compile(
    r"(?<!\w)(?:no|not|non|without|sin|sans|ne|ohne|kein\w*|nicht)(?!\w)|(?:free|less|frei|los)(?!\w)"
    r"|(?<!\w)un[a-zäöü]{4}|غير|بدون|بلا|دون|خال|لا |無|不使用|フリー|なし|ません"
)
"""That something is not there, in a claim or in a column's name."""


@cache
def _encoder() -> Universal:
    return Universal()


@dataclass(frozen=True, slots=True)
class _Column:
    """What a fact is called, or says."""

    words: str
    fact: Fact
    asked: float = _LIKE


@dataclass
class Meaning:
    """The columns of a ledger as an encoder reads them, made ready when a claim found no word."""

    ledger: Ledger
    language: str
    _known: dict[str, Vectors] = field(default_factory=dict)
    _kinds: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def of(
        self, handle: str, text: str, place: tuple[int, int], clause: tuple[int, int], name: str
    ) -> Fact | None:
        """The fact of a product that a claim at `place` means; None where no column is like it, or one of its kind of
        products that nobody has filled in is likelier. `text`: folded, small letters; `name`: what we call the claim.
        """
        own = () if ":" in name else (name.replace("-", " "),)
        windows = list(dict.fromkeys((*self._windows(text, place, clause), *own)))
        mine = list(self._columns(handle))
        if not windows or not mine:
            return None
        said = self._read(windows)
        stated = [column for column in mine if not isinstance(column.fact.value, Unknown)]
        if not stated:
            return None
        likeness = (said @ self._read([column.words for column in stated]).T).max(axis=0)
        is_lacked = WITHOUT.search(text, *place) is not None or name.endswith("-free")
        asked = np.array(
            [_LIKE_LACK if is_lacked and WITHOUT.search(c.words) else c.asked for c in stated],
            dtype=np.float32,
        )
        best = int((likeness - asked).argmax())
        known = {column.words for column in stated}
        rivals = [words for words in self._names(handle) if words not in known]
        rival = float((said @ self._read(rivals).T).max()) if rivals else 0.0
        if likeness[best] < asked[best] or rival > likeness[best] + _NEARLY:
            return None
        return stated[best].fact

    def _windows(self, text: str, place: tuple[int, int], clause: tuple[int, int]) -> Iterator[str]:
        """The claim's own words with a few around them."""
        start, end = clause if clause != (0, 0) else (0, len(text))
        inside = text[start:end]
        first, last = place[0] - start, place[1] - start
        spans = list(self._spans(inside))
        shortest = _SHORTEST if self.language != "ja" else _SHORTEST_JA
        for at, (left, _) in enumerate(spans):
            for size in range(_WORDS if self.language != "ja" else len(_LETTERS)):
                if at + size >= len(spans):
                    break
                right = spans[at + size][1]
                window = inside[left:right]
                held = min(right, last) - max(left, first)
                if held >= _HELD * (last - first) and len(window) >= shortest:
                    yield window

    def _spans(self, text: str) -> list[tuple[int, int]]:
        if self.language != "ja":
            return [match.span() for match in _WORD.finditer(text)]
        return [(at, min(at + 2, len(text))) for at in range(0, len(text), 2)]

    def _columns(self, handle: str) -> Iterator[_Column]:
        product = self.ledger.products.get(handle)
        for part in (handle, *(product.variants if product else ())):
            for fact in self.ledger.facts(part):
                if fact.column and fact.key not in _NO_FEATURE and not self._is_listed(fact):
                    yield from _called(fact)

    def _is_listed(self, fact: Fact) -> bool:
        """Whether the shop lists words for it in this language: then they decide (`words.csv`)."""
        return self.ledger.lexicon.is_listed("attribute", fact.key, self.language)

    def _names(self, handle: str) -> tuple[str, ...]:
        """What the yes-and-no columns are called that somebody has filled in for a product of the kind."""
        product = self.ledger.products.get(handle)
        category = product.category if product else ""
        if category not in self._kinds:
            found: dict[str, None] = {}
            for family in self.ledger.families(category) if category else self.ledger.families():
                facts = [fact for fact in self.ledger.facts(family.handle) if isinstance(fact.value, bool)]
                found |= {
                    _name(fact.column): None for fact in facts if fact.column and fact.key not in _NO_FEATURE
                }
            self._kinds[category] = tuple(found)[:_MOST_COLUMNS]
        return self._kinds[category]

    def _read(self, texts: Sequence[str]) -> Vectors:
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            self._known |= dict(zip(new, _encoder().encode(new), strict=True))
        return np.stack([self._known[text] for text in texts])


def _called(fact: Fact) -> Iterator[_Column]:
    name, value = _name(fact.column), fact.value
    if isinstance(value, bool | Unknown):
        yield _Column(name, fact)
    elif isinstance(value, Quantity | Span):
        yield _Column(name, fact, _LIKE_VALUE)
    elif isinstance(value, Choice):
        yield _Column(low(fold(value.text)), fact, _LIKE_VALUE)
        yield _Column(f"{name} {low(fold(value.text))}", fact, _LIKE_VALUE)
    elif isinstance(value, Text):
        yield from (_Column(low(fold(text)), fact, _LIKE_VALUE) for _, text in value.by_language)


def _name(column: str) -> str:
    return low(fold(_UNIT.sub("", column))).strip()
