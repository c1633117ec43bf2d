"""Briefs on the screen and in files: shown, exported as Markdown, read back in a person's name."""

from pathlib import Path

from content.briefs.brief import Brief
from content.briefs.markdown import key_of, read, written
from content.dossier import Dossier
from content.errors import BriefError
from flows.briefing import briefs_of, taken_over
from flows.desk import Desk
from flows.errors import WrongUse
from flows.researching import dossier_of


def find_brief(desk: Desk, key: str) -> Brief | None:
    """The brief of the article whose key begins like this; None when there is none. WrongUse when there are several."""
    briefs = briefs_of(desk)
    found = [each for each in briefs.keys() if each.startswith(key.lower())] if key else []  # noqa: SIM118  a method
    if len(found) > 1:
        raise WrongUse(f"{key!r}: {len(found)} briefs begin like this: write more of the key.")
    return briefs.latest(found[0]) if found else None


def brief_page(desk: Desk, key: str) -> str:
    """A brief as its page; WrongUse says how to get one."""
    brief = find_brief(desk, key)
    if brief is None:
        raise WrongUse(f"{key!r}: no article has a brief with this key: acreage week --plan-only makes them.")
    return written(brief, desk.ledger, _dossier(desk, brief), desk.today)


def is_only_briefed(desk: Desk, key: str) -> bool:
    """Whether an article has a brief and not a word is written yet."""
    brief = find_brief(desk, key)
    article = desk.told.article(brief.key) if brief else None
    return brief is not None and (article is None or not article.draft.body)


def import_brief(desk: Desk, path: Path, text: str, name: str) -> Brief:
    """Read a brief back and keep it in a person's name; what is not right is one line with the file and line."""
    who = " ".join(name.split())
    if not who:
        raise WrongUse('say who changed it: --as "Your name".')
    try:
        key = key_of(text)
        before = briefs_of(desk).latest(key)
        if before is None:
            raise WrongUse(f"{path}: no article has the key {key!r}: export its brief first.")
        brief = read(text, before, desk.ledger, _dossier(desk, before), desk.today)
    except BriefError as error:
        raise WrongUse(f"{path}, {error}") from error
    if brief == before:
        raise WrongUse(f"{path}: says what the brief says already: nothing was changed.")
    return taken_over(desk, brief, who)


def _dossier(desk: Desk, brief: Brief) -> Dossier:
    return dossier_of(desk, brief.key) or Dossier()
