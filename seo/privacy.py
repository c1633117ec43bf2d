"""Personal data leaves a text before anything is stored or shown: addresses, numbers and names of people.

What a shop needs stays: sizes (140x245), prices, model and article numbers, dates. Works on Arabic-Indic and
full-width
digits as well. Patterns are in `privacy.toml`, with the reason of each.
"""

import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

GAP: Final = "…"
"""What stands in place of what was taken."""
_DIGITS: Final = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９＠．－：", "012345678901234567890123456789@.-:"
)


def redact(text: str) -> tuple[str, int]:
    """The text with personal data replaced by an ellipsis, and how many pieces were taken.

    E-mail, telephone (any country), IBAN, card, order and tracking numbers, street addresses, names in
    "my name is …", salutations and signatures. Not every name can be known:
    columns that hold names are dropped unread.
    """
    plain = (
        text if text.isascii() else text.translate(_DIGITS)
    )  # same length: spans found here hold in the text
    kinds = _possible(plain)
    spans = _merged(sorted(_spans(plain, kinds))) if kinds else []
    if not spans:
        return text, 0
    pieces, end = [], 0
    for start, stop in spans:
        pieces += [text[end:start], GAP]
        end = stop
    return " ".join("".join([*pieces, text[end:]]).split()), len(spans)


def _spans(text: str, kinds: Collection[str]) -> Iterator[tuple[int, int]]:
    yield from _by_pattern(text, kinds)
    for kind, finder in _FINDERS.items():
        if kind in kinds:
            yield from finder(text)


def _possible(text: str) -> frozenset[str]:
    """Kinds a text can hold at all: a query of three words holds none, and most texts are such."""
    lowered = text.lower()
    flat = lowered if text.isprintable() else lowered.replace("\n", " ").replace("\t", " ")
    digits = len(_DIGIT.findall(text)) if _DIGIT.search(text) else 0
    has_capital = lowered != text or (not text.isascii() and bool(_NO_CASE.search(text)))
    if not (digits or has_capital or _holds_one(flat, _always())):
        return _NOTHING
    has_run = digits >= _RUN_LENGTH and bool(_FOUR.search(text))
    found = {kind for kind, fewest in _CHECKED.items() if digits >= fewest}
    for kind, fewest, needs_run, needs_capital, words in _needs():
        if digits < fewest or (needs_capital and not has_capital) or (needs_run and not has_run):
            continue
        if _holds_one(flat, words):
            found.add(kind)
    return frozenset(found)


def _holds_one(text: str, words: Sequence[str]) -> bool:
    if not words:
        return True
    for word in words:  # noqa: SIM110 - any() over a generator takes three times as long
        if word in text:
            return True
    return False


_NOTHING: Final[frozenset[str]] = frozenset()
_DIGIT: Final = re.compile(r"\d")
_NO_CASE: Final = re.compile(r"[\u0620-\u0652\u3040-\u9fff]")  # a name there has no capital to be known by
_RUN_LENGTH: Final = 4
_CHECKED: Final = {"card": 14, "iban": 2, "phone": 7}  # digits the shortest of each has


@cache
def _always() -> tuple[str, ...]:
    """Words of the kinds that ask for no digit and no capital."""
    free = (words for _, fewest, _, needs_capital, words in _needs() if not fewest and not needs_capital)
    return tuple(sorted({word for words in free for word in words}))


@cache
def _needs() -> tuple[tuple[str, int, bool, bool, tuple[str, ...]], ...]:
    """Kind, fewest digits, whether four in a row, whether a capital, and words one of which has to be there."""
    return tuple(
        (
            kind,
            int(each.get("digits", 0)),
            "run" in each,
            bool(each.get("capital")),
            tuple(each.get("words", ())),
        )
        for kind, each in _table()["needs"].items()
    )


def find(text: str) -> list[tuple[str, int, int]]:
    """Personal data in a text by kind (`email`, `phone`, `card`, …) and place, in the order of the text.

    Of finds that overlap the longest stands; nothing is changed.
    """
    if not _HINT.search(text):
        return []
    plain = text.translate(_DIGITS)
    found = [*_named(plain), *(("card", *span) for span in _cards(plain))]
    found += [("iban", *span) for span in _ibans(plain)] + [("phone", *span) for span in _phones(plain)]
    kept: list[tuple[str, int, int]] = []
    for each in sorted(found, key=lambda one: (one[1] - one[2], one[1], one[0])):
        if all(each[2] <= other[1] or other[2] <= each[1] for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda one: one[1])


_HINT: Final = re.compile(r"[@＠]|\d|\[at\]|\(at\)")  # without one of these there is nothing to find
_FOUR: Final = re.compile(r"\d{4}")
_IN_PROSE: Final = {  # kind -> pieces without one of which it cannot stand there
    "email": ("@", "[at]", "(at)"),
    "order": tuple("0123456789"),
    "address": (
        "stra", "str.", "weg", "allee", "platz", "gasse", "street", " st", "road", " rd", "avenue", " ave", "lane",
        " ln", "drive", " dr", "boulevard", "blvd", "court", " ct", "rue ", "allée", "impasse", "chemin", "calle",
        "avenida", "avda", "plaza", "paseo", "c/", "〒", "شارع", "都", "道", "府", "県",
    ),
}  # fmt: skip


def _named(text: str) -> Iterator[tuple[str, int, int]]:
    """Kinds a pattern alone can tell, as they stand in prose."""
    lowered = text.lower()
    for name, hints in _IN_PROSE.items():
        if not any(hint in lowered for hint in hints) or (name == "order" and not _FOUR.search(text)):
            continue
        patterns = _patterns()[name] + (_patterns()["parcel"] if name == "order" else ())
        for pattern in patterns:
            for match in pattern.finditer(text):
                yield name, *(match.span("it") if "it" in pattern.groupindex else match.span())


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, stop in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(stop, merged[-1][1]))
        else:
            merged.append((start, stop))
    return merged


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    listed = {name: patterns for name, patterns in _table().items() if name != "needs"}
    return {name: tuple(re.compile(pattern) for pattern in patterns) for name, patterns in listed.items()}


@cache
def _table() -> dict[str, Any]:  # patterns are lists, needs a table: TOML has no narrower type
    return tomllib.loads(Path(__file__).with_name("privacy.toml").read_text(encoding="utf-8"))


def _by_pattern(text: str, kinds: Collection[str]) -> Iterator[tuple[int, int]]:
    """Everything a pattern alone can tell; the group `it` is what goes, else the whole match."""
    for name, patterns in _patterns().items():
        if name in _CHECKED or name not in kinds:
            continue
        for pattern in patterns:
            for match in pattern.finditer(text):
                yield match.span("it") if "it" in pattern.groupindex else match.span()


def _cards(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _patterns()["card"]:
        for match in pattern.finditer(text):
            if _luhn(re.sub(r"\D", "", match.group())):
                yield match.span()


def _luhn(digits: str) -> bool:
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0  # noqa: PLR2004 - Luhn's rule


def _ibans(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _patterns()["iban"]:
        for match in pattern.finditer(text):
            code = re.sub(r"\s", "", match.group()).upper()
            if int("".join(str(int(letter, 36)) for letter in code[4:] + code[:4])) % 97 == 1:
                yield match.span()


_DIALLED: Final = re.compile(  # kana are \w, so letters are named
    r"(?<![A-Za-z0-9_.,])(?:\+|\(\+?)?\d(?:[ ()./\u2010-\u2015\u2212\u30fc-]{0,2}\d){6,14}(?![A-Za-z0-9_]|[.,]\d)"
)
_SIZE: Final = re.compile(
    r"\A\s?(?:[x×*]\s*\d|(?:cm|mm|ml|m|kg|g|l|lm|kwh|mah|rpm|w|v|eur|usd|€|\$|£|円|inch|in|%)\b)",
    re.IGNORECASE,
)
_REGIONS: Final = ("DE", "US", "FR", "ES", "JP", "AE", "GB", "EG", "SA", "MX", "AT", "CH")


def _phones(text: str) -> Iterator[tuple[int, int]]:
    """Runs of 7-15 digits that are dialled (a plus, a zero, groups, or a word for calling) and valid
    somewhere.
    """
    for match in _DIALLED.finditer(text):
        raw = match.group()
        is_called = bool(_CALL.search(text[max(0, match.start() - 24) : match.start()]))
        if _SIZE.match(text[match.end() :]) or not (is_called or _is_dialled(raw)):
            continue
        if is_called or _is_valid(raw):
            yield match.span()


def _is_valid(raw: str) -> bool:
    import phonenumbers  # noqa: PLC0415 - only for texts with such a run

    for region in _REGIONS:
        try:
            if phonenumbers.is_valid_number(phonenumbers.parse(raw, region)):
                return True
        except phonenumbers.NumberParseException:
            continue
    return False


_CALL: Final = re.compile(
    r"(?i)(?:tel|phone|call|mobile|cell|whatsapp|ring|handy|telefon|ruf|anruf|móvil|teléfono|llam|appel|portable|fax|sms"
    r"|電話|携帯|هاتف|اتصل|جوال|موبايل|واتساب|رقمي)"
)


def _is_dialled(raw: str) -> bool:
    """A bare run of digits may be an article number or an EAN; a date or a row of sizes has no leading zero
    or plus.
    """
    if raw.startswith(("+", "00", "(")):
        return True
    digits = re.sub(r"\D", "", raw)
    is_national = raw.startswith("0") and len(digits) >= _SHORTEST
    return is_national or bool(_GROUPED.fullmatch(raw))


_SHORTEST: Final = 9  # digits of a national number with its area code
_GROUPED: Final = re.compile(r"\d{3}[ .-]\d{3}[ .-]\d{4}|[679]\d{2}(?:[ .-]\d{2,3}){2,3}")  # US, Spain


_FINDERS: Final[dict[str, Callable[[str], Iterator[tuple[int, int]]]]] = {
    "card": _cards,
    "iban": _ibans,
    "phone": _phones,
}
