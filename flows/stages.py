"""The stages of a week on an opened shop: read the noun before, make the noun after, store it. No Prefect.

Each may be repeated: what the database holds already is not made again.
"""

from collections import Counter
from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from pathlib import Path

from content.decisions import digest_of as digest_of_decisions
from content.inventory import whole_inventory
from content.judging.drift import stopped
from content.plan.ceiling import places
from content.plan.days import read_days
from content.plan.known import Known
from content.plan.plan import plan as plan_week
from content.proofreading.proofreader import SILENT
from content.publishers.preview import write_preview
from content.records import Action, Article, Assignment, Draft, Publication, Severity, State
from content.score import score as score_draft
from content.shop import Shop
from content.slugs import slug
from content.store import article_key
from flows.bootstrap import SITE, admitted_judge
from flows.briefing import lay_down
from flows.checking import findings_of
from flows.closing import title_of, week_articles
from flows.desk import Desk
from flows.iso_week import now
from flows.judging import judged
from flows.lease import at_work, renew
from flows.listening import hear
from flows.refreshing import remember
from flows.researching import look_up
from flows.writing import has_writer, revised, written
from seo.continuity import continued, with_ids
from seo.encoders.encoder import Encoder
from seo.pillars import with_pillars
from seo.records import Page, Signal, Topic
from seo.seasons import season
from seo.shared_pages import Pages
from seo.signals.collect import collect as collect_signals
from seo.signals.folding import fold_signals
from seo.translations import linked

ON_SITE = (State.APPROVED, State.PUBLISHED, State.LIVE, State.REFRESHED)
STOPPED = (State.HELD, State.STALE)
UNDECIDED = (State.DRAFTED, State.CHECKED)
DEAD = (State.REJECTED, State.WITHDRAWN)
NOT_AGAIN = "not tried again: "
PATIENCE_S = 120.0  # for another process that is building the site


def is_planned(desk: Desk, articles: int) -> bool:
    """Whether this week was planned already, for as many articles and from the files as they are now, with a place for
    everything that is to be tried again.
    """
    is_same = desk.told.planned_from(desk.week) == (_inputs(desk), articles)
    return is_same and all(article.reason.startswith(NOT_AGAIN) for article in _without_place(desk))


def _inputs(desk: Desk) -> str:
    """The files a week is planned from, what people have decided about topics and weeks, and whether a model writes: it
    can say what the shop's people wrote in another language.
    """
    decided = digest_of_decisions(desk.decisions.standing())
    writer = "model" if has_writer(desk) else ""
    return "-".join(filter(None, (desk.inputs, decided, writer)))


def collect(desk: Desk) -> int:
    """Hear what the shop's signal files and the services it has switched on say; returns how many signals."""
    columns = desk.shop.listening.columns
    own, reports = collect_signals(desk.shop.folder / "signals", desk.shop.markets, columns)
    heard, told = hear(desk, own)
    signals = fold_signals([*own, *heard])
    desk.heard.save_heard(desk.week, signals, [*reports, *told])
    return len(signals)


def cluster(desk: Desk) -> int:
    """Find the topics in the signals; returns how many."""
    before = desk.heard.topics_before(desk.week)
    asked = [each for each in desk.decisions.standing() if each.kind == "recluster"]
    is_anew = any(each.week == desk.week for each in asked)
    signals = desk.heard.signals(desk.week)
    seen = desk.seen.first_pages
    adapters = desk.adapters
    found = topics_in(
        signals, desk.shop, adapters.encoder, before, is_anew=is_anew, pages=seen, kept=adapters.drawn
    )
    desk.heard.save_topics(desk.week, found)
    return len(found)


def topics_in(
    signals: Sequence[Signal],
    shop: Shop,
    encoder: Encoder,
    before: Sequence[Topic] = (),
    *,
    is_anew: bool = False,
    pages: Callable[[str], Pages] | None = None,
    kept: Path | None = None,
) -> list[Topic]:
    """The topics of every language the shop sells in, with their pillars and translations.

    They grow out of an earlier week's; clustered anew, they keep the ids of those they still resemble. `pages`: the
    first pages of results that are known in a language. `kept`: the folder of `Adapters.drawn`.
    """
    languages = sorted({market.language for market in shop.markets})
    found = []
    for language in languages:
        mine = [s for s in signals if s.language == language]
        shown = pages(language) if pages else None
        grown = continued(mine, language, encoder, () if is_anew else before, shown, kept)
        found += with_pillars(with_ids(grown, before) if is_anew else grown, encoder)
    return linked(found, encoder)


def plan(desk: Desk, articles: int) -> int:
    """Choose the week's assignments, or fill its open places; what is begun stays, and what a run could not finish
    goes before all else. Returns how many.
    """
    again = desk.told.outdated(desk.inputs)
    written = [each for each in desk.told.articles() if each.key not in again or is_of_a_person(each.draft)]
    kept = _kept(desk, written)
    ceiling = places(articles, desk.shop.review_minutes)
    fresh = _plan(desk, max(0, ceiling - len(kept)), written, _begun(desk, again))
    standing = {each.id for each in kept}
    planned = [*kept, *(each for each in fresh if each.id not in standing)]
    desk.told.save_plan(desk.week, _inputs(desk), articles, planned)
    _tell_left(desk, planned)
    return len(desk.told.keys_to_write(desk.week))


def _kept(desk: Desk, written: Sequence[Article]) -> list[Assignment]:
    """What the week has begun, in the order of its plan; an article of the week that the plan has lost comes last."""
    keys = {article.key for article in written}
    planned = [key for key in desk.told.keys_to_write(desk.week) if key in keys]
    mine = [article for article in written if article.assignment.week == desk.week]
    lost = [article.assignment for article in mine if article.key not in planned]
    return [*(desk.told.assignment(desk.week, key) for key in planned), *lost]


def _begun(desk: Desk, again: Set[str]) -> frozenset[tuple[str, str]]:
    """Language and concept of what this week, or a failure that may have passed, has left to be tried again."""
    mine = {*desk.told.keys_to_write(desk.week), *desk.told.passing()}
    tried = (article for article in desk.told.articles() if article.key in mine & again)
    return frozenset((each.assignment.market.language, each.assignment.concept) for each in tried)


def _tell_left(desk: Desk, planned: Sequence[Assignment]) -> None:
    """An article that was to be tried again and has no place any more says why: nothing is promised for it."""
    why = {(each.market.language, each.concept): each.why for each in planned if each.concept}
    for article in _without_place(desk):
        about = article.assignment.market.language, article.assignment.concept
        reason = f"{NOT_AGAIN}{why.get(about, 'nothing asks for it any more')}"
        desk.told.set_state(article.key, State.HELD, reason, was=[State.HELD])


def _without_place(desk: Desk) -> list[Article]:
    """Articles that a passing failure stopped and the week's plan does not hold."""
    keys = desk.told.passing() - frozenset(desk.told.keys_to_write(desk.week))
    return [article for article in desk.told.articles() if article.key in keys]


def _plan(
    desk: Desk, limit: int, written: Sequence[Article], begun: frozenset[tuple[str, str]]
) -> list[Assignment]:
    topics, pages, known = grounds(desk, written)
    known = replace(known, begun=begun)
    shop = desk.shop
    return plan_week(topics, desk.ledger, pages, shop.markets, desk.week, limit, written, None, known)


def grounds(desk: Desk, written: Sequence[Article]) -> tuple[list[Topic], list[Page], Known]:
    """What a plan is made from: the week's topics, every page there is, and all else that is known."""
    week = desk.week if desk.heard.topics(desk.week) else desk.heard.latest_week()
    signals = desk.heard.signals(week) if week else []
    shop = desk.shop
    languages = sorted({market.language for market in shop.markets})
    series = (each for language in languages for each in desk.seen.interest(language))
    known = Known(
        {signal.id: signal for signal in signals},
        [found for each in series if (found := season(each)) is not None],
        desk.seen.results,
        desk.decisions.standing(),
        read_days(shop.folder, shop.markets),
        desk.adapters.encoder,
        can_translate=has_writer(desk),
    )
    pages = whole_inventory(desk.pages, signals, written, shop.site, shop.language)
    return desk.heard.topics(week) if week else [], pages, known


def research(desk: Desk, key: str) -> None:
    """Look up what the web says on a topic, for an article that is still to be written; once a week."""
    if _is_to_be_written(desk, key):
        look_up(desk, key)


def brief(desk: Desk, key: str) -> None:
    """Lay down what an article is to do before it is written; a person's brief stays, a written article's too."""
    if _is_to_be_written(desk, key):
        lay_down(desk, desk.told.assignment(desk.week, key), key)


def write(desk: Desk, key: str) -> None:
    """Write an article that has not been begun, or that was held for a reason which may be gone.

    What a person has written is never written over: held for such a reason it is checked again as it stands.
    """
    renew(desk.told, desk.week)
    if not _is_to_be_written(desk, key):
        return
    before = desk.told.article(key)
    if before is not None and is_of_a_person(before.draft):
        again = replace(before, findings=(), score=None, state=State.DRAFTED, reason="", approved_by="")
        desk.told.save_article(again, desk.week, desk.inputs)
        return
    assignment = desk.told.assignment(desk.week, key)
    drafts = [article.draft for article in _earlier(desk, key, assignment)]
    draft = written(desk, key, assignment, drafts)
    if before is not None:
        draft = replace(draft, version=before.draft.version + 1)
    if desk.told.article(key) != before:
        return  # somebody brought back a version of their own while this one was written
    address = slug(draft.title, draft.language, assignment.concept)
    article = Article(key, address, assignment, draft)
    if before is not None:  # an address and a first day outlive the text
        since = before.published_at
        article = replace(
            article, slug=before.slug or address, published_at=since, updated_at=now() if since else None
        )
    desk.told.save_article(article, desk.week, desk.inputs)


def _is_to_be_written(desk: Desk, key: str) -> bool:
    """Whether an article was not begun, or was held for a reason that may be gone with a file of the shop."""
    before = desk.told.article(key)
    return before is None or (before.state in STOPPED and key in desk.told.outdated(desk.inputs))


def is_of_a_person(draft: Draft) -> bool:
    """Whether a person wrote or changed it: then only a person writes it again."""
    return draft.written_by.startswith("person:")


def _earlier(desk: Desk, key: str, assignment: Assignment) -> list[Article]:
    """Articles in the same language that come before this one, oldest first: the same ones on every run."""
    order = {each: place for place, each in enumerate(desk.told.keys_to_write(desk.week))}
    others = desk.told.articles(language=assignment.market.language)
    others = sorted(others, key=lambda article: (article.assignment.week, article.assignment.ordinal))
    return [
        article
        for article in others
        if article.key != key
        and article.state not in DEAD
        and article.draft.body
        and order.get(article.key, -1) < order.get(key, len(order))
    ]


def check(desk: Desk, key: str) -> None:
    """Check a fresh draft against the ledger, the language and the shop's other pages."""
    article = desk.told.article(key)
    if article is None or article.state is not State.DRAFTED:
        return
    others = [other.draft for other in _earlier(desk, key, article.assignment)]
    findings = findings_of(desk, article, article.draft, others)
    remember(desk, article)
    desk.told.save_article(replace(article, findings=findings, state=State.CHECKED), desk.week, desk.inputs)


def revise(desk: Desk, key: str) -> None:
    """Let a model's draft go back to it with what the checks found; what comes is a new version, to be checked."""
    article = desk.told.article(key)
    if article is None or article.state is not State.CHECKED or article.score is not None:
        return
    renew(desk.told, desk.week)
    others = [other.draft for other in _earlier(desk, key, article.assignment)]
    draft = revised(desk, article, others)
    if draft is not None:
        again = replace(article, draft=draft, findings=(), state=State.DRAFTED)
        desk.told.save_article(again, desk.week, desk.inputs)


def score(desk: Desk, key: str) -> None:
    """Give a checked article its points."""
    article = desk.told.article(key)
    if article is None or article.state is not State.CHECKED or article.score is not None:
        return
    market = article.assignment.market
    others = [other.draft for other in _earlier(desk, key, article.assignment)]
    is_blocked = any(finding.severity is Severity.BLOCK for finding in article.findings)
    judge = (
        None if is_blocked else admitted_judge(desk.shop, desk.engine, key, desk.week)
    )  # what is held anyway is not paid for
    said = judged(judge, article.draft, desk.ledger, market, desk.today)
    points = score_draft(article.draft, article.findings, desk.ledger, market, others, said)
    desk.told.save_article(replace(article, score=points), desk.week, desk.inputs)


def decide(desk: Desk, key: str) -> None:
    """Approve by the shop's rule, hold with the reason, or leave it to a person."""
    article = desk.told.article(key)
    if article is None or article.state is not State.CHECKED:
        return
    state, reason, approved_by = verdict(desk, article)
    desk.told.set_state(key, state, reason, approved_by, was=[State.CHECKED])


def verdict(desk: Desk, article: Article) -> tuple[State, str, str]:
    """State, reason and approver of a scored article. What a check blocks, no rule lets through."""
    blocking = [finding for finding in article.findings if finding.severity is Severity.BLOCK]
    if blocking:
        first = blocking[0]
        more = f" (and {len(blocking) - 1} more)" if len(blocking) > 1 else ""
        return State.HELD, f"{first.rule}: {first.quote!r}: {first.cure}{more}", ""
    points = article.score.points if article.score else 0.0
    if let := [each.waived for each in article.findings if each.waived]:
        return (
            State.AWAITING,
            f"{points:.0f} points, {let[0].by} waived {let[0].rule}: waits for a person",
            "",
        )
    if silent := next((each for each in article.findings if each.rule == SILENT), None):
        return State.AWAITING, f"not proofread: {silent.cure} Waits for a person", ""
    rule = desk.shop.approval
    if rule is None:
        return State.AWAITING, f"{points:.0f} points, no rule in shop.toml: waits for a person", ""
    if points < rule.floor:
        return (
            State.AWAITING,
            f"{points:.0f} points, {rule.owner}'s rule asks {rule.floor:.0f}: waits for a person",
            "",
        )
    drifted = stopped(desk.state)
    if drifted:
        return State.AWAITING, f"{drifted}: waits for a person", ""
    return State.APPROVED, "", f"rule:{rule.owner}"


def hold(desk: Desk, key: str, reason: str, *, is_passing: bool) -> None:
    """Keep an article that failed, with the reason; one that failed in passing is tried again next time."""
    assignment = desk.told.assignment(desk.week, key)
    market = assignment.market
    begun = desk.told.article(key)
    empty = Draft(
        "", "", "", market.language, market.locale, keyword=assignment.topic.name, written_by="nobody"
    )
    article = begun or Article(key, "", assignment, empty)
    held = replace(article, state=State.HELD, reason=reason)
    desk.told.save_article(held, desk.week, "" if is_passing else desk.inputs)


def publish(desk: Desk, *, week: str = "", keys: Sequence[str] = (), is_rebuild: bool = False) -> int:
    """Build the site with every published page and the approved ones; returns how many are new on it.

    Two-phase: what is meant to go out is stored first, what went out afterwards. Killed in between, the next
    run builds the same site and confirms it.
    """
    with at_work(desk.told, "site", PATIENCE_S):
        everything = [article for article in desk.told.articles() if article.state in ON_SITE]
        waiting = [a for a in everything if a.state is State.APPROVED and not is_rebuild]
        if week:
            waiting = [article for article in waiting if desk.told.week_of(article.key) == week]
        if keys:
            waiting = [article for article in waiting if article.key in keys]
        standing = [article for article in everything if article.state is not State.APPROVED]
        leaving = _leaving(desk, {article.key for article in everything})
        if not waiting and not standing and not leaving:
            return 0
        dated = desk.told.intend(waiting, SITE, now())
        shown = sorted([*standing, *dated], key=lambda article: article.key)
        site = desk.adapters.publishers[SITE]
        desk.told.confirm(site.publish(shown, desk.ledger, desk.shop.folder, desk.today))
        desk.told.take_off(leaving)
        return len(dated)


def _leaving(desk: Desk, shown: Set[str]) -> list[Publication]:
    """What the site still holds of articles that are not to be shown any more."""
    return [
        each
        for each in desk.told.publications()
        if each.target == SITE and each.state in (State.PUBLISHED, State.LIVE) and each.key not in shown
    ]


def preview(desk: Desk) -> None:
    """Lay every draft out for review, with its score, its findings and the facts behind it."""
    articles = [
        article for article in desk.told.articles() if article.draft.body and article.state not in DEAD
    ]
    write_preview(articles, desk.ledger, desk.shop.folder, desk.today)


def queues(desk: Desk) -> list[list[str]]:
    """Keys of the week's articles still to be done, one queue per language, in the order of the plan."""
    again = desk.told.outdated(desk.inputs)
    by_language: dict[str, list[str]] = {}
    for each in desk.told.assignments(desk.week, Action.WRITE):
        key = article_key(desk.shop.id, each.concept, each.market.locale)
        article = desk.told.article(key)
        if article is None or article.state in UNDECIDED or key in again:
            by_language.setdefault(each.market.language, []).append(key)
    return list(by_language.values())


def headline(desk: Desk, key: str) -> str:
    """An article in one line, for whoever watches."""
    article = desk.told.article(key)
    if article is None:
        return key
    points = f", {article.score.points:.0f} points" if article.score else ""
    return f"{article.state}{points}: {article.assignment.market.locale} {title_of(article, desk.ledger)}"


def tally(desk: Desk) -> dict[str, int]:
    """How many of the week's articles stand in which state."""
    states = Counter(str(article.state) for article in week_articles(desk))
    return {state: states[state] for state in sorted(states)}
