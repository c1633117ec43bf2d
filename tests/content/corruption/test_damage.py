"""Each damage does what its name says, to the body only, and the same every time."""

from collections import Counter

import pytest

from content.corruption.corpus import Corpus, Edit, Original
from content.corruption.damage import Spoiled, damaged, edited, foreign
from content.corruption.kinds import kinds


@pytest.fixture(scope="session")
def first(tiny: Corpus) -> Original:
    return tiny.originals[0]


@pytest.fixture(scope="session")
def made(tiny: Corpus) -> dict[str, Spoiled]:
    first, second, _ = tiny.originals
    return {each.kind: each for each in damaged(first, [second])}


def body(text: str) -> str:
    return text.split("\n---\n", 1)[1]


def words(text: str) -> Counter[str]:
    return Counter(text.replace("#", " ").split())


def test_a_lie_is_put_into_its_place_and_only_what_differs_is_marked(first: Original) -> None:
    spoiled = edited(first, Edit("number", "it is 160 cm wide", "it is 190 cm wide", "it is 160"))
    assert spoiled.text == first.text.replace("160 cm", "190 cm")
    ((start, end),) = spoiled.places
    assert spoiled.text[start:end] == "9"


def test_a_lie_that_only_leaves_out_still_has_a_place(first: Original) -> None:
    spoiled = edited(first, Edit("negate", "is not machine washable", "is machine washable", ""))
    ((start, end),) = spoiled.places
    assert end > start
    assert spoiled.text[start - 3 : end + 6] == "is machine"


def test_every_damage_changes_the_body_and_leaves_the_front_matter(
    first: Original, made: dict[str, Spoiled]
) -> None:
    assert set(made) <= set(kinds())
    assert len(made) == 14  # all that need no translation
    for kind, spoiled in made.items():
        is_in_head = kind == "other-title"
        assert (spoiled.text.split("\n---\n")[0] != first.text.split("\n---\n")[0]) == is_in_head
        assert (body(spoiled.text) == body(first.text)) == is_in_head


def test_chance_is_drawn_from_the_text_itself(tiny: Corpus, made: dict[str, Spoiled]) -> None:
    again = {each.kind: each for each in damaged(tiny.originals[0], [tiny.originals[1]])}
    assert again == made


def test_shuffling_keeps_every_word(first: Original, made: dict[str, Spoiled]) -> None:
    for kind in ("sentences-shuffled", "paragraphs-shuffled", "word-salad"):
        assert words(body(made[kind].text)) == words(body(first.text))


def test_what_is_taken_away_and_what_is_added(first: Original, made: dict[str, Spoiled]) -> None:
    whole = body(first.text)
    assert "Lumo is the rug" not in made["answer-deleted"].text
    assert len(body(made["truncated"].text)) <= len(whole) / 2
    assert whole.startswith(body(made["truncated"].text))
    assert body(made["section-doubled"].text).count("## How to look after it") == 2
    assert body(made["stuffed"].text).count("hall") >= whole.count("hall") + 30
    assert len(body(made["filler"].text)) >= 2 * len(whole)
    assert body(made["filler"].text).startswith(whole.rstrip())
    assert "100 of 100" in made["begging"].text
    assert "\n#### What it costs" in made["unstructured"].text


def test_noise_touches_few_words(first: Original, made: dict[str, Spoiled]) -> None:
    before, after = words(body(first.text)), words(body(made["noise"].text))
    changed = sum((before - after).values())
    assert 2 <= changed <= 0.06 * sum(before.values())


def test_what_is_copied_names_its_source(tiny: Corpus, made: dict[str, Spoiled]) -> None:
    pasted, other = made["pasted"], tiny.originals[1]
    ((start, end),) = pasted.places
    assert len(pasted.text[start:end].split()) == 40
    assert " ".join(pasted.text[start:end].split()[:6]) in " ".join(other.text.split())
    assert pasted.source == other.text
    assert body(made["other-body"].text) == body(other.text)
    assert "A rug you can wash" in made["other-title"].text


def test_half_of_a_text_is_left_in_another_language(tiny: Corpus) -> None:
    spoiled = foreign(tiny.originals[2], tiny.originals[0])
    ((start, end),) = spoiled.places
    assert "Lumo passt in den schmalen Flur" in spoiled.text[:start]
    assert "Der Preis" not in spoiled.text
    assert "Measure the hall" in spoiled.text[start:end]


JAPANESE = (
    "ルモは幅160cmのラグです。細い廊下に向いています。一人でも敷けます。\n\n"
    "## お手入れ\n\n外で軽くたたきます。毛並みに沿ってブラシをかけます。しみは湿らせた布でふき取ります。\n\n"
    "## サイズ\n\n廊下の幅を測ってください。扉の開く向きも確かめます。四方に少し余白を残すときれいです。\n"
)


def test_japanese_is_spoiled_without_blanks(first: Original) -> None:
    head = first.text.split("\n---\n")[0].replace("keyword: hall", "keyword: ラグ") + "\n---\n"
    market = type(first.market)("ja", "JP", "JPY")
    from content.files import parse_draft  # noqa: PLC0415

    text = head.replace("en-US", "ja-JP") + JAPANESE
    japanese = Original("tiny", "ja/01", text, parse_draft(text, "01.md"), market)
    made = {each.kind: body(each.text) for each in damaged(japanese, [])}
    assert len(made) == 11
    assert Counter(made["noise"]) == Counter(JAPANESE)  # letters change places
    assert made["stuffed"].count("ラグ") >= 30
    assert " " not in made["filler"].split("\n\n", 5)[-1]
