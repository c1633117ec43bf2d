from content.checks.forms import forms

SPANISH = {"frame": "con|incluid[oa]s?", "vowels": "oae"}


def test_what_only_frames_a_name_goes() -> None:
    assert list(forms("plato incluido", SPANISH)) == ["plato incluido", "plato"]


def test_a_last_vowel_may_bend() -> None:
    assert list(forms("ecológico", SPANISH)) == ["ecológico", "ecológico", "ecológic"]


def test_a_language_without_the_rows_keeps_the_words() -> None:
    assert list(forms("lid included", {})) == ["lid included", "lid included"]
