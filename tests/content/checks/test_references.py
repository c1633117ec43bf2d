from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "rule", "quote"),
    [
        ("It is {{norrvik.width}} and {{nobody.width}}.", "reference.unknown", "{{nobody.width}}"),
        ("It has {{norrvik.wings}}.", "reference.unknown", "{{norrvik.wings}}"),
        ("It is {{norrvik width}}.", "reference.malformed", "{{norrvik width}}"),
        ("It is {{norrvik.width.", "reference.malformed", "{{"),
        ("See {{norrvik.url}}.", "reference.gap", "{{norrvik.url}}"),
    ],
)
def test_a_reference_without_a_value_is_blocked(blocked: Ask, body: str, rule: str, quote: str) -> None:
    assert (rule, quote) in blocked(body)


def test_known_references_pass_in_every_market(blocked: Ask) -> None:
    for locale in ("en-US", "es-ES", "fr-FR", "de-DE", "ar-AE", "ja-JP"):
        text = "{{norrvik.name}}: {{norrvik.width}}, {{min(norrvik.length)}}, {{norrvik.price}}, {{shop.delivery_express_days}}"
        assert [found for found in blocked(text, locale) if found[0].startswith("reference")] == []
