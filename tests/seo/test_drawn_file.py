"""What is kept in a file is believed only as far as it is whole, ours and of the same encoder and text."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from seo.drawn_file import Keys, keep, keys_of, opened
from seo.vectors import Halves

TEXTS = ["wash curtains", "カーテン 洗濯", "", "Vorhänge kürzen"]
ROWS = np.array([[1, 0, 0], [0.6, 0.8, 0], [0, 0, 0], [0, -1, 0]], dtype=np.float16)


def kept(file: Path, texts: list[str], rows: Halves = ROWS) -> Keys:
    keys = keys_of("ours/1", texts)
    keep(file, keys, [rows[:1], rows[1:]])
    return keys


def test_rows_come_back_as_they_were_whatever_the_order_they_are_asked_in(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "de.npy"
    keys = kept(file, TEXTS)
    found = opened(file)
    assert found is not None
    assert found.is_of(keys)
    assert not found.is_of(keys[::-1])
    assert found.places(keys[::-1]).tolist() == [3, 2, 1, 0]
    assert np.array_equal(found.rows, ROWS)
    assert [each.name for each in file.parent.iterdir()] == ["de.npy"]


def test_another_text_and_another_encoder_are_unknown(tmp_path: Path) -> None:
    kept(tmp_path / "de.npy", TEXTS)
    found = opened(tmp_path / "de.npy")
    assert found is not None
    assert found.places(keys_of("ours/1", ["wash curtain", TEXTS[0]])).tolist() == [-1, 0]
    assert found.places(keys_of("ours/2", TEXTS)).tolist() == [-1] * 4


def test_of_a_damaged_file_what_is_whole_is_believed(tmp_path: Path) -> None:
    file = tmp_path / "de.npy"
    keys = kept(file, TEXTS)
    content = bytearray(file.read_bytes())
    content[-1] ^= 1  # the lowest bit of the last row
    file.write_bytes(content)
    found = opened(file)
    assert found is not None
    assert found.places(keys).tolist() == [0, 1, 2, -1]
    assert not found.is_of(keys)


@pytest.mark.parametrize(
    "what", ["nothing", "cut", "empty", "text", "pickle", "archive", "numbers", "shape", "head"]
)
def test_what_is_no_such_file_holds_nothing(tmp_path: Path, what: str) -> None:
    file = tmp_path / "de.npy"
    kept(file, TEXTS)
    assert opened(file) is not None
    if what == "nothing":
        file.unlink()
    elif what == "cut":
        file.write_bytes(file.read_bytes()[:-1])
    elif what == "empty":
        file.write_bytes(b"")
    elif what == "text":
        file.write_text("not ours")
    elif what == "pickle":
        np.save(file, np.array([{"key": 1}], dtype=object), allow_pickle=True)
    elif what == "archive":
        with file.open("wb") as out:
            np.savez(out, rows=ROWS)
    elif what == "numbers":
        np.save(file, ROWS)
    elif what == "shape":
        np.save(file, np.zeros(3, dtype=[("key", "<u8", (2,)), ("sum", "<u8"), ("row", "<f2")]))
    else:
        file.write_bytes(file.read_bytes().replace(b"<f2", b"<f9"))
    assert opened(file) is None


def test_a_file_that_could_not_be_written_to_its_end_leaves_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "de.npy"
    keys = kept(file, TEXTS)

    def breaking() -> Iterator[Halves]:
        yield ROWS[:1]
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        keep(file, keys_of("ours/1", ["other", "more"]), breaking())
    found = opened(file)
    assert found is not None
    assert found.is_of(keys)
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_is_replaced_while_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "de.npy"
    kept(file, TEXTS)
    before = opened(file)
    kept(file, TEXTS[::-1], ROWS[::-1])
    assert before is not None
    assert np.array_equal(before.rows, ROWS)
