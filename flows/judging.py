"""How a run asks its judge: the shares for one draft, or None when there is no judge that may."""

from datetime import date

from content.judging.judge import Judge
from content.ledger.ledger import Ledger
from content.records import Draft
from seo.records import Market


def judged(
    judge: Judge | None, draft: Draft, ledger: Ledger, market: Market, on: date | None = None
) -> dict[str, float | None] | None:
    """What the judge says of a draft, dimension by dimension. A draft its own model wrote is not shown to it
    unless the shop allows it."""
    if judge is None or is_own(judge, draft, ledger):
        return None
    from content.judging.article import article  # noqa: PLC0415  only where a judge is asked
    from content.judging.judge import shares  # noqa: PLC0415

    return shares(judge.opinions(article(draft, ledger, market, on)))


def is_own(judge: Judge, draft: Draft, ledger: Ledger) -> bool:
    """Whether the judge's model wrote it and the shop has not allowed that."""
    role = ledger.shop.judge
    is_allowed = role is not None and role.may_be_writer
    return draft.written_by == f"model:{judge.model.name}" and not is_allowed
