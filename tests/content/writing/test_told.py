"""Clauses for yes and no: what the assembler may say, the checks read, the right way round, in six languages."""

import csv
from datetime import date

import pytest

from content.checks import check
from content.ledger.ledger import Ledger, read_ledger
from content.lexicon.lexicon import load_lexicon
from content.locales import listed
from content.records import Draft, Finding, Severity
from content.shop import load_shop
from content.writing.told import SHORT, VERDICTS, told
from seo.records import LANGUAGES

LOCALES = {"en": "en-GB", "es": "es-ES", "fr": "fr-FR", "de": "de-DE", "ar": "ar-AE", "ja": "ja-JP"}
STOPS = {"ja": "。"}
BETWEEN = {"ja": "。", "ar": "؛ "}
CAUGHT = {"en": 0.98, "es": 0.96, "fr": 0.95, "de": 0.94, "ar": 0.86, "ja": 0.91}
"""Of clauses turned round, the share that blocks, at least."""
UNKNOWN = ("Duskfield", "Wendholm", "Norrvik")
LEXICON = load_lexicon(None, "en")


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """Five products: of the first everything is true, of the second nothing, of the others nobody has said."""
    folder = tmp_path_factory.mktemp("shop")
    markets = "".join(f'[[markets]]\nlocale = "{each}"\ncurrency = "EUR"\n' for each in LOCALES.values())
    head = f'id = "s"\nname = "S"\nsite = "https://shop.example"\nlanguage = "en"\n{markets}'
    (folder / "shop.toml").write_text(head, encoding="utf-8")
    labels = {key: LEXICON.attribute(key, "en") for key in told("en")}
    with (folder / "products.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["sku", "group", "title", "category", *labels.values()])
        for name, said in (("Aldermoor", "yes"), ("Nachtal", "no"), *((name, "") for name in UNKNOWN)):
            rows.writerow([name[:2], name.lower(), f"{name} GX", "Household", *[said] * len(labels)])
    return read_ledger(load_shop(folder))


def found(text: str, ledger: Ledger, language: str) -> list[Finding]:
    market = next(each for each in ledger.shop.markets if each.locale == LOCALES[language])
    draft = Draft("Title", "d", text, language, market.locale, keyword="x", written_by="t")
    every = check(draft, ledger, market, [], date(2026, 11, 25))
    return [f for f in every if f.severity is not Severity.NOTE and not f.rule.startswith("structure.")]


def sentence(clause: str, language: str) -> str:
    return clause[:1].upper() + clause[1:] + STOPS.get(language, ".")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_clause_is_for_a_yes_and_no_attribute_and_names_its_products(language: str) -> None:
    assert len(told(language)) > 190
    for key, clauses in told(language).items():
        assert LEXICON.kind(key) == "boolean"
        for verdict in (*VERDICTS, SHORT):
            for pattern in (clauses[verdict].of_one, clauses[verdict].of_several):
                assert pattern.count("{names}") == 1
                assert pattern[-1] not in ".。 "


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_true_clause_is_never_held_against_the_page(shop: Ledger, language: str) -> None:
    wrong = []
    for key, clauses in told(language).items():
        yes = clauses["yes"].say("Aldermoor", several=False)
        no = clauses["no"].say("Nachtal", several=False)
        short = clauses[SHORT].say("Nachtal", several=False)
        both = [f"{yes}{BETWEEN.get(language, '; ')}{each}" for each in (no, short)]
        for clause in (yes, no, *both):
            wrong += [(key, clause, f.rule) for f in found(sentence(clause, language), shop, language)]
    assert wrong == []


OPEN = {
    "en": "It is not stated {}.",
    "de": "Nicht angegeben ist, {}.",
    "fr": "Il n’est pas précisé {}.",
    "es": "No consta {}.",
    "ar": "لا تذكر بيانات المنتجات {}.",
    "ja": "{}どうか、商品データには記載がありません。",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_open_question_is_no_promise(shop: Ledger, language: str) -> None:
    names = (UNKNOWN[0], listed(UNKNOWN, LOCALES[language]))
    wrong = [
        (key, f.rule, f.quote)
        for key, clauses in told(language).items()
        for several, name in enumerate(names)
        for f in found(
            OPEN[language].format(clauses["whether"].say(name, several=bool(several))), shop, language
        )
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("verdict", "name"), [("yes", "Nachtal"), ("no", "Aldermoor"), ("yes", "Duskfield")])
def test_a_clause_turned_round_or_promised_is_caught(
    shop: Ledger, language: str, verdict: str, name: str
) -> None:
    lies = [sentence(each[verdict].say(name, several=False), language) for each in told(language).values()]
    passed = [
        lie for lie in lies if not any(f.severity is Severity.BLOCK for f in found(lie, shop, language))
    ]
    assert len(passed) <= (1 - CAUGHT[language]) * len(lies), passed


def test_a_clause_of_several_is_said_of_several() -> None:
    assert (
        told("en")["machine_washable"]["no"].say("A and B", several=True)
        == "A and B are not machine washable"
    )
