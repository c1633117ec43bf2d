"""The deployment file names the same flow, inactive, in a way a worker can load."""

import importlib
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml
from prefect import Task

from flows import tasks

ROOT = Path(__file__).parents[2]


def test_the_deployment_points_at_the_week_and_ships_inactive() -> None:
    file = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))
    assert file["pull"] == []
    (deployment,) = file["deployments"]
    module, name = deployment["entrypoint"].rsplit(".", 1)
    flow = getattr(importlib.import_module(module), name)
    assert flow.name == "week"
    assert set(deployment["parameters"]) <= set(flow.parameters.properties)
    (schedule,) = deployment["schedules"]
    assert schedule["active"] is False
    assert schedule["cron"] == "0 6 * * 1"
    assert ZoneInfo(schedule["timezone"])
    assert deployment["work_pool"] == {"name": "local"}


def test_every_task_has_a_name_of_its_own() -> None:
    named = {name: task.name for name, task in vars(tasks).items() if isinstance(task, Task)}
    assert named == {name: name for name in named}
    assert len(named) == 10
