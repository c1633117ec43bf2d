"""What a shop has and what it lacks: each missing thing with what it would add and how to get it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import get_args

from content.errors import ContentError
from content.inventory import read_pages
from content.judging.admission import recall
from content.judging.drift import stopped
from content.ledger.gathering import gathered
from content.ledger.ledger import Ledger, read_ledger
from content.ledger.unknown_units import is_of_units
from content.models.settings import RoleName
from content.plan.days import read_days
from content.proofreading.rereading import prompt_hash
from content.records import Finding, Severity
from content.refusals import Refused, kept
from content.shop import Shop, load_shop
from content.voice.voice import voice_of, voices
from flows.bootstrap import STATE, choose_place, database_place, role_of, standing_server
from flows.health_of_links import link_signs
from flows.health_of_services import service_signs
from flows.health_of_words import short_signs, stray_signs, word_signs
from flows.sign import Sign
from seo.records import Signal, SourceReport
from seo.signals.collect import collect

FEW_QUESTIONS = 50
NAMED = {"ledger.about": "about", "evidence.sku": "evidence/"}
"""What is no contradiction but points nowhere, by rule."""


@dataclass(frozen=True, slots=True)
class Health:
    """What `acreage doctor` found."""

    signs: tuple[Sign, ...]  # in the order of the pipe
    refused: tuple[str, ...]  # what cannot be read, each with its place and cure; the signs are of the rest
    heard: tuple[SourceReport, ...]  # what each file of signals/ was taken for


def examine(folder: Path) -> Health:
    """Look at everything; a file that cannot be read is named, and the others are looked at all the same.

    ShopError when shop.toml itself cannot be read, or when the environment names half a model: that is no file."""
    shop = load_shop(folder)
    for name in get_args(RoleName):
        role_of(shop, name)
    refused: Refused = []
    ledger = read_ledger(shop, refused=refused)
    signals: list[Signal] = []
    reports: list[SourceReport] = []
    with kept(refused):
        signals, reports = collect(folder / "signals", shop.markets, shop.listening.columns)
    _read_along(shop, ledger, refused)
    found: list[Sign] = []
    for look in _looks(shop, ledger, signals, reports, refused):
        with kept(refused):
            found += look()
    return Health(tuple(found), tuple(refused), tuple(reports))


def signs(folder: Path) -> list[Sign]:
    """What there is and what is missing, a line each."""
    return list(examine(folder).signs)


def _read_along(shop: Shop, ledger: Ledger, refused: Refused) -> None:
    """Files that have no line of their own as long as they can be read; each market's voice by itself."""
    with kept(refused):
        read_days(shop.folder, shop.markets)
    with kept(refused):
        _ = ledger.sizes
    for market in shop.markets:
        with kept(refused):
            voice_of(shop, market)


def _looks(
    shop: Shop, ledger: Ledger, signals: Sequence[Signal], reports: Sequence[SourceReport], refused: Refused
) -> list[Callable[[], Iterable[Sign]]]:
    """In the order of the pipe."""
    folder, questions = shop.folder, sum(signal.kind == "question" for signal in signals)
    return [
        lambda: (_shop(shop),),
        lambda: _catalogue(ledger),
        lambda: (_signals(len(signals), questions),),
        lambda: _sources(reports),
        lambda: service_signs(shop),
        lambda: (_pages(folder, shop, refused),),
        lambda: link_signs(ledger, read_pages(folder, shop.language, [])),
        lambda: (_file(folder, "facts.toml", "delivery, returns and advice per market",
              "without it pages say nothing of delivery or returns. See facts.toml of acreage init --demo"),),
        lambda: word_signs(shop, ledger),
        lambda: stray_signs(shop, ledger),
        lambda: short_signs(shop, ledger),
        lambda: (_voice(shop),),
        lambda: (_evidence(ledger),),
        lambda: (_site(shop), _person(shop), _rule(shop)),
        lambda: _models(shop),
        lambda: (_judge(shop),),
        lambda: (_proofreader(shop),),
        lambda: _targets(shop),
        lambda: _machine(folder),
    ]  # fmt: skip


def _shop(shop: Shop) -> Sign:
    markets = ", ".join(market.locale for market in shop.markets)
    return Sign(
        "shop.toml",
        True,
        f"{shop.name}; markets {markets}; {shop.articles} articles a week; {shop.time_zone}",
    )


def _catalogue(ledger: Ledger) -> Iterator[Sign]:
    families = ledger.families()
    keys = ledger.keys([family.handle for family in families])
    yield Sign("products.csv", bool(families), f"{len(families)} products, {len(keys)} attributes")
    for finding in gathered(ledger):
        if finding.severity is not Severity.NOTE:
            yield _doubt(finding)
    for note in filter(is_of_units, ledger.conflicts):
        yield Sign("units", False, f"{note.quote}: {note.cure}")
    linked = sum(any(ledger.url(f.handle, m) for m in ledger.shop.markets) for f in families)
    if linked < len(families):
        says = f"{len(families) - linked} of {len(families)} products have none: add a column url"
        yield Sign("product links", False, says)


def _doubt(finding: Finding) -> Sign:
    """What the shop's files say twice, or of nothing that is there."""
    name = NAMED.get(finding.rule)
    return (
        Sign(name, False, finding.cure)
        if name
        else Sign("conflict", False, f"{finding.quote}: {finding.cure}")
    )


def _signals(count: int, questions: int) -> Sign:
    if not count:
        says = "what customers ask: put Search Console exports, questions or reviews (CSV) into signals/"
        return Sign("signals/", False, says)
    if questions < FEW_QUESTIONS:
        says = f"{count} signals, only {questions} questions: the inbox of your customer service holds more"
        return Sign("signals/", True, says)
    return Sign("signals/", True, f"{count} signals, {questions} of them questions")


def _sources(reports: Sequence[SourceReport]) -> Iterator[Sign]:
    for report in reports:
        if report.state in ("blocked", "degraded"):
            yield Sign(report.source, False, report.note)


def _pages(folder: Path, shop: Shop, refused: Refused) -> Sign:
    pages = read_pages(folder, shop.language, refused)
    if pages:
        return Sign(
            "pages", True, f"{len(pages)} pages of the site known: topics they serve are linked, not written"
        )
    if any(folder.glob("sitemap*.xml")) or (folder / "pages.csv").is_file():
        return Sign("pages", False, "the file is there, and no page can be read from it")
    says = "so that nothing is written twice: save sitemap.xml or pages.csv (url,title,kind,language) here"
    return Sign("pages", False, says)


def _file(folder: Path, name: str, has: str, lacks: str) -> Sign:
    is_there = (folder / name).is_file()
    return Sign(name, is_there, has if is_there else lacks)


def _voice(shop: Shop) -> Sign:
    """What the shop says of its voice; a file that cannot be read stops with its own line."""
    stated = {locale: voice for locale, voice in voices(shop).items() if voice.source}
    lacking = [market.locale for market in shop.markets if market.locale not in stated]
    if not lacking:
        forms = ", ".join(f"{locale} {voice.address}" for locale, voice in stated.items())
        return Sign("voice/", True, f"form of address: {forms}")
    says = f"no file for {', '.join(lacking)}: ours there. See voice/ of acreage init --demo"
    return Sign("voice/", bool(stated), says)


def _evidence(ledger: Ledger) -> Sign:
    if ledger.evidence:
        return Sign("evidence/", True, f"{len(ledger.evidence)} pieces of first-hand experience")
    says = "measurements, return reasons, staff notes: what no other page can say. See acreage init --demo"
    return Sign("evidence/", False, says)


def _site(shop: Shop) -> Sign:
    if shop.site:
        return Sign("site", True, shop.site)
    return Sign(
        "site", False, 'full addresses in sitemap, feeds and hreflang: set site = "https://…" in shop.toml'
    )


def _person(shop: Shop) -> Sign:
    if shop.editor:
        return Sign("editor", True, shop.editor)
    return Sign("editor", False, 'the responsible person, named on every page: set editor = "…" in shop.toml')


def _rule(shop: Shop) -> Sign:
    if shop.approval:
        return Sign(
            "approval",
            True,
            f"{shop.approval.owner}'s rule publishes from {shop.approval.floor:.0f} points on",
        )
    return Sign(
        "approval", False, "no rule: every article waits for a person (acreage review), as it should at first"
    )


def _models(shop: Shop) -> Iterator[Sign]:
    """Who writes, and what it costs as far as anybody says."""
    role = role_of(shop, "writer")
    if role is None:
        says = "no model writes: the assembler does. Name one: [writer] with url and model in shop.toml"
        yield Sign("writer", False, says)
        return
    price, says = role.known_price, f"{role.model} at {role.url}, context {role.context:,}"
    if price is None:
        yield Sign("writer", True, f"{says}; price not known: limits in dollars need price_in and price_out")
        return
    since = f", read {price.on}" if price.on else ""
    cost = f"{price.tokens_in:g} and {price.tokens_out:g} dollars a million tokens"
    yield Sign("writer", True, f"{says}; {cost}{since}")


def _judge(shop: Shop) -> Sign:
    """The judge's state: none, not admitted, failed, admitted, or stopped by drift."""
    drifted = stopped(shop.folder / STATE)
    if drifted:
        return Sign("judge", False, f"{drifted}. Nothing is published by a rule until then")
    role = role_of(shop, "judge")
    if role is None:
        says = "no judge: scores are not verified and stop at 75. Name one: [judge] with url and model in shop.toml"
        return Sign("judge", False, says)
    admission = recall(shop.folder / STATE, role.url, role.model)
    if admission is None:
        return Sign("judge", False, f"{role.model} is not admitted with these prompts: acreage judge admit")
    failed = ", ".join(part.name for part in admission.parts if not part.is_passed)
    if failed:
        return Sign("judge", False, f"{role.model} failed the admission test ({failed}): scores stop at 75")
    by = "the quick set" if admission.is_quick else "the full set"
    return Sign("judge", True, f"{role.model}, admitted by {by}; scores are uncalibrated")


def _proofreader(shop: Shop) -> Sign:
    """The proofreader's state: none, not admitted, failed, admitted."""
    role = role_of(shop, "proofreader")
    if role is None:
        says = "none: the checks alone see two lies of three. Name one: [proofreader]"
        return Sign(
            "proofreader", False, f"{says} with url and model in shop.toml; the writer's model will do"
        )
    admission = recall(shop.folder / STATE, role.url, role.model, prompt_hash())
    if admission is None:
        return Sign("proofreader", False, f"{role.model} is not admitted: acreage proofreader admit")
    if failed := ", ".join(part.name for part in admission.parts if not part.is_passed):
        return Sign(
            "proofreader", False, f"{role.model} failed the admission test ({failed}) and is not asked"
        )
    return Sign("proofreader", True, f"{role.model}, admitted")


def _targets(shop: Shop) -> Iterator[Sign]:
    """Every place of shop.toml, asked: who we are there, what it has and lacks."""
    if not shop.targets:
        yield Sign("places", False, "the static site alone. A CMS beside it: [[publish]] in shop.toml")
    for target in shop.targets:
        try:
            place = choose_place(target, shop)
        except ContentError as error:
            yield Sign(target.name, False, str(error))
            continue
        try:
            report = place.check()
            yield Sign(target.name, True, "; ".join(report.lines))
            yield from (Sign(target.name, False, warning) for warning in report.warnings)
        except ContentError as error:
            yield Sign(target.name, False, str(error))
        finally:
            place.close()


def _machine(folder: Path) -> Iterator[Sign]:
    place = database_place(folder)
    is_here = isinstance(place, Path)
    if not is_here and find_spec("psycopg") is None:
        yield Sign(
            "database",
            False,
            'ACREAGE_DATABASE names PostgreSQL and psycopg is missing: pip install "psycopg[binary]"',
        )
    else:
        yield Sign("database", True, f"SQLite in {place}" if is_here else "PostgreSQL (ACREAGE_DATABASE)")
    server = standing_server()
    says = server or "none standing: acreage serve adds the schedule, the UI and a full history"
    yield Sign("Prefect server", bool(server), says)
