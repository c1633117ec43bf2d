"""The stages as Prefect tasks: what is tried again, what is held, what runs beside what stands here alone.

Names are explicit, because a task's key changes between source and wheel. Nothing is cached by Prefect: the
project's own database says what is done. Stages are plain functions and run in a thread, or one would block
all the others.
"""

import asyncio
from collections.abc import Callable
from typing import Any

from prefect import Task, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State as RunState
from prefect.client.schemas.objects import TaskRun
from sqlalchemy.exc import OperationalError

from content.errors import ModelDown, PublishDown
from content.publications import Placement
from flows import refreshing, stages
from flows.desk import Desk
from flows.publishing import Dispatch
from flows.turn import TURN
from seo.errors import SourceDown

PASSING = (PublishDown, SourceDown, ModelDown, OperationalError, ConnectionError, TimeoutError)
"""Errors of the moment: tried again at once."""


async def worth_another_try(_task: Task[..., Any], _run: TaskRun, state: RunState[Any]) -> bool:
    """Only what may be better in a minute. Async, because in async tasks `state.result()` is a coroutine."""
    return isinstance(await state.aresult(raise_on_failure=False), PASSING)


PATIENT: dict[str, Any] = {  # Any: options of many kinds
    "cache_policy": NO_CACHE,
    "persist_result": False,
    "retries": 2,
    "retry_delay_seconds": [2, 10],
    "retry_condition_fn": worth_another_try,
}


async def aside(stage: Callable[..., Any], *given: Any, **named: Any) -> Any:
    """Run a stage in a thread, so that Prefect's own work goes on, and alone but for what waits for a model."""

    def alone() -> Any:
        with TURN:
            return stage(*given, **named)

    return await asyncio.to_thread(alone)


@task(name="collect", **PATIENT)
async def collect(desk: Desk) -> int:
    """Hear what people ask."""
    return int(await aside(stages.collect, desk))


@task(name="cluster", **PATIENT)
async def cluster(desk: Desk) -> int:
    """Find the topics in it."""
    return int(await aside(stages.cluster, desk))


@task(name="plan", **PATIENT)
async def plan(desk: Desk, articles: int) -> int:
    """Choose what deserves a page."""
    return int(await aside(stages.plan, desk, articles))


@task(name="research", task_run_name="research-{key}", **PATIENT)
async def research(desk: Desk, key: str) -> None:
    """Read what the web says on it."""
    await aside(stages.research, desk, key)


@task(name="brief", task_run_name="brief-{key}", **PATIENT)
async def brief(desk: Desk, key: str) -> None:
    """Lay down what an article is to do."""
    await aside(stages.brief, desk, key)


@task(name="write", task_run_name="write-{key}", **PATIENT)
async def write(desk: Desk, key: str) -> None:
    """Write an article."""
    await aside(stages.write, desk, key)


@task(name="check", task_run_name="check-{key}", **PATIENT)
async def check(desk: Desk, key: str) -> None:
    """Check it against the truth."""
    await aside(stages.check, desk, key)


@task(name="revise", task_run_name="revise-{key}", **PATIENT)
async def revise(desk: Desk, key: str) -> None:
    """Send a model's draft back with what was found."""
    await aside(stages.revise, desk, key)


@task(name="score", task_run_name="score-{key}", **PATIENT)
async def score(desk: Desk, key: str) -> None:
    """Give it its points."""
    await aside(stages.score, desk, key)


@task(name="decide", task_run_name="decide-{key}", **PATIENT)
async def decide(desk: Desk, key: str) -> None:
    """Approve it by the shop's rule, hold it, or leave it to a person."""
    await aside(stages.decide, desk, key)


@task(name="hold", task_run_name="hold-{key}", **PATIENT)
async def hold(desk: Desk, key: str, error: str, is_passing: bool) -> None:
    """Keep an article that failed, with the reason."""
    await aside(stages.hold, desk, key, error, is_passing=is_passing)


@task(name="refresh", **PATIENT)
async def refresh(desk: Desk) -> int:
    """Hold every page against the facts as they are; returns how many were touched."""
    return len(await aside(refreshing.settle, desk))


@task(name="publish", **PATIENT)
async def publish(desk: Desk, is_rebuild: bool = False) -> int:
    """Put the approved articles on the site, all at once; a rebuild takes no new ones."""
    return int(await aside(stages.publish, desk, is_rebuild=is_rebuild))


@task(name="preview", **PATIENT)
async def preview(desk: Desk) -> None:
    """Lay every draft out for review."""
    await aside(stages.preview, desk)


@task(name="place", task_run_name="place-{target}-{key}", **PATIENT)
async def place(dispatch: Dispatch, target: str, key: str) -> str:  # noqa: ARG001  named for who watches
    """Put one article on one target. It waits for the network, not for the processor: several side by side."""
    return str((await asyncio.to_thread(dispatch.put, key)).stand)


@task(name="take_off", task_run_name="take-off-{target}", **PATIENT)
async def take_off(dispatch: Dispatch, target: str, placement: Placement) -> str:  # noqa: ARG001
    """Take one article off one target."""
    return str((await asyncio.to_thread(dispatch.take_off, placement)).stand)
