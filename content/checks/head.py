"""What the page says of itself beside its text: address, other languages, author, days."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from babel import Locale
from babel.core import get_global

from content.checks.reading import Reading
from content.dossier import same_address
from content.records import Finding

STALE: Final = timedelta(days=730)  # two years without a look
DEFAULT: Final = "x-default"
_TAG: Final = re.compile(r"([A-Za-z]{2,3})(?:-([A-Za-z]{4}))?(?:-([A-Za-z]{2}|\d{3}))?")
_DAY: Final = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})")
_FAR: Final = timedelta(days=1)  # a page published today east of us is not from the future


def head(reading: Reading) -> Iterator[Finding]:
    """`structure.noindex`, `.canonical`, `.hreflang`, `.date`, and notes on what is missing."""
    said = reading.draft.head
    if said.noindex:
        cure = "The page asks search engines to leave it out: take noindex away, or do not publish it."
        yield reading.page_finding("structure.noindex", cure, "noindex")
    yield from _canonical(reading)
    yield from _alternates(reading)
    yield from _dates(reading)
    if reading.draft.written_by == "file":  # our own pages get editor, day and facts when they are built
        yield from _missing(reading)


def _canonical(reading: Reading) -> Iterator[Finding]:
    address = reading.draft.head.canonical
    if not address:
        return
    if not is_address(address):
        cure = f"canonical {address!r} is no whole address: write https://…, without # and blanks."
        yield reading.page_finding("structure.canonical", cure, address)
        return
    site = reading.ledger.shop.site
    if site and _host(address) != _host(site):
        cure = (
            f"canonical gives the page away to {urlsplit(address).netloc}: write its own address on {site}."
        )
        yield reading.page_finding("structure.canonical", cure, address)


def _alternates(reading: Reading) -> Iterator[Finding]:
    said = reading.draft.head
    seen: dict[str, str] = {}
    for tag, address in said.alternates:
        reason = _wrong_tag(tag) or ("" if is_address(address) else f"{address!r} is no whole address")
        if not reason and tag.lower() in seen:
            reason = f"{tag} stands twice"
        if reason:
            yield reading.page_finding("structure.hreflang", f"alternates: {reason}.", f"{tag}: {address}")
            return
        seen[tag.lower()] = address
    if not seen:
        return
    market = reading.market
    own = seen.get(market.locale.lower()) or seen.get(market.language)
    if own is None:
        cure = f"alternates leave this page's own language out: add {market.locale}: its address."
        yield reading.page_finding("structure.hreflang", cure, ", ".join(seen))
    elif said.canonical and same_address(own) != same_address(said.canonical):
        cure = f"alternates say {market.locale} is {own}, canonical says {said.canonical}: make them one."
        yield reading.page_finding("structure.hreflang", cure, own)


def is_address(text: str) -> bool:
    """Whether a text is a whole web address of one page."""
    parts = urlsplit(text)
    is_whole = parts.scheme in {"http", "https"} and "." in parts.netloc.strip(".")
    return is_whole and not parts.fragment and not re.search(r"[\s<>\"{}]", text)


def _host(address: str) -> str:
    return urlsplit(address).netloc.lower().removeprefix("www.")


def _wrong_tag(tag: str) -> str:
    """What is wrong with a language tag (BCP 47), empty when nothing is: `en-UK` is no place, it is `en-GB`."""
    if tag.lower() == DEFAULT:
        return ""
    match = _TAG.fullmatch(tag)
    if not match:
        return f"{tag!r} is no language tag (de, de-AT, x-default)"
    language, _, region = match.groups()
    if language.lower() not in _languages():
        return f"{tag!r}: there is no language {language!r}"
    if region and region.upper() not in _regions():
        hint = " (it is GB)" if region.upper() == "UK" else ""
        return f"{tag!r}: there is no country {region!r}{hint}"
    return ""


@cache
def _languages() -> frozenset[str]:
    return frozenset(Locale("en").languages)


@cache
def _regions() -> frozenset[str]:
    return frozenset(Locale("en").territories) - frozenset(get_global("territory_aliases"))


# --- days and names ---------------------------------------------------------------------------------------


def day(text: str) -> date | None:
    """The day a text begins with, `2026-05-04` or `2026年5月4日`; None when it is none."""
    match = _DAY.match(text.strip())
    if not match:
        return None
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None


def _dates(reading: Reading) -> Iterator[Finding]:
    said = reading.draft.head
    days: dict[str, date] = {}
    for name, text in (("date", said.date), ("updated", said.updated)):
        found = day(text)
        if found:
            days[name] = found
        elif text:
            yield reading.page_finding(
                "structure.date", f"{name} {text!r} is no day: write 2026-01-31.", text
            )
    if len(days) > 1 and days["updated"] < days["date"]:
        cure = f"updated ({days['updated']}) lies before date ({days['date']})."
        yield reading.page_finding("structure.date", cure, str(days["updated"]))
    if reading.on is None or not days:
        return
    last = max(days.values())
    if last > reading.on + _FAR:
        cure = f"{last} has not come yet: write the day it was published."
        yield reading.page_finding("structure.date", cure, str(last))
    elif reading.on - last > STALE:
        cure = f"Nobody has looked at it since {last}: check it, then set `updated:` to that day."
        yield reading.page_finding("structure.date", cure, str(last))


def _missing(reading: Reading) -> Iterator[Finding]:
    said = reading.draft.head
    if not said.author and not reading.ledger.shop.editor:
        yield reading.page_finding("structure.byline", "Say who answers for the page: `author:`.")
    if not said.date and not said.updated:
        yield reading.page_finding("structure.undated", "Say when it was written: `date:`.")
    rests = said.sources or any(block.notes or block.rendered for block in reading.body)
    if not rests and not any(link.url for block in reading.body for link in block.links if not link.is_image):
        yield reading.page_finding(
            "structure.unsourced", "Say what it rests on: `sources:`, a link, a quotation."
        )
