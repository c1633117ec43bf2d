"""A small shop with thirteen published pages in six languages, made without Prefect and without an encoder."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from content.checks import check
from content.records import Action, Article, Assignment, Draft, Opportunity, Reliance, State
from content.reliance import state
from content.score import score
from content.slugs import slug
from content.store import article_key
from content.writing.assembler import assemble
from flows import stages
from flows.desk import Desk, open_desk
from flows.refreshing import remember
from seo.records import Intent, Market, Topic

DAY = date(2026, 11, 24)
WEEK = "2026-W48"
MONDAY = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
LOCALES = {
    "en-GB": "GBP", "de-DE": "EUR", "fr-FR": "EUR", "es-ES": "EUR", "ar-AE": "AED", "ja-JP": "JPY",
}  # fmt: skip
SHOP = """\
id = "hollow-lane"
name = "Hollow Lane"
site = "https://hollow.example"
language = "en"
time_zone = "UTC"
currency = "EUR"

[approval]
owner = "Test owner"
floor = 0
why = "The test looks at what is published."
""" + "".join(f'\n[[markets]]\nlocale = "{k}"\ncurrency = "{v}"\n' for k, v in LOCALES.items())
PRODUCTS = """\
sku,group,title,category,price@GB,price@DE,availability,width [cm],weight [kg],material,machine_washable,can_be_cut,capacity [l],power [W],title@de,title@fr,title@es,title@ar,title@ja
DUSK-1,DUSK,Dusk curtain,blackout-curtains,39.90 GBP,44.90 EUR,in stock,140,1.1,polyester,yes,yes,,,Vorhang Dusk,Rideau Dusk,Cortina Dusk,ستارة Dusk,Dusk カーテン
DUSK-2,DUSK,Dusk curtain,blackout-curtains,39.90 GBP,44.90 EUR,in stock,150,1.1,polyester,yes,yes,,,Vorhang Dusk,Rideau Dusk,Cortina Dusk,ستارة Dusk,Dusk カーテン
NIGHT,,Night curtain,blackout-curtains,59.90 GBP,64.90 EUR,in stock,180,1.9,cotton,no,no,,,Vorhang Night,Rideau Night,Cortina Night,ستارة Night,Night カーテン
NOON,,Noon curtain,blackout-curtains,29.90 GBP,32.90 EUR,in stock,120,0.8,linen,yes,,,,Vorhang Noon,Rideau Noon,Cortina Noon,ستارة Noon,Noon カーテン
DAWN,,Dawn curtain,blackout-curtains,49.90 GBP,52.90 EUR,in stock,160,1.4,polyester,no,yes,,,Vorhang Dawn,Rideau Dawn,Cortina Dawn,ستارة Dawn,Dawn カーテン
BROOK,,Brook kettle,electric-kettles,24.90 GBP,27.90 EUR,in stock,,0.9,steel,,,1.5,2000,Wasserkocher Brook,Bouilloire Brook,Hervidor Brook,غلاية Brook,Brook ケトル
FJORD,,Fjord kettle,electric-kettles,34.90 GBP,37.90 EUR,in stock,,1.2,glass,,,1.7,2400,Wasserkocher Fjord,Bouilloire Fjord,Hervidor Fjord,غلاية Fjord,Fjord ケトル
"""
FACTS = """\
[[delivery]]
country = "GB"
route = "standard"
days = "3-5 working days"
cost = "4.90 GBP"

[[delivery]]
country = "GB"
route = "express"
days = "1-2 working days"
cost = "9.90 GBP"

[returns]
days = "30 days"

[contact]
email = "ask@hollow.example"

[[certificate]]
name = "OEKO-TEX Standard 100"
number = "21.HDE.1"
products = ["NIGHT"]
valid_until = 2027-03-31

[[advice]]
id = "shorten"
aspect = "cut"
about = ["blackout-curtains"]
title = { en = "How do I shorten a curtain?", de = "Wie kürze ich einen Vorhang?" }
answer = { en = "Wash the curtain first, let it hang and only then cut it at the bottom.", de = "Erst waschen, dann hängen lassen und erst danach unten kürzen." }
body = { en = "Pin the new hem while the curtain hangs, because cloth drops by itself. Sew it from the back, slowly, and press it with a damp cloth between iron and curtain.", de = "Stecken Sie den neuen Saum im Hängen ab, denn der Stoff senkt sich von selbst. Nähen Sie langsam von hinten und bügeln Sie mit einem feuchten Tuch dazwischen." }
"""
NOTE = """\
kind = "note"
aspect = "cut"
about = ["blackout-curtains"]
by = "Ida Holm, sewing room"
on = 2026-09-22

[text]
en = "I have hemmed {{evidence-hems.hemmed}} of them on my own table, and the ones that hung for a day first kept their line."

[values]
hemmed = "48"
"""
WORDS = """\
source,lang,text,confirmed_by
polyester,fr,polyester,Ida
cotton,fr,coton,Ida
linen,fr,lin,Ida
"""

CURTAINS, KETTLES = ("dusk", "night", "noon", "dawn"), ("brook", "fjord")
ASSEMBLED = (
    ("cut en", "en-GB", "blackout-curtains", "cut", CURTAINS, ("can_be_cut",)),
    ("size de", "de-DE", "blackout-curtains", "size", CURTAINS, ("weight", "width")),
    ("material fr", "fr-FR", "blackout-curtains", "material", CURTAINS, ("material", "weight")),
    ("care es", "es-ES", "blackout-curtains", "care", CURTAINS, ("machine_washable", "can_be_cut")),
    ("size ar", "ar-AE", "blackout-curtains", "size", CURTAINS, ("weight", "machine_washable")),
    ("choose ja", "ja-JP", "blackout-curtains", "choose", CURTAINS, ("weight", "can_be_cut", "machine_washable")),
    ("delivery en", "en-GB", "", "delivery", (), ("delivery_standard_days",)),
    ("kettles de", "de-DE", "electric-kettles", "capacity", KETTLES, ("capacity", "power", "weight")),
)  # fmt: skip
FILLER = {
    "en": "Measure the window twice before you order, and write both figures down where you will find them again.",
    "de": "Messen Sie das Fenster zweimal, bevor Sie bestellen, und notieren Sie beide Maße so, dass Sie sie wiederfinden.",
    "es": "Mida la ventana dos veces antes de hacer el pedido y apunte las dos medidas donde pueda encontrarlas después.",
    "fr": "Mesurez la fenêtre deux fois avant de commander et notez les deux mesures là où vous les retrouverez.",
}
WRITTEN = (
    # name, locale, title, first paragraph, what it rests on (None: nothing is recorded, as in a text from elsewhere)
    ("cheaper de", "de-DE", "Noon oder Night?", "{{noon.short}} kostet {{noon.price}} und ist damit günstiger als {{night.short}} für {{night.price}}.",
     ("noon.price", "night.price", "less(noon.price; night.price)")),
    ("widths es", "es-ES", "Los anchos de Dusk, uno por uno", "{{dusk.short}} está disponible en dos anchos, y el menor mide {{min(dusk.width)}}. Hay existencias.",
     ("count(dusk.width)", "atleast(dusk.width; 145 cm)", "dusk.availability")),
    ("certified en", "en-GB", "Which curtain is certified?", "{{night.short}} carries the certificate {{night.certificate}}.", ("night.certificate",)),
    ("returns fr", "fr-FR", "Renvoyer un rideau", "Vous pouvez renvoyer votre commande pendant {{shop.returns_days}}.", ("shop.returns_days",)),
    ("plain en", "en-GB", "Is Dawn wide enough?", "Dawn is 160 cm wide and can be cut to length. It weighs 1.4 kg.", None),
)  # fmt: skip
PERSON = {"cheaper de", "plain en"}  # approved by name; the others by the shop's rule


def write_files(folder: Path) -> Path:
    """The shop as its owner keeps it."""
    (folder / "evidence").mkdir(parents=True)
    for name, text in {
        "shop.toml": SHOP, "products.csv": PRODUCTS, "facts.toml": FACTS, "words.csv": WORDS,
        "evidence/hems.toml": NOTE,
    }.items():  # fmt: skip
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def publish_week(folder: Path) -> dict[str, str]:
    """Write, check, approve and publish the thirteen pages; their keys by name."""
    desk = open_desk(write_files(folder), WEEK, DAY)
    markets = {market.locale: market for market in desk.shop.markets}
    keys: dict[str, str] = {}
    drafts: list[Draft] = []
    plan: list[Assignment] = []
    for ordinal, (name, locale, category, aspect, handles, attributes) in enumerate(ASSEMBLED):
        market = markets[locale]
        assignment = _assignment(name, ordinal, market, category, aspect, handles, attributes)
        draft = assemble(assignment, desk.ledger, drafts, DAY)
        keys[name] = _store(desk, name, assignment, draft)
        drafts.append(draft)
        plan.append(assignment)
    for ordinal, (name, locale, title, first, rests) in enumerate(WRITTEN, len(ASSEMBLED)):
        market = markets[locale]
        assignment = _assignment(name, ordinal, market, "", "size", (), ())
        relies = tuple(Reliance(0, each, state(each, desk.ledger, market, DAY)) for each in rests or ())
        body = f"{first}\n\n{FILLER[market.language]}"
        draft = Draft(title, FILLER[market.language], body, market.language, locale, relies=relies)
        keys[name] = _store(
            desk, name, assignment, replace(draft, written_by="file" if rests is None else "model:m")
        )
    desk.told.save_plan(WEEK, desk.inputs, len(plan), plan)
    stages.publish(desk)
    desk.close()
    return keys


def _store(desk: Desk, name: str, assignment: Assignment, draft: Draft) -> str:
    market = assignment.market
    key = article_key(desk.shop.id, assignment.concept, market.locale)
    findings = tuple(check(draft, desk.ledger, market, (), desk.today))
    blocking = [each for each in findings if each.severity == "block"]
    assert not blocking, (name, blocking)
    by = "person:Ida Holm" if name in PERSON else "rule:Test owner"
    article = Article(
        key, slug(draft.title, draft.language, assignment.concept), assignment, draft, findings,
        score(draft, findings, desk.ledger, market), State.APPROVED, approved_by=by, published_at=MONDAY,
    )  # fmt: skip
    desk.told.save_article(article, WEEK, desk.inputs)
    remember(desk, article)
    return key


def _assignment(
    name: str, ordinal: int, market: Market, category: str, aspect: str, handles: tuple[str, ...],
    attributes: tuple[str, ...],
) -> Assignment:  # fmt: skip
    topic = Topic(f"t-{name}", market.language, name, Intent.INFORMATIONAL, 1.0, "rule", (), (), 50.0)
    return Assignment(
        id=f"a-{name}", week=WEEK, ordinal=ordinal, market=market, topic=topic, concept=f"{category or name}/{aspect}",
        aspect=aspect, category=category, handles=handles, attributes=attributes, action=Action.WRITE,
        why="asked", opportunity=Opportunity(60.0, 0.5, 0.5, 1.0, 1.0),
    )  # fmt: skip
