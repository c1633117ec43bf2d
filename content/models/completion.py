"""A chat completion as servers send it, read as foreign matter: what was said, how it ended, what it used."""

from typing import Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from content.errors import ModelDown, ModelRefused, ModelUnreadable
from content.models.answers import is_refusal, spoken
from content.models.model import Answer, Request

_DOWN: Final = "insufficient_system_resource"  # DeepSeek: the server was too busy to go on
_DECLINED: Final = ("content_filter", "refusal", "safety")
_SHOWN: Final = 160


class _Read(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class _Message(_Read):
    """`reasoning_content` and `reasoning` may stand beside these: nobody reads them."""

    content: str | None = None
    refusal: str | None = None


class _Choice(_Read):
    message: _Message
    finish_reason: str | None = None


class _Details(_Read):
    cached_tokens: int | None = None


class _Usage(_Read):
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    prompt_tokens_details: _Details | None = None
    prompt_cache_hit_tokens: int | None = None  # DeepSeek's


class _Completion(_Read):
    choices: list[_Choice] = Field(min_length=1)
    usage: _Usage | None = None


class Unusable(ModelUnreadable):
    """An answer that ended badly, with what it used: it is paid all the same."""

    def __init__(self, error: ModelUnreadable, answer: Answer) -> None:
        super().__init__(str(error), error.fault)
        self.answer = answer


class Declined(ModelRefused):
    """A refusal, with what it used."""

    def __init__(self, message: str, answer: Answer) -> None:
        super().__init__(message)
        self.answer = answer


def answer_of(text: str, request: Request, who: str, seconds: float) -> Answer:
    """The answer in a response's body. ModelDown when that is no completion (a proxy's page, half an answer)."""
    try:
        told = _Completion.model_validate_json(text)
    except ValidationError:
        raise ModelDown(f"{who} answered 200 with no completion in it.", is_lost=True) from None
    choice = told.choices[0]
    said = spoken(choice.message.content or "")
    answer = _answer(said, told.usage, seconds)
    if choice.finish_reason == _DOWN:
        raise ModelDown(f"{who} broke off: too busy.", is_lost=True)
    if choice.message.refusal or choice.finish_reason in _DECLINED:
        raise Declined(f"{who} refused: {_shown(choice.message.refusal or said)}", answer)
    if choice.finish_reason == "length":
        raise Unusable(
            ModelUnreadable(f"{who} was cut short at its {request.tokens} tokens.", "truncated"), answer
        )
    if not said:
        raise Unusable(ModelUnreadable(f"{who} answered nothing.", "empty"), answer)
    if request.schema is not None and is_refusal(said):
        raise Declined(f"{who} refused: {_shown(said)}", answer)
    return answer


def _answer(said: str, used: _Usage | None, seconds: float) -> Answer:
    if used is None:
        return Answer(said, seconds=seconds)
    details = used.prompt_tokens_details
    cached = used.prompt_cache_hit_tokens if details is None else details.cached_tokens
    return Answer(said, used.prompt_tokens, used.completion_tokens, seconds, cached)


def _shown(text: str) -> str:
    return repr(" ".join(text.split())[:_SHOWN])
