"""A small shop in seven markets, read by the real ledger, and articles made for it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from content.ledger.ledger import Ledger, read_ledger
from content.records import Action, Article, Assignment, Draft, Opportunity, State
from content.shop import load_shop
from content.slugs import slug
from seo.records import Intent, Market, Topic
from tests.content.publishers.site_reader import LOCALES, MakeArticle

SHOP = """\
name = "Lindenhof Home"
site = "https://shop.example"
language = "en"
time_zone = "Europe/Berlin"
contact = "hello@shop.example"
editor = "Jana Petersen"
"""
PRODUCTS = """\
sku,title,title@de,title@ar,title@ja,title@es,title@fr,\
category,url@en,url@de,Width [cm],Light blocked [%],Can be cut
ALD,Aldermoor curtain,Vorhang Aldermoor,ستارة ألدرمور,アルダームーア カーテン,Cortina Aldermoor,\
Rideau Aldermoor,Blackout curtains,https://shop.example/en/aldermoor,https://shop.example/de/aldermoor,137,99.4,yes
"""
WORDS = """\
source,lang,text,confirmed_by
Blackout curtains,de,Verdunkelungsvorhänge,Anna
Blackout curtains,ar,ستائر معتمة,Anna
Blackout curtains,ja,遮光カーテン,Anna
Blackout curtains,es,cortinas opacas,Anna
Blackout curtains,fr,rideaux occultants,Anna
"""
BODY = """\
It is {{ald.width}} wide.

## Size

Text.

## Light

| a | b |
|---|--:|
| c | {{ald.light_blocked}} |

## Care

End.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    markets = "".join(
        f'[[markets]]\nlocale = "{key}"\ncurrency = "{value}"\n' for key, value in LOCALES.items()
    )
    (tmp_path / "shop.toml").write_text(SHOP + markets, encoding="utf-8")
    (tmp_path / "products.csv").write_text(PRODUCTS, encoding="utf-8")
    (tmp_path / "words.csv").write_text(WORDS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def ledger(folder: Path) -> Ledger:
    return read_ledger(load_shop(folder))


@pytest.fixture
def make(ledger: Ledger) -> MakeArticle:
    """An article in a market; keyword arguments change the draft, the assignment or the article."""
    markets = {market.locale: market for market in ledger.shop.markets}

    def made(locale: str, title: str = "How wide is it?", **changes: object) -> Article:
        market: Market = markets[locale]
        topic = Topic("t", market.language, title, Intent.INFORMATIONAL, 1.0, "rule", (), (), 50.0)
        assignment = Assignment(
            id="a", week="2026-W48", ordinal=1, market=market, topic=topic,
            concept=str(changes.pop("concept", "blackout-curtains/size")), aspect="size",
            category=str(changes.pop("category", "blackout-curtains")),
            handles=("ald",), attributes=("width",), action=Action.WRITE, why="Asked 34 times.",
            opportunity=Opportunity(60, 0.5, 0.5, 0.5, 0.5),
        )  # fmt: skip
        draft = Draft(
            title, "It is {{ald.width}} wide.", BODY, market.language, locale,
        )  # fmt: skip
        draft = replace(
            draft, **{key: changes.pop(key) for key in ("body", "relies", "written_by") if key in changes}
        )
        article = Article(
            key=f"{assignment.concept}-{locale}".replace("/", "-").lower(),
            slug=slug(title, market.language, assignment.concept),
            assignment=assignment,
            draft=draft,
            state=State.PUBLISHED,
            approved_by="person:Jana Petersen",
            published_at=datetime(2026, 11, 20, 9, 30, tzinfo=UTC),
        )
        return replace(article, **changes)

    return made
