"""Sends back what the checks found: only the parts concerned, each finding with its cure, at most two rounds."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from content.errors import PromptTooLong
from content.judging.fence import fenced
from content.models.asking import answered
from content.models.model import ChatModel, Message, Request
from content.proofreading.proofreader import SILENT
from content.rebinding.resting import shown as shown_facts
from content.records import Draft, Finding, Severity
from content.writing.comments import Wish
from content.writing.model import answers, prompts
from content.writing.model.drafting import draft, part
from content.writing.model.material import shown
from content.writing.model.parts import BETWEEN, Part, part_at, parts
from content.writing.model.task import Task
from content.writing.model.writer import TEMPERATURE

ROUNDS: Final = 2
_OF_ONE_PART: Final = 1500  # tokens a revised part may have
_MOST: Final = 5000
_EACH: Final = 8  # findings of a part that are told; the rest show in the next round
_SOURCE: Final = re.compile(r"\[\^(q\d[\w-]*)\]:")
_OF_OURS: Final = re.compile(r"(advice|evidence)\((.+)\)")
_QUOTED: Final = 160  # letters of a finding's words
_NOT_OF_THE_TEXT: Final = {SILENT, "originality.rival"}  # no wording cures a silent endpoint or a second page


def failing(findings: Sequence[Finding]) -> list[Finding]:
    """The findings that go back: what blocks and what lowers the score, unless a person lets it stand or no wording
    cures it."""
    return [
        each
        for each in findings
        if each.severity is not Severity.NOTE and each.waived is None and each.rule not in _NOT_OF_THE_TEXT
    ]


def needs_revision(made: Draft, findings: Sequence[Finding]) -> bool:
    """Whether a model's draft goes back once more: while something blocks, twice; for less, once."""
    if not made.written_by.startswith("model:") or made.rounds >= ROUNDS:
        return False
    is_blocked = any(each.severity is Severity.BLOCK for each in failing(findings))
    return is_blocked or (made.rounds == 0 and bool(failing(findings)))


def revise(task: Task, made: Draft, findings: Sequence[Finding], model: ChatModel) -> Draft:
    """The next version, its other parts untouched; a ModelError when the model gives nothing that can be used."""
    concerned: dict[int, list[Finding]] = {}
    for each in failing(findings):
        concerned.setdefault(part_of(made, each), []).append(each)
    told = {number: list(_told(found[:_EACH])) for number, found in concerned.items()}
    return _again(task, made, told, model)


def rewritten(task: Task, text: str, wish: Wish, model: ChatModel) -> str:
    """A section anew as a person asked, its heading included; a ModelError when the model gives nothing of use."""
    said = fenced(f"Marked: {wish.quote}\nSays: {wish.note}", task.secret, "COMMENT")
    asked = [prompts.filled("comment", **task.names), shown(task), fenced(text, task.secret, "PART"), said]
    messages = (Message("system", prompts.read("frame")), Message("user", "\n\n".join(asked)))
    request = Request(
        messages, answers.SECTION, "comment", TEMPERATURE, _OF_ONE_PART, prompt=prompts.version("comment")
    )
    again = answered(
        model, lambda attempt: replace(request, attempt=attempt), answers.Piece, task.market.language
    )
    marks = re.match(r"#+ ", text)
    made = part(again.heading, again.blocks, task)
    heading = f"{marks[0]}{made.heading}" if marks and made.heading else ""
    return BETWEEN.join(filter(None, [heading, *(block.text for block in made.blocks)]))


def part_of(made: Draft, finding: Finding) -> int:
    """Which part a finding is about; what stands in no sentence (title, description, the whole) is the head's, and what
    is wrong with a source is wrong where its mark stands.
    """
    if source := _SOURCE.match(finding.quote):
        marked = (number for number, each in enumerate(parts(made)) if f"[^{source[1]}]" in each.text)
        return next(marked, 0)
    return part_at(made, finding.span[0]) if finding.span != (0, 0) else 0


def _told(findings: Sequence[Finding]) -> Iterator[str]:
    for each in findings:
        words = " ".join(each.quote.split())[:_QUOTED]
        yield f"- {f'“{words}”: ' if words else ''}{each.rule}: {each.cure}"


def _again(task: Task, made: Draft, told: Mapping[int, Sequence[str]], model: ChatModel) -> Draft:
    standing = parts(made)
    asked = {number: told[number] for number in sorted(told) if number < len(standing)}
    came = _answers(task, made, standing, asked, model)
    fresh = {
        each.number: part(each.heading, each.blocks, task)
        for said in came
        for each in said.parts
        if each.number in asked
    }
    done = [_joined(number, each, fresh) for number, each in enumerate(standing)]
    title = (came[0].title if 0 in asked else "") or made.title
    description = (came[0].description if 0 in asked else "") or made.description
    next_one = draft(task, title, description, [p for p in done if p is not None], made.written_by)
    return replace(next_one, version=made.version + 1, rounds=made.rounds + 1, note=made.note)


def _answers(
    task: Task, made: Draft, standing: Sequence[Part], asked: Mapping[int, Sequence[str]], model: ChatModel
) -> list[answers.Revised]:
    """All parts in one answer; part by part where that is more than the model's context holds, the head's first."""
    request = _request(task, made, standing, asked)
    try:
        return [
            answered(
                model,
                lambda attempt: replace(request, attempt=attempt),
                answers.Revised,
                task.market.language,
                accept=lambda each: _is_fitting(each, asked),
            )
        ]
    except PromptTooLong:
        if len(asked) == 1:
            raise
    return [_answers(task, made, standing, {number: told}, model)[0] for number, told in asked.items()]


def _joined(number: int, before: Part, fresh: Mapping[int, Part]) -> Part | None:
    """A part as it is now; one that came back without blocks is gone, except the opening."""
    after = fresh.get(number)
    if after is None:
        return before
    if not after.blocks:
        return before if number == 0 else None
    return replace(after, heading=(after.heading or before.heading) if number else "")


def _is_fitting(said: answers.Revised, asked: Mapping[int, object]) -> str:
    missing = asked.keys() - {each.number for each in said.parts}
    return f"part {min(missing)} is missing" if missing else ""


def _request(task: Task, made: Draft, standing: Sequence[Part], told: Mapping[int, Sequence[str]]) -> Request:
    shown_parts = [
        f"PART {number}\n\n{_standing(made, number, standing[number], task)}\n\n{_found(lines, task)}"
        for number, lines in told.items()
    ]
    asked = prompts.filled("revise", **task.names)
    text = "\n\n".join([asked, shown(task), *shown_parts])
    messages = (Message("system", prompts.read("frame")), Message("user", text))
    most = min(_MOST, _OF_ONE_PART * len(told))
    # A second round over the very same text is another question: its first answer has cured nothing.
    version = prompts.version("revise")
    return Request(messages, answers.REVISED, "revise", TEMPERATURE, most, sample=made.rounds, prompt=version)


def _found(lines: Sequence[str], task: Task) -> str:
    """The words of a finding are the draft's, and a draft may hold what a page talked its writer into."""
    return fenced("\n".join(lines), task.secret, "FOUND")


def _standing(made: Draft, number: int, part_: Part, task: Task) -> str:
    """A part as it stands, and what its writer said it rests on without showing it."""
    head = f"title: {made.title}\ndescription: {made.description}\n\n" if number == 0 else ""
    shown_there = set(shown_facts(part_.text))
    hidden = dict.fromkeys(
        _asked_as(ref) for b in part_.blocks for ref in b.rests_on if ref not in shown_there
    )
    rests = f"\nIt rests on: {', '.join(hidden)}" if hidden else ""
    return fenced(f"{head}{part_.text}", task.secret, "PART") + rests


def _asked_as(reference: str) -> str:
    """`advice.measure`, as FACTS and `rests_on` have it, of `advice(measure)`, as a draft keeps it."""
    found = _OF_OURS.fullmatch(reference)
    return f"{found[1]}.{found[2]}" if found else reference
