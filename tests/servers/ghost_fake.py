"""A FAKE of Ghost's Admin API, in the shapes recorded from Ghost 6.65: only what our requests touch.

A token is checked as Ghost does, a missing or stale `updated_at` refused, slugs are made unique, markup without a card
is flattened, tags are replaced. The same tests run against a real Ghost: `pytest -m ghost`, see ghost.sh.
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from threading import Lock
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import jwt

from tests.servers.answering import Quiet, standing

Json = Any
KEY = "6748592f4b9b7700010f6564:" + "ab12" * 16
CARD = re.compile(r"<!--kg-card-begin: html-->(.*?)<!--kg-card-end: html-->", re.DOTALL)


@dataclass
class FakeGhost:
    """The state of the site."""

    site: str = ""
    posts: dict[str, dict[str, Json]] = field(default_factory=dict)
    images: int = 0
    ahead: timedelta = timedelta()  # of its clock
    strange: list[tuple[int, dict[str, str], bytes]] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)  # methods whose answer is lost after the work is done
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    lock: Lock = field(default_factory=Lock)

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def lets_in(self, header: str) -> bool:
        name, _, secret = KEY.partition(":")
        try:
            token = header.removeprefix("Ghost ")
            about = jwt.decode(
                token, bytes.fromhex(secret), algorithms=["HS256"], audience="/admin/",
                options={"verify_exp": False, "verify_iat": False},
            )  # fmt: skip
        except jwt.InvalidTokenError:
            return False
        now = self.now().timestamp()
        is_fresh = about["iat"] <= now + 1 and now < about["exp"] and about["exp"] - about["iat"] <= 300
        return jwt.get_unverified_header(token)["kid"] == name and is_fresh

    def answer(self, method: str, path: str, query: dict[str, list[str]], body: bytes) -> tuple[int, Json]:
        parts = [unquote(part) for part in path.removeprefix("/ghost/api/admin/").strip("/").split("/")]
        if parts == ["site"]:
            return 200, {"site": {"version": "6.65", "url": self.site}}
        if parts == ["images", "upload"]:
            self.images += 1
            return 201, {"images": [{"url": f"{self.site}/content/images/2026/11/{self.images}.jpg"}]}
        if parts[0] == "pages":
            return 404, _wrong("Resource not found error, cannot read page.")
        if method == "GET":
            return self._read(parts, query)
        if method == "DELETE":
            return (204, None) if self.posts.pop(parts[1], None) else (404, _wrong("Resource not found"))
        return self._write(parts[1] if len(parts) > 1 else "", json.loads(body)["posts"][0])

    def _read(self, parts: list[str], query: dict[str, list[str]]) -> tuple[int, Json]:
        if len(parts) == 1:
            wanted = query.get("filter", [""])[0].removeprefix("tag:")
            found = [
                p for p in self.posts.values() if not wanted or wanted in [tag["slug"] for tag in p["tags"]]
            ]
            return 200, {"posts": [self._seen(post) for post in found]}
        post = next(
            (p for p in self.posts.values() if p["slug" if parts[1] == "slug" else "id"] == parts[-1]), None
        )
        return (200, {"posts": [self._seen(post)]}) if post else (404, _wrong("Resource not found error"))

    def _write(self, name: str, wanted: dict[str, Json]) -> tuple[int, Json]:
        post = self.posts.get(name) if name else None
        if name and post is None:
            return 404, _wrong("Resource not found error, cannot edit post.")
        if post is not None and not wanted.get("updated_at"):
            return 422, _wrong("Validation error, cannot edit post.")
        if post is not None and wanted["updated_at"] != post["updated_at"]:
            return 409, _wrong("Saving failed! Someone else is editing this post.")
        if len(wanted.get("meta_description") or "") > 500:
            return 422, _wrong("Validation error, cannot save post.")
        if wanted.get("status") == "scheduled":
            due = datetime.fromisoformat(wanted["published_at"])
            if due < self.now() + timedelta(minutes=-2):
                return 422, _wrong("Date must be at least -2 minutes in the future.")
        number = next(self.numbers)
        if post is None:
            name = f"{number:024x}"
            post = self.posts[name] = {"id": name, "published_at": None}
        post.update(
            {key: value for key, value in wanted.items() if key not in ("updated_at", "html", "slug")}
        )
        post["html"] = _imported(wanted["html"])
        post["slug"] = self._free(name, wanted["slug"])
        post["tags"] = [{"name": each["name"], "slug": _slug(each["name"])} for each in wanted["tags"]]
        post["updated_at"] = f"2026-11-25T09:00:00.{number % 1000:03d}Z"
        return (200 if wanted.get("updated_at") else 201), {"posts": [self._seen(post)]}

    def _seen(self, post: dict[str, Json]) -> Json:
        path = post["slug"] if post["status"] == "published" else f"p/{post['id']}"
        return {**post, "url": f"{self.site}/{path}/"}

    def _free(self, name: str, slug: str) -> str:
        taken = {post.get("slug") for key, post in self.posts.items() if key != name}
        found, number = slug, 1
        while found in taken:
            number += 1
            found = f"{slug}-{number}"
        return found

    def page(self, path: str) -> tuple[int, bytes]:
        for post in self.posts.values():
            if post["status"] == "published" and path == f"/{post['slug']}/":
                head = f"<title>{post['title']}</title>{post['codeinjection_head']}"
                return (
                    200,
                    f"<!doctype html><head>{head}</head><h1>{post['title']}</h1>{post['html']}".encode(),
                )
        return 404, b"<title>404</title>"


def _imported(markup: str) -> str:
    """Cards stay; of the rest ids are replaced and unknown elements flattened."""
    parts = []
    for number, part in enumerate(CARD.split(markup)):
        if number % 2:
            parts.append(f"<!--kg-card-begin: html-->{part}<!--kg-card-end: html-->")
            continue
        flat = re.sub(r"</?(data|details|summary|dl|dt|dd|div|table|thead|tbody|tr|td|th)\b[^>]*>", "", part)
        flat = re.sub(r' (?:id|dir|lang|style)="[^"]*"', "", flat)
        parts.append(re.sub(r"<h2>(.*?)</h2>", r'<h2 id="theirs">\1</h2>', flat.replace("\n", "")))
    return "".join(parts)


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.replace("#", "hash-").lower()).strip("-")


def _wrong(message: str) -> Json:
    return {"errors": [{"message": message, "type": "Error"}]}


@contextmanager
def ghost_fake() -> Iterator[FakeGhost]:
    """The fake behind a loopback address."""
    ghost = FakeGhost()

    class Handler(Quiet):
        def _any(self) -> None:
            body = self.body()
            parts = urlsplit(self.path)
            with ghost.lock:
                if not parts.path.startswith("/ghost/"):
                    status, page = ghost.page(parts.path)
                    return self.say(status, {"Content-Type": "text/html; charset=utf-8"}, page)
                if ghost.strange:
                    return self.say(*ghost.strange.pop(0))
                if "site" not in parts.path and not ghost.lets_in(self.headers.get("Authorization", "")):
                    status, said = 401, _wrong("Invalid token")
                else:
                    status, said = ghost.answer(self.command, parts.path, parse_qs(parts.query), body)
                if self.command in ghost.cut:
                    ghost.cut.remove(self.command)
                    self.close_connection = True
                    return None
            text = b"" if said is None else json.dumps(said).encode()
            return self.say(status, {"Content-Type": "application/json; charset=utf-8"}, text)

        do_GET = do_POST = do_PUT = do_DELETE = _any  # noqa: N815

        def date_time_string(self, timestamp: float | None = None) -> str:
            return ghost.now().strftime("%a, %d %b %Y %H:%M:%S GMT")

    with standing(Handler) as ghost.site:
        yield ghost
