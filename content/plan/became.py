"""What became of everything heard: each search and question ends in one place, and the places add up."""

from collections import Counter
from collections.abc import Sequence

from content.records import Action, Assignment

SAID = {
    Action.WRITE: "to write",
    Action.REFRESH: "to refresh",
    Action.CONSOLIDATE: "to consolidate",
    Action.LINK: "to link",
    Action.HOLD: "held",
    Action.SKIP: "left",
}


def became(assignments: Sequence[Assignment]) -> Counter[Action]:
    """Searches and questions (signals, so that wordings of one wish count each) by what is done with their topic.

    One that stands in two topics counts for the first: a week that is run again keeps what it has begun before what it
    plans anew.
    """
    place: dict[str, Action] = {}
    for each in assignments:
        for keyword in each.topic.keywords:
            for signal in keyword.signals:
                place.setdefault(signal, each.action)
    return Counter(place.values())


def told(assignments: Sequence[Assignment]) -> str:
    """`225 searches and questions: 84 to write, 30 to link, 46 held, 65 left`; empty where nothing was heard."""
    found = became(assignments)
    parts = ", ".join(f"{found[action]:,} {said}" for action, said in SAID.items() if found[action])
    return f"{found.total():,} searches and questions: {parts}" if parts else ""
