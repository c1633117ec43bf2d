"""The bundled encoder, loaded once."""

import pytest

from seo.encoders.encoder import Encoder
from seo.encoders.universal import Universal


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return Universal()
