"""Tokens, cost and overhead of an article, over the golden articles with their recorded answers.

    python tests/benchmarks/bench_writer.py [20]      how many articles are in flight at once

Tokens are estimated by `content/models/tokens.py`, a little above what common tokenizers need: what a request holds, and
what the recorded answer has. Writer and judge are counted apart. CPU is all that is not the model's: prompts, reading of
answers, binding, checks after every round, score.
"""

import statistics
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice

from content.models import tokens
from content.models.limits import MILLION
from content.models.model import Answer
from content.models.prices import price_of
from flows.turn import TURN
from tests.benchmarks.cost import Clock, peak_mb, say
from tests.golden import Case, Recorded, RecordedJudge, cases, judged, ledger_of, read, write

MODEL = "deepseek-flash"
BARS = "bars: median 25,000 in and 6,000 out, worst 40,000 and 8,000; 2 CPU s an article; 800 MB for 20"


def counted(model: Recorded) -> tuple[int, int]:
    """Tokens in and out of everything a model was asked."""
    sent = sum(tokens.about(*(m.text for m in request.messages)) for request, _ in model.asked)
    return sent, sum(tokens.about(text) for _, text in model.asked)


def run(case: Case) -> tuple[str, tuple[int, int], tuple[int, int]]:
    """One article, at its turn: as in a week, stages compute one at a time and let go while a model is waited for."""
    with TURN:
        return write_and_judge(case)


def write_and_judge(case: Case) -> tuple[str, tuple[int, int], tuple[int, int]]:
    """One article from its brief to its score."""
    writer = Recorded("desk-writer", case.writer)
    written = write(case, writer)
    judge = RecordedJudge("desk-judge", case.judge)
    judged(case, written, judge)
    return case.name, counted(writer), counted(judge)


def main(at_once: int) -> None:
    """Print the table and the sums."""
    chosen = [read(name) for name in islice(cycle(cases()), at_once)]
    for case in chosen:
        ledger_of(case.shop)  # read once for a week, not once an article
    run(chosen[0])
    clock = Clock()
    with ThreadPoolExecutor(at_once) as pool:
        told = list(pool.map(run, chosen))
    wall, used = clock.wall, clock.cpu
    for name, writer, judge in told[: len(cases())]:
        say(
            f"{name:28} writer {writer[0]:6,} in {writer[1]:5,} out   judge {judge[0]:6,} in {judge[1]:5,} out"
        )
    for label, at in (("writer", 1), ("judge", 2)):
        ins, outs = [each[at][0] for each in told], [each[at][1] for each in told]  # type: ignore[index]
        say(
            f"{label}: median {statistics.median(ins):,.0f} in, {statistics.median(outs):,.0f} out; "
            f"worst {max(ins):,} in, {max(outs):,} out"
        )
    price = price_of("https://api.deepseek.com/v1", MODEL)
    assert price is not None
    for label, at in (("writer", 1), ("judge", 2)):
        spent = sum(price.cost(Answer("", *each[at])) or 0 for each in told) / MILLION  # type: ignore[misc]
        say(f"{at_once} articles, {label}, at the list price of {MODEL}: {spent:.4f} US dollars")
    say(
        f"{at_once} in flight: CPU {used:.1f} s ({used / at_once:.2f} s an article), wall {wall:.1f} s, peak {peak_mb():.0f} MB"
    )
    say(BARS)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
