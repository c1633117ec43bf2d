"""What the whole catalogue says, asked without opening every product, is what its facts say."""

from dataclasses import replace
from pathlib import Path

from content.ledger.ledger import Ledger, read_ledger
from content.records import Fact, Money, Quantity, Span, Unknown
from content.shop import load_shop
from seo.records import LANGUAGES

SHOP = Path(__file__).parents[1] / "checks" / "shop"
NUMBERS = Quantity | Money | Span | Unknown


def ledger() -> Ledger:
    return read_ledger(load_shop(SHOP))


def test_every_key_and_every_word_of_the_facts_is_stated() -> None:
    known = ledger()
    keys, said = known.stated()
    facts = [fact for subject in known.subjects() for fact in known.facts(subject)]
    assert keys == {fact.key for fact in facts}
    of_variants = {
        (f.key, f.value) for f in facts if f.subject not in known.products or not _is_family(known, f)
    }
    assert {(key, value) for key, value in of_variants if not isinstance(value, NUMBERS)} <= set(said)


def _is_family(known: Ledger, fact: Fact) -> bool:
    return bool(known.products[fact.subject].variants)


def test_names_are_the_same_before_and_after_a_product_is_opened() -> None:
    closed, opened = ledger(), ledger()
    for handle in opened.products:
        opened.facts(handle)
    asked = [(handle, language) for handle in closed.products for language in LANGUAGES]
    assert [(closed.name(*one), closed.short(*one)) for one in asked] == [
        (opened.name(*one), opened.short(*one)) for one in asked
    ]


def test_what_is_accepted_later_is_stated_too() -> None:
    known = ledger()
    known.stated()
    subject = next(iter(known.products))
    fact = replace(known.facts(subject)[0], key="new_key", value=True)
    known.accept([(fact, False)])
    assert ("new_key", True) in known.stated()[1]
