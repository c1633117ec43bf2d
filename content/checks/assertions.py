"""Finds what a sentence says a product can or cannot do: a capability, yes or no, and of whom.

A clause states a capability when its word is licensed ("can be cut"), turned round ("nicht waschbar") or
says it alone ("dishwasher-safe"). Conditions, questions and "nobody has stated it" state nothing. Words
stand in `words/<language>.toml` (`vocabulary.py`); attributes of the catalogue bring their own from the
lexicon.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from content.checks.clauses import clauses, inside
from content.checks.japanese import stated
from content.checks.named import Features, Found, find, labels
from content.checks.turns import holds, is_turned, opens
from content.checks.vocabulary import SHAPES, Polarity, parts, polarities

_CRIES: Final = ("!", "！")
_BY_ITSELF: Final = frozenset({"never", "always"})  # whatever stands around it
_HAD: Final = frozenset(
    {"claim", "word", "thing", "feature"}
)  # said where they stand: no verb needs a licence
_DONE: Final = frozenset({"verb", "soft"})  # what is done to a thing: the words need a licence
_HAPPENS: Final = frozenset({"verb", "soft", "claim"})  # a thing is there, whenever it is used
_THINGS: Final = frozenset({"thing", "feature"})  # a lid, a pocket: named is not yet had
_RANK: Final = (*SHAPES, "feature")
_HEAD_FIRST: Final = {"es", "fr", "ar"}  # the noun stands before what it is like
_RIGHT_BEFORE: Final = 12  # letters between "when" and the capability it belongs to
_AT_ONCE: Final = 22  # letters "without" reaches
_PART: Final = (
    2  # words in which a part is spoken of; what is said at length (`fitted with a lamp`) is a claim
)
_FRONT: Final = re.compile(r"(?:^|[,.;:!?–—]) ?(?:(?:denn|aber|und|doch|sondern|nur) )?$")
_COPULA: Final = re.compile(r" (?:ist|sind|war|waren|wird|werden|bleibt|bleiben) ")
_WASHED_IN: Final = ("wash", "dishwasher")  # "washed in the dishwasher" says nothing of washing machines
_AND: Final = re.compile(r"[,;]|(?<!\w)(?:and|or|y|o|et|ou|und|oder)(?!\w)|(?<!\w)(?:و|او)")
_IS: Final = re.compile(
    r" (?:(?:is|are|ist|sind|es|son|est|sont) ?)?(?P<no>(?:not|nicht|n'est pas|ne sont pas|no es|no son|غير) )?"
)
_FINE: Final = {"en": "fine", "es": "es", "fr": "est", "de": "ist", "ar": "ممكن", "ja": "可能"}


@dataclass(frozen=True, slots=True)
class Assertion:
    """A capability said to hold or not to hold; places count from the sentence's start."""

    capability: str  # name of the table row, or `key:<attribute>` from the lexicon
    holds: bool
    start: int
    end: int
    clause: tuple[int, int]
    is_order: bool = False  # "never use bleach": an order to the reader, no statement about the product
    is_bid: bool = False  # "put … in the oven": a yes only where what is put there is the product
    is_bare: bool = False  # a thing named without a verb: "Timer and display" as a heading claims nothing
    is_part: bool = (
        False  # a part named in a word or two: a lid, a pocket; what is said of it must hand it over
    )


def assertions(
    text: str, language: str, features: Features, known: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Assertion]:
    """What a sentence states, in order; words that only name an attribute (`labels`) state nothing."""
    polarity = polarities(language)
    text = polarity.aside.sub(lambda match: match.group().replace(",", " "), text)
    hits: Sequence[Found] = find(text, language, features)
    if not hits or polarity.returns.search(text):
        return
    text = _without_fine(text, hits, language)
    if known:
        named = labels(text, language, known)
        hits = [hit for hit in hits if not any(label.start <= hit.start < label.end for label in named)]
    yield from _Reader(text, language, polarity, hits).read()


def answer(text: str, language: str) -> bool | None:
    """A sentence that begins with yes or no: True, False; None when it does neither."""
    polarity = polarities(language)
    if polarity.yes.match(text):
        return True
    return False if polarity.no.match(text) else None


def _without_fine(text: str, hits: Sequence[Found], language: str) -> str:
    """`no problem` is a licence: its negation is blanked, its place kept."""
    polarity = polarities(language)

    def fine(match: re.Match[str]) -> str:
        is_own = any(hit.shape in _BY_ITSELF and hit.start <= match.start() < hit.end for hit in hits)
        return match.group() if is_own else _FINE[language].ljust(len(match.group()))

    return polarity.fine.sub(fine, text)


@dataclass
class _Reader:
    """Goes through the clauses of one sentence."""

    text: str
    language: str
    polarity: Polarity
    hits: Sequence[Found]
    carried: tuple[bool, bool] | None = None  # licensed, turned: handed on to "…, ironed and bleached"
    is_on_condition: bool = False  # "if it can be cut, cut it": no promise

    def read(self) -> Iterator[Assertion]:
        for start, end, is_new in clauses(self.text, self.hits, self.polarity, self.language):
            apart = inside(self.hits, start, end)
            own = _merged([hit for hit in apart if not self._is_theirs(hit, start)])
            if self._is_asked(start):
                self.carried = None
                continue
            is_open = self._is_open(apart, start, end)
            if is_open or (self.is_on_condition and _THAT.match(self.text, start)):
                self.carried, self.is_on_condition = None, True
                continue
            self.is_on_condition = self.is_on_condition and not is_new
            if self.language == "ja":
                for hit, is_yes, is_bare in stated(self.text, own, self.polarity, end):
                    is_part = self._is_part(hit)
                    yield Assertion(
                        hit.capability,
                        is_yes,
                        hit.start,
                        hit.end,
                        (start, end),
                        is_bare=is_bare,
                        is_part=is_part,
                    )
            elif own or is_new:
                yield from self._clause(apart, own, (start, end), is_new=is_new)

    def _clause(
        self, apart: list[Found], own: list[Found], clause: tuple[int, int], *, is_new: bool
    ) -> Iterator[Assertion]:
        start, end = clause
        licensed = self.polarity.licence.search(self.text, start, end) is not None
        negations = [
            match.start()
            for match in self.polarity.negation.finditer(self.text, start, end)
            if not opens(apart, match.start(), self.polarity)
        ]
        lacking = [
            match.end()
            for match in self.polarity.lacking.finditer(self.text, start, end)
            if not opens(apart, match.start(), self.polarity)
        ]
        own = self._without_heads(own, negations)
        said = [hit for hit in own if not self._is_condition(hit, start)]
        is_listed = (
            bool(self.carried and self.carried[1]) and not is_new and _OR.search(self.text, start, end)
        )
        order = (
            None
            if licensed or negations or lacking or is_listed
            else self.polarity.orders.match(self.text, start, end)
        )
        if order:
            yield from self._ordered([hit for hit in said if hit.shape in _DONE], order, clause)
            said = [hit for hit in said if hit.shape not in _DONE]
        for hit in said:
            turned = self._is_turned(hit, own, negations, lacking, end)
            state = (licensed, turned)
            if self.carried and not (licensed or negations or turned or is_new):
                state = self.carried
            yield from self._state(hit, state, clause)
        if self.polarity.lack.search(self.text, start, end):
            self.carried = licensed, True  # "it lacks a port, half the capacity and wireless charging"
        elif own and (licensed or negations):
            self.carried = licensed, is_turned(own[-1], own, negations, self.text, self.polarity)
        elif not own and is_new:
            self.carried = None

    def _without_heads(self, own: list[Found], negations: list[int]) -> list[Found]:
        """`kein ergonomischer Griff`, `pas de pieds antidérapants`, `the strength is not adjustable`: what is denied is
        the whole, and not the noun."""
        heads = set()
        for first, second in pairwise(own):
            between = self.text[first.end : second.start]
            copula = _IS.fullmatch(between)
            if first.shape in _THINGS and copula and (copula["no"] or second.shape == "never"):
                heads.add(first)
            is_one = {first.shape, second.shape} <= _HAD and not between.strip()
            is_in = first.end <= second.start and not _AND.search(between)  # one word may say no of both
            if (first.capability, second.capability) == _WASHED_IN and is_in:
                heads.add(first)
            elif is_one and is_turned(first, own, negations, self.text, self.polarity):
                heads.add(first if self.language in _HEAD_FIRST else second)
        return [hit for hit in own if hit not in heads]

    def _ordered(
        self, done: list[Found], order: re.Match[str], clause: tuple[int, int]
    ) -> Iterator[Assertion]:
        """What the reader is told to do may be done; with the product's own pronoun (`métela`) it is a promise."""
        if self.is_on_condition:
            return
        is_own = self.polarity.clitic.search(order.group()) is not None
        for hit in done:
            is_bid = self.polarity.has_bids and not is_own
            yield Assertion(
                hit.capability, True, hit.start, hit.end, clause, is_order=not is_own, is_bid=is_bid
            )

    def _state(self, hit: Found, state: tuple[bool, bool], clause: tuple[int, int]) -> Iterator[Assertion]:
        licensed, turned = state
        if hit.shape in _BY_ITSELF:
            yield Assertion(hit.capability, hit.shape == "always", hit.start, hit.end, clause)
            return
        is_had = licensed or turned or self.polarity.has.search(self.text, *clause) is not None
        if self.language == "ar":
            is_had = turned or self._is_had_arabic(hit, clause[0])
            if hit.shape == "thing" and not is_had:
                return
        if turned and hit.shape in _DONE and self.polarity.somewhere.match(self.text, hit.end):
            return  # "never cut at the heading": elsewhere it may be
        is_said = hit.shape in _HAD or licensed or turned
        if is_said and (is_had or hit.shape != "feature"):
            is_order = turned and not licensed and hit.shape in _DONE
            is_bare = hit.shape in {"word", *_THINGS} and not is_had
            is_part = self._is_part(hit)
            yield Assertion(
                hit.capability,
                not turned,
                hit.start,
                hit.end,
                clause,
                is_order,
                is_bare=is_bare,
                is_part=is_part,
            )

    def _is_had_arabic(self, hit: Found, start: int) -> bool:
        """Whether something is said to be there: `with a lid`, `بغطاء`, `عجلاتها`."""
        ahead = self.text[start : hit.start]
        own = self.text[hit.start : hit.end]
        is_with = hit.shape in _THINGS and (own.startswith(("ب", "وب")) or own.endswith(("ها", "هما")))
        return is_with or bool(_TO_AR.match(ahead) or self.polarity.has.search(ahead))

    def _is_turned(
        self, hit: Found, own: list[Found], negations: list[int], lacking: list[int], end: int
    ) -> bool:
        if self.language == "de" and self._is_fronted(hit) and any(place >= hit.end for place in negations):
            return True
        its = [place for place in negations if self._reaches(place, hit, end)]
        return is_turned(hit, own, its, self.text, self.polarity) or any(
            0 <= hit.start - place <= _AT_ONCE
            and not _NUMBER.search(self.text, place, hit.start)
            and not (hit.shape in _DONE and self.polarity.licence.search(self.text, place, hit.start))
            for place in lacking
        )

    def _is_fronted(self, hit: Found) -> bool:
        """`Wasserdicht sind beide nicht`, `denn beleuchtet ist keine der drei`: the no stands behind the verb."""
        ahead = self.text[: hit.start]
        return _FRONT.search(ahead) is not None and _COPULA.match(self.text, hit.end) is not None

    def _reaches(self, negation: int, hit: Found, end: int) -> bool:
        """Whether a negation can be about a word that needs no verb.

        "With the timer nothing burns" does have one: behind the word a negation must say that it is absent ("a
        timer it does not have"), before it no "thanks to" may stand between.
        """
        if hit.shape not in _HAD:
            return True
        if negation >= hit.end:
            return bool(self.polarity.absent.match(self.text, negation, end))
        return not self.polarity.cause.search(self.text, negation, hit.start)

    def _is_open(self, apart: list[Found], start: int, end: int) -> bool:
        """A condition, a question, an unknown; not where a capability's words hold it (`needs no assembly`)."""
        return any(
            not holds(apart, match.start()) for match in self.polarity.skip.finditer(self.text[:end], start)
        )

    def _is_asked(self, start: int) -> bool:
        """`…, and how long coffee stays hot in it.`: announced, the answer follows; not `How warm it keeps you!`"""
        return self.polarity.asks.match(self.text, start) is not None and not self.text.endswith(_CRIES)

    def _is_condition(self, hit: Found, start: int) -> bool:
        """`when washed`, `beim Waschen`: that it happens is taken for granted, not stated."""
        return hit.shape in _HAPPENS and any(
            0 <= hit.start - match.end() <= _RIGHT_BEFORE
            for match in self.polarity.when.finditer(self.text, start, hit.start)
        )

    def _is_theirs(self, hit: Found, start: int) -> bool:
        """`Set a timer`, `empty the pockets`, `the basket of your bicycle`: something of the reader's."""
        if hit.shape not in {"word", *_THINGS}:
            return False
        return (
            any(
                match.end() >= hit.start - 1
                for match in self.polarity.theirs.finditer(self.text, start, hit.start)
            )
            or self.polarity.yours.match(self.text, hit.end) is not None
            or (self._is_short(hit) and self.polarity.imperative.match(self.text, start) is not None)
        )

    def _is_part(self, hit: Found) -> bool:
        is_thing = hit.shape in {"word", *_THINGS} and hit.capability in parts(self.language)
        return is_thing and self._is_short(hit)

    def _is_short(self, hit: Found) -> bool:
        return len(self.text[hit.start : hit.end].split()) <= _PART


_THAT: Final = re.compile(r"\W*(?:dass|that|que|qu'|ان)(?!\w)")  # "if you want the lamp to …, that it …"
_OR: Final = re.compile(
    r"(?<!\w)(?:or|nor|o|u|ni|ou|oder|noch|او|ولا)(?!\w)"
)  # "you can't cut, wash or iron it"
_NUMBER: Final = re.compile(r"\d")  # "instead of 20 watts"
_TO_AR: Final = re.compile(
    r"\W*(?:و|ف)?ل(?!ون|وح|كن|ذلك|ذا|يس|مس|ان |ا |م |ن )[\u0621-\u064a]{3}"
)  # "to the bag": has


def _merged(own: list[Found]) -> list[Found]:
    """`lavarla en la lavadora` says one thing with two words."""
    merged: list[Found] = []
    for hit in own:
        if merged and merged[-1].capability == hit.capability:
            shape = min(merged[-1].shape, hit.shape, key=_RANK.index)
            merged[-1] = Found(hit.capability, shape, merged[-1].start, hit.end)
        else:
            merged.append(hit)
    return merged
