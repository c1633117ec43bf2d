"""A draft or a brief leaves as a file and comes back as a person's version; a comment has one section written anew."""

import argparse
from typing import TYPE_CHECKING

from content.records import State
from flows.commands.options import read_text
from flows.screen import say
from flows.shop_folder import find_shop

if TYPE_CHECKING:
    from flows.desk import Desk
    from flows.review_files import Brought


def hand_out(desk: "Desk", options: argparse.Namespace) -> None:
    """The draft, or the brief where there is no draft yet or it is asked for."""
    from flows.brief_files import brief_page, is_only_briefed  # noqa: PLC0415
    from flows.review_files import export_draft  # noqa: PLC0415

    is_brief = options.brief or (not options.html and is_only_briefed(desk, options.key))
    page = (
        brief_page(desk, options.key) if is_brief else export_draft(desk, options.key, is_html=options.html)
    )
    if options.out is None:
        say(page.rstrip("\n"))
        return
    options.out.write_text(page, encoding="utf-8")
    back = f'change it, then: acreage review import {options.out} --as "Your name"'
    say(f"{options.out}: {'paste it' if options.html else back}")


def bring_back(options: argparse.Namespace) -> int:
    """Whichever of the two a file says it is."""
    from content.briefs.markdown import is_brief  # noqa: PLC0415
    from flows.desk import opened  # noqa: PLC0415
    from flows.review_files import import_draft, read_file  # noqa: PLC0415

    folder = find_shop(options.shop)
    if options.file.suffix.lower() in {".md", ".markdown", ".txt"} and is_brief(
        text := read_text(options.file)
    ):
        with opened(folder) as desk:
            return _brief(desk, options, text)
    returned = read_file(options.file)
    with opened(folder) as desk:
        week = desk.told.week_of(returned.key)
    with opened(folder, week) as desk:
        return _tell_of(import_draft(desk, options.file, options.name), options.name)


def _brief(desk: "Desk", options: argparse.Namespace, text: str) -> int:
    from flows.brief_files import import_brief  # noqa: PLC0415

    brief = import_brief(desk, options.file, text, options.name)
    article = desk.told.article(brief.key)
    is_written = article is not None and bool(article.draft.body)
    then = "It counts when the article is written anew." if is_written else "The article is written from it."
    say(f"{brief.key}: brief of {options.name} kept, version {brief.version}. {then}")
    return 0


def comment(options: argparse.Namespace) -> int:
    """Keep what a person says of a section; with a writer it is written anew."""
    from flows.approval import find_article  # noqa: PLC0415
    from flows.desk import opened  # noqa: PLC0415
    from flows.review_files import comment as keep  # noqa: PLC0415
    from flows.writing import reviser  # noqa: PLC0415

    folder = find_shop(options.shop)
    with opened(folder) as desk:
        week = desk.told.week_of(find_article(desk, options.key).key)
    with opened(folder, week) as desk:
        anew = reviser(desk, find_article(desk, options.key))
        kept, brought = keep(desk, options.key, options.quote, options.note, options.name, anew)
    where = repr(kept.heading) if kept.heading else "the opening"
    say(f"{kept.key}: comment by {kept.by} on {where} kept.")
    if brought is None:
        say("No writer is set to revise the section: export the draft and change it, or set a writer model.")
        return 0
    return _tell_of(brought, kept.by)


def _tell_of(brought: "Brought", name: str) -> int:
    article = brought.article
    if not brought.is_changed:
        say(f"{article.key}: nothing was changed.")
        return 0
    if not brought.is_kept:
        say(
            f"{article.key} is on the site and stays as it is: {len(brought.blocking)} findings block the new text."
        )
    else:
        points = f", {article.score.points:.0f} points" if article.score else ""
        say(f"{article.key}: version {article.draft.version} by {name}. Now {article.state}{points}.")
    for finding in brought.blocking:
        say(f"  {finding.rule} {' '.join(finding.quote.split())!r}: {finding.cure}")
    if article.published_at and article.state is State.AWAITING:
        say(
            f'It leaves the site with the next build until: acreage review approve {article.key} --as "{name}"'
        )
    return 0 if brought.is_kept else 1
