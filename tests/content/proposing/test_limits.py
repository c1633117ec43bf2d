"""Limits of descriptions as rows a person accepts."""

from pathlib import Path

import pytest

from content.ledger.ledger import Ledger, read_ledger
from content.proposing.limits import limits
from content.proposing.proposal import Proposal
from content.shop import load_shop

SHOP = 'name = "S"\nlanguage = "{}"\ncurrency = "EUR"\n[[markets]]\nlocale = "de-DE"\ncurrency = "EUR"\n'
ACCEPTED = "sku,attribute,value,quote,source,row,by,on\n"


def ledger(folder: Path, products: str, language: str = "en", accepted: str = "") -> Ledger:
    (folder / "shop.toml").write_text(SHOP.format(language), encoding="utf-8")
    (folder / "products.csv").write_text(products, encoding="utf-8")
    if accepted:
        (folder / "facts_accepted.csv").write_text(ACCEPTED + accepted, encoding="utf-8")
    return read_ledger(load_shop(folder))


SENTENCES = {
    "en": ("A light lamp. {}", "Not for damp rooms."),
    "es": ("Una lámpara ligera. {}", "No apta para espacios húmedos."),
    "fr": ("Une lampe légère. {}", "Ne convient pas aux pièces humides."),
    "de": ("Eine leichte Lampe. {}", "Nicht für feuchte Räume geeignet."),
    "ar": ("مصباح خفيف. {}", "لا يصلح للغرف الرطبة."),
    "ja": ("軽いランプです。{}", "湿気の多い部屋では使えません。"),
}


@pytest.mark.parametrize("language", SENTENCES)
def test_a_limit_is_proposed_as_the_sentence_it_is(tmp_path: Path, language: str) -> None:
    whole, limit = SENTENCES[language]
    text = f'sku,title,description\nA1,Luna,"{whole.format(limit)}"\n'
    assert limits(ledger(tmp_path, text, language)) == [
        Proposal("A1", f"limits@{language}", limit, "", limit, "products.csv", 2)
    ]


def test_what_all_variants_say_is_said_of_the_group_and_each_language_has_a_row(tmp_path: Path) -> None:
    row = 'luna,Luna {},"Nur für Innenräume geeignet, nicht für draußen.","Not for gardens."\n'
    rows = "".join(f"A{n},{row.format(n)}" for n in (1, 2))
    found = limits(ledger(tmp_path, f"sku,group,title,description,description@en\n{rows}", "de"))
    assert [(each.sku, each.attribute) for each in found] == [("luna", "limits@de"), ("luna", "limits@en")]


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_limit_that_goes_on_behind_a_dash_is_not_cut_off(tmp_path: Path, dash: str) -> None:
    text = f'sku,title,description\nA1,Luna,"Not for gardens {dash} except in summer. Not for damp rooms."\n'
    assert [each.value for each in limits(ledger(tmp_path, text))] == ["Not for damp rooms."]


def test_what_was_accepted_is_not_proposed_again(tmp_path: Path) -> None:
    text = 'sku,title,description\nA1,Luna,"Not for gardens. Not for damp rooms."\n'
    row = "A1,limits@en,Not for gardens.,Not for gardens.,products.csv,2,Anna,2026-11-27\n"
    assert [each.value for each in limits(ledger(tmp_path, text, accepted=row))] == ["Not for damp rooms."]
