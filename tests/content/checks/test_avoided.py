"""Words the shop's words.csv says to avoid: found in every language, never in quotations or in the catalogue's words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from content.checks import examine
from content.checks.avoided import HouseWords
from content.checks.reading import Reading
from content.files import parse_draft
from content.ledger.ledger import read_ledger
from content.records import Finding, Severity
from content.shop import load_shop
from seo.records import Market

SHOP = 'name = "S"\nsite = "https://s.example"\nlanguage = "en"\ncurrency = "EUR"\n[[markets]]\nlocale = "en-GB"\ncurrency = "GBP"\n'
HEADER = "source,lang,text,confirmed_by,use,instead\n"
Look = Callable[..., list[Finding]]


@pytest.fixture
def look(tmp_path: Path) -> Look:
    """What the check says of a body in a shop with these rows in its words.csv."""

    def ask(locale: str, rows: str, body: str, header: str = HEADER) -> list[Finding]:
        (tmp_path / "shop.toml").write_text(SHOP, encoding="utf-8")
        (tmp_path / "products.csv").write_text("sku,title\nL1,Perfect Rug\n", encoding="utf-8")
        (tmp_path / "words.csv").write_text(header + rows, encoding="utf-8")
        ledger = read_ledger(load_shop(tmp_path))
        draft = parse_draft(f"---\nmarket: {locale}\n---\n{body}", "page.md")
        return examine(Reading(draft, ledger, Market(locale, "EUR")), [HouseWords])

    return ask


ROWS = [
    ("en-GB", ",en,perfect*,T,avoid,", "It fits perfectly.", "perfectly"),
    ("en-GB", ",en-GB,gray,T,avoid,grey", "A gray rug.", "gray"),
    ("en-GB", ",en,say goodbye to,T,avoid,", "Say goodbye\nto light.", "Say goodbye\nto"),
    ("de-DE", ",de,Wohlfühl*,T,avoid,", "Eine Wohlfühloase im Bad.", "Wohlfühloase"),
    ("de-DE", ",de,zuschneiden,T,avoid,kürzen", "Zuschneiden lässt er sich.", "Zuschneiden"),
    ("fr-FR", ",fr,incontournable*,T,avoid,", "Deux couleurs incontournables.", "incontournables"),
    ("fr-FR", ",fr,l'incontournable,T,avoid,", "C’est l’incontournable.", "l’incontournable"),
    ("es-ES", ",es,blackout,T,avoid,opaca", "Una cortina blackout.", "blackout"),
    ("ar-AE", ",ar,مثالي*,T,avoid,", "وهو القماش المثاليّ للغرفة.", "المثاليّ"),
    ("ja-JP", ",ja,究極,T,avoid,", "究極の肌ざわりです。", "究極"),
]


@pytest.mark.parametrize(("locale", "row", "body", "quote"), ROWS)
def test_a_word_to_avoid_is_a_warning_where_it_stands(
    look: Look, locale: str, row: str, body: str, quote: str
) -> None:
    (found,) = look(locale, row, body)
    assert (found.rule, found.severity, found.quote) == ("voice.avoided", Severity.WARN, quote)
    assert (found.evidence.source, found.evidence.row) == ("words.csv", 2)


def test_the_cure_names_the_word_to_use(look: Look) -> None:
    (found,) = look("en-GB", ",en-GB,gray,T,avoid,grey", "A gray rug.")
    assert found.cure == "Say “grey”: the shop does not say “gray”."
    (found,) = look("en-GB", ",en,perfect*,T,avoid,", "A perfect rug.")
    assert found.cure == "Take it out or say what is so: the shop does not say “perfect…”."


@pytest.mark.parametrize(
    ("locale", "row", "body"),
    [
        ("en-US", ",en-GB,gray,T,avoid,grey", "A gray rug."),  # another market of the language
        ("de-DE", ",en,perfect,T,avoid,", "Perfect"),  # another language
        (
            "en-GB",
            ",en,perfect,T,avoid,",
            "An imperfect rug, done perfectly.",
        ),  # without a star the word alone
        ("en-GB", ",en,perfect*,T,avoid,", "> A perfect rug.\n\nOne wrote “perfect for us” and stayed."),
        ("en-GB", ",en,perfect*,T,avoid,", "{{perfect-rug.name}} is a rug."),  # the catalogue's own name
        ("en-GB", ",en,cloth,T,prefer,", "A cloth."),
        ("ja-JP", ",ja,究極,T,avoid,", "「究極」と呼ぶ人もいます。"),
    ],
)
def test_what_is_not_the_shops_word_is_no_finding(look: Look, locale: str, row: str, body: str) -> None:
    assert look(locale, row, body) == []


def test_a_words_csv_without_the_column_avoids_nothing(look: Look) -> None:
    assert look("en-GB", "Colour,en,colour,T\n", "A colour.", "source,lang,text,confirmed_by\n") == []
