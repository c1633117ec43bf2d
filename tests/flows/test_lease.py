"""One process per week of a shop; a dead one loses its place."""

import os
import socket
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from content.store import Holder, Store
from flows.iso_week import now
from flows.lease import SILENCE, LeaseTaken, at_work, began, is_gone, me, renew
from flows.migrate import migrate
from seo.database import open_engine

WEEK = "2026-W48"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    engine = open_engine(tmp_path)
    migrate(engine)
    return Store(engine, "hollow-lane")


def take(store: Store, holder: Holder) -> None:
    assert store.claim(WEEK, holder, is_gone) is None


def test_a_process_renews_its_own_lease_and_gives_it_back(store: Store) -> None:
    with at_work(store, WEEK):
        renew(store, WEEK)
    take(store, Holder("elsewhere", 1, "then", now()))


def test_a_living_process_keeps_its_lease(store: Store) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        take(store, Holder(socket.gethostname(), other.pid, began(other.pid), now()))
        with pytest.raises(LeaseTaken, match=f"process {other.pid} on"):
            renew(store, WEEK)
        other.kill()


def test_a_dead_process_loses_its_lease(store: Store) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        take(store, Holder(socket.gethostname(), other.pid, began(other.pid), now()))
        other.kill()
        other.wait()
    renew(store, WEEK)


def test_a_process_number_given_out_again_is_another_process(store: Store) -> None:
    assert is_gone(replace(me(), started="an earlier process of this number"))
    assert not is_gone(me())
    assert began(os.getpid())


def test_another_machine_is_gone_after_its_silence(store: Store) -> None:
    away = Holder("another-machine", 7, "then", now())
    assert not is_gone(away)
    assert is_gone(replace(away, seen_at=now() - SILENCE - timedelta(seconds=1)))


def test_weeks_and_shops_do_not_stand_in_each_others_way(store: Store) -> None:
    take(store, Holder("another-machine", 7, "then", now()))
    with at_work(store, "2026-W49"):
        pass
    with pytest.raises(LeaseTaken):
        renew(store, WEEK)


def test_releasing_leaves_anothers_lease_alone(store: Store) -> None:
    take(store, Holder("another-machine", 7, "then", now()))
    store.release(WEEK, me())
    with pytest.raises(LeaseTaken):
        renew(store, WEEK)
