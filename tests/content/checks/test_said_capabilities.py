"""Sentences about every capability, of a shop of one product that can do everything and one that can do nothing: a
false one must be stopped, a true one must pass.

Found before the words were widened: en 0.82 of the open half and 0.73 of the held-out one, fr 0.82 and 0.71, es 0.83
and 0.79; after a first round 0.81, 0.81 and 0.88 of the held-out halves. Their misses were never looked at, but who
widened the words had written them too: the second round, made from what came to mind, leaves them no blind measure.
`python -m tests.content.checks.test_said_capabilities en` prints the shares and what was missed of the open half.
"""

import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from content.checks import CHECKS, examine
from content.checks.reading import Reading
from content.checks.vocabulary import capabilities, words
from content.files import parse_draft
from content.ledger.ledger import Ledger, read_ledger
from content.records import Finding, Severity
from content.shop import load_shop

SAID = Path(__file__).parent / "said"
LOCALES = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES"}
HALVES = ("open", "held")
# the column of a capability that is called otherwise
KEYS = {
    "cut": "can_be_cut", "wash": "machine_washable", "tumble": "tumble_dryer", "iron": "can_be_ironed",
    "microwave": "microwave_safe", "oven": "oven_safe", "lid": "lid_included", "assembly": "assembly_needed",
    "gas": "gas_hob", "brush": "brush_included", "scale-marks": "measuring_scale",
    "home-service": "installation_service", "vibration-damping": "antivibration",
}  # fmt: skip
# shares of false sentences stopped; may rise and never sink
FLOORS = {
    ("en", "open"): 0.99, ("en", "held"): 0.90, ("fr", "open"): 0.99, ("fr", "held"): 0.86,
    ("es", "open"): 0.99, ("es", "held"): 0.92,
}  # fmt: skip
# true sentences of the held-out half that are stopped; may sink and never rise
TAKEN_WRONGLY = {"en": 1, "fr": 3, "es": 2}
SHOP = 'name = "S"\nsite = "https://s.example"\nlanguage = "en"\ncurrency = "EUR"\n' + "".join(
    f'[[markets]]\nlocale = "{locale}"\ncurrency = "EUR"\n' for locale in LOCALES.values()
)
RULES = [kind for kind in CHECKS.values() if any(rule.startswith("capability") for rule in kind.rules)]


@dataclass(frozen=True, slots=True)
class Said:
    capability: str
    half: str
    holds: bool
    sentence: str


def key_of(capability: str) -> str:
    return KEYS.get(capability, capability.replace("-", "_"))


@cache
def shop(*, is_able: bool) -> Ledger:
    """Marno has every capability or none, and Velda is its opposite."""
    names = list(words("concepts"))
    rows = {"Marno": is_able, "Velda": not is_able}
    lines = ["sku,title," + ",".join(key_of(name) for name in names)]
    for name, value in rows.items():
        lines.append(f"{name[0]}1,{name}," + ",".join(["yes" if value else "no"] * len(names)))
    with TemporaryDirectory() as folder:
        (Path(folder) / "shop.toml").write_text(SHOP, "utf-8")
        (Path(folder) / "products.csv").write_text("\n".join(lines) + "\n", "utf-8")
        return read_ledger(load_shop(Path(folder)))


@cache
def columns() -> dict[str, str]:
    """What the ledger calls the column of each capability."""
    _, *keys = shop(is_able=True).headers
    return dict(zip(words("concepts"), keys, strict=True))


def said(language: str) -> list[Said]:
    table: dict[str, list[str]] = tomllib.loads((SAID / f"capabilities_{language}.toml").read_text("utf-8"))
    return [
        Said(name, HALVES[place % 2], place < len(rows) // 2, sentence)
        for name, rows in table.items()
        if name != "innocent"
        for place, sentence in enumerate(rows)
    ]


def innocent(language: str) -> list[str]:
    """Sentences near these words that say nothing of a product."""
    table: dict[str, list[str]] = tomllib.loads((SAID / f"capabilities_{language}.toml").read_text("utf-8"))
    return table["innocent"]


def blocks(language: str, sentence: str, *, is_able: bool) -> list[Finding]:
    ledger = shop(is_able=is_able)
    market = next(each for each in ledger.shop.markets if each.language == language)
    draft = parse_draft(f"---\ntitle: …\nmarket: {market.locale}\n---\n{sentence}\n", "page.md")
    return [
        finding
        for finding in examine(Reading(draft, ledger, market), RULES)
        if finding.severity is Severity.BLOCK
    ]


def is_stopped(language: str, row: Said, *, is_able: bool) -> bool:
    """Whether it is held against the column of its capability and found to be false."""
    own, found = columns()[row.capability], blocks(language, row.sentence, is_able=is_able)
    stated = {finding.evidence.value.partition(".")[2].partition(" ")[0] for finding in found}
    return own in stated or any(
        each.is_key(own) and any(map(each.is_key, stated)) for each in capabilities("en")
    )


@pytest.mark.parametrize("language", LOCALES)
def test_every_capability_has_its_sentences_and_a_column(language: str) -> None:
    known = {row.name: row for row in capabilities("en")}
    assert {row.capability for row in said(language)} == set(known)
    assert [name for name, row in known.items() if not row.is_key(key_of(name))] == []


@pytest.mark.parametrize(("language", "half"), FLOORS)
def test_what_is_false_is_stopped(language: str, half: str) -> None:
    rows = [row for row in said(language) if row.half == half]
    missed = [row for row in rows if not is_stopped(language, row, is_able=not row.holds)]
    assert 1 - len(missed) / len(rows) >= FLOORS[language, half], len(missed)


@pytest.mark.parametrize("language", LOCALES)
def test_what_is_true_passes(language: str) -> None:
    wrong = [row for row in said(language) if is_stopped(language, row, is_able=row.holds)]
    assert [row.sentence for row in wrong if row.half == "open"] == []
    assert len(wrong) <= TAKEN_WRONGLY[language]


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("is_able", [True, False])
def test_what_says_nothing_of_a_product_passes(language: str, is_able: bool) -> None:
    assert [each for each in innocent(language) if blocks(language, each, is_able=is_able)] == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The Marno is hand wash only."),
        ("fr", "Le Marno se lave uniquement à la main."),
        ("es", "El Marno solo se lava a mano."),
    ],
)
@pytest.mark.parametrize("column", ["machine_washable", "dishwasher_safe"])
def test_by_hand_only_says_no_of_both_machines(
    asked: Callable[..., list[tuple[str, str]]], language: str, sentence: str, column: str
) -> None:
    able, unable = (f"sku,title,{column}\nM1,Marno,{cell}\n" for cell in ("yes", "no"))
    assert [rule for rule, _ in asked(able, language, sentence, "capability.")] == ["capability.contradicted"]
    assert asked(unable, language, sentence, "capability.") == []


def main(language: str) -> None:
    rows = said(language)
    found = {row: is_stopped(language, row, is_able=not row.holds) for row in rows}
    wrong = {row: is_stopped(language, row, is_able=row.holds) for row in rows}
    for half in HALVES:
        part = [row for row in rows if row.half == half]
        share = sum(found[row] for row in part) / len(part)
        print(language, half, f"{share:.3f}", "wrong:", sum(wrong[row] for row in part))  # noqa: T201
    for row in rows:
        if row.half == "open" and (wrong[row] or not found[row]):
            print("  WRONG" if wrong[row] else "  ", row.capability, row.holds, row.sentence)  # noqa: T201
    for sentence in innocent(language):
        stops = [found for each in (True, False) for found in blocks(language, sentence, is_able=each)]
        if stops:
            print("  NOT INNOCENT", sentence, {found.evidence.value for found in stops})  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1])
