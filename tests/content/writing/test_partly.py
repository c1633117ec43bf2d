"""Of a product some versions of which state it, a page says just that: not that nobody does, and no yes for all."""

from datetime import date

import pytest

from content.briefs.naming import Names
from content.checks import check
from content.ledger.ledger import Ledger, read_ledger
from content.records import Draft, Severity
from content.rendering import render
from content.shop import load_shop
from content.writing.phrases import Wording, phrase_book
from content.writing.statements import Speaker
from content.writing.tables import _cell
from seo.records import LANGUAGES

DAY = date(2026, 11, 27)
LOCALES = {"en": "en-GB", "es": "es-ES", "fr": "fr-FR", "de": "de-DE", "ar": "ar-AE", "ja": "ja-JP"}
TITLES = ",".join(f"title@{each}" for each in LANGUAGES if each != "en")
ROWS = f"""sku,group,title,{TITLES},category,colour,material,Machine washable
B1,boot,{",".join(["Ancares grey"] * 6)},Boots,grey,wool,yes
B2,boot,{",".join(["Ancares blue"] * 6)},Boots,blue,wool,yes
B3,boot,{",".join(["Ancares raw"] * 6)},Boots,natural,wool,
T1,toxa,{",".join(["Toxa grey"] * 6)},Boots,grey,wool,yes
T2,toxa,{",".join(["Toxa blue"] * 6)},Boots,blue,wool,no
S1,muxia,{",".join(["Muxia"] * 6)},Boots,grey,wool,
"""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    folder = tmp_path_factory.mktemp("shop")
    markets = "".join(f'[[markets]]\nlocale = "{each}"\ncurrency = "EUR"\n' for each in LOCALES.values())
    head = f'id = "s"\nname = "S"\nsite = "https://shop.example"\nlanguage = "en"\n{markets}'
    (folder / "shop.toml").write_text(head, encoding="utf-8")
    (folder / "products.csv").write_text(ROWS, encoding="utf-8")
    return read_ledger(load_shop(folder))


def said(ledger: Ledger, language: str, turn: int, *handles: str) -> str:
    market = next(each for each in ledger.shop.markets if each.language == language)
    statement = Speaker(ledger, market, Wording(language, turn)).unknown("machine_washable", handles)
    assert statement is not None
    return render(statement.text, ledger, market, "plain", DAY)


def patterns(language: str, name: str) -> list[str]:
    entry = phrase_book(language)["part"][name]
    assert isinstance(entry, list)
    return entry


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_of_one_version_is_not_told_of_all(ledger: Ledger, language: str) -> None:
    whole = {said(ledger, language, turn, "muxia") for turn in range(8)}
    part = {said(ledger, language, turn, "boot") for turn in range(8)}
    assert len(part) == len(patterns(language, "told_partly"))
    assert not {text.replace("Ancares", "Muxia") for text in part} & whole


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_are_told_apart_in_one_breath(ledger: Ledger, language: str) -> None:
    text = said(ledger, language, 0, "boot", "muxia")
    assert text.index("Muxia") < text.index("Ancares")


@pytest.mark.parametrize("language", LANGUAGES)
def test_versions_that_say_yes_and_no_are_not_told_as_a_blank(ledger: Ledger, language: str) -> None:
    """`記載なし` stood for a knife whose every version says whether it is for the left hand."""
    told = {said(ledger, language, turn, "toxa").replace("Toxa", "Ancares") for turn in range(8)}
    part = {said(ledger, language, turn, "boot") for turn in range(8)}
    assert len(told) == len(patterns(language, "told_differs"))
    assert not told & part
    market = next(each for each in ledger.shop.markets if each.language == language)
    table = _cell(ledger, "toxa", "machine_washable", market, Wording(language, 0))
    assert table not in {
        _cell(ledger, each, "machine_washable", market, Wording(language, 0)) for each in ("boot", "muxia")
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("handle", ["boot", "toxa"])
def test_the_checks_take_it_for_no_claim(ledger: Ledger, language: str, handle: str) -> None:
    market = next(each for each in ledger.shop.markets if each.language == language)
    text = "\n\n".join(said(ledger, language, turn, handle) for turn in range(3))
    draft = Draft("Title", "d", text, language, market.locale, keyword="x", written_by="t")
    found = check(draft, ledger, market, [], DAY)
    told = [f for f in found if f.severity is not Severity.NOTE and not f.rule.startswith("structure.")]
    assert [(f.rule, f.quote) for f in told if "capability" in f.rule or f.severity is Severity.BLOCK] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_brief_names_the_versions_that_state_it(ledger: Ledger, language: str) -> None:
    market = next(each for each in ledger.shop.markets if each.language == language)
    names = Names(ledger, market, DAY)
    told = names.claim("unknown(boot.machine_washable)")
    first, second, raw = (names.shown(each, "colour") for each in ledger.products["boot"].variants)
    assert first in told
    assert second in told
    assert raw not in told
    assert first not in names.claim("unknown(muxia.machine_washable)")
