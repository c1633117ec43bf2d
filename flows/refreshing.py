"""After a changed catalogue: which pages show or rest on what changed, and what becomes of each of them.

A page whose figures alone changed is filled anew and keeps its approval. One that says what is not so any
more comes off the site, with the reason; it returns by itself when the fact does, and the week writes it anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from content.freshness import Change, basis, changes, edges, in_words, since_writing
from content.proofreading.proofreader import SILENT
from content.records import Article, Finding, Severity, State
from content.refreshes import Basis, Refresh
from content.score import judged_before
from content.score import score as score_draft
from flows.checking import findings_of
from flows.closing import rendered
from flows.desk import Desk
from flows.iso_week import now

SHOWN = (State.APPROVED, State.PUBLISHED, State.LIVE, State.REFRESHED)
WATCHED = (*SHOWN, State.STALE, State.AWAITING)
DEAD = (State.REJECTED, State.WITHDRAWN)
FIGURES_ONLY = "figures only: the approval stands"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A page that was touched: where it stood, where it stands, what changed, and why it moved."""

    article: Article  # as it is now
    was: State
    changes: tuple[Change, ...]

    @property
    def is_off(self) -> bool:
        """Whether it left the site, or the queue to it."""
        return self.article.state in (State.STALE, State.HELD) or (
            self.article.state is State.AWAITING and self.was in SHOWN
        )


def settle(desk: Desk, *, is_rehearsal: bool = False) -> list[Outcome]:
    """Look at every page once, check again what may have changed, store what becomes of it.

    Nothing is published here. A page is touched when something it shows or rests on says something else, or
    when the checks now refuse it; every other page is left as it is, to the last byte.
    """
    everything = desk.told.articles()
    known = desk.refreshes.bases()
    watched = [a for a in everything if a.state in WATCHED and a.draft.body]
    crossed = _crossed(desk, [known[a.key] for a in watched if a.key in known])
    found = []
    for article in watched:
        before = known.get(article.key)
        present = Basis(
            article.draft.version, desk.inputs, desk.today, basis(article, desk.ledger, desk.today)
        )
        moved = _moved(desk, article, before, present)
        is_same = before is not None and before.inputs == desk.inputs and before.day not in crossed
        if is_same and not moved:
            continue
        outcome = _judged(desk, article, moved, everything)
        if not is_rehearsal:
            _keep(desk, article, present, outcome)
        if outcome is not None:
            found.append(outcome)
    return found


def remember(desk: Desk, article: Article) -> None:
    """Keep what a page says on the day it is checked."""
    said = basis(article, desk.ledger, desk.today)
    desk.refreshes.save(article.key, Basis(article.draft.version, desk.inputs, desk.today, said))


def _crossed(desk: Desk, known: Sequence[Basis]) -> frozenset[object]:
    """Days of a last check since which some fact began or ceased to hold."""
    days = {each.day for each in known} - {desk.today}
    if not days:
        return frozenset()
    marks = edges(desk.ledger)
    return frozenset(
        day for day in days if any(min(day, desk.today) < m <= max(day, desk.today) for m in marks)
    )


def _moved(desk: Desk, article: Article, before: Basis | None, present: Basis) -> tuple[Change, ...]:
    if before is not None and before.version == article.draft.version:
        return changes(before.said, present.said)
    return since_writing(article.draft, desk.ledger, article.assignment.market, desk.today)


def _judged(
    desk: Desk, article: Article, moved: tuple[Change, ...], everything: Sequence[Article]
) -> Outcome | None:
    """What becomes of a page; None when it stays as it is."""
    market = article.assignment.market
    others = [other.draft for other in earlier(article, everything)]
    findings = findings_of(desk, article, article.draft, others)
    said = judged_before(article.score)  # the text is the same: what a judge said of it still holds
    points = score_draft(article.draft, findings, desk.ledger, market, others, said)
    checked = replace(article, findings=findings, score=points)
    refused = _refused(article, findings)
    if refused:
        if article.state is State.STALE and not moved:
            return None
        stopped = replace(checked, state=State.STALE, reason=_reason(refused))
        if article.state in (State.AWAITING, State.APPROVED):  # no reader has seen it
            stopped = replace(stopped, state=State.HELD, approved_by="")
        return Outcome(stopped, article.state, moved)
    if article.state is State.STALE:
        if any(each.rule == SILENT for each in findings):
            return None  # it may have been the proofreader's word that took it off
        return Outcome(_refreshed(checked), article.state, moved)
    if not moved:
        return None
    if article.state in (State.AWAITING, State.APPROVED):
        return Outcome(checked, article.state, moved)
    return Outcome(_under_the_rule(desk, article, checked), article.state, moved)


def _under_the_rule(desk: Desk, before: Article, checked: Article) -> Article:
    """A page the shop's rule let out must still reach its floor; a person's word stands."""
    rule, points = desk.shop.approval, checked.score.points if checked.score else 0.0
    had = before.score.points if before.score else 0.0
    if rule and checked.approved_by.startswith("rule:") and points < rule.floor <= had:
        reason = f"{points:.0f} points with the new facts, {rule.owner}'s rule asks {rule.floor:.0f}"
        return replace(checked, state=State.AWAITING, reason=reason, approved_by="")
    return _refreshed(checked)


def _refreshed(checked: Article) -> Article:
    return replace(checked, state=State.REFRESHED, reason="", refreshed_at=now())


def _refused(article: Article, findings: Sequence[Finding]) -> list[Finding]:
    """What blocks now and did not when the page was approved: what a person let pass then stays passed.

    A passage whose fact has changed is never let pass. How alike two pages are is no matter of the catalogue:
    that was settled when they were written. What a proofreader softened or let go counts only while it does not answer:
    read anew and blocked again, it has become false.
    """
    is_silent = any(each.rule == SILENT for each in findings)
    stood = {
        (each.rule, each.quote)
        for each in article.findings
        if each.rule != "fact.changed"
        and (is_silent or each.severity is Severity.BLOCK or each.waived is not None)
    }
    if article.state is State.STALE:  # its findings are those that took it off the site
        stood = set()
    blocking = [f for f in findings if f.severity is Severity.BLOCK and not f.rule.startswith("originality.")]
    return [f for f in blocking if (f.rule, f.quote) not in stood]


def _reason(refused: Sequence[Finding]) -> str:
    first = refused[0]
    more = f" (and {len(refused) - 1} more)" if len(refused) > 1 else ""
    return f"{first.rule}: {first.cure}{more}"


def _keep(desk: Desk, before: Article, present: Basis, outcome: Outcome | None) -> None:
    """The article first, then its key: killed in between, the next run sees the same change again."""
    if outcome is None:
        desk.refreshes.save(before.key, present)
        return
    after = outcome.article
    inputs = "" if outcome.is_off else desk.inputs  # empty: the week writes it anew
    if not desk.told.renew(after, before.state, inputs):
        return  # a person was faster: what they decided is looked at on the next run
    refresh = Refresh(
        after.key, now(), str(before.state), str(after.state), after.reason or FIGURES_ONLY,
        "" if outcome.is_off else after.approved_by, outcome.changes,
    )  # fmt: skip
    desk.refreshes.save(after.key, present, refresh)


def earlier(article: Article, everything: Sequence[Article]) -> list[Article]:
    """The pages of its language that came before it: the same ones whenever it is checked again."""

    def place(each: Article) -> tuple[str, int, str]:
        return (each.assignment.week, each.assignment.ordinal, each.key)

    return [
        other
        for other in sorted(everything, key=place)
        if other.draft.language == article.draft.language
        and other.draft.body
        and other.state not in DEAD
        and place(other) < place(article)
    ]


def told(outcomes: Sequence[Outcome], desk: Desk) -> Iterator[str]:
    """Outcomes in lines for a person: which page, what became of it, what changed."""
    for each in outcomes:
        article = each.article
        title = rendered(article.draft.title, desk.ledger, article.assignment.market)
        yield f"{article.state}: {article.assignment.market.locale} {title} ({article.key})"
        for change in each.changes:
            yield f"  {in_words(change)}"
        if article.reason:
            yield f"  {article.reason}"


def as_json(outcomes: Sequence[Outcome]) -> Iterator[Mapping[str, object]]:
    """Outcomes for other programs."""
    for each in outcomes:
        article = each.article
        yield {
            "key": article.key,
            "market": article.assignment.market.locale,
            "title": article.draft.title,
            "url": article.url,
            "was": str(each.was),
            "now": str(article.state),
            "reason": article.reason,
            "approved_by": article.approved_by,
            "changes": [{"what": c.what, "then": c.then, "now": c.now} for c in each.changes],
        }
