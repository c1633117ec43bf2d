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
from content.checks.view import low
from content.rebinding.cues import cue
from content.rebinding.said import Rests, is_unknown
from content.references import find_references
from content.reliance import NOBODY, claim, scope, state


def exclusive(reading: Reading) -> Iterator[Rests]:
    """`having`, `lacking` and `unstated` where the products named are the only ones, or the only exceptions."""
    words, truth = cue("exclusive", reading.market.language), knowledge(reading).truth
    asserted = {
        (ruled.sentence, ruled.assertion.capability)
        for ruled in capabilities.rulings(reading)
        if ruled.verdict == "proven"
    }
    for sentence, subject in spoken(reading):
        named = tuple(dict.fromkeys(mention.handle for mention in (*subject.mentions, *subject.others)))
        if not named or not words.search(sentence.low):
            continue
        found = {name for place, name in asserted if place is sentence}
        found |= {hit.capability for hit in labels(sentence.low, truth.language, truth.labels)}
        for name in sorted(found):
            keys = (name.removeprefix("key:"),) if name.startswith("key:") else truth.keys.get(name, ())
            yield from _only(reading, sentence, named, keys)


def _only(reading: Reading, sentence: Sentence, named: Sequence[str], keys: Sequence[str]) -> Iterator[Rests]:
    ledger = reading.ledger
    for key in keys:
        for among in _scopes(reading, named):
            whole = scope(among, ledger)
            for name in ("having", "lacking"):
                made = claim(name, key, whole)
                if _state(reading, made) == "+".join(sorted(named)):
                    yield from ((sentence, f"{handle}.{key}") for handle in among)
                    yield sentence, made
                    silent = claim("unstated", key, whole)
                    if _state(reading, silent) == NOBODY:
                        yield sentence, silent
                    return


def _scopes(reading: Reading, named: Sequence[str]) -> Iterator[list[str]]:
    """Among what products something may be said of some only: their line, the whole shop."""
    ledger = reading.ledger
    lines = {ledger.products[handle].category for handle in named}
    if len(lines) == 1:
        yield [family.handle for family in ledger.families(next(iter(lines)))]
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
                yield from _ends(reading, sentence, handles, key)


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


def _ends(reading: Reading, sentence: Sentence, handles: Sequence[str], key: str) -> Iterator[Rests]:
    """The least and the most of a line, where the two shown are just these."""
    products = reading.ledger.products
    if not all(handle in products and not products[handle].family for handle in handles):
        return
    for among in _scopes(reading, handles):
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
        keys = {key for _, _, found in known.binder.words.find(text) for key in found}
        for hit in (
            *find(text, known.truth.language, known.truth.features),
            *labels(text, known.truth.language, known.truth.labels),
        ):
            name = hit.capability
            keys |= (
                {name.removeprefix("key:")}
                if name.startswith("key:")
                else set(known.truth.keys.get(name, ()))
            )
        for handle in subject.handles:
            for key in sorted(keys & set(reading.ledger.keys(reading.ledger.products))):
                if handle in reading.ledger.products and _is_silent(reading, handle, key):
                    yield sentence, f"{handle}.{key}"
                    yield sentence, claim("unknown", f"{handle}.{key}")


def _is_silent(reading: Reading, handle: str, key: str) -> bool:
    return is_unknown(reading.ledger, reading.market, handle, key)


def _state(reading: Reading, made: str) -> str:
    return state(made, reading.ledger, reading.market, reading.on)
