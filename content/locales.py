"""Values in the words and figures of a place: `1,2 m`, `٣–٥ أيام عمل`, `4,980円`, `53.9 in (137 cm)`.

Numbers and currencies come from CLDR; units, ranges and working days from `locales.toml`, because CLDR's
short forms fail in Arabic and Japanese ("2 duration-day") and know no working days.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, get_currency_precision
from pydantic import BaseModel, ConfigDict

from content.ledger.units import convert, units
from content.lexicon.lexicon import Lexicon
from content.records import Choice, Many, Money, Quantity, Span, Text, Value, sides_of
from content.strict_toml import read_toml

Words = dict[str, str]
"""Language, unit or word -> what is written."""


class _Spelling(BaseModel):
    """`locales.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    yes_no: dict[str, tuple[str, str]]
    ranges: Words
    below_zero: Words
    rows: Words
    round_prices: dict[str, frozenset[str]]
    counted: dict[str, dict[str, Words]]  # unit -> language -> plural class -> words
    written: dict[str, Words]  # language -> unit -> sign
    everywhere: Words
    american: Words


TO_US: Mapping[str, str] = {"mm": "in", "cm": "in", "m": "ft", "g": "oz", "kg": "lb", "°C": "°F", "m2": "ft2"}
TO_METRIC: Mapping[str, str] = {
    "in": "cm",
    "ft": "m",
    "yd": "m",
    "oz": "g",
    "lb": "kg",
    "°F": "°C",
    "fl oz": "ml",
    "gal": "l",
    "ft2": "m2",
}
Joint = Literal["one", "list", "range"]
"""How several numbers stand together before their unit."""
SIGNIFICANT = 3  # digits of a converted number at most
MOST_OFF = Decimal("0.02")  # how far one may be from the exact amount
CLOSE_UP = frozenset({"%", "°", "°C", "°F"})  # no space before them where the language says so
_DIMENSIONS = re.compile(r"(\d+(?:\.\d+)?(?:\s*[x×*]\s*\d+(?:\.\d+)?)+)\s*(\S+)?")
_FIGURE = re.compile(r"[1-9]\d*(?:[.,]\d{1,2})?")
_ALONE = re.compile(r"(?:^|[:|(،؛.؟!\n–-])[\s*]*و?$")
"""The end of a text behind which a value stands by itself; "و" goes on as what it goes on from."""
_ARABIC_FIGURES = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@cache
def _spelling() -> _Spelling:
    return read_toml(Path(__file__).with_suffix(".toml"), _Spelling)


def is_counted(unit: str) -> bool:
    """Whether a unit is a word that bends with its number: days, weeks."""
    return unit in _spelling().counted


def number(amount: Decimal, locale: str) -> str:
    """A number with the signs and digits of a place, no trailing zeros, never rounded."""
    return _number(amount.normalize() + 0, locale)


def quantity(amount: Quantity, locale: str) -> str:
    """A number with its unit; in en-US customary lengths, weights and temperatures, metric in brackets."""
    return _in_local_units((amount.amount,), amount.unit, locale, "one")


def exact(amount: Quantity | Span | Many, locale: str, stated: Value) -> str:
    """Amounts in just their unit, whatever the place uses: what `convert` asks for, as precise as they are stated."""
    if isinstance(amount, Many):
        sides = [side for side in amount.values if isinstance(side, Quantity | Span)]
        numbers = [side.amount for side in sides if isinstance(side, Quantity)]
        if len(numbers) == len(sides) and len({side.unit for side in sides}) == 1:
            return _with_unit(_rounded(numbers, sides[0].unit, stated), sides[0].unit, locale, "list")
        return listed([exact(side, locale, stated) for side in sides], locale)
    if isinstance(amount, Span):
        return _with_unit(
            _rounded((amount.low, amount.high), amount.unit, stated), amount.unit, locale, "range"
        )
    return _with_unit(_rounded((amount.amount,), amount.unit, stated), amount.unit, locale, "one")


def span(amount: Span, locale: str) -> str:
    """A range: both ends, one unit."""
    return _in_local_units((amount.low, amount.high), amount.unit, locale, "range")


def money(amount: Money, locale: str) -> str:
    """A price as the place writes it; `4,980円` in Japan."""
    figure = Decimal(amount.minor).scaleb(-get_currency_precision(amount.currency))
    if locale.startswith("ja") and amount.currency == "JPY":
        return f"{number(figure, locale)}円"
    place = _locale(locale)
    is_round = amount.currency in _spelling().round_prices["currencies"] and figure == int(figure)
    pattern = place.currency_formats["standard"].pattern
    text = format_currency(
        figure,
        amount.currency,
        pattern.replace(".00", "") if is_round else pattern,
        place,
        currency_digits=not is_round,
        numbering_system="default",
    )
    plain = re.sub("[\u200e\u200f\u061c]", "", text)  # the caller isolates the whole value
    spaced = re.sub(r"^([A-Z]{3})(?=\d)", "\\1\u00a0", plain)
    return _figures(spaced.removesuffix(".") if locale.startswith("ar") else spaced, locale)  # not "ر.س.،"


def day(on: date, locale: str) -> str:
    """`22. November 2026`; French has its first of the month as an ordinal, `1er mars 2026`."""
    text = format_date(on, "long", locale=_locale(locale))
    if locale.startswith("fr") and on.day == 1:
        text = text.replace("1 ", "1er ", 1)
    return _figures(text, locale)


def listed(items: Sequence[str], locale: str, kind: Literal["and", "or"] = "and") -> str:
    """`117, 137 und 167`; Spanish y and o bend before the same sound."""
    if not items:
        return ""
    text = format_list(list(items), style="standard" if kind == "and" else "or", locale=_locale(locale))
    return _spanish(text, items, kind) if locale.startswith("es") and len(items) > 1 else text


def value(said: Value, locale: str, lexicon: Lexicon) -> str | None:
    """Any value in the words of a place; None when it is unknown or its language has no word for it."""
    language = _language(locale)
    match said:
        case bool():
            return _spelling().yes_no[language][0 if said else 1]
        case Quantity() | Span():
            return _amount(said, locale, lexicon)
        case Money():
            return money(said, locale)
        case Choice():
            return _choice(said.text, locale, lexicon)
        case Text():
            return said.get(language)
        case Many():
            return _many(said, locale, lexicon)
        case date():
            return day(said, locale)
    return None


def digits(locale: str) -> str:
    """The digits a place counts in, by their CLDR name: `latn`, `arab`."""
    return str(_locale(locale).default_numbering_system)


def standing(words: str, before: str, locale: str) -> str:
    """A rendered value as it stands behind a text: an Arabic dual by itself is `سنتان`, behind a word `سنتين`."""
    if not locale.startswith("ar") or not _ALONE.search(before):
        return words
    return _duals().sub(lambda found: _alone()[found[0]], words)


@cache
def _alone() -> Words:
    forms = [unit["ar"] for unit in _spelling().counted.values()]
    return {each["two"]: each["two_alone"] for each in forms}


@cache
def _duals() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(sorted(_alone(), key=len, reverse=True))})(?!\w)")


def entry(said: Quantity | Span | Choice, of: Value, locale: str, lexicon: Lexicon) -> str | None:
    """One entry of a list just as it stands inside the whole list: a converted one with the digits it has there."""
    sides = of.values if isinstance(of, Many) else ()
    if not isinstance(said, Quantity) or not _is_sayable(said.unit, locale, lexicon):
        return value(said, locale, lexicon)
    are_alike = all(isinstance(side, Quantity) and side.unit == said.unit for side in sides)
    return _in_local_units((said.amount,), said.unit, locale, "one", of if are_alike else None)


# --- several at once ---------------------------------------------------------------------------------------


def _many(said: Many, locale: str, lexicon: Lexicon) -> str | None:
    """Alternatives as a list; amounts of one unit from small to large, the unit once."""
    amounts = [side for side in said.values if isinstance(side, Quantity)]
    if len(amounts) == len(said.values) and len({side.unit for side in amounts}) == 1:
        if not _is_sayable(amounts[0].unit, locale, lexicon):
            return None
        return _in_local_units(sorted(side.amount for side in amounts), amounts[0].unit, locale, "list")
    sides = [value(side, locale, lexicon) for side in said.values]
    known = [side for side in sides if side is not None]
    if len(known) < len(sides):
        return None
    row = _spelling().rows.get(_language(locale)) if all(isinstance(s, Money) for s in said.values) else None
    return row.join(known) if row else listed(known, locale)


def _amount(said: Quantity | Span, locale: str, lexicon: Lexicon) -> str | None:
    if not _is_sayable(said.unit, locale, lexicon):
        return None
    return quantity(said, locale) if isinstance(said, Quantity) else span(said, locale)


def _is_sayable(unit: str, locale: str, lexicon: Lexicon) -> bool:
    """Units we know are written in every language; a shop's own (`[cups]`) only in the catalogue's."""
    return unit in units() or not unit or _language(locale) == lexicon.language


def spelled(text: str, locale: str) -> str:
    """English as the country spells it: our words are British, a page for the US says `color`."""
    if locale != "en-US":
        return text
    return _british().sub(lambda found: _american(found[0]), text)


@cache
def _british() -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(_spelling().american)})\b", re.IGNORECASE)


def _american(word: str) -> str:
    plain = _spelling().american[word.lower()]
    return plain.capitalize() if word[0].isupper() else plain


def _choice(text: str, locale: str, lexicon: Lexicon) -> str | None:
    """A choice in words; what holds none (`220-240`, `30 x 40 cm`, `HD7546/20`) reads the same everywhere."""
    if _FIGURE.fullmatch(text):
        return number(Decimal(text.replace(",", ".")), locale)  # a size: UK 6.5
    word = lexicon.value(text, _language(locale))
    if word is not None and not _DIMENSIONS.fullmatch(text):
        return spelled(word, locale)
    sizes = _DIMENSIONS.fullmatch(text)
    if sizes and (not sizes[2] or sizes[2] in units()):
        figures = [number(Decimal(part), locale) for part in re.split(r"\s*[x×*]\s*", sizes[1])]
        return f"{' × '.join(figures)} {_sign(sizes[2], locale)}" if sizes[2] else " × ".join(figures)
    is_code = all(re.search(r"\d", token) or not token.isalnum() for token in text.split())
    return text if is_code else word


# --- figures and units -------------------------------------------------------------------------------------


def _in_local_units(
    amounts: Sequence[Decimal], unit: str, locale: str, joint: Joint, of: Value | None = None
) -> str:
    """Amounts in the units of a place. `of`: what they are taken from and are as precise as; None: themselves."""
    stated = _with_unit(amounts, unit, locale, joint)
    told = of if of is not None else Many(tuple(Quantity(amount, unit) for amount in amounts))
    if locale == "en-US" and unit in TO_US:
        customary = _converted(amounts, unit, TO_US[unit], told)
        return f"{_with_unit(customary, TO_US[unit], locale, joint)} ({stated})"
    if unit not in TO_METRIC:
        return stated
    metric = _with_unit(_converted(amounts, unit, TO_METRIC[unit], told), TO_METRIC[unit], locale, joint)
    return f"{stated} ({metric})" if locale == "en-US" else metric


def _converted(amounts: Sequence[Decimal], unit: str, to: str, stated: Value) -> list[Decimal]:
    found = [converted for amount in amounts if (converted := convert(amount, unit, to)) is not None]
    return _rounded(found, to, stated)


def _rounded(amounts: Sequence[Decimal], unit: str, stated: Value) -> list[Decimal]:
    """Converted amounts with the digits their source has: 15 cm are 5.9 in, 137 cm 53.9 in, 1.50 m 4.92 ft."""
    step = min(_steps(stated, unit), default=Decimal(1))
    return [_sensible(amount, step) for amount in amounts]


def _steps(stated: Value, unit: str) -> Iterator[Decimal]:
    """What the last digit of each stated number is worth in another unit."""
    for side in sides_of(stated):
        if isinstance(side, Quantity | Span):
            for amount in (side.amount,) if isinstance(side, Quantity) else (side.low, side.high):
                last = Decimal(1).scaleb(min(0, int(amount.as_tuple().exponent)))
                ends = convert(last, side.unit, unit), convert(Decimal(0), side.unit, unit)
                if ends[0] is not None and ends[1] is not None:
                    yield abs(ends[0] - ends[1])


def _sensible(amount: Decimal, step: Decimal) -> Decimal:
    """As fine as the step, finer where that would be more than 2 % off; three digits at most, whole numbers whole.

    What is exact in three digits stays exact: 2 in are 5.08 cm, 37 °C are 98.6 °F.
    """
    if not amount or len(amount.normalize().as_tuple().digits) <= SIGNIFICANT:
        return amount
    finest = max(0, SIGNIFICANT - 1 - amount.adjusted())
    places = min(max(0, -step.adjusted()), finest)
    while places < finest and abs(_cut(amount, places) - amount) > MOST_OFF * abs(amount):
        places += 1
    return _cut(amount, places)


def _cut(amount: Decimal, places: int) -> Decimal:
    return amount.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN)


def _with_unit(amounts: Sequence[Decimal], unit: str, locale: str, joint: Joint) -> str:
    language = _language(locale)
    figures = [number(amount, locale) for amount in amounts]
    text = _joined(figures, amounts, language, locale, joint)
    if is_counted(unit):
        form = _form(amounts, unit, language, joint)
        return form.format(text)
    if not unit:
        return text
    space = "" if language == "ja" or (unit in CLOSE_UP and language in ("en", "ar")) or unit == "°" else " "
    return f"{text}{space}{_sign(unit, locale)}"


def _joined(
    figures: Sequence[str], amounts: Sequence[Decimal], language: str, locale: str, joint: Joint
) -> str:
    if joint == "range":
        spelling = _spelling()
        between = spelling.below_zero if min(amounts) < 0 else spelling.ranges
        return between[language].join(figures)
    between_all = _spelling().rows.get(language)
    return between_all.join(figures) if between_all else listed(figures, locale)


def _form(amounts: Sequence[Decimal], unit: str, language: str, joint: Joint) -> str:
    """The plural of the last number; in a range or list a form that keeps its figure."""
    forms = _spelling().counted[unit][language]
    form = forms.get(_plural(language, amounts[-1]), forms["other"])
    return form if "{}" in form or joint == "one" else forms["other"]


def _sign(unit: str, locale: str) -> str:
    if unit == "%" and digits(locale) == "arab":
        return "٪"
    spelling = _spelling()
    return spelling.written[_language(locale)].get(unit) or spelling.everywhere.get(unit, unit)


def _spanish(text: str, items: Sequence[str], kind: Literal["and", "or"]) -> str:
    last = items[-1].casefold()
    if kind == "and" and re.match(r"h?i(?!e)", last):
        return f"{text[: -len(items[-1]) - 3]} e {items[-1]}"
    if kind == "or" and re.match(r"h?o|8|11(?!\d)", last):
        return f"{text[: -len(items[-1]) - 3]} u {items[-1]}"
    return text


@lru_cache(maxsize=20_000)
def _number(amount: Decimal, locale: str) -> str:
    text = format_decimal(
        amount, locale=_locale(locale), numbering_system="default", decimal_quantization=False
    )
    return _figures(text, locale)


def _figures(text: str, locale: str) -> str:
    """Babel sets the separators of Egypt but leaves the digits: they are ours to change."""
    is_arabic = digits(locale) == "arab"
    return text.translate(_ARABIC_FIGURES) if is_arabic else text


@lru_cache(maxsize=2_000)
def _plural(language: str, amount: Decimal) -> str:
    return str(_locale(language).plural_form(abs(amount)))


def _language(locale: str) -> str:
    return locale.partition("-")[0]


@cache
def _locale(locale: str) -> Locale:
    return Locale.parse(locale.replace("-", "_"))
