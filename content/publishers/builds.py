"""The site on disk: a complete `site.<hash>/` beside `public`, then one switch. Nobody ever sees half a site.

`public` is a symbolic link to the build that is shown. The last three builds stay, for going back.
"""

import errno
import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from content.errors import PublishRefused

KEPT = 3
PUBLIC = "public"
BUILDING = ".site.building"
SWITCHING = ".public.new"


def publish_files(files: Mapping[str, bytes], folder: Path) -> Path:
    """Put a complete site in place and return its folder; the same files again change nothing.

    A build appears under its own name only when every file is on the disk, and `public` moves to it in one
    step. A full disk, a folder without rights or a second build at the same time raise PublishRefused in one
    line, and what was public before still is.
    """
    target = folder / f"site.{fingerprint(files)}"
    try:
        with _only_one(folder):
            _refuse_foreign(folder)
            _drop_leftovers(folder)
            if not target.is_dir():
                _write_build(files, folder, target)
                _switch(folder, target)
            elif current(folder) != target:
                os.utime(target)  # published again: the newest build once more
                _switch(folder, target)
            _prune(folder)
    except OSError as error:
        raise PublishRefused(_refusal(error, folder)) from error
    return target


def fingerprint(files: Mapping[str, bytes]) -> str:
    """A short hash of all paths and bytes: equal for equal sites, on any machine."""
    whole = sha256()
    for path in sorted(files):
        whole.update(f"{path}\0{len(files[path])}\0".encode())
        whole.update(files[path])
    return whole.hexdigest()[:12]


def current(folder: Path) -> Path | None:
    """The build that is public; None before the first one."""
    public = folder / PUBLIC
    return folder / public.readlink().name if public.is_symlink() else None


def builds(folder: Path) -> list[Path]:
    """The builds that can be shown, newest first."""
    found = [path for path in folder.glob("site.*") if path.is_dir()]
    return sorted(found, key=lambda path: (-path.stat().st_mtime_ns, path.name))


def roll_back(folder: Path) -> Path:
    """Show the build before the present one again; PublishRefused when there is none."""
    known, shown = builds(folder), current(folder)
    older = known[known.index(shown) + 1 :] if shown in known else []
    if not older:
        raise PublishRefused(f"No earlier build of the site in {folder}: nothing to go back to.")
    try:
        with _only_one(folder):
            _switch(folder, older[0])
    except OSError as error:
        raise PublishRefused(_refusal(error, folder)) from error
    return older[0]


@contextmanager
def _only_one(folder: Path) -> Iterator[None]:
    """Hold the folder for one build; the lock goes with the process, however it ends."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(handle)


def _write_build(files: Mapping[str, bytes], folder: Path, target: Path) -> None:
    building, before = folder / BUILDING, current(folder)
    try:
        for path in sorted(files):
            _place(files[path], building / path, before / path if before else None)
        _flush_folders(building)
        building.rename(target)
        _flush(folder)
    except OSError:
        shutil.rmtree(building, ignore_errors=True)
        raise


def _place(data: bytes, path: Path, before: Path | None) -> None:
    """Write a file down to the disk; one that is unchanged is the same file as in the build before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if before and before.is_file() and before.read_bytes() == data and _is_linked(before, path):
        return
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _is_linked(before: Path, path: Path) -> bool:
    """Whether the file system could share the file; some cannot, then it is written."""
    try:
        path.hardlink_to(before)
    except OSError as error:
        if error.errno in {errno.EPERM, errno.EXDEV, errno.EMLINK, errno.ENOTSUP, errno.EACCES}:
            return False
        raise
    return True


def _switch(folder: Path, target: Path) -> None:
    switching = folder / SWITCHING
    switching.unlink(missing_ok=True)
    switching.symlink_to(target.name, target_is_directory=True)
    switching.replace(folder / PUBLIC)
    _flush(folder)


def _refuse_foreign(folder: Path) -> None:
    public = folder / PUBLIC
    if public.exists() and not public.is_symlink():
        raise PublishRefused(f"{public} is a folder of yours, not our link: move it away and publish again.")


def _drop_leftovers(folder: Path) -> None:
    """What a build that was killed left behind."""
    if (folder / BUILDING).exists():
        shutil.rmtree(folder / BUILDING)
    (folder / SWITCHING).unlink(missing_ok=True)


def _prune(folder: Path) -> None:
    shown = current(folder)
    for old in builds(folder)[KEPT:]:
        if old != shown:
            shutil.rmtree(old)


def _flush_folders(top: Path) -> None:
    for folder in sorted({top, *(path for path in top.rglob("*") if path.is_dir())}):
        _flush(folder)


def _flush(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _refusal(error: OSError, folder: Path) -> str:
    stands = f"the site in {folder / PUBLIC} is unchanged"
    if isinstance(error, BlockingIOError):
        return f"Another build of {folder} is under way; {stands}. Try again when it is done."
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return f"No room left on the disk for the new site; {stands}. Free some space and publish again."
    return f"The new site could not be written ({error.strerror or error}: {error.filename}); {stands}."
