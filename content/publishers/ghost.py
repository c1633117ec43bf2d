"""A Ghost site, through its Admin API with the key of an integration.

https://docs.ghost.org/admin-api/ · measured on Ghost 6.65 (see tests/servers/ghost.sh). Ghost keeps no markup it has
no card for, so blocks with live facts, directions or ids go into HTML cards; it prints its own Article data, so ours
stays out.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import ClassVar

import httpx
import jwt

from content.errors import PublishConflict, PublishRefused, PublishUnknown, ShopError
from content.publishers import sight
from content.publishers.calls import Caller, Json, Reply
from content.publishers.place import (
    Capabilities,
    Copy,
    Fields,
    Image,
    Mark,
    Payload,
    Place,
    Report,
    Setting,
    Sight,
    Status,
    with_pictures,
)
from content.publishers.repository.pages import is_rtl

KEY = re.compile(r"[0-9a-f]{24}:(?:[0-9a-f]{2}){16,}")
MARK = re.compile(r"<!-- acreage:([0-9a-f]{32}):([0-9a-f]*)(?: (pending))? -->")
ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">')
BEGIN, END = "<!--kg-card-begin: html-->", "<!--kg-card-end: html-->"
NEEDS_CARD = re.compile(
    r"<(?:data|table|details|dl|div|svg|sup|sub|mark|small|bdi|abbr|time)\b|<[^>]+ (?:id|dir|lang|style)="
)
"""What Ghost's import of HTML flattens or drops."""
BETWEEN = re.compile(
    rf"(</(?:p|h[1-6]|ul|ol|blockquote|figure|pre)>|<hr>|{re.escape(BEGIN)}|{re.escape(END)})\s*(?=\S)"
)
HEADING_ID = re.compile(r'(<h[1-6]) id="[^"]*"')
FORMATS = "formats=html&include=tags"
LIVES_S = 240  # of a token; Ghost takes at most five minutes
CLOCK_S = 30.0
TOO_SOON = timedelta(seconds=10)


class Ghost(Place):
    """Posts of one site."""

    kind: ClassVar[str] = "ghost"
    secret: ClassVar[str] = "ACREAGE_GHOST_KEY"
    own: ClassVar[tuple[str, ...]] = ("hreflang",)

    def __init__(self, setting: Setting) -> None:
        target = setting.target
        if not target.site:
            raise ShopError(
                f"[[publish]] {target.name}: key 'site' is missing: the address of the Ghost site."
            )
        if not KEY.fullmatch(setting.secret):
            raise ShopError(
                f"[[publish]] {target.name}: its secret must be the Admin API key of an integration (Settings, "
                "Integrations): 24 characters, a colon, 64 characters."
            )
        self._setting = setting
        self._base = f"{target.site}/ghost/api/admin/"
        self._host = target.site.partition("://")[2]
        self._caller = Caller(self._host, self._headers, setting.now, self.timeout_s)
        self._visitor = sight.visitor()
        self._stamps: dict[str, str] = {}

    def close(self) -> None:
        """Give the connections back."""
        self._caller.close()
        self._visitor.close()

    # --- the door ------------------------------------------------------------------------------------------

    def _headers(self) -> dict[str, str]:
        """A token for this request alone, by the site's clock where ours is off."""
        name, _, secret = self._setting.secret.partition(":")
        skew_s = self._caller.skew_s if abs(self._caller.skew_s) > CLOCK_S else 0.0
        issued = int(self._setting.now().timestamp() + skew_s)
        claims = {"iat": issued, "exp": issued + LIVES_S, "aud": "/admin/"}
        token = jwt.encode(claims, bytes.fromhex(secret), algorithm="HS256", headers={"kid": name})
        return {"Authorization": f"Ghost {token}", "Accept-Version": "v6.0"}

    def _ask(
        self, method: str, path: str, body: Json = None, known: tuple[int, ...] = (),
        files: Mapping[str, tuple[str, bytes, str]] | None = None,
    ) -> Reply:  # fmt: skip
        url = f"{self._base}{path}"
        is_write = method != "GET"
        before = self._caller.skew_s
        reply = self._caller.ask(method, url, body, (401, 403, *known), is_write=is_write, files=files)
        if reply.status in (401, 403) and abs(self._caller.skew_s - before) > CLOCK_S:
            # The answer has just told us how far its clock is off: the token was no good for that alone.
            reply = self._caller.ask(method, url, body, (401, 403, *known), is_write=is_write, files=files)
        if reply.status in (401, 403):
            raise PublishRefused(
                f"{self._host} does not accept the key ({reply.status}): copy the Admin API key of the integration "
                "anew into the environment, and look whether its clock is right."
            )
        return reply

    # --- what it may do ------------------------------------------------------------------------------------

    def capabilities(self) -> Capabilities:
        """The same for every integration."""
        return Capabilities(
            statuses=(Status.DRAFT, Status.PENDING, Status.SCHEDULED, Status.PUBLISHED), keeps_markup=False,
            meta=("description", "hreflang"), longest_slug=185,
        )  # fmt: skip

    def check(self) -> Report:
        """Key, version and clock. Writes nothing."""
        self._ask("GET", "posts/?limit=1&fields=id")
        site = self._ask("GET", "site/").data["site"]
        lines = (
            f"{self._host}: Ghost {site.get('version', '')}, the key is accepted",
            "Ghost prints structured data of articles itself: ours stays out",
            "Ghost answers 404 where a page was withdrawn, and knows redirects only from its own file",
        )
        skew = self._caller.skew_s
        off = (
            f"{self._host}: its clock is {abs(skew) / 60:.0f} minutes off ours; tokens are made by its clock."
        )
        return Report(self.capabilities(), lines, (off,) if abs(skew) > CLOCK_S else ())

    # --- read ----------------------------------------------------------------------------------------------

    def find(self, key: str) -> list[Copy]:
        """Posts with our internal tag, which readers never see."""
        asked = f"filter=tag:hash-acreage-{key}&order=created_at%20asc&limit=50"
        reply = self._ask("GET", f"posts/?{asked}&{FORMATS}")
        return [self._copy(post) for post in reply.data["posts"]]

    def get(self, remote_id: str) -> Copy | None:
        """One post, whatever its status."""
        reply = self._ask("GET", f"posts/{remote_id}/?{FORMATS}", None, (404, 422))
        return None if reply.status in (404, 422) else self._copy(reply.data["posts"][0])

    def at_slug(self, slug: str) -> Copy | None:
        """A post or a page at the slug, drafts among them."""
        for kind in ("posts", "pages"):
            reply = self._ask("GET", f"{kind}/slug/{slug}/?{FORMATS}", None, (404,))
            if reply.status != httpx.codes.NOT_FOUND:
                return self._copy(reply.data[kind][0])
        return None

    def _copy(self, post: Json) -> Copy:
        head = post.get("codeinjection_head") or ""
        tags = [str(tag["name"]) for tag in post.get("tags") or []]
        keys = [name.removeprefix("#acreage-") for name in tags if name.startswith("#acreage-")]
        mark = MARK.search(head)
        status = (
            Status(post["status"])
            if post["status"] in ("draft", "scheduled", "published")
            else Status.PRIVATE
        )
        if status is Status.DRAFT and mark and mark.group(3):
            status = Status.PENDING
        self._stamps[post["id"]] = post["updated_at"]
        said = {
            "title": post["title"], "body": _blocks(post.get("html") or ""), "slug": post["slug"],
            "excerpt": post.get("custom_excerpt") or "", "description": post.get("meta_description") or "",
            "tags": "\n".join(name for name in tags if not name.startswith("#acreage-")),
            "picture": post.get("feature_image") or "", "picture_alt": post.get("feature_image_alt") or "",
            "hreflang": "\n".join(f"{tag} {html.unescape(url)}" for tag, url in ALTERNATE.findall(head)),
        }  # fmt: skip
        due_at = datetime.fromisoformat(post["published_at"]) if status is Status.SCHEDULED else None
        return Copy(
            post["id"], status, post["slug"], _stamp(post, said), post["url"] if status is Status.PUBLISHED else "",
            keys[0] if keys else "", mark.group(2) if mark else "", said, due_at,
        )  # fmt: skip

    # --- write ---------------------------------------------------------------------------------------------

    def ensure_media(self, image: Image) -> str:
        """Uploaded once: Ghost would keep the same picture twice, so what is there is remembered by its bytes."""
        place = self._setting.shop.folder / ".acreage" / f"ghost-{self._setting.target.name}.json"
        known = json.loads(place.read_text(encoding="utf-8")) if place.exists() else {}
        if image.sha256 not in known:
            ending = image.media_type.rpartition("/")[2].replace("jpeg", "jpg")
            file = (f"acreage-{image.sha256[:16]}.{ending}", image.data, image.media_type)
            reply = self._ask("POST", "images/upload/", {"ref": image.sha256[:16]}, files={"file": file})
            known[image.sha256] = reply.data["images"][0]["url"]
            _replace(place, json.dumps(known, indent=1, sort_keys=True))
        return str(known[image.sha256])

    def spell(self, payload: Payload) -> Fields:
        """Blocks an editor can edit, HTML cards for what Ghost would drop; what it cannot hold is left out."""
        pictures = {image.source: self.ensure_media(image) for image in payload.images}
        body = with_pictures(payload.html, pictures)
        names = dict.fromkeys(term.name.replace(",", " ") for term in (*payload.categories, *payload.tags))
        return {
            "title": payload.title, "body": _carded(body, payload.locale[:2]), "slug": payload.slug,
            "excerpt": payload.excerpt[:300], "description": payload.description[:500], "tags": "\n".join(names),
            "picture": next(iter(pictures.values()), ""),
            "picture_alt": payload.images[0].alt[:190] if payload.images else "",
            "hreflang": "\n".join(f"{tag} {url}" for tag, url in payload.alternates),
        }  # fmt: skip

    def create(self, mark: Mark, fields: Fields) -> Copy:
        """A draft with our tag."""
        post = self._post(mark, fields, Status.DRAFT, None)
        reply = self._ask("POST", f"posts/?source=html&{FORMATS}", {"posts": [post]})
        return self._copy(reply.data["posts"][0])

    def update(
        self, remote_id: str, mark: Mark, fields: Fields, status: Status, due_at: datetime | None
    ) -> Copy:
        """By id and by the stamp we have read: Ghost refuses to write over what a person has saved since.

        Its stamp has whole seconds: a save in the very second of ours goes unseen by Ghost.
        """
        if remote_id not in self._stamps and self.get(remote_id) is None:
            raise PublishUnknown(f"{self._host}: post {remote_id} is gone meanwhile.")
        post = {**self._post(mark, fields, status, due_at), "updated_at": self._stamps[remote_id]}
        reply = self._ask("PUT", f"posts/{remote_id}/?source=html&{FORMATS}", {"posts": [post]}, (404, 409))
        if reply.status == httpx.codes.NOT_FOUND:
            raise PublishUnknown(f"{self._host}: post {remote_id} is gone meanwhile.")
        if reply.status == httpx.codes.CONFLICT:
            raise PublishConflict(
                f"{self._host}: somebody saved this post while we were at it: theirs stands, publish again to merge."
            )
        return self._copy(reply.data["posts"][0])

    def _post(self, mark: Mark, fields: Fields, status: Status, due_at: datetime | None) -> dict[str, Json]:
        """All of it every time: tags are replaced there, not merged."""
        names = [name for name in fields.get("tags", "").split("\n") if name]
        word = " pending" if status is Status.PENDING else ""
        head = [f"<!-- acreage:{mark.key}:{mark.fingerprint}{word} -->"]
        for line in filter(None, fields.get("hreflang", "").split("\n")):
            tag, _, url = line.partition(" ")
            head.append(f'<link rel="alternate" hreflang="{tag}" href="{html.escape(url)}">')
        is_early = due_at is not None and due_at > self._setting.now() + TOO_SOON
        shown = {Status.PUBLISHED: "published", Status.SCHEDULED: "scheduled" if is_early else "published"}
        post: dict[str, Json] = {
            "title": fields["title"], "slug": fields["slug"], "html": fields["body"],
            "custom_excerpt": fields.get("excerpt") or None, "meta_description": fields.get("description") or None,
            "feature_image": fields.get("picture") or None, "feature_image_alt": fields.get("picture_alt") or None,
            "tags": [{"name": name} for name in (*names, f"#acreage-{mark.key}")],
            "codeinjection_head": "\n".join(head), "status": shown.get(status, "draft"),
        }  # fmt: skip
        if post["status"] == "scheduled" and due_at:
            post["published_at"] = due_at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return post

    def discard(self, remote_id: str) -> None:
        """Deleted; Ghost has no trash."""
        self._ask("DELETE", f"posts/{remote_id}/", None, (404,))

    # --- look and take back --------------------------------------------------------------------------------

    def look(self, copy: Copy, mark: Mark, payload: Payload) -> tuple[Sight, str]:
        """The public page; our mark stands in its head."""
        seen, why, _ = sight.look(self._visitor, copy.url, mark, payload)
        return seen, why

    def unpublish(self, remote_id: str, successor: str = "", *, is_final: bool) -> Copy | None:  # noqa: ARG002
        """A draft again, or gone."""
        if is_final:
            self.discard(remote_id)
            return None
        copy = self.get(remote_id)
        if copy is None:
            return None
        return self.update(remote_id, Mark(copy.key, copy.fingerprint), copy.said, Status.DRAFT, None)

    def gone(self, url: str, successor: str = "") -> tuple[Sight, str]:
        """What the site says; redirects are made in Ghost's own file."""
        seen, why = sight.gone(self._visitor, url, successor)
        cure = "add it under Settings, Labs, Redirects" if successor else "Ghost knows no 410"
        return seen, f"{why}: {cure}" if why else ""

    def alike(self, name: str, sent: str, held: str) -> bool:
        """Ghost spells markup its own way and numbers headings; the words and the live facts are what counts."""
        if name == "body":
            return _shape(sent) == _shape(held)
        return sent.split() == held.split()


def _stamp(post: Json, said: Fields) -> str:
    """Ghost's own stamp has whole seconds only (measured on 6.65), so what is said goes into it too."""
    text = "\0".join([post["status"], *said.values()])
    return f"{post['updated_at']} {sha256(text.encode()).hexdigest()[:12]}"


def _carded(body: str, language: str) -> str:
    """Blocks, those that Ghost would flatten between card marks; a right-to-left text is one card."""
    if is_rtl(language):
        return f'{BEGIN}\n<div dir="rtl" lang="{language}">\n{body}\n</div>\n{END}'
    lines: list[str] = []
    is_inside = False
    for element in _elements(body):
        # A heading's own name is all that Ghost takes from it: it gives it another.
        plain = HEADING_ID.sub(r"\1", element)
        needs = bool(NEEDS_CARD.search(plain))
        if needs is not is_inside:
            lines.append(BEGIN if needs else END)
            is_inside = needs
        lines.append(element if needs else plain)
    return "\n".join([*lines, END] if is_inside else lines)


def _elements(body: str) -> Iterator[str]:
    """Lines that belong together: a list or a table is one thing, however many lines it has."""
    lines: list[str] = []
    depth = 0
    for line in filter(None, body.split("\n")):
        lines.append(line)
        depth += _opened(line)
        if depth <= 0:
            yield "\n".join(lines)
            lines, depth = [], 0
    if lines:
        yield "\n".join(lines)


def _opened(line: str) -> int:
    """How many more elements a line opens than it closes."""
    tags = re.findall(r"<(/?)([a-z][a-z0-9]*)\b", line)
    return sum(
        -1 if slash else 1 for slash, name in tags if name not in ("br", "hr", "img", "wbr", "col", "input")
    )


def _blocks(markup: str) -> str:
    """Ghost's HTML cut into lines as ours is."""
    return BETWEEN.sub(r"\1\n", HEADING_ID.sub(r"\1", markup)).strip()


def _shape(body: str) -> tuple[str, tuple[str, ...]]:
    facts = re.findall(r'data-acreage="([^"]+)"', body)
    return sight.plain(body.replace(BEGIN, "").replace(END, "")), tuple(facts)


def _replace(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    new = place.with_suffix(".new")
    new.write_text(text, encoding="utf-8")
    new.replace(place)
