"""Patterns that are compiled when they are first used.

Compiling costs far more than loading a module, and a start needs few of the patterns at the heads
of the modules that it loads: all of them would take a tenth of it.
"""

import re
from typing import cast


def late_pattern(words: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` does, to be used by its methods; it is compiled for the first one.

    Where `words` are no pattern, re.error is raised then and not now.
    """
    return cast("re.Pattern[str]", _Pattern(words, flags))


class _Pattern:
    """Stands for a compiled pattern, and takes each method from it when it is first asked for."""

    def __init__(self, words: str, flags: int) -> None:
        self.pattern = words
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        if name == "_compiled":
            self._compiled = re.compile(self.pattern, self._flags)
            return self._compiled
        found: object = getattr(self._compiled, name)
        setattr(self, name, found)  # from now on it is looked up without this
        return found
