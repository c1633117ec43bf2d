"""A draft as a file that a person edits in any editor, and what they bring back.

Values stand as a reader sees them; the references come back by the words (`weaving.py`) and by the ledger
(`rebound.py`). Title, description, keyword and text may be changed, the other lines say which draft it is.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from content.checks.reading import Reading
from content.errors import DraftError
from content.files import split_header
from content.front_matter import Words, read_front_matter
from content.ledger.ledger import Ledger
from content.rebinding.filling import Filled, fill
from content.rebinding.rebound import rebound
from content.rebinding.resting import resting
from content.rebinding.weaving import GAP, Weaver, squeezed
from content.records import Draft, Reliance
from content.references import find_references
from content.written_form import written_forms
from seo.records import Market

KIND: Final = "draft"
AGAIN: Final = "export it again and change only what stands behind the second line of ---"
_HTML: Final = re.compile(r"\s*(?:<!doctype|<html|<\?xml|<meta|<(?:p|div|span|body|head)\b)", re.IGNORECASE)
_OFFICE: Final = re.compile(r"\{\\rtf|PK\x03\x04|%PDF|mso-|<o:p>|docs-internal-guid", re.IGNORECASE)


class _Front(BaseModel):
    """What the file says of itself; what else stands there is left alone."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    acreage: Words = ""
    key: Words = ""
    version: int = 0
    market: Words = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """What a person brought back: which draft of which article, and its texts as they read."""

    key: str
    version: int
    locale: str
    title: str
    description: str
    keyword: str
    body: str


def exported(key: str, draft: Draft, ledger: Ledger, market: Market, on: date | None = None) -> str:
    """The draft as Markdown with front matter; `acreage check FILE` reads it too."""
    title, description, body = filled(draft, ledger, market, on)
    front = {
        "acreage": KIND,
        "key": key,
        "version": draft.version,
        "title": title.text,
        "description": description.text,
        "lang": draft.language,
        "market": draft.market,
        "keyword": draft.keyword,
        "questions": list(draft.questions),
        "sku": draft.sku,
        "written_by": draft.written_by,
    }
    told = {name: value for name, value in front.items() if value not in ("", [])}
    header = yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{header}---\n\n{body.text}\n"


def filled(
    draft: Draft, ledger: Ledger, market: Market, on: date | None = None
) -> tuple[Filled, Filled, Filled]:
    """Title, description and body as they are read."""
    forms = written_forms(draft)
    return (
        fill(draft.title, ledger, market, "json", on, forms),
        fill(draft.description, ledger, market, "json", on, forms),
        fill(draft.body, ledger, market, "markdown", on, forms),
    )


def is_draft(text: str) -> bool:
    """Whether a file says of itself that it is a draft of ours."""
    try:
        return _front(text, "")[0].acreage == KIND
    except DraftError:
        return False


def read_back(text: str, source: str) -> Returned:
    """What a file holds; DraftError in one line when it is no draft of ours any more."""
    if _HTML.match(text) or _OFFICE.search(text[:4096]):
        raise DraftError(
            f"{source}: this is a word processor's or a web page's file: save the text as Markdown (.md), front "
            "matter included, and import that."
        )
    front, offset = _front(text, source)
    if front.acreage != KIND:
        said = f"acreage: {front.acreage}" if front.acreage else "no line `acreage: draft`"
        raise DraftError(f"{source}: the front matter has {said}: {AGAIN}.")
    if not front.key or front.version < 1:
        raise DraftError(
            f"{source}: the front matter names no {'key' if not front.key else 'version'}: {AGAIN}."
        )
    known = read_front_matter(split_header(text, source)[0], source)
    body = unicodedata.normalize("NFC", text[offset:].replace("\r\n", "\n").replace("\r", "\n")).strip("\n")
    if not body.strip() or not known.title.strip():
        raise DraftError(f"{source}: the {'text' if known.title.strip() else 'title'} is empty: {AGAIN}.")
    return Returned(
        front.key, front.version, front.market, known.title.strip(), known.description.strip(),
        squeezed(known.keyword), body,
    )  # fmt: skip


def _front(text: str, source: str) -> tuple[_Front, int]:
    header, offset = split_header(text, source)
    read_front_matter(header, source)  # says which line is broken
    try:
        return _Front.model_validate(yaml.safe_load(header) or {}), offset
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0])
        raise DraftError(
            f"{source}: {name} in the front matter is not what was exported: {AGAIN}."
        ) from error


def restored(
    returned: Returned, draft: Draft, ledger: Ledger, market: Market, on: date | None = None
) -> Draft:
    """The draft with a person's changes, its references bound again; the same draft when nothing was changed.

    What an untouched paragraph rested on it still does, as it was written then: what has changed under it is
    seen. What a changed one rests on is worked out anew. DraftError when the person's own braces do not close.
    """
    told = partial(fill, ledger=ledger, market=market, on=on, forms=written_forms(draft))
    reading = Reading(draft, ledger, market, on)
    weaver, plain = (
        Weaver(reading, partial(told, form="markdown")),
        Weaver(reading, partial(told, form="json")),
    )
    after = replace(
        draft,
        title=plain.line(draft.title, returned.title),
        description=plain.line(draft.description, returned.description),
        keyword=draft.keyword if squeezed(draft.keyword) == returned.keyword else returned.keyword,
        body=weaver.body(draft.body, returned.body),
    )
    if after == draft:
        return draft
    for text in (after.title, after.description, after.body):
        find_references(text)
    bound = rebound(after, ledger, market, on)
    return replace(bound, relies=relied(bound, draft, after, ledger, market, on))


def relied(
    draft: Draft, before: Draft, after: Draft, ledger: Ledger, market: Market, on: date | None
) -> tuple[Reliance, ...]:
    """What each block rests on: as it was where the block is untouched, worked out where it is not."""
    old, new = before.body.split(GAP), after.body.split(GAP)
    places = {block: number for number, block in reversed(list(enumerate(old)))}
    found = resting(draft, ledger, market, on)
    kept: dict[Reliance, None] = {}
    if (draft.title, draft.description) != (before.title, before.description):
        kept |= dict.fromkeys(resting(replace(draft, body=""), ledger, market, on))
    for number, block in enumerate(new):
        own = [each for each in before.relies if each.block == places.get(block, -1)]
        kept |= dict.fromkeys(replace(each, block=number) for each in own)
        if block not in places:
            kept |= dict.fromkeys(each for each in found if each.block == number)
    return tuple(sorted(kept, key=lambda each: each.block))
