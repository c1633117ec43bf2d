import pytest

from content.checks.things import beginnings, things

KNOWN = beginnings(["mango de nogal", "manche en noyer", "sonnette", "timbre"])


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("es", "incluye un mosquetón.", ["new:mosquetón"]),
        ("es", "viene con una pequeña linterna.", ["new:linterna"]),
        ("es", "con mosquetón incluido.", ["new:mosquetón"]),
        ("es", "viene con un mango de nogal.", []),  # the ledger has the word
        ("es", "y el candado viene incluido.", ["new:candado"]),
        ("es", "que sí vienen incluidos.", []),  # what they are was said before
        ("es", "el saquito trae un kilo.", []),  # so much of it is no part
        ("es", "trae cincuenta.", []),
        ("es", "recibirás el paquete en 1 a 3 días.", []),
        ("es", "no incluye mosquetón.", []),  # to lack something is no promise
        ("es", "el precio incluye el envío.", []),
        ("es", "no consta si incluye un mosquetón.", []),
        ("fr", "est livré avec un mousqueton.", ["new:mousqueton"]),
        ("fr", "s'accompagne d'une petite lampe.", ["new:lampe"]),
        ("fr", "mousqueton fourni.", ["new:mousqueton"]),
        ("fr", "est livré avec une sonnette.", []),
        ("fr", "est livré sans mousqueton.", []),
        ("fr", "la livraison est comprise.", []),
        ("en", "comes with a carabiner.", []),  # no words in this language yet
    ],
)
def test_a_thing_handed_over_and_named_nowhere(language: str, text: str, found: list[str]) -> None:
    assert [each.capability for each in things(text, language, KNOWN)] == found
