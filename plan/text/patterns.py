"""Patterns that are compiled when they are first used, and pass over what has none of their signs.

Compiling costs far more than loading a module, and a start needs few of the patterns at the heads
of the modules that it loads: all of them would take a tenth of it. Looking through a text costs
more than knowing that no word of the pattern stands in it.
"""

import re
from collections.abc import Callable, Iterator
from typing import cast

from plan.text.signs import Signs, signs_in


def late_pattern(words: str, flags: int = 0, *, signs: Signs | None = None) -> re.Pattern[str]:
    """Return what `re.compile` does, to be used by its methods; it is compiled for the first one.

    It is not even tried on a text without its `signs`. They are to be those of what it matches
    itself and not of what stands round it, since where a part of a text is looked through they are
    sought in the whole.

    Where `words` are no pattern, re.error is raised then and not now.
    """
    made = _Pattern(words, flags) if signs is None else SignedPattern(words, flags, signs)
    return cast("re.Pattern[str]", made)


def pattern_with(words: str, flags: int = 0, *, signs: Signs) -> re.Pattern[str]:
    """Return the same with its signs, compiled at once: most plans have something that it matches.

    Raises re.error where `words` are no pattern.
    """
    made = SignedPattern(words, flags, signs)
    made.compile()
    return cast("re.Pattern[str]", made)


def signs_of(pattern: re.Pattern[str]) -> Signs:
    """Return the signs of one of these, which stand wherever it matches."""
    return cast("SignedPattern", pattern).signs


class _Pattern:
    """Stands for a compiled pattern, and takes each method from it when it is first asked for."""

    def __init__(self, words: str, flags: int) -> None:
        self.pattern = words
        self.flags = flags

    def compile(self) -> "re.Pattern[str]":
        """Return the compiled pattern, which is kept."""
        self._compiled = re.compile(self.pattern, self.flags)
        return self._compiled

    def __getattr__(self, name: str) -> object:
        if name == "_compiled":
            return self.compile()
        found: object = getattr(self._compiled, name)
        setattr(self, name, found)  # from now on it is looked up without this
        return found


class SignedPattern(_Pattern):
    """Does the same, and answers for itself where none of its signs stand in the text."""

    def __init__(self, words: str, flags: int, signs: Signs) -> None:
        super().__init__(words, flags)
        self.signs = signs
        self._bits, self._stand_in = signs.bits, signs.stand_in

    def search(self, text: str, *part: int) -> "re.Match[str] | None":
        """Return what `re.Pattern.search` does."""
        has_signs = signs_in(text) & self._bits == self._bits
        return self._compiled.search(text, *part) if has_signs else None

    def match(self, text: str, *part: int) -> "re.Match[str] | None":
        """Return what `re.Pattern.match` does."""
        has_signs = signs_in(text) & self._bits == self._bits
        return self._compiled.match(text, *part) if has_signs else None

    def fullmatch(self, text: str, *part: int) -> "re.Match[str] | None":
        """Return what `re.Pattern.fullmatch` does."""
        return self._compiled.fullmatch(text, *part) if self._stand_in(text) else None

    def finditer(self, text: str, *part: int) -> "Iterator[re.Match[str]]":
        """Return what `re.Pattern.finditer` does."""
        return self._compiled.finditer(text, *part) if self._stand_in(text) else iter(())

    def findall(self, text: str, *part: int) -> list[str]:
        """Return what `re.Pattern.findall` does."""
        return self._compiled.findall(text, *part) if self._stand_in(text) else []

    def sub(self, by: "str | Callable[[re.Match[str]], str]", text: str, count: int = 0) -> str:
        """Return what `re.Pattern.sub` does."""
        return self._compiled.sub(by, text, count) if self._stand_in(text) else text
