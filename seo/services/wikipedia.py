"""How an encyclopedia's readers name a thing: the titles Wikipedia offers while one types, in each market's language.

Documentation: https://www.mediawiki.org/wiki/API:Opensearch · etiquette: https://www.mediawiki.org/wiki/API:Etiquette
(a User-Agent with a contact, one request after the other). Terms:
https://foundation.wikimedia.org/wiki/Policy:Terms_of_Use. Titles are suggestions; the text of articles is CC BY-SA and
is not read here.
"""

from collections.abc import Iterator

from seo.records import SignalKind
from seo.services.asking import phrases
from seo.services.encyclopedia import box, is_spoken, titles
from seo.services.service import Ask, Errand, Heard, Service
from seo.signals.source import Sighting
from seo.web.answers import Answer


class Wikipedia(Service):
    """Takes no options: each phrase is asked in the Wikipedia of its market's language."""

    name = "wikipedia"
    licence = "open"
    terms = (
        "https://foundation.wikimedia.org/wiki/Policy:Terms_of_Use : free with a contact in the User-Agent"
    )

    def errands(self, ask: Ask) -> Iterator[Errand]:
        """Each phrase once per language."""
        for seed in phrases(ask):
            if is_spoken(seed.market.language):
                yield Errand(box(seed.text, seed.market.language), seed.market, seed.text)

    def parse(self, answer: Answer, errand: Errand) -> Heard:
        """Titles as suggestions, in the order shown."""
        language = errand.market.language if errand.market else ""
        seen = tuple(
            Sighting(title, SignalKind.SUGGESTION, row=rank, language=language, url=url, rank=rank)
            for rank, (title, url) in enumerate(titles(answer), 1)
        )
        return Heard(seen, state="ok" if seen else "empty")
