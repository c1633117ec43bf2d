"""A brief does not have a page say "we do not know" of what some versions of a product state."""

from pathlib import Path

import pytest

from content.briefs.naming import Names
from tests.content.briefs.packs import PRODUCTS, brief_of, read
from tests.content.briefs.test_scope import REPAIRABLE

HEAD, *ROWS = PRODUCTS.splitlines()
VERSIONS = "\n".join(
    (
        f"{HEAD},group",
        *(f"{row}," for row in ROWS if not row.startswith("Lore")),
        *(
            ",".join((f"Lore-{colour}", *[f"Lore {colour}"] * 6, "backpacks", f"15,no,{told},{colour},90", "no,yes,no,yes,50", "lore"))
            for colour, told in (("red", "no"), ("blue", "no"), ("green", ""))
        ),
    )
)  # fmt: skip


@pytest.mark.parametrize("language", REPAIRABLE)
def test_what_some_versions_state_is_said_of_these(tmp_path: Path, language: str) -> None:
    ledger = read(tmp_path, VERSIONS)
    brief = brief_of(ledger, language, (REPAIRABLE[language], 3))
    label = ledger.lexicon.attribute("repairable", language) or "-"
    barred = {each.what: each.why for each in brief.never if each.what.startswith(label)}
    (of_lore,) = [why for what, why in barred.items() if "Lore" in what]
    market = next(each for each in ledger.shop.markets if each.language == language)
    red, blue, green = (
        Names(ledger, market, None).shown(each, "colour") for each in ledger.products["lore"].variants
    )
    assert red in of_lore
    assert blue in of_lore
    assert green not in of_lore
    (of_marsch,) = [why for what, why in barred.items() if "Marsch" in what]
    assert of_marsch != of_lore
