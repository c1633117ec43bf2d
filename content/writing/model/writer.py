"""Writes an article from its brief: in one call where the model's context holds it, else part by part.

https://platform.openai.com/docs/guides/structured-outputs: the answer's form goes with each request.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from content.briefs.brief import Section
from content.errors import PromptTooLong
from content.judging.fence import fenced
from content.models import tokens
from content.models.asking import answered
from content.models.model import ChatModel, Json, Message, Request
from content.records import Draft
from content.writing.model import answers, prompts
from content.writing.model.drafting import draft, part
from content.writing.model.material import shown
from content.writing.model.parts import Part
from content.writing.model.task import Task

WHOLE: Final = 4700  # tokens an article may have; the longest of nineteen had 2,449
SECTION: Final = 1800
HEAD: Final = 900
TEMPERATURE: Final = 0.4  # lively enough; the facts are not up to it
_WRITTEN: Final = 1200  # letters of the part before, that the next one joins on to
_FEWEST: Final = 200  # letters below which nobody has written an article, in Japanese either


def compose(task: Task, model: ChatModel, context: int) -> Draft:
    """The article; a ModelError when the model gives nothing that can be used. `context`: tokens the model holds."""
    whole = _fitting(
        lambda i: _request("article", task, shown(task, is_whole=i), answers.WHOLE, WHOLE), context
    )
    if _size(whole) <= context:
        try:
            return _in_one(task, model, whole)
        except PromptTooLong:
            pass  # it holds less than was said: in parts, then
    return _in_parts(task, model, context)


def _fitting(ask: Callable[[bool], Request], context: int) -> Request:
    """The request with all that stands beside the brief; without it where that is more than the model holds."""
    whole = ask(True)
    return whole if _size(whole) <= context else ask(False)


def _in_one(task: Task, model: ChatModel, whole: Request) -> Draft:
    said = answered(model, _asker(whole), answers.Whole, task.market.language, accept=_is_enough)
    sections = [part(each.heading, each.blocks, task) for each in said.sections]
    opening = part("", said.opening, task)
    return draft(task, said.title, said.description, [opening, *sections], f"model:{model.name}")


def _in_parts(task: Task, model: ChatModel, context: int) -> Draft:
    language, narrow = task.market.language, _narrow(task.brief.sections)
    asked = _fitting(
        lambda i: _request("head", task, shown(task, narrow, is_whole=i), answers.HEAD, HEAD), context
    )
    head = answered(model, _asker(asked), answers.Head, language)
    parts = [part("", head.opening, task)]
    for section in (each for each in task.brief.sections if each.heading):
        said = answered(model, _asker(_section(task, section, parts, context)), answers.Part, language)
        parts.append(part(said.heading, said.blocks, task))
    return draft(task, head.title, head.description, parts, f"model:{model.name}")


def _narrow(sections: Sequence[Section]) -> tuple[Section, ...]:
    """What the opening answers with: its own section, else the first."""
    own = tuple(each for each in sections if not each.heading)
    return own or tuple(sections[:1])


def _section(task: Task, section: Section, parts: Sequence[Part], context: int) -> Request:
    headings = "\n".join(f"- {each.heading}" for each in parts if each.heading)
    before = parts[-1].text[-_WRITTEN:]
    written = fenced(f"{headings}\n\nIt ends:\n\n{before}", task.secret, "WRITTEN")

    def ask(is_whole: bool) -> Request:
        material = f"{shown(task, (section,), is_whole=is_whole)}\n\n{written}"
        return _request("section", task, material, answers.SECTION, SECTION)

    return _fitting(ask, context)


def _request(name: str, task: Task, material: str, schema: Mapping[str, Json], most: int) -> Request:
    asked = prompts.filled(name, shape=prompts.shape_of(task.brief.shape), **task.names)
    messages = (Message("system", prompts.read("frame")), Message("user", f"{asked}\n\n{material}"))
    return Request(messages, schema, name, TEMPERATURE, most, prompt=prompts.version(name))


def _asker(request: Request) -> Callable[[int], Request]:
    """The same request, attempt by attempt."""
    return lambda attempt: replace(request, attempt=attempt)


def _size(request: Request) -> int:
    return tokens.about(*(message.text for message in request.messages)) + request.tokens


def _is_enough(said: answers.Whole) -> str:
    """What is wrong with an article at first sight, or nothing."""
    said_blocks = [*said.opening, *(block for each in said.sections for block in each.blocks)]
    size = sum(len(block.text) for block in said_blocks)
    return "" if size >= _FEWEST else "it is no article: far too short"
