"""Where groups stand is the same from a file as read anew, whatever the file holds."""

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from seo.drawing import Drawn, Rows, draw
from seo.encoders.encoder import Encoder


class Letters(Encoder):
    """Reads a text by its letters, and remembers what it was asked."""

    def __init__(self, name: str = "letters") -> None:
        self.name = name
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += texts
        rows = np.array([[text.count(letter) + 0.1 for letter in "acehiorst"] for text in texts])
        rows = rows.reshape(len(texts), 9)[:, :: 1 if self.name == "letters" else -1]
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


GROUPS = [
    ["wash curtains", "washing curtains", "curtain wash"],
    ["short curtain"],
    ["cut curtains", "how to cut a curtain"],
    *([f"{thing} {act}" for act in ("care", "size", "test")] for thing in ("chair", "torch", "rice")),
]


def assert_same(one: Drawn, other: Drawn) -> None:
    assert np.array_equal(one.rows.of(slice(None)), other.rows.of(slice(None)))
    for name in (each.name for each in fields(Drawn) if each.name != "rows"):
        assert np.array_equal(getattr(one, name), getattr(other, name)), name


def test_rows_are_the_texts_own_wherever_they_stand() -> None:
    kept, new = np.arange(6, dtype=np.float16).reshape(3, 2), np.array([[8, 9], [6, 7]], dtype=np.float16)
    rows = Rows(kept, np.array([2, -2, 0, -1]), new)
    assert rows.of(slice(1, 4)).tolist() == [[6, 7], [0, 1], [8, 9]]
    assert rows.of(np.array([3, 0])).tolist() == [[8, 9], [4, 5]]
    assert kept.tolist() == [[0, 1], [2, 3], [4, 5]]


def test_a_centre_is_the_middle_of_its_texts_without_what_all_share() -> None:
    drawn = draw(GROUPS, "en", Letters())
    assert drawn.starts.tolist() == [0, 3, 4, 6, 9, 12, 15]
    assert [drawn.home(place) for place in (0, 2, 3, 5, 14)] == [0, 0, 1, 2, 5]
    rows = Letters().encode(drawn.texts).astype(np.float16).astype(np.float64)
    assert np.allclose(drawn.mean, rows.mean(axis=0), atol=1e-6)
    middle = (rows[4:6] - rows.mean(axis=0)).sum(axis=0)
    assert np.allclose(drawn.centres[2], middle / np.linalg.norm(middle), atol=1e-3)


def test_the_mean_of_a_handful_stays_on() -> None:
    assert not draw(GROUPS[:2], "en", Letters()).mean.any()


def test_kept_equals_drawn_and_no_text_is_read_twice(tmp_path: Path) -> None:
    plain, reader = draw(GROUPS, "en", Letters()), Letters()
    for _ in range(2):
        assert_same(draw(GROUPS, "en", reader, tmp_path / "en.npy"), plain)
    assert sorted(reader.asked) == sorted(plain.texts)


def test_of_a_changed_group_only_what_is_new_is_read_and_next_week_starts_from_there(tmp_path: Path) -> None:
    file = tmp_path / "en.npy"
    draw(GROUPS, "en", Letters(), file)
    changed = [[*GROUPS[0][1:], "washable curtain"], *GROUPS[2:], ["heater"]]
    for news in (["washable curtain", "heater"], []):
        reader = Letters()
        assert_same(draw(changed, "en", reader, file), draw(changed, "en", Letters()))
        assert sorted(reader.asked) == sorted(news)


def test_the_order_of_groups_and_texts_does_not_matter_to_what_is_kept(tmp_path: Path) -> None:
    file, reader = tmp_path / "en.npy", Letters()
    draw(GROUPS, "en", Letters(), file)
    turned = [group[::-1] for group in GROUPS[::-1]]
    assert_same(draw(turned, "en", reader, file), draw(turned, "en", Letters()))
    assert reader.asked == []


def test_a_new_text_among_many_is_read_and_the_file_stays_until_they_are_more(tmp_path: Path) -> None:
    file, many = tmp_path / "en.npy", [[f"{'chair' * n}", f"{'rice' * n} test"] for n in range(1, 31)]
    draw(many, "en", Letters(), file)
    before = file.read_bytes()
    for news in (["torch"], ["torch", "shoe", "hat", "coat"]):
        reader, grown = Letters(), [*many, news]
        assert_same(draw(grown, "en", reader, file), draw(grown, "en", Letters()))
        assert sorted(reader.asked) == sorted(news)
        assert (file.read_bytes() == before) == (len(news) == 1)


def test_another_encoder_reads_everything_itself(tmp_path: Path) -> None:
    file, other = tmp_path / "en.npy", Letters("other")
    draw(GROUPS, "en", Letters(), file)
    assert_same(draw(GROUPS, "en", other, file), draw(GROUPS, "en", Letters("other")))
    assert len(other.asked) == 15


@pytest.mark.parametrize("cut", [0, 1, 64, 200, 10_000])
def test_a_damaged_file_is_drawn_again(tmp_path: Path, cut: int) -> None:
    file = tmp_path / "en.npy"
    draw(GROUPS, "en", Letters(), file)
    content = file.read_bytes()
    for damaged in (content[: -cut or None] + b"x" * 7, content[:cut] + b"\0" * (len(content) - cut)):
        file.write_bytes(damaged)
        assert_same(draw(GROUPS, "en", Letters(), file), draw(GROUPS, "en", Letters()))


def test_without_a_place_nothing_is_kept_and_without_groups_nothing_is_written(tmp_path: Path) -> None:
    draw(GROUPS, "en", Letters())
    assert draw([], "en", Letters(), tmp_path / "en.npy").texts == ()
    assert list(tmp_path.iterdir()) == []
