"""Bytes can be read again from the start, packed or not; bombs and broken archives are refused in one line."""

import gzip
import zipfile
from pathlib import Path

import pytest

from seo.errors import InputError
from seo.signals.origins import origins
from seo.signals.tables import read_tables

CSV = "query,clicks\nvorhang kürzen,3\n"


def test_a_packed_file_is_read_like_the_file(tmp_path: Path) -> None:
    (tmp_path / "q.csv.gz").write_bytes(gzip.compress(CSV.encode()))
    (table,) = read_tables(tmp_path / "q.csv.gz", "q.csv.gz", {})
    assert tuple(table.rows) == tuple(table.rows) == ((2, ("vorhang kürzen", "3")),)


def test_members_of_a_zip_come_in_its_order_and_can_be_read_after_it_was_walked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "e.zip", "w") as archive:
        for name in ("b.csv", "a.csv", "__MACOSX/._a.csv", ".hidden.csv", "photo.png", "in.zip"):
            archive.writestr(name, CSV)
    found = list(origins(tmp_path / "e.zip", "e.zip"))
    assert [origin.label for origin in found] == ["e.zip/b.csv", "e.zip/a.csv", "e.zip/in.zip"]
    assert b"".join(found[1].parts()).decode() == CSV


@pytest.mark.parametrize("broken", [b"PK no", b"", gzip.compress(b"a", mtime=0)[:-4]])
def test_what_cannot_be_unpacked_says_so(tmp_path: Path, broken: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(broken)
    with pytest.raises(InputError, match="no readable zip") as error:
        list(origins(tmp_path / "x.zip", "x.zip"))
    assert "\n" not in str(error.value)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", b"0" * 30_000_000)
    with pytest.raises(InputError, match="times its size"):
        list(origins(tmp_path / "x.zip", "x.zip"))
