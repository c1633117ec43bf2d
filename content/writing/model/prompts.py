"""The writer's questions: Markdown files, one per call, told apart by the hash of what they say."""

import hashlib
from functools import cache
from pathlib import Path
from string import Template
from typing import Final

HERE: Final = Path(__file__).parent / "prompts"
_HASH: Final = 6  # letters of a version: enough to tell one day's prompts from the next day's


@cache
def read(name: str) -> str:
    """A prompt as it stands."""
    return (HERE / f"{name}.md").read_text(encoding="utf-8").strip()


def filled(name: str, **words: str) -> str:
    """A prompt with its places filled in; a place without a word is a fault of ours."""
    return Template(read(name)).substitute(words)


def shape_of(shape: str) -> str:
    """What a page of this shape is like."""
    return read(f"shapes/{shape.replace(' ', '-')}")


@cache
def version(name: str) -> str:
    """`article@3f2a1c`: which words were asked; it changes with every word of the prompt or of the frame."""
    said = "\0".join((read("frame"), read(name), *(path.read_text("utf-8") for path in _shapes())))
    return f"{name}@{hashlib.sha256(said.encode()).hexdigest()[:_HASH]}"


def _shapes() -> list[Path]:
    return sorted((HERE / "shapes").glob("*.md"))
