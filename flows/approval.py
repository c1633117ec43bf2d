"""A person's word on an article: approved or rejected under their name, or refused with the reason."""

from collections.abc import Sequence

from content.records import Article, Severity, State
from flows.desk import Desk
from flows.errors import WrongUse

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
    who = _named(name)
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
    who = _named(name)
    _move(desk, article, State.REJECTED, f"rejected by {who}" + (f": {why}" if why else ""), "", REJECTABLE)
    return article


def _named(name: str) -> str:
    flat = " ".join(name.split())
    if not flat:
        raise WrongUse('say who decides: --as "Your name".')
    return flat


def _move(desk: Desk, article: Article, to: State, reason: str, by: str, was: Sequence[State]) -> None:
    if not desk.told.set_state(article.key, to, reason, by, was=was):
        raise WrongUse(f"{article.key} is {article.state}: only {' or '.join(was)} can become {to}.")
