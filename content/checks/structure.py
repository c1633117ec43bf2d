"""The bones of a page: title, description, an early answer, headings in order, nothing twice, nothing
empty."""

import re
from collections.abc import Iterator
from typing import Final

from content.checks.bones import bones
from content.checks.check import Check
from content.checks.head import head
from content.checks.json_ld import json_ld
from content.checks.knowledge import knowledge
from content.checks.leads import is_title, lead
from content.checks.links import links
from content.checks.pixels import DESCRIPTION, DESCRIPTION_PX, TITLE, TITLE_PX, width
from content.checks.reading import FAR, Reading, size_of, words
from content.checks.view import fold
from content.records import Finding
from seo.language import stems

ANSWER_WORDS: Final = 120
_LONGEST_OPENING: Final = 4000  # letters of one paragraph that are read
THIN: Final = 25  # words: below this there is hardly a page
_WORDS_JA: Final = 2.2  # characters to a word where no blanks stand between them


class Structure(Check):
    """Whether the page is built so that a reader finds the answer."""

    name = "structure"
    rules = tuple(
        f"structure.{fault}"
        for fault in (
            "empty",
            "title",
            "description",
            "answer",
            "lead",
            "headings",
            "skip",
            "section",
            "duplicate",
            "alt",
            "link",
            "second-title",
            "unfinished",
            "thin",
            "long",
            "broken-link",
            "picture",
            "chart",
            "noindex",
            "canonical",
            "hreflang",
            "json-ld",
            "data",
            "date",
            "byline",
            "undated",
            "unsourced",
            "disclosure",
        )
    )

    def check(self, reading: Reading) -> Iterator[Finding]:
        text = " ".join(block.text for block in reading.body if block.kind != "heading")
        if not text.strip():
            yield reading.finding(
                "structure.empty",
                reading.blocks[0],
                0,
                0,
                "There is no text under the title: write the page.",
            )
            return
        yield from _lengths(reading)
        yield from _answer(reading)
        yield from _lead(reading)
        yield from bones(reading)
        yield from links(reading)
        yield from head(reading)
        yield from json_ld(reading)


def _lengths(reading: Reading) -> Iterator[Finding]:
    language = reading.market.language
    title = reading.blocks[0]
    least, most = TITLE.get(language, TITLE[""])
    wide = width(title.text.strip(), TITLE_PX)
    if not least <= wide <= most:
        cure = f"The title is {wide} pixels wide: aim at {least} to {most}, result lists cut the rest."
        yield reading.finding("structure.title", title, 0, len(title.text), cure)
    description = next((block for block in reading.blocks if block.kind == "description"), None)
    least, most = DESCRIPTION.get(language, DESCRIPTION[""])
    wide = width(description.text.strip(), DESCRIPTION_PX) if description else 0
    if description is None:
        yield reading.page_finding(
            "structure.description", "There is no description: say what the page answers."
        )
    elif not least <= wide <= most:
        cure = f"The description is {wide} pixels wide: aim at {least} to {most}."
        yield reading.finding("structure.description", description, 0, len(description.text), cure)
    size = sum(size_of(block.text, language) for block in reading.body)
    if len(reading.draft.body) > FAR:
        cure = f"Language and originality are weighed in the first {FAR} letters only: make it several pages."
        yield reading.page_finding("structure.long", cure)
    if size < THIN:
        yield reading.page_finding(
            "structure.thin", f"{size:.0f} words answer hardly anything: say more, or less alone."
        )


def asked(reading: Reading) -> set[str]:
    """The stems a reader comes with: of the title, the keyword and the first question."""
    language = reading.market.language
    texts = [reading.blocks[0].text, reading.draft.keyword, *reading.draft.questions[:1]]
    return {stem for text in texts for stem in stems(text, language)}


def opening(reading: Reading) -> str:
    """The first 120 words of prose, whatever headings stand between."""
    language = reading.market.language
    limit = ANSWER_WORDS * (_WORDS_JA if language == "ja" else 1)
    taken: list[str] = []
    size = 0.0
    for block in reading.body:
        if block.kind in {"paragraph", "item", "row"}:
            size += len(block.text) if language == "ja" else len(list(words(block.text)))
            taken.append(block.text[:_LONGEST_OPENING])
            if size >= limit:
                break
    return " ".join(taken)


def taken_up(wanted: set[str], found: set[str]) -> set[str]:
    """The stems of a question that an answer takes up, `kürzen` by `kürzbar` too, `Vorratsglas` by `Glas`."""
    heads = {stem[:_HEAD] for stem in found if len(stem) >= _HEAD}
    ends = tuple(stem for stem in found if len(stem) >= (_END_JA if _JAPANESE.match(stem) else _HEAD))
    return {stem for stem in wanted if stem in found or stem[:_HEAD] in heads or stem.endswith(ends)}


_HEAD: Final = 4
_END_JA: Final = 2
_JAPANESE: Final = re.compile("[\u30a0-\u30ff\u3400-\u9fff]")


def _answer(reading: Reading) -> Iterator[Finding]:
    wanted = asked(reading)
    if not wanted:
        return
    text = opening(reading)
    if taken_up(wanted, set(stems(text, reading.market.language)) | _named(reading, text)):
        return
    first = next((block for block in reading.body if block.sentences and block.kind != "heading"), None)
    if first is None:
        return
    start, end = first.sentences[0]
    cure = "Answer in the first paragraph what the title asks, in its own words."
    yield reading.finding("structure.answer", first, start, end, cure)


def _lead(reading: Reading) -> Iterator[Finding]:
    if lead(reading):
        return
    first = next((block for block in reading.body if not is_title(block)), reading.body[0])
    cure = "Nothing is said first: answer in a paragraph above the first heading, list or table."
    yield reading.finding("structure.lead", first, *(first.sentences[0] if first.sentences else (0, 0)), cure)


def _named(reading: Reading, text: str) -> set[str]:
    """The stems of the full names of products named: “take the Norrvik” speaks of a curtain."""
    language = reading.market.language
    handles = {mention.handle for mention in knowledge(reading).names.mentions(text)}
    return {
        stem for handle in handles for stem in stems(fold(reading.ledger.name(handle, language)), language)
    }
