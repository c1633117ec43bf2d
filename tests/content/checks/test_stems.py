import pytest

from content.checks.stems import with_stems


@pytest.mark.parametrize(
    ("language", "word", "found"),
    [
        ("en", "fits hand luggage", ["fits hand luggage", "hand luggage"]),
        ("en", "refillable", ["refillable", "refill"]),
        ("en", "usable", ["usable"]),  # "us" would be met everywhere
        ("de", "handgepäcktauglich", ["handgepäcktauglich", "handgepäck"]),
        ("de", "mit brustgurt", ["mit brustgurt", "brustgurt"]),
        ("es", "plato incluido", ["plato incluido", "plato"]),  # what only frames a name goes
        ("es", "filtro incluido", ["filtro incluido", "filtro", "filtr"]),  # and a last vowel may bend
        ("es", "ecológico", ["ecológico", "ecológic"]),
        ("fr", "avec couvercle", ["avec couvercle", "couvercle"]),
        ("ja", "ポケット", ["ポケット"]),  # no affixes are listed
    ],
)
def test_the_stem_of_a_feature_is_read_beside_its_name(language: str, word: str, found: list[str]) -> None:
    assert list(with_stems(word, language)) == found
