"""Results pages tie searches that share addresses and part those that share none; contradictions stay cut."""

import numpy as np
import pytest

from seo.clusters import cluster
from seo.encoders.universal import Universal
from seo.neighbours import Neighbours
from seo.shared_pages import address, linked, shared
from seo.wishes import wish

ENCODER = Universal()


def page(*names: str) -> frozenset[str]:
    return frozenset(f"shop.example/{name}" for name in names)


TEN = page(*"abcdefghij")
OTHER = page(*"klmnopqrst")


def groups(texts: list[str], pages: dict[str, frozenset[str]], language: str = "en") -> set[frozenset[str]]:
    found = cluster(texts, language, ENCODER, pages=pages).clusters
    return {frozenset(texts[place] for place in group) for group in found}


FILL = ["espresso machine descaling", "bread knife sharpening", "wool blanket moths", "bath mat mould"]


@pytest.mark.parametrize(
    ("language", "one", "two"),
    [
        ("en", "draught excluder", "stop cold air under door"),
        ("de", "Zugluftstopper", "kalte Luft unter der Tür"),
        ("fr", "boudin de porte", "air froid sous la porte"),
        ("es", "burlete de tela", "entra aire frío por abajo"),
        ("ar", "حاجز الهواء", "برد تحت الباب"),
        ("ja", "隙間テープ", "ドアの下が寒い"),
    ],
)
def test_what_one_results_page_answers_is_one_topic(language: str, one: str, two: str) -> None:
    pages = {one: TEN, two: page(*"abcdefgxyz")}
    assert frozenset({one, two}) in groups([one, two, *FILL], pages, language)
    assert frozenset({one, two}) not in groups([one, two, *FILL], {}, language)


def test_two_shared_addresses_tie_nothing() -> None:
    one, two = "draught excluder", "stop cold air under door"
    assert frozenset({one, two}) not in groups([one, two, *FILL], {one: TEN, two: page(*"abstuvwxyz")})


def test_shared_pages_do_not_join_a_negation_with_what_it_denies() -> None:
    one, two = "curtains that can be washed", "curtains that can not be washed"
    assert frozenset({one, two}) not in groups([one, two, *FILL], {one: TEN, two: TEN})


def links(likeness: list[list[float]], pages: list[frozenset[str]]) -> np.ndarray:  # type: ignore[type-arg] # of floats
    """Strength of the links of three texts, each the others' neighbour."""
    near = Neighbours(
        np.array([[1, 2], [0, 2], [0, 1]], dtype=np.int32), np.array(likeness, dtype=np.float32)
    )
    wishes = [wish(text, "en") for text in ("red lamp", "blue lamp", "green lamp")]
    return linked(near, np.ones((3, 2), dtype=np.float32), wishes, pages).strength


LIKE = [[0.9, 0.4], [0.9, 0.6], [0.4, 0.6]]


def test_a_weak_link_between_pages_that_share_nothing_is_cut_and_a_strong_one_is_not() -> None:
    found = links(LIKE, [TEN, OTHER, OTHER | page("z")])
    assert found[0, 1] == 0 and found[2, 0] == 0  # .4, nothing in common
    assert found[0, 0] == pytest.approx(0.9)  # strong: the engine may have its reasons


def test_what_was_not_looked_up_is_left_as_it_is() -> None:
    assert links(LIKE, [TEN, frozenset(), frozenset()]) == pytest.approx(np.array(LIKE))
    assert links(LIKE, [TEN, frozenset(), page("x")]) == pytest.approx(
        np.array(LIKE)
    )  # one address is no page


def test_each_shared_address_adds_a_tenth() -> None:
    found = links(LIKE, [TEN, frozenset(), page(*"abcdxyz")])
    assert found[0, 1] == pytest.approx(0.8)
    assert found[2, 0] == pytest.approx(0.8)


@pytest.mark.parametrize(
    "url", ["https://www.Shop.example/a/", "http://shop.example/a", "https://shop.example/a#top"]
)
def test_one_address_has_one_spelling(url: str) -> None:
    assert address(url) == "shop.example/a"


def test_an_unknown_page_shares_an_unknown_number() -> None:
    assert shared(TEN, frozenset()) is None
    assert shared(TEN, OTHER) == 0
