"""`acreage check` reads stored pages from the shop folder and what `--against` names."""

import json
import shutil
from pathlib import Path

import pytest

from flows.__main__ import main

SHOP = Path(__file__).parents[1] / "content" / "checks" / "shop"
PAGE = "---\nurl: https://www.linen.example/water\ntitle: Linen and water\nfetched_on: 2026-05-04\nlicence: open\n---\n"
WORDS = "Linen takes up to 20 % of its own weight in water before anybody feels that it is damp."
ARTICLE = """---
title: Linen and water, a short lesson
market: en-GB
---
Linen takes up 20 % of its weight before it feels damp.[^q1]

[^q1]: "takes up to 20 % of its own weight" — Linen and water, https://www.linen.example/water
"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    folder = tmp_path / "shop"
    shutil.copytree(SHOP, folder)
    (folder / "article.md").write_text(ARTICLE, encoding="utf-8")
    return folder


def rules(capsys: pytest.CaptureFixture[str], *words: str) -> set[str]:
    main(["check", *words, "--json"])
    found = json.loads(capsys.readouterr().out)["files"][0]["findings"]
    return {finding["rule"] for finding in found}


def test_a_page_dropped_into_evidence_is_what_a_quotation_is_held_against(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = str(shop / "article.md")
    assert "quote.missing" in rules(capsys, article, "--shop", str(shop))
    (shop / "evidence" / "pages").mkdir(parents=True)
    (shop / "evidence" / "pages" / "linen.txt").write_text(PAGE + WORDS, encoding="utf-8")
    assert not {rule for rule in rules(capsys, article, "--shop", str(shop)) if rule.startswith("quote")}


def test_against_finds_a_copied_source_and_a_rival_of_ones_own(
    shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    others = tmp_path / "others"
    others.mkdir()
    (others / "source.md").write_text(PAGE + WORDS * 2, encoding="utf-8")
    (others / "own.md").write_text(
        "---\ntitle: A short lesson on linen and water\nlang: en\n---\nSomething else.\n", encoding="utf-8"
    )
    copy = shop / "copy.md"
    copy.write_text(
        f"---\ntitle: Linen and water, a short lesson\nmarket: en-GB\n---\n{WORDS}\n", encoding="utf-8"
    )
    assert {"originality.copied", "originality.rival"} <= rules(
        capsys, str(copy), "--shop", str(shop), "--against", str(others)
    )


def test_what_against_names_must_be_there(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(shop / "article.md"), "--shop", str(shop), "--against", "nowhere"]) == 2
    assert "nowhere: there is no such file or folder" in capsys.readouterr().err
