"""From what a model answered to a draft: figures placed, parts without anything of the shop cut, values bound to the
ledger, sources named.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from content.briefs.sheet import facts_of
from content.checks.orders import orders
from content.dossier import Quote, StoredPage
from content.errors import DraftError
from content.plan.headline import is_own_question
from content.rebinding.rebound import rebound
from content.rebinding.resting import resting
from content.records import Draft
from content.references import find_references
from content.reliance import claim
from content.research.addresses import host_of
from content.writing.model.answers import Said
from content.writing.model.figures import placed
from content.writing.model.offered import address, offered
from content.writing.model.parts import BETWEEN, Part, blocks
from content.writing.model.task import Task

_MARK: Final = re.compile(r"\[\^(q\d[\w-]*)\]")
_LEADS: Final = re.compile(r"\]\([^)]*\)|\{\{.*?\}\}|<[^>]*>|(?:https?:)?//\S+|www\.\S+")
_NOT_WORDS: Final = re.compile(r"[\[\]<>{}]")
_ASKED: Final = re.compile(r"^> ", re.MULTILINE)


def part(heading: str, said: Sequence[Said], task: Task) -> Part:
    """A part as a model wrote it, with its figures in place."""
    found = (placed(each, task) for each in blocks([(each.text, each.rests_on) for each in said]))
    bare = re.sub(r"^#+ *", "", " ".join(heading.split()))
    return Part(bare, tuple(block for block in found if block is not None))


def draft(task: Task, title: str, description: str, parts: Sequence[Part], written_by: str) -> Draft:
    """The draft these parts make: first version, with what every block rests on."""
    kept = [
        each for number, each in enumerate(parts) if number == 0 or (each.blocks and not _is_borrowed(each))
    ]
    lines = [line for each in kept for line in each.lines()]
    body = BETWEEN.join(text for text, _ in lines)
    plain = Draft(
        title=" ".join(title.split()),
        description=" ".join(description.split()),
        body=BETWEEN.join(filter(None, [body, _sources(body, task)])),
        language=task.market.language,
        market=task.market.locale,
        keyword=task.brief.keyword,
        questions=tuple(dict.fromkeys(q for each in task.brief.sections for q in each.questions)),
        sku=task.assignment.handles[0] if len(task.assignment.handles) == 1 else "",
        written_by=written_by,
        links=tuple(dict.fromkeys(filter(None, map(address, offered(task))))),
    )
    bound = rebound(plain, task.ledger, task.market, task.on)
    declared = {number: rests_on for number, (_, rests_on) in enumerate(lines) if rests_on}
    declared[0] = (*declared.get(0, ()), *_unnamed(task, declared.values()))
    return replace(bound, relies=resting(bound, task.ledger, task.market, task.on, declared))


def _unnamed(task: Task, declared: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Advice and evidence of another language that was offered and that no block names. No check could find its words
    on the page, so the page as a whole rests on it: when its authors rewrite it, somebody looks again.
    """
    named = {each for rests_on in declared for each in rests_on}
    lines = facts_of(task.brief, task.ledger, task.market, task.on)
    return tuple(
        each.reference
        for each in lines
        if each.language and not {each.reference, claim(*each.reference.split(".", 1))} & named
    )


def _is_borrowed(part: Part) -> bool:
    """Whether it holds quotations and nothing of this shop: no fact, no evidence, no customer's question."""
    text = part.text
    if not _MARK.search(text):
        return False
    is_asked = is_own_question(part.heading) or bool(_ASKED.search(text))
    return not (is_asked or any(each.rests_on for each in part.blocks) or _has_references(text))


def _has_references(text: str) -> bool:
    try:
        return bool(find_references(text))
    except DraftError:
        return True  # the checks will say what is wrong with them


def _sources(body: str, task: Task) -> str:
    """A line for each mark that is used: whose words, from which page."""
    used = dict.fromkeys(_MARK.findall(body))
    known = {quote.id: quote for quote in task.dossier.quotes}
    return "\n".join(line for name in used if name in known for line in _source(known[name], task))


def _source(quote: Quote, task: Task) -> Iterator[str]:
    page = task.dossier.page(quote.page)
    if page is not None:
        words = " ".join(quote.text.split())
        yield f'[^{quote.id}]: "{words}" — {_title(page)}, {page.url}'


def _title(page: StoredPage) -> str:
    """A page's title as plain words: whoever wrote it may have put a link, a reference or an order there."""
    bare = " ".join(_NOT_WORDS.sub(" ", _LEADS.sub(" ", page.title)).split()).strip(" ,;:—–-")
    return host_of(page.url) if not bare or next(orders(bare), None) else bare
