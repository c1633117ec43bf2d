"""What a person accepted of the shop's own sentences stands in the briefs of the pages it bears on, and on those pages."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from content.briefs.naming import Names
from content.briefs.sheet import facts_of
from content.ledger.ledger import Ledger, read_ledger
from content.plan.vocabulary import vocabulary_of
from content.rendering import render
from content.shop import load_shop
from content.writing.blocks import drawbacks
from content.writing.page import Page, Part
from content.writing.phrases import Wording
from content.writing.service import returns_sentence, routes_sentence
from content.writing.statements import Speaker
from seo.records import LANGUAGES
from tests.content.briefs.packs import brief_of, planned, read
from tests.content.briefs.test_aftersales import BROKEN
from tests.content.plan.test_answered import DAY

SAID = {  # a limit; a cut-off; a condition of returns; what the warranty leaves out
    "en": ("Not for racks.", "Ordered before noon, sent the same day.", "Unused only.", "Wear is not covered."),
    "es": ("No apta para bacas.", "Los pedidos salen el mismo día.", "Sin usar.", "No cubre el desgaste."),
    "fr": ("Pas pour les galeries.", "Commandé avant midi, parti le jour même.", "Jamais porté.", "L'usure n'est pas couverte."),
    "de": ("Nicht für Dachträger.", "Bis 12 Uhr bestellt, am selben Tag verschickt.", "Nur unbenutzt.", "Verschleiß ist ausgenommen."),
    "ar": ("لا يصلح للسقف.", "الطلبات قبل الظهر تشحن في اليوم نفسه.", "غير مستخدم.", "لا يشمل التآكل."),
    "ja": ("屋根には使えません。", "正午までのご注文は当日発送します。", "未使用に限ります。", "摩耗は保証の対象外です。"),
}  # fmt: skip
KEYS = ("limits", "delivery_terms", "returns_terms", "warranty_terms")
NAME = ", ".join(f'{language} = "DHL"' for language in LANGUAGES)
ROUTES = "".join(
    f'\n[[delivery]]\ncountry = "{code}"\nroute = "standard"\ndays = "2-3 working days"\n'
    f"name = {{ {NAME} }}\n"
    for code in ("GB", "ES", "FR", "DE", "AE", "JP")
)


def accepted(folder: Path, *languages: str) -> Ledger:
    read(folder)
    rows = [
        f'{"Kontor" if key == "limits" else "shop"},{key}@{language},"{text}",Anna,2026-11-27'
        for language in languages
        for key, text in zip(KEYS, SAID[language], strict=True)
    ]
    facts = (folder / "facts.toml").read_text(encoding="utf-8")
    (folder / "facts.toml").write_text(
        facts.replace("[[advice]]", f"{ROUTES}\n[[advice]]", 1), encoding="utf-8"
    )
    text = "\n".join(("sku,attribute,value,by,on", *rows))
    (folder / "facts_accepted.csv").write_text(f"{text}\n", encoding="utf-8")
    return read_ledger(load_shop(folder))


def page_of(ledger: Ledger, language: str, aspect: str) -> Page:
    each = replace(planned(ledger, language, (BROKEN[language], 3)), aspect=aspect)
    speaker = Speaker(ledger, each.market, Wording(language, 1))
    return Page(each, speaker, vocabulary_of(ledger, language), frozenset(), set())


def shown(parts: Sequence[Part], page: Page) -> str:
    return " ".join(render(part.text, page.ledger, page.market, "plain", DAY) for part in parts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_on_a_broken_thing_holds_what_the_warranty_leaves_out(tmp_path: Path, language: str) -> None:
    ledger = accepted(tmp_path, language)
    brief = brief_of(ledger, language, (BROKEN[language], 3))
    market = next(each for each in ledger.shop.markets if each.language == language)
    told = {line.reference: line.value for line in facts_of(brief, ledger, market, DAY)}
    assert told["shop.warranty_terms"] == SAID[language][3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_on_products_holds_their_limits_in_its_own_language_alone(
    tmp_path: Path, language: str
) -> None:
    ledger = accepted(tmp_path, language)
    brief = brief_of(ledger, language, (BROKEN[language], 3))
    assert "kontor.limits" in {ref for section in brief.sections for ref in section.facts}
    other = "ja" if language != "ja" else "de"
    brief = brief_of(ledger, other, (BROKEN[other], 3))
    refs = {ref for section in brief.sections for ref in section.facts}
    assert not {"kontor.limits", "shop.warranty_terms"} & refs


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_without_a_model_says_them_in_the_shops_words(tmp_path: Path, language: str) -> None:
    ledger = accepted(tmp_path, language)
    page = page_of(ledger, language, "delivery")
    assert SAID[language][1] in shown(routes_sentence(page), page)
    page = page_of(ledger, language, "returns")
    assert SAID[language][2] in shown(returns_sentence(page), page)
    page = page_of(ledger, language, "choose")
    block = drawbacks(page)
    assert block is not None
    assert SAID[language][0] in shown(block.parts, page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_without_a_model_says_nothing_in_another_language(tmp_path: Path, language: str) -> None:
    ledger = accepted(tmp_path, "ja" if language != "ja" else "de")
    page = page_of(ledger, language, "delivery")
    assert not any("_terms" in part.text for part in (*routes_sentence(page), *returns_sentence(page)))
    block = drawbacks(page_of(ledger, language, "choose"))
    assert block is None or not any("limits" in part.text for part in block.parts)


def test_of_care_no_limit_is_told(tmp_path: Path) -> None:
    block = drawbacks(page_of(accepted(tmp_path, "en"), "en", "care"))
    assert block is None or not any("limits" in part.text for part in block.parts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_has_a_name_in_the_brief(tmp_path: Path, language: str) -> None:
    ledger = accepted(tmp_path, language)
    market = next(each for each in ledger.shop.markets if each.language == language)
    names = Names(ledger, market, DAY)
    labels = [names.label("kontor" if key == "limits" else "shop", key) for key in KEYS]
    assert len({*labels}) == len(KEYS)
    assert all(labels)
