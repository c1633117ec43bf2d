"""How much a topic deserves a page, factor by factor, so that a marketer can see why.

points = 100 · season · demand^.35 · gap^.25 · fit^.20 · ease^.20, every factor 0-1 but season (0.7-1.3).
"""

from collections.abc import Mapping, Sequence

from content.records import Opportunity
from seo.records import Intent, Keyword, Signal

FIT = {  # a shopper about to choose is worth more than one who looks for another site
    Intent.TRANSACTIONAL: 1.0,
    Intent.COMMERCIAL: 0.9,
    Intent.INFORMATIONAL: 0.7,
    Intent.NAVIGATIONAL: 0.1,
}

# Expected share of clicks at a position, used until the site has a curve of its own (findings of 2026, §10).
CTR = (0.28, 0.15, 0.11, 0.08, 0.06, 0.05, 0.04, 0.035, 0.03, 0.025)
CTR_BELOW = 0.01  # positions 11-20 and beyond

# Longer phrases meet fewer rivals. Estimated from the number of words; a results page would know better.
EASE = (0.3, 0.45, 0.6, 0.7, 0.8)

HALF_ASKED = 4  # questions that count as much as a search in the middle of the field
CATALOGUE_DEMAND = 0.2
"""Nobody asked in so many words: products that differ are worth a page, less than one that is asked for."""


def opportunity(
    keywords: Sequence[Keyword], asked: int, intent: Intent, in_stock: float, signals: Mapping[str, Signal]
) -> Opportunity:
    """Factors of a topic; `asked` questions were heard, `in_stock` is the share (0-1) of products on sale."""
    searched = max((k.demand for k in keywords), default=0.0) / 100
    demand = max(searched, asked / (asked + HALF_ASKED), CATALOGUE_DEMAND)
    gap = _gap([signals[s] for k in keywords for s in k.signals if s in signals])
    fit = FIT[intent] * (0.5 + 0.5 * in_stock)
    ease = _ease(keywords)
    points = 100 * demand**0.35 * gap**0.25 * fit**0.20 * ease**0.20
    return Opportunity(round(points, 1), round(demand, 3), round(gap, 3), round(fit, 3), round(ease, 3))


def _gap(signals: Sequence[Signal]) -> float:
    """What the site leaves unearned where it is seen already; 1 when it is not seen at all."""
    seen = [s for s in signals if s.impressions and s.position]
    if not seen:
        return 1.0
    impressions = sum(s.impressions or 0 for s in seen)
    expected = sum((s.impressions or 0) * _expected(s.position or 100) for s in seen) / impressions
    own = sum(s.clicks or 0 for s in seen) / impressions
    near = any(4 <= (s.position or 100) <= 20 for s in seen)  # noqa: PLR2004  positions that a page can lift
    return min(1.0, max(0.05, 1 - own / expected) * (1.15 if near else 1.0))


def _expected(position: float) -> float:
    index = max(0, round(position) - 1)
    return CTR[index] if index < len(CTR) else CTR_BELOW


def _ease(keywords: Sequence[Keyword]) -> float:
    words = max((len(k.phrase.split()) for k in keywords), default=4)
    return EASE[min(words, len(EASE)) - 1]
