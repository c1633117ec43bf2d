"""Asks until an answer has its form: what cannot be read goes back with its fault, at most so often, and is then an
error.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError

from content.errors import Fault, ModelUnreadable
from content.models.answers import foreign, parsed
from content.models.forms import in_words
from content.models.model import ChatModel, Message, Request

Form = TypeVar("Form", bound=BaseModel)
ATTEMPTS: Final = 2
_SAID: Final = 200  # letters of a fault: the same whether it is new or was stored
MORE: Final = 2  # times the tokens, after an answer that was cut short
_NAMES: Final = {
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "de": "German",
    "ar": "Arabic",
    "ja": "Japanese",
}


def answered(
    model: ChatModel,
    ask: Callable[[int], Request],
    form: type[Form],
    language: str = "",
    attempts: int = ATTEMPTS,
    accept: Callable[[Form], str] | None = None,
) -> Form:
    """An answer in its form, and in its language where one is named. `ask` makes the request of an attempt; `accept`
    says what else is wrong with an answer, or nothing. ModelUnreadable when no attempt is any good: each is kept and
    counted.
    """
    fault: ModelUnreadable | None = None
    for attempt in range(attempts):
        request = ask(attempt) if fault is None else repaired(ask(attempt), fault)
        try:
            return _read(model, request, form, language, accept)
        except ModelUnreadable as error:
            fault = error
    assert fault is not None
    raise ModelUnreadable(
        f"{model.name}: {attempts} answers that are not what was asked for: {fault}", fault.fault
    )


def _read(
    model: ChatModel, request: Request, form: type[Form], language: str, accept: Callable[[Form], str] | None
) -> Form:
    text = model.ask(request).text
    try:
        found = parsed(text)
        if other := foreign(found, language) if language else "":
            raise ModelUnreadable(
                f"it is written in {_NAMES.get(other, other)}, not in {_NAMES[language]}", "language"
            )
        read = form.model_validate(found)
        if wrong := accept(read) if accept else "":
            raise ModelUnreadable(wrong, "shape")
    except ValidationError as error:
        wrong = _first(error)
        model.reject(request, f"shape: {wrong}")
        raise ModelUnreadable(wrong, "shape") from None
    except ModelUnreadable as error:
        model.reject(request, f"{error.fault}: {error}")
        raise
    return read


def repaired(request: Request, fault: ModelUnreadable) -> Request:
    """The request once more, with what was wrong with the last answer; nothing of that answer goes with it."""
    wrong = _cure(fault.fault, str(fault)[:_SAID])
    told = f"An answer to this was of no use: {wrong} Answer again, from the beginning."
    schema = in_words(request.schema) if request.schema is not None else ""
    last = Message("user", told + schema)
    tokens = request.tokens * MORE if fault.fault == "truncated" else request.tokens
    return replace(request, messages=(*request.messages, last), tokens=tokens)


def _cure(fault: Fault, says: str) -> str:
    cures: dict[Fault, str] = {
        "empty": "it was empty.",
        "truncated": "it ended before it was finished. Be briefer.",
        "garbled": "it held no single JSON object.",
        "shape": f"it had not the form asked for ({says}).",
        "language": f"{says}.",
    }
    return cures[fault]


def _first(error: ValidationError) -> str:
    """The first thing that does not fit, without quoting the answer."""
    found = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = ".".join(map(str, found["loc"])) or "the whole"
    return f"{place}: {found['msg'].lower()}"
