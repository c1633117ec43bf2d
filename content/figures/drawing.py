"""A chart as SVG: no scripts, no fonts of its own, mirrored for languages read from right to left.

https://www.w3.org/TR/SVG2/ · https://www.w3.org/WAI/tutorials/images/complex/
It brings its own ground, so that it can be read on a page of any colour; on a dark screen it is dark itself.
"""

import html
import unicodedata
from typing import Final

from content.addresses import direction
from content.figures.charts import Bar, Chart

WIDTH: Final = 680
_EDGE, _TOP, _ROW, _BAR = 28, 72, 62, 14
_ROOM: Final = WIDTH - 2 * _EDGE
_LETTER: Final = 19  # size of names and values: still read on a telephone, where the picture is half as wide
_FONTS: Final = {
    "ar": "'Noto Sans Arabic', 'Geeza Pro', 'Segoe UI', Tahoma, sans-serif",
    "ja": "'Hiragino Sans', 'Yu Gothic', Meiryo, 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif",
}
_STYLE: Final = (
    "text{font-family:%s;font-size:%dpx;fill:#1e2426}.t{font-size:21px;font-weight:600}.v{font-weight:600}"
    ".g{fill:#f6f7f5;stroke:#dde2e0}.r{fill:#dde2e0}.b{fill:#14605a}"
    "@media (prefers-color-scheme:dark){text{fill:#e4e8e8}.g{fill:#1d2326;stroke:#343c40}.r{fill:#343c40}"
    ".b{fill:#7fcabf}}"
)


def drawn(chart: Chart, language: str) -> bytes:
    """The chart as a file; the same chart gives the same bytes."""
    height = _TOP + _ROW * len(chart.bars) + 2
    is_rtl = direction(language) == "rtl"
    style = _STYLE % (_FONTS.get(language, "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"), _LETTER)
    said = "; ".join(f"{bar.name} {bar.value}" for bar in chart.bars)
    rows = "".join(_row(bar, _TOP + _ROW * place, is_rtl=is_rtl) for place, bar in enumerate(chart.bars))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
        f'role="img" aria-labelledby="t d" lang="{language}" direction="{"rtl" if is_rtl else "ltr"}">'
        f'<title id="t">{html.escape(chart.label)}</title><desc id="d">{html.escape(said)}</desc>'
        f"<style>{style}</style>"
        f'<rect class="g" x=".5" y=".5" width="{WIDTH - 1}" height="{height - 1}" rx="8"/>'
        f"{_text(chart.label, 44, 't', is_rtl=is_rtl)}{rows}</svg>\n"
    ).encode()


def height_of(chart: Chart) -> int:
    """Its height in pixels, as `drawn` writes it."""
    return _TOP + _ROW * len(chart.bars) + 2


def _row(bar: Bar, top: int, *, is_rtl: bool) -> str:
    long = max(2.0, round(_ROOM * bar.share, 1))
    at = WIDTH - _EDGE - long if is_rtl else _EDGE
    name = _fitted(bar.name, _ROOM - _wide(bar.value) - _LETTER)
    return (
        f"{_text(name, top + 17, 'n', is_rtl=is_rtl)}{_text(bar.value, top + 17, 'v', is_rtl=is_rtl, is_end=True)}"
        f'<rect class="r" x="{_EDGE}" y="{top + 28}" width="{_ROOM}" height="{_BAR}" rx="4"/>'
        f'<rect class="b" x="{at:g}" y="{top + 28}" width="{long:g}" height="{_BAR}" rx="4"/>'
    )


def _text(words: str, y: int, kind: str, *, is_rtl: bool, is_end: bool = False) -> str:
    """Words at the line's start or end, whichever side that is."""
    x = WIDTH - _EDGE if is_rtl is not is_end else _EDGE
    anchor = ' text-anchor="end"' if is_end else ""
    return f'<text class="{kind}" x="{x}" y="{y}"{anchor}>{html.escape(words, quote=False)}</text>'


def _wide(words: str) -> float:
    """About how wide words are: no font is at hand where the picture is made."""
    return sum(1.0 if unicodedata.east_asian_width(each) in "WF" else 0.58 for each in words) * _LETTER


def _fitted(name: str, room: float) -> str:
    """A name that leaves room for its value."""
    while len(name) > 1 and _wide(name) > room:
        name = f"{name.rstrip('…')[:-1].rstrip()}…"
    return name
