"""That something comes with a product, or does not, in the words of boxes and sets: each sentence is true of the one
recorder and false of the other."""

import pytest

from tests.content.checks.sums import LANGUAGES, PRICES, Asked

PRODUCTS = f"""\
sku,{LANGUAGES},{PRICES},Case included,Gloves included
VO-1,Vorlo recorder,Grabadora Vorlo,Enregistreur Vorlo,Rekorder Vorlo,مسجل فورلو,ヴォルロ レコーダー,Recorders,in_stock,21.00,21.00,21.00,21.00,77,3100,no,no
SE-1,Sedor recorder,Grabadora Sedor,Enregistreur Sedor,Rekorder Sedor,مسجل سيدور,セドル レコーダー,Recorders,in_stock,39.00,39.00,39.00,39.00,143,5600,yes,yes
"""

WITHOUT = [
    ("en", "A case is not part of the {}."),
    ("en", "Gloves are not part of the {} set."),
    ("en", "Gloves are not among the accessories of the {}."),
    ("en", "Gloves are not in the box of the {}."),
    ("en", "A case isn't among what comes with the {}."),
    ("es", "El estuche no forma parte del {}."),
    ("es", "En la caja del {} no hay estuche."),
    ("fr", "L'étui ne fait pas partie du {}."),
    ("fr", "Aucun étui n'accompagne le {}."),
    ("de", "Ein Etui ist nicht Teil des Lieferumfangs des {}."),
    ("de", "Ein Etui gehört beim {} nicht zum Lieferumfang."),
    ("de", "Ein Etui steckt beim {} nicht im Karton."),
]


@pytest.mark.parametrize(("lang", "body"), WITHOUT)
def test_what_is_not_part_of_the_set_is_no(asked: Asked, lang: str, body: str) -> None:
    assert asked(PRODUCTS, lang, body.format("Vorlo"), "capability.") == []
    assert asked(PRODUCTS, lang, body.format("Sedor"), "capability.contradicted")


@pytest.mark.parametrize(
    "body", ["Ein Etui müssen Sie beim {} extra kaufen.", "Das Etui zum {} ist separat zu bestellen."]
)
def test_what_must_be_bought_besides_is_promised_by_nobody(asked: Asked, body: str) -> None:
    assert asked(PRODUCTS, "de", body.format("Vorlo"), "capability.") == []
