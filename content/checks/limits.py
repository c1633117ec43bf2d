"""A limit of the shop's own turned round: its description says `not suitable for silk`, the page `suitable for silk`.

What a description or an accepted sentence rules out stands in no column. A clause of the page that has all of its
words, next to none besides, and lacks only the no says the contrary. What is put in other words is not seen here, nor
what holds before, after, without or above something: there the small words decide.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from content.checks.assertions import Assertion
from content.checks.clauses import clauses
from content.checks.denial import is_denied
from content.checks.extract import extract
from content.checks.owners import owners_of, pointed
from content.checks.reading import Reading, Sentence, split_sentences
from content.checks.subjects import Subject
from content.checks.view import fold, low
from content.checks.vocabulary import Polarity, polarities
from content.ledger.own_words import LIMITS, TERMS, said
from content.records import Fact, Finding, Proof
from content.word_lists import words_of
from seo.language import NEGATIONS, stems

_SHOP: Final = "shop"
_TOLD: Final = (LIMITS, "description")
_FEWEST: Final = 2  # stems a limit must have to be known again
_BESIDE: Final = 3  # stems of a limit to each word a page may add
_SURE: Final = {"named", "carried", "page"}


@dataclass(frozen=True, slots=True)
class _Limit:
    """A clause that says what is not, and where it stands."""

    words: frozenset[str]
    text: str
    fact: Fact


def turned_limits(reading: Reading) -> Iterator[Finding]:
    """Clauses of a draft that say what the shop's own sentences rule out."""
    language = reading.market.language
    of_shop = [limit for key in TERMS.values() for limit in _limits(reading, _SHOP, key)]
    is_limited = _limited(reading)
    for sentence, subject in pointed(reading):
        if sentence.block.kind in {"title", "description", "heading", "row"}:
            continue
        if not (of_shop or any(map(is_limited, _spoken_of(subject)))):
            continue
        for start, end, is_no in _told(sentence.low, language):
            if is_no or is_denied(sentence.low[start:], 0, end - start, language):
                continue
            own = _own_limits(reading, sentence, subject, (start, end))
            found = _turned(reading, sentence.low[start:end], [*own, *of_shop], subject)
            if found:
                yield _finding(reading, sentence, (start, end), found)


def _spoken_of(subject: Subject) -> set[str]:
    """Every product a sentence may be about."""
    mentions = (*subject.mentions, *subject.others, *subject.variants)
    pointed_at = (*subject.handles, *subject.main, *subject.before, *subject.on_page)
    return {*pointed_at, *(mention.handle for mention in mentions)}


def _limited(reading: Reading) -> Callable[[str], bool]:
    """Whether a product has a limit; most have none, and what is said of those needs no reading."""

    @cache
    def is_limited(handle: str) -> bool:
        product = reading.ledger.products.get(handle)
        handles = {handle, product.family or handle} if product else set()
        return any(next(_limits(reading, each, key), None) is not None for each in handles for key in _TOLD)

    return is_limited


def _own_limits(
    reading: Reading, sentence: Sentence, subject: Subject, clause: tuple[int, int]
) -> Iterator[_Limit]:
    """Those of the one product a clause is about; of what may be several nothing is sure."""
    owners, certainty = owners_of(
        Assertion("", True, clause[0], clause[1], clause), sentence, subject, reading.market.language
    )
    products = [reading.ledger.products[handle] for handle in owners if handle in reading.ledger.products]
    families = {product.family or product.handle for product in products}
    if certainty in _SURE and len(families) == 1:
        for handle in dict.fromkeys((*owners, *families)):
            yield from (limit for key in _TOLD for limit in _limits(reading, handle, key))


def _limits(reading: Reading, handle: str, key: str) -> Iterator[_Limit]:
    language = reading.market.language
    fact = reading.ledger.fact(handle, key, reading.market, reading.on)
    for text, words in _ruled_out(said(fact.value, language), language):
        yield _Limit(words, text, fact)


@lru_cache(maxsize=4096)  # a description is asked once for each sentence about its product
def _ruled_out(text: str, language: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The clauses of a text that deny something outright, each with its sentence and its words."""
    found = []
    for first, last in split_sentences(text):
        sentence = low(fold(text[first:last]))
        for start, end, is_no in _told(sentence, language):
            clause = sentence[start:end]
            words = _words(clause, language)
            if is_no and len(words) >= _FEWEST and not _is_on_terms(clause, language):
                found.append((text[first:last].strip(), words))
    return tuple(found)


def _told(text: str, language: str) -> Iterator[tuple[int, int, bool]]:
    """The clauses of a sentence and whether each denies: by a no of its own, or as the next of a list that began with
    one (`not for ovens, microwaves`)."""
    polarity = polarities(language)
    was_no = False
    for start, end, is_new in clauses(text, (), polarity, language):
        if not text[start:end].strip():
            continue
        is_own = _denies(text[start:end], polarity, language)
        is_next = was_no and not is_new and not polarity.licence.search(text, start, end)
        was_no = is_own or is_next
        yield start, end, was_no


def _denies(clause: str, polarity: Polarity, language: str) -> bool:
    listed = (polarity.negation, polarity.lacking, polarity.skip, polarity.when)
    return any(pattern.search(clause) for pattern in listed) or not NEGATIONS[language].isdisjoint(
        stems(clause, language)
    )


def _is_on_terms(clause: str, language: str) -> bool:
    """Whether it rules out only what is done without, before or above something."""
    polarity = polarities(language)
    listed = (polarity.lacking, polarity.when, polarity.skip)
    return any(pattern.search(clause) for pattern in listed) or bool(extract(clause, language))


@lru_cache(maxsize=4096)
def _words(clause: str, language: str) -> frozenset[str]:
    """The stems of a clause without its no."""
    small = stems(words_of(__file__, "small", language), language)
    return frozenset(stems(clause, language)) - NEGATIONS[language] - frozenset(small)


def _turned(reading: Reading, clause: str, limits: list[_Limit], subject: Subject) -> _Limit | None:
    """The limit whose words a clause has, and next to none besides; names of the products do not count."""
    if not limits:
        return None
    language = reading.market.language
    words = _words(clause, language)
    named = {
        word
        for handle in (*subject.handles, *subject.main)
        for word in stems(reading.ledger.name(handle, language), language)
    }
    return next(
        (
            limit
            for limit in limits
            if limit.words <= words and len(words - limit.words - named) <= len(limit.words) // _BESIDE
        ),
        None,
    )


def _finding(reading: Reading, sentence: Sentence, clause: tuple[int, int], limit: _Limit) -> Finding:
    start, end = clause
    inner = sentence.text[start:end]
    start += len(inner) - len(inner.lstrip())
    end = start + len(inner.strip())
    proof = Proof(limit.fact.source, limit.fact.row, f"{limit.fact.reference} = {limit.text}")
    cure = f"The shop itself says “{limit.text}”: say it that way round, or correct that sentence."
    return reading.finding(
        "capability.contradicted", sentence.block, sentence.start + start, sentence.start + end, cure, proof
    )
