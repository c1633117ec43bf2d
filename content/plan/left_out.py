"""The topics that are left, for a person's eye: the most wanted first, and a word that alone leaves several once.

"not in the catalogue: fahrrad" of nine searches is one missing line of words.csv and no nine findings.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from content.plan.concepts import FOREIGN
from content.records import Assignment
from seo.language import stem

SHOWN = 8  # lines; `acreage topics` has all
EXAMPLES = 3  # searches named for one word


def told(left: Sequence[Assignment]) -> list[str]:
    """A line for each reason, the one with most impressions first, with the cure where a word alone is the reason."""
    reasons = sorted(_reasons(left), key=lambda each: (-_shown(each), -_heard(each), each[0].topic.name))
    lines = [_line(each) for each in reasons[:SHOWN]]
    rest = sum(map(len, reasons[SHOWN:]))
    return [*lines, f"and {rest} more: acreage topics --full"] if rest else lines


def _reasons(left: Sequence[Assignment]) -> Iterator[list[Assignment]]:
    """Topics that one word alone leaves, together; every other by itself; of each the most wanted first."""
    found: dict[tuple[str, ...], list[Assignment]] = defaultdict(list)
    for each in sorted(left, key=lambda a: (-_shown([a]), -_heard([a]), a.topic.name)):
        language, words = each.topic.language, foreign(each)
        alone = (language, stem(words[0], language)) if len(words) == 1 else (language, "", each.id)
        found[alone].append(each)
    yield from found.values()


def foreign(each: Assignment) -> list[str]:
    """The words for which a topic is left; none where it is left for another reason."""
    return each.why.removeprefix(FOREIGN).split(", ") if each.why.startswith(FOREIGN) else []


def _line(topics: Sequence[Assignment]) -> str:
    first = topics[0]
    seen = f"{_shown(topics):,} impressions" if _shown(topics) else f"heard {_heard(topics)} times"
    if len(topics) == 1:
        return f"{first.topic.name} ({first.market.locale}, {seen}): {first.why}"
    named = "; ".join(each.topic.name for each in topics[:EXAMPLES])
    more = f"; and {len(topics) - EXAMPLES} more" if len(topics) > EXAMPLES else ""
    plainest = min((each.topic.name for each in topics), key=lambda name: (len(name), name))
    return (
        f"{len(topics)} × {foreign(first)[0]} ({first.market.locale}, {seen}): {named}{more}. Where you sell that, "
        f"say so in words.csv: <product line>,{first.topic.language},{plainest},<your name>"
    )


def _shown(topics: Sequence[Assignment]) -> int:
    return sum(each.support.shown or 0 for each in topics)


def _heard(topics: Sequence[Assignment]) -> int:
    return sum(each.support.heard for each in topics)
