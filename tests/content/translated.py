"""A small German shop whose advice and evidence nobody has put into another language."""

from pathlib import Path

from content.briefs.brief import Brief
from content.briefs.outline import outline
from content.dossier import Dossier
from content.ledger.ledger import Ledger
from content.records import Assignment
from content.writing.model.task import Task
from seo.records import Question
from tests.content.small_shop import DAY, WEEK, heard, opened, shop_toml, words_csv
from tests.content.small_shop import planned as planned_of

LANGUAGES = ("fr", "ar", "ja")
PRODUCTS = "sku,title,category,machine_washable\nC1,Fjord Mantel,coats,yes\nC2,Schäre Mantel,coats,no\n"
NAMES = {"coats": {"de": "Mäntel|Mantel", "fr": "manteaux|manteau", "ar": "معاطف|معطف", "ja": "コート"}}
SIZE = "Körpergröße plus {{shop.growing_room}}, dann die Doppelgröße nehmen, in die diese Zahl fällt."
NOTE = "Von drei Kindern wuchs eines in {{evidence-kinder.weeks}} aus der Größe heraus."
FACTS = f"""[facts]
growing_room = "6 cm"
rib_repair = "14 EUR"

[[advice]]
id = "kids-size"
aspect = "size"
about = ["coats"]
[advice.title]
de = "Welche Größe beim Mantel?"
[advice.answer]
de = "{SIZE}"
[advice.body]
de = "So passt ein Fleece darunter."

[[advice]]
id = "repair"
aspect = "durability"
about = ["C1"]
[advice.title]
de = "Naht gerissen: was tun?"
[advice.answer]
de = "Schicken Sie den Fjord zu uns: Eine Naht kostet {{{{shop.rib_repair}}}}."

[[advice]]
id = "airing"
aspect = "care"
about = ["coats"]
[advice.title]
de = "Mantel richtig pflegen"
[advice.answer]
de = "Nach dem Tragen auslüften."
"""
EVIDENCE = f"""kind = "measurement"
aspect = "size"
about = ["coats"]
by = "Mara Lorenzen"
on = 2026-10-30
[values]
weeks = "9 weeks"
[text]
de = "{NOTE}"
"""
ASKED = {
    "de": "Welche Größe brauche ich beim Mantel?",
    "fr": "Quelle taille de manteau\u00a0?",
    "ar": "ما مقاس المعطف؟",
    "ja": "コートのサイズは？",
}


def read(folder: Path, facts: str = FACTS) -> Ledger:
    files = {
        "shop.toml": shop_toml("de", ("de-DE", "fr-FR", "ar-AE", "ja-JP")), "products.csv": PRODUCTS,
        "words.csv": words_csv(NAMES), "facts.toml": facts, "evidence/kinder.toml": EVIDENCE,
    }  # fmt: skip
    return opened(folder, files)


def planned(ledger: Ledger, language: str, *asked: str, can_translate: bool) -> Assignment:
    topic = heard(language, [Question(each, 3) for each in asked or (ASKED[language],)])
    found = planned_of(ledger, topic, can_translate=can_translate)
    return next(each for each in found if each.market.language == language and each.topic.questions)


def brief_of(ledger: Ledger, language: str, *asked: str, can_translate: bool = True) -> Brief:
    each = planned(ledger, language, *asked, can_translate=can_translate)
    return outline(each, "k", WEEK, ledger, Dossier(), (), DAY, can_translate=can_translate)


def task_of(ledger: Ledger, language: str, *asked: str) -> Task:
    each = planned(ledger, language, *asked, can_translate=True)
    brief = brief_of(ledger, language, *asked)
    return Task(brief, each, ledger, Dossier(), "", (), b"secret", DAY)
