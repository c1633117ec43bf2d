"""How a number stands in its sentence: told of a thing outright, as what something else is given for, as a budget."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from content.checks.amounts import Amount
from content.checks.names import Mention
from content.checks.owning import OF
from content.checks.view import fold, low
from content.checks.whose import clause, cue
from content.ledger.ledger import Ledger

_NEAR: Final = 26  # letters
_BETWEEN: Final = 1  # words between a verb and its number: "weighs about 4 kg"
_LONG: Final = 4  # letters of a word that may end a compound
_SHORTEST: Final = 3  # letters of a title's word that names its product
_AT: Final = re.compile(r"[\s:=,–—-]{0,3}(?:なら|は|が|の|で|:)?\s?")
_LABELLED: Final = re.compile(r"[^\d:：,.;。、]{0,12}[:：]")
_WORD: Final = re.compile(r"[a-zà-öø-ɏ]+|[\u0621-\u064a]+|[\u30a0-\u30ff]+|[\u3400-\u9fff々]+")
_BOUNDS: Final = {"about", "max", "under"}
_UNSPACED: Final = {"ja", "ar"}
_REFERENCES: Final = {  # what a price or a share is given for
    "g": (Decimal(100),), "ml": (Decimal(100),), "kg": (Decimal(1),), "l": (Decimal(1),), "m": (Decimal(1),),
    "m2": (Decimal(1),), "cm": (Decimal(10),),
}  # fmt: skip
_COIN: Final = re.compile(
    r"[ -]?(?:coins?|bills?|notes?|münzen?|stücke?|scheine?s?)(?!\w)|[ -]?(?:硬貨|玉|コイン)"
    r"|[ -](?:shop|store|laden)(?!\w)"
)
_COIN_OF: Final = re.compile(
    r"(?:pièces? (?:de |d'|d’)|billets? de |monedas? de |billetes? de |عمله |قطعه نقديه من فيه |فيه )$"
)
_NOT: Final = re.compile(r"(?<!\w)(?:not|without|ni|pas|sans|sin) ?$")
_MAINS: Final = {Decimal(volts) for volts in (100, 110, 115, 120, 127, 220, 230, 240)}


def is_told(amount: Amount, text: str, language: str) -> bool:
    """Whether it is said of a thing outright, side by side or behind a verb: `mesure 120 cm sur 70`."""
    near = text[max(0, amount.start - _NEAR) : amount.start]
    if near.rstrip().endswith(("=", "≈")):
        return False  # "3 × 23.5 = 70.5 cm"
    ends = [found.end() for found in cue("states", language).finditer(near)]
    return amount.chain >= 0 or any(len(near[end:].split()) <= _BETWEEN for end in ends)


def is_at_name(amount: Amount, text: str, mentions: Iterable[Mention]) -> bool:
    """`in the kettle 1.6 l`, `480 mm on the tenor`, `ブロッケン12なら25分`: a number right at a name is its own."""
    return any(
        (m.end <= amount.start and _AT.fullmatch(text, m.end, amount.start))
        or (m.start >= amount.end and OF.fullmatch(text, amount.end, m.start))
        for m in mentions
    )


def is_reference(amount: Amount, text: str, language: str) -> bool:
    """`13.60 € per 100 ml`, `24 Maschen auf 10 cm`: what something else is given for."""
    if amount.values[0] not in _REFERENCES.get(amount.unit, ()):
        return False
    if language == "ja":
        return cue("per", "ja").match(text, amount.end) is not None
    ahead = text[max(0, amount.start - _NEAR) : amount.start].rstrip()
    return any(found.end() == len(ahead) for found in cue("per", language).finditer(ahead))


def is_coin(amount: Amount, text: str) -> bool:
    """`As big as a one-euro coin`: what a coin or note is worth is nobody's price."""
    return amount.dimension == "money" and (
        _COIN.match(text, amount.end) is not None or _COIN_OF.search(text, 0, amount.start) is not None
    )


def is_enough(amount: Amount, text: str, language: str) -> bool:
    """`30 to 50 lumens are enough to read by`: a need, and no product's number."""
    return cue("enough", language).match(text, amount.end + text.startswith(" ", amount.end)) is not None


def is_none(amount: Amount, text: str) -> bool:
    """`Pas un mètre de câble`, `without a metre of cable`: there is none of it."""
    is_one = amount.in_words and amount.values == (Decimal(1),)
    return is_one and _NOT.search(text, 0, amount.start) is not None


def is_instead(amount: Amount, text: str, language: str) -> bool:
    """`Fünf bis sieben statt vier bis sechs Werktage`: what the other one has."""
    if language == "ja":
        return cue("instead", "ja").match(text, amount.end) is not None
    ahead = text[max(0, amount.start - _NEAR) : amount.start].rstrip()
    return any(found.end() == len(ahead) for found in cue("instead", language).finditer(ahead))


def is_definition(amount: Amount, text: str, language: str) -> bool:
    """`One momme is roughly 4.34 g per square metre`: what a unit is, at the beginning of a sentence."""
    is_first = amount.values == (Decimal(1),) and not text[: amount.start].strip()
    behind = amount.end + text.startswith(" ", amount.end)
    return is_first and cue("defined", language).match(text, behind) is not None


def is_budget(amount: Amount, text: str) -> bool:
    """`Up to 20 €: …`, `5,000円前後：…`: how a list of presents is ordered by what may be spent."""
    ahead, behind = text[: amount.start], text[amount.end : amount.end + _NEAR]
    is_label = len(ahead) <= _NEAR and _LABELLED.match(behind) is not None
    return is_label and amount.qualifier in _BOUNDS and not re.search(r"\d", ahead)


def is_of_mains(amount: Amount, text: str, language: str) -> bool:
    """Volts that come out of the wall in a country."""
    return amount.values[0] in _MAINS or speaks_of_mains(text, language)


def speaks_of_mains(text: str, language: str) -> bool:
    """Whether sockets or a country are spoken of: "whether it runs on Japan's 100 V"."""
    return cue("mains", language).search(text) is not None


def is_called(
    handle: str,
    own: Iterable[str],
    amount: Amount,
    text: str,
    ledger: Ledger,
    language: str,
    *,
    is_near: bool,
) -> bool:
    """Whether a word of another product's title stands in the number's clause, and none that `own` ones have: "13,90 €
    for the stick" names it in a word that we do not take for a name. `is_near`: right before the clause, too ("Für das
    Etui allein, das 24,90 € kostet")."""
    start, end = clause(text, amount.start, amount.end)
    inside = text[max(0, start - is_near * _NEAR) : end]
    taken = {word for mine in own for word in _title_words(mine, ledger, language)}
    theirs = _title_words(handle, ledger, language) - taken
    if language in _UNSPACED:
        return any(word in inside for word in theirs)
    said = _WORD.findall(inside)
    if language == "de" and any(
        len(word) >= _LONG and each.endswith(word) and word not in taken for each in theirs for word in said
    ):
        return True  # das Etui of a Schmucketui
    return bool(theirs & set(said))


def _title_words(handle: str, ledger: Ledger, language: str) -> set[str]:
    product = ledger.products.get(handle)
    parts = (handle, *product.variants) if product else ()
    words = (word for part in parts for word in _WORD.findall(low(fold(ledger.name(part, language)))))
    return {word for word in words if len(word) >= _SHORTEST}
