"""One lock for pip and uv: `python tests/locks.py` writes uv's constraints in pyproject.toml from requirements.lock.

requirements.lock itself comes from
    uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-header --no-annotate -o requirements.lock
and holds no download address. uv's own lock file would, so it stays out of the repository.
"""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"(?s)# constraints from requirements.lock\nconstraint-dependencies = \[.*?\n\]\n")


def pins(lock: str) -> list[str]:
    """`name==version` with its marker, as the lock states them."""
    return [
        line.removesuffix("\\").strip()
        for line in lock.splitlines()
        if re.match(r"^[A-Za-z0-9][A-Za-z0-9._-]*==", line)
    ]


def block(lock: str) -> str:
    """The lines that belong into [tool.uv]."""
    lines = "".join(f'  "{pin}",\n' for pin in pins(lock))
    return f"# constraints from requirements.lock\nconstraint-dependencies = [\n{lines}]\n"


def main() -> None:
    """Write the block into pyproject.toml."""
    path = ROOT / "pyproject.toml"
    text = path.read_text(encoding="utf-8")
    new = block((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    path.write_text(BLOCK.sub(lambda _: new, text), encoding="utf-8")


if __name__ == "__main__":
    main()
