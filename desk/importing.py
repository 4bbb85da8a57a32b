"""Import a Word file as a plan: read it, show it, and only then make the plan."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from desk.council import council_format
from desk.errors import ImportRefusedError
from desk.today import today_in_words
from importers.account.account import NO_ACCOUNT, Account
from importers.decisions import (
    CHOICES,
    NOTHING_DECIDED,
    Case,
    DecisionKind,
    Decisions,
    other,
)
from importers.errors import NoPlanFoundError, UnreadableError
from importers.plan.headings import AIM
from importers.plan.unknown_columns import UnknownColumn
from plan.changes.change import applied
from plan.changes.edits.names import say_what_it_stands_for
from plan.changes.edits.reasons import keep_key, keep_unread
from plan.council.form import Form
from plan.council.format import ColumnField, Format, FormatError
from plan.council.framework import NONE, Framework, fitting_framework, framework_named
from plan.model.outline import PlanOutline, built_plan
from plan.model.plan import Plan
from plan.reading.status_key import key_in_words
from store.formats import form_for
from store.settings import load_settings

if TYPE_CHECKING:
    from importers.paper import PaperReading

ColumnMeanings: TypeAlias = Mapping[str, ColumnField | None]
"""What columns hold, by their headings as printed; None leaves a column out."""

LEFT_OUT = "out"
"""What is typed in the place of a field for a column that is to be left out."""

AIM_COLUMN: ColumnField = AIM
"""What is typed in the place of a field for the column of what several actions serve."""

_NOTHING_SAID: ColumnMeanings = MappingProxyType({})


@dataclass(frozen=True)
class WordPaper:
    """A paper as it was read from a Word file, with what the officer should look at.

    `unknown` are the columns that were not understood, `columns` what the officer has said of
    others. `problem` says why nothing can be made of the paper so far, empty where it can.
    `account` says where each word of the file went; `listed` are the remarks that say no more than
    it does. `cases` are the places that the officer may decide about, in the way of `decisions` so
    far. `status_key` is the paper's own key of statuses, `abbreviations` what its lines explain,
    `unread` what of the header and the forms was not read, as a `PaperReading` has it.
    """

    source: Path
    council: Format
    outline: PlanOutline
    summary: str
    remarks: tuple[str, ...] = ()
    unknown: tuple[UnknownColumn, ...] = ()
    columns: ColumnMeanings = field(default_factory=lambda: _NOTHING_SAID)
    problem: str = ""
    account: Account = NO_ACCOUNT
    listed: frozenset[str] = frozenset()
    cases: tuple[Case, ...] = ()
    decisions: Decisions = NOTHING_DECIDED
    status_key: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    abbreviations: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    unread: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    pictures: Mapping[str, bytes] = field(default_factory=dict, compare=False, repr=False)
    """What the pictures of its report hold: they are kept beside the plan once that is made."""

    def made(self) -> Plan:
        """Return the plan, every row new."""
        plan = built_plan(self.outline, self.council.id)
        if framework := _framework_of(self.outline, self.council):
            cover = plan.cover.model_copy(update={"framework": framework.id})
            plan = replace(plan, cover=cover)
        if self.status_key:
            plan = applied(plan, keep_key(plan, self.status_key, given_on=today_in_words()))
        for part, lines in self.unread.items():
            rows = plan.assessments
            kept = rows[int(part)].id if part.isdecimal() and int(part) < len(rows) else part
            plan = applied(plan, keep_unread(plan, kept, lines, given_on=today_in_words()))
        for acronym, name in _wanted_in(plan, self.abbreviations).items():
            said = say_what_it_stands_for(plan, acronym, name, given_on=today_in_words())
            plan = applied(plan, said)
        if not any(comment.is_resolved for comment in self.outline.comments):
            return plan
        # The checks are loaded for the first paper that needs an answer, not with the desk.
        from desk.resolved_comments import with_resolved_answered  # noqa: PLC0415

        forms = {one.form: form_for(one.form) for one in self.outline.assessments}
        return with_resolved_answered(plan, self.outline, self.council, forms)

    def told(self, heading: str, meaning: ColumnField | None) -> "WordPaper":
        """Return the paper read again, now that the officer has said what a column holds.

        Raises ImportRefusedError where the file is not there any more.
        """
        columns = {**self.columns, heading: meaning}
        return read_word_paper(self.source, columns, self.decisions)

    def with_kind_changed(self, kind: DecisionKind) -> "WordPaper":
        """Return the paper read again with all cases of a kind decided the other way.

        Where some are decided one way and some the other, all are as none is by default. Raises
        ImportRefusedError where the file is not there any more.
        """
        chosen = {case.choice for case in self.cases if case.kind == kind}
        first, second = CHOICES[kind]
        return self.decided(self.decisions.with_kind(kind, second if first in chosen else first))

    def with_case_changed(self, case: Case) -> "WordPaper":
        """Return the paper read again with one case decided the other way.

        Raises ImportRefusedError where the file is not there any more.
        """
        choice = other(case.kind, case.choice)
        return self.decided(self.decisions.with_case(case.kind, case.number, choice))

    def decided(self, decisions: Decisions) -> "WordPaper":
        """Return the paper read again, now that the officer has decided otherwise.

        Raises ImportRefusedError where the file is not there any more.
        """
        return read_word_paper(self.source, self.columns, decisions)


def read_word_paper(
    path: Path,
    columns: ColumnMeanings = _NOTHING_SAID,
    decisions: Decisions = NOTHING_DECIDED,
) -> WordPaper:
    """Return what a Word file holds, read in the words of the council's format in the settings.

    Raises ImportRefusedError.
    """
    # The reader of Word files is loaded for the first of them, not with the desk's commands.
    from importers.paper import read_with_account  # noqa: PLC0415

    try:
        council, forms = _council_and_forms()
        reading = read_with_account(path, council, forms, columns, decisions)
    except NoPlanFoundError as error:
        if not error.columns and not columns:
            raise ImportRefusedError(str(error)) from error
        return _nothing_yet(path, council, error, columns, decisions)
    except UnreadableError as error:
        raise ImportRefusedError(str(error)) from error
    except FormatError as error:
        raise _unusable_format(path, error) from error
    said = _remarks(reading, council)
    return WordPaper(
        path,
        council,
        reading.outline,
        f"{path.name}: {reading.summary}.",
        tuple(said),
        reading.unknown_columns,
        columns,
        account=reading.account,
        listed=frozenset(text for text, is_listed in said.items() if is_listed),
        cases=reading.cases,
        decisions=decisions,
        status_key=reading.status_key,
        abbreviations=reading.abbreviations,
        unread=reading.unread,
        pictures=reading.pictures,
    )


def _nothing_yet(
    path: Path,
    council: Format,
    error: NoPlanFoundError,
    columns: ColumnMeanings,
    decisions: Decisions,
) -> WordPaper:
    """Return a paper of which nothing can be made before the officer says what a column holds."""
    return WordPaper(
        path,
        council,
        PlanOutline(),
        f"{path.name}: nothing of a committee paper yet.",
        unknown=error.columns,
        columns=columns,
        problem=str(error),
        decisions=decisions,
    )


def _remarks(reading: "PaperReading", council: Format) -> dict[str, bool]:
    """Return what is said of a paper that was read, each with whether its account says it too."""
    said = {
        f"{remark.place}: {remark.text}" if remark.place else remark.text: remark.is_listed
        for remark in reading.remarks
    }
    if framework := _framework_of(reading.outline, council):
        said[
            f"Its quality indicators are those of “{framework.name}”, so that the plan follows it: "
            "the cover says so, and can say otherwise."
        ] = False
    if reading.status_key:
        said[f"Its key says what a status means: {key_in_words(reading.status_key)}."] = False
    return said


def _wanted_in(plan: Plan, explained: Mapping[str, str]) -> dict[str, str]:
    """Return the abbreviations that stand in an action and are explained in no other text of it."""
    if not explained:
        return {}
    actions = [" ".join((one.text, *one.leads, *one.success_criteria)) for one in plan.actions]
    told = " ".join((*actions, *(note.text for note in plan.note_rows.values())))
    kept = [plan.cover.introduction, *(one.text for one in plan.passage_rows.values())]
    names = set(re.findall(r"[A-Za-z&]+", told))
    return {
        name: full
        for name, full in explained.items()
        if {name, f"{name}s"} & names and not any(name in text and full in text for text in kept)
    }


def _framework_of(outline: PlanOutline, council: Format) -> Framework | None:
    """Return the framework whose indicators a plan names, if it is not the council's usual one."""
    usual = council.plan.framework
    if usual == NONE:
        return None
    names = [one for aim in outline.aims for action in aim.actions for one in action.indicators]
    if not names:
        return None
    own = council.own_frameworks
    known = next((one for one in own if one.id == usual), None) or framework_named(usual)
    return fitting_framework(names, known, f"{outline.title} {outline.subtitle}", own)


def account_of_word_file(
    path: Path,
    columns: ColumnMeanings = _NOTHING_SAID,
    decisions: Decisions = NOTHING_DECIDED,
) -> Account:
    """Return where each word of a Word file would go; nothing is made of it.

    Raises ImportRefusedError where it cannot be read.
    """
    # As above: loaded for the first Word file.
    from importers.paper import account_of_file  # noqa: PLC0415

    try:
        return account_of_file(path, *_council_and_forms(), columns, decisions)
    except UnreadableError as error:
        raise ImportRefusedError(str(error)) from error
    except FormatError as error:
        raise _unusable_format(path, error) from error


def _council_and_forms() -> tuple[Format, list[Form]]:
    council = council_format(load_settings()[0])
    return council, [form_for(form_id) for form_id in council.forms]


def _unusable_format(path: Path, error: FormatError) -> ImportRefusedError:
    return ImportRefusedError(
        f"{path.name} was not read: the council's format cannot be used. {error}"
    )


def column_meaning(typed: str, council: Format) -> tuple[str, ColumnField | None]:
    """Return the heading and the meaning in what was typed as "Heading=field".

    Raises ValueError, in a sentence, where it is not that or the field is none of the format's.
    """
    heading, sign, name = (part.strip() for part in typed.rpartition("="))
    if not sign or not heading:
        raise ValueError(f"“{typed}” is not of the form Heading=field")
    if name == LEFT_OUT:
        return heading, None
    fields = (
        *(one.field for one in council.plan.columns),
        *(one.id for one in council.plan.fields),
    )
    known: dict[str, ColumnField] = {name: name for name in fields}
    known[AIM_COLUMN] = AIM_COLUMN
    if name not in known:
        raise ValueError(f"there is no field “{name}”; it can be: {', '.join((*known, LEFT_OUT))}")
    return heading, known[name]
