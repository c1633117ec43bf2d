"""What is said of every one of them, `all three include a cover`, where some have it and some have not."""

import re
from collections.abc import Iterator
from typing import Final

from content.checks.assertions import Assertion
from content.checks.reading import Sentence
from content.checks.truth import Truth
from content.checks.vocabulary import polarities

_THREE: Final = re.compile(r"three|drei|tres|trois|ثلاث|[3三3]")


def is_said_of_every(
    assertion: Assertion, sentence: Sentence, owners: tuple[str, ...], certainty: str, truth: Truth
) -> bool:
    """Whether its clause says `both` or `all three`, and whichever two or three products or sizes that may mean,
    one of them speaks against it."""
    match = polarities(truth.language).both.search(sentence.low, *assertion.clause)
    if not match:
        return False
    count = 3 if _THREE.search(match.group()) else 2
    groups = [group for group in _groups(owners, truth, is_sure=certainty != "any") if len(group) == count]
    return bool(groups) and all(any(truth.denies(each, assertion) for each in group) for group in groups)


def _groups(owners: tuple[str, ...], truth: Truth, *, is_sure: bool) -> Iterator[tuple[str, ...]]:
    """The products themselves, where it is sure who is spoken of, and the sizes of each."""
    if is_sure:
        yield owners
    yield from (truth.ledger.products[handle].variants for handle in owners)
