"""Names of products in Arabic letters are known by their consonants."""

import pytest

from content.checks.skeletons import is_written_over
from content.checks.view import fold


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("نوبي", "Nube"),
        ("زورو", "Zorro"),
        ("تورتوغا", "Tortuga"),
        ("بيث", "Pez"),
        ("باستيون", "Bastion"),
        ("كيرن", "Cairn"),
        ("ألدرمور", "Aldermoor"),
    ],
)
def test_a_name_written_over_is_known(word: str, name: str) -> None:
    assert is_written_over(fold(word), name)


@pytest.mark.parametrize(
    ("word", "name"), [("غداء", "Nube"), ("علبة", "Nube"), ("أداة", "Pocket"), ("مطرة", "Pez")]
)
def test_a_noun_is_no_name(word: str, name: str) -> None:
    assert not is_written_over(fold(word), name)
