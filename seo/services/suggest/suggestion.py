"""What every search box's suggestions have in common: what is typed, how often, and how a list of phrases is read.

The shape most of them answer with is OpenSearch's: https://github.com/dewitt/opensearch/blob/master/mediawiki/Specifications/OpenSearch/Extensions/Suggestions/1.1/Draft%201.wiki
"""

import re
from abc import abstractmethod
from collections.abc import Iterator
from itertools import islice
from typing import Final

from pydantic import JsonValue, TypeAdapter, ValidationError

from seo.errors import SourceChanged
from seo.language import fold, is_question
from seo.records import Licence, Market, SignalKind
from seo.services.documented import is_page
from seo.services.service import Ask, Errand, Heard, Service
from seo.services.suggest.expansion import typed
from seo.signals.source import Sighting
from seo.web.answers import DAY_S, JSON, PAGE, Answer, Request

MOST: Final = 150  # requests a week and search box: five minutes at one every two seconds
_ACCEPTS: Final = (
    *JSON,
    "application/x-suggestions+json",
    *PAGE,
)  # a page is let in to be told from an answer
_PREFIX: Final = re.compile(rb"^\s*\)\]\}',?\s*")  # Google's guard against being run as a script
_CALL: Final = re.compile(rb"^\s*(?:/\*\*/)?[\w.$]+\((.*)\)\s*;?\s*$", re.DOTALL)
_JSON: Final = TypeAdapter[JsonValue](JsonValue)
_BLOCKED_S: Final = float(DAY_S)


class Suggest(Service):
    """Phrases a search box offers, in the order people see them. Off until its name stands in shop.toml."""

    licence: Licence = "grey"

    @abstractmethod
    def address(self, text: str, market: Market) -> str:
        """Where the box of a market completes a text; empty when it has no box there."""

    def errands(self, ask: Ask) -> Iterator[Errand]:
        yield from islice(self._errands(ask), MOST)

    def _errands(self, ask: Ask) -> Iterator[Errand]:
        for text, seed in typed(ask.seeds, ask.today):
            address = self.address(text, seed.market)
            if address:
                yield Errand(_request(address), seed.market, seed.text)

    def parse(self, answer: Answer, errand: Errand) -> Heard:
        if is_page(answer.body):
            note = f"{self.name} showed a web page, most likely a captcha, not suggestions: left alone for a day."
            return Heard(state="blocked", note=note, wait_s=_BLOCKED_S)
        found = tuple(self._sightings(self._said(answer.body), errand))
        return Heard(found) if found else Heard(state="empty", note=f"No suggestions for {errand.seed!r}.")

    def phrases(self, said: JsonValue) -> tuple[str, list[str]]:
        """What was typed and what was offered: here `["typed", ["offered", …], …]`."""
        match said:
            case [str() as text, [*offered], *_]:
                return text, [self.phrase(each) for each in offered]
        raise self.changed()

    def phrase(self, each: JsonValue) -> str:
        """One offered phrase. SourceChanged when it is none."""
        if isinstance(each, str):
            return each
        raise self.changed()

    def changed(self) -> SourceChanged:
        """For an answer that is no list of phrases."""
        return SourceChanged(
            f"{self.name!r} no longer answers with a list of phrases: it is undocumented; report it."
        )

    def _said(self, body: bytes) -> JsonValue:
        bare = _PREFIX.sub(b"", body)
        call = _CALL.match(bare)
        try:
            return _JSON.validate_json(call.group(1) if call else bare)
        except ValidationError:
            pass
        raise self.changed()

    def _sightings(self, said: JsonValue, errand: Errand) -> Iterator[Sighting]:
        text, offered = self.phrases(said)
        market = errand.market
        language, country = (market.language, market.country) if market else ("", "")
        for place, phrase in enumerate(offered, 1):
            if phrase.strip() and fold(phrase) != fold(
                text
            ):  # a box that repeats what was typed says nothing
                kind = SignalKind.QUESTION if is_question(phrase, language) else SignalKind.SUGGESTION
                yield Sighting(phrase, kind, place, language=language, country=country, rank=place)


def _request(address: str) -> Request:
    """Slow, seldom, and only where robots.txt leaves the address open: nobody gave leave for more."""
    return Request(address, accepts=_ACCEPTS, max_age_s=7 * DAY_S, every_s=2.0, is_page=True)
