"""What the words of a question mean in this shop: categories, attributes, aspects, values, brands, products.

One index per language, made of the lexicon (bundled and the shop's own words.csv) and of the product titles.
Phrases are compared by their stems, so "cutting curtains" meets "curtain" and "cut". Japanese
is compared as text: it has no spaces, and segmenting both sides apart would miss half of the matches.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from content.ledger.ledger import Ledger
from content.ledger.once import once_per_ledger
from content.lexicon.keys import plain
from content.plan.advised import Advised
from content.plan.around import around
from content.plan.columns import Columns
from content.plan.elided import Elided
from content.plan.heads import FEWEST, Heads
from content.plan.joints import is_joined, parts_of
from content.plan.own_names import names_of
from content.plan.own_words import OwnWords, called
from content.plan.particles import Particles
from content.plan.scattered import Scattered
from content.plan.spelling import Spelling
from content.plan.strange import is_asking, is_foreign, told
from content.plan.verbs import Verbs
from content.records import Choice, sides_of
from seo.language import fold as folded
from seo.language import stems

Kind = Literal["category", "attribute", "aspect", "value", "brand", "product"]
UNSPACED = frozenset({"ja"})
EITHER = "|"
"""Between the lines that one word can mean: `folding-umbrellas|stick-umbrellas`."""

SHORTEST_NAME = 3  # letters; "XL" and "II" are nobody's name


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing a phrase can stand for."""

    kind: Kind
    key: str


@dataclass(frozen=True, slots=True)
class Sense:
    """A text, understood: what was recognised, longest phrase first, and the words that were not."""

    meanings: tuple[Meaning, ...]
    unknown: tuple[str, ...]

    def keys(self, kind: Kind) -> tuple[str, ...]:
        """Keys of one kind in order of recognition, no repeats."""
        return tuple(dict.fromkeys(m.key for m in self.meanings if m.kind == kind))


class Vocabulary:
    """The index of one language. Built once, read often; holds no text of a customer."""

    def __init__(self, ledger: Ledger, language: str) -> None:
        self.language = language
        self._index: dict[tuple[str, ...], list[Meaning]] = defaultdict(list)
        self._ours = ours = ledger.categories()
        every = _called_columns(ledger, language)
        columns = {
            key: names for key, names in every.items() if not ledger.lexicon.kind(key)
        }  # bundled ones have one
        called = {line: ledger.lexicon.synonyms("category", line, language) for line in ours}
        self._spelling = Spelling(
            [name for names in called.values() for name in names],
            (name for names in columns.values() for name in names),
            language,
        )
        spelt = self._spelling.told
        words = {line: tuple(map(spelt, names)) for line, names in called.items()}
        titles = (
            (family.category, spelt(ledger.name(family.handle, language))) for family in ledger.families()
        )
        self._line_words = {
            line: frozenset(stem for name in names for stem in stems(name, language))
            for line, names in words.items()
        }
        self._heads = Heads(words, titles, language)
        spoken = {key: tuple(map(spelt, names)) for key, names in every.items()}
        self._columns = Columns({key: spoken[key] for key in columns}, language)
        self._listed = Columns({key: spoken[key] for key in every if key not in columns}, language)
        self._of_line = _columns_and_choices(ledger, every)
        self._own = OwnWords(ledger, language, spelt)
        self._advised = Advised(ledger, language, spelt)
        phrases = list(_phrases(ledger, language))
        self._verbs = Verbs((phrase for phrase, _ in phrases), language)
        self._joined: set[tuple[str, ...]] = set()  # names that are made of two things
        self._typed: dict[tuple[str, ...], set[str]] = defaultdict(
            set
        )  # "how much is": known in these words alone
        for phrase, meaning in phrases:
            key = self._key(spelt(phrase))
            if is_joined(phrase, language):
                self._joined.add(key)
            if all(is_asking(word, language) for word in key):
                self._typed[key].add(folded(phrase))
            if meaning.kind == "product" and self._is_kind(key):
                continue  # the one title with "umbrella" in it is not the shop's only umbrella
            if key and meaning not in self._index[key]:
                self._index[key].append(meaning)
        for key, line in self._heads.kinds(self._is_aspect, self._is_kind):
            self._index.setdefault(key, [Meaning("category", line)])
        self._longest = max((len(key) for key in self._index), default=1)
        self._particles = Particles((token for key in self._index for token in key), language)
        self._elided = Elided(words, language)
        self._scattered = Scattered(words, language)
        for key in self._index:
            self._index[key] = self._settled(key, ours)
        self._asked_for = {  # lines that are called by what people ask: "Pflege"
            meaning.key
            for meanings in self._index.values()
            if any(each.kind == "aspect" for each in meanings)
            for meaning in meanings
            if meaning.kind == "category" and meaning.key in ours
        }
        self._by_length = sorted(self._index, key=lambda k: (-len(k[0]), k)) if language in UNSPACED else []

    def understand(self, text: str) -> Sense:
        """Find every phrase of the index in a text, the longest first, none twice in the same place; and of "thermal or
        blackout curtains" both; the words of one line's name count as that name in any order."""
        text = self._told(text)
        found = self._read(text)
        if any(EITHER in line for line in found.keys("category")):
            found = self._read(self._scattered.gathered(text))
        found = self._with_columns(text, found)
        found = self._with_own_words(self._with_a_column(text, found))
        found = self._with_advice(text, found)
        others = self._elided.lines(text, found.keys("category"))
        if not others:
            return found
        return Sense((*found.meanings, *(Meaning("category", line) for line in others)), found.unknown)

    def strange(self, text: str) -> tuple[str, ...]:
        """The words of a text that mean nothing here, as they were typed; of negations nobody is told."""
        left = self.understand(text).unknown
        unknown = [word for word in left if not self._own.is_trade(word)] or left
        return told(text, unknown, lambda word: stems(self._told(word), self.language), self.language)

    def _told(self, text: str) -> str:
        """The text as the shop's words are written."""
        return self._particles.told(self._verbs.told(self._spelling.told(text)))

    def _read(self, text: str) -> Sense:
        unspaced = self.language in UNSPACED
        return self._with_nouns(self._understand_unspaced(text) if unspaced else self._understand(text))

    def _understand(self, text: str) -> Sense:
        said, parts = folded(text), parts_of(text, self.language)
        tokens = tuple(token for part in parts for token in part)
        of_part = [number for number, part in enumerate(parts) for _ in part]
        taken = [False] * len(tokens)
        found: list[tuple[int, Meaning]] = []
        sure, doubtful = (
            list[Meaning](),
            list[Meaning](),
        )  # doubtful: of a word that names a line and asks: "Pflege"
        for size in range(self._longest, 0, -1):
            for start in range(len(tokens) - size + 1):
                key, end = tokens[start : start + size], start + size
                meanings = self._index.get(key)
                if not meanings or any(taken[start:end]):
                    continue
                if key in self._typed and not any(words in said for words in self._typed[key]):
                    continue
                if of_part[start] == of_part[end - 1] or key in self._joined:
                    taken[start:end] = [True] * size
                    found += [(-size, meaning) for meaning in meanings]
                    (doubtful if any(m.kind == "aspect" for m in meanings) else sure).extend(meanings)
        beside = around(text, self.language)
        unknown = tuple(
            token
            for at, token in enumerate(tokens)
            if not taken[at] and token not in beside and is_foreign(at, tokens, self.language)
        )
        meant = tuple(m for _, m in sorted(found, key=lambda pair: pair[0]))
        return Sense(tuple(_surer(meant, sure, doubtful)), unknown)

    def _understand_unspaced(self, text: str) -> Sense:
        rest = _folded(text)
        found: list[Meaning] = []
        for key in self._by_length:
            if key[0] in rest:
                found += self._index[key]
                rest = rest.replace(key[0], "\n")
        left = [stems(part, self.language) for part in rest.split("\n")]
        beside = around(text, self.language)
        unknown = tuple(
            word
            for part in left
            for at, word in enumerate(part)
            if not _is_hiragana(word) and word not in beside
            if _is_kanji(word) or is_foreign(at, part, self.language)
        )
        return Sense(tuple(found), unknown)

    def _is_kind(self, key: tuple[str, ...]) -> bool:
        """Whether a word is that of a kind of thing, not of one product."""
        return any(m.kind == "category" for m in self._index.get(key, ())) or bool(self._heads.lines(key))

    def _is_aspect(self, word: str) -> bool:
        """Whether a word by itself would be taken for what is asked, and for no thing or feature."""
        meanings = self._index.get((word,), ())
        return bool(meanings) and all(m.kind == "aspect" for m in meanings)

    def _settled(self, key: tuple[str, ...], ours: Sequence[str]) -> list[Meaning]:
        """A word of several lines of ours means any of them; one of a kind that we have under another name, ours."""
        meanings = self._index[key]
        kinds = [m.key for m in meanings if m.kind == "category"]
        lines = [line for line in ours if line in kinds]
        if not lines and kinds and not any(_is_kin(kind, line) for kind in kinds for line in ours):
            lines = list(self._heads.lines(key) or self._heads.of_titles(key))
        if not lines or lines == kinds[:1] == kinds:
            return meanings
        wider = Meaning("category", EITHER.join(lines))
        at = next(place for place, m in enumerate(meanings) if m.kind == "category")
        return [*meanings[:at], wider, *(m for m in meanings[at:] if m.kind != "category")]

    def _with_columns(self, text: str, sense: Sense) -> Sense:
        """The columns of the shop's own that the words left over name."""
        keys, words = self._columns.named(text, sense.unknown) if sense.unknown else ((), frozenset())
        if not keys:
            return sense
        unknown = tuple(word for word in sense.unknown if word not in words)
        return Sense((*(Meaning("attribute", key) for key in keys), *sense.meanings), unknown)

    def _with_a_column(self, text: str, sense: Sense) -> Sense:
        """The one column of the named line that half of its name tells, where nothing else is asked: "pannier laptop".

        A material that no product of the line is made of counts as such a word: of frame bags "carbon" means the frame.
        """
        lines = [line for line in self._lines(sense) if line in self._of_line]
        if not lines:
            return sense
        columns = {key for line in lines for key in self._of_line[line][0]}
        choices = {choice for line in lines for choice in self._of_line[line][1]}
        words = [*sense.unknown, *(w for w in self._materials(text) if not self._choices(w) & choices)]
        asks = bool(sense.keys("attribute") or sense.keys("aspect"))
        found = {
            key: new
            for key, new, rest in self._columns.halves(text, words)
            if key in columns and not (asks and any((word,) not in self._index for word in rest))
        }
        if not found and not asks:
            found = {key: new for key, new, _ in self._listed.halves(text, words) if key in columns}
        if len(found) != 1:
            return sense
        (key, new), *_ = found.items()
        unknown = tuple(word for word in sense.unknown if word not in new)
        return Sense((Meaning("attribute", key), *sense.meanings), unknown)

    def _materials(self, text: str) -> Iterator[str]:
        """The words of a text that mean a choice of the catalogue and nothing else."""
        for word in dict.fromkeys(stems(text, self.language)):
            meanings = self._index.get((word,), ())
            if meanings and all(meaning.kind == "value" for meaning in meanings):
                yield word

    def _choices(self, word: str) -> set[str]:
        return {meaning.key for meaning in self._index[(word,)]}

    def _lines(self, sense: Sense) -> list[str]:
        """The lines of ours that a text names; none where it names a thing of another kind alone."""
        named = [line for key in sense.keys("category") for line in key.split(EITHER)]
        ours = [line for line in named if line in self._ours]
        return ours or [line for key in named for line in narrower(key, self._ours)]

    def _with_own_words(self, sense: Sense) -> Sense:
        """The words left over that the shop itself uses of what the text names are none it does not know."""
        lines, is_other = self._lines(sense), bool(sense.keys("category"))
        products = () if is_other else sense.keys("product")
        if not sense.unknown or not (lines or products or (sense.keys("attribute") and not is_other)):
            return sense
        own = self._own
        is_ours = (
            own.is_trade if not (lines or products) else partial(own.is_said, lines=lines, products=products)
        )
        return Sense(sense.meanings, tuple(word for word in sense.unknown if not is_ours(word)))

    def _with_advice(self, text: str, sense: Sense) -> Sense:
        """What is asked, where no word says it and the shop gives advice under the same words."""
        if sense.keys("aspect") or sense.keys("attribute"):
            return sense
        lines, products = self._lines(sense), sense.keys("product")
        if not (lines or products):
            return sense
        named = {word for line in lines for word in self._line_words[line]} | set(around(text, self.language))
        said = [word for word in stems(text, self.language) if word not in named]
        said = [word for word in said if not any(m.kind == "category" for m in self._index.get((word,), ()))]
        telling = [word for word in said if self._is_telling(word)]
        aspect, words = self._advised.aspect(said, telling, lines, products)
        if not aspect:
            return sense
        unknown = tuple(word for word in sense.unknown if word not in words)
        return Sense((*sense.meanings, Meaning("aspect", aspect)), unknown)

    def _is_telling(self, word: str) -> bool:
        """Whether a word means nothing else here: no thing, no feature, no part of a line's name ("bike bags")."""
        is_named = any(word in words for words in self._line_words.values())
        return (word,) not in self._index and not is_named

    def _with_nouns(self, sense: Sense) -> Sense:
        """The words not known yet by the lines they can stand for; where a line is named outright they add none."""
        lines = {
            word: found
            for word in sense.unknown
            if (found := self._heads.lines((word,)) or self._heads.of_titles((word,), FEWEST))
        }
        if not lines:
            return sense
        unknown = tuple(word for word in sense.unknown if word not in lines)
        if any(line not in self._asked_for for line in sense.keys("category")):
            return Sense(sense.meanings, unknown)
        rest = (m for m in sense.meanings if m.kind != "category")
        return Sense((*rest, Meaning("category", EITHER.join(next(iter(lines.values()))))), unknown)

    def _key(self, phrase: str) -> tuple[str, ...]:
        if self.language in UNSPACED:
            folded = _folded(phrase)
            return (folded,) if len(folded) > 1 or _is_kanji(folded) else ()
        return stems(phrase, self.language)


def _surer(
    meant: Sequence[Meaning], sure: Sequence[Meaning], doubtful: Sequence[Meaning]
) -> Iterator[Meaning]:
    """All that is meant, without a line that is called by what people ask where another thing is named: "slippers
    care" in a shop with a line "Care"."""
    is_named = any(m.kind in ("category", "product") for m in sure)
    for each in meant:
        if each.kind != "category" or each in sure or each not in doubtful or not is_named:
            yield each


def _phrases(ledger: Ledger, language: str) -> Iterator[tuple[str, Meaning]]:
    lexicon = ledger.lexicon
    for kind in ("category", "attribute", "aspect", "value"):
        # A line that words.csv names is not declared a second time by the catalogue: its words count all the same.
        mine = ledger.categories() if kind == "category" else ()
        for key in dict.fromkeys((*lexicon.keys(kind), *mine)):
            for phrase in lexicon.synonyms(kind, key, language):
                yield phrase, Meaning(kind, key)
    for family in ledger.families():
        if family.brand:
            yield family.brand, Meaning("brand", family.brand)
    for word, brand in names_of(ledger):
        yield word, Meaning("brand", brand)
    yield from _product_words(ledger, language)


def _called_columns(ledger: Ledger, language: str) -> dict[str, tuple[str, ...]]:
    """The columns the shop has, with what it calls them."""
    keys = ledger.keys(family.handle for family in ledger.families())
    return {key: names for key in keys if (names := called(key, ledger, language))}


def _columns_and_choices(
    ledger: Ledger, columns: Iterable[str]
) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Of each line the columns of the shop's own that are stated for it, and the choices its products come in."""
    found = {}
    for line in ledger.categories():
        handles = [family.handle for family in ledger.families(line)]
        facts = [fact.value for handle in handles for fact in ledger.facts(handle)]
        values = [one for value in facts for one in sides_of(value)]
        texts = {value.text for value in values if isinstance(value, Choice)}
        choices = {ledger.lexicon.find("value", text) or plain(text) for text in texts}
        found[line] = (frozenset(columns) & frozenset(ledger.keys(handles)), frozenset(choices))
    return found


def _product_words(ledger: Ledger, language: str) -> Iterator[tuple[str, Meaning]]:
    """Words of a name that only one family carries: "Norden", "HD7546/20"."""
    values = _common_words(ledger, "value", ledger.lexicon.keys("value"), language)
    owners: dict[str, set[str]] = defaultdict(set)
    for family in ledger.families():
        known = values | _common_words(ledger, "category", (family.category,), language)
        known |= set(_folded(family.brand).split())
        for word in _folded(f"{ledger.name(family.handle, language)} {family.sku}").split():
            plain = word.strip(",.")
            if word not in known and not word.isdigit():
                owners[plain].add(family.handle)
    for word, handles in sorted(owners.items()):
        if len(handles) == 1 and len(word) >= SHORTEST_NAME:
            yield word, Meaning("product", min(handles))


def _common_words(
    ledger: Ledger, kind: Literal["category", "value"], keys: Iterable[str], language: str
) -> set[str]:
    return {
        word
        for key in keys
        for phrase in ledger.lexicon.synonyms(kind, key, language)
        for word in _folded(phrase).split()
    }


@once_per_ledger
def vocabulary_of(ledger: Ledger, language: str) -> Vocabulary:
    """The index of a ledger in a language."""
    return Vocabulary(ledger, language)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


def narrower(key: str, ours: Sequence[str]) -> list[str]:
    """The lines that a wider word holds ("umbrellas", "curtains"), in the order of the catalogue."""
    if EITHER in key:
        return key.split(EITHER)
    return [line for line in ours if line.endswith(f"-{key}")]


def _is_kin(kind: str, line: str) -> bool:
    """Whether a bundled kind and a line of ours are one by their keys: `curtains` and `blackout-curtains`."""
    return line.endswith(f"-{kind}") or kind.rsplit("-", 1)[-1] == line


def _is_hiragana(text: str) -> bool:
    """True for endings and particles that a phrase of the index left behind."""
    return all("\u3041" <= letter <= "\u309f" for letter in text)


def _is_kanji(text: str) -> bool:
    return "\u4e00" <= text <= "\u9fff"
