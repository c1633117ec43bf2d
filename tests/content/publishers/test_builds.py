import fcntl
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from content.errors import PublishRefused
from content.publishers.builds import (
    BUILDING,
    KEPT,
    PUBLIC,
    builds,
    current,
    fingerprint,
    publish_files,
    roll_back,
)

OLD = {"index.html": b"old", "de/index.html": b"same"}
NEW = {"index.html": b"new", "de/index.html": b"same", "de/a/index.html": b"more"}


def shown(folder: Path) -> dict[str, bytes]:
    top = folder / PUBLIC
    return {str(path.relative_to(top)): path.read_bytes() for path in top.rglob("*") if path.is_file()}


def test_public_is_a_link_to_a_complete_build(tmp_path: Path) -> None:
    target = publish_files(OLD, tmp_path)
    assert (tmp_path / PUBLIC).is_symlink()
    assert target.name == f"site.{fingerprint(OLD)}"
    assert shown(tmp_path) == OLD


def test_the_same_files_make_no_new_build_and_are_not_written_again(tmp_path: Path) -> None:
    target = publish_files(OLD, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in target.rglob("*")}
    assert publish_files(dict(reversed(OLD.items())), tmp_path) == target
    assert {path: path.stat().st_mtime_ns for path in target.rglob("*")} == before
    assert builds(tmp_path) == [target]


def test_an_unchanged_file_is_the_same_file_in_the_next_build(tmp_path: Path) -> None:
    publish_files(OLD, tmp_path)
    inode = (tmp_path / PUBLIC / "de/index.html").stat().st_ino
    publish_files(NEW, tmp_path)
    assert shown(tmp_path) == NEW
    assert (tmp_path / PUBLIC / "de/index.html").stat().st_ino == inode


def test_three_builds_are_kept_and_the_one_before_can_be_shown_again(tmp_path: Path) -> None:
    made = [publish_files({"index.html": str(number).encode()}, tmp_path) for number in range(5)]
    assert builds(tmp_path) == made[:1:-1]
    assert len(builds(tmp_path)) == KEPT
    assert roll_back(tmp_path) == made[3]
    assert shown(tmp_path) == {"index.html": b"3"}
    assert roll_back(tmp_path) == made[2]
    with pytest.raises(PublishRefused, match="nothing to go back to"):
        roll_back(tmp_path)


def test_what_was_shown_before_can_be_published_again_after_going_back(tmp_path: Path) -> None:
    publish_files(OLD, tmp_path)
    newest = publish_files(NEW, tmp_path)
    roll_back(tmp_path)
    assert publish_files(NEW, tmp_path) == newest
    assert current(tmp_path) == newest


def test_a_write_that_fails_midway_leaves_the_old_site_and_no_rubbish(tmp_path: Path) -> None:
    publish_files(OLD, tmp_path)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    # The kernel itself refuses the third file: it is larger than the process may write.
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, before[1]))
    try:
        with pytest.raises(PublishRefused, match="No room left on the disk") as refusal:
            publish_files({**NEW, "z.html": b"x" * 4000}, tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert "\n" not in str(refusal.value)
    assert shown(tmp_path) == OLD
    assert sorted(path.name for path in tmp_path.iterdir()) == [PUBLIC, f"site.{fingerprint(OLD)}"]


FULL_DISK = """
import sys
from pathlib import Path
from content.errors import PublishRefused
from content.publishers.builds import publish_files
folder = Path(sys.argv[1])
publish_files({"index.html": b"old"}, folder)
try:
    publish_files({f"{n}.html": bytes([n]) * 9000 for n in range(20)}, folder)
except PublishRefused as refusal:
    print(refusal)
print((folder / "public" / "index.html").read_text(), sorted(path.name[:5] for path in folder.iterdir()))
"""


def test_a_disk_that_is_really_full_leaves_the_old_site_standing(tmp_path: Path) -> None:
    """A file system of 64 kB, in a name space of its own, takes the first site and not the second."""
    inside = 'mount -t tmpfs -o size=64k none "$1" && exec "$2" -c "$3" "$1"'
    command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", inside, "sh"]
    root = Path(__file__).parents[3]
    try:
        probe = subprocess.run([*command[:4], "true"], capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("no `unshare` on this machine: the full disk is tested by the file-size limit only")
    if probe.returncode:
        pytest.skip("this machine lets nobody mount: the full disk is tested by the file-size limit only")
    done = subprocess.run(
        [*command, str(tmp_path), sys.executable, FULL_DISK],
        capture_output=True, text=True, check=False, cwd=root, env={**os.environ, "PYTHONPATH": str(root)},
    )  # fmt: skip
    first, second = done.stdout.splitlines()
    assert first.startswith("No room left on the disk for the new site; the site in")
    assert second == "old ['publi', 'site.']"


def test_a_build_that_was_killed_is_cleared_away_by_the_next(tmp_path: Path) -> None:
    publish_files(OLD, tmp_path)
    (tmp_path / BUILDING / "de").mkdir(parents=True)
    (tmp_path / BUILDING / "de/stale.html").write_bytes(b"half")
    (tmp_path / ".public.new").symlink_to("site.nowhere")
    publish_files(NEW, tmp_path)
    assert shown(tmp_path) == NEW
    assert not (tmp_path / BUILDING).exists()


def test_a_folder_of_the_owner_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / PUBLIC).mkdir()
    (tmp_path / PUBLIC / "mine.html").write_bytes(b"mine")
    with pytest.raises(PublishRefused, match="a folder of yours"):
        publish_files(OLD, tmp_path)
    assert (tmp_path / PUBLIC / "mine.html").read_bytes() == b"mine"
    assert builds(tmp_path) == []


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    handle = os.open(tmp_path, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        with pytest.raises(PublishRefused, match="under way"):
            publish_files(OLD, tmp_path)
    finally:
        os.close(handle)


def test_a_missing_folder_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(PublishRefused, match="could not be written"):
        publish_files(OLD, tmp_path / "nowhere")
