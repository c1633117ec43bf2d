"""Numbers as six languages write them, turned into exact decimals; nothing is read half."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

DecimalSign = Literal[".", ","]

FOLD = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬−", "01234567890123456789.,-"
)  # NFKC leaves these as they are: findings of the extraction study
MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u2066\u2067\u2068\u2069\ufeffـ"))  # direction, tatweel
FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75", "⅓": None, "⅔": None}  # thirds have no exact decimal

NUMBER = r"[-+]?(?:\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*)"
GROUP = 3  # digits between two grouping signs
_WHOLE = re.compile(NUMBER)
_COMMA_COUNTRIES = ("de", "es", "fr")  # where the sign between whole and part is a comma


def fold(text: str) -> str:
    """Digits, signs and widths in one form; marks that only steer the direction of writing go."""
    for sign, decimal in FRACTIONS.items():
        if sign in text and decimal:
            text = re.sub(rf"(?<=\d)\s?{sign}", decimal, text)
            text = text.replace(sign, f"0{decimal}")
    if text.isascii():
        return text.strip()
    if "٫" in text:
        text = text.replace(",", "")
    return unicodedata.normalize("NFKC", text.replace("″", '"')).translate(MARKS).translate(FOLD).strip()


def parse_number(text: str, sign: DecimalSign) -> Decimal | None:
    """An exact number, or None when the text is not one number and nothing else.

    A single separator before exactly three digits (`1.299`) is read by the sign of the file; every other
    form says itself what it means.
    """
    if not _WHOLE.fullmatch(text):
        return None
    plain = re.sub(r"[ \u00a0\u202f\u2009'’]", "", text)
    dots, commas = plain.count("."), plain.count(",")
    if dots and commas:
        decimal = "." if plain.rindex(".") > plain.rindex(",") else ","
        return _joined(plain, "," if decimal == "." else ".", decimal)
    separator = "." if dots else ","
    if dots + commas > 1:
        return _joined(plain, separator, "")
    if dots + commas == 0:
        return Decimal(plain)
    whole, _, part = plain.partition(separator)
    digits = whole.lstrip("-+")
    if separator == "," != sign and len(part) > GROUP and digits != "0":
        return None  # `400,1000`: two numbers
    if len(part) == GROUP and separator != sign and len(digits) <= GROUP and digits != "0":
        return Decimal(whole + part)
    return Decimal(f"{whole}.{part}")


def _joined(plain: str, grouping: str, decimal: str) -> Decimal | None:
    """The number when its groups are of three digits; None for `1.2.3` (a version) or `12,34.5`."""
    whole, _, part = plain.partition(decimal) if decimal else (plain, "", "")
    head, *groups = whole.lstrip("-+").split(grouping)
    if not 1 <= len(head) <= GROUP or any(len(group) != GROUP for group in groups) or grouping in part:
        return None
    number = Decimal(f"{head}{''.join(groups)}.{part or 0}") if part else Decimal(head + "".join(groups))
    return -number if plain.startswith("-") else number


def decimal_sign(cells: Iterable[str], fallback: DecimalSign) -> DecimalSign:
    """Which sign the cells use, by those that leave no doubt (`0,5`, `1.299,50`), else the fallback."""
    votes = {".": 0, ",": 0}
    for cell in cells:
        for found in _WHOLE.findall(cell):
            seen = _vote(found)
            if seen:
                votes[seen] += 1
    if votes["."] == votes[","]:
        return fallback
    return "." if votes["."] > votes[","] else ","


def usual_sign(language: str) -> DecimalSign:
    """The decimal sign readers of a language expect."""
    return "," if language in _COMMA_COUNTRIES else "."


def _vote(number: str) -> DecimalSign | None:
    dots, commas = number.count("."), number.count(",")
    if dots and commas:
        return "." if number.rindex(".") > number.rindex(",") else ","
    if dots + commas > 1 and number.replace(" ", ""):
        return "," if dots else "."
    separator = "." if dots else ","
    whole, _, part = number.partition(separator)
    if commas and len(part) > GROUP and whole.lstrip("-+") != "0":
        return None  # `400,1000`: perhaps two numbers
    if dots + commas == 1 and (len(part) != GROUP or whole.lstrip("-+") == "0"):
        return "." if dots else ","
    return None
