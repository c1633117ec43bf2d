"""A real PostgreSQL of our own, on a socket in a folder, for tests that say `@pytest.mark.postgres`.

Debian: `apt-get install postgresql`. It refuses to run as root, so root hands it to the user that the package makes.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def running() -> Iterator[str]:
    """The address of an empty database; it is gone with the block."""
    folder = Path(tempfile.mkdtemp(prefix="acreage-pg-"))  # short: a socket's path ends at 107 bytes
    owner = "postgres" if os.geteuid() == 0 else None
    if owner:
        shutil.chown(folder, owner)
    data = folder / "data"
    try:
        _run(owner, "initdb", "-D", data, "-U", "shop", "-A", "trust", "--no-sync", "-E", "UTF8")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        _run(owner, "pg_ctl", "-D", data, "-o", options, "-w", "-l", folder / "log", "start")
        try:
            yield f"postgresql://shop@/postgres?host={folder}"
        finally:
            _run(owner, "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(owner: str | None, program: str, *given: str | Path) -> None:
    found = shutil.which(program) or next(
        iter(sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))), None
    )
    if found is None:
        raise FileNotFoundError(f"{program}: install PostgreSQL (apt-get install postgresql)")
    subprocess.run([found, *given], check=True, user=owner, cwd="/", stdout=subprocess.DEVNULL)
