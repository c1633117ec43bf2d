"""The bones of a page: title, description, an early answer, headings in order, nothing twice, nothing
empty."""

import re
from collections.abc import Iterator
from typing import Final

from content.checks.blocks import Block
from content.checks.check import Check
from content.checks.reading import Reading, words
from content.records import Finding
from seo.language import stems

TITLE: Final = {"ja": (10, 40), "": (20, 75)}
DESCRIPTION: Final = {"ja": (35, 110), "": (60, 175)}
ANSWER_WORDS: Final = 120
LONG_TEXT: Final = 350  # words after which a text needs headings
_WORDS_JA: Final = 2.2  # characters to a word where no blanks stand between them
_PLACEHOLDER: Final = re.compile(
    r"(?i:lorem ipsum|\[(?:insert|your|name|link|image)[^\]]*\]|<insert|as an ai language model)"
    r"|\bTODO\b|\bTBD\b|\bX{3,}\b|\{%|\$\{"
)
_DONE: Final = re.compile(r"[.!?…。!?؟:;»\"”」)）\]|%✓✗]$|\d$")
_SAME_FROM: Final = 60  # letters from which a repeated paragraph is no slogan
_FRAGMENT: Final = 60  # letters from which a paragraph must end like one


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
            "headings",
            "skip",
            "section",
            "duplicate",
            "alt",
            "link",
            "second-title",
            "unfinished",
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
        yield from _headings(reading)
        yield from _twice(reading)
        yield from _links(reading)
        yield from _unfinished(reading)


def _lengths(reading: Reading) -> Iterator[Finding]:
    language = reading.market.language
    title = reading.blocks[0]
    shortest, longest = TITLE.get(language, TITLE[""])
    if not shortest <= len(title.text.strip()) <= longest:
        cure = f"The title has {len(title.text.strip())} characters: aim at {shortest} to {longest}."
        yield reading.finding("structure.title", title, 0, len(title.text), cure)
    description = next((block for block in reading.blocks if block.kind == "description"), None)
    shortest, longest = DESCRIPTION.get(language, DESCRIPTION[""])
    size = len(description.text.strip()) if description else 0
    if not shortest <= size <= longest:
        cure = f"The description has {size} characters: aim at {shortest} to {longest}."
        yield reading.finding(
            "structure.description", description or title, 0, len((description or title).text), cure
        )


def asked(reading: Reading) -> set[str]:
    """The stems a reader comes with: of the title, the keyword and the first question."""
    language = reading.market.language
    texts = [reading.blocks[0].text, reading.draft.keyword, *reading.draft.questions[:1]]
    return {stem for text in texts for stem in stems(text, language)}


def opening(reading: Reading) -> str:
    """The first 120 words of prose."""
    language = reading.market.language
    limit = ANSWER_WORDS * (_WORDS_JA if language == "ja" else 1)
    taken: list[str] = []
    size = 0.0
    for block in reading.body:
        if block.kind == "heading" and taken:
            break
        if block.kind in {"paragraph", "item", "row"}:
            size += len(block.text) if language == "ja" else len(list(words(block.text)))
            taken.append(block.text)
            if size >= limit:
                break
    return " ".join(taken)


def taken_up(wanted: set[str], found: set[str]) -> set[str]:
    """The stems of a question that an answer takes up, `kürzen` by `kürzbar` too."""
    heads = {stem[:_HEAD] for stem in found if len(stem) >= _HEAD}
    return {stem for stem in wanted if stem in found or stem[:_HEAD] in heads}


_HEAD: Final = 4


def _answer(reading: Reading) -> Iterator[Finding]:
    wanted = asked(reading)
    if not wanted:
        return
    found = set(stems(opening(reading), reading.market.language))
    if not taken_up(wanted, found):
        first = next((block for block in reading.body if block.kind != "heading"), reading.blocks[0])
        yield reading.finding(
            "structure.answer",
            first,
            0,
            len(first.text),
            "Answer in the first paragraph what the title asks, in its own words.",
        )


def _headings(reading: Reading) -> Iterator[Finding]:
    headings = [block for block in reading.body if block.kind == "heading"]
    size = sum(_size(block, reading.market.language) for block in reading.body)
    if not headings and size > LONG_TEXT:
        first = reading.body[0]
        yield reading.finding(
            "structure.headings", first, 0, len(first.text), "Give each question of the text a heading (##)."
        )
    level = 1
    for block in headings:
        if block.level == 1:
            cure = "The page has its title already: make this ## or lower."
            yield reading.finding("structure.second-title", block, 0, len(block.text), cure)
        elif block.level > level + 1:
            cure = f"A heading of level {block.level} follows one of level {level}: use level {level + 1}."
            yield reading.finding("structure.skip", block, 0, len(block.text), cure)
        level = block.level
    for block, following in zip(reading.body, [*reading.body[1:], None], strict=True):
        if block.kind == "heading" and (
            following is None or (following.kind == "heading" and following.level <= block.level)
        ):
            yield reading.finding(
                "structure.section", block, 0, len(block.text), "Write the section, or take its heading out."
            )


def _size(block: Block, language: str) -> float:
    return len(block.text) / _WORDS_JA if language == "ja" else len(list(words(block.text)))


def _twice(reading: Reading) -> Iterator[Finding]:
    seen: set[str] = set()
    for block in reading.body:
        text = " ".join(block.view.low.split())
        is_long = len(text) >= _SAME_FROM or block.kind == "heading"
        if is_long and block.kind not in {"row", "code"} and text in seen:
            yield reading.finding(
                "structure.duplicate", block, 0, len(block.text), "This stands above already: take one out."
            )
        seen.add(text)


def _links(reading: Reading) -> Iterator[Finding]:
    for block in reading.body:
        for link in block.links:
            has_words = bool(block.text[link.start : link.end].strip())
            if link.is_image and not has_words:
                cure = "Describe the image in its brackets: ![what it shows](…)."
                yield reading.finding("structure.alt", block, link.start, link.end, cure)
            elif not link.is_image and (not has_words or not _leads(link.url)):
                yield reading.finding(
                    "structure.link",
                    block,
                    link.start,
                    link.end,
                    f"Give the link words and a target ({link.url!r} is none).",
                )


def _leads(url: str) -> bool:
    return bool(url) and url != "#" and not url.lower().startswith(("javascript:", "data:"))


def _unfinished(reading: Reading) -> Iterator[Finding]:
    for block in reading.body:
        match = _PLACEHOLDER.search(block.text)
        if match:
            yield reading.finding("structure.unfinished", block, *match.span(), "Replace the placeholder.")
    last = next((block for block in reversed(reading.body) if block.kind != "row"), None)
    if (
        last
        and last.kind == "paragraph"
        and len(last.text) > _FRAGMENT
        and not _DONE.search(last.text.strip())
    ):
        yield reading.finding(
            "structure.unfinished",
            last,
            max(0, len(last.text) - 30),
            len(last.text),
            "The text breaks off: finish the sentence.",
        )
