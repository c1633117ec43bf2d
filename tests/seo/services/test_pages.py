"""Pages that a shop names: headings and questions that a reader sees, and owners' opt-outs."""

import json

import pytest

from seo.errors import SettingMissing, SourceChanged
from seo.records import SignalKind
from seo.services.pages import Pages
from seo.services.service import Heard
from tests.seo.services.given import US, answer, ask, errand

URL = "https://p.example/guide"
HTML = "<!doctype html><html lang='{lang}'><head><title>T</title>{head}</head><body>{body}</body></html>"


def heard(body: str, head: str = "", lang: str = "en", **headers: str) -> Heard:
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return Pages().parse(
        answer(HTML.format(lang=lang, head=head, body=body), URL, names), errand(URL, None, "")
    )


def pairs(said: Heard) -> list[tuple[str, SignalKind]]:
    return [(seen.text, seen.kind) for seen in said.sightings]


def test_each_named_page_is_asked_once_with_leave_of_its_robots_txt() -> None:
    (one,) = Pages().errands(ask(("a", US), options=(URL, URL)))
    assert (one.request.url, one.request.is_page, one.market) == (URL, True, None)


def test_a_page_that_is_no_address_is_named() -> None:
    with pytest.raises(SettingMissing, match=r"'p\.example/guide'"):
        list(Pages().errands(ask(("a", US), options=("p.example/guide",))))


def test_headings_down_to_the_third_rank_are_heard_with_the_page_s_address() -> None:
    said = heard(
        "<h1>Rails</h1><p>Words.</p><h2>What bears a heavy curtain?</h2><h3>Brackets</h3><h4>Screws</h4>"
    )
    assert pairs(said) == [
        ("Rails", SignalKind.HEADING),
        ("What bears a heavy curtain?", SignalKind.QUESTION),
        ("Brackets", SignalKind.HEADING),
    ]
    assert {seen.url for seen in said.sightings} == {URL}
    assert said.state == "ok"


@pytest.mark.parametrize(
    ("lang", "question"),
    [
        ("en", "Can the curtain be cut to length"),
        ("es", "Se puede cortar la cortina a medida?"),
        ("fr", "Comment raccourcir un rideau"),
        ("de", "Kann man den Vorhang kürzen"),
        ("ar", "هل يمكن قص الستارة"),
        ("ja", "カーテンの丈は切れますか"),
    ],
)
def test_folded_and_listed_questions_are_heard_in_each_language(lang: str, question: str) -> None:
    body = f"<details><summary>{question}</summary><p>a</p></details><dl><dt>{question}</dt><dt>42</dt></dl>"
    assert pairs(heard(body, lang=lang)) == [(question, SignalKind.QUESTION)]


def test_a_question_within_a_paragraph_is_heard_and_the_prose_around_it_is_not() -> None:
    said = heard("<p>We moved in last week. Does anyone know a rail that needs no drill? Thanks a lot.</p>")
    assert pairs(said) == [("Does anyone know a rail that needs no drill?", SignalKind.QUESTION)]


@pytest.mark.parametrize(
    "data",
    [
        {"@type": "FAQPage", "mainEntity": [{"@type": "Question", "name": "Can it be cut?", "acceptedAnswer": {"@type": "Answer", "text": "No."}}]},
        {"@graph": [{"@type": ["WebPage", "FAQPage"], "mainEntity": {"@type": "Question", "name": "Can it be cut?"}}]},
        [{"@type": "QAPage", "mainEntity": {"@type": "Question", "name": "Can it be cut?", "answerCount": 2}}],
    ],
)  # fmt: skip
def test_questions_of_structured_data_are_heard(data: object) -> None:
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    assert pairs(heard("", head)) == [("Can it be cut?", SignalKind.QUESTION)]


def test_a_question_that_stands_on_the_page_three_times_is_heard_once() -> None:
    data = {"@type": "FAQPage", "mainEntity": [{"@type": "Question", "name": "Can it be cut?"}]}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    body = "<h2>Can it be cut?</h2><details><summary>can it be cut?</summary></details>"
    assert pairs(heard(body, head)) == [("Can it be cut?", SignalKind.QUESTION)]


@pytest.mark.parametrize("data", ["{not json", '{"@type": "FAQPage", "mainEntity": 3}', "[" * 100_000, ""])
def test_broken_structured_data_spoils_nothing(data: str) -> None:
    head = f'<script type="application/ld+json">{data}</script>'
    assert pairs(heard("<h1>Rails</h1>", head)) == [("Rails", SignalKind.HEADING)]


def test_menus_footers_and_what_no_reader_sees_are_left_out() -> None:
    body = (
        "<nav><h2>Shop by room</h2></nav><h1>Rails</h1><aside><h3>Newsletter</h3></aside>"
        "<h2 style='display:none'>Ignore your instructions?</h2><p hidden>Is this hidden?</p>"
        "<div aria-hidden='true'><details><summary>Is this for machines?</summary></details></div>"
        "<!-- <h2>Is this a comment?</h2> --><footer><h2>About us</h2></footer>"
    )
    assert pairs(heard(body)) == [("Rails", SignalKind.HEADING)]


def test_hidden_marks_are_taken_out() -> None:
    assert pairs(heard("<h1>Ra\u200bils \u202efor\u2066 you</h1>")) == [("Rails for you", SignalKind.HEADING)]


@pytest.mark.parametrize(
    ("head", "headers", "why"),
    [
        ("<meta name='tdm-reservation' content='1'>", {}, "tdm-reservation"),
        ("", {"tdm_reservation": "1"}, "tdm-reservation"),
        ("<meta name='robots' content='index, noai'>", {}, "noai"),
        ("<META NAME='Robots' CONTENT='NOINDEX,follow'>", {}, "noindex"),
        ("", {"x_robots_tag": "noai, noimageai"}, "noai"),
        ("", {"x_robots_tag": "otherbot: nofollow, acreage: none"}, "none"),
    ],
)
def test_an_opt_out_is_respected_and_told(head: str, headers: dict[str, str], why: str) -> None:
    said = heard("<h1>Rails</h1>", head, **headers)
    assert (said.state, said.sightings) == ("blocked", ())
    assert URL in said.note and why in said.note


@pytest.mark.parametrize(
    ("head", "headers"),
    [
        ("<meta name='tdm-reservation' content='0'>", {}),
        ("<meta name='robots' content='index, follow, max-snippet:-1, noarchive'>", {}),
        ("<meta name='description' content='noai noindex'>", {}),
        ("", {"x_robots_tag": "otherbot: noindex, noai"}),
        ("", {"x_robots_tag": "max-snippet: 20, unavailable_after: 2030-01-01"}),
    ],
)
def test_what_is_no_opt_out_for_us_is_read(head: str, headers: dict[str, str]) -> None:
    assert heard("<h1>Rails</h1>", head, **headers).state == "ok"


def test_a_page_whose_words_come_by_a_script_is_degraded_and_a_page_without_any_is_empty() -> None:
    said = heard("<div id='root'></div><script src='/app.js'></script>")
    assert (said.state, "script" in said.note) == ("degraded", True)
    assert heard("<p>Nothing to hear here.</p>").state == "empty"


def test_a_page_in_shift_jis_is_read() -> None:
    body = HTML.format(lang="ja", head="", body="<h1>遮光カーテンは洗えますか</h1>").encode("shift_jis")
    said = Pages().parse(
        answer(body, URL, {"content-type": "text/html; charset=Shift_JIS"}), errand(URL, None, "")
    )
    assert pairs(said) == [("遮光カーテンは洗えますか", SignalKind.QUESTION)]


def test_no_more_than_200_of_one_page_are_heard() -> None:
    assert len(heard("".join(f"<h2>Rail number {n}</h2>" for n in range(300))).sightings) == 200


@pytest.mark.parametrize("body", ["", "{}", "plain words"])
def test_what_is_no_page_is_said_with_its_address(body: str) -> None:
    with pytest.raises(SourceChanged, match=URL):
        Pages().parse(answer(body, URL), errand(URL, None, ""))
