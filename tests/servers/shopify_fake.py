"""A FAKE of a Shopify store's Admin API, written from its documentation: not Shopify, and never run against it.

It keeps articles, metafields, translations and redirects, makes handles unique, reports mistakes as userErrors with
status 200, charges every request from a bucket of points, and shows published pages. It knows our queries by name.
"""

import hashlib
import json
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from tests.servers.answering import Quiet, standing

Json = Any
TOKEN = "shpat_fake0fake0fake0fake0"
COSTS = {"AcreageShop": 12, "AcreageArticles": 60, "AcreageArticle": 8, "AcreageTranslations": 6}
WRITE_COST = 10
KEYS = ("title", "body_html", "summary_html", "handle", "meta_description")


@dataclass
class FakeShopify:
    """The state of the store."""

    site: str = ""
    articles: dict[str, dict[str, Json]] = field(default_factory=dict)
    translations: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    locales: list[dict[str, Json]] = field(default_factory=lambda: [
        {"locale": "en", "primary": True, "published": True}, {"locale": "de", "primary": False, "published": True},
        {"locale": "ar", "primary": False, "published": True}, {"locale": "ja", "primary": False, "published": False},
    ])  # fmt: skip
    scopes: list[str] = field(default_factory=lambda: [
        "write_content", "read_locales", "write_translations", "write_online_store_navigation",
    ])  # fmt: skip
    size: float = 1000.0
    restored_per_s: float = 100.0
    points: float = 1000.0
    at: float = field(default_factory=time.monotonic)
    throttled: int = 0
    asked: list[str] = field(default_factory=list)
    strange: list[tuple[int, dict[str, str], bytes]] = field(default_factory=list)  # said instead, once each
    cut: list[str] = field(
        default_factory=list
    )  # names of requests whose answer is lost after the work is done
    number: int = 1000
    lock: Lock = field(default_factory=Lock)

    # --- the bucket ----------------------------------------------------------------------------------------

    def answer(self, asked: Json) -> Json:
        name, variables = asked["operationName"], asked["variables"]
        assert re.match(rf"(query|mutation) {name}\b", asked["query"]), "the name is not that of the query"
        cost = COSTS.get(name, WRITE_COST)
        now = time.monotonic()
        self.points, self.at = min(self.size, self.points + (now - self.at) * self.restored_per_s), now
        if self.points < cost:
            self.throttled += 1
            errors = [{"message": "Throttled", "extensions": {"code": "THROTTLED"}}]
            return {"errors": errors, "extensions": self._cost(cost, None)}
        self.points -= cost
        self.asked.append(name)
        data = getattr(self, name)(variables)
        return {"data": data, "extensions": self._cost(cost, cost)}

    def _cost(self, asked: float, actual: float | None) -> Json:
        state = {
            "maximumAvailable": self.size,
            "currentlyAvailable": int(self.points),
            "restoreRate": self.restored_per_s,
        }
        return {"cost": {"requestedQueryCost": asked, "actualQueryCost": actual, "throttleStatus": state}}

    # --- what is asked -------------------------------------------------------------------------------------

    def AcreageShop(self, asked: Json) -> Json:  # noqa: N802
        return {
            "shop": {"name": "Lindenhof", "primaryDomain": {"url": self.site}}, "shopLocales": self.locales,
            "currentAppInstallation": {"accessScopes": [{"handle": each} for each in self.scopes]},
            "blogs": {"nodes": [{"id": "gid://shopify/Blog/7", "handle": "news"}]},
        }  # fmt: skip

    def AcreageArticles(self, asked: Json) -> Json:  # noqa: N802
        found = sorted(self.articles.values(), key=lambda each: -int(each["id"].rpartition("/")[2]))
        start = int(asked["after"] or 0)
        page = {"hasNextPage": len(found) > start + 50, "endCursor": str(start + 50)}
        nodes = [{**self._seen(each)} for each in found[start : start + 50]]
        return {"blog": {"articles": {"pageInfo": page, "nodes": nodes}}}

    def AcreageArticle(self, asked: Json) -> Json:  # noqa: N802
        article = self.articles.get(asked["id"])
        return {"article": self._seen(article) if article else None}

    def _seen(self, article: dict[str, Json]) -> Json:
        notes = article["metafields"]
        nodes = [{"key": key, "value": value} for (space, key), value in notes.items() if space == "acreage"]
        described = notes.get(("global", "description_tag"))
        return {
            **{name: article[name] for name in ("id", "handle", "title", "body", "summary", "tags", "isPublished", "image")},
            "metafields": {"nodes": nodes}, "description": {"value": described} if described else None,
        }  # fmt: skip

    def AcreageCreate(self, asked: Json) -> Json:  # noqa: N802
        wanted = asked["article"]
        wrong = self._wrong(wanted)
        if not wanted.get("title"):
            wrong.append({"field": ["article", "title"], "message": "Title can't be blank"})
        if not wanted.get("author") or wanted.get("blogId") != "gid://shopify/Blog/7":
            wrong.append({"field": ["article", "blogId"], "message": "Must reference an existing blog."})
        if wrong:
            return {"articleCreate": {"article": None, "userErrors": wrong}}
        self.number += 1
        gid = f"gid://shopify/Article/{self.number}"
        self.articles[gid] = {
            "id": gid,
            "summary": "",
            "tags": [],
            "image": None,
            "metafields": {},
            "isPublished": True,
        }
        self._take(gid, wanted)
        return {"articleCreate": {"article": {"id": gid}, "userErrors": []}}

    def AcreageUpdate(self, asked: Json) -> Json:  # noqa: N802
        article, wanted = self.articles.get(asked["id"]), asked["article"]
        wrong = self._wrong(wanted)
        if article is None:
            wrong.append({"field": ["id"], "message": "Article does not exist"})
        if wrong or article is None:
            return {"articleUpdate": {"article": None, "userErrors": wrong}}
        before = article["handle"]
        self._take(asked["id"], wanted)
        if wanted.get("redirectNewHandle"):
            self.redirects[f"/blogs/news/{before}"] = f"/blogs/news/{article['handle']}"
        return {"articleUpdate": {"article": {"id": asked["id"]}, "userErrors": []}}

    def _wrong(self, wanted: Json) -> list[Json]:
        known = {"title", "body", "handle", "summary", "tags", "isPublished", "metafields", "blogId", "author", "image",
                 "redirectNewHandle", "publishDate", "templateSuffix"}  # fmt: skip
        wrong = [
            {"field": ["article", name], "message": "is not a field"} for name in sorted(set(wanted) - known)
        ]
        if len(wanted.get("body", "")) > 1_000_000:
            wrong.append({"field": ["article", "body"], "message": "Body is too big (maximum is 1 MB)"})
        return wrong + self._wrong_notes(wanted.get("metafields", []))

    def _wrong_notes(self, notes: list[Json]) -> list[Json]:
        return [
            {"field": ["metafields"], "message": "Value can't be blank" if not each["value"] else "Type can't be blank"}
            for each in notes if not each["value"] or not each.get("type")
        ]  # fmt: skip

    def _take(self, gid: str, wanted: Json) -> None:
        article = self.articles[gid]
        for name in ("title", "body", "summary", "tags", "isPublished"):
            if name in wanted:
                article[name] = wanted[name]
        if "image" in wanted:
            article["image"] = {
                "url": "https://cdn.shopify.com/s/files/1/x.jpg",
                "altText": wanted["image"].get("altText"),
            }
        article["handle"] = self._free(
            gid, wanted.get("handle") or article.get("handle") or wanted["title"].lower()
        )
        for each in wanted.get("metafields", []):
            article["metafields"][each["namespace"], each["key"]] = each["value"]

    def _free(self, gid: str, handle: str) -> str:
        taken = {each.get("handle") for key, each in self.articles.items() if key != gid}
        found, number = handle, 0
        while found in taken:
            number += 1
            found = f"{handle}-{number}"
        return found

    def AcreageDelete(self, asked: Json) -> Json:  # noqa: N802
        if asked["id"] not in self.articles:
            wrong = [{"field": ["id"], "message": "Article does not exist"}]
            return {"articleDelete": {"deletedArticleId": None, "userErrors": wrong}}
        del self.articles[asked["id"]]
        self.translations = {key: each for key, each in self.translations.items() if key[0] != asked["id"]}
        return {"articleDelete": {"deletedArticleId": asked["id"], "userErrors": []}}

    def _content(self, gid: str) -> dict[str, str]:
        article = self.articles[gid]
        texts = (article["title"], article["body"], article["summary"], article["handle"],
                 article["metafields"].get(("global", "description_tag"), ""))  # fmt: skip
        return {key: text for key, text in zip(KEYS, texts, strict=True) if text}

    def AcreageTranslations(self, asked: Json) -> Json:  # noqa: N802
        if asked["id"] not in self.articles:
            return {"translatableResource": None}
        content = [{"key": key, "digest": _digest(text)} for key, text in self._content(asked["id"]).items()]
        held = self.translations.get((asked["id"], asked["locale"]), {})
        pairs = [{"key": key, "value": value} for key, value in held.items()]
        return {"translatableResource": {"translatableContent": content, "translations": pairs}}

    def AcreageTranslate(self, asked: Json) -> Json:  # noqa: N802
        content, wrong = self._content(asked["id"]), []
        known = {each["locale"] for each in self.locales if not each["primary"]}
        for each in asked["translations"]:
            if each["locale"] not in known:
                wrong.append(
                    {"field": ["translations"], "message": "Locale is not a valid locale for the shop"}
                )
            elif each["translatableContentDigest"] != _digest(content.get(each["key"], "")):
                wrong.append({"field": ["translations"], "message": "Translatable content hash is invalid"})
        if not wrong:
            for each in asked["translations"]:
                self.translations.setdefault((asked["id"], each["locale"]), {})[each["key"]] = each["value"]
        return {"translationsRegister": {"userErrors": wrong}}

    def AcreageUntranslate(self, asked: Json) -> Json:  # noqa: N802
        for locale in asked["locales"]:
            for key in asked["keys"]:
                self.translations.get((asked["id"], locale), {}).pop(key, None)
        return {"translationsRemove": {"userErrors": []}}

    def AcreageMark(self, asked: Json) -> Json:  # noqa: N802
        wrong = self._wrong_notes(asked["metafields"])
        for each in [] if wrong else asked["metafields"]:
            self.articles[each["ownerId"]]["metafields"][each["namespace"], each["key"]] = each["value"]
        return {"metafieldsSet": {"userErrors": wrong}}

    def AcreageRedirect(self, asked: Json) -> Json:  # noqa: N802
        wanted = asked["urlRedirect"]
        if wanted["path"] in self.redirects:
            return {
                "urlRedirectCreate": {
                    "userErrors": [{"field": ["path"], "message": "Path has already been taken"}]
                }
            }
        self.redirects[wanted["path"]] = wanted["target"]
        return {"urlRedirectCreate": {"userErrors": []}}

    # --- the storefront ------------------------------------------------------------------------------------

    def page(self, path: str) -> tuple[int, dict[str, str], bytes]:
        if path in self.redirects:
            return 301, {"Location": self.redirects[path]}, b""
        locales = [each["locale"] for each in self.locales if each["published"] and not each["primary"]]
        found = re.fullmatch(rf"(?:/({'|'.join(locales)}))?/blogs/news/([^/]+)", path)
        for gid, article in self.articles.items() if found else ():
            texts = {**self._content(gid), **self.translations.get((gid, found.group(1) or ""), {})}
            if article["isPublished"] and texts["handle"] == found.group(2):
                body = f"<!doctype html><title>{texts['title']}</title><h1>{texts['title']}</h1>{texts['body_html']}"
                return 200, {"Content-Type": "text/html; charset=utf-8"}, body.encode()
        return 404, {"Content-Type": "text/html"}, b"<title>404 Not Found</title>"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@contextmanager
def shopify_fake() -> Iterator[FakeShopify]:
    """The fake behind a loopback address."""
    store = FakeShopify()

    class Handler(Quiet):
        def do_GET(self) -> None:  # noqa: N802  the library's name
            with store.lock:
                self.say(*store.page(self.path))

        def do_POST(self) -> None:  # noqa: N802  the library's name
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with store.lock:
                if store.strange:
                    return self.say(*store.strange.pop(0))
                if self.headers.get("X-Shopify-Access-Token") != TOKEN:
                    return self.say(
                        401, {"Content-Type": "application/json"}, b'{"errors":"[API] Invalid API key"}'
                    )
                said = json.dumps(store.answer(asked)).encode()
                if asked["operationName"] in store.cut:
                    store.cut.remove(asked["operationName"])
                    self.close_connection = True
                    return None
            return self.say(200, {"Content-Type": "application/json; charset=utf-8"}, said)

    with standing(Handler) as store.site:
        yield store
