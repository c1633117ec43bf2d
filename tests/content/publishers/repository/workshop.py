"""A real bare repository, a person who works in it with plain git, and an article."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from content.publications import Publications, placement_key
from content.publishers.place import Payload, Setting, Status, Term
from content.publishers.placing import Placing, Wish
from content.publishers.repository.repository import Repository
from content.shop import Target, load_shop
from flows.migrate import migrate
from seo.database import open_engine
from tests.content.publishers.shelf import Clock

WIDTH = '<data data-acreage="dusk.width" value="{0} cm">{0} cm</data>'
BODY = (
    '<h2 id="size">Breite</h2>\n<p>Er ist ' + WIDTH.format(140) + " breit.</p>\n"
    "<p>Schreiben Sie {{ page.title }} oder {{&lt; figure &gt;}}.</p>\n<p>Waschen bei 30 Grad.</p>"
)
LD = '{"@context":"https://schema.org","@type":"BlogPosting","headline":"a {{ b }}","url":"https://address.invalid/"}'
OUT, DRAFT = Wish(Status.PUBLISHED, "2026-W48"), Wish(Status.DRAFT, "2026-W48")


def page(locale: str = "de-DE", slug: str = "wie-breit", **changes: object) -> Payload:
    """An article of the concept `curtains/size`."""
    said: dict[str, object] = {
        "key": placement_key("shop", f"a-{slug}", locale, "blog"), "article": f"a-{slug}", "locale": locale,
        "slug": slug, "title": 'Wie breit: "Dusk"?', "html": BODY, "markdown": "", "excerpt": "Kurz *gesagt*.",
        "description": "Die Breite & mehr.", "json_ld": LD, "concept": "curtains/size",
        "categories": (Term("category", "vorhaenge", "Vorhänge"),), "tags": (Term("tag", "breite", "Breite"),),
        "alternates": (("de-DE", "https://blog.example/de/posts/wie-breit/"),
                       ("ar-AE", "https://blog.example/ar/posts/arab/")),
    }  # fmt: skip
    return Payload(**{**said, **changes})  # type: ignore[arg-type]


def git(folder: Path, *words: str) -> str:
    """Plain git, as a person uses it."""
    who = ["-c", "user.name=Jana", "-c", "user.email=jana@shop.example", "-c", "init.defaultBranch=main"]
    done = subprocess.run(
        ["git", *who, *words], cwd=folder, capture_output=True, text=True, check=True,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1"},
    )  # fmt: skip
    return done.stdout.strip()


@dataclass
class Workshop:
    """One shop, one bare repository."""

    folder: Path

    @property
    def bare(self) -> Path:
        return self.folder / "blog.git"

    def begin(self, files: Mapping[str, str]) -> "Workshop":
        """Make the repository with these files on main."""
        self.bare.mkdir()
        git(self.bare, "init", "--bare", "--quiet", ".")
        git(self.folder, "clone", "--quiet", str(self.bare), "desk")
        self.edit({"README.md": "A blog\n", **files}, "Begin")
        return self

    def edit(self, files: Mapping[str, str | None], message: str = "Edit") -> None:
        """A person changes files and pushes."""
        desk = self.folder / "desk"
        if git(desk, "ls-remote", "origin", "main"):
            git(desk, "pull", "--quiet", "--rebase", "origin", "main")
        for path, text in files.items():
            (desk / path).parent.mkdir(parents=True, exist_ok=True)
            (desk / path).unlink(missing_ok=True) if text is None else (desk / path).write_text(text, "utf-8")
        git(desk, "add", "-A")
        git(desk, "commit", "--quiet", "-m", message)
        git(desk, "push", "--quiet", "origin", "HEAD:main")

    def shows(self, path: str, branch: str = "main") -> str:
        return git(self.bare, "show", f"{branch}:{path}") + "\n"

    def files(self, branch: str = "main") -> list[str]:
        return git(self.bare, "ls-tree", "-r", "--name-only", branch).splitlines()

    def log(self, branch: str = "main") -> list[str]:
        return git(self.bare, "log", "--format=%s", branch).splitlines()

    def open(self, generator: str = "hugo", secret: str = "", **settings: object) -> Repository:
        """The place, as a new process opens it."""
        shop = self.folder / "shop"
        if not shop.exists():
            shop.mkdir()
            markets = "".join(
                f'[[markets]]\nlocale = "{each}"\ncurrency = "EUR"\n' for each in ("de-DE", "ar-AE")
            )
            (shop / "shop.toml").write_text(f'name = "shop"\n{markets}', encoding="utf-8")
        told = {
            "repository": str(self.bare), "generator": generator, "address": "/{language}/posts/{slug}/",
            "author": "Lindenhof <blog@shop.example>", **settings,
        }  # fmt: skip
        env = str(told.pop("secret_env", ""))
        target = Target(
            "git", "blog", "https://blog.example", ("de-DE", "ar-AE"), "published", "acreage", env, told
        )
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "GIT_CONFIG_NOSYSTEM": "1"}
        return Repository(Setting(target, load_shop(shop), secret, now=Clock().now, environment=environment))

    def placing(self, place: Repository) -> Placing:
        engine = open_engine(self.folder)
        migrate(engine)
        clock = Clock()
        return Placing(place, Publications(engine, "shop"), "blog", clock.now, clock.sleep)
