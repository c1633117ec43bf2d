"""A draft leaves as a file and comes back as a person's version; a comment names a section to be written anew.

What comes back is checked and scored like every other draft. A page that stands on the site is only replaced by
a text that nothing blocks.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from content.comments import Comment, Comments
from content.errors import DraftError
from content.rebinding.files import Returned, exported, read_back, relied, restored
from content.rebinding.page import as_html
from content.rebinding.rebound import rebound
from content.records import Article, Draft, Finding, Severity, State
from content.writing.comments import Revise, Section, Wish, replaced, section_of
from flows import stages
from flows.approval import find_article, named
from flows.checking import findings_of
from flows.closing import rendered
from flows.desk import Desk
from flows.errors import WrongUse
from flows.iso_week import now
from flows.lease import at_work
from flows.refreshing import earlier

PATIENCE_S = 60.0  # for somebody who brings back the same article
_NO_TEXT = (b"PK\x03\x04", b"{\\rtf", b"%PDF", b"\xd0\xcf\x11\xe0")
"""How files of word processors begin."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of a text that was brought back, or of a section written anew."""

    article: Article  # as it stands now
    is_changed: bool
    is_kept: bool = True  # False: a page on the site stays as it is, because something blocks the new text
    findings: tuple[Finding, ...] = ()

    @property
    def blocking(self) -> list[Finding]:
        """What keeps it from going out."""
        return [each for each in self.findings if each.severity is Severity.BLOCK]


def export_draft(desk: Desk, key: str, *, is_html: bool = False) -> str:
    """The draft of an article as a file's text."""
    article = _written(find_article(desk, key))
    market = article.assignment.market
    if is_html:
        return as_html(article.key, article.draft, desk.ledger, market, desk.shop.site, desk.today)
    return exported(article.key, article.draft, desk.ledger, market, desk.today)


def read_file(path: Path) -> Returned:
    """What a person's file holds; one clear line when it cannot be a draft."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise WrongUse(f"{path}: no such file.") from None
    except IsADirectoryError:
        raise WrongUse(f"{path}: is a folder, name a file.") from None
    if content.startswith(_NO_TEXT):
        raise WrongUse(f"{path}: this is a word processor's file: save it as Markdown or plain text (.md).")
    try:
        return read_back(content.decode("utf-8-sig"), str(path))
    except UnicodeDecodeError as error:
        raise WrongUse(f"{path}: not UTF-8 (byte {error.start}): save it as UTF-8.") from None


def import_draft(desk: Desk, path: Path, name: str) -> Brought:
    """Keep what a person brought back as the next version, in their name. The desk must stand on its week."""
    who, returned = named(name), read_file(path)
    with at_work(desk.told, f"import {returned.key}", PATIENCE_S):
        article = _meant(desk, returned, path)
        market = article.assignment.market
        try:
            draft = restored(returned, article.draft, desk.ledger, market, desk.today)
        except DraftError as error:
            raise WrongUse(f"{path}: {error}") from None
        if draft == article.draft:
            return Brought(article, is_changed=False, findings=article.findings)
        return _kept(desk, article, replace(draft, written_by=f"person:{who}"))


def _meant(desk: Desk, returned: Returned, path: Path) -> Article:
    """The article a file is a draft of, if the file was made from its latest version."""
    article = desk.told.article(returned.key)
    if article is None:
        raise WrongUse(f"{path}: this shop has no article {returned.key!r}: see acreage review list.")
    _written(article)
    latest = article.draft
    if article.state in stages.DEAD:
        raise WrongUse(f"{path}: {article.key} is {article.state}: its text cannot be changed any more.")
    if returned.locale != latest.market:
        raise WrongUse(
            f"{path}: market {returned.locale!r} is not the article's ({latest.market}): leave that line."
        )
    if returned.version < latest.version:
        raise WrongUse(
            f"{path}: made from version {returned.version}; version {latest.version} by {latest.written_by} is newer: "
            f"acreage review export {article.key}, and carry the changes over."
        )
    if returned.version > latest.version:
        raise WrongUse(
            f"{path}: version {returned.version} is not known; the latest is {latest.version}: was it made in another "
            "copy of the shop?"
        )
    return article


def _kept(desk: Desk, article: Article, draft: Draft) -> Brought:
    """Store a new version, then check, score and decide as in any week; a page on the site must not get worse."""
    draft = replace(draft, version=article.draft.version + 1)
    if article.state in stages.ON_SITE:
        findings = _findings(desk, article, draft)
        if any(each.severity is Severity.BLOCK for each in findings):
            return Brought(article, is_changed=True, is_kept=False, findings=findings)
    fresh = replace(
        article, draft=draft, findings=(), score=None, state=State.DRAFTED, reason="", approved_by="",
        updated_at=now() if article.published_at else None,
    )  # fmt: skip
    desk.told.save_article(fresh, desk.week, desk.inputs)
    for stage in (stages.check, stages.score, stages.decide):
        stage(desk, article.key)
    after = find_article(desk, article.key)
    return Brought(after, is_changed=True, findings=after.findings)


def _findings(desk: Desk, article: Article, draft: Draft) -> tuple[Finding, ...]:
    others = [other.draft for other in earlier(article, desk.told.articles())]
    return findings_of(desk, article, draft, others)


def _written(article: Article) -> Article:
    if not article.draft.body:
        raise WrongUse(f"{article.key}: nothing is written yet ({article.reason or article.state}).")
    return article


def comment(
    desk: Desk, key: str, quote: str, note: str, name: str, revise_section: Revise | None = None
) -> tuple[Comment, Brought | None]:
    """Keep a person's remark on the section that holds the quote; with a writer, that section is written anew.

    The desk must stand on the article's week. Without a writer nothing changes, and the second value is None.
    """
    who, said = named(name), " ".join(note.split())
    if not said:
        raise WrongUse('say what is to change: --note "…".')
    article = _written(find_article(desk, key))
    if article.state in stages.DEAD:
        raise WrongUse(f"{article.key} is {article.state}: its text cannot be changed any more.")
    draft, market = article.draft, article.assignment.market
    section = section_of(draft, quote, lambda text: rendered(text, desk.ledger, market))
    kept = Comment(article.key, draft.version, section.heading, quote, said, who, now())
    comments = Comments(desk.engine, desk.shop.id)
    comments.keep(kept)
    if revise_section is None:
        return kept, None
    text = revise_section(draft, section, Wish(quote, said))
    if find_article(desk, key).draft != draft:
        raise WrongUse(
            f"{article.key} was changed while the section was written: the comment is kept, ask again."
        )
    brought = _revised(desk, article, section, text)
    if brought.is_changed and brought.is_kept:
        kept = replace(kept, answered_in=brought.article.draft.version)
        comments.keep(kept)
    return kept, brought


def _revised(desk: Desk, article: Article, section: Section, text: str) -> Brought:
    before, market = article.draft, article.assignment.market
    after = replaced(before, section, text)
    bound = rebound(after, desk.ledger, market, desk.today)
    if bound.body == before.body:
        return Brought(article, is_changed=False, findings=article.findings)
    relies = relied(bound, before, after, desk.ledger, market, desk.today)
    return _kept(desk, article, replace(bound, relies=relies))


def comments_of(desk: Desk, key: str) -> Sequence[Comment]:
    """What people said about an article, oldest first."""
    return Comments(desk.engine, desk.shop.id).of(key)
