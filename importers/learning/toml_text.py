"""A format written as TOML that a person can read and change."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

Values: TypeAlias = dict[str, Any]
"""A format as in its file: keys, and lists of tables below them."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WIDEST = 100
_ON_LINES = frozenset({"options", "rows", "choices", "texts"})
"""Keys whose tables are small: each is written on a line."""


def toml_text(values: Mapping[str, Any]) -> str:
    """Return a format as the text of its file."""
    return "\n".join(_lines(values, ())).strip("\n") + "\n"


def _lines(table: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    """Yield the lines of a table: its plain keys first, then the tables in it."""
    for key, value in table.items():
        if not _is_table(key, value, path):
            yield f"{_key(key)} = {_value(value)}"
    for key, value in table.items():
        if not _is_table(key, value, path):
            continue
        inner = (*path, key)
        name = ".".join(map(_key, inner))
        if isinstance(value, Mapping):
            yield ""
            yield f"[{name}]"
            yield from _lines(value, inner)
        else:
            for one in value:
                yield ""
                yield f"[[{name}]]"
                yield from _lines(one, inner)


def _is_table(key: str, value: object, path: tuple[str, ...]) -> bool:
    """Return whether a value is printed below a heading of its own, and not on a line."""
    if isinstance(value, Mapping):
        return True
    if key in _ON_LINES or (key == "columns" and path[:1] == ("parts",)):
        return False
    if not isinstance(value, Sequence) or isinstance(value, str):
        return False
    return bool(value) and all(map(_is_mapping, value))


def _is_mapping(value: object) -> bool:
    return isinstance(value, Mapping)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return f"{value:g}"
    if isinstance(value, str):
        return _text(value)
    return _inner(value)


def _inner(value: object) -> str:
    """Return a small table, or a list, on a line if there is room for it."""
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_key(key)} = {_value(one)}" for key, one in value.items())
        return f"{{ {inner} }}"
    items = [_value(one) for one in value] if isinstance(value, Sequence) else []
    line = f"[{', '.join(items)}]"
    if len(line) <= _WIDEST:
        return line
    return "[\n" + "".join(f"    {one},\n" for one in items) + "]"


def _text(text: str) -> str:
    """Return a text in quotes; TOML's escapes are those of JSON, and DEL's besides."""
    if "\\" in text and "'" not in text and text.isprintable():
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
