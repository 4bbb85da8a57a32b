"""Reports an unforeseen error: writes a log and says in a sentence what is safe.

Neither the log nor the sentence ever holds text of a plan: no message of an error, no values.
"""

import platform
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from store.log import add_to_log


def sentence_on(error: BaseException, *, kept: str = "Every saved change is in the plan.") -> str:
    """Write a log of an unforeseen error and return what to tell the officer.

    `kept` says in a sentence what is safe.
    """
    log = write_log(error)
    where = (
        f"What the people who mend it need is in {log}; it holds no text of your plan."
        if log
        else ""
    )
    return f"plandesk met an error that it did not foresee and has to end. {kept} {where}".strip()


def log_lines(error: BaseException) -> Iterator[str]:
    """Yield what a log says of an error: its kinds and the places in the code, no text."""
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield f"{type(cause).__module__}.{type(cause).__qualname__}"
        for frame in traceback.extract_tb(cause.__traceback__):
            yield f"  {frame.filename}:{frame.lineno} {frame.name}"
        inner = getattr(cause, "error", None)
        follows = cause.__cause__ or cause.__context__
        cause = follows or (inner if isinstance(inner, BaseException) else None)


def write_log(error: BaseException) -> Path | None:
    """Write a log of an unforeseen error; return where, None where the disk refuses."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    system = f"Python {platform.python_version()}, {platform.system()} {platform.release()}"
    return add_to_log([f"{now} {system}", *log_lines(error), ""])
