"""No change of what decides a key passes unseen."""

import ast
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import seo
from seo.rules import FILES, PACKAGES, rules, rules_of

HERE = Path(seo.__file__).parent
BESIDE = {"py3langid", "numpy"}  # tell the language of a text that says none, never its key


def imported(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def parsed(file: str) -> ast.Module:
    return ast.parse((HERE / file).read_text(encoding="utf-8"))


def behind(file: str) -> set[str]:
    """A module of ours with all that it takes from others when it is loaded."""
    found = {file}
    for name in imported(parsed(file).body):
        if name.startswith("seo."):
            found |= behind(f"{name.removeprefix('seo.')}.py")
    return found


def test_every_module_and_table_behind_a_key_is_in_the_sum() -> None:
    modules = behind("wordings.py")
    tables = {
        name for file in modules for name in re.findall(r'"(\w+\.toml)"', (HERE / file).read_text("utf-8"))
    }
    assert modules | tables <= set(FILES)
    assert {"wordings.py", "language.py", "wordings.toml", "language.toml"} <= modules | tables


def test_every_package_behind_a_key_is_in_the_sum() -> None:
    names = {
        name.split(".")[0] for file in behind("wordings.py") for name in imported(ast.walk(parsed(file)))
    }
    assert names - set(sys.stdlib_module_names) - {"seo"} - BESIDE <= set(PACKAGES)


@pytest.mark.parametrize("file", FILES)
def test_the_least_edit_is_another_sum(tmp_path: Path, file: str) -> None:
    for name in FILES:
        shutil.copy(HERE / name, tmp_path / name)
    assert rules_of(tmp_path) == rules()
    (tmp_path / file).write_bytes((tmp_path / file).read_bytes() + b"\n")
    assert rules_of(tmp_path) != rules()
