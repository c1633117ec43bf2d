"""Chooses which adapter is real and reads the environment; no other file does either."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from content.ledger.ledger import Ledger
from content.publishers.publisher import Publisher
from content.records import Assignment, Draft
from seo.encoders.encoder import Encoder

STATE = ".acreage"
VECTORS = "vectors.db"
SITE = "static"  # the publisher every shop has

Writer = Callable[[Assignment, Ledger, Sequence[Draft], date], Draft]


@dataclass(frozen=True, slots=True)
class Adapters:
    """The real ones of this run."""

    encoder: Encoder
    write: Writer
    publishers: Mapping[str, Publisher]


def choose_adapters(state: Path | None) -> Adapters:
    """What works on every machine: bundled encoder, assembler, static site. None keeps no vectors on disk."""
    from content.publishers import PUBLISHERS  # noqa: PLC0415
    from content.writing.assembler import assemble  # noqa: PLC0415

    return Adapters(choose_encoder(state), assemble, {name: kind() for name, kind in PUBLISHERS.items()})


def choose_encoder(state: Path | None) -> Encoder:
    """The bundled multilingual encoder, with its memory in the shop's state folder when there is one."""
    from seo.encoders.cached import Cached  # noqa: PLC0415  numpy: 0.1 s that `score` does without
    from seo.encoders.universal import Universal  # noqa: PLC0415

    encoder = Universal()
    return encoder if state is None else Cached(encoder, state / VECTORS)


def database_place(folder: Path) -> Path | str:
    """`ACREAGE_DATABASE` (a PostgreSQL URL), or the shop's own folder."""
    return os.environ.get("ACREAGE_DATABASE") or folder / STATE


def shop_from_environment() -> str:
    """`ACREAGE_SHOP`, for a worker that starts far from the shop's folder; empty when it is not set."""
    return os.environ.get("ACREAGE_SHOP", "")


def standing_server() -> str:
    """The Prefect server the user runs already (`PREFECT_API_URL`); empty when there is none."""
    return os.environ.get("PREFECT_API_URL", "")


def prefect_home(folder: Path) -> Path:
    """Where Prefect keeps its own records: in the shop's state, unless the user says otherwise."""
    return Path(os.environ.get("PREFECT_HOME") or folder / STATE / "prefect")


def prepare_prefect(folder: Path, *, is_quiet: bool, api_url: str = "") -> None:
    """Set what Prefect reads when it is imported; what the user has set stands.

    Analytics have two switches. Left on without a network they cost an error line at each start and, on the
    first run ever, a 40-line traceback.
    """
    wanted = {
        "PREFECT_HOME": str(prefect_home(folder).absolute()),
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
        "PREFECT_CLI_PROMPT": "false",
    }
    if is_quiet:
        wanted |= {"PREFECT_LOGGING_LEVEL": "CRITICAL", "PREFECT_LOGGING_INTERNAL_LEVEL": "CRITICAL"}
    if api_url:
        wanted["PREFECT_API_URL"] = api_url
    for name, value in wanted.items():
        os.environ.setdefault(name, value)


def environment_for(extra: dict[str, str]) -> dict[str, str]:
    """This process's environment with some more, for a child."""
    return {**os.environ, **extra}
