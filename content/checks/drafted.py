"""What a model's draft must not hold, whatever it says: a figure of its own, a link, picture or address nobody offered,
somebody else's words set as a quotation, an order to a machine, a word on its own approval or points.

A person's text may hold a number the ledger does not know; a model's may not: `{{handle.key}}`, or a quotation with its
mark.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final
from urllib.parse import urlsplit

from content.checks import amounts
from content.checks.amounts import Amount
from content.checks.check import Check
from content.checks.extract import extract
from content.checks.knowledge import spoken
from content.checks.numbers import hidden
from content.checks.orders import orders
from content.checks.own_texts import own_texts
from content.checks.quotes import marks, quotations
from content.checks.reading import Reading, Sentence
from content.checks.subjects import Subject
from content.checks.view import fold, low
from content.lexicon.keys import KEY
from content.records import Finding

_TAG: Final = re.compile(r"<[a-zA-Z!/][^>]*>|\{%|\$\{")
_NAME: Final = re.compile(rf"(?<![\w./-])([a-z0-9-]+)\.(?:[a-z]+(?:_[a-z]+)+\b|(?![a-z0-9_]){KEY})")
_REFERENCE: Final = re.compile(r"\{\{[\w-]+\.url\}\}(?:#[\w-]*)?")
_ADDRESS: Final = re.compile(
    r"(?:[a-z][a-z+]{1,11}:)?//(?P<host>[^\s/)\]]+)\S*|\b(?:javascript|data|mailto):\S+"
    r"|(?<![\w.-])(?:www\.)?(?:[\w-]{1,40}\.){1,4}"
    r"(?:com|net|org|info|biz|shop|store|io|co|app|xyz|online|site|example|test|top|link|click|ru|cn|de|fr|es|uk|jp|eu|ae)"
    r"(?![\w-]|\.\w)(?:/\S*)?"
    r"|\]\(|\]\["
)
_DIGIT: Final = re.compile(r"\d")
_FOLDED: Final = re.compile(r"[^\w]+")


class Drafted(Check):
    """A model's draft says nothing for which nobody can be asked."""

    name = "draft"
    rules = ("draft.number", "draft.link", "draft.quote", "draft.markup", "draft.order")

    def check(self, reading: Reading) -> Iterator[Finding]:
        if not reading.draft.written_by.startswith("model:"):
            return
        yield from _numbers(reading)
        yield from _links(reading)
        yield from _addresses(reading)
        yield from _quotes(reading)
        yield from _orders(reading)
        for match in _TAG.finditer(reading.draft.body):
            yield reading.body_finding("draft.markup", *match.span(), "Write it in Markdown, without tags.")
        yield from _bare_names(reading)


def _numbers(reading: Reading) -> Iterator[Finding]:
    """A digit, or a number word with a unit, that no reference wrote and no quotation answers for."""
    told = quotations(reading) if "[^q" in reading.draft.body else {}
    asked = [amount for question in reading.draft.questions for amount in _amounts(reading, fold(question))]
    own = low(fold("\n".join(own_texts(reading))))
    for sentence, subject in spoken(reading):
        if sentence.block.kind == "quote" or any(each in told for each in marks(sentence)):
            continue
        for amount in _typed(reading, sentence, subject):
            if any(_base(amount) == _base(each) and amount.dimension == each.dimension for each in asked):
                continue  # the reader's own: “for a window of two metres”
            words = sentence.low[amount.start : amount.end]
            if amount.in_words and not _DIGIT.search(words) and words in own:
                continue  # the shop's people write it so: “air them overnight”
            start, end = sentence.start + amount.start, sentence.start + amount.end
            cure = "A figure stands as its reference {{handle.key}} or not at all: use the reference or leave it out."
            yield reading.finding("draft.number", sentence.block, start, end, cure)


def _typed(reading: Reading, sentence: Sentence, subject: Subject) -> Iterator[Amount]:
    """References are looked for in the whole block: “1. März” in one ends no sentence of the writer's."""
    for amount in _amounts(reading, hidden(sentence, subject)):
        start, end = sentence.start + amount.start, sentence.start + amount.end
        is_rendered = any(r.start < end and start < r.end for r in sentence.block.rendered)
        words = sentence.text[amount.start : amount.end]
        is_figure = _DIGIT.search(words) or (amount.dimension and not _is_article(amount, sentence, reading))
        if not is_rendered and is_figure:
            yield amount


def _is_article(amount: Amount, sentence: Sentence, reading: Reading) -> bool:
    """`un día de viento`, `one day you will …`: a day as such, no span of time; within one day is one."""
    if not amount.in_words or amount.values != (Decimal(1),) or amount.dimension not in _TIMES:
        return False
    language = reading.market.language
    within, behind = _AS_SUCH.get(language, (_NEVER, _NEVER))
    text = sentence.low
    return behind.match(text, amount.end) is not None and not within.search(text, 0, amount.start)


def _base(amount: Amount) -> tuple[Decimal, ...]:
    """In one unit: a customer's 200 cm are the writer's two metres."""
    return tuple(amounts.to_base(value, amount.unit) for value in amount.values)


_TIMES: Final = {"day", "month", "time"}
_NEVER: Final = re.compile("(?!)")
_AS_SUCH: Final = {  # in front of a span of time; behind a day, an hour as such
    "en": (
        re.compile(r"(?<!\w)(?:within|under|takes?|after|for|up to|than|only|just) (?:the )?$"),
        re.compile(r" (?:when|where|that|of (?!delivery|shipping)|with|without|you|soon|or another|or the other)"),
    ),
    "es": (
        re.compile(r"(?<!\w)(?:dentro de|en menos de|en solo|tardan?|tras|durante|hasta|más de|menos de|apenas) $"),
        re.compile(r" (?:de (?!envío|entrega|plazo|garantía)|en que|con|sin|que)"),
    ),
    "fr": (
        re.compile(r"(?<!\w)(?:sous|dans|en|après|pendant|jusqu'à|plus d'|moins d'|prend|seulement) $"),
        re.compile(r" (?:d'(?!envoi|attente|usage|autonomie)|de (?!livraison|délai|garantie)|où|avec|sans|que)"),
    ),
    "de": (
        re.compile(r"(?<!\w)(?:innerhalb|binnen|nach|in|für|bis zu|dauert|nur|weniger als|mehr als)(?: von)? $"),
        re.compile(r",? (?:ohne|mit|an dem|wenn|wo|voller)"),
    ),
}  # fmt: skip


def _amounts(reading: Reading, text: str) -> list[Amount]:
    return extract(text, reading.market.locale, reading.market.currency)


def _links(reading: Reading) -> Iterator[Finding]:
    """Addresses that are no page of the shop: whatever a page or a review has talked the model into."""
    known = {_bare(page.url) for page in reading.pages} | {_bare(url) for url in _own(reading)}
    for block in reading.body:
        for link in block.links:
            is_ours = link.url.startswith(("#", "article:", "image:", "chart:")) or _REFERENCE.fullmatch(
                link.url
            )
            is_bad = (link.is_image and not is_ours) or (not is_ours and _bare(link.url) not in known)
            if is_bad:
                cure = "Nobody offered this address: use one of those offered, or no link."
                yield reading.finding("draft.link", block, link.start, link.end, cure)


def _bare_names(reading: Reading) -> Iterator[Finding]:
    """`nachtal.can_be_cut` without its braces: a name of ours that no reader knows."""
    for block in reading.blocks:
        for match in _NAME.finditer(block.view.low):
            if match[1] in reading.ledger.products or match[1] == "shop":
                yield reading.finding(
                    "draft.markup", block, *match.span(), "Write {{handle.key}}, or say it in words."
                )


def _addresses(reading: Reading) -> Iterator[Finding]:
    """An address a reader sees without a link: `evil.example/guide`, `[words][1]` with its `[1]: …`, a link the reader
    of Markdown did not take for one. A source may be named where its quotation stands.
    """
    told = quotations(reading) if "[^q" in reading.draft.body else {}
    site = reading.ledger.shop.site
    ours = {_host(url) for url in (*(page.url for page in reading.pages), *_own(reading), site)}
    for sentence in reading.sentences:
        quoted = (told[each].page for each in marks(sentence) if each in told)
        sources = {_host(page.url) for page in quoted if page}
        for match in _ADDRESS.finditer(sentence.low):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            is_rendered = any(r.start < end and start < r.end for r in sentence.block.rendered)
            host = (match["host"] or match.group().split("/", maxsplit=1)[0]).removeprefix("www.")
            if not is_rendered and host not in ours | sources:
                cure = "No address may stand in the text: use a link of those offered, or leave it out."
                yield reading.finding("draft.link", sentence.block, start, end, cure)


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _orders(reading: Reading) -> Iterator[Finding]:
    """Nothing a page, a customer or a review tells a machine to say: approvals, points, orders."""
    cure = "An article says nothing to machines, nor of its own approval or points: take the sentence out."
    for block in reading.blocks:
        for start, end in orders(block.text):
            yield reading.finding("draft.order", block, start, end, cure)


def _own(reading: Reading) -> Iterator[str]:
    ledger, market = reading.ledger, reading.market
    yield from (ledger.url(handle, market) for handle in ledger.products)
    yield from reading.draft.links


def _bare(url: str) -> str:
    return url.split("#", maxsplit=1)[0].rstrip("/")


def _quotes(reading: Reading) -> Iterator[Finding]:
    """A quotation is a customer's question, word for word; anything else set as one is nobody's."""
    asked = {_folded(question) for question in reading.draft.questions}
    for block in reading.body:
        if block.kind == "quote" and _folded(block.text) not in asked:
            cure = "Only a customer's question of the brief may be quoted, word for word: take it out."
            yield reading.finding("draft.quote", block, 0, len(block.text), cure)


def _folded(text: str) -> str:
    return _FOLDED.sub("", low(fold(text)))
