"""Words the catalogue itself brings: its headers and choices, in its own language, beside the lexicon's."""

from collections.abc import Iterable, Iterator

from content.ledger.catalogue import Catalogue
from content.ledger.columns import Column
from content.ledger.units import dimension
from content.lexicon.component_words import Words
from content.lexicon.composed import composed
from content.lexicon.keys import plain
from content.lexicon.lexicon import UNKNOWN_ASPECT, Entry, Lexicon, mid_sentence
from content.records import Choice, Value, sides_of
from seo.records import LANGUAGES

ASPECT_OF = {
    "length": "size",
    "area": "size",
    "mass": "size",
    "volume": "capacity",
    "power": "power",
    "energy": "power",
    "voltage": "power",
    "sound": "noise",
    "fabric": "material",
    "warmth": "warmth",
    "light-output": "light",
}
"""What a unit is asked for, where the header's words say nothing."""


def with_labels(catalogue: Catalogue, lexicon: Lexicon) -> Lexicon:
    """The lexicon with every attribute and choice of the catalogue; the bundled words stay in front."""
    attributes = [_attribute(column, lexicon) for column in catalogue.columns.attributes]
    lexicon = lexicon.declaring("attribute", attributes)
    headers = {column.key: column.header.label for column in reversed(catalogue.columns.attributes)}
    lexicon = lexicon.putting_first({key: label for key, label in headers.items() if label})
    values: dict[str, Entry] = {}
    seen: set[int] = set()  # a column reads equal cells as one and the same value
    for item in catalogue.items:
        fresh = [fact.value for fact in item.facts if id(fact.value) not in seen]
        seen.update(map(id, fresh))
        for text in _choices(fresh):
            key = lexicon.find("value", text) or plain(text)
            if key and key not in values:
                words = () if lexicon.synonyms("value", key, lexicon.language) else (text,)
                values[key] = Entry(key, {lexicon.language: words} if words else {})
    return lexicon.declaring("value", values.values())


def _attribute(column: Column, lexicon: Lexicon) -> Entry:
    label = column.header.label.replace("_", " ")
    known = lexicon.synonyms("attribute", column.key, lexicon.language)
    own = () if known else (mid_sentence(label, lexicon.language),)
    aspect = (
        "" if lexicon.aspect(column.key) != UNKNOWN_ASPECT else _aspect(label, column.reader.unit, lexicon)
    )
    words = {lexicon.language: own} if own else {}
    return Entry(column.key, {**_in_other_languages(label, column.key, lexicon), **words}, aspect)


def _in_other_languages(label: str, key: str, lexicon: Lexicon) -> Words:
    """The words of a header that is made of known ones (`handle length`), where the lexicon has none for it."""
    missing = [tongue for tongue in LANGUAGES if not lexicon.synonyms("attribute", key, tongue)]
    if not missing:
        return {}
    made = composed(label, lexicon.language, lambda part: _words_of(part, lexicon))
    return {tongue: made[tongue] for tongue in missing if tongue in made}


def _words_of(label: str, lexicon: Lexicon) -> Words:
    key = lexicon.find("attribute", label)
    if key is None:
        return composed(label, lexicon.language, lambda _: {})
    return {tongue: lexicon.synonyms("attribute", key, tongue) for tongue in LANGUAGES}


def _aspect(label: str, unit: str, lexicon: Lexicon) -> str:
    """What a column nobody described is about: as its last words (`milk jug capacity`), else as its unit."""
    words = plain(label).split()
    for start in range(1, len(words)):
        found = lexicon.find("attribute", " ".join(words[start:]))
        if found:
            return lexicon.aspect(found)
    return ASPECT_OF.get(dimension(unit), "")


def _choices(values: Iterable[Value]) -> Iterator[str]:
    for value in values:
        sides = sides_of(value)
        for side in sides:
            if isinstance(side, Choice):
                yield side.text
