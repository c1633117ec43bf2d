"""The same topic in other languages is linked both ways, and a different wish is not."""

from seo.encoders.universal import Universal
from seo.pillars import with_pillars
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


def test_pillars_bring_near_topics_together_whatever_their_order() -> None:
    texts = [
        "how to wash blackout curtains", "can you cut blackout curtains", "blackout curtain sizes",
        "thermal curtains for winter", "sheer curtains at night", "do felt slippers run small",
        "wool slippers washing", "slippers for wide feet", "non slip slippers", "kids slippers size",
    ]  # fmt: skip
    topics = [topic("en", text) for text in texts]
    found = {t.name: t.pillar for t in with_pillars(topics, ENCODER)}
    assert {t.name: t.pillar for t in with_pillars(topics[::-1], ENCODER)} == found
    slippers = {found[text] for text in texts if "slippers" in text}
    curtains = {found[text] for text in texts if "curtain" in text}
    assert len(slippers) <= 2 and not slippers & curtains
    assert set(found.values()) <= set(texts)


def test_a_handful_of_topics_is_no_map() -> None:
    assert [t.pillar for t in with_pillars([topic("en", "a"), topic("en", "b")], ENCODER)] == ["a", "b"]
