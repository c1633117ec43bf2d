"""What the blocks of a policy page state, each with the country it is stated for, and what only seemed to."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from content.checks.view import fold, low
from content.proposing.blocks import Block
from content.proposing.clauses import sentences
from content.proposing.scopes import Names, label, scoped
from content.proposing.terms import Part, Reading, groups, part_of, terms
from content.proposing.wording import About, has
from content.records import Value

_LABEL = re.compile(r"([^:]{1,60}?[^:\d\s])\s*:\s*(?=\S)(.+)")
_QUESTION = ("?", "？", "؟")


@dataclass(frozen=True, slots=True)
class Statement:
    """One term of one country (`""`: everywhere). `is_sure` is false for what must not be proposed but weighs against
    what is: a term of the other countries, or a yes in a sentence of which a word is unknown."""

    key: str
    value: Value
    country: str
    quote: str
    row: int
    is_sure: bool = True
    is_elsewhere: bool = False  # of the countries that are not named
    is_law: bool = False  # the days the law gives, not the shop


@dataclass(frozen=True, slots=True)
class _Said:
    part: Part
    scope: About
    is_sure: bool


def statements(
    blocks: Sequence[Block], locale: str, currency_of: Callable[[str], str], names: Names
) -> list[Statement]:
    """Every statement of a page in its order."""
    page = _Page(Reading(locale, currency_of(""), names.own), currency_of, names)
    return [
        each
        for block, over in scoped(blocks, page.reading.language, names)
        for each in page.block(block, over)
    ]


@dataclass(frozen=True, slots=True)
class _Page:
    reading: Reading
    currency_of: Callable[[str], str]
    names: Names

    def block(self, block: Block, over: About) -> list[Statement]:
        """The statements of one block; what takes something back (`except`) takes back all of it."""
        language = self.reading.language
        for text, head in zip_longest(block.labels, block.heads, fillvalue=""):
            over = label(text, language, self.names, over, head)
        if block.quote and has(low(fold(block.quote)), "no", language) and not over.is_elsewhere:
            return []
        if has(low(fold(block.said)), "exception", language):
            return []
        found: list[Statement] = []
        places: set[str] = set()  # topics of which a sentence before named a country
        for sentence in sentences(block.text):
            if sentence.strip().endswith(_QUESTION):
                continue
            over, said = self._sentence(sentence.strip(), over)
            for each in said:
                topic = each.scope.topics[0]
                is_open = not each.scope.countries and topic in places
                found += self._of(each, topic, block, sentence, is_open=is_open)
            places |= {each.scope.topics[0] for each in said if _is_placed(each.scope)}
        return found

    def _sentence(self, sentence: str, over: About) -> tuple[About, list[_Said]]:
        """What its parts say, and what its label leaves to the sentences behind it."""
        language = self.reading.language
        if named := _LABEL.fullmatch(fold(sentence)):
            over, sentence = label(named[1], language, self.names, over), named[2]
        parts = list(groups(sentence, self.reading, over))
        spoken = {topic for group in parts for part in group for topic in part.about.topics}
        topics = over.topics if not spoken else tuple(spoken) if len(spoken) == 1 else ()
        outer = replace(over, topics=topics, is_plain=True)
        is_placed = any(_is_placed(part.about) for group in parts for part in group)
        said = [each for group in parts for each in _group(group, outer, over, is_placed=is_placed)]
        if any(_is_barred(group) for group in parts):
            said = [replace(each, is_sure=False) for each in said]
        return over, said

    def _of(
        self, said: _Said, topic: str, block: Block, sentence: str, *, is_open: bool
    ) -> Iterator[Statement]:
        is_law = has(low(said.part.text), "withdrawal", self.reading.language)
        for country in said.scope.countries or ("",):
            here = replace(self.reading, currency=self.currency_of(country))
            part = part_of(said.part.text, here, said.scope)
            quote = block.said if block.kind == "item" else sentence.strip()
            for key, value in terms(part, topic, said.scope):
                is_elsewhere = said.scope.is_elsewhere
                is_sure = said.is_sure and not is_open and not is_elsewhere
                yield Statement(key, value, country, quote, block.row, is_sure, is_elsewhere, is_law)


def _group(parts: list[Part], outer: About, over: About, *, is_placed: bool) -> Iterator[_Said]:
    """The parts between two semicolons. One that is not understood makes all unsure, save a second full statement."""
    is_sure, before, standing = True, outer, _NOWHERE
    found: list[_Said] = []
    for part in parts:
        own = part.about
        is_second = bool(found) and part.says and (bool(own.topics) or own.is_elsewhere)
        is_sure = is_sure and (own.is_plain or is_second)
        place = own if _is_placed(own) else standing.lent(own) or over
        scope = replace(
            own.under(replace(before, kind=over.kind)),
            countries=place.countries,
            is_elsewhere=place.is_elsewhere,
        )
        if _is_placed(own):
            standing = _Standing(own, may_cross=part.place_leads) if part.place_lasts else _NOWHERE
        before = replace(before, topics=own.topics or before.topics, routes=own.routes or before.routes)
        if len(scope.topics) == 1 and part.says:
            is_lost = is_placed and not _is_placed(scope)
            found.append(_Said(part, scope, own.is_plain and over.is_plain and not is_lost))
    yield from (each if is_sure else replace(each, is_sure=False) for each in found)


@dataclass(frozen=True, slots=True)
class _Standing:
    """A country named by a part before, and whether it holds once the topic changes (`in Germany delivery …`)."""

    about: About
    may_cross: bool = False

    def lent(self, own: About) -> About | None:
        """The country for a part that names none."""
        is_lent = _is_placed(self.about) and (self.may_cross or not own.topics)
        return self.about if is_lent else None


_NOWHERE = _Standing(About())


def _is_barred(group: list[Part]) -> bool:
    """Whether a condition is made of anything but the countries that are not named."""
    is_others = any(part.about.is_elsewhere for part in group)
    return not is_others and any(has(low(part.text), "no", part.language) for part in group)


def _is_placed(of: About) -> bool:
    return bool(of.countries) or of.is_elsewhere
