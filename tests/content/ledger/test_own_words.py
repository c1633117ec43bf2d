"""Sentences a person accepted: one behind the other, each in its language, and only while their text still has them."""

from pathlib import Path

import pytest

from content.ledger.ledger import Ledger, read_ledger
from content.ledger.own_words import RULE, said
from content.records import UNKNOWN
from content.shop import load_shop

SHOP = 'name = "S"\nlanguage = "fr"\ncurrency = "EUR"\n[[markets]]\nlocale = "fr-FR"\ncurrency = "EUR"\n'
PRODUCTS = "sku,group,title,description,description@en\n{0}"
ROW = 'A{0},luna,Luna {0},"Légère. Pas pour les enfants. Ne va pas au four.","Light. Not for children."\n'
ACCEPTED = """sku,attribute,value,quote,source,row,by,on
luna,limits@fr,Pas pour les enfants.,Pas pour les enfants.,products.csv,2,Anna,2026-11-27
luna,limits@fr,Ne va pas au four.,Ne va pas au four.,products.csv,2,Anna,2026-11-27
luna,limits@en,Not for children.,Not for children.,products.csv,2,Anna,2026-11-27
shop,returns_terms@fr,L'article doit être propre.,L'article doit être propre.,policies/r.fr.html,1,Anna,2026-11-27
shop,returns_terms@fr,Ni repris ni échangé : les soldes.,les soldes,policies/r.fr.html,2,Anna,2026-11-27
"""
PAGE = "<p>L&#39;article doit <b>être</b>\n propre.</p><p>Ni repris, ni échangés : les soldes</p>"


def ledger(folder: Path, page: str = PAGE, rows: str = ROW.format(1) + ROW.format(2)) -> Ledger:
    (folder / "policies").mkdir(exist_ok=True)
    (folder / "shop.toml").write_text(SHOP, encoding="utf-8")
    (folder / "products.csv").write_text(PRODUCTS.format(rows), encoding="utf-8")
    (folder / "facts_accepted.csv").write_text(ACCEPTED, encoding="utf-8")
    if page:
        (folder / "policies" / "r.fr.html").write_text(page, encoding="utf-8")
    return read_ledger(load_shop(folder))


def gone(ledger: Ledger) -> list[str]:
    return [each.quote for each in ledger.conflicts if each.rule == RULE]


@pytest.mark.parametrize("handle", ["luna", "a1"])
def test_sentences_of_one_product_stand_behind_each_other_in_each_language(
    tmp_path: Path, handle: str
) -> None:
    value = ledger(tmp_path).fact(handle, "limits").value
    assert said(value, "fr") == "Pas pour les enfants. Ne va pas au four."
    assert (said(value, "en"), said(value, "de")) == ("Not for children.", "")


def test_sentences_of_the_shop_do_too_and_a_corrected_one_stands_as_corrected(tmp_path: Path) -> None:
    found = ledger(tmp_path)
    told = said(found.fact("shop", "returns_terms").value, "fr")
    assert told == "L'article doit être propre. Ni repris ni échangé : les soldes."
    assert found.conflicts == ()


def test_a_sentence_the_description_no_longer_has_is_named_and_not_used(tmp_path: Path) -> None:
    changed = (ROW.format(1) + ROW.format(2)).replace("Pas pour les enfants", "Pour les enfants dès 3 ans")
    found = ledger(tmp_path, rows=changed)
    assert said(found.fact("luna", "limits").value, "fr") == "Ne va pas au four."
    assert gone(found) == ["Pas pour les enfants."]
    assert "facts_accepted.csv, row 2: products.csv no longer says" in found.conflicts[0].cure


@pytest.mark.parametrize(
    ("page", "left"),
    [(PAGE.replace("propre", "neuf"), "Ni repris ni échangé : les soldes."), ("", "")],
)
def test_a_sentence_a_policy_page_no_longer_has_is_named_and_not_used(
    tmp_path: Path, page: str, left: str
) -> None:
    found = ledger(tmp_path, page)
    value = found.fact("shop", "returns_terms").value
    assert said(value, "fr") == left
    assert (value == UNKNOWN) is not bool(left)
    assert "L'article doit être propre." in gone(found)
