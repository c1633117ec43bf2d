"""Whatever stands in a file: an error of ours or a result, in a bounded time, never anything else."""

import io
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from seo.errors import InputError
from seo.records import Market
from seo.signals.cleaning import clean
from seo.signals.collect import collect, recognise
from seo.signals.origins import in_hand
from seo.signals.reading import Reader, plain_words
from seo.signals.tables import Hints, tables_of
from seo.signals.threads import own_words

MARKETS = [Market("en-US", "USD"), Market("de-DE", "EUR"), Market("ja-JP", "JPY")]
LIMIT_S = 30.0  # 1-3 s each, alone on one core
PIECES = st.sampled_from(
    [",", ";", "\t", "|", '"', '""', "\n", "\r", "\r\n", "\0", "#", "# ", "{", "}", "[", "]", ":", '{"rows":[', '"keys":',
     "query", "question", "body", "rating", "Klicks", "clicks", "impressions", "position", "subject", "description", "%",
     "1.234", "12,5", "٣٤", "１２", "vorhang kürzen", "Can I cut it?", "丈詰め", "ستارة", "<b>", "<!--", "&lt;", "style=",
     "null", "true", "1e999", "-", "\ufeff", "\u202e", "\u2028", "\x85", "a@b.de", "+49 170 1234567"]
)  # fmt: skip
BYTES = st.one_of(
    st.binary(max_size=400),
    st.lists(PIECES, max_size=60).map(lambda parts: "".join(parts).encode()),
    st.lists(PIECES, max_size=40).map(lambda parts: "".join(parts).encode("utf-16")),
    st.lists(PIECES, max_size=40).map(lambda parts: "".join(parts).encode("utf-16")[:-1]),
    st.lists(PIECES, max_size=40).map(lambda parts: "".join(parts).encode("cp932", errors="replace")),
)
HINTS = st.sampled_from([Hints(), Hints({"Klicks": "question"}), Hints(by_place=("query", "-", "clicks")),
                         Hints(by_place=("-", "body", "rating"), is_forced=True)])  # fmt: skip


def heard(data: bytes, hints: Hints) -> None:
    reader = Reader(MARKETS)
    for table in tables_of(in_hand(data, "f"), hints):
        source = recognise(table)
        if source is not None:
            source.shape(table)
            list(reader.signals(source.read(table), "f", table.language))


@settings(max_examples=400, deadline=None)
@example(b"{}", Hints())
@example(b"\xc1\xc1\xec\x01\xdc", Hints())
@given(BYTES, HINTS)
def test_any_bytes_give_signals_or_an_error_of_ours(data: bytes, hints: Hints) -> None:
    try:
        heard(data, hints)
    except InputError as error:
        assert "\n" not in str(error)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.sampled_from(["<div", " hidden>", "</div>", "<p style='", "display:none", "'>", "--", "<![CDATA["]), max_size=40).map("".join))  # fmt: skip
def test_any_text_can_be_cleaned_and_cut(text: str) -> None:
    plain_words(text, is_query=False)
    own_words(text)
    assert clean(clean(text)) is not None


def packed(members: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


NASTY = {
    "deep.json": b'{"a":' * 200_000,
    "deep-list.json": b"[" * 200_000,
    "deep-rows.json": b'{"rows":[' * 50_000,
    "long-string.json": b'{"rows":[{"keys":["' + b"x" * 10_000_000,
    "long-number.json": b'[{"clicks":' + b"9" * 5_000_000 + b"}]",
    "escapes.json": b'[{"query":"\\ud800\\u0000","clicks":"\\u0000"}]',
    "one-line.csv": b"query,clicks\n" + b"x" * 10_000_000,
    "one-line.txt": b"x" * 10_000_000,
    "open-quote.csv": b'query,clicks\n"' + b"a,1\n" * 500_000,
    "open-quote-list.txt": b'"' + b"a b\n" * 100_000,
    "nul.csv": b"que\0ry,clicks\n" + b"\0" * 100_000,
    "late-nul.csv": b"query,clicks\n" + b"red vorhang,1\n" * 2000 + b"blue\0 vorhang,2\n",
    "odd.csv": "query,clicks\nvorhang,1\n".encode("utf-16") + b"\x00",
    "surrogate.csv": b"\xff\xfe\x00\xd8\x00\xd8",
    "wide.csv": b"," * 1_000_000,
    "wide-header.csv": b",".join(b"query%d" % n for n in range(50_000)) + b"\na\n",
    "comments.csv": b"# a\n" * 200_000,
    "tags.csv": b"body,rating\n" + b"<a " * 30_000 + b",5\n",
    "brackets.csv": b"body,rating\n" + b"<" * 30_000 + b",5\n",
    "comments-open.csv": b"body,rating\n" + b"<!-- " * 20_000 + b",5\n",
    "nested.csv": b"body,rating\n" + b"<div style=display:none>" * 4_000 + b",5\n",
    "digits.csv": b"question\n" + b"0123 " * 20_000 + b"\n",
    "signs.csv": b"question\n" + b"(+4 " * 20_000 + b"\n",
    "words.csv": b"question\nMy name is " + b"Aa " * 30_000 + b"\n",
    "dots.csv": b"question\n" + b"a dot " * 4_000 + b"\n",
    "ats.csv": b"question\n" + b"a.a@" * 5_000 + b"\n",
    "streets.csv": b"question\n" + b"Ab " * 6_000 + b"Street\n",
    "quotes.csv": b"subject,description\nx,\"" + b"> a\n" * 50_000 + b'"\n',
    "wrote.csv": b"subject,description\nx,\"" + b"On 2026 a\n" * 10_000 + b'"\n',
    "declarations.csv": b"body,rating\n" + b"<!a style " * 2_000 + b",5\n",
    "instructions.csv": b"body,rating\n" + b"<?a style " * 2_000 + b",5\n",
    "ends.csv": b"body,rating\n" + b"</a style " * 2_000 + b",5\n",
    "cr.csv": b"query,clicks\rred vorhang,1\rblue vorhang,2\r",
    "bomb.zip": packed({"a.csv": b"a" * 60_000_000}),
    "nested.zip": packed({"in.zip": packed({"a.csv": b"query,clicks\na,1\n"}), "b.csv": b"query,clicks\nb c,1\n"}),
    "lying.zip": packed({"a.csv": b"query,clicks\na b,1\n" * 100}).replace(b"query", b"Query"),
    "cut.zip": packed({"a.csv": b"query,clicks\na b,1\n" * 100})[:-30],
    "cut.csv.gz": b"\x1f\x8b\x08\x00" + b"\0" * 20,
    "empty.zip": packed({}),
    "empty.json": b"[]",
    "blank.ndjson": b"\n\n \n",
}  # fmt: skip


@pytest.mark.parametrize("name", NASTY)
def test_what_is_made_to_hurt_ends_soon_with_a_result_or_one_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "signals").mkdir()
    (tmp_path / "signals" / name).write_bytes(NASTY[name])
    begun = time.monotonic()
    _, (report,) = collect(tmp_path / "signals", MARKETS)
    assert time.monotonic() - begun < LIMIT_S
    assert "\n" not in report.note
    assert report.note or report.state == "ok"


@pytest.mark.parametrize(
    ("name", "state"),
    [("bomb.zip", "blocked"), ("nested.zip", "ok"), ("cr.csv", "ok"), ("late-nul.csv", "ok"), ("odd.csv", "ok"),
     ("open-quote.csv", "blocked"), ("deep.json", "blocked"), ("cut.zip", "blocked"), ("cut.csv.gz", "blocked"),
     ("empty.zip", "empty"), ("empty.json", "empty"), ("one-line.csv", "blocked")],
)  # fmt: skip
def test_how_it_ends(tmp_path: Path, name: str, state: str) -> None:
    (tmp_path / "signals").mkdir()
    (tmp_path / "signals" / name).write_bytes(NASTY[name])
    _, (report,) = collect(tmp_path / "signals", MARKETS)
    assert report.state == state, report.note
