"""A model writes from the brief, gets its findings back, and is stood in for when it gives nothing."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from content.errors import ModelError
from content.records import Severity, State
from flows.__main__ import main
from flows.desk import opened
from tests.flows.written_article import LIE, WEEK, article, carried, writes
from tests.servers.model_server import Asked, ModelServer, complaint, completion
from tests.servers.web import Reply


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    with ModelServer() as server:
        monkeypatch.setenv("ACREAGE_WRITER_URL", server.url)
        monkeypatch.setenv("ACREAGE_WRITER_MODEL", "m")
        yield server


@pytest.fixture
def small_shop(shop: Path) -> Path:
    """Its models are waited for no longer than a test can."""
    with (shop / "shop.toml").open("a", encoding="utf-8") as file:
        file.write("\n[models]\ndeadline_s = 8.0\ntry_s = 7.0\n")
    return shop


def test_a_true_article_is_written_in_one_call_and_goes_out(small_shop: Path, server: ModelServer) -> None:
    server.says = writes("The {{c-2.short}} must stay whole: its owner has said no to cutting.")
    with opened(small_shop, WEEK) as desk:
        found = desk.told.article(carried(desk))
        assert found is not None
        assert [(f.rule, f.quote) for f in found.findings if f.severity is Severity.BLOCK] == []
        assert (found.state, found.draft.written_by, found.draft.note) == (State.APPROVED, "model:m", ""), (
            found.draft.note
        )
        assert {each.reference for each in found.draft.relies} >= {
            "c-1.can_be_cut",
            "unknown(c-3.can_be_cut)",
        }
    assert len(server.asked) == 1


def test_a_lie_goes_back_and_the_truth_goes_out(small_shop: Path, server: ModelServer) -> None:
    server.says = writes(LIE, "The {{c-2.short}} must stay whole, so choose its length before you order.")
    with opened(small_shop, WEEK) as desk:
        found = desk.told.article(carried(desk))
        assert found is not None
        assert (found.state, found.draft.version, found.draft.rounds) == (State.APPROVED, 2, 1)
        assert "scissors" not in found.draft.body
    assert len(server.asked) == 2


def test_who_keeps_lying_is_held_after_two_rounds_with_the_findings(
    small_shop: Path, server: ModelServer
) -> None:
    server.says = writes(LIE, LIE)
    with opened(small_shop, WEEK) as desk:
        found = desk.told.article(carried(desk))
        assert found is not None
        assert (found.state, found.draft.rounds) == (State.HELD, 2)
        assert "capability.contradicted" in found.reason
    assert len(server.asked) == 3


def test_the_assembler_stands_in_for_a_model_that_is_down_and_says_so(
    small_shop: Path, server: ModelServer, capsys: pytest.CaptureFixture[str]
) -> None:
    server.says = complaint("overloaded", 503)
    with opened(small_shop, WEEK) as desk:
        found = desk.told.article(carried(desk))
        assert found is not None
        assert found.draft.written_by == "assembler"
        assert found.draft.note.startswith("m did not write it (m at http://127.0.0.1")
        assert found.draft.note.endswith("assembled from the shop's data instead")
        assert found.state is State.APPROVED
    main(["review", "show", found.key, "--shop", str(small_shop)])
    assert "did not write it" in capsys.readouterr().out


def test_a_model_that_dies_in_the_middle_leaves_its_text_with_the_findings(
    small_shop: Path, server: ModelServer
) -> None:
    def says(asked: Asked) -> Reply:
        is_again = asked.text.startswith("Parts of your article")
        return (
            complaint("gone", 503) if is_again else completion(json.dumps(article(LIE)), tokens=(2000, 400))
        )

    server.says = says
    with opened(small_shop, WEEK) as desk:
        with pytest.raises(ModelError):
            carried(desk)
        key = next(a.key for a in desk.told.articles())
        server.says = writes(LIE, "The {{c-2.short}} must stay whole.")
        found = desk.told.article(carried(desk, key))
        assert found is not None
        assert (found.state, found.draft.rounds) == (State.APPROVED, 1)
    written = [asked for asked in server.answered if asked.text.startswith("Write the article")]
    assert len(written) == 1  # the first version was not paid again


def test_a_limit_stands_in_at_once_and_asks_nothing(small_shop: Path, server: ModelServer) -> None:
    text = (small_shop / "shop.toml").read_text(encoding="utf-8")
    (small_shop / "shop.toml").write_text(text + "article_tokens = 500\n", encoding="utf-8")
    server.says = writes(LIE)
    with opened(small_shop, WEEK) as desk:
        found = desk.told.article(carried(desk))
        assert found is not None
        assert "limit of 500 tokens" in found.draft.note
    assert server.asked == []


def test_a_comment_has_its_section_written_anew(
    small_shop: Path, server: ModelServer, capsys: pytest.CaptureFixture[str]
) -> None:
    server.says = writes("The {{c-2.short}} must stay whole: its owner has said no to cutting.")
    with opened(small_shop, WEEK) as desk:
        key = carried(desk)
    wish = ["--quote", "its owner has said no", "--note", "too long", "--as", "Jana"]
    assert main(["review", "comment", key, *wish, "--shop", str(small_shop)]) == 0
    with opened(small_shop, WEEK) as desk:
        found = desk.told.article(key)
        assert found is not None
        assert found.draft.version == 2
        assert "its owner has said" not in found.draft.body
        assert "## How to shorten one" in found.draft.body
    assert "comment by Jana" in capsys.readouterr().out
