import pytest

from content.checks.attribute_words import AttributeWords


@pytest.mark.parametrize(
    ("language", "word", "said"),
    [
        ("ar", "فتحه تصريف", "له فتحات لتصريف الماء"),
        ("ar", "يتحمل الصقيع", "لا تتحمل الصقيع"),
        ("ar", "جيوب", "بجيوبها الاربعه"),
        ("ja", "機内持ち込み", "機内に持ち込めます"),
        ("ja", "耐寒", "冬の寒さに耐えます"),
        ("ja", "水抜き穴", "底に水を抜く穴があります"),
    ],
)
def test_other_forms_of_an_attributes_words_are_found(language: str, word: str, said: str) -> None:
    assert [keys for _, _, keys in AttributeWords([(word, "key")], language).find(said)] == [{"key"}]


@pytest.mark.parametrize(
    ("language", "word", "said"),
    [
        ("ar", "فتحه تصريف", "فتحه كبيره في الاعلي"),
        ("ar", "جيوب", "وجوب الغسل"),
        ("ja", "機内持ち込み", "機内では使えません"),
        ("ja", "耐寒", "寒い日にも"),
    ],
)
def test_half_of_an_attributes_words_is_not_enough(language: str, word: str, said: str) -> None:
    assert AttributeWords([(word, "key")], language).find(said) == []
