"""`acreage proofreader` and `--proofread`: a model is let in by its test, and then reads what it is given once."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from content.errors import ShopError
from content.judging.admission import FILE
from content.judging.prompts import prompt_hash as prompts_of_a_judge
from content.shop import load_shop
from flows.__main__ import main
from flows.bootstrap import admitted_proofreader, key_of, role_of
from flows.health import signs
from tests.content.proofreading.test_admission import by_hand, page_of
from tests.flows.proofread_shop import READER, SAYS_NOTHING, add, answers, is_tagging, let_in, questions
from tests.servers.model_server import Asked, ModelServer, complaint, completion
from tests.servers.web import Reply

PAGE = """---
title: Which curtain can be washed at home?
description: Which of our curtains can be washed at home and which one cannot.
lang: en
market: en-GB
---
The Dusk curtain is a good start for a small window. Its cotton sister is 180 cm wide.

The Night curtain can be put into the machine.
"""
BLOCKED, MISSED = "180 cm", "The Night curtain can be put into the machine."
KEY = "sk-very-secret-0123456789"
TABLE = '\n[proofreader]\nurl = "{url}"\nmodel = "reader"\n'


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    with ModelServer(answers) as server:
        monkeypatch.setenv("ACREAGE_PROOFREADER_URL", server.url)
        monkeypatch.setenv("ACREAGE_PROOFREADER_MODEL", READER)
        yield server


@pytest.fixture
def page(shop: Path) -> Path:
    path = shop.parent / "page.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


def found(
    capsys: pytest.CaptureFixture[str], page: Path, shop: Path, *more: str
) -> dict[str, dict[str, Any]]:
    """What `acreage check --json` says of words of a file, by these words."""
    capsys.readouterr()
    main(["check", "--json", str(page), "--shop", str(shop), *more])
    (file,) = json.loads(capsys.readouterr().out)["files"]
    return {each["quote"]: each for each in file["findings"] if each["quote"]}


def sign(shop: Path) -> tuple[bool, str]:
    return next((each.is_there, each.says) for each in signs(shop) if each.name == "proofreader")


# --- let in by its test -----------------------------------------------------------------------------------


def test_a_good_reader_is_admitted_by_the_quick_set(
    server: ModelServer, shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["proofreader", "admit", "--quick", "--shop", str(shop)]) == 0
    captured = capsys.readouterr()
    assert f"{READER} is admitted" in captured.out
    assert "false statements found | 100% | at least 90% | 4 | passed" in captured.out
    assert "blocks wrongly taken away | 0% | at most 0% | 4 | passed" in captured.out
    assert "true sentences blocked | 0% | at most 2%" in captured.out
    assert "false statements found: passed" in captured.err
    assert (
        len(server.asked) == 20
    )  # four articles, with and without what is false, for claims and tags; and the doubts
    assert admitted_proofreader(load_shop(shop)) is not None


def test_a_careful_reader_is_admitted_by_the_full_set(
    server: ModelServer, shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:

    def says(asked: Asked) -> Reply:
        told = {"tags": []} if is_tagging(asked) else by_hand()[page_of(asked.text)]
        return completion(json.dumps(told))

    server.says = says
    assert main(["proofreader", "admit", "--shop", str(shop)]) == 0
    assert "false statements found | 100% | at least 90% | 16 | passed" in capsys.readouterr().out
    assert (
        len(server.asked) == 42
    )  # 16 of eighteen, two differ by hidden numbers alone, twice; and the doubts
    assert sign(shop) == (True, "reader, admitted")


def test_admitting_it_again_pays_nothing(server: ModelServer, shop: Path) -> None:
    for _ in range(2):
        assert main(["proofreader", "admit", "--quick", "--shop", str(shop)]) == 0
    assert len(server.asked) == 20


def test_one_that_says_nothing_fails_by_name_and_is_not_used(
    server: ModelServer, shop: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server.says = SAYS_NOTHING
    assert main(["proofreader", "admit", "--quick", "--shop", str(shop)]) == 1
    told = capsys.readouterr().out
    assert "failed: false product statements in an article pass it" in told
    assert "failed: it takes a false statement for true and lifts the block on it" in told
    assert f"{READER} is not admitted" in told
    assert sign(shop) == (
        False,
        "reader failed the admission test (false statements found, blocks wrongly taken away) and is not asked",
    )
    asked = len(server.asked)
    assert main(["check", str(page), "--shop", str(shop), "--proofread"]) == 2
    assert admitted_proofreader(load_shop(shop)) is None
    assert len(server.asked) == asked


def test_the_full_set_is_eighteen_requests_and_needs_an_answer(
    server: ModelServer, shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server.says = complaint("who are you", 401)
    assert main(["proofreader", "admit", "--json", "--shop", str(shop)]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["admitted"], told["quick"]) == (False, False)
    assert [(part["part"], part["of"]) for part in told["parts"][:2]] == [
        ("false statements found", 16),
        ("blocks wrongly taken away", 12),
    ]
    assert len(server.asked) == 18
    assert admitted_proofreader(load_shop(shop)) is None


def test_one_that_sees_errors_everywhere_fails(
    server: ModelServer, shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = [f"{line}: P1 glows in the dark" for line in range(1, 40)]
    server.says = completion(json.dumps({"claims": [], "unlisted": wrong, "free": [], "tags": []}))
    assert main(["proofreader", "admit", "--quick", "--shop", str(shop)]) == 1
    assert "failed: it sees errors where there are none" in capsys.readouterr().out


def test_one_that_cannot_be_reached_is_not_let_in(
    server: ModelServer, shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server.says = complaint("who are you", 401)
    assert main(["proofreader", "admit", "--quick", "--shop", str(shop)]) == 1
    assert "is not admitted" in capsys.readouterr().out
    assert admitted_proofreader(load_shop(shop)) is None


def test_the_result_for_other_programs(
    server: ModelServer, shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["proofreader", "admit", "--quick", "--json", "--shop", str(shop)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["model"], told["admitted"], told["quick"]) == (READER, True, True)
    assert told["parts"][:2] == [
        {"part": "false statements found", "value": 1.0, "needed": 0.9, "passed": True, "of": 4},
        {"part": "blocks wrongly taken away", "value": 0.0, "needed": 0.0, "passed": True, "of": 4},
    ]
    server.says = SAYS_NOTHING
    (shop / ".acreage" / "acreage.db").unlink()  # what it said before
    assert main(["proofreader", "admit", "--quick", "--json", "--shop", str(shop)]) == 1
    assert json.loads(capsys.readouterr().out)["admitted"] is False


def test_without_a_proofreader_the_command_says_how_to_name_one(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["proofreader", "admit", "--shop", str(shop)]) == 2
    captured = capsys.readouterr()
    assert "set ACREAGE_PROOFREADER_URL and ACREAGE_PROOFREADER_MODEL, or [proofreader] in" in captured.err
    assert (captured.out, captured.err.count("\n")) == ("", 1)


@pytest.mark.parametrize(
    ("named", "lacking"),
    [
        ("ACREAGE_PROOFREADER_URL", "ACREAGE_PROOFREADER_MODEL"),
        ("ACREAGE_PROOFREADER_MODEL", "ACREAGE_PROOFREADER_URL"),
    ],
)
def test_half_a_proofreader_is_an_error(
    shop: Path, page: Path, named: str, lacking: str, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv(named, "http://127.0.0.1:9/v1")
    for words in (["proofreader", "admit"], ["check", str(page), "--proofread"], ["doctor"]):
        assert main([*words, "--shop", str(shop)]) == 2
        captured = capsys.readouterr()
        assert f"{lacking} is not set" in captured.err
        assert (captured.out, captured.err.count("\n")) == ("", 1)


# --- settings ---------------------------------------------------------------------------------------------


def test_it_stands_in_shop_toml_and_the_environment_goes_before(
    shop: Path, server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(shop, TABLE.format(url="https://other.example/v1") + "context = 64000\n")
    role = role_of(load_shop(shop), "proofreader")
    assert role is not None
    assert (role.url, role.model, role.context) == (server.url, READER, 8192)
    monkeypatch.delenv("ACREAGE_PROOFREADER_URL")
    monkeypatch.delenv("ACREAGE_PROOFREADER_MODEL")
    role = role_of(load_shop(shop), "proofreader")
    assert role is not None
    assert (role.url, role.model, role.context) == ("https://other.example/v1", "reader", 64000)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (f'extra = {{ api_key = "{KEY}" }}', "extra holds no key"),
        ("extra = { temperature = 1 }", "extra.temperature is set by Acreage itself"),
        ("may_be_writer = true", "may_be_writer"),
        ("price_in = 0.3", "a price needs both"),
    ],
)
def test_its_table_takes_no_key_and_nothing_that_is_ours(shop: Path, line: str, says: str) -> None:
    add(shop, TABLE.format(url="https://other.example/v1") + line + "\n")
    with pytest.raises(ShopError, match=says) as caught:
        load_shop(shop)
    assert "shop.toml" in str(caught.value)
    assert KEY not in str(caught.value)


def test_its_key_goes_to_its_endpoint_and_into_no_file(
    shop: Path, server: ModelServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ACREAGE_PROOFREADER_KEY", KEY)
    assert key_of("proofreader") == KEY
    assert main(["proofreader", "admit", "--quick", "--shop", str(shop)]) == 0
    assert {asked.headers["authorization"] for asked in server.asked} == {f"Bearer {KEY}"}
    assert KEY not in "".join(capsys.readouterr())
    for path in shop.rglob("*"):
        assert not path.is_file() or KEY.encode() not in path.read_bytes(), path


def test_what_is_admitted_is_this_model_at_this_address_with_these_prompts(
    shop: Path, server: ModelServer
) -> None:
    let_in(shop, server.url, "another")
    let_in(shop, "http://127.0.0.1:9/v1")
    let_in(shop, server.url, prompts="older")
    let_in(shop, server.url, prompts=prompts_of_a_judge())  # it may judge: that is another test
    assert admitted_proofreader(load_shop(shop)) is None
    let_in(shop, server.url)
    assert admitted_proofreader(load_shop(shop)) is not None
    assert len(json.loads((shop / ".acreage" / FILE).read_text(encoding="utf-8"))) == 5


def test_the_doctor_says_none_not_admitted_failed_admitted(
    shop: Path, server: ModelServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sign(shop) == (False, "reader is not admitted: acreage proofreader admit")
    let_in(shop, server.url, is_passed=False)
    assert sign(shop) == (
        False,
        "reader failed the admission test (false statements found) and is not asked",
    )
    let_in(shop, server.url)
    assert sign(shop) == (True, "reader, admitted")
    main(["doctor", "--shop", str(shop)])
    assert "reader, admitted" in capsys.readouterr().out
    monkeypatch.delenv("ACREAGE_PROOFREADER_URL")
    monkeypatch.delenv("ACREAGE_PROOFREADER_MODEL")
    is_there, says = sign(shop)
    assert not is_there
    assert "Name one: [proofreader] with url and model in shop.toml" in says
    assert server.asked == []


# --- check and score --------------------------------------------------------------------------------------


def test_checking_with_a_proofreader_needs_an_admitted_one(
    server: ModelServer, shop: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("check", "score"):
        assert main([command, str(page), "--shop", str(shop), "--proofread"]) == 2
        captured = capsys.readouterr()
        assert "then run acreage proofreader admit" in captured.err
        assert "[proofreader] in shop.toml" in captured.err
        assert (captured.out, captured.err.count("\n")) == ("", 1)
    assert server.asked == []


def test_a_mistaken_block_becomes_a_note_and_a_missed_lie_a_block(
    server: ModelServer, shop: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    let_in(shop, server.url)
    plain = found(capsys, page, shop)
    assert (plain[BLOCKED]["rule"], plain[BLOCKED]["severity"]) == ("number.elsewhere", "block")
    assert MISSED not in plain
    assert server.asked == []  # nobody asked for it

    read = found(capsys, page, shop, "--proofread")
    assert (read[BLOCKED]["rule"], read[BLOCKED]["severity"]) == ("number.elsewhere", "note")
    assert '"180 cm" == c-2.width' in read[BLOCKED]["cure"]
    assert read[BLOCKED]["evidence"]["value"] == "c-2.width = 180 cm"
    assert (read[MISSED]["rule"], read[MISSED]["severity"]) == ("proof.contradicted", "block")
    assert "c-2.machine_washable == yes" in read[MISSED]["cure"]
    assert read[MISSED]["evidence"] == {
        "source": "products.csv",
        "row": 3,
        "value": "c-2.machine_washable = false",
    }
    start, end = read[MISSED]["span"]
    assert page.read_text(encoding="utf-8")[start:end] == MISSED
    assert set(read) - {MISSED} == set(plain)  # nothing else came or went


def test_people_read_the_formula_and_the_row_and_the_block_decides_the_exit_code(
    server: ModelServer, shop: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    let_in(shop, server.url)
    assert main(["check", str(page), "--shop", str(shop), "--proofread"]) == 1
    told = capsys.readouterr().out
    assert "note  number.elsewhere" in told
    assert "block proof.contradicted" in told
    page.write_text(PAGE.replace("The Night curtain can", "Never mind that it can"), encoding="utf-8")
    assert main(["check", str(page), "--shop", str(shop)]) == 1
    assert main(["check", str(page), "--shop", str(shop), "--proofread"]) == 0


@pytest.mark.parametrize(
    ("sentence", "quote", "before", "rule", "after"),
    [
        ("The Noon curtain gets along with scissors.", "", "", "proof.unstated", "block"),
        ("The Dusk curtain hums while it hangs.", "", "", "proof.unlisted", "block"),
        ("The Dusk curtain needs a bar of 25 mm.", "25 mm", "block", "number.contradicted", "note"),
        ("The Dusk curtain can be put into the machine.", "", "", "", ""),
    ],
    ids=["nobody has stated it", "no column is about it", "a number of nobody's", "true"],
)
def test_what_becomes_of_a_statement(
    server: ModelServer, shop: Path, page: Path, capsys: pytest.CaptureFixture[str],
    sentence: str, quote: str, before: str, rule: str, after: str,
) -> None:  # fmt: skip
    let_in(shop, server.url)
    page.write_text(f"{PAGE.partition('The Dusk')[0]}{sentence}\n", encoding="utf-8")
    plain, read = (
        found(capsys, page, shop, *more).get(quote or sentence, {}) for more in ([], ["--proofread"])
    )
    assert plain.get("severity", "") == before
    assert (read.get("rule", ""), read.get("severity", "")) == (rule, after)


def test_what_was_read_once_is_never_paid_again(
    server: ModelServer, shop: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    let_in(shop, server.url)
    first = found(capsys, page, shop, "--proofread")
    assert questions(server) == 1
    assert found(capsys, page, shop, "--proofread") == first
    main(["score", str(page), "--shop", str(shop), "--proofread"])
    assert questions(server) == 1
    page.write_text(PAGE.replace("small window", "wide window"), encoding="utf-8")
    found(capsys, page, shop, "--proofread")
    assert questions(server) == 2  # other words are read anew


def test_the_score_sees_what_the_proofreader_sees(
    server: ModelServer, shop: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    let_in(shop, server.url)

    def caps(*more: str) -> set[str]:
        capsys.readouterr()
        assert main(["score", "--json", str(page), "--shop", str(shop), *more]) == 0
        (file,) = json.loads(capsys.readouterr().out)["files"]
        return {each["rule"] for each in file["caps"]}

    plain, read = caps(), caps("--proofread")
    assert plain - read == {"number.elsewhere"}
    assert read - plain == {"proof.contradicted"}


def test_each_file_has_its_own_answer(
    server: ModelServer, shop: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    let_in(shop, server.url)
    other = page.with_name("other.md")
    other.write_text(PAGE.replace("Night curtain can", "Dusk curtain can"), encoding="utf-8")
    assert main(["check", "--json", str(page), str(other), "--shop", str(shop), "--proofread"]) == 1
    files = json.loads(capsys.readouterr().out)["files"]
    lies = [[f["quote"] for f in file["findings"] if f["rule"].startswith("proof.")] for file in files]
    assert lies == [[MISSED], []]
    assert questions(server) == 2


def test_a_proofreader_that_is_down_leaves_what_the_checks_found_and_says_so(
    server: ModelServer, shop: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    let_in(shop, server.url)
    server.says = complaint("who are you", 401)
    plain = found(capsys, page, shop)
    assert found(capsys, page, shop, "--proofread") == plain
    assert main(["check", str(page), "--shop", str(shop), "--proofread"]) == 1
    told = capsys.readouterr().out
    assert "warn  proof.silent" in told
    assert "What the checks found stands." in told


def test_an_answer_that_is_none_is_asked_for_once_more(
    server: ModelServer, shop: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    let_in(shop, server.url)

    def says(asked: Asked) -> Reply:
        return completion('{"claims": "none"}') if asked.total == 1 else answers(asked)

    server.says = says
    assert found(capsys, page, shop, "--proofread")[MISSED]["severity"] == "block"
    assert questions(server) == 2


# --- waivers in a file ------------------------------------------------------------------------------------


def waiver(rule: str, quote: str) -> str:
    return (
        f'[[waiver]]\nrule = "{rule}"\nquote = "{quote}"\nby = "Jo Lee"\nwhy = "The maker has told us."\n'
        "on = 2026-11-25\n"
    )


def test_a_person_may_let_a_finding_of_the_proofreader_stand(
    server: ModelServer, shop: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    let_in(shop, server.url)
    let = page.with_name("let.toml")
    let.write_text(waiver("proof.contradicted", MISSED), encoding="utf-8")
    read = found(capsys, page, shop, "--proofread", "--waivers", str(let))
    assert read[MISSED]["severity"] == "note"
    assert (read[MISSED]["waived"]["by"], read[MISSED]["waived"]["why"]) == (
        "Jo Lee",
        "The maker has told us.",
    )
    assert main(["check", str(page), "--shop", str(shop), "--proofread", "--waivers", str(let)]) == 0


def test_a_product_fact_stays_what_it_is(
    server: ModelServer, shop: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    let_in(shop, server.url)
    let = page.with_name("let.toml")
    let.write_text(waiver("number.elsewhere", BLOCKED), encoding="utf-8")
    assert main(["check", str(page), "--shop", str(shop), "--proofread", "--waivers", str(let)]) == 2
    assert "cannot be waived" in capsys.readouterr().err
