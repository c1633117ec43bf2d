"""Print what texts are about: key phrases of one or more files."""

import argparse
from pathlib import Path

from flows.commands.options import add_json, add_language, positive, print_json, read_text
from flows.screen import say


def add_options(parser: argparse.ArgumentParser) -> None:
    """FILE..., language, how many."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    add_language(parser)
    parser.add_argument("--top", type=positive, default=10, metavar="N", help="phrases per file (default 10)")
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print phrases, the most telling first."""
    texts = [(path, read_text(path)) for path in options.files]
    from flows.bootstrap import choose_encoder  # noqa: PLC0415  the encoder is heavy
    from seo.keywords import keyphrases  # noqa: PLC0415
    from seo.language import detect  # noqa: PLC0415

    encoder = choose_encoder(None)
    found = [
        (path, keyphrases(text, options.lang or detect(text)[0], encoder, options.top))
        for path, text in texts
    ]
    if options.json:
        files = [
            {
                "file": str(path),
                "keywords": [{"phrase": phrase, "score": points} for phrase, points in phrases],
            }
            for path, phrases in found
        ]
        print_json({"files": files})
        return 0
    for path, phrases in found:
        say(f"{path}:")
        for phrase, points in phrases:
            say(f"  {points:.3f} {phrase}")
    return 0
