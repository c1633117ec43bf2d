"""What a benchmark cost, and how it says so: wall and CPU seconds, and the most memory this process has had."""

import resource
import sys
import time

MB = 1024 if sys.platform.startswith("linux") else 1024 * 1024  # ru_maxrss counts kB there, bytes on macOS


class Clock:
    """Seconds since it was made."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.process_time()

    @property
    def wall(self) -> float:
        """Of the clock on the wall."""
        return time.perf_counter() - self._wall

    @property
    def cpu(self) -> float:
        """Of all threads of this process."""
        return time.process_time() - self._cpu

    def told(self, digits: int = 0) -> str:
        """`16 s CPU, 20 s wall, 283 MB`."""
        return f"{self.cpu:.{digits}f} s CPU, {self.wall:.{digits}f} s wall, {peak_mb():.0f} MB"


def peak_mb() -> float:
    """The most this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MB


def say(line: str) -> None:
    """Print a line at once: some cases take minutes."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
