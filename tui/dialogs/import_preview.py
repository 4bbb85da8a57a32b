"""Show what was read from a Word file, and what was not understood, before a plan is made."""

import asyncio
from collections.abc import Callable, Iterator
from typing import ClassVar, TypeAlias

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from desk.errors import ImportRefusedError
from desk.importing import AIM_COLUMN, LEFT_OUT, WordPaper
from importers.account.account import Account
from importers.decisions import Case, DecisionKind, became, decided_in_words
from plan.council.format import ColumnField, Format
from plan.model.documents import GENERATED
from plan.model.outline import ActionOutline, AppendixOutline, PlanOutline, ReportOutline
from plan.papers.passage_tables import plain_rows
from plan.papers.report_sections import ReportSection, sections_of
from plan.text.line_breaks import counted, sentence_line
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.dialog import Dialog, ScrolledText
from tui.widgets.row_list import ListedRow

ReadLine: TypeAlias = Content | str

_MOST_SAMPLES = 3
_MOST_NOT_TAKEN = 500
"""Entries; a paper with more of them is gone through on the command line."""


_KEYS: dict[DecisionKind, str] = {
    "struck": "s",
    "comments": "m",
    "notes": "n",
    "colours": "o",
    "leads": "l",
}
"""The key that decides otherwise of all that a file has of a kind."""


class OneByOne(ChooseDialog):
    """Asks of which case the officer decides otherwise."""

    keys_in_words = "type: filter   ↑↓ and Enter: the other way   Esc: back"


class ImportPreview(Dialog[WordPaper]):
    """Shows a paper as it was read; the result is the paper if the officer accepts it.

    The officer can say what a column holds that was not understood, and decide what becomes of
    struck text and the like; the paper is then read again.
    """

    heading = "Read from Word"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", show=False),
        Binding("c", "column", show=False),
        *(Binding(key, f"decide('{kind}')", show=False) for kind, key in _KEYS.items()),
        Binding("d", "one_by_one", show=False),
    ]

    def __init__(self, paper: WordPaper) -> None:
        super().__init__()
        self._paper = paper

    def contents(self) -> ComposeResult:
        """Yield the summary, the remarks and an outline of the paper."""
        yield ScrolledText(self._lines())

    def on_mount(self) -> None:
        """Show the keys that apply to this paper."""
        self._name_keys()

    def _lines(self) -> list[ReadLine]:
        paper = self._paper
        lines: list[ReadLine] = []
        if paper.account.words:
            lines.append(Content.styled(f"{paper.account.sentence}.", "bold"))
        lines += [Content.styled(paper.summary, "bold"), ""]
        if paper.problem:
            lines += [
                paper.problem,
                "",
                Content.styled("Its columns (c says what one is):", "bold"),
            ]
            lines += [f"• {row.line}" for row in self._columns()]
        remarks = [remark for remark in paper.remarks if remark not in paper.listed]
        if remarks:
            lines.append(Content.styled("To look at:", "bold"))
            lines += [f"• {remark}" for remark in remarks]
        elif not (paper.problem or paper.account.shown):
            lines.append(Content.styled("Everything was understood.", "bold"))
        elif not paper.problem:
            lines.pop()  # what follows begins with a blank line of its own
        lines += _decided_lines(paper)
        lines += _not_taken_lines(paper.account)
        return [*lines, "", *outline_lines(paper.outline, paper.council)]

    def _name_keys(self) -> None:
        keys = [] if self._paper.problem else ["Enter: make this plan"]
        said = [f"{_KEYS[kind]}: {_KINDS[kind]}" for kind in self._kinds()]
        keys += [*said, "d: one by one"] if said else []
        keys += ["c: what a column is"] if self._columns() else []
        self.show_keys("   ".join((*keys, "Esc: leave it as it is")))

    def action_accept(self) -> None:
        """Close with the paper, unless no plan was found in it."""
        if not self._paper.problem:
            self.dismiss(self._paper)

    # Columns

    def _columns(self) -> list[ListedRow]:
        """Return the columns not understood, then those that the officer has explained."""
        labels = dict(self._fields())
        rows = [
            ListedRow(
                column.heading,
                f"“{column.heading}”: {column.cells} "
                f"cell{'s' * (column.cells != 1)}, such as {_quoted(column.samples)}",
            )
            for column in self._paper.unknown
        ]
        rows += [
            ListedRow(heading, f"“{heading}”: {labels[meaning or LEFT_OUT]}")
            for heading, meaning in self._paper.columns.items()
        ]
        return rows

    def _fields(self) -> list[tuple[str, str]]:
        plan = self._paper.council.plan
        printed = {column.field: column.label for column in plan.columns}
        fields = [
            *printed.items(),
            *((one.id, one.label) for one in plan.fields if one.id not in printed),
        ]
        return [*fields, (AIM_COLUMN, "The aim"), (LEFT_OUT, "Leave it out")]

    @work(exclusive=True)
    async def action_column(self) -> None:
        """Ask which column to explain and what it holds, and read the paper again."""
        rows = self._columns()
        if not rows:
            return
        heading: str | None = rows[0].id
        if len(rows) > 1:
            question = "Which column do you want to say something about?"
            heading = await self.app.push_screen_wait(ChooseDialog("Columns", question, rows))
        if heading is None:
            return
        likely = next((one.likely for one in self._paper.unknown if one.heading == heading), "")
        fields = [
            ListedRow(name, f"{label} (it looks like it)" if name == likely else label)
            for name, label in self._fields()
        ]
        about = next(row.line for row in rows if row.id == heading)
        question = f"{about}. What is it?"
        chosen = await self.app.push_screen_wait(ChooseDialog("A column", question, fields))
        if chosen is not None:
            meaning = None if chosen == LEFT_OUT else self._field(chosen)
            await self._read_again(lambda: self._paper.told(heading, meaning))

    # What is to be decided

    def _kinds(self) -> list[DecisionKind]:
        cases = {case.kind for case in self._paper.cases}
        return [kind for kind in _KEYS if kind in cases]

    @work(exclusive=True)
    async def action_decide(self, kind: DecisionKind) -> None:
        """Decide otherwise of everything of a kind, and read the paper again."""
        if kind in self._kinds():
            await self._read_again(lambda: self._paper.with_kind_changed(kind))

    @work(exclusive=True)
    async def action_one_by_one(self) -> None:
        """Ask case by case which is decided otherwise, until the officer goes back."""
        current = ""
        while self._paper.cases:
            rows = [ListedRow(_id_of(case), _case_line(case)) for case in self._paper.cases]
            question = "What becomes of each of these:"
            dialog = OneByOne("One by one", question, rows, current)
            chosen = await self.app.push_screen_wait(dialog)
            case = next((one for one in self._paper.cases if _id_of(one) == chosen), None)
            if case is None:
                return
            current = _id_of(case)
            await self._read_case_again(case)

    async def _read_case_again(self, case: Case) -> None:
        await self._read_again(lambda: self._paper.with_case_changed(case))

    async def _read_again(self, read: Callable[[], WordPaper]) -> None:
        try:
            self._paper = await asyncio.to_thread(read)
        except ImportRefusedError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.query_one(ScrolledText).show(self._lines())
        self._name_keys()

    def _field(self, name: str) -> ColumnField:
        plan = self._paper.council.plan
        printed = (column.field for column in plan.columns)
        fields = (AIM_COLUMN, *printed, *(one.id for one in plan.fields))
        return next(field for field in fields if field == name)


_KINDS: dict[DecisionKind, str] = {
    "struck": "struck text",
    "comments": "comments",
    "notes": "notes",
    "colours": "colours",
    "leads": "leads",
}


_ONE_OF: dict[DecisionKind, str] = {
    "struck": "Struck text",
    "comments": "Comment",
    "notes": "Note",
    "colours": "Colour",
    "leads": "Leads",
}


def _id_of(case: Case) -> str:
    return f"{case.kind} {case.number}"


def _case_line(case: Case) -> str:
    """Return what a case is, where it is, what becomes of it and what it says, in a line."""
    where = f" {case.place}" if case.place else ""
    said = f": “{sentence_line(case.text)}”" if case.text else ""
    return f"{_ONE_OF[case.kind]}{where}, {became(case)}{said}"


def _decided_lines(paper: WordPaper) -> Iterator[ReadLine]:
    """Yield what was decided of each kind, with the key that decides otherwise."""
    decided = list(decided_in_words(paper.cases))
    if not decided:
        return
    yield ""
    yield Content.styled("Decided so (d: one by one):", "bold")
    for one in decided:
        yield f"• {one.said} ({_KEYS[one.kind]} {one.would})."


def _not_taken_lines(account: Account) -> Iterator[ReadLine]:
    """Yield what was not taken: its place, every word of it, and what follows."""
    if not account.not_taken:
        return
    yield ""
    yield Content.styled("Not taken:", "bold")
    for one in account.not_taken[:_MOST_NOT_TAKEN]:
        yield f"• {one.kind.capitalize()} {one.place}:"
        for line in one.text.split("\n"):
            yield f"    {line}"
        yield _faint(one.means_by_key)
    more = len(account.not_taken) - _MOST_NOT_TAKEN
    if more > 0:
        yield f"• and {more:,} more: plandesk import FILE --account prints them all."


def _quoted(samples: tuple[str, ...]) -> str:
    return ", ".join(f"“{sample}”" for sample in samples[:_MOST_SAMPLES])


# The outline of the paper


def outline_lines(outline: PlanOutline, council: Format) -> list[ReadLine]:
    """Return what the paper holds, in a line or two each: report, plan, appendices, assessments."""
    parts = [
        list(_report_lines(outline.report, council)),
        list(_plan_lines(outline)),
        list(_appendix_lines(outline.report)),
        list(_assessment_lines(outline)),
    ]
    lines: list[ReadLine] = []
    for part in filter(None, parts):
        lines += ["", *part] if lines else part
    return lines


def _bold(text: str) -> Content:
    return Content.styled(text, "bold")


def _faint(text: str) -> Content:
    return Content.styled(f"    {text}", "dim")


def _report_lines(report: ReportOutline, council: Format) -> Iterator[ReadLine]:
    header = [(name, getattr(report, name)) for name in council.report.printed_fields]
    filled = [(council.report.labels[name], text) for name, text in header if text]  # type: ignore[index]
    if not filled and not report.passages:
        return
    yield _bold("The report")
    for label, text in filled:
        yield f"{label}: {text}"
    for section in sections_of(report, council.report, report.passages):
        yield from _section_lines(section, report)


def _section_lines(section: ReportSection, report: ReportOutline) -> Iterator[ReadLine]:
    passages = [passage for passage in report.passages if passage.section == section.id]
    count = f"{len(passages)} paragraph{'s' * (len(passages) != 1)}" if passages else "nothing"
    yield f"{section.number or ''} {section.heading}: {count}".lstrip()
    if passages:
        first = passages[0]
        words = plain_rows(first.text) if first.kind == "table" else first.text
        yield _faint(sentence_line(words))


def _plan_lines(outline: PlanOutline) -> Iterator[ReadLine]:
    cover = ", ".join(filter(None, (outline.title, outline.subtitle, outline.date)))
    if not outline.aims and not cover:
        return
    yield _bold(f"The plan: {cover or '(no cover lines)'}")
    for number, aim in enumerate(outline.aims, 1):
        yield ""
        yield _bold(f"{number} {aim.text}")
        for place, action in enumerate(aim.actions, 1):
            yield f"{number}.{place} {sentence_line(action.text)}"
            yield _faint(_facts(action))


def _facts(action: ActionOutline) -> str:
    leads = counted(len(action.leads), "lead")
    notes = counted(len(action.progress), "progress note")
    facts = (action.pages, action.timescale, leads, notes if action.progress else "")
    return " · ".join(filter(None, facts)).replace("\n", " ")


def _appendix_lines(report: ReportOutline) -> Iterator[ReadLine]:
    for number, appendix in enumerate(report.appendices, 1):
        yield _bold(f"Appendix {number}: {_said_of(appendix)}")


def _said_of(appendix: AppendixOutline) -> str:
    if appendix.kind == "plan":
        return "the plan"
    if appendix.kind == "file":
        return f"a file of its own, {appendix.file or 'not named'}"
    if appendix.kind in GENERATED:
        return f"“{GENERATED[appendix.kind].heading}”, drawn up from the plan"
    return appendix.title or sentence_line(appendix.text)


def _assessment_lines(outline: PlanOutline) -> Iterator[ReadLine]:
    for assessment in outline.assessments:
        count = len(assessment.answers)
        yield _bold(f"An equality impact assessment: {count} answer{'s' * (count != 1)}")
