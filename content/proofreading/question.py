"""One question to the proofreader about the numbered lines of an article, answered by a list of texts: `12: medical`.

What differs between two such questions is data: a new one is a `Question`, a file of what its reader is told, and the
words around the lines.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, create_model

from content.models.asking import answered
from content.models.forms import object_of
from content.models.model import ChatModel, Message, Request
from content.proofreading.reading import TEXTS, beside, parts, since
from content.proofreading.sheet import Sheet

TOKENS: Final = 600
_STRICT: Final = ConfigDict(extra="ignore", frozen=True, strict=True)
Accept = Callable[[list[str]], str]
"""What is wrong with the texts of an answer, or nothing."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of some lines, whichever they are."""

    name: str  # of the request, and of the list in its answer
    file: str  # beside this one: what its reader is told of the work
    form: str  # of an answer
    more: tuple[str, ...] = ()  # what else is said in this reading

    def told(self) -> tuple[str, ...]:
        """Everything that is said in this reading, for the hash an admission stands under."""
        return (beside(self.file), self.form, *self.more)

    def request(self, about: str, part: range, attempt: int = 0) -> Request:
        """The question about the lines of a part; `about` shows them."""
        text = f"{about}\n\n{since(part)}Answer in this form:\n{self.form}"
        messages = (Message("system", beside(self.file)), Message("user", text))
        schema = object_of(**{self.name: TEXTS})
        prompt = f"{self.name}@{_version(self)}"
        return Request(messages, schema, self.name, tokens=TOKENS, attempt=attempt, prompt=prompt)

    def answers(
        self,
        model: ChatModel,
        sheet: Sheet,
        ask: Callable[[range, int], Request],
        accept: Accept = lambda _: "",
    ) -> list[str]:
        """The texts of all parts of an article. ModelError when no answer comes."""
        fields: dict[str, Any] = {self.name: (list[str], ...)}  # Any: pydantic's own way to name a field
        form = create_model("Answer", __config__=_STRICT, **fields)
        found = [
            answered(model, partial(ask, part), form, accept=lambda answer: accept(self._texts(answer)))
            for part in parts(sheet.lines)
        ]
        return [text for answer in found for text in self._texts(answer)]

    def _texts(self, answer: BaseModel) -> list[str]:
        texts: list[str] = answer.model_dump()[self.name]
        return texts


@cache
def _version(question: Question) -> str:
    return hashlib.sha256(repr(question.told()).encode()).hexdigest()[:4]
