"""The shop's own static site: plain files any web server can show, built whole and switched in one step.

https://www.sitemaps.org/protocol.html · https://www.rfc-editor.org/rfc/rfc4287 (Atom)
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from content.ledger.ledger import Ledger
from content.publishers.builds import PUBLIC, publish_files
from content.publishers.layout import site_files
from content.publishers.publisher import Publisher
from content.publishers.site import Entry, assemble_site
from content.records import Article, Publication, State

NAME = "static"


class StaticSite(Publisher):
    """A folder `public` with the whole site."""

    name = NAME

    def publish(
        self, articles: Sequence[Article], ledger: Ledger, folder: Path, on: date
    ) -> list[Publication]:
        """Build the site and switch to it."""
        return publish_site(articles, ledger, folder, on)


def publish_site(articles: Sequence[Article], ledger: Ledger, folder: Path, on: date) -> list[Publication]:
    """Build the whole site of approved, published and live articles and switch `folder/public` to it at once.

    The same articles and facts give the same bytes and no new build. One Publication per such article:
    published with its address, live when it was live and not a byte has changed, or held when a fact it needs
    is missing (`dropped` says which). A disk error raises PublishRefused and leaves the old site standing.
    """
    site = assemble_site(articles, ledger, on)
    files = site_files(site)
    unchanged = _unchanged(files, folder / PUBLIC)
    publish_files(files, folder)
    return [
        *(
            _publication(entry, is_unchanged=f"{entry.page.path}index.html" in unchanged)
            for entry in site.entries
        ),
        *(Publication(each.key, NAME, "", "", State.HELD, dropped=(missing,)) for each, missing in site.gaps),
    ]


def _unchanged(files: dict[str, bytes], public: Path) -> set[str]:
    """Paths whose bytes are already public."""
    return {
        path
        for path, data in files.items()
        if (public / path).is_file() and (public / path).read_bytes() == data
    }


def _publication(entry: Entry, *, is_unchanged: bool) -> Publication:
    """Live is a claim about a page read at its address: it holds only while the page stays as it was."""
    is_live = is_unchanged and entry.article.state is State.LIVE
    state = State.LIVE if is_live else State.PUBLISHED
    return Publication(entry.article.key, NAME, entry.page.fingerprint, entry.page.url, state)
