"""How wide a title or description stands in a result list, in pixels: search engines cut by width, not by letters.

Google shows titles in Arial at 20 px and descriptions at 14 px on a desktop, in boxes 600 px and twice 600 px
wide; what is longer is cut. Latin widths are Arial's own (thousandths of the letter size, an accent adds none).
Arabic widths are averages over joined forms and Japanese letters are square: both are estimates.
"""

import unicodedata
from typing import Final

TITLE_PX: Final = 20
DESCRIPTION_PX: Final = 14
TITLE: Final = {
    "ja": (160, 670),
    "": (160, 630),
}  # least and most: the box is 600 wide, a letter more does no harm
DESCRIPTION: Final = {
    "ja": (450, 1680),
    "": (300, 1030),
}  # two lines less what the date takes; 120 square letters
_SAME_WIDTH: Final = {
    222: "ijl",
    191: "'‘’",
    260: "|",
    278: " ft.,:;/\\I![]\u00a0\u202f·",
    333: 'r()-`“”„"{}‐‑',
    350: "•",
    389: "*",
    469: "^",
    500: "ckvxyszJ",
    556: "abdeghnopquL0123456789?$£€_#–«»¿¡ß",
    584: "+<=>~×÷",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…™æœ",
    1015: "@",
}
_WIDTH: Final = {letter: width for width, letters in _SAME_WIDTH.items() for letter in letters}
_ARABIC: Final = {
    **dict.fromkeys("اأإآلءٱ", 260),
    **dict.fromkeys("دذرزوؤ،", 400),
    **dict.fromkeys("نيبتثئىفقمهةعغحخج", 470),
    **dict.fromkeys("كطظ", 560),
    **dict.fromkeys("سشصض", 760),
}
_OTHER: Final = 556
_SQUARE: Final = 1000
_NONE: Final = {"Mn", "Me", "Cf", "Cc"}


def width(text: str, size: int) -> int:
    """The width of a text in pixels at a letter size."""
    return round(sum(_of(letter) for letter in unicodedata.normalize("NFC", text)) * size / 1000)


def _of(letter: str) -> int:
    known = _WIDTH.get(letter) or _ARABIC.get(letter)
    if known:
        return known
    if unicodedata.category(letter) in _NONE:
        return 0
    if unicodedata.east_asian_width(letter) in {"W", "F"}:
        return _SQUARE
    return _WIDTH.get(unicodedata.normalize("NFD", letter)[0], _OTHER)
