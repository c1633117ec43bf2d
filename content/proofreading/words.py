"""What the shop has written of the things a page is about: descriptions, advice, evidence, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from content.checks.own_texts import filled
from content.checks.reading import Reading
from content.checks.view import fold, low
from content.described import described
from content.ledger.abouts import OF_THE_SHOP
from content.proofreading.sheet import mentioned
from content.records import Text
from content.tongues import tongue

MOST_LETTERS: Final = 9000  # some 2,300 tokens
_A_NAME: Final = 3  # words of a name, `Colissimo à domicile`: it says nothing a line could go against
_LONGEST_NAME: Final = 12  # letters of one in Japanese
_DIGIT: Final = re.compile(r"\d")
_APART: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A text of the shop, without its digits."""

    by: str  # "Roulane's description", "the advice `kids-size`"
    text: str
    source: str = ""
    row: int | None = None


def words_of(reading: Reading) -> tuple[Word, ...]:
    """Those on the products the page names, and on their lines; as many as a prompt should hold."""
    found: list[Word] = []
    letters = 0
    for word in (*descriptions(reading), *_advice(reading), *_evidence(reading), *_terms(reading)):
        letters += len(word.text)
        if letters > MOST_LETTERS:
            break
        found.append(word)
    return tuple(found)


def bare(text: str) -> str:
    """A text without marks, spaces and digits, to find a quotation in it."""
    return _APART.sub(" ", _DIGIT.sub(" ", low(fold(text)))).strip()


def descriptions(reading: Reading) -> Iterator[Word]:
    """What stands on the pages of the products the page names."""
    ledger = reading.ledger
    for each in described(ledger, mentioned(reading), reading.market, reading.on):
        fact = ledger.fact(each.handle, "description", reading.market, reading.on)
        name = ledger.name(each.handle, reading.market.language)
        yield Word(f"the description of {name}", _plain(each.text), fact.source, fact.row)


def _advice(reading: Reading) -> Iterator[Word]:
    for advice in reading.ledger.advice:
        texts = (advice.title, advice.answer, advice.body)
        said = _said(texts, reading)
        if said and _is_near(advice.about, reading):
            yield Word(f"the shop's advice `{advice.id}`", _plain(said), advice.source)


def _evidence(reading: Reading) -> Iterator[Word]:
    for evidence in reading.ledger.evidence:
        said = _said((evidence.text,), reading)
        if said and _is_near(evidence.about, reading):
            yield Word(f"{evidence.by} (`{evidence.id}`)", _plain(said), evidence.source)


def _terms(reading: Reading) -> Iterator[Word]:
    """What the shop writes of its delivery, customs, returns and contact, in this market."""
    own, language = reading.ledger.shop.language, reading.market.language
    for fact in reading.ledger.facts("shop"):
        if fact.market not in {None, reading.market.country} or not isinstance(fact.value, Text):
            continue
        said = fact.value.get(tongue(fact.value, language, own)) or ""
        is_sentence = len(said.split()) > _A_NAME or (language == "ja" and len(said) > _LONGEST_NAME)
        if is_sentence and "@" not in said:
            yield Word(f"the shop on {fact.key.replace('_', ' ')}", _plain(said), fact.source, fact.row)


def _said(texts: tuple[Text, ...], reading: Reading) -> str:
    language = tongue(
        texts[-1] if len(texts) == 1 else texts[1], reading.market.language, reading.ledger.shop.language
    )
    return " ".join(filled(text, reading) for each in texts if (text := each.get(language)))


def _is_near(about: tuple[str, ...], reading: Reading) -> bool:
    """Whether advice is about a product the page names, the line of one, or the shop; on everything it always is."""
    products = reading.ledger.products
    handles = mentioned(reading)
    return not about or bool(set(about) & {OF_THE_SHOP, *handles, *(products[h].category for h in handles)})


def _plain(text: str) -> str:
    return _DIGIT.sub("#", " ".join(text.split()))
