"""Git reached over HTTP: a token that works and shows nowhere, and one clear line for everything else."""

import logging
import resource
from pathlib import Path

import pytest

from content.errors import PublishDown, PublishRefused
from content.publishers.repository.repository import Repository
from tests.content.publishers.repository.workshop import OUT, Workshop, page
from tests.servers.git_http import Strange, git_http

TOKEN = "tok-5ecre7-0451"
LOGIN = f"acreage:{TOKEN}"
PAGE = b"<html><title>Bad gateway</title></html>"


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path).begin({})


def over_http(workshop: Workshop, address: str, token: str = TOKEN, name: str = "blog.git") -> Repository:
    return workshop.open(repository=f"{address}/{name}", secret=token, secret_env="MY_TOKEN")


def test_a_token_lets_us_push_and_stands_in_no_file_and_no_line(
    workshop: Workshop, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with git_http(workshop.folder, LOGIN) as address:
        place = over_http(workshop, address)
        placing = workshop.placing(place)
        placing.put(page(), OUT)
        place.finish("Publish the week of 2026-W48")
        assert TOKEN not in f"{place.check()} {placing.book.placements()} {place.__dict__} {caplog.text}"
    assert "content/de/posts/wie-breit.md" in workshop.files()
    for path in workshop.folder.rglob("*"):
        if path.is_file():
            assert TOKEN.encode() not in path.read_bytes(), path
            assert b"YWNyZWFnZTp0b2st" not in path.read_bytes(), path  # the same in base64


def test_a_wrong_token_is_one_line_without_it(workshop: Workshop) -> None:
    with git_http(workshop.folder, LOGIN) as address, pytest.raises(PublishRefused) as error:
        over_http(workshop, address, "wrong-t0ken").check()
    assert "did not accept who we are" in str(error.value)
    assert "wrong-t0ken" not in str(error.value) and "\n" not in str(error.value)


def test_a_repository_that_the_server_does_not_know_is_one_line(workshop: Workshop) -> None:
    with (
        git_http(workshop.folder, LOGIN) as address,
        pytest.raises(PublishRefused, match="there is no repository"),
    ):
        over_http(workshop, address, name="nowhere.git").check()


@pytest.mark.parametrize(
    ("strange", "kind", "said"),
    [
        (
            (200, {"Content-Type": "text/html"}, PAGE),
            PublishRefused,
            "answers with a page, not with a repository",
        ),
        ((302, {"Location": "/login"}, b""), PublishRefused, "sends us elsewhere (a login page?)"),
        ((502, {"Content-Type": "text/html"}, PAGE), PublishDown, "cannot be reached now"),
        ((429, {}, b""), PublishDown, "cannot be reached now"),
        ((403, {}, b""), PublishRefused, "did not accept who we are"),
    ],
)
def test_a_server_that_answers_something_else_is_one_line(
    workshop: Workshop, strange: Strange, kind: type[Exception], said: str
) -> None:
    with git_http(workshop.folder, strange=strange) as address, pytest.raises(kind) as error:
        over_http(workshop, address).check()
    assert said in str(error.value) and "\n" not in str(error.value) and TOKEN not in str(error.value)


def test_a_disk_without_room_is_one_line_and_the_next_run_completes(workshop: Workshop) -> None:
    place = workshop.open()
    place.check()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4000, before[1]))  # the kernel refuses larger files to git too
    try:
        with pytest.raises(PublishRefused) as error:
            place._clone.stage("big.md", lambda old: bytes(range(256)) * 4000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert "\n" not in str(error.value)
    placing = workshop.placing(workshop.open())
    placing.put(page(), OUT)
    placing.place.finish("x")
    assert workshop.files() == ["README.md", "content/de/posts/wie-breit.md"]
