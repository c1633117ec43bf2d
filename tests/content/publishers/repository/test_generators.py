"""What real generators make of our files: built by Hugo and by Pelican, and read as a reader's browser would."""

import html
import json
import os
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from content.publishers import sight
from content.publishers.place import Mark
from tests.content.publishers.repository.workshop import BODY, OUT, WIDTH, Workshop, git, page

pytestmark = pytest.mark.generators

TEXTS = (
    "<p>{{ page.title }} {% include x %} {{&lt; figure src=a &gt;}} {{% note %}} {# c #} {filename}a.md *b* _c_ :smile:</p>"
    '<p><code>{{ y }}</code></p><p>"Quoted" 5x7</p><h2 id="care">Pflege</h2><ul><li>a</li><li>b</li></ul>'
    '<div class="table" tabindex="0"><table><thead><tr><th>a</th><th style="text-align: end">b</th></tr></thead><tbody><tr>'
    f"<td>c|d</td><td>{WIDTH.format(150)}</td></tr></tbody></table></div>"
)
PAGES = (
    page(html=BODY + TEXTS),
    page("ar-AE", "arab", title="ما هو العرض؟", html="<p>عرضه " + WIDTH.format(140) + "</p>"),
)
BASE = """<!doctype html>
<html lang="{{ .Site.Language.Lang }}" dir="{{ .Params.dir | default "ltr" }}"><head><title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}">{{ partial "acreage.html" . }}</head>
<body><h1>{{ .Title }}</h1>{{ .Content }}</body></html>
"""
HUGO = """baseURL = "https://blog.example/"
title = "Blog"
defaultContentLanguage = "de"
defaultContentLanguageInSubdir = true
disableKinds = ["taxonomy", "rss"]
[languages.de]
contentDir = "content/de"
[languages.ar]
contentDir = "content/ar"
"""
UNSAFE = "[markup.goldmark.renderer]\nunsafe = true\n"
PELICAN = """SITEURL = "https://blog.example"
SITENAME = "Blog"
PATH = "content"
TIMEZONE = "UTC"
DEFAULT_LANG = "de"
ARTICLE_URL = ARTICLE_SAVE_AS = "{lang}/{slug}/index.html"
ARTICLE_LANG_URL = ARTICLE_LANG_SAVE_AS = "{lang}/{slug}/index.html"
THEME = "theme"
STATIC_PATHS = ["images"]
PLUGINS = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""
ARTICLE = """<!doctype html>
<html lang="{{ article.lang }}" dir="{{ article.dir|default('ltr') }}"><head><title>{{ article.title }}</title>
<meta name="description" content="{{ article.description }}">{% include "acreage.html" %}</head>
<body><h1>{{ article.title }}</h1>{{ article.content }}</body></html>
"""


class Page(HTMLParser):
    """Title, meta, data elements, structured data and visible text of a built page."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in ("meta", "link", "br", "img", "hr"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts[self._open[-1]] = self.texts.get(self._open[-1], "") + data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [about for name, about in self.found if name == tag]


def run(*words: str, cwd: Path) -> str:
    done = subprocess.run(
        words, cwd=cwd, capture_output=True, text=True, check=False, env={**os.environ, "HOME": str(cwd)}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def program(name: str) -> str:
    """Beside this Python or on the path; its absence is a failure: this marker is asked for by name."""
    found = shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    assert found, f"{name} is not installed: pip install --group generators"
    return found


def checked_out(workshop: Workshop) -> Path:
    git(workshop.folder, "clone", "--quiet", "--branch", "main", str(workshop.bare), "site")
    return workshop.folder / "site"


def hugo(tmp_path: Path, settings: str) -> Path:
    workshop = Workshop(tmp_path).begin({"hugo.toml": HUGO + settings, "layouts/_default/single.html": BASE,
                                         "layouts/_default/list.html": BASE})  # fmt: skip
    place = workshop.open(partial="layouts/partials/acreage.html")
    placing = workshop.placing(place)
    for each in PAGES:
        placing.put(each, OUT)
    placing.withdraw(placing.put(page(slug="entwurf"), OUT), is_final=False)
    place.finish("Publish the week of 2026-W48")
    site = checked_out(workshop)
    run(program("hugo"), "--quiet", cwd=site)
    return site / "public"


def pelican(tmp_path: Path) -> Path:
    files = {"pelicanconf.py": PELICAN, "theme/templates/article.html": ARTICLE}
    files |= {
        f"theme/templates/{name}.html": "<!doctype html><title>x</title>"
        for name in ("index", "archives", "category", "tag", "author", "categories", "tags", "authors", "page",
                     "period_archives")
    }  # fmt: skip
    workshop = Workshop(tmp_path).begin(files)
    place = workshop.open("pelican", partial="theme/templates/acreage.html", address="/{language}/{slug}/")
    placing = workshop.placing(place)
    for each in PAGES:
        placing.put(each, OUT)
    place.finish("Publish the week of 2026-W48")
    site = checked_out(workshop)
    said = run(program("pelican"), "-s", "pelicanconf.py", "-o", "public", cwd=site)
    assert "ERROR" not in said, said
    return site / "public"


def assert_it_is_all_there(markup: str) -> None:
    shown = Page(markup)
    assert shown.texts["title"] == shown.texts["h1"] == PAGES[0].title
    (description,) = (meta["content"] for meta in shown.all("meta") if meta.get("name") == "description")
    assert description == PAGES[0].description
    facts = [(each["data-acreage"], each["value"]) for each in shown.all("data")]
    assert facts == [("dusk.width", "140 cm"), ("dusk.width", "150 cm")]
    data = json.loads(shown.texts["script"])
    assert (data["headline"], data["url"].startswith("https://blog.example/de/")) == ("a {{ b }}", True)
    assert {each["hreflang"]: each["href"] for each in shown.all("link")} == dict(PAGES[0].alternates)
    text = sight.plain(markup)
    for written in ("{{ page.title }} {% include x %} {{< figure src=a >}} {{% note %}} {# c #} {filename}a.md *b* _c_ "
                    ":smile:", "{{ y }}", "c|d", "Schreiben Sie {{ page.title }} oder {{< figure >}}."):  # fmt: skip
        assert sight.plain(html.escape(written, quote=False)) in text
    assert {"id": "care"} in shown.all("h2")
    assert (len(shown.all("li")), len(shown.all("td"))) == (2, 2)


def assert_arabic_runs_right_to_left(markup: str) -> None:
    shown = Page(markup)
    assert shown.all("html") == [{"lang": "ar", "dir": "rtl"}]
    (frame,) = (each for each in shown.all("div") if each.get("dir"))
    assert frame["lang"] == "ar"
    assert shown.all("data") == [{"data-acreage": "dusk.width", "value": "140 cm"}]
    assert shown.texts["h1"] == "ما هو العرض؟"
    assert "&lt;" not in markup.partition("<body>")[2] and "markdown=" not in markup


def test_hugo_builds_what_was_meant(tmp_path: Path) -> None:
    public = hugo(tmp_path, UNSAFE)
    markup = (public / "de/posts/wie-breit/index.html").read_text(encoding="utf-8")
    assert_it_is_all_there(markup)
    assert f"{PAGES[0].key}:{PAGES[0].fingerprint}" in markup
    assert_arabic_runs_right_to_left((public / "ar/posts/arab/index.html").read_text(encoding="utf-8"))
    assert not (public / "de/posts/entwurf").exists()


def test_hugo_without_html_in_markdown_loses_the_facts_and_not_the_text(tmp_path: Path) -> None:
    markup = (hugo(tmp_path, "") / "de/posts/wie-breit/index.html").read_text(encoding="utf-8")
    assert "data-acreage" not in markup
    assert sight.shows(markup, PAGES[0])
    assert Mark(PAGES[0].key, "").key not in markup


def test_pelican_builds_what_was_meant(tmp_path: Path) -> None:
    public = pelican(tmp_path)
    markup = (public / "de/wie-breit/index.html").read_text(encoding="utf-8")
    assert_it_is_all_there(markup)
    assert f"{PAGES[0].key}:{PAGES[0].fingerprint}" in markup
    assert_arabic_runs_right_to_left((public / "ar/arab/index.html").read_text(encoding="utf-8"))
