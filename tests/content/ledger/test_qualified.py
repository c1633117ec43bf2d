"""`Polyamid, recycelt` was two choices, and `recycelt` a material."""

import pytest

from content.records import Choice, Many
from tests.content.ledger.conftest import ReadLedger


def _value(ledger_of: ReadLedger, header: str, cells: tuple[str, ...], language: str) -> object:
    rows = "".join(f'A-{place},T{place},"{cell}"\n' for place, cell in enumerate(cells))
    ledger = ledger_of(f"sku,title,{header}\n{rows}", language)
    return ledger.fact("a-0", ledger.keys(["a-0"])[0]).value


@pytest.mark.parametrize(
    ("language", "header", "cell"),
    [
        ("en", "Material", "cotton, brushed"),
        ("en", "Material", "cotton, sanforized"),  # in no table: a participle behind a known material
        ("es", "Material", "algodón, orgánico"),
        ("es", "Material", "algodón, mercerizado"),
        ("fr", "Matière", "coton, biologique"),
        ("fr", "Matière", "coton, mercerisé"),
        ("de", "Material", "Polyamid, recycelt"),
        ("de", "Obermaterial", "Dyneema, doppelt gelegt"),  # a small letter behind a noun
        ("ar", "الخامة", "قطن، عضوي"),
        ("ja", "素材", "ポリエステル、再生"),
    ],
)
def test_a_qualifier_behind_a_comma_is_no_choice(
    ledger_of: ReadLedger, language: str, header: str, cell: str
) -> None:
    assert _value(ledger_of, header, (cell,), language) == Choice(cell)


@pytest.mark.parametrize(
    ("language", "header", "cell"),
    [
        ("en", "Material", "cotton, polyester"),
        ("en", "Finish", "brushed, polished"),
        ("en", "Valve types", "Presta, Schrader"),
        ("es", "Material", "algodón, poliéster"),
        ("fr", "Matière", "coton, lin"),
        ("de", "Farbe", "Schwarz, Weiß"),
        ("de", "Eignung", "innen, außen"),
        ("ar", "الخامة", "قطن، كتان"),
        ("ja", "素材", "綿、麻"),
    ],
)
def test_two_choices_stay_two(ledger_of: ReadLedger, language: str, header: str, cell: str) -> None:
    value = _value(ledger_of, header, (cell,), language)
    assert isinstance(value, Many)
    assert len(value.values) == 2


def test_a_qualifier_goes_with_the_choice_before_it(ledger_of: ReadLedger) -> None:
    value = _value(ledger_of, "Material", ("cotton, organic, polyester, recycled",), "en")
    assert value == Many((Choice("cotton, organic"), Choice("polyester, recycled")))


def test_what_stands_alone_in_another_row_is_a_choice(ledger_of: ReadLedger) -> None:
    cells = ("Holz, lackiert", "lackiert", "Holz")
    assert _value(ledger_of, "Oberfläche", cells, "de") == Many((Choice("Holz"), Choice("lackiert")))


def test_where_other_rows_part_with_another_mark_a_comma_parts_nothing(ledger_of: ReadLedger) -> None:
    cells = ("Ripstop, 40 Denier", "Canvas | Leder")
    assert _value(ledger_of, "Obermaterial", cells, "de") == Choice("Ripstop, 40 Denier")


def test_a_choice_said_closer_is_translated_part_by_part(ledger_of: ReadLedger) -> None:
    words = "source,lang,text\nrecycelt,en,recycled\nrecycelt,ja,リサイクル\n"
    lexicon = ledger_of("sku,title\nA,B\n", "de", {"words.csv": words}).lexicon
    assert lexicon.value("Leder, recycelt", "en") == "leather, recycled"
    assert lexicon.value("Leder, recycelt", "ja") == "革、リサイクル"
    assert lexicon.value("Leder, recycelt", "fr") is None
