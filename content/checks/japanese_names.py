"""Names in Japanese, where no blank parts words: `とき` is a teapot in `「とき」` and "when" anywhere else."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal

from content.ledger import japanese_titles
from content.ledger.ledger import Ledger
from content.ledger.once import once_per_ledger

_ANOTHER: Final = re.compile(r"(?:もう(?:1|一)つの|別の|他の|ほかの|お?手持ちの|普通の|一般的な)$")
_BEFORE_ANOTHER: Final = 8
_HIRAGANA: Final = re.compile(r"[ぁ-ゖー]+")
_SURE: Final = 3  # letters of a name in hiragana that may stand without quotation marks
_QUOTED: Final = re.compile(r"[」』]")
_SIZED: Final = re.compile(r"\s?[A-Z0-9]")
_LETTER: Final = re.compile(r"[ぁ-ゖー]")
_PARTICLE: Final = re.compile(r"[はがをでともやのへ]")  # not に: こまめに is how one cleans


@once_per_ledger
def kind_place(ledger: Ledger) -> Literal["first", "last", ""]:
    """Where the shop's titles say what the thing is, `急須 とき` or `朝霧 タオル`; empty where that cannot be told."""
    families = ledger.families()
    return japanese_titles.kind_place(
        (ledger.name(each.handle, "ja"), ledger.lexicon.synonyms("category", each.category, "ja"))
        for each in families
    )


def joined_by_no(title: str, kinds: Iterable[str]) -> Iterator[str]:
    """How a title is said in a sentence: `小春のはさみ` of `小春 はさみ`, `ひのきのまな板` of `ひのきまな板`."""
    words = japanese_titles.title_words(title)
    if len(words) > 1:
        yield f"{words[0]}の{words[1]}"
    for kind in kinds:
        ahead = words[0].removesuffix(kind) if words else ""
        if ahead and ahead != words[0]:
            yield f"{ahead}の{kind}"


def is_soft(word: str) -> bool:
    """Whether it is all hiragana, as endings and many common words are."""
    return bool(_HIRAGANA.fullmatch(word))


def is_another(text: str, start: int) -> bool:
    """Whether it is said of any other such thing: `お手持ちの`, `普通の`."""
    return bool(_ANOTHER.search(text, max(0, start - _BEFORE_ANOTHER), start))


def is_named(text: str, start: int, end: int) -> bool:
    """Whether a product's name in a text is meant as one: a short one stands in quotation marks or before a size."""
    if is_another(text, start):
        return False
    name = text[start:end]
    if len(name) > 1 and not is_soft(name):
        return True
    if _QUOTED.match(text, end) or _SIZED.match(text, end):
        return True
    return len(name) >= _SURE and _is_apart(text[:start][-1:]) and _is_apart(text[end : end + 1])


def _is_apart(neighbour: str) -> bool:
    return not _LETTER.match(neighbour) or bool(_PARTICLE.match(neighbour))
