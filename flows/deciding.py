"""A person's word on a topic, kept under their name: the next plan holds it."""

from collections.abc import Sequence

from content.decisions import Decision, Kind, Named
from content.records import Action, Assignment
from flows.desk import Desk
from flows.errors import WrongUse
from flows.iso_week import now, parse_week
from flows.previewed import has_changed, preview_of
from flows.screen import tell
from seo.language import key


def planned_topics(desk: Desk, week: str = "") -> tuple[str, list[Assignment]]:
    """A week's plan, without a week the last one: what `--plan-only` showed where nothing later is planned."""
    shown = preview_of(desk, week)
    if shown is not None:
        changed = ", and the files have changed since: run it again" if has_changed(shown, desk) else ""
        tell(
            f"As acreage week --plan-only showed {shown.week}{changed}. Nothing is planned or written by it."
        )
        return shown.week, list(shown.assignments)
    week = week or desk.told.latest_plan()
    planned = desk.told.assignments(week) if week else []
    if not planned:
        raise WrongUse(
            f"{desk.shop.name} has no plan{f' for {week}' if week else ''}: run acreage week, or acreage week "
            "--plan-only, which writes and pays nothing."
        )
    return week, planned


def find_topic(desk: Desk, wanted: str, market: str = "") -> Assignment:
    """The topic of the last plan with this id (or how it begins), name or concept."""
    _, planned = planned_topics(desk)
    language = market.split("-", maxsplit=1)[0]
    pool = [each for each in planned if not language or each.market.language == language]
    text = wanted.strip()
    found = (
        [each for each in pool if each.topic.id == text]
        or [each for each in pool if text in (each.concept, each.topic.name)]
        or [each for each in pool if len(text) >= 4 and each.topic.id.startswith(text)]  # noqa: PLR2004
        or [each for each in pool if each.topic.name.casefold() == text.casefold()]
    )
    if not found:
        raise WrongUse(f"{wanted!r}: no topic has this id, name or concept. See acreage topics.")
    if len(found) > 1:
        where = ", ".join(f"{each.topic.id} ({each.market.locale})" for each in found[:5])
        raise WrongUse(f"{wanted!r}: {len(found)} topics are called so: name one by its id, {where}.")
    return found[0]


def named(each: Assignment) -> Named:
    """A topic as a decision remembers it."""
    language = each.market.language
    texts = [*(k.phrase for k in each.topic.keywords), *(q.text for q in each.topic.questions)]
    members = tuple(sorted({key(text, language) for text in texts}))
    return Named(each.topic.id, language, each.topic.name, each.concept, members)


def decide(
    desk: Desk,
    kind: Kind,
    name: str,
    topics: Sequence[Assignment] = (),
    *,
    text: str = "",
    members: Sequence[str] = (),
    why: str = "",
    week: str = "",
    market: str = "",
) -> Decision:
    """Check a decision, keep it, and hand it back."""
    who = " ".join(name.split())
    if not who:
        raise WrongUse('say who decides: --as "Your name".')
    _refuse(desk, kind, topics, text, members, market)
    week = parse_week(week, desk.shop.time_zone) if week else ""
    if week and kind in ("add", "move", "lock") and week < parse_week("", desk.shop.time_zone):
        raise WrongUse(f"{week} is over: name this week or a later one.")
    decision = Decision(
        kind, who, now(), tuple(named(each) for each in topics), text, tuple(members), why, week, market
    )
    desk.decisions.save(decision)
    return decision


def _refuse(
    desk: Desk,
    kind: Kind,
    topics: Sequence[Assignment],
    text: str,
    members: Sequence[str],
    market: str,
) -> None:
    if kind == "merge":
        if len({each.topic.id for each in topics}) < 2:  # noqa: PLR2004
            raise WrongUse("merge takes two topics or more: the first one takes in the others.")
        if len({each.market.language for each in topics}) > 1:
            raise WrongUse("topics of two languages are never one: each language has its own page.")
        if not topics[0].concept:
            raise WrongUse(f"{topics[0].topic.name!r} is nothing this shop sells: name another topic first.")
    if kind == "split":
        _refuse_split(topics[0], members)
    if kind in ("move", "lock") and topics[0].action in (Action.LINK, Action.SKIP):
        raise WrongUse(f"{topics[0].topic.name!r} gets no page ({topics[0].why}): there is nothing to place.")
    if kind == "add" and market not in {each.locale for each in desk.shop.markets}:
        here = ", ".join(each.locale for each in desk.shop.markets)
        raise WrongUse(f"--market {market!r}: this shop sells in {here}.")
    if kind in ("rename", "split", "add") and not text.strip():
        raise WrongUse("give the topic a name.")


def _refuse_split(topic: Assignment, members: Sequence[str]) -> None:
    language = topic.market.language
    held = set(named(topic).members)
    strange = [text for text in members if key(text, language) not in held]
    if strange:
        raise WrongUse(f"{strange[0]!r} is no question or search of {topic.topic.name!r}.")
    if not members:
        raise WrongUse("name what goes: --members, each as it stands in acreage topics --json.")
    if len({key(text, language) for text in members}) >= len(held):
        raise WrongUse("that is all of it: rename the topic instead.")
