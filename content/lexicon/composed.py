"""Words of a column that is made of known parts: `gloves included`, `handle length`, `suitable for suede`, `PVC-free`.

A shop names most of its columns itself. Of those of 40 shops 42 % had words in the five other languages before there
were compositions, 60 % after. What a label is read by and written as stands in
`composed.toml`, the nouns and adjectives in `component_words.py`'s tables.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from content.lexicon.agreement import (
    Noun,
    agreed,
    behind,
    bound,
    dative,
    de,
    ending,
    measured,
    of,
    the,
    to,
)
from content.lexicon.component_words import (
    Words,
    adjectives,
    comes_as_several,
    names,
    nouns,
    nouns_of,
    stems,
    table,
)
from content.lexicon.keys import plain
from seo.records import LANGUAGES

_SLOT: Final = re.compile(r"<(part|stem|use|lam|substance|column)>")
_MOST: Final = 12  # ways to say one column that are kept
_LINKS: Final = {
    "en": re.compile(r"^(?:with|has) (?:an? )?| (?:is|are) "),
    "es": re.compile(r"^con (?:una? )?(?=\w+ (?!llave|paño))| (?:es|son) "),
    "fr": re.compile(r"^avec (?:une? |des )?| (?:est|sont) "),
    "de": re.compile(r"^mit (?:eine[mr] )?| (?:ist|sind) "),
    "ar": re.compile(r"^مع "),
    "ja": re.compile(r"^$"),
}
"""What stands between or before a noun and its adjective and says no more than they do."""
_UNSPACED: Final = {"ja"}
_HERE: Final = Path(__file__).parent


def composed(label: str, language: str, column: Callable[[str], Words]) -> Words:
    """The words of a column label of a catalogue in `language`, by language; empty when it is made of nothing known.

    `column` tells the words of another column by its label (`seat height` for `seat height min`)."""
    said = plain(label)
    for spoken in dict.fromkeys((language, "en")):
        for build in (_bare, _quality_of, _in_template):
            words = build(said, spoken, column)
            if words:
                return {tongue: tuple(dict.fromkeys(each))[:_MOST] for tongue, each in words.items() if each}
    return {}


def kind_of(label: str, language: str) -> str:
    """What kind of composition a label is (`included`, `suited`, `quality`, …), whether its noun is known or not; empty
    when it is none."""
    said = plain(label)
    if said in nouns(language):
        return "part"
    if said in adjectives(language) or _quality_of(said, language, lambda _: {}):
        return "quality"
    found = (each.kind for each in _templates(language) if each.read.fullmatch(said))
    return next(found, "")


Built = dict[str, list[str]]


def _bare(said: str, language: str, _: Callable[[str], Words]) -> Built:
    """A noun, an adjective or a measure alone: `pockets`, `reversible`, `net weight`."""
    found = nouns(language).get(said)
    if found:
        key, is_many = found
        return {
            tongue: [noun.form(is_many=is_many) for noun in nouns_of(key, tongue)] for tongue in LANGUAGES
        }
    for name, known in (("columns", names("columns", language)), ("qualities", adjectives(language))):
        if said in known:
            return {tongue: list(table(name)[known[said]][tongue]) for tongue in LANGUAGES}
    return {}


def _quality_of(said: str, language: str, _: Callable[[str], Words]) -> Built:
    """`removable hood`, `capuche amovible`, `mit abnehmbarer Kapuze`, `フード取り外し可`."""
    for quality, part in _halves(_LINKS[language].sub(" ", said).strip(), language):
        key, found = adjectives(language).get(quality), nouns(language).get(part)
        if key and found:
            return {tongue: list(_qualified(key, *found, tongue)) for tongue in LANGUAGES}
    return {}


def _halves(said: str, language: str) -> Iterator[tuple[str, str]]:
    """A label cut in two, either half first."""
    cuts = (
        range(1, len(said)) if language in _UNSPACED else (match.start() for match in re.finditer(" ", said))
    )
    for cut in cuts:
        ahead, behind = said[:cut].strip().removesuffix("な"), said[cut:].strip()
        yield ahead, behind
        yield behind, ahead


def _qualified(key: str, part: str, is_many: bool, language: str) -> Iterator[str]:
    for noun in nouns_of(part, language):
        word = noun.form(is_many=is_many)
        for quality in table("qualities")[key].get(language, ()):
            said = agreed(quality, noun, language, is_many=is_many)
            if language == "en":
                yield f"{said} {word}"
            else:
                yield f"{word}{said}" if language in _UNSPACED else f"{word} {said}"
            if language == "de" and " " not in said and not said.endswith("e"):
                yield f"{said}e {word}"


def _in_template(said: str, language: str, column: Callable[[str], Words]) -> Built:
    for template in _templates(language):
        match = template.read.fullmatch(said)
        if match is None:
            continue
        slot, word = template.slot, match[template.slot].strip()
        fills = _fills(slot, word, language, column)
        if fills:
            return {tongue: list(_written(template.kind, fills[tongue], tongue)) for tongue in LANGUAGES}
    return {}


Fill = dict[str, str]


def _fills(
    slot: str, word: str, language: str, column: Callable[[str], Words]
) -> dict[str, list[Fill]] | None:
    """What stands in a slot, by language, each with all its forms; None for a word nobody knows."""
    if slot in {"part", "stem"}:
        known = nouns(language) if slot == "part" else stems(language)
        found = next((known[each] for each in _spelled(word, language) if each in known), None)
        if found is None:
            return None
        key, is_many = found
        return {
            tongue: [_noun_fill(key, noun, tongue, is_many=is_many) for noun in nouns_of(key, tongue)]
            for tongue in LANGUAGES
        }
    if slot == "column":
        words = column(word)
        return (
            {tongue: [_column_fill(each, tongue) for each in words.get(tongue, ())] for tongue in LANGUAGES}
            if words
            else None
        )
    name = "substance" if slot == "substance" else "use"
    word = f"ال{word}" if slot == "lam" else word
    rows = table(f"{name}s")
    row = names(f"{name}s", language).get(word)
    if row is None:
        return None
    return {t: [{name: each, "bound": bound(each, t)} for each in rows[row].get(t, ())] for t in LANGUAGES}


def _column_fill(name: str, language: str) -> Fill:
    noun, is_many = measured(name, language)
    return {"column": name, "low": behind(name), **ending(noun, language, is_many=is_many)}


def _spelled(word: str, language: str) -> Iterator[str]:
    """A noun as the table may have it: `المقبض` as `مقبض`, `الغطاء الزجاجي` as `غطاء زجاجي`."""
    yield word
    if language == "ar":
        yield word.removeprefix("ال")
        yield " ".join(each.removeprefix("ال") for each in word.split())
        yield f"ال{word}"


def _noun_fill(key: str, noun: Noun, language: str, *, is_many: bool) -> Fill:
    usual = comes_as_several(key)
    if noun.one == noun.many:  # `material filtrante`, `tijeras`
        is_many = noun.one.endswith(("s", "x"))
    return {
        "part": noun.form(is_many=is_many),
        "one": noun.one,
        "many": noun.many,
        "of": of(noun, language, is_many=is_many and language == "fr"),
        "of_part": of(noun, language, is_many=is_many),
        "of_many": of(noun, language, is_many=True),
        "de": de(noun.many),
        "de_one": de(noun.one),
        "usual": noun.form(is_many=usual),
        "the": the(noun, language, is_many=usual),
        "to": to(noun, language, is_many=usual),
        "low": behind(noun.form(is_many=is_many)),
        "dative": dative(noun, is_many=is_many),
        "stem": noun.stem,
        **ending(noun, language, is_many=is_many),
    }


def _written(kind: str, fills: list[Fill], language: str) -> Iterator[str]:
    for shape in _shapes()[kind][language]["write"]:
        for fill in fills:
            text = shape.format_map(fill)
            if shape.startswith("{stem}") and fill["stem"].endswith("-") and kind != "resistant":
                text = text.replace(shape[6:], shape[6:].capitalize())  # `UV-Schutz`, but `UV-beständig`
            yield text.replace("لال", "لل", 1).replace("للل", "لل") if language == "ar" else text


@dataclass(frozen=True, slots=True)
class _Template:
    kind: str
    slot: str
    read: re.Pattern[str]


@cache
def _templates(language: str) -> tuple[_Template, ...]:
    found = []
    for kind, spoken in _shapes().items():
        for shape in spoken[language]["read"]:
            slot = _SLOT.search(shape)
            if slot is None:
                raise ValueError(f"composed.toml: {kind}.{language} has no slot in {shape!r}")
            found.append(_Template(kind, slot[1], re.compile(_SLOT.sub(r"(?P<\1>.+?)", shape.casefold()))))
    return tuple(found)


@cache
def _shapes() -> dict[str, dict[str, dict[str, list[str]]]]:
    loaded: dict[str, Any] = tomllib.loads((_HERE / "composed.toml").read_text(encoding="utf-8"))  # Any: TOML
    return loaded
