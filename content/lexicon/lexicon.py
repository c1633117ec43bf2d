"""What things are called: the bundled words beside this file with the shop's own `words.csv` laid over them.

A word that nobody wrote for a language is missing in that language: None, never a foreign word in its place.
"""

import csv
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from content.csv_lines import csv_lines
from content.lexicon.keys import Kind, key_of, plain
from content.lexicon.sizings import sized
from content.marks import mark
from seo.language import stems
from seo.records import LANGUAGES

KINDS: tuple[Kind, ...] = ("attribute", "value", "category", "aspect")
UNKNOWN_ASPECT = "features"

_FILES: Mapping[Kind, str] = {
    "attribute": "attributes.csv",
    "value": "values.csv",
    "category": "categories.csv",
    "aspect": "aspects.csv",
}
_EXACT, _DISPLAY, _SYNONYM, _FORM = range(4)  # how well a word names a key
ENDINGS: Mapping[str, re.Pattern[str]] = {
    "es": re.compile(r"(?<=\w\w)[oa]s?$|(?<=\we)s$"),
    "fr": re.compile(r"(?<=\w\w)e(?=s?$)"),
    "ar": re.compile(r"(?<=\w\w)[ةه]$"),
}
"""Languages whose headers agree with what is sold: "Apta para secadora" of slippers, "Apto" of socks."""
MANY_WORDS = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing with its words by language, the one we write first."""

    key: str
    words: Mapping[str, tuple[str, ...]]
    aspect: str = ""
    kind: str = ""  # attributes only: boolean, quantity, choice, text, money


Entries = Mapping[str, Entry]


class Lexicon:
    """Words by kind, key and language. Never changes; `declaring` gives a larger one."""

    def __init__(
        self,
        entries: Mapping[Kind, Entries],
        own: Mapping[Kind, Entries],
        language: str,
        said: Mapping[str, Mapping[str, str]] | None = None,
        spelled: Mapping[str, str] | None = None,
        preferred: frozenset[str] = frozenset(),
    ) -> None:
        self.language = language  # of the catalogue: what its keys and choices are written in
        self._entries = entries
        self._own = own
        self._said = said or {}  # the shop's word for just what it wrote: `Nylon` and `Polyamid` are one key
        self._spelled = spelled or {}  # what only a key is left of -> as it was written
        self._preferred = preferred  # words of the catalogue's own language that the shop would rather use
        self._index = {kind: _index(entries[kind].values(), language) for kind in KINDS}
        self._forms = _forms(entries["attribute"].values(), language)

    def attribute(self, key: str, language: str) -> str | None:
        """The word for an attribute (`width` -> `Breite`); None when there is none in this language."""
        return next(iter(self.synonyms("attribute", key, language)), None)

    def category(self, key: str, language: str) -> str | None:
        """The plural as in mid-sentence (`blackout curtains`); None when there is none in this language."""
        return next(iter(self.synonyms("category", key, language)), None)

    def value(self, text: str, language: str) -> str | None:
        """The word for a choice as the catalogue writes it; None when there is none in this language."""
        written = self.written(text)
        return self._word_for(written, language) or (
            self._word_for(text, language) if written != text else None
        )

    def written(self, text: str) -> str:
        """As it was written (`demasiado pequeña`), where a text is what its key has left of it."""
        return self._spelled.get(text, text)

    def _word_for(self, text: str, language: str) -> str | None:
        words = self.synonyms("value", self.find("value", text) or plain(text), language)
        if said := self._said.get(plain(text), {}).get(language):
            return said
        if language == self.language:  # the shop's own word stands, though ours be another
            return (
                next((w for w in words if plain(w) == plain(text)), "")
                or next(iter(words), "")
                or _mid_sentence(text)
            )
        return next(iter(words), None) or self._in_parts(text, language)

    def _in_parts(self, text: str, language: str) -> str | None:
        """A choice said closer (`polyamide, recycled`) by the words of its parts; None when one has none."""
        parts = [part.strip() for part in re.split(r"[,،、]", text)]
        words = [self.value(part, language) for part in parts] if len(parts) > 1 else [None]
        return mark("comma", language).join(filter(None, words)) if all(words) else None

    def aspect(self, key: str) -> str:
        """What a shopper wants to know when they ask for this attribute; `features` when nobody said."""
        entry = self._entries["attribute"].get(key)
        return entry.aspect if entry and entry.aspect else UNKNOWN_ASPECT

    def kind(self, key: str) -> str:
        """`boolean`, `quantity`, `choice`, `text` or `money`; empty when the lexicon does not say."""
        entry = self._entries["attribute"].get(key)
        return entry.kind if entry else ""

    def synonyms(self, kind: Kind, key: str, language: str) -> tuple[str, ...]:
        """What people type for it, the word we write first; the shop's own words before ours.

        In the catalogue's own language a product line has its name: other words for it only say what people type."""
        entries = (self._own[kind].get(key), self._entries[kind].get(key))
        own, ours = (entry.words.get(language, ()) if entry else () for entry in entries)
        if kind == "category" and language == self.language:
            first = [word for word in own if word in self._preferred]
            return tuple(dict.fromkeys((*first, *ours, *own)))
        return tuple(dict.fromkeys((*own, *ours)))

    def is_listed(self, kind: Kind, key: str, language: str) -> bool:
        """Whether the shop itself has said what people type for it."""
        return bool(self.listed(kind, key, language))

    def listed(self, kind: Kind, key: str, language: str) -> tuple[str, ...]:
        """What the shop itself has said that people type for it."""
        own = self._own[kind].get(key)
        return own.words.get(language, ()) if own else ()

    def keys(self, kind: Kind) -> tuple[str, ...]:
        """Every key of a kind: the bundled ones, then those the catalogue brought."""
        return tuple(self._entries[kind])

    def find(self, kind: Kind, text: str) -> str | None:
        """The key a text of the catalogue names (`Breite`, `width` -> `width`); None when it names none."""
        found = self._found(kind, text)
        return found[1] if found else None

    def rank(self, kind: Kind, text: str) -> int:
        """How well the text names its key: 0 the key itself, 1 the word we write, 2 a synonym, 3 another form of one,
        4 none."""
        found = self._found(kind, text)
        return found[0] if found else _FORM + 1

    def _found(self, kind: Kind, text: str) -> tuple[int, str] | None:
        label = plain(text)
        if (found := self._index[kind].get(label)) or kind != "attribute":
            return found
        key = sized(label) or self._forms.get(_form(label, self.language), "")
        return (_FORM, key) if key else None

    def spelling(self, spelled: Mapping[str, str]) -> "Lexicon":
        """A lexicon that writes what is found under such a key as it was written."""
        known = {**self._spelled, **spelled}
        return Lexicon(self._entries, self._own, self.language, self._said, known, self._preferred)

    def declaring(self, kind: Kind, entries: Iterable[Entry]) -> "Lexicon":
        """A lexicon that also knows what the catalogue itself holds; words already there stay first."""
        merged = dict(self._entries[kind])
        for entry in entries:
            merged[entry.key] = _merged(merged[entry.key], entry) if entry.key in merged else entry
        return self._with({**self._entries, kind: merged})

    def calling(self, labels: Mapping[str, str]) -> "Lexicon":
        """A lexicon that calls the product lines as the catalogue does, in its language; our plural of the same noun
        stays in front of a singular (`Coffee maker`)."""
        merged = dict(self._entries["category"])
        for key, label in labels.items():
            entry = merged.get(key, Entry(key, {}))
            words = entry.words.get(self.language, ())
            known = [word for word in words if plain(word) == plain(label)]
            named = known or ([] if words else [mid_sentence(label, self.language)])
            is_same = bool(words) and stems(label, self.language) == stems(words[0], self.language)
            if named and not is_same:
                ordered = tuple(dict.fromkeys((*named, *words)))
                entry = replace(entry, words={**entry.words, self.language: ordered})
            merged[key] = entry
        return self._with({**self._entries, "category": merged})

    def _with(self, entries: Mapping[Kind, Entries]) -> "Lexicon":
        return Lexicon(entries, self._own, self.language, self._said, self._spelled, self._preferred)

    def putting_first(self, said: Mapping[str, str]) -> "Lexicon":
        """A lexicon that writes a yes-or-no attribute, in the catalogue's language, by the word of ours that its header
        has: who sells what is `étanche` has not said `imperméable`. A `Product colour` is a colour all the same, and
        `oeko-tex` what we write as `OEKO-TEX certified`. A form that is not among our words stands as it is."""
        merged = dict(self._entries["attribute"])
        for key, label in said.items():
            entry = merged[key]
            words = entry.words.get(self.language, ())
            if self._found("attribute", label) == (_FORM, key):
                own = (mid_sentence(label, self.language), *words)
                merged[key] = replace(entry, words={**entry.words, self.language: own})
            if entry.kind != "boolean":
                continue
            first = [word for word in words if plain(word) == plain(label)]
            if first and not {*plain(first[0]).split()} & {*plain(words[0]).split()}:
                ordered = tuple(dict.fromkeys((*first, *words)))
                merged[key] = replace(entry, words={**entry.words, self.language: ordered})
        return self._with({**self._entries, "attribute": merged})


def load_lexicon(words: Path | None, catalogue_language: str, label: Callable[[str], str] = str) -> Lexicon:
    """The bundled words, and over them the shop's `words.csv` when there is one; `label` takes the unit off the header
    of a column (`Blade [mm]`)."""
    entries = {kind: _bundled(kind) for kind in KINDS}
    lexicon = Lexicon(entries, {kind: {} for kind in KINDS}, catalogue_language)
    if words is None or not words.is_file():
        return lexicon
    rows = _rows(words)
    by_source = _own_words(rows)
    # Aspects are ours: a column "Width" must not become the name of everything about size.
    own = {kind: _own_of(kind, lexicon, by_source, label) if kind != "aspect" else {} for kind in KINDS}
    said = {
        plain(source): {language: texts[0] for language, texts in spoken.items()}
        for source, spoken in by_source.items()
    }
    wanted = (row for row in rows if _use(row) == "prefer" and _language(row) == catalogue_language)
    preferred = frozenset(_text(row) for row in wanted)
    return Lexicon(entries, own, catalogue_language, said, preferred=preferred)


def sources(words: Path) -> tuple[str, ...]:
    """What the rows of a `words.csv` are about, each once, as it is written there."""
    return tuple(_own_words(_rows(words))) if words.is_file() else ()


def _index(entries: Iterable[Entry], language: str) -> dict[str, tuple[int, str]]:
    """Word -> (how well it names the key, key), for the catalogue's language and English."""
    found: dict[str, tuple[int, str]] = {}

    def note(word: str, rank: int, key: str) -> None:
        form = plain(word)
        if form and (form not in found or rank < found[form][0]):
            found[form] = (rank, key)

    for entry in entries:
        note(entry.key, _EXACT, entry.key)
        for spoken in dict.fromkeys((language, "en")):
            for place, word in enumerate(entry.words.get(spoken, ())):
                note(word, _SYNONYM if place else _DISPLAY, entry.key)
    return found


def _forms(entries: Iterable[Entry], language: str) -> dict[str, str]:
    """Form of an attribute's names of several words -> key."""
    if language not in ENDINGS:
        return {}
    found: dict[str, str] = {}
    for entry in entries:
        for word in entry.words.get(language, ()):
            if form := _form(plain(word), language):
                found.setdefault(form, entry.key)
    return found


@cache
def _form(label: str, language: str) -> str:
    """A label without the endings of gender and number; empty for a single word."""
    words, ending = label.split(), ENDINGS.get(language)
    return " ".join(ending.sub("", word) for word in words) if ending and len(words) >= MANY_WORDS else ""


def _merged(first: Entry, second: Entry) -> Entry:
    words = {
        language: tuple(dict.fromkeys((*first.words.get(language, ()), *second.words.get(language, ()))))
        for language in dict.fromkeys((*first.words, *second.words))
    }
    return replace(first, words=words, aspect=first.aspect or second.aspect, kind=first.kind or second.kind)


def mid_sentence(label: str, language: str) -> str:
    """A header or a category as it stands inside a sentence: `Outer fabric` -> `outer fabric`. German nouns keep their
    capital, adjectives (`Wasserdicht`) have none; abbreviations stay."""
    is_noun = language == "de" and not _ADJECTIVE_DE.search(label)
    return label if is_noun or label[:2].isupper() else label[:1].lower() + label[1:]


_ADJECTIVE_DE = re.compile(
    r"^\S+(?:bar|dicht|fest|los|frei|ig|lich|sam|haft|end|iert|arm|echt|geeignet|tauglich|fähig|weich|sicher)$"
)


def _mid_sentence(text: str) -> str:
    """`Ground coffee` -> `ground coffee`; one word keeps its case, since `Senseo` may be a name."""
    words = text.split()
    is_sentence_case = len(words) >= MANY_WORDS and words[0].istitle() and all(w.islower() for w in words[1:])
    return text[:1].lower() + text[1:] if is_sentence_case else text


@cache
def _bundled(kind: Kind) -> Entries:
    path = Path(__file__).parent / _FILES[kind]
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row.get("key") or row.get("aspect")]
    return {entry.key: entry for entry in (_entry(kind, row) for row in rows)}


def _entry(kind: Kind, row: Mapping[str, str | None]) -> Entry:
    words = {language: _cell(row.get(language)) for language in LANGUAGES}
    key = row["aspect"] if kind == "aspect" else row["key"]
    aspect, said = (row.get("aspect") or "").strip(), (row.get("kind") or "").strip()
    return Entry((key or "").strip(), {k: v for k, v in words.items() if v}, aspect, said)


def _cell(cell: str | None) -> tuple[str, ...]:
    return tuple(word for word in (part.strip() for part in (cell or "").split("|")) if word)


Row = Mapping[str, str | None]


def _rows(path: Path) -> Sequence[Row]:
    lines = (line for line in csv_lines(path) if not line.startswith("# "))
    return [row for row in csv.DictReader(lines) if row.get("source") and row.get("text")]


def _own_words(rows: Sequence[Row]) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The shop's words by source and language. A source may name an attribute, a choice or a category.

    A word to prefer comes first, a word to avoid is none of ours.
    """
    rows = sorted((row for row in rows if _use(row) != "avoid"), key=lambda row: _use(row) != "prefer")
    by_source: dict[str, dict[str, list[str]]] = {}
    for row in rows:
        source = (row["source"] or "").strip()
        by_source.setdefault(source, {}).setdefault(_language(row), []).append(_text(row))
    return by_source


def _language(row: Row) -> str:
    return (row.get("lang") or "").strip().lower()


def _text(row: Row) -> str:
    return (row.get("text") or "").strip()


def _use(row: Row) -> str:
    """`prefer`, `avoid` or nothing: how the shop wants a word used (content/voice/words.py)."""
    return (row.get("use") or "").strip().lower()


def _is_a_column(source: str, words: Mapping[str, Sequence[str]], lexicon: Lexicon) -> bool:
    """Whether the words of a source that both a column and a choice are called by are the column's: with `Iron,ja,
    アイロンがけできる` a shop says how to iron, and names no metal."""
    column, choice = lexicon.find("attribute", source), lexicon.find("value", source)
    if column is None or choice is None:
        return False
    return any(
        text in lexicon.synonyms("attribute", column, language)
        and text not in lexicon.synonyms("value", choice, language)
        for language, texts in words.items()
        for text in texts
    )


def _own_of(
    kind: Kind,
    lexicon: Lexicon,
    by_source: Mapping[str, Mapping[str, Sequence[str]]],
    label: Callable[[str], str],
) -> Entries:
    found: dict[str, Entry] = {}
    for source, words in by_source.items():
        named = label(source) if kind == "attribute" else source
        key = lexicon.find(kind, source) or lexicon.find(kind, named) or key_of(kind, named)
        if kind == "value" and _is_a_column(source, words, lexicon):
            continue
        entry = Entry(key, {language: tuple(texts) for language, texts in words.items()})
        found[key] = _merged(found[key], entry) if key in found else entry
    return found
