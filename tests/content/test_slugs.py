import pytest

from content.slugs import LONGEST, numbered, slug


@pytest.mark.parametrize(
    ("title", "language", "concept", "expected"),
    [
        ("Can blackout curtains be cut?", "en", "", "can-blackout-curtains-be-cut"),
        ("What’s in the box?", "en", "", "whats-in-the-box"),
        ("Wie groß müssen Vorhänge sein?", "de", "", "wie-gross-muessen-vorhaenge-sein"),
        ("L’été à Paris : quel rideau ?", "fr", "", "l-ete-a-paris-quel-rideau"),
        ("¿Se puede cortar? Sí, año tras año", "es", "", "se-puede-cortar-si-ano-tras-ano"),
        ("هل يمكن قصّ الستائر؟", "ar", "blackout-curtains/cut", "blackout-curtains-cut"),
        ("遮光カーテンの切り方", "ja", "blackout-curtains/cut", "blackout-curtains-cut"),
        ("Lumio 3 Pro と Lumio 3", "ja", "lamps/choose", "lumio-3-pro-lumio-3"),  # mostly Latin
        ("{{aldermoor.name}}: fits {{aldermoor.width}}?", "en", "", "aldermoor-fits"),
        ("{{diff(a.width, b.width)}} wider", "en", "", "wider"),
        ("<script>alert(1)</script>", "en", "", "script-alert-1-script"),
        ("../../etc/passwd", "en", "", "etc-passwd"),
    ],
)  # fmt: skip
def test_a_slug_is_plain_ascii_in_the_spelling_of_its_language(
    title: str, language: str, concept: str, expected: str
) -> None:
    assert slug(title, language, concept) == expected


def test_a_title_of_300_characters_is_cut_at_a_word() -> None:
    found = slug("curtain " * 40, "en")
    assert found == "-".join(["curtain"] * 10)
    assert len(found) <= LONGEST


def test_one_endless_word_is_cut() -> None:
    assert slug("x" * 300, "en") == "x" * LONGEST


def test_a_title_without_any_ascii_and_without_a_concept_still_has_an_address_of_its_own() -> None:
    assert slug("ستائر", "ar") != slug("مصابيح", "ar")
    assert slug("ستائر", "ar").isascii()
    assert slug("", "en")


def test_collisions_are_numbered_within_the_length() -> None:
    assert numbered("a", set()) == "a"
    assert numbered("a", {"a", "a-2"}) == "a-3"
    assert numbered("x" * LONGEST, {"x" * LONGEST}) == "x" * (LONGEST - 2) + "-2"
