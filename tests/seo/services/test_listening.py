"""Services are asked side by side within one deadline; what fails is reported and costs nothing but itself."""

import asyncio
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

from seo.errors import SourceChanged, SourceDown, SourceRefused
from seo.records import Market, Result, SignalKind, SourceReport
from seo.services.listening import MOST_ERRANDS, Haul, listen, stands_in
from seo.services.service import Ask, Errand, Heard, Seed, Service
from seo.signals.source import Sighting
from seo.web.answers import Answer, Request, Web

GB, DE = Market("en-GB", "GBP"), Market("de-DE", "EUR")
TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 6, 0, tzinfo=UTC)
SEEDS = (Seed("curtains", GB), Seed("vorhang kürzen", DE))


class Fake(Service):
    """Says whatever the test wants, once per seed."""

    licence = "open"
    terms = "https://example.org/terms"

    def __init__(self, name: str, says: Callable[[Errand], Heard]) -> None:
        self.name = name
        self.says = says

    def errands(self, ask: Ask) -> Iterator[Errand]:
        for seed in ask.seeds:
            yield Errand(Request(f"https://{self.name}.example/?q={seed.text}"), seed.market, seed.text)

    def parse(self, answer: Answer, errand: Errand) -> Heard:
        return self.says(errand)


class Net(Web):
    """Answers at once, unless the host's name says otherwise."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def ask(self, request: Request) -> Answer:
        self.asked.append(request.url)
        if "hangs" in request.url:
            await asyncio.sleep(60)
        if "refuses" in request.url:
            raise SourceRefused("refuses.example answers 429: too often", NOW + timedelta(hours=1))
        if "down" in request.url:
            raise SourceDown("down.example did not answer in 20 s")
        return Answer(request.url, 200, {}, b"{}", NOW)


def question(errand: Errand) -> Heard:
    text = "Can I cut curtains?" if errand.market == GB else "Kann man den Vorhang kürzen?"
    return Heard(
        (Sighting(text, SignalKind.QUESTION, 1, url="https://q.example/1", votes=3),), quota_left=290
    )


def heard(
    *services: Fake, web: Web | None = None, deadline_s: float = 5, seeds: tuple[Seed, ...] = SEEDS
) -> dict[str, Haul]:
    asks = {each.name: Ask(seeds, (GB, DE), date(2026, 8, 27), TODAY) for each in services}
    table = {each.name: each for each in services}
    hauls = asyncio.run(listen(asks, table, web or Net(), deadline_s, lambda: NOW))
    return {haul.report.source: haul for haul in hauls}


def test_a_signal_says_where_it_is_from_and_what_was_asked() -> None:
    haul = heard(Fake("boards", question))["boards"]
    assert [
        (s.language, s.text, s.country, s.seed, s.licence, s.votes, s.sources, s.observed_on)
        for s in haul.signals
    ] == [
        ("de", "Kann man den Vorhang kürzen?", "DE", "vorhang kürzen", "open", 3, ("boards",), TODAY),
        ("en", "Can I cut curtains?", "GB", "curtains", "open", 3, ("boards",), TODAY),
    ]
    assert haul.report == SourceReport(
        "boards", "ok", read=2, kept=2, shape="open service, 2 requests", quota_left=290
    )


def test_three_hang_two_refuse_one_lies_and_six_are_complete_inside_the_deadline() -> None:
    def lie(errand: Errand) -> Heard:
        raise SourceChanged("liar.example answers 200 with a page instead of JSON")

    bad = [Fake(name, question) for name in ("hangs-a", "hangs-b", "hangs-c", "refuses-a", "refuses-b")]
    good = [Fake(f"good-{number}", question) for number in range(6)]
    start = time.monotonic()
    found = heard(*bad, Fake("liar", lie), *good, deadline_s=1.0)
    assert time.monotonic() - start < 5
    assert [found[each.name].report.state for each in good] == ["ok"] * 6
    assert all(len(found[each.name].signals) == 2 for each in good)
    assert [found[each.name].report.state for each in bad] == ["blocked"] * 5
    assert found["hangs-a"].report.note == "cut short after 1 s"
    assert found["refuses-a"].report.retry_after == NOW + timedelta(hours=1)
    assert found["liar"].report.state == "blocked"
    assert "answers 200 with a page" in found["liar"].report.note


def test_who_refuses_is_not_asked_again_and_who_is_down_three_times_at_most() -> None:
    web = Net()
    seeds = tuple(Seed(f"phrase {number}", GB) for number in range(9))
    heard(Fake("refuses", question), Fake("down", question), web=web, seeds=seeds)
    assert sum("refuses" in url for url in web.asked) == 1
    assert sum("down" in url for url in web.asked) == 3


def test_a_host_that_refuses_does_not_silence_the_others_of_its_service() -> None:
    class Feeds(Fake):
        def errands(self, ask: Ask) -> Iterator[Errand]:
            for host in ("refuses", "kind", "refuses"):
                yield Errand(Request(f"https://{host}.example/feed"), GB, "curtains")

    web = Net()
    report = heard(Feeds("feeds", question), web=web)["feeds"].report
    assert web.asked == ["https://refuses.example/feed", "https://kind.example/feed"]
    assert (report.state, report.kept) == ("degraded", 1)


def test_what_is_wrong_with_many_hosts_is_said_once() -> None:
    class Off(Net):
        async def ask(self, request: Request) -> Answer:
            raise SourceDown(
                f"{request.url[8:15]}.example has no address: look at its name, or at the network."
            )

    report = heard(Fake("boards", question), web=Off(), seeds=(Seed("a", GB), Seed("b", DE)))["boards"].report
    assert report.note == "boards..example has no address: look at its name, or at the network."

    def poor(errand: Errand) -> Heard:
        return Heard(state="empty", note=f"No suggestions for {errand.seed!r}.")

    report = heard(Fake("box", poor))["box"].report
    assert report.note == "No suggestions for 'curtains'. (and 1 more like it)"


def test_what_came_before_a_failure_stands_and_is_called_degraded() -> None:
    class Half(Net):
        async def ask(self, request: Request) -> Answer:
            if self.asked:
                raise SourceRefused("half.example answers 403", None)
            return await super().ask(request)

    haul = heard(Fake("half", question), web=Half())["half"]
    assert (haul.report.state, haul.report.kept, haul.report.note) == (
        "degraded",
        1,
        "half.example answers 403",
    )


def test_a_success_that_says_it_is_none_is_believed() -> None:
    def partly(errand: Errand) -> Heard:
        return Heard(question(errand).sightings, state="degraded", note="brave: too many requests")

    def nothing(errand: Errand) -> Heard:
        return Heard(state="blocked", note="every engine is suspended")

    found = heard(Fake("partly", partly), Fake("nothing", nothing), Fake("silent", lambda _: Heard()))
    assert {name: haul.report.state for name, haul in found.items()} == {
        "partly": "degraded", "nothing": "blocked", "silent": "empty",
    }  # fmt: skip
    assert found["silent"].report.note == "nothing was found for these phrases"


def test_a_fault_of_ours_costs_its_service_and_not_the_week() -> None:
    def fault(errand: Errand) -> Heard:
        raise KeyError("items")

    found = heard(Fake("faulty", fault), Fake("good", question))
    assert (found["faulty"].report.state, found["good"].report.state) == ("blocked", "ok")
    assert found["faulty"].report.note == "KeyError while reading its answer: a fault of ours"


def test_next_pages_come_after_every_first_one_and_end_somewhere() -> None:
    def endless(errand: Errand) -> Heard:
        return Heard(
            question(errand).sightings, more=(Errand(Request("https://more.example/"), errand.market),)
        )

    web = Net()
    report = heard(Fake("endless", endless), web=web)["endless"].report
    assert web.asked[:2] == [
        "https://endless.example/?q=curtains",
        "https://endless.example/?q=vorhang kürzen",
    ]
    assert len(web.asked) == MOST_ERRANDS
    assert report.note == f"2 more requests left out: {MOST_ERRANDS} is the most in a week"


def test_a_service_that_asks_for_a_long_rest_gets_it() -> None:
    def tired(errand: Errand) -> Heard:
        return Heard(question(errand).sightings, wait_s=7200)

    report = heard(Fake("tired", tired))["tired"].report
    assert (report.state, report.retry_after) == ("degraded", NOW + timedelta(hours=2))


def test_results_and_costs_are_counted_beside_the_signals() -> None:
    def serp(errand: Errand) -> Heard:
        place = Result(errand.seed, "en-GB", 1, "https://a.example/", "A", "", "serp", TODAY)
        return Heard(results=(place,), cost=0.002)

    haul = heard(Fake("serp", serp))["serp"]
    assert (haul.report.state, haul.report.cost, haul.report.note) == (
        "ok",
        0.004,
        "2 places of results pages",
    )
    assert len(haul.results) == 2


def test_the_report_of_who_failed_says_whose_signals_stand() -> None:
    report = stands_in(SourceReport("boards", "blocked", 0, 0, note="503"), "2026-W46", 34)
    assert (report.stands_from, report.note) == ("2026-W46", "503; its 34 signals of 2026-W46 stand")
