"""The collector rests while it is told to, and is left as it was found."""

import gc

import pytest

from seo.uncollected import uncollected


def test_the_collector_rests_and_works_again_even_after_an_error() -> None:
    assert gc.isenabled()
    with pytest.raises(ValueError, match="inside"), uncollected():
        assert not gc.isenabled()
        raise ValueError("inside")
    assert gc.isenabled()


def test_one_that_rested_before_rests_afterwards() -> None:
    with uncollected():
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
