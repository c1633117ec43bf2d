"""The review desk as files: every draft as it will look, beside its score, its findings and its facts.

Made for people who decide whether a text goes out and have never seen the code. Not for the web: every page
says `noindex`, and no public page links here.
"""

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup

from content.addresses import direction, with_own_slugs
from content.errors import DraftError, PublishRefused
from content.figures.resolving import resolved
from content.figures.showing import Showing
from content.ledger.ledger import Ledger
from content.markup import body_html, heading, plain_text
from content.page import NOTHING
from content.publishers.facts_behind import Behind, NumberedShow, Relied, relied_on
from content.publishers.shelf import addresses
from content.publishers.theme import FOLDER as THEME
from content.publishers.theme import filled
from content.publishers.words import market_name, words_of
from content.records import Article, Finding, Severity, State
from content.score.weights import JUDGE, JUDGED, WEIGHTS

FOLDER = "preview"
ORDER = (
    State.STALE, State.HELD, State.AWAITING, State.DRAFTED, State.CHECKED, State.APPROVED, State.REFRESHED,
    State.PUBLISHED, State.LIVE, State.REJECTED, State.WITHDRAWN,
)  # fmt: skip
"""What needs a person stands first."""
SEVERITIES = {
    Severity.BLOCK: "blocks publishing",
    Severity.WARN: "lowers the score",
    Severity.NOTE: "good to know",
}
LONGEST_PASSAGE = 160
LONGEST_FRAGMENT = 60


@dataclass(frozen=True, slots=True)
class Advice:
    """What a state means and what a person can do."""

    says: str
    do: str


@dataclass(frozen=True, slots=True)
class Row:
    """An article in the table."""

    article: Article
    file: str
    title: str
    market: str
    points: str
    advice: Advice

    @property
    def blocks(self) -> int:
        """How many findings keep it from the site."""
        return sum(finding.severity is Severity.BLOCK for finding in self.article.findings)


@dataclass(frozen=True, slots=True)
class Shown:
    """A draft as it will look; or why it cannot be shown, with its raw text."""

    heading: Markup
    body: Markup
    title: str
    description: str
    behind: tuple[Behind, ...]
    relied: tuple[Relied, ...]
    problem: str = ""
    files: tuple[tuple[str, bytes], ...] = ()  # of its pictures and charts


def write_preview(articles: Sequence[Article], ledger: Ledger, folder: Path, on: date) -> Path:
    """Write `folder/preview/` for these articles, whatever their state, and return its index page.

    Pages of articles that are no longer given go; pages that would stay the same are not touched. A disk
    error raises PublishRefused.
    """
    target = folder / FOLDER
    files = preview_files(articles, ledger, on)
    try:
        target.mkdir(parents=True, exist_ok=True)
        for stale in set(target.glob("*.html")) - {target / name for name in files}:
            stale.unlink()
        for name, data in sorted(files.items()):
            _write(data, target / name)
    except OSError as error:
        raise PublishRefused(
            f"The preview in {target} could not be written: {error.strerror or error}."
        ) from error
    return target / "index.html"


def preview_files(articles: Sequence[Article], ledger: Ledger, on: date) -> dict[str, bytes]:
    """All files of the preview by name."""
    files = {f"{name}.css": (THEME / f"{name}.css").read_bytes() for name in ("style", "preview")}
    rows = []
    shelf = with_own_slugs([_with_slug(article) for article in articles])
    for article in shelf:
        shown = show(article, ledger, on, Showing(addresses(article, shelf, _file_of), ""))
        files.update(shown.files)
        row = _row(article, shown, ledger)
        rows.append(row)
        files[row.file] = _page(row, shown, ledger, on)
    ordered = sorted(
        rows, key=lambda row: (ORDER.index(row.article.state), _market_order(row.article, ledger), row.file)
    )
    files["index.html"] = filled(
        "preview_index.html", shop=ledger.shop, rows=ordered, on=on, counts=_counts(rows),
        states={state.name.lower(): state for state in ORDER},
        weeks=sorted({article.assignment.week for article in articles}),
    )  # fmt: skip
    return files


def show(article: Article, ledger: Ledger, on: date, showing: Showing = NOTHING) -> Shown:
    """Fill a draft for reading; a missing fact stands out in the text instead of stopping the page."""
    draft, market = article.draft, article.assignment.market
    numbered = NumberedShow(ledger, market, on)
    try:
        title = plain_text(draft.title, numbered)
        top = heading(draft.title, numbered)
        found = resolved(draft, ledger, market, on, showing)
        body, _ = body_html(found.text, market.language, ledger.shop.site, numbered, found.sources)
        description = plain_text(draft.description, numbered)
        relied = relied_on(draft, numbered)
    except DraftError as error:
        raw = Markup("<pre>{}</pre>").format(draft.body)
        return Shown(Markup.escape(draft.title), raw, draft.title, draft.description, (), (), str(error))
    behind = tuple(numbered.behind.values())
    return Shown(top, body, title, description, behind, tuple(relied), files=tuple(found.files.items()))


def _page(row: Row, shown: Shown, ledger: Ledger, on: date) -> bytes:
    article, market = row.article, row.article.assignment.market
    severities = Counter(finding.severity for finding in article.findings)
    return filled(
        "preview_article.html",
        row=row, article=article, shown=shown, on=on, words=words_of(market.language), shop=ledger.shop,
        direction=direction(market.language), severities=SEVERITIES, severity_counts=severities,
        findings=sorted(article.findings, key=lambda finding: list(Severity).index(finding.severity)),
        fragment=_fragment, shortened=_shortened, weights=WEIGHTS, judged=JUDGED, judge=JUDGE,
        together=sum(points or 0 for _, points in article.score.dimensions) if article.score else 0,
    )  # fmt: skip


def _row(article: Article, shown: Shown, ledger: Ledger) -> Row:
    market = article.assignment.market
    tongues = [each.language for each in ledger.shop.markets]
    return Row(
        article=article,
        file=_file_of(article),
        title=shown.title or article.assignment.topic.name,
        market=market_name(market, is_alone=tongues.count(market.language) <= 1),
        points=f"{article.score.points:.0f}" if article.score else "not scored",
        advice=advice_for(article),
    )


def _file_of(article: Article) -> str:
    return f"{article.assignment.market.locale.lower()}-{article.slug}.html"


def advice_for(article: Article) -> Advice:
    """What an article's state means and what to do, in plain words."""
    found = _advice()[article.state.value]
    kind, _, name = article.approved_by.partition(":")
    by = {"person": f" by {name}", "rule": f" under the rule of {name}"}.get(kind, "")
    return Advice(found["says"].replace("{by}", by), found["do"].replace("{key}", article.key))


@cache
def _advice() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(Path(__file__).with_name("states.toml").read_text(encoding="utf-8"))


def _with_slug(article: Article) -> Article:
    """An article that was held before it had a title goes by its key."""
    return article if article.slug else replace(article, slug=article.key)


def _market_order(article: Article, ledger: Ledger) -> int:
    locales = [market.locale for market in ledger.shop.markets]
    locale = article.assignment.market.locale
    return locales.index(locale) if locale in locales else len(locales)


def _counts(rows: Sequence[Row]) -> list[tuple[State, int]]:
    found = Counter(row.article.state for row in rows)
    return [(state, found[state]) for state in ORDER if found[state]]


def _fragment(finding: Finding) -> str:
    """A link that lets the browser find the quoted words on the page; empty when they read otherwise."""
    is_plain = finding.quote and "{{" not in finding.quote and len(finding.quote) <= LONGEST_FRAGMENT
    return f"#:~:text={quote(finding.quote, safe='')}" if is_plain else ""


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_PASSAGE else f"{flat[:LONGEST_PASSAGE].rstrip()} …"


def _write(data: bytes, path: Path) -> None:
    """Replace a file in one step; one that holds these bytes already is left alone."""
    if path.is_file() and path.read_bytes() == data:
        return
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
