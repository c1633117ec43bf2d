"""The catalogue changed: every page held against it, filled anew or taken off the site. What happens each day."""

import asyncio
from pathlib import Path

from prefect import flow
from prefect.runtime import flow_run

from flows import tasks
from flows.bootstrap import shop_from_environment
from flows.desk import open_desk
from flows.places import place_everywhere


def _run_name() -> str:
    return f"refresh-{Path(flow_run.get_parameters()['shop'] or '.').name}"


@flow(name="refresh", flow_run_name=_run_name, persist_result=False, log_prints=False)
async def refresh(shop: str = "") -> int:
    """Bring a shop's pages up to its facts; run it as often as you like, nothing is done twice.

    `shop` is the shop's folder. Returns how many pages were touched.
    """
    desk = await asyncio.to_thread(open_desk, Path(shop or shop_from_environment() or "."))
    try:
        touched = int(await tasks.refresh(desk))
        await tasks.publish(desk, is_rebuild=True)
        await place_everywhere(desk, has_new=False)
        await tasks.preview(desk)
        return touched
    finally:
        desk.close()
