"""Half a year on the demo shop: no page twice, no filler, and an end that stays one."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from content.errors import LedgerGap, Sameness
from content.inventory import read_pages, whole_inventory
from content.ledger.ledger import read_ledger
from content.plan.days import ahead
from content.plan.decide import OPEN
from content.plan.known import Known
from content.plan.plan import plan
from content.publishers.site import assemble_site
from content.records import Action, Article, Assignment, Draft, State
from content.shop import load_shop
from content.writing.assembler import assemble
from seo.encoders.cached import Cached
from seo.encoders.universal import Universal
from seo.signals.collect import collect
from seo.topics import topics

DEMO = Path(__file__).parents[3] / "flows" / "demo_shop"
WEEKS = [
    *range(7),
    11,
    18,
    25,
]  # all while there is something to write, then some: planning one takes six seconds


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory) -> list[list[Assignment]]:
    """Each week's plan, every article of the weeks before it published."""
    shop = load_shop(DEMO)
    ledger = read_ledger(shop)
    encoder = Cached(Universal(), tmp_path_factory.mktemp("vectors") / "vectors.db")
    signals, _ = collect(DEMO / "signals", shop.markets, shop.listening.columns)
    languages = sorted({m.language for m in shop.markets})
    found = [topic for language in languages for topic in topics(signals, language, encoder)]
    known = Known({signal.id: signal for signal in signals}, encoder=encoder)
    written: list[Article] = []
    plans = []
    calendar = list(ahead("2026-W48", WEEKS[-1] + 1))
    for week in (calendar[place] for place in WEEKS):
        pages = whole_inventory(read_pages(DEMO, "en"), signals, written, shop.site, shop.language)
        planned = plan(found, ledger, pages, shop.markets, week, 20, written, None, known)
        plans.append(planned)
        written += [published(each) for each in planned if each.action is Action.WRITE]
    return plans


def published(each: Assignment) -> Article:
    locale = each.market.locale
    draft = Draft(each.topic.name, "", "Text.", each.market.language, locale)
    key = f"{locale} {each.concept}"
    return Article(
        key, key, each, draft, state=State.LIVE, url=f"https://shop.example/{locale}/{each.concept}"
    )


def chosen(week: list[Assignment]) -> list[Assignment]:
    return [each for each in week if each.action is Action.WRITE]


def test_it_ends_in_nothing_deserves_a_page(weeks: list[list[Assignment]]) -> None:
    counts = [len(chosen(week)) for week in weeks]
    assert max(counts) <= 20
    assert counts[0] == 20
    end = counts.index(0)
    assert end < len(WEEKS) - 3, counts
    assert counts[end:] == [0] * (len(WEEKS) - end)  # over is over
    assert counts[: end - 1] == [20] * (end - 1)  # and while there is something, no place stays empty


def test_no_topic_is_written_twice(weeks: list[list[Assignment]]) -> None:
    count = Counter((each.market.language, each.concept) for week in weeks for each in chosen(week))
    assert set(count.values()) == {1}


def test_nothing_is_filler(weeks: list[list[Assignment]]) -> None:
    for each in (each for week in weeks for each in chosen(week)):
        assert each.open_share is None or each.open_share >= OPEN, each.topic.name
        assert each.attributes or each.topic.questions or each.topic.keywords, each.topic.name
        assert each.opportunity.answerable is not None and each.opportunity.answerable >= 0.6, each.topic.name


def test_every_topic_that_is_not_written_has_its_reason(weeks: list[list[Assignment]]) -> None:
    last = weeks[-1]
    assert {each.action for each in last} <= {
        Action.HOLD,
        Action.LINK,
        Action.SKIP,
        Action.REFRESH,
        Action.CONSOLIDATE,
    }
    assert all(each.why for each in last)
    assert all(each.covered_by for each in last if each.action in (Action.LINK, Action.REFRESH))


def test_every_page_leads_on_and_none_is_left_alone(weeks: list[list[Assignment]]) -> None:
    for at, week in enumerate(weeks):
        for each in chosen(week):
            assert 2 <= len(each.links) <= 5, each.topic.name
            assert len({link.anchor for link in each.links}) == len(each.links)
            shop = [link for link in each.links if link.kind in ("category", "product")]
            assert shop or not each.category
            if at:
                assert len(each.links_from) >= 2, each.topic.name


def test_every_page_of_the_first_week_leads_on_and_is_led_to(weeks: list[list[Assignment]]) -> None:
    """Counted on the built site: links of other pages' texts, and the cards below them."""
    ledger = read_ledger(load_shop(DEMO)).as_of(date(2026, 11, 25))
    shown: list[Article] = []
    for each in chosen(weeks[0]):
        try:
            draft = assemble(each, ledger, [other.draft for other in shown], date(2026, 11, 25))
        except (LedgerGap, Sameness):
            continue
        slug = f"p{len(shown)}"
        shown.append(Article(slug, slug, each, draft, state=State.LIVE, approved_by="person:A"))
    site = assemble_site(shown, ledger, date(2026, 11, 25))
    assert not site.gaps
    out: dict[str, set[str]] = {}
    for entry in site.entries:
        hrefs = re.findall(r'href="\.\./([^"/]+)/"|href="\.\./\.\./[^"/]+/([^"/]+)/"', entry.page.body)
        cards = {link.url.rstrip("/").rpartition("/")[2] for link in entry.page.links}
        named = {one or other for one, other in hrefs}
        assert not named & cards  # nothing twice
        out[entry.article.key] = named | cards
    into = Counter(key for found in out.values() for key in found)
    for entry in site.entries:
        locale = entry.page.market.locale
        siblings = [e for e in site.entries if e.page.market.locale == locale and e is not entry]
        if len(siblings) >= 2:
            key = entry.article.key
            assert 2 <= len(out[key]) <= 5, (entry.page.title, out[key])
            assert into[key] >= 2, entry.page.title
