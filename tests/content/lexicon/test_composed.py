"""Columns made of known words are read in each language and written in all six."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from content.lexicon import component_words as module
from content.lexicon.agreement import Noun, agreed, dative, of
from content.lexicon.component_words import Words
from content.lexicon.composed import composed
from seo.records import LANGUAGES

TABLES = ("parts", "qualities", "uses", "substances", "columns")


def nothing(_: str) -> Words:
    return {}


def first(label: str, language: str) -> dict[str, str]:
    return {tongue: words[0] for tongue, words in composed(label, language, nothing).items()}


@pytest.mark.parametrize(
    ("label", "language"),
    [
        ("Gloves included", "en"), ("incl. gloves", "en"), ("Handschuhe enthalten", "de"), ("Inkl. Handschuhe", "de"),
        ("guantes incluidos", "es"), ("Incluye guantes", "es"), ("gants inclus", "fr"), ("Gants fournis", "fr"),
        ("قفازات مرفقة", "ar"), ("手袋付き", "ja"), ("手袋付属", "ja"), ("gloves included", "de"),
    ],
)  # fmt: skip
def test_what_is_included_is_called_in_all_six(label: str, language: str) -> None:
    assert first(label, language) == {
        "en": "gloves included",
        "es": "guantes incluidos",
        "fr": "gants inclus",
        "de": "Handschuhe enthalten",
        "ar": "مع قفازات",
        "ja": "手袋付き",
    }


@pytest.mark.parametrize(
    ("label", "language", "there", "written"),
    [
        ("handle length", "en", "de", "Grifflänge"),
        ("Grifflänge", "de", "en", "handle length"),
        ("longitud del mango", "es", "ar", "طول المقبض"),
        ("number of pockets", "en", "fr", "nombre de poches"),
        ("Anzahl der Schnallen", "de", "es", "número de hebillas"),
        ("removable lid", "en", "fr", "couvercle amovible"),
        ("capuche amovible", "fr", "es", "capucha extraíble"),
        ("Abnehmbare Kapuze", "de", "fr", "capuche amovible"),
        ("蓋取り外し可", "ja", "en", "removable lid"),
        ("suitable for suede", "en", "de", "für Wildleder geeignet"),
        ("convient au daim", "fr", "en", "suitable for suede"),
        ("suitable for suede", "en", "ar", "مناسب للشمواه"),
        ("alkoholfrei", "de", "fr", "sans alcool"),
        ("sans alcool", "fr", "de", "alkoholfrei"),
        ("PVC-free", "en", "de", "PVC-frei"),
        ("contains alcohol", "en", "ja", "アルコール入り"),
        ("stackable", "en", "es", "apilable"),
        ("pockets", "en", "de", "Taschen"),
        ("Nettogewicht", "de", "fr", "poids net"),
    ],
)
def test_a_composition_is_read_and_written(label: str, language: str, there: str, written: str) -> None:
    assert first(label, language)[there] == written


def test_the_least_and_the_most_of_a_known_column() -> None:
    seat: Words = {"en": ("seat height",), "de": ("Sitzhöhe",), "ja": ("座面高",)}

    def column(label: str) -> Words:
        return seat if label in {"seat height", "sitzhöhe"} else {}

    assert composed("Seat height min.", "en", column)["de"] == ("Sitzhöhe min.", "Sitzhöhe")
    assert composed("Sitzhöhe max", "de", column)["en"][0] == "max. seat height"
    assert composed("Sitzhöhe max", "de", column)["ja"][0] == "座面高(最大)"
    assert "fr" not in composed("Seat height min.", "en", column)


@pytest.mark.parametrize(
    "label", ["", "Zwirbel", "free", "included", "length", "of", "min", "gloves gloves", "Blatt enthalten"]
)
def test_what_is_made_of_nothing_known_stays_unknown(label: str) -> None:
    assert composed(label, "en", nothing) == {}


def test_companions_agree_with_their_noun() -> None:
    hood, gloves = Noun("capuche", "capuches", "f"), Noun("gant", "gants", "m")
    assert agreed("inclus", hood, "fr", is_many=True) == "incluses"
    assert agreed("étanche à l'eau", gloves, "fr", is_many=True) == "étanches à l'eau"
    assert agreed("de doble capa", Noun("tapa", "tapas", "f"), "es", is_many=True) == "de doble capa"
    assert agreed("قابل للفك", Noun("مظلة", "مظلات"), "ar", is_many=False) == "قابلة للفك"
    assert of(Noun("anse", "anses", "f"), "fr", is_many=False) == "de l'anse"
    assert of(Noun("housse", "housses", "f"), "fr", is_many=False) == "de la housse"
    assert of(Noun("asa", "asas", "f"), "es", is_many=True) == "de las asas"
    assert dative(Noun("Griff", "Griffe"), is_many=True) == "Griffen"


@pytest.mark.parametrize(
    ("label", "language"), [("removable hood", "en"), ("Blatt enthalten", "de"), ("フード付き", "ja")]
)
def test_a_word_of_several_meanings_is_written_and_not_read(label: str, language: str) -> None:
    """A cooker has a hood as well."""
    assert composed(label, language, nothing) == {}
    assert first("abnehmbare Kapuze", "de")["en"] == "removable hood"


def rows(table: str) -> Iterator[dict[str, str]]:
    path = Path(module.__file__).parent / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@pytest.mark.parametrize("table", TABLES)
def test_no_word_of_a_table_means_two_things(table: str) -> None:
    for language in LANGUAGES:
        seen: dict[str, str] = {}
        for row in rows(table):
            for cell in filter(None, row[language].split("|")):
                for form in set(cell.rstrip("*").rpartition(":")[2].split("/")[:2]):
                    assert seen.setdefault(form.casefold(), row["key"]) == row["key"], (language, form)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_its_words_in_six_languages(table: str) -> None:
    for row in rows(table):
        assert all(row[language] == row[language].strip() for language in LANGUAGES)
        assert sum(bool(row[language]) for language in LANGUAGES) >= len(LANGUAGES) - 1, row["key"]
