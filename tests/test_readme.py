"""What the README says can be done, is done here."""

import contextlib
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from content.ledger.ledger import read_ledger
from content.plan.plan import plan
from content.records import Action, Article, State
from content.shop import load_shop
from content.writing.assembler import assemble
from flows.__main__ import main
from seo.errors import SourceChanged
from seo.records import Market, SignalKind
from seo.services import SERVICES
from seo.services.service import Ask, Seed
from seo.signals.tables import read_table
from seo.web.answers import Answer

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def recipe(name: str) -> Any:
    """The class that a block of Python in the README defines."""
    block = next(b for b in re.findall(r"(?s)```python\n(.*?)```", README) if f"class {name}(" in b)
    assert sum(bool(line.strip()) for line in block.splitlines()) <= 22
    space: dict[str, Any] = {}
    exec(block, space)  # the README is ours
    return space[name]


def settings(holding: str) -> str:
    """The block of TOML in the README that holds a table."""
    return next(block for block in re.findall(r"(?s)```toml\n(.*?)```", README) if holding in block)


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
    (tmp_path / "products.csv").write_text("sku,title\nA,Lamp\n", encoding="utf-8")
    (tmp_path / "shop.toml").write_text(
        f'name = "x"\nlanguage = "en"\n{settings("[[markets]]")}', encoding="utf-8"
    )
    assert load_shop(tmp_path).markets[0].locale == "fr-CH"


def test_the_services_of_the_readme_are_those_there_are(tmp_path: Path) -> None:
    (tmp_path / "products.csv").write_text("sku,title\nA,Lamp\n", encoding="utf-8")
    text = f'name = "x"\nlanguage = "en"\n{settings("[[markets]]")}\n{settings("[listen]")}'
    (tmp_path / "shop.toml").write_text(text, encoding="utf-8")
    assert set(load_shop(tmp_path).listening.services) == {
        "wikipedia",
        "pageviews",
        "stack_exchange",
        "searxng",
    }
    listed = set(
        re.findall(r"`(\w+)`", README[README.index("| services |") : README.index("Every service is")])
    )
    assert set(SERVICES) <= listed


def test_the_recipe_for_a_service_works() -> None:
    votes = recipe("Votes")()
    market = Market("en-GB", "GBP")
    ask = Ask((Seed("curtains", market),), (market,), date(2026, 11, 1), date(2026, 11, 25))
    (errand,) = votes.errands(ask)
    answer = Answer(
        errand.request.url, 200, {}, b'[{"text": "Can I cut it?", "votes": 3}]', datetime.now(UTC)
    )
    (seen,) = votes.parse(answer, errand).sightings
    assert (seen.text, seen.kind, seen.votes) == ("Can I cut it?", SignalKind.QUESTION, 3)
    with pytest.raises(SourceChanged):
        votes.parse(replace(answer, body=b"<html>"), errand)


def test_every_file_named_exists() -> None:
    named = re.findall(r"`((?:seo|content|flows|tests)/[\w./]+\.(?:py|toml|csv))`", README)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_command_of_the_readme_is_known(capsys: Any) -> None:
    asked = set(re.findall(r"acreage ([a-z]+)", README))
    with contextlib.suppress(SystemExit):
        main(["--help"])
    known = set(re.findall(r"(?m)^    ([a-z]+)(?: |$)", capsys.readouterr().out))
    assert asked <= known | {"week"}
