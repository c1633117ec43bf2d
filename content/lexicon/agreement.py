"""How a noun's companions agree with it: articles and endings of Spanish, French and Arabic, German endings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_FIXED: Final = {
    "es": {"de", "con", "sin", "a", "en", "que", "totalmente", "ya", "individualmente"},
    "fr": {
        "à",
        "avec",
        "sans",
        "en",
        "de",
        "non",
        "double",
        "grand",
        "passe",
        "livré",
        "entièrement",
        "plaqué",
        "séchage",
    },
    "ar": {"لا", "بدون", "بلا", "يعمل", "يضيء", "يسمح", "للاستعمال", "للاستخدام"},
}
"""First words of phrases that agree with nothing: `de doble pared`, `à piles`."""
_WITH_AR: Final = "ب"  # written together: بجدار مزدوج
_FRENCH: Final = (("é", "ée"), ("f", "ve"), ("eux", "euse"), ("el", "elle"), ("eur", "euse"), ("ier", "ière"))
_SPANISH: Final = (("o", "a"), ("or", "ora"))
_ASPIRATED: Final = re.compile(
    r"(?:hache|hamac|harnais|haut|hotte|houpp|houss|hubl|hauteur|halt|hochet|hanche)"
)
_VOWEL: Final = re.compile(r"[aeiouyhàâéèêëîïôûùœ]", re.IGNORECASE)
_FEMININE_AR: Final = re.compile(r"(?:ة|ات)$")
_ENDINGS_DE: Final = ("", "e", "er", "es", "en", "em")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun with all that its companions ask for."""

    one: str
    many: str
    gender: str = ""  # `m` or `f` in Spanish and French
    stem: str = ""  # first part of a German compound

    def form(self, *, is_many: bool) -> str:
        """The noun as one or as several."""
        return self.many if is_many else self.one


def agreed(quality: str, noun: Noun, language: str, *, is_many: bool) -> str:
    """An adjective behind its noun: `extraíbles`, `incluse`, `قابلة للفك`; unchanged where the language leaves it."""
    first, _, rest = quality.partition(" ")
    if first in _FIXED.get(language, ()) or (language == "ar" and first.startswith(_WITH_AR)):
        return quality
    match language:
        case "es" | "fr":
            bent = _feminine(first, language) if noun.gender == "f" else first
            first = _plural(bent, language) if is_many else bent
        case "ar" if is_many or _FEMININE_AR.search(noun.one.partition(" ")[0]):
            first = "ذات" if first == "ذو" else _with_ta(first)
    return f"{first} {rest}".strip()


def forms(quality: str, language: str) -> Iterator[str]:
    """Every form an adjective takes in a label: abnehmbar(e), amovible(s), قابل(ة)."""
    if language == "de":
        yield from (quality + ending for ending in _ENDINGS_DE)
        return
    genders = [Noun("x", "x", gender) for gender in "mf"] if language in {"es", "fr"} else [Noun("x", "x")]
    for noun in (*genders, Noun("xة", "xات")) if language == "ar" else genders:
        yield from (agreed(quality, noun, language, is_many=many) for many in (False, True))


def ending(noun: Noun, language: str, *, is_many: bool) -> dict[str, str]:
    """The endings `{o}`, `{e}`, `{s}`, `{ة}` of what is said of a noun."""
    is_she, s = noun.gender == "f", "s" if is_many else ""
    if language == "ar":
        is_bent = is_many or bool(_FEMININE_AR.search(noun.one.partition(" ")[0]))
        return {"ة": "ة" if is_bent else ""}
    return {
        "o": ("a" if is_she else "o") + s,
        "e": "e" + s if is_she else "",  # `inclus` is its own plural
        "s": ("e" if is_she else "") + s,
    }


def of(noun: Noun, language: str, *, is_many: bool) -> str:
    """`del mango`, `de la poignée`, `de l'anse`, `الغطاء`: what a measure is of; the noun alone elsewhere."""
    word = noun.form(is_many=is_many)
    match language:
        case "es":
            article = ("de las" if noun.gender == "f" else "de los") if is_many else ""
            return f"{article or ('de la' if noun.gender == 'f' else 'del')} {word}"
        case "fr":
            return _du(word, noun.gender, is_many=is_many)
        case "ar" if " " not in word and not word.startswith("ال"):
            return f"ال{word}"
    return word


def dative(noun: Noun, *, is_many: bool) -> str:
    """German behind `mit`: `mit Handschuhen`, `mit Griff`."""
    word = noun.form(is_many=is_many)
    return f"{word}n" if is_many and word[-1] not in "ns" else word


def bound(word: str, language: str) -> str:
    """Before `-free` and `-frei`: `phosphate-free`, `palm-oil-free`, `alkoholfrei`, `PVC-frei`."""
    if language == "en":
        one = word.removesuffix("s") if not word.endswith(("ss", "us")) and not word.isupper() else word
        return f"{one.replace(' ', '-')}-"
    return f"{word}-" if word[:2].isupper() or " " in word else word.lower()


def de(word: str) -> str:
    """French `de` before a word: `d'anneaux`, `de poches`, `de housses`."""
    return "d'" if _is_elided(word) else "de "


def _du(word: str, gender: str, *, is_many: bool) -> str:
    if is_many:
        return f"des {word}"
    if _is_elided(word):
        return f"de l'{word}"
    return f"de la {word}" if gender == "f" else f"du {word}"


def _is_elided(word: str) -> bool:
    return bool(_VOWEL.match(word)) and not _ASPIRATED.match(word)


def _feminine(word: str, language: str) -> str:
    endings = _FRENCH if language == "fr" else _SPANISH
    for his, hers in sorted(endings, key=lambda pair: -len(pair[0])):
        if word.endswith(his):
            return word.removesuffix(his) + hers
    return word if language == "es" or word.endswith("e") else f"{word}e"


def _plural(word: str, language: str) -> str:
    if language == "fr":
        return word if word[-1] in "sx" else f"{word}s"
    if word.endswith("z"):
        return f"{word[:-1]}ces"
    return f"{word}s" if word[-1] in "aeiouáéíóú" else f"{word}es"


def _with_ta(word: str) -> str:
    return word if word.endswith("ة") else f"{word}ة"
