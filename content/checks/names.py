"""What products are called in one language: their names, their numbers, and the nouns that stand for them."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from content.checks import amounts
from content.checks.japanese_names import is_another, is_named, is_soft, joined_by_no, kind_place
from content.checks.phrases import Phrases
from content.checks.sense import function_words
from content.checks.shared_names import FEW, SharedNames
from content.checks.skeletons import is_written_over
from content.checks.variant_words import variant_words
from content.checks.view import fold, low
from content.ledger.ledger import Ledger
from content.lexicon.keys import Kind

_TOKEN: Final = re.compile(
    r"[A-Za-zÀ-ÖØ-öø-ɏ0-9]+(?:[-/.&'][A-Za-zÀ-ÖØ-öø-ɏ0-9]+)*|[\u0621-\u064a]+|[\u30a0-\u30ff]+|[\u3400-\u9fff々]+"
    r"|(?<![^\s「『(・])[ぁ-ゖー]{2,}(?![^\s」』)・])"  # しずく; no ending
)
_SHORTEST: Final = 3
_SHORTEST_JA: Final = 2
_ACRONYMS: Final = frozenset(
    """
    LED LEDs OLED LCD USB HDMI UV GPS TSA RFID NFC BPA PVC EVA TPU ABS MDF HEPA RGB SPF FSC DIY TV PC
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_BENDS: Final = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+[a-rt-zß-ÿ]")
_DEFINITE: Final = ("ال", "لل", "بال")  # an Arabic word with its article is a noun, no name
_SEVERAL: Final = 2
_LATIN: Final = "\u02ff"  # the last Latin letter
_LINE: Final = 6  # products one name is given to
_HEAD_FIRST: Final = {"es", "fr", "ar"}
_OF: Final = re.compile(
    r"(?: (?:and|y|e|et|und) (?:the |las |los |les |die )?[^\W\d_]+)?"
    r" (?:of|from|de|del|de la|du|des|von|von der|vom|der|من) (?:the |la |l')?"
)
"""`die Teller und Schalen von Marram`: whose they are stands behind them."""
_TOUCH: Final = 4  # letters between a name and the noun beside it: "Emberly frying pan" names once
_INDEFINITE: Final = re.compile(
    r"(?<!\w)(?:an?|any|every|each|another|other|most|many|your|no"
    r"|un[ao]?|cualquier|much[oa]s|cada|otr[oa]s?|tu"
    r"|une?|chaque|toute?|votre|ton|autre|d'autres|la plupart des|n'importe quel(?:le)?"
    r"|ein|eine|einen|einem|einer|jede[rnms]?|kein\w*|ihre?[rnms]?|deine?[rnms]?|viele|andere|die meisten"
    r"|als|statt|comme|como|as)\s+(?:\w+\s+)?$"
)
"""Words in front of a noun that then speaks of any such thing, not of the product at hand."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A product's name in a text."""

    handle: str
    start: int
    end: int


class Names:
    """The names products go by in one language."""

    def __init__(self, ledger: Ledger, language: str) -> None:
        self.ledger = ledger
        self.language = language
        place = kind_place(ledger) if language == "ja" else ""
        self._is_head_first = language in _HEAD_FIRST or place == "first"
        self._is_head_last = place == "last"
        families = [product for product in ledger.products.values() if not product.family]
        self.families = tuple(product.handle for product in families)
        common = _CommonWords(ledger, language)
        self._foreign = frozenset(_foreign(ledger, self.families, language))
        titles = {product.handle: _titles(ledger, product.handle, language) for product in families}
        bearers: dict[str, list[str]] = {}  # of each word of a title the products that have it
        for handle, texts in titles.items():
            for token in {token for text in texts for token in _tokens(text)}:
                bearers.setdefault(token, []).append(handle)
        self._bearers: dict[str, set[str]] = {}  # the same of words that may be names, in small letters
        for token in filter(_is_name, bearers):
            self._bearers.setdefault(low(token), set()).update(bearers[token])
        entries: list[tuple[str, str]] = []
        self._own: dict[str, frozenset[str]] = {}  # the words that are a product's alone
        for product in families:
            own = titles[product.handle]
            short = fold(ledger.short(product.handle, language))
            whole = [text for text in (*own, short) if len(_tokens(text)) > 1]
            entries += [(text, product.handle) for text in whole]
            if language == "ja":
                kinds = ledger.lexicon.synonyms("category", product.category, language)
                entries += [(text, product.handle) for title in own for text in joined_by_no(title, kinds)]
            alone = {
                token for text in own for token in _tokens(text)
                if len(bearers[token]) == 1 and (_is_name(token) or token in self._foreign or _is_letter(token, own))
                and (low(token) not in common or token in _neutral(ledger, product.handle))
            }  # fmt: skip
            self._own[product.handle] = frozenset(alone)
            called = sorted(self._names(product.handle, alone))
            entries += [(token, product.handle) for token in called]
            if not set(called) & set(_tokens(fold(ledger.name(product.handle, language)))):
                entries += [(_inside(text), product.handle) for text in whole]  # no word of it is its own
            entries += [
                (f"{token}s", product.handle) for token in called if _BENDS.fullmatch(token)
            ]  # "both Terns"
            entries += [(variant, product.handle) for variant in _skus(ledger, product.handle)]
        entries += list(_nested(ledger, self.families, language, titles, common))
        taken = {name for name, _ in entries}
        shared = {
            token: tuple(handles)
            for token, handles in bearers.items()
            if 1 < len(handles) <= FEW and token not in taken and _is_name(token)
            and all(self._is_kept(token, handle, common) for handle in handles)
        }  # fmt: skip
        self._shared = SharedNames(shared, ledger)
        entries += self._shared.of_the_main_ones()
        self.phrases = Phrases(entries, is_exact=True)
        self._lines = {
            handle: frozenset(
                token
                for text in own for token in _tokens(text)
                if 1 < len(bearers[token]) <= _LINE and _is_name(token) and low(token) not in common
            )
            for handle, own in titles.items()
        }  # fmt: skip
        self._nouns: dict[str, tuple[str, ...]] = {}
        self._singles: dict[str, tuple[str, ...]] = {}
        self._called: dict[str, tuple[str, ...]] = {}
        self._page: tuple[tuple[str, ...], Phrases] = ((), Phrases(()))  # the nouns asked for last
        self._categories: dict[str, tuple[str, ...]] = {}
        self._measures = frozenset(_attribute_words(ledger, language))

    def _names(self, handle: str, alone: set[str]) -> set[str]:
        """Of the words only one product has those that name it: any lunch is a `غداء`, any bottle a `مطرة`."""
        if self.language == "ar":
            written = _written_over(self.ledger, handle, alone)
            if written:
                return written
        return alone - self._heads(handle) if len(alone) > 1 else alone

    def _is_kept(self, token: str, handle: str, common: Container[str]) -> bool:
        """Whether a word of a title is the same in other languages: `Théière` begins two titles and names neither."""
        if self.language == "ar" and token[0] > _LATIN:
            return bool(_written_over(self.ledger, handle, (token,)))
        if token[0] > _LATIN:
            return _KATAKANA.match(token) is not None and low(token) not in common
        return token in _neutral(self.ledger, handle) and not token.isupper()

    def _heads(self, handle: str) -> set[str]:
        """The noun a title begins with, where names stand behind it: any bottle is a `مطرة`."""
        title = _tokens(fold(self.ledger.name(handle, self.language)))
        if len(title) > 1 and self._is_head_first:
            return set(title[:1])
        soft = {token for token in title if is_soft(token)}  # のこぎり is a saw, しずく a name
        return soft & set(title[-1:]) if self._is_head_last else soft

    def of_category(self, key: str) -> tuple[str, ...]:
        """The products of a category."""
        if key not in self._categories:
            self._categories[key] = tuple(product.handle for product in self.ledger.families(key))
        return self._categories[key]

    def mentions(self, text: str) -> list[Mention]:
        """The products named in a folded text, in order."""
        return [
            Mention(handle, start, end)
            for start, end, handles in self.phrases.find(text)
            for handle in sorted(handles)[:1]
            if self.language != "ja" or is_named(text, start, end)
        ]

    def nouns(self, handles: Iterable[str]) -> Phrases:
        """The nouns that stand for products named on a page: `frying pan`, `pan`, `sartén`; with them the full noun of
        products that share a name with one of them: `the rear light` beside the Lumo front light."""
        page = tuple(handles)
        if self._page[0] != page:
            entries = [(noun, handle) for handle in page for noun in self._nouns_of(handle)]
            entries += [(words, handle) for handle in page for words in self._variants_of(handle)]
            beside = (handle for handle in self._siblings(page) if handle not in page)
            entries += [(low(token), handle) for token, handle in self._shared.meant(page)]
            taken = {noun for noun, _ in entries}
            # "the mug" is neither surely where a variant of another product is a mug
            entries += [(n, handle) for handle in page for n in self._nouns_of_variants(handle) if n in taken]
            full = ((noun, handle) for handle in beside for noun in self._nouns_of(handle)[:1])
            entries += [(noun, handle) for noun, handle in full if noun not in taken]
            self._page = page, Phrases(entries)
        return self._page[1]

    def _siblings(self, page: tuple[str, ...]) -> tuple[str, ...]:
        """The products of the same line: one name in the titles of two or three of them."""
        lines = {token for handle in page for token in self._lines.get(handle, ())}
        return tuple(handle for handle, tokens in self._lines.items() if lines & tokens)

    def stand_ins(self, text: str, nouns: Phrases, named: list[Mention]) -> Iterator[Mention]:
        """`the pan` where one pan is spoken of on the page; nothing beside a name, nothing that means any pan."""
        for start, end, handles in nouns.find(text):
            if _KATAKANA.match(text, end - 1) and _KATAKANA.match(text, end):
                continue  # ノート is a notebook, ノートパソコン none
            is_named = any(
                (m.start <= end + _TOUCH and start <= m.end + _TOUCH)
                or (m.start > end and _OF.fullmatch(text, end, m.start))
                for m in named
            )
            is_kind = self._is_plural(text[start:end], next(iter(handles)))
            if len(handles) == 1 and not is_named and not is_kind and self._is_definite(text, start):
                yield Mention(next(iter(handles)), start, end)

    def _is_plural(self, said: str, handle: str) -> bool:
        """`les bouilloires` where the product is a `bouilloire`: the kind, not the one."""
        return (
            self.language in {"en", "es", "fr"}
            and said.endswith("s")
            and len(self.ledger.products[handle].variants) < _SEVERAL  # "both pans": its two sizes
            and said not in self._made(handle)
        )

    def _made(self, handle: str) -> tuple[str, ...]:
        """Its nouns as its title spells them; a category is a word for many."""
        self._nouns_of(handle)
        return self._singles[handle]

    def _is_definite(self, text: str, start: int) -> bool:
        if self.language == "ar":
            return text[max(0, start - 2) : start] in {"ال", "لل"}
        if self.language == "ja":
            return not is_another(text, start)
        return not _INDEFINITE.search(text, max(0, start - 24), start)

    def _nouns_of(self, handle: str) -> tuple[str, ...]:
        if handle not in self._nouns:
            titled = self._singles[handle] = tuple(dict.fromkeys(self._made_nouns(handle)))
            category = self.ledger.products[handle].category
            kinds = (low(fold(w)) for w in self.ledger.lexicon.synonyms("category", category, self.language))
            made = tuple(dict.fromkeys((*titled, *kinds)))
            plurals = (form for noun in made if noun.isascii() for form in _plurals(noun))
            self._nouns[handle] = tuple(dict.fromkeys((*made, *plurals)))
        return self._nouns[handle]

    def _nouns_of_variants(self, handle: str) -> Iterator[str]:
        """The nouns that variants' titles begin or end with: a family of cups has a mug."""
        for variant in self.ledger.products[handle].variants:
            tokens = _tokens(fold(self.ledger.name(variant, self.language)))
            yield from map(low, tokens[:1] if self._is_head_first else tokens[-1:])

    def _variants_of(self, handle: str) -> tuple[str, ...]:
        """What its variants are called by themselves: `the soprano`, `das 88er`."""
        if handle not in self._called:
            variants = self.ledger.products[handle].variants
            many = len(variants) >= _SEVERAL
            found = variant_words(self.ledger, variants, self.language) if many else ()
            self._called[handle] = tuple(
                words for words, _ in found if not self._bearers.get(words, set()) - {handle}
            )
        return self._called[handle]

    def _short_words(self, handle: str) -> list[str]:
        """The words of its short name, where that is a name and no noun."""
        tokens = _tokens(fold(self.ledger.short(handle, self.language)))
        return [token for token in tokens if _is_name(token) or token in self._foreign]

    def _made_nouns(self, handle: str) -> Iterator[str]:
        """What is left of a title without the product's own words, and the head of that."""
        title = _tokens(fold(self.ledger.name(handle, self.language)))
        mine = self._proper(handle, title)
        rest = [
            token for token in title if token not in mine and not token[0].isdigit() and not _is_small(token)
        ]
        if rest and len(rest) < len(title):
            joint = "" if self.language == "ja" else " "
            yield low(joint.join(rest))
            head = rest[0] if self._is_head_first else rest[-1]
            is_long = len(head) >= (_SHORTEST_JA if self.language == "ja" else _SHORTEST)
            if is_long and low(head) not in self._measures:  # "batería" is what it has, too
                yield low(head)

    def _proper(self, handle: str, title: list[str]) -> set[str]:
        """The words of a title that are its name: those kept in translation, where there is one; else those no other
        title has. The noun at its head is none, however rare: `Guantes` of `Guantes Ember`."""
        product = self.ledger.products[handle]
        mine = {*self._own[handle], *_tokens(fold(product.brand)), *self._short_words(handle)}
        neutral = _neutral(self.ledger, handle) & set(title)
        if neutral and len(neutral) < len(title):
            return (mine & neutral) | neutral
        written = _written_over(self.ledger, handle, title) if self.language == "ar" else set()
        if written and len(written) < len(title):
            return written
        head = title[:1] if self._is_head_first else title[-1:] if self._is_head_last else []
        return mine - set(head) if len(title) > 1 else mine


_KATAKANA: Final = re.compile(r"[\u30a1-\u30fa\u30fc]")


def _neutral(ledger: Ledger, handle: str) -> set[str]:
    """Words that stand in a product's titles of two languages or more: names, though a dictionary has them too
    (`Pico`)."""
    titles = {fold(ledger.name(handle, tongue)) for tongue in ("en", "es", "fr", "de")}
    counts = Counter(token for title in titles for token in set(_tokens(title)))
    return {token for token, count in counts.items() if count > 1 and token[0].isupper()}


def _written_over(ledger: Ledger, handle: str, tokens: Iterable[str]) -> set[str]:
    """The words of an Arabic title that are its Latin name in other letters."""
    names = _neutral(ledger, handle)
    return {token for token in tokens if any(is_written_over(token, name) for name in names)}


def _nested(
    ledger: Ledger,
    families: tuple[str, ...],
    language: str,
    titles: dict[str, list[str]],
    common: Container[str],
) -> Iterator[tuple[str, str]]:
    """Names that begin another product's: `Zephra` beside `Zephra Mini`; the longest at a place wins anyway.

    Where letters differ (ar, ja) it is the word both titles have and the lexicon has not.
    """
    tongue = ledger.shop.language if language in _UNLIKE else language
    shorts = {fold(ledger.short(handle, tongue)): handle for handle in families}
    for name, longer in shorts.items():
        words = name.split()
        for size in range(1, len(words)):
            handle = shorts.get(" ".join(words[:size]))
            if handle is None:
                continue
            if language not in _UNLIKE:
                yield from ((" ".join(words[:size]), handle), (name, longer))
                continue
            theirs = {token for text in titles[longer] for token in _tokens(text)}
            both = [
                t for text in titles[handle] for t in _tokens(text) if t in theirs and low(t) not in common
            ]
            own = [token for token in both if token[0] > _LATIN]
            if own:
                first = own[0] if language == "ja" else own[-1]
                yield first, handle
                yield from ((text[text.index(first) :], longer) for text in titles[longer] if first in text)
                yield from ((f"{first} {token}", longer) for token in sorted(theirs - set(both)))


_UNLIKE: Final = {"ar", "ja"}  # scripts that no Latin name stands in


def _plurals(noun: str) -> Iterator[str]:
    """`pans`, `poêles`: short words do not bend by themselves (phrases.py)."""
    yield from (f"{noun}s", f"{noun}es", f"{noun}n", f"{noun}en", f"{noun}e")


def _titles(ledger: Ledger, handle: str, language: str) -> list[str]:
    product = ledger.products[handle]
    found = {fold(ledger.name(handle, language)), fold(product.title)}
    return sorted(text for text in found if text)


def _inside(title: str) -> str:
    """As it stands inside a sentence: `los cuchillos de carne Reed`."""
    return title[:1].lower() + title[1:]


def _skus(ledger: Ledger, handle: str) -> Iterator[str]:
    for part in (handle, *ledger.products[handle].variants):
        sku = fold(ledger.products[part].sku)
        if len(sku) > _SHORTEST and not sku.isdigit():
            yield sku


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _is_letter(token: str, titles: Iterable[str]) -> bool:
    """A name of one letter, `凪`, which is a word of a title by itself: read as one in quotation marks only."""
    return (
        len(token) == 1 and "\u3400" <= token <= "\u9fff" and any(token in title.split() for title in titles)
    )


def _is_name(token: str) -> bool:
    """A word that can be a product's own: capitalised, or letters with digits; not a bare number, a measure or what
    any such thing is called in capitals."""
    if token in _ACRONYMS:
        return False
    if re.fullmatch(r"\d[\d.,/x×-]*[A-Za-z]{0,3}", token):
        return False
    if token[0] > _LATIN:
        return len(token) >= _SHORTEST_JA and not token.startswith(_DEFINITE) and token not in _unit_words()
    return len(token) >= _SHORTEST and (token[0].isupper() or any(letter.isdigit() for letter in token))


def _is_small(token: str) -> bool:
    """`de` in `Brume de Mai`: no noun, in a title of any language."""
    return any(low(token) in function_words(language) for language in ("en", "es", "fr", "de"))


@cache
def _unit_words() -> frozenset[str]:
    """`مل` in `أكواب 150 مل` is what the number is in."""
    return frozenset(fold(word) for unit in amounts.units().values() for _, word in unit.words)


def _foreign(ledger: Ledger, families: Iterable[str], language: str) -> Iterator[str]:
    """Arabic names that begin with letters like the article's: `ألدرمور` is no `الدرمور`, though folded it is."""
    if language == "ar":
        for handle in families:
            yield from (
                fold(word) for word in ledger.name(handle, language).split() if word[:2] in {"أل", "إل", "آل"}
            )


class _CommonWords(Container[str]):
    """Words of the lexicon, bent or not: a category, a colour or a material is no name."""

    def __init__(self, ledger: Ledger, language: str) -> None:
        lexicon = ledger.lexicon
        self._words = {
            token
            for tongue in {language, ledger.shop.language}
            for kind in _KINDS
            for key in lexicon.keys(kind)
            for word in lexicon.synonyms(kind, key, tongue)
            for token in _small_tokens(word)
        }

    def __contains__(self, token: object) -> bool:
        """Whether a word in small letters is one of them, with an ending more or less."""
        return token in self._words or any(
            token + ending in self._words or token.removesuffix(ending) in self._words
            for ending in ("s", "es", "n", "en", "e", "x")
            if isinstance(token, str)
        )


_KINDS: Final[tuple[Kind, ...]] = ("category", "value", "attribute")


@lru_cache(maxsize=1 << 16)  # the bundled words are asked for by every ledger and market
def _small_tokens(word: str) -> tuple[str, ...]:
    return tuple(_tokens(low(fold(word))))


def _attribute_words(ledger: Ledger, language: str) -> Iterator[str]:
    """Words that name what is measured of this shop's products."""
    for key in sorted(ledger.stated()[0]):
        for word in ledger.lexicon.synonyms("attribute", key, language):
            yield from _tokens(low(fold(word)))
    for row in amounts.rows("measures.csv"):
        yield from (low(fold(word)) for word in row[language].split("|"))
