"""A draft as one standalone HTML file, to be read or pasted into a shared document. What comes back is Markdown."""

import html
from dataclasses import dataclass
from datetime import date

from content.addresses import direction
from content.ledger.ledger import Ledger
from content.markup import Show, body_html
from content.rebinding.files import filled
from content.rebinding.filling import fill
from content.records import Draft
from content.written_form import written_forms
from seo.records import Market

_ISOLATED = "ar"
_PAGE = """\
<!doctype html>
<html lang="{lang}" dir="{dir}">
<head>
<meta charset="utf-8">
<meta name="robots" content="noindex">
<title>{title}</title>
<style>
body {{ font: 1.05rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }}
table {{ border-collapse: collapse; }} th, td {{ border: 1px solid #999; padding: .3rem .6rem; text-align: start; }}
</style>
</head>
<body>
<article>
<h1>{title}</h1>
<p><em>{description}</em></p>
{body}
</article>
<hr>
<p><small>acreage: draft · {key} · version {version} · {market}</small></p>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class _Words(Show):
    """Values as words alone: a shared document keeps no marks of ours."""

    draft: Draft
    ledger: Ledger
    market: Market
    on: date | None

    def markup(self, source: str, *, is_in_link: bool = False) -> str:  # noqa: ARG002 - the protocol's
        words = html.escape(self._words(source))
        return f"<bdi>{words}</bdi>" if self.market.language == _ISOLATED else words

    def plain(self, source: str) -> str:
        return self._words(source)

    def _words(self, source: str) -> str:
        return fill(source, self.ledger, self.market, "json", self.on, written_forms(self.draft)).text


def as_html(key: str, draft: Draft, ledger: Ledger, market: Market, site: str, on: date | None = None) -> str:
    """The draft as a page by itself, nothing loaded from anywhere, scripts and handlers left out."""
    title, description, _ = filled(draft, ledger, market, on)
    body, _ = body_html(draft.body, draft.language, site, _Words(draft, ledger, market, on))
    return _PAGE.format(
        lang=html.escape(draft.market or draft.language),
        dir=direction(draft.language),
        title=html.escape(title.text),
        description=html.escape(description.text),
        body=body,
        key=html.escape(key),
        version=draft.version,
        market=html.escape(draft.market),
    )
