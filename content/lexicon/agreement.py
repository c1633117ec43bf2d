"""How a noun's companions agree with it: articles and endings of Spanish, French and Arabic, German endings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_FIXED: Final = {
    "es": re.compile(
        r"de|con|sin|a|en|que|para|blackout|tubeless|halal|kosher|hot|plug|unisex|m(?:ulti|ono)(?:capa|función)"
    ),
    "fr": re.compile(
        r"à|au|avec|sans|en|de|sur|pour|sous|qui|passe|livré|plaqué|séchage|double|simple|grand|taille|longue|pure"
        r"|première|gain|effet|issu|peu|waterproof|stretch|tubeless|halal|c?k?asher|hot-swap|cruelty|multifonction"
        r"|coupe-vent|unisexe"
    ),
    "ar": re.compile(r"لا|بدون|بلا|من|للاستعمال|للاستخدام|للجنسين|للحوامل|سادة|كاروهات|حلال|كوشر|شرائح|حبوب"),
}
"""First words of phrases that agree with nothing: `de doble pared`, `à piles`."""
_VERBS_AR: Final = {"يعمل", "يضيء", "يسمح", "يصدر", "يدوم"}
_AHEAD: Final = re.compile(r"non|no|ya|entièrement|\w+mente|غير|نصف")
"""What stands before the word that agrees: `non doublée`, `totalmente montada`, `غير قابلة`."""
_AS_PHRASE: Final = {
    "es": re.compile(r"(?:anti(?!.*(?:[ae]nte|ano|ico)$)|multicolor$).*"),
    "fr": re.compile(r"(?:anti(?!.*(?:ant|ien|if|que)$)|d').*"),
    "ar": re.compile(r"ب(?!يضاوي|سيط|ارد).*"),
}
"""`antimanchas`, `anti-rayures`, بجدار مزدوج: a noun with what is before it agrees with nothing."""
_FRENCH: Final = (
    ("é", "ée"),
    ("f", "ve"),
    ("eux", "euse"),
    ("el", "elle"),
    ("eur", "euse"),
    ("ateur", "atrice"),
    ("oux", "ouce"),
    ("er", "ère"),
    ("ien", "ienne"),
)
_SPANISH: Final = (("o", "a"), ("or", "ora"))
_ASPIRATED: Final = re.compile(
    r"(?:hache|hamac|harnais|haut|hotte|houpp|houss|hubl|hauteur|halt|hochet|hanche)"
)
_VOWEL: Final = re.compile(r"[aeiouyhàâéèêëîïôûùœ]", re.IGNORECASE)
_FEMININE_AR: Final = re.compile(r"(?:ة|ات|^(?:ال)?أبعاد)$")
_STRESSED_A: Final = {"agua", "ala", "ancla", "arma", "asa", "área", "aula", "hacha"}
"""Feminine, with the article of the masculine: `el asa`, `del agua`."""
_SHE_MEASURES: Final = {
    "es": re.compile(r"(?:a|dad|ción|sión|tud|medidas|dimensiones)$"),
    "fr": re.compile(
        r"(?:(?<!t)eur|hauteur|té|tion|sion|[ae]nce|ure|ée|sse|ille|face|forme|fréquence|dimension)s?$"
    ),
}
"""What measures are named by: `la longueur`, `la capacité`, `la altura`."""
_ONE: Final = {"poids", "temps"}  # end as a plural does
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
    fixed = (shape for shape in (_FIXED.get(language), _AS_PHRASE.get(language)) if shape)
    if any(shape.fullmatch(first) for shape in fixed):
        return quality
    if rest and _AHEAD.fullmatch(first):
        return f"{first} {agreed(rest, noun, language, is_many=is_many)}"
    match language:
        case "es" | "fr":
            bent = _feminine(first, language) if noun.gender == "f" else first
            first = _plural(bent, language) if is_many else bent
        case "ar" if is_many or _FEMININE_AR.search(noun.one.partition(" ")[0]):
            verb = f"ت{first[1:]}" if first in _VERBS_AR else ""
            first = "ذات" if first == "ذو" else verb or _with_ta(first)
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
    """The endings `{o}`, `{e}`, `{s}`, `{pl}`, `{es}`, `{ة}`, `{ا}` of what is said of a noun."""
    is_she, s = noun.gender == "f", "s" if is_many else ""
    if language == "ar":
        is_bent = is_many or bool(_FEMININE_AR.search(noun.one.partition(" ")[0]))
        return {"ة": "ة" if is_bent else "", "ا": "ا" if is_bent else ""}
    return {
        "o": ("a" if is_she else "o") + s,
        "es": "es" if is_many else "",
        "pl": s,
        "e": "e" + s if is_she else "",  # `inclus` is its own plural
        "s": ("e" if is_she else "") + s,
    }


def of(noun: Noun, language: str, *, is_many: bool) -> str:
    """`del mango`, `de la poignée`, `de l'anse`, `الغطاء`: what a measure is of; the noun alone elsewhere."""
    word = noun.form(is_many=is_many)
    match language:
        case "es":
            return f"de {the(noun, language, is_many=is_many)}".replace("de el ", "del ", 1)
        case "fr":
            return _du(word, noun.gender, is_many=is_many)
        case "ar" if " " not in word and not word.startswith("ال"):
            return f"ال{word}"
    return word


def the(noun: Noun, language: str, *, is_many: bool) -> str:
    """`las asas`, `el asa`, `la poignée`, `l'anse`; the noun alone elsewhere."""
    word, is_she = noun.form(is_many=is_many), noun.gender == "f"
    match language:
        case "es" if is_many:
            return f"{'las' if is_she else 'los'} {word}"
        case "es":
            return f"{'la' if is_she and word.partition(' ')[0] not in _STRESSED_A else 'el'} {word}"
        case "fr" if is_many:
            return f"les {word}"
        case "fr":
            return f"l'{word}" if _is_elided(word) else f"{'la' if is_she else 'le'} {word}"
    return word


def to(noun: Noun, language: str, *, is_many: bool) -> str:
    """What something is resistant to: `al polvo`, `aux rayures`; the noun alone elsewhere."""
    if language not in {"es", "fr"}:
        return noun.form(is_many=is_many)
    joint = "a" if language == "es" else "à"
    said = f"{joint} {the(noun, language, is_many=is_many)}"
    for apart, joined in (("a el ", "al "), ("à le ", "au "), ("à les ", "aux ")):
        said = joined + said.removeprefix(apart) if said.startswith(apart) else said
    return said


def measured(name: str, language: str) -> tuple[Noun, bool]:
    """The name of a column as a noun, and whether it is of several: what is said of it agrees with it."""
    head = name.partition(" ")[0].casefold()
    is_many = head.endswith("s") and head not in _ONE
    one = head.removesuffix("s") if language == "es" else head
    shape = _SHE_MEASURES.get(language)
    gender = "" if shape is None else "f" if shape.search(one) or shape.search(head) else "m"
    return Noun(name, name, gender), is_many


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


def behind(word: str) -> str:
    """Behind the first part of a German compound: Ersatz`klinge`, Ersatz`-USB-Kabel`."""
    return f"-{word}" if word[:2].isupper() or " " in word else word[:1].lower() + word[1:]


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
        if word.endswith(his) and not word.endswith(("ior", "color")):  # `exterior` is of both
            return word.removesuffix(his) + hers
    return word if language == "es" or word.endswith("e") else f"{word}e"


def _plural(word: str, language: str) -> str:
    if language == "fr":
        bent = f"{word[:-2]}aux" if word.endswith("al") else word
        return bent if bent[-1] in "sx" else f"{bent}s"
    if word.endswith("s"):  # `cortavientos`
        return word
    if word.endswith("z"):
        return f"{word[:-1]}ces"
    return f"{word}s" if word[-1] in "aeiouáéíóú" else f"{word}es"


def _with_ta(word: str) -> str:
    return word if word.endswith("ة") else f"{word[:-1]}اة" if word.endswith("ى") else f"{word}ة"
