"""A brief as one page of Markdown that a person reads and changes, and read back.

Everything may be changed but the key: headings, order, questions, titles, facts by their reference. What stands
behind ` — ` is there for reading only and is never read back.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal, cast, get_args

from content.briefs.brief import Barred, Brief, Form, LinkIn, Section, Shape
from content.briefs.known import Known
from content.briefs.naming import Names
from content.briefs.pages import BEGIN, Chapter, Item, chapters_of, front_of, stop
from content.briefs.sheet import ADVICE, line_of
from content.dossier import Dossier
from content.errors import BriefError
from content.ledger.ledger import Ledger
from content.records import PlannedLink
from content.reliance import is_claim
from seo.records import Market

OPENING = "(opening)"
DASH = " — "
LONGEST = 100  # characters of a quote or an advice that are shown
_HELP = """\
<!-- Change what you like: headings, order, questions, titles, lines. A fact is named by its reference,
{{handle.key}}, or by a claim, highest(width; category:curtains). What stands behind a long dash is for reading only.
Read it back with: acreage review import FILE --as "Your name" -->"""


def written(brief: Brief, ledger: Ledger, dossier: Dossier, on: date | None = None) -> str:
    """The page. `read` makes the same brief of it again."""
    names = Names(ledger, market_of(brief, ledger), on)
    lines = [*_head(brief), ""]
    lines += _listed("Titles", brief.titles)
    for section in brief.sections:
        lines += [*_section(section, names, dossier), ""]
    lines += _pairs("Never", [(b.what, (("why", b.why),)) for b in brief.never])
    lines += _links(brief)
    lines += _listed("Chances", brief.chances)
    return "\n".join(lines).rstrip("\n") + "\n"


def market_of(brief: Brief, ledger: Ledger) -> Market:
    """The shop's market of the brief's locale."""
    known = {market.locale: market for market in ledger.shop.markets}
    return known.get(brief.locale) or Market(brief.locale, ledger.shop.default_currency)


def _head(brief: Brief) -> Iterator[str]:
    yield from (
        "---",
        "acreage: brief",
        f"key: {brief.key}",
        f"week: {brief.week}",
        f"locale: {brief.locale}",
    )
    yield from (
        f"version: {brief.version}",
        f"by: {brief.by}",
        "---",
        "",
        f"# {brief.question}",
        "",
        _HELP,
        "",
    )
    for label, value in (
        ("Reader", brief.reader),
        ("Promise", brief.promise),
        ("Shape", brief.shape),
        ("Keyword", brief.keyword),
        ("Picture", brief.picture),
    ):
        yield f"{label}: {value}".rstrip(" ")


def _listed(heading: str, items: Sequence[str], level: str = "##") -> list[str]:
    return [f"{level} {heading}", *(f"- {item}" for item in items), ""] if items else []


def _pairs(heading: str, items: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> list[str]:
    """A list whose entries have lines of their own below."""
    lines = [
        line
        for first, rest in items
        for line in (f"- {first}", *(f"  {name}: {value}".rstrip(" ") for name, value in rest))
    ]
    return [f"## {heading}", *lines, ""] if items else []


def _section(section: Section, names: Names, dossier: Dossier) -> list[str]:
    lines = [f"## Section: {section.heading or OPENING}"]
    lines += [f"Purpose: {section.purpose}".rstrip(" "), f"Form: {section.form}", ""]
    lines += _listed("Questions", section.questions, "###")
    lines += _listed("Facts", [_fact(ref, names) for ref in section.facts], "###")
    lines += _listed("Evidence", [_evidence(mark, names) for mark in section.evidence], "###")
    lines += _listed("Quotes", [_quote(id_, dossier) for id_ in section.quotes], "###")
    return lines[:-1]


def _fact(reference: str, names: Names) -> str:
    line = line_of(reference, names)
    shown = reference if is_claim(reference) else line.typed
    return f"{shown}{DASH}{_short(line.told)}"


def _evidence(mark: str, names: Names) -> str:
    if mark.startswith(ADVICE):
        texts = [a.answer for a in names.ledger.advice if f"{ADVICE}{a.id}" == mark]
    else:
        texts = [e.text for e in names.ledger.evidence if f"evidence.{e.id}" == mark]
    language = names.tongue(texts[0]) if texts else ""
    if not language:
        return mark
    said = f"({names.in_language(language)}) " if language != names.market.language else ""
    return f"{mark}{DASH}{said}{_short(texts[0].get(language) or '')}"


def _quote(id_: str, dossier: Dossier) -> str:
    quote = next((each for each in dossier.quotes if each.id == id_), None)
    if quote is None:
        return id_
    page = dossier.page(quote.page)
    source = f" ({page.title}, {page.url}, {page.fetched_on.isoformat()})" if page else ""
    return f"{id_}{DASH}“{_flat(quote.text)}”{_flat(source)}"


def _links(brief: Brief) -> list[str]:
    own = [brief.target] if brief.target else []
    lines: list[str] = []
    for heading, links in (("Target", own), ("Links out", list(brief.links_out))):
        items = []
        for link in links:
            rest = [("url", link.url), ("kind", link.kind)]
            rest += [("concept", link.concept)] if link.concept else []
            items.append((link.anchor, rest))
        lines += _pairs(heading, items)
    links_in = [(link.url, (("anchor", link.anchor), ("sentence", link.sentence))) for link in brief.links_in]
    return lines + _pairs("Links in", links_in)


def _short(text: str) -> str:
    flat = _flat(text)
    return flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 1]}…"


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).rstrip()


# --- read back --------------------------------------------------------------------------------------------

MARK = "brief"
CHAPTERS = ("titles", "never", "target", "links out", "links in", "chances")
PARTS = ("questions", "facts", "evidence", "quotes")
LinkKind = Literal["category", "product", "article"]


def is_brief(text: str) -> bool:
    """Whether a file says of itself that it is a brief."""
    try:
        return front_of(text).get("acreage") == MARK
    except BriefError:
        return False


def key_of(text: str) -> str:
    """The key of the article a brief is for; BriefError when the file does not say."""
    key = front_of(text).get("key")
    return str(key) if key else stop(1, f"no key: {BEGIN}")


def read(text: str, before: Brief, ledger: Ledger, dossier: Dossier, on: date | None = None) -> Brief:
    """The brief as a person left it; BriefError in one line says which line, what is wrong there, how to cure it.

    `before` is the version that was exported. What it names already may stand, though nobody states it any more;
    whatever is new must exist. Who made it and its version stay as they were: the store counts.
    """
    if not is_brief(text) or key_of(text) != before.key:
        stop(1, f"not the brief of {before.key}: {BEGIN}")
    chapters = chapters_of(text)
    if not chapters or not chapters[0].name:
        stop(1, "no question: begin the page with # and the question")
    head, *others = chapters
    known = Known(before, ledger, dossier, market_of(before, ledger), on)
    sections = tuple(_read_section(each, known) for each in others if each.is_section(CHAPTERS))
    if not sections:
        stop(head.line, 'no section is left: write one, "## Section: " and its heading')
    lists = {each.name.casefold(): each.items() for each in others if not each.is_section(CHAPTERS)}
    lists = {name: lists.get(name, ()) for name in CHAPTERS}
    target = _read_links(lists["target"])
    return replace(
        before,
        question=head.name,
        reader=_field(head, "reader", before.reader),
        promise=_field(head, "promise", before.promise),
        shape=cast("Shape", _one_of(head, "shape", before.shape, get_args(Shape))),
        keyword=_field(head, "keyword", before.keyword),
        picture=_field(head, "picture", before.picture),
        sections=sections,
        titles=tuple(known.title(item.line, item.text) for item in lists["titles"]),
        never=tuple(Barred(item.text, item.rest.get("why", "")) for item in lists["never"]),
        target=target[0] if target else None,
        links_out=_read_links(lists["links out"]),
        links_in=tuple(
            LinkIn(i.text, i.rest.get("sentence", ""), i.rest.get("anchor", "")) for i in lists["links in"]
        ),
        chances=tuple(item.text for item in lists["chances"]),
    )


def _read_section(chapter: Chapter, known: Known) -> Section:
    unknown = [name for name in chapter.lists if name not in PARTS]
    if unknown:
        stop(chapter.line, f"{unknown[0] or 'a list'!r} is no part of a section: it has {', '.join(PARTS)}")
    heading = "" if chapter.heading.casefold() == OPENING else chapter.heading
    lists: Mapping[str, Sequence[Item]] = {name: chapter.items(name) for name in PARTS}
    return Section(
        heading,
        _field(chapter, "purpose", ""),
        tuple(item.text for item in lists["questions"]),
        tuple(known.fact(item.line, _bare(item)) for item in lists["facts"]),
        tuple(known.evidence(item.line, _bare(item)) for item in lists["evidence"]),
        tuple(known.quote(item.line, _bare(item)) for item in lists["quotes"]),
        cast("Form", _one_of(chapter, "form", "prose", get_args(Form))),
    )


def _read_links(items: Sequence[Item]) -> tuple[PlannedLink, ...]:
    found = []
    for item in items:
        kind = item.rest.get("kind", "article")
        if kind not in get_args(LinkKind):
            stop(item.line, f"kind {kind!r} is none of {', '.join(get_args(LinkKind))}")
        url, concept = item.rest.get("url", ""), item.rest.get("concept", "")
        found.append(PlannedLink(url, item.text, cast("LinkKind", kind), concept))
    return tuple(found)


def _field(chapter: Chapter, name: str, otherwise: str) -> str:
    """What a line says, an emptied one too; a line taken out leaves what was there."""
    return chapter.fields[name][1] if name in chapter.fields else otherwise


def _one_of(chapter: Chapter, name: str, otherwise: str, known: Sequence[str]) -> str:
    line, told = chapter.fields.get(name, (chapter.line, otherwise))
    if told not in known:
        stop(line, f"{name} {told!r} is none of {', '.join(known)}")
    return told


def _bare(item: Item) -> str:
    """A reference without what was shown beside it."""
    return item.text.partition(DASH)[0].strip(" ")
