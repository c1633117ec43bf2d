"""What an article is to do, laid down before anybody writes it; a person's version stays whatever changes."""

from dataclasses import replace

from content.briefs.brief import Brief
from content.briefs.outline import outline
from content.briefs.store import Briefs
from content.dossier import Dossier
from content.errors import LedgerGap
from content.inventory import whole_inventory
from content.records import Action, Assignment
from content.store import article_key
from flows.desk import Desk
from flows.researching import dossier_of
from flows.writing import has_writer


def briefs_of(desk: Desk) -> Briefs:
    """The shop's briefs."""
    return Briefs(desk.engine, desk.shop.id)


def lay_down(desk: Desk, assignment: Assignment, key: str) -> Brief:
    """The brief that counts: a person's, or a model's of this week, as it is; else code's, made from the files as
    they are now and kept when it says something new. LedgerGap when the shop has nothing to say.
    """
    briefs = briefs_of(desk)
    latest = briefs.latest(key)
    if latest is not None and (latest.is_of_a_person or (latest.by != "code" and latest.week == desk.week)):
        return latest
    written = desk.told.articles()
    pages = whole_inventory(desk.pages, (), written, desk.shop.site, desk.shop.language)
    dossier = dossier_of(desk, key) or Dossier()
    made = outline(
        assignment, key, desk.week, desk.ledger, dossier, pages, desk.today, can_translate=has_writer(desk)
    )
    return briefs.keep(made)


def lay_down_plan(desk: Desk, planned: list[Assignment]) -> list[tuple[Assignment, Brief | None]]:
    """The briefs of a plan that is not stored; None where the shop has nothing to say yet."""
    found: list[tuple[Assignment, Brief | None]] = []
    for each in planned:
        if each.action is Action.WRITE:
            key = article_key(desk.shop.id, each.concept, each.market.locale)
            try:
                found.append((each, lay_down(desk, each, key)))
            except LedgerGap:
                found.append((each, None))
    return found


def taken_over(desk: Desk, brief: Brief, name: str) -> Brief:
    """A brief as a person left it, kept in their name."""
    return briefs_of(desk).keep(replace(brief, by=f"person:{name}"))
