"""A waiver fits one rule and the words in their sentence; facts are never waived."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from content.errors import ShopError
from content.files import parse_draft
from content.records import Draft, Finding, Proof, Severity, Waiver
from content.waivers import for_file, passage, read_waivers, refusal, waived

AT = datetime(2026, 11, 25, tzinfo=UTC)
TEXT = "---\ntitle: A towel\nlang: en\n---\nIt is soft. Our eco-friendly towel dries fast. An eco-friendly rug.\n"


def finding(text: str, quote: str, rule: str = "claim.green") -> Finding:
    start = text.index(quote)
    return Finding(rule, Severity.BLOCK, (start, start + len(quote)), quote, Proof(), "cure", 50)


def draft(text: str = TEXT) -> Draft:
    return parse_draft(text, "page.md")


WAIVER = Waiver(
    "claim.green", "eco-friendly", "Our eco-friendly towel dries fast.", "Jo Lee", "seen by legal", AT
)


def test_a_waived_finding_stays_and_neither_blocks_nor_caps() -> None:
    (found,) = waived([finding(TEXT, "eco-friendly")], draft(), [WAIVER])
    assert (found.rule, found.severity, found.cap, found.waived) == (
        "claim.green",
        Severity.NOTE,
        None,
        WAIVER,
    )


def test_the_same_words_in_another_sentence_are_a_new_finding() -> None:
    start = TEXT.rindex("eco-friendly")
    other = replace(finding(TEXT, "eco-friendly"), span=(start, start + 12))
    assert waived([other], draft(), [WAIVER]) == (other,)


def test_a_changed_sentence_is_a_new_finding() -> None:
    changed = TEXT.replace("dries fast", "dries faster")
    seen = finding(changed, "eco-friendly")
    assert waived([seen], draft(changed), [WAIVER]) == (seen,)


def test_another_rule_on_the_same_words_is_not_waived() -> None:
    seen = finding(TEXT, "eco-friendly", "claim.superlative")
    assert waived([seen], draft(), [WAIVER]) == (seen,)


@pytest.mark.parametrize("blank", ["  ", "\t", "\u00a0"])
def test_blanks_change_no_waiver(blank: str) -> None:
    text = TEXT.replace("Our eco", f"Our{blank}eco")
    (found,) = waived([finding(text, "eco-friendly")], draft(text), [WAIVER])
    assert found.waived == WAIVER


def test_the_sentence_of_a_title_and_of_a_stored_draft_is_found() -> None:
    stored = Draft("Eco-friendly towels. Soft ones.", "", "It is soft. It is green.", "en", "en-GB")
    text = stored.title + "\n\n" + stored.body
    assert passage(stored, finding(text, "Eco-friendly")) == "Eco-friendly towels."
    assert passage(stored, finding(text, "green")) == "It is green."


@pytest.mark.parametrize(
    ("rule", "is_refused"),
    [
        ("number.contradicted", True), ("price.currency", True), ("capability.unsupported", True),
        ("reference.gap", True), ("structure.empty", True),
        ("claim.green", False), ("invention.review", False), ("culture.alcohol", False), ("trademark.copy", False),
    ],
)  # fmt: skip
def test_what_the_ledger_says_is_never_waived(rule: str, is_refused: bool) -> None:
    assert bool(refusal(rule)) is is_refused
    seen = finding(TEXT, "eco-friendly", rule)
    waiver = replace(WAIVER, rule=rule)
    assert (waived([seen], draft(), [waiver])[0].waived is None) is is_refused


def test_a_file_of_waivers_is_read_and_meant_for_its_file(tmp_path: Path) -> None:
    path = tmp_path / "waivers.toml"
    path.write_text(
        '[[waiver]]\nfile = "page.md"\nrule = "claim.green"\nquote = "eco-friendly"\nby = "Jo Lee"\n'
        'why = "seen by legal"\non = 2026-11-25\n',
        encoding="utf-8",
    )
    found = read_waivers(path)
    assert for_file(found, Path("a/page.md")) == found
    assert for_file(found, Path("a/other.md")) == ()
    assert all(each.waived for each in waived([finding(TEXT, "eco-friendly")], draft(), found))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('rule = "number.contradicted"', "cannot be waived"),
        ('rule = "claim.green"\nreason = "x"', "reason"),
    ],
)
def test_a_wrong_file_of_waivers_is_refused_in_one_line(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "waivers.toml"
    path.write_text(
        f'[[waiver]]\n{line}\nquote = "a"\nby = "Jo"\nwhy = "b"\non = 2026-11-25\n', encoding="utf-8"
    )
    with pytest.raises(ShopError, match=said):
        read_waivers(path)
