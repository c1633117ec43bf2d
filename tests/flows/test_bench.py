"""`acreage bench truth`: what a person reads, what a program reads, and how it is narrowed."""

import json
from pathlib import Path

import pytest

from flows.__main__ import main
from tests.content.corruption.tiny import write_edits, write_tiny


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    return write_tiny(tmp_path)


def bench(corpora: Path, *words: str) -> int:
    return main(["bench", "truth", "--corpus", str(corpora), *words])


def test_shares_stand_per_kind_and_language_beside_the_honest_articles(
    corpora: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench(corpora, "--kind", "number", "--kind", "price", "--lang", "en", "--lang", "de") == 0
    shown = capsys.readouterr().out
    assert shown.splitlines()[:4] == [
        "no. | kind | by | en | de | all",
        "1 | number | code | 100.0 % (1/1) | 100.0 % (1/1) | 100.0 % (2/2)",
        "3 | price | code | 100.0 % (1/1) |  | 100.0 % (1/1)",
        " | all that code can see |  | 100.0 % (2/2) | 100.0 % (1/1) | 100.0 % (3/3)",
    ]
    assert "language | articles | blocked | sentences flagged" in shown.splitlines()


def test_a_program_reads_every_trial(corpora: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench(corpora, "--kind", "number", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["caught"] == {"": [2, 2], "en": [1, 1], "es": [0, 0], "fr": [0, 0], "de": [1, 1], "ar": [0, 0],
                              "ja": [0, 0]}  # fmt: skip
    assert [(each["article"], each["seen"]) for each in told["trials"]] == [
        ("en/01-lumo", True), ("de/01-lumo", True),
    ]  # fmt: skip
    assert [each["blocks"] for each in told["honest"]] == [[], [], []]


def test_what_was_missed_is_listed_with_its_reason(corpora: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_edits(
        corpora, "en", [("01-lumo", "number", "free on every side", "bare on every side", "no lie at all")]
    )
    assert bench(corpora, "--kind", "number", "--lang", "en", "--misses") == 0
    (line,) = [each for each in capsys.readouterr().out.splitlines() if each.startswith("missed")]
    assert line.startswith("missed number tiny/en/01-lumo: …")
    assert "no lie at all" in line


def test_an_unknown_question_is_refused(corpora: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["bench", "speed", "--corpus", str(corpora)])
    assert stopped.value.code == 2


def test_a_kind_nobody_knows_is_named_with_those_there_are(
    corpora: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench(corpora, "--kind", "7") == 2
    told = capsys.readouterr().err
    assert "--kind 7: no such kind; there are number, delivery," in told
    assert len(told.splitlines()) == 1
