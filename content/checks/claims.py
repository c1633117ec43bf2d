"""Claims that need proof or may not be made at all, and words no page may hold."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from content.checks.check import Check
from content.checks.denial import is_denied
from content.checks.general import is_of_any
from content.checks.knowledge import knowledge
from content.checks.named import find
from content.checks.phrases import Phrases
from content.checks.policy import Hit, pattern, policy
from content.checks.reading import Reading, Sentence
from content.checks.reporting import hits, is_answered_no, is_reference, other, report
from content.checks.returns import is_no_offer
from content.checks.vouched import (
    Mark,
    holds,
    is_delivered_free,
    is_returned_free,
    marks_in,
    names_own_certificate,
    vouched,
)
from content.checks.whose import clause, cue
from content.records import Finding, Proof

_EVIDENCE: Final = re.compile(r"\{\{[^}]*\b(?:evidence-|certificate)")
_OF_OTHERS: Final = {"comparison", "superlative"}  # claims a shop makes of what it sells
_KEPT_OFFERS: Final = ("delivery", "returns")  # what the shop's facts say is free, or not
_TRACKED: Final = re.compile(
    r"[?&](?:tag|aff|affid|aff_id|affiliate|awc|awinmid|irclickid|clickref|partner_id|ascsubtag)=|://(?:\w+\.)*(?:amzn\.to|awin1\.com|shareasale\.com|prf\.hn|go\.skimresources\.com|click\.linksynergy\.com|a8\.net|anrdoezrs\.net)/",
    re.IGNORECASE,
)


class Claims(Check):
    """Green, medical, absolute and leading claims, pressure, guarantees, certificates, paid links."""

    name = "claim"
    rules = (
        "claim.green", "claim.medical", "claim.absolute", "claim.superlative", "claim.no1", "claim.urgency",
        "claim.comparison", "claim.certificate", "claim.guarantee", "claim.offer", "claim.pressure",
        "claim.disclosure",
    )  # fmt: skip

    def check(self, reading: Reading) -> Iterator[Finding]:
        text = "\n".join(block.view.low for block in reading.blocks)
        named = marks_in(text)  # asked of the whole text once: most name none
        offered = [
            name for name in _KEPT_OFFERS if pattern(reading.market.language, "offers", name).search(text)
        ]
        for sentence in reading.statements:
            for hit in hits(reading, sentence, "claim"):
                yield from _weighed(reading, sentence, hit)
            yield from _certificates(reading, sentence, named)
            yield from _offers(reading, sentence, offered)
        yield from _undisclosed(reading)


class Manners(Check):
    """No page of a shop swears, or insults a group of people."""

    name = "manners"
    rules = ("manners.profanity", "manners.hate", "manners.demeaning")

    def check(self, reading: Reading) -> Iterator[Finding]:
        for sentence in reading.sentences:
            language, text = reading.market.language, sentence.block.view.low
            found = policy(language, "manners").find(
                text, sentence.start, sentence.end, reading.market.country
            )
            yield from (report(reading, sentence, hit) for hit in found)  # denied or not


def _weighed(reading: Reading, sentence: Sentence, hit: Hit) -> Iterator[Finding]:
    """A row that holds, unless the shop's data prove it."""
    row = hit.row
    if row.kind in _OF_OTHERS and _is_of_anything(reading, sentence, hit):
        return
    if row.action != "needs_evidence":
        yield report(reading, sentence, hit)
    elif row.kind == "green":
        yield from _green(reading, sentence, hit)
    elif not _is_proven(reading, sentence, hit):
        yield report(reading, sentence, hit)


def _is_of_anything(reading: Reading, sentence: Sentence, hit: Hit) -> bool:
    """Whether what is compared is no product: `Boiling water ruins a green tea faster than anything else`."""
    language, text = reading.market.language, sentence.low
    start, end = clause(text, hit.start - sentence.start, hit.end - sentence.start)
    names = knowledge(reading).names
    if any(start <= mention.start < end for mention in names.mentions(sentence.text)):
        return False
    begin = start + len(text[start:end]) - len(text[start:end].lstrip())
    is_nature = cue("nature", language).match(text, begin) is not None
    return is_nature or is_of_any(
        text, start, end, language, lambda words: bool(own_nouns(reading).find(words))
    )


def own_nouns(reading: Reading) -> Phrases:
    """What the products a page names are called."""
    names = knowledge(reading).names
    return names.nouns(
        dict.fromkeys(m.handle for block in reading.blocks for m in names.mentions(block.text))
    )


def _green(reading: Reading, sentence: Sentence, hit: Hit) -> Iterator[Finding]:
    """A certificate named in the paragraph and held by the ledger carries it; one that does not speak of the
    environment is for a person to look at."""
    text = sentence.block.view.low
    named = [mark for mark in marks_in(text) if mark.pattern.search(text)]
    held = [mark for mark in named if holds(reading, sentence, mark.name)]
    own = [
        name for name in vouched(reading.ledger).certified if name in text and holds(reading, sentence, name)
    ]
    if any(mark.is_environmental for mark in held) or (own and not held):
        return
    if held:
        cure = f"{held[0].name} does not speak of the environment: say what it does certify."
        yield report(reading, sentence, hit, warns=True, cure=cure)
    else:
        yield report(reading, sentence, hit)


def _is_proven(reading: Reading, sentence: Sentence, hit: Hit) -> bool:
    if any(_EVIDENCE.search(found.source) for found in sentence.block.rendered):
        return True
    if hit.row.kind == "certificate" and any(
        mark.pattern.search(sentence.low) and holds(reading, sentence, mark.name)
        for mark in marks_in(sentence.low)
    ):
        return True  # “certified to OEKO-TEX”, and it is
    if hit.row.kind == "certificate" and (
        names_own_certificate(reading, sentence) or _is_capability(reading, sentence, hit)
    ):
        return True
    known = vouched(reading.ledger)
    words = sentence.block.view.low[hit.start : hit.end]
    return known.says(words) or (hit.row.kind == "guarantee" and known.states_years(words))


def _is_capability(reading: Reading, sentence: Sentence, hit: Hit) -> bool:
    """Whether the words are a yes or no the catalogue speaks of (`BPA-free: yes`): then it is the capability check
    that asks whether it is true of this product."""
    truth = knowledge(reading).truth
    words = sentence.block.view.low[hit.start : hit.end]
    return any(
        found.capability.startswith("key:") or truth.keys.get(found.capability)
        for found in find(words, truth.language, truth.features)
    )


def _certificates(reading: Reading, sentence: Sentence, named: Sequence[Mark]) -> Iterator[Finding]:
    """Marks named in the text that the ledger does not hold for the products meant."""
    text, language = sentence.low, reading.market.language
    for mark in named:
        for match in mark.pattern.finditer(text):
            is_claimed = not (
                is_reference(sentence, *match.span())
                or is_denied(text, *match.span(), language)
                or is_answered_no(sentence, language)
                or pattern(language, "honest", "explains").search(text)
            )
            if is_claimed and not holds(reading, sentence, mark.name):
                yield other(reading, sentence, "certificate", *match.span(), Proof("facts.toml", None, ""))


def _offers(reading: Reading, sentence: Sentence, offered: Sequence[str]) -> Iterator[Finding]:
    """Free delivery and free returns only as the shop's facts for this market have them."""
    text, language = sentence.low, reading.market.language
    returned = [match.span() for match in pattern(language, "offers", "returns").finditer(text)]
    for name in offered:
        for match in pattern(language, "offers", name).finditer(text):
            if name == "delivery" and any(
                start < match.end() and match.start() < end for start, end in returned
            ):
                continue  # "Return postage is on us" is no free delivery
            of_all = pattern(language, "offers", "all")
            is_topic = (
                sentence.block.kind == "heading"
            )  # "Chasing free delivery": the text below says from when
            is_from = is_topic or bool(pattern(language, "offers", "from").search(of_all.sub(" ", text)))
            is_of_all = not is_from and of_all.search(text) is not None
            is_kept = (
                is_delivered_free(reading, sentence, is_from=is_from, is_of_all=is_of_all)
                if name == "delivery"
                else is_returned_free(reading)
            )
            if (
                not is_kept
                and not is_denied(text, *match.span(), language)
                and not is_no_offer(reading, sentence, *match.span(), is_of_delivery=name == "delivery")
            ):
                yield other(reading, sentence, "offer", *match.span(), Proof("facts.toml", None, ""))


def _undisclosed(reading: Reading) -> Iterator[Finding]:
    """A link that earns money, without the word for it before the first of them."""
    if (
        reading.draft.head.disclosure
    ):  # the page is built with it above the text, as structure.disclosure has it
        return
    said = pattern(reading.market.language, "disclosure", "said")
    before = ""
    for block in reading.blocks:
        for link in block.links:
            if _TRACKED.search(link.url):
                if not said.search(before + block.view.low):
                    sentence = Sentence(block, 0, len(block.view.low))
                    yield other(reading, sentence, "disclosure", link.start, link.end)
                return
        before += block.view.low + "\n"
