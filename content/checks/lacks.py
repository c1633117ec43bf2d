"""What a column says a thing is free of, said the other way round: `Latex-free` is `contains latex` turned.

A shop calls a yes-and-no column `Sans sulfates`, `Nickelfrei`, `ラテックスフリー`; articles say "contains no nickel"
or, wrongly, "contient du sulfate". The words of lack are taken off, and what is left is looked for with words that say
it is in, or is not.
"""

import re
from collections.abc import Iterator
from typing import Final

IN: Final = "in:"
OUT: Final = "out:"
"""Before an attribute's key: the words say that the thing it is free of is there, or is not, whatever stands around."""

_LACKING: Final = {
    "en": re.compile(r"(?P<after>[\w ]+?)[ -]free|(?:free (?:of|from)|without|no) (?P<before>[\w ]+)"),
    "de": re.compile(r"(?P<after>[\w ]{4,}?)-?frei|(?:frei von|ohne) (?P<before>[\w ]+)"),
    "fr": re.compile(r"(?:sans|exempte? de|0 ?%) (?P<before>[\w ']+)"),
    "es": re.compile(r"(?:sin|libre de|0 ?%) (?P<before>[\w ]+)"),
    "ar": re.compile(r"(?:خال(?:ي|يه)? من|بدون|بلا) (?P<before>[\u0621-\u064a ]+)"),
    "ja": re.compile(r"(?P<after>.+?)(?:フリー|不使用|無添加|なし)"),
}
_NOT_IN: Final = {
    "en": (
        "{}-free", "{} free", "free of {}", "free from {}", "without {}", "without any {}", "no {}", "contains no {}",
        "not contain {}", "not contain any {}", "t contain {}", "t contain any {}", "not made with {}",
    ),
    "de": (
        "{}frei", "frei von {}", "ohne {}", "kein {}", "keine {}", "keinen {}", "enthält kein {}", "enthält keine {}",
        "enthält keinen {}", "enthalten kein {}", "enthalten keine {}", "auf {} verzichtet",
    ),
    "fr": (
        "sans {}", "sans aucun {}", "pas de {}", "pas d'{}", "ni {}", "exempt de {}", "exempte de {}",
    ),
    "es": ("sin {}", "libre de {}", "no contiene {}", "no contienen {}", "no lleva {}", "no llevan {}", "ni {}"),
    "ar": (
        "خالي من {}",
        "خال من {}",
        "خاليه من {}",
        "بدون {}",
        "بلا {}",
        "لا يحتوي علي {}",
        "لا تحتوي علي {}",
    ),
    "ja": ("{}フリー", "{}不使用", "{}無添加"),  # 含まれ and 含みます are one stem there (attribute_words.py)
}  # fmt: skip
_IN: Final = {
    "en": ("contains {}", "contain {}", "with {}", "made with {}", "has {}"),
    "de": ("enthält {}", "enthalten {}", "mit {}", "{}haltig"),
    "fr": ("contient du {}", "contient de la {}", "contient de l'{}", "contient des {}", "contiennent du {}",
           "contiennent des {}", "à base de {}"),
    "es": ("contiene {}", "contienen {}", "lleva {}", "llevan {}", "con {}"),
    "ar": ("يحتوي علي {}", "تحتوي علي {}", "فيه {}", "فيها {}"),
    "ja": ("{}入り",),
}  # fmt: skip
_NO: Final = re.compile(
    r"(?:contains )?no |not |t contain |without |\w+ kein|kein|ohne |sans |pas |ni |sin |بدون |بلا |لا "
)
_SHORTEST: Final = 2
_ARTICLE_AR: Final = "ال"


def turned(words: str, key: str, language: str) -> Iterator[tuple[str, str]]:
    """Phrases (folded small letters) with the key they state (`out:` before it where they hold a no of their own) and
    with `in:` those that deny it; none of a column that names no lack."""
    found = _LACKING[language].fullmatch(words)
    if found is None:
        return
    thing = next(part for part in found.groups() if part).strip()
    if len(thing) < _SHORTEST:
        return
    for each in _forms(thing, language):
        for shape in _NOT_IN[language]:
            mark = (
                OUT if _NO.match(shape) else ""
            )  # "not latex-free" turns it round; "no latex" is turned already
            yield shape.format(each), f"{mark}{key}"
        yield from ((shape.format(each), f"{IN}{key}") for shape in _IN[language])


def _forms(thing: str, language: str) -> tuple[str, ...]:
    """Arabic says `اللاتكس` where the column says `لاتكس`."""
    if language != "ar":
        return (thing,)
    bare = thing.removeprefix(_ARTICLE_AR)
    return (bare, f"{_ARTICLE_AR}{bare}")
