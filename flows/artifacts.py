"""What the Prefect UI shows of a week: its table, and one card per article."""

import asyncio

from prefect.artifacts import acreate_markdown_artifact, acreate_table_artifact

from content.records import Article
from flows.closing import Line, lines, week_articles
from flows.desk import Desk
from seo.records import SourceReport

QUOTES = 10  # findings on a card; the preview holds them all


async def show_week(desk: Desk) -> None:
    """The week's table; one key per week, so that runs of the same week become its history."""
    rows = await asyncio.to_thread(lines, desk)
    table = [dict(zip(Line.HEADER, row.cells(), strict=True)) for row in rows]
    note = f"{desk.shop.name}, {desk.week}"
    await acreate_table_artifact(table=table, key=f"week-{desk.week.lower()}", description=note)


async def show_sources(desk: Desk) -> None:
    """How every source of the week is: what it brought, what it could not, when it may be asked again."""
    reports = await asyncio.to_thread(desk.heard.reports, desk.week)
    table = [source_row(report) for report in reports]
    note = f"{desk.shop.name}, {desk.week}: what was heard"
    await acreate_table_artifact(table=table, key=f"heard-{desk.week.lower()}", description=note)


def source_row(report: SourceReport) -> dict[str, str]:
    """A source as one line; what is not known is a dash, never 0."""
    until = f"{report.retry_after:%Y-%m-%d %H:%M} UTC" if report.retry_after else "-"
    return {
        "source": _plain(report.source),
        "state": report.state,
        "taken for": report.shape or "-",
        "read": str(report.read),
        "kept": str(report.kept),
        "note": _plain(report.note) or "-",
        "paid": "-" if report.cost is None else f"{report.cost:g} USD",
        "requests left": "-" if report.quota_left is None else str(report.quota_left),
        "not before": until,
    }


async def show_articles(desk: Desk) -> None:
    """One card per article of the week."""
    articles = await asyncio.to_thread(week_articles, desk)
    cards = [
        acreate_markdown_artifact(
            markdown=card(article), key=f"article-{article.key}", description=article.slug
        )
        for article in articles
    ]
    await asyncio.gather(*cards)


def card(article: Article) -> str:
    """An article in a few lines of Markdown; nobody's words are taken for markup."""
    points = "not scored" if article.score is None else f"{article.score.points:.0f} points"
    head = [
        f"# {_plain(article.draft.title or article.assignment.topic.name)}",
        f"{article.assignment.market.locale} · {points} · {article.state}"
        + (f" by {_plain(article.approved_by)}" if article.approved_by else ""),
        f"Why: {_plain(article.assignment.why)}",
    ]
    if article.draft.note:
        head.append(f"Note: {_plain(article.draft.note)}")
    if article.reason:
        head.append(f"Reason: {_plain(article.reason)}")
    if article.url:
        head.append(f"Page: {article.url}")
    found = [
        f"- {f.severity} `{f.rule}`: {_plain(f.quote)} ({_plain(f.cure)})" for f in article.findings[:QUOTES]
    ]
    return "\n\n".join([*head, "\n".join(found)]).strip()


def _plain(text: str) -> str:
    """Text that Markdown and HTML leave alone."""
    flat = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for mark in "\\`*_[]#|":
        flat = flat.replace(mark, f"\\{mark}")
    return flat
