"""Phrases are asked once per language, addresses once."""

from seo.services.asking import addresses, phrases
from tests.seo.services.given import DE, GB, US, ask


def test_phrases_keep_their_order_and_are_asked_once_per_language() -> None:
    wanted = ask(("Vorhang", DE), ("curtain", US), ("Curtain ", GB), ("curtain", DE), (" ", US))
    assert [(seed.text, seed.market.language) for seed in phrases(wanted)] == [
        ("Vorhang", "de"), ("curtain", "en"), ("curtain", "de"),
    ]  # fmt: skip
    assert [seed.text for seed in phrases(wanted, ("en",))] == ["curtain"]


def test_an_address_given_twice_or_blank_is_asked_once_or_not() -> None:
    wanted = ask(("a", US), options=("https://a.example/", "", " https://a.example/"))
    assert list(addresses(wanted, "feeds")) == ["https://a.example/"]
