"""Two lists of one paragraph name the variants in the same order, or one of them is wrong."""

from collections.abc import Callable

import pytest

Asked = Callable[..., list[tuple[str, str]]]

PRODUCTS = """\
sku,group,title,title@es,title@fr,title@de,title@ar,title@ja,category,availability,Diameter [cm],Weight [g]
PA-24,pako,Pako frying pan,Sartén Pako,Poêle Pako,Bratpfanne Pako,مقلاة باكو,パコ フライパン,Frying pans,in_stock,24,1150
PA-28,pako,Pako frying pan,Sartén Pako,Poêle Pako,Bratpfanne Pako,مقلاة باكو,パコ フライパン,Frying pans,in_stock,28,1580
"""


@pytest.mark.parametrize(
    ("lang", "body", "smaller", "larger"),
    [
        ("en", "Pako comes in 24 and 28 cm. They weigh {} and {} g.", "1,150", "1,580"),
        ("es", "La Pako se hace en 24 y 28 cm de diámetro. Pesan {} y {} g.", "1150", "1580"),
        ("fr", "La Pako existe en 24 et 28 cm. Elles pèsent {} et {} g.", "1150", "1580"),
        ("de", "Die Pako gibt es mit 24 und 28 cm Durchmesser. Sie wiegen {} und {} g.", "1150", "1580"),
        ("ar", "مقلاة باكو متوفرة بقطر 24 و28 سم. وزنها {} و{} غ.", "1150", "1580"),
        ("ja", "パコ フライパンの直径は24と28cmです。重さは{}と{}gです。", "1150", "1580"),
    ],
)
def test_the_second_list_follows_the_first(
    asked: Asked, lang: str, body: str, smaller: str, larger: str
) -> None:
    assert asked(PRODUCTS, lang, body.format(smaller, larger), "number.") == []
    assert [rule for rule, _ in asked(PRODUCTS, lang, body.format(larger, smaller), "number.")] == [
        "number.elsewhere", "number.elsewhere",
    ]  # fmt: skip


def test_a_list_may_begin_with_either_end(asked: Asked) -> None:
    assert asked(PRODUCTS, "en", "Pako comes in 28 and 24 cm. They weigh 1,580 and 1,150 g.", "number.") == []


def test_another_paragraph_begins_anew(asked: Asked) -> None:
    assert (
        asked(PRODUCTS, "en", "Pako comes in 24 and 28 cm.\n\nPako weighs 1,580 and 1,150 g.", "number.")
        == []
    )
