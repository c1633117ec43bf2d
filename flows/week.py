"""A shop's week, from what people ask to what stands on the site: what happens on Monday."""

import asyncio
from pathlib import Path
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State as RunState
from prefect.runtime import flow_run

from content.errors import ContentError, LimitReached, ModelBarred, ModelDown
from content.writing.model.revising import ROUNDS
from flows import stages, tasks
from flows.artifacts import show_articles, show_sources, show_week
from flows.bootstrap import shop_from_environment
from flows.desk import Desk, open_desk
from flows.lease import LeaseTaken, at_work
from flows.places import place_everywhere
from flows.progress import watcher
from flows.screen import one_line
from flows.writing import has_writer
from seo.errors import SeoError

SETTLED = (ContentError, SeoError)
"""Errors about the shop's own matters: the article stays held until a file of the shop changes."""

PASSING = (ModelDown, ModelBarred, LimitReached)
"""A model's matters: nothing in the shop's files has to change, the next run tries again."""

AT_ONCE = 4  # articles in work side by side; more would only wait for the same processor


def _run_name() -> str:
    given = flow_run.get_parameters()
    return f"week-{Path(given['shop'] or '.').name}-{given['week'] or 'now'}"


@flow(name="week", flow_run_name=_run_name, persist_result=False, log_prints=False)
async def week(shop: str = "", week: str = "", articles: int = 0) -> dict[str, int]:
    """Do a week's work for a shop; run it again as often as you like, nothing is done twice.

    `shop` is the shop's folder, `week` an ISO week (`2026-W48`; empty: this one where the shop is),
    `articles` the most to write (0: what shop.toml says). Returns how many articles stand in which state.
    """
    desk = await asyncio.to_thread(open_desk, Path(shop or shop_from_environment() or "."), week)
    try:
        with at_work(desk.told, desk.week):
            await look_after_pages(desk)
            await listen_and_plan(desk, articles or desk.shop.articles)
            await write_each(desk)
            await show_what_is_done(desk)
        return await asyncio.to_thread(stages.tally, desk)
    finally:
        desk.close()


async def look_after_pages(desk: Desk) -> None:
    """What stands on the site is held against the catalogue first: a page that is stale is written anew."""
    watcher.get().stage("refresh")
    await tasks.refresh(desk)


async def listen_and_plan(desk: Desk, articles: int) -> None:
    """Collect, cluster, plan; a week that was planned from the same files stays as it is."""
    watch = watcher.get()
    if await asyncio.to_thread(stages.is_planned, desk, articles):
        watch.stage("planned already")
        return
    watch.stage("collect")
    await tasks.collect(desk)
    watch.stage("cluster")
    await tasks.cluster(desk)
    watch.stage("plan")
    await tasks.plan(desk, articles)


async def write_each(desk: Desk) -> None:
    """Write, check, score, decide; languages side by side, within one each article sees those before it."""
    queues = await asyncio.to_thread(stages.queues, desk)
    watcher.get().stage("write, check, score", sum(len(queue) for queue in queues))
    places = asyncio.Semaphore(AT_ONCE)

    async def work_off(queue: list[str]) -> None:
        for key in queue:
            async with places:
                await carry_through(desk, key)

    await asyncio.gather(*(work_off(queue) for queue in queues))


async def carry_through(desk: Desk, key: str) -> None:
    """One article to its decision. What goes wrong with it stays with it: held, with the reason."""
    for step in _steps(desk):
        state: RunState[Any] = await step(desk, key, return_state=True)
        if not state.is_completed():
            error = await state.aresult(raise_on_failure=False)
            if isinstance(error, LeaseTaken):
                raise error
            is_settled = isinstance(error, SETTLED) and not isinstance(error, PASSING)
            await tasks.hold(desk, key, reason(step.name, error), not is_settled)
            break
    watcher.get().step(await asyncio.to_thread(stages.headline, desk, key))


def _steps(desk: Desk) -> tuple[Any, ...]:  # Any: Prefect's tasks of several kinds
    """What an article goes through; only what a model wrote goes back for its findings."""
    settling = (tasks.check, tasks.score, tasks.decide)
    if not has_writer(desk):
        return (tasks.brief, tasks.write, *settling)
    again = (tasks.check, tasks.revise) * ROUNDS
    return (tasks.research, tasks.brief, tasks.write, *again, *settling)


def reason(step: str, error: object) -> str:
    """Why an article is held: our own errors speak for themselves, others are named as faults of ours."""
    if isinstance(error, SETTLED):
        return one_line(error)
    return f"{step} failed, tried again on the next run: {type(error).__name__}: {one_line(error)}"


async def show_what_is_done(desk: Desk) -> None:
    """The site with what is approved, the preview with what is written, the week's cards in Prefect."""
    watch = watcher.get()
    watch.stage("publish")
    await tasks.publish(desk)
    await place_everywhere(desk)
    watch.stage("preview")
    await tasks.preview(desk)
    watch.stage("report")
    await show_sources(desk)
    await show_week(desk)
    await show_articles(desk)
