"""How hard a text is to read, by formulas that need nothing but the text. Each language has its own scale.

Sources of the constants: ARI (Senter and Smith 1967); Fernández-Huerta 1959 and INFLESZ (Szigriszt 1993, Barrio 2008);
Kandel and Moles 1958; first Wiener Sachtextformel (Bamberger and Vanecek 1984); OSMAN (El-Haj and Rayson 2016), here
with syllables estimated from unmarked letters. The Japanese measure (share of kanji, letters to a sentence) is ours
and validated by nobody. Syllables are counted by vowels; none of this needs a dictionary.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

_LONG_DE: Final = 6  # letters; a word with more is long
_MANY: Final = 3  # syllables


@dataclass(frozen=True, slots=True)
class Band:
    """The formula's name and where honest shop texts lie, with room on both sides. Above `hard` only experts read on,
    below `easy` it is baby talk; `is_rising` says which way harder texts go."""

    name: str
    measure: Callable[[Sequence[Sequence[str]]], float]
    easy: float
    hard: float
    is_rising: bool

    def verdict(self, value: float) -> str:
        """`hard`, `easy`, or empty when the text lies in the band."""
        above, below = ("hard", "easy") if self.is_rising else ("easy", "hard")
        highest, lowest = (self.hard, self.easy) if self.is_rising else (self.easy, self.hard)
        return above if value > highest else below if value < lowest else ""


def ari(sentences: Sequence[Sequence[str]]) -> float:
    """Automated Readability Index: a US school grade."""
    words, letters = _count(sentences)
    return 4.71 * letters / words + 0.5 * words / len(sentences) - 21.43


def fernandez_huerta(sentences: Sequence[Sequence[str]]) -> float:
    """0 very hard to 100 very easy."""
    words, _ = _count(sentences)
    return 206.84 - 60 * _syllables(sentences, syllables_es) / words - 1.02 * words / len(sentences)


def inflesz(sentences: Sequence[Sequence[str]]) -> float:
    """Szigriszt's perspicuity, 0 very hard to 100 very easy; 55 and more is normal."""
    words, _ = _count(sentences)
    return 206.835 - 62.3 * _syllables(sentences, syllables_es) / words - words / len(sentences)


def kandel_moles(sentences: Sequence[Sequence[str]]) -> float:
    """0 very hard to 100 very easy."""
    words, _ = _count(sentences)
    return 207 - 1.015 * words / len(sentences) - 73.6 * _syllables(sentences, syllables_fr) / words


def wiener(sentences: Sequence[Sequence[str]]) -> float:
    """First Wiener Sachtextformel: a school grade, 4 to 15."""
    words, _ = _count(sentences)
    counts = [syllables_de(word) for sentence in sentences for word in sentence]
    many = 100 * sum(count >= _MANY for count in counts) / words
    one = 100 * sum(count == 1 for count in counts) / words
    long = 100 * sum(len(word) > _LONG_DE for sentence in sentences for word in sentence) / words
    return 0.1935 * many + 0.1672 * words / len(sentences) + 0.1297 * long - 0.0327 * one - 0.875


def osman(sentences: Sequence[Sequence[str]]) -> float:
    """OSMAN with estimated syllables: 0 very hard to 100 very easy."""
    words, _ = _count(sentences)
    found = [word for sentence in sentences for word in sentence]
    counts = [syllables_ar(word) for word in found]
    hard = sum(len(word) > _HARD_AR for word in found)
    complex_ = sum(count > _COMPLEX_AR for count in counts)
    faseeh = sum(
        count > _COMPLEX_AR and bool(_FASEEH.search(word)) for word, count in zip(found, counts, strict=True)
    )
    load = (hard + sum(counts) + complex_ + faseeh) / words
    return 200.791 - 1.015 * words / len(sentences) - 24.181 * load


def kanji_and_length(sentences: Sequence[Sequence[str]]) -> float:
    """Ours, unvalidated: letters to a sentence, plus one for each percent of kanji over thirty."""
    letters = [letter for sentence in sentences for letter in "".join(sentence)]
    kanji = 100 * sum("\u3400" <= letter <= "\u9fff" for letter in letters) / max(1, len(letters))
    return len(letters) / len(sentences) + max(0.0, kanji - 30)


_HARD_AR: Final = 5  # letters
_COMPLEX_AR: Final = 4  # syllables
_FASEEH: Final = re.compile("[ءئؤذظ]|وا$|ون$")

BANDS: Final[dict[str, Band]] = {
    "en": Band("ARI", ari, -1.0, 15.0, is_rising=True),
    "es": Band("Fernández-Huerta", fernandez_huerta, 125.0, 40.0, is_rising=False),
    "fr": Band("Kandel-Moles", kandel_moles, 125.0, 35.0, is_rising=False),
    "de": Band("Wiener Sachtextformel 1", wiener, 1.0, 14.0, is_rising=True),
    "ar": Band("OSMAN, estimated", osman, 165.0, 70.0, is_rising=False),
    "ja": Band("kanji and length, unvalidated", kanji_and_length, 10.0, 95.0, is_rising=True),
}


def _count(sentences: Sequence[Sequence[str]]) -> tuple[int, int]:
    return sum(map(len, sentences)), sum(len(word) for sentence in sentences for word in sentence)


def _syllables(sentences: Sequence[Sequence[str]], count: Callable[[str], int]) -> int:
    return sum(count(word) for sentence in sentences for word in sentence)


# --- syllables --------------------------------------------------------------------------------------------

_ES: Final = re.compile(
    r"(?:qu|gu)(?=[eiéí])|[íú]|[iuü]?[aeoáéó](?:[iuy](?![aeoáéó]))?|[iuü]+|y(?![aeoiuáéíóú])"
)
_FR: Final = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ]+")
_DE: Final = re.compile(r"äu|au|eu|ei|ai|ie|aa|ee|oo|[aeiouyäöü]")
_SILENT_FR: Final = re.compile(r"(?<=[^aeiouyàâäéèêëîïôöùûü])(?:e|es)$")
_LONG_AR: Final = re.compile("[اويى]")
_ARABIC_LETTER: Final = re.compile("[\u0621-\u064a]")


def syllables_es(word: str) -> int:
    """Strong vowels apart, weak ones with their neighbour, a stressed weak one alone: `pa-ís`, `cue-llo`."""
    found = [match for match in _ES.findall(word) if match not in {"qu", "gu"}]
    return max(1, len(found))


def syllables_fr(word: str) -> int:
    """Groups of vowels, without a silent e at the end: `ri-deaux`, `ta-ble` is one."""
    return max(1, len(_FR.findall(_SILENT_FR.sub("", word))))


def syllables_de(word: str) -> int:
    """Vowels, two that sound as one together: `Fens-ter-lei-bung`."""
    return max(1, len(_DE.findall(word)))


def syllables_ar(word: str) -> int:
    """An estimate: a long vowel closes a syllable, of the other letters two make one."""
    letters = len(_ARABIC_LETTER.findall(word))
    long = len(_LONG_AR.findall(word[1:]))
    return max(1, long + (letters - 2 * long + 1) // 2)
