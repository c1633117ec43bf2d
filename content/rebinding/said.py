"""What single sentences rest on, as the checks prove it: numbers, yes and no, choices, comparisons."""

from collections.abc import Iterator, Sequence
from typing import Final

from content.checks import capabilities, choices, comparisons
from content.checks.knowledge import knowledge, spoken
from content.checks.measuring import measures
from content.checks.numbers import amounts_of
from content.checks.reading import Reading, Sentence
from content.checks.stated import Numbers, Stated
from content.checks.truth import Truth
from content.ledger.ledger import Ledger
from content.rebinding.amounts import SURE, is_rendered, others_with, parts_of
from content.records import UNKNOWN, Unknown
from content.reliance import claim, scope, state
from seo.records import Market

Rests = tuple[Sentence, str]  # a sentence, and a reference or claim it rests on
_LEAST: Final = -1
_IT: Final = 2  # "it" may be the section's product or the page's
_PROVEN: Final = {"proven", "derived"}


def numbers(reading: Reading) -> Iterator[Rests]:
    """The facts that prove a number, or that it was worked out from; those of both where both are spoken of."""
    binder = knowledge(reading).binder
    for sentence, subject in spoken(reading):
        found = amounts_of(reading, sentence, subject, binder.numbers)
        for amount in found:
            if is_rendered(sentence, amount):
                continue  # the reference itself says which fact
            ruling = binder.rule(amount, sentence, subject, found)
            stated = ruling.stated
            if ruling.verdict not in _PROVEN or stated is None or stated.key == "title":
                continue
            is_product = stated.subject in reading.ledger.products
            if is_product and subject.certainty not in SURE:
                continue
            parts = parts_of(stated.subject, amount, sentence, subject, found)
            for handle in _narrowest(binder.numbers, parts, stated):
                yield sentence, f"{handle}.{stated.key}"
            if is_product:
                for other in others_with(amount, stated, subject, binder, found):
                    yield sentence, f"{other}.{stated.key}"


def _narrowest(stock: Numbers, parts: Sequence[str], stated: Stated) -> Sequence[str]:
    """The variants that have the number, so that a further size of their family shakes nothing."""
    if len(parts) > 1:
        return parts[:1]
    product = stock.ledger.products.get(stated.subject)
    variants = product.variants if product else ()
    own = [v for v in variants if any((s.key, s.base) == (stated.key, stated.base) for s in stock.of(v))]
    return own if len(own) < len(variants) and own else (stated.subject,)


def yes_and_no(reading: Reading) -> Iterator[Rests]:
    """The yes or no behind every proven capability; said of a whole line, that none of it says otherwise."""
    ledger, market, on = reading.ledger, reading.market, reading.on
    truth = knowledge(reading).truth
    for ruled in capabilities.rulings(reading):
        if ruled.verdict != "proven" or not ruled.owners:
            continue
        for key in keys_of(ruled.assertion.capability, truth):
            holds = ruled.assertion.holds
            right = [h for h in ruled.owners if ledger.fact(h, key, market, on).value is holds]
            is_whole = ruled.certainty == "category"
            is_any = is_whole or len(ruled.owners) > _IT
            if is_any and len(right) < len(ruled.owners):
                continue  # "cut a curtain only if its entry says so": advice, and of no product
            yield from ((ruled.sentence, f"{handle}.{key}") for handle in right)
            if is_whole:
                other = "lacking" if holds else "having"
                yield ruled.sentence, claim(other, key, scope(ruled.owners, ledger))


def keys_of(capability: str, truth: Truth) -> tuple[str, ...]:
    """The attributes of the catalogue that state a capability of the checks."""
    if capability.startswith("key:"):
        return (capability.removeprefix("key:"),)
    return truth.keys.get(capability, ())


def materials(reading: Reading) -> Iterator[Rests]:
    """The material, colour or country behind every proven choice."""
    words = knowledge(reading).choices
    for ruled in choices.rulings(reading):
        if ruled.verdict != "proven":
            continue
        for handle in ruled.handles:
            if not ruled.keys:
                yield ruled.sentence, f"{handle}.{ruled.kind}"
            for fact in words.saying(handle, ruled.kind, ruled.keys) if ruled.keys else ():
                yield ruled.sentence, f"{handle}.{fact.key}"


def comparing(reading: Reading) -> Iterator[Rests]:
    """`less(a.width; b.width)` for "wider than", `highest(width; …)` for "the widest": where the ledger shows it."""
    for ruled in comparisons.rulings(reading):
        if ruled.verdict != "proven" or len(ruled.among) < 2:  # noqa: PLR2004 - nothing compared
            continue
        mine, *others = ruled.among
        for key in _measured(ruled, mine, reading):
            if ruled.is_pair:
                first, second = (mine, others[0]) if ruled.adjective.way == _LEAST else (others[0], mine)
                made = claim("less", f"{first}.{key}", f"{second}.{key}")
                is_so = state(made, reading.ledger, reading.market, reading.on) == "true"
            else:
                end = "lowest" if ruled.adjective.way == _LEAST else "highest"
                made = claim(end, key, scope(ruled.among, reading.ledger))
                is_so = mine in state(made, reading.ledger, reading.market, reading.on).split("+")
            if is_so:
                yield from ((ruled.sentence, f"{h}.{key}") for h in ruled.among if _is_known(reading, h, key))
                yield ruled.sentence, made
                break


def _measured(ruled: comparisons.Ruled, mine: str, reading: Reading) -> list[str]:
    """The attributes of a product that the adjective measures."""
    numbers = knowledge(reading).binder.numbers
    return sorted({stated.key for stated in measures()[ruled.adjective.attribute].of(numbers, mine)})


def _is_known(reading: Reading, handle: str, key: str) -> bool:
    return not isinstance(reading.ledger.fact(handle, key, reading.market, reading.on).value, Unknown)


def is_unknown(ledger: Ledger, market: Market, handle: str, key: str) -> bool:
    """Whether nobody has stated it."""
    return ledger.fact(handle, key, market).value == UNKNOWN
