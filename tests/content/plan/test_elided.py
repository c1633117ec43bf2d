"""A comparison names both of its lines, even where it says their noun once."""

import pytest

from content.plan.elided import Elided

NAMES = {
    "en": {"thermal": ("thermal curtains", "thermal curtain"), "blackout": ("blackout curtains",)},
    "es": {"thermal": ("cortinas térmicas",), "blackout": ("cortinas opacas", "cortina opaca")},
    "fr": {"thermal": ("rideaux thermiques",), "blackout": ("rideaux occultants",)},
    "de": {"thermal": ("Thermovorhänge",), "blackout": ("Verdunkelungsvorhänge",)},
    "ar": {"thermal": ("ستائر حرارية",), "blackout": ("ستائر معتمة",)},
    "ja": {"thermal": ("断熱カーテン",), "blackout": ("遮光カーテン",)},
}


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("en", "thermal or blackout curtains", "blackout"),
        ("es", "cortina térmica u opaca", "thermal"),
        ("fr", "rideau occultant ou thermique", "blackout"),
        ("de", "Thermo- oder Verdunkelungsvorhang", "blackout"),
        ("ar", "ستائر معتمة أو حرارية", "blackout"),
        ("ja", "遮光カーテンと断熱どっち", "blackout"),
    ],
)
def test_the_other_line_is_named_by_its_own_word(language: str, text: str, named: str) -> None:
    other = {"thermal", "blackout"} - {named}
    assert set(Elided(NAMES[language], language).lines(text, [named])) == other


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "thermal blackout curtains"),  # one thing that is both
        ("en", "wash or iron blackout curtains"),
        ("de", "Verdunkelungsvorhang kürzen oder waschen"),
    ],
)
def test_what_is_not_set_against_it_is_no_other_line(language: str, text: str) -> None:
    assert Elided(NAMES[language], language).lines(text, ["blackout"]) == []


def test_lines_without_a_common_noun_have_no_half_names() -> None:
    assert (
        Elided({"mats": ("bath mats",), "blankets": ("wool blankets",)}, "en").lines("wool or mats", ["mats"])
        == []
    )
