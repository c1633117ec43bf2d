"""The week's topics as one HTML page: a picture by opportunity and intent, and a sentence for each topic."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from content.plan.sentence import explained, sentence
from content.records import Action, Assignment
from seo.records import Intent

WIDTH, ROW, LEFT, TOP = 1120, 210, 130, 30
INTENTS = (Intent.TRANSACTIONAL, Intent.COMMERCIAL, Intent.INFORMATIONAL, Intent.NAVIGATIONAL)
COLOURS = {
    Action.WRITE: "#0a7d4b",
    Action.REFRESH: "#1f6fd0",
    Action.CONSOLIDATE: "#7a4fc4",
    Action.LINK: "#c77700",
    Action.HOLD: "#8a93a0",
    Action.SKIP: "#d6dae0",
}
LABEL, LETTER, HIGH = 34, 6.2, 13  # letters of a label, and the room one takes
NAMED = (Action.WRITE, Action.REFRESH, Action.CONSOLIDATE)  # the others say their name under the mouse

STYLE = """
:root{color-scheme:light}body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:1160px;padding:0 1rem;
color:#1c2430;overflow-wrap:anywhere}h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}svg{width:100%;height:auto;background:#fbfcfd;
border:1px solid #dde2e8;border-radius:8px}svg text{font:11px system-ui,sans-serif;fill:#1c2430}
svg .axis{fill:#5a6472}.key span{display:inline-block;margin-right:1.2rem}.key i{display:inline-block;width:.8em;
height:.8em;border-radius:50%;margin-right:.35em}
ol{padding:0 2.6rem}li{margin:.5rem 0}.why{color:#5a6472;font-size:.9rem;display:block}
.tag{font-size:.8rem;color:#5a6472}
"""


def topic_map(name: str, week: str, assignments: Sequence[Assignment]) -> str:
    """The page; everything in it is escaped, nothing is loaded from elsewhere."""
    counted = {action: [a for a in assignments if a.action is action] for action in COLOURS}
    key = "".join(
        f'<span><i style="background:{COLOURS[action]}"></i>{action} {len(found)}</span>'
        for action, found in counted.items()
        if found
    )
    body = "".join(_section(action, found) for action, found in counted.items() if found)
    title = f"{escape(name)}: topics of {escape(week)}"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head><body>'
        f"<h1>{title}</h1><p>To the right is what deserves a page most; the larger the dot, the more was heard.</p>"
        f'<p class="key">{key}</p>{_picture(assignments)}{body}</body></html>\n'
    )


def _section(action: Action, found: Sequence[Assignment]) -> str:
    items = "".join(_item(each) for each in found)
    return f"<h2>{action.capitalize()}, {len(found)}</h2><ol>{items}</ol>"


def _item(each: Assignment) -> str:
    tags = " · ".join(t for t in (each.market.locale, each.concept, each.pillar, each.topic.id) if t)
    why = f'<span class="why">{escape(explained(each))}</span>' if each.opportunity.reasons else ""
    hub = " · hub" if each.is_hub else ""
    return f'<li dir="auto">{escape(sentence(each))} <span class="tag">{escape(tags)}{hub}</span>{why}</li>'


def _picture(assignments: Sequence[Assignment]) -> str:
    placed = [a for a in assignments if a.action is not Action.SKIP]
    rows = [intent for intent in INTENTS if any(a.topic.intent is intent for a in placed)] or [INTENTS[2]]
    height = TOP + ROW * len(rows) + 40
    scale = _Scale.of([a.opportunity.points for a in placed])
    parts = [*_axes(rows, height, scale), *_dots(placed, rows, scale)]
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="Topics by opportunity and intent">'
        f"{''.join(parts)}</svg>"
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """From the weakest to the strongest topic of this map, in whole tens."""

    low: int
    high: int

    @classmethod
    def of(cls, points: Sequence[float]) -> "_Scale":
        return cls(int(min(points, default=0) // 10) * 10, int(max(points, default=0) // 10) * 10 + 20)

    def x(self, points: float) -> float:
        return LEFT + 14 + (points - self.low) * (WIDTH - LEFT - 40) / (self.high - self.low)


def _axes(rows: Sequence[Intent], height: int, scale: _Scale) -> Iterator[str]:
    for points in range(scale.low, scale.high + 1, 10):
        x = scale.x(points)
        yield f'<line x1="{x:.0f}" y1="{TOP}" x2="{x:.0f}" y2="{height - 40}" stroke="#e6eaef"/>'
        yield f'<text class="axis" x="{x:.0f}" y="{height - 24}" text-anchor="middle">{points}</text>'
    yield f'<text class="axis" x="{WIDTH - 20}" y="{height - 8}" text-anchor="end">opportunity, points</text>'
    for at, intent in enumerate(rows):
        y = TOP + ROW * at
        yield f'<line x1="{LEFT}" y1="{y}" x2="{WIDTH}" y2="{y}" stroke="#cfd6de"/>'
        yield f'<text class="axis" x="12" y="{y + ROW / 2:.0f}">{intent}</text>'


def _dots(placed: Sequence[Assignment], rows: Sequence[Intent], scale: _Scale) -> Iterator[str]:
    """Weak ones first, so that what matters lies on top; labels where there is room, the strongest first."""
    order = list(COLOURS)
    for each in sorted(placed, key=lambda a: (-order.index(a.action), a.opportunity.points)):
        x, y, r = _place(each, rows, scale)
        tip = escape(f"{each.topic.name} ({each.market.locale}, {each.opportunity.points:.0f}): {each.why}")
        yield (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{COLOURS[each.action]}" fill-opacity=".8" '
            f'stroke="#fff"><title>{tip}</title></circle>'
        )
    strong = [a for a in placed if a.action in NAMED]
    dots = (_place(a, rows, scale) for a in strong)
    taken = [(x - r, y, 2 * r) for x, y, r in dots]  # where something stands, and how wide it is
    for each in sorted(strong, key=lambda a: (order.index(a.action), -a.opportunity.points)):
        x, y, r = _place(each, rows, scale)
        name = each.topic.name if len(each.topic.name) <= LABEL else each.topic.name[: LABEL - 1] + "…"
        wide = len(name) * LETTER * (1.8 if each.market.language == "ja" else 1)
        start = x + r + 3 if x + r + 3 + wide < WIDTH else x - r - 3 - wide
        is_free = all(abs(y - ty) > HIGH or start + wide < tx or start > tx + tw for tx, ty, tw in taken)
        if is_free and start > LEFT:
            taken.append((start, y, wide))
            yield f'<text x="{start:.1f}" y="{y + 4:.1f}"><tspan unicode-bidi="isolate">{escape(name)}</tspan></text>'


def _place(each: Assignment, rows: Sequence[Intent], scale: _Scale) -> tuple[float, float, float]:
    lot = int(hashlib.sha256(f"{each.market.locale} {each.concept}".encode()).hexdigest()[:6], 16) / 0xFFFFFF
    at = rows.index(each.topic.intent) if each.topic.intent in rows else len(rows) - 1
    y = TOP + ROW * at + 16 + lot * (ROW - 32)
    return scale.x(each.opportunity.points), y, 4 + min(7.0, each.support.heard**0.5)
