"""Where the letters of a draft stay: nothing is put into code, tags, addresses, references and quoted words."""

import pytest

from content.rebinding.protected import protected


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a `Luna` b", ["`Luna`"]),
        ("``a `b` c``", ["``a `b` c``"]),
        ('<a href="/luna">Luna</a>', ['<a href="/luna">', "</a>"]),
        ("[Luna](/Luna 'x')", ["](/Luna 'x')"]),
        ('[Luna](/luna_(1) "x")', ['](/luna_(1) "x")']),
        ("see https://a.example/luna now", ["https://a.example/luna"]),
        ("{{luna.width}} {{min(luna.width)}}", ["{{luna.width}}", "{{min(luna.width)}}"]),
        ("{{luna.width", ["{{luna.width"]),
        ("so[^q1]", ["[^q1]"]),
        (
            '[^q1]: "Luna" — A,\n  https://a.example\nLuna',
            ['[^q1]: "Luna" — A,\n  https://a.example', '"Luna"'],
        ),
        ("He says „Luna“.", []),  # nobody's page is quoted
        ("It is “Luna”.[^q1]", ["[^q1]", "“Luna”"]),
        ("「ルナ」です。[^q2]", ["[^q2]", "「ルナ」"]),
        ("«Luna» es.[^q3]\n\n«Nova»", ["[^q3]", "«Luna»"]),
    ],
)
def test_what_stays(text: str, kept: list[str]) -> None:
    assert [text[start:end] for start, end in protected(text)] == kept
