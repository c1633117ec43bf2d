"""A corpus small enough to read."""

from pathlib import Path

import pytest

from content.corruption.corpus import Corpus, read_corpus
from tests.content.corruption.tiny import write_tiny


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder: Path = write_tiny(tmp_path_factory.mktemp("corpora"))
    return read_corpus(folder / "tiny")
