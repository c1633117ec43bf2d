"""The same topic in other languages is linked both ways, and a different wish is not."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from seo import neighbours
from seo.encoders.universal import Universal
from seo.records import Intent, Keyword, Topic
from seo.translations import linked

ENCODER = Universal()


def topic(language: str, *texts: str) -> Topic:
    keywords = tuple(Keyword(t, t, language, 10.0, 1) for t in texts)
    return Topic(
        f"{language}:{texts[0]}", language, texts[0], Intent.INFORMATIONAL, 1.0, "", keywords, (), 10.0
    )


WASH = {
    "en": "How do I wash a wool blanket?",
    "es": "¿Cómo se lava una manta de lana?",
    "fr": "Comment laver une couverture en laine ?",
    "de": "Wie wasche ich eine Wolldecke?",
    "ar": "كيف أغسل بطانية صوف؟",
    "ja": "ウールの毛布はどうやって洗いますか？",
}
CUT = {
    "en": "Can blackout curtains be shortened?",
    "es": "¿Se pueden acortar las cortinas opacas?",
    "fr": "Peut-on raccourcir un rideau occultant ?",
    "de": "Kann man Verdunkelungsvorhänge kürzen?",
    "ar": "هل يمكن تقصير الستائر المعتمة؟",
    "ja": "遮光カーテンの丈は短くできますか？",
}


def test_a_question_finds_itself_in_six_languages() -> None:
    topics = [topic(language, text) for some in (WASH, CUT) for language, text in some.items()]
    found = {t.id: set(t.translations) for t in linked(topics, ENCODER)}
    for some in (WASH, CUT):
        ids = {f"{language}:{text}" for language, text in some.items()}
        right = sum(len(found[id] & ids) for id in ids)
        assert right >= 24, {id: found[id] for id in ids}  # of 30 directed pairs
        assert all(found[id] <= ids for id in ids)


def test_a_link_goes_both_ways_and_never_within_a_language() -> None:
    topics = [topic("en", WASH["en"]), topic("en", CUT["en"]), topic("de", WASH["de"])]
    wash, cut, waschen = linked(topics, ENCODER)
    assert (wash.translations, waschen.translations) == ((waschen.id,), (wash.id,))
    assert cut.translations == ()
    assert linked([], ENCODER) == []


def test_in_one_language_nothing_is_read_and_earlier_links_go() -> None:
    class Silent(Universal):
        def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
            raise AssertionError(texts)

    before = [replace(topic("en", WASH["en"]), translations=("de:gone",)), topic("en", CUT["en"])]
    assert [t.translations for t in linked(before, Silent())] == [(), ()]


def test_many_topics_find_the_translations_that_looking_at_everything_finds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = [f"{act} {colour} {thing}" for act in ACTS for colour in COLOURS for thing in THINGS]
    topics = [topic(language, text) for language in ("en", "de") for text in texts]
    exact = {t.id: t.translations for t in linked(topics, ENCODER)}
    monkeypatch.setattr(neighbours, "EXACT", 50)
    monkeypatch.setattr(neighbours, "_CELL", 5)
    found = {t.id: t.translations for t in linked(topics, ENCODER)}
    assert {t.id: t.translations for t in linked(topics[::-1], ENCODER)} == found
    assert sum(exact[id] == found[id] for id in exact) > 0.9 * len(exact)


ACTS = ["wash", "cut", "hang", "return", "buy", "iron", "store"]
COLOURS = ["red", "blue", "green", "grey", "white"]
THINGS = ["curtains", "wool blankets", "felt slippers", "bath towels", "pillows", "rugs", "cushions"]
