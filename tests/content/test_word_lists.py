"""Lists of words beside the code: all of ours hold every language, and a file that does not says so."""

import re
from pathlib import Path

import pytest

import content
from content.errors import ShopError
from content.word_lists import pattern_of, word_lists, words_of
from seo.records import LANGUAGES

ROOM = Path(content.__file__).parent
USERS = sorted(path for path in ROOM.rglob("*.py") if "_of(__file__, " in path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("code", USERS, ids=lambda path: str(path.relative_to(ROOM)))
def test_every_list_that_is_asked_for_is_there_and_can_be_read(code: Path) -> None:
    lists = word_lists(str(code))
    asked = re.findall(r'_of\(__file__, "(\w+)"', code.read_text(encoding="utf-8"))
    assert set(asked) <= set(lists)
    assert all(set(words) == set(LANGUAGES) for words in lists.values())


@pytest.mark.parametrize(
    ("more", "said"),
    [("", "key 'colours.ja' is missing"), ('ja = "赤"\nit = "rosso"', "key 'colours.it' is not known")],
)
def test_a_language_too_few_or_too_many_is_a_mistake(tmp_path: Path, more: str, said: str) -> None:
    rows = "\n".join(f'{language} = "x"' for language in LANGUAGES if language != "ja")
    (tmp_path / "paint.toml").write_text(f"[colours]\n{rows}\n{more}\n", encoding="utf-8")
    with pytest.raises(ShopError, match=said):
        words_of(str(tmp_path / "paint.py"), "colours", "en")


def test_in_a_language_we_do_not_speak_a_pattern_matches_nothing() -> None:
    assert re.search(pattern_of(str(ROOM / "plan" / "elided.py"), "alternatives", "sv"), "eller") is None
