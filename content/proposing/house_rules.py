"""What policy pages say beyond figures: until when an order leaves the same day, in what state goods come back and
which do not, who pays for it, what a warranty leaves out. Each is proposed as the page's own sentence.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from content.checks.countries import countries
from content.checks.extract import extract
from content.checks.view import fold
from content.ledger.ledger import Ledger
from content.ledger.own_words import TERMS, said
from content.ledger.values import precision
from content.proposing.blocks import Block
from content.proposing.conditions import (
    is_known,
    is_of_duties,
    plain,
    says_who_pays,
    term_of,
    whole,
    with_weekdays,
)
from content.proposing.pages import Page, policy_files, read_page
from content.proposing.policies import SHOP, named, names_of, statements_of
from content.proposing.proposal import Proposal
from content.proposing.scopes import scoped
from content.proposing.statements import Statement
from content.proposing.wording import TOPICS, About, has
from content.records import Money


def house_rules(ledger: Ledger, pages: list[Path]) -> list[Proposal]:
    """Every such sentence of the shop's policy pages and those named; none that the shop states already."""
    found: dict[tuple[str, str], Proposal] = {}
    for path in [*policy_files(ledger.shop.folder), *pages]:
        page = read_page(path, ledger.shop.language)
        for topic, block, sentence in _rules(page, ledger) if is_known(page.language) else ():
            attribute = f"{TERMS[topic]}@{page.language}"
            source = named(path, ledger.shop.folder)
            one = Proposal(SHOP, attribute, sentence, "", sentence, source, block.row)
            if not _is_held(sentence, page.language, ledger):
                found.setdefault((attribute, sentence), one)
    return list(found.values())


def _rules(page: Page, ledger: Ledger) -> Iterator[tuple[str, Block, str]]:
    """Topic, place and words of each. A heading that narrows what is below it (`Delivery of tents`, a country, the
    others) would be lost with the sentence alone: there nothing is taken."""
    figures, language = statements_of(page, ledger), page.language
    for block, over in scoped(page.blocks, language, names_of(ledger)):
        if block.quote or block.labels or not (over.is_plain or over.is_excluding):
            continue
        for sentence in whole(block.text):
            if _is_narrowed(sentence, over, language):
                continue
            if topic := _topic(sentence, over, language):
                if told := _with_its_days(sentence, block, page, language):
                    yield topic, block, told
            elif _is_of_costs(sentence, block, over, language) and not _is_in_figures(
                sentence, page, figures, ledger
            ):
                yield "returns", block, sentence


def _is_narrowed(sentence: str, over: About, language: str) -> bool:
    """Whether the place its heading names would be lost; it is not where it names a country, and customs are abroad."""
    if not (over.countries or over.is_elsewhere) or countries(sentence, language):
        return False
    return bool(over.countries) or not is_of_duties(sentence, language)


def _with_its_days(sentence: str, block: Block, page: Page, language: str) -> str:
    """The sentence with the one beside it that says on which days; empty where a paragraph beside it does."""
    place = page.blocks.index(block)
    beside = [*page.blocks[max(0, place - 1) : place], *page.blocks[place + 1 : place + 2]]
    apart = [each.text for each in beside if each.kind != "heading" and not each.quote]
    return with_weekdays(sentence, block.text, apart, language)


def _topics(sentence: str, headed: tuple[str, ...], language: str) -> tuple[str, ...]:
    """What a sentence is about: its own words say, else its heading; of two of its own the heading's is meant (`for
    returns you pay the postage`)."""
    own = tuple(topic for topic in TOPICS if has(plain(sentence), topic, language))
    is_both = len(own) > 1 and len(headed) == 1 and headed[0] in own
    return headed if is_both else own or headed


def _topic(sentence: str, over: About, language: str) -> str:
    """Under "Returns and exchanges", too: in what state goods come back is true of both."""
    return term_of(sentence, _topics(sentence, over.topics or over.beside, language), language)


def _is_of_costs(sentence: str, block: Block, over: About, language: str) -> bool:
    """Whether it says who pays; not where a sentence beside it takes something back."""
    is_whole = sentence == block.text.strip() or not has(plain(block.said), "exception", language)
    return (
        is_whole
        and _topics(sentence, over.topics, language) == ("returns",)
        and says_who_pays(sentence, language)
    )


def _is_in_figures(sentence: str, page: Page, figures: Sequence[Statement], ledger: Ledger) -> bool:
    """Whether all of it is said by facts: those proposed of it, or the prices of a return that the shop states."""
    mine = [each for each in figures if sentence in each.quote]
    told = [value for each in extract(fold(sentence), page.language) for value in each.values]
    held = {
        Decimal(fact.value.minor).scaleb(-precision(fact.value.currency))
        for fact in ledger.facts(SHOP)
        if fact.key == "returns_cost" and isinstance(fact.value, Money)
    }
    if told:
        return set(told) <= held
    return bool(mine) and all(each.is_sure for each in mine)


def _is_held(sentence: str, language: str, ledger: Ledger) -> bool:
    """Whether some text of the shop's (`returns.text`, a sentence accepted before) has these words."""
    return any(sentence in said(fact.value, language) for fact in ledger.facts(SHOP))
