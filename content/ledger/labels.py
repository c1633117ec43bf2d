"""Words the catalogue itself brings: its headers and choices, in its own language, beside the lexicon's."""

from collections.abc import Iterator

from content.ledger.catalogue import Catalogue
from content.ledger.columns import Column
from content.lexicon.lexicon import Entry, Lexicon, plain
from content.records import Choice, Fact, Many


def with_labels(catalogue: Catalogue, lexicon: Lexicon) -> Lexicon:
    """The lexicon with every attribute and choice of the catalogue; the bundled words stay in front."""
    attributes = [_attribute(column, lexicon) for column in catalogue.columns.attributes]
    lexicon = lexicon.declaring("attribute", attributes)
    values: dict[str, Entry] = {}
    for item in catalogue.items:
        for text in _choices(item.facts):
            key = lexicon.find("value", text) or plain(text)
            if key and key not in values:
                words = () if lexicon.synonyms("value", key, lexicon.language) else (text,)
                values[key] = Entry(key, {lexicon.language: words} if words else {})
    return lexicon.declaring("value", values.values())


def _attribute(column: Column, lexicon: Lexicon) -> Entry:
    label = column.header.label.replace("_", " ")
    known = lexicon.synonyms("attribute", column.key, lexicon.language)
    words = () if known else (label[:1].lower() + label[1:] if not label[:2].isupper() else label,)
    return Entry(column.key, {lexicon.language: words} if words else {})


def _choices(facts: tuple[Fact, ...]) -> Iterator[str]:
    for fact in facts:
        sides = fact.value.values if isinstance(fact.value, Many) else (fact.value,)
        for side in sides:
            if isinstance(side, Choice):
                yield side.text
