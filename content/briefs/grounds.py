"""What an outline is made from, and what may be stated of it in this market: facts with a word here, true claims."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from content.dossier import Dossier
from content.ledger.ledger import Ledger
from content.locales import value as spoken
from content.plan.answered import Matter, is_about
from content.plan.catalogue import sayable
from content.plan.vocabulary import vocabulary_of
from content.records import UNKNOWN, Advice, Assignment, Choice, Many, Money, Quantity, Text, Value, sides_of
from content.reliance import NOBODY, claim, scope, state
from content.writing.page import Page
from seo.language import stems
from seo.records import Market

MOST_FACTS = 30  # of a section: more is a catalogue, and no help to a writer
FALSE_STATES = frozenset({NOBODY, "false", "unknown", "gone"})
"""What a claim comes to that may not be made."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """The page as the model-free writer sees it, what was read elsewhere, and the day."""

    page: Page
    dossier: Dossier
    on: date | None
    named: tuple[str, ...] = ()  # attributes the page is about, where it is not about all of its aspect
    advised: frozenset[str] = (
        frozenset()
    )  # attributes no product here states, asked for and answered by advice

    @property
    def assignment(self) -> Assignment:
        """What is to be written."""
        return self.page.assignment

    @property
    def ledger(self) -> Ledger:
        """The facts."""
        return self.page.ledger

    @property
    def market(self) -> Market:
        """Where it is read."""
        return self.page.market

    @property
    def language(self) -> str:
        """In which it is written."""
        return self.page.language

    @property
    def handles(self) -> tuple[str, ...]:
        """The products it is about."""
        return self.assignment.handles

    @property
    def label(self) -> str:
        """What the page is about in a word or two: what it is named for, else its aspect."""
        words = (self.ledger.lexicon.attribute(key, self.language) for key in self.named)
        return next(filter(None, words), self.page.label)

    @property
    def of_aspect(self) -> tuple[str, ...]:
        """What is stated of the page's aspect; none of it beyond what the page rests on, where that was narrowed."""
        keys = () if self.named else self.ledger.keys(self.handles)
        return tuple(key for key in keys if self.ledger.lexicon.aspect(key) == self.assignment.aspect)

    def value(self, subject: str, key: str) -> Value:
        """What is stated here on the day."""
        return self.ledger.fact(subject, key, self.market, self.on).value

    def is_known(self, subject: str, key: str) -> bool:
        """Whether it is stated and can be said in the market's language."""
        return self.value(subject, key) != UNKNOWN and sayable(self.ledger, [subject], key, self.market)

    def facts(self, keys: Iterable[str], handles: Sequence[str] = ()) -> list[str]:
        """What is known of the products, attribute by attribute, what they lack first."""
        found = [
            (key, f"{handle}.{key}")
            for key in dict.fromkeys(keys)
            for handle in handles or self.handles
            if self.is_known(handle, key)
        ]
        lacking = [ref for key, ref in found if self.value(ref.split(".")[0], key) is False]
        return list(dict.fromkeys([*lacking, *(ref for _, ref in found)]))

    def claims(self, keys: Iterable[str]) -> list[str]:
        """Claims over the products that are true here today."""
        found: list[str] = []
        for key in dict.fromkeys(keys):
            known = [h for h in self.handles if self.is_known(h, key)]
            if len(known) > 1:
                found += self._over(key, known)
            found += [claim("count", f"{h}.{key}") for h in known if isinstance(self.value(h, key), Many)]
        return [each for each in found if state(each, self.ledger, self.market, self.on) not in FALSE_STATES]

    def _over(self, key: str, known: Sequence[str]) -> list[str]:
        values = [self.value(h, key) for h in known]
        whole = scope(known, self.ledger)
        if all(isinstance(v, bool) for v in values):
            yes = sum(value is True for value in values)
            if yes in (0, len(values)):
                return [claim("same", key, whole)]
            return [claim("having" if 2 * yes <= len(values) else "lacking", key, whole)]  # the shorter list
        sides = [s for v in values for s in sides_of(v)]
        if not all(isinstance(s, Quantity | Money) for s in sides):
            return [claim("same", key, whole)]
        if len(set(values)) == 1:
            return [claim("same", key, whole)]
        if len(known) == 2:  # noqa: PLR2004  of two, one is less: "the lowest" would be grand
            return [claim("less", f"{a}.{key}", f"{b}.{key}") for a, b in (known, known[::-1])]
        return [end for name in ("lowest", "highest") if self._is_one(end := claim(name, key, whole))]

    def _is_one(self, end: str) -> bool:
        """An end that several share is nobody's own."""
        return "+" not in state(end, self.ledger, self.market, self.on)

    def unknown(self, keys: Iterable[str], handles: Sequence[str] = ()) -> list[tuple[str, str]]:
        """Product and attribute that nobody has stated; what the shop promises for all its goods is stated of each."""
        return [
            (handle, key)
            for key in dict.fromkeys(keys)
            if not self._is_promised(key) and key not in self.advised
            for handle in handles or self.handles
            if self.value(handle, key) == UNKNOWN
        ]

    def _is_promised(self, key: str) -> bool:
        return key == "warranty" and self.value("shop", "warranty_period") != UNKNOWN

    @property
    def matter(self) -> Matter:
        """The same as the plan sees it."""
        return replace(self.page.matter, on=self.on)

    def is_about_us(self, about: Sequence[str]) -> bool:
        """Whether advice or evidence is about these products, their line, or everything."""
        return is_about(about, self.assignment.category, self.handles)

    def words(self, *texts: Text) -> str:
        """Texts in the market's language, one after the other."""
        return "\n\n".join(said for text in texts if (said := text.get(self.language)))

    def spoken(self, advice: Advice) -> list[str]:
        """Attributes that a piece of advice speaks of, in whichever language it is read."""
        language = self.page.tongue(advice.answer)
        texts = (advice.title, advice.answer, advice.body)
        said = "\n\n".join(told for text in texts if (told := text.get(language)))
        named = vocabulary_of(self.ledger, language).understand(said).keys("attribute")
        return list(dict.fromkeys([*self._chosen(said, language), *named]))

    def _chosen(self, text: str, language: str) -> list[str]:
        """Attributes by whose values a text tells products apart: advice "for eyelets" needs to say who has them."""
        told = set(stems(text, language))
        keys = dict.fromkeys(key for key in self.ledger.keys(list(self.handles)))
        return [
            key
            for key in keys
            if any(
                own and own <= told
                for handle in self.handles
                for word in self._words_of(handle, key, language)
                if (own := set(stems(word, language)))
            )
        ]

    def _words_of(self, handle: str, key: str, language: str) -> Iterator[str]:
        """A product's choices, in a language."""
        locale = self.market.locale if language == self.language else language
        value = self.value(handle, key)
        for side in sides_of(value):
            if isinstance(side, Choice) and (word := spoken(side, locale, self.ledger.lexicon)):
                yield word
