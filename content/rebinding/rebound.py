"""Plain values that the ledger proves become references to it; nothing a reader sees changes but their spelling."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from content.checks.blocks import Block, body_at
from content.checks.knowledge import knowledge
from content.checks.reading import Reading
from content.checks.view import fold, low
from content.ledger.ledger import Ledger
from content.rebinding.amounts import bound_amounts
from content.rebinding.protected import protected
from content.rebinding.spelling import Speller, matches
from content.records import Draft
from seo.records import Market

_ROUNDS: Final = 3  # a name that is found now may settle whose a number is
_OTHERS: Final = {"quote", "code"}


@dataclass(frozen=True, slots=True)
class Edit:
    """A reference for a stretch of the title, the description or the body."""

    field: str
    start: int
    end: int
    text: str


def rebound(draft: Draft, ledger: Ledger, market: Market, on: date | None = None) -> Draft:
    """The draft with `{{handle.key}}` for every number with a unit, price, range, size and product name that the
    ledger proves and that a reference renders to the same words, or to the same value in another spelling.

    Left plain: what stands in block quotations, code, addresses, sources of quotations and existing references;
    what is a reader's, another product's or anybody's number; one price out of many, unless the sentence points at the
    variant that has it. Doing it again changes nothing.
    """
    for _ in range(_ROUNDS):
        again = _once(draft, ledger, market, on)
        if again == draft:
            break
        draft = again
    return draft


def _once(draft: Draft, ledger: Ledger, market: Market, on: date | None) -> Draft:
    # Read as a draft that came from no file: then a place in a block is a place in its own text.
    bare = replace(draft, source="", offset=0, title_at=0, description_at=None, author_at=None)
    reading = Reading(bare, ledger, market, on)
    speller = Speller(ledger, market, on)
    edits = [*_amounts(reading, speller), *_names(reading, speller)]
    by_field = {
        name: _applied(text, [edit for edit in edits if edit.field == name])
        for name, text in (("title", draft.title), ("description", draft.description), ("body", draft.body))
    }
    return replace(draft, title=by_field["title"], description=by_field["description"], body=by_field["body"])


def _amounts(reading: Reading, speller: Speller) -> Iterator[Edit]:
    for sentence, (start, end), source in bound_amounts(reading, speller):
        place = sentence.start + start, sentence.start + end
        yield from _edit(reading, sentence.block, place, f"{{{{{source}}}}}")


def _names(reading: Reading, speller: Speller) -> Iterator[Edit]:
    """Product names that stand as the ledger writes them; a customer's own question keeps its letters."""
    asked = {low(fold(question)).strip() for question in reading.draft.questions}
    for block in reading.blocks:
        if low(block.text).strip() in asked:
            continue
        for mention in knowledge(reading).names.mentions(block.text):
            for key in ("name", "short"):
                source = f"{mention.handle}.{key}"
                words = speller.words(source)
                places = [
                    (start, end)
                    for start, end in matches(words, block.text, reading.market.language)
                    if start <= mention.start and mention.end <= end
                ]
                found = list(_edit(reading, block, places[0], f"{{{{{source}}}}}", words)) if places else []
                yield from found
                if found:
                    break


def _edit(
    reading: Reading, block: Block, place: tuple[int, int], text: str, exactly: str = ""
) -> Iterator[Edit]:
    """An edit of the draft's own letters, where they are the words themselves and not marks between them."""
    if block.kind in _OTHERS or any(place[0] < r.end and r.start < place[1] for r in block.rendered):
        return
    field = block.kind if block.kind in {"title", "description"} else "body"
    at = body_at(reading.draft) if field == "body" else 0
    start, end = (each - at for each in block.view.span(*place))
    texts = {"title": reading.draft.title, "description": reading.draft.description}
    source = texts.get(field, reading.draft.body)[start:end]
    is_whole = _letters(source) == "".join(block.view.text[slice(*place)].split())
    if is_whole and (not exactly or unicodedata.normalize("NFC", source) == exactly):
        yield Edit(field, start, end, text)


def _letters(source: str) -> str:
    return "".join(fold(source).split())


def _applied(text: str, edits: Sequence[Edit]) -> str:
    """The text with its edits, the first of those that overlap; none where the letters must stay."""
    kept = protected(text)
    free: list[Edit] = []
    for edit in edits:
        if not any(edit.start < end and start < edit.end for start, end in kept) and not any(
            edit.start < other.end and other.start < edit.end for other in free
        ):
            free.append(edit)
    for edit in sorted(free, key=lambda each: each.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text
