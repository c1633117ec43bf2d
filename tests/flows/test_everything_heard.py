"""Nothing that was kept vanishes: every search and question is written, linked, held or left, and the count says so."""

from collections import Counter
from pathlib import Path

import pytest

from content.plan.became import became, told
from content.records import Action, Assignment
from content.shop import load_shop
from flows.__main__ import main
from flows.plan_only import preview_plan
from seo.records import SignalKind
from seo.signals.collect import collect

WEEK = "2026-W48"
TOML = """id = "{id}"
name = "{id}"
language = "{language}"
currency = "EUR"
time_zone = "UTC"
[[markets]]
locale = "{locale}"
currency = "EUR"
"""
FRENCH = {
    "shop.toml": TOML.format(id="atelier-vire", language="fr", locale="fr-FR"),
    "products.csv": """sku,title,category,Largeur [cm],Lavable en machine,description
H1,Hamac Pouldreuzic,hamacs,140,oui,Hamac de coton tissé.
H2,Hamac Bénodet,hamacs,160,non,Hamac de lin.
C1,Coussin Crozon,coussins,45,oui,Coussin de lin.
C2,Coussin Ouessant,coussins,60,non,Coussin de coton.
""",
    "signals/recherches.csv": """requête,impressions
laver un hamac,900
laver un hamac en machine,700
laver un hamac moisi,120
laver un hamac avec du savon noir,80
hamac,5000
hamac deux places,800
hamac personnalisé prénom,640
hamac mexicain,610
hamac pour chat,590
hamac avec moustiquaire,580
coussin lin,400
coussin chauffant,390
coussin péteur,380
largeur hamac,300
""",
    "signals/avis.csv": """review_date,sku,rating,body
2026-09-02,H1,5,Très joli. Est-ce que le hamac se lave en machine ?
2026-09-03,C1,4,Trop petit pour mon banc.
""",
}
ARABIC = {
    "shop.toml": TOML.format(id="qindil", language="ar", locale="ar-AE"),
    "products.csv": """sku,title,category,العرض [سم],الخامة,description
F1,فانوس نجمة,فوانيس,20,نحاس,فانوس يُعلّق في المجلس.
F2,فانوس هلال,فوانيس,30,زجاج,فانوس للطاولة.
S1,شمعدان واحة,شمعدانات,12,نحاس,شمعدان لشمعة واحدة.
S2,شمعدان نخيل,شمعدانات,18,خشب,شمعدان لثلاث شمعات.
""",
    "words.csv": "source,lang,text\nفوانيس,ar,فانوس\nشمعدانات,ar,شمعدان\n",
    "signals/أسئلة.csv": """question,lang,count
ما عرض فانوس نجمة؟,ar,4
هل الفانوس يشتغل بالبطارية؟,ar,6
Ships to Oman?,en,2
""",
    "signals/بحث.csv": """أهم طلبات البحث,مرّات الظهور
فانوس,4000
فانوس نحاس,900
فانوس رمضان بالاسم,800
فانوس اطفال ناطق,700
عرض الفانوس,300
شمعدان خشب,250
شمعدان فضة,240
شمعدان كهربائي,230
بخور,9000
""",
}


def planned(folder: Path, files: dict[str, str]) -> list[Assignment]:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return preview_plan(folder, WEEK, 20)[2]


@pytest.mark.parametrize(("files", "language"), [(FRENCH, "fr"), (ARABIC, "ar")])
def test_every_search_and_question_ends_in_one_place(
    tmp_path: Path, files: dict[str, str], language: str
) -> None:
    plan = planned(tmp_path, files)
    signals, _ = collect(tmp_path / "signals", load_shop(tmp_path).markets)
    kept = Counter(s.id for s in signals if s.kind is not SignalKind.REVIEW and s.language == language)
    placed = Counter(signal for a in plan for k in a.topic.keywords for signal in k.signals)
    assert placed == kept
    assert all(each.why for each in plan)
    assert became(plan).total() == len(kept)
    assert len({each.id for each in plan}) == len(plan)
    assert any(a.action is Action.SKIP for a in plan), "nothing was left: this shop shows nothing"


def test_the_count_names_only_what_there_is(tmp_path: Path) -> None:
    plan = planned(tmp_path, FRENCH)
    skipped = [each for each in plan if each.action is Action.SKIP]
    number = sum(len(k.signals) for each in skipped for k in each.topic.keywords)
    assert told(skipped) == f"{number} searches and questions: {number} left"
    assert told([]) == ""


def test_the_plan_ends_with_the_count_and_the_names_of_topics(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = planned(tmp_path, FRENCH)
    assert main(["week", "--shop", str(tmp_path), "--week", WEEK, "--plan-only"]) == 0
    shown = capsys.readouterr().out
    assert f"What became of {told(plan)}." in shown
    rows = [line.split(" | ") for line in shown.splitlines() if " | fr-FR | " in line]
    named = {" ".join(a.topic.name.split()) for a in plan if a.action is Action.WRITE}
    assert {row[2] for row in rows} == named


def test_a_language_the_shop_does_not_sell_in_is_named_where_it_was_read(tmp_path: Path) -> None:
    planned(tmp_path, ARABIC)
    _, reports = collect(tmp_path / "signals", load_shop(tmp_path).markets)
    told_of = {report.source: report.note for report in reports}
    assert told_of["signals/أسئلة.csv"] == "in languages not written for: 1 en"


def test_more_kept_than_read_are_questions_out_of_reviews(tmp_path: Path) -> None:
    planned(tmp_path, FRENCH)
    _, reports = collect(tmp_path / "signals", load_shop(tmp_path).markets)
    (reviews,) = (report for report in reports if report.source == "signals/avis.csv")
    assert (reviews.read, reviews.kept) == (2, 3)
    assert reviews.note == "1 of those kept are questions out of reviews"
