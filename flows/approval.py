"""A person's word on an article: approved or rejected under their name, or refused with the reason."""

from collections.abc import Sequence
from dataclasses import replace

from content.records import Article, Severity, State, Waiver
from content.waivers import flat, passage, refusal, waived
from flows import stages
from flows.desk import Desk
from flows.errors import WrongUse
from flows.iso_week import now

OPEN = (State.AWAITING, State.HELD)
REJECTABLE = (State.AWAITING, State.HELD, State.APPROVED, State.STALE)


def find_article(desk: Desk, key: str) -> Article:
    """The article whose key begins like this."""
    found = (
        [article for article in desk.told.articles() if article.key.startswith(key.lower())] if key else []
    )
    if len(found) == 1:
        return found[0]
    if not found:
        raise WrongUse(f"{key!r}: no article has this key. See acreage review list.")
    raise WrongUse(f"{key!r}: {len(found)} articles begin like this: write more of the key.")


def approve(desk: Desk, key: str, name: str) -> Article:
    """Approve an article in a person's name. What a check blocks is corrected first, not waved through."""
    article = find_article(desk, key)
    who = named(name)
    blocking = [finding for finding in article.findings if finding.severity is Severity.BLOCK]
    if blocking:
        first = blocking[0]
        raise WrongUse(f"{article.key}: {first.rule} blocks it ({first.quote!r}): {first.cure}")
    if not article.draft.body:
        raise WrongUse(f"{article.key}: nothing is written yet ({article.reason}).")
    _move(desk, article, State.APPROVED, "", f"person:{who}", OPEN)
    return article


def reject(desk: Desk, key: str, name: str, why: str) -> Article:
    """Reject an article in a person's name: it is not published and its topic is not written again."""
    article = find_article(desk, key)
    who = named(name)
    _move(desk, article, State.REJECTED, f"rejected by {who}" + (f": {why}" if why else ""), "", REJECTABLE)
    return article


def waive(desk: Desk, key: str, rule: str, quote: str, name: str, why: str) -> Article:
    """Let a finding stand in a person's name: it is kept, and neither blocks nor caps. The article is scored
    again and waits for a person; one that is published stays where it is. The desk must stand on its week."""
    article = find_article(desk, key)
    who, reason = named(name), flat(why)
    if not reason:
        raise WrongUse('say why it may stand: --why "…".')
    if refused := refusal(rule):
        raise WrongUse(refused)
    found = [each for each in article.findings if each.rule == rule and flat(each.quote) == flat(quote)]
    if not found:
        known = sorted(
            {f"{each.rule} {flat(each.quote)!r}" for each in article.findings if not refusal(each.rule)}
        )
        listed = f": it has {'; '.join(known)}" if known else ""
        raise WrongUse(f"{article.key} has no finding {rule} {quote!r}{listed}.")
    at = now()
    desk.told.waive(
        [Waiver(rule, flat(f.quote), passage(article.draft, f), who, reason, at, article.key) for f in found]
    )
    return _settle(desk, article)


def _settle(desk: Desk, article: Article) -> Article:
    findings = waived(article.findings, article.draft, desk.told.waivers(article.key))
    settled = replace(article, findings=findings)
    if article.state in REJECTABLE:
        settled = replace(settled, score=None, state=State.CHECKED, reason="", approved_by="")
    desk.told.save_article(settled, desk.week, desk.inputs)
    stages.score(desk, article.key)  # both leave alone what is not in the state `checked`
    stages.decide(desk, article.key)
    return find_article(desk, article.key)


def named(name: str) -> str:
    """The name of the person who decides, blanks folded; WrongUse when there is none."""
    flat = " ".join(name.split())
    if not flat:
        raise WrongUse('say who decides: --as "Your name".')
    return flat


def _move(desk: Desk, article: Article, to: State, reason: str, by: str, was: Sequence[State]) -> None:
    if not desk.told.set_state(article.key, to, reason, by, was=was):
        raise WrongUse(f"{article.key} is {article.state}: only {' or '.join(was)} can become {to}.")
