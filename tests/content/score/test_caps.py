"""No average hides a false statement, and each further one costs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.records import Finding, Proof, Severity
from content.score.caps import ceiling, gates


def finding(
    rule: str = "number.contradicted", at: int = 0, quote: str = "150 cm", cap: int | None = 40
) -> Finding:
    return Finding(rule, Severity.BLOCK, (at, at + len(quote)), quote, Proof(), "", cap)


@pytest.mark.parametrize(
    ("findings", "most"),
    [
        ([], 100.0),
        ([finding()], 40.0),
        ([finding(), finding(at=50, quote="160 cm")], 32.0),
        ([finding(), finding("price.contradicted", 50, "£9")], 32.0),
        ([finding(), finding(at=50)], 40.0),  # the same words said again are one error
        ([finding(), finding("number.elsewhere")], 40.0),  # two rules on the same words are one error
        ([finding(), finding("language.wrong", 50, "Wort", 45)], 32.0),  # the lowest cap counts
        ([finding("privacy.personal", 9, "a@b", 30), finding(at=50)], 24.0),
        ([finding(at=at, quote=f"{at} cm") for at in (0, 20, 40, 60)], 40 * 0.8**3),
    ],
)
def test_the_lowest_cap_counts_and_each_further_gate_takes_a_fifth(
    findings: list[Finding], most: float
) -> None:
    assert ceiling(findings) == pytest.approx(most)


def test_a_warning_caps_nothing() -> None:
    warning = Finding("structure.alt", Severity.WARN, (0, 1), "x", Proof(), "", None)
    assert ceiling([warning]) == 100.0


@given(
    st.lists(
        st.builds(
            finding,
            st.sampled_from(["number.contradicted", "price.contradicted", "invention.review"]),
            st.integers(0, 300),
            st.text("abc1 ", min_size=1, max_size=9),
            st.sampled_from([30, 40, 45, 50, 69]),
        ),
        max_size=9,
    )
)
def test_one_more_finding_never_raises_the_ceiling(findings: list[Finding]) -> None:
    most = [ceiling(findings[:count]) for count in range(len(findings) + 1)]
    assert most == sorted(most, reverse=True)
    assert len(gates(findings)) <= len(findings)
