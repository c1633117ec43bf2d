"""Topics of one subject come together, whatever their order and however many they are."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from scipy import sparse
from sklearn.metrics import adjusted_rand_score

from seo import pillars as module
from seo.encoders.universal import Universal
from seo.pillars import with_pillars
from seo.records import Intent, Keyword, Topic

ENCODER = Universal()


def topic(language: str, *texts: str) -> Topic:
    keywords = tuple(Keyword(t, t, language, 10.0, 1) for t in texts)
    return Topic(
        f"{language}:{texts[0]}", language, texts[0], Intent.INFORMATIONAL, 1.0, "", keywords, (), 10.0
    )


ACTS = ["how to wash", "can you cut", "where to buy", "how to return", "best", "cheap", "how to hang"]
THINGS = [
    f"{kind} {thing}"
    for thing in ("curtains", "blankets", "slippers", "towels", "lamps", "tents", "bicycles", "knives")
    for kind in ("blue", "large", "kids", "winter", "used")
]
MANY = [topic("en", f"{act} {thing}", f"{thing} {act}") for act in ACTS for thing in THINGS]


def test_pillars_bring_near_topics_together_whatever_their_order() -> None:
    texts = [
        "how to wash blackout curtains", "can you cut blackout curtains", "blackout curtain sizes",
        "thermal curtains for winter", "sheer curtains at night", "do felt slippers run small",
        "wool slippers washing", "slippers for wide feet", "non slip slippers", "kids slippers size",
    ]  # fmt: skip
    topics = [topic("en", text) for text in texts]
    found = {t.name: t.pillar for t in with_pillars(topics, ENCODER)}
    assert {t.name: t.pillar for t in with_pillars(topics[::-1], ENCODER)} == found
    slippers = {found[text] for text in texts if "slippers" in text}
    curtains = {found[text] for text in texts if "curtain" in text}
    assert len(slippers) <= 2 and not slippers & curtains
    assert set(found.values()) <= set(texts)


def test_a_handful_of_topics_is_no_map() -> None:
    assert [t.pillar for t in with_pillars([topic("en", "a"), topic("en", "b")], ENCODER)] == ["a", "b"]


def pillars_of(topics: Sequence[Topic]) -> dict[str, str]:
    return {topic.id: topic.pillar for topic in with_pillars(topics, ENCODER)}


def sorted_out(where: Any) -> Any:
    """The neighbours' graph as it was told first: every row sorted whole."""
    likeness = where @ where.T
    np.fill_diagonal(likeness, -1)
    best = np.argsort(-likeness, axis=1, kind="stable")[:, : module.NEIGHBOURS]
    value, rows = np.take_along_axis(likeness, best, axis=1), np.repeat(np.arange(len(where)), best.shape[1])
    keep = value.ravel() >= module.LEAST
    shape = (len(where), len(where))
    graph = sparse.csr_matrix((value.ravel()[keep], (rows[keep], best.ravel()[keep])), shape=shape)
    return graph.maximum(graph.T)


@pytest.mark.parametrize("size", [4, 7, 8, 9, 280])
def test_the_pillars_of_a_shop_are_those_that_sorting_every_row_finds(
    monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    """Twins among them: of equals the first is the neighbour."""
    topics = [
        *MANY[:size],
        *(topic("en", f"{t.name} again", *(k.phrase for k in t.keywords)) for t in MANY[:4]),
    ]
    found = pillars_of(topics)
    monkeypatch.setattr(module, "_graph", sorted_out)
    assert pillars_of(topics) == found


def test_many_topics_have_nearly_the_pillars_that_comparing_all_with_all_finds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    exact = pillars_of(MANY)
    monkeypatch.setattr(module, "EXACT", 50)
    monkeypatch.setattr("seo.neighbours.EXACT", 50)
    monkeypatch.setattr("seo.neighbours._CELL", 20)
    many = pillars_of(MANY)
    assert pillars_of(MANY[::-1]) == many
    assert adjusted_rand_score([exact[t.id] for t in MANY], [many[t.id] for t in MANY]) > 0.8
