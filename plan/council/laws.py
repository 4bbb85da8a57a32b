"""Acts and regulations that councils cite: their years, and what came in place of them, as data.

They stand in `plan/council/laws.toml`, with what was read for it. A title is known whatever its
brackets, commas, apostrophes and "etc." are.
"""

import re
import tomllib
from datetime import date
from functools import cache
from typing import NamedTuple

from plan.council.format_part import packaged
from plan.text.patterns import late_pattern

_SIGN = late_pattern(r"[^\w\s]")
_SILENT = frozenset({"the", "etc"})


class Replaced(NamedTuple):
    """A law that is no longer in force: its years, and `by` what it was replaced, since when.

    `parts` are the Parts or sections that were, where the rest still holds; `topic` is what those
    are about. `short` are letters that stand for the title.
    """

    title: str
    years: tuple[int, ...]
    by: str
    since: date
    short: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    topic: str = ""


class Laws(NamedTuple):
    """The years of each title, by its `key_of`, and what is replaced."""

    years: dict[str, tuple[int, ...]]
    replaced: dict[str, Replaced]
    words: int
    """The most words that a title has."""


def key_of(title: str) -> str:
    """Return a title as it is known: its words alone."""
    bare = _SIGN.sub(" ", re.sub(r"['’]", "", title.replace("&", " and "))).lower().split()
    return " ".join(word for word in bare if word not in _SILENT)


@cache
def known_laws() -> Laws:
    """Return the laws that are known."""
    read = tomllib.loads(packaged("laws.toml").read_text(encoding="utf-8"))
    years: dict[str, tuple[int, ...]] = {}
    for title, told in read["years"].items():
        key = key_of(title)
        years[key] = tuple(sorted({*years.get(key, ()), *told}))
    replaced = {}
    for row in read["replaced"]:
        lists = {name: tuple(row.get(name, ())) for name in ("years", "short", "parts")}
        one = Replaced(row["title"], lists["years"], row["by"], row["since"],
                       lists["short"], lists["parts"], row.get("topic", ""))  # fmt: skip
        for title in (one.title, *one.short):
            replaced[key_of(title)] = one
    most = max(len(key.split()) for key in (*years, *replaced))
    return Laws(years, replaced, most)
