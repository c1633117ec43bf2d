"""An OpenAI-compatible embeddings endpoint in the place of the bundled encoder.

https://platform.openai.com/docs/api-reference/embeddings. Every batch stands among the calls, with its tokens and its
cost; the vectors themselves are kept by `seo/encoders/cached.py`, by text, so that no text is paid twice.
"""

import asyncio
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final

import numpy as np
import openai
from numpy.typing import NDArray
from pydantic import BaseModel, Field, ValidationError

from content.calls import Call, Calls, CallState, Kept, Purpose
from content.errors import ModelBarred, ModelDown, ModelError
from content.models import tokens
from content.models.gate import Gate
from content.models.limits import Limits
from content.models.model import Answer
from content.models.prices import Price
from content.models.retries import Patience, Within, patiently
from content.models.wire import run
from seo.encoders.encoder import Encoder

BATCH: Final = 64
_LONGEST: Final = 2000  # characters, as the bundled encoder reads
_BUSY: Final = (408, 409, 425, 429)
_SERVERS_FAULT: Final = 500


class _Row(BaseModel):
    index: int
    embedding: list[float] = Field(min_length=1)


class _Usage(BaseModel):
    prompt_tokens: int | None = None


class _Vectors(BaseModel):
    data: list[_Row]
    usage: _Usage | None = None


class Embedder(Encoder):
    """One embedding model at one address."""

    def __init__(
        self,
        base_url: str,
        model: str,
        key: str,
        calls: Calls,
        *,
        gate: Gate,
        patience: Patience,
        price: Price | None,
        limits: Limits,
    ) -> None:
        self.name = f"{model} at {base_url}"
        self._url, self._model, self._key = base_url, model, key
        self._calls, self._gate, self._patience = calls, gate, patience
        self._price, self._limits = price, limits
        self._create: Any = None  # Any: the client's own shapes

    def __repr__(self) -> str:
        return f"Embedder({self.name})"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors of length 1; ModelError when the endpoint gives none."""
        if not texts:
            return np.empty((0, 1), dtype=np.float32)
        rows = [row for at in range(0, len(texts), BATCH) for row in self._batch(texts[at : at + BATCH])]
        vectors = np.asarray(rows, dtype=np.float32)
        unit: NDArray[np.float32] = vectors / np.linalg.norm(vectors, axis=1, keepdims=True).clip(1e-9)
        return unit

    def _batch(self, texts: Sequence[str]) -> list[list[float]]:
        cut = [text[:_LONGEST] or " " for text in texts]
        key = sha256(
            json.dumps(["embedding", self._url, self._model, cut], ensure_ascii=False).encode()
        ).hexdigest()[:32]
        size = tokens.most(*cut)
        most = None if self._price is None else self._price.most(size, 0)
        call = Call(key, Purpose("embedder"), self._url, self._model, "embedding", "", 0, 0, size, most)
        return patiently(lambda within: self._send(call, cut, within), self._patience)

    def _send(self, call: Call, texts: list[str], within: Within) -> list[list[float]]:
        self._calls.begin(call, self._limits, datetime.now(UTC))
        try:
            told = run(self._ask(texts, call.most_tokens, within))
        except ModelError as error:
            self._calls.failed(call.key, str(error), is_lost=isinstance(error, ModelDown) and error.is_lost)
            raise
        used = told.usage.prompt_tokens if told.usage else None
        answer = Answer("", used, 0 if used is not None else None)
        cost = self._price.cost(answer) if self._price else None
        kept = Kept(CallState.KEPT, "", "", answer.tokens_in, answer.tokens_out, cost, 0.0)
        self._calls.settle(call.key, kept, datetime.now(UTC))
        return [row.embedding for row in sorted(told.data, key=lambda row: row.index)]

    async def _ask(self, texts: list[str], size: int, within: Within) -> _Vectors:
        failed: ModelError
        async with self._gate.turn(size):
            seconds = within()
            try:
                async with asyncio.timeout(max(seconds, 0.001)):
                    raw = await self._open()(
                        model=self._model, input=texts, encoding_format="float", timeout=seconds
                    )
                    found = _Vectors.model_validate_json(raw.text)
                if len(found.data) == len(texts):
                    return found
                failed = ModelDown(
                    f"{self.name} answered {len(found.data)} vectors for {len(texts)} texts.", is_lost=True
                )
            except (TimeoutError, openai.APITimeoutError):
                failed = ModelDown(f"{self.name} gave no answer within {seconds:.0f} s.", is_lost=True)
            except openai.APIStatusError as error:
                says = f"{self.name} answered {error.status_code}: {self._line(error)}"
                is_passing = error.status_code in _BUSY or error.status_code >= _SERVERS_FAULT
                failed = (
                    ModelDown(says) if is_passing else ModelBarred(f"{says}. Look at [embedder] and its key.")
                )
            except (openai.OpenAIError, ValidationError) as error:
                failed = ModelDown(f"{self.name}: {type(error).__name__}", is_lost=True)
        raise failed

    def _open(self) -> Any:  # Any: the client's own shapes
        if self._create is None:
            client = openai.AsyncOpenAI(base_url=self._url, api_key=self._key or "none", max_retries=0)
            self._create = client.embeddings.with_raw_response.create
        return self._create

    def _line(self, error: Exception) -> str:
        said = " ".join(str(error).split())
        return (said.replace(self._key, "…") if self._key else said)[:200]
