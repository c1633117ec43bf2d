"""The proofreader at work: a model, the shop's secret, and what is said when it says nothing."""

from collections.abc import Sequence
from typing import Final

from content.checks import ruled
from content.checks.reading import Reading
from content.errors import ModelError
from content.models.model import ChatModel
from content.proofreading.reading import Claims, read
from content.proofreading.sheet import Sheet, sheet
from content.proofreading.weighing import CONTRADICTED, UNLISTED, UNSTATED, weighed
from content.records import Finding

SILENT: Final = "proof.silent"  # no rule approves an article that has it
_ASSEMBLED: Final = "assembler"
RULES: Final = (CONTRADICTED, UNSTATED, UNLISTED, SILENT)


class Proofreader:
    """A model with the shop's secret. Whether it may proofread is `admission.py`'s business."""

    def __init__(self, model: ChatModel, secret: bytes) -> None:
        self.model = model
        self._secret = secret

    def claims(self, page: Sheet) -> Claims:
        """What it reads in an article. ModelError when no answer comes."""
        return read(self.model, page, self._secret)

    def weigh(self, findings: Sequence[Finding], reading: Reading) -> list[Finding]:
        """What becomes of the checks' findings, in the order of the text. ModelError when no answer comes."""
        page = sheet(reading)
        return weighed(findings, self.claims(page), page, reading)


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
