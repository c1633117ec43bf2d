"""Sentences by somebody who had not yet written the words: said of three small shops, true and false.

`first` was written before the word lists, `second` after them; the shares found at first sight stand in the
notes of the change. The floors may rise and never sink. `python tests/content/checks/test_said_es_fr.py`
prints what is missed.
"""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from content.checks import check
from content.files import parse_draft
from content.ledger.ledger import Ledger, read_ledger
from content.records import Severity
from content.shop import load_shop

SAID = Path(__file__).parent / "said"
LOCALES = {"es": "es-ES", "fr": "fr-FR"}
FLOORS = {"es": 0.0, "fr": 0.0}  # share of the false sentences that are blocked
PARTS = ("first", "second", "third")
Rows = list[tuple[str, str]]


@cache
def shop(name: str) -> Ledger:
    return read_ledger(load_shop(SAID / "shops_es_fr" / name))


def rows(language: str, part: str, kind: str) -> Rows:
    table = tomllib.loads((SAID / f"{language}.toml").read_text("utf-8"))
    return [(name, text) for name, text in table.get(part, {}).get(kind, [])]


def is_blocked(name: str, text: str, language: str) -> list[tuple[str, str]]:
    ledger = shop(name)
    market = next(each for each in ledger.shop.markets if each.locale == LOCALES[language])
    draft = parse_draft(f"---\ntitle: Alba\nmarket: {market.locale}\n---\n{text}", "page.md")
    found = check(draft, ledger, market)
    return [
        (f.rule, f.quote) for f in found if f.rule.startswith("capability") and f.severity == Severity.BLOCK
    ]


@pytest.mark.parametrize("language", LOCALES)
def test_there_are_enough_of_each(language: str) -> None:
    for kind in ("honest", "false"):
        assert sum(len(rows(language, part, kind)) for part in PARTS) >= 60


@pytest.mark.parametrize("language", LOCALES)
def test_honest_sentences_are_not_blocked(language: str) -> None:
    honest = [row for part in PARTS for row in rows(language, part, "honest")]
    assert {text: found for name, text in honest if (found := is_blocked(name, text, language))} == {}


@pytest.mark.parametrize("language", LOCALES)
def test_false_sentences_are_blocked(language: str) -> None:
    false = [row for part in PARTS for row in rows(language, part, "false")]
    missed = [text for name, text in false if not is_blocked(name, text, language)]
    assert 1 - len(missed) / len(false) >= FLOORS[language], missed


def main() -> None:
    for language in LOCALES:
        for part in PARTS:
            for kind in ("honest", "false"):
                said = [(text, is_blocked(name, text, language)) for name, text in rows(language, part, kind)]
                wrong = [(text, found) for text, found in said if bool(found) != (kind == "false")]
                print(language, part, kind, f"{len(said) - len(wrong)}/{len(said)} right")
                for text, found in wrong:
                    print("   ", text, found)


if __name__ == "__main__":
    main()
