"""The forms of address of each language by name, as `content/policy/` has them.

Read here on its own: the checks read voices, so voices cannot import the checks.
"""

import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

POLICY: Final = Path(__file__).parents[1] / "policy"


@cache
def names(language: str) -> Mapping[str, str]:
    """Name -> how the form is called in its language (`desu-masu` -> `です・ます調`)."""
    data = tomllib.loads((POLICY / f"{language}.toml").read_text(encoding="utf-8"))
    found: Mapping[str, str] = data["address"]["names"]
    return found


def label(language: str, name: str) -> str:
    """How a form is called in its language."""
    return names(language)[name]


def named(text: str, known: Mapping[str, str]) -> str | None:
    """The form a person means by a name or by what it is called, case and accents apart; None when none."""
    means = bare(text)
    return next((name for name, said in known.items() if means in {bare(name), bare(said)}), None)


def bare(text: str) -> str:
    """Without case, accents and signs, for comparing what people write."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if letter.isalnum())
