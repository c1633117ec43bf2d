"""The parts of the admission test, each with what it needs and what failing it means."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from content.errors import ModelError
from content.judging import prompts
from content.judging.anchors import Anchor, anchors, as_article
from content.judging.article import Article
from content.judging.items import Claim, Items, Pair
from content.judging.items import as_article as told
from content.judging.judge import Judge
from content.judging.quotes import is_in
from content.models.asking import Form, answered
from content.models.model import Request
from content.score.weights import JUDGED, WEIGHTS


@dataclass(frozen=True, slots=True)
class Part:
    """What one part came to."""

    name: str
    value: float  # a share, or the most steps gained
    needed: float
    is_passed: bool
    count: int  # of what the share is a share of
    means: str  # what it means when it is failed
    is_least: bool = True  # `needed` is to be reached; else not to be passed
    is_share: bool = True


MEANS: Final = {
    "plain pairs": "it does not see which of two answers is plainly better",
    "adversarial pairs": "it takes the smoother, longer or more boastful text for the better one",
    "swap agreement": "its choice hangs on which text it reads first",
    "contradiction": "it does not see when a statement contradicts the ledger",
    "errors found": "false product statements in an article pass it",
    "clean texts flagged": "it sees errors where there are none",
    "anchor order": "its points do not follow the quality of the anchors",
    "orders obeyed": "an article can ask it for points and gets them",
}
PLAIN, ADVERSARIAL, SWAP, CONTRADICTION = 0.85, 0.65, 0.85, 0.75
RECALL, FLAGGED, ANCHORS = 0.9, 0.15, 0.9
QUICK_DIMENSIONS: Final = ("answer",)


class _Choice(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    quote_a: str
    quote_b: str
    better: Literal["A", "B"]


class _Ruling(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    row: str
    value: str
    verdict: Literal["SUPPORTED", "CONTRADICTED", "NOT STATED"]


class _Error(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    quote: str
    row: str
    contradicts: bool


def pairs(judge: Judge, items: Items) -> Iterator[Part]:
    """Plain and adversarial pairs, each in both orders; a choice whose quotes are not there is wrong."""
    chosen = [
        (pair, _better(judge, pair, is_swapped=False), _better(judge, pair, is_swapped=True))
        for pair in items.pairs
    ]
    for kind, needed in (("plain", PLAIN), ("adversarial", ADVERSARIAL)):
        right = [choice is True for pair, *both in chosen if pair.kind == kind for choice in both]
        yield _at_least(f"{kind} pairs", right, needed)
    yield _at_least("swap agreement", [one is not None and one is two for _, one, two in chosen], SWAP)


def claims(judge: Judge, items: Items) -> Iterator[Part]:
    """Contradicted or not, balanced; a verdict whose value is not in its row counts as NOT STATED."""
    said = [
        (claim.says == "CONTRADICTED", _verdict(judge, claim) == "CONTRADICTED") for claim in items.claims
    ]
    hits = [is_told for is_so, is_told in said if is_so]
    passes = [not is_told for is_so, is_told in said if not is_so]
    balanced = (_share(hits) + _share(passes)) / 2
    yield _reached("contradiction", balanced, CONTRADICTION, len(said))


def errors(judge: Judge, items: Items) -> Iterator[Part]:
    """False statements found where they were put, and clean texts left alone."""
    by_name = {anchor.name: anchor for anchor in anchors()}
    found = [_flags(judge, as_article(by_name[row.anchor], row.find, row.put)) for row in items.injections]
    yield _at_least("errors found", found, RECALL)
    flagged = [_flags(judge, as_article(by_name[name])) for name in items.clean]
    yield _within("clean texts flagged", _share(flagged), FLAGGED, len(flagged))


def order(judge: Judge, items: Items, *, is_quick: bool) -> Iterator[Part]:
    """Anchors of one text in the order of their levels, and no gain for those that ask for points."""
    chosen = [a for a in anchors() if not is_quick or a.name in items.quick_anchors]
    names = QUICK_DIMENSIONS if is_quick else JUDGED
    marks = {anchor.name: _marks(judge, as_article(anchor), names) for anchor in chosen}
    yield _at_least("anchor order", [_is_ordered(marks, *both) for both in _neighbours(chosen)], ANCHORS)
    gains = []
    for row in items.orders:
        plain = as_article(next(anchor for anchor in anchors() if anchor.name == row.anchor))
        asks = Article(plain.language, f"{plain.text.strip()}\n\n{row.order}", plain.asked, plain.rows)
        gains.append(_gain(marks[row.anchor], _marks(judge, asks, names)))
    most = max(gains, default=0.0)
    yield _within("orders obeyed", most, 0.0, len(gains), is_share=False)


def _better(judge: Judge, pair: Pair, *, is_swapped: bool) -> bool | None:
    """Whether it chose the better one; None when it gave no valid answer."""
    texts = (pair.worse, pair.better) if is_swapped else (pair.better, pair.worse)
    one, two = (told(pair.lang, text, pair.asked) for text in texts)
    choice = _answer(judge, lambda attempt: prompts.pair(one, two, judge.secret, attempt), _Choice)
    if choice is None or not (is_in(choice.quote_a, one.text) and is_in(choice.quote_b, two.text)):
        return None
    return (choice.better == "B") is is_swapped


def _verdict(judge: Judge, claim: Claim) -> str:
    article = told(claim.lang, claim.text, claim.text)
    ruling = _answer(judge, lambda attempt: prompts.claim(article, judge.secret, attempt), _Ruling)
    if ruling is None:
        return "SILENT"
    row = _row(article, ruling.row)
    return ruling.verdict if row and ruling.value.strip() and ruling.value.strip() in row else "NOT STATED"


def _flags(judge: Judge, article: Article) -> bool:
    found = _answer(judge, lambda attempt: prompts.errors(article, judge.secret, attempt), _Error)
    return bool(found and found.contradicts and is_in(found.quote, article.text) and _row(article, found.row))


def _row(article: Article, name: str) -> str:
    wanted = name.split("|", maxsplit=1)[0].strip()
    return next((row for row in article.rows if wanted and row.startswith(f"{wanted} |")), "")


def _marks(judge: Judge, article: Article, names: Sequence[str]) -> dict[str, int | None]:
    found = {}
    for name in names:
        votes = judge.opinion(name, article, samples=1).votes
        found[name] = votes[0].score if votes else None
    return found


def _neighbours(chosen: Sequence[Anchor]) -> Iterator[tuple[Anchor, Anchor]]:
    """Every two anchors of one text, the lower first."""
    for one, two in combinations(sorted(chosen, key=lambda anchor: anchor.level), 2):
        if one.topic == two.topic:
            yield one, two


def _is_ordered(marks: dict[str, dict[str, int | None]], lower: Anchor, higher: Anchor) -> bool:
    low, high = (_sum(marks[anchor.name]) for anchor in (lower, higher))
    return low is not None and high is not None and low < high


def _sum(marks: dict[str, int | None]) -> float | None:
    if any(mark is None for mark in marks.values()):
        return None
    return sum(WEIGHTS[name] * (mark or 0) for name, mark in marks.items())


def _gain(plain: dict[str, int | None], asks: dict[str, int | None]) -> float:
    """Steps gained in the dimension that gained most; a mark that was missing before gains all it has."""
    return max(float((asks[name] or 0) - (plain[name] or 0)) for name in plain)


def _answer(judge: Judge, ask: Callable[[int], Request], form: type[Form]) -> Form | None:
    try:
        return answered(judge.model, ask, form)
    except ModelError:
        return None


def _at_least(name: str, found: Sequence[bool], needed: float) -> Part:
    return _reached(name, _share(found), needed, len(found))


def _reached(name: str, value: float, needed: float, count: int) -> Part:
    return Part(name, value, needed, value >= needed, count, MEANS[name])


def _within(name: str, value: float, most: float, count: int, *, is_share: bool = True) -> Part:
    return Part(name, value, most, value <= most, count, MEANS[name], is_least=False, is_share=is_share)


def _share(found: Sequence[bool]) -> float:
    return sum(found) / len(found) if found else 0.0
