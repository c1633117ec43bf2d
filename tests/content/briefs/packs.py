"""A small shop of backpacks and duffels, in six languages, and the brief of what is asked of it."""

from pathlib import Path

from content.briefs.brief import Brief
from content.briefs.outline import outline
from content.dossier import Dossier
from content.ledger.ledger import Ledger
from content.records import Assignment
from seo.records import LANGUAGES, Page, Question
from tests.content.small_shop import DAY, WEEK, heard, opened, shop_toml, words_csv
from tests.content.small_shop import planned as planned_of

COLUMNS = "capacity [l],waterproof,repairable,colour,price,Rain cover included,Carry strap,Strap padded,Strap removable,Open width [cm]"
ROWS = (
    ("Marsch", "backpacks", "24,no,,black,80,yes,yes,yes,no,30"),
    ("Kontor", "backpacks", "20,yes,yes,grey,120,no,yes,no,no,40"),
    ("Lore", "backpacks", "15,no,no,red,90,no,yes,no,yes,50"),
    ("Tonne", "duffels", "60,yes,yes,black,150,,,,,60"),
    ("Kiepe", "duffels", "40,no,yes,black,130,,,,,70"),
)
PRODUCTS = "\n".join(
    (
        ",".join(("sku", "title", *(f"title@{x}" for x in LANGUAGES if x != "en"), "category", COLUMNS)),
        *(",".join((name, *(name for _ in LANGUAGES), line, rest)) for name, line, rest in ROWS),
    )
)
NAMES = {
    "backpacks": {
        "es": "mochilas|mochila", "fr": "sacs à dos|sac à dos", "de": "Rucksäcke|Rucksack",
        "ar": "حقائب الظهر|حقيبة الظهر", "ja": "リュック",
    },
    "duffels": {
        "es": "petates|petate", "fr": "polochons|polochon", "de": "Seesäcke|Seesack",
        "ar": "حقائب السفر|حقيبة السفر", "ja": "ダッフルバッグ",
    },
    "Rain cover included": {
        "es": "funda de lluvia incluida", "fr": "housse de pluie incluse", "de": "Regenhülle dabei",
        "ar": "غطاء المطر مرفق", "ja": "レインカバー付き",
    },
    "Carry strap": {
        "es": "correa de transporte", "fr": "sangle de transport", "de": "Trageriemen dabei",
        "ar": "حزام للحمل", "ja": "持ち運びストラップ",
    },
    "Strap padded": {
        "es": "correa acolchada", "fr": "sangle rembourrée", "de": "Riemen gepolstert",
        "ar": "حزام مبطن", "ja": "ストラップのパッド",
    },
    "Strap removable": {
        "es": "correa de quita y pon", "fr": "sangle détachable", "de": "Riemen abnehmbar",
        "ar": "حزام قابل للفك", "ja": "取り外せるストラップ",
    },
    "Open width": {
        "es": "ancho abierto", "fr": "largeur ouvert", "de": "Breite offen", "ar": "عرض مفتوح", "ja": "開いた幅",
    },
}  # fmt: skip
ADVICE = """
[[advice]]
id = "carry"
aspect = "size"
about = ["backpacks", "duffels"]
[advice.title]
en = "What size of rucksack do I need?"
[advice.answer]
en = "Measure your back from the neck to the hips; for a long trip a duffel carries more."

[[advice]]
id = "rib"
aspect = "durability"
about = ["Tonne"]
[advice.title]
en = "The wheel of my duffel is broken"
[advice.answer]
en = "Send the Tonne to us: a wheel costs {{shop.wheel_repair}}."
"""
FACTS = f"""[facts]
repairs_other_brands = false
wheel_repair = "14 EUR"
rolls = "3"

[contact]
email = "hello@x.example"

[[warranty]]
period = "2 years"

[[warranty]]
period = "5 years"
products = ["Kontor"]
{ADVICE}"""
PAGES = tuple(
    Page(
        f"https://x.example/{language}/{line}",
        NAMES[line].get(language, line).split("|")[0],
        "category",
        language,
    )
    for line in ("backpacks", "duffels")
    for language in LANGUAGES
)


def read(folder: Path, products: str = PRODUCTS, facts: str = FACTS) -> Ledger:
    words = words_csv(NAMES)
    return opened(
        folder, {"shop.toml": shop_toml(), "products.csv": products, "words.csv": words, "facts.toml": facts}
    )


def planned(ledger: Ledger, language: str, *asked: tuple[str, int], searched: str = "") -> Assignment:
    """The page that comes of questions, each asked so often, and of a search."""
    name = searched or asked[0][0]
    topic = heard(language, [Question(text, count) for text, count in asked], [name])
    mine = [each for each in planned_of(ledger, topic) if each.market.language == language]
    return next(
        each
        for each in mine
        if each.category == "backpacks" and name in {k.phrase for k in each.topic.keywords}
    )


def brief_of(ledger: Ledger, language: str, *asked: tuple[str, int], searched: str = "") -> Brief:
    each = planned(ledger, language, *asked, searched=searched)
    return outline(each, "k", WEEK, ledger, Dossier(), PAGES, DAY, can_translate=True)


def keys_of(brief: Brief) -> set[str]:
    """The columns of products whose facts a brief holds."""
    facts = (ref for section in brief.sections for ref in section.facts if not ref.endswith(")"))
    return {key for subject, _, key in (ref.partition(".") for ref in facts) if subject != "shop"}
