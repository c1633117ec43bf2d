"""Advice that is just what people search is a page: as a search has no question mark, and in languages that say as much
in fewer words."""

from pathlib import Path

import pytest

from content.errors import LedgerGap
from content.ledger.ledger import Ledger
from content.writing.assembler import assemble
from tests.content.small_shop import DAY, heard, opened, planned, shop_toml, words_csv

NAMES = {"en": "oars", "es": "remos", "fr": "rames", "de": "Ruder", "ar": "مجاديف", "ja": "オール"}
SEARCH = {
    "en": "how to oil oars",
    "es": "cómo aceitar los remos",
    "fr": "comment huiler les rames",
    "de": "wie ruder ölen",
    "ar": "كيف أزيت مجاديف",
    "ja": "オール 油 どう塗る",
}
TITLE = {
    "en": "How do I oil wooden oars?",
    "es": "¿Cómo aceito los remos de madera?",
    "fr": "Comment huiler les rames en bois ?",
    "de": "Wie soll ich die Ruder ölen?",
    "ar": "كيف أزيت مجاديف الخشب؟",
    "ja": "木のオールに油をどう塗りますか？",
}
ANSWER = {  # one text, said in each language as a native would: 31, 29, 30, 25, 20 and 34 words
    "en": "Sand the wood lightly along the grain, wipe off the dust and rub the oil in with a cloth. "
    "Let it dry in the shade overnight, and never leave oily cloths lying around.",
    "es": "Lije la madera con suavidad siguiendo la veta, quite el polvo y aplique el aceite con un trapo. "
    "Déjela secar a la sombra toda la noche y no deje trapos aceitosos tirados.",
    "fr": "Poncez légèrement le bois dans le sens du fil, ôtez la poussière et faites pénétrer l'huile au chiffon. "
    "Laissez sécher une nuit à l'ombre et ne laissez jamais traîner de chiffons gras.",
    "de": "Schleifen Sie das Holz leicht in Faserrichtung an, wischen Sie den Staub ab und reiben Sie das Öl ein. "
    "Über Nacht im Schatten trocknen lassen, ölige Lappen nie liegen lassen.",
    "ar": "اصقل الخشب برفق مع اتجاه أليافه، ثم امسح غباره وافركه بالزيت بقطعة قماش. "
    "اتركه يجف في الظل ليلة كاملة، ولا تترك الأقمشة الزيتية مرمية.",
    "ja": "木目に沿って軽くやすりをかけ、粉を拭き取ってから、布で油をすり込みます。"
    "日陰で一晩乾かし、油のついた布は放置しないでください。",
}
LANGUAGES = sorted(NAMES)
LINE = words_csv({"oars": {language: name for language, name in NAMES.items() if language != "en"}})
PRODUCTS = """sku,title,category,machine washable
R1,Fjord,oars,{first}
R2,Skerry,oars,{second}
"""
WASH = {
    "en": "how to wash oars",
    "es": "cómo lavar remos",
    "fr": "comment laver les rames",
    "de": "wie ruder waschen",
    "ar": "كيف أغسل مجاديف",
    "ja": "オール どう洗う",
}


def shop(folder: Path, answer: dict[str, str], first: str = "", second: str = "") -> Ledger:
    said = [
        f"[advice.{part}]\n" + "".join(f'{name} = "{text}"\n' for name, text in texts.items())
        for part, texts in (("title", TITLE), ("answer", answer))
    ]
    facts = f'[[advice]]\nid = "oil"\naspect = "care"\nabout = ["oars"]\n{"".join(said)}'
    products = PRODUCTS.format(first=first, second=second)
    files = {"shop.toml": shop_toml(), "products.csv": products, "facts.toml": facts, "words.csv": LINE}
    return opened(folder, files)


def body(ledger: Ledger, language: str, search: str = "") -> str:
    found = planned(ledger, heard(language, [], [search or SEARCH[language]]))
    (topic,) = (a for a in found if a.concept == "oars/care" and a.market.language == language)
    assert topic.action == "write", topic.why
    return assemble(topic, ledger, [], DAY).body


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_advice_people_search_for_is_a_page(tmp_path: Path, language: str) -> None:
    assert ANSWER[language] in body(shop(tmp_path, ANSWER), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_first_sentence_alone_is_none(tmp_path: Path, language: str) -> None:
    mark = "。" if language == "ja" else "."
    short = {name: text.split(mark)[0] + mark for name, text in ANSWER.items()}
    with pytest.raises(LedgerGap, match="too little is known"):
        body(shop(tmp_path, short), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_that_asks_how_is_answered_by_advice_and_by_no_yes(tmp_path: Path, language: str) -> None:
    ledger = shop(tmp_path, ANSWER, "yes", "no")
    assert body(ledger, language, WASH[language]).startswith(ANSWER[language])
