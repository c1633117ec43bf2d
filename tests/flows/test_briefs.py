"""A brief is there before the article, is changed by a person, and stays theirs."""

from pathlib import Path

import pytest

from flows import stages
from flows.__main__ import main
from flows.briefing import briefs_of, lay_down
from flows.desk import opened

WEEK = "2026-W48"


def plan_only(shop: Path) -> str:
    """Plan, and the key of the English article on cutting."""
    assert main(["week", "--shop", str(shop), "--week", WEEK, "--plan-only"]) == 0
    with opened(shop, WEEK) as desk:
        found = [briefs_of(desk).latest(key) for key in briefs_of(desk).keys()]  # noqa: SIM118
    return next(each.key for each in found if each and "cut" in each.question and each.locale == "en-GB")


def test_a_brief_is_exported_changed_and_read_back(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key = plan_only(shop)
    out = shop / "brief.md"
    assert main(["review", "export", key, "--brief", "--out", str(out), "--shop", str(shop)]) == 0
    out.write_text(
        out.read_text(encoding="utf-8").replace("## Never\n", "## Never\n- puns\n"), encoding="utf-8"
    )
    assert main(["review", "import", str(out), "--as", "Ana Weber", "--shop", str(shop)]) == 0
    capsys.readouterr()
    assert main(["review", "show", key[:8], "--shop", str(shop)]) == 0
    shown = capsys.readouterr().out
    assert "by: person:Ana Weber" in shown
    assert "- puns" in shown


def test_what_is_wrong_in_a_file_is_one_line_with_file_and_line(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = plan_only(shop)
    out = shop / "brief.md"
    main(["review", "export", key, "--brief", "--out", str(out), "--shop", str(shop)])
    good = out.read_text(encoding="utf-8")
    for text, says in (
        (good.replace("- {{", "- {{x", 1), "there is no"),
        (good, "nothing was changed"),
        (good.replace(f"key: {key}", "key: 0000"), "no article has the key"),
        ("# A draft\n", "has no line `acreage: draft`"),
    ):
        out.write_text(text, encoding="utf-8")
        capsys.readouterr()
        assert main(["review", "import", str(out), "--as", "Ana", "--shop", str(shop)]) == 2
        error = capsys.readouterr().err
        assert says in error
        assert "brief.md" in error
        assert error.count("\n") == 1


def test_no_brief_yet_says_how_to_get_one(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "show", "abc", "--brief", "--shop", str(shop)]) == 2
    assert "acreage week --plan-only" in capsys.readouterr().err


def test_a_persons_brief_stays_and_code_makes_its_own_anew_when_facts_change(shop: Path) -> None:
    key = plan_only(shop)
    products = shop / "products.csv"
    products.write_text(
        products.read_text(encoding="utf-8").replace("yes,,0.8", "yes,no,0.8"), encoding="utf-8"
    )
    with opened(shop, WEEK) as desk:
        for stage in (stages.collect, stages.cluster):
            stage(desk)
        stages.plan(desk, 4)
        stages.brief(desk, key)
        second = briefs_of(desk).latest(key)
        assert second is not None
        assert second.version == 2
        noon = desk.ledger.resolve("C/3")
        assert f"{noon}.can_be_cut" in second.sections[0].facts
        assert (
            main(["review", "export", key, "--brief", "--out", str(shop / "b.md"), "--shop", str(shop)]) == 0
        )
        page = (shop / "b.md").read_text(encoding="utf-8").replace(second.promise, "A promise of ours.")
        (shop / "b.md").write_text(page, encoding="utf-8")
        assert main(["review", "import", str(shop / "b.md"), "--as", "Ana", "--shop", str(shop)]) == 0
        stages.brief(desk, key)
        assert lay_down(desk, desk.told.assignment(WEEK, key), key).promise == "A promise of ours."
        stages.write(desk, key)
    with opened(shop, WEEK) as desk:
        stages.brief(desk, key)
        assert [each.by for each in briefs_of(desk).versions(key)] == ["code", "code", "person:Ana"]
