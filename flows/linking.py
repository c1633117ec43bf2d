"""Which articles a draft may lead to: what the checks hold its links against."""

from flows.desk import Desk


def concepts(desk: Desk, language: str) -> frozenset[str]:
    """Every article of a language there has been, and those of the week's plan.

    One that has left the site is known still: the pages that lead to it show its words without a link, and are
    not held for it.
    """
    written = {each.assignment.concept for each in desk.told.articles(language=language)}
    planned = {each.concept for each in desk.told.assignments(desk.week) if each.market.language == language}
    return frozenset(written | planned)
