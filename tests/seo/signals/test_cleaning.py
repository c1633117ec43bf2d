"""Markup, hidden marks and noise stay outside."""

import pytest

from seo.signals.cleaning import clean, is_noise


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<b>Can</b> I wash&nbsp;it?", "Can I wash it?"),
        ("a<script>alert(1)</script>b", "a b"),
        ("<script>alert(1)", ""),
        ('<img src=x onerror="x()">curtain', "curtain"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", ""),
        ("cur\u200btain \u202egnihtyna\u202c", "curtain gnihtyna"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("line\none\ttab\x07", "line one tab"),
        ("width < 140 cm", "width < 140 cm"),
        ("cafe\u0301", "café"),
    ],
)
def test_clean(raw: str, text: str) -> None:
    assert clean(raw) == text


@pytest.mark.parametrize(
    "text",
    [
        "12345",
        "???",
        "",
        "a",
        "aaaaaaaa",
        "https://x.example/a",
        "x" * 301,
        "{{[]}}==;;x",
        "bcdfghjklmnp",
        "!! -- ** a",
    ],
)
def test_noise(text: str) -> None:
    assert is_noise(text)


@pytest.mark.parametrize(
    "text",
    [
        "140x245 cm curtain",
        "丈",
        "-20度 寝袋",
        "how much?!",
        "Wie lang (in cm) ist er?",
        "ستارة",
        "WLAN",
        "50 % off",
    ],
)
def test_short_and_odd_wishes_are_no_noise(text: str) -> None:
    assert not is_noise(text)
