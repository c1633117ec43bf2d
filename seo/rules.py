"""Which rules of language stand today, in sixteen letters: what an earlier week found by the same ones is taken over.

Keys of a million phrases take 45 s to be told anew. Whatever could change one is in the sum, by its whole text: the
least edit costs those seconds once, and none can pass unseen, as it did when two thousand phrases were tried.
"""

import unicodedata
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from seo.privacy import GAP

FILES: Final = (
    "records.py",  # the languages
    "language.py",
    "language.toml",
    "wordings.py",
    "wordings.toml",
    "keywords.py",  # what stands for a text that has no key
    "topics.py",  # which texts are questions
)
PACKAGES: Final = (
    "snowballstemmer",
    "PyStemmer",
    "budoux",
)  # the first takes the second where it is installed


@cache
def rules() -> str:
    """The sum of the rules that tell a phrase's key and whether it asks."""
    return rules_of(Path(__file__).parent)


def rules_of(folder: Path) -> str:
    """The same of the files in a folder."""
    told = sha256("\0".join([unicodedata.unidata_version, GAP, *map(_version, PACKAGES)]).encode())
    for name in FILES:
        told.update(sha256((folder / name).read_bytes()).digest())
    return told.hexdigest()[:16]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
