"""Limits and conditions that product descriptions state and no column can hold, each as the shop's own sentence."""

from content.ledger.ledger import Ledger
from content.ledger.own_words import LIMITS, said
from content.proposing.conditions import is_known, is_limit, whole
from content.proposing.descriptions import Told, descriptions
from content.proposing.proposal import Proposal


def limits(ledger: Ledger) -> list[Proposal]:
    """Every such sentence once, in the order of the catalogue; none that was accepted already."""
    found = [
        _proposal(told, sentence)
        for told in descriptions(ledger)
        if is_known(told.language)
        for sentence in whole(told.text)
        if is_limit(sentence, told.language) and not _is_held(sentence, told, ledger)
    ]
    return list(dict.fromkeys(found))


def _is_held(sentence: str, told: Told, ledger: Ledger) -> bool:
    return any(sentence in said(ledger.fact(handle, LIMITS).value, told.language) for handle in told.handles)


def _proposal(told: Told, sentence: str) -> Proposal:
    attribute = f"{LIMITS}@{told.language}"
    return Proposal(told.sku, attribute, sentence, "", sentence, told.fact.source, told.fact.row or 0)
