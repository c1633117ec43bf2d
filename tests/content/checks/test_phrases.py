"""Many words looked up at once: where they may begin, how far they bend, and how much work it is."""

import pytest

from content.checks.phrases import Phrases


def found(phrases: Phrases, text: str) -> list[str]:
    return [text[start:end] for start, end, _ in phrases.find(text)]


@pytest.mark.parametrize(
    ("word", "text", "words"),
    [
        ("width", "the widths differ, bandwidth does not", ["widths"]),
        ("ancho", "los anchos", ["anchos"]),
        ("largeur", "largeurs", ["largeurs"]),
        ("on", "one on two", ["on"]),  # a short word does not bend
        ("طول", "وطول الستارة وبطول مترين", ["طول", "طول"]),  # behind the small words written onto it
        ("ارتفاع", "ارتفاعها", ["ارتفاعها"]),
        ("幅", "横幅と幅", ["幅", "幅"]),  # anywhere, where nothing is spaced
    ],
)
def test_a_word_is_found_at_its_beginning_and_may_bend(word: str, text: str, words: list[str]) -> None:
    assert found(Phrases([(word, "x")]), text) == words


@pytest.mark.parametrize("text", ["ال", "السعر و", "بال"])
def test_a_text_that_ends_in_a_small_word_is_read_to_its_end(text: str) -> None:
    assert Phrases([("طول", "x")]).find(text) == []


def test_the_longest_wins_and_nothing_overlaps() -> None:
    phrases = Phrases([("zephra", "big"), ("zephra mini", "small"), ("mini fan", "fan")], is_exact=True)
    assert phrases.find("zephra mini fan, zephra") == [
        (0, 11, frozenset({"small"})), (17, 23, frozenset({"big"})),
    ]  # fmt: skip


def test_one_phrase_may_mean_several_things() -> None:
    assert Phrases([("length", "a"), ("length", "b")]).find("length") == [(0, 6, frozenset({"a", "b"}))]


def test_a_name_neither_bends_nor_ends_another() -> None:
    phrases = Phrases([("Luna", "x")], is_exact=True)
    assert found(phrases, "Luna, Lunas, luna, MoonLuna") == ["Luna"]


def test_german_words_are_found_at_the_end_of_longer_ones() -> None:
    assert found(Phrases([("breite", "w")], is_compound=True), "die gesamtbreite") == ["breite"]
    assert found(Phrases([("breite", "w")]), "die gesamtbreite") == []


class Counted(dict[str, set[str]]):
    """A table that counts how often it is asked."""

    asked = 0

    def __contains__(self, key: object) -> bool:
        self.asked += 1
        return super().__contains__(key)


def test_the_work_does_not_grow_with_the_number_of_names() -> None:
    """20,000 products are looked up in a page as quickly as 20."""
    text = "Brand8 kettle X8 stands beside Brand9 toaster X9 and nothing else. " * 20

    def work(products: int) -> int:
        names = [(f"Brand{n % 50} {('kettle', 'toaster')[n % 2]} X{n}", str(n)) for n in range(products)]
        phrases = Phrases(names, is_exact=True)
        phrases._meanings = Counted(phrases._meanings)
        assert len(phrases.find(text)) == 40
        return phrases._meanings.asked

    assert work(20_000) < 2 * work(100)
