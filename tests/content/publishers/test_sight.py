"""What a stranger sees at an address, and what says nothing about the page."""

from collections.abc import Callable

import httpx
import pytest

from content.publishers import sight
from content.publishers.place import Mark, Payload, Sight

URL = "https://blog.example/wie-breit/"
TEXT = "Waschen Sie den Vorhang zuerst, lassen Sie ihn drei Tage hängen, und kürzen Sie ihn erst dann am unteren Rand."
PAGE = Payload("k" * 32, "a", "de-DE", "wie-breit", 'Wie "breit" & hoch?', f"<p>{TEXT}</p>", "", "", "", "{}")
MARK = Mark(PAGE.key, "f" * 32)


def seen(answer: Callable[[httpx.Request], httpx.Response]) -> tuple[Sight, str]:
    with httpx.Client(transport=httpx.MockTransport(answer)) as client:
        return sight.look(client, URL, MARK, PAGE)[:2]


@pytest.mark.parametrize(
    ("status", "html", "expected"),
    [
        (200, f'<meta name="acreage" content="{MARK.key} {MARK.fingerprint}">', Sight.LIVE),
        (200, f"<!-- acreage:{MARK.key}:{MARK.fingerprint} -->", Sight.LIVE),
        (200, f'<meta name="acreage" content="{MARK.key} old">', Sight.NOT_LIVE),
        (200, f"<h1>Wie “breit” &#038; hoch?</h1><p>{TEXT}</p>", Sight.LIVE),
        (200, "<h1>Wie “breit” &#038; hoch?</h1><p>Bald mehr.</p>", Sight.NOT_LIVE),
        (404, "nothing", Sight.NOT_LIVE),
        (500, "broken", Sight.NOT_LIVE),
        (401, "who?", Sight.UNSEEN),
        (403, "no", Sight.UNSEEN),
        (429, "slow", Sight.UNSEEN),
        (503, "<title>Just a moment...</title>", Sight.UNSEEN),
        (200, "<title>Just a moment...</title>", Sight.UNSEEN),
    ],
)
def test_live_not_live_and_could_not_look_are_three_things(status: int, html: str, expected: Sight) -> None:
    assert seen(lambda request: httpx.Response(status, html=html))[0] is expected


def test_a_host_that_does_not_answer_could_not_be_looked_at() -> None:
    def down(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no route")

    assert seen(down) == (Sight.UNSEEN, "blog.example did not answer (ConnectError)")


@pytest.mark.parametrize(
    ("ways", "successor", "expected"),
    [
        ({URL: (410, "")}, "", Sight.LIVE),
        ({URL: (404, "")}, "", Sight.NOT_LIVE),
        ({URL: (301, "/neu/"), "https://blog.example/neu/": (200, "")}, "https://blog.example/neu/", Sight.LIVE),
        ({URL: (302, "/neu/"), "https://blog.example/neu/": (200, "")}, "https://blog.example/neu/", Sight.NOT_LIVE),
        (
            {URL: (301, "/x/"), "https://blog.example/x/": (301, "/neu/"), "https://blog.example/neu/": (200, "")},
            "https://blog.example/neu/", Sight.NOT_LIVE,
        ),
        ({URL: (301, "/neu/"), "https://blog.example/neu/": (404, "")}, "https://blog.example/neu/", Sight.NOT_LIVE),
        ({URL: (403, "")}, "", Sight.UNSEEN),
    ],
)  # fmt: skip
def test_a_withdrawn_address_answers_410_or_leads_on_in_one_hop(
    ways: dict[str, tuple[int, str]], successor: str, expected: Sight
) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        status, to = ways[str(request.url)]
        return httpx.Response(status, headers={"location": to} if to else {})

    with httpx.Client(transport=httpx.MockTransport(answer)) as client:
        assert sight.gone(client, URL, successor)[0] is expected


def test_what_themes_make_of_signs_is_no_difference() -> None:
    assert sight.plain("<p>5×7 – “so” … l’été</p>") == sight.plain('<p>5x7 - "so" ... l\'été</p>')


def test_the_head_says_what_it_says() -> None:
    said = sight.head(
        '<meta name="description" content="a &quot;b&quot;"><meta property="og:title" content="t">'
        '<link rel="canonical" href="https://x/"><link rel="alternate" hreflang="de-DE" href="https://x/de">'
    )
    assert said == {
        "description": 'a "b"',
        "og:title": "t",
        "canonical": "https://x/",
        "hreflang:de-DE": "https://x/de",
    }
