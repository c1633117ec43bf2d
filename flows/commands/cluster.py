"""Group queries by what their writers want. FILE: one query per line (or query TAB count)."""

import argparse
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.commands.options import add_json, add_language, print_json, read_text
from flows.screen import say

if TYPE_CHECKING:
    from seo.records import Clustering


def add_options(parser: argparse.ArgumentParser) -> None:
    """FILE and its language."""
    parser.add_argument("file", type=Path, metavar="FILE")
    add_language(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print clusters; every line of the file stands in exactly one place, counted from 0."""
    queries, counts = parse_lines(read_text(options.file))
    from flows.bootstrap import choose_encoder  # noqa: PLC0415  the encoder is heavy
    from seo.clusters import cluster  # noqa: PLC0415
    from seo.language import detect  # noqa: PLC0415

    filled = [number for number, query in enumerate(queries) if query]
    texts = [queries[number] for number in filled]
    language = options.lang or detect(" ".join(texts[:200]))[0]
    clustering = cluster(texts, language, choose_encoder(None), [counts[number] for number in filled])
    result = as_json(clustering, filled, queries, counts, language)
    if options.json:
        print_json(result)
        return 0
    for found in result["clusters"]:
        say(f"{found['name']} ({found['intent']}, {len(found['members'])})")
        for member in found["members"]:
            say(f"  {queries[member]}")
    say(f"alone: {len(result['unclustered'])} of {len(queries)}")
    return 0


def parse_lines(text: str) -> tuple[list[str], list[float]]:
    """Queries and their counts; a line without a count counts once."""
    queries, counts = [], []
    for line in text.removesuffix("\n").split("\n") if text else []:
        query, _, count = line.rstrip("\r").partition("\t")
        queries.append(query.strip())
        counts.append(float(count) if count.strip().replace(".", "", 1).isdecimal() else 1.0)
    return queries, counts


def as_json(
    clustering: "Clustering",
    filled: Sequence[int],
    queries: Sequence[str],
    counts: Sequence[float],
    language: str,
) -> dict[str, Any]:
    """The documented shape; members are line numbers of the file, blank lines are alone."""
    from seo.intents import intent  # noqa: PLC0415

    clusters = []
    for members in clustering.clusters:
        numbers = sorted(filled[member] for member in members)
        name = queries[max(numbers, key=lambda number: (counts[number], -number))]
        text = "\n".join(sorted(queries[number] for number in numbers))
        mark = hashlib.sha256(f"{language}\n{text}".encode()).hexdigest()[:12]
        clusters.append(
            {"id": mark, "name": name, "intent": str(intent(name, language)[0]), "members": numbers}
        )
    placed = {number for cluster in clusters for number in cluster["members"]}
    alone = [number for number in range(len(queries)) if number not in placed]
    return {"clusters": clusters, "unclustered": alone}
