"""A sentence about all of a kind rests on the kind: another product that joins it, or leaves it, is seen under it."""

from dataclasses import replace
from pathlib import Path

import pytest

from content.freshness import shaken
from content.rebinding.rebound import rebound
from content.rebinding.resting import resting
from tests.content.rebinding.conftest import ON, PRODUCTS, draft, make_shop, market

SENTENCES = {  # an exception, an only one, two ends, a silence
    "en-GB": (
        "Only Luna cannot be cut.",
        "Only Tarn can be tumble dried.",
        "They are washed at temperatures from {{l1.wash_temperature}} with Luna to {{tarn.wash_temperature}} with Tarn.",
        "For Tarn it is not stated whether it can be cut.",
    ),
    "es-ES": (
        "Solo Luna no se puede cortar.",
        "Solo Tarn es apta para secadora.",
        "Se lavan a temperaturas de {{l1.wash_temperature}} con Luna a {{tarn.wash_temperature}} con Tarn.",
        "De Tarn no consta si se puede cortar.",
    ),
    "fr-FR": (
        "Seul Luna ne peut pas être coupé.",
        "Seul Tarn passe au sèche-linge.",
        "Les températures vont de {{l1.wash_temperature}} avec Luna à {{tarn.wash_temperature}} avec Tarn.",
        "Pour Tarn, il n'est pas précisé s'il peut être coupé.",
    ),
    "de-DE": (
        "Nur Luna lässt sich nicht kürzen.",
        "Nur Tarn darf in den Trockner.",
        "Gewaschen wird von {{l1.wash_temperature}} bei Luna bis {{tarn.wash_temperature}} bei Tarn.",
        "Ob sich Tarn kürzen lässt, ist nicht angegeben.",
    ),
    "ar-EG": (
        "ستارة لونا فقط لا يمكن قصها.",
        "ستارة تارن فقط يمكن وضعها في المجفف.",
        "تتراوح حرارة الغسل من {{l1.wash_temperature}} في لونا إلى {{tarn.wash_temperature}} في تارن.",
        "إمكانية قص ستارة تارن غير مذكورة.",
    ),
    "ja-JP": (
        "切れないのはルナだけです。",
        "乾燥機が使えるのはタルンだけです。",
        "洗濯温度はルナの{{l1.wash_temperature}}からタルンの{{tarn.wash_temperature}}までです。",
        "タルンが切れるかどうかは記載がありません。",
    ),
}  # fmt: skip
SILENT = PRODUCTS.replace(",60,yes,no,yes,linen", ",60,,no,yes,linen")
CASES = [  # the catalogue when the sentence is written, and one in which it is no longer true
    (0, PRODUCTS, PRODUCTS.replace("1900,40,yes", "1900,40,no"), "lacking(can_be_cut; category:blackout-curtains)"),
    (1, PRODUCTS, PRODUCTS.replace("40,yes,yes,no", "40,yes,yes,yes"), "having(tumble_dry; category:blackout-curtains)"),
    (2, PRODUCTS, PRODUCTS.replace("1900,40,", "1900,20,"), "lowest(wash_temperature; category:blackout-curtains)"),
    (3, SILENT, PRODUCTS, "unknown(tarn.can_be_cut)"),
]  # fmt: skip


@pytest.mark.parametrize("locale", SENTENCES)
@pytest.mark.parametrize(("place", "then", "now", "claimed"), CASES)
def test_the_claim_over_the_kind_is_seen_to_fall(
    tmp_path: Path, locale: str, place: int, then: str, now: str, claimed: str
) -> None:
    before, after = make_shop(tmp_path / "then", then), make_shop(tmp_path / "now", now)
    here = market(before, locale)
    made = rebound(draft(SENTENCES[locale][place], locale), before, here, ON)
    made = replace(made, relies=resting(made, before, here, ON))
    assert claimed in {each.reference for each in made.relies}
    assert list(shaken(made, before, here, ON)) == []
    assert claimed in {each.change.what for each in shaken(made, after, here, ON)}


def test_no_claim_is_made_where_the_ledger_does_not_bear_it_out(tmp_path: Path) -> None:
    """Nova can be cut too, so "only Tarn" is wrong: the checks cannot say so, and nothing is claimed."""
    ledger = make_shop(tmp_path)
    found = resting(draft("Only Tarn can be cut.", "en-GB"), ledger, market(ledger, "en-GB"), ON)
    assert {each.reference for each in found} == {"tarn.can_be_cut"}
