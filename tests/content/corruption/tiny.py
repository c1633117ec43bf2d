"""A corpus of three honest articles and five lies, small enough to read."""

import json
from pathlib import Path

SHOP = 'name = "Tiny"\nsite = "https://tiny.example"\nlanguage = "en"\ncurrency = "EUR"\n' + "".join(
    f'[[markets]]\nlocale = "{locale}"\ncurrency = "{currency}"\n'
    for locale, currency in (("en-US", "USD"), ("de-DE", "EUR"))
)
PRODUCTS = """\
sku,title,title@de,category,availability,price@US,price@DE,Width [cm],Weight [g],Machine washable
LU-1,Lumo rug,Teppich Lumo,Rugs,in_stock,64.00,69.90,160,4600,no
NO-1,Novo rug,Teppich Novo,Rugs,in_stock,94.00,99.90,200,7200,yes
"""
ENGLISH = {
    "01-lumo": (
        "Which rug for a narrow hall",
        "Lumo is the rug for a narrow hall: it is 160 cm wide and weighs 4600 g, so one person lays it alone.\n\n"
        "## How to look after it\n\nLumo is not machine washable. Shake it outside, then brush it the way the pile"
        " lies. A damp cloth takes care of a stain when it is still fresh. Let it dry flat on the floor before you"
        " walk on it again.\n\n"
        "## What it costs\n\nLumo costs $64.00. Measure the hall before you order. Leave a hand's breadth of floor"
        " free on every side, and look which way the door opens.",
    ),
    "02-novo": (
        "A rug you can wash",
        "Novo is machine washable, and it is the wider rug of ours: 200 cm. Choose it where children eat.\n\n"
        "## Washing it\n\nFold it once, and leave the drum room to turn. Use little soap. Hang it over a rail in"
        " the shade, with the pile outside. After a day it is dry enough to lie on the floor, and the corners lie"
        " flat again when you have walked over them for an evening.\n\n"
        "## What it costs\n\nNovo costs $94.00 and weighs 7200 g. Two people carry it up the stairs with ease.",
    ),
}
GERMAN = {
    "01-lumo": (
        "Welcher Teppich für den schmalen Flur",
        "Lumo passt in den schmalen Flur: Der Teppich ist 160 cm breit und wiegt 4600 g.\n\n"
        "## Die Pflege\n\nLumo ist nicht maschinenwaschbar. Klopfen Sie ihn draußen aus und bürsten Sie ihn mit dem"
        " Strich. Frische Flecken nimmt ein feuchtes Tuch auf.\n\n"
        "## Der Preis\n\nLumo kostet 69,90 €. Messen Sie den Flur aus, bevor Sie bestellen.",
    )
}
EDITS = {
    "en": [
        ("01-lumo", "number", "it is 160 cm wide", "it is 190 cm wide", "it is 160 cm"),
        ("01-lumo", "price", "costs $64.00", "costs $54.00", "it costs 64"),
        (
            "02-novo",
            "negate",
            "Novo is machine washable",
            "Novo is not machine washable",
            "the ledger says yes",
        ),
        ("02-novo", "superlative", "the wider rug of ours", "the loveliest rug there is", "nobody can know"),
    ],
    "de": [("01-lumo", "number", "160 cm breit", "130 cm breit", "160 cm")],
}


def write_tiny(folder: Path) -> Path:
    """Write the corpus into `folder/tiny` and return `folder`."""
    shop = folder / "tiny" / "shop"
    shop.mkdir(parents=True)
    (shop / "shop.toml").write_text(SHOP, encoding="utf-8")
    (shop / "products.csv").write_text(PRODUCTS, encoding="utf-8")
    (folder / "tiny" / "edits").mkdir()
    for language, locale, articles in (("en", "en-US", ENGLISH), ("de", "de-DE", GERMAN)):
        pages = folder / "tiny" / "articles" / language
        pages.mkdir(parents=True)
        for name, (title, body) in articles.items():
            front = f"---\ntitle: {title}\nmarket: {locale}\nkeyword: {title.split()[-1]}\n---\n"
            (pages / f"{name}.md").write_text(front + body + "\n", encoding="utf-8")
        write_edits(folder, language, EDITS[language])
    return folder


def write_edits(folder: Path, language: str, edits: list[tuple[str, str, str, str, str]]) -> None:
    """The lies of a language: article, kind, what stands there, what is put there, why it is false."""
    keys = ("article", "kind", "find", "replace", "why")
    lines = [json.dumps(dict(zip(keys, edit, strict=True)), ensure_ascii=False) for edit in edits]
    (folder / "tiny" / "edits" / f"{language}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
