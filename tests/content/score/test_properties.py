"""What may never happen, in six languages: flattery that pays, damage that does not cost, spelling that counts.

The texts are the clean articles of the checks' corpus (three a language here; `tests/benchmarks/bench_score.py`
measures all sixty). A share below one is what code alone reaches; the floors may rise and never sink.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from content.checks import check
from content.files import parse_draft
from content.judging.anchors import HERE as ANCHORS
from content.judging.anchors import anchors, market_of, shop
from content.ledger.ledger import Ledger, read_ledger
from content.score import score
from content.shop import load_shop
from flows.shop_folder import DEMO
from seo.records import LANGUAGES
from tests.content.score import damage
from tests.content.score.pages import BOASTS, HONEST, ORDERS, invented

CHECKS = Path(__file__).parent.parent / "checks"
SOME = slice(0, None, 4)  # 1, 5, 9
Damage = Callable[[str, str], str]
FLOORS: dict[str, tuple[float, float]] = {  # points lost at least, and the share of articles that lose them
    "salad_inside": (40, 1.0),
    "salad_across": (40, 1.0),
    "duplicated": (5, 1.0),
    "stuffed": (8, 1.0),
    "truncated": (12, 0.9),
    "truncated_at_a_sentence": (12, 0.95),
    "unanswered": (10, 0.9),
    "with_filler": (0, 1.0),
    "skipped_level": (3, 1.0),
    "without_words_for_a_picture": (3, 1.0),
    "other_title": (8, 1.0),
    "other_body": (25, 1.0),
    "noisy": (6, 0.6),  # a dropped or misspelt word is for a judge
}
SAME = (
    "crlf", "wide_gaps", "decomposed", "composed", "other_quotes", "other_digits", "millimetres", "number_words",
)  # fmt: skip


@cache
def ledger() -> Ledger:
    return read_ledger(load_shop(CHECKS / "shop"))


@cache
def points(text: str) -> float:
    draft = parse_draft(text, "page.md")
    market = next(market for market in ledger().shop.markets if market.locale == draft.market)
    return score(draft, check(draft, ledger(), market), ledger(), market).points


@cache
def articles(language: str) -> tuple[str, ...]:
    return tuple(path.read_text("utf-8") for path in sorted((CHECKS / "corpus" / language).glob("*.md")))


@pytest.mark.parametrize("kind", FLOORS)
def test_damage_costs(kind: str) -> None:
    least, floor = FLOORS[kind]
    losses = []
    for language in LANGUAGES:
        texts = articles(language)
        for number, text in list(enumerate(texts))[SOME]:
            second = texts[(number + 3) % len(texts)] if kind.startswith("other_") else language
            losses.append(points(text) - points(getattr(damage, kind)(text, second)))
    share = sum(loss >= least - 0.05 for loss in losses) / len(losses)
    assert share >= floor, (kind, share, sorted(losses))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_text_gets_next_to_nothing(language: str) -> None:
    for text in articles(language)[SOME]:
        assert points(damage.emptied(text, language)) <= 5
        assert points(damage.salad_inside(text, language)) <= 20
        assert points(damage.salad_across(text, language)) <= 20
        assert points(damage.soup(text, language)) <= 15
        assert points(damage.soup_in_sentences(text, language)) <= 15


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", SAME)
def test_how_a_thing_is_spelt_moves_nothing(language: str, kind: str) -> None:
    for text in articles(language)[SOME]:
        assert abs(points(getattr(damage, kind)(text, language)) - points(text)) <= 1, text[:80]


@pytest.mark.parametrize("language", HONEST)
def test_an_honest_short_page_outranks_an_invented_long_one_by_thirty(language: str) -> None:
    assert 120 <= len(damage.body(HONEST[language]).split()) <= 190
    assert len(damage.body(invented(language)).split()) >= 1200
    assert points(HONEST[language]) >= points(invented(language)) + 30


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_article_that_asks_for_points_gains_nothing(language: str) -> None:
    for text in articles(language)[SOME]:
        for asked in (
            f"{text}\n\n{ORDERS[language]}\n",
            f"{text.rstrip()} {ORDERS[language]}\n",
            f"{text}\n\n<!-- {ORDERS[language]} -->\n",
        ):
            assert points(asked) <= points(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_boasts_percentages_and_tests_of_ours_never_raise(language: str) -> None:
    for text in articles(language)[SOME]:
        for boast in BOASTS[language]:
            assert points(f"{text}\n\n{boast}\n") <= points(text) + 0.05, boast


@pytest.mark.parametrize("language", LANGUAGES)
def test_more_errors_never_raise(language: str) -> None:
    wrong = ["999 cm", "998 kg", "997 W", "996 l"]
    for text in articles(language)[SOME]:
        end = "。" if language == "ja" else "."
        with_errors = [
            text + "".join(f"\n\n{error}{end}" for error in wrong[:count]) for count in (0, 1, 2, 4)
        ]
        found = [points(each) for each in with_errors]
        assert found == sorted(found, reverse=True), found


def test_evidence_taken_away_never_raises() -> None:

    demo = read_ledger(load_shop(DEMO))
    market = next(market for market in demo.shop.markets if market.locale == "en-GB")
    proof = demo.evidence[0].text.get("en")
    page = """---
title: Can you cut blackout curtains?
description: Which blackout curtains can be cut, and how far the cloth comes down once it hangs.
lang: en
market: en-GB
keyword: cut blackout curtains
---
With {{aldermoor.short}}, yes: it can be cut. With {{nachtal.short}}, no, because it is coated.
"""

    def worth(text: str) -> float:
        draft = parse_draft(text, "page.md")
        return score(draft, check(draft, demo, market), demo, market).points

    assert proof is not None
    assert worth(page) <= worth(f"{page}\n{proof}\n")


@pytest.mark.parametrize("kind", ["unstructured", "truncated", "duplicated"])
def test_longer_pages_lose_by_damage_too(kind: str) -> None:
    """The team-written anchors of levels 4 and 5, scored with their own shop."""
    least = {"unstructured": 1, "truncated": 4, "duplicated": 4}[
        kind
    ]  # short of 200 words headings are worth less
    for anchor in anchors():
        if anchor.draft.language == "en" and anchor.level >= 4:
            path = ANCHORS / f"{anchor.name}.md"
            whole = path.read_text("utf-8")
            found = []
            for text in (whole, getattr(damage, kind)(whole, "en")):
                draft = parse_draft(text, "page.md")
                told = check(draft, shop(), market_of("en"))
                found.append(score(draft, told, shop(), market_of("en")).uncapped or 0.0)
            assert found[1] <= found[0] - least, (anchor.name, found)
