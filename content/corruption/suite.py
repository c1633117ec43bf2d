"""Runs the known lies through the checks and the score, and counts what was seen."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from content.checks import check
from content.checks.reading import Reading
from content.corruption.corpus import Corpus, Original
from content.corruption.damage import Spoiled, damaged, edited, foreign
from content.corruption.heads import ON, broken_heads, dressed
from content.corruption.kinds import Kind, kinds
from content.corruption.steady import Dressed, Rule, dresses, poorer
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
    is_blocked: bool = False  # the honest text was blocked, by mistake
    uncapped: bool | None = None  # of a loss: whether it shows in the points before any cap; None: no loss


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
class Steady:
    """An article in another dress, and whether its points kept to what was asked."""

    corpus: str
    article: str
    language: str
    kind: str
    rule: Rule
    points: tuple[float, ...]  # of the honest text, then of each further one
    kept: bool
    is_blocked: bool


@dataclass(frozen=True, slots=True)
class Report:
    """All trials and all honest articles.

    A loss is measured three ways. `Trial.seen`: in the points as a seller reads them, for every article. The same, only
    for articles not blocked by mistake (`is_blocked`): a block caps the honest text too, and what damage costs then
    stays hidden under the cap, which is the fault of the block and not of the score. `uncapped`: in the points
    before any cap, for every article. The third hides no loss behind a false block; it also counts nothing for a new
    block, which is a loss a seller does see. So neither replaces the first.
    """

    trials: tuple[Trial, ...]
    honest: tuple[Honest, ...]
    dressed: tuple[Honest, ...] = ()  # the same with author, days, sources and a paid link that says so
    steady: tuple[Steady, ...] = ()

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

    @property
    def is_blocked(self) -> bool:
        return any(finding.severity is Severity.BLOCK for finding in self.findings)


def run(corpora: Iterable[Corpus], names: Sequence[str] = (), languages: Sequence[str] = ()) -> Report:
    """Examine every honest article and every spoiled one; `names` and `languages` narrow it."""
    trials: list[Trial] = []
    honest: list[Honest] = []
    bases: list[Honest] = []
    steady: list[Steady] = []
    for corpus in corpora:
        for original in corpus.originals:
            if languages and original.language not in languages:
                continue
            clean = _examine(corpus, original, original.text)
            honest.append(_honest(corpus, original, clean))
            chosen = (each for each in _spoiled(corpus, original) if not names or each.kind in names)
            trials.extend(_trial(corpus, original, clean, each) for each in chosen)
            bases.extend(_bases(corpus, original, names))
            steady.extend(_steady(corpus, original, clean, names))
    return Report(tuple(trials), tuple(honest), tuple(bases), tuple(steady))


def _bases(corpus: Corpus, original: Original, names: Sequence[str]) -> Iterator[Honest]:
    """What is said of the pages the broken heads are made of."""
    if not names or "undisclosed" in names:
        yield _honest(corpus, original, _examine(corpus, original, _paid(corpus, original), on=ON))


def _paid(corpus: Corpus, original: Original) -> str:
    return dressed(original, corpus.ledger.shop, is_paid=True)


def _steady(corpus: Corpus, original: Original, clean: _Examined, names: Sequence[str]) -> Iterator[Steady]:
    for each in dresses(original, corpus.edits[original.name]):
        if not names or each.kind in names:
            first = () if each.texts[0] == original.text else (clean,)
            yield _kept(
                corpus, original, each, (*first, *(_examine(corpus, original, t) for t in each.texts))
            )
    if not names or "evidence gone" in names:
        less = poorer(dressed(original, corpus.ledger.shop))
        yield _kept(corpus, original, less, [_examine(corpus, original, t, on=ON) for t in less.texts])


def _kept(corpus: Corpus, original: Original, each: Dressed, found: Sequence[_Examined]) -> Steady:
    points = tuple(one.points.points for one in found)
    bare = tuple(one.points.uncapped or 0.0 for one in found)
    return Steady(
        corpus=corpus.name,
        article=original.name,
        language=original.language,
        kind=each.kind,
        rule=each.rule,
        points=points,
        kept=_keeps(each, points) and (each.rule != "same" or _keeps(each, bare)),
        is_blocked=found[0].is_blocked,
    )


def _keeps(each: Dressed, points: Sequence[float]) -> bool:
    if each.rule == "at most":
        return points[-1] <= each.amount
    if each.rule == "below":
        return points[0] - points[-1] >= each.amount
    if each.rule == "same":
        return abs(points[-1] - points[0]) <= each.amount + _TOLERANCE
    return all(later <= earlier + _TOLERANCE for earlier, later in pairwise(points))


def _spoiled(corpus: Corpus, original: Original) -> Iterator[Spoiled]:
    for edit in corpus.edits[original.name]:
        yield edited(original, edit)
    same = [each for each in corpus.originals if each.language == original.language]
    at = next(n for n, each in enumerate(same) if each.name == original.name)
    yield from damaged(original, same[at + 1 :] + same[:at])
    abroad = [each for each in corpus.originals if each.language == _ABROAD[original.language]]
    if abroad:
        yield foreign(original, abroad[at % len(abroad)])
    yield from broken_heads(original, corpus.ledger.shop)


def _examine(
    corpus: Corpus, original: Original, text: str, source: str = "", on: date | None = None
) -> _Examined:
    draft = parse_draft(text, f"{original.name}.md")
    others = [parse_draft(source, "source.md")] if source else []
    findings = tuple(check(draft, corpus.ledger, original.market, others, on))
    return _Examined(draft, findings, score(draft, findings, corpus.ledger, original.market, others))


def _trial(corpus: Corpus, original: Original, clean: _Examined, spoiled: Spoiled) -> Trial:
    kind = kinds()[spoiled.kind]
    on = ON if spoiled.base else None  # a day is only future or stale to somebody who looks on one
    if spoiled.base:
        clean = _examine(corpus, original, spoiled.base, on=on)
    now = _examine(corpus, original, spoiled.text, spoiled.source, on)
    at = _new_findings(clean, now, spoiled)
    return Trial(
        corpus=corpus.name,
        article=original.name,
        language=original.language,
        kind=spoiled.kind,
        seen=_is_seen(kind, clean, now, at),
        excerpt=_excerpt(spoiled),
        why=f"{spoiled.why} {clean.points.points:.1f} -> {now.points.points:.1f}".strip(),
        rules=tuple(sorted({finding.rule for finding in at})),
        is_blocked=clean.is_blocked,
        uncapped=_is_lost(kind, clean.points.uncapped or 0.0, now.points.uncapped or 0.0),
    )


def _is_seen(kind: Kind, clean: _Examined, now: _Examined, at: Sequence[Finding]) -> bool:
    lost = _is_lost(kind, clean.points.points, now.points.points)
    if lost is not None:
        return lost
    if kind.expects == "block":
        return any(f.severity is Severity.BLOCK and f.cap is not None and f.cap <= kind.amount for f in at)
    return any(f.severity is not Severity.NOTE for f in at)


def _is_lost(kind: Kind, before: float, after: float) -> bool | None:
    """Whether the points fall as they should, or do not rise; None where a finding is asked for."""
    if kind.expects == "loss":
        return before - after >= kind.amount - _TOLERANCE
    return after <= before + _TOLERANCE if kind.expects == "no-gain" else None


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
