"""Arabic plurals made inside the word are told from words that merely look alike."""

import pytest

from seo.broken_plurals import same_noun


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("حقيبة", "حقائب"),
        ("معطف", "معاطف"),
        ("صندوق", "صناديق"),
        ("ستارة", "ستائر"),
        ("جورب", "جوارب"),
        ("مصباح", "مصابيح"),
        ("فانوس", "فوانيس"),
        ("كوب", "أكواب"),
        ("باب", "أبواب"),
        ("شريط", "أشرطة"),
        ("غطاء", "أغطية"),
        ("حذاء", "أحذية"),
        ("خيط", "خيوط"),
        ("حبل", "حبال"),
        ("سلة", "سلال"),
        ("الحقيبة", "للحقائب"),
    ],
)
def test_one_and_many_are_one_noun(one: str, many: str) -> None:
    assert same_noun(one, many)
    assert same_noun(many, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("كتاب", "مكتب"),
        ("مظلة", "حقيبة"),
        ("عرض", "عريض"),
        ("طول", "طويل"),
        ("وزن", "ميزان"),
        ("دراجة", "أدراج"),
        ("حقيبة", "حقيبة"),
    ],
)
def test_a_root_in_common_is_not_enough(one: str, other: str) -> None:
    assert not same_noun(one, other)
