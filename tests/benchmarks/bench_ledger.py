"""Prints what it costs to read a large shop: CPU and wall seconds and peak memory of a process of its own.

    python tests/benchmarks/bench_ledger.py [PRODUCTS [ATTRIBUTES]]

Without numbers: 20,000 products with 20 attributes (the bar is 5 s and 500 MB), the same with sales and two further
lists, and a ledger of a million facts. Nothing is asserted: machines differ.
"""

import csv
import random
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.cost import Clock, say  # noqa: E402 - the line above makes our own rooms importable

KINDS = ("kettle", "toaster", "curtain", "lamp", "slipper", "blender", "coffee maker", "waffle iron")
SHOP = (
    'name = "Big"\nlanguage = "en"\ncurrency = "EUR"\n[[markets]]\nlocale = "de-DE"\ncurrency = "EUR"\n'
    '[[markets]]\nlocale = "en-US"\ncurrency = "USD"\n'
)


def write_shop(folder: Path, products: int, attributes: int, *, is_dated: bool) -> None:
    """A shop of invented products, two thirds of them in families of three; always the same one."""
    (folder / "shop.toml").write_text(SHOP, encoding="utf-8")
    rng = random.Random(1)
    dated = ("sale_price", "sale_from", "sale_until") if is_dated else ()
    header = [
        "sku",
        "group",
        "title",
        "price",
        *dated,
        "availability",
        "description",
        *map(_header, range(attributes)),
    ]
    with (folder / "products.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for product in range(products):
            sale = ("4.50", "2026-11-20", "2026-11-30") if is_dated else ()
            writer.writerow(
                [
                    f"SKU-{product}",
                    f"G{product // 3}" if product % 3 else "",
                    f"Brand{product % 50} {rng.choice(KINDS)} X{product}",
                    f"{rng.randint(5, 500)}.{rng.randint(10, 99)}",
                    *sale,
                    "in stock",
                    f"A good thing for every home, {rng.randint(100, 3000)} W.",
                    *(_cell(attribute, rng) for attribute in range(attributes)),
                ]
            )
    if is_dated:
        (folder / "products").mkdir()
        for part in range(2):
            rows = "".join(f"SKU-{product},Thing {product},yes\n" for product in range(part, products, 2))
            (folder / "products" / f"more-{part}.csv").write_text(
                f"sku,title,Cordless\n{rows}", encoding="utf-8"
            )


def _header(attribute: int) -> str:
    return (
        f"Attr{attribute} [cm]",
        f"Feature {attribute}",
        f"Material {attribute}",
        f"Load {attribute} [W]",
    )[attribute % 4]


def _cell(attribute: int, rng: random.Random) -> str:
    return (
        str(rng.randint(1, 300)),
        rng.choice(("yes", "no")),
        rng.choice(("polyester", "cotton", "steel", "glass")),
        str(rng.randint(100, 3000)),
    )[attribute % 4]


def measure(folder: Path) -> None:
    """Read the shop in this process and print one line."""
    from content.ledger.ledger import read_ledger  # noqa: PLC0415  importing is no part of the load
    from content.shop import load_shop  # noqa: PLC0415

    shop = load_shop(folder)
    clock = Clock()
    ledger = read_ledger(shop)
    say(f"{len(ledger.products)} products and families: {clock.told(2)}")


def main() -> None:
    """Each case in a process of its own, so that no memory is counted twice."""
    if sys.argv[1:2] == ["--measure"]:
        measure(Path(sys.argv[2]))
        return
    asked = [int(word) for word in sys.argv[1:3]]
    cases = (
        [(asked[0], (asked[1:] or [20])[0], False)]
        if asked
        else [(20_000, 20, False), (20_000, 20, True), (50_000, 20, False)]
    )
    for products, attributes, is_dated in cases:
        with tempfile.TemporaryDirectory() as folder:
            write_shop(Path(folder), products, attributes, is_dated=is_dated)
            sys.stdout.write(
                f"{products} x {attributes}{', with sales and further lists' if is_dated else ''}: "
            )
            sys.stdout.flush()
            command = [sys.executable, str(Path(__file__)), "--measure", folder]
            subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, check=True)


if __name__ == "__main__":
    main()
