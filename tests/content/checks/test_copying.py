"""Whether a text stands elsewhere, follows somebody's outline, sounds like every other page, or has a rival."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from content.checks import check
from content.dossier import Dossier, StoredPage
from content.files import parse_draft
from content.ledger.ledger import Ledger
from content.records import Draft, Finding
from seo.records import Market, Page

OWN = {
    "en-GB": "A rug that stays where you put it is worth more than a soft one, because nobody wants to slip on the way to the kitchen at night, and a good underlay costs less than a plaster and a sleepless hour on the cold floor.",
    "es-ES": "Una alfombra que no se mueve vale más que una blanda, porque nadie quiere resbalar de noche camino de la cocina, y una buena base cuesta menos que una venda y una hora sin dormir sobre el suelo frío del pasillo.",
    "fr-FR": "Un tapis qui reste en place vaut mieux qu'un tapis moelleux, car personne ne veut glisser la nuit en allant à la cuisine, et une bonne thibaude coûte moins cher qu'un pansement et une heure sans sommeil sur le carrelage froid.",
    "de-DE": "Ein Teppich, der liegen bleibt, ist mehr wert als ein weicher, denn niemand möchte nachts auf dem Weg in die Küche ausrutschen, und eine gute Unterlage kostet weniger als ein Verband und eine schlaflose Stunde auf dem kalten Boden.",
    "ar-AE": "السجادة التي تبقى في مكانها خير من السجادة الناعمة لأن أحدا لا يريد أن ينزلق ليلا في طريقه إلى المطبخ كما أن البطانة الجيدة أرخص من ضمادة وساعة بلا نوم على الأرض الباردة في الممر الطويل.",
    "ja-JP": "置いた場所から動かないラグは、やわらかいだけのラグよりも役に立ちます。夜中に台所へ行く途中で滑りたい人はいませんし、よい下敷きは包帯よりも安く、冷たい床の上で眠れない時間を過ごさずに済みます。",
}
OTHER = {
    "en-GB": "We would rather talk of lamps, since the days grow short and people read in the evening with tea beside them.",
    "ja-JP": "日が短くなると、夕方にお茶を飲みながら本を読む人が増えるので、今日は明かりの話をしましょう。",
}


def source(text: str, language: str, title: str = "Somebody's page") -> StoredPage:
    return StoredPage(title, f"https://{title[0]}.example/x", title, date(2026, 1, 1), "grey", language, text)


@pytest.fixture
def seen(ledger: Ledger, markets: dict[str, Market]):  # type: ignore[no-untyped-def]
    def look(
        body: str,
        *pages: StoredPage,
        locale: str = "en-GB",
        others: tuple[Draft, ...] = (),
        site: tuple[Page, ...] = (),
        title: str = "Which rug stays in its place at home?",
    ) -> set[str]:
        draft = parse_draft(f"---\ntitle: '{title}'\nmarket: {locale}\n---\n{body}\n", "page.md")
        found: list[Finding] = check(draft, ledger, markets[locale], others, None, site, Dossier(pages))
        return {f.rule.removeprefix("originality.") for f in found if f.rule.startswith("originality.")}

    return look


def page(body: str, title: str = "Another page of ours about something") -> Draft:
    return parse_draft(f"---\ntitle: '{title}'\nmarket: en-GB\n---\n{body}\n", f"{title}.md")


@pytest.mark.parametrize("locale", OWN)
def test_a_copy_of_a_source_is_blocked_in_every_language(seen, locale: str) -> None:  # type: ignore[no-untyped-def]
    assert {"copied", "run"} <= seen(OWN[locale], source(OWN[locale], locale[:2]), locale=locale)
    assert (
        seen(OWN[locale], source(OWN["en-GB" if locale != "en-GB" else "de-DE"], locale[:2]), locale=locale)
        == set()
    )


def test_a_marked_quotation_is_no_copy(seen) -> None:  # type: ignore[no-untyped-def]
    words = " ".join(OWN["en-GB"].split()[:20])
    body = f'{OTHER["en-GB"]} As one page has it, "{words}".[^q1]\n\n[^q1]: "{words}" — Page, https://s.example/x'
    assert not seen(body, source(OWN["en-GB"], "en", "s page")) & {"copied", "close", "run"}


def test_arabic_marks_and_spellings_hide_no_copy(seen) -> None:  # type: ignore[no-untyped-def]
    vowelled = OWN["ar-AE"].replace("السجادة", "السَّجّادة").replace("إلى", "الى")
    assert "copied" in seen(vowelled, source(OWN["ar-AE"], "ar"), locale="ar-AE")


HEADINGS = (
    "Which pile is right for a hall",
    "How thick an underlay should be",
    "Moths in wool carpets",
    "Cleaning wool without water",
)


def outline(*headings: str) -> str:
    return "\n\n".join(
        f"## {heading}\n\n{OTHER['en-GB']} Part {number}." for number, heading in enumerate(headings)
    )


def test_an_outline_taken_from_one_source_or_stitched_from_two_is_shown(seen) -> None:  # type: ignore[no-untyped-def]
    theirs = "\n\n".join(f"## {heading}\n\nTheir words." for heading in HEADINGS)
    assert "outline" in seen(outline(*HEADINGS), source(theirs, "en"))
    assert "outline" not in seen(outline(*reversed(HEADINGS)), source(theirs, "en"))
    halves = [
        source("\n\n".join(f"## {h}\n\nText." for h in part), "en", name)
        for part, name in ((HEADINGS[:2], "a"), (HEADINGS[2:], "b"))
    ]
    assert "stitched" in seen(outline(*HEADINGS), *halves)
    assert not seen(
        outline("Hall rugs", "Moths", "Our own question here", "Another one of ours"), *halves
    ) & {"outline", "stitched"}


def test_pages_that_begin_alike_or_share_sentences_and_headings_are_told(seen) -> None:  # type: ignore[no-untyped-def]
    start = "There is one question we hear every single week from people who write."
    others = tuple(
        page(
            f"{start} Answer {n}.\n\n## The short answer\n\n{OTHER['en-GB']} {n}", f"Page number {n} of ours"
        )
        for n in "abcde"
    )
    found = seen(
        f"{start} And this is new.\n\n## The short answer\n\nText that stands nowhere else at all.",
        others=others,
    )
    assert {"opening", "phrase", "heading"} <= found
    assert not seen("Something nobody else has said.\n\n## A fresh heading\n\nText.", others=others) & {
        "opening",
        "phrase",
        "heading",
    }


TELLS = {
    "en-GB": "In today's fast-paced world a rug is a game-changer. It's important to note that it will elevate your home. Look no further.",
    "es-ES": "En el mundo actual una alfombra marca la diferencia. Cabe destacar que no busque más: es el aliado perfecto.",
    "fr-FR": "De nos jours un tapis fait la différence. Il est important de noter que c'est un véritable atout. Ne cherchez plus.",
    "de-DE": "In der heutigen Zeit ist ein Teppich ein echter Hingucker. Suchen Sie nicht weiter: Er lässt keine Wünsche offen.",
    "ar-AE": "في عالمنا اليوم السجادة تصنع الفرق. من الجدير بالذكر أنها الخيار الأمثل. لا تبحث أكثر.",
    "ja-JP": "現代社会において、ラグはうってつけの選択です。いかがでしたか。ぜひ参考にしてみてください。",
}


@pytest.mark.parametrize("locale", TELLS)
def test_worn_phrases_are_counted_in_every_language(seen, locale: str) -> None:  # type: ignore[no-untyped-def]
    assert "tells" in seen(TELLS[locale], locale=locale)
    assert "tells" not in seen(OWN[locale], locale=locale)


def test_one_worn_phrase_on_page_after_page_is_told(seen) -> None:  # type: ignore[no-untyped-def]
    others = tuple(page(f"Look no further. {OTHER['en-GB']} {n}", f"Page {n} of many") for n in "abcde")
    assert "tells" in seen(f"Look no further. {OWN['en-GB']}", others=others)
    assert "tells" not in seen(f"Look no further. {OWN['en-GB']}", others=others[:2])


def test_a_page_of_the_site_for_the_same_search_is_a_rival(seen) -> None:  # type: ignore[no-untyped-def]
    title = "How to wash a wool rug at home"
    same = Page("https://kiesel.example/wash", "Washing wool rugs at home | Kiesel & Tuch", "article", "en")
    other = Page("https://kiesel.example/lay", "How to lay a wool rug on stairs", "article", "en")
    assert "rival" in seen(OWN["en-GB"], site=(same,), title=title)
    assert "rival" not in seen(OWN["en-GB"], site=(other, replace(same, language="de")), title=title)


@pytest.mark.parametrize(
    ("locale", "listed", "article"),
    [
        ("en-GB", "Linen kitchen towels", "Which linen kitchen towels?"),
        ("fr-FR", "Torchons de cuisine en lin", "Quels torchons de cuisine en lin ?"),
        ("ar-AE", "مناشف مطبخ كتان", "أي مناشف مطبخ كتان؟"),
    ],
)
def test_a_category_page_is_no_rival_of_an_article_that_asks_which(seen, locale, listed, article) -> None:  # type: ignore[no-untyped-def]
    page = Page("https://kiesel.example/c/towels", listed, "category", locale[:2])
    assert "rival" not in seen(OWN[locale], locale=locale, site=(page,), title=article)
    assert "rival" in seen(OWN[locale], locale=locale, site=(page,), title=listed)
    assert "rival" in seen(OWN[locale], locale=locale, site=(replace(page, kind="article"),), title=article)


def test_a_page_that_shows_only_one_product_has_nothing_of_its_own(seen) -> None:  # type: ignore[no-untyped-def]
    assert "common" in seen("Ferra is a frying pan of aluminium.")
    assert "common" not in seen("Ferra is a frying pan, Norrvik is a curtain.")
    assert "common" not in seen("> Is Ferra light?\n\nFerra is light.")
    assert "common" not in seen(OWN["en-GB"])  # speaks of no product


def test_a_few_sentences_in_common_are_for_a_person_to_look_at(seen) -> None:  # type: ignore[no-untyped-def]
    taken = " ".join(OWN["en-GB"].split()[:11])
    fresh = (Path(__file__).parent / "fresh" / "en-mid.md").read_text("utf-8").split("\n---\n", 1)[1]
    assert "close" in seen(f"{taken}. {fresh}", source(OWN["en-GB"], "en"))
