"""The look of the site: Jinja2 templates and one style sheet, with everything escaped unless it is markup."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

FOLDER = Path(__file__).parent / "themes" / "plain"
File = tuple[str, bytes]
"""A path inside the site and what stands there."""


@cache
def theme() -> Environment:
    """The templates; a word or value that a template names and nobody gave stops the build."""
    return Environment(
        loader=FileSystemLoader(FOLDER, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def filled(template: str, **values: object) -> bytes:
    """A template with its values, as the bytes of a file."""
    return theme().get_template(template).render(**values).encode()


@cache
def style() -> File:
    """Path and bytes of the style sheet; the path changes with its content: no browser keeps an old one."""
    data = (FOLDER / "style.css").read_bytes()
    return f"assets/style.{sha256(data).hexdigest()[:8]}.css", data
