"""The voice of a market: the shop's file, our defaults where it is silent, and what a prompt is given."""

import os
from pathlib import Path

import pytest

from content.errors import ShopError
from content.shop import Shop, load_shop
from content.voice.voice import SAMPLE, notes_on, voice_of, voices
from content.voice.words import Word
from seo.records import LANGUAGES, Market

DEMO = Path(__file__).parents[3] / "flows" / "demo_shop"
SHOP = 'name = "S"\nsite = "https://s.example"\nlanguage = "de"\n[[markets]]\nlocale = "de-DE"\ncurrency = "EUR"\n'
DE, AT = Market("de-DE", "EUR"), Market("de-AT", "EUR")


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    (tmp_path / "shop.toml").write_text(SHOP, encoding="utf-8")
    (tmp_path / "voice").mkdir()
    return load_shop(tmp_path)


def write(shop: Shop, name: str, text: str) -> None:
    path = shop.folder / name
    path.write_text(text, encoding="utf-8")
    later = path.stat().st_mtime_ns + 1_000_000_000  # two versions within one tick of the clock are still two
    os.utime(path, ns=(later, later))


@pytest.mark.parametrize(
    ("locale", "address"),
    [("en-GB", "you"), ("de-DE", "Sie"), ("fr-FR", "vous"), ("es-ES", "tú"), ("ar-AE", "masculine"), ("ja-JP", "desu-masu")],
)  # fmt: skip
def test_without_a_file_there_is_a_voice_that_nobody_is_held_to(
    shop: Shop, locale: str, address: str
) -> None:
    voice = voice_of(shop, Market(locale, "EUR"))
    assert (voice.address, voice.is_address_stated, voice.source) == (address, False, "")
    assert voice.register
    assert voice.notes


def test_the_file_of_the_market_goes_before_that_of_the_language(shop: Shop) -> None:
    write(shop, "voice/de.md", "---\naddress: du\n---\n")
    write(shop, "voice/de-AT.md", "---\nregister: herzlich\n---\n")
    assert (voice_of(shop, DE).address, voice_of(shop, DE).source) == ("du", "voice/de.md")
    austrian = voice_of(shop, AT)
    assert (austrian.address, austrian.register, austrian.source) == ("Sie", "herzlich", "voice/de-AT.md")
    assert not austrian.is_address_stated


def test_a_file_that_changed_is_read_again(shop: Shop) -> None:
    write(shop, "voice/de.md", "---\naddress: du\n---\n")
    assert voice_of(shop, DE).address == "du"
    write(shop, "voice/de.md", "---\naddress: Sie\n---\n")
    assert voice_of(shop, DE).address == "Sie"


def test_words_are_those_of_the_market(shop: Shop) -> None:
    write(
        shop,
        "words.csv",
        "source,lang,text,confirmed_by,use,instead\n,de,Saum,J,prefer,\n,de-AT,Kissen,J,avoid,Polster\n,fr,ourlet,J,prefer,\n",
    )
    assert voice_of(shop, DE).avoid == ()
    assert voice_of(shop, AT).use == (Word("Saum", "de", is_avoided=False, row=2),)
    assert voice_of(shop, AT).avoid == (Word("Kissen", "de-at", is_avoided=True, instead="Polster", row=3),)


def test_a_slip_in_any_market_stops_when_all_voices_are_read(shop: Shop) -> None:
    write(shop, "voice/de.md", "---\naddress: euch\n---\n")
    with pytest.raises(ShopError, match=r"^voice/de\.md: address 'euch' is no form of address"):
        voices(shop)


SHOWN = """\
Anrede: Sie
Ton: freundlich
Zuerst die Antwort.
So:
- Zahlen mit Einheit.
So nicht:
- Ausrufezeichen.
Unsere Wörter: Saum
Wörter, die wir meiden: Wohlfühl…; zuschneiden (lieber: kürzen)
So klingt der Shop:
> Messen Sie die Stange.
> Dann den Stoff."""


def test_a_prompt_is_given_the_voice_in_the_markets_language(shop: Shop) -> None:
    write(
        shop,
        "voice/de.md",
        "---\naddress: Sie\nregister: freundlich\n---\n# Hausstil\nZuerst die Antwort.\n## So\n- Zahlen mit Einheit.\n"
        "## So nicht\n- Ausrufezeichen.\n## Beispiele\n> Messen Sie die Stange.\n> Dann den Stoff.\n",
    )
    write(
        shop,
        "words.csv",
        "source,lang,text,confirmed_by,use,instead\n,de,Saum,J,prefer,\n,de,Wohlfühl*,J,avoid,\n,de,zuschneiden,J,avoid,kürzen\n",
    )
    assert voice_of(shop, DE).shown(notes=False) == SHOWN
    assert voice_of(shop, DE).shown(notes=False, samples=False) == SHOWN.partition("\nSo klingt")[0]
    assert notes_on("de-DE") in voice_of(shop, DE).shown()


@pytest.mark.parametrize(("sentence", "times"), [("Ein Satz. ", 200), ("一文です。", 300)])
def test_a_long_sample_ends_early_at_a_sentence(shop: Shop, sentence: str, times: int) -> None:
    write(shop, "voice/de.md", f"## Beispiele\n> {sentence * times}\n")
    shown = voice_of(shop, DE).shown(notes=False)
    said = shown.rpartition("> ")[2]
    assert said.endswith(sentence.strip()[-2:])
    assert SAMPLE - len(sentence) <= len(said) <= SAMPLE


def test_the_demo_shop_states_a_voice_in_every_market() -> None:
    for locale, voice in voices(load_shop(DEMO)).items():
        assert voice.is_address_stated, locale
        assert voice.do, locale
        assert voice.dont, locale
        assert voice.samples, locale
        assert voice.guidance, locale
        assert voice.avoid, locale
        assert voice.use, locale


TOKENS = {"en": 0.22, "de": 0.29, "fr": 0.29, "es": 0.29, "ar": 0.5, "ja": 0.8}
"""What common tokenizers need for a letter of running text (content/models/tokens.py)."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_on_every_language_are_short_enough_for_a_prompt(language: str) -> None:
    notes = notes_on(language)
    assert 150 < len(notes) * TOKENS[language] <= 350


@pytest.mark.parametrize("locale", ["en-GB", "en-US", "es-MX", "ar-AE", "ar-SA", "de-AT", "de-CH", "fr-CA"])
def test_a_country_adds_its_own(locale: str) -> None:
    assert notes_on(locale).startswith(notes_on(locale[:2]))
    assert len(notes_on(locale)) > len(notes_on(locale[:2])) + 100


def test_a_country_without_its_own_has_the_languages() -> None:
    assert notes_on("de-LU") == notes_on("de")
