"""What a second paper adds to a format that is there: what it lacks, and nothing else.

Two things are the same where their printed words are: two columns by their headings, two questions
by what they ask. Ids stay those of the format, which plans remember.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from importers.learning.names import id_of
from importers.learning.toml_text import Values
from importers.plan.headings import normalised

_NAMED_BY = ("heading", "text", "field", "word", "label", "title", "id")
"""By which of its keys a thing is known again, the first that it has."""
PARTS = ("plan", "report")
_FORM_PARTS = "parts"


def with_added(known: Values, drafted: Values, *, force: bool) -> Values:
    """Return a format with what a further paper of its council adds.

    With `force`, what that paper has is as it has it, under the ids that are known.
    """
    learned = list(known.get("learned", ()))
    made = dict(known)
    for part in PARTS:
        if part not in drafted.get("learned", ()):
            continue
        old, new = known.get(part, {}), drafted[part]
        if part not in learned:
            made[part] = new
        else:
            made[part] = _with_ids(new, old) if force else _with_more(old, new)
    if "form" in drafted.get("learned", ()):
        own = list(known["forms"]) if "form" in learned else []
        made["forms"] = list(dict.fromkeys((*own, *drafted["forms"])))
    made["learned"] = list(dict.fromkeys((*learned, *drafted.get("learned", ()))))
    return made


def with_added_to_form(known: Values, drafted: Values, *, force: bool) -> Values:
    """Return a form with what a further paper adds to it, as `with_added` does with a format."""
    if force:
        return {**_with_ids(drafted, known), "id": known["id"]}
    return {**known, _FORM_PARTS: _with_more(known[_FORM_PARTS], drafted[_FORM_PARTS])}


def is_same_form(known: Mapping[str, Any], drafted: Mapping[str, Any]) -> bool:
    """Return whether two forms have the same title."""
    return normalised(str(known.get("title", ""))) == normalised(str(drafted.get("title", "")))


def _name_of(one: Mapping[str, Any]) -> tuple[str, str, str]:
    """Return by what a thing is known again: what has but a title, by its kind as well."""
    key = next((name for name in _NAMED_BY if one.get(name)), "id")
    kind = str(one.get("kind", "")) if key == "title" else ""
    return key, normalised(str(one.get(key, ""))) or str(one.get(key, "")), kind


def _place_of(one: Mapping[str, Any], among: Sequence[Mapping[str, Any]], taken: set[int]) -> int:
    """Return where a thing stands among others that are not taken yet; -1 where it does not."""
    name = _name_of(one)
    places = (n for n, other in enumerate(among) if id(other) not in taken)
    return next((n for n in places if _name_of(among[n]) == name), -1)


def _is_list_of_things(value: object) -> bool:
    if not isinstance(value, Sequence) or isinstance(value, str):
        return False
    return bool(value) and all(isinstance(one, Mapping) for one in value)


def _with_more(old: Any, new: Any) -> Any:
    """Return what is known with what it lacks, each thing below the one that it stands below."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        more = {key: value for key, value in new.items() if key not in old}
        inner = {
            key: _with_more(value, new[key])
            for key, value in old.items()
            if key in new and (isinstance(value, Mapping) or _is_list_of_things(value))
        }
        lists = {key: value for key, value in more.items() if _is_list_of_things(value)}
        return {**old, **inner, **lists}
    if not (_is_list_of_things(old) and _is_list_of_things(new)):
        return old
    made = list(old)
    ids = {str(one["id"]) for one in old if "id" in one}
    at = 0
    taken: set[int] = set()
    for one in new:
        place = _place_of(one, made, taken)
        if place >= 0:
            made[place] = _with_more(made[place], one)
            taken.add(id(made[place]))
            at = place + 1
            continue
        if "id" in one:
            own = id_of(str(one["id"]), ids)
            ids.add(own)
            one = {**one, "id": own}  # noqa: PLW2901 - under an id that is free
        made.insert(at, one)
        taken.add(id(one))
        at += 1
    return made


def _with_ids(new: Any, old: Any) -> Any:
    """Return what is drafted anew, under the ids by which the same things are known."""
    if isinstance(new, Mapping) and isinstance(old, Mapping):
        return {key: _with_ids(value, old.get(key)) for key, value in new.items()}
    if not (_is_list_of_things(new) and _is_list_of_things(old)):
        return new
    taken: set[int] = set()
    kept = {str(one["id"]) for one in old if "id" in one}
    made: list[Values] = []
    used: set[str] = set()
    for one in new:
        place = _place_of(one, old, taken)
        known = old[place] if place >= 0 else {}
        taken |= {id(known)} if place >= 0 else set()
        inner = dict(_with_ids(one, known))
        if "id" in one:
            known_id = str(known.get("id", ""))
            is_free = bool(known_id) and known_id not in used
            inner["id"] = known_id if is_free else id_of(str(one["id"]), kept | used)
            used.add(inner["id"])
        made.append(inner)
    return made
