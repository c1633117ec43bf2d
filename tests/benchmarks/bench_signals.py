"""Prints what it costs to hear a large export: CPU and wall seconds and peak memory of a process of its own.

    python tests/benchmarks/bench_signals.py [ROWS [DISTINCT]]

Without numbers: a bulk export of 2 million rows (200 MB) with 300,000 queries (the bar is 60 s and 500 MB), the same
with 1 million queries, the same rows as an API dump (JSON), and 100,000 reviews. Nothing is asserted: machines differ.
"""

import csv
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.cost import Clock, say  # noqa: E402 - the line above makes our own rooms importable

WORDS = {
    "deu": "verdunkelungsvorhang thermovorhang kürzen waschen schlafzimmer grau weiß blickdicht ösen schiene kinderzimmer "
    "für ohne mit länge breite richtig aufhängen energie sparen winter fenster dachfenster wie welche",
    "usa": "blackout curtains thermal shorten wash bedroom grey white lined rings rail nursery for without with length "
    "width hang properly save energy winter window how which",
    "fra": "rideau occultant thermique raccourcir laver chambre gris blanc doublé oeillets tringle bébé pour sans avec "
    "longueur largeur accrocher bien économiser hiver fenêtre comment quel",
    "esp": "cortina opaca térmica acortar lavar dormitorio gris blanca forrada ojales riel bebé para sin con largo ancho "
    "colgar bien ahorrar invierno ventana cómo cuál",
    "are": "ستارة معتمة حرارية تقصير غسل غرفة نوم رمادي أبيض مبطنة حلقات سكة أطفال بدون مع طول عرض تعليق شتاء نافذة كيف أي",
    "jpn": "遮光 カーテン 断熱 丈詰め 洗い方 寝室 グレー 白 裏地 レール 子供部屋 長さ 幅 吊り方 節電 冬 窓 どうやって おすすめ",
}
HEADER = [
    "data_date",
    "site_url",
    "url",
    "query",
    "is_anonymized_query",
    "is_anonymized_discover",
    "country",
    "search_type",
    "device",
    "impressions",
    "clicks",
    "sum_position",
]


def queries(distinct: int, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Different queries with their country: words in any order, now and then a size."""
    seen: set[str] = set()
    vocabulary = [(country, words.split()) for country, words in WORDS.items()]
    while len(seen) < distinct:
        country, words = rng.choice(vocabulary)
        text = " ".join(rng.sample(words, rng.randint(2, 6)))
        if rng.random() < 0.25:
            text += f" {rng.randint(30, 300)}x{rng.randint(30, 300)}"
        if text not in seen:
            seen.add(text)
            yield text, country


def rows(count: int, distinct: int) -> Iterator[tuple[object, ...]]:
    """Every query at least once, the others by a long tail; three rows of ten are anonymised, as in real exports."""
    rng = random.Random(1)
    known = list(queries(distinct, rng))
    for row in range(count):
        day = f"2026-{1 + row % 10:02}-{1 + row % 28:02}"
        device = ("MOBILE", "DESKTOP", "TABLET")[row % 3]
        shown, clicks = rng.randint(1, 40), rng.randint(0, 2)
        if row % 10 in {3, 6, 9} and row >= distinct:
            query, country, hidden = "", "deu", "true"
        else:
            place = row if row < distinct else int(distinct * rng.random() ** 4)
            (query, country), hidden = known[place], "false"
        url = f"https://shop.example/{country}/p/{row % 97}"
        yield (
            day,
            "sc-domain:shop.example",
            url,
            query,
            hidden,
            "false",
            country,
            "WEB",
            device,
            shown,
            clicks,
            shown * (row % 30),
        )


def write_bulk(path: Path, count: int, distinct: int) -> None:
    """As BigQuery writes it."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(rows(count, distinct))


def write_api(path: Path, count: int, distinct: int) -> None:
    """One answer of the API that was never cut."""
    with path.open("w", encoding="utf-8") as file:
        file.write('{"rows": [')
        for number, (day, _, url, query, hidden, *_, shown, clicks, sums) in enumerate(rows(count, distinct)):
            if hidden == "false":
                keys = [query, url, day]
                row = {
                    "keys": keys,
                    "clicks": clicks,
                    "impressions": shown,
                    "ctr": 0.1,
                    "position": 1 + int(str(sums)) / int(str(shown)),
                }
                file.write(("," if number else "") + json.dumps(row, ensure_ascii=False))
        file.write('], "responseAggregationType": "byPage"}')


def write_reviews(path: Path, count: int, distinct: int) -> None:
    """As a review app gives them out."""
    rng = random.Random(2)
    known = [text for text, _ in queries(distinct, rng)]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(
            ("title", "body", "rating", "review_date", "reviewer_name", "reviewer_email", "product_handle")
        )
        for row in range(count):
            body = f"{rng.choice(known).capitalize()}. {rng.choice(known).capitalize()}! {rng.choice(known).capitalize()}?"
            writer.writerow(
                ("Good", body, rng.randint(1, 5), "2026-10-01", "Ann Lee", "a@b.example", f"p-{row % 50}")
            )


CASES = {"bulk.csv": write_bulk, "api.json": write_api, "reviews.csv": write_reviews}


def measure(folder: Path) -> None:
    """Hear the folder in this process and print one line."""
    from seo.records import Market  # noqa: PLC0415  importing is no part of it
    from seo.signals.collect import collect  # noqa: PLC0415

    locales = {"en-US": "USD", "de-DE": "EUR", "es-ES": "EUR", "fr-FR": "EUR", "ar-AE": "AED", "ja-JP": "JPY"}
    markets = [Market(locale, currency) for locale, currency in locales.items()]
    clock = Clock()
    signals, (report,) = collect(folder, markets)
    cost = clock.told(1)
    say(
        f"{report.shape}: {report.read:,} rows, {len(signals):,} signals: "
        f"{cost} ({report.state}; {report.note})"
    )


def main() -> None:
    """Each case in a process of its own, so that no memory is counted twice."""
    if sys.argv[1:2] == ["--measure"]:
        measure(Path(sys.argv[2]))
        return
    asked = [int(word) for word in sys.argv[1:3]]
    cases = [("bulk.csv", asked[0], (asked[1:] or [asked[0] * 3 // 20])[0])] if asked else [
        ("bulk.csv", 2_000_000, 300_000), ("bulk.csv", 2_000_000, 1_000_000), ("api.json", 2_000_000, 300_000),
        ("reviews.csv", 100_000, 30_000),
    ]  # fmt: skip
    for name, count, distinct in cases:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            CASES[name](path, count, distinct)
            size = path.stat().st_size // 1_000_000
            sys.stdout.write(f"{size} MB, {count:,} rows, {distinct:,} queries. ")
            sys.stdout.flush()
            command = [sys.executable, str(Path(__file__)), "--measure", folder]
            subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, check=True)


if __name__ == "__main__":
    main()
