"""What is installed, and what is shipped."""

import re
import tomllib
from pathlib import Path

from tests.locks import pins

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_uv_and_pip_install_the_same_versions() -> None:
    assert PROJECT["tool"]["uv"]["constraint-dependencies"] == pins(LOCK)


def test_the_lock_pins_hashes_and_holds_no_address() -> None:
    assert LOCK.count("--hash=sha256:") > len(pins(LOCK))
    assert "://" not in LOCK
    assert "--index" not in LOCK


def test_every_direct_dependency_is_locked() -> None:
    locked = {re.split(r"[=\[]", pin)[0].lower().replace("_", "-") for pin in pins(LOCK)}
    direct = {
        re.split(r"[<>=!\[; ]", line)[0].lower().replace("_", "-")
        for line in PROJECT["project"]["dependencies"]
    }
    assert direct - locked == set()


def test_fastapi_stays_capped() -> None:
    # prefect 3.8.8 dies on fastapi>=0.156: "Body() got an unexpected keyword argument 'min_items'"
    assert "fastapi>=0.139,<0.151" in PROJECT["project"]["dependencies"]


def test_no_torch_and_no_look_alikes_in_the_lock() -> None:
    assert not re.search(r"(?m)^(torch|transformers|sentence-transformers)==", LOCK)
    assert "==999" not in LOCK
