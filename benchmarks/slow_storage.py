"""plandesk on a disk that takes a fifth of a second for each save: `-m benchmarks.slow_storage`."""

import sys
import time
from pathlib import Path

from store import drafts, safe_file, storage
from tui.__main__ import run_app

SECONDS = 0.2


def slow_write(path: Path, content: bytes, **named: int) -> None:
    """Write safely, later than the disk would."""
    time.sleep(SECONDS)
    safe_file.write_safely(path, content, **named)


if __name__ == "__main__":
    for module in (storage, drafts):
        setattr(module, "write_safely", slow_write)  # noqa: B010 - no module declares it anew
    sys.exit(run_app(Path(sys.argv[1])))
