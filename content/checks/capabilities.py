"""What the prose says a product can or cannot do, against the ledger's yes, no and unknown."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Final, Literal

from content.checks.assertions import Assertion, answer, assertions
from content.checks.blocks import Block
from content.checks.check import Check
from content.checks.echoes import Echo, echoes
from content.checks.every import is_said_of_every
from content.checks.extract import extract
from content.checks.knowledge import Knowledge, knowledge
from content.checks.limits import turned_limits
from content.checks.meaning import WITHOUT
from content.checks.named import Found, find, labels, said_of
from content.checks.names import Mention
from content.checks.naming import Hit
from content.checks.owners import is_of_a_product, owners_of, pointed, without
from content.checks.promised import meant, weighed
from content.checks.promises import one_route
from content.checks.reading import Reading, Sentence
from content.checks.relatives import related
from content.checks.subjects import Subject
from content.checks.supplied import is_asked_for, is_handed_over, promised
from content.checks.things import things
from content.checks.truth import Truth, Verdict
from content.checks.view import low
from content.checks.vocabulary import polarities
from content.checks.whose import cue
from content.ledger.ledger import Ledger
from content.records import Fact, Finding, Proof

_STOP: Final = re.compile(r"[,.;:。、]")
_LABEL: Final = 40  # letters of what stands before a colon
_AROUND: Final = 16  # of them besides the capability itself
_ONE: Final = Decimal(1)  # `un`, `eine` count nothing
_CELLS: Final = {
    True: re.compile(r"(?:yes|sí|si|oui|ja|نعم|はい|可|可能|できる|○|◯|✓|✔|✅|対応|あり)\.?$"),
    False: re.compile(r"(?:no|non|nein|لا|いいえ|不可|できない|×|✗|✘|❌|非対応|なし|-)\.?$"),
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
        for ruled in rulings(reading):
            if ruled.verdict not in {"proven", "open"}:
                yield _finding(reading, ruled.sentence, ruled.assertion, ruled.verdict, ruled.fact)
        yield from turned_limits(reading)


@dataclass(frozen=True, slots=True)
class Ruled:
    """A yes or no of the text, of whom it is said, and what the ledger makes of it."""

    sentence: Sentence
    assertion: Assertion
    owners: tuple[str, ...]  # empty: of no product in particular
    certainty: str
    verdict: Verdict | Literal["listed"]
    fact: Fact | None


def rulings(reading: Reading) -> Iterator[Ruled]:
    """Every yes and no of a draft with its verdict, the proven ones too."""
    known = knowledge(reading)
    truth = known.truth
    asked = _askers(reading)
    last: Assertion | None = None  # what the sentence before said
    for sentence, subject in pointed(reading):
        question = asked.get(id(sentence))
        said = list(_stated(_said(sentence, question, subject, truth), sentence, subject, known))
        echoed = list(_echoed(sentence, subject, said, _asked(question, truth) if question else last, truth))
        for assertion, handle in echoed:
            verdict, fact = truth.of(assertion, (handle,), "named")
            if verdict in {"proven", "open"} or not (verdict == "mixed" or _is_head(sentence)):
                yield Ruled(sentence, assertion, (handle,), "named", verdict, fact)
        named = subject.mentions
        subject = without(subject, [assertion.start for assertion, _ in echoed])  # noqa: PLW2901
        last = next((assertion for assertion, _ in echoed[-1:]), said[-1] if said else None)
        for assertion, handle in _labelled(sentence, subject, question, truth):
            verdict, fact = truth.of(assertion, (handle,), "named")
            if verdict in {"proven", "contradicted"}:
                # behind the sentence it answers a question, and is as plain as one
                is_label = assertion.start < len(sentence.low)
                is_listed = is_label and verdict == "contradicted"
                yield Ruled(sentence, assertion, (handle,), "named", "listed" if is_listed else verdict, fact)
        for assertion in said:
            if assertion.is_bid and not is_of_a_product(assertion, subject):
                continue
            whose = subject
            if question and _answers(assertion, sentence, subject):
                whose = _asked_of(known.names.mentions(question.text)) or subject
            owners, certainty = owners_of(assertion, sentence, whose, truth.language)
            pronoun = _of_echo(assertion, echoed, named)
            if pronoun:
                owners, certainty = (pronoun,), "named"
            verdict, fact = truth.of(assertion, owners, certainty)
            if (
                fact
                and verdict in {"mixed", "proven"}
                and is_said_of_every(assertion, sentence, owners, certainty, truth)
            ):
                verdict = "contradicted"
            is_loose = assertion.is_bare or verdict == "mixed"
            is_of_none = certainty == "any" and (verdict != "contradicted" or not assertion.holds)
            is_listed = is_loose or is_of_none or _is_topic(assertion, sentence, truth.language)
            if _is_head(sentence) and is_listed:  # "Caught without batteries" names no product
                continue
            verdict = weighed(verdict, assertion, sentence, subject, known)
            verdict = promised(verdict, assertion, sentence, known)
            if verdict in {"unsupported", "unproven"}:
                handles = owners or subject.handles
                found = meant(verdict, assertion, sentence, handles, certainty, known)
                verdict, fact = found or (verdict, fact)
            yield Ruled(sentence, assertion, owners, certainty, verdict, fact)


def _is_in_a_name(assertion: Assertion, sentence: Sentence, subject: Subject, known: Knowledge) -> bool:
    """`a solar lamp and a bird feeder`: what products are called is no claim about another."""
    names = [(m.start, m.end) for m in (*subject.mentions, *subject.others)]
    for nouns in (known.binder.naming.nouns, known.names.nouns(subject.on_page)):
        names += [(start, end) for start, end, _ in nouns.find(sentence.low)]
    return any(
        start <= assertion.start and assertion.end <= end
        for start, end in names
        if assertion.end > assertion.start
    )


def _answers(assertion: Assertion, sentence: Sentence, subject: Subject) -> bool:
    """Whether it is a bare yes or no whose own clause names no product: "No, and here is why"."""
    if assertion.start or assertion.clause != (0, 0):
        return False
    stop = _STOP.search(sentence.low)
    return not any(
        mention.start < (stop.start() if stop else len(sentence.low)) for mention in subject.mentions
    )


def _asked_of(mentions: Sequence[Mention]) -> Subject | None:
    """Whom a question names: "Can the Fjell be washed?"."""
    handles = tuple(dict.fromkeys(mention.handle for mention in mentions))
    return Subject(handles, "named") if handles else None


def _is_head(sentence: Sentence) -> bool:
    """A heading, or the first cell of a row: what it names without a verb it does not claim."""
    block = sentence.block
    if block.kind == "row":
        return block.header is None or (sentence.start, sentence.end) == block.cells[0]
    return block.kind in {"title", "description", "heading"}


def _is_topic(assertion: Assertion, sentence: Sentence, language: str) -> bool:
    """`Measures, lid, wheels and price of both boxes`: what a page is about, beside other such things."""
    text, topic = sentence.low, cue("topic", language)
    ahead = list(topic.finditer(text, 0, assertion.start))
    behind = topic.search(text, assertion.end)
    is_behind = behind is not None and _LISTED.fullmatch(text, assertion.end, behind.start())
    return bool(is_behind or (ahead and _LISTED.fullmatch(text, ahead[-1].end(), assertion.start)))


_LISTED: Final = re.compile(
    r"(?:\s?[,،、・/]\s?|\s(?:and|y|e|et|und)\s|\sو)(?:the |el |la |los |las |le |les |l'|der |die |das |ال)?"
)


def _said(sentence: Sentence, before: Sentence | None, subject: Subject, truth: Truth) -> Iterator[Assertion]:
    """What a sentence states: in a table by its cell, after a question by yes or no, else in words."""
    cell = _cell(sentence, truth) if sentence.block.kind == "row" else _named(sentence, truth)
    if cell:
        yield cell
        return
    own = list(assertions(_without_names(sentence, subject), truth.language, truth.features, truth.labels))
    found = find(sentence.low, truth.language, truth.features)
    said = answer(sentence.low, truth.language)
    if said is not None and before is not None and not _is_split(sentence, subject, truth):
        asked = find(before.low, truth.language, truth.features)
        is_own = any(assertion.capability == asked[0].capability for assertion in own) if asked else True
        if not is_own and is_asked_for(asked[0], before, truth):
            word = re.match(r"\W*\w+", sentence.low)
            yield Assertion(asked[0].capability, said, 0, word.end() if word else 0, (0, 0))
    yield from own
    for thing in things(sentence.low, truth.language, truth.vocabulary):
        if not any(each.start < thing.end and thing.start < each.end for each in found):
            yield thing


_COMMA: Final = re.compile(r"\s*[,،、]\s*")


def _without_names(sentence: Sentence, subject: Subject) -> str:
    """A name that denies something denies nothing of the product: `le Garrigue sans parfum convient aux enfants`; and
    the comma between two names parts no clauses: `ob sich Luna, Nova und Sol waschen lassen`."""
    text = sentence.low
    for first, second in pairwise(subject.mentions):
        if _COMMA.fullmatch(text, first.end, second.start):
            text = f"{text[: first.end]}{' ' * (second.start - first.end)}{text[second.start :]}"
    for mention in (*subject.mentions, *subject.variants):
        name = text[mention.start : mention.end]
        if WITHOUT.search(name):
            text = text[: mention.start] + "x" * len(name) + text[mention.end :]
    return text


def _stated(
    said: Iterator[Assertion], sentence: Sentence, subject: Subject, known: Knowledge
) -> Iterator[Assertion]:
    """Without the words of a delivery route (`الشحن السريع` charges nothing) and those that count what an attribute
    counts ("three brightness levels"): whether that number is right another check asks."""
    hits: list[Hit] | None = None
    for assertion in said:
        if hits is None:
            hits = known.binder.naming.hits(sentence)
        if _is_in_a_name(assertion, sentence, subject, known) or not is_handed_over(
            assertion, sentence, known
        ):
            continue
        over = [hit for hit in hits if hit.start < assertion.end and assertion.start < hit.end]
        is_route = any(_is_route(hit, sentence) for hit in over)
        is_counted = assertion.holds and any(
            known.truth.is_valued(handle, key)
            for hit in over
            for key in hit.keys
            for handle in subject.handles
        )
        is_counted = is_counted and any(
            not amount.dimension
            and amount.values != (_ONE,)
            and assertion.start <= amount.start < assertion.end
            for amount in extract(sentence.text, known.truth.market.locale)
        )
        if assertion.end <= assertion.start or not (is_route or is_counted):
            yield assertion


def _is_route(hit: Hit, sentence: Sentence) -> bool:
    """Whether a delivery route is named, and not delivery as such (`arrive`)."""
    is_sent = all(key.startswith("delivery_") for key in hit.keys)
    return is_sent and (" " in sentence.low[hit.start : hit.end] or bool(one_route(hit.keys)))


def _asked(question: Sentence | None, truth: Truth) -> Assertion | None:
    """What a question asks for, where the catalogue speaks of it; not the screen "can I plug it into the screen?"
    only names."""
    if question and cue("manner", truth.language).match(question.low.lstrip(" ¿>*_")):
        return None  # "How do I wash it?" is no yes and no
    found = find(question.low, truth.language, truth.features) if question else []
    names = {hit.capability for hit in found}
    if len(names) != 1 or any(hit.shape == "thing" for hit in found):
        return None
    name = next(iter(names))
    is_known = name.startswith("key:") or bool(truth.keys.get(name))
    return Assertion(name, True, 0, 0, (0, 0)) if is_known else None


def _echoed(
    sentence: Sentence, subject: Subject, said: list[Assertion], before: Assertion | None, truth: Truth
) -> Iterator[tuple[Assertion, str]]:
    """`So does Luna`: what was said last, of the product named."""
    if sentence.block.kind == "row":
        return
    named = (*subject.mentions, *(variant for variant in subject.variants if variant.start >= 0))
    for echo in echoes(sentence.low, named, truth.language):
        if any(
            (each.start < echo.end and echo.start < each.end < echo.at - 1) or echo.at < each.start < echo.end
            for each in said
        ):
            continue
        if echo.holds is None and related(
            min(echo.end + 2, len(sentence.low)), sentence.low, subject.mentions, truth.language
        ):
            continue  # "and the Nuvo too, which …": the sentence goes on to say it
        earlier = [each for each in said if each.end <= echo.start]
        source = before if echo.is_answer else (earlier[-1] if earlier else before)
        if source is None or (echo.is_answer and (source.end or said or _is_said(sentence, echo, truth))):
            continue
        holds = source.holds if echo.holds is None else echo.holds
        variants = [each.handle for each in subject.variants if echo.start <= each.start < echo.end]
        assertion = Assertion(source.capability, holds, echo.start, echo.end, (echo.start, echo.end))
        yield assertion, variants[0] if variants and len(subject.handles) == 1 else echo.handle


def _of_echo(
    assertion: Assertion, echoed: Sequence[tuple[Assertion, str]], mentions: Sequence[Mention]
) -> str:
    """`Luna does, and you can shorten it yourself`: what follows a yes is said of whom it was said of."""
    before = [(each.end, handle) for each, handle in echoed if each.holds and 0 < each.end <= assertion.start]
    end, handle = max(before, default=(0, ""))
    return "" if any(end <= mention.start < assertion.end for mention in mentions) else handle


def _is_said(sentence: Sentence, echo: Echo, truth: Truth) -> bool:
    """Whether a yes or no stands before a name: "no for Luna, Nova and Sol" answers of all three."""
    polarity = polarities(truth.language)
    return any(
        pattern.search(sentence.low, 0, echo.start)
        for pattern in (polarity.yes_word, polarity.no_word, polarity.negation)
    )


def _is_split(sentence: Sentence, subject: Subject, truth: Truth) -> bool:
    """Whether it says yes of one product and no of another: "Yes for Luna, but not for Nova"."""
    return _signs(sentence, subject, truth) >= {True, False}


def _signs(sentence: Sentence, subject: Subject, truth: Truth) -> set[bool | None]:
    places = [(mention.start, mention.end) for mention in subject.mentions]
    behind = Found("", "label", len(sentence.low), len(sentence.low))  # no label cuts it: "yes …, but not …"
    return set(said_of(sentence.low, places, truth.language, behind))


def _labelled(
    sentence: Sentence, subject: Subject, question: Sentence | None, truth: Truth
) -> Iterator[tuple[Assertion, str]]:
    """`Yes for Luna, no for Nova: can be cut`: the label, or what the question before asks, and yes or no per
    product."""
    if not subject.mentions:
        return
    found = labels(sentence.low, truth.language, truth.labels)
    signs = _signs(sentence, subject, truth) if question and not found else set()
    begins_with_no = polarities(truth.language).no_word.match(sentence.low) is not None
    is_no_of_each = signs == {False} and len(subject.mentions) > 1 and begins_with_no
    if question and (is_no_of_each or signs >= {True, False}):
        asked = find(question.low, truth.language, truth.features)
        found = [replace(hit, start=len(sentence.low), end=len(sentence.low)) for hit in asked]
    for label in found[:1]:
        places = [(mention.start, mention.end) for mention in subject.mentions]
        said = said_of(sentence.low, places, truth.language, label)
        for mention, holds in zip(subject.mentions, said, strict=True):
            if holds is not None:
                yield (
                    Assertion(label.capability, holds, label.start, label.end, (0, len(sentence.text))),
                    mention.handle,
                )


def _askers(reading: Reading) -> dict[int, Sentence]:
    """The question right before each sentence, where there is one. The next item of a list, of links to other pages
    say, answers none."""
    pairs = zip(reading.sentences, reading.sentences[1:], strict=False)
    return {
        id(second): first
        for first, second in pairs
        if (first.is_question or first.block.kind == "quote") and not _is_next_item(first.block, second.block)
    }


def _is_next_item(first: Block, second: Block) -> bool:
    return first is not second and first.kind == second.kind == "item"


def _cell(sentence: Sentence, truth: Truth) -> Assertion | None:
    """A yes or no in a table, about what its row or column is called."""
    block, cell = sentence.block, (sentence.start, sentence.end)
    said = next((holds for holds, pattern in _CELLS.items() if pattern.match(sentence.low)), None)
    if said is None or sentence.rendered:
        return None  # a rendered cell is the ledger's own word
    titles = [low(title) for title in (block.above(cell), block.label(cell)) if title]
    for title in titles:
        found = find(title, truth.language, truth.features)
        if found:
            return Assertion(found[0].capability, said, 0, sentence.end - sentence.start, (0, 0))
    return None


def _named(sentence: Sentence, truth: Truth) -> Assertion | None:
    """`Pocket: none, for a cleaner look`: a feature, a colon, and yes or no."""
    label, colon, rest = sentence.low.partition(":")
    said = answer(rest, truth.language) if colon and len(label) < _LABEL else None
    found = find(label, truth.language, truth.features)
    if said is None or len(found) != 1 or len(label) > found[0].end - found[0].start + _AROUND:
        return None
    return Assertion(found[0].capability, said, found[0].start, len(sentence.text), (0, len(sentence.text)))


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
        _cure(verdict, proof, _as_read(assertion, reading.ledger)),
        proof,
    )


def _as_read(assertion: Assertion, ledger: Ledger) -> str:
    """What a person is told a clause was taken for: `lid: no`, `Étui fourni: yes`."""
    name = assertion.capability.removeprefix("new:")
    key = name.removeprefix("key:")
    called = next(iter(ledger.headers.get(key, ())), key) if key != name else name.replace("-", " ")
    return f"{called}: {'yes' if assertion.holds else 'no'}"


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())


def _cure(verdict: str, proof: Proof, read: str) -> str:
    match verdict:
        case "contradicted" | "listed":
            return f"The ledger says {proof.value}: say it that way round, or correct the row."
        case "mixed":
            return f"This holds for some of these products only ({proof.value}): name those it holds for."
        case "unsupported":
            return (
                f"Read as “{read}”, which nobody has stated: fill in the column, say that it is not known, or say in "
                "other words what is meant."
            )
        case _:
            return f"Read as “{read}”, which the ledger does not hold: fill in the column if it matters to the reader."
