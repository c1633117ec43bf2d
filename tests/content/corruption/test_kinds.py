"""The table of kinds is whole: thirty numbers, and every kind a damage makes or a person writes."""

from typing import get_args

from content.corruption.damage import _ALONE
from content.corruption.kinds import Expects, kinds

BY_ANOTHER = {"other-body", "other-title", "pasted", "untranslated"}


def test_all_thirty_kinds_are_listed_in_order() -> None:
    numbers = [kind.number for kind in kinds().values()]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(1, 31))


def test_what_a_kind_expects_is_one_of_the_known_words() -> None:
    assert {kind.expects for kind in kinds().values()} == set(get_args(Expects))
    assert {kind.by for kind in kinds().values()} == {"code", "judge"}


def test_every_damage_has_its_row() -> None:
    assert {*_ALONE, *BY_ANOTHER} <= set(kinds())


def test_only_a_loss_or_a_cap_has_an_amount() -> None:
    amounts = {kind.expects: set() for kind in kinds().values()} | {
        expects: {kind.amount for kind in kinds().values() if kind.expects == expects}
        for expects in get_args(Expects)
    }
    assert amounts["found"] == amounts["no-gain"] == {0}
    assert 0 not in amounts["block"] | amounts["loss"]
