from pathlib import Path

import pytest

from content.ledger.ledger import Ledger
from content.proposing.policies import from_policies
from tests.content.small_shop import opened

SHOP = """name = "S"
language = "en"
currency = "EUR"
[[markets]]
locale = "de-DE"
currency = "EUR"
[[markets]]
locale = "ja-JP"
currency = "JPY"
[[markets]]
locale = "ar-AE"
currency = "AED"
"""
FACTS = '[returns]\ndays = "30 days"\n[[delivery]]\ncountry = "DE"\nroute = "standard"\ndays = "4-6 working days"\n'


def ledger(folder: Path, facts: str = "") -> Ledger:
    return opened(folder, {"shop.toml": SHOP, "products.csv": "sku,title\nA1,Kettle\n", "facts.toml": facts})


def proposed(folder: Path, name: str, text: str, facts: str = "") -> list[tuple[str, str, str]]:
    page = folder / name
    page.write_text(text, encoding="utf-8")
    return [
        (each.market, each.attribute, each.value) for each in from_policies(ledger(folder, facts), [page])
    ]


@pytest.mark.parametrize(
    ("name", "sentence", "fact"),
    [
        ("p.en.md", "Standard delivery to Germany takes 3–5 working days.", ("DE", "delivery_standard_days", "3-5 working days")),
        ("p.en.md", "We deliver to the UK within 3 to 5 working days.", ("GB", "delivery_days", "3-5 working days")),
        ("p.en.md", "Standard delivery costs €4.90.", ("", "delivery_standard_cost", "4.90 EUR")),
        ("p.en.md", "Free delivery on orders over €50.", ("", "delivery_free_from", "50.00 EUR")),
        ("p.en.md", "You may return goods within 60 days.", ("", "returns_days", "60 days")),
        ("p.en.md", "All products carry a one-year warranty.", ("", "warranty_period", "1 year")),
        ("p.es.md", "La entrega en España tarda de 2 a 4 días laborables.", ("ES", "delivery_days", "2-4 working days")),
        ("p.es.md", "Los gastos de devolución corren a cargo del cliente.", ("", "returns_free", "no")),
        ("p.fr.md", "Livraison offerte à partir de 70 €.", ("", "delivery_free_from", "70.00 EUR")),
        ("p.fr.md", "Vous pouvez retourner vos articles sous 30 jours.", ("", "returns_days", "30 days")),
        ("p.de.md", "Nach Österreich liefern wir in 4 bis 6 Werktagen.", ("AT", "delivery_days", "4-6 working days")),
        ("p.de.md", "Auf alle Produkte geben wir 3 Jahre Garantie.", ("", "warranty_period", "3 years")),
        ("p.ar.md", "يستغرق التوصيل إلى الإمارات من 2 إلى 4 أيام عمل.", ("AE", "delivery_days", "2-4 working days")),
        ("p.ar.md", "الإرجاع مجاني.", ("", "returns_free", "yes")),
        ("p.ja.md", "配送は2〜4営業日です。", ("", "delivery_days", "2-4 working days")),
        ("p.ja.md", "返送料はお客様負担です。", ("", "returns_free", "no")),
    ],
)  # fmt: skip
def test_what_a_policy_page_states(
    tmp_path: Path, name: str, sentence: str, fact: tuple[str, str, str]
) -> None:
    assert proposed(tmp_path, name, sentence) == [fact]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("p.en.md", "Orders leave our warehouse within 24 hours."),  # no delivery time
        ("p.en.md", "We refund you within 14 days."),
        ("p.en.md", "Every tent has a five-year guarantee."),  # not the whole shop
        ("p.en.md", "Delivery usually may take up to 10 days."),
        ("p.en.md", "International delivery takes 10 days."),
        ("p.en.md", "100-day satisfaction guarantee on all products."),
        ("p.es.md", "Preparamos los pedidos en 24 horas."),
        ("p.fr.md", "Le remboursement intervient sous 14 jours."),
        ("p.de.md", "Die Erstattung erfolgt binnen 14 Tagen."),
        ("p.ar.md", "تجهيز الطلب خلال 24 ساعة."),
        ("p.ja.md", "北海道への配送は5〜7営業日です。"),
        ("p.ja.md", "ご注文から24時間以内に発送します。"),
    ],
)
def test_what_a_policy_page_does_not_state(tmp_path: Path, name: str, sentence: str) -> None:
    assert proposed(tmp_path, name, sentence) == []


@pytest.mark.parametrize(
    ("name", "sentence", "facts"),
    [
        ("p.en.md", "Returns from Germany are free; from other countries you pay the postage.", ["DE yes"]),
        ("p.en.md", "From other countries you pay for the return; in Germany returns are free.", ["DE yes"]),
        ("p.en.md", "Returns are free in Germany and you pay for returns from France.", ["DE yes", "FR no"]),
        ("p.en.md", "Returns are free. From other countries you pay for the return.", []),
        ("p.en.md", "You pay nothing for returns.", []),
        ("p.en.md", "Are returns free?", []),
        ("p.en.md", "Outside Germany returns are free.", []),
        ("p.en.md", "Returns are free; for furniture you pay the postage.", []),
        ("p.es.md", "En España la devolución es gratuita; desde otros países paga el cliente.", ["ES yes"]),
        ("p.es.md", "La devolución es gratuita; desde el extranjero paga el cliente.", []),
        ("p.fr.md", "En France le retour est gratuit ; depuis les autres pays, les frais de retour sont à votre charge.", ["FR yes"]),
        ("p.fr.md", "Le retour n'est pas à votre charge.", []),
        ("p.de.md", "In Deutschland ist die Rücksendung kostenlos; aus anderen Ländern tragen Sie das Porto.", ["DE yes"]),
        ("p.de.md", "Aus dem Ausland tragen Sie das Porto der Rücksendung, in Deutschland ist die Rücksendung kostenlos.", ["DE yes"]),
        ("p.de.md", "Die Rücksendung ist kostenlos. Aus dem Ausland tragen Sie die Kosten der Rücksendung.", []),
        ("p.de.md", "Die Kosten der Rücksendung tragen wir.", [" yes"]),
        ("p.ar.md", "الإرجاع من الإمارات مجاني؛ ومن الدول الأخرى يتحمل العميل تكلفة الإرجاع.", ["AE yes"]),
        ("p.ar.md", "لا يتحمل العميل تكلفة الإرجاع.", []),
        ("p.ja.md", "日本からの返品は無料ですが、その他の国からの返送料はお客様負担です。", ["JP yes"]),
        ("p.ja.md", "返送料をお客様にご負担いただくことはありません。", []),
    ],
)  # fmt: skip
def test_who_pays_for_sending_back_is_said_of_the_country_it_is_said_of(
    tmp_path: Path, name: str, sentence: str, facts: list[str]
) -> None:
    found = [
        f"{market} {value}"
        for market, key, value in proposed(tmp_path, name, sentence)
        if key == "returns_free"
    ]
    assert found == facts


@pytest.mark.parametrize(
    ("name", "page", "facts"),
    [
        ("p.en.md", "# Delivery\n- Germany: 2-3 working days, €4.90\n- Elsewhere: 9 working days\n",
         ["DE delivery_days 2-3 working days", "DE delivery_cost 4.90 EUR"]),
        ("p.en.md", "# Delivery\n- Germany\n  - Standard: 3-4 days\n  - Express: 1 day\n- Tents: 9 days\n",
         ["DE delivery_standard_days 3-4 days", "DE delivery_express_days 1 day"]),
        ("p.en.md", "# Delivery of tents\nDelivery takes 9 days.\n", []),
        ("p.en.md", "# Delivery\nFor tents:\n\n- Germany: 9 days\n\nDelivery to France takes 2-3 days.\n",
         ["FR delivery_days 2-3 days"]),
        ("p.en.md", "Delivery takes 2-3 days.\n\nInternational delivery takes 9 days.\n", []),
        ("p.en.md", "# Returns and refunds\n14 days\n", []),
        ("p.en.md", "Delivery costs €4.90.\n\nDelivery to France usually costs €12.\n", []),
        ("p.en.md", "Delivery from Spain to France takes 3-4 days.", []),
        ("p.de.md", "Lieferung nach Deutschland in 2–3 Werktagen und nach Frankreich in 4–5 Werktagen.",
         ["DE delivery_days 2-3 working days", "FR delivery_days 4-5 working days"]),
        ("p.de.md", "# Rückgabe\n30 Tage ab Erhalt.\n", [" returns_days 30 days"]),
        ("p.es.md", "|País|Plazo de entrega|\n|---|---|\n|España|2-3 días laborables|\n|Muebles|5 días|\n",
         ["ES delivery_days 2-3 working days"]),
        ("p.fr.html", "<html lang='fr'><table><tr><th></th><th>Italie</th></tr><tr><td>Délai de livraison</td>"
         "<td>5 à 6 jours</td></tr></table></html>", ["IT delivery_days 5-6 days"]),
        ("p.ar.md", "# التوصيل\n- السعودية: 4-6 أيام عمل\n- الإجمالي: 9 أيام\n",
         ["SA delivery_days 4-6 working days"]),
        ("p.ja.html", "<html lang='ja'><h2>配送</h2><dl><dt>韓国</dt><dd>4〜6営業日</dd><dt>家具</dt><dd>9日</dd></dl></html>",
         ["KR delivery_days 4-6 working days"]),
    ],
)  # fmt: skip
def test_lists_and_tables_say_what_and_where(tmp_path: Path, name: str, page: str, facts: list[str]) -> None:
    assert [" ".join(fact) for fact in proposed(tmp_path, name, page)] == facts


def test_a_route_the_page_does_not_name_is_held_against_those_of_the_ledger(tmp_path: Path) -> None:
    same = "# Delivery\n- Germany: 4-6 working days\n"
    assert proposed(tmp_path, "p.en.md", same, FACTS) == []
    page = tmp_path / "q.en.md"
    page.write_text("# Delivery\n- Germany: 4-5 working days\n", encoding="utf-8")
    (found,) = from_policies(ledger(tmp_path, FACTS), [page])
    assert found.note == "the ledger differs: facts.toml, column 'delivery.standard.days' says 4-6 wd"


def test_who_pays_is_known_where_its_cost_is(tmp_path: Path) -> None:
    cost = '[returns.cost]\nDE = "0 EUR"\n'
    assert proposed(tmp_path, "p.en.md", "In Germany returns are free.", cost) == []
    page = tmp_path / "q.en.md"
    page.write_text("Returns from Germany: you pay the postage.", encoding="utf-8")
    (found,) = from_policies(ledger(tmp_path, cost), [page])
    assert found.note == "the ledger differs: facts.toml, column 'returns.cost' says 0.00 EUR"


def test_a_heading_names_the_country_of_what_stands_below(tmp_path: Path) -> None:
    text = "# Shipping\n## Germany\nDelivery takes 3-5 days.\n**France**\nDelivery takes 4-6 days.\n"
    assert proposed(tmp_path, "p.en.md", text) == [
        ("DE", "delivery_days", "3-5 days"),
        ("FR", "delivery_days", "4-6 days"),
    ]


def test_a_page_of_html_keeps_its_line_and_language(tmp_path: Path) -> None:
    (tmp_path / "policies").mkdir()
    page = '<html lang="de"><body>\n<h2>Rückgabe</h2>\n<p>Rückgaberecht: 14 Tage.</p></body></html>'
    (tmp_path / "policies" / "r.html").write_text(page, encoding="utf-8")
    (found,) = from_policies(ledger(tmp_path), [])
    assert (found.attribute, found.value, found.source, found.row) == (
        "returns_days",
        "14 days",
        "policies/r.html",
        3,
    )
    assert found.quote == "Rückgaberecht: 14 Tage."


def test_what_facts_toml_says_already_or_otherwise(tmp_path: Path) -> None:
    same = "You may return goods within 30 days."
    assert proposed(tmp_path, "p.en.md", same, FACTS) == []
    page = tmp_path / "q.en.md"
    page.write_text("Standard delivery to Germany takes 3-5 working days.", encoding="utf-8")
    (found,) = from_policies(ledger(tmp_path, FACTS), [page])
    assert found.note == "the ledger differs: facts.toml, column 'delivery.standard.days' says 4-6 wd"


def test_pages_that_disagree_among_themselves_say_so(tmp_path: Path) -> None:
    page = tmp_path / "p.en.md"
    page.write_text("Return any item within 30 days.\nReturns within 45 days.\n", encoding="utf-8")
    first, second = from_policies(ledger(tmp_path), [page])
    assert "another text differs: p.en.md, row 2 says 45 days" in first.note
    assert "row 1 says 30 days" in second.note


@pytest.mark.parametrize(
    ("name", "page", "facts"),
    [
        ("p.en.md", "# Delivery to Germany\n|Carrier|Delivery time|\n|---|---|\n|Parcel plane|2-3 days|\n|Red van|9 days|\n",
         ["DE delivery_parcel_plane_days 2-3 days", "DE delivery_red_van_days 9 days"]),
        ("p.en.md", "# Delivery to Germany\n|Goods|Delivery time|\n|---|---|\n|Kettle|2-3 days|\n|Tents|9 days|\n", []),
        ("p.en.md", "# Delivery to Germany\n|Carrier|Delivery time|\n|---|---|\n|Kettle|2-3 days|\n", []),  # a ware of ours
        ("p.es.md", "# Envío a España\n- SEUR: 2-3 días laborables, 5 €\n",
         ["ES delivery_seur_days 2-3 working days", "ES delivery_seur_cost 5.00 EUR"]),
        ("p.fr.md", "# Livraison\n- France : Colissimo, 2 à 3 jours ouvrés\n", ["FR delivery_colissimo_days 2-3 working days"]),
        ("p.de.md", "# Lieferung nach Österreich\n- DHL Express: 1-2 Werktage\n", ["AT delivery_dhl_express_days 1-2 working days"]),
        ("p.ar.md", "# التوصيل إلى قطر\n- شحن بحري: من 9 إلى 12 يوم عمل\n- شحن الأثاث: من 3 إلى 4 أيام عمل\n",
         ["QA delivery_شحن_بحري_days 9-12 working days"]),
        ("p.ar.md", "# التوصيل إلى قطر\n|شركة الشحن|مدة التوصيل|\n|---|---|\n|زاجل|2-3 أيام عمل|\n|نجم (الدوحة فقط)|1-2 يوم عمل|\n",
         ["QA delivery_زاجل_days 2-3 working days"]),
        ("p.ja.md", "# 国内の配送\n- クリックポスト：3〜4日\n- ゆうパック（書籍）：2〜3日\n", ["JP delivery_クリックポスト_days 3-4 days"]),
        ("p.ja.md", "# 国内の配送\n|配送業者|お届けまで|送料|\n|---|---|---|\n|赤帽|1〜2日|900円（9,000円以上で無料）|\n|青帽（東京のみ）|1日|700円|\n",
         ["JP delivery_赤帽_days 1-2 days", "JP delivery_赤帽_cost 900 JPY", "JP delivery_赤帽_free_from 9000 JPY"]),
    ],
)  # fmt: skip
def test_a_route_goes_by_the_name_the_page_gives_it(
    tmp_path: Path, name: str, page: str, facts: list[str]
) -> None:
    assert [" ".join(fact) for fact in proposed(tmp_path, name, page)] == facts


def test_a_route_the_shop_keeps_under_another_key_is_the_same_route(tmp_path: Path) -> None:
    facts = '[[delivery]]\ncountry = "JP"\nroute = "economy"\nname = { ja = "メール便" }\ndays = "3-5 working days"\n'
    same = "# 国内の配送\n- メール便：3〜5営業日\n"
    assert proposed(tmp_path, "p.ja.md", same, facts) == []
    other = "# 国内の配送\n- メール便：4〜6営業日\n"
    assert proposed(tmp_path, "p.ja.md", other, facts) == [
        ("JP", "delivery_economy_days", "4-6 working days")
    ]


@pytest.mark.parametrize(
    ("name", "sentence", "fact"),
    [
        ("p.en.md", "On orders over €60, delivery is free.", ("", "delivery_free_from", "60.00 EUR")),
        ("p.es.md", "En pedidos de más de 60 €, el envío es gratuito.", ("", "delivery_free_from", "60.00 EUR")),
        ("p.fr.md", "Pour toute commande de plus de 60 €, la livraison est gratuite.", ("", "delivery_free_from", "60.00 EUR")),
        ("p.ar.md", "للطلبات التي تزيد عن 90 درهمًا، التوصيل مجاني.", ("", "delivery_free_from", "90.00 AED")),
        ("p.ja.md", "6,000円以上のご注文で、送料無料でお届けします。", ("", "delivery_free_from", "6000 JPY")),
        ("p.en.md", "For returns from Germany the customer pays €5.", ("DE", "returns_cost", "5.00 EUR")),
        ("p.de.md", "Für Rücksendungen aus Deutschland zahlen Sie 5 €.", ("DE", "returns_cost", "5.00 EUR")),
        ("p.ar.md", "في الإمارات يدفع العميل 25 درهمًا للإرجاع.", ("AE", "returns_cost", "25.00 AED")),
        ("p.ja.md", "未開封の商品に限り、到着後12日以内の返品をお受けします。", ("", "returns_days", "12 days")),
    ],
)  # fmt: skip
def test_a_worth_and_what_is_free_from_it_and_the_price_of_a_return(
    tmp_path: Path, name: str, sentence: str, fact: tuple[str, str, str]
) -> None:
    assert proposed(tmp_path, name, sentence) == [fact]
