"""What sentences rest on that speak of a whole kind: the only ones, all alike, from least to most, nobody knows.

"Only Luna can be cut" is untrue once another can; so beside the facts stands the claim over the kind. A claim is
taken only where a word of the sentence (`cues.toml`) says so and the ledger bears it out today.
"""

from collections.abc import Iterator, Sequence

from content.checks import capabilities
from content.checks.knowledge import knowledge, spoken
from content.checks.named import find, labels
from content.checks.reading import Reading, Sentence
from content.checks.subjects import Subject
from content.checks.truth import Truth
from content.checks.view import low
from content.rebinding.cues import cue
from content.rebinding.said import Rests, is_unknown, keys_of
from content.references import find_references
from content.reliance import NOBODY, claim, scope, state


def labelled(reading: Reading) -> Iterator[Rests]:
    """The yes or no of every product that stands in a sentence with the name of a yes-and-no attribute."""
    truth = knowledge(reading).truth
    for sentence, subject in spoken(reading):
        for key in _labels(sentence, truth):
            for handle in _named(subject):
                if isinstance(reading.ledger.fact(handle, key, reading.market, reading.on).value, bool):
                    yield sentence, f"{handle}.{key}"


def exclusive(reading: Reading) -> Iterator[Rests]:
    """`having`, `lacking` and `unstated` where the products named are the only ones, or the only exceptions."""
    words, truth = cue("exclusive", reading.market.language), knowledge(reading).truth
    asserted = [
        (ruled.sentence, ruled.assertion.capability)
        for ruled in capabilities.rulings(reading)
        if ruled.verdict == "proven"
    ]
    for sentence, subject in spoken(reading):
        named, keys = _named(subject), _labels(sentence, truth)
        is_list = sentence.block.kind == "item" and keys  # "- Non-slip: Luna and Nova."
        is_said = words.search(sentence.low) is not None
        if not named or not (is_list or is_said):
            continue
        said = [key for place, name in asserted if place is sentence for key in keys_of(name, truth)]
        every = list(dict.fromkeys((*keys, *said)))
        for key in (*every, *(["&".join(keys)] if len(keys) > 1 else [])):
            yield from _only(reading, sentence, subject, named, key, is_said=is_said)


def _named(subject: Subject) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.handle for mention in (*subject.mentions, *subject.others)))


def _labels(sentence: Sentence, truth: Truth) -> list[str]:
    """The yes-and-no attributes a sentence calls by their names."""
    found = labels(sentence.low, truth.language, truth.labels)
    return list(dict.fromkeys(key for hit in found for key in keys_of(hit.capability, truth)))


def _only(
    reading: Reading, sentence: Sentence, subject: Subject, named: Sequence[str], keys: str, *, is_said: bool
) -> Iterator[Rests]:
    """The claim under it, and where "all the others" are spoken of that none of them is silent."""
    for among in _scopes(reading, named, subject):
        whole = scope(among, reading.ledger)
        for name in ("having", "lacking") if is_said else ("having",):
            made = claim(name, keys, whole)
            if _state(reading, made) == "+".join(sorted(named)):
                for key in keys.split("&"):
                    yield from ((sentence, f"{h}.{key}") for h in among if not _is_silent(reading, h, key))
                yield sentence, made
                silent = claim("unstated", keys, whole) if is_said and "&" not in keys else ""
                if silent and _state(reading, silent) == NOBODY:
                    yield sentence, silent
                return


def _scopes(reading: Reading, named: Sequence[str], subject: Subject) -> Iterator[list[str]]:
    """Among what products something may be said of some only: their line, the page's lines, the whole shop."""
    ledger = reading.ledger
    own = dict.fromkeys(ledger.products[handle].category for handle in named)
    page = dict.fromkeys(ledger.products[handle].category for handle in subject.on_page)
    for lines in dict.fromkeys((tuple(own), tuple(page))):
        if all(lines):
            yield [family.handle for line in lines for family in ledger.families(line)]
    yield [family.handle for family in ledger.families()]


def alike_and_apart(reading: Reading) -> Iterator[Rests]:
    """`same` where one value is shown for all, `lowest` and `highest` where two products stand for the ends."""
    language = reading.market.language
    for sentence, subject in spoken(reading):
        shown = _shown(sentence)
        is_every = cue("every", language).search(sentence.low) is not None
        for key in sorted({key for _, key in shown}):
            handles = [handle for handle, other in shown if other == key]
            if is_every:
                yield from _same(reading, sentence, subject, handles, key)
            if len(handles) == 2 and cue("ends", language).search(sentence.low):  # noqa: PLR2004 - two ends
                yield from _ends(reading, sentence, subject, handles, key)
            if len(handles) > 1 and cue("apart", language).search(sentence.low):
                yield from _apart(reading, sentence, handles, key)


def _shown(sentence: Sentence) -> list[tuple[str, str]]:
    """The facts whose values a sentence prints, names and addresses left out."""
    found = (find_references(each.source) for each in sentence.rendered)
    targets = (target for references in found for reference in references for target in reference.targets)
    return [target for target in targets if target[1] not in {"name", "short", "url"}]


def _same(
    reading: Reading, sentence: Sentence, subject: Subject, handles: Sequence[str], key: str
) -> Iterator[Rests]:
    ledger = reading.ledger
    known = [handle for handle in handles if handle in ledger.products]
    line = [f.handle for h in known[:1] for f in ledger.families(ledger.products[h].category)]
    for among in (list(subject.handles), line):
        made = claim("same", key, scope(among, ledger)) if len(among) > 1 else ""
        if made and _state(reading, made) == "true":
            yield from ((sentence, f"{handle}.{key}") for handle in among)
            yield sentence, made
            return


def _apart(reading: Reading, sentence: Sentence, handles: Sequence[str], key: str) -> Iterator[Rests]:
    """That the values shown side by side are not all the same."""
    made = claim("differ", key, "+".join(sorted(set(handles))))
    if _state(reading, made) == "true":
        yield sentence, made


def _ends(
    reading: Reading, sentence: Sentence, subject: Subject, handles: Sequence[str], key: str
) -> Iterator[Rests]:
    """The least and the most of a line, where the two shown are just these."""
    products = reading.ledger.products
    if not all(handle in products and not products[handle].family for handle in handles):
        return
    for among in _scopes(reading, handles, subject):
        whole = scope(among, reading.ledger)
        ends = [claim(end, key, whole) for end in ("lowest", "highest")]
        if {_state(reading, end) for end in ends} == set(handles):
            yield from ((sentence, f"{h}.{key}") for h in among if not _is_silent(reading, h, key))
            yield from ((sentence, end) for end in ends)
            return


def silences(reading: Reading) -> Iterator[Rests]:
    """`unknown(a.width)` where the text says that nobody has stated it, in a sentence or a cell of a table."""
    silent, known = cue("silent", reading.market.language), knowledge(reading)
    for sentence, subject in spoken(reading):
        if not silent.search(sentence.low):
            continue
        text = sentence.low
        if sentence.block.kind == "row":
            cell = (sentence.start, sentence.end)
            text = low(f"{sentence.block.above(cell)} {sentence.block.label(cell)}")
        keys = {key for _, _, found in known.binder.naming.words.find(text) for key in found}
        truth = known.truth
        hits = (*find(text, truth.language, truth.features), *labels(text, truth.language, truth.labels))
        keys |= {key for hit in hits for key in keys_of(hit.capability, truth)}
        for handle in dict.fromkeys((*subject.handles, *_named(subject))):
            for key in sorted(keys & set(reading.ledger.keys(reading.ledger.products))):
                if handle in reading.ledger.products and _is_silent(reading, handle, key):
                    yield sentence, f"{handle}.{key}"
                    yield sentence, claim("unknown", f"{handle}.{key}")


def _is_silent(reading: Reading, handle: str, key: str) -> bool:
    return is_unknown(reading.ledger, reading.market, handle, key)


def _state(reading: Reading, made: str) -> str:
    return state(made, reading.ledger, reading.market, reading.on)
