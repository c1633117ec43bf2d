"""The six languages: which one it is, its words and stems, its sentences, what makes two texts the same, what
is a question.

Heavy parts are loaded by the function that needs them: importing this file costs milliseconds.
Tables are in `language.toml` beside it, each list with its reason.
"""

import re
import tomllib
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import filterfalse
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import Any, Final

from seo.records import LANGUAGES

_TABLES: Final[dict[str, dict[str, str]]] = tomllib.loads(
    Path(__file__).with_name("language.toml").read_text(encoding="utf-8")
)


def fold(text: str) -> str:
    """One spelling per word: NFKC, case-folded, Arabic letters and digits in one form, without marks above
    and below.

    German umlauts stay apart from their vowels' plain form only until the stem, which folds them too.
    """
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", text).casefold().translate(_ARABIC)


def plain(text: str) -> str:
    """Folded and without accents: `rideau lavé` and `RIDEAU LAVE` read the same. Kana keep their marks (が
    is not か).
    """
    text = fold(text)
    if text.isascii() or _JAPANESE.search(text):
        return text
    return "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", text)))


_ARABIC: Final = str.maketrans(
    "أإآٱىةؤئ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹’",
    "اااايهوي01234567890123456789'",
    "".join(map(chr, (*range(0x064B, 0x0653), 0x0670, 0x0640))),  # vowel signs and the stretching line go
)
_JAPANESE: Final = re.compile(r"[\u3040-\u30ff\uff66-\uff9f]")
_SCRIPTS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("ja", _JAPANESE),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ar", re.compile(r"[\u0620-\u064a]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]{2}")),  # one alone is a sign: 100 μm, 8 Ω, α
    ("he", re.compile(r"[\u05d0-\u05ea]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)
_SCRIPTED: Final = re.compile(
    r"[\u3040-\u30ff\uff66-\uff9f\uac00-\ud7af\u0620-\u064a\u0400-\u04ff\u0370-\u03ff\u05d0-\u05ea\u0e00-\u0e7f"
    r"\u0900-\u097f\u3400-\u9fff々]"
)  # any letter of the tables here: most texts have none
_HAN: Final = re.compile(r"[\u3400-\u9fff々]")
_LATIN: Final = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]")
_PERSIAN: Final = re.compile(r"[پچژگکی]")  # letters Arabic does not have


Ranking = tuple[tuple[str, float], ...]  # (language, share), the likeliest first


def _listed(language: str, name: str) -> tuple[str, ...]:
    value = _TABLES[language][name]
    return tuple(
        part.strip() for part in (value.split("|") if "|" in value else value.split()) if part.strip()
    )


STOP: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {language: frozenset(fold(word) for word in _listed(language, "stop")) for language in LANGUAGES}
)
"""Words per language that say nothing about what is wanted, folded. Shopping words and negations are not
among them.
"""

NEGATIONS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {language: frozenset(fold(word) for word in _listed(language, "negation")) for language in LANGUAGES}
)
"""Words that turn a wish round, folded: `not`, `ohne`, `sans`, `بدون`, `ない`."""


# ---- which language
# -------------------------------------------------------------------------------------------------

_LATIN_LANGUAGES: Final = ("en", "es", "fr", "de", "it", "pt", "nl", "pl", "tr", "sv", "da", "cs")
_SURE_LETTERS: Final = 24  # below this a text says less about its language than where it came from


def detect(text: str, prior: str = "", among: Collection[str] = ()) -> tuple[str, float]:
    """Tell the language and how sure that is (0-1). `prior` is what the file, column or market leads one
    to expect, `among` the languages of the markets: a short text is weighed between these first.

    A script of its own decides by itself. A short Latin text keeps the prior unless the words speak clearly
    against it: two words of a query are too few to tell `en` from `de`. Without letters the prior stands,
    with confidence 0.
    """
    script = by_script(text, prior)
    if script:
        return script
    if not _LATIN.search(text):
        return prior, 0.0
    ranked = _rank(text.lower())
    if among and (not _is_long(text) or ranked[0][1] < _SURE):
        ranked = _between(ranked, {*among, prior})
    best, share = ranked[0]
    hits = _stop_hits(text)
    if not prior or prior == best:
        bonus = 0.2 if hits.get(best, 0) else 0.0
        return best, round(min(1.0, max(share + bonus, 0.8 if prior else 0.0)), 3)
    return _against(text, prior, best, dict(ranked), hits)


def _is_long(text: str) -> bool:
    return len(text) >= _SURE_LETTERS and sum(map(str.isalpha, text)) >= _SURE_LETTERS


def _between(ranked: tuple[tuple[str, float], ...], among: set[str]) -> tuple[tuple[str, float], ...]:
    """The ranking shared out among some languages; all of it when none of them is written so."""
    kept = [(name, share) for name, share in ranked if name in among]
    total = sum(share for _, share in kept)
    return tuple((name, share / total) for name, share in kept) if kept and total > 0 else ranked


def _against(
    text: str, prior: str, best: str, shares: dict[str, float], hits: dict[str, int]
) -> tuple[str, float]:
    """The classifier says `best`, the source says `prior`: believe the classifier only on enough text."""
    lead = hits.get(best, 0) - hits.get(prior, 0)
    # Latin letters in an Arabic or Japanese market: brands, mostly, unless words say more
    is_foreign = prior not in shares
    if lead >= 1 and (is_foreign or lead >= _CLEAR_LEAD) and shares[best] >= _LIKELY:
        return best, round(shares[best] * 0.9, 3)
    if _is_long(text) and shares[best] >= _SURE and lead >= 0:
        return best, round(shares[best] * 0.9, 3)
    return prior, round(max(0.5, shares.get(prior, 0.0)), 3)


_SURE: Final = 0.9
_LIKELY: Final = 0.6
_CLEAR_LEAD: Final = 2  # words of one language more than of the other


def by_script(text: str, prior: str = "") -> tuple[str, float] | None:
    """The language of a text whose letters few languages share; None for Latin letters."""
    if text.isascii() or not _SCRIPTED.search(text):
        return None
    for language, pattern in _SCRIPTS:
        if pattern.search(text):
            if language == "ar" and _PERSIAN.search(text):
                return "fa", 0.9
            return language, 1.0
    if _HAN.search(text):
        return (prior, 0.9) if prior in {"ja", "zh"} else ("zh", 0.6)
    return None


def _stop_hits(text: str) -> dict[str, int]:
    hits = dict.fromkeys(("en", "es", "fr", "de"), 0)
    spoken_in = _spoken_in()
    found = _WORD.findall(text.lower()) if text.isascii() else map(fold, _WORD.findall(text))
    for word in found:
        for language in spoken_in.get(word, ()):
            hits[language] += 1
    return hits


@cache
def _spoken_in() -> dict[str, tuple[str, ...]]:
    """Of each stop word and negation the languages it belongs to."""
    found: dict[str, tuple[str, ...]] = {}
    for language in ("en", "es", "fr", "de"):
        for word in STOP[language] | NEGATIONS[language]:
            found[word] = (*found.get(word, ()), language)
    return found


def prepare(texts: Iterable[str]) -> None:
    """Rank many texts at once that `detect` will be asked about next: ten times faster than one by one."""
    wanted = {lowered for text in texts if _LATIN.search(text) and (lowered := text.lower()) not in _PREPARED}
    if len(_PREPARED) + len(wanted) > _MOST_PREPARED:
        _PREPARED.clear()
    _PREPARED.update(_ranker().rank(list(wanted)))


_PREPARED: Final[dict[str, Ranking]] = {}
_MOST_PREPARED: Final = 20_000  # texts; a few megabytes


@cache
def _ranker() -> Any:  # Ranker, whose numpy is loaded only when asked for
    from seo.latin import Ranker  # noqa: PLC0415

    return Ranker(_identifier())


def _rank(text: str) -> Ranking:
    return _PREPARED.get(text) or _rank_one(text)


@lru_cache(maxsize=4096)
def _rank_one(text: str) -> Ranking:
    return tuple((str(language), float(share)) for language, share in _identifier().rank(text))


@cache
def _identifier() -> Any:  # py3langid ships no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - 96 MB, only when asked

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(_LATIN_LANGUAGES))
    return identifier


# ---- words and stems
# ------------------------------------------------------------------------------------------------

_NUMBER: Final = r"\d+(?:[.,]\d+)*"
_WORD: Final = re.compile(rf"{_NUMBER}|(?:[^\W\d_][\u064b-\u0652\u0670]*)+", re.UNICODE)
_CLITIC: Final = re.compile(r"\b(?:l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu)['’](?=\w)", re.IGNORECASE)
_RUN: Final = re.compile(
    rf"{_NUMBER}|[A-Za-zÀ-ÖØ-öø-ɏ]+|[\u3400-\u9fff々〆ヶ]+|[\u30a0-\u30ff]+|[\u3040-\u309f]+|[^\W\d_]+"
)
_HIRAGANA: Final = re.compile(r"[\u3041-\u309f]+\Z")


def words(text: str, language: str) -> list[str]:
    """The words as typed, without punctuation; numbers stay whole (`1,5`). Japanese is cut where the script
    changes,
    inside the phrases that budoux finds (遮光カーテンは|丈を -> 遮光 カーテン は 丈 を)."""
    text = unicodedata.normalize("NFKC", text)
    if language == "ja" or _JAPANESE.search(text):
        return [run for phrase in phrases_ja(text) for run in _RUN.findall(phrase)]
    if language == "fr":
        text = _CLITIC.sub(lambda match: match.group().replace("'", " ").replace("’", " "), text)
    elif language == "en":
        text = text.replace("n't", "nt").replace("n’t", "nt")
    return _WORD.findall(text)


def phrases_ja(text: str) -> list[str]:
    """Japanese text in the phrases a reader sees (budoux), punctuation and blanks cutting as well."""
    parts = re.split(r"[\s、。，．！？!?「」『』（）()・]+", text)
    return [phrase for part in parts if part for phrase in _phrases_of(part)]


@lru_cache(maxsize=20_000)
def _phrases_of(part: str) -> tuple[str, ...]:
    """Queries put the same few words together in ever new ways."""
    return tuple(_budoux().parse(part))


@cache
def _budoux() -> Any:  # budoux ships no types
    import budoux  # noqa: PLC0415 - only for Japanese

    return budoux.load_default_japanese_parser()


_STEMMERS: Final = {"en": "english", "es": "spanish", "fr": "french", "de": "german"}
_AR_PREFIX: Final = re.compile(r"^(?:و?(?:ال|بال|كال|فال|لل)|و(?=\w{4}))(?=\w{2})")
_AR_SUFFIX: Final = re.compile(r"(?<=\w{3})(?:ها|ات|ان|ون|ين|يه|ه|ي)$")


@lru_cache(maxsize=65536)
@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """The part of a word that its forms share: `Vorhänge` and `Vorhang`, `lavable` and `lavables`. Folded,
    no accents.
    """
    word = fold(word)
    if language == "ar":
        return _AR_SUFFIX.sub("", _AR_PREFIX.sub("", word))
    if language not in _STEMMERS or not word.isalpha():
        return plain(word)
    with _TURN:
        return plain(_stemmer(language).stemWord(word))


_TURN = Lock()  # a stemmer keeps the word it works on in itself: two threads at once broke good texts


@cache
def _stemmer(language: str) -> Any:  # snowballstemmer ships no types
    import snowballstemmer  # noqa: PLC0415 - a megabyte of tables, only when stems are asked for

    return snowballstemmer.stemmer(_STEMMERS[language])


def stems(text: str, language: str) -> tuple[str, ...]:
    """Stems of the content words in order of appearance: stop words off, negations kept."""
    if language == "ja":
        return tuple(_stems_ja(text))
    stop, negation = STOP.get(language, frozenset()), NEGATIONS.get(language, frozenset())
    found = []
    for word in words(text, language):
        folded = fold(word)
        if folded in negation:
            found.append(folded)
        elif folded not in stop:
            found.append(stem(word, language))
    return tuple(found)


_ENDING_JA: Final = re.compile(
    r"(?:は|が|を|に|へ|と|で|も|の|や|から|まで|より|か|ですか|です|ますか|ます|な|だ)+$"
)


def _stems_ja(text: str) -> Iterator[str]:
    """Runs of content script; of hiragana only what stands alone and is no particle, and a negation as
    `ない`.
    """
    for phrase in phrases_ja(unicodedata.normalize("NFKC", text)):
        for place, run in enumerate(_RUN.findall(phrase)):
            if not _HIRAGANA.match(run):
                if run not in STOP["ja"]:
                    yield run.casefold()
            elif any(negation in run for negation in ("ない", "ません", "なかった", "なし", "なく")):
                yield "ない"
            elif place == 0:
                rest = _ENDING_JA.sub("", run)
                if len(rest) > 1 and rest not in STOP["ja"]:
                    yield rest


def key(text: str, language: str) -> str:
    """What makes two texts the same: folded, without accents and punctuation, order of words forgotten,
    numbers kept.
    """
    if text.isascii() and "'" not in text and language != "ja":  # folding and cutting change nothing then
        found = _WORD.findall(text.lower())
    else:
        found = [bare for word in words(text, language) if (bare := plain(word))]  # a lone accent is no word
    numbers = [word for word in found if word[0].isdigit()]
    return " ".join(sorted({word for word in found if not word[0].isdigit()}) + sorted(numbers))


# ---- sentences and questions
# ----------------------------------------------------------------------------------------

_END: Final = re.compile(r"(?<=[.!?؟。！？])[\"'»”’)\]]*\s+|(?<=[。！？؟])(?=[^\s。！？؟」』）)])|\n+")


def sentences(text: str, language: str) -> list[str]:
    """Cut a text into sentences, marks kept. An abbreviation (`ca.`, `e.g.`) or a number (`3.`) ends none."""
    parts: list[str] = []
    for part in _END.split(text):
        piece = part.strip()
        if not piece:
            continue
        if parts and _is_open(parts[-1], language):
            parts[-1] = f"{parts[-1]} {piece}"
        else:
            parts.append(piece)
    return parts


def _is_open(part: str, language: str) -> bool:
    if not part.endswith("."):
        return False
    last = part[:-1].split()[-1:] or [""]
    word = fold(last[0]).lstrip("(")
    return word.isdigit() or (language in _TABLES and word in _listed(language, "short"))


_MARK: Final = re.compile(r"[?？؟⁇]")


def is_marked(text: str) -> bool:
    """Whether a text carries a question mark, or ends as only Japanese questions end."""
    return bool(_MARK.search(text)) or text.rstrip(" 。.").endswith(
        ("ですか", "ますか", "ませんか", "でしょうか")
    )


def is_question(text: str, language: str) -> bool:
    """Whether somebody asks something: a mark, a question word in front, an inversion, か at the end."""
    if is_marked(text):
        return any(letter.isalpha() for letter in text)
    if language not in _TABLES:
        return False
    if language == "ja":
        return _asks_ja(text)
    folded = " ".join(fold(text).replace("’", "'").split()).strip("¿¡\"'«» ")
    if folded.startswith(_asks(language)) or folded in _bare(language):
        return True
    for phrase in _inside(language):  # noqa: SIM110 - `any` takes four times as long, and a million are asked
        if phrase in folded:
            return True
    return False


def _asks_ja(text: str) -> bool:
    tidy = unicodedata.normalize("NFKC", text).strip(" 。.!！」』)）")
    return tidy.endswith(tuple(_listed("ja", "ends"))) or any(phrase in tidy for phrase in _inside("ja"))


@cache
def _asks(language: str) -> tuple[str, ...]:
    return tuple(f"{fold(phrase)} " for phrase in _listed(language, "asks"))


@cache
def _bare(language: str) -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in _listed(language, "asks"))


@cache
def _inside(language: str) -> tuple[str, ...]:
    return tuple(fold(phrase) for phrase in _listed(language, "inside"))


@cache
def phrase_breaks(language: str) -> frozenset[str]:
    """Words that stand in no keyphrase, folded: stop words, negations, question words, common verbs and
    adverbs.
    """
    if language not in _TABLES:
        return frozenset()
    asks = {word for word in _bare(language) if " " not in word}
    return STOP[language] | NEGATIONS[language] | asks | {fold(word) for word in _listed(language, "breaks")}
