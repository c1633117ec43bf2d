"""A row as the source wrote it becomes a signal: language told, personal data out, noise dropped and
counted.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import chain, islice
from typing import Final

from seo.language import by_script, detect, is_marked, is_question, key, prepare, sentences
from seo.privacy import GAP, redact
from seo.records import Market, Signal, SignalKind
from seo.signals.cleaning import LONGEST, bare, clean, is_noise, is_plain, visible
from seo.signals.instructions import is_instruction
from seo.signals.source import Sighting

_LONGEST_REVIEW: Final = 5000  # characters kept of a review; questions in it are signals of their own
_SAMPLE: Final = 400  # rows from which a file's own language is told
_TOGETHER: Final = 2000  # rows whose languages are told at once
_SHARE: Final = 0.7  # of those rows, to be believed for the short ones

_PHRASES: Final = (SignalKind.QUERY, SignalKind.SUGGESTION, SignalKind.HEADING)  # one thought, kept whole


class Reader:
    """Reads one file's sightings and counts what it dropped and redacted. `read`, `dropped` and `left_out` count
    rows, `redacted` texts.
    """

    def __init__(self, markets: Sequence[Market]) -> None:
        self.read = 0
        self.redacted = 0
        self.dropped: Counter[str] = Counter()
        self.left_out: Counter[str] = Counter()
        self._by_country = {market.country: market.language for market in reversed(markets)}
        self.languages = tuple(sorted({market.language for market in markets}))

    def signals(self, sightings: Iterable[Sighting], label: str, header_language: str) -> Iterator[Signal]:
        """Signals of a table, in its order; repeats are not folded yet."""
        rows = iter(sightings)
        first = list(islice(rows, _SAMPLE))
        usual = self._usual(first, header_language)
        sources = (label,)  # one for all of them
        every = chain(first, rows)
        while part := list(islice(every, _TOGETHER)):
            texts = [plain_words(each.text, is_query=each.kind in _PHRASES) for each in part]
            prepare(text for text, _ in texts)
            for sighting, (text, is_redacted) in zip(part, texts, strict=True):
                self.read += sighting.rows
                self.redacted += is_redacted
                if sighting.left_out:
                    self.left_out[sighting.left_out] += sighting.rows
                else:
                    yield from self._of(sighting, text, sources, usual)

    def _usual(self, first: Sequence[Sighting], header_language: str) -> str:
        """What most texts of the file are written in, when they agree; else the header's language or the
        only market's.
        """
        if len(self.languages) == 1:
            return self.languages[0]
        votes: Counter[str] = Counter()
        texts = [clean(row.text)[:LONGEST] for row in first if not row.language and not row.left_out]
        prepare(texts)
        votes.update(detect(text, "", self.languages)[0] for text in texts)
        best = min(votes, key=lambda name: (-votes[name], name), default="")
        return best if votes and votes[best] >= _SHARE * votes.total() else header_language

    def _of(self, sighting: Sighting, text: str, sources: tuple[str, ...], usual: str) -> Iterator[Signal]:
        longest = LONGEST if sighting.kind in _PHRASES else _LONGEST_REVIEW
        if why := _why_noise(text, longest, had_text=bool(sighting.text.strip())):
            self.dropped[why] += sighting.rows
            return
        language, confidence = self._language(sighting, text, usual)
        kept = 0
        for piece, kind in _pieces(text, sighting.kind, language):
            kept += 1
            yield _signal(sighting, piece, kind, sources, language, confidence)
        if not kept:
            self.dropped["no question, too long or about one person's order"] += sighting.rows

    def _language(self, sighting: Sighting, text: str, usual: str) -> tuple[str, float]:
        stated = language_code(sighting.language)
        if stated:
            return by_script(text, stated) or (stated, 1.0)  # letters of another script overrule the column
        prior = self._by_country.get(country_code(sighting.country) or "", "") or usual
        return detect(text, prior, self.languages)


def plain_words(raw: str, *, is_query: bool) -> tuple[str, bool]:
    """What a person may read of a raw text: nothing hidden, no markup, no personal data (and whether there was)."""
    text = raw[: 4 * _LONGEST_REVIEW]
    if is_plain(text):
        text = " ".join(text.split())
    else:
        text = "\n".join(line for part in visible(text).splitlines() if (line := bare(part)))
    found, taken = redact(text)
    return " ".join(found.split()) if is_query else found, bool(taken)


def _why_noise(text: str, longest: int, *, had_text: bool) -> str:
    if len(text) > longest:
        return "too long"
    if not text and had_text:
        return "markup"
    words = text.replace(GAP, " ").strip() if GAP in text else text
    return "without words" if is_noise(words, longest=longest) else ""


def _pieces(text: str, kind: SignalKind, language: str) -> Iterator[tuple[str, SignalKind]]:
    """A query stays whole. Of a ticket the questions are kept, or all of it if short; a review stays, its
    questions are added.
    """
    if kind in _PHRASES:
        yield text, kind
        return
    whole = " ".join(text.split())
    tells = is_marked if kind is SignalKind.REVIEW else partial(is_question, language=language)
    asked = [
        part
        for part in sentences(text, language)
        if tells(_LINK.sub("", part)) and not is_noise(part) and not is_instruction(part)
    ]
    if kind is SignalKind.REVIEW:
        yield whole, kind
    elif not asked and len(whole) <= LONGEST and GAP not in whole and not is_instruction(whole):
        yield whole, SignalKind.QUESTION
    yield from ((part, SignalKind.QUESTION) for part in dict.fromkeys(asked))


_LINK: Final = re.compile(r"(?:https?://|www\.)\S+")  # the mark in an address asks nothing


def _signal(
    sighting: Sighting,
    text: str,
    kind: SignalKind,
    sources: tuple[str, ...],
    language: str,
    confidence: float,
) -> Signal:
    sku = sighting.sku or None
    return Signal(
        id=signal_id(text, language, kind, sku),
        text=text,
        kind=kind,
        source=sources[0],
        language=language,
        language_confidence=confidence,
        count=sighting.count,
        row=sighting.row,
        country=country_code(sighting.country),
        sku=sku,
        rating=sighting.rating if kind is SignalKind.REVIEW else None,
        observed_on=sighting.observed_on,
        clicks=sighting.clicks,
        impressions=sighting.impressions,
        position=sighting.position,
        sources=sources,
        url=sighting.url,
        rank=sighting.rank,
        votes=sighting.votes,
        answers=sighting.answers,
        volume=sighting.volume,
        volume_source=sighting.volume_source,
    )


def signal_id(text: str, language: str, kind: SignalKind, sku: str | None) -> str:
    """Equal for texts that say the same: 16 hex digits of language, kind, product and key."""
    parts = (language, kind.value, sku or "", key(text, language) or text)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


_NAMES: Final = {
    name: code
    for code, names in (
        ("en", "english englisch anglais inglés 英語 الإنجليزية"),
        ("de", "german deutsch allemand alemán ドイツ語 الألمانية"),
        ("fr", "french französisch français francés フランス語 الفرنسية"),
        ("es", "spanish spanisch espagnol español スペイン語 الإسبانية"),
        ("ar", "arabic arabisch arabe árabe アラビア語 العربية عربي"),
        ("ja", "japanese japanisch japonais japonés 日本語 اليابانية jp"),
    )
    for name in names.split()
}


@lru_cache(maxsize=4096)
def language_code(cell: str) -> str:
    """`de`, `de-DE`, `de_DE`, `German`, `日本語` to `de`, `ja`; empty when the cell names no language."""
    clean_cell = cell.strip().casefold()
    if clean_cell in _NAMES:
        return _NAMES[clean_cell]
    match = re.fullmatch(r"([a-z]{2})(?:[-_][a-z]{2,4})?", clean_cell)
    return match.group(1) if match else ""


@lru_cache(maxsize=4096)
def country_code(cell: str) -> str | None:
    """`DE`, `de`, `deu`, `de-DE`, `UK` to ISO 3166; None when the cell names no country that way."""
    name = cell.strip()
    if re.fullmatch(r"[A-Za-z]{3}", name):
        return _from_three(name.upper())
    match = re.fullmatch(r"(?:[A-Za-z]{2}[-_])?([A-Za-z]{2})", name)
    code = match.group(1).upper() if match else None
    return "GB" if code == "UK" else code


def _from_three(code: str) -> str | None:
    """Search Console's data name countries in three letters: CLDR knows which two they stand for."""
    from babel import core  # noqa: PLC0415 - its tables, only for such a column

    names: dict[str, list[str]] = core.get_global("territory_aliases")  # type: ignore[assignment] # typed as Mapping
    found = names.get(code, [])
    return found[0] if len(found) == 1 and found[0] != "ZZ" else None  # `zzz` is a country nobody knows
