"""The git program, asked so that it never waits for a person and never says a secret.

https://git-scm.com/docs/git · no shell, no prompt, no hook of a repository is run; a token goes through the
environment of the child alone, never into an address, an argument or a file.
"""

import base64
import os
import re
import signal
import subprocess
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from content.errors import PublishDown, PublishRefused

KEPT = ("GIT_SSH", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_SSL_", "GIT_PROXY_")
"""Of the variables git reads: how the user reaches the remote. The rest (GIT_DIR, GIT_TRACE…) is not for us."""
ALWAYS = {
    "core.hooksPath": os.devnull,
    "core.fsmonitor": "false",
    "gc.autoDetach": "false",
    "http.followRedirects": "false",
    "protocol.ext.allow": "never",
    "push.gpgSign": "false",
    "push.followTags": "false",
    "submodule.recurse": "false",
    "core.quotePath": "false",
}
SAID = tomllib.loads((Path(__file__).parent / "git_says.toml").read_text(encoding="utf-8"))
CREDENTIALS = re.compile(r"(?<=://)[^/@\s]+@")


class Raced(PublishDown):
    """Somebody pushed in between: fetch and try again."""


THEN: Mapping[str, type[PublishDown | PublishRefused]] = {
    "race": Raced, "down": PublishDown, "refused": PublishRefused,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Git:
    """A folder of git's own files, and how its remote is reached."""

    name: str  # of the target, for messages
    folder: Path
    remote: str
    environment: Mapping[str, str] = field(repr=False)
    user: str = ""
    secret: str = field(default="", repr=False)
    timeout_s: float = 120.0

    def ask(
        self, *words: str, given: bytes = b"", extra: Mapping[str, str] | None = None, fine: int = 0
    ) -> bytes:
        """What git says; PublishDown, Raced or PublishRefused in one line when its exit code is above `fine`."""
        command = ["git", f"--git-dir={self.folder}", *_settings(ALWAYS), *words]
        variables = {**self._environment(), **(extra or {})}
        try:
            child = subprocess.Popen(
                command, env=variables, cwd=self.folder, start_new_session=True,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            )  # fmt: skip
        except FileNotFoundError as error:
            raise PublishRefused(f"{self.name}: the program git is not installed here.") from error
        try:
            said, complaint = child.communicate(given, timeout=self.timeout_s)
        except subprocess.TimeoutExpired as error:
            os.killpg(child.pid, signal.SIGKILL)
            child.communicate()
            raise PublishDown(f"{self.name}: git {words[0]} took over {self.timeout_s:.0f} s.") from error
        if not 0 <= child.returncode <= fine:
            raise self._failure(words[0], (complaint + said).decode("utf-8", "replace"))
        return said

    def _environment(self) -> dict[str, str]:
        kept = {
            name: value
            for name, value in self.environment.items()
            if not name.startswith("GIT_") or name.startswith(KEPT)
        }
        fixed = {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", "GIT_FLUSH": "1", "SSH_ASKPASS_REQUIRE": "never"}
        return {**kept, **fixed, **self._token()}

    def _token(self) -> dict[str, str]:
        """The header that logs in, for this one host."""
        if not self.secret:
            return {}
        parts = urlsplit(self.remote)
        return {
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"http.{parts.scheme}://{parts.netloc}/.extraHeader",
            "GIT_CONFIG_VALUE_0": f"Authorization: Basic {self._basic()}",
        }

    def _basic(self) -> str:
        return base64.b64encode(f"{self.user or 'acreage'}:{self.secret}".encode()).decode()

    def _failure(self, verb: str, complaint: str) -> PublishDown | PublishRefused:
        words = self._clean(complaint)
        for case in SAID["case"]:
            if any(sign in complaint.lower() for sign in case["signs"]):
                what = f"{self.name}: {case['says']}".replace("{remote}", CREDENTIALS.sub("", self.remote))
                told = f"{what} ({words})" if case.get("with_words") else what
                return THEN[case["then"]](told)
        return PublishRefused(f"{self.name}: git {verb}: {words}")

    def _clean(self, complaint: str) -> str:
        """Git's own words in one line, most telling first, without a secret or a name in an address."""
        lines = [line.strip() for line in complaint.splitlines() if line.strip()]
        telling = [line for line in lines if line.startswith(("remote:", "!", "fatal:", "error:"))]
        text = CREDENTIALS.sub("", "; ".join(telling or lines))[:400]
        for hidden in filter(None, (self.secret, self._basic() if self.secret else "")):
            text = text.replace(hidden, "…")
        return text or "no word of why"


def _settings(values: Mapping[str, str]) -> Iterable[str]:
    for key, value in values.items():
        yield from ("-c", f"{key}={value}")
