"""What people of the shop wrote and stand behind is not held against columns: advice, evidence, in every language."""

from dataclasses import replace
from pathlib import Path

import pytest

from content.checks.reading import Reading
from content.files import parse_draft
from content.ledger.ledger import Ledger, read_ledger
from content.proofreading.meant import meant
from content.proofreading.own import OwnWords
from content.proofreading.reading import Claims
from content.proofreading.rereading import Second
from content.proofreading.settling import doubted, settled
from content.proofreading.sheet import sheet
from content.proofreading.tagging import Tagged, tags
from content.proofreading.weighing import UNLISTED, weigh, weighed
from content.records import Reliance
from content.shop import load_shop
from flows.shop_folder import DEMO
from tests.content.translated import read


@pytest.fixture(scope="module")
def demo() -> Ledger:
    return read_ledger(load_shop(DEMO))


def page(ledger: Ledger, body: str, locale: str = "en-GB") -> Reading:
    market = next(each for each in ledger.shop.markets if each.locale == locale)
    return Reading(
        parse_draft(f"---\ntitle: T\nlang: {locale[:2]}\nmarket: {locale}\n---\n{body}", "p.md"),
        ledger,
        market,
    )


def test_a_sentence_of_the_shops_own_evidence_is_its_own(demo: Ledger) -> None:
    own = OwnWords(page(demo, "Text."))
    text = next(each.text.get("en") for each in demo.evidence if each.text.get("en"))
    assert text is not None
    sentences = [part for part in text.split(". ") if "{{" not in part and len(part) > 40]
    assert sentences
    assert all(own.hold(f"**{part}**.") for part in sentences)


def test_who_stands_behind_a_measurement_is_shown_with_it(demo: Ledger) -> None:
    evidence = next(each for each in demo.evidence if each.text.get("en"))
    assert evidence.by in OwnWords(page(demo, "Text.")).near([evidence.text.get("en") or ""])


def test_words_of_the_same_kind_that_nobody_wrote_are_not(demo: Ledger) -> None:
    own = OwnWords(page(demo, "Text."))
    assert not own.hold("I keep my scissors off the Nachtal: its weight is sewn into the hem.")
    assert not own.hold("the hem")


def test_its_own_words_in_another_language_are_not_this_pages(demo: Ledger) -> None:
    german = next(each.text.get("de") for each in demo.evidence if each.text.get("de"))
    assert german is not None
    part = next(part for part in german.split(". ") if "{{" not in part and len(part) > 40)
    assert OwnWords(page(demo, "Text.", "de-DE")).hold(part)
    assert not OwnWords(page(demo, "Text.")).hold(part)


def test_own_words_are_not_blocked_for_being_in_no_column_and_others_are(demo: Ledger) -> None:
    text = next(each.text.get("en") for each in demo.evidence if each.text.get("en"))
    assert text is not None
    part = next(part for part in text.split(". ") if "{{" not in part and len(part) > 40)
    reading = page(demo, f"{part}.\n\nThe Aldermoor keeps out the cold.")
    shown = sheet(reading)
    said = Claims(claims=[], unlisted=[f"{line.number}: P1 so it says" for line in shown.lines[1:]])
    found = [each.quote for each in weighed([], said, shown, reading) if each.rule == UNLISTED]
    assert found == ["The Aldermoor keeps out the cold."]


SOLD = "From {{evidence-returns-2026.from}} to {{evidence-returns-2026.to}} we sold {{evidence-returns-2026.nachtal_sold}}."


def test_a_sentence_on_the_shops_evidence_needs_no_column(demo: Ledger) -> None:
    reading = page(demo, f"{SOLD} They came by boat.\n\nThe others came by boat, too.")
    shown = sheet(reading)
    said = Claims(claims=[], unlisted=[f"{line.number}: S came by boat" for line in shown.lines[1:]])
    found = [each.quote for each in weighed([], said, shown, reading) if each.rule == UNLISTED]
    assert found == ["They came by boat.", "The others came by boat, too."]


@pytest.mark.parametrize(
    ("tag", "beside", "told"),
    [
        ("review", SOLD, ["invention.review warn"]),  # is it in the evidence beside it?
        ("tested", SOLD, ["invention.experience warn"]),
        ("medical", SOLD, ["claim.medical block"]),
        ("review", "Text.", ["invention.review block"]),
    ],
)
def test_a_voice_beside_evidence_is_a_warning_and_in_its_sentence_none(
    demo: Ledger, tag: str, beside: str, told: list[str]
) -> None:
    assert voiced(page(demo, f"{beside} Who has one comes back."), 3, tag) == told
    assert voiced(page(demo, SOLD), 2, "review") == []


def test_a_voice_under_the_heading_of_evidence_is_a_warning_and_elsewhere_a_block(demo: Ledger) -> None:
    body = f"## Sold\n\n{SOLD}\n\nShe hangs it first.\n\n## Other\n\nShe pins it last."
    assert voiced(page(demo, body), 4, "tested") == ["invention.experience warn"]
    assert voiced(page(demo, body), 6, "tested") == ["invention.experience block"]
    assert voiced(page(demo, body), 2, "tested") == []  # the heading of what is shown below it


def voiced(reading: Reading, line: int, tag: str) -> list[str]:
    """What a tag on a line comes to that both readings see."""
    first = weigh([], Claims(claims=[]), sheet(reading), reading)
    return [
        f"{each.finding.rule} {each.finding.severity}"
        for each in meant([], [Tagged(line, tags()[tag])], first)
    ]


# --- beside doubted lines ---------------------------------------------------------------------------------


def test_the_advice_a_line_may_rest_on_is_found_without_its_digits(demo: Ledger) -> None:
    own = OwnWords(page(demo, "Text."))
    near = own.near(
        ["Load the washing machine loosely with the curtain, as packed in tightly it comes out with creases."]
    )
    assert "Load the machine loosely." in near
    assert not any(letter.isdigit() for letter in near)
    assert len(near.split("\n\n")) < 40


@pytest.mark.parametrize("lines", [[], ["Text."], ["Quarterly dividends rose in Zurich."]])
def test_where_nothing_is_alike_nothing_is_shown(demo: Ledger, lines: list[str]) -> None:
    assert OwnWords(page(demo, "Text.")).near(lines) == ""


@pytest.mark.parametrize("locale", ["ar-AE", "ja-JP"])
def test_languages_without_long_words_find_theirs(demo: Ledger, locale: str) -> None:
    language = locale[:2]
    text = next(each.body.get(language) for each in demo.advice if each.body.get(language))
    assert text is not None
    assert text.split("\n")[0][4:20] in OwnWords(page(demo, "Text.", locale)).near([text[:80]])


def test_a_claim_of_the_first_reading_alone_beside_the_shops_own_words_is_a_note(demo: Ledger) -> None:
    body = "Gesine hangs woven curtains up before she pins them, because the cloth drops by itself."
    for line, severity in ((body, "note"), ("Trains leave the harbour at dawn for the border.", "warn")):
        reading = page(demo, line)
        shown = sheet(reading)
        first = weigh([], Claims(claims=[], unlisted=[f"2: S {line}"]), shown, reading)
        doubts = doubted(first)
        again = Second(Claims(claims=[], unlisted=[]), frozenset())
        second = weigh([], Claims(claims=[], unlisted=[]), shown, reading)
        assert [each.severity.value for each in settled([], first, second, again, doubts)] == [severity]


# --- what stands in another language ----------------------------------------------------------------------


def test_german_advice_a_french_page_rests_on_is_shown_beside_its_doubted_lines(tmp_path: Path) -> None:
    own = OwnWords(resting(read(tmp_path), "advice(kids-size)"))
    shown = own.beside(["Ajoutez 6 cm à la taille de l’enfant."])
    assert shown == (
        "(in German) Welche Größe beim Mantel? Körpergröße plus # cm, dann die Doppelgröße nehmen, in die diese Zahl "
        "fällt. So passt ein Fleece darunter."
    )


def test_what_the_page_does_not_rest_on_is_not_shown(tmp_path: Path) -> None:
    assert OwnWords(resting(read(tmp_path))).beside(["Ajoutez 6 cm."]) == ""


def test_no_check_takes_german_words_for_the_french_page_s(tmp_path: Path) -> None:
    own = OwnWords(resting(read(tmp_path), "advice(kids-size)"))
    assert own.near(["So passt ein Fleece darunter, nehmen Sie die Doppelgröße beim Mantel."]) == ""
    assert not own.hold("So passt ein Fleece darunter.")


def test_in_the_page_s_own_language_nothing_is_shown_twice(tmp_path: Path) -> None:
    own = OwnWords(resting(read(tmp_path), "advice(kids-size)", locale="de-DE"))
    lines = ["So passt ein Fleece darunter, wenn Sie die Doppelgröße nehmen, in die diese Zahl fällt."]
    assert own.beside(lines) == own.near(lines) != ""


def resting(ledger: Ledger, *references: str, locale: str = "fr-FR") -> Reading:
    reading = page(ledger, "Text.", locale)
    relies = tuple(Reliance(0, each, "text 0") for each in references)
    return Reading(replace(reading.draft, relies=relies), ledger, reading.market)


def test_what_the_products_own_pages_say_is_shown_beside_doubted_lines(tmp_path: Path) -> None:
    read(tmp_path)
    table = "sku,title,category,description\nC1,Fjord Mantel,coats,Für Nieselregen bis 7 mm.\nC2,Schäre Mantel,coats,Für alle.\n"
    (tmp_path / "products.csv").write_text(table, encoding="utf-8")
    own = OwnWords(page(read_ledger(load_shop(tmp_path)), "Le Fjord Mantel ne va pas.", "fr-FR"))
    assert "Für Nieselregen bis # mm." in own.beside(["Le Fjord Mantel ne va pas."])
    assert "Für alle" not in own.beside(["Le Fjord Mantel ne va pas."])
    assert not own.may_hold(["Le Fjord Mantel ne va pas."])  # a description is no proof of what a page says


ACCEPTED = (
    "sku,attribute,value,market,quote,source,row,note,replaces,valid_from,valid_until,by,on\n"
    "A1,limits@en,Not for the microwave.,,Not for the microwave.,products.csv,2,,,,,Kim,2026-05-01\n"
)


@pytest.mark.parametrize(
    ("line", "is_asked"),
    [
        ("The Toxa mug: {{a1.limits}}", False),
        ("Not for this: {{a1.limits}}", False),
        ("{{a1.limits}} It keeps tea warm for the whole afternoon, though.", True),
        ("The Toxa mug is not for the oven.", True),
    ],
)
def test_what_a_person_accepted_as_a_sentence_needs_no_column(
    tmp_path: Path, line: str, is_asked: bool
) -> None:
    """A true limit by its reference was held against the columns, and a writer was sent back for it."""
    (tmp_path / "shop.toml").write_text(
        'id = "x"\nname = "X"\nlanguage = "en"\n[[markets]]\nlocale = "en-GB"\ncurrency = "GBP"\n',
        encoding="utf-8",
    )
    (tmp_path / "products.csv").write_text(
        "sku,title,description\nA1,Toxa mug,Not for the microwave.\n", encoding="utf-8"
    )
    (tmp_path / "facts_accepted.csv").write_text(ACCEPTED, encoding="utf-8")
    reading = page(read_ledger(load_shop(tmp_path)), line)
    shown = sheet(reading)
    claims = Claims(
        claims=[],
        unlisted=[
            f"{each.number}: P1 cannot stand that" for each in shown.lines if each.block.kind != "title"
        ],
    )
    found = weigh([], claims, shown, reading).findings()
    assert any(finding.rule == UNLISTED for finding in found) is is_asked
