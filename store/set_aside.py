"""Sets a file aside that is about to be replaced: beside it, under a name that says when."""

import os
from datetime import UTC, datetime
from pathlib import Path

from files.ordinary import content_of
from store.places import ENDING
from store.safe_file import sync_folder, write_safely


def set_aside(path: Path, now: datetime, *, why: str = "damaged") -> Path | None:
    """Keep the file at `path` as it is, under another name; return that path, None without a file.

    `now` is UTC. Raises OSError.
    """
    target = Path(os.path.realpath(path))
    if not target.exists():
        return None
    name = target.name.removesuffix(ENDING)
    stamp = now.astimezone(UTC).strftime("%Y-%m-%d %H%M%S")
    kept = target.with_name(f"{name} ({why} {stamp}).json")
    try:
        os.link(target, kept)
        sync_folder(kept.parent)
    except OSError:
        write_safely(kept, content_of(target))
    return kept
