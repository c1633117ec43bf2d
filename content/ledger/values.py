"""Cells into values: yes/no, numbers with units, ranges, prices, choices, lists, free text, or unknown."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from babel.numbers import get_currency_precision

from content.ledger.headers import currencies
from content.ledger.numbers import GROUP, NUMBER, DecimalSign, fold, parse_number
from content.ledger.units import dimension, find_unit
from content.records import UNKNOWN, Choice, Many, Money, Quantity, Span, Text, Value


def words_of(table: str) -> frozenset[str]:
    """The words of a table written with bars between them."""
    return frozenset(table.split("|"))


YES = words_of(
    "yes|true|ja|wahr|oui|vrai|sí|si|verdadero|はい|有|有り|あり|可|対応|要|必要|できます|できる|○|〇|◯|◎|نعم|يوجد|✓|✔|☑"
)
NO = words_of(
    "no|false|nein|falsch|non|faux|falso|いいえ|無|無し|なし|不可|非対応|不要|できません|できない|×|✕|لا|لا يوجد|✗|✘|☐"
)
LETTERS_YES = words_of("y|j|o|1|متوفر|ممكن")  # read so only where every cell of the column is such
LETTERS_NO = words_of("n|0|غير متوفر|غير ممكن|対応不可")
NOT_STATED = words_of(
    "unknown|n/a|na|n.a.|#n/a|-|–|—|?|tbd|tba|tbc|null|nil|k.a.|k. a.|keine angabe|unbekannt|inconnu|n.c.|nc"
    "|non renseigné|desconocido|s/d|sin datos|غير معروف|غير محدد|不明|未定|ー|－|―|‐"
)
LONGEST_CHOICE = 60
MOST_WORDS = 7
MOST_WORDS_OF_ITEM = 4
PAIR = 2  # numbers in a double size; three with slashes are a list

_UNIT = r"[^\d\s,;|].{0,24}?"
_QUANTITY = re.compile(rf"({NUMBER})\s*({_UNIT})?")
_SPAN = re.compile(
    rf"(?:from |between |von |zwischen |de |entre |من |بين )?({NUMBER})\s*({_UNIT})??\s*"
    rf"(?:-|–|—|~|〜|～|から|\bto\b|\bbis\b|\bà\b|\ba\b|\bto\b|\band\b|\bund\b|\bet\b|\by\b|إلى|الى|و)\s*"
    rf"(\d[\d.,'’]*)\s*({_UNIT})?"
)
_BEFORE, _AFTER = r"[^\d\s.,+-][^\d,+-]{0,5}?", r"[^\d\s.,][^\d]{0,6}"
_MONEY = re.compile(rf"({_BEFORE})?\s*({NUMBER})(?:[,.][-–—])?\s*({_AFTER})?")
_TAXED = re.compile(
    r"\s*[(\[]?\s*(?:税込(?:み|価格)?|内税|inc(?:l|luding)?\.? (?:vat|tax)|inkl\.? ?mwst\.?|ttc"
    r"|iva incl(?:uido|\.)?|شامله? (?:ل?ضريبه|الضريبه)(?: القيمه المضافه)?)\s*[)\]]?$"
)
"""That tax is in a price, which a shopper's price is anyway; without it (税抜) it is another price, and none."""
_SIZE = re.compile(r"\d+(?:[.,]\d+)?\s*[a-z]{0,2}(?:\s*[x×*]\s*\d+(?:[.,]\d+)?\s*[a-z]{0,2})+")
_ROW = re.compile(r"\d+(?:,\d+)+")  # `400,1000` where a comma parts no decimals
_FRACTION = re.compile(r"(?:\d+ )?\d/\d+.{0,3}")  # `1/2`, `3/4 "`: no list of two
HARD_BREAKS = re.compile(r"\s*(?:\n|\\n|;|\|)\s*")
SYMBOLS: Mapping[str, tuple[str, ...]] = {
    "€": ("EUR",),
    "$": ("USD", "CAD", "AUD", "NZD", "MXN", "SGD", "HKD"),
    "us$": ("USD",),
    "£": ("GBP",),
    "¥": ("JPY", "CNY"),
    "円": ("JPY",),
    "元": ("CNY",),
    "fr": ("CHF",),
    "fr.": ("CHF",),
    "kr": ("SEK", "DKK", "NOK"),
    "د.إ": ("AED",),
    "د.إ.": ("AED",),
    "درهم": ("AED", "MAD"),
    "ر.س": ("SAR",),
    "ر.س.": ("SAR",),
    "ريال": ("SAR", "QAR", "OMR"),
    "ج.م": ("EGP",),
    "جنيه": ("EGP",),
    "euro": ("EUR",),
    "euros": ("EUR",),
    "يورو": ("EUR",),
    "﷼": ("SAR",),
}
"""What stands beside a price; a sign of several currencies is the one expected, else the first."""


@dataclass(slots=True)
class ColumnReader:
    """Reads the cells of one column. The same text always reads as the same value."""

    language: str  # of the catalogue
    sign: DecimalSign
    unit: str = ""
    kind: str = ""  # of the lexicon: boolean, quantity, choice, text, money; empty = tell from the cell
    letters: bool = False  # every cell is a yes/no word or letter, so `y` and `0` are such too
    codes: bool = False  # article numbers: never numbers
    sizes: bool = False  # what variants come in: a slash between two numbers makes one double size, `86/92`
    doubted: bool = False  # the header's unit cannot be right: a number needs its own
    undivided: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # cells whose commas part no list
    _read: dict[str, Value] = field(default_factory=dict)

    def read(self, cell: str) -> Value:
        """The value of a cell; UNKNOWN for `n/a` and its like. A blank cell is not read: nobody stated it."""
        if cell not in self._read:
            self._read[cell] = self._value(cell)
        return self._read[cell]

    def _value(self, cell: str) -> Value:
        word = cell.casefold()
        if word in NOT_STATED:
            return UNKNOWN
        if self.codes:
            return Choice(cell)
        if self.doubted and parse_number(fold(cell), self.sign) is not None:
            return UNKNOWN
        said = self._boolean(word)
        if said is not None and self.kind != "text":
            return said
        double = _double_size(cell, self.unit, self.sign) if self.sizes else None
        if double is not None:
            return double
        if self.kind != "choice" or self.unit:
            amount = read_amounts(cell, self.unit, self.sign)
            if amount is not None:
                return amount
        if self.kind == "text" and not is_size(cell):
            return Text(((self.language, cell),))
        return _words(cell, self.undivided.get(cell) or split_list(cell), self.language)

    def _boolean(self, word: str) -> bool | None:
        if word in YES or (word in LETTERS_YES and self.letters):
            return True
        if word in NO or (word in LETTERS_NO and self.letters):
            return False
        return None


def all_booleans(cells: Iterable[str]) -> bool:
    """Whether every stated cell is a yes/no word or letter, and not all of them are bare numbers."""
    stated = {cell.casefold() for cell in cells if cell} - NOT_STATED
    return bool(stated - {"0", "1"}) and stated <= YES | NO | LETTERS_YES | LETTERS_NO


def read_amounts(cell: str, unit: str, sign: DecimalSign) -> Quantity | Span | Many | None:
    """One amount, a range, or several side by side (`117, 137, 167 cm`); None when the cell says more."""
    text = fold(cell)
    if not any(character.isdigit() for character in text):
        return None
    single = read_amount(text, unit, sign)
    if single is not None:
        return single
    between = r"\s*(?:\n|\\n|;|\||,\s+)\s*" if _FRACTION.fullmatch(text) else r"\s*(?:\n|\\n|;|\||,\s+|/)\s*"
    parts = [part for part in re.split(between, text) if part]
    if len(parts) == 1 and sign == "." and _ROW.fullmatch(text):
        parts = text.split(",")
    if len(parts) == 1:
        return None
    shared = _unit_of(parts[-1]) or unit
    found = [read_amount(part, shared, sign) for part in parts]
    known = [amount for amount in found if amount is not None]
    are_alike = len({dimension(amount.unit) for amount in known}) == 1 or all(map(_unit_of, parts))
    if len(known) < len(found) or not are_alike:
        return None
    distinct = tuple(dict.fromkeys(known))
    return distinct[0] if len(distinct) == 1 else Many(distinct)


def _double_size(cell: str, unit: str, sign: DecimalSign) -> Choice | None:
    """`86/92`, `39/40` or `80/86 cm` as the one size it is, with the header's unit; None for anything else."""
    parts = re.split(r"\s*/\s*", fold(cell))
    if len(parts) != PAIR or any(read_amount(part, unit, sign) is None for part in parts):
        return None
    return Choice("/".join(parts) if _unit_of(parts[-1]) or not unit else f"{'/'.join(parts)} {unit}")


def read_amount(text: str, unit: str, sign: DecimalSign) -> Quantity | Span | None:
    """`5 cm` or `3-5 working days` in folded text; the cell's own unit goes before the header's."""
    quantity = _QUANTITY.fullmatch(text)
    if quantity:
        amount = _number(quantity[1], sign)
        named = _named_unit(quantity[2], unit)
        if amount is not None and named is not None:
            return Quantity(amount, named)
    span = _SPAN.fullmatch(text)
    if not span:
        return None
    low, high = _number(span[1], sign), _number(span[3], sign)
    named = _named_unit(span[4] or span[2], unit)
    if low is None or high is None or named is None or low > high:
        return None
    if span[2] and span[4] and find_unit(span[2]) != find_unit(span[4]):
        return None
    return Quantity(low, named) if low == high else Span(low, high, named)


def read_money(cell: str, expected: str, sign: DecimalSign) -> Money | None:
    """A single price; the cell's own currency goes before the expected one. None for anything else."""
    text = _untaxed(fold(cell).replace("\u00a0", " "))
    found = _MONEY.fullmatch(text)
    if not found:
        return None
    beside = [part.strip().casefold() for part in (found[1], found[3]) if part and part.strip()]
    if len(beside) > 1:
        return None
    currency = _currency(beside[0], expected) if beside else expected
    grouped = currency is not None and re.fullmatch(r"[-+]?[1-9]\d{0,2}[.,]\d{3}", found[2])
    if grouped and precision(currency or "") != GROUP:
        sign = "," if "." in found[2] else "."  # no price has three decimals: `4,980円` is four thousand
    amount = _number(found[2], sign)
    if currency is None or amount is None:
        return None
    minor = amount.scaleb(precision(currency))
    return Money(int(minor), currency) if minor == int(minor) else None


def _untaxed(text: str) -> str:
    """`12,800円(税込)` without what says that tax is in it."""
    taxed = _TAXED.search(text.casefold().replace("ة", "ه"))
    return text[: taxed.start()] if taxed else text


@cache
def precision(currency: str) -> int:
    """Decimal places of a currency: 2 for EUR, 0 for JPY."""
    return get_currency_precision(currency)


def has_currency(cell: str) -> bool:
    """Whether a cell is a price by itself: a number beside a sign or code of a currency."""
    found = _MONEY.fullmatch(fold(cell))
    beside = (found[1], found[3]) if found else ()
    return any(_currency(part.strip().casefold(), "") for part in beside if part and part.strip())


def is_size(text: str) -> bool:
    """Whether it is several numbers in a row, `245 x 330 x 365 mm`: it needs no words."""
    return bool(_SIZE.fullmatch(text.casefold()))


def split_list(cell: str) -> list[str]:
    """The items of a list cell: lines, semicolons and bars always part; commas only between short items."""
    parts = [part.strip() for part in HARD_BREAKS.split(cell) if part.strip()]
    if len(parts) > 1:
        return parts
    items = [item.strip() for item in re.split(r"[,،、]", cell)]
    are_short = all(item and len(item.split()) <= MOST_WORDS_OF_ITEM for item in items)
    return items if len(items) > 1 and are_short and len(cell) <= 4 * LONGEST_CHOICE else [cell]


def _words(cell: str, items: Sequence[str], language: str) -> Choice | Many | Text:
    if any(_is_prose(item) for item in items):
        return Text(((language, cell.replace("\\n", "\n")),))
    choices = tuple(dict.fromkeys(Choice(item) for item in items))
    return choices[0] if len(choices) == 1 else Many(choices)


def _is_prose(text: str) -> bool:
    is_long = len(text) > LONGEST_CHOICE or len(text.split()) > MOST_WORDS
    return is_long or bool(re.search(r"[.!?]\s+\S|[。！？؟]", text))


def _number(text: str, sign: DecimalSign) -> Decimal | None:
    if re.fullmatch(r"0\d+", text):
        return None  # `007` is a number on a label, not an amount
    return parse_number(text, sign)


def _unit_of(text: str) -> str:
    """The unit written beside a number or range; empty when none is."""
    quantity, span = _QUANTITY.fullmatch(text), _SPAN.fullmatch(text)
    written = [found for found in (quantity and quantity[2], span and span[4]) if found]
    return next((unit for part in written if (unit := find_unit(part))), "")


def _named_unit(written: str | None, header: str) -> str | None:
    """The unit beside the number, else the header's; None when what stands there is no unit."""
    return find_unit(written) if written and written.strip() else header


def _currency(written: str, expected: str) -> str | None:
    if written.upper() in currencies():
        return written.upper()
    known = SYMBOLS.get(written.rstrip())
    if known is None:
        return None
    return expected if expected in known else known[0]
