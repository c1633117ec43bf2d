"""The calendar as CSV, as ICS for a calendar program (RFC 5545), and as an HTML page."""

import csv
import hashlib
import io
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from html import escape

from content.plan.calendar import Entry

HEADER = ("week", "date", "market", "kind", "name", "concept", "points", "why", "by")
LONGEST = 73  # octets of a line in an ICS file before it is folded: 75 with its break
STYLE = """
:root{color-scheme:light}body{font:15px/1.45 system-ui,sans-serif;margin:2rem;color:#1c2430}table{border-collapse:
collapse;width:100%}th,td{border:1px solid #dde2e8;padding:.4rem .5rem;vertical-align:top;text-align:start}
th{background:#f4f6f8}tbody th{white-space:nowrap}td p{margin:0 0 .35rem;
overflow-wrap:anywhere}.freeze{color:#5a6472;background:#eef1f4}
.campaign{color:#9a3412}.lead{color:#9a6a12}.waits{color:#8a93a0}.by{color:#5a6472;font-size:.85em}
"""


def as_csv(entries: Sequence[Entry]) -> str:
    """One row for each entry; a formula in a stranger's question stays text."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(HEADER)
    for e in entries:
        points = "" if e.points is None else f"{e.points:.1f}"
        row = (e.week, e.on.isoformat(), e.market, e.kind, e.name, e.concept, points, e.why, e.by)
        rows.writerow(tuple(map(_cell, row)))
    return text.getvalue()


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def as_ics(entries: Sequence[Entry], name: str) -> str:
    """All-day events; the same entry keeps its UID, so that a calendar program updates instead of doubling it."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Acreage//Calendar//EN",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    for entry in entries:
        lines += _event(entry)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(entry: Entry) -> list[str]:
    unique = f"{entry.market}\0{entry.kind}\0{entry.concept or entry.name}"
    if entry.kind in ("campaign", "freeze", "lead"):
        unique += f"\0{entry.on}"
    uid = hashlib.sha256(unique.encode()).hexdigest()[:20]
    last = entry.until if entry.kind == "campaign" and entry.until else _last(entry)
    where = f" [{entry.market}]" if entry.market else ""
    told = " ".join(part for part in (entry.why, f"({entry.by})" if entry.by else "") if part)
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}@acreage",
        f"DTSTAMP:{entry.on:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{entry.on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(f'{entry.kind}: {entry.name}{where}')}",
        *([f"DESCRIPTION:{_text(told)}"] if told else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _last(entry: Entry) -> date:
    """A freeze stands in every week it touches: to its end or that week's Sunday."""
    if entry.kind != "freeze" or entry.until is None:
        return entry.on
    sunday = entry.on + timedelta(days=6 - entry.on.weekday())
    return min(entry.until, sunday)


def _text(text: str) -> str:
    plain = " ".join(text.split())
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> Iterator[str]:
    """Lines of at most 75 octets, broken between letters."""
    part = ""
    for letter in line:
        if len((part + letter).encode()) > LONGEST:
            yield part
            part = " "
        part += letter
    yield part


def as_html(entries: Sequence[Entry], name: str, weeks: Sequence[str], markets: Sequence[str]) -> str:
    """A table of weeks and markets; nothing is loaded from elsewhere."""
    head = "".join(f"<th>{escape(market)}</th>" for market in markets)
    rows = "".join(_row(week, entries, markets) for week in weeks)
    title = f"{escape(name)}: the next {len(weeks)} weeks"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head><body><h1>{title}</h1>'
        f"<table><thead><tr><th>week</th>{head}</tr></thead><tbody>{rows}</tbody></table></body></html>\n"
    )


def _row(week: str, entries: Sequence[Entry], markets: Sequence[str]) -> str:
    here = [e for e in entries if e.week == week]
    monday = min((e.on - timedelta(days=e.on.weekday()) for e in here), default=None)
    cells = "".join(_place(here, market) for market in markets)
    day = f"<br>{monday}" if monday else ""
    return f"<tr><th>{week}{day}</th>{cells}</tr>"


def _place(here: Sequence[Entry], market: str) -> str:
    mine = [e for e in here if e.market in ("", market, market.rsplit("-", maxsplit=1)[-1])]
    frozen = ' class="freeze"' if any(e.kind == "freeze" for e in mine) else ""
    return f"<td{frozen}>{''.join(_said(e) for e in mine)}</td>"


def _said(e: Entry) -> str:
    by = f' <span class="by">{escape(e.by)}</span>' if e.by else ""
    kind = "" if e.kind == "planned" else f"{e.kind}: "
    points = f" ({e.points:.0f})" if e.points is not None and e.kind == "planned" else ""
    return f'<p class="{e.kind}" dir="auto" title="{escape(e.why)}">{kind}{escape(e.name)}{points}{by}</p>'
