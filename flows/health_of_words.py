"""Which words the shop's other languages lack: of attributes, of categories, and of choices such as colours."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from content import locales
from content.ledger.headers import parse_header
from content.ledger.ledger import WORDS, Ledger
from content.ledger.reasons import reason_key
from content.lexicon.keys import plain
from content.lexicon.lexicon import KINDS, load_lexicon, sources
from content.records import Choice, Value, sides_of
from content.shop import Shop
from flows.sign import Sign

SHOWN: Final = 8  # of a list in one line; `--json` has all
CURE: Final = "add rows source,lang,text to words.csv"
LEFT_OUT: Final[Mapping[str, str]] = {
    "attributes": "what has none is not written",
    "categories": "no page of it is planned in that language",
    "choices": "a sentence or cell that needs one is left out",
}
"""What becomes of a thing without a word."""

Used = Mapping[str, Counter[str]]
"""For each kind of thing its keys, and how many products have each."""


def word_signs(shop: Shop, ledger: Ledger) -> Iterator[Sign]:
    """A line for each list of things without a word; languages that lack the same share one."""
    others = sorted({market.language for market in shop.markets} - {shop.language})
    if not others:
        yield Sign(WORDS, True, "not needed: one language")
        return
    if not ledger.families():
        return
    used, is_whole = _used(ledger), True
    for kind, counted in used.items():
        languages: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for language in others:
            lacking = tuple(
                key for key, _ in _ranked(counted) if _word(kind, key, language, shop, ledger) is None
            )
            if lacking:
                languages[lacking].append(language)
        for keys, named in languages.items():
            is_whole = False
            yield _sign(kind, keys, named, counted, ledger)
    if is_whole:
        says = f"every attribute, category and choice has a word in {', '.join(others)}"
        yield Sign(WORDS, True, says)


@dataclass(frozen=True, slots=True)
class Called:
    """What a thing of the shop's lists is called in other languages; None: it has no word there."""

    kind: str
    source: str  # as it stands in the lists, and belongs into the column `source`
    words: Mapping[str, str | None]
    made: tuple[str, ...]  # languages whose word was made of known words


def called(ledger: Ledger, languages: Sequence[str]) -> Iterator[Called]:
    """Every attribute, category and choice of the lists, what most products have first."""
    bundled = load_lexicon(None, ledger.shop.language)
    for kind, counted in _used(ledger).items():
        for key, _ in _ranked(counted):
            words = {each: _word(kind, key, each, ledger.shop, ledger) for each in languages}
            is_ours = {each: bool(bundled.synonyms("attribute", key, each)) for each in languages}
            made = tuple(
                each
                for each in languages
                if kind == "attributes" and words[each] and not is_ours[each]
                and not ledger.lexicon.listed("attribute", key, each)
            )  # fmt: skip
            yield Called(kind, _written(kind, key, ledger), words, made)


def stray_signs(shop: Shop, ledger: Ledger) -> Iterator[Sign]:
    """The rows of `words.csv` that name nothing: a slip of the pen in one, and its word is never written."""
    names = _names(ledger)
    known = {plain(name) for name in names}
    strays = [each for each in sources(shop.folder / WORDS) if not _is_known(each, known, ledger)]
    if strays:
        told = [_with_the_like(each, names) for each in strays]
        says = (
            f"no attribute, category or choice is called {_first(told)}: write into source what stands in your list, "
            "or these words are never used"
        )
        yield Sign(WORDS, False, says, {"sources that name nothing": told})


def _names(ledger: Ledger) -> tuple[str, ...]:
    """What columns, product lines and choices are called in the shop's own lists."""
    _, said = ledger.stated()
    columns = (column for names in ledger.headers.values() for column in names)
    choices = (side.text for _, value in said for side in _choices(value))
    found = (*columns, *ledger.categories(), *choices)
    return tuple(dict.fromkeys(label for name in found for label in (name, parse_header(name).label)))


def _is_known(source: str, known: set[str], ledger: Ledger) -> bool:
    """Whether it is one of them, or a word of ours."""
    named = (source, parse_header(source).label)
    ours = any(ledger.lexicon.find(kind, name) for kind in KINDS for name in named)
    return ours or any(plain(name) in known for name in named) or _is_reason(source, ledger)


def _is_reason(source: str, ledger: Ledger) -> bool:
    """Whether something came back for it."""
    counted = (fact.key for each in ledger.evidence for fact in ledger.facts(f"evidence-{each.id}"))
    return any(key.endswith(f"_{reason_key(source)}") for key in counted)


def _with_the_like(source: str, names: Sequence[str]) -> str:
    """`Frame rate (your list has Frame rate (fps))`: an unknown unit is part of a column's name."""
    close = get_close_matches(source, names, n=1)
    like = next((name for name in names if name.startswith(source)), close[0] if close else "")
    return f"{source} (your list has {like})" if like else source


def _first(listed: Sequence[str]) -> str:
    more = f" and {len(listed) - SHOWN} more (--json names all)" if len(listed) > SHOWN else ""
    return f"{', '.join(listed[:SHOWN])}{more}"


def _choices(value: Value) -> Iterator[Choice]:
    sides = sides_of(value)
    return (side for side in sides if isinstance(side, Choice))


def short_signs(shop: Shop, ledger: Ledger) -> Iterator[Sign]:
    """A line for each language in which some products have a short name and others only a title."""
    for language in dict.fromkeys(market.language for market in shop.markets):
        if lacking := [ledger.products[each].title for each in ledger.without_short(language)]:
            says = (
                f"none in {language} for {_first(lacking)}, and others have one: fill in "
                f"{'short' if language == shop.language else f'short@{language}'}, or each sentence has the whole title"
            )
            yield Sign("short names", False, says, {f"products without a short name in {language}": lacking})


def _used(ledger: Ledger) -> Used:
    families = ledger.families()
    asked = ledger.keys([family.handle for family in families])
    found: Used = {kind: Counter() for kind in LEFT_OUT}
    for family in families:
        found["categories"].update([family.category] if family.category else ())
        facts = ledger.facts(family.handle)
        keys = {fact.key for fact in facts}
        found["attributes"].update(key for key in asked if key in keys)
        values = (fact.value for fact in facts if fact.key in asked)
        sides = (side for value in values for side in sides_of(value))
        found["choices"].update(list(dict.fromkeys(side.text for side in sides if isinstance(side, Choice))))
    return found


def _ranked(counted: Counter[str]) -> Sequence[tuple[str, int]]:
    """What most products have first; the catalogue's order decides between equals."""
    return counted.most_common()


def _word(kind: str, key: str, language: str, shop: Shop, ledger: Ledger) -> str | None:
    if kind == "attributes":
        return ledger.lexicon.attribute(key, language)
    if kind == "categories":
        return ledger.lexicon.category(key, language)
    locale = next(market.locale for market in shop.markets if market.language == language)
    return locales.value(Choice(key), locale, ledger.lexicon)


def _sign(
    kind: str, keys: Sequence[str], languages: Sequence[str], counted: Counter[str], ledger: Ledger
) -> Sign:
    words = [_written(kind, key, ledger) for key in keys]
    counts = [str(counted[key]) for key in keys]
    counts[0] += " products" if counted[keys[0]] > 1 else " product"
    shown = _first([f"{word} ({count})" for word, count in zip(words, counts, strict=True)])
    spoken = ", ".join(languages)
    says = f"no word in {spoken}: {len(keys)} of {len(counted)} {kind}: {shown}; {LEFT_OUT[kind]}: {CURE}"
    return Sign(WORDS, False, says, {f"{kind} without a word in {spoken}": tuple(words)})


def _written(kind: str, key: str, ledger: Ledger) -> str:
    """A thing as the shop writes it: what belongs into the column `source`."""
    lexicon, language = ledger.lexicon, ledger.shop.language
    if kind == "attributes":
        columns = (
            fact.column for each in ledger.families() for fact in ledger.facts(each.handle) if fact.key == key
        )
        return next((parse_header(column).label for column in columns), key)
    return lexicon.category(key, language) or key if kind == "categories" else key
