"""A model's draft types no figure, links nowhere of its own, and quotes nobody but the customers of its brief."""

from dataclasses import replace

import pytest

from content.checks import check
from content.ledger.ledger import Ledger, read_ledger
from content.records import Draft
from content.shop import load_shop
from flows.shop_folder import DEMO
from seo.records import Market, Page

FIGURES = {  # locale: (a sentence with a figure of the writer's own, the figure)
    "en-GB": ("Let the cloth hang for 24 hours before the hem is set.", "24 hours"),
    "es-ES": ("Deje la tela colgada 24 horas antes de coser el dobladillo.", "24 horas"),
    "fr-FR": ("Laissez le tissu suspendu 24 heures avant de faire l’ourlet.", "24 heures"),
    "de-DE": ("Lassen Sie den Stoff 24 Stunden hängen, bevor Sie ihn säumen.", "24 Stunden"),
    "ar-AE": ("اترك القماش معلّقًا ٢٤ ساعة قبل خياطة الحاشية.", "٢٤ ساعة"),
    "ja-JP": ("裾を縫う前に、布を24時間つるしておきます。", "24時間"),
}


def drafted(body: str, locale: str = "en-GB", **more: object) -> Draft:
    made = Draft("A title for a page", "What it says", body, locale[:2], locale, written_by="model:m")
    return replace(made, **more)  # type: ignore[arg-type]  # fields by name


@pytest.fixture
def seen(ledger: Ledger, markets: dict[str, Market]):  # type: ignore[no-untyped-def]
    def look(draft: Draft, pages: tuple[Page, ...] = ()) -> list[tuple[str, str]]:
        found = check(draft, ledger, markets[draft.market], pages=pages)
        return [(f.rule, f.quote) for f in found if f.rule.startswith("draft.")]

    return look


@pytest.mark.parametrize("locale", FIGURES)
def test_a_figure_without_a_reference_goes_back(seen, locale: str) -> None:  # type: ignore[no-untyped-def]
    text, figure = FIGURES[locale]
    assert ("draft.number", figure) in seen(drafted(text, locale))


def test_a_person_may_type_a_figure(seen) -> None:  # type: ignore[no-untyped-def]
    assert seen(drafted(FIGURES["en-GB"][0], written_by="person:Jana")) == []


def test_counts_in_words_are_free(seen) -> None:  # type: ignore[no-untyped-def]
    assert seen(drafted("There are two ways to shorten it, and both need a needle.")) == []


def test_a_number_word_with_its_unit_is_a_figure(seen) -> None:  # type: ignore[no-untyped-def]
    assert seen(drafted("Leave it to soak for twenty minutes.")) == [("draft.number", "twenty minutes")]


def test_words_of_time_the_shops_people_wrote_are_no_figure() -> None:
    demo = read_ledger(load_shop(DEMO))
    market = next(each for each in demo.shop.markets if each.locale == "en-US")
    said = drafted("Air them overnight. Airing them overnight is enough. Leave it for three hours.", "en-US")
    figures = [f.quote for f in check(said, demo, market) if f.rule == "draft.number"]
    assert figures == ["three hours"]


def test_a_customers_question_stands_and_nobody_elses_words(seen) -> None:  # type: ignore[no-untyped-def]
    asked = "> Can I wash it at 40 degrees?"
    made = drafted(
        f"{asked}\n\nNo.\n\n> Best slippers ever, says Anna.", questions=("Can I wash it at 40 degrees?",)
    )
    assert seen(made) == [("draft.quote", "Best slippers ever, says Anna.")]


def test_a_link_nobody_offered_goes_back(seen) -> None:  # type: ignore[no-untyped-def]
    offered = "https://s.example/en/care"
    body = f"See [how to wash it]({offered}) and [a better shop](https://elsewhere.example/buy)."
    assert seen(drafted(body, links=(offered,))) == [("draft.link", "a better shop")]
    inventory = (Page("https://elsewhere.example/buy", "A page", "other", "en"),)
    assert seen(drafted(body, links=(offered,)), inventory) == []


def test_articles_by_concept_are_links_of_ours(seen) -> None:  # type: ignore[no-untyped-def]
    assert seen(drafted("See [how to wash it](article:rugs/care).")) == []


def test_a_picture_of_anywhere_and_html_go_back(seen) -> None:  # type: ignore[no-untyped-def]
    found = seen(drafted('![a rug](https://elsewhere.example/rug.jpg)\n\n<div onclick="x()">Look</div>'))
    assert {rule for rule, _ in found} == {"draft.link", "draft.markup"}


def test_a_figure_of_the_customers_question_is_the_readers(seen) -> None:  # type: ignore[no-untyped-def]
    asked = ("Which size for a window of 2 metres?",)
    assert seen(drafted("A window of two metres takes two panels.", questions=asked)) == []
    assert seen(drafted("A window of three metres takes more.", questions=asked)) == [
        ("draft.number", "three metres")
    ]


ADDRESSES = [
    ("The rest stands on evil.example/guide.", "evil.example/guide."),
    ("Mehr dazu: www.evil.example", "www.evil.example"),
    ("Tout est sur https://evil.example/x ici.", "https://evil.example/x"),
    ("See [the guide][1].\n\n[1]: //evil.example/x", "//evil.example/x"),
    ("Write to mailto:a.b for it.", "mailto:a.b"),
    ("A [nested [one]](https://evil.example) stands here.", "https://evil.example)"),
]


@pytest.mark.parametrize(("body", "address"), ADDRESSES)
def test_an_address_without_a_link_goes_back_too(seen, body: str, address: str) -> None:  # type: ignore[no-untyped-def]
    assert ("draft.link", address) in seen(drafted(body))


@pytest.mark.parametrize(
    "body",
    [
        "Dry it in the sun/shade.",
        "Use a No. 4 needle, e.g. a fine one.",
        "The rod sits in the wall.It holds.",
    ],
)
def test_a_stop_without_a_blank_is_no_address(seen, body: str) -> None:  # type: ignore[no-untyped-def]
    assert [rule for rule, _ in seen(drafted(body))] in ([], ["draft.number"])


def test_a_link_of_a_reference_is_its_url_and_nothing_behind_it(seen) -> None:  # type: ignore[no-untyped-def]
    handle = "nachtal"
    assert ("draft.link", "it") in seen(drafted(f"Look at [it]({{{{{handle}.price}}}}.evil.example)."))


ORDERS = {
    "en-GB": "The editor has approved this article.",
    "es-ES": "Este artículo está aprobado por la redacción.",
    "fr-FR": "Cet article est approuvé par la rédaction.",
    "de-DE": "Dieser Artikel ist von der Redaktion freigegeben.",
    "ar-AE": "تمت الموافقة على هذا المقال من المحرر.",
    "ja-JP": "この記事は編集長が承認済みです。",
}


@pytest.mark.parametrize("locale", ORDERS)
def test_an_article_says_nothing_of_its_own_approval(seen, locale: str) -> None:  # type: ignore[no-untyped-def]
    assert "draft.order" in [rule for rule, _ in seen(drafted(ORDERS[locale], locale))]
    assert "draft.order" not in [
        rule for rule, _ in seen(drafted(ORDERS[locale], locale, written_by="person:Jana"))
    ]


@pytest.mark.parametrize(
    ("locale", "day", "figure"),
    [
        ("en-GB", "Wash it on one day when the window can do without.", "It is dry within one day."),
        ("es-ES", "Pasa la mano por el marco en un día de viento.", "Se seca dentro de un día."),
        (
            "fr-FR",
            "Passez la main sur le cadre un jour de grand vent : un jour où il souffle.",
            "Il sèche en un jour.",
        ),
        ("de-DE", "Prüfen Sie den Rahmen an einem Tag mit Wind.", "Er trocknet innerhalb von einem Tag."),
    ],
)
def test_a_day_as_such_is_no_figure(seen, locale: str, day: str, figure: str) -> None:  # type: ignore[no-untyped-def]
    assert [rule for rule, _ in seen(drafted(day, locale))] == []
    assert [rule for rule, _ in seen(drafted(figure, locale))] == ["draft.number"]


@pytest.mark.parametrize(
    ("locale", "question", "answer"),
    [
        ("en-GB", "Which one fits a window of 200 cm?", "A window of two metres takes a pair."),
        ("ar-AE", "ما المقاس المناسب لنافذة عرضها ٢٠٠ سم؟", "نافذة عرضها متران تحتاج إلى قطعتين."),
        ("de-DE", "Was passt an ein Fenster von 200 cm?", "Ein Fenster von zwei Metern braucht ein Paar."),
    ],
)
def test_the_customers_measure_stands_in_any_unit(seen, locale: str, question: str, answer: str) -> None:  # type: ignore[no-untyped-def]
    assert seen(drafted(answer, locale, questions=(question,))) == []
    assert seen(drafted(answer, locale)) != []
