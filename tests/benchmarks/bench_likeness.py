"""Prints how well a likeness tells a passage that answers a question from one about the same thing, six languages.

    python tests/benchmarks/bench_likeness.py

`tests/data/research/likeness.toml`: each language is held against the floor that the five others set; `far` are passages about
something else. What it prints last is what belongs into content/research/likeness.toml.
"""

import sys
import tomllib
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from content.research.likeness import floors, likeness
from seo.encoders.universal import Universal
from seo.records import LANGUAGES
from tests.benchmarks.cost import say

DATA = Path(__file__).parents[1] / "data" / "research" / "likeness.toml"
Pair = tuple[str, int, str, float]  # language, number, kind, likeness


class Measured:
    """One encoder over all items."""

    def __init__(self) -> None:
        items = tomllib.loads(DATA.read_text(encoding="utf-8"))["item"]
        self.encoder = Universal()
        self.pairs: list[Pair] = []
        self.cosines: list[Pair] = []
        self.first = 0
        for language in LANGUAGES:
            mine = [item for item in items if item["lang"] == language]
            asked = [item["asks"] for item in mine]
            texts = [item["answers"] for item in mine] + [item["near"] for item in mine]
            found = likeness(asked, texts, language, self.encoder)
            plain = self.encoder.encode(asked) @ self.encoder.encode(texts).T
            for row in range(len(mine)):
                self.first += int(found[row].argmax()) == row
                for column in range(len(texts)):
                    kind = {row: "answers", row + len(mine): "near"}.get(column, "far")
                    self.pairs.append((language, row, kind, float(found[row, column])))
                    self.cosines.append((language, row, kind, float(plain[row, column])))


def values(pairs: list[Pair], kind: str, among: tuple[str, ...] = LANGUAGES) -> np.ndarray:
    """The likenesses of a kind in some languages."""
    return np.array([value for language, _, of, value in pairs if of == kind and language in among])


def balanced(pairs: list[Pair], floor: float, among: tuple[str, ...] = LANGUAGES) -> float:
    """Half the share of answers above a floor, half that of others below it."""
    answers, near = values(pairs, "answers", among), values(pairs, "near", among)
    return float((np.mean(answers >= floor) + np.mean(near < floor)) / 2)


def best(pairs: list[Pair], among: tuple[str, ...] = LANGUAGES) -> float:
    """The floor that does best in some languages: the middle of the five best, which moves less than the best one."""
    ordered = sorted(np.arange(0.2, 1.2, 0.01), key=lambda floor: -balanced(pairs, floor, among))
    return float(np.median(ordered[:5]))


def unseen(pairs: list[Pair]) -> dict[str, float]:
    """Each language with the floor that the five others set."""
    others = {language: tuple(each for each in LANGUAGES if each != language) for language in LANGUAGES}
    return {each: balanced(pairs, best(pairs, others[each]), (each,)) for each in LANGUAGES}


def main() -> None:
    """Measure and print."""
    told = Measured()
    for name, pairs in (("cosine alone", told.cosines), ("likeness", told.pairs)):
        held = unseen(pairs)
        each = ", ".join(f"{language} {share:.0%}" for language, share in held.items())
        say(
            f"{name}: floor {best(pairs):.2f}; right where the five others set it: {np.mean([*held.values()]):.0%} ({each})"
        )
    floor = best(told.pairs)
    stated = floors(told.encoder.name)
    if stated:
        say(f"stated floor {stated.answers}: {balanced(told.pairs, stated.answers):.0%} of all")
    far = values(told.pairs, "far")
    say(
        f"about something else: {np.mean(far >= floor):.1%} above the floor, 90th percentile {np.quantile(far, 0.9):.2f}"
    )
    say(f"first of 16 passages is the answer: {told.first} of {len(LANGUAGES) * 8}")
    say(f'["{told.encoder.name}"]\nanswers = {floor:.2f}\nnear = {np.quantile(far, 0.9):.2f}')


if __name__ == "__main__":
    main()
