"""Restore a damaged plan from its backups and its history."""

from datetime import UTC, datetime
from pathlib import Path

from plan.reading.dates import moment_in_words
from plan.text.line_breaks import counted
from store.restoring import Recovery, bring_back


def restore_damaged(path: Path, recovery: Recovery) -> str:
    """Restore a plan and return a sentence that says so. Raises StoreError."""
    kept = bring_back(path, recovery, datetime.now(UTC))
    beside = f" The file that was there is kept as {kept.name}." if kept else ""
    problem = f" {recovery.problem}" if recovery.problem else ""
    return f"{path.name} is back: {_uncapitalised(recovery_in_words(recovery))}.{beside}{problem}"


def recovery_in_words(recovery: Recovery) -> str:
    """Return which state of a plan would be brought back."""
    saved = recovery.saved_at or recovery.backup.made_locally
    return f"As saved {moment_in_words(saved)}"


def lack_in_words(recovery: Recovery) -> str:
    """Return what a state is made of besides its backup, and what it lacks."""
    replayed = counted(recovery.replayed, "later change")
    made = f"the backup and {replayed}" if recovery.replayed else "the backup"
    if recovery.problem:
        return f"{made}; what came later cannot be read in the history"
    lack = counted(recovery.lacking, "change") if recovery.lacking else "nothing"
    return f"{made}; lacks {lack}"


def _uncapitalised(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
