"""A folder of files becomes signals and one report per file; nothing breaks the others."""

import random
import time
import zipfile
from pathlib import Path

import pytest

from seo.records import Market, Signal, SignalKind
from seo.signals.collect import collect

MARKETS = [
    Market("en-US", "USD"), Market("de-DE", "EUR"), Market("es-ES", "EUR"),
    Market("fr-FR", "EUR"), Market("ar-AE", "AED"), Market("ja-JP", "JPY"),
]  # fmt: skip
CONSOLE = "Häufigste Suchanfragen;Klicks;Impressionen;Klickrate;Position\nthermovorhang;1;30;3,3 %;4\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "signals").mkdir()
    return tmp_path / "signals"


def texts(signals: list[Signal], kind: SignalKind) -> list[str]:
    return [signal.text for signal in signals if signal.kind is kind]


def test_no_folder_is_no_error_and_says_what_to_do(tmp_path: Path) -> None:
    signals, (report,) = collect(tmp_path / "signals", MARKETS)
    assert (signals, report.state) == ([], "empty")
    assert "Search Console" in report.note


def test_a_broken_file_is_reported_and_the_others_go_on(folder: Path) -> None:
    (folder / "a.zip").write_bytes(b"PK\x03\x04junk")
    (folder / "b.xlsx").write_bytes(b"PK\x03\x04\0")
    (folder / "c.csv").write_text("foo,bar,baz\n1,2,3\n")
    (folder / "d.csv").write_text(CONSOLE)
    (folder / "e.csv").write_text("")
    signals, reports = collect(folder, MARKETS)
    assert [signal.text for signal in signals] == ["thermovorhang"]
    assert [report.state for report in reports] == ["blocked", "blocked", "blocked", "ok", "empty"]
    assert all("\n" not in report.note and report.note for report in reports if report.state != "ok")


def test_the_name_of_a_file_plays_no_part(folder: Path) -> None:
    (folder / "reviews-en.txt").write_text(CONSOLE)
    (signal,), _ = collect(folder, MARKETS)
    assert (signal.language, signal.impressions, signal.kind) == ("de", 30, SignalKind.QUERY)


def test_the_same_question_is_folded_and_counted_whatever_the_order(folder: Path) -> None:
    rows = [
        "Can I cut it?,en,A,2",
        "can i CUT it,en,A,1",
        "Can I cut it?,en,B,1",
        "Kann man es kürzen?,de,A,1",
    ]
    (folder / "q.csv").write_text("\n".join(["question,lang,sku,count", *rows]))
    signals, (report,) = collect(folder, MARKETS)
    assert [(signal.text, signal.sku, signal.count) for signal in signals] == [
        ("Kann man es kürzen?", "A", 1), ("Can I cut it?", "A", 3), ("Can I cut it?", "B", 1),
    ]  # fmt: skip
    assert (report.read, report.kept, report.folded) == (4, 3, 1)
    (folder / "q.csv").write_text("\n".join(["question,lang,sku,count", *reversed(rows)]))
    again, _ = collect(folder, MARKETS)
    assert [(s.id, s.text, s.count) for s in again] == [(s.id, s.text, s.count) for s in signals]


def test_one_file_dropped_in_twice_counts_once_and_overlapping_exports_do_not_add_up(folder: Path) -> None:
    for name in ("a.csv", "b.csv"):
        (folder / name).write_text(CONSOLE)
    (folder / "c.csv").write_text(CONSOLE.replace(";30;", ";50;"))
    (signal,), reports = collect(folder, MARKETS)
    assert signal.impressions == 50
    assert [report.note for report in reports][1] == "the same file as signals/a.csv: not counted twice"


def test_personal_data_goes_before_anything_leaves(folder: Path) -> None:
    (folder / "r.csv").write_text(
        "title,body,rating,reviewer_name,reviewer_email\n"
        "Nice,My name is Anna Schmidt. Does it fit 140x245? Mail anna@example.com,5,"
        "Anna Schmidt,anna@example.com\n"
    )
    signals, (report,) = collect(folder, MARKETS)
    assert report.redacted == 1
    assert "reviewer_name" in report.note
    assert all("anna" not in signal.text.casefold() and "Schmidt" not in signal.text for signal in signals)
    assert texts(signals, SignalKind.QUESTION) == ["Does it fit 140x245?"]


def test_questions_in_reviews_and_tickets_become_signals(folder: Path) -> None:
    (folder / "r.csv").write_text(
        "body,rating,sku\nSehr dunkel. Kann man ihn waschen? Ist schön lang.,5,V-1\n"
    )
    (folder / "t.csv").write_text(
        "question,lang\nHello! I love it. Can I iron it? And does it shrink? Thanks.,en\n"
    )
    signals, _ = collect(folder, MARKETS)
    assert texts(signals, SignalKind.QUESTION) == [
        "Kann man ihn waschen?",
        "And does it shrink?",
        "Can I iron it?",
    ]
    assert texts(signals, SignalKind.REVIEW) == ["Sehr dunkel. Kann man ihn waschen? Ist schön lang."]


def test_a_request_about_somebodys_own_order_is_no_question(folder: Path) -> None:
    (folder / "q.csv").write_text(
        "question,lang\nPlease call me on +49 170 1234567 about my order,en\nIs it soft?,en\n"
    )
    signals, (report,) = collect(folder, MARKETS)
    assert [signal.text for signal in signals] == ["Is it soft?"]
    assert (report.redacted, report.dropped) == (1, 1)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ["blackout curtains for bedroom", "how to wash them", "curtain rod length"]),
        ("es", ["cortinas opacas para dormitorio", "cómo lavarlas", "barra de cortina"]),
        ("fr", ["rideaux occultants pour la chambre", "comment les laver", "tringle à rideau"]),
        ("de", ["verdunkelungsvorhänge für das schlafzimmer", "wie wäscht man sie", "gardinenstange länge"]),
        ("ar", ["ستائر معتمة لغرفة النوم", "كيف أغسلها", "عمود الستارة"]),
        ("ja", ["寝室の遮光カーテン", "洗い方", "カーテンレールの長さ"]),
    ],
)
def test_a_plain_list_tells_its_language(folder: Path, language: str, lines: list[str]) -> None:
    (folder / "list.txt").write_text("\n".join(lines), encoding="utf-8")
    signals, _ = collect(folder, MARKETS)
    assert {signal.language for signal in signals} == {language}
    assert len(signals) == 3


def test_a_language_column_stands_unless_the_letters_speak_against_it(folder: Path) -> None:
    (folder / "q.csv").write_text(
        "query,language\nparka,German\n遮光カーテン,en\nthermo,de-DE\n", encoding="utf-8"
    )
    signals, _ = collect(folder, MARKETS)
    assert {signal.text: signal.language for signal in signals} == {
        "parka": "de",
        "thermo": "de",
        "遮光カーテン": "ja",
    }


def test_other_languages_are_kept_and_reported(folder: Path) -> None:
    (folder / "q.csv").write_text(
        "question\nCome si lavano le tende oscuranti senza rovinarle?\nIs it soft to the touch?\n"
    )
    signals, (report,) = collect(folder, MARKETS)
    assert [signal.language for signal in signals] == ["en", "it"]
    assert "1 it" in report.note


def test_noise_is_dropped_counted_and_harmless(folder: Path) -> None:
    (folder / "q.csv").write_text(
        "query\n12345\n???\n<script>alert(1)</script>\n\"=cmd|' /C calc'!A0\"\n-20 grad schlafsack\n"
        + "x " * 200
        + "\n"
    )
    signals, (report,) = collect(folder, MARKETS)
    assert [signal.text for signal in signals if "grad" in signal.text] == ["-20 grad schlafsack"]
    assert report.dropped >= 4
    assert not any("<" in signal.text for signal in signals)


def test_fifty_thousand_lines_of_noise_take_seconds(folder: Path) -> None:
    rng = random.Random(1)
    signs = "abcdefghijklmnopqrstuvwxyz0123456789{}[]()=+;:<>|~^#_ اあ"
    lines = ("".join(rng.choices(signs, k=rng.randint(1, 60))) for _ in range(50_000))
    (folder / "n.txt").write_text("\n".join(lines), encoding="utf-8")
    begun = time.monotonic()
    _, (report,) = collect(folder, MARKETS)
    assert time.monotonic() - begun < 60  # 6 s alone on one core
    assert report.dropped > 0.6 * report.read


def test_every_report_says_what_it_took_the_file_for(folder: Path) -> None:
    (folder / "a.csv").write_text(CONSOLE, encoding="utf-8")
    (folder / "b.csv").write_text("subject,description\nHi,Is it soft?\n")
    (folder / "c.csv").write_text("foo,bar,baz,qux\n1,2,3,4\n")
    _, reports = collect(folder, MARKETS)
    assert [report.shape for report in reports] == ["search console (de)", "tickets", ""]


@pytest.mark.parametrize(("rows", "is_said"), [(999, False), (1000, True), (1001, False)])
def test_an_export_of_exactly_a_thousand_rows_says_that_it_was_cut(
    folder: Path, rows: int, is_said: bool
) -> None:
    lines = "".join(f"vorhang nummer {row};1;30;3,3 %;4\n" for row in range(rows))
    (folder / "a.csv").write_text(CONSOLE.splitlines()[0] + "\n" + lines, encoding="utf-8")
    _, (report,) = collect(folder, MARKETS)
    assert ("cut off there, rarer queries are not measurable" in report.note) is is_said


def test_anonymised_rows_are_counted_and_are_no_fault_of_the_file(folder: Path) -> None:
    head = "query,is_anonymized_query,country,impressions,clicks,sum_position\n"
    (folder / "bulk.csv").write_text(
        head + "vorhang kürzen,false,deu,3,1,6\n" + ",true,deu,9,0,9\n" * 8, encoding="utf-8"
    )
    (signal,), (report,) = collect(folder, MARKETS)
    assert (signal.language, signal.country, signal.position, signal.count) == ("de", "DE", 3.0, 1)
    assert (report.state, report.read, report.kept, report.folded, report.dropped) == ("ok", 9, 1, 0, 0)
    assert report.note.startswith("8 rows anonymised by Google")


def test_rows_of_one_text_are_folded_before_they_are_counted_as_repeats(folder: Path) -> None:
    (folder / "q.csv").write_text("query\nred curtain\nred curtain\nRed Curtain\n12345\n")
    (signal,), (report,) = collect(folder, MARKETS)
    assert (signal.text, signal.count) == ("red curtain", 3)
    assert (report.read, report.kept, report.folded, report.dropped) == (4, 1, 2, 1)


def test_where_a_wish_was_heard_is_kept_from_every_file(folder: Path) -> None:
    (folder / "a.csv").write_text(CONSOLE, encoding="utf-8")
    (folder / "b.csv").write_text(CONSOLE.replace(";30;", ";50;"), encoding="utf-8")
    (signal,), _ = collect(folder, MARKETS)
    assert (signal.source, signal.sources) == ("signals/a.csv", ("signals/a.csv", "signals/b.csv"))


def test_the_tables_beside_the_queries_are_left_alone_with_one_notice(folder: Path) -> None:
    with zipfile.ZipFile(folder / "export.zip", "w") as archive:
        archive.writestr("Suchanfragen.csv", CONSOLE)
        archive.writestr("Seiten.csv", "Die häufigsten Seiten;Klicks;Impressionen\nhttps://x.example;1;2\n")
        archive.writestr("Länder.csv", "Land;Klicks;Impressionen\nDeutschland;1;2\n")
        archive.writestr("Geräte.csv", "Gerät;Klicks;Impressionen\nMobil;1;2\n")
        archive.writestr("Daten.csv", "Datum;Klicks;Impressionen\n2026-10-01;1;2\n")
        archive.writestr("Filter.csv", "Filter;Wert\nSuchtyp;Web\n")
    (signal,), (report,) = collect(folder, MARKETS)
    assert (signal.text, report.state, report.note) == ("thermovorhang", "ok", "5 other table(s) left alone")


def test_a_file_with_a_late_fault_is_blocked_with_the_line(folder: Path) -> None:
    (folder / "q.csv").write_text('query,count\nred curtain,1\n"blue' + " curtain,1\n" * 20_000)
    signals, (report,) = collect(folder, MARKETS)
    assert (signals, report.state) == ([], "blocked")
    assert "from line 3 on" in report.note


@pytest.mark.parametrize(
    "head",
    [
        "Page,Clicks,Impressions",
        "Landing page,Sessions,Event count",
        "Date,Clicks,Impressions",
        "Gerät;Klicks;CTR",
    ],
)
def test_figures_without_words_are_known_and_no_fault(folder: Path, head: str) -> None:
    (folder / "a.csv").write_text(
        f"{head}\nx,1,2\n".replace(",", ";" if ";" in head else ","), encoding="utf-8"
    )
    signals, (report,) = collect(folder, MARKETS)
    assert (signals, report.state) == ([], "empty")
    assert "nothing anybody asked" in report.note
