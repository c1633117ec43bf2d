"""What a week's articles would use, before any of it is paid: measured medians times the articles, and the limits.

A median is no promise: the limits of `[models]` are what is kept. What a price list does not say is not guessed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from content.models.limits import MILLION, Limits
from content.models.settings import Role, RoleName

# Tokens in and out of an article. Writer and judge: tests/benchmarks/bench_writer.py, the median of 19 articles.
# Proofreader: README, "A proofreader": claims, manners, the shop's own words, and every second article once more.
EACH: Final[Mapping[RoleName, tuple[int, int]]] = {
    "writer": (8_400, 1_400),
    "judge": (18_300, 1_100),
    "proofreader": (8_200, 560),
}
_VERBS: Final[Mapping[RoleName, str]] = {"writer": "write", "judge": "judge", "proofreader": "proofread"}
NOTHING: Final = "Cost at most 0 (the assembler uses no model)."


@dataclass(frozen=True, slots=True)
class Use:
    """What one role would use for all articles."""

    role: RoleName
    tokens_in: int
    tokens_out: int
    cost: int | None  # millionths of a dollar; None: nobody says what the model costs


def estimate(articles: int, roles: Mapping[RoleName, Role]) -> tuple[Use, ...]:
    """What the shop's models would use. Without a writer nothing is proofread: the assembler's words are the shop's."""
    asked = [name for name in EACH if name in roles and (name != "proofreader" or "writer" in roles)]
    return tuple(_use(name, articles, roles[name]) for name in asked)


def _use(name: RoleName, articles: int, role: Role) -> Use:
    tokens_in, tokens_out = (each * articles for each in EACH[name])
    price = role.known_price
    return Use(name, tokens_in, tokens_out, None if price is None else price.most(tokens_in, tokens_out))


def told(articles: int, roles: Mapping[RoleName, Role], limits: Limits) -> str:
    """The estimate and the limits that hold, in a line or two for the person who pays."""
    uses = estimate(articles, roles)
    if not uses:
        return NOTHING
    used = ", ".join(f"{u.tokens_in:,} tokens in and {u.tokens_out:,} out to {_VERBS[u.role]}" for u in uses)
    noun = "1 article uses" if articles == 1 else f"{articles} articles use"
    first = f"{noun} some {used} (measured medians): {_cost(uses)}."
    return f"{first}\nLimits: {'; '.join(_limits(limits)) or 'none'}."


def _cost(uses: Sequence[Use]) -> str:
    known = [use.cost for use in uses if use.cost is not None]
    unknown = [use.role for use in uses if use.cost is None]
    gaps = " and ".join(f"[{role}]" for role in unknown)
    lacking = f"price not known: set price_in and price_out in {gaps}" if unknown else ""
    summed = f"about {_dollars(sum(known))} US dollars" if known else ""
    return "; ".join(part for part in (summed, lacking) if part)


def _dollars(millionths: int) -> str:
    """To the cent, finer below one: nothing that costs reads as 0."""
    dollars = millionths / MILLION
    return f"{dollars:.2f}" if millionths >= MILLION // 100 else f"{dollars:.4f}"


def _limits(limits: Limits) -> Iterator[str]:
    """Those that are set, as `[models]` of shop.toml names them."""
    dollars = (("week_usd", limits.week_cost), ("article_usd", limits.article_cost))
    tokens = (("week_tokens", limits.week_tokens), ("article_tokens", limits.article_tokens))
    yield from (f"{name} {most / MILLION:g}" for name, most in dollars if most is not None)
    yield from (f"{name} {most:,}" for name, most in tokens if most is not None)
