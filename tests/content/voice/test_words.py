"""The columns `use` and `instead` of words.csv; files without them mean what they meant."""

from pathlib import Path

import pytest

from content.errors import ShopError
from content.lexicon.lexicon import load_lexicon
from content.voice.words import Word, read_words

HEADER = "source,lang,text,confirmed_by,use,instead\n"


def words(folder: Path, text: str) -> Path:
    path = folder / "words.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_words_to_use_and_to_avoid(tmp_path: Path) -> None:
    rows = "# our words\n" + HEADER + "Colour,en,colour,T\n,de,Saum,J,prefer,\n,en-GB,gray,T,Avoid,grey\n"
    assert read_words(words(tmp_path, rows)) == (
        Word("Saum", "de", is_avoided=False, row=4),
        Word("gray", "en-gb", is_avoided=True, instead="grey", row=5),
    )


def test_a_file_without_the_columns_marks_nothing(tmp_path: Path) -> None:
    assert read_words(words(tmp_path, "source,lang,text,confirmed_by\nColour,en,colour,T\n")) == ()


WRONG = [
    (",de,Saum,J,like,", "words.csv, line 2: use must be prefer or avoid, not 'like'."),
    (",de,Saum,J,,Rand", "words.csv, line 2: use must be prefer or avoid, not ''."),
    (",de,,J,avoid,", "words.csv, line 2: write the word under text (a * only at its end) and its language under lang."),
    (",,Saum,J,avoid,", "words.csv, line 2: write the word under text (a * only at its end) and its language under lang."),
    (",de,*oase,J,avoid,", "words.csv, line 2: write the word under text (a * only at its end) and its language under lang."),
    (",de,*,J,avoid,", "words.csv, line 2: write the word under text (a * only at its end) and its language under lang."),
    (",de,Saum,J,prefer,Rand", "words.csv, line 2: instead belongs to a word to avoid; a word to prefer stands alone."),
]  # fmt: skip


@pytest.mark.parametrize(("row", "says"), WRONG)
def test_a_mistake_names_its_line(tmp_path: Path, row: str, says: str) -> None:
    with pytest.raises(ShopError) as error:
        read_words(words(tmp_path, f"{HEADER}{row}\n"))
    assert str(error.value) == says


def test_the_lexicon_writes_the_word_to_prefer_and_never_the_one_to_avoid(tmp_path: Path) -> None:
    rows = HEADER + "Blorb,de,Rand,J\nBlorb,de,Saum,J,prefer,\nBlorb,de,Kante,J,avoid,Saum\n"
    lexicon = load_lexicon(words(tmp_path, rows), "en")
    assert lexicon.synonyms("attribute", "blorb", "de") == ("Saum", "Rand")
