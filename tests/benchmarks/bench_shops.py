"""Prints what the checks do on invented shops with honest articles and lies: blocks by mistake, lies found.

    python tests/benchmarks/bench_shops.py [-v] [FOLDER...]     FOLDER: shops like those of tests/data/shops (default)

`-v` lists every block of an honest article and every lie that was missed.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.cost import Clock, say
from tests.content.checks.shops import FOLDER, SHOPS, measure

KINDS = ("number", "flip", "invented")


def main(folders: list[Path], *, is_long: bool) -> None:
    columns = "".join(f"{kind:>12}" for kind in KINDS)
    told = [f"{'shop':12}{'articles':>10}{'blocked':>9}{'blocks':>8}{'warned':>8}{columns}"]
    clock = Clock()
    blocks = lies = found = 0
    for folder in folders:
        got = measure(folder)
        kinds = "".join(f"{got.found[kind]:>7} / {got.lies[kind]:>2}" for kind in KINDS)
        counts = f"{got.articles:>10}{got.blocked:>9}{len(got.blocks):>8}{got.warnings:>8}"
        told.append(f"{folder.name:12}{counts}{kinds}")
        if is_long:
            told += [f"    blocked {each}" for each in got.blocks] + [
                f"    missed {each}" for each in got.missed
            ]
        blocks, lies, found = blocks + len(got.blocks), lies + got.lies.total(), found + got.found.total()
    told.append(f"{blocks} blocks by mistake, {found} of {lies} lies found")
    told.append(clock.told())
    say("\n".join(told))


if __name__ == "__main__":
    named = [Path(each) for each in sys.argv[1:] if each != "-v"]
    main(named or [FOLDER / name for name in SHOPS], is_long="-v" in sys.argv)
