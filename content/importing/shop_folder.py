"""Makes a shop folder: out of untouched exports, or a small one that runs as it is and teaches."""

import csv
import io
import shutil
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from babel.numbers import get_territory_currencies

from content.errors import ShopError
from content.importing.dialects import is_saved_pages, read_products, with_our_names
from content.importing.guesses import UTC, country_of, only_currency, only_zone
from content.ledger.column_names import NEEDED, headers_of
from content.ledger.headers import Header, parse_header
from content.ledger.table import Table
from content.ledger.values import has_currency
from content.records import Finding, Proof, Severity
from content.shop import FILE, load_shop, slug

TOLD = ("group", "category", "price", "url", "description", "image", "brand", "availability")
"""Known columns that `init` names, in case a list calls one as nobody else does."""
STARTER = Path(__file__).parent / "starter"
SHOP_TOML = """\
# Who you are and where you sell. Every key is explained in the starter folder that `acreage init DIR` makes.

name = {name}
id = {id}                        # never change it: the database files everything under it
site = {site}
language = {language}                  # of products.csv
currency = {currency}                 # of a price that names none
time_zone = {zone}               # the week begins here on Monday; for example "Europe/Berlin"
contact = ""                     # an address readers can write to, shown on every page
editor = ""                      # the person who answers for the pages
articles = 20                    # at most this many a week
"""
LISTEN = """
# What is asked of the web, once a week, with your categories and what your customers search most. Nothing until you
# take the sign off a line; asked with your contact address above, so put in a real one first.
# [listen]
# wikipedia = true               # adds what an encyclopedia has an article about, in each of your languages
# pageviews = true               # adds the season of a subject: how its readers come and go over the year
# stack_exchange = ["diy"]       # questions people ask there (English)
# hacker_news = true
# feeds = ["https://forum.example/latest.rss"]
# sitemaps = ["https://another-shop.example"]
# pages = ["https://magazine.example/curtain-questions"]
# searxng = "http://127.0.0.1:8888"   # your own search engine: results, suggestions, questions
# With a key in the environment: search_console, bing_webmaster, dataforseo, brave, tavily. What search boxes complete
# (suggest_google, suggest_bing, suggest_duckduckgo, suggest_amazon, suggest_ebay, suggest_youtube) is undocumented and
# off until you name it; `acreage doctor` says what their owners' terms say.
"""
MARKET = """
[[markets]]
locale = "{locale}"
currency = "{currency}"
"""


def make_shop(
    folder: Path,
    products: Path,
    signals: Sequence[Path],
    site: str,
    markets: Sequence[str],
    currency: str,
    language: str,
    name: str = "",
) -> tuple[Finding, ...]:
    """A shop folder out of exports or saved product pages; what could not be read of them, and what was taken for
    something nobody said.

    It holds no rule of approval: nothing is published without a person.
    """
    table = with_our_names(read_products(products, site, language))
    labels = {header.known for header in headers_of(table.header)}
    missing = next((name for name in NEEDED if name not in labels), None)
    if missing:
        found = ", ".join(table.header)
        raise ShopError(f"{products.name} has no column {missing!r} (found: {found}): add it, or rename one.")
    locales = [locale.replace("_", "-") for locale in markets]
    is_said = currency or _names_currency(table)
    home = currency or ("" if is_said else only_currency(country_of(locales[0])))
    if not is_said and not home:
        raise ShopError(f"{products.name} names no currency for its prices: say which, like --currency EUR.")
    called = name or folder.resolve().name.replace("-", " ").replace("_", " ").title()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_text(_shop_toml(called, site, locales, home, language), encoding="utf-8")
    (folder / "products.csv").write_text(_csv(table), encoding="utf-8")
    (folder / "signals").mkdir(exist_ok=True)
    for path in signals:
        shutil.copyfile(path, _free_name(folder / "signals", path.name))
    load_shop(folder)  # a mistake in site or market is told now, by the file that will be read
    columns = () if is_saved_pages(products) else _read_as(table)
    guessed = {"currency": "" if is_said else home, "name": "" if name else called}
    return (*table.findings, *_guesses(guessed, locales[0]), *columns)


def _guesses(guessed: Mapping[str, str], locale: str) -> Iterator[Finding]:
    """One note for each thing that nobody said and that stands in shop.toml now."""
    if guessed["currency"]:
        yield _note(
            f"the prices name no currency: {guessed['currency']} is taken, that of {locale}; if it is another, begin "
            "again with --currency"
        )
    if guessed["name"]:
        yield _note(
            f"the name {guessed['name']!r} is only the folder's: name it with --name, or in {FILE} (name and id) "
            "before the first week"
        )
    if only_zone(country_of(locale)) == UTC:
        yield _note(
            f"{country_of(locale)} has several time zones: write yours in {FILE}, time_zone; until then UTC"
        )


def _read_as(table: Table) -> Iterator[Finding]:
    """What each column was taken for, so that a mistake is seen before the first week."""
    headers = [header for header in headers_of(table.header) if header.label]
    renamed = [f"{header.raw} = {header.known}" for header in headers if header.known and _is_renamed(header)]
    if renamed:
        yield _of_columns(f"columns known by another name: {', '.join(renamed)}")
    attributes = ", ".join(header.raw for header in headers if not header.known)
    if attributes:
        says = f"columns read as attributes: {attributes}; if one is a known column ({', '.join(TOLD)}), call it so"
        yield _of_columns(f"{says} in products.csv")


def _is_renamed(header: Header) -> bool:
    return parse_header(header.raw).known != header.known


def _of_columns(says: str) -> Finding:
    return Finding("import.columns", Severity.NOTE, (0, 0), "", Proof("products.csv", None, ""), says)


def _note(cure: str) -> Finding:
    return Finding("import.guess", Severity.NOTE, (0, 0), "", Proof(FILE, None, ""), cure)


def write_starter(folder: Path) -> None:
    """A small shop of invented products that runs as it is; its comments say what each file is for."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(STARTER, folder, dirs_exist_ok=True)


def _shop_toml(name: str, site: str, locales: Sequence[str], currency: str, language: str) -> str:
    of_market = {locale: _currency_of(locale, currency) for locale in locales}
    head = SHOP_TOML.format(
        name=_quoted(name),
        id=_quoted(slug(name, _known_by(name, site))),
        zone=_quoted(only_zone(country_of(locales[0]))),
        site=_quoted(site),
        language=_quoted(language),
        currency=_quoted(currency or next(iter(of_market.values()), "EUR")),
    )
    markets = "".join(MARKET.format(locale=locale, currency=of_market[locale]) for locale in locales)
    return head + markets + LISTEN


def _known_by(name: str, site: str) -> str:
    """An id for a name without Latin letters: its address, else a number of its own. Two shops in one database that are
    both called `shop` would be one."""
    host = (urlsplit(site).hostname or "").removeprefix("www.")
    return slug(host, f"shop-{sha256(name.encode()).hexdigest()[:8]}")


def _currency_of(locale: str, currency: str) -> str:
    """The currency of a country; for a locale without one the shop's: loading says what is wrong."""
    country = locale.partition("-")[2]
    return (
        next(iter(get_territory_currencies(country.upper())), currency or "EUR")
        if country
        else currency or "EUR"
    )


def _names_currency(table: Table) -> bool:
    """Whether every price can be read without asking: by its own sign, its header, its country or its row."""
    headers = headers_of(table.header)
    if any(header.known == "currency" for header in headers):
        return True
    prices = [
        place for place, header in enumerate(headers)
        if header.known == "price" and not header.currency and not header.country
    ]  # fmt: skip
    cells = [row.cells[place] for row in table.rows for place in prices if row.cells[place]]
    return all(has_currency(cell) for cell in cells)


def _csv(table: Table) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.header)
    writer.writerows(row.cells for row in table.rows)
    return text.getvalue()


def _free_name(folder: Path, name: str) -> Path:
    """Two exports may have one name: the second is numbered."""
    path, number = folder / name, 1
    while path.exists():
        number += 1
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
    return path


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
