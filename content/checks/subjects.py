"""Which product a sentence speaks of: by its name, by a noun that stands for it, by the head of its table's
column or row, by what was said before, or by the page's own."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final, Literal

from content.checks.blocks import Block
from content.checks.measuring import adjectives, frame
from content.checks.names import Mention, Names
from content.checks.phrases import Phrases
from content.checks.reading import Reading, Sentence
from content.checks.variants import Variants
from content.checks.view import fold, low
from content.checks.vocabulary import polarities
from content.checks.whose import cue
from content.ledger.ledger import Ledger
from content.ledger.once import once_per_ledger

Certainty = Literal["named", "carried", "page", "category", "any"]
_MOST: Final = 0.6  # share of the names on a page that makes it one product's
_FAR: Final = 30  # letters between "than" and the name something is measured by
_RUN: Final = 16  # letters between "unlike" and the name it is said of


@dataclass(frozen=True, slots=True)
class Subject:
    """Who a sentence is about, and how sure that is."""

    handles: tuple[str, ...]
    certainty: Certainty
    mentions: tuple[Mention, ...] = ()  # products it is said of
    others: tuple[Mention, ...] = ()  # products it only compares with ("unlike Luna", "wider than Luna")
    around: tuple[
        str, ...
    ] = ()  # products named in the section so far, for comparisons with what was said before
    variants: tuple[Mention, ...] = ()  # where the sentence points at one variant of its product
    on_page: tuple[str, ...] = ()  # every product named on the page
    main: tuple[str, ...] = ()  # the page's own: of its front matter, its title, or named most of all
    topic: tuple[str, ...] = ()  # the one product the section's heading names
    before: tuple[str, ...] = ()  # what the section spoke of before this sentence


@dataclass
class _Thread:
    """What was said so far in a section."""

    section: int = -1
    carried: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()  # carried at the end of the section before
    around: tuple[str, ...] = ()
    page: str | None = None
    block: Block | None = None
    topic: tuple[str, ...] = ()  # the product of the section's heading, else the first the paragraph spoke of
    is_headed: bool = False
    row: Block | None = None
    of_row: tuple[str, ...] = ()


def subjects(reading: Reading, names: Names, variants: Variants) -> Iterator[tuple[Sentence, Subject]]:
    """Every statement with what it is about; a heading or sentence hands its product on to the end of its
    section."""
    categories = _category_phrases(reading.ledger, reading.market.language)
    named_on_page = _named(names, reading.blocks)
    page, is_own = _page(reading, names)
    main = (page,) if page else ()
    nouns = names.nouns(dict.fromkeys((*named_on_page, *main)))
    stated = set(map(id, reading.statements))
    thread = _Thread(page=page)
    for sentence in reading.sentences:
        before = thread.carried if sentence.block.section == thread.section else ()
        mentions, others = _follow(thread, sentence, names, nouns)
        if id(sentence) in stated:
            handles = _handles(thread, sentence, mentions, names)
            subject = _subject(
                mentions,
                handles,
                thread.carried,
                page,
                thread.earlier if not is_own else (),
                _of_category(names, categories, sentence),
                named_on_page,
            )
            yield (
                sentence,
                replace(
                    subject,
                    others=others,
                    around=thread.around,
                    variants=tuple(_variants(variants, sentence, subject)),
                    on_page=named_on_page,
                    main=tuple(dict.fromkeys((*main, *thread.topic)))
                    if subject.certainty == "carried"
                    else main,
                    before=before,
                    topic=thread.topic if thread.is_headed else (),
                ),
            )


def _follow(
    thread: _Thread, sentence: Sentence, names: Names, nouns: Phrases
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The products a sentence names, by name or noun, and those it only compares with; the thread goes on with
    the first."""
    block = sentence.block
    if block.section != thread.section:
        thread.earlier = thread.carried or thread.earlier
        thread.section, thread.carried, thread.around, thread.topic = block.section, (), (), ()
        thread.is_headed = False
    by_name = names.mentions(sentence.text)
    found = sorted([*by_name, *names.stand_ins(sentence.low, nouns, by_name)], key=lambda m: (m.start, m.end))
    language, text = names.language, sentence.low
    apart = list(_joined([m for m in found if is_contrast(m, text, language)], found, text))
    own = [m for m in found if m not in apart]
    fitted = list(_joined([m for m in own if _is_fitted(m, text, language)], found, text))
    if len(fitted) < len(own) or thread.carried:
        own = [m for m in own if m not in fitted]
    measured = [
        m for m in own if _is_measured_by(m, text, language) and not _is_beside(m, found, text, language)
    ]
    measured = list(_joined(measured, found, text))
    if len(measured) < len(own) or thread.carried or thread.page:
        own = [m for m in own if m not in measured]
    spoken_of = tuple(dict.fromkeys(m.handle for m in own))
    if spoken_of and block.kind not in {"title", "description", "row"}:
        thread.carried = spoken_of
        if block.kind == "heading":
            headed = tuple(dict.fromkeys(mention.handle for mention in by_name))
            thread.is_headed, thread.topic = len(headed) == 1, headed[:1] or spoken_of[:1]
        if block is not thread.block and not thread.is_headed:
            thread.topic = spoken_of[:1]
        thread.block = block
    thread.around = tuple(dict.fromkeys((*thread.around, *(mention.handle for mention in found))))
    return tuple(own), tuple(m for m in found if m not in own)


def _handles(
    thread: _Thread, sentence: Sentence, mentions: tuple[Mention, ...], names: Names
) -> tuple[str, ...]:
    """Products of a sentence; of a cell those its column or else its row is about."""
    handles = tuple(dict.fromkeys(mention.handle for mention in mentions))
    block = sentence.block
    if block.kind != "row":
        return handles
    if block is not thread.row:
        thread.row = block
        thread.of_row = tuple(dict.fromkeys(m.handle for m in names.mentions(block.text)))
    return handles or _column(sentence, names) or thread.of_row


def _column(sentence: Sentence, names: Names) -> tuple[str, ...]:
    """The product named in the header over a cell."""
    block = sentence.block
    place = block.column((sentence.start, sentence.end))
    if block.header is None or place not in block.header.columns:
        return ()
    start, end = block.header.cells[block.header.columns.index(place)]
    return tuple(dict.fromkeys(m.handle for m in names.mentions(block.header.text[start:end])))


def _variants(variants: Variants, sentence: Sentence, subject: Subject) -> Iterator[Mention]:
    """The variants a sentence points at; a cell's by its column or row."""
    if subject.certainty in {"any", "category"} or len(subject.handles) != 1:
        return
    handle = subject.handles[0]
    if sentence.block.kind == "row":
        cell = (sentence.start, sentence.end)
        for title in (sentence.block.above(cell), sentence.block.label(cell)):
            variant = variants.of_title(low(title), handle, title)
            if variant:
                yield Mention(variant, 0, len(sentence.text))
                return
    yield from variants.mentions(sentence.low, handle, sentence.text)


def _is_measured_by(mention: Mention, text: str, language: str) -> bool:
    """`twenty degrees more than Luna`: Luna is only what something else is measured by."""
    than, equal = frame("than", language), frame("equal", language)
    if language == "ja":
        return (than.match(text, mention.end) or equal.match(text, mention.end)) is not None
    if any(0 <= mention.start - match.end() <= _RUN for match in equal.finditer(text, 0, mention.start)):
        return True
    found = list(than.finditer(text, 0, mention.start))
    between = text[found[-1].end() : mention.start] if found else ","
    if len(between) > _FAR or re.search("[,;]", between):
        return False
    reach = max(0, found[-1].start() - _FAR), found[-1].start()
    return any(
        word.pattern.search(text, *reach) for word in adjectives(language) if not word.is_highest
    ) or bool(cue("left", language).search(text, *reach))


def _is_fitted(mention: Mention, text: str, language: str) -> bool:
    """`The parasol fits the Balade and costs 25 €`: the price is the parasol's."""
    fits = cue("fits", language)
    if language == "ja":
        return fits.match(text, mention.end) is not None
    found = list(fits.finditer(text, max(0, mention.start - _FAR), mention.start))
    return bool(found) and _OBJECT.fullmatch(text, found[-1].end(), mention.start) is not None


_OBJECT: Final = re.compile(
    r" *(?:(?:both|also|only|auch|nur|beide|auf|den|dem|der|die|das|the|our|el|la|los|las|tanto|à|au|aux|le|les|l'"
    r"|كلا من|كل من|عربه|ال|ل|لل) *)*"
)


def _is_beside(mention: Mention, found: list[Mention], text: str, language: str) -> bool:
    """`tanto Luna como Nova`, `Luna comme Nova`: both, where only the word and an article stand between them."""
    before = next((m for m in reversed(found) if m.end <= mention.start), None)
    if before is None or language not in _BESIDE:
        return False
    return _BESIDE[language].fullmatch(text, before.end, mention.start) is not None


_BESIDE: Final = {
    "es": re.compile(r" como (?:el |la |los |las )?"),
    "fr": re.compile(r" comme (?:le |la |l'|les )?"),
}


def _joined(apart: list[Mention], found: list[Mention], text: str) -> Iterator[Mention]:
    """Of names behind one "unlike" or "than" the first and those joined to it: "anders als Luna wiegt Nova"."""
    left: list[Mention] = []  # said of after all
    for mention in apart:
        before = next((m for m in reversed(found) if m.end <= mention.start), None)
        is_free = before is not None and not _JOINT.fullmatch(text, before.end, mention.start)
        if before in left or (before in apart and is_free):
            left.append(mention)
        else:
            yield mention


_JOINT: Final = re.compile(
    r"\s*(?:[,、・/]|and|or|y|o|et|ou|und|oder|noch|و|او|や|と)*\s*(?:the|el|la|le|der|die|das|den|dem|l'|و)?\s*"
)


def is_contrast(mention: Mention, text: str, language: str) -> bool:
    """`unlike Luna`: said of everything but Luna."""
    unlike = polarities(language).unlike
    if language == "ja":
        return bool(unlike.match(text, mention.end))
    found = list(unlike.finditer(text, 0, mention.start))
    between = text[found[-1].end() : mention.start] if found else ","
    return len(between) <= _RUN and not re.search("[,،、;]", between)


def _family(ledger: Ledger, handle: str) -> str:
    return ledger.products[handle].family or handle


def _subject(
    found: tuple[Mention, ...],
    handles: tuple[str, ...],
    carried: tuple[str, ...],
    page: str | None,
    earlier: tuple[str, ...],
    category: tuple[str, ...],
    named_on_page: tuple[str, ...],
) -> Subject:
    if handles:
        return Subject(handles, "named", found)
    if carried:
        return Subject(carried, "carried", found)
    if page and set(earlier) - {page}:  # "Is it comfortable? …": the page's, or what was spoken of last
        return Subject(tuple(dict.fromkeys((*earlier, page))), "carried", found)
    if page:
        return Subject((page,), "page", found)
    if category:
        return Subject(category, "category", found)
    return Subject(named_on_page, "any", found)


def _page(reading: Reading, names: Names) -> tuple[str | None, bool]:
    """The product a page is about and whether it says so itself: that of its front matter, the only one in its title;
    else the one it names most."""
    sku = reading.ledger.resolve(reading.draft.sku) if reading.draft.sku else None
    if sku:
        return _family(reading.ledger, sku), True
    titled = {mention.handle for mention in names.mentions(reading.blocks[0].text)}
    if len(titled) == 1:
        return next(iter(titled)), True
    counts = Counter(m.handle for block in reading.blocks for m in names.mentions(block.text))
    most = counts.most_common(1)
    is_most = bool(most) and not titled and most[0][1] >= _MOST * counts.total()
    return (most[0][0] if is_most else None), False


def _named(names: Names, blocks: Iterable[Block]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.handle for block in blocks for m in names.mentions(block.text)))


@once_per_ledger
def _category_phrases(ledger: Ledger, language: str) -> Phrases:
    entries = []
    for key in ledger.categories():
        words = ledger.lexicon.synonyms("category", key, language)
        entries += [(low(fold(word)), key) for word in words]
    return Phrases(entries)


def _of_category(names: Names, categories: Phrases, sentence: Sentence) -> tuple[str, ...]:
    keys = {key for _, _, keys in categories.find(sentence.low) for key in keys}
    found = [names.of_category(key) for key in sorted(keys)]
    return found[0] if len(found) == 1 else tuple(chain(*found))  # one line of goods may be 10,000 products
