"""Vectors from an endpoint: in order, of length one, each batch on the books."""

import numpy as np
import pytest

from content.calls import Calls
from content.errors import LimitReached, ModelBarred, ModelDown
from content.models.embedder import BATCH, Embedder
from content.models.gate import Gate
from content.models.limits import Limits
from content.models.prices import Price
from tests.content.models.conftest import QUICK
from tests.servers.model_server import ModelServer


def embedder(server: ModelServer, calls: Calls, limits: Limits | None = None, url: str = "") -> Embedder:
    return Embedder(
        url or server.url, "e", "sk-very-secret-0123456789", calls,
        gate=Gate(2), patience=QUICK, price=Price(20.0, 0.0), limits=limits or Limits(),
    )  # fmt: skip


def test_vectors_come_in_order_and_are_counted(server: ModelServer, calls: Calls) -> None:
    texts = [f"{'x' * n}" for n in range(1, BATCH + 11)]
    found = embedder(server, calls).encode(texts)
    assert found.shape == (BATCH + 10, 2)
    assert np.allclose(np.linalg.norm(found, axis=1), 1)
    assert np.allclose(found[:, 0] / found[:, 1], [len(text) for text in texts], rtol=1e-4)
    told = calls.tally(role="embedder")
    assert (told.calls, told.tokens_in, told.cost) == (2, BATCH + 10, 20 * (BATCH + 10))
    assert embedder(server, calls).encode([]).shape[0] == 0


def test_no_server_is_an_error_and_a_wrong_address_another(server: ModelServer, calls: Calls) -> None:
    with pytest.raises(ModelDown):
        embedder(server, calls, url="http://127.0.0.1:9/v1").encode(["a"])
    with pytest.raises(ModelBarred, match=r"\[embedder\]"):
        embedder(server, calls, url=server.url.removesuffix("v1") + "nowhere").encode(["a"])


def test_a_limit_holds_here_too(server: ModelServer, calls: Calls) -> None:
    with pytest.raises(LimitReached):
        Embedder(
            server.url, "e", "", calls, gate=Gate(2), patience=QUICK, price=None, limits=Limits(week_cost=1)
        ).encode(["a"])
