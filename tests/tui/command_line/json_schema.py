"""Hold a value against a JSON Schema, as far as those in docs/json go.

A keyword that is not known here is an error, so that none is passed over. Stricter than the
standard in one thing: an object may have no key that its schema does not name.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

_SAY_NOTHING = {"$schema", "$id", "$defs", "version", "title", "description"}
_TYPES: dict[str, type] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
}


def problems(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "$") -> list[str]:
    """Return where a value is not as its schema says, empty if it is; `root` is the whole file."""
    found: list[str] = []
    for keyword, said in schema.items():
        if keyword not in _SAY_NOTHING:
            found += _HELD[keyword](value, said, schema, root, at)
    return found


def _ref(value: Any, said: str, _: Any, root: dict[str, Any], at: str) -> list[str]:
    return problems(value, root["$defs"][said.removeprefix("#/$defs/")], root, at)


def _any_of(value: Any, said: list[Any], _: Any, root: dict[str, Any], at: str) -> list[str]:
    each = [problems(value, one, root, at) for one in said]
    return [] if [] in each else [f"{at}: none of {len(said)}: {min(each, key=len)}"]


def _type(value: Any, said: str, *_: Any) -> list[str]:
    is_it = isinstance(value, _TYPES[said]) and not (said == "integer" and isinstance(value, bool))
    return [] if is_it else [f"{_[-1]}: no {said}: {value!r}"]


def _properties(value: Any, said: dict[str, Any], schema: Any, root: Any, at: str) -> list[str]:
    if not isinstance(value, dict):
        return []
    found = [f"{at}.{key}: not described" for key in value if key not in said]
    for key in value.keys() & said.keys():
        found += problems(value[key], said[key], root, f"{at}.{key}")
    return found


def _further(value: Any, said: dict[str, Any], schema: Any, root: Any, at: str) -> list[str]:
    assert "properties" not in schema
    return list(_each(((f".{key}", one) for key, one in value.items()), said, root, at))


def _items(value: Any, said: dict[str, Any], _: Any, root: Any, at: str) -> list[str]:
    if not isinstance(value, list):
        return []
    return list(_each(((f"[{place}]", one) for place, one in enumerate(value)), said, root, at))


def _each(named: Iterator[tuple[str, Any]], said: dict[str, Any], root: Any, at: str) -> Any:
    for name, one in named:
        yield from problems(one, said, root, f"{at}{name}")


def _required(value: Any, said: list[str], *_: Any) -> list[str]:
    has = value if isinstance(value, dict) else {}
    return [f"{_[-1]}: lacks {key}" for key in said if key not in has]


def _enum(value: Any, said: list[Any], *_: Any) -> list[str]:
    return [] if value in said else [f"{_[-1]}: {value!r} is none of {said}"]


def _pattern(value: Any, said: str, *_: Any) -> list[str]:
    return [] if re.search(said, value) else [f"{_[-1]}: {value!r} is not like {said}"]


def _minimum(value: Any, said: int, *_: Any) -> list[str]:
    return [] if value >= said else [f"{_[-1]}: {value} is less than {said}"]


_HELD: dict[str, Callable[..., list[str]]] = {
    "$ref": _ref,
    "anyOf": _any_of,
    "type": _type,
    "properties": _properties,
    "additionalProperties": _further,
    "items": _items,
    "required": _required,
    "enum": _enum,
    "pattern": _pattern,
    "minimum": _minimum,
}
