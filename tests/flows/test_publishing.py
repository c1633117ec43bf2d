"""A shop's pages on a place of its own: all that are shown, once, and off it when they are not."""

import json
import shutil
from pathlib import Path
from typing import Any, ClassVar

import pytest

from content.errors import PublishDown, PublishRefused
from content.publications import Placement, Stand
from content.publishers import opening
from content.publishers.place import Copy, Report, Setting, Status
from content.records import State
from flows import publishing
from flows.__main__ import main
from flows.closing import lines, standing
from flows.desk import Desk, opened
from flows.publishing import publish_to, verify_on
from tests.content.publishers.shelf import Shelf
from tests.flows.published_shop import DAY, WEEK, publish_week

TABLE = '\n[[publish]]\nkind = "shelf"\nname = "blog"\nstatus = "published"\n'
THE_SHELF = Shelf()


class OneShelf(Shelf):
    """The same shelf, however often it is opened."""

    kind: ClassVar[str] = "shelf"
    refusal: ClassVar[str] = ""

    def __init__(self, setting: Setting | None = None) -> None:
        self.__dict__ = THE_SHELF.__dict__

    def check(self) -> Report:
        if OneShelf.refusal:
            raise PublishRefused(OneShelf.refusal)
        return super().check()


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    folder = tmp_path_factory.mktemp("published") / "shop"
    return folder, publish_week(folder)


@pytest.fixture
def keys(original: tuple[Path, dict[str, str]]) -> dict[str, str]:
    return original[1]


@pytest.fixture
def folder(original: tuple[Path, dict[str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(opening, "PLACES", {"shelf": OneShelf})
    monkeypatch.setattr(publishing, "PAUSES_S", (0.0, 0.0))
    THE_SHELF.__dict__.clear()
    Shelf.__init__(THE_SHELF)
    OneShelf.refusal = ""
    shutil.copytree(original[0], tmp_path / "shop", symlinks=True)
    with (tmp_path / "shop" / "shop.toml").open("a", encoding="utf-8") as file:
        file.write(TABLE)
    return tmp_path / "shop"


def place(folder: Path) -> dict[str, Placement]:
    """Publish to the shelf; how everything stands, by article."""
    with opened(folder, WEEK, DAY) as desk:
        return {each.article: each for each in publish_to(desk, desk.shop.targets[0])}


def only(desk: Desk, key: str) -> Placement:
    (found,) = desk.placed.placements(article=key)
    return found


def copy_of(key: str, placed: dict[str, Placement]) -> Copy:
    return THE_SHELF.copies[placed[key].remote_id]


def test_every_page_of_the_site_stands_there_once(folder: Path, keys: dict[str, str]) -> None:
    placed = place(folder)
    assert set(placed) == set(keys.values())
    assert {each.stand for each in placed.values()} == {Stand.LIVE}
    assert len(THE_SHELF.copies) == len(keys)


def test_doing_it_again_writes_nothing(folder: Path) -> None:
    place(folder)
    before = list(THE_SHELF.writes)
    place(folder)
    assert THE_SHELF.writes == before


def test_translations_name_each_other_on_the_place(folder: Path, keys: dict[str, str]) -> None:
    place(folder)
    with opened(folder, WEEK, DAY) as desk, publishing.dispatched(desk, desk.shop.targets[0]) as dispatch:
        by_concept: dict[str, list[str]] = {}
        for key, article in dispatch.articles.items():
            by_concept.setdefault(article.assignment.concept, []).append(key)
        shared = [group for group in by_concept.values() if len(group) > 1]
        for group in shared:
            assert {len(dispatch.payload(dispatch.articles[key]).alternates) for key in group} == {
                len(group) + 1
            }
        assert dispatch.changed() == []


def test_the_weeks_table_says_how_it_stands(folder: Path) -> None:
    place(folder)
    with opened(folder, WEEK, DAY) as desk:
        assert all("blog: live; https://shelf.example/" in each.where for each in lines(desk))


def test_a_place_that_refuses_is_one_line_and_loses_nothing(folder: Path, capsys: Any) -> None:
    OneShelf.refusal = "blog does not accept the password: make a new one."
    assert main(["publish", "--shop", str(folder), "--week", WEEK]) == 1
    said = capsys.readouterr().out
    assert said.count("blog does not accept the password") == 1
    OneShelf.refusal = ""
    assert main(["publish", "--shop", str(folder), "--week", WEEK]) == 0


def test_one_article_that_cannot_be_placed_does_not_hold_up_the_others(
    folder: Path, keys: dict[str, str]
) -> None:
    left = [3]

    def down(method: str) -> None:
        if method == "create" and left[0] > 0:
            left[0] -= 1
            raise PublishDown("blog is busy.")

    THE_SHELF.before = down
    placed = place(folder)
    assert sorted({str(each.stand) for each in placed.values()}) == ["intended", "live"]
    (waiting,) = [each for each in placed.values() if each.stand is Stand.INTENDED]
    assert standing(waiting) == "blog: intended; blog is busy."
    assert {each.stand for each in place(folder).values()} == {Stand.LIVE}


def test_a_page_that_is_held_comes_off_and_returns(folder: Path, keys: dict[str, str]) -> None:
    place(folder)
    with opened(folder, WEEK, DAY) as desk:
        desk.told.set_state(keys["cut en"], State.STALE, "no longer so")
    placed = place(folder)
    assert placed[keys["cut en"]].stand is Stand.OFF
    assert copy_of(keys["cut en"], placed).status is Status.DRAFT
    with opened(folder, WEEK, DAY) as desk:
        desk.told.set_state(keys["cut en"], State.REFRESHED)
    assert place(folder)[keys["cut en"]].stand is Stand.LIVE


def test_a_withdrawn_article_leaves_site_and_place(folder: Path, keys: dict[str, str], capsys: Any) -> None:
    placed = place(folder)
    arguments = [
        "withdraw",
        keys["cut en"][:8],
        "--shop",
        str(folder),
        "--as",
        "Ida Holm",
        "--why",
        "recalled",
    ]
    assert main(arguments) == 0
    assert copy_of(keys["cut en"], placed).status is Status.TRASH
    with opened(folder, WEEK, DAY) as desk:
        article = desk.told.article(keys["cut en"])
        assert article is not None
        assert (article.state, article.reason) == (State.WITHDRAWN, "withdrawn by Ida Holm: recalled")
        assert only(desk, keys["cut en"]).stand is Stand.WITHDRAWN
    assert "blog: withdrawn" in capsys.readouterr().out


def test_a_week_is_withdrawn_in_one_command(folder: Path) -> None:
    place(folder)
    assert (
        main(["withdraw", "--week", WEEK, "--shop", str(folder), "--as", "Ida Holm", "--why", "wrong prices"])
        == 0
    )
    assert {copy.status for copy in THE_SHELF.copies.values()} == {Status.TRASH}


def test_a_week_is_rolled_back_in_one_command(folder: Path) -> None:
    place(folder)
    arguments = [
        "withdraw",
        "--week",
        WEEK,
        "--rollback",
        "--shop",
        str(folder),
        "--as",
        "Ida Holm",
        "--why",
        "too soon",
    ]
    assert main(arguments) == 0
    assert {copy.status for copy in THE_SHELF.copies.values()} == {Status.DRAFT}
    place(folder)
    assert {copy.status for copy in THE_SHELF.copies.values()} == {Status.DRAFT}  # not sent again


@pytest.mark.parametrize(
    "arguments",
    [
        ["withdraw", "--as", "x", "--why", "y"],
        ["withdraw", "--week", WEEK, "--as", " ", "--why", "y"],
        ["withdraw", "--week", WEEK, "--as", "x", "--why", "y", "--to", "blog/x"],
        ["publish", "--target", "blgo"],
        ["verify", "--pull", "abc"],
    ],
)
def test_wrong_use_is_one_line(folder: Path, arguments: list[str], capsys: Any) -> None:
    assert main([*arguments, "--shop", str(folder)]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_verify_says_what_a_person_changed_and_pull_takes_it_over(
    folder: Path, keys: dict[str, str], capsys: Any
) -> None:
    placed = place(folder)[keys["returns fr"]]
    body = THE_SHELF.copies[placed.remote_id].said["body"]
    words = "Vous pouvez renvoyer votre commande"
    assert words in body
    THE_SHELF.edited(placed.remote_id, body=body.replace(words, f"Bien sûr : {words.lower()}"))
    assert main(["verify", keys["returns fr"], "--shop", str(folder)]) == 0
    assert "a person changed body" in capsys.readouterr().out
    assert main(["verify", "--pull", keys["returns fr"], "--as", "Ida Holm", "--shop", str(folder)]) == 0
    with opened(folder, WEEK, DAY) as desk:
        article = desk.told.article(keys["returns fr"])
        assert article is not None
        assert article.draft.body.startswith(
            "Bien sûr : vous pouvez renvoyer votre commande pendant {{shop.returns_days}}."
        )
        assert (article.draft.version, article.draft.written_by) == (2, "person:Ida Holm")
    again = place(folder)[keys["returns fr"]]
    assert (again.stand, again.edited) == (Stand.LIVE, ())


def test_an_edit_that_says_what_is_not_so_is_not_taken_over(
    folder: Path, keys: dict[str, str], capsys: Any
) -> None:
    placed = place(folder)[keys["plain en"]]
    body = THE_SHELF.copies[placed.remote_id].said["body"]
    THE_SHELF.edited(placed.remote_id, body=body.replace("160 cm", "190 cm"))
    main(["verify", "--pull", keys["plain en"], "--as", "Ida Holm", "--shop", str(folder)])
    assert "nothing was taken over" in capsys.readouterr().out
    with opened(folder, WEEK, DAY) as desk:
        article = desk.told.article(keys["plain en"])
        assert article is not None and article.draft.version == 1


def test_verify_answers_programs(folder: Path, capsys: Any) -> None:
    place(folder)
    assert main(["verify", "--shop", str(folder), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["placements"]
    assert {each["stand"] for each in found} == {"live"}


def test_what_is_not_live_is_exit_code_one(folder: Path, keys: dict[str, str]) -> None:
    placed = place(folder)
    del THE_SHELF.copies[placed[keys["cut en"]].remote_id]
    assert main(["verify", "--shop", str(folder)]) == 1
    with opened(folder, WEEK, DAY) as desk:
        assert only(desk, keys["cut en"]).stand is Stand.CONFLICT


def test_a_rehearsal_sends_nothing(folder: Path, capsys: Any) -> None:
    assert main(["publish", "--dry-run", "--shop", str(folder)]) == 0
    assert "would create: en-GB" in capsys.readouterr().out
    assert THE_SHELF.writes == []


def test_scheduled_articles_have_hours_of_their_markets_week(folder: Path) -> None:
    text = (
        (folder / "shop.toml")
        .read_text(encoding="utf-8")
        .replace('status = "published"', 'status = "scheduled"')
    )
    (folder / "shop.toml").write_text(text, encoding="utf-8")
    placed = place(folder)
    assert {each.stand for each in placed.values()} == {Stand.SCHEDULED}
    german = sorted(each.due_at for each in placed.values() if each.locale == "de-DE" and each.due_at)
    assert len(set(german)) == len(german) > 1
    assert {each.article: each.due_at for each in place(folder).values()} == {
        each.article: each.due_at for each in placed.values()
    }


def test_the_plugin_is_written(tmp_path: Path, capsys: Any) -> None:
    assert main(["wordpress", "plugin", "--to", str(tmp_path)]) == 0
    assert "GPL-2.0-or-later" in (tmp_path / "acreage.php").read_text(encoding="utf-8")
    assert main(["wordpress", "plugin"]) == 0
    assert capsys.readouterr().out.count("Plugin Name: Acreage") == 1
    assert main(["wordpress", "plugin", "--to", str(tmp_path / "nowhere")]) == 2


def test_a_secret_that_is_not_set_is_named_in_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.undo()
    monkeypatch.delenv("ACREAGE_WORDPRESS_PASSWORD", raising=False)
    text = (
        (folder / "shop.toml")
        .read_text(encoding="utf-8")
        .replace('kind = "shelf"', 'kind = "wordpress"\nsite = "http://127.0.0.1:9"\nuser = "x"')
    )
    (folder / "shop.toml").write_text(text, encoding="utf-8")
    assert main(["publish", "--shop", str(folder)]) == 1
    assert "put it into the environment as ACREAGE_WORDPRESS_PASSWORD" in capsys.readouterr().out


def test_looking_at_nothing_is_nothing(folder: Path) -> None:
    with opened(folder, WEEK, DAY) as desk:
        assert verify_on(desk, desk.shop.targets[0]) == []
