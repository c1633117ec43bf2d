"""The six phrase books say the same things in their own way: same lists, enough patterns, the right slots."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from content.checks import check
from content.checks.address import forms
from content.checks.view import fold
from content.ledger.ledger import read_ledger
from content.records import Draft, Severity
from content.shop import load_shop
from content.writing.phrases import SLOT, phrase_book
from seo.records import LANGUAGES

WRITING = Path(__file__).parents[3] / "content" / "writing"
ENGLISH = phrase_book("en")
LISTS = [
    (table, name)
    for table, entries in ENGLISH.items()
    for name, entry in entries.items()
    if isinstance(entry, list)
]
OTHERS = [language for language in LANGUAGES if language != "en"]
OPTIONAL = {
    "category",
    "label",
    "labels",
    "country",
    "place",
}  # what every heading and lead may name, and need not


def slots(pattern: str) -> set[str]:
    return {name.lower() for name in SLOT.findall(pattern)}


def patterns(language: str, table: str, name: str) -> list[str]:
    entry = phrase_book(language)[table][name]
    assert isinstance(entry, list)
    return entry


@pytest.mark.parametrize("language", OTHERS)
def test_a_book_has_the_lists_of_the_others(language: str) -> None:
    book = phrase_book(language)
    assert {t: set(entries) for t, entries in book.items()} == {t: set(e) for t, e in ENGLISH.items()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("table", "name"), LISTS)
def test_every_pattern_takes_what_the_list_is_given(language: str, table: str, name: str) -> None:
    given = set.union(*map(slots, patterns("en", table, name)))
    needed = set.intersection(*map(slots, patterns("en", table, name))) - OPTIONAL
    for pattern in patterns(language, table, name):
        assert needed <= slots(pattern) <= given | OPTIONAL, pattern


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("table", "name"), LISTS)
def test_a_list_is_long_enough_and_repeats_nothing(language: str, table: str, name: str) -> None:
    own = patterns(language, table, name)
    assert len(own) >= len(patterns("en", table, name))
    assert len(set(own)) == len(own)
    assert all(unicodedata.is_normalized("NFC", pattern) for pattern in own)


@pytest.mark.parametrize(("table", "name"), LISTS)
def test_headings_and_openings_have_seven_patterns_or_more(table: str, name: str) -> None:
    if table in ("title", "say", "heading"):
        assert len(patterns("en", table, name)) >= 7


def test_no_list_stands_in_the_books_unused() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in sorted(WRITING.glob("*.py")))
    unused = [f"{table}.{name}" for table, name in LISTS if f'"{table}.{name}"' not in code]
    made = {"heading", "lead", "pick", "description"}  # their names are put together where they are used
    assert [
        each for each in unused if each.split(".")[0] not in made and not each.startswith("part.route")
    ] == []


VOUCHED = {("heading", "measurement"), ("heading", "note"), ("heading", "returned")}
"""Headings that stand only above the shop's own evidence."""


def every_line(language: str) -> Iterator[str]:
    for table, entries in phrase_book(language).items():
        for name, entry in entries.items():
            if (table, name) not in VOUCHED:
                yield from [entry] if isinstance(entry, str) else entry


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_of_ours_is_taken_for_an_invention_or_a_claim(language: str) -> None:
    ledger = read_ledger(load_shop(WRITING.parents[1] / "flows" / "demo_shop"))
    market = next(market for market in ledger.shop.markets if market.language == language)
    text = "\n\n".join(SLOT.sub("Aldermoor", line) for line in every_line(language))
    draft = Draft("Title", "d", text, language, market.locale, keyword="x", written_by="t")
    found = check(draft, ledger, market, [], date(2026, 11, 25))
    blocks = [
        f for f in found if f.severity is Severity.BLOCK and f.rule.startswith(("invention.", "claim."))
    ]
    assert [(finding.rule, finding.quote) for finding in blocks] == []


SPOKEN_TO = {
    "es": r"\b(?:tú|tus?|ti|te|contigo|usted|pregúnta(?:nos)?|escríbe(?:nos)?|[Ee]chas|[Ee]nvíala|[Aa]vísanos|dínoslo)\b"
    r"|(?:^|[.:?!¿¡,] ?)(?:[Cc]ompara|[Bb]usca|[Ll]ee|[Ee]lige|[Ee]scribe|[Pp]regunta|Empieza|Decide|Mira|Sigue)\b"
    r"|\b(?:puedes|tienes|debes|necesitas|quieres|buscas|prefieres|elijas|elige|encuentras|dispones)\b",
    "de": r"\b(?:Sie|Ihnen|Ihr|Ihre[mnrs]?|[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein\w*|[Ee]uch|[Ee]uer)\b",
    "fr": r"\b(?:[Vv]ous|[Vv]otre|[Vv]os|[Tt]u|[Tt]oi|[Tt]a|[Tt]es)\b|\b(?!chez\b|nez\b|assez\b)\w+ez\b",
}  # fmt: skip


def site_words(language: str) -> Iterator[str]:
    """What the site says around its articles."""
    book = tomllib.loads((WRITING.parent / "publishers" / "words.toml").read_text(encoding="utf-8"))[language]
    yield from (line for line in book.values() if isinstance(line, str))
    yield from book["about"].values()


@pytest.mark.parametrize("language", SPOKEN_TO)
def test_no_sentence_of_ours_has_a_form_of_address_that_a_shop_may_not_use(language: str) -> None:
    """A house that says `usted` was held for our `Escríbenos`, one that says `du` for our `Schreiben Sie`."""
    told = (WRITING / "phrases" / "told" / f"{language}.csv").read_text(encoding="utf-8").splitlines()
    lines = [*every_line(language), *site_words(language), *told]
    markers = [marker.pattern for marker in forms(language).markers]
    spoken = re.compile(SPOKEN_TO[language])
    assert [line for line in lines if spoken.search(line) or any(p.search(fold(line)) for p in markers)] == []
