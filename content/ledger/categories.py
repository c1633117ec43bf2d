"""What a product is, told from its title when no column says: by the lexicon, else by recurring nouns."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from content.ledger.item import Item
from content.ledger.naming import model
from content.ledger.values import words_of
from content.lexicon.keys import key_of, plain
from content.lexicon.lexicon import Entry, Lexicon

LONGEST_PHRASE = 5
LONGEST_NOUN = 3
FEWEST = 2  # titles that must share a noun before it is a category
FEWEST_FOR_KIND = 3  # ... and before a longer noun (`drip coffee maker`) is one of its own
MOST_HEADS = 2  # a word before more nouns than these is a series (`Viva Collection`), not a kind
SHORTEST_TAIL = 5  # letters of a compound's last part: `bettwäsche` in `Baumwollbettwäsche`
HEAD_FIRST = ("es", "fr", "ar")
NO_SPACES = ("ja",)
AFTERTHOUGHT = words_of("with|for|including|incl|mit|für|inkl|avec|pour|con|para|مع|ل")


@dataclass(frozen=True, slots=True)
class Told:
    """The category key of each title (empty when none could be told), and words for new keys."""

    keys: tuple[str, ...]
    new: tuple[Entry, ...]


def tell(titles: Sequence[tuple[str, str]], lexicon: Lexicon) -> Told:
    """Categories of titles, each given with its brand."""
    parts = [_segments(title, brand) for title, brand in titles]
    known = [
        _of_lexicon(title, segments, lexicon) for (title, _), segments in zip(titles, parts, strict=True)
    ]
    nouns = iter(_recurring([part for part, key in zip(parts, known, strict=True) if not key], lexicon))
    labels = ["" if key else next(nouns) for key in known]
    new = {category_key(label, lexicon): label for label in labels if label}
    entries = [
        Entry(key, {lexicon.language: (_plural(label, lexicon.language), label)})
        for key, label in new.items()
    ]
    keys = [
        key or (category_key(label, lexicon) if label else "")
        for key, label in zip(known, labels, strict=True)
    ]
    return Told(tuple(keys), tuple(entries))


def categorise(items: Sequence[Item], lexicon: Lexicon) -> tuple[list[str], Lexicon]:
    """A category key for each item, as its column says or its title tells, and the lexicon with new ones."""
    told = tell([(item.title, item.brand) for item in items if not item.category], lexicon)
    lexicon = lexicon.declaring("category", told.new)
    guesses = iter(told.keys)
    keys: list[str] = []
    labels: dict[str, str] = {}
    for item in items:
        key = category_key(item.category, lexicon) if item.category else next(guesses)
        if item.category:
            labels.setdefault(key, item.category)
        keys.append(key)
    return keys, lexicon.calling(labels)


def category_key(label: str, lexicon: Lexicon) -> str:
    """The key for a category as the shop writes it: the lexicon's when a word matches, else its own slug."""
    found = lexicon.find("category", label)
    if found:
        return found
    return key_of("category", _plural(label, lexicon.language)) or "category"


# --- words of the lexicon ---------------------------------------------------------------------------------


def _of_lexicon(title: str, segments: list[list[str]], lexicon: Lexicon) -> str:
    """The longest phrase that names a category; of equals the one where the language puts the head."""
    if lexicon.language in NO_SPACES:
        return _inside(title, lexicon)
    found = [
        (end - start, end == len(words), place if lexicon.language not in HEAD_FIRST else -place, key)
        for place, words in enumerate(segments)
        for start, end in _spans(len(words), LONGEST_PHRASE)
        if (key := lexicon.find("category", " ".join(words[start:end])))
    ]
    found += [
        (0, True, place, key)
        for place, words in enumerate(segments)
        for word in words
        if lexicon.language == "de" and (key := _tail(word, lexicon))
    ]
    return max(found)[-1] if found else ""


def _inside(title: str, lexicon: Lexicon) -> str:
    """Without spaces: the longest word of the lexicon that stands in the title, the last of equals."""
    text = unicodedata.normalize("NFKC", title).casefold()
    found = [
        (len(word), text.rfind(word), key)
        for key in lexicon.keys("category")
        for word in map(str.casefold, lexicon.synonyms("category", key, lexicon.language))
        if word and word in text
    ]
    return max(found)[-1] if found else ""


def _tail(word: str, lexicon: Lexicon) -> str | None:
    """A compound is what its last part is: `Baumwollbettwäsche` is Bettwäsche."""
    places = range(1, max(1, len(word) - SHORTEST_TAIL + 1))
    return next((key for start in places if (key := lexicon.find("category", word[start:]))), None)


# --- recurring nouns --------------------------------------------------------------------------------------


def _recurring(parts: Sequence[list[list[str]]], lexicon: Lexicon) -> list[str]:
    """For each title the noun it shares with others, as long as it is still one kind of thing."""
    first = lexicon.language in HEAD_FIRST
    df: Counter[tuple[str, ...]] = Counter()
    heads: dict[str, set[str]] = defaultdict(set)
    for segments in parts:
        nouns = {noun for words in segments for noun in _nouns(words, lexicon, first=first)}
        df.update(nouns)
        for noun in nouns:
            if len(noun) > 1:
                modifier, head = (noun[-1], noun[0]) if first else (noun[0], noun[-1])
                heads[modifier].add(head)
    return [_best(segments, df, heads, lexicon, first=first) for segments in parts]


def _best(
    segments: list[list[str]],
    df: Counter[tuple[str, ...]],
    heads: dict[str, set[str]],
    lexicon: Lexicon,
    *,
    first: bool,
) -> str:
    bases = [
        (df[noun], place, noun)
        for place, words in enumerate(segments)
        for noun in _nouns(words, lexicon, first=first)
        if len(noun) == 1 and df[noun] >= FEWEST
    ]
    if not bases:
        return ""
    _, place, base = max(bases)
    chosen: tuple[str, ...] = base
    for noun in sorted(_nouns(segments[place], lexicon, first=first), key=len):
        modifier = noun[-1] if first else noun[0]
        grows = len(noun) == len(chosen) + 1
        always = df[noun] > df[chosen] * 0.6
        kind = df[noun] >= FEWEST_FOR_KIND and len(heads[modifier]) <= MOST_HEADS
        if grows and (always or kind):
            chosen = noun
    return " ".join(chosen)


def _nouns(words: list[str], lexicon: Lexicon, *, first: bool) -> Iterator[tuple[str, ...]]:
    """Candidates of a segment: its end, or its beginning where nouns come first; colours are left out."""
    folded = [word.casefold() for word in words]
    while folded and (tail := _choice_at_the_end(folded, lexicon)):
        del folded[-tail:]
    for size in range(1, min(LONGEST_NOUN, len(folded)) + 1):
        noun = tuple(folded[:size] if first else folded[-size:])
        if all(len(word) > 1 for word in noun):
            yield noun


def _choice_at_the_end(words: list[str], lexicon: Lexicon) -> int:
    """How many of the last words are a choice such as `black` or `stainless steel`."""
    sizes = range(min(LONGEST_NOUN, len(words)), 0, -1)
    return next((size for size in sizes if lexicon.find("value", " ".join(words[-size:]))), 0)


def _segments(title: str, brand: str) -> list[list[str]]:
    """A title cut at models, numbers, signs and new phrases (`coffee maker|Pod coffee machine`)."""
    text = unicodedata.normalize("NFKC", title)
    if brand and text.casefold().startswith(brand.casefold()):
        text = text[len(brand) :]
    found = model(text)
    text = text.replace(found, "|") if found else text
    segments: list[list[str]] = [[]]
    for token in re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\S", text):
        if token.casefold() in AFTERTHOUGHT and any(segments):
            break
        if len(token) == 1 or not token[0].isalpha():
            segments.append([])
            continue
        if segments[-1] and segments[-1][-1].islower() and token[0].isupper() and token[1:].islower():
            segments.append([])
        segments[-1].append(token)
    return [words for words in segments if words]


@cache
def _spans(length: int, longest: int) -> list[tuple[int, int]]:
    return [(a, b) for a in range(length) for b in range(a + 1, min(a + longest, length) + 1)]


def _plural(label: str, language: str) -> str:
    """The plural where a rule is safe (English); elsewhere the word as it is found."""
    text = plain(label)
    if (
        language != "en"
        or not text
        or text.endswith(("s", "ware", "furniture", "bedding", "linen", "equipment"))
    ):
        return text
    if re.search(r"[^aeiou]y$", text):
        return f"{text[:-1]}ies"
    return f"{text}es" if text.endswith(("x", "z", "ch", "sh")) else f"{text}s"
