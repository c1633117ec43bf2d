"""One cause is told once: how many variants of a product two sources disagree about, and an example."""

from collections.abc import Callable

from content.ledger.gathering import gathered
from content.ledger.ledger import Ledger

ReadLedger = Callable[..., Ledger]
SIZES = ("XS", "S", "M", "L", "XL")


def listed(header: str, weights: dict[str, int], column: str) -> str:
    rows = "".join(
        f"{model}-{size},{model} jacket,{model},{size},{weight}\n"
        for model, weight in weights.items()
        for size in SIZES
    )
    return f"sku,title,group,Size,{column}\n{header}{rows}"


def test_variants_of_a_product_are_one_line_with_their_number(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(
        listed("", {"Bura": 500, "Luna": 700}, "Weight [g]"),
        files={"products/net.csv": listed("", {"Bura": 480, "Luna": 640}, "Weight [g]")},
    )
    assert len(ledger.conflicts) == 10
    first, second = gathered(ledger)
    assert (first.quote, second.quote) == ("bura: Weight [g]", "luna: Weight [g]")
    assert first.cure.startswith(
        "5 of its 5 variants, for example 'Bura-XS': products.csv, row 2, column 'Weight [g]' and "
        "products/net.csv, row 2, column 'Weight [g]' disagree; neither is used"
    )


def test_two_attributes_and_a_single_variant_stay_lines_of_their_own(ledger_of: ReadLedger) -> None:
    main = "sku,title,group,Size,Weight [g],Length [cm]\n"
    ledger = ledger_of(
        f"{main}B-S,Bura,bura,S,500,70\nB-M,Bura,bura,M,500,72\nL-1,Luna,,,300,60\n",
        files={
            "products/net.csv": f"{main}B-S,Bura,bura,S,480,71\nB-M,Bura,bura,M,500,73\nL-1,Luna,,,290,60\n"
        },
    )
    assert [finding.quote for finding in gathered(ledger)] == [
        "B-S: Weight [g]",
        "bura: Length [cm]",
        "L-1: Weight [g]",
    ]
