"""The panels of the report view: its outline, and the fields of the part under the cursor."""

from collections.abc import Mapping

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from desk.field_contents import FieldContent
from desk.report_contents import (
    APPENDICES,
    HEADER,
    SIGNATURE,
    new_passage,
    part_contents,
    part_of_section,
    parts_of,
    section_of_part,
)
from desk.session import PlanSession
from plan.changes.change import Change
from plan.council.report_format import ReportFormat
from plan.model.finding import Place
from plan.model.plan import Plan
from plan.model.rows import REPORT_ID
from tui.commands import REPORT, Where
from tui.views.fields_view import FieldsView
from tui.views.report.report_moving import AppendixMove, PassageMove
from tui.views.report.report_rows import guide_lines, outline_rows, part_title
from tui.widgets.field_panel import FieldPanel, FieldRow
from tui.widgets.guide import Guide
from tui.widgets.row_list import RowList

_NARROWEST, _WIDEST = 6, 18
"""Cells for the labels of a part."""


class ReportPanels(FieldsView):
    """The outline of the report and one part of it: what is shown, and where the officer is.

    `part` is the part of the report under the cursor of the outline.
    """

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session, id="report")
        self.part = HEADER
        self.panel: Where = "outline"
        self.lifted: PassageMove | AppendixMove | None = None
        self._row_of_last_time = ""
        self._shown_part = ""

    def compose(self) -> ComposeResult:
        """Yield the two panels."""
        yield RowList(id="outline")
        with FieldPanel(id="passages"):
            yield Guide(id="guide")

    def on_mount(self) -> None:
        """Show the report with the cursor where it was last."""
        self.outline.border_title = "Report"
        self.show()
        self.screen.set_focus(self.outline)
        if self.panel == "passages":
            self.go_to_row(self._row_of_last_time)

    @property
    def outline(self) -> RowList:
        """The list of the report's parts."""
        return self.query_one("#outline", RowList)

    @property
    def list_here(self) -> RowList:
        """The list that the cursor is in: there is one."""
        return self.outline

    @property
    def panels(self) -> tuple[Widget, ...]:
        """The outline, and the part under its cursor."""
        return (self.outline, self.fields)

    @property
    def report_format(self) -> ReportFormat:
        """How this council prints its reports."""
        return self.session.council.report

    @property
    def plan(self) -> Plan:
        """The plan as shown: with what is on the move where it would be put down."""
        if self.lifted is None:
            return self.session.plan
        from plan.changes.change import applied

        return applied(self.session.plan, self.lifted.change)

    @property
    def where(self) -> Where:
        """Which commands apply now."""
        if self.lifted is not None:
            return "moving"
        if self.fields.editor is not None:
            return "editing"
        return "passages" if isinstance(self.screen.focused, FieldRow) else "outline"

    @property
    def place(self) -> dict[str, str]:
        """Where the officer is."""
        field = self.field_here()
        return {"part": self.part, "panel": self.panel, "row": field.owner if field else ""}

    def return_to(self, place: Mapping[str, str]) -> None:
        """Be in the part, and on the passage, where the officer was."""
        part = place.get("part", HEADER)
        if part in parts_of(self.session.plan, self.report_format):
            self.part = part
            self.panel = "passages" if place.get("panel") == "passages" else "outline"
            self._row_of_last_time = place.get("row", "")

    @property
    def idle(self) -> frozenset[str]:
        """The commands that would do nothing in the outline, or on this field of the report."""
        idle = set() if section_of_part(self.part) or self.part == APPENDICES else {"add"}
        field = self.field_here() if self.where == "passages" else None
        if field is None:
            return frozenset({*idle, "move", "duplicate", "delete", "kind"})
        if field.owner not in self.plan.passage_rows:
            idle |= {"duplicate", "kind"}
            if field.owner not in self.plan.appendix_rows:
                idle |= {"move", *(() if field.owner else ("delete",))}
        return frozenset(idle)

    # What is shown

    def contents(self) -> tuple[FieldContent, ...]:
        """Return the fields of the part under the cursor."""
        return part_contents(self.plan, self.part, self.report_format)

    def field_here(self) -> FieldContent | None:
        """Return the field under the cursor of the right panel."""
        contents = self.contents()
        return contents[min(self.fields.current, len(contents) - 1)] if contents else None

    def show(self) -> None:
        """Show the report as it is now, with the cursor on the same part as far as it is there."""
        if self.part not in parts_of(self.plan, self.report_format):
            self.part = HEADER
        self.outline.show(outline_rows(self.plan, self.report_format), self.part)
        self.show_fields()
        self.tell_keys()

    def show_fields(self) -> None:
        """Show the fields of the part under the cursor, unless one of them is being edited."""
        if self.fields.editor is not None:
            return
        self.fields.border_title = Content(part_title(self.part, self.report_format))
        self.query_one(Guide).show(*guide_lines(self.plan, self.part, self.report_format))
        contents = self.contents()
        longest = max(len(field.label) for field in contents) + 2
        self.fields.label_width = min(max(longest, _NARROWEST), _WIDEST)
        self.fields.show(contents)
        if self.part != self._shown_part:
            self._shown_part = self.part
            self.fields.current = 0
            self.fields.scroll_home(animate=False)

    # Where the officer is

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the part that the cursor has come to."""
        event.stop()
        if self.lifted is None and self.outline.current:
            self.part = self.outline.current
            self.show_fields()
            self.tell_keys()

    def followed(self, event: events.DescendantFocus) -> None:
        """Note which panel the focus has come to."""
        self.panel = "outline" if event.widget is self.outline else "passages"
        for name in REPORT:
            self.set_class(name == self.panel, f"-at-{name}")

    def go_to_row(self, owner: str, key: str = "") -> None:
        """Put the cursor on the first field of a row, or on one of its fields, if it is there."""
        for place, field in enumerate(self.contents()):
            if field.owner == owner and key in ("", field.key):
                self.fields.go_to(place)
                return
        self.fields.go_to(self.fields.current)

    def begin_passage(self, section_id: str, place: int) -> None:
        """Begin a new passage at `place` of a section; nothing is kept if nothing is written."""
        if self.is_read_only():
            return
        field = new_passage(section_id, place, self.report_format)
        is_first = not self.plan.passages_of(section_id)
        self.show_fields()
        self.fields.edit(place, field, is_between=not is_first)
        self.post_message(self.Moved())

    def show_place(self, place: Place) -> None:
        """Put the cursor on a field, a paragraph, an appendix, or in a section."""
        owner, key = place.id, ""
        if place.table == "passages":
            self.part = part_of_section(self.plan.passage_rows[place.id].section)
        elif place.table == "appendices":
            self.part = APPENDICES
        elif place.field in self.report_format.fields:
            self.part = SIGNATURE if place.field in self.report_format.signature else HEADER
            key = place.field
        else:
            self.part, owner = part_of_section(place.field), ""
        self.show()
        self.call_after_refresh(self.go_to_row, owner, key)

    def show_change(self, change: Change) -> None:
        """Show the report after a change, with the cursor on what it has touched."""
        part, owner, key = _touched(change, self.report_format)
        self.part = part or self.part
        self.show()
        self.go_to_row(owner, key)


def _touched(change: Change, report_format: ReportFormat) -> tuple[str, str, str]:
    """Return the part, row and field that a change has touched, each empty where there is none."""
    rows = sorted(change.rows, key=lambda row: row.after is None)
    for row in rows:
        values = row.after or row.before or {}
        if row.table == "passages":
            return part_of_section(values["section"]), row.id, ""
        if row.table == "appendices" and (row.after is None or values["kind"] != "plan"):
            return APPENDICES, row.id, ""
    for row in rows:
        if row.table == "appendices":
            return APPENDICES, row.id, ""
        if row.table == "report" and row.after != row.before:
            before, after = row.before or {}, row.after or {}
            names = [name for name in report_format.fields if before.get(name) != after.get(name)]
            if names:
                part = SIGNATURE if names[0] in report_format.signature else HEADER
                return part, REPORT_ID, names[0]
    return "", "", ""
