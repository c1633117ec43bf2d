"""Whether a model may judge: it has passed the shipped test, with these prompts, at this address.

The result is kept in the shop's state, by base URL, model and the hash of the prompts; whoever changes one of
them needs a new one. A model that cannot be reached fails the test; it is never let in by default.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

from content.judging import parts
from content.judging.items import items
from content.judging.judge import Judge
from content.judging.parts import Part
from content.judging.prompts import prompt_hash
from content.models.model import ChatModel

SECRET: Final = b"acreage admission"  # the set is public, and its answers may be recorded anywhere
FILE: Final = "judges.json"


@dataclass(frozen=True, slots=True)
class Admission:
    """A model's test: when all parts are passed it may judge."""

    base_url: str
    model: str
    prompts: str
    is_quick: bool
    parts: tuple[Part, ...]

    @property
    def is_passed(self) -> bool:
        """Whether every part is."""
        return bool(self.parts) and all(part.is_passed for part in self.parts)


def examine(model: ChatModel, *, is_quick: bool) -> Iterator[Part]:
    """Ask everything, part by part."""
    judge, chosen = Judge(model, SECRET), items(is_quick=is_quick)
    yield from parts.pairs(judge, chosen)
    yield from parts.claims(judge, chosen)
    yield from parts.errors(judge, chosen)
    yield from parts.order(judge, chosen, is_quick=is_quick)


def remember(state: Path, admission: Admission) -> None:
    """Keep a result, passed or failed, in the place of an earlier one."""
    known = {_key(each.base_url, each.model, each.prompts): each for each in _known(state)}
    known[_key(admission.base_url, admission.model, admission.prompts)] = admission
    state.mkdir(parents=True, exist_ok=True)
    text = json.dumps([asdict(each) for each in known.values()], ensure_ascii=False, indent=1)
    (state / FILE).write_text(text, encoding="utf-8")


def recall(state: Path, base_url: str, model: str, prompts: str = "") -> Admission | None:
    """The result for this address, this model and the prompts as they are now (the judge's, unless others are named);
    None when there is none."""
    wanted = _key(base_url, model, prompts or prompt_hash())
    return next(
        (each for each in _known(state) if _key(each.base_url, each.model, each.prompts) == wanted), None
    )


def _known(state: Path) -> list[Admission]:
    path = state / FILE
    if not path.is_file():
        return []
    return TypeAdapter(list[Admission]).validate_json(path.read_bytes())


def _key(base_url: str, model: str, prompts: str) -> tuple[str, str, str]:
    return base_url.rstrip("/"), model, prompts
