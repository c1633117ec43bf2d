"""A small German shop whose advice and evidence nobody has put into another language."""

from datetime import date
from pathlib import Path

from content.briefs.brief import Brief
from content.briefs.outline import outline
from content.dossier import Dossier
from content.ledger.ledger import Ledger, read_ledger
from content.plan.known import Known
from content.plan.plan import plan
from content.records import Assignment
from content.shop import load_shop
from content.writing.model.task import Task
from seo.records import Intent, Keyword, Question, Topic

DAY = date(2026, 11, 27)
LANGUAGES = ("fr", "ar", "ja")
SHOP = 'id = "x"\nname = "X"\nlanguage = "de"\ncurrency = "EUR"\ntime_zone = "UTC"\n' + "".join(
    f'[[markets]]\nlocale = "{locale}"\ncurrency = "{money}"\nshare = 0.25\n'
    for locale, money in (("de-DE", "EUR"), ("fr-FR", "EUR"), ("ar-AE", "AED"), ("ja-JP", "JPY"))
)
PRODUCTS = "sku,title,category,machine_washable\nC1,Fjord Mantel,coats,yes\nC2,Schäre Mantel,coats,no\n"
WORDS = """source,lang,text
coats,de,Mäntel
coats,de,Mantel
coats,fr,manteaux
coats,fr,manteau
coats,ar,معاطف
coats,ar,معطف
coats,ja,コート
"""
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
    (folder / "evidence").mkdir(exist_ok=True)
    for name, text in (
        ("shop.toml", SHOP), ("products.csv", PRODUCTS), ("words.csv", WORDS), ("facts.toml", facts),
        ("evidence/kinder.toml", EVIDENCE),
    ):  # fmt: skip
        (folder / name).write_text(text, encoding="utf-8")
    return read_ledger(load_shop(folder))


def planned(ledger: Ledger, language: str, *asked: str, can_translate: bool) -> Assignment:
    questions = asked or (ASKED[language],)
    keywords = tuple(Keyword(each, each, language, 60.0, 3) for each in questions)
    topic = Topic(
        questions[0], language, questions[0], Intent.INFORMATIONAL, 1.0, "test", keywords,
        tuple(Question(each, 3) for each in questions), 60.0,
    )  # fmt: skip
    known = Known(can_translate=can_translate)
    found = plan([topic], ledger, [], ledger.shop.markets, "2026-W48", 100, known=known)
    return next(each for each in found if each.market.language == language and each.topic.questions)


def brief_of(ledger: Ledger, language: str, *asked: str, can_translate: bool = True) -> Brief:
    each = planned(ledger, language, *asked, can_translate=can_translate)
    return outline(each, "k", "2026-W48", ledger, Dossier(), (), DAY, can_translate=can_translate)


def task_of(ledger: Ledger, language: str, *asked: str) -> Task:
    each = planned(ledger, language, *asked, can_translate=True)
    brief = brief_of(ledger, language, *asked)
    return Task(brief, each, ledger, Dossier(), "", (), b"secret", DAY)
