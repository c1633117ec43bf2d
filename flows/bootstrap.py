"""Chooses which adapter is real and reads the environment; no other file does either."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from content.errors import JudgeRefused, ShopError
from content.ledger.ledger import Ledger
from content.listening import Listening
from content.models.settings import Role, RoleName, plain_address
from content.publishers.publisher import Publisher
from content.records import Assignment, Draft
from content.shop import Shop, Target
from seo.encoders.encoder import Encoder
from seo.errors import SettingMissing

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from content.calls import Calls
    from content.judging.judge import Judge
    from content.models.chat import Chat
    from content.models.gate import Gate
    from content.models.paid import Paid
    from content.proofreading.proofreader import Proofreader
    from content.publishers.place import Place
    from seo.services.service import Service
    from seo.web.door import Door
    from seo.web.stored import StoredPage

STATE = ".acreage"
VECTORS = "vectors.db"
DRAWN = "drawn"  # where each language's topics stand, from week to week
SITE = "static"  # the publisher every shop has
ANSWERS = "answers"  # where models' answers were kept before they stood in the database

Writer = Callable[[Assignment, Ledger, Sequence[Draft], date], Draft]


@dataclass(frozen=True, slots=True)
class Adapters:
    """The real ones of this run."""

    encoder: Encoder
    write: Writer
    publishers: Mapping[str, Publisher]
    drawn: Path | None = None  # the folder that keeps where topics stand; None keeps it nowhere


def choose_adapters(state: Path | None, shop: Shop | None = None, engine: "Engine | None" = None) -> Adapters:
    """What works on every machine: bundled encoder, assembler, static site. None keeps no vectors and no topics' places
    on disk."""
    from content.publishers import PUBLISHERS  # noqa: PLC0415
    from content.writing.assembler import assemble  # noqa: PLC0415

    publishers = {name: kind() for name, kind in PUBLISHERS.items()}
    drawn = None if state is None else state / DRAWN
    return Adapters(choose_encoder(state, shop, engine), assemble, publishers, drawn)


def choose_place(target: Target, shop: Shop) -> "Place":
    """The place of a `[[publish]]` table, with its secret from the environment and from nowhere else."""
    from content.publishers.opening import open_place, secret_name  # noqa: PLC0415

    secret = os.environ.get(secret_name(target), "") if secret_name(target) else ""
    return open_place(target, shop, secret, environment_for({}), database_place(shop.folder))


def choose_encoder(state: Path | None, shop: Shop | None = None, engine: "Engine | None" = None) -> Encoder:
    """The shop's embedder where it names one, else the bundled encoders; with their memory in the shop's state folder
    when there is one.
    """
    from seo.encoders.cached import Cached  # noqa: PLC0415  numpy: 0.1 s that `score` does without

    encoder = _embedder(shop, engine) if shop is not None and engine is not None else None
    if encoder is None:
        from seo.encoders.by_language import ByLanguage  # noqa: PLC0415

        encoder = ByLanguage(threads=min(2, os.cpu_count() or 1))
    return encoder if state is None else Cached(encoder, state / VECTORS)


def _embedder(shop: Shop, engine: "Engine") -> Encoder | None:
    role = role_of(shop, "embedder")
    if role is None:
        return None
    from content.models.embedder import Embedder  # noqa: PLC0415  openai

    settings = shop.models
    return Embedder(
        role.url, role.model, key_of("embedder"), calls_of(shop, engine), gate=_gate(shop, role),
        patience=settings.patience, price=role.known_price, limits=settings.limits,
    )  # fmt: skip


def _gate(shop: Shop, role: Role) -> "Gate":
    from content.models.gate import Gate  # noqa: PLC0415

    settings = shop.models
    pace = (settings.at_once, settings.per_minute, settings.tokens_per_minute)
    return _GATES.setdefault(f"{role.url} {pace}", Gate(*pace))


def role_of(shop: Shop, name: RoleName) -> Role | None:
    """Which model has a role: `ACREAGE_WRITER_URL` and `ACREAGE_WRITER_MODEL` (`_JUDGE_`, `_PROOFREADER_`,
    `_EMBEDDER_`), else its table in shop.toml. None: nobody has it.
    """
    stated: Role | None = getattr(shop, name)
    prefix = f"ACREAGE_{name.upper()}_"
    url, model = os.environ.get(f"{prefix}URL", ""), os.environ.get(f"{prefix}MODEL", "")
    if bool(url) != bool(model):
        lacking = f"{prefix}MODEL" if url else f"{prefix}URL"
        raise ShopError(f"{lacking} is not set: a {name} needs an address and a model's name.")
    if not url:
        return stated
    try:
        url = plain_address(url)
    except ValueError as error:
        raise ShopError(f"{prefix}URL: {error}.") from None
    if stated is not None and (stated.url, stated.model) == (url, model):
        return stated
    return Role(url, model, may_be_writer=stated is not None and stated.may_be_writer)


def key_of(name: RoleName) -> str:
    """The key of a role; it is kept in the environment and nowhere else."""
    return os.environ.get(f"ACREAGE_{name.upper()}_KEY", "")


def asked_model(
    shop: Shop, name: RoleName, engine: "Engine", article: str = "", week: str = ""
) -> "Paid | None":
    """The model of a role with its memory and its limits, for an article when one is named; None: nobody has the
    role.
    """
    from content.calls import Purpose  # noqa: PLC0415  SQLAlchemy
    from content.models.paid import Paid, Terms  # noqa: PLC0415
    from flows.turn import TURN  # noqa: PLC0415

    role = role_of(shop, name)
    if role is None:
        return None
    settings = shop.models
    if settings.limits.is_money and role.known_price is None:
        raise ShopError(
            f"nobody says what {role.model} costs, so a limit in dollars cannot be kept: set price_in and price_out in "
            f"[{name}] of shop.toml, or limit tokens in [models]."
        )
    terms = Terms(role.known_price, settings.limits, settings.patience, role.reasoning, TURN.let_go)
    purpose = Purpose(name, article, week)
    return Paid(
        calls_of(shop, engine),
        _chat(shop, name, role, engine),
        purpose,
        terms,
        older=shop.folder / STATE / ANSWERS,
    )


def calls_of(shop: Shop, engine: "Engine") -> "Calls":
    """The shop's model calls, as this process signs them."""
    from content.calls import Calls  # noqa: PLC0415
    from flows.lease import has_ended, signature  # noqa: PLC0415

    return Calls(engine, shop.id, signature(), has_ended)


_CHATS: "dict[tuple[str, ...], Chat]" = {}
_GATES: "dict[str, Gate]" = {}
"""One client for each role and one gate for each address, for all tasks of this process."""


def _chat(shop: Shop, name: RoleName, role: Role, engine: "Engine") -> "Chat":
    from content.models.chat import Chat  # noqa: PLC0415  openai: 0.6 s, only where a model is asked
    from content.models.learnt import Learnt  # noqa: PLC0415

    key, settings = key_of(name), shop.models
    mark = (str(shop.folder), name, repr(role), sha256(key.encode()).hexdigest(), repr(settings))
    if mark not in _CHATS:
        learnt = Learnt(engine, shop.id, role.url, role.model)
        _CHATS[mark] = Chat(
            role.url, role.model, key, gate=_gate(shop, role),
            patience=settings.patience, extra=role.extra, reasoning=role.reasoning, context=role.context,
            told=learnt.told(), learnt=learnt.keep,
        )  # fmt: skip
    return _CHATS[mark]


def asked_judge(shop: Shop, engine: "Engine", article: str = "", week: str = "") -> "Paid | None":
    """The model that judges, admitted or not. JudgeRefused when it is the writer's model; None: there is none."""
    role, writer = role_of(shop, "judge"), os.environ.get("ACREAGE_WRITER_MODEL", "")
    if role is None:
        return None
    refuse_writer(role, writer or (shop.writer.model if shop.writer else ""))
    return asked_model(shop, "judge", engine, article, week)


def refuse_writer(role: Role, writer: str) -> None:
    """A model is not asked about its own writing unless the shop says that it may be."""
    if writer and writer == role.model and not role.may_be_writer:
        raise JudgeRefused(
            f"{role.model} writes and would judge itself: name another model in ACREAGE_JUDGE_MODEL or "
            "[judge], or set may_be_writer = true there."
        )


def admitted_judge(
    shop: Shop, engine: "Engine | None" = None, article: str = "", week: str = ""
) -> "Judge | None":
    """The shop's judge when it has passed its test with today's prompts, remembering its answers; else None.

    Without an engine the shop's own database is opened: a judge's answers are paid, and stand there.
    """
    role = role_of(shop, "judge")
    if role is None:
        return None
    from content.judging.admission import recall  # noqa: PLC0415  a shop without a judge reads no prompts
    from content.judging.fence import shop_secret  # noqa: PLC0415
    from content.judging.judge import Judge  # noqa: PLC0415

    state = shop.folder / STATE
    admission = recall(state, role.url, role.model)
    if admission is None or not admission.is_passed:
        return None
    model = asked_judge(shop, engine or own_engine(shop), article, week)
    return None if model is None else Judge(model, shop_secret(state))


def admitted_proofreader(
    shop: Shop, engine: "Engine | None" = None, article: str = "", week: str = ""
) -> "Proofreader | None":
    """The shop's proofreader when it has passed its test with today's prompts, remembering its answers; else None. It
    may be the writer's model: it is shown neither the numbers nor the rows."""
    role = role_of(shop, "proofreader")
    if role is None:
        return None
    from content.judging.admission import recall  # noqa: PLC0415  a shop without a proofreader reads no prompts
    from content.judging.fence import shop_secret  # noqa: PLC0415
    from content.proofreading.proofreader import Proofreader  # noqa: PLC0415
    from content.proofreading.rereading import prompt_hash  # noqa: PLC0415

    state = shop.folder / STATE
    admission = recall(state, role.url, role.model, prompt_hash())
    if admission is None or not admission.is_passed:
        return None
    model = asked_model(shop, "proofreader", engine or own_engine(shop), article, week)
    return None if model is None else Proofreader(model, shop_secret(state))


def stored_pages(shop: Shop) -> "list[StoredPage]":
    """The pages the door has stored for a shop, without making or changing a database; none when there is none yet."""
    from sqlalchemy import inspect  # noqa: PLC0415

    from seo.database import FILE, open_engine  # noqa: PLC0415
    from seo.web.stored import PAGES, Pages  # noqa: PLC0415

    place = database_place(shop.folder)
    if isinstance(place, Path) and not (place / FILE).is_file():
        return []
    engine = open_engine(place)
    try:
        return Pages(engine, shop.id).all() if inspect(engine).has_table(PAGES.name) else []
    finally:
        engine.dispose()


def own_engine(shop: Shop) -> "Engine":
    """The shop's database, brought to the present tables."""
    from flows.migrate import migrate  # noqa: PLC0415
    from seo.database import open_engine  # noqa: PLC0415

    engine = open_engine(database_place(shop.folder))
    migrate(engine)
    return engine


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


def state_of(folder: Path) -> Path:
    """A shop's state folder, made where there is none; git passes over it: answers and secrets stay there."""
    state = folder / STATE
    state.mkdir(exist_ok=True)
    (state / ".gitignore").write_text("*\n", encoding="utf-8")
    return state


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
