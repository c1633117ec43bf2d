"""Forty honest sentences with tempting words and forty false ones in each language, and the rules of markets.

The sentences were written before the patterns were tuned to them; `python tests/content/checks/test_policy.py`
prints the shares. The bars may rise and never sink.
"""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from content.checks import examine
from content.checks.attribution import Attribution
from content.checks.claims import Claims, Manners
from content.checks.culture import Culture
from content.checks.inventions import Inventions
from content.checks.policy import laws, policy
from content.checks.privacy import Privacy
from content.checks.reading import Reading
from content.checks.trademarks import Trademarks
from content.files import parse_draft
from content.ledger.ledger import Ledger, read_ledger
from content.records import Finding, Severity
from content.shop import load_shop
from seo.records import LANGUAGES, Market

HERE = Path(__file__).parent
POLICY = (Claims, Inventions, Culture, Trademarks, Attribution, Privacy, Manners)
LOCALES = {"en": "en-GB", "es": "es-ES", "fr": "fr-FR", "de": "de-DE", "ar": "ar-AE", "ja": "ja-JP"}
LEAST = 40
CAUGHT = 0.95


@cache
def shop() -> Ledger:
    return read_ledger(load_shop(HERE / "shop"))


def look(body: str, locale: str, title: str = "Kiesel & Tuch", on: date | None = None) -> list[Finding]:
    front = f"---\ntitle: {title}\nlang: {locale[:2]}\nmarket: {locale}\n---\n"
    reading = Reading(parse_draft(front + body, "page.md"), shop(), Market(locale, "EUR"), on)
    return examine(reading, POLICY)


def honest(language: str) -> list[str]:
    return (HERE / "policy" / "honest" / f"{language}.txt").read_text("utf-8").splitlines()


def alarms(language: str) -> Iterator[tuple[str, str]]:
    for line in (HERE / "policy" / "alarms" / f"{language}.tsv").read_text("utf-8").splitlines():
        rule, _, text = line.partition("\t")
        yield rule, text


def false_alarms(language: str) -> list[tuple[str, str, str]]:
    return [(text, f.rule, f.quote) for text in honest(language) for f in look(text, LOCALES[language])]


def missed(language: str) -> list[tuple[str, str, list[str]]]:
    seen = [(rule, text, [f.rule for f in look(text, LOCALES[language])]) for rule, text in alarms(language)]
    return [(rule, text, found) for rule, text, found in seen if rule not in found]


def second(language: str, name: str = "second") -> list[tuple[str, str, list[str]]]:
    """A list written after the first tuning: rule or nothing, sentence, what was seen."""
    lines = (HERE / "policy" / name / f"{language}.tsv").read_text("utf-8").splitlines()
    rows = [line.partition("\t") for line in lines]
    return [(rule, text, [f.rule for f in look(text, LOCALES[language])]) for rule, _, text in rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_honest_sentences_with_tempting_words_raise_nothing(language: str) -> None:
    assert len(honest(language)) >= LEAST
    assert false_alarms(language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_second_list_holds_too(language: str) -> None:
    assert [row for row in second(language) if (row[0] not in row[2] if row[0] else row[2])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_lies_about_other_kinds_of_shops_are_seen_and_honest_sentences_stand(language: str) -> None:
    """Cosmetics, furniture, toys, food. Before the patterns were tuned to them 23 of these 180 lies were seen (some
    them had no rule yet) and 6 of the 180 honest sentences wronged; of 87 more written
    after that, 2 were."""
    rows = second(language, "third")
    lies, truths = [row for row in rows if row[0]], [row for row in rows if not row[0]]
    missed = [row for row in lies if row[0] not in row[2]]
    assert 1 - len(missed) / len(lies) >= CAUGHT, missed
    assert [row for row in truths if row[2]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_customers_may_act_and_not_speak(language: str) -> None:
    """Invented voices in any phrasing, and what customers do without an opinion."""
    rows = second(language, "customers")
    voices = [
        (text, any(rule.startswith("invention") for rule in found)) for said, text, found in rows if said
    ]
    acts = [(text, found) for said, text, found in rows if not said]
    assert [text for text, is_seen in voices if not is_seen] == []
    assert [row for row in acts if row[1]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_false_sentences_raise_their_rule(language: str) -> None:
    total = len(list(alarms(language)))
    assert total >= LEAST
    assert 1 - len(missed(language)) / total >= CAUGHT, missed(language)


# --- what the shop holds decides ------------------------------------------------------------------------------

DEMO = Path(__file__).parents[3] / "flows" / "demo_shop"


@cache
def demo() -> Ledger:
    return read_ledger(load_shop(DEMO))


def demo_rules(body: str, locale: str = "en-GB", front: str = "") -> list[str]:
    text = f"---\ntitle: Curtains at home\nlang: {locale[:2]}\nmarket: {locale}\n{front}---\n{body}"
    reading = Reading(parse_draft(text, "page.md"), demo(), Market(locale, "EUR"), date(2026, 11, 25))
    return [f.rule for f in examine(reading, POLICY) if f.severity is Severity.BLOCK]


def test_a_review_needs_its_number_its_period_and_the_other_view() -> None:
    said = "Customers say the curtain is too long"
    half = f"{said}: {{{{evidence-returns-2026.aldermoor_too_long}}}} came back."
    whole = (
        f"{said}: {{{{evidence-returns-2026.aldermoor_too_long}}}} of {{{{evidence-returns-2026.aldermoor_sold}}}} "
        "sold between {{evidence-returns-2026.from}} and {{evidence-returns-2026.to}} came back for it."
    )
    assert demo_rules(f"{said}.") == ["invention.review"]
    assert demo_rules(half) == ["invention.review"]
    assert demo_rules(whole) == []


def test_an_experience_stands_with_evidence_or_with_the_person_behind_it() -> None:
    assert demo_rules("We measured the light behind the cloth.") == ["invention.experience"]
    assert demo_rules("We measured {{evidence-light-test.aldermoor}} behind the cloth.") == []
    assert demo_rules("We measured the light; Jana Petersen held the meter.") == []


def test_an_author_is_somebody_the_shop_names() -> None:
    assert demo_rules("Text.", front="author: Jana Petersen\n") == []
    assert demo_rules("Text.", front="author: Dr. Carla Nobody\n") == ["invention.byline"]
    assert demo_rules("Written by Jana Petersen") == []
    assert demo_rules("Medically reviewed by Dr. Carla Nobody") == ["invention.byline"]


def test_ratings_for_search_engines_are_blocked_where_they_stand() -> None:
    body = (
        'Text.\n\n<script type="application/ld+json">{"@type":"Product","aggregateRating":'
        '{"@type":"AggregateRating","ratingValue":"4.9"}}</script>\n'
    )
    text = f"---\ntitle: T\nlang: en\nmarket: en-GB\n---\n{body}"
    reading = Reading(parse_draft(text, "page.md"), demo(), Market("en-GB", "GBP"))
    (found,) = examine(reading, (Inventions,))
    assert (found.rule, text[slice(*found.span)]) == ("invention.rating", '"aggregateRating":')
    assert demo_rules('<script type="application/ld+json">{"@type":"Product","name":"A"}</script>') == []


def test_a_certificate_holds_for_its_products_and_its_time() -> None:
    assert demo_rules("Aldermoor is certified to OEKO-TEX STANDARD 100.") == []
    assert "claim.certificate" in demo_rules("Lunell is certified to OEKO-TEX STANDARD 100.")
    assert "claim.certificate" in demo_rules("Aldermoor carries the FSC label.")
    late = Reading(
        parse_draft("---\ntitle: T\nmarket: en-GB\n---\nAldermoor has OEKO-TEX STANDARD 100.", "p.md"),
        demo(), Market("en-GB", "GBP"), date(2031, 1, 1),
    )  # fmt: skip
    assert [f.rule for f in examine(late, (Claims,))] == ["claim.certificate"]


def test_a_green_claim_beside_a_mark_for_something_else_is_for_a_person() -> None:
    body = "Aldermoor is eco-friendly: it has OEKO-TEX STANDARD 100."
    text = f"---\ntitle: T\nmarket: de-DE\nlang: en\n---\n{body}"
    reading = Reading(parse_draft(text, "p.md"), demo(), Market("en-DE", "EUR"))
    (found,) = examine(reading, (Claims,))
    assert (found.rule, found.severity, found.cap) == ("claim.green", Severity.WARN, None)


def test_free_returns_and_free_delivery_only_as_the_facts_say() -> None:
    assert demo_rules("Die Rücksendung ist kostenlos.", "de-DE") == []  # 0 EUR in Germany
    assert demo_rules("Returns are free.", "en-GB") == ["claim.offer"]  # 4.90 GBP in Britain
    assert demo_rules("Delivery is free from 80 GBP.", "en-GB") == []
    assert demo_rules("Delivery is free.", "en-GB") == ["claim.offer"]


def test_a_paid_link_is_disclosed_above_it() -> None:
    link = "See [this lamp](https://shop.example/lamp?tag=acme-21)."
    assert demo_rules(link) == ["claim.disclosure"]
    assert demo_rules(f"Some links are affiliate links.\n\n{link}") == []


# --- markets --------------------------------------------------------------------------------------------------

MARKETS = [
    ("en-GB", "A glass for wine and beer.", []),
    ("en-AE", "It goes well with wine and beer.", [("culture.alcohol", Severity.BLOCK)]),
    ("en-AE", "A set of wine glasses.", [("culture.alcohol", Severity.WARN)]),
    ("en-EG", "It goes well with wine and beer.", [("culture.alcohol", Severity.WARN)]),
    ("ar-AE", "يناسب العشاء مع النبيذ.", [("culture.alcohol", Severity.BLOCK)]),
    ("ar-AE", "طقم كؤوس النبيذ.", [("culture.alcohol", Severity.WARN)]),
    ("ar-AE", "للغرف الكبيرة نافذة كبيرة وستارة أعرض.", []),  # large, not `like beer`
    ("ar-AE", "منعشة كالبيرة الباردة.", [("culture.alcohol", Severity.BLOCK)]),
    ("ar-MA", "يناسب العشاء مع النبيذ.", [("culture.alcohol", Severity.WARN)]),
    ("en-SA", "A glass for wine and beer.", [("culture.alcohol", Severity.BLOCK)]),
    ("en-SA", "The wipes are alcohol-free.", []),
    ("en-AE", "A mat for casino nights.", [("culture.gambling", Severity.BLOCK)]),
    ("en-AE", "The brush has hog bristles.", [("culture.pork", Severity.BLOCK)]),
    ("ar-AE", "هدية لعيد الحب.", [("culture.holiday", Severity.WARN)]),
    ("ja-JP", "お祝いのギフトに4個セットをどうぞ。", [("culture.number", Severity.WARN)]),
    ("ja-JP", "フックは4個セットです。", []),
    ("en-US", "Our Memorial Day deals start here.", [("culture.holiday", Severity.WARN)]),
    ("en-CN", "The best towel.", [("claim.absolute", Severity.BLOCK)]),
    ("en-GB", "The best towel.", []),
]  # fmt: skip


def test_words_a_reference_renders_are_the_ledgers() -> None:
    assert demo_rules("Only 3 left.") == ["claim.urgency"]
    assert demo_rules("Only {{evidence-returns-2026.aldermoor_too_long}} left.") == []


@pytest.mark.parametrize(("locale", "body", "expected"), MARKETS)
def test_a_market_decides_what_a_word_does(
    locale: str, body: str, expected: list[tuple[str, Severity]]
) -> None:
    found = [(f.rule, f.severity) for f in look(body, locale)]
    assert set(found) == set(expected)


def test_a_law_that_is_not_in_force_yet_only_warns() -> None:
    body = "Ein umweltfreundlicher Teppich."
    (before,) = look(body, "de-DE", on=date(2026, 9, 26))
    (after,) = look(body, "de-DE", on=date(2026, 9, 27))
    assert (before.severity, after.severity) == (Severity.WARN, Severity.BLOCK)
    assert after.evidence.value.startswith("EU Directive 2024/825")
    assert after.evidence.source == "policy/de.toml"
    assert after.evidence.row
    assert after.cure


ADDRESS = [
    ("de-DE", "Messen Sie genau. Dann passt dein Vorhang.", True),
    ("de-DE", "Messen Sie genau. Sie passen alle, und Ihr Fenster wird dunkel.", False),
    ("de-DE", "> Wie messe ich mein Fenster, kannst du mir helfen?\n\nMessen Sie die Stange, dann passt Ihr Vorhang.", False),
    ("es-ES", "Puedes colgarla hoy. Consúltenos si tiene dudas.", True),
    ("es-ES", "Puedes colgarla hoy. Su caída es recta.", False),
    ("fr-FR", "Mesurez votre fenêtre, puis tu peux commander.", True),
    ("fr-FR", "Prenez rendez-vous et mesurez votre fenêtre, dans un ton clair.", False),
    ("ar-AE", "اختاري المقاس. اغسل القماش.", True),
    ("ar-AE", "اختاري المقاس. اغسلي القماش.", False),
]  # fmt: skip


@pytest.mark.parametrize(("locale", "body", "is_mixed"), ADDRESS)
def test_two_forms_of_address_block(locale: str, body: str, is_mixed: bool) -> None:
    found = [(f.rule, f.severity) for f in look(body, locale)]
    assert found == ([("culture.address", Severity.BLOCK)] if is_mixed else [])


# --- the data -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_class_of_claims_and_inventions_has_a_row(language: str) -> None:
    kinds = {
        row.kind
        for check in ("claim", "invention", "manners", "trademark")
        for row in policy(language, check).rows
    }
    assert kinds >= {
        "green", "medical", "absolute", "superlative", "no1", "urgency", "comparison", "guarantee", "certificate",
        "dark-pattern", "review", "statistic", "experience", "expert", "rating", "award", "profanity", "hate", "copy",
    }  # fmt: skip


def test_every_law_says_where_it_stands_and_when_somebody_looked() -> None:
    assert all(law.source and law.reviewed <= date(2026, 12, 31) for law in laws().values())


@pytest.mark.parametrize(
    ("locale", "body"),
    [
        ("en-GB", "A plate | Climate neutral\n"),
        ("en-GB", "| Claim | Held |\n|---|---|\n| Climate neutral | no |\n"),
        ("de-DE", "| Angabe | Stand |\n|---|---|\n| klimaneutral | nein |\n"),
    ],
)
def test_a_cell_answered_no_claims_nothing(locale: str, body: str) -> None:
    is_table = body.startswith("|")
    assert bool(look(body, locale)) is not is_table


def test_the_shops_own_contact_is_no_personal_data() -> None:
    assert demo_rules("Write to hello@shop.example.") == []
    assert demo_rules("Write to carla@mail.example.") == ["privacy.personal"]


@pytest.mark.parametrize(
    "text",
    [
        "The IBAN is DE89 3704 0044 0532 0130 00.", "The card 4111 1111 1111 1111 was used.",
        "Ring +44 20 7946 0958.", "Call 555-123-4567 now.", "مكالمة 050 123 4567", "電話は03-1234-5678です。",
        "Appelez le 06 12 34 56 78.",
    ],
)  # fmt: skip
def test_numbers_of_people_are_seen(text: str) -> None:
    assert [f.rule for f in look(text, "en-GB")] == ["privacy.personal"]


@pytest.mark.parametrize(
    "text",
    [
        "The card 4111 1111 1111 1112 is none.", "Model 0301234567 is grey.", "It measures 140 x 245 cm.",
        "EAN 4006381333931", "Between 2019 and 2026.", "Art.-Nr. 030 123 4567",
    ],
)  # fmt: skip
def test_numbers_of_things_are_not(text: str) -> None:
    assert look(text, "en-GB") == []


if __name__ == "__main__":
    for tongue in LANGUAGES:
        wrong, lost, many = false_alarms(tongue), missed(tongue), len(list(alarms(tongue)))
        flagged = len({text for text, _, _ in wrong})
        sys.stdout.write(
            f"{tongue}: honest flagged {flagged}/{len(honest(tongue))}, caught {many - len(lost)}/{many}\n"
        )
        new = second(tongue)
        lied, fine = [row for row in new if row[0]], [row for row in new if not row[0]]
        slipped, flagged_new = [row for row in lied if row[0] not in row[2]], [row for row in fine if row[2]]
        sys.stdout.write(
            f"    second list: honest flagged {len(flagged_new)}/{len(fine)}, "
            f"caught {len(lied) - len(slipped)}/{len(lied)}\n"
        )
        for row in [*wrong, *lost, *flagged_new, *slipped]:
            sys.stdout.write(f"   {row}\n")


@pytest.mark.parametrize(
    ("locale", "body"),
    [
        ("en-GB", "Boiling water spoils a green tea faster than anything else."),
        ("ar-AE", "الزجاج لا يحب الانتقال المفاجئ من البارد إلى الساخن."),
        ("ar-AE", "هذا سهل إن غسلتها في اليوم نفسه."),
        ("ja-JP", "濃いお茶を一晩おくと落ち着くと言われます。"),
        ("de-DE", "Beide haben das Zertifikat nicht."),
    ],
)
def test_what_is_generally_said_is_neither_claim_nor_voice(
    blocked: Callable[..., list[tuple[str, str]]], locale: str, body: str
) -> None:
    assert blocked(body, locale) == []


SENT = """[[delivery]]
country = "{}"
route = "standard"
name = {{ en = "Standard" }}
days = "3-5 working days"
cost = "{} {}"
free_from = "300 {}"
"""
TIN = "sku,title,category,price@US,price@ES,price@FR,price@DE,price@AE,price@JP\nTI-1,Rovelo tin,Tins,400,400,400,400,400,40000\n"
EVERY = [  # of every order; from an amount; of something that costs as much
    ("en", "US", "USD", "Delivery is free for all orders.", "Delivery is free for all orders over $300."),
    ("en", "US", "USD", "Delivery to the whole country is always free.", "Delivery is free from $300."),
    ("es", "ES", "EUR", "El envío a la península es gratis en todos los pedidos.", "El envío es gratis a partir de 300 €."),
    ("fr", "FR", "EUR", "La livraison est gratuite pour toutes les commandes.", "La livraison est gratuite dès 300 €."),
    ("de", "DE", "EUR", "Der Versand ist für alle Bestellungen kostenlos.", "Der Versand ist ab 300 € kostenlos."),
    ("ar", "AE", "AED", "التوصيل داخل الإمارات مجاني لجميع الطلبات.", "التوصيل داخل الإمارات مجاني للطلبات فوق 300 درهم."),
    ("ar", "AE", "AED", "يصل خلال 3 إلى 5 أيام عمل وهو مجاني لكل الطلبات.", "التوصيل مجاني من قيمة 300 درهم."),
    ("ja", "JP", "JPY", "すべてのご注文で送料無料です。", "300円以上のご注文で送料無料です。"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "country", "currency", "every", "some"), EVERY)
def test_delivery_free_from_an_amount_is_not_free_for_every_order(
    asked: Callable[..., list[tuple[str, str]]], lang: str, country: str, currency: str, every: str, some: str
) -> None:
    facts = SENT.format(country, 25, currency, currency)
    assert [rule for rule, _ in asked(TIN, lang, every, "claim.offer", facts=facts)] == ["claim.offer"]
    assert asked(TIN, lang, some, "claim.offer", facts=facts) == []
    free = SENT.format(country, 0, currency, currency)
    assert asked(TIN, lang, every, "claim.offer", facts=free) == []


@pytest.mark.parametrize(
    ("locale", "topic", "claim"),
    [
        ("ja-JP", "送料込みの金額をまとめました。", "全品送料込みです。"),
        ("es-ES", "## Perseguir el envío gratis", "El envío es gratis en todos los pedidos."),
        ("fr-FR", "## Rater la livraison offerte", "La livraison est offerte pour toutes les commandes."),
    ],
)
def test_what_delivery_adds_and_a_heading_about_free_delivery_offer_nothing(
    findings: Callable[..., list[Finding]], locale: str, topic: str, claim: str
) -> None:
    def offers(body: str) -> list[str]:
        return [found.rule for found in findings(body, locale) if found.rule == "claim.offer"]

    assert offers(topic) == []
    assert offers(claim) == ["claim.offer"]


def test_a_stroke_of_the_knife_is_no_illness(blocked: Callable[..., list[tuple[str, str]]]) -> None:
    assert blocked("Colour the edge with a felt marker, make a few strokes and look.") == []
    assert [rule for rule, _ in blocked("It helps against strokes.")] == ["claim.medical"]
