"""What a page says of itself, broken: author, days and sources gone, markup a machine cannot use, an untrue day, a paid
link that does not say so.

Articles of a corpus say little of themselves, so each is dressed first with what an honest page of the shop would say:
its editor, days, address, sources and JSON-LD, for the last kind a paid link with the word for it. What is broken
is held against the dressed page, not against the bare one.
"""

import json
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from content.corruption.corpus import Original
from content.corruption.damage import Spoiled, phrases, split
from content.shop import Shop

ON: Final = date(2026, 11, 20)  # the day the dressed pages are looked at
_OURS: Final = (
    "author",
    "date",
    "updated",
    "canonical",
    "alternates",
    "sources",
    "disclosure",
    "noindex",
    "robots",
)
_PAID: Final = "https://www.awin1.com/cread.php?awinaffid=4711&id="


def dressed(original: Original, shop: Shop, *, is_paid: bool = False, is_noted: bool = False) -> str:
    """The honest page: `is_paid` with a paid link, said in the text or, `is_noted`, in its front matter."""
    chance = random.Random(original.text)
    published = ON - timedelta(days=chance.randrange(20, 300))
    updated = published + timedelta(days=chance.randrange(0, 20))
    address = f"{shop.site.rstrip('/')}/{original.market.locale.lower()}/{original.name.partition('/')[2]}/"
    said: list[tuple[str, object]] = [
        ("author", shop.editor or shop.name), ("date", published.isoformat()), ("updated", updated.isoformat()),
        ("canonical", address), ("sources", phrases()["sources"][original.language]),
        ("alternates", {original.market.locale: address, "x-default": address}),
    ]  # fmt: skip
    table = phrases()["paid"]
    if is_noted:
        said.append(("disclosure", table[original.language][0]))
    head, body = split(original.text)
    link = f"[{table[original.language][1]}]({_PAID}{chance.randrange(1000)})" if is_paid else ""
    word = "" if is_noted or not is_paid else table[original.language][0]
    more = " ".join(part for part in (word, link) if part)
    node = {
        "@context": "https://schema.org", "@type": "Article", "headline": original.draft.title or None,
        "inLanguage": original.market.locale, "datePublished": published.isoformat(),
        "dateModified": updated.isoformat(), "mainEntityOfPage": address,
    }  # fmt: skip
    script = json.dumps({key: value for key, value in node.items() if value}, ensure_ascii=False, indent=1)
    parts = (body.strip("\n"), more, f'<script type="application/ld+json">\n{script}\n</script>')
    return _with(head, said) + "\n" + "\n".join(f"{part}\n" for part in parts if part)


def broken_heads(original: Original, shop: Shop) -> Iterator[Spoiled]:
    """Every way to break what the page says of itself; `base` of each is the honest page."""
    base = dressed(original, shop)
    yield Spoiled("unsigned", _without(base, "author", "date", "updated", "sources"), base=base)
    for text in _broken_markup(base, original):
        yield Spoiled("broken-markup", text, base=base)
    for day in (ON + timedelta(days=120), ON - timedelta(days=3 * 365)):
        yield Spoiled("wrong-date", _moved(base, day), why=day.isoformat(), base=base)
    said = dressed(original, shop, is_paid=True)
    yield Spoiled(
        "undisclosed", said.replace(f"{phrases()['paid'][original.language][0]} ", "", 1), base=said
    )
    noted = dressed(original, shop, is_paid=True, is_noted=True)
    yield Spoiled("undisclosed", _without(noted, "disclosure"), base=noted)


def _broken_markup(base: str, original: Original) -> Iterator[str]:
    locale = original.market.locale
    yield base.replace("\n}\n</script>", "\n</script>")
    yield base.replace('"@type": "Article",', '"@type": "Article"')
    yield re.sub(r'(?m)^canonical: "https://[^/]+/', 'canonical: "https://another-shop.example/', base)
    yield re.sub(r'(?m)^canonical: "https://[^/]+/', 'canonical: "/', base)
    yield re.sub(rf'(?m)^  "{locale}": "(.*)"$', r'  "\1": "\1"', base)
    yield re.sub(rf'(?m)^  "{locale}": "(.*)/"$', rf'  "{locale}": "\1-2/"', base)


def _moved(base: str, day: date) -> str:
    """Every day of the page, for readers and machines alike."""
    text = re.sub(r'(?m)^(date|updated): ".*"$', rf'\1: "{day}"', base)
    return re.sub(r'"(datePublished|dateModified)": ".*?"', rf'"\1": "{day}"', text)


def _with(head: str, said: list[tuple[str, object]]) -> str:
    """Front matter with these lines instead of its own."""
    lines = _without(head or "---\n---\n", *_OURS).splitlines()[:-1]
    for key, value in said:
        if isinstance(value, dict):
            lines += [f"{key}:", *(f"  {_quoted(name)}: {_quoted(each)}" for name, each in value.items())]
        elif isinstance(value, list):
            lines += [f"{key}:", *(f"  - {_quoted(each)}" for each in value)]
        else:
            lines.append(f"{key}: {_quoted(value)}")
    return "\n".join([*lines, "---", ""])


def _without(text: str, *keys: str) -> str:
    """The text without these lines of its front matter, and what is indented below them."""
    head, body = split(text)
    return re.sub(rf"(?m)^(?:{'|'.join(keys)}):.*\n(?:[ \t]+.*\n)*", "", head) + body


def _quoted(value: object) -> str:
    return json.dumps(str(value), ensure_ascii=False)  # JSON is YAML
