"""Our own copy of a repository, without a work tree: nothing of it is ever checked out, no link in it followed.

What is to be pushed waits in a commit of its own (STAGED) beside the branch as last fetched (HEAD): it outlives
the process, and whoever comes next goes on with it. Pushing lays it on the newest state of the branch.
"""

import fcntl
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from threading import RLock

from content.errors import PublishConflict, PublishDown, PublishRefused
from content.publishers.merging import merge
from content.publishers.repository.running import Git, Raced

HEAD = "refs/acreage/head"
STAGED = "refs/acreage/staged"
NO_BLOB = "0" * 40
FILE, PROGRAM = "100644", "100755"
TRIES = 6


@dataclass(frozen=True, slots=True)
class Change:
    """A file that waits to be pushed: its blob on the branch and ours, NO_BLOB where there is none."""

    path: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Clash:
    """A file that a person changed in the same place as we did; theirs stands."""

    path: str
    diff: str


class Clone:
    """The branch of a remote, and what of ours is not pushed yet."""

    def __init__(self, git: Git, branch: str) -> None:
        self.git, self.branch = git, branch
        self.clashes: list[Clash] = []
        self._is_fresh = False
        self._turn, self._depth = RLock(), 0

    # --- read ----------------------------------------------------------------------------------------------

    def read(self, path: str) -> tuple[str, bytes] | None:
        """A file with our waiting changes in it: its blob and its bytes; None when there is none."""
        self.freshen()
        found = self._entry(path, self._ref(STAGED))
        return None if found is None else (found, self.git.ask("cat-file", "blob", found))

    def holding(self, text: str) -> list[str]:
        """Paths of the files in which this text stands."""
        self.freshen()
        if not self._ref(STAGED):
            return []
        said = self.git.ask("grep", "-z", "-l", "-I", "-F", "-e", text, STAGED, fine=1)
        return sorted(name.partition(":")[2] for name in _names(said))

    def waiting(self) -> list[Change]:
        """What is not on the branch yet."""
        base, staged = self._ref(HEAD), self._ref(STAGED)
        return [] if not staged else list(self._changes(self._state(base), self._state(staged)))

    def _entry(self, path: str, commit: str) -> str | None:
        """The blob of a plain file; PublishConflict where a link or a submodule stands on the way."""
        if not commit:
            return None
        parents = [str(each) for each in PurePosixPath(path).parents][:-1]
        for line in _names(self.git.ask("ls-tree", "-z", commit, "--", path, *parents)):
            about, _, name = line.partition("\t")
            mode, kind, blob = about.split()
            if name == path and mode in (FILE, PROGRAM):
                return blob
            if name == path or (name in parents and kind != "tree"):
                raise PublishConflict(
                    f"{self.git.name}: {name} is no plain file or folder in the repository."
                )
        return None

    # --- stage ---------------------------------------------------------------------------------------------

    def stage(self, path: str, change: Callable[[bytes | None], bytes | None]) -> None:
        """Let a file become what `change` makes of it (None: no file). One writer at a time, whoever it is."""
        self.freshen()
        with self._alone():
            found = self._entry(path, self._ref(STAGED))
            before = None if found is None else self.git.ask("cat-file", "blob", found)
            after = change(before)
            if after != before:
                self._keep(self._grown(self._state(self._ref(STAGED)), {path: self._blob(after)}))

    def _blob(self, data: bytes | None) -> str:
        if data is None:
            return NO_BLOB
        return self.git.ask("hash-object", "-w", "--no-filters", "--stdin", given=data).decode().strip()

    def _grown(self, tree: str, files: Mapping[str, str]) -> str:
        """A tree with these blobs in it."""
        with tempfile.TemporaryDirectory(dir=self.git.folder) as place:
            index = {"GIT_INDEX_FILE": str(Path(place) / "index")}
            self.git.ask("read-tree", tree, extra=index)
            lines = [f"{'0' if blob == NO_BLOB else FILE} {blob}\t{path}" for path, blob in files.items()]
            given = "".join(f"{line}\0" for line in lines).encode()
            self.git.ask("update-index", "-z", "--index-info", given=given, extra=index)
            return self.git.ask("write-tree", extra=index).decode().strip()

    def _keep(self, tree: str) -> None:
        """Remember a tree as what waits."""
        self._set(STAGED, self._commit(tree, self._ref(HEAD), "Waits to be pushed"))

    def _commit(
        self, tree: str, parent: str, message: str, author: str = "Acreage <acreage@localhost>"
    ) -> str:
        name, _, mail = author.rpartition(" ")
        who = {
            f"GIT_{role}_{part}": value
            for role in ("AUTHOR", "COMMITTER")
            for part, value in (("NAME", name or mail), ("EMAIL", mail.strip("<>")))
        }
        words = ["commit-tree", tree, *(["-p", parent] if parent else []), "-F", "-"]
        return self.git.ask(*words, given=message.encode(), extra=who).decode().strip()

    # --- remote --------------------------------------------------------------------------------------------

    def freshen(self) -> None:
        """Fetch once in this process; what waits is laid on what was fetched."""
        if not self._is_fresh:
            with self._alone():
                self._fetch()
                self._is_fresh = True

    def heads(self) -> dict[str, str]:
        """Branches of the remote and where they stand; HEAD among them."""
        said = self.git.ask("ls-remote", "--", self.git.remote, "HEAD", "refs/heads/*").decode()
        return {ref: commit for commit, ref in (line.split("\t") for line in said.splitlines())}

    def may_push(self) -> None:
        """Ask the remote whether it would take a push to the branch; nothing is sent."""
        commit = self._ref(HEAD) or self._commit(self._state(""), "", "Asks")
        target = f"{commit}:refs/heads/{self.branch}"
        self.git.ask("push", "--dry-run", "--porcelain", "--no-verify", "--", self.git.remote, target)

    def push(self, message: Callable[[list[Change]], str], author: str) -> list[Change]:
        """One commit of all that waits, on the newest state of the branch; what it held. Nothing waits: no commit.

        PublishConflict when a person changed the same lines meanwhile: theirs stand, all else is pushed.
        """
        with self._alone():
            pushed = self._pushed(message, author)
        clashes, self.clashes = self.clashes, []
        if clashes:
            paths = ", ".join(clash.path for clash in clashes)
            diff = "\n".join(f"{clash.path}\n{clash.diff}" for clash in clashes)
            raise PublishConflict(
                f"{self.git.name}: a person changed the same lines of {paths}: theirs stand.", diff
            )
        return pushed

    def _pushed(self, message: Callable[[list[Change]], str], author: str) -> list[Change]:
        for _ in range(TRIES):
            self._fetch()
            self._is_fresh = True
            waits = self.waiting()
            if not waits:
                return []
            parent = self._ref(HEAD)
            tree = self.git.ask("rev-parse", "--verify", f"{STAGED}^{{tree}}").decode().strip()
            commit = self._commit(tree, parent, message(waits), author)
            try:
                self._send(commit)
            except Raced:
                continue
            self._set(HEAD, commit)
            self._set(STAGED, commit)
            return waits
        raise PublishDown(
            f"{self.git.name}: others pushed {TRIES} times while we did: it goes on with the next run."
        )

    def _send(self, commit: str) -> None:
        target = f"{commit}:refs/heads/{self.branch}"
        self.git.ask("push", "--porcelain", "--no-verify", "--", self.git.remote, target)

    def _fetch(self) -> None:
        """Bring the branch here, whole history left there; what waits goes on top of it."""
        self._made()
        heads = self.heads()
        wanted = f"refs/heads/{self.branch}" if f"refs/heads/{self.branch}" in heads else "HEAD"
        new = heads.get(wanted, "")
        if not heads:
            self.may_push()  # over HTTP a page of any kind looks like a repository without a branch
        elif wanted not in heads:
            raise PublishRefused(
                f"{self.git.name}: the repository has no branch {self.branch!r} and no default one."
            )
        if new and new != self._ref(HEAD):
            words = ("--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", "--depth=1", "--force")
            arrives = "refs/acreage/arrived"
            self.git.ask("fetch", *words, "--", self.git.remote, f"{wanted}:{arrives}")
            new = self._ref(arrives)
            self._lay(new)

    def _lay(self, new: str) -> None:
        """Put what waits onto the new state. Killed between the two lines, it is done again and changes nothing."""
        old, staged = self._ref(HEAD), self._ref(STAGED)
        waits = list(self._changes(self._state(old), self._state(staged))) if staged else []
        files = {change.path: blob for change in waits if (blob := self._merged(change, new)) is not None}
        tree = self._grown(new, files)
        self._set(STAGED, self._commit(tree, new, "Waits to be pushed"), HEAD, new)

    def _merged(self, change: Change, new: str) -> str | None:
        """The blob to stand there; None: what stands there stays."""
        theirs = self._entry(change.path, new) or NO_BLOB
        if theirs == change.after:
            return None
        if theirs == change.before:
            return change.after
        if NO_BLOB in (theirs, change.before, change.after):
            self.clashes.append(Clash(change.path, "removed on one side, changed on the other"))
            return None
        base, left, right = (self._text(blob) for blob in (change.before, theirs, change.after))
        merged = merge(base, left, right)
        if merged.diff:
            self.clashes.append(Clash(change.path, merged.diff))
            return None
        return self._blob(merged.text.encode())

    def _text(self, blob: str) -> str:
        return self.git.ask("cat-file", "blob", blob).decode("utf-8", "replace")

    # --- git's own files -----------------------------------------------------------------------------------

    def _made(self) -> None:
        if not (self.git.folder / "HEAD").exists():
            self.git.folder.mkdir(parents=True, exist_ok=True)
            self.git.ask("init", "--quiet", "--bare", "--template=", str(self.git.folder))

    def _ref(self, name: str) -> str:
        if not (self.git.folder / "HEAD").exists():
            return ""
        said = self.git.ask("for-each-ref", "--format=%(objectname)", name).decode().strip()
        return said.splitlines()[0] if said else ""

    def _set(self, *pairs: str) -> None:
        """Move references, all at once."""
        lines = [f"update {name} {commit}" for name, commit in zip(pairs[::2], pairs[1::2], strict=True)]
        self.git.ask("update-ref", "--stdin", given="\n".join(lines).encode() + b"\n")

    def _state(self, commit: str) -> str:
        """Something git takes for a tree; a branch without a commit has the empty one."""
        if commit:
            return commit
        # It must exist before it can be read.
        return self.git.ask("hash-object", "-w", "-t", "tree", "--stdin").decode().strip()

    def _changes(self, before: str, after: str) -> Iterator[Change]:
        words = ("diff-tree", "-r", "-z", "--no-renames", "--no-commit-id", before, after)
        parts = _names(self.git.ask(*words))
        for about, path in zip(parts[::2], parts[1::2], strict=True):
            _, _, old, new, _ = about.split(" ")
            yield Change(path, old, new)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One thread of one process at a time; the lock goes with it, however it ends."""
        with self._turn:
            if self._depth:  # within our own turn
                yield
                return
            self.git.folder.mkdir(parents=True, exist_ok=True)
            handle = os.open(self.git.folder, os.O_RDONLY)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX)
                self._depth = 1
                yield
            finally:
                self._depth = 0
                os.close(handle)


def _names(said: bytes) -> list[str]:
    return [part for part in said.decode("utf-8", "surrogateescape").split("\0") if part]
