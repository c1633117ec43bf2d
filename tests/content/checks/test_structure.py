"""The bones of a page and what it says of itself: links, addresses, days, machine-readable data."""

from copy import copy
from dataclasses import replace
from datetime import date

import pytest

from content.checks import check
from content.checks.pixels import width
from content.files import parse_draft
from content.ledger.ledger import Ledger
from content.records import Finding
from seo.records import Market, Page

BODY = "Norrvik is a blackout curtain for a bedroom, and Kiesel & Tuch sells it in two lengths for windows of every kind of home. Norrvik costs £34.90 in the short length, which is the one most people hang in rooms that face the street."
PAGES = (
    Page("https://kiesel.example/norrvik", "Norrvik", "product", "en"),
    Page("https://kiesel.example/en/care/", "Care", "article", "en"),
)
TODAY = date(2026, 11, 25)


@pytest.fixture
def seen(ledger: Ledger, markets: dict[str, Market]):  # type: ignore[no-untyped-def]
    def look(
        body: str = BODY,
        front: str = "",
        locale: str = "en-GB",
        pages: tuple[Page, ...] = PAGES,
        title: str = "Norrvik blackout curtain: what it does",
    ) -> list[Finding]:
        text = f"---\ntitle: '{title}'\nmarket: {locale}\nsku: NV-140-175\n{front}---\n{body}\n"
        return check(parse_draft(text, "page.md"), ledger, markets[locale], (), TODAY, pages)

    return look


def rules(found: list[Finding]) -> set[str]:
    return {
        finding.rule.removeprefix("structure.") for finding in found if finding.rule.startswith("structure.")
    }


QUIET = {"description", "undated", "unsourced"}


@pytest.mark.parametrize(
    ("front", "rule"),
    [
        ("noindex: true\n", "noindex"),
        ("robots: noindex, follow\n", "noindex"),
        ("canonical: /norrvik\n", "canonical"),
        ("canonical: https://other.example/norrvik\n", "canonical"),
        ("canonical: https://kiesel.example/a#b\n", "canonical"),
        ("alternates:\n  en-UK: https://kiesel.example/a\n", "hreflang"),
        ("alternates:\n  en-GB: kiesel.example/a\n", "hreflang"),
        ("alternates:\n  de-DE: https://kiesel.example/de\n", "hreflang"),
        ("canonical: https://kiesel.example/a\nalternates:\n  en-GB: https://kiesel.example/b\n", "hreflang"),
        ("date: 2027-01-15\n", "date"),
        ("date: 2021-01-15\n", "date"),
        ("date: yesterday\n", "date"),
        ("date: 2026-06-01\nupdated: 2026-05-01\n", "date"),
    ],
)
def test_what_a_page_says_of_itself_must_hold(seen, front: str, rule: str) -> None:  # type: ignore[no-untyped-def]
    assert rule in rules(seen(front=front))


@pytest.mark.parametrize(
    "front",
    [
        "canonical: https://www.kiesel.example/a\nalternates:\n  en: https://kiesel.example/a\n  de-AT: https://kiesel.example/at\n  x-default: https://kiesel.example/a\n",
        "date: 2026-11-25\n",
        "date: 2019-01-01\nupdated: 2026-01-01\n",
        "noindex: false\n",
    ],
)
def test_a_page_in_order_is_left_alone(seen, front: str) -> None:  # type: ignore[no-untyped-def]
    assert rules(seen(front=front)) <= QUIET


def test_what_is_missing_is_a_note_and_no_sentences_fault(seen) -> None:  # type: ignore[no-untyped-def]
    notes = [f for f in seen() if f.rule in {"structure.undated", "structure.unsourced"}]
    assert {f.rule: (str(f.severity), f.span) for f in notes} == {
        "structure.undated": ("note", (0, 0)),
        "structure.unsourced": ("note", (0, 0)),
    }
    assert not rules(seen(front="author: M\ndate: 2026-05-01\nsources: [https://a.example]\n")) & {
        "byline",
        "undated",
        "unsourced",
    }


@pytest.mark.parametrize(
    ("link", "is_broken"),
    [
        ("https://kiesel.example/norrvik", False),
        ("https://www.kiesel.example/norrvik/?ref=1#size", False),
        ("/en/care", False),
        ("https://elsewhere.example/x", False),
        ("/files/size-chart.pdf", False),
        ("mailto:hello@kiesel.example", False),
        ("#what-it-weighs", False),
        ("https://kiesel.example/norvik", True),
        ("/en/caer/", True),
        ("#what-it-costs", True),
    ],
)
def test_a_link_inside_the_site_leads_to_a_page(seen, link: str, is_broken: bool) -> None:  # type: ignore[no-untyped-def]
    found = rules(seen(f"{BODY} See [more]({link}).\n\n## What it weighs\n\nNot much."))
    assert ("broken-link" in found) == is_broken


def test_without_an_inventory_nothing_is_said_of_links(seen) -> None:  # type: ignore[no-untyped-def]
    assert "broken-link" not in rules(seen(f"{BODY} See [more](/nowhere).", pages=()))


@pytest.mark.parametrize(
    ("locale", "says"),
    [
        ("en-GB", "Some links are affiliate links."),
        ("es-ES", "Enlace de afiliado."),
        ("fr-FR", "Lien affilié."),
        ("de-DE", "Anzeige."),
        ("ar-AE", "رابط بالعمولة مقابل عمولة."),
        ("ja-JP", "本記事は広告を含みます。"),
    ],
)
def test_a_paid_link_is_said_to_be_one(seen, locale: str, says: str) -> None:  # type: ignore[no-untyped-def]
    link = "[Norrvik](https://partner.example/x?tag=kiesel-21)"
    assert "disclosure" in rules(seen(f"{link}.", locale=locale))
    assert "disclosure" not in rules(seen(f"{says}\n\n{link}.", locale=locale))
    assert "disclosure" not in rules(seen(f"{link}.", locale=locale, front="disclosure: yes we earn\n"))
    assert "disclosure" in rules(
        seen('<a href="https://x.example" rel="nofollow sponsored">Norrvik</a>', locale=locale)
    )


LD = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        ('{"@context":"https://schema.org","@type":"Product","name":"Norrvik blackout curtain",}', "json-ld"),
        ('{"@type":"Product"}', "json-ld"),
        ('{"@context":"https://schema.org","@type":"Article","datePublished":"yesterday"}', "json-ld"),
        (
            '{"@context":"https://schema.org","@type":"Product","name":"Norrvik blackout curtain","offers":{"price":"29.90","priceCurrency":"GBP"}}',
            "data",
        ),
        (
            '{"@context":"https://schema.org","@type":"Product","name":"Norrvik blackout curtain","offers":{"price":"34.90","priceCurrency":"USD"}}',
            "data",
        ),
        (
            '{"@context":"https://schema.org","@type":"Product","name":"Norrvik blackout curtain","aggregateRating":{"ratingValue":4.8}}',
            "data",
        ),
        (
            '{"@context":"https://schema.org","@type":"Product","name":"Norrvik blackout curtain","offers":{"availability":"https://schema.org/OutOfStock"}}',
            "data",
        ),
        ('{"@context":"https://schema.org","@type":"Article","headline":"Ten wool rugs compared"}', "data"),
        ('{"@context":"https://schema.org","@type":"Article","datePublished":"2026-02-02"}', "data"),
        (
            '{"@context":"https://schema.org","@type":"Product","name":"Norrvik blackout curtain","offers":{"price":"34.90","priceCurrency":"GBP","availability":"https://schema.org/InStock"}}',
            "",
        ),
        (
            '[{"@context":"https://schema.org","@type":"Article","headline":"Norrvik blackout curtain: what it does","datePublished":"2026-05-01"}]',
            "",
        ),
    ],
)
def test_json_ld_is_readable_and_says_what_the_page_shows(seen, data: str, rule: str) -> None:  # type: ignore[no-untyped-def]
    found = rules(seen(f"{BODY}\n\n{LD.replace('{}', data)}", front="date: 2026-05-01\n"))
    assert found & {"json-ld", "data"} == ({rule} if rule else set())


def test_a_script_is_no_text_of_the_page(seen) -> None:  # type: ignore[no-untyped-def]
    found = seen(
        BODY + "\n\n" + LD.replace("{}", '{"@context":"https://schema.org","@type":"Thing","width":"999 cm"}')
    )
    assert not [f for f in found if f.rule.startswith(("number", "language"))]


@pytest.mark.parametrize(
    ("title", "locale", "is_wrong"),
    [
        ("Lamp", "en-GB", True),
        (
            "A title that goes on and on about curtains, rods, hems, linings, light and whatever else",
            "en-GB",
            True,
        ),
        ("How wide is the Norrvik blackout curtain?", "en-GB", False),
        ("ノルヴィクの遮光カーテンの幅はどのくらいですか", "ja-JP", False),
        (
            "ノルヴィクの遮光カーテンの幅はどのくらいですか。洗濯や丈詰めについてもくわしく説明します",
            "ja-JP",
            True,
        ),
        ("ما عرض ستارة نورفيك المعتمة وكيف تختار طولها؟", "ar-AE", False),
    ],
)
def test_titles_are_measured_in_pixels(seen, title: str, locale: str, is_wrong: bool) -> None:  # type: ignore[no-untyped-def]
    assert ("title" in rules(seen(title=title, locale=locale))) == is_wrong


def test_widths_are_those_of_the_letters() -> None:
    assert width("iii", 1000) == 666
    assert width("WWW", 20) == 57
    assert width("é", 1000) == width("e", 1000) == width("e\u0301", 1000)
    assert width("遮光", 20) == 40
    assert width("\u200f\u2067", 20) == 0


def test_an_opening_that_names_the_product_answers(seen) -> None:  # type: ignore[no-untyped-def]
    body = "If light wakes you, take the Norrvik; if it does not, take something lighter and sleep as you always have."
    assert "answer" not in rules(seen(body, title="Which blackout curtain is right for me?"))
    assert "answer" in rules(
        seen(
            "Nothing here is about it, only words of another kind.", title="Which blackout curtain is right?"
        )
    )


def test_a_page_may_end_with_a_link(seen) -> None:  # type: ignore[no-untyped-def]
    end = (
        "The machine is worth a look, and it stands here with everything you need to know. [See it](/norrvik)"
    )
    assert "unfinished" not in rules(seen(f"{BODY}\n\n{end}"))
    assert "unfinished" in rules(seen(f"{BODY}\n\n{end[:70]}"))


def test_a_handful_of_words_is_no_page(seen) -> None:  # type: ignore[no-untyped-def]
    assert "thin" in rules(seen("Norrvik is a curtain."))
    assert "thin" not in rules(seen(BODY + " It is made of polyester and nobody needs to iron it much."))


def test_a_page_nobody_answers_for_says_so(ledger: Ledger, markets: dict[str, Market]) -> None:
    nameless = replace(ledger.shop, editor="")
    draft = parse_draft(f"---\ntitle: Norrvik blackout curtain\nmarket: en-GB\n---\n{BODY}\n", "page.md")
    anonymous = copy(ledger)
    anonymous.shop = nameless
    assert "byline" in rules(check(draft, anonymous, markets["en-GB"]))
    assert "byline" not in rules(check(draft, ledger, markets["en-GB"]))


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        (f"# Norrvik at a glance\n\n{BODY}\n\n## Care\n\n{BODY[:70]}.", set()),  # the file's own heading
        (f"{BODY}\n\n# Another title\n\n{BODY[:70]}.", {"second-title"}),
        (f"# Norrvik\n\n{BODY}\n\n# Norrvik again\n\n{BODY[:70]}.", {"second-title"}),
        (f"### Is Norrvik long?\n\n{BODY}\n\n### Is it dark?\n\n{BODY[:70]}.", {"lead"}),  # questions
        (f"#### Is Norrvik long?\n\n{BODY}", {"skip", "lead"}),
        (f"{BODY}\n\n## Care\n\n{BODY[:70]}.\n\n#### Iron\n\n{BODY[:60]}.", {"skip"}),
        (f"{BODY}\n\n![](/norrvik.jpg)", {"alt"}),
        (f"{BODY}\n\n![Norrvik by the window](/norrvik.jpg)", set()),
        (f"{BODY}\n\n##", {"unfinished"}),
        (f"{BODY}\n\n## Care", {"unfinished"}),
        (f"{BODY}\n\n- It is dark.\n-", {"unfinished"}),
        (f"{BODY}\n\n- It is dark, with or", {"unfinished"}),
        (f"{BODY}\n\nTwo drops:", {"unfinished"}),
        (f"{BODY}\n\nIt is dark.\n\nIt is long.\n\nIt fades in summers like those of 20", {"unfinished"}),
        (f"{BODY}\n\nIt is dark.\n\nIt is long.\n\nIs it? Norrvik", {"unfinished"}),
        (f"{BODY}\n\nIt is dark.\n\nIt is long.\n\nAsk us: 0800 123456", set()),
        (f"- It is dark.\n- It is long.\n\n{BODY}", {"lead"}),
        (f"{BODY}\n\nNorrvik hangs well.\n\nWash Norrvik at 30 °C and", {"unfinished"}),
        (f"{BODY}\n\n- Norrvik hangs well.\n- It is dark.\n- Wash it at", {"unfinished"}),
        (f"{BODY}\n\nNorrvik hangs well.\n\nYour Kiesel & Tuch", set()),
    ],
)
def test_a_page_has_its_own_heading_and_an_end(seen, body: str, faults: set[str]) -> None:  # type: ignore[no-untyped-def]
    found = rules(seen(body)) - QUIET - {"duplicate", "broken-link", "section"}
    assert found == faults


@pytest.mark.parametrize(
    ("locale", "title", "question"),
    [
        ("en-GB", "Norrvik: your questions", "Is it dark?"),
        ("de-DE", "Häufige Fragen zum Vorhang Norrvik", "Ist er dunkel?"),
        ("ja-JP", "ノルヴィクのよくある質問", "洗えますか"),
    ],
)
def test_a_page_of_questions_may_begin_with_one(seen, locale: str, title: str, question: str) -> None:  # type: ignore[no-untyped-def]
    answered = f"## {question}\n\n{BODY}"
    assert "lead" not in rules(seen(answered, title=title, locale=locale))
    assert "lead" in rules(seen(answered, title="Norrvik", locale=locale))
    assert "lead" in rules(seen(f"## {question}\n\n{answered}", title=title, locale=locale))


def test_a_picture_without_words_is_shown_where_it_stands(seen) -> None:  # type: ignore[no-untyped-def]
    found = [each for each in seen(f"{BODY}\n\n![](/norrvik.jpg)") if each.rule == "structure.alt"]
    assert [each.quote for each in found] == ["![](/norrvik.jpg)"]


def test_a_repeated_japanese_paragraph_is_one_from_fewer_letters(seen) -> None:  # type: ignore[no-untyped-def]
    part = "ノルヴィクは洗濯機で洗え、乾燥機は使えないカーテンです。"
    found = seen(f"{part}\n\n丈は二つあります。\n\n{part}", locale="ja-JP", title="ノルヴィクの遮光カーテン")
    assert "duplicate" in rules(found)


def test_the_answer_may_stand_behind_a_heading_within_120_words(seen) -> None:  # type: ignore[no-untyped-def]
    lead = "Two things decide most of what happens at a window at night."
    assert "answer" not in rules(seen(f"{lead}\n\n## The cloth\n\n{BODY}"))
    filler = "Some sentences speak of quite other matters and go on doing so. " * 12
    assert "answer" in rules(seen(f"{filler}\n\n## The cloth\n\n{BODY}"))


def test_a_description_beside_the_text_is_quoted_in_its_own_letters(
    ledger: Ledger, markets: dict[str, Market]
) -> None:
    """It was quoted as the checks fold it, أ and ة gone, and could be found by no search."""
    words = "مئزر أزرق لؤلؤيّ؛ "
    draft = parse_draft(f"---\ntitle: 'مآزر'\nmarket: ar-AE\n---\n{BODY}\n", "page.md")
    draft = replace(draft, description=words * 12, description_at=None)
    found = check(draft, ledger, markets["ar-AE"], (), TODAY, PAGES)
    quotes = [finding.quote for finding in found if finding.rule == "structure.description"]
    assert quotes
    assert all(quote in words * 12 for quote in quotes)
