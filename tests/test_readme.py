"""What the README says can be done, is done here."""

import contextlib
import re
from datetime import date
from pathlib import Path
from typing import Any

from content.ledger.ledger import read_ledger
from content.plan.plan import plan
from content.records import Action, Article, State
from content.shop import load_shop
from content.writing.assembler import assemble
from flows.__main__ import main
from seo.records import SignalKind
from seo.signals.tables import read_table

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def recipe(name: str) -> Any:
    """The class that a block of Python in the README defines."""
    block = next(b for b in re.findall(r"(?s)```python\n(.*?)```", README) if f"class {name}(" in b)
    assert len(block.splitlines()) <= 22
    space: dict[str, Any] = {}
    exec(block, space)  # the README is ours
    return space[name]


def test_the_recipe_for_a_shape_of_signals_works() -> None:
    wishes = recipe("Wishes")()
    table = read_table(b"wish,votes\nCan I cut it?,3\n", "wishes.csv", {})
    assert wishes.recognises(table)
    (seen,) = wishes.read(table)
    assert (seen.text, seen.kind, seen.count) == ("Can I cut it?", SignalKind.QUESTION, 3)


def test_the_recipe_for_a_publisher_works(tmp_path: Path) -> None:
    ledger = read_ledger(load_shop(ROOT / "flows" / "demo_shop"))
    chosen = plan([], ledger, (), ledger.shop.markets, "2026-W48", 1)
    assignment = next(a for a in chosen if a.action is Action.WRITE)
    article = Article("k", "page", assignment, assemble(assignment, ledger), state=State.APPROVED)
    (done,) = recipe("Folder")().publish([article], ledger, tmp_path, date(2026, 11, 23))
    assert done.state is State.PUBLISHED
    assert "{{" not in (tmp_path / "page.md").read_text(encoding="utf-8")


def test_the_market_of_the_recipe_is_valid(tmp_path: Path) -> None:
    market = re.search(r"(?s)```toml\n(.*?)```", README)
    assert market
    (tmp_path / "products.csv").write_text("sku,title\nA,Lamp\n", encoding="utf-8")
    (tmp_path / "shop.toml").write_text(f'name = "x"\nlanguage = "en"\n{market[1]}', encoding="utf-8")
    assert load_shop(tmp_path).markets[0].locale == "fr-CH"


def test_every_file_named_exists() -> None:
    named = re.findall(r"`((?:seo|content|flows|tests)/[\w./]+\.(?:py|toml|csv))`", README)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_command_of_the_readme_is_known(capsys: Any) -> None:
    asked = set(re.findall(r"acreage ([a-z]+)", README))
    with contextlib.suppress(SystemExit):
        main(["--help"])
    known = set(re.findall(r"(?m)^    ([a-z]+) ", capsys.readouterr().out))
    assert asked <= known | {"week"}
