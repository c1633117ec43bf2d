"""What a writer is handed for one article; nothing else reaches a prompt."""

from dataclasses import dataclass
from datetime import date

from babel import Locale

from content.briefs.brief import Brief
from content.dossier import Dossier
from content.ledger.ledger import Ledger
from content.records import Assignment
from content.tongues import named
from seo.records import Market


@dataclass(frozen=True, slots=True)
class Task:
    """The brief and all it refers to."""

    brief: Brief
    assignment: Assignment
    ledger: Ledger
    dossier: Dossier
    voice: str  # how the shop speaks in this market (content/voice)
    begun: tuple[str, ...]  # how earlier pages of this language begin
    secret: bytes  # of the shop: what others wrote stands between marks made from it
    on: date

    @property
    def market(self) -> Market:
        """The market the article is for."""
        return self.assignment.market

    @property
    def names(self) -> dict[str, str]:
        """Language and country as a prompt names them."""
        country = Locale.parse("en").territories.get(self.market.country, self.market.country)
        return {"language": named(self.market.language), "country": str(country)}
