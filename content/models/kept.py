"""Keeps every answer of a model in a folder, by the key of its request: the same question is never paid twice."""

import json
import os
import tempfile
from pathlib import Path

from content.errors import ModelSilent
from content.models.model import Answer, ChatModel, Request


class Kept(ChatModel):
    """A model with a memory, or the memory alone (`model` None): then what was never asked is silence."""

    def __init__(self, folder: Path, model: ChatModel | None, base_url: str = "", name: str = "") -> None:
        self._model = model
        self._folder = folder
        self.base_url = model.base_url if model else base_url
        self.name = model.name if model else name

    def ask(self, request: Request) -> Answer:
        """The stored answer, else the model's, stored before it is handed on."""
        path = self._folder / f"{request.key(self.base_url, self.name)}.json"
        if path.is_file():
            told = json.loads(path.read_text(encoding="utf-8"))
            return Answer(told["text"], told["tokens_in"], told["tokens_out"], told["seconds"])
        if self._model is None:
            raise ModelSilent(f"no stored answer of {self.name} for {request.name}, sample {request.sample}.")
        answer = self._model.ask(request)
        self._folder.mkdir(parents=True, exist_ok=True)
        _write(path, answer)
        return answer


def _write(path: Path, answer: Answer) -> None:
    """There whole or not at all, however the process ends."""
    told = {
        "text": answer.text,
        "tokens_in": answer.tokens_in,
        "tokens_out": answer.tokens_out,
        "seconds": round(answer.seconds, 3),
    }
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as draft:
        json.dump(told, draft, ensure_ascii=False)
    os.replace(draft.name, path)  # noqa: PTH105 - atomic, and the name is the file object's
