"""Number words from 1 to 99 and round hundreds in the spaced languages, built from each language's own rule; and what
stands between a hundred and the rest.

`twenty-four`, `treinta y cinco`, `quatre-vingt-dix`, `vierundzwanzig`, `خمسة وأربعون`. Kanji are read digit by
digit elsewhere (`extract.py`). Spelling: CLDR's rules-based number format (unicode.org/reports/tr35).
"""

from collections.abc import Iterator
from typing import Final

_UNITS: Final = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen",
    "es": "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete"
    " dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete"
    " veintiocho veintinueve",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit"
    " dix-neuf",
    "de": "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn"
    " achtzehn neunzehn",
}
_TENS: Final = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "fr": "vingt trente quarante cinquante soixante",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
}
_HUNDREDS: Final = {
    "en": ("{} hundred",),
    "es": ("{}cientos", "{}cientas"),
    "fr": ("{} cents", "{} cent"),
    "de": ("{}hundert",),
}
_IRREGULAR: Final = {"es": (("ciento", 100), ("quinientos", 500), ("quinientas", 500), ("setecientos", 700),
                            ("setecientas", 700), ("novecientos", 900), ("novecientas", 900))}  # fmt: skip
AFTER_A_HUNDRED: Final = {"en": "(?: and |[ -])", "es": " ", "fr": "[ -]", "de": "(?:und)?", "ar": " و ?"}
"""What joins a hundred to what is below it: `a hundred and twenty`, `hundertzwanzig`, `مئة وعشرون`."""
_ARABIC_UNITS: Final = (
    ("واحد", "احدي"), ("اثنان", "اثنين", "اثنتان", "اثنتين"), ("ثلاثه", "ثلاث"), ("اربعه", "اربع"), ("خمسه", "خمس"),
    ("سته", "ست"), ("سبعه", "سبع"), ("ثمانيه", "ثماني", "ثمان"), ("تسعه", "تسع"),
)  # fmt: skip
_ARABIC_TENS: Final = ("عشر", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع")  # 20-90 before ون or ين
_ARABIC_HUNDRED: Final = ("ميه", "مايه")  # مئة and مائة
_ARABIC_TWO_HUNDRED: Final = ("ميتان", "ميتين", "مايتان", "مايتين")


def composed(language: str) -> Iterator[tuple[str, float]]:
    """Number words with their values, halves among them; Japanese has none of its own here."""
    if language == "ar":
        yield from _arabic()
    elif language in _UNITS:
        yield from _spaced(language)
        units = _UNITS[language].split()[:12]
        if language == "en":
            yield from ((f"{word} and a half", value + 0.5) for value, word in enumerate(units, 1))
        if language == "de":
            yield from ((f"{word}einhalb", value + 0.5) for value, word in enumerate(units, 1))


def _spaced(language: str) -> Iterator[tuple[str, int]]:
    units = _UNITS[language].split()
    if language != "de":  # ein, eine, einem … stand in the table
        yield from ((word, value) for value, word in enumerate(units, 1))
    else:
        yield from ((word, value) for value, word in enumerate(units, 1) if value > 1)
    for ten, word in enumerate(_TENS[language].split(), 2):
        yield word, ten * 10
        yield from _with_units(language, word, ten * 10, units)
    if language == "fr":
        yield from _french_scores(units)
    yield from _IRREGULAR.get(language, ())
    for value in range(2, 10):
        for shape in _HUNDREDS[language]:
            yield shape.format(units[value - 1]), value * 100


def _with_units(language: str, word: str, value: int, units: list[str]) -> Iterator[tuple[str, int]]:
    for unit in range(1, 10):
        small = units[unit - 1]
        if language == "en":
            yield f"{word}-{small}", value + unit
            yield f"{word} {small}", value + unit
        elif language == "de":
            yield f"{small}und{word}", value + unit
        elif language == "fr":
            yield (f"{word} et un" if unit == 1 else f"{word}-{small}"), value + unit
        elif value > 20:  # noqa: PLR2004 - 21-29 are words of their own in Spanish
            yield f"{word} y {small}", value + unit


def _french_scores(units: list[str]) -> Iterator[tuple[str, int]]:
    """70 to 99: soixante-dix, quatre-vingts, quatre-vingt-dix; the Swiss and Belgian forms beside them."""
    yield "soixante et onze", 71
    for unit in (10, *range(12, 20)):
        yield f"soixante-{units[unit - 1]}", 60 + unit
    yield from (
        ("quatre-vingts", 80),
        ("quatre-vingt", 80),
        ("septante", 70),
        ("huitante", 80),
        ("nonante", 90),
    )
    for unit in range(1, 20):
        yield f"quatre-vingt-{units[unit - 1]}", 80 + unit


def _arabic() -> Iterator[tuple[str, int]]:
    for value, forms in enumerate(_ARABIC_UNITS, 1):
        if value > 1:  # واحد is as often "alone"
            yield from ((form, value) for form in forms)
        for form in forms:
            yield from ((f"{form} {ten}", value + 10) for ten in ("عشر", "عشره"))
    for ten, stem in enumerate(_ARABIC_TENS, 2):
        for ending in ("ون", "ين"):
            yield f"{stem}{ending}", ten * 10
            for value, forms in enumerate(_ARABIC_UNITS, 1):
                yield from ((f"{form} و{stem}{ending}", ten * 10 + value) for form in forms)
    yield from ((form, 11) for form in ("احد عشر", "احدي عشره"))
    yield from ((form, 12) for form in ("اثنا عشر", "اثني عشر", "اثنتا عشره", "اثنتي عشره"))  # no واحد, no ن
    yield from ((form, 10) for form in ("عشره", "عشر"))
    yield from ((word, 100) for word in _ARABIC_HUNDRED)
    yield from ((word, 200) for word in _ARABIC_TWO_HUNDRED)
    for value, forms in enumerate(_ARABIC_UNITS, 1):
        if value > 2:  # noqa: PLR2004 - 200 above
            stems = (form for form in forms if not form.endswith("ه"))
            yield from ((f"{stem}{word}", value * 100) for stem in stems for word in _ARABIC_HUNDRED)
