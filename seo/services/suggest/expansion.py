"""What is typed into a search box for a seed: the seed, and the questions people begin with it."""

import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from seo.language import is_question
from seo.services.service import Seed

PER_SEED: Final = 4  # forms a week; the others have their turn in the weeks after
PLACE: Final = "…"


def typed(seeds: tuple[Seed, ...], today: date) -> Iterator[tuple[str, Seed]]:
    """Every seed as it is, then its forms of this week, one of each seed before the second of any.

    The same all week, so that what was answered is not asked again. A seed that is a question stays as it is.
    """
    for seed in seeds:
        yield seed.text, seed
    for turn in range(PER_SEED):
        for seed in seeds:
            forms = forms_of(seed.market.language)
            if turn < len(forms) and not is_question(seed.text, seed.market.language):
                yield _form(forms, today, turn).replace(PLACE, seed.text), seed


def _form(forms: tuple[str, ...], today: date, turn: int) -> str:
    week = (today.toordinal() - 1) // 7  # day 1 was a Monday
    return forms[(week * PER_SEED + turn) % len(forms)]


@cache
def forms_of(language: str) -> tuple[str, ...]:
    """The forms of a language, empty for one that is not ours."""
    table = tomllib.loads(Path(__file__).with_name("questions.toml").read_text(encoding="utf-8"))
    return tuple(table.get(language, {}).get("forms", ()))
