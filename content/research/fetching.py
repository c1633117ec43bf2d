"""Fetches pages through the door and keeps them as they stood; a page its owner reserves is left alone and said so."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from content.research.addresses import host_of
from seo.errors import SeoError
from seo.services.reserved import reserved
from seo.web.answers import DAY_S, PAGE, Answer, Request, Web
from seo.web.charsets import decode
from seo.web.stored import Pages, StoredPage
from seo.web.visible import tree

_AGE_S: Final = 30 * DAY_S  # how old what is known of a page may be
_LEAST: Final = 80  # letters a page must have to be read


@dataclass(frozen=True, slots=True)
class Fetch:
    """What came of one address."""

    url: str
    page: StoredPage | None
    note: str = ""  # why there is none


async def fetch_pages(urls: Sequence[str], web: Web | None, pages: Pages) -> list[Fetch]:
    """Every address in its order. Without a web, what is stored of them from earlier times."""
    return list(await asyncio.gather(*(_fetch(url, web, pages) for url in urls)))


async def _fetch(url: str, web: Web | None, pages: Pages) -> Fetch:
    if web is None:
        known = await asyncio.to_thread(pages.by_url, url)
        return Fetch(url, known, "" if known else f"{host_of(url)}: the web was not asked")
    try:
        answer = await web.ask(Request(url, accepts=(*PAGE, "text/plain"), max_age_s=_AGE_S, is_page=True))
        return await asyncio.to_thread(_kept, url, answer, pages)
    except SeoError as error:
        says = " ".join(str(error).split())
        return Fetch(url, None, says if host_of(url) in says else f"{host_of(url)}: {says}")


def _kept(url: str, answer: Answer, pages: Pages) -> Fetch:
    source = decode(answer.body, answer.headers.get("content-type", ""))
    if why := reserved(answer.headers, tree(source) if "<" in source else None):
        return Fetch(url, None, f"{host_of(url)} is left alone: {why}")
    page = pages.keep(answer, "grey")
    if page.needs_js or len(page.text) < _LEAST:
        why = "its words come by a script" if page.needs_js else "there is too little text on it"
        return Fetch(url, None, f"{host_of(url)}: {why}")
    return Fetch(url, page)
