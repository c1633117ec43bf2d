"""Forty honest sentences with tempting words and forty false ones in each language, and the rules of markets.

The sentences were written before the patterns were tuned to them; `python tests/content/checks/test_policy.py`
prints the shares. The bars may rise and never sink.
"""

import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from content.checks import examine
from content.checks.claims import Claims, Manners
from content.checks.culture import Culture
from content.checks.inventions import Inventions
from content.checks.privacy import Privacy
from content.checks.reading import Reading
from content.checks.trademarks import Trademarks
from content.files import parse_draft
from content.ledger.ledger import Ledger, read_ledger
from content.records import Finding, Severity
from content.shop import load_shop
from seo.records import LANGUAGES, Market

HERE = Path(__file__).parent
POLICY = (Claims, Inventions, Culture, Trademarks, Privacy, Manners)
LOCALES = {"en": "en-GB", "es": "es-ES", "fr": "fr-FR", "de": "de-DE", "ar": "ar-AE", "ja": "ja-JP"}
LEAST = 40
CAUGHT = 0.95


@cache
def shop() -> Ledger:
    return read_ledger(load_shop(HERE / "shop"))


def look(body: str, locale: str, title: str = "Kiesel & Tuch", on: date | None = None) -> list[Finding]:
    front = f"---\ntitle: {title}\nlang: {locale[:2]}\nmarket: {locale}\n---\n"
    reading = Reading(parse_draft(front + body, "page.md"), shop(), Market(locale, "EUR"), on)
    return examine(reading, POLICY)


def honest(language: str) -> list[str]:
    return (HERE / "policy" / "honest" / f"{language}.txt").read_text("utf-8").splitlines()


def alarms(language: str) -> Iterator[tuple[str, str]]:
    for line in (HERE / "policy" / "alarms" / f"{language}.tsv").read_text("utf-8").splitlines():
        rule, _, text = line.partition("\t")
        yield rule, text


def false_alarms(language: str) -> list[tuple[str, str, str]]:
    return [(text, f.rule, f.quote) for text in honest(language) for f in look(text, LOCALES[language])]


def missed(language: str) -> list[tuple[str, str, list[str]]]:
    seen = [(rule, text, [f.rule for f in look(text, LOCALES[language])]) for rule, text in alarms(language)]
    return [(rule, text, found) for rule, text, found in seen if rule not in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_honest_sentences_with_tempting_words_raise_nothing(language: str) -> None:
    assert len(honest(language)) >= LEAST
    assert false_alarms(language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_false_sentences_raise_their_rule(language: str) -> None:
    total = len(list(alarms(language)))
    assert total >= LEAST
    assert 1 - len(missed(language)) / total >= CAUGHT, missed(language)


if __name__ == "__main__":
    for tongue in LANGUAGES:
        wrong, lost, many = false_alarms(tongue), missed(tongue), len(list(alarms(tongue)))
        flagged = len({text for text, _, _ in wrong})
        sys.stdout.write(
            f"{tongue}: honest flagged {flagged}/{len(honest(tongue))}, caught {many - len(lost)}/{many}\n"
        )
        for row in [*wrong, *lost]:
            sys.stdout.write(f"   {row}\n")
