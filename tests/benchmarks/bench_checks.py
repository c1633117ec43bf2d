"""Prints what the checks cost: CPU and wall seconds and peak memory.

    python tests/benchmarks/bench_checks.py [CORPORA]

First one article of 1,500 words against a ledger of 20,000 products with 20 attributes: load, first check and next
checks apart (the bar is 150 ms after the load). Then 1,000 articles in two processes (the bar is 2 minutes on two
cores): those of a folder of corpora (content/corruption/corpus.py), without one those of the tests, repeated under
changed titles. Nothing is asserted: machines differ.
"""

import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from content.checks import check  # noqa: E402 - the line above makes our own rooms importable
from content.corruption.corpus import SHIPPED  # noqa: E402
from content.files import parse_draft  # noqa: E402
from content.ledger.ledger import Ledger, read_ledger  # noqa: E402
from content.records import Quantity  # noqa: E402
from content.shop import load_shop  # noqa: E402
from tests.benchmarks.bench_ledger import write_shop  # noqa: E402
from tests.benchmarks.cost import Clock, peak_mb, say  # noqa: E402

PRODUCTS, ATTRIBUTES, WORDS, ARTICLES, PROCESSES, AGAIN = 20_000, 20, 1_500, 1_000, 2, 5
Job = tuple[str, str]  # the folder of a shop, the text of an article


def sentences(ledger: Ledger) -> Iterator[str]:
    """What an article on a dozen products of the large shop may say of them, true by the ledger."""
    for product in islice(ledger.families(), 0, None, max(1, len(ledger.products) // 12)):
        name = ledger.name(product.handle, "en")
        yield f"\n\n## {name}\n\nHere is what there is to know of it before you order."
        for part in (product.handle, *product.variants)[:1]:
            for fact in ledger.facts(part):
                if isinstance(fact.value, Quantity):
                    label = fact.key.replace("_", " ")
                    yield f"{name} has a {label} of {fact.value.amount} {fact.value.unit}, and that is stated."


def article(ledger: Ledger, number: int) -> str:
    """About 1,500 words; every number gives another title and another first sentence."""
    words: list[str] = []
    for sentence in cycle(sentences(ledger)):
        words.append(sentence)
        if len(" ".join(words).split()) >= WORDS:
            break
    front = f"---\ntitle: A dozen things compared, part {number}\nmarket: en-US\n---\n"
    return f"{front}This is part {number} of a long comparison. {' '.join(words)}\n"


def one_article() -> None:
    """The large ledger, in this process alone."""
    with tempfile.TemporaryDirectory() as folder:
        write_shop(Path(folder), PRODUCTS, ATTRIBUTES, is_dated=False)
        clock = Clock()
        ledger = read_ledger(load_shop(Path(folder)))
        say(f"load {PRODUCTS} x {ATTRIBUTES}: {clock.told(3)}")
    market = next(market for market in ledger.shop.markets if market.locale == "en-US")
    drafts = [parse_draft(article(ledger, number), f"{number}.md") for number in range(AGAIN + 1)]
    clock = Clock()
    found = check(drafts[0], ledger, market)
    say(f"first check of {len(drafts[0].body.split())} words: {clock.told(3)}, {len(found)} findings")
    times = []
    for draft in drafts[1:]:
        begun = time.process_time()
        check(draft, ledger, market)
        times.append(time.process_time() - begun)
    say(
        f"next checks: median {statistics.median(times):.3f} s CPU, most {max(times):.3f}, {peak_mb():.0f} MB"
    )


def jobs(folder: Path | None) -> list[Job]:
    """A thousand articles, each with the folder of its shop."""
    given = folder or (SHIPPED if SHIPPED.is_dir() else None)
    if given:
        paths = [(path.parents[2] / "shop", path) for path in sorted(given.glob("*/articles/*/*.md"))]
    else:
        checks = ROOT / "tests" / "content" / "checks"
        paths = [(checks / "shop", path) for path in sorted((checks / "corpus").glob("*/*.md"))]
    if not paths:
        raise SystemExit(f"No articles in {given}: name a folder that holds */shop and */articles/*/*.md.")
    texts = [(str(shop), path.read_text(encoding="utf-8")) for shop, path in paths]
    return [
        (shop, re.sub(r"(?m)^title: *(['\"]?)", rf"title: \g<1>No. {number}, ", text, count=1))
        for number, (shop, text) in enumerate(islice(cycle(texts), ARTICLES))
    ]


def work(share: list[Job]) -> tuple[int, float, float]:
    """Check some articles in a process of its own: findings, CPU seconds, peak MB."""
    ledgers: dict[str, Ledger] = {}
    count = 0
    for shop, text in share:
        if shop not in ledgers:
            ledgers[shop] = read_ledger(load_shop(Path(shop)))
        draft = parse_draft(text, "page.md")
        markets = {market.locale: market for market in ledgers[shop].shop.markets}
        count += len(check(draft, ledgers[shop], markets[draft.market]))
    return count, time.process_time(), peak_mb()


def many_articles(folder: Path | None) -> None:
    """Loading the shops and the words is counted: it is what a run costs."""
    every = jobs(folder)
    clock = Clock()
    with get_context("spawn").Pool(PROCESSES) as pool:
        done = pool.map(work, [every[place::PROCESSES] for place in range(PROCESSES)], chunksize=1)
    cpu, memory = sum(cpu for _, cpu, _ in done), sum(mb for _, _, mb in done)
    say(f"{len(every)} articles in {PROCESSES} processes: {cpu:.1f} s CPU, {clock.wall:.1f} s wall, {memory:.0f} MB together, "
        f"{sum(count for count, _, _ in done)} findings")  # fmt: skip


def main() -> None:
    """The first case in a process of its own, so that its memory is not counted twice."""
    if sys.argv[1:] == ["--one"]:
        one_article()
        return
    subprocess.run([sys.executable, __file__, "--one"], cwd=ROOT, check=True)
    many_articles(Path(sys.argv[1]) if sys.argv[1:] else None)


if __name__ == "__main__":
    main()
