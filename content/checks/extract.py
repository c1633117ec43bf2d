"""Finds the numbers of a text: with unit or currency, as range, in words, in six languages.

Nothing is averaged: "5 to 7 days" keeps two ends, "137 and 180 cm" is two amounts, "137 × 213 cm" two of
one chain. The words around numbers stand in `grammar.toml`, units in `units.csv`, currencies in
`currencies.csv`.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import Final, Literal

from content.checks import amounts
from content.checks.amounts import Amount, Qualifier
from content.checks.cents import in_currency
from content.checks.counting import AFTER_A_HUNDRED
from content.checks.customary import customary
from content.checks.view import fold, low

_POINT_SPANISH: Final = {"MX", "US", "PR", "GT", "HN", "NI", "PA", "PE", "SV", "DO", "419"}
_POINT_ALPS: Final = {"CH", "LI"}
_COMMA_ARABIC: Final = {"MA", "DZ", "TN", "LY", "MR"}
_LASTING: Final = {"time", "day", "month"}
_HOTTEST: Final = 150  # a bare ° above this is an angle; ovens write °C
_COLDEST_LIGHT: Final = 500  # kelvin
_FRACTIONS: Final = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333", "⅔": "0.667", "⅛": "0.125"}
_TENTH: Final = Decimal("0.1")
_HALF: Final = Decimal("0.5")
_LATIN: Final = "A-Za-zÀ-ÖØ-öø-ɏ"
_ARABIC: Final = "\u0621-\u064a"
_BEFORE: Final = 28  # how far in front of a number its qualifier may begin
_GAP: Final = 14  # the longest thing between two numbers of one statement


@dataclass(frozen=True, slots=True)
class _Atom:
    """One number with the unit that stands at it."""

    value: Decimal
    step: Decimal
    unit: str
    start: int
    end: int
    in_words: bool


@dataclass(frozen=True, slots=True)
class _Grammar:
    number: re.Pattern[str]
    prefix: re.Pattern[str]
    suffix: re.Pattern[str]
    to: re.Pattern[str]
    both: re.Pattern[str]
    either: re.Pattern[str]
    between: re.Pattern[str]
    listed: re.Pattern[str]
    times: re.Pattern[str]
    tomorrow: re.Pattern[str]
    half: re.Pattern[str]
    before: tuple[tuple[Qualifier, re.Pattern[str]], ...]
    after: tuple[tuple[Qualifier, re.Pattern[str]], ...]


def extract(text: str, locale: str, currency: str = "") -> list[Amount]:
    """All numbers of a folded text (`view.py`), in order; `currency` settles what a lone `$` means."""
    language, _, region = locale.partition("-")
    grammar = _grammar(language, _has_decimal_comma(language, region))
    atoms = list(_per_area(text, list(_atoms(text, grammar, language, region, currency))))
    found = list(_joined(text, list(_with_smaller(text, atoms)), grammar))
    ordered = sorted([*found, *_tomorrow(text, grammar)], key=lambda amount: amount.start)
    return list(customary(list(in_currency(ordered, currency))))


def _tomorrow(text: str, grammar: _Grammar) -> Iterator[Amount]:
    """`next day` is a promise of one day."""
    for match in grammar.tomorrow.finditer(low(text)):
        yield Amount((Decimal(1),), "d", "day", *match.span(), in_words=True)


def _has_decimal_comma(language: str, region: str) -> bool:
    if language == "ar":
        return region in _COMMA_ARABIC
    if language == "es":
        return region not in _POINT_SPANISH
    return language in {"fr", "de"} and region not in _POINT_ALPS


# --- single numbers ---------------------------------------------------------------------------------------


def _atoms(text: str, grammar: _Grammar, language: str, region: str, currency: str) -> Iterator[_Atom]:
    comma = _has_decimal_comma(language, region)
    end = 0
    for match in grammar.number.finditer(text):
        if match.start() < end:
            continue
        atom = _atom(text, match, grammar, language, comma, currency)
        if atom:
            end = atom.end
            yield atom


def _atom(
    text: str, match: re.Match[str], grammar: _Grammar, language: str, comma: bool, currency: str
) -> _Atom | None:
    group = str(match.lastgroup)
    start, stop = match.start(group), match.end()
    if group == "dual":
        unit = amounts.duals()[match["dual"]]
        half = grammar.half.match(low(text), stop)  # ساعتين ونصف
        if half:
            return _Atom(2 + _HALF, _TENTH, unit, start, half.end(), in_words=True)
        return _Atom(Decimal(2), Decimal(1), unit, start, stop, in_words=True)
    value, step = _value(match, language, comma)
    in_words = group in {"word", "kanji"}
    before = None if in_words else grammar.prefix.search(text, max(0, start - 16), start)
    if before:
        code = _currency(before["money"], language, currency)
        return _Atom(value, step, code, before.start("money"), _behind_dash(text, stop), in_words)
    after = grammar.suffix.match(text, stop)
    is_preposition = in_words and after is not None and after["latin"] == "in"  # the larger one in cotton
    if (
        after
        and not is_preposition
        and not _is_calendar(text, match, after)
        and not _is_quote_mark(text, after)
    ):
        unit = _unit(after, language, currency)
        if unit == "lb" and currency == "GBP" and not _is_weight(low(text), after):
            unit = "GBP"  # "exactly twenty pounds less", where people pay in pounds and weigh in kilos
        if in_words and unit in {"ft", "lb"} and language in {"fr", "es"}:
            unit = ""  # un livre de recettes, tres pies: books and stands where people measure in metres
        if after["other"] == "°" and value > _HOTTEST:
            unit = "°"  # turns by 360°
        is_screen = unit == "K" and value < _COLDEST_LIGHT  # a 4K screen
        if language == "ar" and match["word"] and low(after.group()).strip() in _ONE_OF_IT:
            value = _SHARES.get(low(match["word"]), value)
        half = grammar.half.match(low(text), after.end()) if unit and step >= 1 else None
        if half:
            return _Atom(value + _HALF, _TENTH, unit, start, half.end(), in_words)
        return None if is_screen else _Atom(value, step, unit, start, after.end() if unit else stop, in_words)
    if re.match(rf"[{_LATIN}\d]|[:/]\d", text[stop : stop + 2]):
        return None  # 2nd, 4K, 10:30
    return _Atom(value, step, "", start, stop, in_words)


_SHARES: Final = {
    word: 1 / Decimal(n) for word, n in (("خمس", 5), ("سدس", 6), ("سبع", 7), ("تسع", 9), ("عشر", 10))
}
"""Unpointed, a fifth and five are the same word; behind numbers from three to ten a unit stands in the plural."""

_ONE_OF_IT: Final = frozenset(
    ["غرام", "كيلوغرام", "كيلو", "لتر", "مليلتر", "متر", "سنتيمتر", "مليمتر", "درهم", "ريال", "دينار", "ساعه"]
)


def _parts(fraction: str) -> Decimal:
    """What a fraction counts in: somebody who says 11½ rounds to halves."""
    return Decimal("0.5") if fraction == "½" else Decimal("0.25") if fraction in "¼¾" else _TENTH


def _value(match: re.Match[str], language: str, comma: bool) -> tuple[Decimal, Decimal]:
    """The number and what its last digit stands for."""
    if match["word"]:
        return amounts.in_words(low(match["word"]), language), Decimal(1)
    if match["kanji"]:
        return Decimal(_kanji(match["kanji"])), Decimal(1)
    if match["fraction"]:
        return Decimal(_FRACTIONS[match["fraction"]]), _parts(match["fraction"])
    number = re.match(r"-?[\d.,٫٬' ]+", match["digits"])
    digits = Decimal(_plain(number.group().strip() if number else "0", comma))
    rest = match["digits"][number.end() :].strip() if number else ""
    if rest[:1] in _FRACTIONS:
        return digits + Decimal(_FRACTIONS[rest[0]]), _parts(rest[0])
    step = Decimal(1).scaleb(int(digits.as_tuple().exponent))
    if rest:
        times = {"千": 1000, "万": 10000, "億": 100000000}[rest[0]]
        more = rest[1:].rstrip("千百")
        return digits * times + Decimal(more or 0) * {"千": 1000, "百": 100}.get(rest[-1], 1) * bool(
            more
        ), step * (1 if more else times)
    return digits, step


def _plain(digits: str, comma: bool) -> str:
    """`1.299,50` -> `1299.50`. The Arabic marks ٫ and ٬ mean what they mean everywhere."""
    digits = digits.replace("٬", "").replace("'", "").replace(" ", "")
    if comma:
        is_grouped = re.fullmatch(r"-?\d{1,3}(?:\.\d{3})+(?:[,٫]\d+)?", digits)
        digits = (digits.replace(".", "") if is_grouped else digits).replace(",", ".")
    else:
        digits = digits.replace(",", "")
    return digits.replace("٫", ".")


_KANJI: Final = {letter: value for value, letter in enumerate("〇一二三四五六七八九")}
_TENS: Final = {"十": 10, "百": 100, "千": 1000}


def _kanji(text: str) -> int:
    """`百三十七` -> 137."""
    total, pending = 0, 0
    for letter in text:
        if letter in _TENS:
            total += (pending or 1) * _TENS[letter]
            pending = 0
        else:
            pending = pending * 10 + _KANJI[letter]
    return total + pending


def _is_calendar(text: str, match: re.Match[str], after: re.Match[str]) -> bool:
    """2026年 and 11月22日 are dates, not durations."""
    if after["other"] == "日":
        return text[max(0, match.start() - 1) : match.start()] == "月"
    return after["other"] == "年" and re.fullmatch(r"(?:19|20)\d\d", match["digits"] or "") is not None


def _is_weight(text: str, after: re.Match[str]) -> bool:
    """Whether `20 pounds` weigh: `lb` does anywhere, the word only where it says so."""
    clause = text[max(0, after.start() - _BEFORE) : after.end() + _GAP]
    return not (after["word"] or "").lower().startswith("pound") or _WEIGHING.search(clause) is not None


_WEIGHING: Final = re.compile(
    r"\b(?:weigh\w*|weight|heav\w+|lighter|loads?|loaded|carr\w+|holds?|lifts?|bears?|kg)\b"
)


def _is_quote_mark(text: str, after: re.Match[str]) -> bool:
    """In `"size 54"` the mark ends a quotation, in `12 "too long"` it begins one; neither is an inch."""
    if after["other"] != '"':
        return False
    at = after.end() - 1
    begins = text[at - 1 : at].isspace() and text[at + 1 : at + 2].isalpha()
    return begins or len(re.findall(r'(?<!\d)"', text[:at])) % 2 == 1


def _behind_dash(text: str, end: int) -> int:
    """`€ 19,-`: the dash belongs to the price."""
    found = re.compile(r"[.,]-{1,2}(?!\d)").match(text, end)
    return found.end() if found else end


def _unit(after: re.Match[str], language: str, currency: str) -> str:
    word = after["latin"] or after["other"] or after["word"]
    known = _names(language).get(word) or _names(language).get(low(word))
    if known and known in amounts.currencies():
        return _currency(word, language, currency)
    return known or ""


def _currency(word: str, language: str, currency: str) -> str:
    """The code for a sign; `$`, `dollar`, `¥` and `pound` follow the market when it has such a currency."""
    code = _names(language).get(word) or _names(language).get(low(word)) or ""
    families = {"USD": {"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"}, "JPY": {"JPY", "CNY"}}
    return currency if word in {"$", "¥"} and currency in families.get(code, set()) else code


# --- joining ----------------------------------------------------------------------------------------------


_SMALLER: Final = {("ft", "in"): (12, " ,"), ("lb", "oz"): (16, " ."), ("h", "min"): (60, " .")}
"""How many of the one are the other, and what may stand between them."""


def _with_smaller(text: str, atoms: list[_Atom]) -> Iterator[_Atom]:
    """`5' 10"` is one length, `1 lb 1½ oz` one weight and `2 h 30 min` one time."""
    skip = False
    for first, second in zip_longest(atoms, atoms[1:]):
        if skip:
            skip = False
        elif (
            second
            and (known := _SMALLER.get((first.unit, second.unit)))
            and not text[first.end : second.start].strip(known[1])
        ):
            skip = True
            value = first.value * known[0] + second.value
            yield replace(first, value=value, step=second.step, unit=second.unit, end=second.end)
        else:
            yield first


def _per_area(text: str, atoms: list[_Atom]) -> Iterator[_Atom]:
    """`1平方メートルあたり260g` is a weight per area."""
    per: _Atom | None = None
    for atom in atoms:
        if (
            per
            and atom.unit == "g"
            and re.fullmatch(r"(?:あたり|当たり|につき)(?:の重さは|で|、|約)?", text[per.end : atom.start])
        ):
            yield replace(atom, unit="g/m2", start=per.start)
            per = None
            continue
        if per:
            yield per
        per = atom if atom.unit == "m2" and atom.value == 1 else None
        if not per:
            yield atom
    if per:
        yield per


Join = Literal["range", "list", "times", "none"]


def _joined(text: str, atoms: list[_Atom], grammar: _Grammar) -> Iterator[Amount]:
    joins = _priced([_join(text, first, second, grammar) for first, second in pairwise(atoms)], atoms)
    shared = _share_units(text, atoms, joins)
    chain = -1
    place = 0
    while place < len(shared):
        join: Join = joins[place] if place < len(joins) else "none"
        before: Join = joins[place - 1] if place else "none"
        if join == "range" and shared[place].unit == shared[place + 1].unit:
            yield _amount(text, (shared[place], shared[place + 1]), grammar, -1)
            place += 2
            continue
        if join == "times" and before != "times":
            chain += 1
        yield _amount(text, (shared[place],), grammar, chain if "times" in {join, before} else -1)
        place += 1


def _priced(joins: list[Join], atoms: list[_Atom]) -> list[Join]:
    """`90 × 200 por 19 €`, `90 × 200 à 19 €`: behind two sides of a size stands what it costs, and no third."""
    return [
        "none"
        if before == "times" and not atoms[at].unit and atoms[at + 1].unit in amounts.currencies()
        else join
        for at, (before, join) in enumerate(zip(("none", *joins), joins, strict=False))
    ]


def _join(text: str, first: _Atom, second: _Atom, grammar: _Grammar) -> Join:
    gap = low(text[first.end : second.start])
    if len(gap) > _GAP:
        return "none"
    if first.unit and second.unit and amounts.dimension(first.unit) != amounts.dimension(second.unit):
        return "none"
    is_article = (
        first.in_words and first.value == 1 and not first.unit and not second.in_words
    )  # "ein bis zu 3 m langes"
    is_falling = first.value > second.value and (
        bool(first.unit and second.unit) or (second.in_words and second.value == 1)
    )  # 50cmから10cm単位, "doce semanas y media a una cara"
    is_and_a_half = first.in_words and first.value < 1 < second.value and not (first.unit or second.unit)
    if grammar.to.fullmatch(gap) and not (
        is_article or is_falling or is_and_a_half
    ):  # ولتر ونصف لعشرين فنجانا
        return "range"
    if (
        grammar.either.fullmatch(gap)
        and second.value == first.value + 1
        and amounts.dimension(second.unit) in _LASTING
    ):
        return "range"
    if grammar.both.fullmatch(gap) and grammar.between.search(
        low(text), max(0, first.start - _BEFORE), first.start
    ):
        return "range"
    if grammar.times.fullmatch(gap):
        return "times"
    return "list" if grammar.listed.fullmatch(gap) else "none"


_COUNTED: Final = re.compile(r"\s?[^\W\d_]")  # 1枚, 3 pieces: the next number counts something itself


def _has_its_own(text: str, atoms: list[_Atom], place: int) -> bool:
    """`1,180 g in 40, 1,260 g in 42`: 40 is what the grams before it are of."""
    if not place or atoms[place - 1].unit != atoms[place + 1].unit or not atoms[place - 1].unit:
        return False
    gap = text[atoms[place - 1].end : atoms[place].start]
    return len(gap) <= _OF_SIZE and gap.strip(" ,") != ""


_OF_SIZE: Final = 14


def _is_alike(first: _Atom, second: _Atom) -> bool:
    """`19-29 €` shares its sign; in `la de 24 y 56,90 €` the first number is no price."""
    return amounts.dimension(second.unit) != "money" or first.step == second.step


def _is_count(join: Join, first: _Atom, second: _Atom) -> bool:
    """`par six, 63 €`: a word beside figures counts, and is no price."""
    is_money = amounts.dimension(second.unit) == "money"
    return is_money and join == "list" and first.in_words and not second.in_words


def _share_units(text: str, atoms: list[_Atom], joins: list[Join]) -> list[_Atom]:
    """`3 to 5 days`, `137, 180 and 200 cm`, `$19-29`: the unit written once is the unit of all."""
    shared = list(atoms)
    for place in reversed(range(len(joins))):
        if (
            joins[place] != "none"
            and not shared[place].unit
            and _is_alike(shared[place], shared[place + 1])
            and not _is_count(joins[place], shared[place], shared[place + 1])
            and (joins[place] == "range" or not _has_its_own(text, atoms, place))
        ):
            shared[place] = replace(shared[place], unit=shared[place + 1].unit)
        elif joins[place] == "range" and (shared[place].unit, shared[place + 1].unit) == ("d", "wd"):
            shared[place] = replace(shared[place], unit="wd")  # من يومين إلى أربعة أيام عمل
    for place, join in enumerate(joins):
        if (
            join == "range"
            and shared[place].in_words
            and not shared[place + 1].unit
            and shared[place + 1].in_words
        ):
            shared[place + 1] = replace(shared[place + 1], unit=shared[place].unit)  # يومين إلى أربعة
        is_money = shared[place].unit in amounts.currencies()
        is_counted = _COUNTED.match(text, atoms[place + 1].end) is not None
        is_word = join == "list" and shared[place + 1].in_words  # "77,50 € y dos, juntos, en 146,50"
        is_side = joins[place + 1 : place + 2] == ["times"]  # "120 × 200 for £19, 160 × 200 for £23"
        is_its_own = bool(shared[place + 1].unit) or is_counted or is_word or is_side
        if join in {"range", "list"} and is_money and not is_its_own:
            shared[place + 1] = replace(shared[place + 1], unit=shared[place].unit)
    return shared


def _amount(text: str, atoms: tuple[_Atom, ...], grammar: _Grammar, chain: int) -> Amount:
    first, last = atoms[0], atoms[-1]
    return Amount(
        values=tuple(atom.value for atom in atoms),
        unit=last.unit,
        dimension=amounts.dimension(last.unit),
        start=first.start,
        end=last.end,
        qualifier=_qualifier(low(text), first.start, last.end, grammar),
        step=max(atom.step for atom in atoms),
        chain=chain,
        in_words=all(atom.in_words for atom in atoms),
    )


def _qualifier(text: str, start: int, end: int, grammar: _Grammar) -> Qualifier:
    for name, pattern in grammar.after:
        if pattern.match(text, end):
            return name
    for name, pattern in grammar.before:
        if pattern.search(text, max(0, start - _BEFORE), start):
            return name
    return "exact"


# --- the tables as patterns -------------------------------------------------------------------------------


@cache
def _grammar(language: str, comma: bool) -> _Grammar:
    table = tomllib.loads(Path(__file__).with_name("grammar.toml").read_text(encoding="utf-8"))
    own, common = table[language], table["any"]
    edge = rf"(?<![{_LATIN}{_ARABIC}])" if language != "ja" else ""

    def gap(*names: str) -> re.Pattern[str]:
        return re.compile(r"\s*(?:" + "|".join(names) + r")\s*")

    def around(pattern: str, shape: str) -> re.Pattern[str]:
        return re.compile(shape.format(fold_pattern(pattern)))

    return _Grammar(
        number=re.compile(_number(language, comma)),
        prefix=_prefix(),
        suffix=_suffix(
            language, own.get("inch_not", "").replace("\n", ""), fold_pattern(own.get("tool", ""))
        ),
        to=gap(common["to"], own["to"]),
        both=gap(own["and"]),
        either=gap(own["or"]),
        between=around(own["between"], edge + r"(?:{})\s*$"),
        listed=gap(common["list"], own["list"]),
        times=gap(common["times"], own["times"]),
        tomorrow=around(own["tomorrow"], edge + r"(?:{})"),
        half=around(
            own["half"], r"\s*(?:{})(?![" + _LATIN + _ARABIC + "])" if language != "ja" else r"(?:{})"
        ),
        before=(
            *((name, around(own[name], edge + r"(?:{})\s*[(\[]?$")) for name in _IN_FRONT if name in own),
            *((name, re.compile(rf"[{sign}]\s?$")) for name, sign in _SIGNED),
        ),
        after=tuple(
            (name, around(own[f"after_{name}"], r"\s*,?\s*(?:{})(?![" + _LATIN + _ARABIC + "])"))
            for name in _BEHIND
            if f"after_{name}" in own
        ),
    )


_IN_FRONT: Final[tuple[Qualifier, ...]] = ("about", "max", "min", "over", "under", "from")
_BEHIND: Final[tuple[Qualifier, ...]] = ("max", "min", "over", "under", "about")
_SIGNED: Final[tuple[tuple[Qualifier, str], ...]] = (("about", "~±"), ("max", "≤<"), ("min", "≥>"))


def fold_pattern(pattern: str) -> str:
    """A regular expression with its letters folded; its signs are ASCII and stay."""
    return fold(pattern)


def small_pattern(pattern: str) -> str:
    r"""The same in small letters, but for its escapes: `\W` is no `\w`."""
    return fold_pattern(_ESCAPED.sub(lambda match: match[1] or low(match[2]), pattern))


_ESCAPED: Final = re.compile(r"(\\.)|([^\\]+)", re.DOTALL)


def _either(words: set[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) or "(?!)"


def _number(language: str, comma: bool) -> str:
    """Digits (with fraction or 万), a fraction alone, kanji, an Arabic dual, a number word; each its own
    group."""
    if comma:
        digits = (
            r"\d{1,3}(?:[.٬']\d{3})+(?!\d)(?:[,٫]\d+)?|\d{1,3}(?: \d{3})+(?!\d)(?:[,٫]\d+)?|\d+(?:[,٫.]\d+)?"
        )
    else:
        digits = r"\d{1,3}(?:[,٬']\d{3})+(?!\d)(?:[.٫]\d+)?|\d+(?:[.٫]\d+)?"
    sign = rf"(?:(?<![{_LATIN}{_ARABIC}\d\-~/])-(?=\d))?"
    tail = r"(?: ?[½¼¾⅓⅔⅛]|[万億千](?:\d{1,4}[千百]?)?)?"
    parts = [
        rf"(?<![\d.,٫{_LATIN}])(?<!\d[/:])(?<![{_LATIN}]-)(?P<digits>{sign}(?:{digits}){tail})",
        r"(?P<fraction>[½¼¾⅓⅔⅛])",
    ]
    words = _words(language)
    behind = rf"(?![{_LATIN}{_ARABIC}])" + ("|(?=jährig|tägig|monatig)" if language == "de" else "")
    if language == "ja":
        parts.append(
            r"(?P<kanji>[一二三四五六七八九十百千〇]+)(?=[\u30a1-\u30ff]|営業日|日間|年|週間|か月|ヶ月|時間|枚|本|個|点|組|冊|足|杯|つ|円)"
        )
    if language == "ar":
        glued = rf"(?<![{_ARABIC}])(?:[وفبلك]|ال)?"
        parts.append(rf"{glued}(?P<dual>{_either(set(amounts.duals()))})(?![{_ARABIC}])")
        parts.append(rf"{glued}(?P<word>{words})(?![{_ARABIC}])")
    elif language != "ja":
        parts.append(rf"(?i:(?<![{_LATIN}])(?P<word>{words})(?:{behind}))")
    known = {"kanji", "dual", "word"} - {name for part in parts for name in re.findall(r"\?P<(\w+)>", part)}
    parts += [rf"(?P<{name}>(?!))" for name in sorted(known)]
    return "|".join(parts)


def _words(language: str) -> str:
    """Number words, a hundred with what is below it first."""
    known = amounts.number_words(language)
    below = {word for word, value in known.items() if 1 <= value < _A_HUNDRED and value == int(value)}
    joint = AFTER_A_HUNDRED.get(language)
    whole = rf"(?:{_either(set(amounts.hundreds(language)))}){joint}(?:{_either(below)})" if joint else "(?!)"
    behind = rf"(?![{_LATIN}{_ARABIC}])"
    return rf"{whole}{behind}|{_either(set(known))}"


_A_HUNDRED: Final = 100
_SIGN_OF_THE_NEXT: Final = r"[$£€¥] ?\d"  # in "the shorter one £34.90" the sign is not the word's


@cache
def _prefix() -> re.Pattern[str]:
    signs = {word for unit in amounts.currencies().values() for which, word in unit.words if which == "any"}
    return re.compile(rf"(?<![A-Za-z])(?P<money>{_either(signs)}) ?$")


@cache
def _suffix(language: str, inch_not: str, tool: str) -> re.Pattern[str]:
    """A unit behind a number. Signs keep their case (W, m, K), words do not; in unspaced scripts nothing
    need follow."""
    signs: set[str] = set()
    words: set[str] = set()
    other: set[str] = set()
    for unit in (*amounts.units().values(), *amounts.currencies().values()):
        for which, word in unit.words:
            if which in {"any", language}:
                is_latin = (
                    re.match(rf"[{_LATIN}]", word) is not None
                    and re.search(rf"[{_LATIN}0-9]$", word) is not None
                )
                (other if not is_latin else signs if which == "any" else words).add(word)
    preposition = rf"(?!in\s(?:(?i:{inch_not})(?![{_LATIN}])|[A-Z]))" if inch_not else ""
    latin = rf"{preposition}(?P<latin>{_either(signs)})|(?i:(?P<word>{_either(words)}))"
    thing = rf"(?!(?i:{tool}))" if tool else ""
    return re.compile(
        rf"(?:[.,]-{{1,2}})?[ \-]{{0,2}}{thing}(?:(?:{latin})(?![{_LATIN}]|/[{_LATIN}]|'(?!s\b)[{_LATIN}])"
        rf"|(?!{_SIGN_OF_THE_NEXT})(?P<other>'(?=\s?\d+(?:\.\d+)?\")|{_either(other)})(?![{_ARABIC}]))"
    )


@cache
def _names(language: str) -> dict[str, str]:
    """Words to canonical units; the language's own win over the common ones."""
    names = {"'": "ft"}
    for preferred in ("any", language):
        for unit in (*amounts.currencies().values(), *amounts.units().values()):
            for which, word in unit.words:
                if which == preferred:
                    names[word] = unit.name
                    if which != "any":
                        names[low(word)] = unit.name
    return names
