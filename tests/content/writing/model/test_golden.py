"""The golden articles, written again from their recorded answers: the same text, nothing blocked, the same points, and
not one figure that is not a reference or a quotation.
"""

import json
import re
import unicodedata

import pytest

from content.checks.amounts import number_words
from content.models import tokens
from content.plan.headline import is_own_question
from content.records import Severity
from content.score.weights import JUDGED
from content.writing.model.parts import parts
from tests.golden import HERE, Case, Written, as_file, cases, judged, read, write

LANGUAGES = 4
FEWEST = 6
_LEFT_OUT = re.compile(r"\{\{[^}]*\}\}|^\[\^q\d+\]:.*$|\[\^q\d+\]|\]\([^)]*\)|^> .*$|^\d+\. ", re.MULTILINE)


@pytest.fixture(scope="module", params=cases())
def case(request: pytest.FixtureRequest) -> Case:
    return read(request.param)


@pytest.fixture(scope="module")
def written(case: Case) -> Written:
    return write(case)


def told(case: Case) -> dict[str, object]:
    return dict(json.loads((HERE / case.name / "score.json").read_text(encoding="utf-8")))


def test_there_are_six_of_them_in_four_languages() -> None:
    every = [read(name) for name in cases()]
    assert len(every) >= FEWEST
    assert len({each.assignment.market.language for each in every}) >= LANGUAGES


def test_the_article_comes_out_as_it_was(case: Case, written: Written) -> None:
    assert as_file(written.draft) == (HERE / case.name / "article.md").read_text(encoding="utf-8")


def test_nothing_in_it_is_blocked(written: Written) -> None:
    assert [(f.rule, f.quote) for f in written.findings if f.severity is Severity.BLOCK] == []


def test_its_points_are_those_it_had(case: Case, written: Written) -> None:
    points = judged(case, written)
    kept = told(case)
    assert {"points": points.points, "dimensions": dict(points.dimensions)} == {
        "points": kept["points"],
        "dimensions": kept["dimensions"],
    }
    assert all(dict(points.dimensions)[name] is not None for name in JUDGED)


def test_every_figure_is_a_reference_or_a_quotation(written: Written) -> None:
    """Counted without the checks: what is left of the text holds no digit of any script."""
    plain = _LEFT_OUT.sub(" ", f"{written.draft.title}\n{written.draft.description}\n{written.draft.body}")
    assert [char for char in plain if unicodedata.category(char) in {"Nd", "No", "Nl"}] == []


def test_every_number_word_was_read_by_a_person(case: Case, written: Written) -> None:
    """Those left are counts of things in the text itself; each was looked at, and stands in score.json."""
    language = case.assignment.market.language
    plain = _LEFT_OUT.sub(" ", written.draft.body).casefold()
    known = number_words(language)
    found = sorted({word for word in re.findall(r"[^\W\d_]+", plain) if word in known})
    assert found == told(case)["number words"]


def test_every_part_has_something_of_the_shops(written: Written) -> None:
    """A fact, something it rests on, or a customer's question: never the web alone."""
    for part in parts(written.draft):
        is_ours = "{{" in part.text or any(each.rests_on for each in part.blocks) or "\n> " in part.text
        assert "[^q" not in part.text or is_ours or is_own_question(part.heading), part


def test_a_prompt_holds_what_a_small_model_can_take(written: Written) -> None:
    """The request of a whole article, with its answer, stays below 12,000 tokens by the generous estimate."""
    request, _ = written.writer.asked[0]
    assert tokens.about(*(message.text for message in request.messages)) + request.tokens < 12_000
