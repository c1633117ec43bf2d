"""Chooses which adapter is real and reads the environment; no other file does either."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from content.errors import JudgeRefused
from content.ledger.ledger import Ledger
from content.listening import Listening
from content.publishers.publisher import Publisher
from content.records import Assignment, Draft
from content.shop import JudgeRole, Shop, Target
from seo.encoders.encoder import Encoder
from seo.errors import SettingMissing

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from content.judging.judge import Judge
    from content.models.model import ChatModel
    from content.publishers.place import Place
    from seo.services.service import Service
    from seo.web.door import Door

STATE = ".acreage"
VECTORS = "vectors.db"
SITE = "static"  # the publisher every shop has
ANSWERS = "answers"  # what models have answered, by request

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


def choose_place(target: Target, shop: Shop) -> "Place":
    """The place of a `[[publish]]` table, with its secret from the environment and from nowhere else."""
    from content.publishers.opening import open_place, secret_name  # noqa: PLC0415

    secret = os.environ.get(secret_name(target), "") if secret_name(target) else ""
    return open_place(target, shop, secret, environment_for({}), database_place(shop.folder))


def choose_encoder(state: Path | None) -> Encoder:
    """The bundled encoders, with their memory in the shop's state folder when there is one."""
    from seo.encoders.by_language import ByLanguage  # noqa: PLC0415  numpy: 0.1 s that `score` does without
    from seo.encoders.cached import Cached  # noqa: PLC0415

    encoder = ByLanguage(threads=min(2, os.cpu_count() or 1))
    return encoder if state is None else Cached(encoder, state / VECTORS)


def judge_role(shop: Shop) -> JudgeRole | None:
    """Which model judges: `ACREAGE_JUDGE_URL` and `ACREAGE_JUDGE_MODEL`, else `[judge]` in shop.toml."""
    url, model = os.environ.get("ACREAGE_JUDGE_URL", ""), os.environ.get("ACREAGE_JUDGE_MODEL", "")
    if bool(url) != bool(model):
        lacking = "ACREAGE_JUDGE_MODEL" if url else "ACREAGE_JUDGE_URL"
        raise JudgeRefused(f"{lacking} is not set: a judge needs an address and a model's name.")
    if url:
        return JudgeRole(url.rstrip("/"), model, may_be_writer=bool(shop.judge and shop.judge.may_be_writer))
    return shop.judge


def judge_model(role: JudgeRole) -> "ChatModel":
    """The judge itself, with the key of `ACREAGE_JUDGE_KEY`. JudgeRefused when it is the writer's model."""
    from content.models.chat import Chat  # noqa: PLC0415  openai: 0.6 s, only where a judge is asked

    refuse_writer(role, os.environ.get("ACREAGE_WRITER_MODEL", ""))
    return Chat(role.url, role.model, os.environ.get("ACREAGE_JUDGE_KEY", ""))


def refuse_writer(role: JudgeRole, writer: str) -> None:
    """A model is not asked about its own writing unless the shop says that it may be."""
    if writer and writer == role.model and not role.may_be_writer:
        raise JudgeRefused(
            f"{role.model} writes and would judge itself: name another model in ACREAGE_JUDGE_MODEL or "
            "[judge], or set may_be_writer = true there."
        )


def admitted_judge(shop: Shop) -> "Judge | None":
    """The shop's judge when it has passed its test with today's prompts, remembering its answers; else None."""
    role = judge_role(shop)
    if role is None:
        return None
    from content.judging.admission import recall  # noqa: PLC0415  a shop without a judge reads no prompts
    from content.judging.fence import shop_secret  # noqa: PLC0415
    from content.judging.judge import Judge  # noqa: PLC0415
    from content.models.kept import Kept  # noqa: PLC0415

    state = shop.folder / STATE
    admission = recall(state, role.url, role.model)
    if admission is None or not admission.is_passed:
        return None
    return Judge(Kept(state / ANSWERS, judge_model(role)), shop_secret(state))


def is_offline() -> bool:
    """`ACREAGE_OFFLINE`: nothing is asked of the web, whatever shop.toml says."""
    return bool(os.environ.get("ACREAGE_OFFLINE"))


def listening_of(shop: Shop) -> Listening:
    """What the shop listens to: shop.toml, and SearXNG at `SEARXNG_URL`. `ACREAGE_OFFLINE` leaves the web alone."""
    if is_offline():
        return replace(shop.listening, services={})
    searxng = os.environ.get("SEARXNG_URL", "").rstrip("/")
    return shop.listening.with_searxng(searxng) if searxng else shop.listening


def service_keys(service: "type[Service]") -> dict[str, str]:
    """The keys a service needs or likes, of those that are set. A `…_CREDENTIALS` may name the file it stands in."""
    names = (*service.needs, *service.needs_one, *service.likes)
    found = {
        name: _opened(name, os.environ.get(name) or os.environ.get(_GOOGLES.get(name, ""), ""))
        for name in names
    }
    return {name: key for name, key in found.items() if key}


_GOOGLES = {"SEARCH_CONSOLE_CREDENTIALS": "GOOGLE_APPLICATION_CREDENTIALS"}  # how Google's own tools call it


def _opened(name: str, value: str) -> str:
    """A service account is a file of Google's: `SEARCH_CONSOLE_CREDENTIALS` is its path, or what stands in it."""
    if not name.endswith("_CREDENTIALS") or value.lstrip().startswith("{") or not value:
        return value
    try:
        return Path(value).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingMissing(f"{name} names a file that cannot be read: {type(error).__name__}.") from None


def open_door(shop: Shop, engine: "Engine") -> "Door":
    """The door to the web, with its memory in the project's own database."""
    from seo.web.door import Door  # noqa: PLC0415  httpx, only where the web is asked
    from seo.web.memory import Memory  # noqa: PLC0415

    hosts = listening_of(shop).hosts
    return Door(user_agent(shop), Memory(engine, shop.id), allow_hosts=hosts)


def user_agent(shop: Shop) -> str:
    """Who asks, and where to complain: https://foundation.wikimedia.org/wiki/Policy:User-Agent_policy."""
    contact = shop.contact or shop.site
    return f"Acreage/{version('acreage')}" + (f" (+{contact})" if contact else "")


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
