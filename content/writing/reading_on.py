"""The planned links written into a page: where the text names the thing, else in a short list at its end.

What is for sale (the category or product the page leads to) is linked in the sentence that names it; the cards
under the text are the place for all the others. Articles are linked in the list, under words that people asked
with: it goes along to every place, while the cards "related" stand on the shop's own site alone and fill up there
what the list leaves open.
"""

import re
from collections.abc import Sequence
from typing import Final

from content.records import PlannedLink
from content.writing.page import Page, Part
from content.writing.phrases import capital
from content.writing.questions import quoted

_PROSE: Final = re.compile(r"(?![#>|!]|\s*[-*+] |\s*\d+\. )")
_HELD: Final = re.compile(r"\{\{.*?\}\}|\[[^\]]*\]\([^)]*\)")
"""References and links: no link stands inside another."""


def with_links(parts: Sequence[Part], page: Page) -> list[Part]:
    """The parts with the assignment's links in them; none of their numbers moves, a list comes last."""
    found = list(parts)
    for_sale = [link for link in page.assignment.links if link.kind != "article"]
    left = [link for link in page.assignment.links if link.kind == "article"]
    left += [link for link in for_sale if not _in_a_sentence(found, link, page)]
    lines = list(dict.fromkeys(line for link in left if (line := _line(link))))
    if not lines:
        return found
    heading = Part(f"## {capital(page.heading('read_on'))}")
    return [*found, heading, Part("\n".join(f"- {line}" for line in lines))]


def _line(link: PlannedLink) -> str:
    target = f"article:{link.concept}" if link.kind == "article" else link.url
    return f"[{quoted(capital(link.anchor))}]({target})" if target and link.anchor else ""


def _in_a_sentence(parts: list[Part], link: PlannedLink, page: Page) -> bool:
    """Link the first mention in running text; False when there is none. One that is linked already will do."""
    named = _names(link, page)
    for place, part in enumerate(parts):
        if f"]({named[0][1]})" in part.text:
            return True
        for words, target in named if _PROSE.match(part.text) else ():
            if linked := _linked(part.text, words, target):
                parts[place] = Part(linked, part.relies)
                return True
    return False


def _names(link: PlannedLink, page: Page) -> list[tuple[str, str]]:
    """What the text may call it, and the address: a product goes by its references, which change with it."""
    if link.kind == "product":
        handles = (h for h in page.assignment.handles if page.ledger.url(h, page.market) == link.url)
        own = next(handles, "")
        if own:
            return [(f"{{{{{own}.{key}}}}}", f"{{{{{own}.url}}}}") for key in ("short", "name")]
    return [(words, link.url) for words in dict.fromkeys((link.anchor, capital(link.anchor)))]


def _linked(text: str, words: str, target: str) -> str:
    """The text with the words linked where they stand free; empty when they do not."""
    if words.startswith("{{"):
        held = [each.span() for each in _HELD.finditer(text) if not each[0].startswith("{{")]
    else:
        held = [each.span() for each in _HELD.finditer(text)]
    for found in re.finditer(
        rf"(?<!\w){re.escape(words)}(?!\w)" if words.isascii() else re.escape(words), text
    ):
        if not any(start < found.end() and found.start() < end for start, end in held):
            return f"{text[: found.start()]}[{found[0]}]({target}){text[found.end() :]}"
    return ""
