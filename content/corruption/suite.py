"""Runs the known lies through the checks and the score, and counts what was seen."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from content.checks import check
from content.checks.reading import Reading
from content.corruption.corpus import Corpus, Original
from content.corruption.damage import Spoiled, damaged, edited, foreign
from content.corruption.kinds import Kind, kinds
from content.files import parse_draft
from content.records import Draft, Finding, Score, Severity
from content.score import score

_NEAR: Final = 60  # code points from a changed place within which a finding speaks of it
_TOLERANCE: Final = 0.05
_ABROAD: Final = {"en": "de", "de": "en", "es": "en", "fr": "en", "ar": "en", "ja": "en"}


@dataclass(frozen=True, slots=True)
class Trial:
    """One spoiled text and whether the damage was seen."""

    corpus: str
    article: str
    language: str
    kind: str
    seen: bool
    excerpt: str
    why: str = ""
    rules: tuple[str, ...] = ()  # what was found there


@dataclass(frozen=True, slots=True)
class Honest:
    """What was said of an article in which nothing is wrong."""

    corpus: str
    article: str
    language: str
    sentences: int
    flagged: int  # sentences with a warning or a block
    blocks: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    points: float


@dataclass(frozen=True, slots=True)
class Report:
    """All trials and all honest articles."""

    trials: tuple[Trial, ...]
    honest: tuple[Honest, ...]

    def share(self, keep: Callable[[Trial], bool]) -> tuple[int, int]:
        """Seen and tried, of the trials to keep."""
        kept = [trial for trial in self.trials if keep(trial)]
        return sum(trial.seen for trial in kept), len(kept)

    def caught(self, language: str = "", *, judged: bool = False) -> tuple[int, int]:
        """Lies seen and told that code can be asked to see (with `judged` the judge's too)."""
        table = kinds()
        return self.share(
            lambda t: (not language or t.language == language) and (judged or table[t.kind].by == "code")
        )


@dataclass(frozen=True, slots=True)
class _Examined:
    draft: Draft
    findings: tuple[Finding, ...]
    points: Score


def run(corpora: Iterable[Corpus], names: Sequence[str] = (), languages: Sequence[str] = ()) -> Report:
    """Examine every honest article and every spoiled one; `names` and `languages` narrow it."""
    trials: list[Trial] = []
    honest: list[Honest] = []
    for corpus in corpora:
        for original in corpus.originals:
            if languages and original.language not in languages:
                continue
            clean = _examine(corpus, original, original.text)
            honest.append(_honest(corpus, original, clean))
            chosen = (each for each in _spoiled(corpus, original) if not names or each.kind in names)
            trials.extend(_trial(corpus, original, clean, each) for each in chosen)
    return Report(tuple(trials), tuple(honest))


def _spoiled(corpus: Corpus, original: Original) -> Iterator[Spoiled]:
    for edit in corpus.edits[original.name]:
        yield edited(original, edit)
    same = [each for each in corpus.originals if each.language == original.language]
    at = next(n for n, each in enumerate(same) if each.name == original.name)
    yield from damaged(original, same[at + 1 :] + same[:at])
    abroad = [each for each in corpus.originals if each.language == _ABROAD[original.language]]
    if abroad:
        yield foreign(original, abroad[at % len(abroad)])


def _examine(corpus: Corpus, original: Original, text: str, source: str = "") -> _Examined:
    draft = parse_draft(text, f"{original.name}.md")
    others = [parse_draft(source, "source.md")] if source else []
    findings = tuple(check(draft, corpus.ledger, original.market, others))
    return _Examined(draft, findings, score(draft, findings, corpus.ledger, original.market, others))


def _trial(corpus: Corpus, original: Original, clean: _Examined, spoiled: Spoiled) -> Trial:
    kind = kinds()[spoiled.kind]
    now = _examine(corpus, original, spoiled.text, spoiled.source)
    at = _new_findings(clean, now, spoiled)
    return Trial(
        corpus=corpus.name,
        article=original.name,
        language=original.language,
        kind=spoiled.kind,
        seen=_is_seen(kind, clean, now, at),
        excerpt=_excerpt(spoiled),
        why=spoiled.why or f"{clean.points.points:.1f} -> {now.points.points:.1f}",
        rules=tuple(sorted({finding.rule for finding in at})),
    )


def _is_seen(kind: Kind, clean: _Examined, now: _Examined, at: Sequence[Finding]) -> bool:
    before, after = clean.points.points, now.points.points
    if kind.expects == "block":
        return any(f.severity is Severity.BLOCK and f.cap is not None and f.cap <= kind.amount for f in at)
    if kind.expects == "found":
        return any(f.severity is not Severity.NOTE for f in at)
    if kind.expects == "loss":
        return before - after >= kind.amount - _TOLERANCE
    return after <= before + _TOLERANCE


def _new_findings(clean: _Examined, now: _Examined, spoiled: Spoiled) -> list[Finding]:
    """What is said at the changed place and was not said of the honest text."""
    known = Counter((finding.rule, finding.quote) for finding in clean.findings)
    fresh = []
    for finding in now.findings:
        if known[finding.rule, finding.quote] > 0:
            known[finding.rule, finding.quote] -= 1
        else:
            fresh.append(finding)
    if not spoiled.places:
        return fresh
    return [finding for finding in fresh if any(_touches(finding, *place) for place in spoiled.places)]


def _touches(finding: Finding, start: int, end: int) -> bool:
    return finding.span[0] < end + _NEAR and start - _NEAR < finding.span[1]


def _excerpt(spoiled: Spoiled) -> str:
    if not spoiled.places:
        return ""
    start, end = spoiled.places[0]
    return " ".join(spoiled.text[max(0, start - 50) : end + 40].split())


def _honest(corpus: Corpus, original: Original, clean: _Examined) -> Honest:
    loud = [finding for finding in clean.findings if finding.severity is not Severity.NOTE]
    reading = Reading(clean.draft, corpus.ledger, original.market)
    spans = [each.block.view.span(each.start, each.end) for each in reading.sentences]
    return Honest(
        corpus=original.corpus,
        article=original.name,
        language=original.language,
        sentences=len(spans),
        flagged=sum(any(_overlaps(finding, *span) for finding in loud) for span in spans),
        blocks=tuple(f for f in loud if f.severity is Severity.BLOCK),
        warnings=tuple(f for f in loud if f.severity is Severity.WARN),
        points=clean.points.points,
    )


def _overlaps(finding: Finding, start: int, end: int) -> bool:
    return finding.span[0] < end and start < max(finding.span[1], finding.span[0] + 1)
