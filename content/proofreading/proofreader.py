"""The proofreader at work: a model, the shop's secret, and what is said when it says nothing."""

from collections.abc import Sequence
from typing import Final

from content.checks import ruled
from content.checks.reading import Reading
from content.errors import ModelError
from content.models.model import ChatModel
from content.proofreading.catalogue import filled
from content.proofreading.contrary import contrary
from content.proofreading.formulas import products_in
from content.proofreading.meant import CONTRARY, OFFENCE, confirmed, gone_against, meant
from content.proofreading.own import OwnWords
from content.proofreading.reading import read
from content.proofreading.rereading import Doubts, reread
from content.proofreading.settling import doubted, merged, settled, together
from content.proofreading.sheet import sheet
from content.proofreading.tagging import tagged
from content.proofreading.weighing import CONTRADICTED, UNLISTED, UNSTATED, Weighed, in_order, weigh
from content.records import Finding, Severity

SILENT: Final = "proof.silent"  # no rule approves an article that has it
UNSETTLED: Final = "What one reading found stands."
_ASSEMBLED: Final = "assembler"
RULES: Final = (CONTRADICTED, UNSTATED, UNLISTED, CONTRARY, OFFENCE, SILENT)


class Proofreader:
    """A model with the shop's secret. Whether it may proofread is `admission.py`'s business."""

    def __init__(self, model: ChatModel, secret: bytes) -> None:
        self.model = model
        self._secret = secret

    def weigh(self, findings: Sequence[Finding], reading: Reading) -> list[Finding]:
        """What becomes of the checks' findings, in the order of the text. ModelError when no answer comes to the first
        reading; where none comes to the second, the first stands: it blocks more."""
        return self.weigh_each([findings], reading)[0]

    def weigh_each(self, found: Sequence[Sequence[Finding]], reading: Reading) -> list[list[Finding]]:
        """The same for several lists of findings on one text: read once, and once more what is doubtful in any."""
        page = sheet(reading)
        claims = read(self.model, page, self._secret)
        tags = tagged(self.model, page, reading.market, self._secret)
        first = [weigh(findings, claims, page, reading) for findings in found]
        against = contrary(self.model, page, reading, self._secret)
        waiting = [
            [*meant(findings, tags, one), *gone_against(against, one)]
            for findings, one in zip(found, first, strict=True)
        ]
        marks = tuple(each.mark for some in waiting for each in some)
        doubts = together([*map(doubted, first), Doubts(frozenset(), marks)])
        if not doubts:
            return [each.findings() for each in first]
        try:
            columns = filled(reading, products_in(claims.claims, page))
            own = OwnWords(reading).beside(line.text for line in page.lines if line.number in doubts.lines)
            again = reread(self.model, page, doubts, columns, self._secret, own)
        except ModelError as error:
            return [
                _unsettled(one, confirmed(some, None, doubts), f"{error} {UNSETTLED}", reading)
                for one, some in zip(first, waiting, strict=True)
            ]
        whole = merged(claims, again.claims, doubts, page)
        return [
            in_order(
                [
                    *settled(findings, one, weigh(findings, whole, page, reading), again, doubts),
                    *confirmed(some, again, doubts),
                ]
            )
            for findings, one, some in zip(found, first, waiting, strict=True)
        ]


def _unsettled(first: Weighed, waiting: Sequence[Finding], says: str, reading: Reading) -> list[Finding]:
    """What stands after one reading; where it blocks or something waited for a second, with a word that there was none:
    what a second lets go may not be taken for false, nor what it would have found for true."""
    found = in_order([*first.findings(), *waiting])
    if not waiting and all(finding.severity is not Severity.BLOCK for finding in found):
        return found
    return [*ruled([reading.page_finding(SILENT, says)]), *found]


def proofread(
    proofreader: Proofreader | None, findings: Sequence[Finding], reading: Reading
) -> list[Finding]:
    """The findings after the proofreader, where there is one; where it does not answer, as they were, and one more that
    says so. What was assembled out of rows and the shop's own words is not read: there is nothing to find in it."""
    if proofreader is None or reading.draft.written_by == _ASSEMBLED:
        return list(findings)
    try:
        return proofreader.weigh(findings, reading)
    except ModelError as error:
        return [*ruled([reading.page_finding(SILENT, f"{error} What the checks found stands.")]), *findings]
