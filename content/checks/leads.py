"""What stands first on a page: the words a reader, and a search engine's snippet, takes for its answer."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from content.checks.blocks import Block
from content.checks.reading import Reading, size_of
from content.checks.view import low

OPENING: Final = 20  # words; a first paragraph shorter than this opens together with the next
LEAST: Final = 5  # words below which nothing was said
_OF_QUESTIONS: Final = re.compile(
    r"\b(?:questions?|q ?& ?a|faqs?|preguntas?|dudas?|fragen)\b|\bا?ل?ا?سيل[هةت]|質問|疑問|[qｑ][&＆][aａ]"
)


def lead(reading: Reading) -> str:
    """The folded text a page opens with: of its first paragraphs, or of a question and its answer on a page that calls
    itself one of questions; empty where a heading, a list or a table comes first."""
    blocks = [block for block in reading.body if block.kind != "code" and not is_title(block)]
    asked = {id(block) for block in answered(blocks)} if _is_of_questions(reading) else set()
    if not blocks or (blocks[0].kind not in {"paragraph", "quote"} and id(blocks[0]) not in asked):
        return ""
    taken = ""
    for block in blocks:
        if block.kind == "heading" and id(block) not in asked:
            continue
        taken = f"{taken} {block.text}".strip()
        if size_of(taken, reading.market.language) >= OPENING:
            break
    return taken if size_of(taken, reading.market.language) >= LEAST else ""


def answered(blocks: Sequence[Block]) -> list[Block]:
    """Headings that ask, with something below them."""
    return [
        block
        for block, below in pairwise(blocks)
        if block.kind == "heading" and below.kind != "heading" and _asks(block)
    ]


def is_title(block: Block) -> bool:
    """Whether it is the file's own heading over everything."""
    return block.kind == "heading" and block.level == 1


def _asks(block: Block) -> bool:
    return block.text.rstrip().endswith(("?", "؟", "か"))


def _is_of_questions(reading: Reading) -> bool:
    titles = (reading.blocks[0].text, *(block.text for block in reading.body if is_title(block)))
    return any(_OF_QUESTIONS.search(low(title)) for title in titles)
