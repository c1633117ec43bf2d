"""A sum that no word of ours explains is held for a calculation where few sums about as large could be one."""

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest

from content.checks.amounts import Amount
from content.checks.chance import Calculation

Asked = Callable[..., list[tuple[str, str]]]

PRODUCTS = """\
sku,group,title,title@es,title@fr,title@de,title@ar,title@ja,category,availability,price@US,price@ES,price@FR,price@DE,price@AE,price@JP,Weight [g]
KI-1,kiru,Kiru tea 50 g,Té Kiru 50 g,Thé Kiru 50 g,Tee Kiru 50 g,شاي كيرو 50 غ,キル茶 50g,Tea,in_stock,12.35,12.35,12.35,12.35,46,1850,50
KI-2,kiru,Kiru tea 200 g,Té Kiru 200 g,Thé Kiru 200 g,Tee Kiru 200 g,شاي كيرو 200 غ,キル茶 200g,Tea,in_stock,41.10,41.10,41.10,41.10,151,6150,200
PO-1,,Pomo teapot,Tetera Pomo,Théière Pomo,Kanne Pomo,إبريق بومو,ポモ 急須,Teapots,in_stock,58.65,58.65,58.65,58.65,217,8750,620
WI-1,,Wisko whisk,Batidor Wisko,Fouet Wisko,Besen Wisko,خفاقة ويسكو,ウィスコ 茶筅,Whisks,in_stock,23.80,23.80,23.80,23.80,88,3550,40
"""

RIGHT_AND_WRONG = [  # language, text, the right sum, a wrong one
    ("en", "The Pomo and the Wisko make a present. Wrapped up with the small Kiru, you are at {}.", "$94.80", "$93.80"),
    ("es", "La Pomo y el Wisko hacen buena pareja. Con la bolsa pequeña de Kiru queda en {}.", "94,80 €", "95,80 €"),
    ("fr", "La Pomo et le Wisko vont bien ensemble. Avec le petit Kiru, on arrive à {}.", "94,80 €", "96,80 €"),
    ("de", "Pomo und Wisko passen zusammen. Mit dem kleinen Kiru landen Sie bei {}.", "94,80 €", "97,80 €"),
    ("ja", "ポモとウィスコは相性がいいものです。キル茶50gを足すと{}になります。", "14,150円", "14,650円"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "body", "right", "wrong"), RIGHT_AND_WRONG)
def test_a_total_is_found_out_whatever_the_words(
    asked: Asked, lang: str, body: str, right: str, wrong: str
) -> None:
    assert asked(PRODUCTS, lang, body.format(right), "price.") == []
    assert wrong in [said for _, said in asked(PRODUCTS, lang, body.format(wrong), "price.")]


def _amount(text: str, *, qualifier: str = "exact") -> Amount:
    value = Decimal(text)
    step = Decimal(1).scaleb(int(value.as_tuple().exponent))
    return Amount((value,), "EUR", "money", 0, len(text), qualifier, step)  # type: ignore[arg-type] # two of the literals


def _calculation(text: str, terms: Sequence[str], shares: Sequence[str] = (), **rest: str) -> Calculation:
    near = [Decimal(term) for term in terms]
    return Calculation(
        _amount(text, **rest), near, [], near, [Decimal(1) / Decimal(each) for each in shares], []
    )


def test_few_terms_prove_what_many_do_not() -> None:
    few = ["12.35", "41.10", "58.65"]
    many = [*few, *(f"{at}.{at * at % 20 * 5:02}" for at in range(30, 67))]
    assert _calculation("99.75", few).is_no_chance()
    assert not _calculation("99.75", many).is_no_chance()


def test_round_prices_prove_less_than_odd_ones() -> None:
    assert _calculation("94.80", ["12.35", "23.80", "58.65"]).is_no_chance()
    assert not _calculation("90", ["10", "20", "30", "40", "50", "60"]).is_no_chance()


def test_a_share_is_right_to_the_digit_shown() -> None:
    assert _calculation("0.82", ["41.10"], ["50"]).is_no_chance()
    assert not _calculation("0.85", ["41.10"], ["50"]).is_no_chance()


def test_a_multiple_of_one_price_needs_a_word_that_says_so() -> None:
    assert not _calculation("82.20", ["41.10"]).is_no_chance()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("The Pomo costs $71.00.", "$71.00"),  # 58.65 + 12.35
        ("Pomo: $71.00. The small Kiru: $12.35.", "$71.00"),
        ("Orders over $71.00 are sent free.", "$71.00"),
        ("| | Pomo | Wisko |\n|---|---|---|\n| Price | $82.45 | $23.80 |", "$82.45"),  # 58.65 + 23.80
    ],
)
def test_what_is_told_as_a_price_or_a_condition_is_no_result(asked: Asked, body: str, said: str) -> None:
    assert said in [found for _, found in asked(PRODUCTS, "en", body, "price.")]


def test_a_row_of_a_table_may_share_out_what_stands_above(asked: Asked) -> None:
    table = "| | Kiru tea 50 g | Kiru tea 200 g |\n|---|---|---|\n| Weight | 50 g | 200 g |\n| Price | $12.35 | $41.10 |\n"
    right = f"{table}| Price per 100 g | $24.70 | $20.55 |\n"
    assert asked(PRODUCTS, "en", right, "price.") == []
    assert asked(PRODUCTS, "en", right.replace("$20.55", "$20.85"), "price.") != []


def test_a_column_of_prices_may_end_in_their_total(asked: Asked) -> None:
    table = "| Tea for two | Price |\n|---|---|\n| Pomo | $58.65 |\n| Wisko | $23.80 |\n| All told | {} |\n"
    assert asked(PRODUCTS, "en", table.format("$82.45"), "price.") == []
    assert asked(PRODUCTS, "en", table.format("$85.45"), "price.") != []


def test_what_delivery_is_free_from_is_added_to_nothing() -> None:
    terms = [Decimal(each) for each in ("12.35", "23.80", "60.00")]
    freed = frozenset({Decimal("60.00")})
    assert Calculation(_amount("83.80"), terms, [], terms, [], []).is_no_chance()
    assert not Calculation(_amount("83.80"), terms, [], terms, [], [], freed).is_no_chance()
    assert Calculation(_amount("36.20"), terms, [], terms, [], [], freed).is_no_chance()  # still missing


def test_behind_a_word_that_adds_up_there_are_no_differences() -> None:
    terms = [Decimal(each) for each in ("12.35", "58.65")]
    assert Calculation(_amount("46.30"), terms, [], terms, [], []).is_no_chance()
    assert not Calculation(_amount("46.30"), terms, [], terms, [], [], is_total=True).is_no_chance()
    assert Calculation(_amount("71.00"), terms, [], terms, [], [], is_total=True).is_no_chance()
