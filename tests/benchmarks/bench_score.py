"""Prints how far each damage lowers the score, per language: the share of articles that lose what they should.

    python tests/benchmarks/bench_score.py [KIND]

With a KIND, every article that does not lose enough is named. Code alone, no judge; ten clean articles a language.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from content.checks import check  # noqa: E402 - the line above makes our own rooms importable
from content.files import parse_draft  # noqa: E402
from content.ledger.ledger import read_ledger  # noqa: E402
from content.score import score  # noqa: E402
from content.shop import load_shop  # noqa: E402
from seo.records import LANGUAGES  # noqa: E402
from tests.content.score import damage  # noqa: E402

CHECKS = ROOT / "tests" / "content" / "checks"
LOSSES = {
    "salad_inside": 40, "salad_across": 40, "duplicated": 5, "truncated": 12, "truncated_at_a_sentence": 12,
    "stuffed": 8, "unanswered": 10, "with_filler": 0, "other_body": 25, "other_title": 8, "unstructured": 3,
    "without_words_for_a_picture": 3, "skipped_level": 3, "noisy": 6,
}  # fmt: skip
MOST = {"emptied": 5, "salad_inside": 20, "salad_across": 20, "soup": 15, "soup_in_sentences": 15}
SAME = (
    "crlf",
    "wide_gaps",
    "decomposed",
    "composed",
    "other_quotes",
    "other_digits",
    "millimetres",
    "number_words",
)

LEDGER = read_ledger(load_shop(CHECKS / "shop"))
MARKETS = {market.locale: market for market in LEDGER.shop.markets}


def points(text: str) -> float:
    draft = parse_draft(text, "article.md")
    market = MARKETS[draft.market]
    return score(draft, check(draft, LEDGER, market), LEDGER, market).points


def outcomes(language: str) -> Iterator[tuple[str, str, bool, str]]:
    """Damage, article, whether it did what it should, and the figures."""
    paths = sorted((CHECKS / "corpus" / language).glob("*.md"))
    texts = [path.read_text("utf-8") for path in paths]
    for number, (path, text) in enumerate(zip(paths, texts, strict=True)):
        whole = points(text)
        yield "whole", path.stem, True, f"{whole}"
        other = texts[(number + 3) % len(texts)]
        for name in [*LOSSES, *MOST, *SAME]:
            second = other if name.startswith("other_") and name in LOSSES else language
            after = points(getattr(damage, name)(text, second))
            figures = f"{whole} -> {after}"
            if name in LOSSES:
                yield f"{name} -{LOSSES[name]}", path.stem, after <= whole - LOSSES[name] + 0.05, figures
            if name in MOST:
                yield f"{name} <={MOST[name]}", path.stem, after <= MOST[name], figures
            if name in SAME:
                yield f"{name} ==", path.stem, abs(after - whole) <= 1, figures


def main(asked: str = "") -> None:
    table: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for language in LANGUAGES:
        for kind, name, is_right, figures in outcomes(language):
            table[kind][language].append(is_right)
            if asked and (asked == "all" or kind.startswith(asked)) and (not is_right or kind == "whole"):
                print(f"{language} {name}: {kind} {figures}")  # noqa: T201
    print(f"{'':32}" + "".join(f"{language:>6}" for language in LANGUAGES) + f"{'all':>8}")  # noqa: T201
    for kind, row in table.items():
        everything = [is_right for found in row.values() for is_right in found]
        cells = "".join(f"{sum(row[language]):>3}/{len(row[language])}" for language in LANGUAGES)
        print(f"{kind:32}{cells}{sum(everything) / len(everything):>8.0%}")  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:2])
