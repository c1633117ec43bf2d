import json

from content import json_ld
from content.records import Link


def test_no_text_can_end_the_script_element_it_stands_in() -> None:
    node = json_ld.breadcrumbs([Link("https://shop.example/", "</script><script>alert(1)</script>&\u2028")])
    written = json_ld.script(node)
    assert "<" not in written
    assert "&" not in written
    assert json.loads(written) == node


def test_breadcrumbs_count_from_one() -> None:
    steps = [Link("https://shop.example/en-us/", "Guides"), Link("https://shop.example/en-us/a/", "A")]
    assert [
        item["position"] for item in json.loads(json_ld.script(json_ld.breadcrumbs(steps)))["itemListElement"]
    ] == [
        1,
        2,
    ]
