"""How we introduce ourselves: by name and version, and where to complain."""

import re
from importlib.metadata import PackageNotFoundError, version
from typing import Final

NAME: Final = "Acreage"
_SENDABLE: Final = re.compile(r"[\x21-\x7e]+")


def user_agent(contact: str = "") -> str:
    """`Acreage/0.1.0 (+mailto:shop@example.org)`; without a contact the name and version alone, never another's."""
    try:
        name = f"{NAME}/{version('acreage')}"
    except PackageNotFoundError:  # run from a folder that nobody installed
        name = NAME
    words = "".join(_SENDABLE.findall(contact)).translate(str.maketrans("", "", "()\\"))
    if not words:
        return name
    return f"{name} (+{'mailto:' if '@' in words and ':' not in words else ''}{words})"
