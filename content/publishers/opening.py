"""A shop's `[[publish]]` tables against the kinds there are: what is misspelt or missing is said in one line."""

from collections.abc import Mapping
from pathlib import Path

from content.errors import ShopError
from content.publishers import PLACES, PUBLISHERS
from content.publishers.place import Place, Setting
from content.shop import Shop, Target
from content.strict_toml import nearest


def open_place(
    target: Target, shop: Shop, secret: str, environment: Mapping[str, str] | None = None,
    database: str | Path = "",
) -> Place:  # fmt: skip
    """The place of a table; ShopError names the key or the variable to set."""
    kind = kind_of(target)
    if kind.secret and not secret:
        raise ShopError(
            f"[[publish]] {target.name}: its secret is not set: put it into the environment as "
            f"{secret_name(target)}."
        )
    return kind(Setting(target, shop, secret, environment=environment or {}, database=database))


def kind_of(target: Target) -> type[Place]:
    """The class of a table, its keys looked at."""
    kind = PLACES.get(target.kind)
    if kind is None:
        known = sorted([*PLACES, *PUBLISHERS])
        hint = nearest(target.kind, known) or f" (known: {', '.join(known)})"
        raise ShopError(f"[[publish]] {target.name}: kind {target.kind!r} is not known{hint}.")
    wanted = {key for key, says in kind.settings.items() if says.startswith("!")}
    lacking = sorted(wanted - {key for key, value in target.settings.items() if value != ""})
    if lacking:
        raise ShopError(
            f"[[publish]] {target.name}: key {lacking[0]!r} is missing: {kind.settings[lacking[0]].lstrip('!')}."
        )
    foreign = sorted(set(target.settings) - set(kind.settings))
    if foreign:
        hint = nearest(foreign[0], sorted(kind.settings))
        raise ShopError(f"[[publish]] {target.name}: key {foreign[0]!r} is not known{hint}.")
    return kind


def secret_name(target: Target) -> str:
    """The environment variable a target's secret stands in; empty when it needs none."""
    kind = PLACES.get(target.kind)
    return target.secret_env or (kind.secret if kind else "")
