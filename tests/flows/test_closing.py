"""At the end of a week one table says what was heard from where, what was left out and why."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.__main__ import main
from flows.closing import HEARD, heard
from flows.desk import opened
from flows.stages import collect
from seo.records import SourceReport

WEEK = "2026-W48"


def test_what_failed_stands_first_and_every_figure_has_its_place() -> None:
    reports = [
        SourceReport(
            "signals/a.csv",
            "ok",
            1204,
            900,
            folded=300,
            redacted=2,
            dropped=4,
            note="dropped: 4 too long",
            shape="reviews",
        ),
        SourceReport(
            "stack exchange",
            "blocked",
            0,
            0,
            note="quota used up",
            retry_after=datetime(2026, 11, 26, 8, 5, tzinfo=UTC),
        ),
        SourceReport("signals/b.csv", "empty", 0, 0, note="signals/b.csv has no rows."),
        SourceReport("dataforseo", "degraded", 10, 9, cost=0.02, shape="results"),
    ]
    assert HEARD == ("source", "taken for", "rows", "kept", "left out and why", "state")
    assert heard(reports) == [
        ("stack exchange", "-", "0", "0", "quota used up; not asked again before 2026-11-26 08:05 UTC", "blocked"),
        ("dataforseo", "results", "10", "9", "cost 0.02 USD", "degraded"),
        ("signals/b.csv", "-", "0", "0", "has no rows.", "empty"),
        ("signals/a.csv", "reviews", "1,204", "900",
         "300 repeats added up; dropped: 4 too long; personal data taken out of 2", "ok"),
    ]  # fmt: skip


def test_three_exports_dropped_in_without_renaming_are_told_apart(shop: Path) -> None:
    folder = shop / "signals"
    (folder / "Tabelle1.csv").write_text(
        "Häufigste Suchanfragen;Klicks;Impressionen;Klickrate;Position\nvorhang kürzen;12;1.234;0,97 %;4,2\n",
        encoding="utf-8",
    )
    (folder / "export (3).csv").write_text(
        "title,body,rating,review_date,reviewer_name,reviewer_email,product_handle\n"
        "Nice,So dark. Can I wash it?,5,2026-10-01,Ann Lee,ann@b.example,dusk\n",
        encoding="utf-8",
    )
    (folder / "tickets.json").write_text(
        '{"subject": "Curtain", "description": "Does it fit 140 cm?", "requester_id": 1}\n', encoding="utf-8"
    )
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0\0\0")
    with opened(shop, WEEK) as desk:
        collect(desk)
        rows = heard(desk.heard.reports(WEEK))
    assert [(row[0], row[1], row[2], row[5]) for row in rows] == [
        ("signals/photo.jpg", "-", "0", "blocked"),
        ("signals/Tabelle1.csv", "search console (de)", "1", "ok"),
        ("signals/export (3).csv", "reviews", "1", "ok"),
        ("signals/questions.csv", "questions", "8", "ok"),
        ("signals/tickets.json", "tickets", "1", "ok"),
    ]
    assert "reviewer_name, reviewer_email" in rows[2][4]


def test_columns_are_kept_for_the_next_week(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (shop / "signals" / "x.csv").write_text(
        "Foo;Bar;Baz;Qux\nblackout curtain care;12;100;x\n", encoding="utf-8"
    )
    columns = ["--columns", "query,clicks,impressions,-"]
    assert main(["week", "--shop", str(shop), "--week", WEEK, "--plan-only", *columns]) == 0
    assert "signals/columns.toml" in capsys.readouterr().err
    with opened(shop, WEEK) as desk:
        collect(desk)
        (report,) = [each for each in desk.heard.reports(WEEK) if each.source == "signals/x.csv"]
    assert (report.state, report.shape, report.kept) == ("ok", "search console", 1)


@pytest.mark.parametrize(
    "words", [["week", "--columns", "query,klicks"], ["init", "new", "--columns", "query"]]
)
def test_columns_that_make_no_sense_are_refused_in_one_line(
    shop: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    monkeypatch.chdir(shop)
    assert main(words) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_columns_of_a_new_shop_stand_beside_its_signals(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "p.csv").write_text("sku,title,price\nA,Lamp,3 EUR\n", encoding="utf-8")
    (tmp_path / "q.csv").write_text("Foo;Bar\nlamp for desk;12\n", encoding="utf-8")
    words = ["init", "shop", "--products", "p.csv", "--signals", "q.csv", "--site", "https://x.example", "--market", "en-GB",
             "--currency", "EUR", "--columns", "query,count"]  # fmt: skip
    assert main(words) == 0
    assert '"unknown" = ["query", "count"]' in (tmp_path / "shop" / "signals" / "columns.toml").read_text()
