"""Feeds: what their entries are about, and that a hostile one does no harm."""

from datetime import date
from pathlib import Path
from time import process_time

import pytest

from seo.errors import SettingMissing, SourceChanged
from seo.records import SignalKind
from seo.services.feeds import Feeds
from seo.services.service import Heard
from seo.signals.source import Sighting
from tests.seo.services.given import US, answer, ask, errand

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:ht="https://trends.google.com/trending/rss"><channel><title>A forum</title><link>https://f.example/</link>
{items}</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Un forum</title>
<entry><title type="html">Comment laver &lt;b&gt;un rideau&lt;/b&gt; ?</title><id>urn:1</id><link href="https://f.example/1"/>
<updated>2026-11-03T23:30:00Z</updated></entry></feed>"""


def rss(*items: str) -> str:
    return RSS.format(items="".join(f"<item>{item}</item>" for item in items))


def heard(body: str | bytes, **headers: str) -> Heard:
    return Feeds().parse(answer(body, headers=headers), errand("https://f.example/feed", None, ""))


def test_each_address_is_asked_once_and_as_a_page_whose_robots_txt_counts() -> None:
    options = ("https://f.example/feed", " https://f.example/feed ", "http://g.example/rss")
    found = list(Feeds().errands(ask(("a", US), options=options)))
    assert [(one.request.url, one.request.is_page, one.market) for one in found] == [
        ("https://f.example/feed", True, None), ("http://g.example/rss", True, None),
    ]  # fmt: skip


@pytest.mark.parametrize("option", ["f.example/feed", "file:///etc/passwd", "https://", "http://[x"])
def test_what_is_no_address_is_named(option: str) -> None:
    with pytest.raises(SettingMissing, match=r"under \[listen\] in shop\.toml, feeds takes addresses"):
        list(Feeds().errands(ask(("a", US), options=(option,))))


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("How to wash blackout curtains", SignalKind.QUESTION),
        ("New curtains for spring", SignalKind.HEADING),
        ("Cómo lavar cortinas opacas en casa", SignalKind.QUESTION),
        ("Cortinas nuevas para la primavera", SignalKind.HEADING),
        ("Comment laver des rideaux occultants", SignalKind.QUESTION),
        ("De nouveaux rideaux pour le printemps", SignalKind.HEADING),
        ("Welche Vorhänge passen ins Schlafzimmer", SignalKind.QUESTION),
        ("Neue Vorhänge für den Frühling", SignalKind.HEADING),
        ("كيف أغسل الستائر المعتمة", SignalKind.QUESTION),
        ("ستائر جديدة للربيع", SignalKind.HEADING),
        ("遮光カーテンは洗えますか", SignalKind.QUESTION),
        ("春の新しいカーテン", SignalKind.HEADING),
    ],
)
def test_an_entry_is_a_question_where_somebody_asks_and_a_heading_elsewhere(
    title: str, kind: SignalKind
) -> None:
    (seen,) = heard(rss(f"<title>{title}</title>")).sightings
    assert (seen.text, seen.kind) == (title, kind)


def test_an_entry_keeps_its_day_and_address() -> None:
    item = "<title>Rails for heavy curtains</title><link>https://f.example/t/1</link><pubDate>Tue, 03 Nov 2026 10:00:00 +0100</pubDate>"
    said = heard(rss(item))
    assert said.sightings == (
        Sighting(
            "Rails for heavy curtains",
            SignalKind.HEADING,
            1,
            observed_on=date(2026, 11, 3),
            url="https://f.example/t/1",
        ),
    )
    assert said.state == "ok"


def test_what_is_older_than_asked_for_was_heard_before_and_what_has_no_date_may_be_new() -> None:
    (one,) = Feeds().errands(ask(("a", US), options=("https://f.example/feed",), since=date(2026, 11, 3)))
    body = rss(
        "<title>New rails</title><pubDate>Tue, 03 Nov 2026 00:10:00 +0000</pubDate>",
        "<title>Old rails</title><pubDate>Mon, 02 Nov 2026 23:50:00 +0000</pubDate>",
        "<title>Undated rails</title>",
    )
    assert [seen.text for seen in Feeds().parse(answer(body), one).sightings] == [
        "New rails",
        "Undated rails",
    ]
    assert Feeds().parse(answer(rss("<title>Old</title><pubDate>2025-01-01</pubDate>")), one).state == "empty"


def test_a_short_link_is_made_whole() -> None:
    (seen,) = (
        Feeds()
        .parse(answer(rss("<title>R</title><link>/t/1</link>"), "https://f.example/feed"), errand())
        .sightings
    )
    assert seen.url == "https://f.example/t/1"


def test_atom_is_read_as_well() -> None:
    (seen,) = heard(ATOM).sightings
    assert (seen.kind, seen.observed_on, seen.url) == (
        SignalKind.QUESTION,
        date(2026, 11, 3),
        "https://f.example/1",
    )
    assert seen.text.startswith("Comment laver")


def test_a_trend_s_traffic_floor_is_no_count_no_votes_and_no_volume() -> None:
    (seen,) = heard(
        rss("<title>heat pump dryer</title><ht:approx_traffic>20K+</ht:approx_traffic>")
    ).sightings
    assert (seen.count, seen.votes, seen.volume, seen.volume_source, seen.rank) == (1, None, None, "", None)


def test_an_entry_without_a_title_is_passed_over_and_an_empty_feed_is_empty() -> None:
    assert heard(rss("<link>https://f.example/1</link>")).state == "empty"
    assert heard(rss()).state == "empty"


def test_a_link_that_is_no_web_address_is_left_out() -> None:
    (seen,) = heard(rss("<title>Rails</title><link>javascript:alert(1)</link>")).sightings
    assert seen.url == ""
    (seen,) = heard(rss("<title>Rails</title><link>http://[x</link>")).sightings
    assert seen.url == ""


def test_what_stands_before_a_break_is_kept_and_the_break_is_told() -> None:
    whole = rss("<title>One thing</title>", "<title>Another thing</title>")
    said = heard(whole[: whole.index("Another")])
    assert (said.state, [seen.text for seen in said.sightings]) == ("degraded", ["One thing"])


def test_a_stray_ampersand_spoils_nothing() -> None:
    said = heard(rss("<title>Rails & hooks</title>"))
    assert (said.state, [seen.text for seen in said.sightings]) == ("ok", ["Rails & hooks"])


def test_the_charset_of_the_header_counts() -> None:
    body = rss("<title>カーテンの測り方</title>").replace(' encoding="UTF-8"', "").encode("shift_jis")
    (seen,) = heard(body, **{"content-type": "application/rss+xml; charset=Shift_JIS"}).sightings
    assert seen.text == "カーテンの測り方"


def test_a_body_that_names_a_file_opens_none(tmp_path: Path) -> None:
    secret = tmp_path / "feed.xml"
    secret.write_text(rss("<title>secret</title>"), encoding="utf-8")
    with pytest.raises(SourceChanged):
        heard(str(secret))


def test_entities_of_a_document_are_neither_opened_nor_blown_up(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    outside = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}]>'
    before = process_time()
    for declared, name in ((outside, "x"), (bomb, "l9")):
        body = rss(f"<title>Rails &{name}; hooks</title>").replace("<rss", f"{declared}<rss", 1)
        for seen in heard(body).sightings:
            assert "secret" not in seen.text
            assert len(seen.text) < 100
    assert process_time() - before < 10


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("", "with an empty page"),
        ("<!doctype html><html><body>Please confirm you are human</body></html>", "with a web page"),
        ("{}", "with JSON"),
        ("nothing of the kind", "with something else"),
    ],
)
def test_what_is_no_feed_is_said_with_the_address(body: str, what: str) -> None:
    with pytest.raises(SourceChanged, match=f"https://f.example/feed answered {what}"):
        heard(body)


def test_a_page_that_names_its_feed_is_told_apart() -> None:
    body = '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>'
    with pytest.raises(SourceChanged, match="The page names its feed"):
        heard(body)
