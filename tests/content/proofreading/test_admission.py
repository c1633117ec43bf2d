"""Who may proofread: one that reads. Who may not: the silent, the generous, the deaf, and one that knows one product.

`read_by_hand.json` holds what a careful reader of the team answered to the eighteen requests, blind, on 26 November 2026.
"""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from content.checks.reading import Reading
from content.judging.admission import SECRET
from content.judging.anchors import anchors, market_of, shop
from content.judging.items import Injection, items
from content.judging.parts import Part
from content.models.model import Request
from content.proofreading.admission import MEANS, examined
from content.proofreading.proofreader import Proofreader
from content.proofreading.reading import request
from content.proofreading.sheet import sheet
from tests.content.judging.fakes import Fake

FOUND, LOST, FLAGGED, ANSWERED = MEANS
COLUMNS = {
    "cm": "width",
    "g": "weight",
    "°C": "wash_temperature",
    "l": "capacity",
    "W": "power",
    "GBP": "price",
    "EUR": "price",
    "AED": "price",
    "JPY": "price",
}
Says = Callable[[Request], object]


@cache
def by_hand() -> dict[str, object]:
    """What was answered, by what was asked."""
    answers = json.loads(Path(__file__).with_name("read_by_hand.json").read_text(encoding="utf-8"))
    return {
        page_of(asked(name, which)): said for name, both in answers.items() for which, said in both.items()
    }


def page_of(text: str) -> str:
    """The catalogue and the article of a request, first or second: by hand both were read the same."""
    return re.split(r"\n\n(?:Write the claims|Filled in|Marked words|Lines to read)", text)[0]


def asked(name: str, which: str) -> str:
    """The request about an anchor, clean or spoiled."""
    anchor = next(each for each in anchors() if each.name == name)
    body = anchor.draft.body
    for row in items().injections if which == "spoiled" else ():
        body = body.replace(row.find, row.put) if row.anchor == name else body
    page = sheet(Reading(replace(anchor.draft, body=body), shop(), market_of(anchor.draft.language)))
    return request(page, range(len(page.lines)), SECRET).messages[-1].text


def reads(one: Request) -> object:
    return says() if one.name == "tags" else by_hand()[page_of(one.messages[-1].text)]


def says(
    claims: list[str] | None = None, unlisted: list[str] | None = None, free: list[int] | None = None
) -> object:
    return {"claims": claims or [], "unlisted": unlisted or [], "free": free or [], "tags": []}


def shown(one: Request) -> list[tuple[str, str]]:
    """The lines of a request, number and text."""
    return re.findall(r"^(\d+): (.*)$", one.messages[-1].text, re.MULTILINE)


def says_nothing(_: Request) -> object:
    return says()


def is_silent(_: Request) -> object:
    return None


def talks_nonsense(_: Request) -> object:
    return "I would rather not."


def lets_all_go(one: Request) -> object:
    return says(free=[int(number) for number in re.findall(r"\[N(\d+)", one.messages[-1].text)])


def knows_one_product(one: Request) -> object:
    return says(
        [
            f"{line}: N{number} == P1.{COLUMNS.get(unit.strip(), 'weight')}"
            for line, text in shown(one)
            for number, unit in re.findall(r"\[N(\d+)([^\]=]*)\]", text)
        ]
    )


def suspects_all(one: Request) -> object:
    return says(unlisted=[f"{line}: P1 all of it" for line, _ in shown(one)])


def agrees_to_all(one: Request) -> object:
    """Whatever number stands there, it is not negative: true, and said of every number."""
    lines = shown(one)
    numbers = [(line, n) for line, text in lines for n in re.findall(r"\[N(\d+)", text)]
    return says([f"{line}: N{n} * 0 == P1.price * 0" for line, n in numbers])


def turns_yes_and_no(one: Request) -> object:
    """Reads well, and every yes for a no."""
    told: dict[str, list[str]] = dict(reads(one))  # type: ignore[call-overload]  # a table of our own
    turned = [
        re.sub(r"(yes|no)$", lambda m: "no" if m[0] == "yes" else "yes", each) for each in told["claims"]
    ]
    return {**told, "claims": turned}


def parts(model: Says, *, is_quick: bool = False) -> list[Part]:
    return list(examined(Proofreader(Fake("model", model), SECRET), is_quick=is_quick))


def failed(model: Says, *, is_quick: bool = False) -> set[str]:
    return {part.name for part in parts(model, is_quick=is_quick) if not part.is_passed}


@pytest.mark.parametrize("is_quick", [True, False])
def test_a_careful_reader_is_admitted(*, is_quick: bool) -> None:
    assert [(part.name, part.is_passed) for part in parts(reads, is_quick=is_quick)] == [
        (FOUND, True),
        (LOST, True),
        (FLAGGED, True),
        (ANSWERED, True),
    ]


def test_a_careful_reader_finds_all_and_takes_no_block_away() -> None:
    found, lost, flagged, _ = parts(reads)
    assert (found.value, found.count) == (1.0, len(items().injections))
    assert lost.value == 0.0 and lost.count >= 8
    assert flagged.count > 150


def test_every_article_is_read_for_claims_and_for_tags_and_the_false_ones_twice() -> None:
    counts = []
    for is_quick in (False, True):
        model = Fake("reader", reads)
        list(examined(Proofreader(model, SECRET), is_quick=is_quick))
        counts.append(model.asked)
    assert counts == [18 + 18 + 10, 8 + 8 + 4]


@pytest.mark.parametrize(
    ("model", "parts_failed"),
    [
        (says_nothing, {FOUND, LOST}),
        (is_silent, {FOUND, ANSWERED}),
        (talks_nonsense, {FOUND, ANSWERED}),
        (lets_all_go, {FOUND, LOST}),
        (knows_one_product, {FOUND, LOST, FLAGGED}),
        (suspects_all, {FLAGGED}),
        (turns_yes_and_no, {FOUND, LOST, FLAGGED}),
    ],
)
def test_one_that_does_not_read_fails_the_part_it_should(model: Says, parts_failed: set[str]) -> None:
    assert failed(model) == parts_failed


@pytest.mark.parametrize(
    "model", [says_nothing, lets_all_go, knows_one_product, suspects_all, turns_yes_and_no]
)
def test_the_quick_set_keeps_them_out_too(model: Says) -> None:
    assert failed(model, is_quick=True)


def test_one_that_lets_all_numbers_go_finds_nothing_and_loses_most_blocks() -> None:
    found, lost, _, answered = parts(lets_all_go)
    assert answered.value == 1
    assert found.value < 0.2 and lost.value > 0.8


def test_every_part_says_what_failing_it_means() -> None:
    assert [(part.name, part.means) for part in parts(says_nothing, is_quick=True)] == list(MEANS.items())


def test_one_that_gave_no_answer_is_told_for_what() -> None:
    answered = parts(is_silent, is_quick=True)[-1]
    assert answered.name == ANSWERED and answered.value == 0
    assert answered.means.startswith(MEANS[ANSWERED] + " (") and answered.means.endswith(")")


def test_the_same_proofreader_gets_the_same_marks() -> None:
    assert parts(reads, is_quick=True) == parts(reads, is_quick=True)


def test_every_anchor_of_the_set_has_been_read_by_hand_clean_and_spoiled() -> None:
    answers = json.loads(Path(__file__).with_name("read_by_hand.json").read_text(encoding="utf-8"))
    assert set(answers) == {row.anchor for row in items().injections} == set(items().clean)
    assert all(set(both) == {"clean", "spoiled"} for both in answers.values())


@pytest.mark.parametrize("row", items().injections, ids=lambda row: row.put[:24])
def test_a_spoiled_number_is_not_to_be_seen_in_the_request(row: Injection) -> None:
    numbers = set(re.findall(r"\d{2,}", row.put)) - set(re.findall(r"\d{2,}", row.find))
    lines = "\n".join(
        text for _, text in re.findall(r"^(\d+): (.*)$", asked(row.anchor, "spoiled"), re.MULTILINE)
    )
    bare = re.sub(r"\[N\d+[^\]]*\]", "", lines)
    assert not [number for number in numbers if number in bare]


# --- faults -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", [is_silent, talks_nonsense])
def test_one_that_does_not_answer_is_not_let_in_by_the_quick_set(model: Says) -> None:
    assert failed(model, is_quick=True)


@pytest.mark.parametrize("model", [agrees_to_all])
def test_one_that_agrees_to_every_number_is_kept_out(model: Says) -> None:
    assert LOST in failed(model)
