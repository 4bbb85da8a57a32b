"""Drafts: what has been typed and is not in the plan's file yet, written within a second.

A draft is removed as soon as the plan holds the text, so it is only read after a failure.
"""

import contextlib
import hashlib
import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from itertools import count
from pathlib import Path
from threading import Condition, Thread
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict

from files.ordinary import content_of
from plan.changes.change import Change
from plan.text.clean import safe_characters
from plan.text.patterns import late_pattern
from store.places import drafts_folder
from store.safe_file import make_folder, write_safely

SafeText: TypeAlias = Annotated[str, AfterValidator(safe_characters)]
"""Typed text without characters that cannot be written, such as half a surrogate pair."""

_NUMBERS = count(1)
_OLD = 3600.0
"""Seconds after which an unfinished file counts as left over."""
_OF_PROCESS = late_pattern(r"\.draft\.(\d+)-\d+\.tmp$")
_LEFTOVER = ".*.draft.*-*.tmp"
_TYPED = late_pattern(r'"typed":"((?:[^"\\]|\\u[0-9a-fA-F]{4}|\\[^u])*)')
_ID = late_pattern(r"[^0-9a-z-]+")


class TypedText(BaseModel):
    """The text of a field that had not been left: what it held before, and what was typed.

    `label` names the field in the officer's words. `change` puts the text into the plan; None
    where it would not fit.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    label: SafeText
    was: SafeText
    typed: SafeText
    change: Change | None = None


class Draft(BaseModel):
    """What one plan would lose: changes that could not be saved, and the field being edited.

    `path` is where the plan's file is, `at` when it was kept (UTC, ISO 8601).
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    plan_id: str
    path: str
    at: str
    unsaved: tuple[Change, ...] = ()
    field: TypedText | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be lost."""
        return not self.unsaved and self.field is None


def drafts_of(plan_id: str, path: Path) -> tuple[tuple[Path, Draft], ...]:
    """Return the paths and drafts of a plan, the oldest first.

    Drafts of another copy of the plan are left out, unless that file is gone: then this may be
    that file under a new name.
    """
    found: list[tuple[Path, Draft]] = []
    for draft_path in _files(plan_id):
        with contextlib.suppress(OSError, ValueError):
            draft = Draft.model_validate_json(content_of(draft_path))
            if draft.path == _written(path) or not Path(draft.path).exists():
                found.append((draft_path, draft))
    return tuple(sorted(found, key=lambda pair: pair[1].at))


def tidy_unfinished_drafts(plan_id: str, is_in_plan: Callable[[str], bool]) -> None:
    """Tidy the drafts of a plan that processes left half written when they were killed.

    A whole one becomes a draft. A broken one is removed if its text, as far as it goes, is in a
    draft or `is_in_plan`, and its unsaved changes are in a draft. Files of running processes are
    left alone.
    """
    _tidy_all(_matching(f".{_safe(plan_id)}{_LEFTOVER}"), {_safe(plan_id): is_in_plan})


def tidy_all_unfinished_drafts(plans: Mapping[str, Callable[[str], bool]]) -> None:
    """Do the same for every plan; `plans` has, by plan id, the test for text that is in the plan.

    Of a plan that is not in `plans`, a broken draft is removed only if it is empty or a draft says
    the same.
    """
    by_name = {_safe(plan_id): is_in_plan for plan_id, is_in_plan in plans.items()}
    _tidy_all(_matching(f".*{_LEFTOVER}"), by_name)


def _tidy_all(leftovers: Iterable[Path], plans: Mapping[str, Callable[[str], bool]]) -> None:
    for leftover in leftovers:
        name = leftover.name[1:].partition(".")[0]
        with contextlib.suppress(OSError):
            if _is_of_a_dead_process(leftover):
                _tidy(leftover, name, plans.get(name, _says_nothing))


def _says_nothing(typed: str) -> bool:
    return not typed


def _tidy(leftover: Path, name: str, is_in_plan: Callable[[str], bool]) -> None:
    content = content_of(leftover)
    try:
        Draft.model_validate_json(content)
    except ValueError:
        drafts = [content_of(path) for path in _matching(f"{name}.*.draft")]
        if _is_text_kept(content, drafts, is_in_plan) and _are_changes_kept(content, drafts):
            leftover.unlink()
    else:
        leftover.replace(leftover.with_name(_OF_PROCESS.sub(".draft", leftover.name)[1:]))


def _is_text_kept(
    content: bytes, drafts: Iterable[bytes], is_in_plan: Callable[[str], bool]
) -> bool:
    typed = _typed_in(content)
    return is_in_plan(typed) or any(typed in _typed_in(draft) for draft in drafts)


def _are_changes_kept(content: bytes, drafts: Iterable[bytes]) -> bool:
    """Return whether a broken draft has no unsaved changes, or a whole draft has them all."""
    begun = _from_changes_on(content).partition(b'],"field":')[0]
    return not begun.startswith(b"{") or any(
        _from_changes_on(draft).startswith(begun) for draft in drafts
    )


def _from_changes_on(content: bytes) -> bytes:
    return content.partition(b'"unsaved":[')[2]


def _typed_in(content: bytes) -> str:
    """Return the typed text in a draft, as far as it was written."""
    found = _TYPED.search(content.decode(errors="ignore"))
    if found is None:
        return ""
    # Only what a crash has left is read with it; a plan is shown sooner without.
    import json  # noqa: PLC0415

    return str(json.loads(f'"{found[1]}"', strict=False))


def _is_of_a_dead_process(leftover: Path) -> bool:
    """Return whether the process writing a file is gone; on Windows its age has to tell."""
    found = _OF_PROCESS.search(leftover.name)
    if found is None or int(found[1]) == os.getpid():
        return False
    if sys.platform == "win32":
        return leftover.stat().st_mtime < time.time() - _OLD
    try:
        os.kill(int(found[1]), 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


def write_draft(path: Path, draft: Draft) -> None:
    """Keep a draft at `path`. Raises OSError where the disk refuses."""
    make_folder(path.parent)
    write_safely(path, draft.model_dump_json().encode(errors="replace"))


def drop_draft(path: Path) -> None:
    """Remove a draft; one that cannot be removed will be offered again."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


class DraftKeeper:
    """Keeps the newest draft of one open plan on the disk, on a thread of its own.

    Only the newest draft matters, so older ones are skipped where the disk is slow. Where the disk
    refuses, the next draft is tried all the same.
    """

    def __init__(self, plan_id: str, path: Path) -> None:
        self.plan_id = plan_id
        self.plan_path = _written(path)
        self.path = _new_path(plan_id, path)
        self._wanted: Draft | None = None
        self._is_waiting = False
        self._is_there = False
        self._changed = Condition()
        self._thread: Thread | None = None

    def keep(self, draft: Draft) -> None:
        """Replace the draft that was kept before by `draft`; an empty one removes it."""
        with self._changed:
            if draft.is_empty and not self._is_there and not self._is_waiting:
                return
            self._wanted, self._is_waiting = draft, True
            if self._thread is None:
                self._thread = Thread(target=self._work, name="drafts")
                self._thread.start()
            self._changed.notify_all()

    @property
    def is_working(self) -> bool:
        """Whether a draft is being written or waits to be."""
        with self._changed:
            return self._thread is not None

    def flush(self, timeout: float) -> bool:
        """Wait up to `timeout` seconds until the newest draft is on the disk; return whether."""
        with self._changed:
            return self._changed.wait_for(lambda: self._thread is None, timeout)

    def _work(self) -> None:
        while (draft := self._next()) is not None:
            self._put(draft)

    def _next(self) -> Draft | None:
        with self._changed:
            if not self._is_waiting:
                self._thread = None
                self._changed.notify_all()
                return None
            self._is_waiting = False
            return self._wanted

    def _put(self, draft: Draft) -> None:
        with contextlib.suppress(OSError):
            if draft.is_empty:
                drop_draft(self.path)
                self._is_there = False
            else:
                self._is_there = True
                write_draft(self.path, draft)


def _written(path: Path) -> str:
    return str(path.resolve()).encode(errors="replace").decode()


def _new_path(plan_id: str, path: Path) -> Path:
    place = hashlib.sha256(_written(path).encode()).hexdigest()[:12]
    return drafts_folder() / f"{_safe(plan_id)}.{place}.{os.getpid()}-{next(_NUMBERS)}.draft"


def _files(plan_id: str) -> list[Path]:
    return _matching(f"{_safe(plan_id)}.*.draft")


def _matching(pattern: str) -> list[Path]:
    try:
        return list(drafts_folder().glob(pattern))
    except OSError:
        return []


def _safe(plan_id: str) -> str:
    return _ID.sub("-", plan_id) or "plan"
