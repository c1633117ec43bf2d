"""Who pays for a return, against the shop's facts: `paid_by` of `[returns]` in `facts.toml`.

`Free returns` is `claim.offer`'s; this reads `the return postage is on us`, and `yours to pay` of a shop that pays it.
"""

from collections.abc import Iterator
from typing import Final

from content.checks.check import Check
from content.checks.countries import mentions
from content.checks.policy import pattern
from content.checks.reading import Reading, Sentence, split_sentences
from content.checks.reporting import softened
from content.checks.return_postage import Paid, is_about_returning, is_promise, paid
from content.checks.view import fold, low
from content.checks.vouched import is_returned_free
from content.ledger.own_words import TERMS
from content.records import Finding, Money, Proof, Text

_FILE: Final = "facts.toml"
Told = dict[tuple[int, int], tuple[Sentence, tuple[str, ...], tuple[Paid, ...]]]
"""A statement's place -> it, what stands before it, and who pays by it."""


class Returns(Check):
    """No shop promises to pay for the way back that does not, nor frightens with a cost that is its own."""

    name = "returns"
    rules = ("returns.contradicted", "returns.unsupported")

    def check(self, reading: Reading) -> Iterator[Finding]:
        is_ours = is_paid_by_shop(reading)
        for sentence, _, told in _told(reading).values():
            for said in told:
                if said.by_shop is not is_ours and not _is_offer(reading, sentence, said):
                    yield _found(reading, sentence, said, is_ours)


def is_no_offer(reading: Reading, sentence: Sentence, start: int, end: int, *, is_of_delivery: bool) -> bool:
    """Whether words that `claim.offer` may read as free are not, or are this check's: "send it back, the postage is on
    us" offers no delivery."""
    place = id(sentence.block), sentence.start
    if place not in _told(reading):
        return False
    text, language = sentence.low, reading.market.language
    _, before, told = _told(reading)[place]
    if is_of_delivery and any(said.start < end and start < said.end for said in told):
        return True
    is_of_return = not is_of_delivery or is_about_returning(text, language)
    return is_of_return and not is_promise(text, start, end, before, language)


def is_paid_by_shop(reading: Reading) -> bool | None:
    """Whether sending back costs the customer nothing in this market today, by `paid_by`, else by the cost, else by the
    shop's own words of its returns; None: nobody has stated it."""
    free = reading.ledger.fact("shop", "returns_free", reading.market, reading.on).value
    if isinstance(free, bool):
        return free
    cost = reading.ledger.fact("shop", "returns_cost", reading.market, reading.on).value
    if isinstance(cost, Money):
        return cost.minor == 0
    said = {each.by_shop for each in _own_words(reading) if not each.is_of_some}
    return said.pop() if len(said) == 1 else None


def _own_words(reading: Reading) -> Iterator[Paid]:
    """What `text` of `[returns]` and the accepted terms say of it, in whatever language."""
    for key in ("returns_text", TERMS["returns"]):
        value = reading.ledger.fact("shop", key, reading.market, reading.on).value
        for language, words in value.by_language if isinstance(value, Text) else ():
            text = low(fold(words))
            for start, end in split_sentences(text):
                yield from paid(text[start:end], (), language)


def _told(reading: Reading) -> Told:
    """What each statement says of it, by its place; worked out once."""
    if "returns" not in reading.kept:
        language = reading.market.language
        reading.kept["returns"] = {
            (id(sentence.block), sentence.start): (
                sentence,
                before,
                () if said and _is_elsewhere(reading, sentence) else said,
            )
            for sentence, before in in_order(reading)
            for said in (tuple(paid(sentence.low, before, language)),)
        }
    found: Told = reading.kept["returns"]
    return found


def in_order(reading: Reading) -> Iterator[tuple[Sentence, tuple[str, ...]]]:
    """Every statement with what stands before it: the sentence before, and the heading. A row is read as a whole."""
    stated = {(id(each.block), each.start) for each in reading.statements}
    heading, last = "", ""
    for sentence in reading.sentences:
        block = sentence.block
        if block.kind == "heading":
            heading, last = sentence.low, ""
        if block.kind == "row":
            if sentence.start == block.cells[0][0]:
                yield Sentence(block, block.cells[0][0], block.cells[-1][1]), ()
        elif (id(block), sentence.start) in stated:
            yield sentence, tuple(each for each in (last, heading) if each and each != sentence.low)
        last = sentence.low


def _is_elsewhere(reading: Reading, sentence: Sentence) -> bool:
    """Whether another country is named: its rows are not this market's."""
    language, own = reading.market.language, reading.market.country
    return any(code != own for code, _, _ in mentions(sentence.low, language))


def _is_offer(reading: Reading, sentence: Sentence, said: Paid) -> bool:
    """Whether `claim.offer` blocks the same words."""
    offers = pattern(reading.market.language, "offers", "returns").finditer(sentence.low)
    return (
        said.by_shop
        and not is_returned_free(reading)
        and any(offer.start() < said.end and said.start < offer.end() for offer in offers)
    )


def _found(reading: Reading, sentence: Sentence, said: Paid, is_ours: bool | None) -> Finding:
    rule = "returns.unsupported" if is_ours is None else "returns.contradicted"
    start, end = sentence.start + said.start, sentence.start + said.end
    if is_ours is None:
        cure = f"Say in {_FILE} who pays for a return: paid_by under [returns]."
    else:
        payer = "the shop" if is_ours else "the customer"
        cure = f"By {_FILE} {payer} pays for a return: say it so, or correct paid_by."
    found = reading.finding(rule, sentence.block, start, end, cure, Proof(_FILE, None, ""))
    is_lighter = said.is_of_some or (is_ours is None and not said.by_shop)
    return softened(found) if is_lighter else found
