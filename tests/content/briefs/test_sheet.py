"""What a writer is given: the reference to type, the product, the label and the value of the market's language."""

import pytest

from content.briefs.brief import Brief, Section
from content.briefs.naming import Names
from content.briefs.sheet import Line, facts_of, line_of
from content.ledger.ledger import Ledger
from content.records import Assignment
from content.rendering import render
from seo.records import LANGUAGES, Market
from tests.content.briefs.conftest import DAY

MARKETS = {
    "en": Market("en-GB", "GBP"),
    "es": Market("es-ES", "EUR"),
    "fr": Market("fr-FR", "EUR"),
    "de": Market("de-DE", "EUR"),
    "ar": Market("ar-AE", "AED"),
    "ja": Market("ja-JP", "JPY"),
}


def lines(ledger: Ledger, language: str, *facts: str, evidence: tuple[str, ...] = ()) -> dict[str, Line]:
    found = facts_of(Section("", facts=facts, evidence=evidence), ledger, MARKETS[language], DAY)
    return {line.reference: line for line in found}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "{{aldermoor.max_rod_diameter}} — Aldermoor, maximum rod diameter: 28 mm"),
        ("es", "{{aldermoor.max_rod_diameter}} — Aldermoor, diámetro máximo de la barra: 28 mm"),
        ("fr", "{{aldermoor.max_rod_diameter}} — Aldermoor, diamètre maximal de la tringle: 28 mm"),
        ("de", "{{aldermoor.max_rod_diameter}} — Aldermoor, maximaler Stangendurchmesser: 28 mm"),
        ("ar", "{{aldermoor.max_rod_diameter}} — ألدرمور، أقصى قطر لعمود الستارة: 28 مم"),
        ("ja", "{{aldermoor.max_rod_diameter}} — アルダームーア、対応ポール径（最大）: 28mm"),
    ],
)
def test_a_fact_in_each_language(ledger: Ledger, language: str, told: str) -> None:
    assert lines(ledger, language, "aldermoor.max_rod_diameter")["aldermoor.max_rod_diameter"].text == told


@pytest.mark.parametrize(
    ("language", "value", "note"),
    [
        ("en", "no", "say it in words"),
        ("es", "no", "dilo con palabras"),
        ("fr", "non", "à dire avec des mots"),
        ("de", "nein", "in Worten sagen"),
        ("ar", "لا", "يُقال بالكلمات"),
        ("ja", "いいえ", "言葉で書く"),
    ],
)
def test_a_no_is_to_be_said_in_words(ledger: Ledger, language: str, value: str, note: str) -> None:
    line = lines(ledger, language, "nachtal.can_be_cut")["nachtal.can_be_cut"]
    assert (line.kind, line.value, line.note) == ("yes or no", value, note)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "highest width: Duskfield"),
        ("es", "ancho, el valor más alto: Duskfield"),
        ("fr", "largeur, valeur la plus haute : Duskfield"),
        ("de", "Breite, höchster Wert: Duskfield"),
        ("ar", "العرض، أعلى قيمة: داسكفيلد"),
        ("ja", "幅が最大：ダスクフィールド"),
    ],
)
def test_a_claim_in_plain_words_is_not_typed(ledger: Ledger, language: str, told: str) -> None:
    claim = "highest(width; category:blackout-curtains)"
    line = lines(ledger, language, claim)[claim]
    assert (line.kind, line.typed, line.value) == ("claim", "", told)


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("lowest(width; aldermoor+duskfield)", "lowest width: Aldermoor"),
        (
            "having(can_be_cut; category:blackout-curtains)",
            "among those that state can be cut to length, yes: Aldermoor",
        ),
        (
            "lacking(can_be_cut; category:blackout-curtains)",
            "among those that state can be cut to length, no: Nachtal",
        ),
        ("unstated(can_be_cut; category:blackout-curtains)", "can be cut to length not stated: Duskfield"),
        ("same(material; aldermoor+nachtal)", "material: the same for all of them"),
        ("differ(material; aldermoor+duskfield)", "material: not the same for all of them"),
        (
            "less(aldermoor.max_shrinkage; duskfield.max_shrinkage)",
            "maximum shrinkage: less for Aldermoor than for Duskfield",
        ),
        ("atleast(duskfield.width; 200 cm)", "width of Duskfield: goes up to 200 cm or beyond"),
        ("atmost(aldermoor.width; 110 cm)", "width of Aldermoor: goes down to 110 cm or below"),
        ("count(aldermoor.width)", "width of Aldermoor: 5 to choose from"),
        ("unknown(duskfield.can_be_cut)", "Duskfield, can be cut to length: not stated"),
        ("members(aldermoor+nachtal)", "these products belong to it: Aldermoor and Nachtal"),
        ("routes()", "delivery routes: Express and Standard"),
    ],
)
def test_every_claim_has_words(ledger: Ledger, claim: str, told: str) -> None:
    assert lines(ledger, "en", claim)[claim].value == told


def test_the_widths_of_a_family_are_one_line(ledger: Ledger) -> None:
    found = lines(ledger, "de", "nachtal.width")
    assert found["nachtal.width"].value == "117, 132 und 140 cm"
    assert list(found) == ["nachtal.short", "nachtal.name", "nachtal.width"]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "117, 132 and 140 cm (one alone: {{nachtal.width.117-cm}}, .132-cm, .140-cm)"),
        ("es", "117, 132 y 140 cm (uno solo: {{nachtal.width.117-cm}}, .132-cm, .140-cm)"),
        ("fr", "117, 132 et 140 cm (un seul: {{nachtal.width.117-cm}}, .132-cm, .140-cm)"),
        ("de", "117, 132 und 140 cm (einzeln: {{nachtal.width.117-cm}}, .132-cm, .140-cm)"),
        ("ar", "117 و132 و140 سم (واحد منها: {{nachtal.width.117-cm}}, .132-cm, .140-cm)"),
        ("ja", "117・132・140cm (一つだけ: {{nachtal.width.117-cm}}, .132-cm, .140-cm)"),
    ],
)
def test_the_entries_of_a_list_are_offered_one_by_one(ledger: Ledger, language: str, told: str) -> None:
    assert lines(ledger, language, "nachtal.width")["nachtal.width"].text.endswith(told)


def test_entries_are_offered_of_lists_only_and_never_of_prices(ledger: Ledger) -> None:
    found = lines(ledger, "de", "nachtal.max_rod_diameter", "nachtal.price", "nachtal.can_be_cut")
    assert [line.reference for line in found.values() if line.entries] == []


def test_every_entry_on_offer_shows_a_value(ledger: Ledger) -> None:
    for market in MARKETS.values():
        for handle in ledger.products:
            for key in ledger.keys([handle]):
                line = line_of(f"{handle}.{key}", Names(ledger, market, DAY))
                for name in line.entries.partition("{{")[2].replace("}}", "").split(", ")[1:]:
                    assert render(f"{{{{{handle}.{key}{name}}}}}", ledger, market, "plain", DAY)


def test_a_variant_goes_by_its_familys_name(ledger: Ledger) -> None:
    found = lines(ledger, "en", "lh-ald-100x135-ant.width")
    assert found["lh-ald-100x135-ant.width"].text == "{{lh-ald-100x135-ant.width}} — Aldermoor, width: 100 cm"
    assert found["aldermoor.short"].kind == "name"


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("en", "Express, Time"),
        ("es", "Envío exprés, Plazo"),
        ("fr", "Livraison express, Délai"),
        ("de", "Expressversand, Dauer"),
        ("ar", "الشحن السريع، المدة"),
        ("ja", "お急ぎ便、お届け日数"),
    ],
)
def test_a_delivery_route_has_its_own_name(ledger: Ledger, language: str, label: str) -> None:
    assert lines(ledger, language, "shop.delivery_express_days")["shop.delivery_express_days"].label == label


@pytest.mark.parametrize("language", LANGUAGES)
def test_advice_keeps_its_references_and_brings_their_values(ledger: Ledger, language: str) -> None:
    found = lines(ledger, language, evidence=("advice.measure-window",))
    assert "{{shop.measure_overlap}}" in found["advice.measure-window"].value
    assert found["shop.measure_overlap"].value.startswith(("15", "5.9"))


def test_evidence_names_who_stands_behind_it(ledger: Ledger) -> None:
    found = lines(ledger, "en", evidence=("evidence.cutting-note",))
    assert found["evidence.cutting-note"].label == "by Gesine Brandt"
    assert found["evidence-cutting-note.coated_seen"].value == "12"


def test_counts_of_returns_are_told_apart_by_product_and_reason(ledger: Ledger) -> None:
    found = lines(
        ledger, "de", "evidence-returns-2026.moosbach_too_small", "evidence-returns-2026.moosbach_sold"
    )
    texts = [line.text.split(" — ")[1] for line in found.values()]
    assert texts == ["Moosbach, zurückgeschickt, „zu klein“: 31", "Moosbach, verkauft: 407"]


MOST_TOKENS = 2500
SIGNS = {"ar": 0.55, "ja": 0.9}  # tokens for a sign that is no ASCII, as today's tokenizers cut it; else 0.6


def tokens(text: str, language: str) -> float:
    """A careful guess: 3.5 ASCII signs to a token."""
    plain = sum(sign.isascii() for sign in text)
    return plain / 3.5 + (len(text) - plain) * SIGNS.get(language, 0.6)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_brief_fits_into_a_prompt(
    briefs: list[tuple[Assignment, Brief]], ledger: Ledger, language: str
) -> None:
    for assignment, brief in briefs:
        if brief.language == language:
            sheet = "\n".join(line.text for line in facts_of(brief, ledger, assignment.market, DAY))
            assert tokens(sheet, language) <= MOST_TOKENS, assignment.concept
