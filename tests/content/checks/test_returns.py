"""Who pays for a return, told in six languages of a shop that pays, one that does not, and one that says nothing."""

from collections.abc import Callable
from datetime import date

import pytest

from content.checks import examine
from content.checks.reading import Reading
from content.checks.returns import Returns
from content.files import parse_draft
from content.ledger.ledger import Ledger
from content.records import Severity

Asked = Callable[..., list[tuple[str, str]]]

PIN = "sku,title,category,price@US,price@ES,price@FR,price@DE,price@AE,price@JP\nPI-1,Olvano pin,Pins,20,20,20,20,80,3000\n"
PAID = '[returns]\ndays = "30 days"\npaid_by = "{}"\n'
SHOP, CUSTOMER = PAID.format("shop"), PAID.format("customer")

OURS = [
    ("en", "We cover the return postage."),
    ("en", "Send it back within 30 days; the postage is on us."),
    ("en", "If you do not like it, we'll foot the bill for sending it back."),
    ("en", "The way back costs you nothing."),
    ("en", "Return shipping is paid by the shop."),
    ("en", "You never pay for returning anything to us."),
    ("en", "You can send it back within 30 days at our expense."),
    ("en", "Changed your mind? The carriage back is ours to pay."),
    ("en", "You have 30 days to return it. We pay the postage."),
    ("en", "There is a prepaid label in the box, so sending it back is on us."),
    ("en", "Delivery costs $5, the return postage is not yours to pay."),
    ("en", "The shop picks up the cost of the parcel back."),
    ("en", "If you picked the wrong length, we pay the postage back."),
    ("en", "We pay the return postage, and the warranty is three years."),
    ("es", "El porte de vuelta corre de nuestra cuenta."),
    ("es", "Los gastos de devolución los asumimos nosotros."),
    ("es", "Tienes 30 días para devolverlo y el envío de vuelta lo pagamos nosotros."),
    ("es", "Si no te gusta, pagamos el porte de vuelta."),
    ("es", "Puedes devolverlo en 30 días a nuestro cargo."),
    ("es", "La vuelta corre por cuenta de la casa."),
    ("es", "No pagas los gastos de devolución."),
    ("es", "El coste de la devolución no corre de tu cuenta."),
    ("es", "Los portes de retorno son cosa nuestra."),
    ("es", "Devuélvelo en 30 días. Los portes corren a nuestro cargo."),
    ("es", "Los gastos de envío de la devolución los paga la tienda."),
    ("es", "La etiqueta de devolución va prepagada."),
    ("es", "Los portes de vuelta los pagamos nosotros, y la garantía es de tres años."),
    ("fr", "Les frais de retour sont à notre charge."),
    ("fr", "Nous prenons à notre compte le port du retour."),
    ("fr", "Si l'article ne vous plaît pas, nous payons le renvoi du colis."),
    ("fr", "Vous avez 30 jours pour le renvoyer, à nos frais."),
    ("fr", "Le retour est pour nous."),
    ("fr", "Vous ne payez pas les frais de renvoi."),
    ("fr", "L'étiquette de retour est prépayée."),
    ("fr", "Les frais de renvoi sont pris en charge par la boutique."),
    ("fr", "Vous pouvez le retourner sous 30 jours. Les frais de port sont à notre charge."),
    ("fr", "Le coût du retour n'est pas à votre charge."),
    ("fr", "Renvoyer un article ne vous coûte rien."),
    ("fr", "La boutique règle le transport du retour."),
    ("fr", "Si vous vous êtes trompé de taille, le port du retour est pour nous."),
    ("de", "Das Rückporto übernehmen wir."),
    ("de", "Die Kosten der Rücksendung tragen wir."),
    ("de", "Wenn es nicht gefällt, zahlen wir den Rückversand."),
    ("de", "Schick es innerhalb von 30 Tagen zurück, das Porto geht auf uns."),
    ("de", "Sie senden es auf unsere Kosten zurück."),
    ("de", "Du hast 30 Tage zum Zurückschicken. Das Porto zahlen wir."),
    ("de", "Die Rücksendung kostet Sie nichts."),
    ("de", "Das Rückporto zahlst du nicht."),
    ("de", "Die Rücksendekosten werden von uns getragen."),
    ("de", "Für den Weg zurück kommen wir auf."),
    ("de", "Das Retourenlabel ist bereits bezahlt."),
    ("de", "Der Laden trägt das Porto für die Rücksendung."),
    ("de", "Haben Sie die falsche Größe gewählt, zahlen wir den Rückversand, und die Garantie läuft drei Jahre."),
    ("ar", "كلفة الإرجاع علينا."),
    ("ar", "أجرة الإعادة علينا، والضمان خمس سنوات."),
    ("ar", "يمكنكم الإرجاع خلال 30 يومًا من دون أن تدفعوا أجرة الشحن."),
    ("ar", "نتحمل تكاليف إعادة الشحن."),
    ("ar", "يمكنك إرجاعه خلال 30 يومًا على حسابنا."),
    ("ar", "رسوم الإرجاع يدفعها المتجر."),
    ("ar", "إذا لم يعجبك المنتج، ندفع نحن أجرة إعادته."),
    ("ar", "لا تدفع شيئًا مقابل شحن الإرجاع."),
    ("ar", "أمامك 30 يومًا للإرجاع، والكلفة علينا."),
    ("ar", "شحن المرتجعات على نفقتنا."),
    ("ar", "الإرجاع لا يكلفك شيئًا."),
    ("ar", "مصاريف الإعادة ليست عليك."),
    ("ar", "يتحمل متجرنا كلفة شحن الإرجاع."),
    ("ar", "لديك 30 يومًا للإرجاع. وأجور الشحن ندفعها نحن."),
    ("ja", "返送料は当店負担です。"),
    ("ja", "サイズを間違えても30日以内なら返品でき、返送料は当店が負担します。"),
    ("ja", "返品の送料は弊社が負担いたします。"),
    ("ja", "30日以内なら返品でき、送料は当店が持ちます。"),
    ("ja", "返品は着払いでお送りください。"),
    ("ja", "お客様に返送料をご負担いただくことはありません。"),
    ("ja", "返送にかかる費用はお客様のご負担になりません。"),
    ("ja", "お気に召さない場合、返送の送料はこちらでお支払いします。"),
    ("ja", "返品は30日以内に承ります。送料は当店が負担します。"),
    ("ja", "返品時の送料は店側が負担いたします。"),
    ("ja", "送り返す際の送料は当方で負担します。"),
    ("ja", "配送料はお客様負担、返送料は当店負担です。"),
    ("ja", "ご返送の運賃は私どもが持ちます。"),
]  # fmt: skip

YOURS = [
    ("en", "The return postage is yours to pay."),
    ("en", "You have 30 days to send it back, at your own expense."),
    ("en", "We don't cover return shipping."),
    ("en", "You can send back what you don't like at your own expense."),
    ("en", "Unless the goods are faulty, the customer pays the cost of returning them."),
    ("es", "El porte de vuelta corre de tu cuenta."),
    ("es", "Los gastos de devolución los paga el cliente."),
    ("es", "No asumimos los portes de la devolución."),
    ("es", "Puedes devolver lo que no te guste a tu cargo."),
    ("fr", "Les frais de retour restent à votre charge."),
    ("fr", "Vous payez le renvoi du colis."),
    ("fr", "Nous ne prenons pas en charge les frais de retour."),
    ("fr", "Vous pouvez renvoyer ce qui ne vous va pas à vos frais."),
    ("de", "Das Rückporto zahlen Sie."),
    ("de", "Die Rücksendung erfolgt auf eigene Kosten."),
    ("de", "Wir übernehmen das Rückporto nicht."),
    ("de", "Sie senden, was nicht passt auf eigene Kosten zurück."),
    ("ar", "كلفة الإرجاع عليك."),
    ("ar", "يمكنك إعادته خلال 30 يومًا على نفقتك."),
    ("ar", "لا نتحمل تكاليف الإرجاع."),
    ("ar", "لك 30 يومًا لإرجاع ما لا يناسبك على أن تتحمل أنت أجرة الإرجاع."),
    ("ja", "返送料はお客様のご負担となります。"),
    ("ja", "返品は元払いでお願いします。"),
    ("ja", "返品の送料は当店では負担いたしません。"),
]  # fmt: skip

NEITHER = [  # true of a shop whatever its facts say of returns, or for a person to look at
    ("en", "You pay at the door, and the courier comes back the next day."),
    ("en", "Delivery is at our expense, and it takes three days."),
    ("en", "You pay the delivery, whatever you order."),
    ("en", "If it arrives damaged, we pay the postage back."),
    ("en", "For an exchange to another size we pay the postage both ways."),
    ("en", "Once your return is here we pay the money back within 14 days."),
    ("en", "At many shops you pay the return postage yourself."),
    ("en", "Was the wrong pin in the box? Send it back: the postage is on us."),
    ("en", "Under the warranty we pay the postage back."),
    ("es", "Pagas con tarjeta y la devolución es fácil."),
    ("es", "La entrega corre de nuestra cuenta."),
    ("es", "El envío a casa lo pagas tú."),
    ("es", "Si llega dañado, el porte de vuelta lo pagamos nosotros."),
    ("es", "En un cambio por otra talla los portes corren de nuestra cuenta."),
    ("es", "Tras la devolución te pagamos el importe en 14 días."),
    ("es", "En otras tiendas los gastos de devolución los paga el cliente."),
    ("fr", "Nous prenons le temps de contrôler chaque retour."),
    ("fr", "La livraison est à notre charge."),
    ("fr", "Vous payez la livraison de votre commande."),
    ("fr", "Si le colis arrive endommagé, les frais de retour sont à notre charge."),
    ("fr", "Pour un échange contre une autre taille, nous payons le port."),
    ("fr", "Après le retour, nous payons la somme sous 14 jours."),
    ("fr", "Ailleurs, les frais de retour sont souvent à la charge du client."),
    ("de", "Die Batterien gehen auf Ihre Kosten, die Rückgabe ist 30 Tage möglich."),
    ("de", "Die Lieferung geht auf unsere Kosten."),
    ("de", "Den Versand nach Hause zahlst du."),
    ("de", "Kommt die Nadel beschädigt an, übernehmen wir das Rückporto."),
    ("de", "Beim Umtausch gegen eine andere Größe zahlen wir das Porto."),
    ("de", "Nach der Rücksendung zahlen wir den Kaufpreis innerhalb von 14 Tagen."),
    ("de", "In anderen Läden gilt oft: Das Rückporto zahlt der Kunde."),
    ("ar", "تدفع عند الاستلام ويمكنك الإرجاع خلال 30 يومًا."),
    ("ar", "كلفة التوصيل علينا."),
    ("ar", "تدفع رسوم التوصيل عند الطلب."),
    ("ar", "إذا وصل المنتج تالفًا فكلفة الإرجاع علينا."),
    ("ar", "عند الاستبدال بمقاس آخر ندفع أجرة الشحن."),
    ("ar", "بعد وصول المرتجع ندفع المبلغ خلال 14 يومًا."),
    ("ar", "في معظم المتاجر تدفع أنت رسوم الإرجاع."),
    ("ja", "お支払いは代引きで、返品は30日以内です。"),
    ("ar", "عليك إرجاع المنتج بحالته الأصلية."),
    ("ja", "お届けの送料は当店が負担します。"),
    ("ja", "配送料はお客様のご負担です。"),
    ("ja", "不良品の場合、返送料は当店が負担します。"),
    ("ja", "サイズ交換の送料は当店が負担します。"),
    ("ja", "返品の到着後、14日以内に代金をお支払いします。"),
    ("ja", "多くの店では返送料はお客様負担です。"),
]  # fmt: skip

OF_SOME = [
    ("en", "For orders over $50 the return parcel is ours to pay."),
    ("es", "A partir de 50 € el porte de vuelta va por nuestra cuenta."),
    ("fr", "Dès 50 € d'achat, le port du retour est pour nous."),
    ("de", "Ab 50 € Bestellwert kommen wir für das Rückporto auf."),
    ("ar", "للطلبات فوق 50 درهمًا مصاريف شحن المرتجع علينا."),
    ("ja", "5000円以上なら送り返す送料は当方で負担します。"),
]  # fmt: skip


def rules(found: list[tuple[str, str]]) -> set[str]:
    """Which rules spoke."""
    return {rule for rule, _ in found}


@pytest.mark.parametrize(("lang", "body"), OURS)
def test_a_shop_that_does_not_pay_for_returns_promises_none(asked: Asked, lang: str, body: str) -> None:
    said = asked(PIN, lang, body, "returns.", "claim.offer", facts=CUSTOMER)
    assert len(said) == 1  # one finding, whichever of the two rules reads it
    assert asked(PIN, lang, body, "returns.", "claim.offer", facts=SHOP) == []
    assert len(asked(PIN, lang, body, "returns.", "claim.offer")) == 1  # nobody has said who pays


@pytest.mark.parametrize(("lang", "body"), YOURS)
def test_a_shop_that_pays_for_returns_does_not_say_the_customer_does(
    asked: Asked, lang: str, body: str
) -> None:
    assert rules(asked(PIN, lang, body, "returns.", "claim.offer", facts=SHOP)) == {"returns.contradicted"}
    assert asked(PIN, lang, body, "returns.", "claim.offer", facts=CUSTOMER) == []


@pytest.mark.parametrize(("lang", "body"), NEITHER)
@pytest.mark.parametrize("facts", [SHOP, CUSTOMER, ""])
def test_delivery_faults_exchanges_and_other_shops_are_another_matter(
    asked: Asked, lang: str, body: str, facts: str
) -> None:
    assert asked(PIN, lang, body, "returns.", "claim.offer", facts=facts) == []


@pytest.mark.parametrize(("lang", "body"), OF_SOME)
def test_a_promise_for_some_orders_warns(opened: Callable[..., Ledger], lang: str, body: str) -> None:
    ledger = opened(PIN, CUSTOMER)
    market = next(market for market in ledger.shop.markets if market.language == lang)
    draft = parse_draft(f"---\ntitle: …\nmarket: {market.locale}\n---\n{body}", "page.md")
    (found,) = examine(Reading(draft, ledger, market), [Returns])
    assert (found.rule, found.severity, found.cap) == ("returns.contradicted", Severity.WARN, None)


def test_that_the_customer_pays_warns_where_nobody_has_said_who_does(
    opened: Callable[..., Ledger],
) -> None:
    ledger = opened(PIN)
    market = ledger.shop.markets[0]
    (found,) = examine(
        Reading(parse_draft("The return postage is yours.", "p.md", "en", "en-US"), ledger, market), [Returns]
    )
    assert (found.rule, found.severity) == ("returns.unsupported", Severity.WARN)


BY_MARKET = """[[returns]]
country = "US"
paid_by = "shop"
valid_from = 2026-01-01
valid_until = 2026-06-30

[[returns]]
country = "US"
paid_by = "customer"
valid_from = 2026-07-01

[[returns]]
country = "DE"
paid_by = "shop"
"""


@pytest.mark.parametrize(
    ("locale", "body", "day", "is_kept"),
    [
        ("en-US", "The return postage is on us.", date(2026, 5, 1), True),
        ("en-US", "The return postage is on us.", date(2026, 8, 1), False),
        ("de-DE", "Das Rückporto geht auf uns.", date(2026, 8, 1), True),
        ("en-US", "From Germany the return postage is on us.", date(2026, 8, 1), True),  # of another market
    ],
)
def test_the_facts_of_the_market_and_the_day_decide(
    opened: Callable[..., Ledger], locale: str, body: str, day: date, is_kept: bool
) -> None:
    ledger = opened(PIN, BY_MARKET)
    market = next(market for market in ledger.shop.markets if market.locale == locale)
    draft = parse_draft(body, "page.md", market.language, locale)
    assert (not list(examine(Reading(draft, ledger, market, day), [Returns]))) is is_kept


def test_a_fee_for_returns_is_the_customers_and_none_is_the_shops(asked: Asked) -> None:
    for cost, is_kept in (("0 USD", True), ("4.90 USD", False)):
        facts = f'[returns]\ncost = "{cost}"\n'
        assert (asked(PIN, "en", "The way back costs you nothing.", "returns.", facts=facts) == []) is is_kept


def test_the_shops_own_words_say_who_pays_where_no_field_does(asked: Asked) -> None:
    facts = '[returns]\ndays = "30 days"\ntext = { de = "Das Rückporto tragen Sie." }\n'
    said = asked(PIN, "en", "The way back is at our expense.", "returns.", facts=facts)
    assert rules(said) == {"returns.contradicted"}
    assert asked(PIN, "en", "The way back is at your expense.", "returns.", facts=facts) == []


def test_a_row_of_a_table_and_the_heading_above_are_read(asked: Asked) -> None:
    table = "| | Olvano |\n|---|---|\n| Return postage | paid by us |"
    assert rules(asked(PIN, "en", table, "returns.", facts=CUSTOMER)) == {"returns.contradicted"}
    headed = "## Sending it back\n\nYou have 30 days. The postage is paid by us."
    assert rules(asked(PIN, "en", headed, "returns.", facts=CUSTOMER)) == {"returns.contradicted"}
    chosen = "## Und wenn es doch das Falsche war?\n\nDas Rückporto geht auf unsere Rechnung."
    assert len(asked(PIN, "de", chosen, "returns.", "claim.offer", facts=CUSTOMER)) == 1
    headed = "## Delivery\n\nIt takes 3 days. The postage is paid by us."
    assert asked(PIN, "en", headed, "returns.", facts=CUSTOMER) == []
