"""Prints F1@10 of `keyphrases` beside KeyBERT's defaults and, where it is installed, YAKE, on a public keyphrase set.

    python tests/benchmarks/bench_keyphrases.py FILE [COUNT]

FILE: one token and its B-KEY, I-KEY or O a line, a blank line between texts, as in
https://github.com/midas-research/keyphrase-extraction-as-sequence-labeling-data (MIT; Inspec, SemEval-2017).
Measured as is usual: stems in order, exact match, each phrase once, mean over texts.
"""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

import snowballstemmer

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from seo.encoders.by_language import ByLanguage  # noqa: E402 - the line above makes our own rooms importable
from seo.encoders.keybert import keybert_with  # noqa: E402
from seo.encoders.universal import Universal  # noqa: E402
from seo.keywords import keyphrases  # noqa: E402

TOP = 10
STEMMER = snowballstemmer.stemmer("porter")
BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}


def read(file: Path) -> Iterator[tuple[str, list[str]]]:
    """Texts and their phrases; a text without any is left out."""
    for block in re.split(r"\n\s*\n", file.read_text(encoding="utf-8", errors="replace")):
        rows = [line.split() for line in block.splitlines() if line.strip()]
        gold: list[list[str]] = []
        for row in rows:
            if row[-1].startswith("B"):
                gold.append([])
            if not row[-1].startswith("O") and gold:
                gold[-1].append(row[0])
        if gold:
            yield running([row[0] for row in rows]), [running(words) for words in gold]


def running(tokens: Sequence[str]) -> str:
    text = " ".join(BRACKETS.get(token, token) for token in tokens)
    return re.sub(r"([(\[]) ", r"\1", re.sub(r" ([.,;:!?)\]])", r"\1", text))


def stemmed(phrase: str) -> str:
    return " ".join(STEMMER.stemWord(word) for word in re.findall(r"\w+", phrase.lower()))


def f1(found: Sequence[str], gold: Sequence[str]) -> float:
    mine = list(dict.fromkeys(filter(None, map(stemmed, found))))[:TOP]
    theirs = set(map(stemmed, gold)) - {""}
    return 2 * len(theirs & set(mine)) / max(1, len(mine) + len(theirs))


def ways() -> dict[str, Callable[[str], list[str]]]:
    encoder, multilingual = ByLanguage(), Universal()
    plain = keybert_with(encoder.of("en", 1))
    found: dict[str, Callable[[str], list[str]]] = {
        "keyphrases": lambda text: [phrase for phrase, _ in keyphrases(text, "en", encoder, TOP)],
        "keyphrases, multilingual": lambda text: [p for p, _ in keyphrases(text, "en", multilingual, TOP)],
        "KeyBERT's defaults": lambda text: [phrase for phrase, _ in plain.extract_keywords(text, top_n=TOP)],
    }
    if find_spec("yake"):
        import yake  # noqa: PLC0415 - LGPL, never a dependency of ours

        extractor = yake.KeywordExtractor(lan="en", n=3, top=2 * TOP)
        found["YAKE"] = lambda text: [phrase for phrase, _ in extractor.extract_keywords(text)]
    return found


if __name__ == "__main__":
    texts = list(read(Path(sys.argv[1])))[: int(sys.argv[2]) if len(sys.argv) > 2 else None]
    for name, way in ways().items():
        total = sum(f1(way(text), gold) for text, gold in texts)
        print(f"{name:26} F1@10 {total / len(texts):.3f} on {len(texts)} texts", flush=True)  # noqa: T201
