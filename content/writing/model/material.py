"""A task as a prompt shows it: the brief, the facts it may use, what others said between marks, the shop's voice."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from content.briefs.brief import Brief, Section
from content.briefs.sheet import Line, facts_of
from content.described import described, naming
from content.judging.fence import fenced
from content.research.shown import conflicts_shown, quotes_shown
from content.tongues import named
from content.writing.model import figures, prompts
from content.writing.model.beside import beside, contact
from content.writing.model.offered import address, offered
from content.writing.model.task import Task


def shown(task: Task, sections: Sequence[Section] | None = None, *, is_whole: bool = True) -> str:
    """Everything a writer may know, for the whole article or for some of its sections; `is_whole` False leaves out what
    stands beside the brief, for a model that holds little."""
    chosen = task.brief.sections if sections is None else tuple(sections)
    return "\n\n".join(part for part in _parts(task, chosen, is_whole=is_whole) if part)


def _parts(task: Task, sections: Sequence[Section], *, is_whole: bool) -> Iterator[str]:
    questions = _questions(task.brief, sections)
    more = beside(task) if is_whole else Section("")
    brief = replace(task.brief, sections=(*sections, more))
    yield f"VOICE\n\n{task.voice}" if task.voice else ""
    yield f"BRIEF\n\n{_brief(task, sections, questions)}"
    yield fenced("\n".join(f"{n}. {_line(q)}" for n, q in enumerate(questions, 1)), task.secret, "QUESTIONS")
    facts = facts_of(brief, task.ledger, task.market, task.on)
    yield fenced("\n".join(line.text for line in facts) or "(none)", task.secret, "FACTS")
    yield _translated(task, [line for line in facts if line.language])
    if is_whole:
        yield _beside(task, more)
        yield _described(task, facts)
    yield _quoted(task)
    yield _barred(task)
    yield _links(task)
    yield _begun(task)


def _questions(brief: Brief, sections: Sequence[Section]) -> list[str]:
    """The main question, then those of the sections: people wrote them, so they are data."""
    return list(dict.fromkeys([brief.question, *(q for each in sections for q in each.questions)]))


def _brief(task: Task, sections: Sequence[Section], questions: Sequence[str]) -> str:
    brief = task.brief
    lines = [
        f"Reader: {_line(brief.reader)}",
        f"They want to know: question 1 of {_span(questions)}",
        f"Afterwards: {_line(brief.promise)}",
        *_offered(task),
        "Sections:",
        *(_section(each, questions) for each in sections),
    ]
    if gaps := [q for q in brief.chances if q in questions]:
        numbers = ", ".join(str(questions.index(gap) + 1) for gap in gaps)
        lines.append(f"No page on the web answers these well; answer them better: {numbers}")
    return "\n".join(lines)


def _span(questions: Sequence[str]) -> str:
    return f"the {len(questions)} in QUESTIONS" if len(questions) > 1 else "QUESTIONS"


def _offered(task: Task) -> Iterator[str]:
    if figures.table(task):
        yield f"Table on offer as `{figures.TABLE}`: {task.brief.picture.removeprefix('table').strip() or 'sizes'}"
    for handle in figures.sized(task):
        yield f"Sizes of {{{{{handle}.short}}}} on offer as `[sizes {handle}]`: a row for each, with all its measures"
    if figures.chart(task):
        yield f"Chart on offer as `{figures.CHART}`: {task.brief.picture.removeprefix('chart').strip()}"


def _section(section: Section, questions: Sequence[str]) -> str:
    asked = [str(questions.index(each) + 1) for each in section.questions]
    heading = _line(section.heading) or "the opening, without a heading"
    about = "question " + ", ".join(asked) if asked else ""
    if section.heading in questions:
        heading = f"as question {questions.index(section.heading) + 1} asks"
    rest = [section.purpose, f"answers {about}" if about else "", f"form: {section.form}", _names(section)]
    return f"- {heading} ({'; '.join(filter(None, rest))})"


def _names(section: Section) -> str:
    return f"may quote {', '.join(section.quotes)}" if section.quotes else ""


def _translated(task: Task, lines: Sequence[Line]) -> str:
    """What is to be done with advice and evidence of other languages: an order of ours, so between no marks."""
    if not lines:
        return ""
    told = "\n".join(f"- {line.reference} ({named(line.language)})" for line in lines)
    return prompts.filled("translated", lines=told, **task.names)


def _beside(task: Task, more: Section) -> str:
    """What is to be done with advice on another matter, and with the shop's address."""
    advice = "\n".join(f"- {mark}" for mark in more.evidence)
    address_of = ", ".join(f"`{{{{{fact}}}}}`" for fact in contact(task))
    asked = [
        prompts.filled("beside", lines=advice) if advice else "",
        prompts.filled("contact", lines=address_of) if address_of else "",
    ]
    return "\n\n".join(filter(None, asked))


def _described(task: Task, facts: Sequence[Line]) -> str:
    """What stands on the pages of the products that are named, and of those that go with them."""
    named_here = [line.reference.partition(".")[0] for line in facts if line.kind == "name"]
    own = [*task.assignment.handles, *named_here]
    others = naming(task.ledger, task.assignment.handles)
    found = described(task.ledger, [*own, *others], task.market, task.on)
    told = "\n".join(f"- {each.line(task.ledger, task.market)}" for each in found)
    return prompts.filled("described", lines=fenced(told, task.secret, "DESCRIPTIONS")) if told else ""


def _quoted(task: Task) -> str:
    if not task.dossier.quotes:
        return ""
    told = [quotes_shown(task.dossier, task.secret), conflicts_shown(task.dossier)]
    return "\n".join(["What the web says:", *filter(None, told)])


def _barred(task: Task) -> str:
    """Some of these lines hold a question that nothing answers."""
    lines = [f"- {_line(each.what)}: {_line(each.why)}" for each in task.brief.never]
    return f"NOT TO BE SAID:\n\n{fenced(chr(10).join(lines), task.secret, 'BARRED')}" if lines else ""


def _links(task: Task) -> str:
    """The words of a link to another article are how its topic is called: what somebody typed."""
    lines = dict.fromkeys(
        f"- {address(each)} ({_line(each.anchor)})" for each in offered(task) if address(each)
    )
    return f"LINKS ON OFFER:\n\n{fenced(chr(10).join(lines), task.secret, 'LINKS')}" if lines else ""


def _begun(task: Task) -> str:
    if not task.begun:
        return ""
    return fenced("\n".join(f"- {_line(each)} …" for each in task.begun), task.secret, "ALREADY BEGUN")


def _line(text: str) -> str:
    return " ".join(text.split())
