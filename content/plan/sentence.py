"""A planned topic as one sentence: why this one, why now, what it would earn, what it must not collide with."""

from content.plan.opportunity import supported
from content.records import Action, Assignment

LEFT = {
    Action.LINK: "is not written",
    Action.HOLD: "waits",
    Action.SKIP: "is left",
    Action.REFRESH: "is no new page",
    Action.CONSOLIDATE: "is no new page",
}
SHOWN = 2  # pages named that it must not repeat


def sentence(each: Assignment) -> str:
    """The whole of it in words a marketer can sign."""
    if each.action is not Action.WRITE:
        return f"“{each.topic.name}” {LEFT[each.action]}: {each.why}."
    parts = [
        f"“{each.topic.name}” because {each.why} ({supported(each.support)}, {each.opportunity.points:.0f} points)",
        f"now because {_now(each)}",
        _earns(each),
        _collides(each),
    ]
    asked = f"; {each.by} asked for it" if each.by else ""
    return f"{'; '.join(parts)}{asked}."


def explained(each: Assignment) -> str:
    """The factors of its points in one sentence."""
    found = each.opportunity
    values = {
        "demand": found.demand,
        "gap": found.gap,
        "fit": found.fit,
        "ease": found.ease,
        "season": found.season,
        "answerable": found.answerable,
    }
    told = (
        f"{name} {values[name]:.2f} ({why})" for name, why in found.reasons if values.get(name) is not None
    )
    return f"{found.points:.0f} points out of {', '.join(told)}."


def _now(each: Assignment) -> str:
    unknown = "its season is not known"
    if each.now.startswith(unknown):
        rest = each.now.removeprefix(unknown).lstrip("; ")
        return f"{unknown} and it is among the strongest that are left" if not rest else f"it is {rest}"
    return each.now


def _earns(each: Assignment) -> str:
    found = each.opportunity
    if found.volume is not None:
        return f"it is searched {found.volume:,} times a month ({found.volume_source})"
    if found.earns is not None:
        return f"it would earn about {found.earns:,} clicks more in the span of your export (an estimate)"
    if each.support.shown is not None:
        shown = f"its searches were shown {each.support.shown:,} times"
        return f"{shown}, what it would earn is unknown: at which place, nobody says"
    return "what it would earn is unknown, nobody has counted"


def _collides(each: Assignment) -> str:
    if not each.collides:
        return "no page comes near it"
    more = f" and {len(each.collides) - SHOWN} more" if len(each.collides) > SHOWN else ""
    return f"it must not repeat {', '.join(each.collides[:SHOWN])}{more}"
