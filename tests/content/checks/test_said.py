"""Sentences about catalogues the words were not written for: what is true must pass, what is false must be stopped.

Written in three goes: before the words of the language, when the words were thought finished, and once more.
`python tests/content/checks/test_said.py` prints the shares and what was missed.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from content.checks import check
from content.files import parse_draft
from content.ledger.ledger import Ledger, read_ledger
from content.records import Severity
from content.shop import load_shop
from seo.records import Market

HERE = Path(__file__).parent / "said"
LOCALES = {"ar": "ar-AE", "ja": "ja-JP"}
MONEY = {"ar-AE": "AED", "ja-JP": "JPY"}
# shares of false sentences stopped; may rise and never sink
FLOORS = {
    ("ar", "first"): 1.0,
    ("ja", "first"): 1.0,
    ("ar", "second"): 0.93,
    ("ja", "second"): 0.96,
    ("ar", "third"): 0.96,
    ("ja", "third"): 0.96,
}
Said = tuple[str, str]  # shop, sentence


@cache
def shop(name: str) -> tuple[Ledger, dict[str, Market]]:
    tables = tomllib.loads((HERE / "shops.toml").read_text("utf-8"))[name]
    settings = ['name = "Said"', 'site = "https://said.example"', 'language = "en"', 'editor = "Mara Lind"',
                'time_zone = "Europe/Berlin"', 'contact = "hello@said.example"']  # fmt: skip
    settings += [f'[[markets]]\nlocale = "{locale}"\ncurrency = "{MONEY[locale]}"' for locale in MONEY]
    with TemporaryDirectory() as folder:
        files = {"shop.toml": "\n".join(settings), "products.csv": tables["products"].strip(),
                 "words.csv": tables["words"].strip()}  # fmt: skip
        for file, text in files.items():
            (Path(folder) / file).write_text(text + "\n", "utf-8")
        loaded = load_shop(Path(folder))
        return read_ledger(loaded), {market.locale: market for market in loaded.markets}


def said(language: str, half: str, kind: str) -> Iterator[Said]:
    for name, sentences in tomllib.loads((HERE / f"{language}.toml").read_text("utf-8"))[half].items():
        yield from ((name, sentence) for sentence in sentences[kind])


def stopped(language: str, name: str, sentence: str) -> list[str]:
    """What a capability block says about a sentence that stands alone."""
    ledger, markets = shop(name)
    locale = LOCALES[language]
    draft = parse_draft(f"---\ntitle: Said\nlang: {language}\nmarket: {locale}\n---\n{sentence}\n", "page.md")
    return [
        f"{found.rule} {found.quote!r}"
        for found in check(draft, ledger, markets[locale], ())
        if found.severity == Severity.BLOCK and found.rule.startswith("capability.")
    ]


@pytest.mark.parametrize(
    ("language", "name", "sentence"),
    [(tongue, *row) for tongue, half in FLOORS for row in said(tongue, half, "true")],
)
def test_what_is_true_passes(language: str, name: str, sentence: str) -> None:
    assert stopped(language, name, sentence) == []


@pytest.mark.parametrize(("language", "half"), FLOORS)
def test_what_is_false_is_stopped(language: str, half: str) -> None:
    rows = list(said(language, half, "false"))
    missed = [sentence for name, sentence in rows if not stopped(language, name, sentence)]
    assert 1 - len(missed) / len(rows) >= FLOORS[language, half], missed


def main() -> None:
    for language, half in FLOORS:
        for kind in ("true", "false"):
            rows = list(said(language, half, kind))
            answers = [(sentence, stopped(language, name, sentence)) for name, sentence in rows]
            print(f"{language} {half} {kind}: {sum(bool(found) for _, found in answers)}/{len(rows)} stopped")  # noqa: T201
            for sentence, found in answers:
                if bool(found) == (kind == "true"):
                    print("   ", sentence, *found)  # noqa: T201


if __name__ == "__main__":
    main()
