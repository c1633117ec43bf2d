"""Countries by the names other services give them."""

import pytest

from seo.services.places import alpha2, numeric


@pytest.mark.parametrize(
    ("alpha3", "country", "number"),
    [
        ("usa", "US", 840),
        ("esp", "ES", 724),
        ("fra", "FR", 250),  # 249 was metropolitan France
        ("deu", "DE", 276),  # 278 and 280 were the two before 1990
        ("are", "AE", 784),
        ("sau", "SA", 682),
        ("JPN", "JP", 392),
        ("gbr", "GB", 826),
        ("yem", "YE", 887),
    ],
)
def test_a_country_is_known_by_letters_and_number(alpha3: str, country: str, number: int) -> None:
    assert (alpha2(alpha3), numeric(country)) == (country, number)


@pytest.mark.parametrize("alpha3", ["zzz", "", "de", "276", "xyz"])
def test_what_is_no_country_is_none(alpha3: str) -> None:
    assert alpha2(alpha3) == ""


@pytest.mark.parametrize("country", ["ZZ", "", "QQQ"])
def test_an_unknown_country_has_no_number(country: str) -> None:
    assert numeric(country) is None
