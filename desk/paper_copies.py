"""The copies of a paper: the public one names nobody, the internal one says that it is internal."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, TypeAlias, TypeVar, cast

from desk.errors import ExportError
from plan.checks.still_known import still_there
from plan.council.form import Form
from plan.council.format import Format
from plan.council.format_part import FormatPart
from plan.model.finding import Place
from plan.model.plan import Plan
from plan.papers.blocks import INTERNAL, PUBLIC
from plan.papers.leaving_out import LeavingOut
from plan.papers.public_copy import PublicCopy, Taken, TakenKind, public_copy
from plan.text.line_breaks import counted
from plan.wording.place_words import place_in_words
from plan.wording.wording import Wording

CopyKind: TypeAlias = Literal["", "public", "internal"]
COPIES: Mapping[CopyKind, str] = {
    "": "as the format prints them",
    "public": "public: without contacts, remarks and comments",
    "internal": "internal: marked so on every page",
}
"""The copies that there are, each with what it is."""
_SHOWN = 40
"""Lines of what may still point to a person; a longer list is read by nobody."""
_AN_ID = re.compile(r"[a-z0-9-]+")
_KINDS: Mapping[TakenKind, tuple[str, ...]] = {
    "contact": ("text of a contact block", "texts of contact blocks"),
    "name": ("name",),
    "e-mail address": ("e-mail address", "e-mail addresses"),
    "telephone number": ("telephone number",),
    "remark": ("remark",),
    "comment": ("comment",),
}
"""What may be left out, in the officer's words: one, and several."""
PartT = TypeVar("PartT", bound=FormatPart)


def read_copy(typed: str) -> CopyKind:
    """Return the copy that was typed, empty for none. Raises ExportError where there is no such."""
    kind = typed.strip().casefold()
    if kind not in COPIES:
        raise ExportError(
            f"There is no copy “{typed.strip()}”: it is public or internal. Nothing was written."
        )
    return cast("CopyKind", kind)


@dataclass(frozen=True)
class PaperCopy:
    """A plan as one of its copies prints it, and how whatever is printed with it is cleaned.

    `forms` are those of its assessments, by id. What a public copy leaves out is told by `told`,
    which is for the screen: nothing that is written says it.
    """

    kind: CopyKind
    original: Plan
    council: Format
    forms: Mapping[str, Form]

    @cached_property
    def public(self) -> PublicCopy | None:
        """The public copy, None for any other."""
        if self.kind != "public":
            return None
        return public_copy(self.original, self.council, self.forms)

    @property
    def plan(self) -> Plan:
        """The plan that is printed."""
        return self.public.plan if self.public is not None else self.original

    @property
    def mark(self) -> str:
        """What is said at the top of each page."""
        return INTERNAL if self.kind == "internal" else ""

    @property
    def in_file_names(self) -> str:
        """What the names of its files say."""
        return {"": "", "public": PUBLIC, "internal": INTERNAL}[self.kind]

    def text(self, text: str) -> str:
        """Return a name, such as that of a file, as the copy has it."""
        return self.public.without_people(text) if self.public is not None else text

    def author(self, author: str) -> str:
        """Return the author in the properties: in a public copy a post or a body, and no person."""
        return author if self.public is None or self.public.may_be_author(author) else ""

    def part(self, part: PartT) -> PartT:
        """Return a format or a form with its own texts as the copy has them."""
        if self.public is None:
            return part
        return cast("PartT", _cleaned(part, LeavingOut(self.public.people)))

    def told(self) -> tuple[str, ...]:
        """Return what the officer is told of a public copy, a line each; nothing of others."""
        if self.public is None:
            return ()
        wording = Wording(self.council, dict(self.forms))
        return tuple(_told(self.original, self.public, wording, self))


def _told(plan: Plan, public: PublicCopy, wording: Wording, copy: PaperCopy) -> Iterator[str]:
    counts = Counter(one.kind for one in public.taken)
    said = [counted(counts[kind], *words) for kind, words in _KINDS.items() if counts[kind]]
    yield f"Public copy. Left out: {', '.join(said) or 'nothing, as there was nothing'}."
    yield from _left_out(plan, public.taken, wording)
    for person in public.signatories:
        yield f"“{person.in_words}” signs the report and stays in the signature."
    still = still_there(public, copy.council, copy.forms)
    if still:
        yield "This may still point to a person; look at each before you publish:"
        for one in still[:_SHOWN]:
            yield f"- “{one.words}” ({place_in_words(public.plan, one.place, wording)})"
        if len(still) > _SHOWN:
            yield f"- and {len(still) - _SHOWN:,} more"
    yield "Only this screen says what was left out; no file does."


def _left_out(plan: Plan, taken: Iterable[Taken], wording: Wording) -> Iterator[str]:
    """Yield what was left out of the texts, each words once with the places where it stood."""
    places: dict[tuple[TakenKind, str], list[str]] = {}
    for one in taken:
        if one.kind not in ("remark", "comment"):
            where = places.setdefault((one.kind, " / ".join(one.words.split("\n"))), [])
            where.append(_where(plan, one.place, wording))
    for (kind, words), where in places.items():
        times = Counter(where)
        said = "; ".join(
            place if count == 1 else f"{place}, {count} times" for place, count in times.items()
        )
        yield f"- {_KINDS[kind][0]} “{words}” ({said})"


def _where(plan: Plan, place: Place | None, wording: Wording) -> str:
    return place_in_words(plan, place, wording) if place is not None else "elsewhere in the plan"


def _cleaned(value: Any, out: LeavingOut) -> Any:
    """Return a part of a format, or what one holds, without what is left out."""
    if isinstance(value, FormatPart):
        changed = {}
        for name in type(value).model_fields:
            before = getattr(value, name)
            after = _cleaned(before, out)
            if after is not before:
                changed[name] = after
        return _with(value, changed) if changed else value
    if isinstance(value, tuple):
        items = tuple(_cleaned(one, out) for one in value)
        return items if any(a is not b for a, b in zip(items, value, strict=True)) else value
    if isinstance(value, str) and not _AN_ID.fullmatch(value):
        return out.line(value)
    return value


def _with(part: FormatPart, changed: dict[str, Any]) -> FormatPart:
    """Return a part with some fields changed, and nothing that was worked out from the old ones."""
    copied = part.model_copy(update=changed)
    for name in set(vars(copied)) - set(type(part).model_fields):
        del vars(copied)[name]
    return copied
