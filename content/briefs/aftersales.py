"""What the shop stands for once a thing is bought: warranty, repair, returns; for pages whose question turns on it.

"My umbrella broke, can it be repaired?" is answered by the shop as much as by the product: how long it stands for its
goods, what a repair costs, whom it turns away. None of that is a column of the catalogue.
"""

import re
from collections.abc import Iterator

from content.briefs.grounds import Grounds
from content.checks.promises import promise
from content.ledger.own_words import TERMS
from content.plan.concepts import SHOP_ASPECTS
from content.records import UNKNOWN, Advice, Text
from content.references import find_references
from content.word_lists import word_lists, words_of
from seo.language import plain

REPAIR_KEYS = re.compile(r"(?:^|_)(?:repair|repara|reparier|spare_|ersatzteil|recambio|rechange)")
"""How shops call such facts in `facts.toml`, in the languages written with its letters."""
RETURNS = ("returns_days", "returns_cost", "returns_text", "returns_terms")
ADDRESS = "contact_email"


def turns_on(text: str, language: str) -> bool:
    """Whether a text is about what becomes of a thing that breaks."""
    return any(_says(each, text, language) for each in word_lists(__file__))


def answering(text: str, grounds: Grounds) -> tuple[str, ...]:
    """The shop's facts that a question on a product asks for: of a warranty, of repair, of returns."""
    language = grounds.language
    if grounds.assignment.aspect in SHOP_ASPECTS:
        return ()
    found: list[str] = []
    if _says("repair", text, language):
        found += _of_repair(grounds)
    if _says("warranty", text, language):
        found += _of_warranty(grounds)
    asked = grounds.page.vocabulary.understand(text).keys("aspect")
    terms = (*(RETURNS if "returns" in asked else ()), *([TERMS["delivery"]] if "delivery" in asked else []))
    found += [key for key in terms if _is_told(key, grounds)]
    return tuple(f"shop.{key}" for key in found)


def accompanying(text: str, grounds: Grounds) -> tuple[str, ...]:
    """What a reader with a broken thing needs beside the answer: all of it, the products' warranties, an address."""
    if grounds.assignment.aspect in SHOP_ASPECTS or not turns_on(text, grounds.language):
        return ()
    found = [*_of_warranty(grounds), *_of_repair(grounds)]
    address = [ADDRESS] if found and _is_told(ADDRESS, grounds) else []
    return (*(f"shop.{key}" for key in (*found, *address)), *grounds.facts(["warranty"]))


def advice_on(shop: tuple[str, ...], grounds: Grounds) -> str:
    """The advice about these products in whose text one of the shop's facts stands; empty where there is none."""
    for each in grounds.ledger.advice:
        language = grounds.page.tongue(each.answer)
        if language and grounds.is_about_us(each.about) and set(shop) & set(_referred(each)):
            return each.id
    return ""


def _of_warranty(grounds: Grounds) -> list[str]:
    return [key for key in _told(grounds) if promise(key) == "warranty"]


def _of_repair(grounds: Grounds) -> list[str]:
    """Facts on repair, without those that the shop's advice states of other products only."""
    elsewhere = {
        ref for a in grounds.ledger.advice if not grounds.is_about_us(a.about) for ref in _referred(a)
    }
    here = {ref for a in grounds.ledger.advice if grounds.is_about_us(a.about) for ref in _referred(a)}
    keys = [key for key in _told(grounds) if REPAIR_KEYS.search(key)]
    return [key for key in keys if f"shop.{key}" not in elsewhere - here]


def _told(grounds: Grounds) -> list[str]:
    keys = dict.fromkeys(fact.key for fact in grounds.ledger.facts("shop"))
    return [key for key in keys if _is_told(key, grounds)]


def _is_told(key: str, grounds: Grounds) -> bool:
    """Whether it is stated here and can be read."""
    value = grounds.value("shop", key)
    return value != UNKNOWN and not (isinstance(value, Text) and not value.get(grounds.language))


def _referred(advice: Advice) -> Iterator[str]:
    texts = (said for text in (advice.answer, advice.body) for _, said in text.by_language)
    targets = (target for text in texts for each in find_references(text) for target in each.targets)
    return (f"{subject}.{key}" for subject, key in targets)


def _says(matter: str, text: str, language: str) -> bool:
    return bool(re.search(words_of(__file__, matter, language), plain(text)))
