"""Tells what a heading says, whichever the council: by lists, by its parts, by kinds of words."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Self, TypeAlias, get_args

from pydantic import RootModel, model_validator

from importers.plan.heading_kinds import (
    is_question,
    is_something_else,
    kinds_of_heading,
    without_period,
)
from importers.plan.meanings import Kind, KindName, Strength
from plan.council.format import ColumnField, parsed_part
from plan.council.format_part import Words
from plan.text.comparing import heading_key as heading_key  # noqa: PLC0414 - offered here too
from plan.text.comparing import normalised as normalised  # noqa: PLC0414

AIM: Literal["aim"] = "aim"
"""The column of what several actions serve; no format prints one."""
_WORD = re.compile(r"[^\W_]+|#")
_IN_BRACKETS = re.compile(r"[(\[]((?:by )?(?:who|when|how|what)\b[^)\]]*)[)\]]", re.IGNORECASE)
_LEAD_BEHIND = re.compile(r"(?P<action>[^()\[\]]+?)\s*[(\[](?P<lead>[^()\[\]]+)[)\]]")
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*")
_PARTS = re.compile(r"\s*[/&:;,|–—+]\s*|\s+-\s+|\s+(?:and|or|plus|with)\s+|\n", re.IGNORECASE)
_NEXT_STEPS = re.compile(
    r"(?<=\w)\s*(?:[/&,+]|\band\b|\s-)\s*(?:(?:any|key|further) )?next steps?$", re.IGNORECASE
)
"""What stands behind the progress in many headings and changes nothing in them."""
_ADJECTIVE = re.compile(r"planned|proposed|required|agreed|needed|completed?|done", re.IGNORECASE)
"""What is joined to another word of the same kind: "Action taken or planned"."""
LONGEST_HEADING = 120
"""Characters; a longer text is no heading."""
STATUS: Literal["status"] = "status"
"""What a column is called in the file of headings that holds a word beside the progress."""
SUB_ACTION: Literal["sub_action"] = "sub_action"
"""The column of what is done where an action to its left is what that serves."""
_PASSED_OVER = "passed_over"
"""Below which stand words that change nothing in a heading."""
NO_FIELDS = frozenset({STATUS, AIM, SUB_ACTION})
"""What a heading may say that is none of the fields that a format prints."""
if TYPE_CHECKING:
    _ListName: TypeAlias = str
else:
    _ListName = Literal[(*get_args(ColumnField), STATUS, AIM, SUB_ACTION, _PASSED_OVER)]


class Meaning(NamedTuple):
    """What a heading says: its kinds, the likeliest first; `joined` are two in one that differ.

    "Lead and timescale" has no kind: its cells are kept together, and the officer is asked.
    """

    kinds: tuple[Kind, ...] = ()
    joined: tuple[str, ...] = ()

    def field(self, *strengths: Strength) -> ColumnField | None:
        """Return the field that it says with one of the strengths, None for none."""
        for name, strength in self.kinds:
            if strength in strengths and name not in NO_FIELDS:
                return name
        return None

    def is_plainly(self, name: str) -> bool:
        """Return whether it says plainly that a column is that of the aim, a status and so on."""
        return any(kind == (name, "plain") for kind in self.kinds)


@cache
def spellings(heading: str) -> tuple[str, ...]:
    """Return the keys of a heading: as it is, without brackets, without words passed over."""
    bare = _BRACKETS.sub(" ", heading)
    kept = [word for word in _WORD.findall(bare) if word.casefold() not in _passed_over()]
    keys = (heading, bare, "".join(kept))
    return tuple(dict.fromkeys(filter(None, map(heading_key, keys))))


@lru_cache(maxsize=4096)
def meaning_of(heading: str) -> Meaning:
    """Return what a heading says, whichever the council.

    A heading that a list has word for word says what stands there; that of others is told by what
    its parts say ("Actions / Tasks"), where they agree, and by the kinds of its words.
    """
    if not heading or len(heading) > LONGEST_HEADING or "%" in heading:
        return Meaning()
    return _with_lead_in_brackets(heading) or _meaning_of_one(heading)


def _meaning_of_one(heading: str) -> Meaning:
    bare = without_period(heading)[0]
    kinds = kinds_of_heading(heading)
    for said in (heading, bare):
        exact = next(filter(None, (exact_words().get(key) for key in spellings(said))), None)
        if exact is not None and (exact[0].strength == "plain" or not _are_plain(kinds)):
            more = (kind for kind in kinds if kind.strength != "plain" and kind not in exact)
            return Meaning((*exact, *more))
    before = _NEXT_STEPS.sub("", heading)
    if before != heading and (meaning := meaning_of(before)).kinds:
        return meaning
    parts = [part for part in _PARTS.split(_BRACKETS.sub(" ", bare)) if part.strip()]
    joined = _joined(parts) if len(parts) > 1 else None
    if joined is None and not kinds and (inner := _IN_BRACKETS.search(heading)) is not None:
        return meaning_of(inner[1])
    is_one_question = _are_plain(kinds) and is_question(heading)
    if joined is None or (is_one_question and not joined.joined):
        return Meaning(kinds)
    return joined


def _with_lead_in_brackets(heading: str) -> Meaning | None:
    """Return what "Action (lead)" says: the actions, with who does each in brackets behind it."""
    match = _LEAD_BEHIND.fullmatch(heading)
    if match is None:
        return None
    names = [next(iter(meaning_of(one).kinds), None) for one in (match["action"], match["lead"])]
    is_so = names == [Kind("text", "plain"), Kind("leads", "plain")]
    return Meaning(joined=("text", "leads")) if is_so else None


@lru_cache(maxsize=4096)
def meaning_of_lines(lines: tuple[str, ...]) -> Meaning:
    """Return what the lines of a heading say together, else the first, which others explain."""
    joined = _joined(lines)
    first = meaning_of(lines[0])
    return joined if joined is not None and joined.kinds else first


def is_clear_by_itself(heading: str) -> bool:
    """Return whether a heading says something without that above it, if not what it is."""
    meaning = meaning_of(heading)
    return bool(_known_kinds(meaning) or meaning.joined) or is_something_else(heading)


def _are_plain(kinds: tuple[Kind, ...]) -> bool:
    return bool(kinds) and kinds[0].strength == "plain"


def _joined(parts: Sequence[str]) -> Meaning | None:
    """Return what parts of a heading say together, None where they say too little."""
    said = [(part, _known_kinds(meaning_of(part))) for part in parts]
    known = [kinds for _, kinds in said if kinds]
    others = [part for part, kinds in said if not kinds]
    if not known or len(others) > 1 or any(_ADJECTIVE.fullmatch(part) for part in others):
        return None
    names = tuple(dict.fromkeys(kinds[0].name for kinds in known))
    if any(map(is_something_else, others)):
        return Meaning(joined=names)
    agreed = {kind for kinds in known for kind in kinds[:1]}
    if len(names) == 1:
        strongest = min((kind.strength for kind in agreed), key=_STRENGTHS.index)
        alike = (kind for kinds in known for kind in kinds[1:] if kind.name != names[0])
        return Meaning((Kind(names[0], strongest), *dict.fromkeys(alike)))
    one = _one_of(frozenset(names), agreed)
    return Meaning(one) if one else Meaning(joined=names)


def _known_kinds(meaning: Meaning) -> tuple[Kind, ...]:
    return tuple(kind for kind in meaning.kinds if kind.strength != "asked")


def _one_of(names: frozenset[KindName], kinds: set[Kind]) -> tuple[Kind, ...]:
    """Return what two meanings that go together mean, nothing for others."""
    if Kind("success_criteria", "weak") in kinds:
        names -= {"success_criteria"} if "progress" in names else set()
    if Kind("timescale", "weak") in kinds and "success_criteria" in names:
        names -= {"timescale"}  # a target that is measured
    if Kind("text", "weak") in kinds and "timescale" in names:
        names -= {"text"}  # milestones
    names -= {"ref"}
    for pair, name in _TOGETHER.items():
        if names <= pair and name in names:
            return (Kind(name, "plain"),)
    if names == {AIM, "success_criteria"}:
        return (Kind(AIM, "plain"), Kind("success_criteria", "plain"))
    return ()


_STRENGTHS: tuple[Strength, ...] = ("plain", "weak", "last", "asked")
_TOGETHER: Mapping[frozenset[KindName], KindName] = {
    frozenset({"progress", STATUS}): "progress",
    frozenset({"text", AIM, SUB_ACTION}): "text",
    **{frozenset({name}): name for name in get_args(ColumnField)},
}
"""What two meanings in one heading are together: "Status and update" is the progress."""


@cache
def exact_words() -> Mapping[str, tuple[Kind, ...]]:
    """Return what each heading of the lists says, by its key."""
    found: dict[str, tuple[Kind, ...]] = {}
    lists: tuple[tuple[str, Strength], ...] = (
        ("column_words.toml", "plain"),
        ("weak_column_words.toml", "weak"),
    )
    for file, strength in lists:
        for name, headings in _words_in(file).items():
            for heading in headings if name != _PASSED_OVER else ():
                kind = Kind(name, strength)
                key = heading_key(heading)
                found[key] = (*found.get(key, ()), kind)
    return found


class _ColumnWords(RootModel[dict[_ListName, tuple[Words, ...]]]):
    """The headings of each column, whichever the council."""

    @model_validator(mode="after")
    def _each_means_one(self) -> Self:
        meant: dict[str, str] = {}
        for name, headings in self.root.items():
            for heading in headings:
                other = meant.setdefault(heading_key(heading), name)
                if other != name:
                    raise ValueError(f"“{heading}” stands below {other} and {name}")
        return self


def parsed_column_words(source: str, file_name: str) -> dict[str, tuple[str, ...]]:
    """Return the headings below the name of each column, from the TOML text `source`.

    Raises FormatError, naming `file_name`, the key and the reason.
    """
    return parsed_part(_ColumnWords, source, file_name).root


@cache
def _words_in(name: str) -> Mapping[str, tuple[Any, ...]]:
    """Return the headings in one of the files beside this module."""
    file = resources.files("importers.plan") / name
    return parsed_column_words(file.read_text(encoding="utf-8"), file.name)


@cache
def _passed_over() -> frozenset[str]:
    return frozenset(map(str.casefold, _words_in("column_words.toml").get(_PASSED_OVER, ())))
