"""One lock for pip and uv: `python tests/locks.py` resolves anew, writes requirements.lock and uv's constraints.

requirements.lock is universal, pins by hash and holds no download address. uv's own lock file would, so it stays
out of the repository, and uv is held to the same versions by `constraint-dependencies` in pyproject.toml.
"""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"(?s)# constraints from requirements.lock\nconstraint-dependencies = \[.*?\n\]\n")
COMPILE = (
    "uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes "
    "--no-emit-index-url --no-header --no-annotate --upgrade --quiet -o requirements.lock"
)


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


def constrain(lock: str) -> None:
    """Write the constraints of a lock into pyproject.toml."""
    path = ROOT / "pyproject.toml"
    path.write_text(BLOCK.sub(lambda _: block(lock), path.read_text(encoding="utf-8")), encoding="utf-8")


def main() -> None:
    """Resolve without the old constraints, then write the new ones."""
    constrain("")
    subprocess.run(COMPILE.split(), cwd=ROOT, check=True)
    constrain((ROOT / "requirements.lock").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
