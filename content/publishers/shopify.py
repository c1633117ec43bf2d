"""A Shopify store's blog: one article per concept in the store's own language, the others as its translations.

https://shopify.dev/docs/api/admin-graphql/latest/objects/Article
https://shopify.dev/docs/apps/build/markets/manage-translated-content · nothing here has been run against a real
store: the tests use a fake of ours (tests/servers/shopify_fake.py), built from the documentation.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from typing import ClassVar
from urllib.parse import urlsplit

from content.errors import PublishConflict, PublishRefused, PublishUnknown, ShopError
from content.publishers import shopify_queries as q
from content.publishers import sight
from content.publishers.calls import Json
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
)
from content.publishers.repository.pages import is_rtl
from content.publishers.shopify_door import REDIRECTS, SCOPES, ShopifyDoor

COMMENT = re.compile(r"^<!-- acreage:[0-9a-f]{32}:[0-9a-f]* -->\n?")
STATUSES = (Status.DRAFT, Status.PENDING, Status.SCHEDULED, Status.PUBLISHED)
TRANSLATED = {"title": "title", "body": "body_html", "slug": "handle", "excerpt": "summary_html",
              "description": "meta_description"}  # fmt: skip
"""Our fields and Shopify's names for what can be translated of an article (TranslatableResourceType ARTICLE)."""


@dataclass(frozen=True, slots=True)
class Own:
    """What we have noted on an article about the copy in one language."""

    key: str
    fingerprint: str
    status: Status
    due_at: datetime | None = None


class Shopify(Place):
    """One blog of one store."""

    kind: ClassVar[str] = "shopify"
    secret: ClassVar[str] = "ACREAGE_SHOPIFY_TOKEN"
    settings: ClassVar[Mapping[str, str]] = {
        "store": "!the store's own address, name.myshopify.com",
        "blog": "!the handle of the blog, as in /blogs/news",
        "author": "the name shown as author; left out: the shop's",
    }
    own: ClassVar[tuple[str, ...]] = ("json_ld", "language", "concept", "image")
    takes_files: ClassVar[bool] = False

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._door = ShopifyDoor(setting, self.timeout_s)
        self._visitor = sight.visitor()
        if not setting.target.site:
            raise ShopError(
                f"[[publish]] {setting.target.name}: key 'site' is missing: the address customers see."
            )

    def close(self) -> None:
        """Give the connections back."""
        self._door.close()
        self._visitor.close()

    # --- what it may do ------------------------------------------------------------------------------------

    @cached_property
    def _shop(self) -> Json:
        return self._door.ask(q.SHOP)

    @cached_property
    def _blog(self) -> str:
        wanted = self._setting.target.text("blog")
        handles = {each["handle"]: each["id"] for each in self._shop["blogs"]["nodes"]}
        if wanted not in handles:
            known = ", ".join(sorted(handles)) or "none"
            raise PublishRefused(
                f"{self._door.name} has no blog {wanted!r} (it has {known}): write its handle as blog."
            )
        return str(handles[wanted])

    @cached_property
    def _primary(self) -> str:
        return next(str(each["locale"]) for each in self._shop["shopLocales"] if each["primary"])

    def capabilities(self) -> Capabilities:
        """By the app's scopes."""
        may = {each["handle"] for each in self._shop["currentAppInstallation"]["accessScopes"]}
        return Capabilities(
            version=q.VERSION,
            statuses=STATUSES if "write_content" in may else (),
            meta=("description", "json_ld"), makes_categories=False, longest_slug=255,
        )  # fmt: skip

    def check(self) -> Report:
        """Token, scopes, blog and languages. Writes nothing."""
        may = {each["handle"] for each in self._shop["currentAppInstallation"]["accessScopes"]}
        lacking = [scope for scope in SCOPES if scope not in may]
        if "write_content" in lacking:
            raise PublishRefused(
                f"{self._door.name} does not let the app write: it needs the scopes {', '.join(SCOPES)}."
            )
        warnings = [f"the app has no scope {scope}" for scope in lacking]
        if REDIRECTS not in may:
            warnings.append(f"the app has no scope {REDIRECTS}: consolidated pages get no redirect.")
        for locale in self._setting.target.markets:
            try:
                self._language(locale)
            except PublishRefused as error:
                warnings.append(str(error))
        lines = (
            f"{self._door.name}: blog {self._setting.target.text('blog')} ({self._blog.rpartition('/')[2]})",
            f"articles are in {self._primary}, other languages are their translations",
            "structured data is kept in the metafield acreage.json_ld; the theme prints its own",
            "scheduled articles go out when acreage verify runs after their hour",
        )
        return Report(self.capabilities(), lines, tuple(warnings))

    def _language(self, locale: str) -> str:
        """The store's name for a market's language; one market per language, or its text would replace another's."""
        known = {str(each["locale"]): bool(each["published"]) for each in self._shop["shopLocales"]}
        found = next((each for each in (locale, locale[:2]) if each in known), "")
        if not found:
            raise PublishRefused(
                f"{self._door.name} has no language for {locale}: add it under Settings, Languages."
            )
        if not known[found]:
            raise PublishRefused(
                f"{self._door.name}: {found} is not published there: nobody would see the translation."
            )
        first = next(each for each in self._setting.target.markets if found in (each, each[:2]))
        if locale not in (found, first):
            raise PublishRefused(
                f"{self._door.name}: {found} shows the articles of {first}: add {locale} there as a language too."
            )
        return found

    def rank(self, locale: str) -> int:
        """What is translated comes before its translations."""
        return 0 if self._primary in (locale, locale[:2]) else 1

    # --- read ----------------------------------------------------------------------------------------------

    def find(self, key: str) -> list[Copy]:
        """Copies whose mark holds this key, in whatever language."""
        found = [
            self.get(_remote(article["id"], name.removeprefix("copy_")))
            for article in self._articles()
            for name, value in _notes(article).items()
            if name.startswith("copy_") and _own(value).key == key
        ]
        return sorted(
            (copy for copy in found if copy is not None), key=lambda copy: int(copy.id.partition(":")[0])
        )

    def _articles(self) -> Iterator[Json]:
        """Every article of the blog, the newest first, with what we noted on it."""
        after = None
        while True:
            page = self._door.ask(q.ARTICLES, blog=self._blog, after=after)["blog"]["articles"]
            yield from page["nodes"]
            if not page["pageInfo"]["hasNextPage"]:
                return
            after = page["pageInfo"]["endCursor"]

    def get(self, remote_id: str) -> Copy | None:
        """An article, or one of its translations."""
        number, _, language = remote_id.partition(":")
        article = self._door.ask(q.ARTICLE, id=_gid(number))["article"]
        if article is None:
            return None
        notes = _notes(article)
        note = _own(notes.get(f"copy_{_safe(language)}", ""))
        if language == self._primary:
            return self._copy(
                remote_id, article, note, self._said(article, notes), is_out=bool(article["isPublished"])
            )
        if not note.key:
            return None
        held = self._translation(_gid(number), language)
        said = {name: held.get(theirs, "") for name, theirs in TRANSLATED.items()}
        said |= {"language": language, "concept": notes.get("concept", "")}
        is_out = bool(article["isPublished"]) and bool(said["body"])
        return self._copy(remote_id, article, note, said, is_out=is_out)

    def _said(self, article: Json, notes: Mapping[str, str]) -> dict[str, str]:
        return {
            "title": article["title"], "body": article["body"], "slug": article["handle"],
            "excerpt": article["summary"] or "", "tags": "\n".join(sorted(article["tags"])),
            "description": (article["description"] or {}).get("value", ""), "language": self._primary,
            "image": (article["image"] or {}).get("url", ""), "concept": notes.get("concept", ""),
            "json_ld": notes.get("json_ld", ""),
        }  # fmt: skip

    def _copy(self, remote_id: str, article: Json, note: Own, said: dict[str, str], *, is_out: bool) -> Copy:
        said["body"] = COMMENT.sub("", said["body"])
        status = (
            Status.PUBLISHED
            if is_out
            else note.status
            if note.status is not Status.PUBLISHED
            else Status.DRAFT
        )
        # Our own notes change the store's stamp of an article, so what it says is the stamp.
        stamp = sha256(
            "\0".join([str(is_out), *(f"{name} {said[name]}" for name in sorted(said))]).encode()
        ).hexdigest()
        slug = said["slug"] or str(article["handle"])
        url = self._url(remote_id.partition(":")[2], slug) if status is Status.PUBLISHED else ""
        return Copy(
            remote_id, status, slug, stamp[:32], url, note.key, note.fingerprint, {**said, "slug": slug}, note.due_at
        )  # fmt: skip

    def _url(self, language: str, slug: str) -> str:
        prefix = "" if language == self._primary else f"/{language.lower()}"
        return f"{self._setting.target.site}{prefix}/blogs/{self._setting.target.text('blog')}/{slug}"

    def at_slug(self, slug: str) -> Copy | None:
        """An article of somebody else's with this handle."""
        for article in self._articles():
            if article["handle"] == slug and not any(name.startswith("copy_") for name in _notes(article)):
                return self.get(_remote(article["id"], self._primary))
        return None

    def _translation(self, gid: str, language: str) -> dict[str, str]:
        found = self._door.ask(q.TRANSLATIONS, id=gid, locale=language)["translatableResource"]
        return {str(each["key"]): str(each["value"]) for each in (found or {}).get("translations", [])}

    # --- write ---------------------------------------------------------------------------------------------

    def ensure_media(self, image: Image) -> str:
        """Shopify fetches pictures itself: only one with an address of its own can be shown."""
        return image.source if image.source.startswith("https://") else ""

    def spell(self, payload: Payload) -> Fields:
        """An article in the store's language, or what can be translated of one."""
        language = self._language(payload.locale)
        body = payload.html
        if is_rtl(language):
            body = f'<div dir="rtl" lang="{language[:2]}">\n{body}\n</div>'
        said = {
            "title": payload.title, "body": body, "slug": payload.slug,
            "excerpt": html.escape(payload.excerpt, quote=False), "description": payload.description,
            "language": language, "concept": payload.concept,
        }  # fmt: skip
        if language != self._primary:
            return said
        terms = sorted({term.name.replace(",", " ") for term in (*payload.categories, *payload.tags)})
        url = self._url(language, payload.slug)
        return {
            **said, "tags": "\n".join(terms),
            "image": next(filter(None, map(self.ensure_media, payload.images)), ""),
            "json_ld": payload.json_ld.replace(ADDRESS, url),
        }  # fmt: skip

    def create(self, mark: Mark, fields: Fields) -> Copy:
        """A hidden article; of a translation only its mark, which nobody sees."""
        language = fields["language"]
        if language != self._primary:
            gid = self._original(fields)
            self._mark(gid, language, mark, Status.DRAFT, None)
            return self._read_back(_remote(gid, language))
        article = {
            **self._article(mark, fields, Status.DRAFT, None), "blogId": self._blog,
            "author": {"name": self._setting.target.text("author", self._setting.shop.name)},
        }  # fmt: skip
        made = self._door.ask(q.CREATE, article=article)["articleCreate"]["article"]
        return self._read_back(_remote(made["id"], language))

    def _original(self, fields: Fields) -> str:
        """The article that a text is a translation of; another language never stands at its address."""
        for article in self._articles():
            notes = _notes(article)
            if (
                fields["concept"]
                and notes.get("concept") == fields["concept"]
                and f"copy_{self._primary}" in notes
            ):
                return str(article["id"])
        raise PublishRefused(
            f"{self._door.name}: there is no article in {self._primary} yet that this one translates: a text in "
            f"{fields['language']} never stands at the address of the store's own language."
        )

    def update(
        self, remote_id: str, mark: Mark, fields: Fields, status: Status, due_at: datetime | None
    ) -> Copy:
        """The article, or its translation: registered when it is to be seen, only marked while it is not."""
        number, _, language = remote_id.partition(":")
        gid = _gid(number)
        if language == self._primary:
            before = self._door.ask(q.ARTICLE, id=gid)["article"]
            if before is None:
                raise PublishUnknown(f"{self._door.name}: article {number} is gone meanwhile.")
            article = self._article(mark, fields, status, due_at)
            if before["isPublished"] and before["handle"] != fields["slug"]:
                article["redirectNewHandle"] = True
            self._door.ask(q.UPDATE, id=gid, article=article)
        else:
            if status is Status.PUBLISHED:
                self._translate(gid, language, fields, mark)
            self._mark(gid, language, mark, status, due_at)
        return self._read_back(remote_id)

    def _article(
        self, mark: Mark, fields: Fields, status: Status, due_at: datetime | None
    ) -> dict[str, Json]:
        notes = [
            _metafield(f"copy_{_safe(self._primary)}", _noted(mark, status, due_at)),
            _metafield("concept", fields["concept"]),
            {"namespace": "global", "key": "description_tag", "type": "single_line_text_field",
             "value": fields["description"]},
        ]  # fmt: skip
        if fields.get("json_ld"):
            notes.append(_metafield("json_ld", fields["json_ld"], "multi_line_text_field"))
        article: dict[str, Json] = {
            "title": fields["title"], "body": _commented(mark, fields["body"]), "handle": fields["slug"],
            "summary": fields["excerpt"], "tags": fields["tags"].split("\n") if fields["tags"] else [],
            "isPublished": status is Status.PUBLISHED, "metafields": [each for each in notes if each["value"]],
        }  # fmt: skip
        if fields.get("image"):
            article["image"] = {"url": fields["image"], "altText": fields["title"]}
        return article

    def _translate(self, gid: str, language: str, fields: Fields, mark: Mark) -> None:
        found = self._door.ask(q.TRANSLATIONS, id=gid, locale=language)["translatableResource"]
        digests = {each["key"]: each["digest"] for each in found["translatableContent"]}
        texts = {**fields, "body": _commented(mark, fields["body"])}
        translations = [
            {
                "key": theirs,
                "locale": language,
                "value": texts[name],
                "translatableContentDigest": digests[theirs],
            }
            for name, theirs in TRANSLATED.items()
            if digests.get(theirs) and texts[name]
        ]
        self._door.ask(q.TRANSLATE, id=gid, translations=translations)

    def _mark(self, gid: str, language: str, mark: Mark, status: Status, due_at: datetime | None) -> None:
        note = {"ownerId": gid, **_metafield(f"copy_{_safe(language)}", _noted(mark, status, due_at))}
        self._door.ask(q.MARK, metafields=[note])

    def _read_back(self, remote_id: str) -> Copy:
        copy = self.get(remote_id)
        if copy is None:
            raise PublishConflict(f"{self._door.name}: article {remote_id} is gone meanwhile.")
        return copy

    def discard(self, remote_id: str) -> None:
        """An extra article; a translation's mark goes with its text."""
        number, _, language = remote_id.partition(":")
        if language == self._primary and self.get(remote_id) is not None:
            self._door.ask(q.DELETE, id=_gid(number))

    # --- look and take back --------------------------------------------------------------------------------

    def look(self, copy: Copy, mark: Mark, payload: Payload) -> tuple[Sight, str]:
        """The public page of the storefront."""
        seen, why, _ = sight.look(self._visitor, copy.url, mark, payload)
        return seen, why

    def unpublish(self, remote_id: str, successor: str = "", *, is_final: bool) -> Copy | None:
        """Hidden, or deleted, with a redirect for its readers. A translation is taken off, its article stays."""
        copy = self.get(remote_id)
        if copy is None:
            return None
        number, _, language = remote_id.partition(":")
        mark = Mark(copy.key, copy.fingerprint)
        if language != self._primary:
            self._door.ask(q.UNTRANSLATE, id=_gid(number), keys=list(TRANSLATED.values()), locales=[language])
            self._mark(_gid(number), language, mark, Status.DRAFT, None)
            return None if is_final else self.get(remote_id)
        if not is_final:
            return self.update(remote_id, mark, copy.said, Status.DRAFT, None)
        self._door.ask(q.DELETE, id=_gid(number))
        if successor:
            old, new = self._url(language, copy.slug), successor
            path, target = urlsplit(old).path, new.removeprefix(self._setting.target.site)
            self._door.ask(q.REDIRECT, urlRedirect={"path": path, "target": target})
        return None

    def gone(self, url: str, successor: str = "") -> tuple[Sight, str]:
        """301 to the successor; without one a store answers 404, never 410, and this says so."""
        seen, why = sight.gone(self._visitor, url, successor)
        return seen, f"{why}: Shopify knows no 410" if why and not successor else why

    def alike(self, name: str, sent: str, held: str) -> bool:
        """A picture has an address of the store's own there; blanks between tags are no loss."""
        if name == "image":
            return bool(sent) == bool(held)
        return sent.split() == held.split()


def _commented(mark: Mark, body: str) -> str:
    return f"<!-- acreage:{mark.key}:{mark.fingerprint} -->\n{body}"


def _metafield(key: str, value: str, kind: str = "single_line_text_field") -> dict[str, str]:
    return {"namespace": q.SPACE, "key": key, "type": kind, "value": value}


def _notes(article: Json) -> dict[str, str]:
    return {str(each["key"]): str(each["value"]) for each in article["metafields"]["nodes"]}


def _noted(mark: Mark, status: Status, due_at: datetime | None) -> str:
    return json.dumps([mark.key, mark.fingerprint, str(status), due_at.isoformat() if due_at else ""])


def _own(value: str) -> Own:
    """What a note says; one that a person broke is none."""
    try:
        key, fingerprint, status, due = json.loads(value)
        return Own(key, fingerprint, Status(status), datetime.fromisoformat(due) if due else None)
    except (ValueError, TypeError):
        return Own("", "", Status.DRAFT)


def _safe(language: str) -> str:
    return language.replace("-", "_") if language else ""


def _gid(number: str) -> str:
    return f"gid://shopify/Article/{number}"


def _remote(gid: str, language: str) -> str:
    return f"{gid.rpartition('/')[2]}:{language.replace('_', '-')}"
