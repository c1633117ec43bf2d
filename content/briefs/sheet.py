"""The facts of a brief as whoever writes gets them: what to type, what it is called, what a reader will see.

A number is never copied from here: its reference is. A yes or no is said in words. A claim is what a sentence rests
on; it is not typed at all. What the shop's people wrote in another language than the market's says in which.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from content.briefs.brief import Brief, Section
from content.briefs.naming import Names
from content.ledger.ledger import Ledger
from content.marks import mark
from content.references import find_references
from content.reliance import is_claim
from content.writing.page import NO_CLAIM
from seo.records import Market

Kind = Literal["name", "fact", "yes or no", "claim", "advice", "evidence"]
ADVICE, EVIDENCE = "advice.", "evidence."


@dataclass(frozen=True, slots=True)
class Line:
    """One thing the writer may use."""

    reference: str  # as the brief names it: `aldermoor.width`, a claim, `advice.shorten-curtain`
    typed: str  # as it is typed into the text, `{{aldermoor.width}}`; empty: nothing is typed
    product: str  # short name of the product; empty for what is the shop's
    label: str  # the attribute in the market's language; empty where it has no name of its own
    value: str  # as a reader will see it; of advice and evidence the text, its references as they stand
    kind: Kind = "fact"
    note: str = ""  # in the market's language: "say it in words"
    entries: str = ""  # of a list, how one entry is typed: "one alone: {{kieselstein.size.86-92}}, …"
    language: str = ""  # of advice and evidence that nobody has written in the market's language: theirs
    comma: str = ", "  # between product and label, as the market's language sets it

    @property
    def text(self) -> str:
        """The line as a prompt or a person reads it."""
        entries = f" ({self.entries})" if self.entries else ""
        return f"{self.typed or self.reference} — {self.told}{entries}"

    @property
    def told(self) -> str:
        """What stands behind the reference."""
        name = self.comma.join(part for part in (self.product, self.label) if part)
        note = f" ({self.note})" if self.note else ""
        return f"{name}: {self.value}{note}" if name else f"{self.value}{note}"


def facts_of(source: Section | Brief, ledger: Ledger, market: Market, on: date | None = None) -> list[Line]:
    """Everything a section, or a whole brief, may say: names first, then facts and claims, then advice and evidence
    with the facts their texts refer to. Nothing stands twice.
    """
    sections = source.sections if isinstance(source, Brief) else (source,)
    facts = list(dict.fromkeys(ref for section in sections for ref in section.facts))
    marks = list(dict.fromkeys(mark for section in sections for mark in section.evidence))
    names = Names(ledger, market, on)
    texts = [line for mark in marks if (line := _words(mark, names)) is not None]
    inner = [ref for line in texts for ref in _inside(line.value)]
    lines = [
        *_products([*facts, *inner], names),
        *(line_of(ref, names) for ref in facts),
        *(line_of(ref, names) for ref in dict.fromkeys(inner) if ref not in facts),
        *texts,
    ]
    return list(dict.fromkeys(lines))


def line_of(reference: str, names: Names) -> Line:
    """The line of one fact or claim."""
    if is_claim(reference):
        return Line(reference, "", "", "", names.claim(reference), "claim")
    subject, _, key = reference.partition(".")
    product, label = names.product(subject, key), names.label(subject, key)
    is_yes_or_no = isinstance(names.value(subject, key), bool)
    kind: Kind = "yes or no" if is_yes_or_no else "fact"
    note = names.word("yes_no") if is_yes_or_no else ""
    shown, entries = names.shown(subject, key), _entries(reference, names)
    comma = mark("comma", names.market.language)
    typed = f"{{{{{reference}}}}}"
    return Line(reference, typed, product, label, shown, kind, note, entries, comma=comma)


def _entries(reference: str, names: Names) -> str:
    """How each entry of a list is typed alone, those behind the first by their ends; empty where there is one value."""
    subject, _, key = reference.partition(".")
    first, *others = names.entries(subject, key) or ("",)
    if not others:
        return ""
    rest = ", ".join(f".{name}" for name in others)
    return f"{names.word('one_alone')}: {{{{{reference}.{first}}}}}, {rest}"


def _products(references: Iterable[str], names: Names) -> Iterator[Line]:
    """How each product is named in a sentence."""
    products = names.ledger.products
    subjects = list(dict.fromkeys(ref.partition(".")[0] for ref in references if not is_claim(ref)))
    for subject in dict.fromkeys(products[s].family or s for s in subjects if s in products):
        for key, said in (("short", names.short(subject)), ("name", names.whole(subject))):
            reference = f"{subject}.{key}"
            yield Line(reference, f"{{{{{reference}}}}}", "", "", said, "name")
    for subject in filter(names.has_name, subjects):
        reference = f"{subject}.short"
        yield Line(reference, f"{{{{{reference}}}}}", "", "", names.short(subject), "name")


def _words(mark: str, names: Names) -> Line | None:
    """The text of a piece of advice or evidence, in the market's language if there is one; None when there is none."""
    for advice in names.ledger.advice:
        if mark == f"{ADVICE}{advice.id}":
            language = names.tongue(advice.answer) or names.market.language
            told = [text for each in (advice.answer, advice.body) if (text := each.get(language))]
            by = f"{names.word('by')} {advice.by}" if advice.by else ""
            label = " ".join(filter(None, [advice.title.get(language), by]))
            line = Line(mark, "", "", label, "\n".join(told), "advice")
            return _in_its_language(line, language, names)
    for evidence in names.ledger.evidence:
        language = names.tongue(evidence.text)
        if mark == f"{EVIDENCE}{evidence.id}" and (text := evidence.text.get(language)):
            line = Line(mark, "", "", f"{names.word('by')} {evidence.by}", text, "evidence")
            return _in_its_language(line, language, names)
    return None


def _in_its_language(line: Line, language: str, names: Names) -> Line:
    """The line with a word on the language of its text, where that is not the market's."""
    if language == names.market.language:
        return line
    said = f"({names.in_language(language)})"
    return replace(line, label=f"{line.label} {said}".strip(), language=language)


def _inside(text: str) -> list[str]:
    """The facts a text refers to; names and addresses are none."""
    targets = (target for reference in find_references(text) for target in reference.targets)
    return [f"{subject}.{key}" for subject, key in targets if key not in NO_CLAIM]
