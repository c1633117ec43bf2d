"""On a real WordPress: every field, every role, readers' eyes, a person's edits, and what goes wrong."""

import json
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import pytest

from content.errors import ContentError, PublishDown, PublishRefused
from content.publications import Placement, Stand
from content.publishers import sight
from content.publishers.place import ADDRESS, Payload, Status
from content.publishers.placing import Placing, Wish
from tests.content.publishers.wordpress_pages import BODY, OUT, WIDTH, payload, picture, placing, utc
from tests.servers.cutting import Deed, Rule, cutting
from tests.servers.wordpress import Server, running

pytestmark = pytest.mark.wordpress
WEEK = "2026-W48"


@pytest.fixture(scope="module")
def server() -> Server:
    return running()


@pytest.fixture(autouse=True)
def _empty(server: Server) -> None:
    server.empty()


@pytest.fixture
def blog(tmp_path: Path, server: Server) -> Iterator[Placing]:
    with placing(tmp_path, server) as found:
        yield found


def page_of(placed: Placement) -> str:
    return httpx.get(placed.url).text


def edit(server: Server, placed: Placement, **fields: object) -> None:
    """What an editor does in the CMS."""
    with server.client("editor") as client:
        assert client.post(f"posts/{placed.remote_id}", json=fields).status_code == 200


def raw(server: Server, placed: Placement) -> str:
    with server.client("editor") as client:
        return str(client.get(f"posts/{placed.remote_id}").json()["content"]["raw"])


# --- what is sent is what is there -------------------------------------------------------------------------


@pytest.mark.parametrize("user", ["admin", "editor", "author"])
def test_every_field_comes_back_as_it_was_sent(tmp_path: Path, server: Server, user: str) -> None:
    with placing(tmp_path, server, "admin") as first:  # authors may use categories, not make them
        first.place.ensure_term(payload("a").categories[0])
    with placing(tmp_path, server, user) as blog:
        page = payload(
            f"rund-{user}",
            image=True,
            alternates=(("de-DE", "https://b.example/"), ("x-default", "https://b.example/")),
        )
        placed = blog.put(page, OUT)
        assert (placed.dropped, placed.edited) == ((), ())
        assert placed.sent["json_ld"] == placed.held["json_ld"]
        assert blog.look(placed, page).stand is Stand.LIVE
        assert blog.look(placed, page).note == ""


@pytest.mark.parametrize(
    ("user", "dropped"),
    [
        ("admin", ("description", "hreflang", "locale")),
        ("author", ("description", "json_ld", "hreflang", "locale")),
    ],
)
def test_without_the_plugin_what_is_dropped_is_listed(
    tmp_path: Path, server: Server, user: str, dropped: tuple[str, ...]
) -> None:
    with server.without_plugin(), placing(tmp_path, server, user) as blog:
        page = payload(f"ohne-{user}", image=True, alternates=(("de-DE", "https://b.example/"),))
        placed = blog.put(page, OUT)
        assert placed.dropped == dropped
        assert blog.look(placed, page).stand is Stand.LIVE
        assert [copy.id for copy in blog.place.find(page.key)] == [placed.remote_id]
        assert "no Acreage plugin" in " ".join(blog.place.check().warnings)


def test_an_author_may_not_make_a_category_and_it_is_said(blog: Placing) -> None:
    page = payload(
        "kategorie", categories=(replace(payload("x").categories[0], slug="ganz-neu", name="Ganz neu"),)
    )
    assert any("categories" in line for line in blog.place.check().warnings)
    assert blog.put(page, OUT).sent["categories"] == ""


def test_the_page_shows_structured_data_description_and_languages(blog: Placing) -> None:
    page = payload(
        "kopf",
        image=True,
        alternates=(("de-DE", "https://b.example/de/"), ("x-default", "https://b.example/")),
    )
    placed = blog.put(page, OUT)
    html = page_of(placed)
    assert json.loads(page.json_ld.replace(ADDRESS, placed.url)) in list(sight.structured(html))
    said = sight.head(html)
    assert said["description"] == page.description
    assert said["canonical"] == placed.url
    assert said["og:title"] == page.title
    assert said["og:image"].endswith(".png")
    assert (said["hreflang:de-DE"], said["hreflang:x-default"]) == (
        "https://b.example/de/",
        "https://b.example/",
    )


def test_a_page_of_its_own_type_carries_the_same_head(tmp_path: Path, server: Server) -> None:
    with placing(tmp_path, server, "editor", post_type="page") as blog:
        page = payload("als-seite")
        placed = blog.put(page, OUT)
        assert sight.head(page_of(placed))["description"] == page.description
        assert blog.look(placed, page).stand is Stand.LIVE


def test_shortcodes_show_as_they_are_written(blog: Placing) -> None:
    placed = blog.put(payload("kurz"), OUT)
    assert "Breite & Höhe [gallery]" in sight.plain(page_of(placed))
    assert "[caption] a" in sight.plain(page_of(placed))


@pytest.mark.parametrize(
    ("locale", "title", "text"),
    [
        (
            "ar-AE",
            "هل يمكن قص الستارة المعتمة؟",
            "<p>اغسل الستارة أولاً، <bdi>140 سم</bdi> ثم اتركها معلقة.</p>",
        ),
        ("ja-JP", "遮光カーテンは自分で丈詰めできますか？", "<p>まず洗ってから、3日間吊るしてください。</p>"),
    ],
)
def test_arabic_and_japanese_come_back_letter_for_letter(
    blog: Placing, locale: str, title: str, text: str
) -> None:
    page = payload(f"sprache-{locale[:2]}", locale=locale, title=title, html=text, description=title)
    placed = blog.put(page, OUT)
    assert placed.dropped == ()
    assert f'lang="{locale}" dir="{"rtl" if locale == "ar-AE" else "ltr"}"' in page_of(placed)
    assert blog.look(placed, page).note == ""


def test_three_megabytes_are_one_page(blog: Placing) -> None:
    page = payload(
        "lang", html="\n".join(f"<p>Absatz {number} {'Stoff ' * 40}</p>" for number in range(12_000))
    )
    assert len(page.html) > 3_000_000
    placed = blog.put(page, OUT)
    assert (placed.dropped, blog.look(placed, page).stand) == ((), Stand.LIVE)


def test_the_same_picture_is_uploaded_once(blog: Placing, server: Server) -> None:
    image = picture("gemeinsam")
    for name in ("eins", "zwei"):
        blog.put(payload(name, images=(image,)), OUT)
    assert len(server.posts(kind="media")) == 1


def test_a_description_goes_where_another_seo_plugin_keeps_it(tmp_path: Path, server: Server) -> None:
    code = (
        "define('WPSEO_VERSION', '99'); add_action('init', function () { register_post_meta('post', '_yoast_wpseo_metadesc',"
        " ['type' => 'string', 'single' => true, 'show_in_rest' => true, 'auth_callback' => '__return_true']); });"
    )
    with server.with_code("yoast-like.php", code), placing(tmp_path, server) as blog:
        page = payload("yoast")
        placed = blog.put(page, OUT)
        assert "_yoast_wpseo_metadesc" in blog.place.capabilities().meta
        told = server.php(f"echo get_post_meta({placed.remote_id}, '_yoast_wpseo_metadesc', true);")
        assert told == page.description
        assert "description" not in sight.head(page_of(placed))  # that plugin prints it, ours does not


def test_an_equal_page_changes_nothing_there(blog: Placing, server: Server) -> None:
    placed = blog.put(payload("gleich"), OUT)
    before = server.posts()[0]["modified_gmt"]
    time.sleep(1.1)
    assert blog.put(payload("gleich"), OUT) == placed
    assert server.posts()[0]["modified_gmt"] == before


def test_a_site_without_pretty_addresses_works(tmp_path: Path, server: Server) -> None:
    server.php("update_option('permalink_structure', '');")
    try:
        with placing(tmp_path, server) as blog:
            page = payload("einfach")
            placed = blog.put(page, OUT)
            assert "?p=" in placed.url
            assert blog.look(placed, page).stand is Stand.LIVE
            assert blog.withdraw(placed, is_final=True).note == ""
    finally:
        server.php("update_option('permalink_structure', '/%postname%/');")


# --- statuses ---------------------------------------------------------------------------------------------


def test_a_contributor_hands_in_and_an_editor_lets_it_out(tmp_path: Path, server: Server) -> None:
    with placing(tmp_path, server, "contributor") as blog:
        page, wish = payload("eingereicht"), Wish(Status.PENDING, WEEK)
        placed = blog.put(page, wish)
        assert placed.stand is Stand.PENDING
        edit(server, placed, status="publish")
        assert blog.look(placed, page).stand is Stand.LIVE


def test_what_a_contributor_may_not_is_one_line_and_leaves_no_draft(tmp_path: Path, server: Server) -> None:
    with placing(tmp_path, server, "contributor") as blog:
        placed = blog.put(payload("verboten"), OUT)
        assert placed.stand is Stand.REFUSED
        assert placed.note == (
            "blog: contributor may not make a page published: give the user another role, or set "
            'status = "pending" in shop.toml.'
        )
    assert server.posts() == []


def test_a_schedule_that_cron_missed_goes_out_when_we_look(tmp_path: Path, server: Server) -> None:
    with placing(tmp_path, server) as blog:
        page = payload("geplant")
        placed = blog.put(page, Wish(Status.SCHEDULED, WEEK, utc() + timedelta(hours=1)))
        assert blog.look(placed, page).stand is Stand.SCHEDULED
        server.php(  # an hour passes, and nobody visits
            f"global $wpdb; $wpdb->update($wpdb->posts, ['post_date' => '2026-01-01 10:00:00', 'post_date_gmt' =>"
            f" '2026-01-01 09:00:00'], ['ID' => {placed.remote_id}]);"
        )
        assert blog.look(placed, page).stand is Stand.LIVE


def test_a_clock_two_hours_off_moves_no_schedule(tmp_path: Path, server: Server) -> None:
    def slow() -> datetime:  # as far off from the server as the server would be from us
        return utc() + timedelta(hours=2)

    with placing(tmp_path, server, now=slow) as blog:
        due_at = slow() + timedelta(hours=3)
        placed = blog.put(payload("uhr"), Wish(Status.SCHEDULED, WEEK, due_at))
        assert placed.stand is Stand.SCHEDULED
        assert any("its clock is 120 minutes behind ours" in line for line in blog.place.check().warnings)
    said = datetime.fromisoformat(server.posts()[0]["date_gmt"] + "+00:00")
    assert abs(said - (utc() + timedelta(hours=3))) < timedelta(minutes=1)


# --- a person's words -------------------------------------------------------------------------------------


def test_a_new_figure_goes_into_an_editors_sentence(blog: Placing, server: Server) -> None:
    placed = blog.put(payload("satz"), OUT)
    edit(
        server,
        placed,
        content=raw(server, placed).replace("Er ist ", "Stolze ").replace(" breit,", " misst er,"),
    )
    placed = blog.put(payload("satz", html=BODY.replace("140", "150")), OUT)
    assert placed.edited == ("body",)
    assert "Stolze " + WIDTH.format(150) + " misst er," in raw(server, placed)
    assert "140" not in raw(server, placed)


def test_both_changed_the_same_block_nothing_is_overwritten(blog: Placing, server: Server) -> None:
    placed = blog.put(payload("streit"), OUT)
    edit(server, placed, content=raw(server, placed).replace("30 Grad", "40 Grad"))
    placed = blog.put(payload("streit", html=BODY.replace("30 Grad", "60 Grad")), OUT)
    assert placed.stand is Stand.CONFLICT
    assert "40 Grad" in placed.diff and "60 Grad" in placed.diff
    assert "40 Grad" in raw(server, placed)


def test_a_live_fact_taken_out_is_an_alarm(blog: Placing, server: Server) -> None:
    page = payload("alarm")
    placed = blog.put(page, OUT)
    edit(server, placed, content=raw(server, placed).replace(WIDTH.format(140), "140 cm"))
    assert blog.look(placed, page).alarms == ("dusk.width",)


def test_an_editors_title_and_address_stay(blog: Placing, server: Server) -> None:
    placed = blog.put(payload("titel"), OUT)
    edit(server, placed, title="Die Breite", slug="die-breite")
    placed = blog.put(payload("titel", html=BODY.replace("140", "150")), OUT)
    assert placed.edited == ("title", "slug")
    assert placed.url.endswith("/die-breite/")


def test_a_page_somebody_removed_is_not_made_anew(blog: Placing, server: Server) -> None:
    placed = blog.put(payload("weg"), OUT)
    with server.client("editor") as client:
        client.delete(f"posts/{placed.remote_id}")
    placed = blog.put(payload("weg", html=BODY.replace("140", "150")), OUT)
    assert (placed.stand, len(server.posts())) == (Stand.CONFLICT, 1)


def test_somebody_elses_page_is_left_alone(blog: Placing, server: Server) -> None:
    with server.client("editor") as client:
        client.post("posts", json={"title": "Von Hand", "slug": "fremd", "status": "publish"})
    assert blog.put(payload("fremd"), OUT).stand is Stand.CONFLICT
    assert [post["title"]["raw"] for post in server.posts()] == ["Von Hand"]


# --- take back --------------------------------------------------------------------------------------------


def test_a_withdrawn_page_answers_410(blog: Placing) -> None:
    placed = blog.put(payload("zurueck"), OUT)
    assert blog.withdraw(placed, is_final=True).note == ""
    assert httpx.get(placed.url).status_code == 410


def test_a_merged_page_leads_to_its_survivor_in_one_hop(blog: Placing) -> None:
    one, two, three = (blog.put(payload(name), OUT) for name in ("alt", "mittel", "neu"))
    assert blog.withdraw(one, two.url, is_final=True).note == ""
    assert blog.withdraw(two, three.url, is_final=True).note == ""
    answer = httpx.get(one.url)
    assert (answer.status_code, answer.headers["location"]) == (301, three.url)


def test_a_page_taken_off_and_then_withdrawn_still_answers_410(blog: Placing) -> None:
    placed = blog.put(payload("zweimal"), OUT)
    off = blog.withdraw(placed, is_final=False)
    assert off.stand is Stand.OFF
    assert httpx.get(placed.url).status_code == 404
    blog.withdraw(off, is_final=True)
    assert httpx.get(placed.url).status_code == 410


def test_a_withdrawn_page_comes_back_at_its_address(blog: Placing, server: Server) -> None:
    page = payload("wieder")
    placed = blog.put(page, OUT)
    blog.withdraw(placed, is_final=True)
    again = blog.put(page, OUT)
    assert (again.url, blog.look(again, page).stand, len(server.posts())) == (placed.url, Stand.LIVE, 1)


def test_a_rollback_shows_the_version_before(blog: Placing) -> None:
    first, second = payload("roll"), payload("roll", title="Schlechter")
    blog.put(first, OUT)
    placed = blog.put(second, OUT)
    blog.roll_back(placed)
    assert "Schlechter" not in page_of(placed)
    assert sight.shows(page_of(placed), first)


# --- what goes wrong: one line each, nothing lost, the next run completes ------------------------------------


def placed_later(tmp_path: Path, server: Server, page: Payload) -> None:
    with placing(tmp_path, server, timeout_s=3.0) as blog:
        assert blog.put(page, OUT).stand is Stand.PUBLISHED
    assert [post["status"] for post in server.posts()] == ["publish"]


def test_a_wrong_password_is_one_line_without_it(tmp_path: Path, server: Server) -> None:
    with (
        placing(tmp_path, server, password="not-the-password") as blog,
        pytest.raises(PublishRefused) as error,
    ):
        blog.place.check()
    assert "Application Passwords" in str(error.value)
    assert "not-the-password" not in repr(error.value) + str(error.value.__context__)
    placed_later(tmp_path, server, payload("passwort"))


@pytest.mark.parametrize(
    ("deed", "error", "said"),
    [
        ("502 as 200", PublishDown, "answers a web page instead of data (200: 502 Bad Gateway)"),
        ("login", PublishRefused, "sends to a login page (/wp-login.php) instead of answering"),
        ("429", PublishDown, "is busy or broken (429: busy)"),
        ("503", PublishDown, "is busy or broken (503: busy)"),
        ("cut before", PublishDown, "the answer was lost"),
    ],
)
def test_a_sick_host_is_one_clear_line(
    tmp_path: Path, server: Server, deed: Deed, error: type[ContentError], said: str
) -> None:
    page = payload("krank")
    with cutting(server.url, lambda method, path: deed) as site:
        with placing(tmp_path, server, site=site) as blog, pytest.raises(error) as raised:
            blog.put(page, OUT) if error is PublishDown else blog.place.check()
        assert said in str(raised.value)
        assert "\n" not in str(raised.value)
    placed_later(tmp_path, server, page)


def only_posts(deed: Deed) -> Rule:
    """Do it to what writes a post."""
    return lambda method, path: deed if method == "POST" and "/posts" in path else "pass"


@pytest.mark.parametrize("deed", ["503", "cut before"])
def test_a_write_that_never_arrives_is_said_and_made_up_for(
    tmp_path: Path, server: Server, deed: Deed
) -> None:
    page = payload("weg-dahin")
    with (
        cutting(server.url, only_posts(deed)) as site,
        placing(tmp_path, server, site=site, timeout_s=0.5) as blog,
        pytest.raises(PublishDown),
    ):
        blog.put(page, OUT)
    placed_later(tmp_path, server, page)


@pytest.mark.parametrize("deed", ["502 as 200", "cut after"])
def test_a_write_whose_answer_never_arrives_is_found_done(tmp_path: Path, server: Server, deed: Deed) -> None:
    page = payload("weg-zurueck")
    with (
        cutting(server.url, only_posts(deed)) as site,
        placing(tmp_path, server, site=site, timeout_s=3.0) as blog,
    ):
        assert blog.put(page, OUT).stand is Stand.PUBLISHED
    assert [post["status"] for post in server.posts()] == ["publish"]


def test_a_full_disk_is_one_clear_line(tmp_path: Path, server: Server) -> None:
    full = (
        "add_filter('query', function ($q) { return preg_match('/^\\s*(INSERT INTO|UPDATE) .wp_posts/i', $q)"
        " ? 'INSERT INTO no_space_left VALUES (1)' : $q; });"
    )
    page = payload("platte")
    with server.with_code("full.php", full), placing(tmp_path, server) as blog:
        with pytest.raises(PublishDown) as error:
            blog.put(page, OUT)
        assert "is its disk or database full?" in str(error.value)
    placed_later(tmp_path, server, page)


def test_a_full_disk_for_pictures_is_one_clear_line(tmp_path: Path, server: Server) -> None:
    page = payload("bilder", image=True)
    full = "add_filter('wp_handle_sideload_prefilter', function ($f) { $f['error'] = 'No space left on device'; return $f; });"
    with server.with_code("full.php", full), placing(tmp_path, server) as blog:
        with pytest.raises(PublishDown) as error:
            blog.put(page, OUT)
        assert "No space left on device" in str(error.value)
    placed_later(tmp_path, server, page)


def test_a_guarded_page_is_neither_live_nor_not_live(tmp_path: Path, server: Server, blog: Placing) -> None:
    page = payload("bewacht")
    placed = blog.put(page, OUT)
    guard = "add_action('template_redirect', function () { status_header(403); exit('no'); });"
    with server.with_code("guard.php", guard):
        seen = blog.look(placed, page)
    assert (seen.stand, seen.note) == (Stand.UNSEEN, "the address is guarded (403)")


def test_a_cache_that_shows_the_old_page_is_not_live(blog: Placing, server: Server) -> None:
    blog.put(payload("cache"), OUT)
    new = payload("cache", title="Neu")
    placed = blog.put(new, OUT)
    server.php(f"update_post_meta({placed.remote_id}, 'acreage_fingerprint', 'old');")
    assert "older version" in blog.look(placed, new).note
