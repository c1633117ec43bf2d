"""Whose number it is if not the product's: another thing's, anybody's, the weather's, the reader's."""

import re
from typing import Final

from content.checks.general import is_about_it, is_of_any, is_order
from content.checks.naming import Naming
from content.checks.places import Place
from content.checks.readers import is_the_readers
from content.checks.stated import Numbers
from content.checks.view import fold, low
from content.checks.whose import cue, is_apart, is_example, is_likened, is_spacing

_COMMA: Final = 2  # letters: a comma and a blank
_STEM: Final = 4  # letters by which a word of a title is known in a text
_RATIO: Final = 12  # letters between the two measures of a recipe
_OF_THINGS: Final = {"length", "mass", "volume", "area"}  # what any thing has
_OF_RECIPES: Final = {*_OF_THINGS, "pressure", "temperature", "time"}  # "1 psi for every 10 degrees"
_ADVISED: Final = {"length", "time", "mass", "area"}  # "stand seven metres away", "wait twenty minutes"
_PROMISED: Final = {"money", "day", "month", ""}  # what a shop promises whoever is spoken of
_EVERY: Final = re.compile(r"(?:^|_)(?:every|alle|cada|tous|toutes|interval\w*)(?:_|$)|ごと|間隔|كل_")


def is_theirs(place: Place, numbers: Numbers, naming: Naming) -> bool:
    """Whether a length is of a thing that is not sold: "70 × 140 cm", "on a desk 100 cm wide"."""
    return (
        place.amount.chain >= 0
        or is_the_readers(place, None, naming.language)
        or is_of_another_thing(place, numbers, naming)
    )


def is_of_another_thing(place: Place, numbers: Numbers, naming: Naming) -> bool:
    """Whether the number is of something that is not sold here: an example, a spacing, an old bulb, a night."""
    amount, text, language = place.amount, place.text, naming.language
    if is_likened(amount, text, language) or is_apart(amount, text, language):
        return True
    if amount.dimension == "length" and is_spacing(amount, text, language) and not _is_set(place, numbers):
        return True
    return amount.dimension in _OF_THINGS and is_example(
        amount, text, language, lambda words: _is_own(words, place, numbers, naming)
    )


def _is_set(place: Place, numbers: Numbers) -> bool:
    """Whether the product itself states how far apart something is."""
    return any(_EVERY.search(s.key) for handle in place.subject.handles for s in numbers.of(handle))


def is_anybodys(place: Place, numbers: Numbers, naming: Naming, *, is_named: bool, is_met: bool) -> bool:
    """Whether the clause speaks of any such thing ("a hub dynamo …"), gives an example or a recipe, or tells the
    reader what to do with a number of which the product has no kind (`is_met`)."""
    if place.is_in_row or place.has_name:
        return False
    if _is_advice(place, naming.language, is_named=is_named, is_met=is_met):
        return True
    if _is_instance(place, naming.language):
        return True
    if not is_named and _is_usual(place, naming.language):
        return True
    start, _ = place.clause
    return place.amount.dimension not in _PROMISED and is_of_any(
        place.text,
        start,
        place.amount.start,
        naming.language,
        lambda words: _is_own(words, place, numbers, naming),
    )


def _is_advice(place: Place, language: str, *, is_named: bool, is_met: bool) -> bool:
    """Whether the clause tells the reader to do something with a number that no attribute of the product claims."""
    text, (start, end) = place.text, place.clause
    is_advised = not is_named and place.amount.dimension in _ADVISED
    is_free = not is_met or (is_advised and not is_about_it(text, start, end, language))
    return is_free and is_order(text, start, end, language)


def _is_instance(place: Place, language: str) -> bool:
    """Whether an example is given."""
    amount, text, (start, _) = place.amount, place.text, place.clause
    if cue("instance", language).search(text, start, amount.start):
        return True
    behind = cue("instance", language).match(text, amount.end + _COMMA)  # "With 57 cm, for example, …"
    return behind is not None


def _is_usual(place: Place, language: str) -> bool:
    """Whether a number that no attribute's word names is what such things usually have, the weather or a recipe."""
    text, (start, end) = place.text, place.clause
    if cue("usual", language).search(text, start, end):
        return True  # "usually measures 220 × 240 cm"
    is_outside = place.amount.dimension in {"temperature", "percent"}
    if is_outside and cue("weather", language).search(text, start, end):
        return True  # "25 degrees outside"
    return _is_ratio(place, language) or _is_nature(text, start, language)


def _is_nature(text: str, start: int, language: str) -> bool:
    """`When small bubbles rise, the water is at about 75 degrees`: nature, behind a condition."""
    begin = start + len(text[start:]) - len(text[start:].lstrip())
    is_nature = cue("nature", language).match(text, begin) is not None
    return is_nature and cue("condition", language).search(text, 0, start) is not None


def _is_ratio(place: Place, language: str) -> bool:
    """`12 g to a litre`: so much of one thing to so much of another is a recipe."""
    for other in place.beside:
        first, second = sorted((place.amount, other), key=lambda each: each.start)
        is_other = other is not place.amount and first.dimension != second.dimension
        if is_other and {first.dimension, second.dimension} <= _OF_RECIPES:
            gap = place.text[first.end : second.start]
            if len(gap) <= _RATIO and cue("ratio", language).fullmatch(gap.strip()):
                return True
    return False


def _is_own(words: str, place: Place, numbers: Numbers, naming: Naming) -> bool:
    """Whether words name an attribute, or the kind of a product spoken of: "une serviette pèse 490 g"."""
    if naming.words.find(words):
        return True
    ledger, language = numbers.ledger, naming.language
    for handle in place.subject.handles:
        product = ledger.products.get(handle)
        if product is None:
            continue
        kinds = ledger.lexicon.synonyms("category", product.category, language)
        called = low(fold(" ".join((ledger.name(handle, language), *kinds))))
        if any(word[:_STEM] in words for word in called.split() if len(word) >= _STEM):
            return True
    return False
