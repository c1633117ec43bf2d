import pytest

from content.ledger.naming import model, neutral_name
from content.lexicon.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Coffee maker HD7546/20", "HD7546/20"),
        ("Braun KF 520 Drip coffee maker Manual", "KF 520"),
        ("MR 4050 HC", "MR 4050 HC"),
        ("Sommelier HT 600 toaster 1 slice(s)", "HT 600"),
        ("WF-2141 Waffle iron", "WF-2141"),
        ("162740", "162740"),
        ("HD4649 1.7 liter Kettle", "HD4649"),
        ("Tristar OV-1410 Oven 10 ltr stainless steel", "OV-1410"),
        ("1.7 l 3000 W 1 cup indicator White grey Kettle", ""),
        ("Blackout curtain 137x213 250g 65W", ""),
        ("Baby Twin", ""),
        ("AC 230 V adapter", ""),  # volts make no model
    ],
)
def test_models(text: str, found: str) -> None:
    assert model(text) == found


@pytest.mark.parametrize(
    ("title", "brand", "sku", "name"),
    [
        ("Philips Café Coffee maker HD7546/20", "Philips", "Coffee maker HD7546/20", "Philips HD7546/20"),
        ("Krups PG7000 contact grill", "Krups", "PG7000", "Krups PG7000"),
        ("Senseo HD7820/60 coffee maker Pod coffee machine", "Senseo", "HD7820/60", "Senseo HD7820/60"),
        ("Moulinex Principio Hand mixer White 160 W", "Moulinex", "Principio", "Moulinex Principio"),
        ("Gaggia Baby Twin Espresso machine 1.6 L", "Gaggia", "Baby Twin", "Gaggia Baby Twin"),
        ("Philips 1.7 l 3000 W White Kettle", "Philips", "1.7 l 3000 W White Kettle", "Philips 1.7 l 3000 W"),
        ("Kettle X200", "", "X200", "X200"),
    ],
)  # fmt: skip
def test_a_name_without_a_title_is_brand_and_model_and_no_noun(
    title: str, brand: str, sku: str, name: str
) -> None:
    assert neutral_name(title, brand, sku, load_lexicon(None, "en")) == name
