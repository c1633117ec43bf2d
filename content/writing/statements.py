"""What the facts of one attribute say about several products: a true sentence, and what it rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from content.ledger.ledger import Ledger, digest
from content.ledger.partly import differs, partly
from content.ledger.units import units
from content.locales import listed
from content.locales import value as spoken
from content.marks import mark
from content.records import UNKNOWN, Many, Money, Quantity, Reliance, Value
from content.reliance import claim, scope, state
from content.writing.phrases import Wording
from content.writing.told import SHORT, told
from seo.records import Market

LONGEST_LIST = 4  # names in a sentence; a longer list belongs into the table
MOST_VALUES = 3  # of one product in a sentence: nobody reads "135, 150, 155, 200, 229 and 240 cm" twice

Shape = Literal["mixed", "except", "only", "all_yes", "all_no", "range", "value", "kinds", "same", "unknown"]

# Where a yes and a no are framed: beside the attribute's label, and where it has clauses of its own.
Lists = Mapping[Shape, tuple[str, str]]
_LISTS: Final[Lists] = {
    "mixed": ("say.mixed", "say.told_mixed"),
    "except": ("say.except", "say.told_except"),
    "only": ("say.only", "say.told_only"),
    "all_yes": ("say.all_yes", "say.told_all"),
    "all_no": ("say.all_no", "say.told_all"),
    "unknown": ("say.unknown", "say.told_unknown"),
}
_ANSWERS: Final[Lists] = {
    **_LISTS,
    "all_yes": ("say.all_yes", "answer.yes"),
    "all_no": ("say.all_no", "answer.no"),
}
"""The same right behind a customer's question: it begins with yes or no."""
_PARTLY: Final = ("part.partly", "part.told_partly")
"""Of a product some versions of which state it: that nobody does would be untrue."""
_DIFFERS: Final = ("part.differs", "part.told_differs")
"""Of a product all versions of which state it, some as a yes and some as a no."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence about one attribute; `relies` are the facts and claims it would be untrue without."""

    shape: Shape
    text: str
    relies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says facts of a ledger in one market, with the wording of one article."""

    ledger: Ledger
    market: Market
    wording: Wording

    def say(self, key: str, handles: Sequence[str], *, is_answer: bool = False) -> Statement | None:
        """A sentence on one attribute of some products; None without a word here or with too much to list."""
        label = self.ledger.lexicon.attribute(key, self.market.language)
        values = {h: self.ledger.fact(h, key, self.market).value for h in handles}
        known = {h: v for h, v in values.items() if v != UNKNOWN}
        if label is None or not known:
            return None
        if all(isinstance(v, bool) for v in known.values()):
            lists = _ANSWERS if is_answer else _LISTS
            return self._yes_or_no(key, label, known, lists, unknown=len(known) < len(values))
        if len(known) == 1:
            return self._value(key, label, known)
        if len({digest(v).casefold() for v in known.values()}) == 1:
            return self._same(key, label, known) if len(known) == len(values) else None
        if all(isinstance(v, Quantity | Money) for v in known.values()):
            return self._range(key, label, known, scope(handles, self.ledger))
        return self._kinds(key, label, known)

    def unknown(self, key: str, handles: Sequence[str]) -> Statement | None:
        """The honest sentence on products of which nobody has stated it; None when all are stated."""
        label = self.ledger.lexicon.attribute(key, self.market.language)
        silent = [h for h in handles if self.ledger.fact(h, key, self.market).value == UNKNOWN]
        if label is None or not silent or len(silent) > LONGEST_LIST:
            return None
        told = {handle: partly(self.ledger, handle, key, self.market) for handle in silent}
        various = [h for h in silent if differs(self.ledger, h, key, self.market)]
        whole = [h for h in silent if not told[h]]
        part = [h for h in silent if told[h] and h not in various]
        said = [
            self.told(lists, key, label, whether=handles)
            for lists, handles in ((_LISTS["unknown"], whole), (_PARTLY, part), (_DIFFERS, various))
            if handles
        ]
        facts = [f"{h}.{key}" for h in silent]
        versions = [f"{version}.{key}" for handle in silent for version in told[handle]]
        relies = (*facts, *versions, *(claim("unknown", fact) for fact in facts))
        return Statement("unknown", mark("gap", self.market.language).join(said), relies)

    def told(self, lists: tuple[str, str], key: str, label: str, **groups: Sequence[str]) -> str:
        """Groups of products by verdict, `yes=["aldermoor"]`: beside the attribute's label, with the patterns of the
        first list, or in the clauses the language has for it, with those of the second."""
        beside, framed = lists
        names = {verdict: self.names(handles) for verdict, handles in groups.items()}
        clauses = told(self.market.language).get(key)
        if clauses is None:
            return self.wording.say(beside, label=label, **names, names=next(iter(names.values())))
        said = {
            verdict: clauses[verdict].say(names[verdict], several=len(handles) > 1)
            for verdict, handles in groups.items()
        }
        if "no" in groups:
            said[SHORT] = clauses[SHORT].say(names["no"], several=len(groups["no"]) > 1)
        return self.wording.say(framed, **said, clause=next(iter(said.values())))

    def names(self, handles: Sequence[str]) -> str:
        """Product names as references, joined by the language's "and"."""
        return listed([f"{{{{{h}.short}}}}" for h in handles], self.market.locale)

    def _yes_or_no(
        self, key: str, label: str, known: dict[str, Value], lists: Lists, *, unknown: bool
    ) -> Statement | None:
        yes = [h for h, v in known.items() if v is True]
        no = [h for h, v in known.items() if v is False]
        relies = tuple(f"{h}.{key}" for h in known)
        few = LONGEST_LIST
        if not no and len(yes) <= few:
            return Statement("all_yes", self.told(lists["all_yes"], key, label, yes=yes), relies)
        if not yes and len(no) <= few:
            return Statement("all_no", self.told(lists["all_no"], key, label, no=no), relies)
        if yes and no and max(len(yes), len(no)) <= few:
            return Statement("mixed", self.told(lists["mixed"], key, label, yes=yes, no=no), relies)
        whole = scope(list(known), self.ledger)
        silent = claim("unstated", key, whole)
        if no and len(no) <= few and not unknown:  # "yes for all the others": whoever they are by then
            text = self.told(lists["except"], key, label, no=no)
            return Statement("except", text, (*relies, claim("lacking", key, whole), silent))
        if yes and len(yes) <= few and not unknown:
            text = self.told(lists["only"], key, label, yes=yes)
            return Statement("only", text, (*relies, claim("having", key, whole), silent))
        return None

    def _value(self, key: str, label: str, known: dict[str, Value]) -> Statement | None:
        handle, value = next(iter(known.items()))
        if spoken(value, self.market.locale, self.ledger.lexicon) is None:
            return None
        text = self.wording.say(
            "say.value", label=label, name=self.names([handle]), value=f"{{{{{handle}.{key}}}}}"
        )
        return Statement("value", text, (f"{handle}.{key}",))

    def _same(self, key: str, label: str, known: dict[str, Value]) -> Statement | None:
        handle, value = next(iter(known.items()))
        if spoken(value, self.market.locale, self.ledger.lexicon) is None:
            return None
        text = self.wording.say("say.same", label=label, value=f"{{{{{handle}.{key}}}}}")
        whole = claim("same", key, scope(list(known), self.ledger))
        return Statement("same", text, (*(f"{h}.{key}" for h in known), whole))

    def _range(self, key: str, label: str, known: dict[str, Value], whole: str) -> Statement | None:
        order = ranked(known)
        if order is None or order[0][1] == order[-1][1]:
            return None
        low, high = order[0][0], order[-1][0]
        shared = order[1][1] == order[0][1] or order[-2][1] == order[-1][1]
        if shared and len(order) > len((low, high)):  # an end that several share is nobody's own
            return self._kinds(key, label, known)
        is_pair = len(order) == len(
            (low, high)
        )  # of two nobody says "from one end of the scale to the other"
        text = self.wording.say(
            "say.pair" if is_pair else "say.range",
            label=label,
            low=f"{{{{{low}.{key}}}}}",
            low_name=self.names([low]),
            high=f"{{{{{high}.{key}}}}}",
            high_name=self.names([high]),
        )
        ends = [claim(end, key, whole) for end in ("lowest", "highest")]
        return Statement("range", text, (*(f"{h}.{key}" for h in known), *ends))

    def _kinds(self, key: str, label: str, known: dict[str, Value]) -> Statement | None:
        groups: dict[str, list[str]] = {}
        for handle, value in known.items():
            is_long = isinstance(value, Many) and len(value.values) > MOST_VALUES
            if is_long or spoken(value, self.market.locale, self.ledger.lexicon) is None:
                return None
            groups.setdefault(digest(value).casefold(), []).append(handle)
        if len(groups) > LONGEST_LIST or any(len(g) > LONGEST_LIST for g in groups.values()):
            return None
        clauses = [
            self.wording.say("part.group", value=f"{{{{{g[0]}.{key}}}}}", names=self.names(g))
            for g in groups.values()
        ]
        text = self.wording.say("say.kinds", label=label, groups=self.wording.joined(clauses))
        alike = [claim("same", key, "+".join(sorted(g))) for g in groups.values() if len(g) > 1]
        apart = claim("differ", key, "+".join(sorted(known)))
        return Statement("kinds", text, (*(f"{h}.{key}" for h in known), *alike, apart))


def ranked(known: dict[str, Value]) -> list[tuple[str, Decimal]] | None:
    """Products by amount, least first, in one base unit; None when the units do not compare."""
    amounts: list[tuple[str, tuple[str, Decimal]]] = []
    for handle, value in known.items():
        if isinstance(value, Money):
            amounts.append((handle, (value.currency, Decimal(value.minor))))
        elif isinstance(value, Quantity):
            unit = units().get(value.unit)
            size = unit.size if unit else 1
            amounts.append((handle, (unit.dimension if unit else value.unit, value.amount * size)))
    if len({dimension for _, (dimension, _) in amounts}) != 1:
        return None
    return sorted(((h, a) for h, (_, a) in amounts), key=lambda pair: (pair[1], pair[0]))


def reliances(
    block: int, references: Sequence[str], ledger: Ledger, market: Market, on: date | None = None
) -> list[Reliance]:
    """The facts and claims a block rests on, with what each said that day."""
    return [Reliance(block, each, state(each, ledger, market, on)) for each in dict.fromkeys(references)]
