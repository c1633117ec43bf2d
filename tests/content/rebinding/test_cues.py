"""Words that make a sentence speak of all of a kind stand in every language."""

from typing import get_args

import pytest

from content.checks.view import fold, low
from content.rebinding.cues import Kind, cue
from seo.records import LANGUAGES

SENTENCES = {  # one that speaks of all, per kind and language, and beside it one that does not
    ("exclusive", "en"): ("Only Luna can be cut.", "Luna can be cut."),
    ("exclusive", "es"): ("Solo Luna se puede cortar.", "Luna se puede cortar."),
    ("exclusive", "fr"): ("Seul Luna peut être coupé.", "Luna peut être coupé."),
    ("exclusive", "de"): ("Nur Luna lässt sich kürzen.", "Luna lässt sich kürzen."),
    ("exclusive", "ar"): ("لونا فقط يمكن قصها.", "لونا يمكن قصها."),
    ("exclusive", "ja"): ("切れるのはルナだけです。", "ルナは切れます。"),
    ("every", "en"): ("All are of linen.", "Luna is of linen."),
    ("every", "es"): ("Todas son de lino.", "Luna es de lino."),
    ("every", "fr"): ("Tous sont en lin.", "Luna est en lin."),
    ("every", "de"): ("Alle sind aus Leinen.", "Luna ist aus Leinen."),
    ("every", "ar"): ("كل الستائر من الكتان.", "لونا من الكتان."),
    ("every", "ja"): ("どれも麻です。", "ルナは麻です。"),
    ("silent", "en"): ("For Luna it is not stated.", "Luna is stated."),
    ("silent", "es"): ("De Luna no consta.", "De Luna consta."),
    ("silent", "fr"): ("Pour Luna, c'est non précisé.", "Pour Luna, c'est précisé."),
    ("silent", "de"): ("Bei Luna ist das nicht angegeben.", "Bei Luna ist das angegeben."),
    ("silent", "ar"): ("هذا غير مذكور في لونا.", "هذا مذكور في لونا."),
    ("silent", "ja"): ("ルナは記載がありません。", "ルナは記載があります。"),
    ("apart", "en"): ("They differ in width.", "They are wide."),
    ("apart", "es"): ("Se diferencian en el ancho.", "Son anchas."),
    ("apart", "fr"): ("Leur différence est la largeur.", "Ils sont larges."),
    ("apart", "de"): ("Sie unterscheiden sich in der Breite.", "Sie sind breit."),
    ("apart", "ar"): ("تختلف في العرض.", "هي عريضة."),
    ("apart", "ja"): ("幅が違います。", "幅が広いです。"),
    ("ends", "en"): ("Widths run from 1 m.", "It is 1 m wide."),
    ("ends", "es"): ("Los anchos van de 1 m.", "Mide 1 m."),
    ("ends", "fr"): ("Les largeurs vont de 1 m.", "Il mesure 1 m."),
    ("ends", "de"): ("Die Breiten reichen von 1 m.", "Er ist 1 m breit."),
    ("ends", "ar"): ("يتراوح العرض بين مترين.", "عرضها متران."),
    ("ends", "ja"): ("幅は1mから2mまでです。", "幅は1mです。"),
}


def test_every_kind_has_every_language() -> None:
    assert set(SENTENCES) == {(kind, language) for kind in get_args(Kind) for language in LANGUAGES}


@pytest.mark.parametrize(("kind", "language"), SENTENCES)
def test_the_words_are_found_where_they_stand(kind: Kind, language: str) -> None:
    yes, no = SENTENCES[kind, language]
    assert cue(kind, language).search(low(fold(yes)))
    assert not cue(kind, language).search(low(fold(no)))
