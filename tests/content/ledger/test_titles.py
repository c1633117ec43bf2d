import pytest

from content.ledger.titles import common_title


@pytest.mark.parametrize(
    ("titles", "name"),
    [
        (("ひのきまな板 中", "ひのきまな板 大"), "ひのきまな板"),
        (("Hinoki-Schneidebrett M", "Hinoki-Schneidebrett L"), "Hinoki-Schneidebrett"),
        (("Lienzo 40 x 50 cm", "Lienzo 60 x 80 cm"), "Lienzo"),
        (("صينية، صغيرة", "صينية، كبيرة"), "صينية"),
        (("Clic adapters for Balade", "Clic adapters for Plume+"), "Clic adapters"),
        (("Adaptateurs Clic pour Balade", "Adaptateurs Clic pour Plume+"), "Adaptateurs Clic"),
        (("Adapter Clic für Balade", "Adapter Clic für Plume+"), "Adapter Clic"),
        (("Poussette compacte Plume", "Poussette compacte Plume+"), "Poussette compacte Plume"),
        (("Black mug", "Black cup"), "Black mug"),  # nothing they are both called
        (("ペブル 30 充電器", "ペブル 65 充電器"), "ペブル 30 充電器"),
        (("Aldermoor blackout curtain 117", "Aldermoor blackout curtain 168"), "Aldermoor blackout curtain"),
    ],
)
def test_a_line_is_called_what_its_sizes_share(titles: tuple[str, str], name: str) -> None:
    """Called by its first size, `ひのきまな板 中`, a table gave the medium board two prices."""
    assert common_title(titles) == name
