"""Give quality indicators their framework's names where an officer asks for it."""

from collections.abc import Iterator

from plan.changes.edits.indicators import Naming
from plan.council.framework import Framework
from plan.text.line_breaks import counted

NO_FRAMEWORK = (
    "The plan follows no framework of quality indicators, so there are no names to use: choose one "
    "on the Cover, under Framework."
)
NOTHING_TO_RENAME = "Nothing to rename: what the framework knows has its name already."


def made_in_words(naming: Naming, undo: str = "u") -> str:
    """Return what was renamed, in a sentence; `undo` is the key that takes it back."""
    if not naming.renamed:
        return NOTHING_TO_RENAME
    count = len(naming.renamed)
    has = "has its" if count == 1 else "have their"
    return f"{counted(count, 'indicator')} {has} framework's name now. {undo} takes it back."


def left_in_words(naming: Naming, framework: Framework) -> Iterator[str]:
    """Yield what was left as it is printed, and why."""
    if naming.unknown:
        named = "; ".join(f"{ref} “{printed}”" for ref, printed in naming.unknown)
        count = counted(len(naming.unknown), "indicator")
        yield f"Left, as “{framework.name}” does not know it: {count}: {named}."
    if naming.unread:
        named = "; ".join(f"{one.ref} “{one.printed}”" for one in naming.unread)
        count = counted(len(naming.unread), "indicator")
        yield f"Left, as the framework's own wording was not read in a source: {count}: {named}."
