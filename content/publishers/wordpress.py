"""WordPress, and so the blog of a WooCommerce shop: its REST interface with an application password.

https://developer.wordpress.org/rest-api/reference/posts/ ·
https://make.wordpress.org/core/2020/11/05/application-passwords-integration-guide/
What this account may do and what the site has (our must-use plugin, Yoast, Rank Math) is asked of it, never
assumed. Measured against WordPress 6.1.9; its traps stand at the lines that step around them.
"""

import html
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any, ClassVar

from content.addresses import direction
from content.errors import PublishDown, PublishRefused, PublishUnknown, ShopError
from content.publishers import sight
from content.publishers.place import (
    ADDRESS,
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
    Term,
    with_pictures,
)
from content.publishers.wordpress_blocks import Dialect, blocks
from content.publishers.wordpress_door import Door, Json

PLUGIN = Path(__file__).with_name("wordpress_plugin") / "acreage.php"
EVERY = "publish,future,draft,pending,private,trash"  # `any` leaves out the trash
READ = (
    "id,status,slug,link,modified_gmt,date_gmt,title,content,excerpt,categories,tags,featured_media,meta,"
    "permalink_template"
)
NAMES = {
    Status.DRAFT: "draft", Status.PENDING: "pending", Status.SCHEDULED: "future", Status.PUBLISHED: "publish",
    Status.PRIVATE: "private", Status.TRASH: "trash",
}  # fmt: skip
STATUSES = {name: status for status, name in NAMES.items()} | {"auto-draft": Status.DRAFT}
SEO_DESCRIPTIONS = ("_yoast_wpseo_metadesc", "rank_math_description")
"""Where another SEO plugin keeps the description, if it lets it be written at all."""
META = {"description": "acreage_description", "json_ld": "acreage_json_ld", "hreflang": "acreage_hreflang",
        "locale": "acreage_locale"}  # fmt: skip
MARK = re.compile(r"<!-- wp:html -->\s*<!-- acreage:([0-9a-f]{32}):([0-9a-f]*) -->\s*<!-- /wp:html -->\s*")
SCRIPT = re.compile(
    r'\s*<!-- wp:html -->\s*<script type="application/ld\+json">(.*?)</script>\s*<!-- /wp:html -->', re.DOTALL
)
TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)([^>]*)>")
ATTRIBUTE = re.compile(r"""([\w-]+)=(?:"([^"]*)"|'([^']*)')""")
LONGEST_SLUG = 180  # percent-encoded bytes; WordPress cuts at 200
CLOCK_S = 90.0  # a clock further off than this moves a schedule


class WordPress(Place):
    """Posts (or pages) of one site under one user."""

    kind: ClassVar[str] = "wordpress"
    secret: ClassVar[str] = "ACREAGE_WORDPRESS_PASSWORD"
    settings: ClassVar[Mapping[str, str]] = {
        "post_type": "posts (default) or pages, as the REST interface calls them"
    }
    own: ClassVar[tuple[str, ...]] = ("json_ld", "hreflang", "locale")

    def __init__(self, setting: Setting, timeout_s: float = 30.0) -> None:
        target = setting.target
        self.timeout_s = timeout_s
        if not target.site or not target.user:
            lacking = "site" if not target.site else "user"
            raise ShopError(f"[[publish]] {target.name}: key {lacking!r} is missing: add it.")
        self._type = {"post": "posts", "page": "pages"}.get(
            target.text("post_type", "posts"), target.text("post_type", "posts")
        )
        self._setting = setting
        self._door = Door(target.site, target.user, setting.secret, setting.now, self.timeout_s)
        self._visitor = sight.visitor()
        self._terms: dict[tuple[str, str], str] = {}
        self._pictures: dict[str, tuple[str, str]] = {}
        self._templates: dict[str, str] = {}
        self._uploading = Lock()
        self._making = Lock()  # articles go side by side: a picture of two of them is uploaded once

    def close(self) -> None:
        """Give the connections back."""
        self._door.close()
        self._visitor.close()

    # --- what it may do ------------------------------------------------------------------------------------

    def capabilities(self) -> Capabilities:
        """Role, statuses, writable fields and plugin of this site for this user."""
        return self._capabilities

    @cached_property
    def _capabilities(self) -> Capabilities:
        me = self._door.read("wp/v2/users/me", context="edit", _fields="roles,capabilities,slug").data
        may: Mapping[str, bool] = me["capabilities"] if isinstance(me.get("capabilities"), dict) else {}
        role = ", ".join(me["roles"]) or "no role"
        if not may.get("edit_posts"):
            raise PublishRefused(f"{self._door.host}: {role} may not write: give the user the role author.")
        plugin = self._door.read("acreage/v1/status", "rest_no_route")
        meta = self._door.options(f"wp/v2/{self._type}").data["schema"]["properties"]
        keys = tuple(meta["meta"]["properties"]) if "meta" in meta and meta["meta"].get("properties") else ()
        drafts = (Status.DRAFT, Status.PENDING)
        return Capabilities(
            version=plugin.data.get("wordpress", "") if not plugin.code else "",
            role=role,
            statuses=(*drafts, Status.SCHEDULED, Status.PUBLISHED) if may.get("publish_posts") else drafts,
            keeps_markup=bool(may.get("unfiltered_html")),
            meta=keys,
            plugin="acreage" if not plugin.code and "acreage_key" in keys else "",
            makes_categories=bool(may.get("manage_categories")),
            media_types=Capabilities().media_types if may.get("upload_files") else (),
            longest_slug=LONGEST_SLUG,
            skew_s=self._door.skew_s,
        )

    def check(self) -> Report:
        """Who we are there, what it has and lacks. Writes nothing."""
        found, host = self.capabilities(), self._door.host
        lines = [f"{host}: signed in as {found.role}", f"may make pages {', '.join(found.statuses)}"]
        warnings = []
        if found.plugin:
            lines.append("the Acreage plugin keeps key, description, structured data and languages")
        else:
            warnings.append(
                f"{host} has no Acreage plugin: no structured data for authors, no description, no 410. Write it "
                "with acreage wordpress plugin and put it into wp-content/mu-plugins/."
            )
        if others := [key for key in SEO_DESCRIPTIONS if key in found.meta]:
            lines.append(f"descriptions go to {', '.join(others)} too")
        if not found.makes_categories:
            warnings.append(
                f"{found.role} may not make categories: make them there first, or they are left out."
            )
        if not found.media_types:
            warnings.append(f"{found.role} may not upload pictures: they are left out.")
        if abs(found.skew_s) > CLOCK_S:
            warnings.append(_clock_says(host, found.skew_s))
        return Report(found, tuple(lines), tuple(warnings))

    # --- read ----------------------------------------------------------------------------------------------

    def find(self, key: str) -> list[Copy]:
        """By the plugin's exact filter, else by the comment in the body: `search` finds parts of words too."""
        found: list[Copy] = []
        if self.capabilities().plugin:
            found = self._list(acreage_key=key)
        found = found or self._list(search=f"acreage:{key}")
        return [copy for copy in found if copy.key == key]

    def _list(self, **query: str) -> list[Copy]:
        reply = self._door.read(
            f"wp/v2/{self._type}", status=EVERY, context="edit", per_page=100, orderby="id", order="asc",
            _fields=READ, **query,
        )  # fmt: skip
        return [self._copy(each) for each in reply.data]

    def get(self, remote_id: str) -> Copy | None:
        """One post, as its editors see it; a contributor sees only the outside of what an editor let out."""
        path = f"wp/v2/{self._type}/{remote_id}"
        reply = self._door.read(
            path, "rest_post_invalid_id", "rest_forbidden_context", context="edit", _fields=READ
        )
        if reply.code != "rest_forbidden_context":
            return None if reply.code else self._copy(reply.data)
        return replace(self._copy(self._door.read(path, _fields=READ).data), key="", said={})

    def at_slug(self, slug: str) -> Copy | None:
        """A post or page that has the slug already: the drafts this user may edit, and whatever is public."""
        for kind in dict.fromkeys((self._type, "posts", "pages")):
            for query in (
                {"context": "edit", "status": "publish,future,draft,pending,private"},
                {"context": "view"},
            ):
                reply = self._door.read(
                    f"wp/v2/{kind}",
                    "rest_forbidden_context",
                    "rest_invalid_param",
                    slug=slug,
                    _fields=READ,
                    **query,
                )
                if not reply.code and reply.data:
                    return self._copy(reply.data[0])
        return None

    def _copy(self, post: Json) -> Copy:
        title, content, excerpt = (post.get(name) or {} for name in ("title", "content", "excerpt"))
        meta: Mapping[str, Any] = post["meta"] if isinstance(post.get("meta"), dict) else {}
        body = str(content.get("raw", ""))
        mark, script = MARK.search(body), SCRIPT.search(body)
        body = SCRIPT.sub("", MARK.sub("", body))
        remote_id, status = str(post["id"]), STATUSES.get(post["status"], Status.PRIVATE)
        self._templates[remote_id] = post.get("permalink_template") or post.get("link", "")
        url = post.get("link", "") if status is Status.PUBLISHED else ""
        json_ld = str(meta.get(META["json_ld"], "")) or (script.group(1) if script else "")
        said = {
            "title": str(title.get("raw", "")), "body": body, "excerpt": str(excerpt.get("raw", "")),
            "slug": str(post["slug"]), "categories": self._categories(post.get("categories")),
            "tags": _numbers(post.get("tags")), "picture": str(post.get("featured_media") or ""),
            "description": str(meta.get(self._description_key(meta), "")),
            "json_ld": json_ld.replace(_js(url or self._address(remote_id, post["slug"])), ADDRESS),
            "hreflang": str(meta.get(META["hreflang"], "")), "locale": str(meta.get(META["locale"], "")),
        }  # fmt: skip
        return Copy(
            id=remote_id, status=status, slug=said["slug"], modified=_stamp(post, said), url=url,
            key=str(meta.get("acreage_key", "")) or (mark.group(1) if mark else ""),
            fingerprint=str(meta.get("acreage_fingerprint", "")) or (mark.group(2) if mark else ""),
            said=said, due_at=_moment(post.get("date_gmt")) if status is Status.SCHEDULED else None,
        )  # fmt: skip

    def _categories(self, found: Any) -> str:  # Any: ids, or nothing where a type has none
        """A post without a category gets WordPress' own sooner or later: that is nobody's edit."""
        numbers = _numbers(found)
        return "" if numbers == self._default_category else numbers

    @cached_property
    def _default_category(self) -> str:
        status = self._door.read("acreage/v1/status", "rest_no_route")
        return str(status.data.get("default_category", 1)) if not status.code else "1"

    def _description_key(self, meta: Mapping[str, Any]) -> str:
        """The one that is printed: another SEO plugin's before ours."""
        return next((key for key in SEO_DESCRIPTIONS if key in meta), META["description"])

    def _address(self, remote_id: str, slug: str) -> str:
        """Where a post will stand once it is published."""
        template = self._templates.get(remote_id, "")
        return template.replace("%postname%", slug).replace("%pagename%", slug)

    # --- write ---------------------------------------------------------------------------------------------

    def ensure_term(self, term: Term) -> str:
        """Looked up by slug (names with `&` are stored otherwise), made if this user may."""
        with self._making:
            known = self._terms.get((term.kind, term.slug))
            if known is None:
                known = self._terms[term.kind, term.slug] = self._term(term)
            return known

    def _term(self, term: Term) -> str:
        base = "wp/v2/categories" if term.kind == "category" else "wp/v2/tags"
        found = self._door.read(base, slug=term.slug, _fields="id")
        if found.data:
            return str(found.data[0]["id"])
        made = self._door.write(
            base, {"name": term.name, "slug": term.slug}, "term_exists", "rest_cannot_create"
        )
        if made.code == "term_exists":
            return str(made.data["data"]["term_id"])
        return "" if made.code else str(made.data["id"])

    def ensure_media(self, image: Image) -> str:
        """Found by the hash in its slug; else uploaded once, whatever becomes of the answer."""
        if image.media_type not in self.capabilities().media_types:
            return ""
        with self._uploading:
            if image.sha256 not in self._pictures:
                self._pictures[image.sha256] = self._picture(image)
            return self._pictures[image.sha256][0]

    def _picture(self, image: Image) -> tuple[str, str]:
        slug = f"acreage-{image.sha256[:16]}"
        if found := self._uploaded(slug):
            return found
        name = re.sub(r"[^A-Za-z0-9.-]+", "-", image.name).strip("-.") or "picture"
        try:
            self._door.upload(name, image.media_type, image.data, slug=slug, alt_text=image.alt, title=name)
        except PublishUnknown:
            until = self._setting.now() + timedelta(seconds=self.timeout_s)
            while not self._uploaded(slug):
                if self._setting.now() > until:
                    raise
                self._setting.sleep(0.5)
        found = self._uploaded(slug)
        if found is None:
            raise PublishDown(f"{self._door.host}: a picture was uploaded and is not there.")
        self._drop_doubles(slug, found[0])
        return found

    def _uploaded(self, *slugs: str) -> tuple[str, str] | None:
        found = self._door.read(
            "wp/v2/media", slug=",".join(slugs), orderby="id", order="asc", _fields="id,source_url"
        )
        return (str(found.data[0]["id"]), str(found.data[0]["source_url"])) if found.data else None

    def _drop_doubles(self, slug: str, kept: str) -> None:
        """Two workers at once: the one that came second has `-2` at its slug, and nobody shows it yet."""
        if (second := self._uploaded(f"{slug}-2", f"{slug}-3")) and second[0] != kept:
            self._door.delete(f"wp/v2/media/{second[0]}", "404", "410", "rest_cannot_delete", force="true")

    def spell(self, payload: Payload) -> Fields:
        """Blocks, ids of terms and of the picture; what this site cannot hold stays in and is found dropped."""
        may = self.capabilities()
        pictures = {image.sha256: self.ensure_media(image) for image in payload.images}
        addresses: dict[str, str] = {}
        shown: dict[str, str] = {}
        for image in payload.images:
            address = self._pictures[image.sha256][1] if pictures[image.sha256] else ""
            addresses[image.source] = address
            shown |= {address: pictures[image.sha256]} if address else {}
        body = with_pictures(payload.html, addresses)
        is_rtl = direction(payload.locale.split("-")[0]) == "rtl"
        dialect = Dialect(
            shown, has_data=may.keeps_markup or bool(may.plugin), is_rtl=is_rtl,
            is_turned=not may.plugin and is_rtl != self._is_rtl,
        )  # fmt: skip
        terms = {kind: [self.ensure_term(term) for term in found] for kind, found in (
            ("categories", payload.categories), ("tags", payload.tags))}  # fmt: skip
        if self._type == "pages":
            terms = {}
        first = pictures[payload.images[0].sha256] if payload.images else ""
        return {
            "title": html.escape(payload.title, quote=False),
            "body": blocks(body, dialect),
            "excerpt": html.escape(payload.excerpt, quote=False),
            "slug": payload.slug[:LONGEST_SLUG],
            **{kind: _numbers(found) for kind, found in terms.items()},
            "picture": first if payload.images else "",
            "description": payload.description,
            "json_ld": _unbracketed(payload.json_ld),
            "hreflang": json.dumps(payload.alternates, ensure_ascii=False) if payload.alternates else "",
            "locale": payload.locale,
        }

    @cached_property
    def _is_rtl(self) -> bool:
        """Which way the site itself reads."""
        seen = sight.visit(self._visitor, f"{self._setting.target.site}/")
        return not isinstance(seen, str) and bool(re.search(r'<html[^>]*\bdir="rtl"', seen.text))

    def create(self, mark: Mark, fields: Fields) -> Copy:
        """A draft with our key."""
        body = self._body("", mark, fields, Status.DRAFT, None)
        return self._copy(self._door.write(f"wp/v2/{self._type}", body, context="edit", _fields=READ).data)

    def update(
        self, remote_id: str, mark: Mark, fields: Fields, status: Status, due_at: datetime | None
    ) -> Copy:
        """All fields by id. A second write only where the address or the hour turned out otherwise."""
        body = self._body(remote_id, mark, fields, status, due_at)
        post = self._post(remote_id, body)
        if status is Status.PUBLISHED and post["status"] == "future":  # it had a day in the future
            post = self._post(
                remote_id, {"status": "publish", "date_gmt": _gmt(self._setting.now(), self._door.skew_s)}
            )
        predicted = self._address(remote_id, fields["slug"])
        copy = self._copy(post)
        is_elsewhere = (copy.url or self._address(remote_id, copy.slug)) != predicted
        if is_elsewhere and ADDRESS in fields.get("json_ld", ""):
            body = self._body(remote_id, mark, {**fields, "slug": copy.slug}, copy.status, copy.due_at)
            copy = self._copy(
                self._post(remote_id, {name: body[name] for name in ("meta", "content") if name in body})
            )
        return copy

    def _post(self, remote_id: str, body: Mapping[str, Json]) -> Json:
        reply = self._door.write(
            f"wp/v2/{self._type}/{remote_id}", body, "rest_post_invalid_id", context="edit", _fields=READ
        )
        if reply.code:
            raise PublishUnknown(f"{self._door.host}: number {remote_id} is gone meanwhile.")
        return reply.data

    def _body(
        self, remote_id: str, mark: Mark, fields: Fields, status: Status, due_at: datetime | None
    ) -> dict[str, Json]:
        """A request's body: only what this site knows, the mark where it is kept."""
        may = self.capabilities()
        address = _js(self._address(remote_id, fields["slug"])) if remote_id else ""
        json_ld = fields.get("json_ld", "").replace(ADDRESS, address or ADDRESS)
        content = fields["body"]
        if not may.plugin:
            content = f"{_html_block(f'<!-- acreage:{mark.key}:{mark.fingerprint} -->')}\n\n{content}"
            if may.keeps_markup and json_ld:
                script = _html_block(f'<script type="application/ld+json">{json_ld}</script>')
                content = f"{content}\n\n{script}"
        meta = {"acreage_key": mark.key, "acreage_fingerprint": mark.fingerprint, META["json_ld"]: json_ld}
        meta |= {META[name]: fields[name] for name in ("description", "hreflang", "locale") if name in fields}
        meta |= {name: fields.get("description", "") for name in SEO_DESCRIPTIONS}
        body: dict[str, Json] = {
            "title": fields["title"], "content": content, "excerpt": fields.get("excerpt", ""),
            "slug": fields["slug"], "status": NAMES[status],
            "featured_media": int(fields.get("picture") or 0),
            "meta": {name: text for name, text in meta.items() if name in may.meta},
        }  # fmt: skip
        for kind in ("categories", "tags"):
            if kind in fields:
                body[kind] = [int(number) for number in fields[kind].split(",") if number]
        if due_at is not None:
            body["date_gmt"] = _gmt(due_at, self._door.skew_s)
        return body

    def discard(self, remote_id: str) -> None:
        """For good: in the trash it would be found again by its key."""
        self._door.delete(f"wp/v2/{self._type}/{remote_id}", "404", "410", force="true")

    # --- look and take back --------------------------------------------------------------------------------

    def look(self, copy: Copy, mark: Mark, payload: Payload) -> tuple[Sight, str]:
        """The public page, and what of its head is not as we sent it."""
        seen, why, page = sight.look(self._visitor, copy.url, mark, payload)
        if seen is not Sight.LIVE or not self.capabilities().plugin:
            return seen, why
        return seen, "; ".join(_faults(page, copy.url, payload))

    def unpublish(self, remote_id: str, successor: str = "", *, is_final: bool) -> Copy | None:
        """A draft again; or the trash, its address remembered by the plugin."""
        if not is_final:
            path = f"wp/v2/{self._type}/{remote_id}"
            reply = self._door.write(path, {"status": "draft"}, "404", "410", context="edit", _fields=READ)
            return None if reply.code else self._copy(reply.data)
        if self.capabilities().plugin:
            self._door.write("acreage/v1/gone", {"id": int(remote_id), "to": successor})
        else:
            self._door.delete(f"wp/v2/{self._type}/{remote_id}", "404", "410")
        return None

    def gone(self, url: str, successor: str = "") -> tuple[Sight, str]:
        """410, or 301 in one hop."""
        seen, why = sight.gone(self._visitor, url, successor)
        if seen is Sight.NOT_LIVE and not self.capabilities().plugin:
            why += ": that needs the Acreage plugin (acreage wordpress plugin)"
        return seen, why

    def wake(self) -> None:
        """Quiet sites publish what is due only when somebody visits."""
        self._door.poke("wp-cron.php?doing_wp_cron")

    def alike(self, name: str, sent: str, held: str) -> bool:
        """What WordPress adds by itself is no loss: `rel` on links, entities, its default category."""
        if name == "body":
            return _shape(sent) == _shape(held)
        if name in ("categories", "tags"):
            return set(filter(None, sent.split(","))) <= set(held.split(","))
        if name in ("title", "excerpt", "description"):
            return html.unescape(sent).strip() == html.unescape(held).strip()
        return sent == held


def _html_block(inner: str) -> str:
    return f"<!-- wp:html -->\n{inner}\n<!-- /wp:html -->"


def _faults(page: str, url: str, payload: Payload) -> list[str]:
    """What the page's head should say and does not."""
    said, faults = sight.head(page), []
    if "description" in said and said["description"] != payload.description:
        faults.append("its description is another")
    if "description" not in said and payload.description:
        faults.append("it has no description")
    if said.get("canonical", url) != url:
        faults.append(f"its canonical is {said['canonical']}")
    faults += [
        f"hreflang {tag} is missing" for tag, to in payload.alternates if said.get(f"hreflang:{tag}") != to
    ]
    try:
        nodes = list(sight.structured(page))
    except ValueError:
        return [*faults, "its structured data cannot be read"]
    if payload.json_ld and json.loads(payload.json_ld.replace(ADDRESS, _js(url))) not in nodes:
        faults.append("its structured data is not ours")
    return faults


def _shape(body: str) -> tuple[str, ...]:
    """Tags with their attributes, in order, and the text between, entities read."""
    parts, end = [], 0
    for tag in TAG.finditer(body):
        parts.append(html.unescape(body[end : tag.start()]).strip())
        said = {key: html.unescape(one or other) for key, one, other in ATTRIBUTE.findall(tag.group(3))}
        said.pop("rel", None)
        parts.append(f"{tag.group(1)}{tag.group(2).lower()} {sorted(said.items())}")
        end = tag.end()
    return tuple(part for part in [*parts, html.unescape(body[end:]).strip()] if part)


def _unbracketed(line: str) -> str:
    """JSON whose strings hold no bracket: shortcodes run in scripts of a body too."""
    return re.sub(
        r'"(?:[^"\\]|\\.)*"',
        lambda found: found.group(0).replace("[", "\\u005b").replace("]", "\\u005d"),
        line,
    )


def _js(address: str) -> str:
    """An address as it stands inside a JSON string of ours."""
    return json.dumps(address, ensure_ascii=False)[1:-1].replace("&", "\\u0026")


def _numbers(found: Any) -> str:  # Any: a list of ids, as numbers or as text
    return ",".join(sorted((str(each) for each in found or () if each), key=lambda each: (len(each), each)))


def _stamp(post: Json, said: Fields) -> str:
    """WordPress' own stamp has seconds only, so what is said goes into it too."""
    text = "\0".join([post["status"], *said.values()])
    return f"{post.get('modified_gmt', '')} {sha256(text.encode()).hexdigest()[:12]}"


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text).replace(tzinfo=UTC) if text else None


def _gmt(moment: datetime, skew_s: float) -> str:
    """A moment on the server's clock, when that is off: it is that clock which lets a schedule out."""
    shifted = moment + timedelta(seconds=skew_s) if abs(skew_s) > CLOCK_S else moment
    return shifted.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")


def _clock_says(host: str, skew_s: float) -> str:
    way = "ahead of" if skew_s > 0 else "behind"
    return f"{host}: its clock is {abs(skew_s) / 60:.0f} minutes {way} ours; schedules are set by its clock."
