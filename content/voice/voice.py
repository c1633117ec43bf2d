"""How a shop speaks in a market: form of address, tone, what to do and to leave, words, sample texts.

The shop writes `voice/<locale>.md` (else `voice/<language>.md`) and marks words in `words.csv`; what it leaves open is
filled by our defaults and by the notes on what readers of the market expect.

    ---
    address: Sie
    register: freundlich und genau, ohne Krawatte
    ---
    What else there is to say, in your own words.

    ## So
    - Erst die Antwort, dann der Grund.
    ## So nicht
    - Ausrufezeichen.
    ## Beispiele
    > Ein Text, wie er klingen soll.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from content.shop import Shop
from content.voice.address import label, names
from content.voice.file import VoiceFile, read_voice
from content.voice.languages import speech
from content.voice.words import Word, read_words
from seo.records import Market

FOLDER, WORDS = "voice", "words.csv"
NOTES: Final = Path(__file__).with_name("notes")
SAMPLE: Final = 700  # letters of a sample text that a prompt is given
_SENTENCE: Final = re.compile(r"(?<=[.!?؟。！？])\s*")


@dataclass(frozen=True, slots=True)
class Voice:
    """How a shop speaks in a market."""

    locale: str
    address: str  # `Sie`; a name of content/policy/<language>.toml [address.names]
    register: str
    is_address_stated: bool = False  # by the shop; else our default, which nobody is held to
    do: tuple[str, ...] = ()
    dont: tuple[str, ...] = ()
    samples: tuple[str, ...] = ()
    guidance: str = ""  # everything else the shop wrote
    notes: str = ""  # ours, on what readers of the market expect
    use: tuple[Word, ...] = ()
    avoid: tuple[Word, ...] = ()
    source: str = ""  # the shop's file, `voice/de.md`; empty: our defaults

    @property
    def language(self) -> str:
        """`de`."""
        return self.locale.split("-")[0]

    def shown(self, *, notes: bool = True, samples: bool = True) -> str:
        """The voice as part of a prompt, in the market's language; long sample texts end early at a sentence."""
        says = speech(self.language).says
        parts = [
            f"{says.address}: {label(self.language, self.address)}",
            f"{says.tone}: {self.register}",
            self.guidance,
            *_listed(says.do, self.do),
            *_listed(says.dont, self.dont),
            *_line(says.use, [word.shown for word in self.use], says.joint),
            *_line(says.avoid, [_avoided(word, says.instead) for word in self.avoid], says.joint),
            *([f"{says.notes}:\n{self.notes}"] if notes and self.notes else []),
            *([f"{says.sample}:\n{_quoted(text)}" for text in self.samples] if samples else []),
        ]
        return "\n".join(part for part in parts if part)


def voice_of(shop: Shop, market: Market) -> Voice:
    """How the shop speaks in a market; ShopError in one line when its file or its words cannot be read.

    Files are read again when they change.
    """
    path = _file_of(shop.folder, market)
    words = shop.folder / WORDS
    return _voice(path, _stamp(path), words, _stamp(words), market.locale)


def voices(shop: Shop) -> dict[str, Voice]:
    """The voice of every market by locale: read before anything is written, so that a slip stops early."""
    return {market.locale: voice_of(shop, market) for market in shop.markets}


def notes_on(locale: str) -> str:
    """What readers of a language expect, and behind it what is different in the country."""
    files = (NOTES / f"{name}.md" for name in dict.fromkeys((locale.split("-", maxsplit=1)[0], locale)))
    return "\n".join(file.read_text(encoding="utf-8").strip() for file in files if file.is_file())


Stamp = tuple[int, int] | None
"""When a file changed and its size; None: there is none."""


@lru_cache(maxsize=256)
def _voice(path: Path | None, _: Stamp, words: Path, words_stamp: Stamp, locale: str) -> Voice:
    language = locale.split("-", maxsplit=1)[0]
    given = read_voice(path, language, names(language)) if path else VoiceFile()
    marked = [word for word in read_words(words) if word.is_for(locale)] if words_stamp else []
    ours = speech(language)
    return Voice(
        locale=locale,
        address=given.address or ours.address,
        register=given.register or ours.tone,
        is_address_stated=bool(given.address),
        do=given.do,
        dont=given.dont,
        samples=given.samples,
        guidance=given.guidance,
        notes=notes_on(locale),
        use=tuple(word for word in marked if not word.is_avoided),
        avoid=tuple(word for word in marked if word.is_avoided),
        source=f"{FOLDER}/{path.name}" if path else "",
    )


def _file_of(folder: Path, market: Market) -> Path | None:
    """`voice/de-AT.md`, else `voice/de.md`, else None."""
    files = (folder / FOLDER / f"{name}.md" for name in (market.locale, market.language))
    return next((file for file in files if file.is_file()), None)


def _stamp(path: Path | None) -> Stamp:
    if path is None or not path.is_file():
        return None
    state = path.stat()
    return state.st_mtime_ns, state.st_size


def _listed(title: str, lines: tuple[str, ...]) -> list[str]:
    return [f"{title}:", *(f"- {line}" for line in lines)] if lines else []


def _line(title: str, words: list[str], joint: str) -> list[str]:
    return [f"{title}: {joint.join(words)}"] if words else []


def _avoided(word: Word, instead: str) -> str:
    return f"{word.shown} ({instead}: {word.instead})" if word.instead else word.shown


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in _cut(text).splitlines())


def _cut(text: str) -> str:
    """The text, or as many of its sentences as fit."""
    if len(text) <= SAMPLE:
        return text
    ends = [place.start() for place in _SENTENCE.finditer(text) if 0 < place.start() <= SAMPLE]
    return text[: ends[-1]] if ends else f"{text[:SAMPLE]}…"
