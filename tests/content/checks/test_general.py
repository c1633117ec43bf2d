"""Clauses that speak of no product: any such thing, an order to the reader, what would be good, a part only named."""

import pytest

from content.checks.general import is_had, is_of_any, is_of_such, is_order, is_wished
from content.checks.view import fold, low


def spelled(text: str) -> str:
    """As the checks read it."""
    return low(fold(text))


def nothing(_: str) -> bool:
    """No word names anything of the product's own."""
    return False


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A hub dynamo never needs charging"),
        ("en", "but most thin glasses crack in hot water"),
        ("es", "Cualquier botella de metal se abolla"),
        ("es", "quien duerme poco"),
        ("fr", "Une pomme et demie pèse"),
        ("fr", "la plupart des verres cassent"),
        ("de", "Ein Rennradreifen verträgt mehr"),
        ("de", "wer am Berg wohnt"),
        ("ar", "معظم القوارير تحتفظ بالروائح"),
        ("ja", "卵1個がおよそ"),
    ],
)
def test_a_clause_that_begins_with_any_such_thing_is_of_no_product(language: str, text: str) -> None:
    folded = spelled(text)
    assert is_of_any(folded, 0, len(folded), language, nothing)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The front light lasts"),
        ("en", "It weighs"),
        ("es", "El casco pesa"),
        ("fr", "Le casque pèse"),
        ("de", "Der Helm wiegt"),
        ("ar", "القارورة تتسع"),
        ("ja", "こちらが"),
        ("ja", "テールライトは"),
    ],
)
def test_a_clause_about_the_product_is(language: str, text: str) -> None:
    folded = spelled(text)
    assert not is_of_any(folded, 0, len(folded), language, nothing)


def test_a_noun_of_the_product_s_own_is_not_any_thing() -> None:
    assert not is_of_any("a full charge takes", 0, 19, "en", lambda words: "charge" in words)


@pytest.mark.parametrize("text", ["a difference of", "a total of", "each weighs", "one weighs", "both weigh"])
def test_arithmetic_and_shares_are_of_the_products_after_all(text: str) -> None:
    assert not is_of_any(text, 0, len(text), "en", nothing)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Aim the beam about ten metres ahead"),
        ("es", "Espera veinte minutos"),
        ("fr", "Laissez infuser vingt minutes"),
        ("de", "Lassen Sie das Wasser stehen"),
        ("ar", "اشرب كل ربع ساعة"),
        ("ja", "眉の上を測ってください"),
    ],
)
def test_an_order_to_the_reader_is_known(language: str, text: str) -> None:
    folded = spelled(text)
    assert is_order(folded, 0, len(folded), language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The beam reaches ten metres"),
        ("es", "El haz llega a diez metros"),
        ("fr", "Le faisceau porte à dix mètres"),
        ("de", "Der Strahl reicht zehn Meter"),
        ("ar", "يصل الشعاع إلى عشرة أمتار"),
        ("ja", "光は10m先まで届きます"),
    ],
)
def test_a_statement_is_no_order(language: str, text: str) -> None:
    folded = spelled(text)
    assert not is_order(folded, 0, len(folded), language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "what counts is that they keep out the wind"),
        ("es", "lo que cuenta es que corten el viento"),
        ("fr", "l'important est qu'ils coupent le vent"),
        ("de", "Hauptsache, sie halten den Wind ab"),
        ("ar", "المهم أن تمنع الريح"),
        ("ja", "風を防げるかどうかが大切"),
    ],
)
def test_what_counts_is_not_what_is(language: str, text: str) -> None:
    folded = spelled(text)
    assert is_wished(folded, 0, len(folded), language)


@pytest.mark.parametrize(
    ("language", "text", "part", "had"),
    [
        ("en", "put the heavy things close to the wheel", "wheel", False),
        ("en", "it comes with a wheel", "wheel", True),
        ("en", "a wheel is included", "wheel", True),
        ("en", "usb port", "usb port", True),
        ("es", "el agua la levanta siempre la rueda", "rueda", False),
        ("es", "lleva una rueda de goma", "rueda", True),
        ("fr", "l'eau est projetée vers la roue", "roue", False),
        ("fr", "il est livré avec une roue", "roue", True),
        ("de", "das schwere gehört nah ans rad unten", "rad", True),
        ("de", "stellen sie das schwere nah ans rad", "rad", False),
        ("de", "ein rad ist dabei", "rad", True),
        ("ja", "車輪ごと替える必要があります", "車輪", False),
        ("ja", "車輪が付いています", "車輪", True),
    ],
)
def test_a_part_named_is_not_yet_had(language: str, text: str, part: str, had: bool) -> None:
    folded = spelled(text)
    start = folded.index(spelled(part))
    place = (start, start + len(spelled(part)))
    assert is_had(folded, place, (0, len(folded)), language) is had


@pytest.mark.parametrize(
    ("language", "text", "part", "such"),
    [
        ("en", "A grinder in the machine saves you a separate one", "grinder", True),
        ("en", "A display shows the temperature", "display", False),
        ("en", "A grinder is built in", "grinder", False),
        ("en", "A part that comes off is not yet dishwasher-safe", "dishwasher", True),
        ("es", "Un molinillo en la máquina ahorra otro aparte", "molinillo", True),
        ("es", "Un molinillo viene incluido", "molinillo", False),
        ("fr", "Un broyeur dans la machine évite un appareil de plus", "broyeur", True),
        (
            "fr",
            "Une pièce qui se retire n'est pas pour autant une pièce compatible lave-vaisselle",
            "lave",
            True,
        ),
        ("fr", "Un broyeur est intégré", "broyeur", False),
        ("de", "Ein Mahlwerk in der Maschine spart ein zweites Gerät", "Mahlwerk", True),
        ("de", "Ein Mahlwerk ist eingebaut", "Mahlwerk", False),
    ],
)
def test_a_part_as_such_is_nobodys(language: str, text: str, part: str, such: bool) -> None:
    folded = spelled(text)
    start = folded.index(spelled(part))
    assert is_of_such(folded, (start, start + len(part)), (0, len(folded)), language) is such
