"""`acreage topics` and `acreage calendar`: what a marketer sees, decides and finds again next week."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from flows import stages
from flows.__main__ import main
from flows.desk import opened
from flows.iso_week import parse_week
from seo.records import Interest

WEEK = parse_week("", "Europe/Berlin")
JANA = ("--as", "Jana Petersen")


def plan(shop: Path, week: str = WEEK, articles: int = 4) -> None:
    with opened(shop, week) as desk:
        stages.collect(desk)
        stages.cluster(desk)
        stages.plan(desk, articles)


def shown(shop: Path, capsys: pytest.CaptureFixture[str], *options: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(["topics", "--json", "--shop", str(shop), *options]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["topics"]
    return found


def by_concept(rows: list[dict[str, Any]], concept: str, language: str = "en") -> dict[str, Any]:
    return next(row for row in rows if (row["concept"], row["language"]) == (concept, language))


def test_every_topic_has_its_factors_its_reason_and_a_sentence(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan(shop)
    rows = shown(shop, capsys)
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert row["why"] and row["sentence"].startswith("“")
        assert all(value is None or 0 <= value <= 1.3 for value in row["factors"].values())
        assert row["volume"] is None  # nobody published one
    written = [row for row in rows if row["action"] == "write"]
    assert len(written) == 4
    for row in written:
        assert re.search(r"because .+; now because .+; .+(earn|searched).+; .+\.$", row["sentence"])
        assert row["explained"].startswith(f"{row['points']:.0f} points out of demand ")


def test_what_a_marketer_decides_holds_next_week_under_the_same_ids(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan(shop)
    rows = shown(shop, capsys)
    cut, care, size = (by_concept(rows, f"blackout-curtains/{name}") for name in ("cut", "care", "size"))
    place = ("--shop", str(shop))
    assert main(["topics", "merge", cut["id"], care["id"], *JANA, *place]) == 0
    assert main(["topics", "rename", cut["id"], "Cut and washed", *JANA, *place]) == 0
    assert main(["topics", "ban", size["id"][:6], *JANA, "--why", "we measure at home", *place]) == 0
    with opened(shop, WEEK) as desk:
        assert not stages.is_planned(desk, 4)  # the week is planned anew
    plan(shop, "2031-W01")
    after = shown(shop, capsys)
    assert by_concept(after, "blackout-curtains/cut")["name"] == "Cut and washed"
    assert by_concept(after, "blackout-curtains/cut")["id"] == cut["id"]
    assert not [r for r in after if r["id"] == care["id"]]
    assert (
        by_concept(after, "blackout-curtains/size")["why"]
        == "Jana Petersen does not want it: we measure at home"
    )
    capsys.readouterr()
    assert main(["topics", "decisions", *place]) == 0
    number = next(
        line.split(" | ")[0] for line in capsys.readouterr().out.splitlines() if " | ban | " in line
    )
    assert main(["topics", "undo", number, "--as", "Anna Weber", *place]) == 0
    plan(shop, "2031-W02")
    assert by_concept(shown(shop, capsys), "blackout-curtains/size")["why"].startswith("6 questions heard")


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        (["merge", "{cut}", "{de}"], "never one"),
        (["merge", "{cut}", "{cut}"], "two topics or more"),
        (["split", "{cut}", "X", "--members", "what nobody asked"], "is no question or search of"),
        (["split", "{cut}", "X"], "name what goes"),
        (["rename", "{cut}", " "], "give the topic a name"),
        (["pin", "no such topic"], "no topic has this id, name or concept"),
        (["pin", "blackout-curtains/cut"], "2 topics are called so"),
        (["undo", "ffffffff"], "no decision that holds begins with"),
    ],
)
def test_what_cannot_be_decided_is_refused_with_the_cure(
    shop: Path, capsys: pytest.CaptureFixture[str], edit: list[str], says: str
) -> None:
    plan(shop)
    rows = shown(shop, capsys)
    ids = {"cut": by_concept(rows, "blackout-curtains/cut")["id"], "de": by_concept(rows, "blackout-curtains/cut", "de")["id"]}  # fmt: skip
    words = [word.format(**ids) for word in edit]
    assert main(["topics", *words, *JANA, "--shop", str(shop)]) == 2
    assert says in capsys.readouterr().err


def test_a_decision_needs_a_person(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan(shop)
    assert (
        main(
            ["topics", "pin", "blackout-curtains/cut", "--market", "en-GB", "--as", " ", "--shop", str(shop)]
        )
        == 2
    )
    assert 'say who decides: --as "Your name"' in capsys.readouterr().err


def test_missing_facts_are_filled_in_and_read_back(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan(shop)
    sheet = shop.parent / "missing.csv"
    assert main(["topics", "missing", "--csv", str(sheet), "--shop", str(shop)]) == 0
    rows = list(csv.DictReader(io.StringIO(sheet.read_text(encoding="utf-8-sig"))))
    gap = next(row for row in rows if row["attribute"] == "can_be_cut")
    assert (gap["product"], gap["sku"], gap["value"]) == ("Noon curtain", "C/3", "")
    gap["value"] = "yes"
    text = io.StringIO()
    writer = csv.DictWriter(text, list(gap))
    writer.writeheader()
    writer.writerows(rows)
    sheet.write_text(text.getvalue(), encoding="utf-8")
    assert main(["topics", "fill", str(sheet), *JANA, "--shop", str(shop)]) == 0
    with opened(shop, WEEK) as desk:
        noon = desk.ledger.resolve("C/3")
        assert noon is not None
        fact = desk.ledger.fact(noon, "can_be_cut")
        assert (fact.value, fact.by.split(",")[0]) == (True, "Jana Petersen")
    plan(shop)
    capsys.readouterr()
    assert main(["topics", "missing", "--shop", str(shop)]) == 0
    assert "can_be_cut" not in capsys.readouterr().out


def test_a_filled_sheet_of_another_kind_is_refused(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = shop.parent / "other.csv"
    sheet.write_text("name,price\na,1\n", encoding="utf-8")
    assert main(["topics", "fill", str(sheet), *JANA, "--shop", str(shop)]) == 2
    assert "has no column 'sku'" in capsys.readouterr().err


def test_the_map_is_one_page_that_loads_nothing_and_escapes_everything(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (shop / "signals" / "questions.csv").open("a", encoding="utf-8") as file:
        file.write('"Can I cut <b>blackout</b> curtains & co?",en,3\n')
    plan(shop)
    page = shop.parent / "map.html"
    assert main(["topics", "--html", str(page), "--shop", str(shop)]) == 0
    html = page.read_text(encoding="utf-8")
    assert "<svg" in html and html.count("<circle") == len(
        [r for r in shown(shop, capsys) if r["action"] != "skip"]
    )
    assert "<b>blackout" not in html and "src=" not in html and "<script" not in html


def test_the_calendar_holds_twelve_weeks_campaigns_and_freezes(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (shop / "calendar.csv").write_text(
        "date,market,kind,name,until\n2030-02-18,en-GB,campaign,Spring sale blackout curtains,\n"
        "2030-01-14,GB,freeze,Stocktaking,2030-01-20\n",
        encoding="utf-8",
    )
    plan(shop, "2030-W01", articles=2)
    capsys.readouterr()
    options = ["--shop", str(shop), "--week", "2030-W01"]
    assert main(["calendar", "--json", *options]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (len(told["weeks"]), told["weeks"][0]) == (12, "2030-W01")
    kinds = {(e["kind"], e["week"]) for e in told["entries"]}
    assert {("freeze", "2030-W03"), ("campaign", "2030-W08")} <= kinds
    planned = [e for e in told["entries"] if e["kind"] == "planned"]
    assert len({(e["market"], e["concept"]) for e in planned}) == len(planned)
    assert not [e for e in planned if (e["market"], e["week"]) == ("en-GB", "2030-W03")]
    for name in ("csv", "ics", "html"):
        assert main(["calendar", f"--{name}", str(shop.parent / f"c.{name}"), *options]) == 0
    ics = (shop.parent / "c.ics").read_text(encoding="utf-8")
    assert ics.count("BEGIN:VEVENT") == len(told["entries"])
    assert all(len(line.encode()) <= 75 for line in ics.split("\n"))
    rows = list(csv.DictReader(io.StringIO((shop.parent / "c.csv").read_text(encoding="utf-8-sig"))))
    assert len(rows) == len(told["entries"])
    assert "Stocktaking" in (shop.parent / "c.html").read_text(encoding="utf-8")


def test_a_topic_of_ones_own_and_a_moved_one_stand_where_they_were_put(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan(shop, "2030-W01", articles=1)
    place = ("--shop", str(shop))
    mine = "What are blackout curtains made of?"
    assert main(["calendar", "add", mine, "--market", "en-GB", "--week", "2030-W03", *JANA, *place]) == 0
    rows = shown(shop, capsys)
    size = by_concept(rows, "blackout-curtains/size")
    assert main(["calendar", "move", size["id"], "2030-W04", *JANA, *place]) == 0
    capsys.readouterr()
    assert main(["calendar", "--json", "--week", "2030-W01", "--market", "en-GB", *place]) == 0
    told = json.loads(capsys.readouterr().out)["entries"]
    where = {e["concept"]: (e["week"], e["kind"], e["by"]) for e in told if e["by"]}
    assert where["blackout-curtains/size"] == ("2030-W04", "planned", "Jana Petersen")
    assert ("2030-W03", "planned", "Jana Petersen") in where.values()
    plan(shop, "2030-W04", articles=1)
    assert (
        by_concept(shown(shop, capsys, "--week", "2030-W04"), "blackout-curtains/size")["action"] == "write"
    )


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["add", "X", "--market", "fr-FR"], "this shop sells in en-GB, de-DE"),
        (["add", "X", "--market", "en-GB", "--week", "2020-W01"], "2020-W01 is over"),
        (["move", "blackout-curtains/cut", "next week", "--market", "en-GB"], "next week"),
    ],
)
def test_a_place_that_is_none_is_refused(
    shop: Path, capsys: pytest.CaptureFixture[str], given: list[str], says: str
) -> None:
    plan(shop)
    assert main(["calendar", *given, *JANA, "--shop", str(shop)]) == 2
    assert says in capsys.readouterr().err


def test_the_season_an_encyclopedia_shows_is_why_now(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    winter = [900, 800, 600, 400, 300, 250, 250, 300, 500, 700, 850, 950]
    months = tuple((f"{year}-{n:02d}", views) for year in (2028, 2029) for n, views in enumerate(winter, 1))
    with opened(shop, "2030-W44") as desk:
        desk.seen.save((), [Interest("Curtain", "en", months, "pageviews", "curtains")])
    plan(shop, "2030-W44")
    rows = shown(shop, capsys)
    cut = by_concept(rows, "blackout-curtains/cut")
    assert cut["factors"]["season"] == 1.3
    assert "readers of 'Curtain' are at 1.7 of their mean in December" in cut["sentence"]
    assert (
        by_concept(rows, "blackout-curtains/cut", "de")["factors"]["season"] == 1.0
    )  # nobody measured it there


def test_review_minutes_bound_the_week_and_are_named(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (shop / "shop.toml").read_text(encoding="utf-8")
    (shop / "shop.toml").write_text("review_minutes = 13\n" + text, encoding="utf-8")
    plan(shop)
    assert sum(row["action"] == "write" for row in shown(shop, capsys)) == 2


def test_what_plan_only_showed_can_be_read_decided_and_filled_in(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A marketer had a plan on her screen and was told that there is none."""
    place = ("--shop", str(shop))
    assert main(["topics", *place]) == 2
    assert "acreage week --plan-only" in capsys.readouterr().err
    assert main(["week", "--plan-only", "--week", WEEK, *place]) == 0
    assert "All of them: acreage topics" in capsys.readouterr().out
    assert main(["topics", "--json", *place]) == 0
    told = capsys.readouterr()
    rows = json.loads(told.out)["topics"]
    assert len([row for row in rows if row["action"] == "write"]) == 4
    assert {"skip", "hold"} & {row["action"] for row in rows}
    assert told.err == f"As acreage week --plan-only showed {WEEK}. Nothing is planned or written by it.\n"
    assert main(["topics", "missing", *place]) == 0
    assert capsys.readouterr().out.startswith("product | fact |")
    assert main(["topics", "ban", rows[0]["id"], *JANA, "--why", "no", *place]) == 0
    (shop / "products.csv").touch()
    (shop / "pages.csv").write_text("url,title\n/new,New\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["topics", "--week", WEEK, *place]) == 0
    assert "the files have changed since" in capsys.readouterr().err
    assert main(["topics", "--week", "2031-W01", *place]) == 2


def test_a_planned_week_is_shown_before_what_plan_only_showed(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = ("--shop", str(shop))
    assert main(["week", "--plan-only", "--week", WEEK, "--articles", "1", *place]) == 0
    plan(shop)
    rows = shown(shop, capsys)
    assert len([row for row in rows if row["action"] == "write"]) == 4
    assert main(["week", "--plan-only", "--week", "2031-W01", "--articles", "1", *place]) == 0
    assert len([row for row in shown(shop, capsys) if row["action"] == "write"]) == 1  # of a later week
    assert len([row for row in shown(shop, capsys, "--week", WEEK) if row["action"] == "write"]) == 4
