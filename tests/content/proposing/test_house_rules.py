"""What policy pages say beyond figures: sentences of tests/data/policies, and what stands over and beside them."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from content.ledger.ledger import Ledger, read_ledger
from content.proposing.house_rules import house_rules
from content.proposing.policies import from_policies
from content.shop import load_shop

PAGES = Path(__file__).parents[2] / "data" / "policies"
MARKETS = {"de-DE": "EUR", "en-GB": "GBP", "fr-FR": "EUR", "es-ES": "EUR", "ja-JP": "JPY", "ar-AE": "AED"}
MOST_MISSED = 0.25
Rule = tuple[str, str]  # key and sentence


def ledger(folder: Path, facts: str = "") -> Ledger:
    markets = "".join(f'[[markets]]\nlocale = "{of}"\ncurrency = "{in_}"\n' for of, in_ in MARKETS.items())
    shop = f'name = "Kesselhaus"\nlanguage = "en"\ncurrency = "EUR"\n{markets}'
    (folder / "shop.toml").write_text(shop, encoding="utf-8")
    (folder / "products.csv").write_text("sku,title,category\nA1,Ember kettle,Kettles\n", encoding="utf-8")
    (folder / "facts.toml").write_text(facts, encoding="utf-8")
    return read_ledger(load_shop(folder))


def rules(folder: Path, name: str, text: str, facts: str = "") -> list[Rule]:
    page = folder / name
    page.write_text(text, encoding="utf-8")
    return [(each.attribute, each.value) for each in house_rules(ledger(folder, facts), [page])]


def test_nothing_is_proposed_of_the_24_pages_that_they_do_not_state_and_little_is_missed(
    tmp_path: Path,
) -> None:
    expected: dict[str, set[Rule]] = defaultdict(set)
    for row in csv.DictReader((PAGES / "expected_terms.csv").open(encoding="utf-8", newline="")):
        expected[row["page"]].add((row["attribute"], row["quote"]))
    shop = ledger(tmp_path)
    missed = 0
    for page in sorted(PAGES.glob("?.??.*")):
        found = {(each.attribute.partition("@")[0], each.quote) for each in house_rules(shop, [page])}
        assert found <= expected[page.name], page.name
        missed += len(expected[page.name] - found)
    assert missed / sum(map(len, expected.values())) <= MOST_MISSED


RETURNS = {
    "en": ("Returns", "The item must be unused and in its original packaging."),
    "es": ("Devoluciones", "El artículo debe estar sin usar y en su embalaje original."),
    "fr": ("Retours", "L'article doit être propre et n'avoir jamais été monté."),
    "de": ("Rückgabe", "Die Ware muss unbenutzt und sauber sein."),
    "ar": ("الإرجاع", "يجب أن يكون المنتج غير مستخدم وفي عبوته الأصلية."),
    "ja": ("返品", "未使用で元の箱に入ったものに限ります。"),
}
NARROWED = {
    "en": "Returns from Germany",
    "es": "Devoluciones desde Alemania",
    "fr": "Retours depuis l'Allemagne",
    "de": "Rückgabe aus Deutschland",
    "ar": "الإرجاع من ألمانيا",
    "ja": "ドイツからの返品",
}


@pytest.mark.parametrize("language", RETURNS)
def test_the_heading_says_what_a_condition_is_of(tmp_path: Path, language: str) -> None:
    heading, sentence = RETURNS[language]
    page = f"# {heading}\n\n{sentence}\n"
    assert rules(tmp_path, f"p.{language}.md", page) == [(f"returns_terms@{language}", sentence)]


@pytest.mark.parametrize("language", RETURNS)
def test_a_condition_under_a_country_is_not_told_of_all(tmp_path: Path, language: str) -> None:
    page = f"# {NARROWED[language]}\n\n{RETURNS[language][1]}\n"
    assert rules(tmp_path, f"p.{language}.md", page) == []


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("# Returns\n\nReturns are free.\n", []),  # a fact of its own
        ("# Returns\n\nReturns are free. Furniture is excluded.\n", []),  # taken back by its neighbour
        ("# Warranty\n\nIt does not cover lime scale.\n", []),  # whose: the shop's, or the law's?
        ("# Warranty on kettles\n\nNormal wear is not covered.\n", []),  # not of all goods
        ("# Warranty\n\nNormal wear is not covered.\n", [("warranty_terms@en", "Normal wear is not covered.")]),
    ],
)  # fmt: skip
def test_what_stands_beside_a_sentence_counts(tmp_path: Path, page: str, found: list[Rule]) -> None:
    assert rules(tmp_path, "p.en.md", page) == found


def test_what_facts_toml_says_already_is_not_proposed(tmp_path: Path) -> None:
    sentence = "The item must be unused and in its original packaging."
    held = f'[returns]\ntext = {{ en = "{sentence} Ask us for a label." }}\n'
    assert rules(tmp_path, "p.en.md", f"# Returns\n\n{sentence}\n", held) == []


def test_prices_that_facts_toml_states_are_not_proposed_as_prose(tmp_path: Path) -> None:
    page = "# Retours\n\nLe retour est gratuit depuis la France ; depuis l'Espagne il coûte 5,90 €.\n"
    held = '[returns]\ncost = { FR = "0 EUR", ES = "5.90 EUR" }\n'
    assert len(rules(tmp_path, "p.fr.md", page)) == 1
    assert rules(tmp_path, "p.fr.md", page, held) == []


SAME_DAY = {
    "en": ("We pack Monday to Friday.", "Orders placed before noon leave the same day."),
    "es": ("Preparamos pedidos de lunes a viernes.", "Los pedidos hechos antes de las 12 h salen el mismo día."),
    "fr": ("Nous préparons du lundi au vendredi.", "Les commandes passées avant midi partent le jour même."),
    "de": ("Wir packen von Montag bis Freitag.", "Bestellungen bis 12 Uhr gehen am selben Tag raus."),
    "ar": ("نعمل من الأحد إلى الخميس.", "الطلبات قبل الساعة 12 ظهرًا تخرج في اليوم نفسه."),
    "ja": ("土日は出荷をお休みします。", "正午までのご注文は当日に発送します。"),
}  # fmt: skip


@pytest.mark.parametrize("language", SAME_DAY)
def test_an_hour_goes_with_the_days_beside_it_or_not_at_all(tmp_path: Path, language: str) -> None:
    days, hour = SAME_DAY[language]
    key = f"delivery_terms@{language}"
    assert rules(tmp_path, f"p.{language}.md", hour) == [(key, hour)]
    assert rules(tmp_path, f"p.{language}.md", f"{days} {hour}") == [(key, f"{days} {hour}")]
    assert rules(tmp_path, f"p.{language}.md", f"{hour} {days}") == [(key, f"{hour} {days}")]
    assert rules(tmp_path, f"p.{language}.md", f"{days}\n\n{hour}") == []


AT_THE_DOOR = {
    "en": ("Cash on delivery is only available in Germany.", "Do you take cash on delivery?"),
    "es": ("El pago contra reembolso solo está disponible en España.", "¿Hay contra reembolso?"),
    "fr": ("Le contre-remboursement n'est pas possible hors de France.", "Contre-remboursement ?"),
    "de": ("Nachnahme ist nur in Deutschland möglich.", "Bieten Sie Nachnahme?"),
    "ar": ("الدفع عند الاستلام متاح في الإمارات فقط.", "هل يمكن الدفع عند الاستلام؟"),
    "ja": ("代金引換は日本国内のみご利用いただけます。", "代金引換はご利用いただけますか？"),
}
DUTIES = {
    "en": ("Customs duties are paid by the customer.", "Customs may open a parcel."),
    "es": ("Los aranceles corren a cargo del cliente.", "La aduana puede abrir el paquete."),
    "fr": ("Les droits de douane sont à la charge du client.", "La douane peut ouvrir un colis."),
    "de": ("Zölle trägt der Kunde.", "Der Zoll kann ein Paket öffnen."),
    "ar": ("الرسوم الجمركية على المشتري.", "قد تفتح الجمارك الطرد."),
    "ja": ("関税はお客様のご負担です。", "税関で開封されることがあります。"),
}


@pytest.mark.parametrize("language", AT_THE_DOOR)
@pytest.mark.parametrize("kind", [AT_THE_DOOR, DUTIES])
def test_what_is_paid_at_the_door_and_at_the_border_is_said_under_any_heading(
    tmp_path: Path, kind: dict[str, tuple[str, str]], language: str
) -> None:
    term, other = kind[language]
    found = rules(tmp_path, f"p.{language}.md", f"# Info\n\n{term}\n\n{other}\n")
    assert found == [(f"delivery_terms@{language}", term)]


def test_a_place_in_the_heading_is_not_lost_where_the_sentence_names_one(tmp_path: Path) -> None:
    page = "# Delivery to France\n\nWe do not deliver on Sundays. We do not ship furniture to Spain.\n"
    found = rules(tmp_path, "p.en.md", page)
    assert found == [("delivery_terms@en", "We do not ship furniture to Spain.")]


@pytest.mark.parametrize(
    ("language", "heading", "sentence"),
    [
        ("en", "What cannot be returned", "Opened filters cannot be returned."),
        ("es", "Lo que no se puede devolver", "Los filtros abiertos no se pueden devolver."),
        ("fr", "Articles non repris", "Les filtres ouverts ne sont pas repris."),
        ("de", "Was nicht zurückgegeben werden kann", "Offene Filter nehmen wir nicht zurück."),
        ("ar", "ما الذي لا يمكن إرجاعه؟", "الفلاتر المفتوحة لا تُسترجع."),
        ("ja", "返品できないもの", "開封したフィルターは返品できません。"),
    ],
)
def test_a_heading_over_what_does_not_come_back_bars_nothing_but_figures(
    tmp_path: Path, language: str, heading: str, sentence: str
) -> None:
    page = f"# {heading}\n\n{sentence}\n"
    assert rules(tmp_path, f"p.{language}.md", page) == [(f"returns_terms@{language}", sentence)]


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("# Warranty and repairs of old lamps\n## Warranty\n\nNormal wear is not covered.\n", 1),
        ("# Warranty on kettles and pots\n## Warranty\n\nNormal wear is not covered.\n", 0),  # of some wares
        ("# Warranty and repairs of old lamps\n\nNormal wear is not covered.\n", 0),  # of which of the two?
    ],
)
def test_a_title_that_lists_matters_leaves_it_to_the_headings_below(
    tmp_path: Path, page: str, found: int
) -> None:
    assert len(rules(tmp_path, "p.en.md", page)) == found


EXCHANGES = {
    "en": ("Returns & exchanges", "Items must be unworn and in the original packaging.", "within 30 days"),
    "es": ("Cambios y devoluciones", "Los artículos deben estar sin usar y con sus etiquetas.", "en 30 días"),
    "fr": ("Retours et échanges", "Les articles soldés ne sont pas repris.", "sous 30 jours"),
    "de": ("Umtausch und Rückgabe", "Reduzierte Ware nehmen wir nicht zurück.", "innerhalb von 30 Tagen"),
    "ar": ("سياسة الاستبدال والاسترجاع", "المنتجات المخفضة لا تُستبدل ولا تُسترجع.", "خلال 30 يومًا"),
    "ja": ("返品・交換について", "未使用・未開封の商品に限ります。", "30日以内"),
}


@pytest.mark.parametrize("language", EXCHANGES)
def test_a_heading_over_returns_and_exchanges_says_what_a_sentence_is_about(
    tmp_path: Path, language: str
) -> None:
    """Of returns as of exchanges; a bare number of days may be of one of them only, and is not taken for returns."""
    heading, sentence, days = EXCHANGES[language]
    text = f'<html lang="{language}"><h2>{heading}</h2><p>{sentence}</p><p>{days}.</p></html>'
    assert rules(tmp_path, "returns.html", text) == [(f"returns_terms@{language}", sentence)]
    assert not [
        one
        for one in from_policies(ledger(tmp_path), [tmp_path / "returns.html"])
        if one.attribute == "returns_days"
    ]
