"""What a voice file may look like, in each language, and what its mistakes are told."""

from pathlib import Path

import pytest

from content.errors import ShopError
from content.voice.address import names
from content.voice.file import VoiceFile, read_voice


def read(folder: Path, text: str, language: str = "de", name: str = "de.md") -> VoiceFile:
    (folder / "voice").mkdir(exist_ok=True)
    path = folder / "voice" / name
    path.write_text(text, encoding="utf-8")
    return read_voice(path, language, names(language))


HEADINGS = [
    ("en", "Do", "Don't", "Samples"),
    ("en", "Dos", "Don’ts:", "Sample texts"),
    ("de", "So", "So nicht", "Beispiele"),
    ("fr", "À faire", "À éviter :", "Exemples"),
    ("es", "Así sí", "Así no", "Ejemplos"),
    ("es", "Sí", "No", "Muestras"),
    ("ar", "نعم", "لا", "نماذج"),
    ("ja", "こう書く", "こう書かない", "文例"),
    ("ja", "Do", "Don't", "Samples"),  # English anywhere
]


@pytest.mark.parametrize(("language", "do", "dont", "samples"), HEADINGS)
def test_headings_in_the_files_own_language(
    tmp_path: Path, language: str, do: str, dont: str, samples: str
) -> None:
    text = f"# House\nFree words.\n\n## {do}\n- One\n- Two\n  goes on\n\n## {dont}\n1. Three\n\n## {samples}\n> A.\n> B.\n\n> C.\n"
    assert read(tmp_path, text, language) == VoiceFile(
        do=("One", "Two goes on"), dont=("Three",), samples=("A.\nB.", "C."), guidance="Free words."
    )


@pytest.mark.parametrize(
    ("language", "written", "name"),
    [
        ("de", "sie", "Sie"), ("de", "Du", "du"), ("es", "tu", "tú"), ("es", "Usted", "usted"), ("fr", "VOUS", "vous"),
        ("en", "you", "you"), ("ja", "です・ます調", "desu-masu"), ("ja", "desu-masu", "desu-masu"),
        ("ar", "المخاطَب المفرد المذكر", "masculine"), ("ar", "plural", "plural"),
    ],
)  # fmt: skip
def test_an_address_by_its_name_or_what_it_is_called(
    tmp_path: Path, language: str, written: str, name: str
) -> None:
    assert read(tmp_path, f"---\naddress: {written}\n---\n", language).address == name


def test_a_file_of_free_words_is_guidance(tmp_path: Path) -> None:
    text = "# Hausstil\nWir siezen.\n\n- Erst die Antwort.\n\n## Bilder\nNur eigene.\n"
    assert read(tmp_path, text).guidance == "Wir siezen.\n\n- Erst die Antwort.\n\n## Bilder\nNur eigene."
    assert read(tmp_path, "") == VoiceFile()


def test_a_register_may_hold_a_colon_and_quotes(tmp_path: Path) -> None:
    assert (
        read(tmp_path, '---\n# ours\nregister: "klar: wie im Laden"\n---\n').register == "klar: wie im Laden"
    )


def test_the_byte_order_mark_of_an_office_program_is_no_text(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeff---\r\naddress: du\r\n---\r\nText\r\n") == VoiceFile(
        address="du", guidance="Text"
    )


FIVE = "- a\n- b\n- c\n- d\n- e\n"
WRONG = [
    ("---\naddress: ihr\n---\n", "voice/de.md: address 'ihr' is no form of address in 'de': write one of du, Sie."),
    ("---\nadress: Sie\n---\n", "voice/de.md, line 2: 'adress' is not known here; did you mean 'address'?"),
    ("---\ntonality: x\n---\n", "voice/de.md, line 2: 'tonality' is not known here; known are address and register."),
    ("---\nfreundlich\n---\n", "voice/de.md, line 2: write `address: …` or `register: …`, each on one line."),
    ("---\naddress: Sie\n", "voice/de.md: the front matter begins with --- and does not end: add a line --- after it."),
    (f"## So\n{FIVE}- f\n", "voice/de.md: 6 entries under 'So', at most 5 are read: keep those that matter most."),
    (f"## So nicht\n{FIVE}- f\n", "voice/de.md: 6 entries under 'So nicht', at most 5 are read: keep those that matter most."),
    ("## Beispiele\n> a\n\n> b\n\n> c\n\n> d\n", "voice/de.md: 4 entries under 'Beispiele', at most 3 are read: keep those that matter most."),
    ("## So\nErst die Antwort.\n", "voice/de.md: under 'So' begin every line with `- `, not 'Erst die Antwort.'."),
    ("## Beispiele\nText\n", "voice/de.md: under 'Beispiele' begin every line of a sample with `> `, not 'Text'."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "says"), WRONG)
def test_a_mistake_is_one_line_with_file_and_cure(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ShopError) as error:
        read(tmp_path, text)
    assert str(error.value) == says


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "voice").mkdir()
    path = tmp_path / "voice" / "de.md"
    path.write_bytes("Größe".encode("latin-1"))
    with pytest.raises(ShopError, match=r"^voice/de\.md is not UTF-8: save it as UTF-8\.$"):
        read_voice(path, "de", names("de"))
