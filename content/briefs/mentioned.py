"""Columns that a question touches by one word of their names: "waterproof without the cover?" is asked of a rucksack
for which the shop has stated "rain cover included". One word asks for no column and is no answer, but whoever answers
needs to know what is stated of the thing.
"""

from collections.abc import Sequence

from content.briefs.grounds import Grounds
from content.plan.concepts import CHOOSE
from content.plan.vocabulary import Meaning
from seo.language import stems

MOST = 2  # columns that one question brings along
MOST_SHARED = (
    2  # columns whose names a telling word may stand in: a hood that comes off and fits over a helmet
)
SHORTEST = {"ja": 2}  # letters of a telling word
LETTERS = 4  # in the other languages, where short words are "own" and "up"
COMPOUNDING = frozenset({"de", "ja"})  # Regenhülle, レインカバー: the thing itself stands last
RELATIONS = frozenset({"features", "size", "certificates", "price", CHOOSE})
"""Aspects whose words say of any thing that it is included, fits, was tested."""


def mentioned(text: str, asked: Sequence[str], handles: Sequence[str], grounds: Grounds) -> tuple[str, ...]:
    """Attributes stated of the products asked about, one word of whose name the text has; those `asked` are named
    outright."""
    names = _names(grounds)
    found = []
    for word in dict.fromkeys(stems(text, grounds.language)):
        columns = [key for key, said in names.items() if any(_is_same(word, each, grounds) for each in said)]
        if len(columns) <= MOST_SHARED and _is_telling(word, columns, grounds):
            found += [key for key in columns if any(grounds.is_known(handle, key) for handle in handles)]
    return tuple(key for key in dict.fromkeys(found) if key not in asked)[:MOST]


def _is_telling(word: str, columns: Sequence[str], grounds: Grounds) -> bool:
    """Whether a word is that of a thing, and means nothing else here."""
    is_long = len(word) >= SHORTEST.get(grounds.language, LETTERS)
    return is_long and all(_is_yes_or_no(k, grounds) for k in columns) and not _means_else(word, grounds)


def _is_yes_or_no(key: str, grounds: Grounds) -> bool:
    """What a thing has or lacks; a word that measures share ("open diameter") says how it is, not what it has."""
    line = (family.handle for family in grounds.ledger.families(grounds.assignment.category))
    return any(isinstance(grounds.value(handle, key), bool) for handle in (*line, *grounds.handles))


def _names(grounds: Grounds) -> dict[str, frozenset[str]]:
    """The columns of the product line, each with the words of its name that tell it from others."""
    lexicon, language = grounds.ledger.lexicon, grounds.language
    lines = {
        w
        for c in grounds.ledger.categories()
        for n in lexicon.synonyms("category", c, language)
        for w in stems(n, language)
    }
    return {
        key: frozenset(stems(lexicon.attribute(key, language) or "", language)) - lines
        for key in _keys(grounds)
    }


def _keys(grounds: Grounds) -> tuple[str, ...]:
    line = grounds.ledger.families(grounds.assignment.category)
    return grounds.ledger.keys([*(family.handle for family in line), *grounds.handles])


def _is_same(word: str, other: str, grounds: Grounds) -> bool:
    """Whether two words are one, or one is the thing that the other is a kind of."""
    if word == other or grounds.language not in COMPOUNDING:
        return word == other
    short, long = sorted((word, other), key=len)
    return len(short) >= SHORTEST.get(grounds.language, LETTERS) and long.endswith(short)


def _means_else(word: str, grounds: Grounds) -> bool:
    """Whether the word means something here already: a product line, another column, what columns say of anything."""
    return any(_is_else(each, grounds) for each in grounds.page.vocabulary.understand(word).meanings)


def _is_else(meaning: Meaning, grounds: Grounds) -> bool:
    if meaning.kind == "attribute":
        return meaning.key in _keys(grounds)
    return meaning.kind != "aspect" or meaning.key in RELATIONS
