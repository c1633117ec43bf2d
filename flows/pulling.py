"""A person's edits on a place become the next version of the draft, checked like every other, in their name."""

import html
from collections.abc import Iterator
from dataclasses import replace

from content.errors import ContentError
from content.publications import Placement, Stand
from content.publishers.merging import facts
from content.publishers.place import Copy
from content.publishers.placing import STANDS
from content.publishers.pulling import elements, pulled
from content.records import Article, Draft, Finding, Severity, State
from content.rendering import render
from content.score import score as score_draft
from flows.approval import find_article
from flows.checking import findings_of
from flows.closing import rendered
from flows.desk import Desk
from flows.errors import WrongUse
from flows.iso_week import now
from flows.publishing import Dispatch, dispatched, targets
from flows.refreshing import earlier, remember


def pull(desk: Desk, key: str, target: str, name: str) -> Iterator[str]:
    """Take the edits over, or say what stands against it: then nothing is changed anywhere."""
    article = find_article(desk, key)
    placement = _edited(desk, article, target)
    with dispatched(desk, targets(desk, placement.target)[0]) as dispatch:
        copy = dispatch.place.get(placement.remote_id)
        if copy is None:
            raise WrongUse(
                f"{article.key}: it is not on {placement.target} any more: there is nothing to pull."
            )
        draft = _draft(desk, article, placement, _as_html(dispatch, copy), name)
        findings = _checked(desk, article, draft)
        blocking = [each for each in findings if each.severity is Severity.BLOCK]
        if blocking:
            yield f"nothing was taken over: {len(blocking)} findings block. Correct it there, then pull again."
            for each in blocking:
                yield f"  {each.rule} {each.quote!r}: {each.cure}"
            return
        after = _kept(desk, article, draft, findings, name)
        _settled(dispatch, after, placement, copy)
    yield f"{article.key}: version {draft.version} by {name}, taken from {placement.target}. Next: acreage publish"
    for each in findings:
        if each.severity is Severity.WARN:
            yield f"  {each.rule} {each.quote!r}: {each.cure}"


def _edited(desk: Desk, article: Article, target: str) -> Placement:
    there = [
        each for each in desk.placed.placements(target, article=article.key)
        if each.remote_id and each.stand is not Stand.WITHDRAWN
    ]  # fmt: skip
    if not there:
        raise WrongUse(f"{article.key}: it stands on no other place.")
    if len(there) > 1:
        names = ", ".join(each.target for each in there)
        raise WrongUse(f"{article.key}: it stands on {names}: say which, --target NAME.")
    return there[0]


def _as_html(dispatch: Dispatch, copy: Copy) -> Copy:
    return replace(copy, said={**copy.said, "body": dispatch.place.markup(copy.said["body"])})


def _draft(desk: Desk, article: Article, placement: Placement, copy: Copy, name: str) -> Draft:
    market = article.assignment.market
    then = elements(placement.held.get("body", ""))
    shown = dict(then)
    for reference in {*then, *elements(copy.said["body"])}:
        try:
            today = render(f"{{{{{reference}}}}}", desk.ledger, market, "plain", desk.today)
        except ContentError:
            continue
        shown[reference] = "\0".join(filter(None, [then.get(reference), today.strip("\u2068\u2069")]))
    gone = {name: shown[name] for name in then if name not in facts(copy.said["body"])}
    title = html.unescape(copy.said["title"])
    if title == rendered(article.draft.title, desk.ledger, market):
        title = article.draft.title
    return pulled(article.draft, title, copy.said["body"], shown, gone, name)


def _checked(desk: Desk, article: Article, draft: Draft) -> tuple[Finding, ...]:
    others = [other.draft for other in earlier(article, desk.told.articles())]
    return findings_of(desk, article, draft, others)


def _kept(desk: Desk, article: Article, draft: Draft, findings: tuple[Finding, ...], name: str) -> Article:
    others = [other.draft for other in earlier(article, desk.told.articles())]
    points = score_draft(draft, findings, desk.ledger, article.assignment.market, others)
    after = replace(
        article, draft=draft, findings=findings, score=points, state=State.REFRESHED, reason="",
        approved_by=f"person:{name}", updated_at=now(),
    )  # fmt: skip
    desk.told.save_article(after, desk.told.week_of(article.key), desk.inputs)
    remember(desk, after)
    return after


def _settled(dispatch: Dispatch, article: Article, placement: Placement, copy: Copy) -> None:
    """Their words are ours now: what stands there is the new ground that later edits are measured from."""
    dispatch.read()
    sent = dispatch.place.spell(dispatch.payload(article))
    dispatch.desk.placed.keep(
        replace(
            placement, sent=sent, held=copy.said, modified=copy.modified, edited=(), alarms=(), fingerprint="",
            diff="", note="", stand=STANDS[copy.status],
        )
    )  # fmt: skip
