"""The base of the Report view: what is under the cursor, and the keys of a table's rows."""

from collections.abc import Mapping
from functools import partial

from textual import events
from textual.reactive import var

from desk.field_contents import FieldContent
from desk.report_contents import HEADER, offered_once, parts_of, section_of_part
from desk.table_contents import CAPTION, RowCell, TableCell, cell_of
from plan.changes import edits
from plan.changes.change import Change, RowChange, applied
from plan.changes.edits.placing import merged
from plan.council.report_format import ReportFormat
from plan.model.rows import Passage
from plan.papers.table_rows import TableChange, TableFullError
from plan.text.line_breaks import counted
from tui import dialogs, tasks
from tui.views.copying_view import CopyingView
from tui.views.moving import AppendixMove, PassageMove, TableRowMove


class TablesView(CopyingView):
    """A view of the report's parts, in whose sections an officer makes tables.

    A table is shown as its caption and its cells, so that each is a field like any other.
    """

    part: var[str] = var(HEADER, init=False)

    @property
    def stop(self) -> dict[str, str]:
        """The part under the cursor, and the field."""
        return {"part": self.part, "field": self.field_focused}

    def stop_near(self, stop: Mapping[str, str]) -> Mapping[str, str]:
        """Return a part where the officer was, or the header if that is gone."""
        is_there = stop["part"] in parts_of(self.plan, self.report_format)
        return stop if is_there else {"part": HEADER, "field": ""}

    def show_stop(self, stop: Mapping[str, str]) -> None:
        """Put the cursor on a part where the officer was, or on the row of it that it was on."""
        self.part = stop["part"]
        self.enter()
        if stop["field"] and not self.go_to_field(stop["field"]):
            self.fields.go_to(self.fields.current)

    @property
    def report_format(self) -> ReportFormat:
        """The format in which this council prints its reports."""
        return self.session.council.report

    def field_here(self) -> FieldContent | None:
        """Return the field under the cursor of the right panel, or None if it is empty."""
        contents = self.contents()
        return contents[min(self.fields.current, len(contents) - 1)] if contents else None

    def go_to_row(self, owner: str, key: str = "") -> None:
        """Put the cursor on the first field of a row, or on its field `key`, if there is one."""
        for place, field in enumerate(self.contents()):
            if field.owner == owner and key in ("", field.key):
                self.fields.go_to(place)
                return
        self.fields.go_to(self.fields.current)

    def edit_added(self, owner: str) -> None:
        """Open the first field of a row that was added."""
        owners = [content.owner for content in self.contents()]
        # Later: the app is about to focus the new row, which would end the edit.
        self.app.call_later(self.edit_field, owners.index(owner))

    @property
    def row_field(self) -> FieldContent | None:
        """The field under the cursor of the right panel, or None in the outline."""
        return self.field_here() if self.where == "passages" else None

    @property
    def passage(self) -> Passage | None:
        """The passage under the cursor of the right panel, or None."""
        field = self.row_field
        return self.plan.passage_rows.get(field.owner) if field else None

    def place_below(self) -> int:
        """Return the index below the passage under the cursor; in the outline, the last one."""
        passages = self.plan.passages_of(section_of_part(self.part))
        here = self.passage
        return passages.index(here) + 1 if here in passages else len(passages)

    def action_table(self) -> None:
        """Add a table below the cursor, and begin its caption."""
        section = section_of_part(self.part)
        if not section:
            self.say("Tables are added to a section: go to one first.")
            return
        change = edits.add_table(self.plan, section, self.place_below(), self.report_format)
        if self.make(change):
            self.app.call_later(self._edit_row, change.rows[-1].id, CAPTION)

    def action_picture(self) -> None:
        """Ask for a picture, and add it below the cursor."""
        section = section_of_part(self.part)
        if not section:
            self.say("Pictures are added to a section: go to one first.")
        elif not self.is_read_only():
            add = partial(self._add_picture, section, self.place_below())
            self.app.push_screen(dialogs.PictureDialog(self.session), add)

    def _add_picture(self, section: str, place: int, taken: edits.NewPicture | None) -> None:
        if taken is None:
            return
        change = edits.add_picture(self.plan, section, place, self.report_format, taken)
        if self.make(change):
            self.call_after_refresh(self.go_to_row, change.rows[-1].id)
            unsaid = "" if taken.alternative.strip() else " It has no alternative text yet."
            self.say(f"The picture is in.{unsaid} u takes it out again.")

    def _edit_row(self, owner: str, key: str) -> None:
        fields = [(content.owner, content.key) for content in self.contents()]
        if (owner, key) in fields:
            self.edit_field(fields.index((owner, key)))

    @property
    def cell(self) -> TableCell | None:
        """The cell of a table under the cursor, None anywhere else."""
        field = self.row_field
        return cell_of(field.key) if field is not None else None

    def change_table(self, how: TableChange) -> None:
        """Change the row or the column under the cursor, and go to the cell that is there then."""
        field, cell = self.row_field, self.cell
        if field is None or cell is None:
            self.say("Rows and columns are those of a table: go to one of its cells first.")
            return
        try:
            change, row, column = edits.change_table(
                self.plan, field.owner, how, cell.row, cell.column, self.report_format
            )
        except TableFullError as error:
            self.say(str(error))
            return
        if self.make(change):
            self.call_after_refresh(self.go_to_row, field.owner, TableCell(row, column).key)

    def action_take_all(self) -> None:
        """Put the wording that is offered into each empty section that has just one."""
        plan, rows = self.plan, list[RowChange]()
        offers = offered_once(plan, self.report_format)
        for section, text in offers.items():
            change = edits.add_passage(plan, section, 0, self.report_format, text=text)
            plan = applied(plan, change)
            rows += change.rows
        label = f"Take {counted(len(offers), 'wording')} on offer"
        if not offers:
            self.say("No wording is offered: that is so only for some empty sections.")
        elif self.make(Change(label=label, rows=merged(rows))):
            self.say(f"Taken into {counted(len(offers), 'section')}. u takes it out again.")

    def on_paste(self, event: events.Paste) -> None:
        """Put the cells of a table that the terminal pastes into that under the cursor."""
        if self.where == "passages" and self.cell is not None:
            event.stop()
            tasks.paste_cells(self, event.text, self.row_field)

    def action_put_down(self) -> None:
        """Put the lifted row down where it is shown; the cursor stays on a row of a table."""
        lifted = self.lifted
        super().action_put_down()
        if isinstance(lifted, TableRowMove):
            self.call_after_refresh(self.go_to_row, lifted.table_id, lifted.shown_at)

    # Rows of a table that the format declares

    @property
    def declared_row(self) -> RowCell | None:
        """The cell of a declared table under the cursor, None anywhere else."""
        field = self.row_field
        return field if isinstance(field, RowCell) else None

    def add_row(self, cell: RowCell) -> None:
        """Add an open row below that of the cell, and begin its first column."""
        table = self.report_format.table(cell.table)
        if table is None or table.is_fixed:
            self.say("The council's format says which rows this table has.")
            return
        ids = [one.id for one in self.plan.passages_of(table.id)]
        place = ids.index(cell.owner) + 1 if cell.owner in ids else 0
        change = edits.add_row(self.plan, table, place)
        if self.make(change):
            added = change.rows[-1].id
            key = f"{table.id}.{added}.{table.columns[0].id}"
            self.app.call_later(self._edit_row, added, key)

    def action_column_add(self) -> None:
        """Add a column to the right of the cell under the cursor."""
        self.change_table("add-column")

    def action_column_delete(self) -> None:
        """Delete the column of the cell under the cursor."""
        self.change_table("delete-column")

    def action_column_left(self) -> None:
        """Move the column of the cell under the cursor to the left."""
        self.change_table("column-left")

    def action_column_right(self) -> None:
        """Move the column of the cell under the cursor to the right."""
        self.change_table("column-right")

    def lift(self, row_id: str) -> PassageMove | AppendixMove | TableRowMove | None:
        """Return a move of a passage, an appendix or a row from where it is, None for the rest."""
        plan = self.session.plan
        if "/" in row_id:
            return TableRowMove.of(plan, row_id, self.report_format)
        passage = plan.passage_rows.get(row_id)
        if passage is not None and not passage.row_id:
            return PassageMove.of(plan, row_id, self.report_format)
        return AppendixMove.of(plan, row_id) if row_id in plan.appendix_rows else None
