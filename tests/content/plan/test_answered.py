"""One judgement for plan and brief: a question that nothing of the shop's answers names no page."""

from pathlib import Path

import pytest

from content.briefs.outline import outline
from content.dossier import Dossier
from content.ledger.ledger import Ledger
from content.records import Action, Assignment
from seo.records import LANGUAGES, Question
from tests.content.small_shop import DAY, heard, opened, shop_toml, words_csv
from tests.content.small_shop import planned as planned_of

PRODUCTS = """sku,title,category,size,weight [g],machine_washable
C1,Fjord coat,coats,S | M | L,400,yes
C2,Skerry coat,coats,S | M,500,no
C3,Holm coat,coats,M | L,600,yes
"""
NAMES = {
    "coats": {
        "es": "abrigos|abrigo", "fr": "manteaux|manteau", "de": "Mäntel|Mantel", "ar": "معاطف|معطف", "ja": "コート",
    }
}  # fmt: skip
ROUTES = "".join(
    f'[[delivery]]\ncountry = "{code}"\nroute = "standard"\ndays = "2-3 working days"\n'
    for code in ("GB", "ES", "FR", "DE", "AE", "JP")
)
RETURNS = """[returns]
days = "30 days"
[returns.text]
en = "You bear the postage."
es = "El porte corre a tu cargo."
fr = "Le port est à votre charge."
de = "Sie tragen das Porto."
ar = "تكلفة الإرجاع على العميل."
ja = "返送料はお客様のご負担です。"
"""


def read(folder: Path, facts: str) -> Ledger:
    words = words_csv(NAMES)
    return opened(
        folder, {"shop.toml": shop_toml(), "products.csv": PRODUCTS, "words.csv": words, "facts.toml": facts}
    )


def planned(ledger: Ledger, language: str, *asked: str) -> Assignment:
    found = planned_of(ledger, heard(language, [Question(each, 3) for each in asked]))
    return next(a for a in found if a.market.language == language and a.topic.questions)


def is_planned_and_not_barred(ledger: Ledger, language: str, question: str) -> bool:
    """Whether a question gets a page whose brief lets it be answered."""
    found = planned(ledger, language, question)
    brief = outline(found, "k", "2026-W48", ledger, Dossier(), (), DAY)
    return found.action is Action.WRITE and not any(question in barred.what for barred in brief.never)


PAYMENT = {
    "en": "Can I pay cash on delivery?",
    "es": "¿Se puede pagar contra reembolso?",
    "fr": "Le paiement à la livraison est-il possible ?",
    "de": "Kann man per Nachnahme bezahlen, also bei Lieferung bezahlen?",
    "ar": "هل يوجد دفع عند الاستلام؟",
    "ja": "代引きで配送できますか？",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_route_does_not_say_whether_one_may_pay_at_the_door(tmp_path: Path, language: str) -> None:
    found = planned(read(tmp_path, ROUTES), language, PAYMENT[language])
    assert found.action is Action.HOLD
    assert found.why == f"facts.toml does not say: {PAYMENT[language]}"
    assert found.missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fact_of_yes_or_no_answers_it(tmp_path: Path, language: str) -> None:
    ledger = read(tmp_path, "[facts]\ncash_on_delivery = false\n" + ROUTES)
    found = planned(ledger, language, PAYMENT[language])
    assert (found.action, found.topic.name) == (Action.WRITE, PAYMENT[language])
    brief = outline(found, "k", "2026-W48", ledger, Dossier(), (), DAY)
    assert "shop.cash_on_delivery" in brief.sections[0].facts
    assert not any(PAYMENT[language] in barred.what for barred in brief.never)


ELSEWHERE = {
    "en": ("How long does delivery to Belgium take?", "How long does delivery to Guernsey take?"),
    "es": ("¿Cuánto tarda el envío a Bélgica?", "¿Cuanto tarda el envío a Canarias?"),
    "fr": ("Vous livrez en Belgique ?", "Quel délai de livraison en Martinique ?"),
    "de": ("Wie lange dauert der Versand nach Österreich?", "Wie lange dauert der Versand nach Helgoland?"),
    "ar": ("كم يستغرق التوصيل إلى الكويت؟", "كم يوم يستغرق الشحن إلى بغداد؟"),
    "ja": ("ベルギーへの配送は何日かかりますか？", "ハワイまで配送できますか？"),
}


@pytest.mark.parametrize(("language", "question"), [(name, q) for name in LANGUAGES for q in ELSEWHERE[name]])
def test_one_country_s_route_does_not_answer_for_another_place(
    tmp_path: Path, language: str, question: str
) -> None:
    assert planned(read(tmp_path, ROUTES), language, question).action is Action.HOLD


AT_HOME = {
    "en": ("How long does delivery take?", "How long does delivery to the UK take?"),
    "es": ("¿Cuánto tarda el envío?", "¿Cuánto tarda el envío a España?"),
    "fr": ("Quel est le délai de livraison ?", "Quel est le délai de livraison en France ?"),
    "de": ("Wie lange dauert der Versand?", "Wie lange dauert der Versand nach Deutschland?"),
    "ar": ("كم يستغرق التوصيل؟", "كم يستغرق التوصيل إلى الإمارات؟"),
    "ja": ("配送は何日かかりますか？", "日本までの配送は何日かかりますか？"),
}


@pytest.mark.parametrize(("language", "question"), [(name, q) for name in LANGUAGES for q in AT_HOME[name]])
def test_the_market_s_own_route_answers_at_home(tmp_path: Path, language: str, question: str) -> None:
    assert is_planned_and_not_barred(read(tmp_path, ROUTES), language, question)


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Who has to bear the return postage?"),
        ("es", "¿Las devoluciones son a mi cargo?"),
        ("fr", "Les frais de retour sont a ma charge ?"),
        ("de", "Wer muss die Rücksendung tragen?"),
        ("ar", "تكلفة الإرجاع على العميل؟"),
        ("ja", "返品の送料はこちらの負担ですか？"),
    ],
)
def test_the_shop_s_own_text_on_returns_answers_who_pays(
    tmp_path: Path, language: str, question: str
) -> None:
    assert is_planned_and_not_barred(read(tmp_path, RETURNS), language, question)


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Does the Fjord coat run large or small?"),
        ("es", "¿El abrigo Fjord talla grande o pequeño?"),
        ("fr", "Le manteau Fjord taille grand ou petit ?"),
        ("de", "Fällt der Fjord Mantel groß oder klein aus?"),
        ("ar", "معطف Fjord مقاسه كبير أو صغير؟"),
        ("ja", "Fjordのコートは大きめですか？"),
    ],
)
def test_a_list_of_sizes_does_not_say_how_a_coat_turns_out(
    tmp_path: Path, language: str, question: str
) -> None:
    assert planned(read(tmp_path, ""), language, question).action is Action.HOLD


def test_a_page_is_named_by_a_question_that_is_answered(tmp_path: Path) -> None:
    ledger = read(tmp_path, "")
    never = "Is a wet coat safe to wash with a baby asleep beside it?"
    found = planned(ledger, "en", never, "Can the coats go in the washing machine?")
    assert (found.action, found.topic.name) == (Action.WRITE, "Can the coats go in the washing machine?")
    brief = outline(found, "k", "2026-W48", ledger, Dossier(), (), DAY)
    assert brief.question == found.topic.name
    assert all(never not in title for title in brief.titles)


ADVICE = """[[advice]]
id = "coat-size"
aspect = "size"
about = ["coats"]
[advice.title]
en = "Which size of coat?"
[advice.answer]
en = "Measure over a jumper. For a child, add a hand's breadth."
"""


def test_advice_on_size_answers_which_size_whatever_else_is_named(tmp_path: Path) -> None:
    ledger = read(tmp_path, ADVICE)
    question = "What size of coat do I need for a toddler next winter?"
    found = planned(ledger, "en", question)
    brief = outline(found, "k", "2026-W48", ledger, Dossier(), (), DAY)
    assert found.action is Action.WRITE
    assert not any(question in barred.what for barred in brief.never)


def test_advice_about_the_shop_is_heard_on_a_matter_of_the_shop(tmp_path: Path) -> None:
    ledger = read(
        tmp_path,
        '[[advice]]\nid = "customs"\naspect = "delivery"\nabout = ["shop"]\n[advice.title]\n'
        'en = "Customs and import VAT"\n[advice.answer]\nen = "Both are in the price."\n',
    )
    found = planned(ledger, "en", "Do I pay customs and VAT on delivery?")
    assert (found.action, found.concept) == (Action.WRITE, "shop/delivery"), found.why


TYPED = {  # as people type it: no question mark, so nobody took it for a question
    "en": "do coats fit true to size",
    "es": "abrigos tallan grande",
    "fr": "manteaux taillent grand",
    "de": "mäntel fallen groß aus",
    "ar": "معاطف مقاسها كبير",
    "ja": "コート 大きめの作り",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_for_how_a_thing_turns_out_is_not_served_by_a_table_of_sizes(
    tmp_path: Path, language: str
) -> None:
    found = planned_of(read(tmp_path, ROUTES), heard(language, [], [TYPED[language]]))
    (mine,) = [a for a in found if TYPED[language] in {k.phrase for k in a.topic.keywords}]
    assert mine.action is not Action.WRITE


@pytest.mark.parametrize("language", LANGUAGES)
def test_beside_a_search_for_the_sizes_themselves_it_stops_nothing(tmp_path: Path, language: str) -> None:
    lines = {"en": "coats size", "es": "abrigos talla", "fr": "manteaux taille", "de": "mäntel größe",
             "ar": "معاطف مقاس", "ja": "コート サイズ"}  # fmt: skip
    ledger = read(tmp_path, ROUTES)
    beside, alone = (
        next(
            each.action
            for each in planned_of(ledger, heard(language, [], [lines[language], *more]))
            if lines[language] in {k.phrase for k in each.topic.keywords}
        )
        for more in ([TYPED[language]], [])
    )
    assert beside is alone
