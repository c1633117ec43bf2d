"""A shop's real pages, in six languages, on every kind of place there is: by the command, twice, and taken back."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from content.publications import Placement, Stand
from content.publishers import PLACES
from content.publishers.merging import facts
from content.publishers.sight import plain
from flows import publishing
from flows.__main__ import main
from flows.desk import opened
from flows.publishing import publish_to, verify_on
from tests.content.publishers.repository.test_generators import checked_out, program, run
from tests.content.publishers.repository.workshop import Workshop
from tests.content.publishers.test_webhook import SECRET
from tests.flows.published_shop import DAY, LOCALES, WEEK, publish_week
from tests.servers.ghost_fake import KEY, ghost_fake
from tests.servers.hearing import Answer, hearing
from tests.servers.shopify_fake import TOKEN, shopify_fake

SECRETS = {"ACREAGE_SHOPIFY_TOKEN": TOKEN, "ACREAGE_GHOST_KEY": KEY, "ACREAGE_WEBHOOK_SECRET": SECRET}


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    folder = tmp_path_factory.mktemp("published") / "shop"
    return folder, publish_week(folder)


@pytest.fixture
def folder(original: tuple[Path, dict[str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(publishing, "PAUSES_S", (0.0, 0.0))
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    shutil.copytree(original[0], tmp_path / "shop", symlinks=True)
    return tmp_path / "shop"


@pytest.fixture
def tables(tmp_path: Path) -> Iterator[dict[str, str]]:
    """What stands in shop.toml for each kind, its server started."""
    with ExitStack() as stack:
        store, ghost, receiver = (stack.enter_context(each()) for each in (shopify_fake, ghost_fake, hearing))
        languages = sorted({locale[:2] for locale in LOCALES})
        store.locales = [{"locale": each, "primary": each == "en", "published": True} for each in languages]
        store.size = store.points = store.restored_per_s = 1e6
        subprocess.run(["git", "init", "--bare", "--quiet", str(tmp_path / "blog.git")], check=True)
        yield {
            "git": f'repository = "{tmp_path / "blog.git"}"\ngenerator = "hugo"\naddress = "/{{language}}/posts/{{slug}}/"\n'
            'site = "http://127.0.0.1:9"\n',
            "webhook": f'url = "{receiver.url}"\n',
            "shopify": f'store = "{store.site}"\nsite = "{store.site}"\nblog = "news"\n',
            "ghost": f'site = "{ghost.site}"\n',
        }


def with_table(folder: Path, kind: str, table: str) -> Path:
    with (folder / "shop.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[[publish]]\nkind = "{kind}"\nstatus = "published"\n{table}')
    return folder


def place(folder: Path) -> dict[str, Placement]:
    with opened(folder, WEEK, DAY) as desk:
        return {each.article: each for each in publish_to(desk, desk.shop.targets[0])}


def test_every_kind_but_wordpress_is_tried_here(tables: dict[str, str]) -> None:
    assert sorted({*tables, "wordpress"}) == sorted(PLACES)


@pytest.mark.parametrize(
    ("kind", "stands"),
    [
        ("git", {Stand.PUBLISHED, Stand.UNSEEN}), ("webhook", {Stand.PUBLISHED, Stand.UNSEEN}),
        ("shopify", {Stand.LIVE}), ("ghost", {Stand.LIVE}),
    ],
)  # fmt: skip
def test_all_pages_go_there_whole_and_once(
    folder: Path, original: tuple[Path, dict[str, str]], tables: dict[str, str], kind: str, stands: set[Stand]
) -> None:
    placed = place(with_table(folder, kind, tables[kind]))
    if kind == "shopify":  # what has no original in the store's own language is refused, and nothing else is
        refused = {key: each for key, each in placed.items() if each.stand is Stand.REFUSED}
        assert {each.locale[:2] for each in placed.values() if each.stand is Stand.LIVE} >= {"en"}
        assert all(
            "that this one translates" in each.note and each.locale[:2] != "en" for each in refused.values()
        )
        placed = {key: each for key, each in placed.items() if key not in refused}
    else:
        assert set(placed) == set(original[1].values())
    assert {key: each.note for key, each in placed.items() if each.stand not in stands} == {}
    assert {key: each.dropped for key, each in placed.items() if each.dropped} == {}
    before = {key: (each.modified, each.fingerprint) for key, each in placed.items()}
    again = place(folder)
    assert {key: (again[key].modified, again[key].fingerprint) for key in before} == before
    with opened(folder, WEEK, DAY) as desk:
        seen = verify_on(desk, desk.shop.targets[0])
    assert {each.article: each.edited for each in seen if each.edited or each.alarms} == {}


def test_the_command_pushes_one_commit_and_says_so(
    folder: Path, tables: dict[str, str], tmp_path: Path
) -> None:
    with_table(folder, "git", tables["git"])
    assert main(["publish", "--shop", str(folder)]) in (0, 1)
    bare = str(tmp_path / "blog.git")
    log = subprocess.run(
        ["git", "-C", bare, "log", "--format=%s", "main"], capture_output=True, text=True, check=True
    )
    assert len(log.stdout.splitlines()) == 1 and "Hollow Lane" in log.stdout
    files = subprocess.run(
        ["git", "-C", bare, "ls-tree", "-r", "--name-only", "main"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert {line.split("/")[1] for line in files.stdout.splitlines()} >= {"ar", "ja", "de"}


def test_a_withdrawn_article_is_withdrawn_in_the_repository_and_at_the_receiver(
    folder: Path, tables: dict[str, str], tmp_path: Path, original: tuple[Path, dict[str, str]]
) -> None:
    with_table(folder, "git", tables["git"])
    with_table(folder, "webhook", tables["webhook"])
    assert main(["publish", "--shop", str(folder)]) in (0, 1)
    key = next(iter(original[1].values()))
    assert main(["withdraw", key, "--as", "Jana", "--why", "wrong", "--shop", str(folder)]) in (0, 1)
    with opened(folder, WEEK, DAY) as desk:
        assert {each.stand for each in desk.placed.placements(article=key)} == {Stand.WITHDRAWN}
        path = next(each.remote_id for each in desk.placed.placements("git", article=key))
    files = subprocess.run(
        ["git", "-C", str(tmp_path / "blog.git"), "ls-tree", "-r", "--name-only", "main"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert path not in files.stdout.splitlines()


def test_no_secret_stands_in_any_file_of_the_shop(folder: Path, tables: dict[str, str]) -> None:
    for kind, table in tables.items():
        with_table(folder, kind, table)
    assert main(["publish", "--shop", str(folder)]) in (0, 1)
    secrets = [TOKEN, KEY.partition(":")[2], SECRET.removeprefix("whsec_")]
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert not [each for each in secrets if each.encode() in data], path


def test_a_receiver_that_was_down_gets_its_events_with_the_next_publish(folder: Path) -> None:
    with hearing() as receiver:
        receiver.answers = [Answer(503)]
        with_table(folder, "webhook", f'url = "{receiver.url}"\n')
        placed = place(folder)
        assert {each.note for each in placed.values() if "events are kept" in each.note}
        receiver.answers = [Answer()]
        receiver.heard.clear()
        publishing_after_a_minute = opened(folder, WEEK, DAY)
        with publishing_after_a_minute as desk, publishing.dispatched(desk, desk.shop.targets[0]) as dispatch:
            from datetime import timedelta  # noqa: PLC0415

            from flows.iso_week import now  # noqa: PLC0415

            object.__setattr__(dispatch.place._setting, "now", lambda: now() + timedelta(minutes=5))
            dispatch.place.finish("2026-W48")
        types = [json.loads(body)["type"] for _, body in receiver.heard]
        assert types.count("article.published") == len(placed) and types[-1] == "week.finished"


SINGLE = "<!doctype html><html><head><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>\n"
SITES = {
    "hugo": {
        "hugo.toml": 'baseURL = "https://blog.example/"\n[markup.goldmark.renderer]\nunsafe = true\n',
        "layouts/_default/single.html": SINGLE, "layouts/_default/list.html": "<title>list</title>\n",
    },
    "pelican": {
        "pelicanconf.py": 'SITEURL = "https://blog.example"\nSITENAME = "B"\nPATH = "content"\nTIMEZONE = "UTC"\nDEFAULT_LANG = "en"\n'
        'ARTICLE_URL = ARTICLE_SAVE_AS = ARTICLE_LANG_URL = ARTICLE_LANG_SAVE_AS = "{lang}/{slug}/index.html"\n',
    },
}  # fmt: skip
BUILD = {"hugo": ["hugo", "--quiet"], "pelican": ["pelican", "-s", "pelicanconf.py", "-o", "public"]}


@pytest.mark.generators
@pytest.mark.parametrize("generator", sorted(SITES))
def test_every_fact_of_every_page_reaches_the_built_site(
    folder: Path, tables: dict[str, str], tmp_path: Path, generator: str
) -> None:
    workshop = Workshop(tmp_path / "desk-of-a-person")
    workshop.folder.mkdir()
    workshop.begin(SITES[generator])
    with_table(
        folder, "git",
        f'repository = "{workshop.bare}"\ngenerator = "{generator}"\naddress = "/{{slug}}/"\nsite = "http://127.0.0.1:9"\n',
    )  # fmt: skip
    placed = place(folder)
    site = checked_out(workshop)
    run(program(BUILD[generator][0]), *BUILD[generator][1:], cwd=site)
    built = {
        path.parent.name: path.read_text(encoding="utf-8") for path in (site / "public").rglob("index.html")
    }
    for each in placed.values():
        page = built[Path(each.remote_id).stem]
        assert f"acreage:{each.key}:" in page
        sent = each.sent["body"]
        assert facts(page.partition("<body")[2]).keys() == facts(sent).keys(), each.article
        assert {plain(value) for value in facts(page).values()} == {
            plain(value) for value in facts(sent).values()
        }
        assert "{{" not in plain(page) and "**" not in plain(page) and "{#" not in plain(page)
        assert page.count("<table") == len(re.findall(r"(?m)^\|[-:|]+\|$", sent))
