"""The deployment file names the same flow, inactive, in a way a worker can load."""

import asyncio
import importlib
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import pytest
import yaml
from prefect import Task
from prefect.client.orchestration import get_client
from prefect.types.entrypoint import EntrypointType

from flows import tasks
from flows.week import week

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("name", "cron"), [("week", "0 6 * * 1"), ("refresh", "0 5 * * *")])
def test_each_deployment_points_at_its_flow_and_ships_inactive(name: str, cron: str) -> None:
    file = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))
    assert file["pull"] == []
    assert [each["name"] for each in file["deployments"]] == ["week", "refresh"]
    (deployment,) = [each for each in file["deployments"] if each["name"] == name]
    module, function = deployment["entrypoint"].rsplit(".", 1)
    flow = getattr(importlib.import_module(module), function)
    assert flow.name == name
    assert set(deployment["parameters"]) <= set(flow.parameters.properties)
    (schedule,) = deployment["schedules"]
    assert schedule["active"] is False
    assert schedule["cron"] == cron
    assert ZoneInfo(schedule["timezone"])
    assert deployment["work_pool"] == {"name": "local"}


def test_a_weekly_schedule_really_makes_runs(prefect_url: str) -> None:
    """With SQLAlchemy 2.1 Prefect 3.8 takes the schedule and then fails to store a single run of it."""

    async def scheduled() -> list[str]:
        deployment = await week.to_deployment(
            "test", entrypoint_type=EntrypointType.MODULE_PATH, cron="0 6 * * 1", parameters={"shop": "."}
        )
        key = await deployment.apply()
        async with get_client() as client:
            answer = httpx.post(f"{prefect_url}/deployments/{key}/schedule", json={"max_runs": 2})
            assert answer.is_success, answer.text
            runs = await client.read_flow_runs()
        return [run.name for run in runs if run.deployment_id == key]

    assert len(asyncio.run(scheduled())) >= 2


def test_every_task_has_a_name_of_its_own() -> None:
    named = {name: task.name for name, task in vars(tasks).items() if isinstance(task, Task)}
    assert named == {name: name for name in named}
    assert len(named) == 16
