"""The phrase books of briefs: the same keys and slots in every language, every market with a law or its rules."""

import re
import tomllib
from pathlib import Path

import pytest

import content.briefs.phrases
from content.briefs.phrases import law_of
from content.reliance import CLAIMS
from seo.records import LANGUAGES, Market

BOOKS = {
    language: tomllib.loads(
        (Path(content.briefs.phrases.__file__).parent / "phrases" / f"{language}.toml").read_text(
            encoding="utf-8"
        )
    )
    for language in LANGUAGES
}


def patterns(language: str) -> dict[str, list[str]]:
    """Every pattern as a list."""
    return {
        f"{table}.{name}": text if isinstance(text, list) else [text]
        for table, rows in BOOKS[language].items()
        for name, text in rows.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_things_with_the_same_slots(language: str) -> None:
    theirs, ours = patterns(language), patterns("en")
    assert theirs.keys() == ours.keys()
    for key in ours:
        wanted = {slot for text in ours[key] for slot in re.findall(r"\{(\w+)\}", text)}
        for text in theirs[key]:
            assert set(re.findall(r"\{(\w+)\}", text)) == wanted, (key, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_claim_that_a_brief_can_make_has_words(language: str) -> None:
    assert set(BOOKS[language]["claim"]) == CLAIMS.keys() - {"advice", "evidence"}


@pytest.mark.parametrize(
    ("locale", "law"),
    [
        ("de-DE", "UWG §5, HWG, EU 2024/825"),
        ("fr-FR", "Code de la consommation L121-4, EU 2024/825"),
        ("es-ES", "RD 1907/1996, EU 2024/825"),
        ("en-IE", "EU 2024/825, 2005/29/EC"),
        ("en-GB", "CMA Green Claims Code, CAP Code 12, DMCC Act 2024"),
        ("ja-JP", "景品表示法, 薬機法"),
        ("ar-AE", "قواعد حماية المستهلك في البلد"),
    ],
)
def test_each_market_is_told_its_own_law(locale: str, law: str) -> None:
    assert law_of(Market(locale, "EUR")) == law
