"""The built pages in a real browser, Debian's chromium without a window: run with `pytest -m browser`."""

import json
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from content.errors import ContentError
from content.ledger.ledger import read_ledger
from content.plan.plan import plan
from content.publishers.preview import write_preview
from content.publishers.static import publish_site
from content.records import Action, Article, Draft, State
from content.shop import load_shop
from content.slugs import slug
from content.writing.assembler import assemble
from seo.records import LANGUAGES

pytestmark = pytest.mark.browser

DEMO = Path(__file__).parent.parent / "flows" / "demo_shop"
ON = date(2026, 11, 23)
FLAGS = (  # noqa: SIM905  one flag after the other reads better than a list
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --virtual-time-budget=4000"
).split()
NARROW = 390  # CSS pixels, a telephone
PROBE = """<!doctype html><title>probe</title><body><script>
const pages = %s, width = %d, found = {};
Promise.all(pages.map((page) => new Promise((done) => {
  const frame = document.createElement("iframe");
  frame.style.cssText = `width:${width}px;height:800px;border:0`;
  frame.onload = () => {
    const doc = frame.contentDocument, root = doc.documentElement;
    found[page] = {
      overflow: root.scrollWidth - root.clientWidth, dir: root.dir, lang: root.lang,
      h1: [...doc.querySelectorAll("h1")].map((h) => h.textContent.trim()),
      ink: getComputedStyle(doc.body).fontFamily,
      outside: performance.getEntriesByType("resource").filter((r) => !r.name.startsWith(location.origin)).length,
    };
    done();
  };
  frame.src = page;
  document.body.append(frame);
}))).then(() => { const out = document.createElement("pre"); out.id = "found";
  out.textContent = JSON.stringify(found); document.body.append(out); });
</script>"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo shop with a site and a preview of one week."""
    folder = tmp_path_factory.mktemp("shop") / "demo"
    shutil.copytree(DEMO, folder)
    ledger = read_ledger(load_shop(folder))
    articles: list[Article] = []
    drafts: list[Draft] = []
    for assignment in plan([], ledger, (), ledger.shop.markets, "2026-W48", 20):
        if assignment.action is not Action.WRITE:
            continue
        try:
            drafts.append(assemble(assignment, ledger, drafts))
        except ContentError:
            continue
        name = slug(drafts[-1].title, drafts[-1].language, assignment.concept)
        articles.append(Article(assignment.id, name, assignment, drafts[-1], state=State.APPROVED))
    publish_site(articles, ledger, folder, ON)
    write_preview(articles, ledger, folder, ON)
    return folder


@pytest.fixture(scope="module")
def address(shop: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(shop)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class Silent(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


def seen(
    shop: Path, address: str, pages: list[str], width: int, profile: Path
) -> dict[str, dict[str, object]]:
    """What the browser makes of pages, each in a frame of a given width."""
    (shop / "probe.html").write_text(PROBE % (json.dumps(pages), width), encoding="utf-8")
    dom = subprocess.run(
        ["chromium", *FLAGS, f"--user-data-dir={profile}", "--dump-dom", f"{address}/probe.html"],
        capture_output=True, text=True, timeout=120, check=True,
    ).stdout  # fmt: skip
    found = re.search(r'<pre id="found">(.*?)</pre>', dom, re.DOTALL)
    assert found, "the browser did not finish"
    text = found[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    answer: dict[str, dict[str, object]] = json.loads(text)
    return answer


def articles(shop: Path) -> list[str]:
    public = shop / "public"
    return sorted(f"public/{page.relative_to(public)}" for page in public.glob("*/*/index.html"))


def test_every_page_of_the_site_fits_a_telephone(shop: Path, address: str, tmp_path: Path) -> None:
    pages = articles(shop)
    assert len(pages) >= 10
    found = seen(shop, address, pages, NARROW, tmp_path)
    assert {page: page_["overflow"] for page, page_ in found.items() if page_["overflow"] != 0} == {}
    assert {page for page, page_ in found.items() if len(page_["h1"]) != 1} == set()  # type: ignore[arg-type]
    assert sum(int(str(page_["outside"])) for page_ in found.values()) == 0


def test_arabic_runs_from_right_to_left_and_nothing_else_does(
    shop: Path, address: str, tmp_path: Path
) -> None:
    found = seen(shop, address, articles(shop), 1280, tmp_path)
    assert {str(page["lang"]).split("-")[0] for page in found.values()} == set(LANGUAGES)
    assert all((page["dir"] == "rtl") == str(page["lang"]).startswith("ar") for page in found.values())


def test_the_preview_opens_beside_its_facts(shop: Path, address: str, tmp_path: Path) -> None:
    pages = sorted(f"preview/{page.name}" for page in (shop / "preview").glob("*.html"))
    found = seen(shop, address, pages, 1280, tmp_path)
    assert {page: page_["overflow"] for page, page_ in found.items() if page_["overflow"] != 0} == {}


def test_a_picture_of_a_page_is_not_blank(shop: Path, address: str, tmp_path: Path) -> None:
    page = next(p for p in articles(shop) if p.startswith("public/ja-jp"))
    picture = tmp_path / "page.png"
    subprocess.run(
        ["chromium", *FLAGS, f"--user-data-dir={tmp_path / 'p'}", f"--screenshot={picture}", f"{address}/{page}"],
        capture_output=True, timeout=120, check=True,
    )  # fmt: skip
    assert picture.stat().st_size > 15_000
