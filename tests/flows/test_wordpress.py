"""A week on a real WordPress, from the command line: published, verified, edited, taken back; and no secret anywhere."""

import base64
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from content.publications import Stand
from content.publishers.wordpress import WordPress
from flows.desk import opened
from flows.publishing import publish_to
from seo.database import FILE
from tests.flows.conftest import make_shop
from tests.flows.published_shop import DAY, LOCALES, WEEK, publish_week
from tests.servers.wordpress import Server, running

pytestmark = pytest.mark.wordpress
ROOT = Path(__file__).parents[2]
WRONG = "correct-horse-battery-staple-0123"


@pytest.fixture(scope="module")
def server() -> Server:
    found = running()
    found.empty()
    return found


def with_blog(folder: Path, server: Server, status: str = "published") -> Path:
    with (folder / "shop.toml").open("a", encoding="utf-8") as file:
        file.write(
            f'\n[[publish]]\nkind = "wordpress"\nname = "blog"\nsite = "{server.url}"\nuser = "editor"\nstatus = "{status}"\n'
        )
    return folder


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory, server: Server) -> tuple[Path, dict[str, str]]:
    """Thirteen pages in six languages on the blog."""
    folder = tmp_path_factory.mktemp("wp") / "shop"
    keys = publish_week(folder)
    os.environ[WordPress.secret] = server.users["editor"]
    with opened(with_blog(folder, server), WEEK, DAY) as desk:
        publish_to(desk, desk.shop.targets[0])
    return folder, keys


@pytest.fixture
def password(server: Server, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv(WordPress.secret, server.users["editor"])
    return server.users["editor"]


def acreage(folder: Path, *arguments: str, secret: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "flows", *arguments, "--shop", str(folder)], cwd=ROOT, text=True, capture_output=True,
        env={**os.environ, WordPress.secret: secret, "PREFECT_HOME": str(folder / ".acreage" / "prefect")}, check=False,
    )  # fmt: skip


def everything_written(*folders: Path) -> Iterator[tuple[Path, bytes]]:
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file() and not path.is_symlink():
                yield path, path.read_bytes()


def test_every_language_is_live_and_nothing_is_dropped(
    published: tuple[Path, dict[str, str]], password: str
) -> None:
    folder, keys = published
    with opened(folder, WEEK, DAY) as desk:
        placed = desk.placed.placements()
    assert {(each.stand, each.dropped, each.note) for each in placed} == {(Stand.LIVE, (), "")}
    assert {each.locale for each in placed} == set(LOCALES)
    assert len(placed) == len(keys)


def test_what_changed_in_the_catalogue_changes_there(
    published: tuple[Path, dict[str, str]], password: str, tmp_path: Path
) -> None:
    folder, keys = published
    text = (folder / "products.csv").read_text(encoding="utf-8")
    (folder / "products.csv").write_text(
        text.replace("29.90 GBP,32.90 EUR", "29.90 GBP,31.90 EUR"), encoding="utf-8"
    )
    with opened(folder, WEEK, DAY) as desk:
        (there,) = desk.placed.placements(article=keys["cheaper de"])
        assert "32,90" in httpx.get(there.url).text
        from flows import stages  # noqa: PLC0415
        from flows.refreshing import settle  # noqa: PLC0415

        settle(desk)
        stages.publish(desk, is_rebuild=True)
        publish_to(desk, desk.shop.targets[0])
        page = httpx.get(there.url).text
    assert "31,90" in page and "32,90" not in page


def test_an_edit_in_the_cms_is_pulled_and_kept(
    published: tuple[Path, dict[str, str]], password: str, server: Server
) -> None:
    folder, keys = published
    with opened(folder, WEEK, DAY) as desk:
        (there,) = desk.placed.placements(article=keys["returns fr"])
    with server.client("admin") as client:
        raw = client.get(f"posts/{there.remote_id}").json()["content"]["raw"]
        new = raw.replace("Vous pouvez renvoyer", "Bien sûr, vous pouvez renvoyer")
        assert new != raw
        client.post(f"posts/{there.remote_id}", json={"content": new})
    looked = acreage(folder, "verify", keys["returns fr"], secret=password)
    assert "a person changed body" in looked.stdout
    pulled = acreage(folder, "verify", "--pull", keys["returns fr"], "--as", "Ida Holm", secret=password)
    assert "version 2 by Ida Holm" in pulled.stdout, pulled.stderr
    again = acreage(folder, "publish", secret=password)
    assert again.returncode == 0, again.stdout + again.stderr
    with opened(folder, WEEK, DAY) as desk:
        article = desk.told.article(keys["returns fr"])
        (there,) = desk.placed.placements(article=keys["returns fr"])
    assert article is not None and "pendant {{shop.returns_days}}" in article.draft.body
    assert (there.stand, there.edited) == (Stand.LIVE, ())
    assert "Bien sûr, vous pouvez renvoyer" in httpx.get(there.url).text


def test_an_article_is_withdrawn_for_good(published: tuple[Path, dict[str, str]], password: str) -> None:
    folder, keys = published
    with opened(folder, WEEK, DAY) as desk:
        (there,) = desk.placed.placements(article=keys["cut en"])
    done = acreage(
        folder, "withdraw", keys["cut en"], "--as", "Ida Holm", "--why", "recalled", secret=password
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert httpx.get(there.url).status_code == 410


def test_the_weeks_flow_places_each_article_and_no_secret_is_written_anywhere(
    tmp_path: Path, server: Server
) -> None:
    server.empty()  # the shop of the tests before is this one, and a page of theirs lies in the trash
    shop = with_blog(make_shop(tmp_path / "shop", has_rule=True), server)
    before = len(server.posts())
    bad = acreage(shop, "week", secret=WRONG)
    assert "does not accept the user or its application password" in bad.stdout, bad.stderr
    intended = re.search(r"blog: (\d+) intended", bad.stdout)
    assert intended, bad.stdout
    good = acreage(shop, "week", secret=server.users["editor"])
    assert f"blog: {intended.group(1)} live" in good.stdout, good.stdout + good.stderr
    assert len(server.posts()) == before + int(intended.group(1))
    assert (shop / ".acreage" / FILE).exists()
    secrets = [WRONG, server.users["editor"]]
    said = bad.stdout + bad.stderr + good.stdout + good.stderr
    assert not [secret for secret in secrets if secret in said]
    encoded = [f"editor:{secret}" for secret in secrets]
    forms = [
        text.encode() for text in (*secrets, *(base64.b64encode(each.encode()).decode() for each in encoded))
    ]
    found = [path for path, data in everything_written(shop) for form in forms if form in data]
    assert found == []
    shutil.rmtree(shop)
