"""A shop of seven products, and what a proofreader's words come to on a few lines about them.

P1 is the towel, P2 the kettle, P3 the stove, P4 the curtain with its lengths P5 and P6, P7 the rug with P8 and P9.
"""

from functools import cache
from pathlib import Path

from content.checks import examine
from content.checks.reading import Reading
from content.files import parse_draft
from content.ledger.ledger import Ledger, read_ledger
from content.proofreading.holding import Held, hold
from content.proofreading.reading import Claims
from content.proofreading.sheet import sheet
from content.proofreading.weighing import weighed
from content.records import Finding, Severity
from content.shop import load_shop


@cache
def ledger() -> Ledger:
    """The shop, read once."""
    return read_ledger(load_shop(Path(__file__).with_name("shop")))


def reading(body: str, locale: str = "en-GB", title: str = "Kai", more: str = "") -> Reading:
    """A page of the shop."""
    market = next(each for each in ledger().shop.markets if each.locale == locale)
    front = f"---\ntitle: {title}\nlang: {locale[:2]}\nmarket: {locale}\n{more}---\n"
    return Reading(parse_draft(front + body, "page.md"), ledger(), market)


def shown(body: str, locale: str = "en-GB") -> list[str]:
    """The lines under the title as a proofreader sees them."""
    return [line.text for line in sheet(reading(body, locale)).lines[1:]]


def held(formula: str, body: str = "") -> Held:
    """What the ledger makes of a formula over the numbers of a body."""
    page = reading(body)
    return hold(formula, sheet(page), page)


def blind(
    body: str | Reading,
    claims: tuple[str, ...] = (),
    unlisted: tuple[str, ...] = (),
    free: tuple[int, ...] = (),
) -> tuple[list[Finding], list[Finding]]:
    """The findings before and after a proofreader that says this."""
    page = body if isinstance(body, Reading) else reading(body)
    said = Claims(claims=list(claims), unlisted=list(unlisted), free=list(free))
    before = examine(page)
    return before, weighed(before, said, sheet(page), page)


def blocks(found: list[Finding]) -> list[tuple[str, str]]:
    """Rule and quote of what blocks."""
    return [(each.rule, each.quote) for each in found if each.severity is Severity.BLOCK]


def fate(found: list[Finding], rule: str) -> list[str]:
    """How heavy every finding of a rule is."""
    return [each.severity.value for each in found if each.rule == rule]
