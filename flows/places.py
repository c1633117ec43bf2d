"""The week's articles to every place the shop has configured, a task each; what fails there stays there."""

import asyncio
from functools import partial
from typing import Any

from prefect.client.schemas.objects import State as RunState

from content.errors import ContentError
from content.shop import Target
from flows import tasks
from flows.desk import Desk
from flows.progress import watcher
from flows.publishing import Dispatch, finish, note, note_all, targets
from flows.screen import one_line

AT_ONCE = 4  # requests side by side: a shared host serves few more


async def place_everywhere(desk: Desk, *, has_new: bool = True) -> None:
    """Target after target. One that cannot be used is said in the week's table and does not hold up the others."""
    for target in targets(desk):
        try:
            await place_on(desk, target, has_new=has_new)
        except ContentError as error:
            await asyncio.to_thread(note_all, desk, target, one_line(error))


async def place_on(desk: Desk, target: Target, *, has_new: bool = True) -> None:
    """Everything that waits for one target; then once more what has got another language meanwhile."""
    dispatch = await asyncio.to_thread(Dispatch, desk, target)
    try:
        await asyncio.to_thread(dispatch.place.check)
        for placement in await asyncio.to_thread(dispatch.to_take_off):
            await tasks.take_off(dispatch, target.name, placement, return_state=True)  # type: ignore[misc]  # typed as if sync
        for waiting in (partial(dispatch.to_put, has_new=has_new), dispatch.changed):
            for keys in dispatch.ranked(await asyncio.to_thread(waiting)):
                await _place_all(dispatch, keys)
        await asyncio.to_thread(finish, dispatch, f"{desk.shop.name}, {desk.week}")
    finally:
        dispatch.close()


async def _place_all(dispatch: Dispatch, keys: list[str]) -> None:
    if not keys:
        return
    watch, places = watcher.get(), asyncio.Semaphore(AT_ONCE)
    watch.stage(f"publish to {dispatch.target.name}", len(keys))

    async def one(key: str) -> None:
        async with places:
            watch.step(f"{await _place(dispatch, key)}: {dispatch.articles[key].slug}")

    await asyncio.gather(*(one(key) for key in keys))


async def _place(dispatch: Dispatch, key: str) -> str:
    """One article to its place, or the reason why not on it."""
    name = dispatch.target.name
    state: RunState[Any] = await tasks.place(dispatch, name, key, return_state=True)  # type: ignore[misc]  # typed as if sync
    if state.is_completed():
        return str(await state.aresult())
    error = await state.aresult(raise_on_failure=False)
    await asyncio.to_thread(note, dispatch.desk, dispatch.target, dispatch.articles[key], one_line(error))
    return "not placed"
