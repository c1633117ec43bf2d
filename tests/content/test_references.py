import pytest

from content.errors import DraftError
from content.references import Reference, find_references


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("{{kf-520.width}}", Reference(None, (("kf-520", "width"),), "", 0, 16)),
        ("{{ shop.delivery_days }}", Reference(None, (("shop", "delivery_days"),), "", 0, 24)),
        ("{{a.360_rotational_base}}", Reference(None, (("a", "360_rotational_base"),), "", 0, 25)),
        ("{{min(luna.width)}}", Reference("min", (("luna", "width"),), "", 0, 19)),
        ("{{max( luna.width )}}", Reference("max", (("luna", "width"),), "", 0, 21)),
        ("{{diff(a.width, b.width)}}", Reference("diff", (("a", "width"), ("b", "width")), "", 0, 26)),
        ("{{convert(a.width, in)}}", Reference("convert", (("a", "width"),), "in", 0, 24)),
        ("{{a.size.110-116}}", Reference(None, (("a", "size"),), "", 0, 18, ("110-116",))),
        ("{{ a.size.EU 6.5 }}", Reference(None, (("a", "size"),), "", 0, 19, ("eu-6.5",))),
        ("{{diff(a.w.2-m, b.w)}}", Reference("diff", (("a", "w"), ("b", "w")), "", 0, 22, ("2-m", ""))),
        ("{{convert(a.temperature, °F)}}", Reference("convert", (("a", "temperature"),), "°F", 0, 30)),
    ],
)  # fmt: skip
def test_references(text: str, reference: Reference) -> None:
    assert find_references(text) == [reference]


def test_places_are_code_points_braces_included() -> None:
    text = "幅は{{a.width}}、𝟙{{b.width}}"
    assert [text[found.start : found.end] for found in find_references(text)] == [
        "{{a.width}}",
        "{{b.width}}",
    ]


def test_single_braces_are_text() -> None:
    assert find_references("a {b} c } {") == []


def test_the_source_is_written_one_way() -> None:
    assert [
        found.source
        for found in find_references("{{ diff( a.w ,b.w ) }}{{convert(a.w,in)}}{{a.w}}{{a.w.1–2 M}}")
    ] == [
        "diff(a.w, b.w)",
        "convert(a.w, in)",
        "a.w",
        "a.w.1-2-m",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{a.width", "not closed"),
        ("a.width}}", "never opened"),
        ("{{a.{{b.width}}", "not closed before the next"),
        ("{{width}}", "is no reference"),
        ("{{A.Width}}", "is no reference"),
        ("{{a.width | round}}", "is no reference"),
        ("{{a.width.}}", "is no reference"),
        ("{{a.width.…}}", "is no reference"),
        ('{{a.width."x"}}', "is no reference"),
        ("{{min(a.width.…)}}", "is not complete"),
        ("{{}}", "is no reference"),
        ("{{sum(a.width)}}", "'sum' is no function; there are min, max, diff, convert"),
        ("{{min(a.width, b.width)}}", "is not complete: write {{min(handle.key)}}"),
        ("{{diff(a.width)}}", "is not complete: write {{diff(a.key, b.key)}}"),
        ("{{convert(a.width)}}", "is not complete: write {{convert(handle.key, in)}}"),
        ("{{convert(a.width, )}}", "is not complete"),
    ],
)
def test_anything_else_in_braces_is_a_mistake(text: str, said: str) -> None:
    with pytest.raises(DraftError) as caught:
        find_references(f"before {text} after")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
