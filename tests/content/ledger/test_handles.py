from pathlib import Path

import pytest

from content.ledger.handles import assign, base, pins_text, read_pins


@pytest.mark.parametrize(
    ("sku", "handle"),
    [
        ("HD7546/20", "hd7546-20"),
        ("KF 520", "kf-520"),
        ("HR1858  Juicer", "hr1858-juicer"),
        ("1.7 l 3000 W", "1-7-l-3000-w"),
        ("182611 Mini Fryer & Fondue", "182611-mini-fryer-fondue"),
        ("Größe Ä", "groe-a"),
        ("shop", "p-shop"),  # {{shop.x}} is the shop's
        ("evidence-1", "p-evidence-1"),
    ],
)
def test_handles_of_real_skus(sku: str, handle: str) -> None:
    assert base(sku) == handle


def test_a_sku_without_latin_letters_gets_a_stable_one() -> None:
    assert base("電気ケトル") == base("電気ケトル") != base("غلاية")
    assert base("電気ケトル").startswith("p-")


def test_collisions_are_numbered_whatever_the_order_of_rows() -> None:
    skus = ["KF-520", "KF 520", "kf.520"]
    expected = {"KF 520": "kf-520", "KF-520": "kf-520-2", "kf.520": "kf-520-3"}
    assert assign(skus, {}) == assign(reversed(skus), {}) == expected


def test_a_pinned_handle_stays_when_a_sku_that_sorts_before_it_comes(tmp_path: Path) -> None:
    first = assign(["KF-520"], {})
    (tmp_path / "handles.csv").write_text(pins_text(first), encoding="utf-8")
    second = assign(["KF 520", "KF-520"], read_pins(tmp_path / "handles.csv"))
    assert second == {"KF-520": "kf-520", "KF 520": "kf-520-2"}


def test_no_pins_before_the_first_run(tmp_path: Path) -> None:
    assert read_pins(tmp_path / "handles.csv") == {}
