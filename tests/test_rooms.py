"""The walls of the house: who may import whom, what is ours, and what must not be there."""

import ast
import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "seo": {"seo"},
    "content": {"content", "seo"},
    "flows": {"flows", "content", "seo", "prefect"},
}
WALLED = {"seo", "content", "flows", "prefect"}


def imported(path: Path) -> set[str]:
    """Top-level names that a file imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_imports_run_flows_content_seo_and_never_back(room: str) -> None:
    breaks = {
        str(path.relative_to(ROOT)): sorted(imported(path) & WALLED - MAY_IMPORT[room])
        for path in sorted((ROOT / room).rglob("*.py"))
        if imported(path) & WALLED - MAY_IMPORT[room]
    }
    assert breaks == {}


def test_the_environment_is_read_in_bootstrap_alone() -> None:
    readers = [
        str(path.relative_to(ROOT))
        for room in MAY_IMPORT
        for path in sorted((ROOT / room).rglob("*.py"))
        if "os.environ" in path.read_text(encoding="utf-8") or "getenv(" in path.read_text(encoding="utf-8")
    ]
    assert readers in ([], ["flows/bootstrap.py"])


def test_broad_excepts_stand_in_flows_only() -> None:
    broad = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for room in ("seo", "content")
        for path in sorted((ROOT / room).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id == "Exception"))
    ]
    assert broad == []


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_the_rooms_are_ours_and_not_a_package_of_the_same_name(room: str) -> None:
    spec = importlib.util.find_spec(room)
    assert spec is not None and spec.origin is not None
    assert Path(spec.origin).parent.parent == ROOT


@pytest.mark.parametrize("name", ["torch", "transformers", "sentence_transformers", "spacy", "nltk"])
def test_no_heavy_language_package_is_installed(name: str) -> None:
    assert importlib.util.find_spec(name) is None
