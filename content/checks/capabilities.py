"""What the prose says a product can or cannot do, against the ledger's yes, no and unknown."""

import re
from collections.abc import Iterator
from typing import Final, Literal

from content.checks.assertions import Assertion, answer, assertions, find, labels, polarities, said_of
from content.checks.check import Check
from content.checks.knowledge import knowledge
from content.checks.reading import Reading, Sentence
from content.checks.subjects import Mention, Subject, subjects
from content.checks.truth import Truth, Verdict
from content.records import Fact, Finding, Proof

_RUN: Final = 12  # letters between two names that are said together
_CELLS: Final = {
    True: re.compile(r"(?:yes|sí|si|oui|ja|نعم|はい|可|可能|○|◯|✓|✔|✅|対応|あり)\.?$"),
    False: re.compile(r"(?:no|non|nein|لا|いいえ|不可|×|✗|✘|❌|非対応|なし|-)\.?$"),
}


class Capabilities(Check):
    """Can be cut, nicht waschbar, 切れません: yes and no must be the ledger's, unknown may not be
    promised."""

    name = "capability"
    rules = (
        "capability.contradicted",
        "capability.unsupported",
        "capability.mixed",
        "capability.unproven",
        "capability.listed",
    )

    def check(self, reading: Reading) -> Iterator[Finding]:
        known = knowledge(reading)
        truth = known.truth
        asked = _askers(reading)
        for sentence, subject in subjects(reading, known.names):
            for assertion, handle in _labelled(sentence, subject, truth):
                verdict, fact = truth.of(assertion, (handle,), "named")
                if verdict == "contradicted":
                    yield _finding(reading, sentence, assertion, "listed", fact)
            for assertion in _said(sentence, asked.get(id(sentence)), truth):
                owners, certainty = owners_of(assertion, sentence, subject, truth.language)
                verdict, fact = truth.of(assertion, owners, certainty)
                is_heading = sentence.block.kind in {"title", "heading"}
                if verdict != "proven" and not (verdict == "mixed" and is_heading):
                    yield _finding(reading, sentence, assertion, verdict, fact)


def _said(sentence: Sentence, before: Sentence | None, truth: Truth) -> Iterator[Assertion]:
    """What a sentence states: in a table by its cell, after a question by yes or no, else in words."""
    if sentence.block.kind == "row":
        cell = _cell(sentence, truth)
        if cell:
            yield cell
            return
    own = list(assertions(sentence.low, truth.language, truth.features, truth.labels))
    said = answer(sentence.low, truth.language)
    if said is not None and before is not None:
        asked = find(before.low, truth.language, truth.features)
        if asked and not any(assertion.capability == asked[0].capability for assertion in own):
            word = re.match(r"\W*\w+", sentence.low)
            yield Assertion(asked[0].capability, said, 0, word.end() if word else 0, (0, 0))
    yield from own


def _labelled(sentence: Sentence, subject: Subject, truth: Truth) -> Iterator[tuple[Assertion, str]]:
    """`Yes for Luna, no for Nova: can be cut`: the label, and yes or no per product."""
    if not subject.mentions:
        return
    for label in labels(sentence.low, truth.language, truth.labels)[:1]:
        places = [(mention.start, mention.end) for mention in subject.mentions]
        said = said_of(sentence.low, places, truth.language, label)
        for mention, holds in zip(subject.mentions, said, strict=True):
            if holds is not None:
                yield (
                    Assertion(label.capability, holds, label.start, label.end, (0, len(sentence.text))),
                    mention.handle,
                )


def _askers(reading: Reading) -> dict[int, Sentence]:
    """The question right before each sentence, where there is one."""
    pairs = zip(reading.sentences, reading.sentences[1:], strict=False)
    return {id(second): first for first, second in pairs if first.is_question or first.block.kind == "quote"}


def _cell(sentence: Sentence, truth: Truth) -> Assertion | None:
    """A yes or no in a table, about what its row or column is called."""
    block = sentence.block
    said = next((holds for holds, pattern in _CELLS.items() if pattern.match(sentence.low)), None)
    if said is None or block.header is None or sentence.rendered:
        return None  # a rendered cell is the ledger's own word
    place = block.cells.index((sentence.start, sentence.end))
    titles = [block.view.low[slice(*block.cells[0])]]
    if place < len(block.header.cells):
        titles.insert(0, block.header.view.low[slice(*block.header.cells[place])])
    for title in titles:
        found = find(title, truth.language, truth.features)
        if found:
            return Assertion(found[0].capability, said, 0, sentence.end - sentence.start, (0, 0))
    return None


def owners_of(
    assertion: Assertion, sentence: Sentence, subject: Subject, language: str
) -> tuple[tuple[str, ...], str]:
    """Whose capability it is: the products named in its clause, else those named before."""
    mentions = [m for m in subject.mentions if not _is_contrast(m, sentence.low, language)]
    if subject.certainty != "named":
        return subject.handles, subject.certainty
    if not mentions:  # `unlike Luna, it …`: the one spoken of before
        contrasted = {mention.handle for mention in subject.mentions}
        others = tuple(handle for handle in subject.around if handle not in contrasted)[-1:]
        if contrasted and others:
            return others, "carried"
        return subject.handles, "named"
    start, end = assertion.clause
    inside = [m for m in mentions if start <= m.start < end]
    ahead = [m for m in inside if m.end <= assertion.start]
    behind = [m for m in inside if m.start >= assertion.end]
    if ahead:
        return _together(ahead), "named"
    if behind:
        return tuple(dict.fromkeys(m.handle for m in behind)), "named"
    earlier = [m for m in mentions if m.end <= assertion.start]
    return (_together(earlier) if earlier else (mentions[0].handle,)), "named"


def _together(mentions: list[Mention]) -> tuple[str, ...]:
    """The last name and those said in one breath with it."""
    found = [mentions[-1].handle]
    for earlier, later in zip(reversed(mentions[:-1]), reversed(mentions), strict=False):
        if later.start - earlier.end > _RUN:
            break
        found.append(earlier.handle)
    return tuple(dict.fromkeys(found))


def _is_contrast(mention: Mention, text: str, language: str) -> bool:
    """`unlike Luna`: said of everything but Luna."""
    unlike = polarities(language).unlike
    if language == "ja":
        return bool(unlike.match(text, mention.end))
    found = list(unlike.finditer(text, 0, mention.start))
    between = text[found[-1].end() : mention.start] if found else ","
    return len(between) <= _RUN and not re.search("[,،、;]", between)


def _finding(
    reading: Reading,
    sentence: Sentence,
    assertion: Assertion,
    verdict: Verdict | Literal["listed"],
    fact: Fact | None,
) -> Finding:
    proof = Proof()
    if fact is not None:
        said = (
            {True: "true", False: "false"}.get(fact.value is True, "")
            if isinstance(fact.value, bool)
            else "unknown"
        )
        proof = Proof(fact.source, fact.row, f"{fact.reference} = {said}")
    start, end = assertion.clause if assertion.clause != (0, 0) else (assertion.start, assertion.end)
    start, end = _trimmed(sentence.text, start, end)
    return reading.finding(
        f"capability.{verdict}",
        sentence.block,
        sentence.start + start,
        sentence.start + end,
        _cure(verdict, proof),
        proof,
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())


def _cure(verdict: str, proof: Proof) -> str:
    match verdict:
        case "contradicted" | "listed":
            return f"The ledger says {proof.value}: say it that way round, or correct the row."
        case "mixed":
            return f"This holds for some of these products only ({proof.value}): name those it holds for."
        case "unsupported":
            return "Nobody has stated this in the ledger: fill in the column, or say that it is not known."
        case _:
            return "The ledger does not hold this: fill in the column if it matters to the reader."
