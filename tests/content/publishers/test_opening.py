"""A `[[publish]]` table is looked at before anything is published."""

from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest

from content.errors import ShopError
from content.publishers import PLACES, opening
from content.publishers.opening import open_place
from content.publishers.place import Setting
from content.shop import Shop, Target, load_shop
from tests.content.publishers.shelf import Shelf

TARGET = Target("board", "board", "", ("de-DE",), "draft", settings={"wall": "north"})


class Board(Shelf):
    """A shelf with a secret and a setting that must be there."""

    kind: ClassVar[str] = "board"
    secret: ClassVar[str] = "ACREAGE_BOARD_SECRET"
    settings: ClassVar[dict[str, str]] = {"wall": "!which wall", "colour": "of the pins"}


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shop:
    monkeypatch.setattr(opening, "PLACES", {"board": Board})
    (tmp_path / "shop.toml").write_text('name = "x"\n[[markets]]\nlocale = "de-DE"\ncurrency = "EUR"\n')
    return load_shop(tmp_path)


def test_a_table_with_all_it_needs_opens(shop: Shop) -> None:
    assert isinstance(open_place(TARGET, shop, "s3cret"), Board)


@pytest.mark.parametrize(
    ("target", "secret", "said"),
    [
        (TARGET, "", "ACREAGE_BOARD_SECRET"),
        (replace(TARGET, secret_env="MY_BOARD"), "", "MY_BOARD"),
        (replace(TARGET, settings={}), "s", "key 'wall' is missing: which wall"),
        (replace(TARGET, settings={"wall": "n", "color": "red"}), "s", "did you mean 'colour'"),
        (replace(TARGET, kind="bord"), "s", "did you mean 'board'"),
    ],
)
def test_what_is_misspelt_or_missing_is_one_line(shop: Shop, target: Target, secret: str, said: str) -> None:
    with pytest.raises(ShopError) as error:
        open_place(target, shop, secret)
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_a_secret_shows_in_no_repr(shop: Shop) -> None:
    assert "s3cret" not in repr(Setting(TARGET, shop, "s3cret"))


@pytest.mark.parametrize("name", sorted(PLACES))
def test_every_place_keeps_the_contract(name: str) -> None:
    kind = PLACES[name]
    assert kind.kind == name
    assert kind.secret in ("", f"ACREAGE_{kind.secret[8:]}")
    assert kind.timeout_s > 0
