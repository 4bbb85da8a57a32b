"""The register of a plan's names: leads, groups, indicators, statuses and acronyms.

Each with how often it stands in the plan and where. Leads, indicators and statuses are whole items
of their fields; groups and acronyms stand anywhere in a text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import chain
from typing import Literal, NamedTuple, TypeAlias, cast

from desk.session import PlanSession
from plan.changes.change import Change
from plan.changes.edits.names import rename
from plan.checks.actions.unfinished_checks import is_shouted
from plan.checks.facts.acronyms import CAPITAL_WORDS, full_name_in, initials_of
from plan.council.form import Form
from plan.council.format import Format
from plan.model.finding import Place
from plan.model.plan import Plan
from plan.papers.names import HeldNames, NameKind, as_name, name_kind
from plan.papers.plan_texts import PlanText, texts_of
from plan.text.line_breaks import counted, sentence_line
from plan.wording.place_words import place_in_words
from plan.wording.wording import Wording
from store.formats import usable_forms

Kind: TypeAlias = Literal["lead", "group", "indicator", "status", "acronym"]
WHOLE: tuple[Kind, ...] = ("lead", "indicator", "status")
"""The kinds of names that are whole items, which are renamed."""
KINDS: tuple[Kind, ...] = ("lead", "group", "indicator", "status", "acronym")
_HEAD = (
    r"(?:(?:Sub-?)?Group|(?:Sub-?)?Committee|Board|Team|Partnership|Forum|Network|Panel|Council|"
    r"Alliance|Consortium|Collaborative|Task ?[Ff]orce|Commission|Directorate|Department|Service|"
    r"Trust|Association|Federation|Inspectorate|Authority)"
)
_BEGINS = r"[A-Z][\w'’&]*+(?:-\w++)*+"
_GROUP = re.compile(
    rf"(?<![\w-])(?:{_BEGINS} (?:(?:and|&|for|it) )?){{1,8}}?{_HEAD}"
    rf"(?=(?: (?:and|&)(?: |$))|(?! [A-Z])(?![\w-]))"
)
_MAY_BE_GROUP = re.compile(_HEAD)
_ARTICLE = re.compile(r"^(?:The|A|An|Our|This|Each|Every|And|All|By) ")
_ACRONYM = re.compile(r"(?<![\w&.@-])(?:[A-Z]|&(?=[A-Z])){2,8}(?=s?(?![\w&@]))(?![/.-]?\d)")
_NUMERAL = re.compile(r"[IVXLCM]+")
_LIKE = 0.92
"""From this share of letters in common on, two names may be one name in two spellings."""
_BEFORE = 30
"""Characters to show before a name that stands far into a text."""


@dataclass(frozen=True)
class RegisteredName:
    """A name of the plan: how often it stands there, and where, each place once.

    `texts` are the texts at these places. `like` are names of its kind that may be the same in
    another spelling. `stands_for` is what an acronym stands for, as the officer has said or the
    paper writes beside it; empty where neither says it.
    """

    kind: Kind
    name: str
    count: int
    texts: tuple[PlanText, ...]
    stands_for: str = ""
    like: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        """Where it stands, in the order of the paper, as the checks name places."""
        return tuple({one.place.path: one.place for one in self.texts}.values())

    @property
    def in_words(self) -> str:
        """What it is and how often it stands in the plan: "a lead, 4 times"."""
        article = "an" if self.kind[0] in "aeiou" else "a"
        return f"{article} {self.kind}, {counted(self.count, 'time')}"


def register_now(session: PlanSession) -> tuple[RegisteredName, ...]:
    """Return the names of an open plan as it is now; an assessment whose form is spoilt has none.

    It takes up to a second for a very large plan.
    """
    forms = usable_forms(one.form for one in session.plan.assessments)
    return register_of(session.plan, session.council, forms)


def register_of(
    plan: Plan, council: Format, forms: Mapping[str, Form]
) -> tuple[RegisteredName, ...]:
    """Return the names of a plan, by kind, the commonest of each first.

    `forms` are those of its assessments, by id.
    """
    found: dict[tuple[Kind, str], list[PlanText]] = {}
    written: list[PlanText] = []
    for text in texts_of(plan, council, forms):
        written.append(text)
        for key in _named_in(text, name_kind(text, council)):
            found.setdefault(key, []).append(text)
    names = [_registered(*key, texts) for key, texts in found.items()]
    full = _full_names(plan, names, written)
    names = [
        replace(one, stands_for=full[one.name]) if one.kind == "acronym" else one for one in names
    ]
    names.sort(key=lambda one: (KINDS.index(one.kind), -one.count, one.name.casefold()))
    return tuple(_with_like(names))


def _registered(kind: Kind, name: str, texts: list[PlanText]) -> RegisteredName:
    once = {(one.place, one.part, one.key): one for one in texts}
    return RegisteredName(kind, name, len(texts), tuple(once.values()))


def _named_in(text: PlanText, kind: NameKind | None) -> Iterator[tuple[Kind, str]]:
    for line in text.text.split("\n"):
        if kind is not None and (name := as_name(line)):
            yield kind, name
        if kind in (None, "lead"):
            yield from (("group", name) for name in _groups_in(line))
        if kind is not None or not is_shouted(line):
            yield from (("acronym", name) for name in _acronyms_in(line))


def _groups_in(line: str) -> Iterator[str]:
    """Yield the groups that a line names: capitals that end in "Group", "Committee" and the like.

    One word alone is none, as it may be of any group.
    """
    if _MAY_BE_GROUP.search(line) is None:
        return
    for found in _GROUP.finditer(line):
        name = _ARTICLE.sub("", found[0])
        if " " in name:
            yield name


def _acronyms_in(line: str) -> Iterator[str]:
    """Yield the acronyms of a line, each as often as it stands there."""
    for match in _ACRONYM.finditer(line):
        if match[0] not in CAPITAL_WORDS and not _NUMERAL.fullmatch(match[0]):
            yield match[0]


def _full_names(
    plan: Plan, names: Sequence[RegisteredName], written: Iterable[PlanText]
) -> dict[str, str]:
    """Return what acronyms stand for: what the officer has said, else what the paper says.

    The paper says it in brackets beside it, or has a group of these initials.
    """
    beside = [line for one in written for line in one.text.split("\n") if "(" in line]
    groups = [(one.name, initials_of(one.name).split()) for one in names if one.kind == "group"]
    full = {}
    for name in (one.name for one in names if one.kind == "acronym"):
        said = (full_name_in(name, line) for line in beside)
        of_group = (group for group, initials in groups if name in initials)
        full[name] = plan.acronyms.get(name) or next(filter(None, chain(said, of_group)), "")
    return full


def _with_like(names: list[RegisteredName]) -> Iterator[RegisteredName]:
    spelt = {(one.kind, one.name): _spelling(one.name) for one in names}
    for one in names:
        if one.kind == "acronym":
            yield one
            continue
        others = (two for two in names if two.kind == one.kind and two.name != one.name)
        mine = spelt[one.kind, one.name]
        like = [two.name for two in others if _is_like(mine, spelt[two.kind, two.name])]
        yield replace(one, like=tuple(like)) if like else one


def _spelling(name: str) -> str:
    """Return a name without what two spellings of it differ in: case, points, "&", articles."""
    plain = re.sub("['’.]", "", name.casefold().replace("&", " and "))
    words = re.findall(r"\w+", plain)
    return " ".join(word for word in words if word not in ("the", "and"))


def _is_like(one: str, two: str) -> bool:
    """Return whether two spellings may be of one name; where figures differ they are not."""
    if one == two or sorted(one.split()) == sorted(two.split()):
        return True
    if re.findall(r"\d+", one) != re.findall(r"\d+", two):
        return False
    longer, shorter = max(len(one), len(two)), min(len(one), len(two))
    if longer - shorter > (1 - _LIKE) * 2 * longer:
        return False
    compared = SequenceMatcher(None, one, two, autojunk=False)
    return compared.quick_ratio() >= _LIKE and compared.ratio() >= _LIKE


class Use(NamedTuple):
    """A place where a name stands, and the line that shows it there."""

    place: Place
    line: str


def uses_of(plan: Plan, name: RegisteredName, wording: Wording) -> tuple[Use, ...]:
    """Return where a name stands, each place once, in the order of the paper.

    An action that has it as a whole item is shown by what it says; of any other text we show the
    words around the name.
    """
    once = {one.place.path: one for one in name.texts}
    return tuple(Use(one.place, _line_of(plan, name, one, wording)) for one in once.values())


def _line_of(plan: Plan, name: RegisteredName, text: PlanText, wording: Wording) -> str:
    action = plan.action_rows.get(text.row.id) or plan.action_rows.get(text.row.parent)
    if name.kind in WHOLE and action is not None:
        return f"{plan.refs_in_words(action.id)} {sentence_line(action.text)}"
    line = next((line for line in text.text.split("\n") if name.name in line), "")
    start = line.find(name.name)
    first = line.rfind(" ", 0, start - _BEFORE) + 1 if start > _BEFORE else 0
    excerpt = f"… {line[first:]}" if first else line
    return f"{place_in_words(plan, text.place, wording)}: {excerpt}"


def matching(names: Iterable[RegisteredName], typed: str) -> tuple[RegisteredName, ...]:
    """Return the names that say all typed words, or are of a kind called so; whole names first."""
    wanted = as_name(typed).casefold()
    words = wanted.split()
    found = [
        one
        for one in names
        if all(word in f"{one.kind} {one.name} {one.stands_for}".casefold() for word in words)
    ]
    if words:
        found.sort(key=lambda one: (one.name.casefold() != wanted, not _begins(one, wanted)))
    return tuple(found)


def _begins(one: RegisteredName, wanted: str) -> bool:
    return one.name.casefold().startswith(wanted)


def whole_named(names: Iterable[RegisteredName], name: str) -> list[RegisteredName]:
    """Return what a name is the whole of: a lead, an indicator, a status, or several of these."""
    wanted = as_name(name)
    return [one for one in names if one.kind in WHOLE and one.name == wanted]


def renamed(
    names: Iterable[RegisteredName], council: Format, old: str, new: str, kinds: Iterable[Kind]
) -> Change:
    """Return the change that gives a name of some `kinds` another wherever it is the whole item.

    `names` are the register of the plan as it is. Raises pydantic's ValidationError if `new` is too
    long.
    """
    of_it = [one for one in whole_named(names, old) if one.kind in kinds]
    held = (HeldNames(cast("NameKind", one.kind), text) for one in of_it for text in one.texts)
    return rename(held, council, old, new)


def rename_refused(names: Iterable[RegisteredName], old: str, new: str) -> str:
    """Return a sentence that says why a name cannot be given another, empty where it can be."""
    names = tuple(names)
    was = as_name(old)
    if not as_name(new):
        return f"A name needs words: nothing was given for “{was}”."
    if whole_named(names, was):
        return ""
    sentence = f"“{was}” is no lead, indicator or status of the plan."
    inside = next((one for one in names if one.name == was), None)
    if inside is not None:
        return (
            f"{sentence} It is {inside.in_words.replace(', ', ', and stands ')} in longer texts, "
            "which rename leaves alone: plandesk replace changes words in them."
        )
    spelt = _spelling(was)
    near = {one.name for one in names if one.kind in WHOLE and _is_like(spelt, _spelling(one.name))}
    if near:
        return f"{sentence} Is {' or '.join(f'“{name}”' for name in sorted(near))} meant?"
    return f"{sentence} plandesk register names them; plandesk replace changes words in texts."


def renamed_in_words(names: Iterable[RegisteredName], old: str, new: str) -> str:
    """Return what became of a name that was given another: where, and whether two became one."""
    names = tuple(names)
    of_it = whole_named(names, old)
    kinds = " and ".join(f"as {one.in_words}" for one in of_it)
    has = {(one.kind, one.name) for one in names}
    is_merged = any((one.kind, as_name(new)) in has for one in of_it)
    merged = " The two are one name now." if is_merged else ""
    return f"“{as_name(old)}” is “{as_name(new)}” now, {kinds}.{merged}"
