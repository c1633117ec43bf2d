"""Japanese letters turned round, and honest Japanese."""

import pytest

from content.checks.turned import turned


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("湿ったまま吊るしてくだいさ。", "さい"),
        ("残念ながら丈は選べまんせ。", "せん"),
        ("洗濯機で洗ってくさだい。", "ださ"),
    ],
)
def test_turned_letters_are_seen_with_what_was_meant(text: str, meant: str) -> None:
    assert [found for _, _, found in turned(text)] == [meant]


@pytest.mark.parametrize(
    "text",
    [
        "いいえ、ノルヴィクは切れません。光をさえぎるコーティングが、切り口からほつれてしまうためです。",
        "雨が強くなったら室内へ移してください。電池は交換できません。",
        "東京都千代田区の店舗でお受け取りいただけます。",
        "English only, 30 cm",
        "",
    ],
)
def test_honest_texts_hold_none(text: str) -> None:
    assert list(turned(text)) == []
