"""What a market takes amiss: holidays, alcohol, pork, gambling, numbers of a gift, the wrong address, maps."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import groupby

from content.checks.address import Place, forms, places
from content.checks.check import Check
from content.checks.reading import Reading
from content.checks.reporting import hits, is_in_a_name, other, report, softened
from content.records import Finding, Proof
from content.voice.voice import Voice, voice_of


class Culture(Check):
    """Rows of the market's country; one form of address through the whole text, and that the shop's own."""

    name = "culture"
    rules = (
        "culture.holiday", "culture.alcohol", "culture.pork", "culture.gambling", "culture.number",
        "culture.address", "culture.form", "culture.map",
    )  # fmt: skip

    def check(self, reading: Reading) -> Iterator[Finding]:
        for sentence in reading.statements:
            for hit in hits(reading, sentence, "culture"):
                place = hit.start - sentence.start, hit.end - sentence.start
                is_name = is_in_a_name(reading, sentence, *place)  # the lamp Beacon, بيكون, is no bacon
                yield report(reading, sentence, hit, warns=is_name)
        yield from _address(reading)


def _address(reading: Reading) -> Iterator[Finding]:
    """Every block that speaks in another form than the rest, or than the shop's voice file says."""
    found = list(places(reading))
    if not found:
        return
    voice = voice_of(reading.ledger.shop, reading.market)
    stated = voice.address if voice.is_address_stated else ""
    names = forms(reading.market.language).names
    sure = [place for place in found if place.is_sure]
    if not _agreed(sure, names):
        yield from _reported(reading, "address", _strangers(sure, stated or _main(sure, names), names), voice)
    elif stated and stated not in _agreed(sure, names):
        yield from _reported(reading, "form", [place for place in sure if stated not in place.forms], voice)
    else:
        kept = stated or _main(sure or found, names)
        rule = "form" if stated and not sure else "address"
        doubtful = [place for place in found if kept not in place.forms]
        yield from map(softened, _reported(reading, rule, doubtful, voice))


def _agreed(found: Iterable[Place], names: Sequence[str]) -> frozenset[str]:
    """The forms all of these words can belong to; none: the text mixes forms."""
    return reduce(frozenset.intersection, (place.forms for place in found), frozenset(names))


def _main(found: Sequence[Place], names: Sequence[str]) -> str:
    """The form most of the words belong to."""
    count = Counter(name for place in found for name in place.forms)
    return max(names, key=lambda name: count[name])


def _strangers(found: Sequence[Place], kept: str, names: Sequence[str]) -> list[Place]:
    """What does not belong to the form kept; where nothing does, what does not belong to the text's main one."""
    if not any(kept in place.forms for place in found):
        kept = _main(found, names)
    return [place for place in found if kept not in place.forms]


def _reported(reading: Reading, kind: str, found: Iterable[Place], voice: Voice) -> Iterator[Finding]:
    """One finding a block, at its first such word."""
    proof = Proof(voice.source, None, f"address: {voice.address}") if voice.is_address_stated else None
    for _, group in groupby(found, key=lambda place: id(place.sentence.block)):
        place = next(group)
        yield other(reading, place.sentence, kind, place.start, place.end, proof)
