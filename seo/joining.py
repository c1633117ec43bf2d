"""New texts join the groups that are there: a week's queries without grouping a year's again.

Of the groups whose centres are nearest, the one that holds the likest text takes a new one, if that text is near enough
and wants the same. Nearest texts are right more often than nearest centres (product queries, a tenth held back: of
those joined 83 % against 72 in English, 25 against 12 in German, 40 against 27 in Japanese); centres say where to look,
so that a million texts are not compared with each new one.

5,000 texts into a million in 100,000 groups, two cores: 3 s (encoding among them) after 4 s of opening what was kept of
the groups (`drawing.py`). The whole of `continuity.py` around it takes 24 s, 29 CPU s, 3.5 GB with the million twice in
memory: a million keywords are records of Python.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from seo.drawing import Drawn
from seo.encoders.encoder import Encoder
from seo.neighbours import highest
from seo.shared_pages import SHARED, Pages, shared
from seo.vectors import Floats, Halves, full, long
from seo.wishes import kept_share, wish

NEAR: Final = (
    0.75  # cosine from which a text belongs to the group of another: below, it starts one of its own
)
NEAR_SAME_ACT: Final = (
    0.5  # the same, where both name one act: as right as at .75 (a tenth held back, four languages)
)
SURE: Final = 0.9  # cosine from which results pages that share nothing no longer speak against it
_NEAREST: Final = 8  # groups whose texts are looked at
_EXACT: Final = 20_000  # groups that are compared in all directions
_WIDTH: Final = 128  # main directions, as in neighbours.py
_BLOCK: Final = 500  # texts at a time: 200 MB against 100,000 groups


def join(
    texts: Sequence[str],
    drawn: Drawn,
    language: str,
    encoder: Encoder,
    size: int,
    pages: Pages | None = None,
) -> list[int | None]:
    """For each text the group it belongs to, or None where it starts one of its own. `size`: texts behind `drawn`,
    which decides the encoder as it did then. First pages of results tie and part, where they are known."""
    if not texts or not drawn.texts:
        return [None] * len(texts)
    rows = encoder.of(language, size).encode(texts)
    best, likeness = _likest(rows, drawn)
    wishes = [wish(text, language) for text in (*texts, *(drawn.texts[place] for place in best.tolist()))]
    here = np.arange(len(texts), dtype=np.int64)
    share = likeness * kept_share(wishes, here, here + len(texts))
    tied = _tied(texts, drawn, language, pages or {})
    found: list[int | None] = []
    for row, text in enumerate(texts):
        other = drawn.texts[best[row]]
        is_parted = bool(pages) and share[row] < SURE and _share_nothing(text, other, pages or {})
        mine, theirs = wishes[row], wishes[row + len(texts)]
        is_one_act = bool(mine.act) and mine.act == theirs.act
        is_near = share[row] >= (NEAR_SAME_ACT if is_one_act else NEAR) and not is_parted
        found.append(tied.get(row, drawn.home(int(best[row])) if is_near else None))
    return found


def _likest(rows: Floats, drawn: Drawn) -> tuple[NDArray[np.int64], Floats]:
    """For each row the likest text of the groups around it, of equals the first, and the cosine."""
    centred, centres, count = _shortened(long(rows - drawn.mean), drawn.centres)
    best = np.zeros(len(rows), dtype=np.int64)
    likeness = np.zeros(len(rows), dtype=np.float32)
    for at in range(0, len(rows), _BLOCK):
        for row, groups in enumerate(highest(centred[at : at + _BLOCK] @ centres.T, count), start=at):
            places = np.concatenate([np.arange(drawn.starts[g], drawn.starts[g + 1]) for g in groups])
            cosines = np.round(full(drawn.rows.of(places)) @ rows[row], 4)
            top = int(np.argmax(cosines))
            best[row], likeness[row] = places[top], cosines[top]
    return best, likeness


def _shortened(rows: Floats, centres: Halves) -> tuple[Floats, Floats, int]:
    """New texts and centres to compare, and how many centres to look around: of very many in their main directions
    only, a quarter of the work, and twice as many of them."""
    whole = full(centres)
    if len(whole) <= _EXACT:
        return rows, whole, min(_NEAREST, len(whole))
    sample = whole[:: -(-len(whole) // _EXACT)]
    _, directions = np.linalg.eigh(sample.T @ sample)
    main = directions[:, -_WIDTH:].astype(np.float32)
    return rows @ main, whole @ main, 2 * _NEAREST


def _share_nothing(one: str, other: str, pages: Pages) -> bool:
    return shared(pages.get(one, frozenset()), pages.get(other, frozenset())) == 0


def _tied(texts: Sequence[str], drawn: Drawn, language: str, pages: Pages) -> dict[int, int]:
    """New text -> the group it shares most of its first page with, where that is enough and nothing contradicts."""
    asked = [row for row, text in enumerate(texts) if pages.get(text)] if pages else []
    if not asked:
        return {}
    shown: defaultdict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(drawn.texts):
        for url in pages.get(text, ()):
            shown[url].append(place)
    found = {}
    for row in asked:
        count: defaultdict[int, int] = defaultdict(int)
        for url in pages[texts[row]]:
            for place in shown.get(url, ()):
                count[place] += 1
        place = min(count, key=lambda place: (-count[place], place), default=0)
        if count.get(place, 0) >= SHARED:
            pair = [wish(texts[row], language), wish(drawn.texts[place], language)]
            if kept_share(pair, np.array([0]), np.array([1]))[0] > 0:
                found[row] = drawn.home(place)
    return found
