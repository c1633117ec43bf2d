"""Yes and no of every capability in German, Arabic and Japanese, as a shop's copywriter says them of one product.

The sentences were written before the words were looked at: two that say yes and two that say no of each capability. Of
each two the first is `open`, the second `held` out: what is missed of it is counted and was never read.
`python tests/content/checks/test_said_capabilities_de_ar_ja.py` prints the shares and what is missed of the open half.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from content.checks.capabilities import Capabilities
from content.checks.reading import Reading
from content.checks.vocabulary import capabilities
from content.files import parse_draft
from content.ledger.ledger import Ledger, read_ledger
from content.shop import load_shop

SAID = Path(__file__).parent / "said"
LOCALES = {"de": "de-DE", "ar": "ar-AE", "ja": "ja-JP"}
MONEY = {"de": "EUR", "ar": "AED", "ja": "JPY"}
# shares of false sentences stopped; may rise and never sink
FLOORS = {
    ("de", "open"): 0.0,
    ("de", "held"): 0.0,
    ("ar", "open"): 0.0,
    ("ar", "held"): 0.0,
    ("ja", "open"): 0.0,
    ("ja", "held"): 0.0,
}
Said = tuple[str, bool, str]  # capability, what it says, sentence


@cache
def table(name: str) -> dict[str, list[tuple[bool, str]]]:
    return tomllib.loads((SAID / f"{name}.toml").read_text("utf-8"))


@cache
def columns() -> dict[str, str]:
    return tomllib.loads((SAID / "capability_columns.toml").read_text("utf-8"))


@cache
def shop(holds: bool) -> Ledger:  # noqa: FBT001
    """One product that has, is and bears everything, or nothing of it."""
    settings = ['name = "Said"', 'site = "https://said.example"', 'language = "en"', 'currency = "EUR"']
    settings += [f'[[markets]]\nlocale = "{LOCALES[each]}"\ncurrency = "{MONEY[each]}"' for each in LOCALES]
    heads = ["sku", "title", "title@ar", "title@ja", *columns().values()]
    cells = ["M-1", "Marno", "مارنو", "マルノ", *(["yes" if holds else "no"] * len(columns()))]
    with TemporaryDirectory() as folder:
        for file, lines in {"shop.toml": settings, "products.csv": [",".join(heads), ",".join(cells)]}.items():
            (Path(folder) / file).write_text("\n".join(lines) + "\n", "utf-8")
        return read_ledger(load_shop(Path(folder)))


def said(language: str, half: str) -> Iterator[Said]:
    for capability, sentences in table(f"capabilities_{language}").items():
        for holds, sentence in sentences[half == "held" :: 2]:
            yield capability, holds, sentence


def stopped(language: str, capability: str, sentence: str, *, holds: bool) -> list[str]:
    """What is contradicted in a sentence that stands alone, where the catalogue says yes or no."""
    ledger = shop(holds)
    market = next(each for each in ledger.shop.markets if each.language == language)
    draft = parse_draft(f"---\ntitle: Said\nmarket: {market.locale}\n---\n{sentence}\n", "page.md")
    found = Capabilities().check(Reading(draft, ledger, market))
    concept = next(each for each in capabilities(language) if each.name == capability)
    keys = [(each, re.search(r"\.(\w+) = ", each.evidence.value)) for each in found]
    return [
        each.quote
        for each, key in keys
        if each.rule == "capability.contradicted" and key and concept.is_key(key[1])
    ]


@pytest.mark.parametrize("language", LOCALES)
def test_every_capability_is_said_and_denied(language: str) -> None:
    assert table(f"capabilities_{language}").keys() == columns().keys()
    assert all(
        [holds for holds, _ in each] == [True, True, False, False]
        for each in table(f"capabilities_{language}").values()
    )


@pytest.mark.parametrize("language", LOCALES)
def test_what_is_true_passes(language: str) -> None:
    rows = [row for half in ("open", "held") for row in said(language, half)]
    assert [row for row in rows if stopped(language, row[0], row[2], holds=row[1])] == []


@pytest.mark.parametrize(("language", "half"), FLOORS)
def test_what_is_false_is_stopped(language: str, half: str) -> None:
    rows = list(said(language, half))
    found = sum(bool(stopped(language, row[0], row[2], holds=not row[1])) for row in rows)
    assert found / len(rows) >= FLOORS[language, half]


def main() -> None:
    for language, half in FLOORS:
        rows = list(said(language, half))
        missed = [row for row in rows if not stopped(language, row[0], row[2], holds=not row[1])]
        wrong = [row for row in rows if stopped(language, row[0], row[2], holds=row[1])]
        print(f"{language} {half}: {len(rows) - len(missed)}/{len(rows)} stopped, {len(wrong)} wrongly")  # noqa: T201
        for capability, holds, sentence in missed if half == "open" else ():
            print("   ", capability, "yes" if holds else "no", sentence)  # noqa: T201
        for capability, holds, sentence in wrong:
            print("    wrong", capability, "yes" if holds else "no", sentence)  # noqa: T201


if __name__ == "__main__":
    main()
