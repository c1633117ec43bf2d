"""The demo shop is data: these tests hold it to what its README and the pages built from it promise."""

import csv
import re
import unicodedata
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from content.inventory import read_pages
from content.ledger.ledger import Ledger, read_ledger
from content.records import UNKNOWN, Choice, Many, Span, Text
from content.references import find_references
from content.rendering import render
from content.shop import load_shop
from seo.records import LANGUAGES, Market, SignalKind
from seo.signals.collect import collect

FOLDER = Path(__file__).parents[1] / "flows" / "demo_shop"
ON = date(2026, 11, 22)

WITHOUT_A_WORD = {("heather mauve", "ar"), ("tobacco melange", "ja")}
"""Left out on purpose, so that the list of missing data has something true to say."""

STEP = re.compile(r"(?m)^\d+\. ")
SIZE_NUMBER = re.compile(r"\d+(\.\d+)?")


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return read_ledger(load_shop(FOLDER))


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def written(ledger: Ledger) -> list[tuple[str, Text]]:
    """Every text of the shop's people that may hold references, with its place."""
    advice = [
        (f"{a.id}.{part}", text)
        for a in ledger.advice
        for part, text in (("title", a.title), ("answer", a.answer), ("body", a.body))
    ]
    return advice + [(f"evidence {e.id}", e.text) for e in ledger.evidence if e.text.by_language]


def unreferenced(text: str) -> str:
    """A text without its references and without the numbers of its list."""
    for found in reversed(find_references(text)):
        text = text[: found.start] + text[found.end :]
    return STEP.sub("", text)


def market(ledger: Ledger, locale: str) -> Market:
    return next(m for m in ledger.shop.markets if m.locale == locale)


# --- the folder reads as it is ------------------------------------------------------------------------------


def test_the_shop_sells_in_seven_markets_and_shows_its_rule() -> None:
    shop = load_shop(FOLDER)
    assert [(m.locale, m.currency) for m in shop.markets] == [
        ("en-US", "USD"),
        ("en-GB", "GBP"),
        ("es-ES", "EUR"),
        ("fr-FR", "EUR"),
        ("de-DE", "EUR"),
        ("ar-AE", "AED"),
        ("ja-JP", "JPY"),
    ]
    assert shop.articles == 20
    assert shop.approval is not None
    assert (shop.approval.owner, shop.approval.floor) == ("Lindenhof Home", 60)


def test_sixteen_families_without_a_contradiction(ledger: Ledger) -> None:
    assert len(ledger.families()) == 16
    assert ledger.conflicts == ()
    assert ledger.categories() == (
        "blackout-curtains",
        "thermal-curtains",
        "sheer-curtains",
        "slippers",
        "bed-linen",
        "wool-blankets",
        "bath-mats",
    )


def test_every_sku_stands_once_and_belongs_to_a_family(ledger: Ledger) -> None:
    skus = [row["sku"] for row in rows("products.csv")]
    assert len(skus) == len(set(skus)) == 63
    assert [sku for sku in skus if ledger.resolve(sku) is None] == []


def test_pages_are_the_products_pages_and_a_few_articles() -> None:
    pages = read_pages(FOLDER, "en")
    listed = {page.url for page in pages}
    sold = {row[f"url@{language}"] for row in rows("products.csv") for language in LANGUAGES} - {""}
    assert sold <= listed
    assert sorted(page.language for page in pages if page.kind == "article") == ["de", "fr", "ja"]
    assert all(page.url.startswith("https://shop.example/") and page.title for page in pages)


# --- what is known, refused and not known -------------------------------------------------------------------


def test_cutting_has_yes_no_and_unknown(ledger: Ledger) -> None:
    curtains = [p for c in ledger.categories()[:3] for p in ledger.families(c)]
    told = {p.handle: ledger.fact(p.handle, "can_be_cut").value for p in curtains}
    assert told == {
        "aldermoor": True,
        "nachtal": False,
        "duskfield": UNKNOWN,
        "warmbrook": True,
        "lh-fel-150x220": False,
        "lunell": True,
        "halvey": UNKNOWN,
    }


def test_winterau_is_not_sold_in_the_emirates(ledger: Ledger) -> None:
    emirates = market(ledger, "ar-AE")
    assert ledger.fact("winterau", "price", emirates).value is UNKNOWN
    assert ledger.url("winterau", emirates) == ""
    assert ledger.url("winterau", market(ledger, "de-DE")) != ""


def test_only_some_products_carry_a_certificate_and_it_ends(ledger: Ledger) -> None:
    certified = [
        p.handle
        for p in ledger.families()
        if ledger.fact(p.handle, "certificate", on=ON).value is not UNKNOWN
    ]
    assert certified == ["aldermoor", "kleinau", "weidtal", "winterau", "tidewell"]
    assert ledger.fact("aldermoor", "certificate", on=date(2027, 7, 1)).value is UNKNOWN


@pytest.mark.parametrize("country", ["US", "GB", "ES", "FR", "DE", "AE", "JP"])
def test_two_delivery_routes_never_touch(ledger: Ledger, country: str) -> None:
    here = next(m for m in ledger.shop.markets if m.country == country)
    spans = [ledger.fact("shop", f"delivery_{route}_days", here).value for route in ("express", "standard")]
    assert all(isinstance(span, Span) for span in spans)
    ends = sorted((span.low, span.high) for span in spans if isinstance(span, Span))
    assert all(later[0] - earlier[1] > 1 for earlier, later in pairwise(ends))


# --- six languages ------------------------------------------------------------------------------------------


def test_every_text_is_written_in_all_six_languages(ledger: Ledger) -> None:
    contact = ledger.fact("shop", "contact_text").value
    returns = ledger.fact("shop", "returns_text").value
    assert isinstance(contact, Text)
    assert isinstance(returns, Text)
    everything = [*written(ledger), ("contact", contact), ("returns", returns)]
    gaps = [
        (place, language) for place, text in everything for language in LANGUAGES if not text.get(language)
    ]
    assert gaps == []
    assert len(ledger.advice) == 22


def test_no_number_stands_in_a_text_outside_a_reference(ledger: Ledger) -> None:
    found = [
        (place, language, text)
        for place, texts in written(ledger)
        for language, text in texts.by_language
        if any(unicodedata.category(sign) in {"Nd", "No"} for sign in unreferenced(text))
    ]
    assert found == []


def test_every_reference_renders_in_every_market_of_its_language(ledger: Ledger) -> None:
    for here in ledger.shop.markets:
        for place, texts in written(ledger):
            text = texts.get(here.language)
            assert text is not None, place
            shown = render(text, ledger, here, "plain", ON)
            assert "{{" not in shown, (place, here.locale)


def test_advice_is_about_something_the_shop_sells(ledger: Ledger) -> None:
    known = {*ledger.categories(), *(p.handle for p in ledger.families())}
    assert [a.id for a in ledger.advice if not a.about or not set(a.about) <= known] == []
    assert len({a.id for a in ledger.advice}) == len(ledger.advice)
    covered = {entry for a in ledger.advice for entry in a.about}
    assert set(ledger.categories()) <= covered


def test_each_language_writes_its_own_script(ledger: Ledger) -> None:
    arabic, kana = re.compile(r"[\u0621-\u064a]"), re.compile(r"[\u3041-\u30fa]")
    for place, texts in written(ledger):
        for language, text in texts.by_language:
            assert bool(arabic.search(text)) == (language == "ar"), (place, language)
            assert bool(kana.search(text)) == (language == "ja"), (place, language)


def test_words_cover_every_column_choice_and_category_but_two(ledger: Ledger) -> None:
    families = [p.handle for p in ledger.families()]
    lexicon = ledger.lexicon
    gaps = {
        (key, language)
        for key in ledger.keys(families)
        for language in LANGUAGES
        if lexicon.attribute(key, language) is None
    }
    gaps |= {
        (key, language)
        for key in ledger.categories()
        for language in LANGUAGES
        if lexicon.category(key, language) is None
    }
    gaps |= {
        (choice, language)
        for choice in choices(ledger, families)
        for language in LANGUAGES
        if lexicon.value(choice, language) is None
    }
    assert gaps == WITHOUT_A_WORD


def choices(ledger: Ledger, handles: list[str]) -> set[str]:
    """The words of the catalogue's choices; size numbers need none."""
    values = [fact.value for handle in handles for fact in ledger.facts(handle)]
    single = [v for value in values for v in (value.values if isinstance(value, Many) else (value,))]
    texts = {value.text for value in single if isinstance(value, Choice)}
    return {text for text in texts if not SIZE_NUMBER.fullmatch(text)}


def test_reasons_of_returns_have_words_in_every_language(ledger: Ledger) -> None:
    reasons = {row["reason"] for row in rows("evidence/returns-2026.csv")}
    gaps = [(r, lang) for r in sorted(reasons) for lang in LANGUAGES if not ledger.lexicon.value(r, lang)]
    assert gaps == []


def test_product_names_are_written_in_all_six_languages(ledger: Ledger) -> None:
    for family in ledger.families():
        names = {language: ledger.name(family.handle, language) for language in LANGUAGES}
        assert re.search(r"[\u0621-\u064a]", names["ar"]), names
        assert re.search(r"[\u30a1-\u30fa]", names["ja"]), names
        assert len(set(names.values())) == len(LANGUAGES), names


# --- what customers say -------------------------------------------------------------------------------------


def test_signals_are_read_whole_and_in_their_languages() -> None:
    signals, reports = collect(FOLDER / "signals", load_shop(FOLDER).markets)
    assert {report.state for report in reports} == {"ok"}
    assert len(reports) == 8
    counts = {
        (kind, language): sum(s.kind == kind and s.language == language for s in signals)
        for kind in SignalKind
        for language in LANGUAGES
    }
    assert all(counts[SignalKind.QUESTION, language] >= 50 for language in LANGUAGES), counts
    assert all(counts[SignalKind.REVIEW, language] >= 15 for language in LANGUAGES), counts
    assert all(counts[SignalKind.QUERY, language] >= 20 for language in LANGUAGES), counts


def test_signals_name_products_of_the_shop(ledger: Ledger) -> None:
    named = {row["sku"] for name in ("questions", "reviews") for row in rows(f"signals/{name}.csv")} - {""}
    assert [sku for sku in sorted(named) if ledger.resolve(sku) is None] == []


def test_the_noise_is_there() -> None:
    questions = [row["question"] for row in rows("signals/questions.csv")]
    assert len(questions) - len(set(questions)) >= 5  # people ask twice
    assert "??????" in questions
    assert any("coffee" in question for question in questions)
    assert any("Ignore all previous instructions" in row["body"] for row in rows("signals/reviews.csv"))
    assert {row["source"] for row in rows("signals/questions.csv")} == {"demo"}


# --- nobody real --------------------------------------------------------------------------------------------

# Numbers set aside for fiction: 555-01xx (North American plan), 020 7946 0xxx (Ofcom), 030 23125 xxx
# (Bundesnetzagentur), 01 99 00 xx xx and 06 39 98 xx xx (Arcep).
FICTION = re.compile(
    r"\(202\) 555-01\d\d|020 7946 0\d{3}|030 23125 \d{3}|01 99 00 \d\d \d\d|06 39 98 \d\d \d\d"
)
PHONE = re.compile(r"[(+]?\d[\d ()-]{7,}\d")
ORDER = re.compile(r"(LH-)?2026-\d{6}")
DAY = re.compile(r"2026-\d\d-\d\d")


@pytest.mark.parametrize("name", ["questions", "reviews"])
def test_every_address_and_telephone_number_is_reserved(name: str) -> None:
    for row in rows(f"signals/{name}.csv"):
        text = " ".join(cell for key, cell in row.items() if not key.endswith("date") and key != "sku")
        assert set(re.findall(r"@[A-Za-z0-9.-]+", text)) <= {"@example.com"}, text
        rest = DAY.sub("", ORDER.sub("", FICTION.sub("", text)))
        assert PHONE.search(rest) is None, text


def test_addresses_of_the_shop_lead_nowhere() -> None:
    for path in sorted(FOLDER.rglob("*")):
        if path.suffix in {".csv", ".toml", ".md"}:
            hosts = re.findall(r"https?://([^/\s\",]+)", path.read_text(encoding="utf-8"))
            assert set(hosts) <= {"shop.example"}, path.name
