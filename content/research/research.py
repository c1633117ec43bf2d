"""From pages to a dossier: passages ranked, statements quoted letter for letter, contradictions told, open questions
named.

Pure and repeatable: pages go in, nothing is asked of anybody. What others wrote stays data in all of it.
"""

from collections.abc import Sequence
from typing import Final

from content.dossier import Chance, Conflict, Dossier, Passage, Quote, StoredPage
from content.research.conflicts import Opposition, Said, oppositions
from content.research.likeness import Matrix, floors, likeness, near_floor
from content.research.passages import passages
from content.research.ranking import chosen
from content.research.statements import statements
from seo.encoders.encoder import Encoder
from seo.language import words
from seo.records import Topic

QUOTES: Final = 12
OF_ONE_HOST: Final = 3
WORDS_OF_ONE_PAGE: Final = 90  # a quotation's limit for one source (content/checks/quotes.py)
QUESTIONS: Final = 12
_NUMERIC: Final = 0.15  # what a measured number is worth beside a likeness


def research(
    topic: Topic, pages: Sequence[StoredPage], encoder: Encoder, notes: Sequence[str] = ()
) -> Dossier:
    """What these pages say on a topic. Pages in another language than the topic's are named and left out."""
    readable, told = _in_language(topic, pages)
    told = (*notes, *told)
    if not readable:
        return Dossier(notes=told)
    found = [passage for page in readable for passage in passages(page)]
    asked = [topic.name, *(question.text for question in topic.questions[:QUESTIONS])]
    likenesses = likeness(
        asked, [f"{p.heading}. {p.text}" if p.heading else p.text for p in found], topic.language, encoder
    )
    by_hash = {page.hash: page for page in readable}
    best = chosen(found, likenesses, by_hash, encoder)
    said = [Said(each, by_hash[p.page]) for p in best for each in statements(p, by_hash[p.page])]
    opposed = oppositions(said)
    quotes = _quotes(topic, said, opposed, encoder)
    return Dossier(
        pages=tuple(readable),  # those without a passage too: a draft must not copy them either
        quotes=quotes,
        passages=tuple(best),
        conflicts=tuple(_conflicts(opposed, quotes)),
        chances=_chances(topic, likenesses, encoder.name),
        notes=told,
    )


def _in_language(topic: Topic, pages: Sequence[StoredPage]) -> tuple[list[StoredPage], tuple[str, ...]]:
    mine = [page for page in pages if page.language == topic.language]
    others = [page for page in pages if page.language != topic.language]
    return mine, tuple(
        f"{page.url}: is in {page.language or 'no known language'}, the article is in {topic.language}"
        for page in others
    )


def _quotes(
    topic: Topic, said: Sequence[Said], opposed: Sequence[Opposition], encoder: Encoder
) -> tuple[Quote, ...]:
    """Those that oppose each other first, then the nearest, numbers before words; few of one host."""
    if not said:
        return ()
    both = [each for pair in opposed for each in (pair.one, pair.other)]
    asked = [topic.name, *(question.text for question in topic.questions[:QUESTIONS])]
    near = likeness(asked, [each.statement.place.text for each in said], topic.language, encoder).max(axis=0)
    floor = near_floor(encoder.name)
    order = sorted(
        range(len(said)), key=lambda at: (-(float(near[at]) + _NUMERIC * said[at].statement.is_numeric), at)
    )
    ranked = [*both, *(said[at] for at in order if said[at] not in both and near[at] >= floor)]
    return tuple(_quote(number, each) for number, each in enumerate(_few_of_each(ranked, len(both)), 1))


def _few_of_each(ranked: Sequence[Said], kept: int) -> list[Said]:
    """At most twelve; of a host three, of a page ninety words. Both sides of a contradiction stay."""
    hosts: dict[str, int] = {}
    sizes: dict[str, int] = {}
    few: list[Said] = []
    texts: set[str] = set()
    for at, each in enumerate(ranked):
        text, host = each.statement.place.text, each.page.url.split("/")[2]
        size = sizes.get(each.page.hash, 0) + _size(text, each.page.language)
        is_too_much = hosts.get(host, 0) >= OF_ONE_HOST or size > WORDS_OF_ONE_PAGE
        if text in texts or (is_too_much and at >= kept):
            continue
        hosts[host], sizes[each.page.hash] = hosts.get(host, 0) + 1, size
        texts.add(text)
        few.append(each)
    return few[:QUOTES]


def _size(text: str, language: str) -> int:
    return round(len(text) / 2.2) if language == "ja" else len(words(text, language))


def _quote(number: int, said: Said) -> Quote:
    place = said.statement.place
    return Quote(
        f"q{number}", said.page.hash, place.start, place.end, said.page.text[place.start : place.end]
    )


def _conflicts(opposed: Sequence[Opposition], quotes: Sequence[Quote]) -> list[Conflict]:
    ids = {(quote.page, quote.start): quote.id for quote in quotes}
    found = []
    for each in opposed:
        one = ids.get((each.one.page.hash, each.one.statement.place.start))
        other = ids.get((each.other.page.hash, each.other.statement.place.start))
        if one and other:
            found.append(Conflict(each.kind, each.about, one, other))
    return found


def _chances(topic: Topic, likenesses: Matrix, encoder: str) -> tuple[Chance, ...] | None:
    """The questions, most asked first, that no passage comes near enough to answer; None where nobody has measured what
    near enough is.
    """
    known = floors(encoder)
    if known is None:
        return None
    nearest = likenesses[1:].max(axis=1, initial=0.0)
    return tuple(
        Chance(question.text, question.count, round(float(near), 3))
        for question, near in zip(topic.questions[:QUESTIONS], nearest, strict=True)
        if near < known.answers
    )


def answering(question: str, dossier: Dossier, language: str, encoder: Encoder) -> Passage | None:
    """The passage of a dossier that answers a question; None when none comes near enough, or nobody
    has measured what that is.
    """
    known = floors(encoder.name)
    if known is None or not dossier.passages:
        return None
    near = likeness([question], [passage.text for passage in dossier.passages], language, encoder)[0]
    best = int(near.argmax())
    return dossier.passages[best] if near[best] >= known.answers else None
