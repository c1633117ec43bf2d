"""The HTML export is one file by itself, safe to open and to paste."""

import pytest

from content.ledger.ledger import Ledger
from content.rebinding.page import as_html
from tests.content.rebinding.conftest import ON, draft, market


@pytest.mark.parametrize(
    ("locale", "direction", "shown"),
    [
        ("en-US", "ltr", "<p>Luna: 53.9 in (137 cm).</p>"),
        ("en-GB", "ltr", "<p>Luna: 137 cm.</p>"),
        ("es-ES", "ltr", "<p>Luna: 137 cm.</p>"),
        ("fr-FR", "ltr", "<p>Luna: 137 cm.</p>"),
        ("de-DE", "ltr", "<p>Luna: 137 cm.</p>"),
        ("ar-EG", "rtl", "<p><bdi>لونا</bdi>: <bdi>١٣٧ سم</bdi>.</p>"),
        ("ja-JP", "ltr", "<p>ルナ: 137cm.</p>"),
    ],
)  # fmt: skip
def test_values_stand_as_a_reader_sees_them(three: Ledger, locale: str, direction: str, shown: str) -> None:
    made = draft("{{l1.short}}: {{l1.width}}.", locale, "{{l1.short}}", "About {{l1.short}}")
    page = as_html("abc", made, three, market(three, locale), "https://three.example", ON)
    assert f'<html lang="{locale}" dir="{direction}">' in page
    assert shown in page
    assert "acreage: draft · abc · version 1" in page
    assert "{{" not in page


def test_nothing_is_loaded_and_nothing_runs(three: Ledger) -> None:
    made = draft('<script>x()</script>\n\n<a href="javascript:x()" onclick="x()">A</a>', "en-GB", "<b>T</b>")
    page = as_html("abc", made, three, market(three, "en-GB"), "https://three.example", ON)
    assert not any(word in page for word in ("<script", "javascript:", "onclick", "<b>T", "<link", "src="))
