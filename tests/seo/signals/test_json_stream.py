"""JSON of any size and nesting becomes rows; what is no JSON says so."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo.errors import InputError
from seo.records import Market, SignalKind
from seo.signals.collect import collect, recognise
from seo.signals.json_stream import JsonStream, is_json
from seo.signals.source import Sighting
from seo.signals.tables import read_table

MARKETS = [Market("en-US", "USD"), Market("de-DE", "EUR")]


def objects(text: str, size: int = 7) -> list[dict[str, Any]]:
    pieces = (text[at : at + size] for at in range(0, len(text), size))
    return [record for record, _ in JsonStream(pieces, "f").objects()]


def sightings(data: object) -> list[Sighting]:
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    table = read_table(text.encode(), "f.json", {})
    source = recognise(table)
    assert source is not None
    return list(source.read(table))


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1}\n{"a": 2}\n',
        '[{"a": 1}, {"a": 2}]',
        '{"rows": [{"a": 1}, {"a": 2}]}',
        '{"x": {"y": [1]}, "rows" : [ {"a": 1} , {"a": 2} ], "z": "]}"}',
        '{"rows": [{"a": 1}]}\n{"rows": [{"a": 2}]}\n',
        '[{"rows": [{"a": 1}, {"a": 2}]}]',
        '\ufeff  {"a":1}{"a":2}',
    ],
)
@pytest.mark.parametrize("size", [1, 3, 1000])
def test_objects_are_found_in_every_wrapping_and_whatever_the_pieces(text: str, size: int) -> None:
    assert objects(text, size) == [{"a": 1}, {"a": 2}]


def test_a_list_too_long_to_hold_is_read_element_by_element_with_what_stands_around_it() -> None:
    rows = [{"keys": [f"vorhang {number}"], "clicks": number} for number in range(20_000)]
    text = json.dumps({"dimensions": ["query"], "rows": rows, "responseAggregationType": "byProperty"})
    assert len(text) > 1 << 17
    stream = JsonStream((text[at : at + 65_536] for at in range(0, len(text), 65_536)), "f").objects()
    assert next(stream) == (rows[0], {"dimensions": ["query"]})
    assert [record for record, _ in stream] == rows[1:]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.dictionaries(st.text(max_size=5), st.text(max_size=9) | st.floats(allow_nan=False) | st.integers() | st.none() | st.booleans(), max_size=3), max_size=5),
    st.integers(1, 30),
)  # fmt: skip
def test_what_json_writes_is_read_back_from_any_pieces(records: list[dict[str, Any]], size: int) -> None:
    assert objects("\n".join(map(json.dumps, records)), size) == records
    assert objects(json.dumps(records, ensure_ascii=False), size) == records


@pytest.mark.parametrize("text", ['{"a": 1', '[{"a": 1}', '{"a": }', '{"rows": [{"a": 1}', '{"a": 1} x', "[" * 100_000, '{"a":' * 100_000, '["' + "x" * 5_000_000])  # fmt: skip
def test_what_is_no_json_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(InputError, match=r"no readable JSON") as error:
        objects(text, 65_536)
    assert "\n" not in str(error.value)


def test_only_what_begins_like_json_is_taken_for_it() -> None:
    assert is_json('\ufeff {"a"')
    assert is_json('[{"a"')
    assert not is_json("[vorhang] kürzen")
    assert not is_json("{{name}} vorhang")


@pytest.mark.parametrize("shape", ["answer", "rows", "lines"])
def test_rows_of_the_api_whose_keys_have_no_names(shape: str) -> None:
    rows = [
        {"keys": ["vorhang kürzen", "https://x.example/a", "deu", "MOBILE", "2026-10-01"], "clicks": 2, "impressions": 30, "ctr": 0.0667, "position": 4.333333},
        {"keys": ["vorhang kürzen", "https://x.example/b", "deu", "DESKTOP", "2026-10-02"], "clicks": 0, "impressions": 10, "ctr": 0, "position": 8},
        {"keys": ["usa", "https://x.example/b", "usa", "DESKTOP", "2026-10-02"], "clicks": 1, "impressions": 10, "ctr": 0.1, "position": 1.5},
    ]  # fmt: skip
    text = {
        "answer": json.dumps({"rows": rows, "responseAggregationType": "byPage"}),
        "rows": json.dumps(rows),
    }.get(shape, "\n".join(map(json.dumps, rows)))
    first, second = sightings(text)
    assert (first.text, first.country, first.clicks, first.impressions, first.position) == (
        "vorhang kürzen",
        "deu",
        2,
        40,
        5.25,
    )
    assert (first.rows, str(first.observed_on)) == (2, "2026-10-02")
    assert (second.text, second.country) == ("usa", "usa")


def test_dimensions_that_are_stated_are_believed() -> None:
    (found,) = sightings(
        {
            "dimensions": ["country", "query"],
            "rows": [{"keys": ["deu", "abc"], "clicks": 1, "impressions": 2}],
        }
    )
    assert (found.text, found.country) == ("abc", "deu")


def test_a_ticket_is_its_requesters_own_words() -> None:
    ticket = {
        "id": 1, "subject": "Curtain", "description": "Is it lined?", "requester_id": 7, "assignee_id": 9,
        "created_at": "2026-10-01T08:00:00Z", "via": {"source": {"from": {"name": "Anna Schmidt"}}},
        "comments": [
            {"author_id": 7, "plain_body": "Is it lined?", "public": True},
            {"author_id": 9, "plain_body": "Yes. Do you need anything else? Regards, Tom", "public": True},
            {"author_id": 7, "plain_body": "Can I wash it?\nOn Thu, 1 Oct 2026 at 09:00, Tom <t@x.example> wrote:\n> Yes?", "public": True},
            {"author_id": 7, "plain_body": "internal?", "public": False},
        ],
    }  # fmt: skip
    (found,) = sightings(json.dumps(ticket) + "\n")
    assert found == Sighting(
        "Curtain\nIs it lined?\nCan I wash it?", SignalKind.QUESTION, 1, observed_on=found.observed_on
    )
    assert str(found.observed_on) == "2026-10-01"


def test_messages_that_do_not_say_by_whom_they_are_stay_unread() -> None:
    ticket = {"subject": "Curtain", "messages": [{"body_text": "Is it lined?"}, {"body_text": "No?", "from_agent": True}, {"body_text": "Does it fit?", "from_agent": False}]}  # fmt: skip
    (found,) = sightings([ticket])
    assert found.text == "Curtain\nDoes it fit?"


def test_reviews_of_a_feed_in_json() -> None:
    feed = {"reviews": [{"reviewID": "1", "rating": 4.5, "title": "Nice", "content": "So dark.", "created_at": "2026-10-01", "product": {"name": "Duskfield", "url": "https://x.example"}, "reviewer": {"name": "Anna", "email": "a@b.example"}}]}  # fmt: skip
    (found,) = sightings(feed)
    assert (found.text, found.kind, found.rating, found.sku) == (
        "Nice\nSo dark.",
        SignalKind.REVIEW,
        4.5,
        "Duskfield",
    )


def test_a_list_of_strings_is_a_list_of_queries() -> None:
    assert [found.text for found in sightings(["vorhang kürzen", "rollo"])] == ["vorhang kürzen", "rollo"]


def test_a_dump_in_json_lines_and_the_same_in_csv_say_the_same(tmp_path: Path) -> None:
    rng = random.Random(3)
    rows = [{"query": f"vorhang {rng.randint(1, 30)} cm", "clicks": rng.randint(0, 3), "impressions": rng.randint(1, 9), "position": rng.randint(1, 90) / 4} for _ in range(200)]  # fmt: skip
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    (tmp_path / "a" / "x.ndjson").write_text("\n".join(map(json.dumps, rows)))
    lines = [",".join(rows[0]), *(",".join(str(value) for value in row.values()) for row in rows)]
    (tmp_path / "b" / "x.csv").write_text("\n".join(lines))
    by_json, by_csv = (
        [(s.text, s.clicks, s.impressions, s.position) for s in collect(tmp_path / name, MARKETS)[0]]
        for name in ("a", "b")
    )
    assert by_json == by_csv
    assert len(by_json) == 30
