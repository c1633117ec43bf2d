"""The table and the chart a writer may ask for by a word; code draws them from the ledger."""

import re
from dataclasses import replace
from typing import Final

from content.writing.model.parts import Block
from content.writing.model.task import Task
from content.writing.phrases import Wording
from content.writing.tables import attribute_table, route_table, variant_table

TABLE, CHART = "[table]", "[chart]"
_SIZES: Final = re.compile(r"\[sizes ([a-z0-9-]+)\]")
_MOST: Final = 8  # bars a small chart can hold


def table(task: Task) -> Block | None:
    """The brief's table: its attributes over the article's products, the sizes of one, or the delivery routes."""
    wanted = _wanted(task, "table")
    if wanted is None:
        return None
    assignment = replace(task.assignment, attributes=tuple(wanted) or task.assignment.attributes)
    wording = Wording(task.market.language, task.assignment.ordinal)
    if task.assignment.aspect == "delivery":
        told = route_table(task.ledger, task.market, wording)
    else:
        told = attribute_table(assignment, task.ledger, wording)
        told = told if told[0] else variant_table(assignment, task.ledger, wording)
    return Block(told[0], told[1]) if told[0] else None


def sizes(task: Task, handle: str) -> Block | None:
    """The sizes of a product side by side, where the brief speaks of variants: what goes with what."""
    products = task.ledger.products
    facts = (ref.partition(".") for each in task.brief.sections for ref in each.facts)
    keys = [key for subject, _, key in facts if subject in products and products[subject].family]
    if not keys or handle not in task.assignment.handles:
        return None
    assignment = replace(task.assignment, attributes=tuple(dict.fromkeys(keys)), handles=(handle,))
    told = variant_table(assignment, task.ledger, Wording(task.market.language, task.assignment.ordinal))
    return Block(told[0], told[1]) if told[0] else None


def sized(task: Task) -> list[str]:
    """The products whose sizes are on offer."""
    return [handle for handle in task.assignment.handles if sizes(task, handle)]


def chart(task: Task) -> Block | None:
    """The brief's chart: one amount of the article's products, as bars."""
    wanted = _wanted(task, "chart")
    if not wanted:
        return None
    of = "+".join(task.assignment.handles[:_MOST])
    return Block(f"![](chart:{wanted[0]}?of={of})")


def placed(block: Block, task: Task) -> Block | None:
    """A writer's block with its table or chart in place; None where there is none to place."""
    if block.text == TABLE:
        return table(task)
    if found := _SIZES.fullmatch(block.text):
        return sizes(task, found[1])
    if block.text == CHART:
        return chart(task)
    return block


def _wanted(task: Task, kind: str) -> list[str] | None:
    """The attributes behind `table width price`; None when the brief asks for something else."""
    name, *keys = task.brief.picture.split() or [""]
    return keys if name == kind else None
