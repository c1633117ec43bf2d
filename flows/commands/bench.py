"""Measure what the checks and the score see: known lies in honest articles, in six languages.

`acreage bench truth` spoils honest articles in thirty ways, most of them written by hand, and prints the share
that was caught, per kind and language, beside what was said of the honest ones. Nothing is paid, nothing is
fetched.
"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.commands.options import add_json, print_json
from flows.errors import WrongUse
from flows.screen import say, show_table
from seo.records import LANGUAGES

if TYPE_CHECKING:
    from content.corruption.suite import Report


def add_options(parser: argparse.ArgumentParser) -> None:
    """`truth` and what narrows it."""
    parser.add_argument("what", choices=["truth"], help="truth: known lies against the checks and the score")
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="a folder of corpora of your own")
    parser.add_argument("--kind", action="append", default=[], metavar="KIND", help="only this kind (repeat)")
    parser.add_argument("--lang", action="append", default=[], choices=LANGUAGES, help="only this language")
    parser.add_argument("--misses", action="store_true", help="list what was not seen, and false alarms")
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print the report; always 0: it measures, it does not judge."""
    from content.corruption.corpus import SHIPPED, corpora  # noqa: PLC0415  heavy, and only here
    from content.corruption.kinds import kinds  # noqa: PLC0415
    from content.corruption.suite import run as examine  # noqa: PLC0415

    strange = [kind for kind in options.kind if kind not in kinds()]
    if strange:
        raise WrongUse(f"--kind {strange[0]}: no such kind; there are {', '.join(kinds())}.")
    report = examine(corpora(options.corpus or SHIPPED), options.kind, options.lang)
    if options.json:
        print_json(_as_json(report))
        return 0
    _print_trials(report, options.lang or list(LANGUAGES))
    _print_losses(report)
    _print_steady(report, options.lang or list(LANGUAGES))
    _print_honest(report, options.lang or list(LANGUAGES))
    if options.misses:
        _print_misses(report)
    return 0


def _print_trials(report: "Report", languages: list[str]) -> None:
    from content.corruption.kinds import kinds  # noqa: PLC0415

    rows = []
    for kind in kinds().values():
        counts = [
            report.share(lambda t, k=kind, each=each: t.kind == k.name and t.language == each)  # type: ignore[misc]  # bound now
            for each in languages
        ]
        if any(tried for _, tried in counts):
            seen, tried = (sum(column) for column in zip(*counts, strict=True))
            cells = [_share(*count) for count in counts]
            rows.append([str(kind.number), kind.name, kind.by, *cells, _share(seen, tried)])
    rows.append(["", "all that code can see", "", *(_share(*report.caught(each)) for each in languages),
                 _share(*report.caught())])  # fmt: skip
    show_table("Lies caught", ["no.", "kind", "by", *languages, "all"], rows)


def _print_losses(report: "Report") -> None:
    """What a loss of points is hidden by: the same trials three ways (`Report` says why)."""
    from content.corruption.kinds import kinds  # noqa: PLC0415

    rows = []
    for kind in kinds().values():
        found = [trial for trial in report.trials if trial.kind == kind.name and trial.uncapped is not None]
        free = [trial for trial in found if not trial.is_blocked]
        if found:
            rows.append([str(kind.number), kind.name, kind.by, _share(sum(t.seen for t in found), len(found)),
                         _share(sum(t.seen for t in free), len(free)),
                         _share(sum(bool(t.uncapped) for t in found), len(found))])  # fmt: skip
    if rows:
        columns = ["no.", "kind", "by", "points as reported", "articles not blocked", "points before caps"]
        show_table("Losses of points", columns, rows)


def _print_steady(report: "Report", languages: list[str]) -> None:
    rows = []
    for kind in dict.fromkeys(each.kind for each in report.steady):
        found = [each for each in report.steady if each.kind == kind]
        cells = []
        for language in (*languages, ""):
            mine = [each for each in found if not language or each.language == language]
            cells.append(_share(sum(each.kept for each in mine), len(mine)))
        rows.append([kind, found[0].rule, *cells])
    if rows:
        show_table("The same text in another dress", ["dress", "points", *languages, "all"], rows)


def _print_honest(report: "Report", languages: list[str]) -> None:
    rows = []
    for language in (*languages, ""):
        found = [each for each in report.honest if not language or each.language == language]
        sentences, flagged = sum(e.sentences for e in found), sum(e.flagged for e in found)
        blocked = sum(bool(e.blocks) for e in found)
        rows.append([language or "all", str(len(found)), str(blocked), _share(flagged, sentences)])
    if report.dressed:
        blocked = sum(bool(each.blocks) for each in report.dressed)
        sentences, flagged = sum(e.sentences for e in report.dressed), sum(e.flagged for e in report.dressed)
        rows.append(["signed, dated", str(len(report.dressed)), str(blocked), _share(flagged, sentences)])
    show_table("Honest articles", ["language", "articles", "blocked", "sentences flagged"], rows)


def _print_misses(report: "Report") -> None:
    for trial in report.trials:
        if not trial.seen:
            found = f" (found: {', '.join(trial.rules)})" if trial.rules else ""
            say(f"missed {trial.kind} {trial.corpus}/{trial.article}: …{trial.excerpt}… {trial.why}{found}")
    for steady in report.steady:
        if not steady.kept:
            points = " -> ".join(f"{each:.1f}" for each in steady.points)
            say(f"moved {steady.kind} {steady.corpus}/{steady.article}: {points}")
    for each in (*report.honest, *report.dressed):
        for finding in (*each.blocks, *each.warnings):
            quote = " ".join(finding.quote.split())[:120]
            where = f"{finding.severity} {finding.rule} {each.corpus}/{each.article}"
            say(f"false {where}: {quote!r} [{finding.evidence.value}]")


def _share(seen: int, tried: int) -> str:
    return f"{100 * seen / tried:.1f} % ({seen}/{tried})" if tried else ""


def _as_json(report: "Report") -> dict[str, Any]:  # Any: whatever JSON holds
    return {
        "caught": {each: list(report.caught(each)) for each in ("", *LANGUAGES)},
        "trials": [
            {"corpus": t.corpus, "article": t.article, "language": t.language, "kind": t.kind, "seen": t.seen,
             "excerpt": t.excerpt, "why": t.why, "rules": list(t.rules), "blocked": t.is_blocked,
             "uncapped": t.uncapped}
            for t in report.trials
        ],
        "steady": [
            {"corpus": s.corpus, "article": s.article, "language": s.language, "kind": s.kind, "rule": s.rule,
             "points": list(s.points), "kept": s.kept}
            for s in report.steady
        ],
        "honest": [
            {"corpus": e.corpus, "article": e.article, "language": e.language, "sentences": e.sentences,
             "flagged": e.flagged, "points": e.points, "blocks": [f.rule for f in e.blocks],
             "warnings": [f.rule for f in e.warnings]}
            for e in report.honest
        ],
    }  # fmt: skip
