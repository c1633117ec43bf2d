"""Articles as files of a real bare repository: one commit a batch, a person's push kept, nothing secret anywhere."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from content.errors import PublishConflict, PublishDown, PublishRefused, ShopError
from content.publications import Stand
from content.publishers.place import Image, Mark, Payload, Sight, Status
from content.publishers.placing import Placing, Wish
from content.publishers.repository.generators import known
from content.publishers.repository.repository import Repository
from tests.content.publishers.repository.workshop import BODY, DRAFT, OUT, WIDTH, Workshop, git, page

FILE = "content/de/posts/wie-breit.md"


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path).begin({})


def publish(
    workshop: Workshop, *pages: Payload, place: Repository | None = None, wish: Wish = OUT
) -> Placing:
    placing = workshop.placing(place or workshop.open())
    for each in pages or (page(),):
        placing.put(each, wish)
    placing.place.finish("Publish the week of 2026-W48")
    return placing


def test_a_week_is_one_commit_with_a_message_a_person_understands(workshop: Workshop) -> None:
    publish(workshop, page(), page("ar-AE", "arab", title="ما هو العرض؟"))
    assert workshop.log() == ["Publish the week of 2026-W48", "Begin"]
    assert git(workshop.bare, "log", "-1", "--format=%b%an <%ae>", "main").splitlines() == [
        "new: content/ar/posts/arab.md (ما هو العرض؟)",
        'new: content/de/posts/wie-breit.md (Wie breit: "Dusk"?)',
        "Lindenhof <blog@shop.example>",
    ]


def test_the_file_holds_head_text_facts_structured_data_and_mark(workshop: Workshop) -> None:
    publish(workshop)
    text = workshop.shows(FILE)
    assert WIDTH.format(140) in text
    assert 'translationKey: "curtains/size"' in text
    assert "&#123;&#123; page.title &#125;&#125;" in text
    assert "{{" not in text
    (data,) = re.findall(r'<script type="application/ld\+json">(.*)</script>', text)
    assert json.loads(data)["url"] == "https://blog.example/de/posts/wie-breit/"
    assert json.loads(data)["headline"] == "a {{ b }}"
    assert text.rstrip().endswith(f"<!-- acreage:{page().key}:{page().fingerprint} -->")


def test_arabic_stands_in_a_frame_of_its_direction(workshop: Workshop) -> None:
    publish(workshop, page("ar-AE", "arab"))
    text = workshop.shows("content/ar/posts/arab.md")
    assert '<div dir="rtl" lang="ar">\n\n## Breite {#size}\n\n' in text
    assert 'dir: "rtl"' in text


@pytest.mark.parametrize("name", sorted(known()))
def test_what_is_written_is_read_back_for_every_generator(workshop: Workshop, name: str) -> None:
    place = workshop.open(name)
    for each, wish in ((page(), OUT), (page("ar-AE", "arab"), DRAFT)):
        placed = workshop.placing(place).put(each, wish)
        assert (placed.dropped, placed.status, placed.note) == ((), str(wish.status), "")
        copy = place.get(placed.remote_id)
        assert copy is not None and (copy.key, copy.fingerprint) == (each.key, each.fingerprint)
        assert [found.id for found in place.find(each.key)] == [placed.remote_id]


def test_the_same_again_makes_no_commit(workshop: Workshop) -> None:
    publish(workshop)
    publish(workshop, place=workshop.open())
    workshop.open().finish("Publish the week of 2026-W48")
    assert workshop.log() == ["Publish the week of 2026-W48", "Begin"]


def test_what_was_written_before_the_process_died_is_pushed_by_the_next(workshop: Workshop) -> None:
    workshop.placing(workshop.open()).put(page(), OUT)
    assert workshop.log() == ["Begin"]
    publish(workshop, place=workshop.open())
    assert workshop.files() == ["README.md", FILE]


def test_drafts_pending_and_scheduled_are_drafts_to_the_generator(workshop: Workshop) -> None:
    place = workshop.open()
    due_at = workshop.placing(place).now()
    for status, due in ((Status.PENDING, None), (Status.SCHEDULED, due_at)):
        placing = publish(workshop, page(slug=str(status)), place=place, wish=Wish(status, "2026-W48", due))
        assert "draft: true" in workshop.shows(f"content/de/posts/{status}.md")
        copy = place.get(f"content/de/posts/{status}.md")
        assert copy is not None and (copy.status, copy.due_at) == (status, due)
        assert placing.place is place


def test_a_persons_edit_stays_and_new_figures_go_into_it(workshop: Workshop) -> None:
    publish(workshop)
    workshop.edit(
        {
            FILE: workshop.shows(FILE)
            .replace("30 Grad", "40 Grad")
            .replace("draft: false", "draft: false\nweight: 7")
        }
    )
    placing = publish(workshop, page(html=BODY.replace("140", "150")), place=workshop.open())
    text = workshop.shows(FILE)
    assert "40 Grad" in text and "weight: 7" in text and WIDTH.format(150) in text
    assert placing.book.placements()[0].edited == ("body",)


def test_an_edit_of_the_same_line_is_a_conflict_and_stays(workshop: Workshop) -> None:
    publish(workshop)
    workshop.edit({FILE: workshop.shows(FILE).replace("30 Grad", "40 Grad")})
    placing = publish(workshop, page(html=BODY.replace("30 Grad", "60 Grad")), place=workshop.open())
    assert placing.book.placements()[0].stand is Stand.CONFLICT
    assert "40 Grad" in workshop.shows(FILE)


def test_a_push_in_between_is_fetched_and_ours_laid_on_top(workshop: Workshop) -> None:
    publish(workshop)
    place = workshop.open()
    placing = workshop.placing(place)
    placing.put(page(html=BODY.replace("140", "150")), OUT)
    placing.put(page(slug="zweite"), OUT)
    workshop.edit({FILE: workshop.shows(FILE).replace("30 Grad", "40 Grad"), "new.md": "x"}, "A person's")
    place.finish("Publish the week of 2026-W49")
    assert workshop.log()[:2] == ["Publish the week of 2026-W49", "A person's"]
    assert "40 Grad" in workshop.shows(FILE) and WIDTH.format(150) in workshop.shows(FILE)
    assert workshop.files() == ["README.md", FILE, "content/de/posts/zweite.md", "new.md"]


def test_a_push_in_between_to_the_same_line_wins_and_the_rest_is_pushed(workshop: Workshop) -> None:
    publish(workshop)
    place = workshop.open()
    placing = workshop.placing(place)
    placing.put(page(html=BODY.replace("30 Grad", "60 Grad")), OUT)
    placing.put(page(slug="zweite"), OUT)
    workshop.edit({FILE: workshop.shows(FILE).replace("30 Grad", "40 Grad")})
    with pytest.raises(PublishConflict, match="theirs stand") as error:
        place.finish("Publish the week of 2026-W49")
    assert "-Waschen bei 40 Grad." in error.value.diff
    assert "40 Grad" in workshop.shows(FILE)
    assert "content/de/posts/zweite.md" in workshop.files()


def test_a_file_that_a_person_removed_or_moved_is_known(workshop: Workshop) -> None:
    publish(workshop, page(), page(slug="zweite"))
    workshop.edit(
        {FILE: None, "content/de/posts/moved.md": workshop.shows(FILE), "content/de/posts/zweite.md": None}
    )
    place = workshop.open()
    placing = workshop.placing(place)
    assert placing.put(page(title="Neu"), OUT).remote_id == "content/de/posts/moved.md"
    assert "removed" in placing.put(page(slug="zweite", title="Neu"), OUT).note


def test_somebody_elses_file_is_left_alone(workshop: Workshop) -> None:
    workshop.edit({FILE: "---\ntitle: x\n---\nMine\n"})
    placing = publish(workshop)
    assert placing.book.placements()[0].stand is Stand.CONFLICT
    assert workshop.shows(FILE) == "---\ntitle: x\n---\nMine\n"


def test_a_link_in_the_repository_is_never_followed(workshop: Workshop) -> None:
    desk = workshop.folder / "desk"
    (desk / "content/de").mkdir(parents=True)
    (desk / "content/de/posts").symlink_to("/etc")
    git(desk, "add", "-A")
    git(desk, "commit", "-m", "link")
    git(desk, "push", "--quiet", "origin", "HEAD:main")
    placing = publish(workshop)
    assert placing.book.placements()[0].stand is Stand.CONFLICT
    assert git(workshop.bare, "ls-tree", "main", "content/de/posts").startswith("120000 blob")


def test_withdrawn_for_now_is_a_draft_and_for_good_is_gone_with_its_redirect(workshop: Workshop) -> None:
    place = workshop.open(redirects="static/_redirects")
    placing = publish(workshop, page(), page(slug="zweite"), place=place)
    first, second = placing.book.placements()
    placing.withdraw(first, is_final=False)
    placing.withdraw(second, "https://blog.example/de/posts/neu/", is_final=True)
    place.finish("Withdraw")
    assert "draft: true" in workshop.shows(FILE)
    assert "content/de/posts/zweite.md" not in workshop.files()
    assert workshop.shows("static/_redirects") == "/de/posts/zweite/ /de/posts/neu/ 301\n"
    assert placing.withdraw(second, is_final=True).stand is Stand.WITHDRAWN


def test_a_branch_for_review_begins_at_the_default_branch(workshop: Workshop) -> None:
    publish(workshop, place=workshop.open(branch="acreage/week"))
    assert workshop.files("acreage/week") == ["README.md", FILE]
    assert workshop.files() == ["README.md"]


def test_an_empty_repository_gets_its_first_commit(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    workshop.bare.mkdir()
    git(workshop.bare, "init", "--bare", "--quiet", ".")
    publish(workshop)
    assert workshop.log() == ["Publish the week of 2026-W48"]


def test_pictures_are_files_named_by_their_bytes(workshop: Workshop) -> None:
    image = Image("hero.jpg", "image/jpeg", "A curtain", b"\xff\xd8bytes", source="/media/hero.jpg")
    shown = page(images=(image,), html='<p><img src="/media/hero.jpg" alt="A curtain"></p>')
    publish(workshop, shown)
    name = f"{image.sha256[:16]}.jpg"
    assert f"static/images/acreage/{name}" in workshop.files()
    assert f"![A curtain](/images/acreage/{name})" in workshop.shows(FILE)
    assert f'images: ["/images/acreage/{name}"]' in workshop.shows(FILE)


def test_our_names_are_mapped_to_the_sites_own(workshop: Workshop) -> None:
    mapped = {"description": "summary", "tags": "", "date": "pubDate"}
    publish(
        workshop, place=workshop.open("astro", front_matter=mapped, front_matter_always={"author": "Jana"})
    )
    text = workshop.shows("src/content/blog/de/wie-breit.md")
    assert 'summary: "Die Breite & mehr."' in text and "tags" not in text and 'author: "Jana"' in text


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"generator": "hugoo"}, "did you mean 'hugo'"),
        ({"front_matter": {"titel": "t"}}, "did you mean 'title'"),
        ({"path": "../{slug}.md"}, "inside the repository"),
        ({"path": "posts/x.md"}, "must hold {slug}"),
        ({"path": "{slugg}.md"}, "knows only the blanks"),
        ({"path": "posts/{slug}.md"}, "put {locale} into path"),
        ({"branch": "--force"}, "no name of a branch"),
        ({"repository": "https://x:t0ken@git.example/a.git"}, "out of the repository's address"),
        ({"repository": "--upload-pack=touch /tmp/x"}, "no address of a repository"),
        ({"repository": "ext::sh -c touch"}, "no address of a repository"),
        ({"secret_env": "MY_TOKEN"}, "MY_TOKEN is not set"),
    ],
)
def test_a_table_that_is_not_right_is_one_line(
    workshop: Workshop, settings: dict[str, object], said: str
) -> None:
    generator = str(settings.pop("generator", "hugo"))
    with pytest.raises(ShopError) as error:
        workshop.open(generator, **settings)
    assert said in str(error.value)
    assert "\n" not in str(error.value) and "t0ken" not in str(error.value)


def test_hugo_that_leaves_html_out_is_said_and_one_that_keeps_it_is_not(workshop: Workshop) -> None:
    assert any("unsafe" in line for line in workshop.open().check().warnings)
    workshop.edit({"hugo.toml": "[markup.goldmark.renderer]\nunsafe = true\n"})
    assert not any("unsafe" in line for line in workshop.open().check().warnings)


def test_a_template_that_prints_no_languages_is_said_and_ours_can_be_kept_there(workshop: Workshop) -> None:
    assert any("acreage.html" in line for line in workshop.open().check().warnings)
    publish(workshop, place=workshop.open(partial="layouts/partials/acreage.html"))
    assert "hreflang" in workshop.shows("layouts/partials/acreage.html")
    workshop.edit({"layouts/baseof.html": '<head>{{ partial "acreage.html" . }}</head>'})
    assert not any("acreage.html" in line for line in workshop.open().check().warnings)


def test_a_page_that_is_not_pushed_or_has_no_known_address_is_not_called_live(workshop: Workshop) -> None:
    place = workshop.open(address="")
    placed = workshop.placing(place).put(page(), OUT)
    copy = place.get(placed.remote_id)
    assert copy is not None
    assert place.look(copy, Mark(copy.key, copy.fingerprint), page())[0] is Sight.NOT_LIVE
    place.finish("x")
    assert place.look(copy, Mark(copy.key, copy.fingerprint), page())[0] is Sight.UNSEEN
    assert "json" not in workshop.shows(FILE)


# --- what goes wrong --------------------------------------------------------------------------------------


def test_a_branch_that_may_not_be_pushed_to_is_one_line_and_nothing_is_lost(workshop: Workshop) -> None:
    hook = workshop.bare / "hooks/pre-receive"
    hook.write_text(
        "#!/bin/sh\necho 'GH006: Protected branch update failed for refs/heads/main.' >&2\nexit 1\n"
    )
    hook.chmod(0o755)
    with pytest.raises(PublishRefused) as error:
        publish(workshop)
    assert "does not let this account push" in str(error.value) and "\n" not in str(error.value)
    hook.unlink()
    publish(workshop, place=workshop.open())
    assert FILE in workshop.files()


def test_a_repository_that_is_not_there_is_one_line(workshop: Workshop) -> None:
    with pytest.raises(PublishRefused, match="there is no repository at") as error:
        workshop.open(repository=str(workshop.folder / "nowhere.git")).check()
    assert "\n" not in str(error.value)


def test_a_host_that_does_not_answer_is_for_later(workshop: Workshop) -> None:
    with pytest.raises(PublishDown, match="cannot be reached now"):
        workshop.open(repository="http://127.0.0.1:9/blog.git").check()


def test_hooks_and_settings_of_others_run_nothing(workshop: Workshop) -> None:
    place = workshop.open()
    place.check()
    trap = workshop.folder / "trap"
    for name in ("pre-push", "reference-transaction", "post-commit"):
        hook = workshop.folder / "shop/.acreage/repositories/blog/hooks" / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\ntouch {trap}\n")
        hook.chmod(0o755)
    publish(workshop, place=place)
    assert not trap.exists()


def test_two_that_publish_at_once_lose_nothing(workshop: Workshop) -> None:
    one, other = workshop.open(), workshop.open()
    workshop.placing(one).put(page(slug="eins"), OUT)
    workshop.placing(other).put(page(slug="zwei"), OUT)
    one.finish("One")
    other.finish("Other")
    assert workshop.files() == ["README.md", "content/de/posts/eins.md", "content/de/posts/zwei.md"]


def test_a_rollback_is_the_file_before(workshop: Workshop) -> None:
    placing = publish(workshop)
    publish(workshop, page(title="Schlechter"), place=placing.place)  # type: ignore[arg-type]
    placing.roll_back(placing.book.placements()[0])
    placing.place.finish("Roll back")
    assert 'title: "Wie breit: \\"Dusk\\"?"' in workshop.shows(FILE)
    assert replace(page()).fingerprint == page().fingerprint
