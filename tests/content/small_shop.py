"""Shops of a few rows, written into a folder for one test, and what is planned of the questions people ask them."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from content.ledger.ledger import Ledger, read_ledger
from content.plan.known import Known
from content.plan.plan import plan
from content.records import Assignment
from content.shop import load_shop
from seo.records import Intent, Keyword, Question, Topic

DAY = date(2026, 11, 27)
WEEK = "2026-W48"
MARKETS = {
    "en-GB": "GBP", "es-ES": "EUR", "fr-FR": "EUR", "de-DE": "EUR", "ar-AE": "AED", "ja-JP": "JPY",
}  # fmt: skip


def shop_toml(language: str = "en", locales: Sequence[str] = tuple(MARKETS)) -> str:
    """A shop of one language and several markets."""
    head = f'id = "x"\nname = "X"\nlanguage = "{language}"\ncurrency = "EUR"\ntime_zone = "UTC"\n'
    return head + "".join(
        f'[[markets]]\nlocale = "{locale}"\ncurrency = "{MARKETS[locale]}"\nshare = 0.15\n'
        for locale in locales
    )


def words_csv(said: Mapping[str, Mapping[str, str]]) -> str:
    """Names in the shop's files -> language -> what they are called there, apart by a bar."""
    rows = (
        f"{source},{language},{word}\n"
        for source, names in said.items()
        for language, words in names.items()
        for word in words.split("|")
    )
    return "".join(("source,lang,text\n", *rows))


def opened(folder: Path, files: Mapping[str, str]) -> Ledger:
    """The ledger of a shop that consists of these files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return read_ledger(load_shop(folder))


def heard(
    language: str,
    asked: Sequence[Question],
    searched: Sequence[str] = (),
    demand: float = 60.0,
    count: int = 3,
) -> Topic:
    """A topic of questions, and of searches: where there are none, the questions themselves are typed."""
    phrases = searched or [each.text for each in asked]
    words = tuple(Keyword(each, each, language, demand, count) for each in phrases)
    return Topic(
        phrases[0], language, phrases[0], Intent.INFORMATIONAL, 1.0, "test", words, tuple(asked), demand
    )


def planned(ledger: Ledger, *topics: Topic, can_translate: bool = False) -> list[Assignment]:
    """Everything that deserves a page in any market, and what does not."""
    known = Known(can_translate=can_translate)
    return plan(topics, ledger, [], ledger.shop.markets, WEEK, 500, known=known)
