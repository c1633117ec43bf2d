"""A line is known in the number and the spacing in which people search it, whatever the shop wrote."""

import pytest

from content.plan.spelling import Spelling


@pytest.mark.parametrize(
    ("language", "name", "text", "told"),
    [
        ("ar", "حقائب خلفية", "حقيبة خلفية", "حقايب خلفيه"),
        ("ar", "حقائب خلفية", "غطاء لحقيبة", "غطاء حقايب"),
        ("ar", "سلال", "سلة للسيارة", "سلال للسيارة"),
        ("de", "Lenkertaschen", "lenker tasche wasserdicht", "Lenkertaschen wasserdicht"),
        ("de", "Fahrrad-Lenkertaschen", "fahrradlenkertasche", "Fahrrad-Lenkertaschen"),
        ("en", "saddle bags", "saddle bags 1 l", "saddle bags 1 l"),
        ("en", "seat packs", "seatpack", "seat packs"),
        ("en", "sleeping mats", "an indoor mat", "an indoor mat"),
        ("fr", "sacoches de selle", "sacoche selle", "sacoche selle"),
        ("es", "bolsas de sillín", "bolsa sillín", "bolsa sillín"),
        ("ja", "サドルバッグ", "サドルバッグ 大型", "サドルバッグ 大型"),
    ],
)
def test_a_text_is_written_as_the_shop_writes_its_names(
    language: str, name: str, text: str, told: str
) -> None:
    assert Spelling([name], [], language).told(text) == told
