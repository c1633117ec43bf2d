"""What the shop promises in a market: delivery, route by route, and returns."""

from collections.abc import Container

from content.ledger.ledger import Ledger
from content.ledger.own_words import TERMS, said
from content.records import UNKNOWN
from content.reliance import claim
from content.writing.page import Block, Page, Part, destination
from content.writing.tables import is_told, route_table
from seo.records import Market


def delivery(page: Page) -> Block | None:
    """Every route to this market with its own time and price."""
    text, relies = route_table(page.ledger, page.market, page.wording)
    if not text:
        return None
    return Block("delivery", page.heading("delivery"), (*page.lead("delivery"), Part(text, relies)))


def routes_sentence(page: Page) -> list[Part]:
    """Every route in one sentence; two routes stay two."""
    clauses = []
    for route in routes(page.ledger, page.market):
        known = {
            slot: f"{{{{shop.delivery_{route}_{what}}}}}"
            for slot, what in {"name": "name", "days": "days", "cost": "cost", "amount": "free_from"}.items()
            if is_told(page.ledger, f"delivery_{route}_{what}", page.market)
        }
        clauses.append(page.wording.say(f"part.{_shape(known)}", **known))
    if not clauses:
        return []
    text = page.wording.say("say.delivery", routes=page.wording.joined(clauses), **destination(page))
    return [Part(text, (claim("routes"),)), *_terms(page, TERMS["delivery"])]


def _terms(page: Page, key: str) -> list[Part]:
    """What a person has accepted of the shop's own page, where that is in the page's language."""
    value = page.ledger.fact("shop", key, page.market).value
    return [Part(f"{{{{shop.{key}}}}}")] if said(value, page.language) else []


def _shape(known: Container[str]) -> str:
    """The pattern for what is known of a route beside its days: `route_free`, `route_nameless_days`."""
    named = "route" if "name" in known else "route_nameless"
    return named + "_free" * ("amount" in known) + "_days" * ("cost" not in known)


def routes(ledger: Ledger, market: Market) -> list[str]:
    """Names of the delivery routes to a market, in the order of facts.toml."""
    found = (
        fact.key.removeprefix("delivery_").removesuffix("_days")
        for fact in ledger.facts("shop")
        if fact.key.startswith("delivery_") and fact.key.endswith("_days") and fact.market == market.country
    )
    return list(dict.fromkeys(found))


def returns_sentence(page: Page) -> list[Part]:
    """How long a return may take, and the rules in the shop's own words."""
    parts = []
    if page.ledger.fact("shop", "returns_days", page.market).value != UNKNOWN:
        parts.append(Part(page.wording.say("say.returns", days="{{shop.returns_days}}")))
    if page.ledger.fact("shop", "returns_text", page.market).value != UNKNOWN:
        parts.append(Part("{{shop.returns_text}}"))
    return [*parts, *_terms(page, TERMS["returns"])]
