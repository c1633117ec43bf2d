"""Quoted words are found again in the stored page; the sentence says no more than they do."""

from datetime import date

import pytest

from content.checks import check
from content.checks.quotation import definitions, stands_in
from content.dossier import Dossier, Quote, StoredPage
from content.files import parse_draft
from content.ledger.ledger import Ledger
from content.records import Finding
from seo.records import Market

LINEN = "https://www.linen.example/water"
WATER = StoredPage(
    "a1", LINEN, "How linen takes up water", date(2026, 5, 4), "open", "en",
    "# Linen\n\nThe fibre is hollow. Linen “takes up to 20 % of its own weight” in water before it feels damp, says the "
    "Flax Board. It is not harmful to skin. Wash it at 40 °C and it lasts for years, as long as nobody bleaches it.",
    "official",
)  # fmt: skip
DEFINITION = f'[^q1]: "takes up to 20 % of its own weight" — How linen takes up water, {LINEN}'


def page(
    text: str, *, url: str = "https://other.example/linen", tier: str = "official", language: str = "en"
) -> StoredPage:
    return StoredPage(url, url, "Another page", date(2026, 5, 4), "grey", language, text, tier)  # type: ignore[arg-type]


@pytest.fixture
def seen(ledger: Ledger, markets: dict[str, Market]):  # type: ignore[no-untyped-def]
    def look(body: str, *pages: StoredPage, locale: str = "en-GB") -> list[Finding]:
        front = f"---\ntitle: Linen and water, a short lesson\nmarket: {locale}\n---\n"
        draft = parse_draft(front + body, "page.md")
        return check(draft, ledger, markets[locale], dossier=Dossier(pages or (WATER,)))

    return look


def rules(found: list[Finding], family: str = "quote") -> set[str]:
    return {finding.rule for finding in found if finding.rule.startswith(family)}


def test_exact_words_of_a_stored_page_stand(seen) -> None:  # type: ignore[no-untyped-def]
    body = f"Linen takes up a fifth, 20 %, of its weight before it feels damp.[^q1]\n\n{DEFINITION}\n"
    found = seen(body)
    assert rules(found) == set()
    assert rules(found, "number") == set()  # the quotation answers for the number


def test_without_the_mark_the_same_number_is_nobodys(seen) -> None:  # type: ignore[no-untyped-def]
    assert rules(seen("Linen takes up 20 % of its weight before it feels damp."), "number") != set()


def test_a_quotation_never_answers_for_a_number_of_our_own_product(seen) -> None:  # type: ignore[no-untyped-def]
    body = f"Ferra takes up 20 % of its weight in 3 litres.[^q1]\n\n{DEFINITION}\n"
    assert "number.unsupported" in rules(seen(body), "number")


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("Linen drinks.[^q1]\n", "quote.missing"),
        ("Linen drinks.[^q1]\n\n[^q1]: \"takes up\" — A page, https://nobody.example/x\n", "quote.missing"),
        ("Linen drinks.[^q1]\n\n[^q1]: How linen takes up water\n", "quote.missing"),
        (f'Linen drinks.[^q1]\n\n[^q1]: "takes up to 30 % of its own weight" — Title, {LINEN}\n', "quote.altered"),
        (f"Linen takes up 35 % of its weight.[^q1]\n\n{DEFINITION}\n", "quote.number"),
        (f"Linen drinks, says the University of Ghent.[^q1]\n\n{DEFINITION}\n", "quote.name"),
        (f"Linen drinks.\n\n{DEFINITION}\n", "quote.unused"),
    ],
)  # fmt: skip
def test_each_rule_at_work(seen, body: str, rule: str) -> None:  # type: ignore[no-untyped-def]
    assert rule in rules(seen(body))


def test_an_ellipsis_may_shorten_and_never_turn_the_sense_round() -> None:
    text = "Linen takes up water. It is not harmful to skin and lasts for years."
    assert stands_in("Linen takes […] water", text, "en")
    assert stands_in("lasts … years", text, "en")
    assert not stands_in("It is […] harmful to skin", text, "en")
    assert not stands_in("lasts […] Linen takes", text, "en")  # another order


@pytest.mark.parametrize(
    ("quoted", "text", "language"),
    [
        ("nimmt bis zu 20 % seines Gewichts auf", "Leinen „nimmt bis zu 20 % seines Gewichts auf“.", "de"),
        ("absorbe jusqu'à 20 % de son poids", "Le lin absorbe jusqu’à 20\u202f% de son poids.", "fr"),
        ("absorbe hasta el 20 %", "El lino absorbe  hasta\nel 20 %.", "es"),
        ("يمتص الكتان ٢٠٪ من وزنه", "يمتصّ الكتان 20% من وزنه.", "ar"),
        ("重さの20%まで水を吸う", "リネンは「重さの２０％まで水を吸う」とされる。", "ja"),
        ("it's a café", "It’s a cafe\u0301", "en"),
    ],
)
def test_marks_blanks_digits_and_accents_make_no_other_words(quoted: str, text: str, language: str) -> None:
    assert stands_in(quoted, text, language)


def test_the_source_line_is_read_with_any_quote_marks() -> None:
    body = "[^q1]: „nimmt Wasser auf“ — Leinen und Wasser, https://a.example/x.\n[^q2]: «boit» – Le lin, <https://b.example>\n[^q3]: 「水を吸う」 リネン、 https://c.example/ja"
    assert [(d.id, d.words, d.url) for d in definitions(body)] == [
        ("q1", "nimmt Wasser auf", "https://a.example/x"),
        ("q2", "boit", "https://b.example"),
        ("q3", "水を吸う", "https://c.example/ja"),
    ]


def test_source_lines_are_no_statements_of_ours_and_no_foreign_paragraphs(seen) -> None:  # type: ignore[no-untyped-def]
    german = page(
        "Leinen nimmt bis zu 20 % seines eigenen Gewichts an Wasser auf, bevor es sich feucht anfühlt.",
        language="de",
    )
    body = f'Linen takes up 20 % of its weight.[^q1]\n\n[^q1]: "nimmt bis zu 20 % seines eigenen Gewichts an Wasser auf, bevor es sich feucht anfühlt" — Leinen, {german.url}\n'
    found = seen(body, german)
    assert rules(found) | rules(found, "language") | rules(found, "number") == set()


def test_more_than_ninety_words_of_a_source_are_no_quotation(seen) -> None:  # type: ignore[no-untyped-def]
    long = " ".join(f"word{letter}{other} flax" for letter in "abcdefg" for other in "abcdefg")
    body = f'Linen drinks.[^q1]\n\n[^q1]: "{long}" — Title, https://other.example/linen\n'
    assert "quote.long" in rules(seen(body, page(long)))


def test_one_short_sentence_may_be_quoted_on_a_short_page(seen) -> None:  # type: ignore[no-untyped-def]
    assert "quote.long" not in rules(seen(f"Linen drinks.[^q1]\n\n{DEFINITION}\n"))


@pytest.mark.parametrize(
    ("tier", "is_weak"), [("crowd", True), ("unknown", True), ("official", False), ("scholar", False)]
)
def test_safety_needs_a_source_that_may_speak(seen, tier: str, is_weak: bool) -> None:  # type: ignore[no-untyped-def]
    text = "Linen does not cause any allergy in most people who wear it."
    body = 'Linen causes no allergies in most people.[^q1]\n\n[^q1]: "does not cause any allergy in most people" — P, https://other.example/linen\n'
    assert ("quote.tier" in rules(seen(body, page(text, tier=tier)))) == is_weak


def test_a_source_that_says_otherwise_is_not_kept_silent(seen) -> None:  # type: ignore[no-untyped-def]
    other = page("Linen takes up to 12 % of its own weight in water.")
    body = f"Linen takes up 20 % of its weight in water.[^q1]\n\n{DEFINITION}\n"
    assert "quote.contradicted" in rules(seen(body, WATER, other))
    both = f'{body}\nAnother page says 12 %.[^q2]\n\n[^q2]: "takes up to 12 % of its own weight in water" — P, {other.url}\n'
    assert "quote.contradicted" not in rules(seen(both, WATER, other))


def test_a_source_that_says_not_speaks_against_one_that_does_not(seen) -> None:  # type: ignore[no-untyped-def]
    one = page("Wool felt can be washed in the machine on the wool cycle.", url="https://one.example")
    two = page("Wool felt can not be washed in the machine on the wool cycle.", url="https://two.example")
    body = 'Felt goes in the machine.[^q1]\n\n[^q1]: "Wool felt can be washed in the machine" — One, https://one.example\n'
    assert "quote.contradicted" in rules(seen(body, one, two))


def test_other_footnotes_and_customers_questions_stay_as_they_are(seen) -> None:  # type: ignore[no-untyped-def]
    body = "> Does linen take up 70 % of its weight?\n\nIt takes up some.[^1]\n\n[^1]: Our own note.\n"
    assert rules(seen(body)) == set()


def test_only_what_is_quoted_counts_as_quoted(ledger: Ledger, markets: dict[str, Market]) -> None:
    """A dossier holds a dozen quotes; a page that uses one has quoted one."""
    spare = tuple(Quote(f"q{n}", "a1", 0, 200, WATER.text[:200]) for n in range(2, 9))
    body = f"Linen takes up a fifth, 20 %, of its weight before it feels damp.[^q1]\n\n{DEFINITION}\n"
    draft = parse_draft(f"---\ntitle: Linen and water\nmarket: en-GB\n---\n{body}", "page.md")
    found = check(draft, ledger, markets["en-GB"], dossier=Dossier((WATER,), spare))
    assert "quote.long" not in rules(found)
