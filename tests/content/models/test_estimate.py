"""What a week would cost is said before it is paid: measured tokens, a known price or none, the limits that hold."""

from pathlib import Path

import pytest

from content.models.estimate import EACH, NOTHING, Use, estimate, told
from content.models.limits import Limits
from content.models.prices import Price
from content.models.settings import ARTICLE_TOKENS, Role, RoleName

README = Path(__file__).parents[3] / "README.md"
PRICED = Role("https://x.example/v1", "m", price=Price(1.0, 10.0))
UNPRICED = Role("https://x.example/v1", "m")


def test_without_a_model_nothing_is_paid() -> None:
    assert told(20, {}, Limits()) == NOTHING == "Cost at most 0 (the assembler uses no model)."


def test_tokens_and_dollars_are_those_of_all_articles() -> None:
    assert estimate(20, {"writer": PRICED, "judge": PRICED}) == (
        Use("writer", 168_000, 28_000, 448_000),
        Use("judge", 366_000, 22_000, 586_000),
    )
    assert told(20, {"writer": PRICED, "judge": PRICED}, Limits(week_cost=2_000_000)) == (
        "20 articles use some 168,000 tokens in and 28,000 out to write, 366,000 tokens in and 22,000 out to judge "
        "(measured medians): about 1.03 US dollars.\nLimits: week_usd 2."
    )


def test_a_list_price_is_known_without_the_shops_word() -> None:
    (use,) = estimate(20, {"writer": Role("https://api.deepseek.com/v1", "deepseek-flash")})
    assert use.cost is not None
    assert 50_000 < use.cost < 150_000  # README: 0.09 US dollars for twenty


def test_a_price_nobody_states_is_not_taken_for_nothing() -> None:
    said = told(1, {"writer": UNPRICED}, Limits())
    assert said == (
        "1 article uses some 8,400 tokens in and 1,400 out to write (measured medians): "
        "price not known: set price_in and price_out in [writer].\nLimits: none."
    )
    both = told(1, {"writer": PRICED, "judge": UNPRICED}, Limits())
    assert "about 0.02 US dollars; price not known: set price_in and price_out in [judge]." in both


def test_less_than_a_cent_is_not_zero() -> None:
    cheap = Role("https://x.example/v1", "m", price=Price(0.1, 0.1))
    assert "about 0.0010 US dollars" in told(1, {"writer": cheap}, Limits())


def test_every_limit_that_is_set_is_said_by_its_name_in_the_file() -> None:
    limits = Limits(100_000, 1_000_000, ARTICLE_TOKENS, 3_000_000)
    assert told(2, {"writer": PRICED}, limits).splitlines()[1] == (
        "Limits: week_usd 1; article_usd 0.1; week_tokens 3,000,000; article_tokens 200,000."
    )


@pytest.mark.parametrize(
    ("roles", "asked"),
    [
        ({"proofreader": PRICED}, []),  # what is assembled is not proofread
        ({"judge": PRICED}, ["judge"]),  # but it is judged
        ({"embedder": PRICED}, []),
        ({"writer": PRICED, "proofreader": PRICED}, ["writer", "proofreader"]),
    ],
)
def test_only_roles_that_are_asked_about_articles_count(
    roles: dict[RoleName, Role], asked: list[RoleName]
) -> None:
    assert [use.role for use in estimate(3, roles)] == asked


def test_the_figures_are_those_that_were_measured() -> None:
    text = " ".join(README.read_text(encoding="utf-8").split())
    assert "8,400 tokens in and 1,400 out for the writer (median;" in text
    assert "18,300 and 1,100 for a judge" in text
    assert "2,700 tokens in and 400 out for its claims, 1,400 and 30 for its manners" in text
    assert "2,500 and 30 for the shop's own words" in text
    assert "every second article once more, with 3,200 and 200" in text
    assert EACH == {
        "writer": (8_400, 1_400),
        "judge": (18_300, 1_100),
        "proofreader": (2_700 + 1_400 + 2_500 + 3_200 // 2, 400 + 30 + 30 + 200 // 2),
    }
