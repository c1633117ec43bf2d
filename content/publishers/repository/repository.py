"""A static site's repository: one Markdown file per article, one commit per batch, pushed to a branch.

https://git-scm.com/docs · the generators' own pages stand in `generators.toml`. Files wait in our own copy of the
repository until `finish`; what a person pushed meanwhile is fetched first and kept. A branch for review makes the
push a proposal: name one, and merge it there.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar
from urllib.parse import urlsplit

import markdown

from content.errors import PublishConflict, ShopError
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
    with_pictures,
)
from content.publishers.repository.clone import NO_BLOB, Change, Clone
from content.publishers.repository.generators import HERE, generator_of
from content.publishers.repository.pages import FilePage, is_rtl, read_page, unbraced, write_page
from content.publishers.repository.running import Git
from content.publishers.repository.wording import as_markdown

STATE = ".acreage/repositories"
BRANCH = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]|/(?![/.]))*")
ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/gif": "gif"}
AUTHOR = "Acreage <acreage@localhost>"


class Repository(Place):
    """One branch of one repository."""

    kind: ClassVar[str] = "git"
    settings: ClassVar[Mapping[str, str]] = {
        "repository": "!the address of the repository, as git clone takes it",
        "generator": "!hugo, jekyll, eleventy, astro, astro-mdx, pelican or mkdocs",
        "branch": "the branch to push to; left out: main",
        "path": "where articles stand, for example content/{language}/posts/{slug}.md",
        "address": "how the site builds addresses, for example /{language}/posts/{slug}/",
        "front_matter": 'a table: our name of a field to yours, "" leaves it out',
        "front_matter_always": "a table of lines every new file gets",
        "author": "of the commits: Name <mail>",
        "redirects": "a file of redirects as Netlify and Cloudflare read it, for example static/_redirects",
        "partial": "where our template for the page's head is kept, for example layouts/partials/acreage.html",
    }
    is_batch: ClassVar[bool] = True
    own: ClassVar[tuple[str, ...]] = ("json_ld", "alternates", "translation", "locale", "lang", "dir", "path")
    timeout_s = 120.0

    def __init__(self, setting: Setting) -> None:
        target = setting.target
        self._setting, self._generator = setting, generator_of(target)
        remote, self._branch = target.text("repository"), target.text("branch", "main")
        _refuse_address(target.name, remote)
        if not BRANCH.fullmatch(self._branch) or ".." in self._branch or self._branch.endswith(".lock"):
            raise ShopError(f"[[publish]] {target.name}: {self._branch!r} is no name of a branch.")
        if target.secret_env and not setting.secret:
            raise ShopError(f"[[publish]] {target.name}: {target.secret_env} is not set in the environment.")
        if setting.secret and urlsplit(remote).scheme != "https" and not _is_loopback(remote):
            raise ShopError(
                f"[[publish]] {target.name}: a token goes over https:// only; ssh has keys of its own."
            )
        self._refuse_shared_paths()
        folder = setting.shop.folder / STATE / target.name
        git = Git(
            target.name,
            folder.absolute(),
            remote,
            setting.environment,
            target.user,
            setting.secret,
            self.timeout_s,
        )
        self._clone = Clone(git, self._branch)
        self._visitor = sight.visitor()

    def _refuse_shared_paths(self) -> None:
        """Two markets of one language need the locale in the path, else one would stand in the other's place."""
        path, locales = self._generator.path, self._setting.target.markets
        blanks = [{"slug": "s", "date": "d", "locale": each, "language": each[:2]} for each in locales]
        if len({path.format(**each) for each in blanks}) < len(locales):
            raise ShopError(
                f"[[publish]] {self._setting.target.name}: several markets would share the path {path!r}: put "
                "{locale} into path."
            )

    def close(self) -> None:
        """Give the connections back."""
        self._visitor.close()

    # --- what it may do ------------------------------------------------------------------------------------

    def capabilities(self) -> Capabilities:
        """The same for every repository: nobody asks before the push."""
        keys = self._generator.keys
        return Capabilities(
            version=self._setting.target.text("generator"),
            statuses=(Status.DRAFT, Status.PENDING, Status.SCHEDULED, Status.PUBLISHED),
            meta=tuple(keys),
            makes_categories="categories" in keys or "category" in keys,
        )

    def check(self) -> Report:
        """The remote is asked whether it lets us push and what is there; nothing is sent."""
        target, generator = self._setting.target, self._generator
        self._clone.freshen()
        self._clone.may_push()
        heads, asked = self._clone.heads(), f"refs/heads/{self._branch}"
        where = f"{target.text('repository')}, branch {self._branch}"
        lines = [f"{where}: {'takes our push' if asked in heads else 'is made by the first push'}"]
        warnings = [*self._about_html(), *self._about_head()]
        if not target.site or not target.text("address"):
            warnings.append(
                "no page can be looked at and none carries structured data: set site and address "
                '("/{language}/posts/{slug}/") as the site builds them.'
            )
        if generator.drafts:
            warnings.append(generator.drafts)
        return Report(self.capabilities(), tuple(lines), tuple(warnings))

    def _about_html(self) -> list[str]:
        """Whether live facts reach the page."""
        generator = self._generator
        if not generator.raw_html:
            return []
        for path in generator.raw_html_files:
            found = self._clone.read(path)
            if found and re.search(generator.raw_html_sign, found[1].decode("utf-8", "replace")):
                return []
        return [
            f"HTML in Markdown is left out by this site's settings, and with it live facts and structured data: set "
            f"{generator.raw_html}."
        ]

    def _about_head(self) -> list[str]:
        """Whether the site's own templates print what only they can print."""
        generator, partial = self._generator, self._setting.target.text("partial")
        if not generator.partial:
            return [f"the languages of an article stand in its front matter ({generator.keys['alternates']}): print "
                    "them in your layout as <link rel=\"alternate\" hreflang>."]  # fmt: skip
        name = generator.partial.rpartition("/")[2]
        if any(path != partial and self._is_template(path) for path in self._clone.holding(name)):
            return []
        kept = (
            f'partial = "{generator.partial}" in [[publish]] keeps it there'
            if not partial
            else "it is kept there"
        )
        return [
            f"no layout prints the languages of an article: put {generator.call} into its <head> ({kept})."
        ]

    def _is_template(self, path: str) -> bool:
        return path.endswith((".html", ".njk", ".liquid", ".jinja", ".j2", ".astro", ".htm"))

    # --- read ----------------------------------------------------------------------------------------------

    def find(self, key: str) -> list[Copy]:
        """Files that carry the key in their last line."""
        found = [self.get(path) for path in self._clone.holding(f"acreage:{key}:")]
        return [copy for copy in found if copy is not None and copy.key == key]

    def get(self, remote_id: str) -> Copy | None:
        """A file, by its path."""
        found = self._clone.read(remote_id)
        if found is None or not remote_id.endswith((".md", ".mdx", ".markdown")):
            return None
        page = read_page(self._generator, found[1], remote_id)
        slug = page.fields.get("slug") or _stem(remote_id)
        locale = page.fields.get("locale") or self._locale_of(remote_id, page.fields.get("language", ""))
        said = {**page.fields, "slug": slug, "path": remote_id, "lang": locale}
        mark = page.mark or Mark("", "")
        url = self._address(said) if page.status is Status.PUBLISHED else ""
        return Copy(
            remote_id,
            page.status,
            slug,
            found[0],
            url,
            mark.key,
            mark.fingerprint,
            self._known(said),
            page.due_at,
        )

    def at_slug(self, slug: str) -> Copy | None:  # noqa: ARG002  a slug is free in another language
        """None: `create` refuses a path that is taken."""
        return None

    def _known(self, said: Mapping[str, str]) -> dict[str, str]:
        """Every field a file of this generator can hold: one that is not there was emptied."""
        names = [*(name for name in self._generator.keys if name in READABLE), *ALWAYS]
        return {name: said.get(name, "") for name in names}

    def _address(self, said: Mapping[str, str]) -> str:
        target = self._setting.target
        pattern, day = target.text("address"), said.get("date", "")[:10]
        if not target.site or not pattern:
            return ""
        locale = said.get("locale") or self._locale_of(said.get("path", ""), said.get("language", ""))
        year, month, day_of_month = [*day.split("-"), "", "", ""][:3]
        blanks = {
            "slug": said.get("slug", ""), "locale": locale.lower(), "language": locale[:2].lower(), "date": day,
            "year": year, "month": month, "day": day_of_month,
        }  # fmt: skip
        return target.site + "/" + pattern.format(**blanks).lstrip("/")

    def _locale_of(self, path: str, language: str) -> str:
        """The market of a file: from its path, else by its language."""
        markets = self._setting.target.markets
        parts = re.split(r"[/_.]", path.lower())
        by_path = [locale for locale in markets if locale.lower() in parts or locale.lower() in path.lower()]
        by_language = [locale for locale in markets if locale[:2] in (language[:2], *parts)]
        return next(iter([*by_path, *by_language, *markets]), language)

    # --- write ---------------------------------------------------------------------------------------------

    def ensure_media(self, image: Image) -> str:
        """The picture's address; its file is named after its bytes."""
        if image.media_type not in ENDINGS:
            return ""
        name = f"{image.sha256[:16]}.{ENDINGS[image.media_type]}"
        self._clone.stage(f"{self._generator.images}/{name}", lambda before: before or image.data)
        return self._generator.image_url.format(name=name)

    def spell(self, payload: Payload) -> Fields:
        """Front matter and Markdown; templates in it are texts, live facts stay elements."""
        generator, language = self._generator, payload.locale[:2]
        day = (payload.published_at or self._setting.now()).date().isoformat()
        pictures = {image.source: self.ensure_media(image) for image in payload.images}
        markup = with_pictures(payload.html, pictures)
        said = {
            "title": payload.title, "description": payload.description, "excerpt": payload.excerpt,
            "slug": payload.slug, "date": _moment(payload.published_at), "updated": _moment(payload.updated_at),
            "categories": "\n".join(term.name for term in payload.categories),
            "category": payload.categories[0].name if payload.categories else "",
            "tags": "\n".join(term.name for term in payload.tags), "image": next(filter(None, pictures.values()), ""),
            "translation": payload.concept, "locale": payload.locale, "language": language,
            "dir": "rtl" if is_rtl(language) else "",
            "alternates": "\n".join(f"{tag} {url}" for tag, url in payload.alternates),
        }  # fmt: skip
        held = {name: text for name, text in said.items() if name in generator.keys}
        path = generator.file_of(payload, day)
        address = self._address({**said, "path": path, "date": said["date"] or day})
        body = as_markdown(
            markup, heading_ids=generator.heading_ids, is_mdx=generator.is_mdx, is_rtl=is_rtl(language)
        )
        json_ld = unbraced(payload.json_ld.replace(ADDRESS, address)) if address else ""
        return {
            **held, "title": payload.title, "slug": payload.slug, "body": body, "json_ld": json_ld,
            "lang": payload.locale, "path": path,
        }  # fmt: skip

    def create(self, mark: Mark, fields: Fields) -> Copy:
        """A draft in a file of its own."""
        path = fields["path"]

        def made(before: bytes | None) -> bytes:
            if before is not None and read_page(self._generator, before, path).mark != mark:
                raise PublishConflict(
                    f"{self._setting.target.name}: {path} is somebody else's file: rename it there, or give the "
                    "article another title."
                )
            return self._written(None, mark, fields, Status.DRAFT, None)

        self._clone.stage(path, made)
        return self._read_back(path)

    def update(
        self, remote_id: str, mark: Mark, fields: Fields, status: Status, due_at: datetime | None
    ) -> Copy:
        """The file where it stands; lines of its head that are not ours stay."""
        self._clone.stage(remote_id, lambda old: self._written(old, mark, fields, status, due_at))
        self._keep_partial()
        return self._read_back(remote_id)

    def _written(
        self, old: bytes | None, mark: Mark, fields: Fields, status: Status, due_at: datetime | None
    ) -> bytes:
        page = read_page(self._generator, old, fields.get("path", "")) if old else None
        return write_page(self._generator, old, self._dated(fields, page, status), mark, status, due_at)

    def _dated(self, fields: Fields, page: FilePage | None, status: Status) -> Fields:
        """A page that is out has a day: its own, or the one it went out on."""
        if fields.get("date") or "date" not in self._generator.keys:
            return fields
        needs = status is Status.PUBLISHED or self._generator.needs_date
        before = page.fields.get("date", "") if page else ""
        return {**fields, "date": before or (_moment(self._setting.now()) if needs else "")}

    def _keep_partial(self) -> None:
        path = self._setting.target.text("partial")
        if path and self._generator.partial:
            name = f"{self._setting.target.text('generator')}.html"
            ours = (HERE / "partials" / name).read_bytes()
            self._clone.stage(path, lambda before: before or ours)

    def _read_back(self, path: str) -> Copy:
        copy = self.get(path)
        if copy is None:
            raise PublishConflict(f"{self._setting.target.name}: {path} is gone meanwhile.")
        return copy

    def discard(self, remote_id: str) -> None:
        """The file goes with the next commit."""
        self._clone.stage(remote_id, _nothing)

    def markup(self, body: str) -> str:
        """Markdown as HTML."""
        return markdown.markdown(body, extensions=["extra", "sane_lists"])

    def finish(self, message: str) -> None:
        """One commit of everything since the last, pushed; a message and a list of files. Nothing new: no commit."""
        author = self._setting.target.text("author", AUTHOR)
        self._clone.push(lambda changes: f"{message.strip()}\n\n{self._listed(changes)}\n", author)

    def _listed(self, changes: list[Change]) -> str:
        verbs = {(True, False): "new", (False, False): "changed", (False, True): "gone"}
        return "\n".join(
            f"{verbs[change.before == NO_BLOB, change.after == NO_BLOB]}: {change.path}{self._titled(change)}"
            for change in changes
        )

    def _titled(self, change: Change) -> str:
        copy = self.get(change.path) if change.after != NO_BLOB else None
        return f" ({copy.said['title']})" if copy and copy.key else ""

    # --- look and take back --------------------------------------------------------------------------------

    def look(self, copy: Copy, mark: Mark, payload: Payload) -> tuple[Sight, str]:
        """The page as the site shows it; it is built some time after the push."""
        if any(change.path == copy.id for change in self._clone.waiting()):
            return Sight.NOT_LIVE, "it is not pushed yet"
        if not copy.url:
            return Sight.UNSEEN, "its address is not known: set site and address in shop.toml"
        seen, why, _ = sight.look(self._visitor, copy.url, mark, payload)
        return seen, why

    def unpublish(self, remote_id: str, successor: str = "", *, is_final: bool) -> Copy | None:
        """A draft again, or no file any more, with a line of redirects where the shop keeps such a file."""
        copy = self.get(remote_id)
        if copy is None:
            return None
        if is_final:
            self._clone.stage(remote_id, _nothing)
            self._redirect(self._address(copy.said), successor)
            return None
        mark = Mark(copy.key, copy.fingerprint)
        return self.update(remote_id, mark, copy.said, Status.DRAFT, None)

    def _redirect(self, url: str, successor: str) -> None:
        path = self._setting.target.text("redirects")
        if not (path and url and successor):
            return
        old, new = urlsplit(url).path, successor.removeprefix(self._setting.target.site)

        def with_line(before: bytes | None) -> bytes:
            lines = (before or b"").decode("utf-8", "replace").splitlines()
            return (
                "\n".join([*(line for line in lines if line.split()[:1] != [old]), f"{old} {new} 301"]) + "\n"
            ).encode()

        self._clone.stage(path, with_line)

    def gone(self, url: str, successor: str = "") -> tuple[Sight, str]:
        """What the site says; a static host answers 301 and 410 only where it was told to."""
        if self._clone.waiting():
            return Sight.UNSEEN, f"{url} is looked at after the push"
        return sight.gone(self._visitor, url, successor)

    def alike(self, name: str, sent: str, held: str) -> bool:
        """Days may be spelled otherwise; the day a page went out on is set by us; blanks are no loss."""
        if name in ("path", "lang") or (name in ("date", "updated") and not sent):
            return True
        return sent.split() == held.split()


READABLE = frozenset({
    "title", "description", "excerpt", "slug", "date", "updated", "categories", "category", "tags", "image",
    "translation", "locale", "language", "dir", "alternates",
})  # fmt: skip
ALWAYS = ("title", "slug", "body", "json_ld", "lang", "path")


def _refuse_address(name: str, remote: str) -> None:
    """No secret in an address, no program in it, and nothing that git would take for an option."""
    parts = urlsplit(remote)
    if parts.scheme in ("http", "https") and "@" in parts.netloc:
        raise ShopError(
            f'[[publish]] {name}: take the name and the token out of the repository\'s address: user = "…" and '
            'secret_env = "ACREAGE_GIT_TOKEN" hold them.'
        )
    if remote.startswith("-") or "::" in remote.split("/", maxsplit=1)[0] or not remote.strip():
        raise ShopError(f"[[publish]] {name}: {remote!r} is no address of a repository.")


def _nothing(before: bytes | None) -> None:
    """No file any more."""


def _is_loopback(remote: str) -> bool:
    return urlsplit(remote).hostname in ("localhost", "127.0.0.1", "::1")


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]


def _moment(moment: datetime | None) -> str:
    return moment.replace(microsecond=0).isoformat() if moment else ""
