"""Points for a draft, 0-100: a heuristic, not a ranking prediction, and not calibrated yet.

What code measures sums to 75. The other 25 are a judge's: without an admitted one they earn nothing and the
score says so (`verified` False). A part that could not be measured is None, earns nothing and is never
shared out. Findings cap the points; text without sense loses them whatever its parts say.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from content.checks.orders import without_orders
from content.checks.reading import Reading
from content.ledger.ledger import Ledger
from content.records import Draft, Finding, Score
from content.score.caps import NO_JUDGE, caps, ceiling
from content.score.mapping import mapped, mapping
from content.score.measures import Measures
from content.score.weights import CODE, JUDGED, WEIGHTS
from seo.records import Market

SCORER: Final = "rules-4"
SEEN: Final = 0.995  # a factor nearer to one is not spoken of
NOTHING: Final = 5.0  # the most a page without text can have


def score(
    draft: Draft,
    findings: Sequence[Finding],
    ledger: Ledger,
    market: Market,
    others: Sequence[Draft] = (),
    judged: Mapping[str, float | None] | None = None,
) -> Score:
    """Weigh a draft: parts, mapping, caps. More words, figures or links by themselves never raise it.

    `judged` is what an admitted judge said, a share (0-1) by dimension, None where it gave no answer; without
    it nothing above 75 can be reached.
    """
    measures = Measures(Reading(without_orders(draft), ledger, market, None, others), findings)
    shares: dict[str, float | None] = {**measures.shares(), **dict.fromkeys(JUDGED)}
    if judged is not None:
        shares |= {name: judged[name] for name in JUDGED}
    raw = sum(WEIGHTS[name] * share for name, share in shares.items() if share is not None)
    uncapped = mapped(raw * measures.soundness.share)
    if measures.is_empty:
        uncapped = min(uncapped, NOTHING)
    points = min(uncapped, ceiling(findings))
    return Score(
        points=round(points, 1),
        verified=judged is not None and all(shares[name] is not None for name in JUDGED),
        interval=None,
        caps=(*caps(findings), *([NO_JUDGE] if all(shares[name] is None for name in JUDGED) else [])),
        dimensions=tuple(
            (name, None if shares[name] is None else round(WEIGHTS[name] * (shares[name] or 0), 1))
            for name in (*CODE, *JUDGED)
        ),
        scorer=SCORER,
        calibration=mapping().calibration,
        uncapped=round(uncapped, 1),
        whole=tuple(
            (why, round(factor, 2)) for why, factor in measures.soundness.factors.items() if factor < SEEN
        ),
    )


def judged_before(given: Score | None) -> Mapping[str, float | None] | None:
    """A judge's shares as they stand in a score; None when no judge was asked, or one of its answers is missing."""
    points = dict(given.dimensions) if given else {}
    if any(points.get(name) is None for name in JUDGED):
        return None
    return {name: (points[name] or 0.0) / WEIGHTS[name] for name in JUDGED}
