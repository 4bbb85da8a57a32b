"""The Report view: the report's outline, and the part under its cursor, to be edited."""

from collections.abc import Mapping
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.getters import query_one
from textual.widget import Widget
from textual.widgets import OptionList

from desk.field_contents import OWN_CELL, FieldContent
from desk.follow_up_contents import (
    CONSULTED,
    PART_OF_TABLE,
    added_follow_up,
    edited_follow_up,
    follow_up_row,
    removed_follow_up,
    seen_today,
)
from desk.report_contents import (
    APPENDICES,
    HEADER,
    KIND_NAMES,
    OFFERED,
    SIGNATURE,
    UNTYPED,
    NewPassage,
    edited_report,
    kinds_in,
    new_passage,
    part_contents,
    part_of_section,
    part_with,
    parts_of,
    section_of_part,
)
from desk.session import PlanSession
from desk.table_contents import CAPTION, RowCell, cell_of, plain_table
from plan.changes import edits
from plan.changes.change import Change
from plan.model.documents import GENERATED
from plan.model.fields import AppendixKind
from plan.model.finding import Place
from plan.model.rows import Passage
from plan.papers.markdown import plain_of
from tui.commands import REPORT, Where
from tui.dialogs.appendix_kind import AppendixKindDialog
from tui.keys.bindings import bindings_at
from tui.views.moving import AppendixMove, Lifted, PassageMove, TableRowMove
from tui.views.own_values import choose_value
from tui.views.report.outline import guide_lines, outline_rows, part_title, touched
from tui.views.tables_view import TablesView
from tui.widgets.field_panel import FieldPanel, FieldRow
from tui.widgets.guide import Guide
from tui.widgets.row_list import RowList

_NARROWEST, _WIDEST = 6, 18
"""Least and greatest width of the labels of a part, in cells."""


class ReportView(TablesView):
    """The committee report of a plan.

    `part` is the part of the report under the cursor of the outline.
    """

    SCOPED_CSS = False
    DEFAULT_CSS = """
    ReportView {
        #outline { width: 3fr; max-width: 44; }
        #passages { width: 7fr; }
    }
    .-narrow ReportView {
        #outline { max-width: 100%; }
        &.-at-outline #outline, &.-at-passages #passages { display: block; }
    }
    """
    BINDINGS = bindings_at(*REPORT, "moving", "jumping")

    outline = query_one("#outline", RowList)

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session, id="report")
        self._last_panel = "outline"
        self._last_row = ""
        self._shown_part = ""
        self._copied: Passage | None = None
        self._copied_words = ""

    def compose(self) -> ComposeResult:
        """Yield the two panels."""
        yield RowList(id="outline")
        with FieldPanel(id="passages"):
            yield Guide(id="guide")

    def on_mount(self) -> None:
        """Show the report with the cursor where it was."""
        self.outline.border_title = "Report"
        self.show()
        self.screen.set_focus(self.outline)
        if self._last_panel == "passages":
            self.go_to_row(self._last_row)

    @property
    def list_here(self) -> RowList:
        """The outline, the only list."""
        return self.outline

    @property
    def panels(self) -> tuple[Widget, ...]:
        """The outline, and the part under its cursor."""
        return (self.outline, self.fields)

    def where_is(self, focused: Widget | None) -> Where:
        """Return which panel has the focus."""
        return "passages" if isinstance(focused, FieldRow) else "outline"

    @property
    def place(self) -> dict[str, str]:
        """The part, the panel and the row where the officer is."""
        field = self.field_here()
        return {
            "part": self.part,
            "panel": self.at or self._last_panel,
            "row": field.owner if field else "",
        }

    def return_to(self, place: Mapping[str, str]) -> None:
        """Go back to the part and the row where the officer was."""
        part = place.get("part", HEADER)
        if part in parts_of(self.session.plan, self.report_format):
            self.set_reactive(ReportView.part, part)
            self._last_panel = place.get("panel", "outline")
            self._last_row = place.get("row", "")

    @property
    def idle(self) -> frozenset[str]:
        """The ids of the commands that would do nothing in the outline or on this field."""
        idle = {"add"} if self.part in (HEADER, SIGNATURE) else set()
        field = self.field_here() if self.where == "passages" else None
        if not section_of_part(self.part):
            idle |= {"table", "picture"}
        if field is None or cell_of(field.key) is None:
            idle |= {"column-add", "column-delete", "column-left", "column-right"}
        if field is None:
            return frozenset({*idle, "move", "duplicate", "delete", "kind"})
        if isinstance(field, RowCell):
            idle -= {"add"} if field.is_open else set()
            idle |= {"kind"} if field.is_open and field.owner else {"kind", "move", "duplicate"}
            return frozenset(idle if field.is_open else idle | {"add"})
        if field.owner not in self.plan.passage_rows:
            idle |= {"duplicate", "kind"}
            if field.owner not in self.plan.appendix_rows:
                idle |= {"move", *(() if field.owner else ("delete",))}
        return frozenset(idle)

    # What is shown

    def contents(self) -> tuple[FieldContent, ...]:
        """Return the fields of the part under the cursor."""
        return part_contents(self.plan, self.part, self.report_format)

    def show(self) -> None:
        """Show the report as it is now, with the cursor on the same part if it still exists."""
        if self.part not in parts_of(self.plan, self.report_format):
            self.set_reactive(ReportView.part, HEADER)
        self.show_keyed(self.outline, outline_rows(self.plan, self.report_format), self.part)
        self.show_fields()
        self.update_keys()

    def watch_part(self, part: str) -> None:
        """Show the part under the cursor."""
        if part == self.outline.current:
            self.show_fields()
            self.update_keys()
        else:
            self.show()

    def watch_lifted(self, before: Lifted | None, lifted: Lifted | None) -> None:
        """Show the lifted row where it would be put down, or where it was before."""
        self.fields.is_moving = lifted is not None
        shown = lifted or (self.lift(before.row_id) if before is not None else None)
        if isinstance(shown, PassageMove | AppendixMove):
            self.set_reactive(ReportView.part, shown.part)
            self.show()
            self.go_to_row(shown.row_id)
        elif isinstance(shown, TableRowMove):
            self.show()
            self.go_to_row(shown.table_id, shown.shown_at)
        self.update_keys()

    def show_fields(self) -> None:
        """Show the fields of the part under the cursor, unless one of them is being edited."""
        if self.fields.editor is not None:
            return
        self.fields.border_title = Content(part_title(self.plan, self.part, self.report_format))
        self.query_one(Guide).show(*guide_lines(self.plan, self.part, self.report_format))
        contents = self.contents()
        self.fields.show_fitted(contents, _NARROWEST, _WIDEST)
        if self.part != self._shown_part:
            self._shown_part = self.part
            self.fields.go_to_top()

    # Where the officer is

    @on(OptionList.OptionHighlighted, "#outline")
    def follow_to_part(self, event: OptionList.OptionHighlighted) -> None:
        """Show the part under the cursor."""
        event.stop()
        if self.lifted is None and self.outline.current:
            self.part = self.outline.current

    def follow_focus(self, event: events.DescendantFocus) -> None:
        """Note which panel has the focus now."""
        self.at = "outline" if event.widget is self.outline else "passages"

    def action_go_in(self) -> None:
        """Go to the panel on the right."""
        self.fields.go_to(self.fields.current)

    def action_go_back(self) -> None:
        """Go to the outline."""
        self.outline.focus()

    def show_place(self, place: Place) -> None:
        """Put the cursor on a field, a passage or an appendix, or on the first row of a section."""
        owner, key = place.id, ""
        table = self.report_format.table(place.field)
        if place.table == "passages":
            self.part = part_with(self.plan.passage_rows[place.id].section, self.report_format)
        elif table is not None:
            self.part = part_with(table.id, self.report_format)
        elif place.table == "appendices":
            self.part = APPENDICES
        elif place.table in PART_OF_TABLE:
            self.part, key = PART_OF_TABLE[place.table], place.field
        elif place.field.startswith(OWN_CELL):
            self.part, key = HEADER, place.field
        elif place.field in self.report_format.printed_fields:
            self.part = SIGNATURE if place.field in self.report_format.signed_fields else HEADER
            key = place.field
        else:
            self.part, owner = part_of_section(place.field), ""
        self.call_after_refresh(self.go_to_row, owner, key)

    def show_change(self, change: Change) -> None:
        """Show the report after a change, with the cursor on what it changed."""
        part, owner, key = touched(change, self.report_format)
        self.set_reactive(ReportView.part, part or self.part)
        self.show()
        here = self.field_here()
        if key or here is None or here.owner != owner:
            self.go_to_row(owner, key)
        else:
            self.fields.go_to(self.fields.current)

    # Editing

    def change_of(self, field: FieldContent, typed: str) -> Change:
        """Return the change that puts what was typed into a field."""
        plan, report_format = self.session.plan, self.report_format
        row = follow_up_row(plan, report_format, field.owner)
        if row is not None:
            return edited_follow_up(plan, row, field, typed)
        return edited_report(plan, field, typed, report_format)

    def action_edit(self) -> None:
        """Edit the field under the cursor, or in the outline the first field of the part."""
        is_inside = self.where == "passages"
        field = self.field_here() if is_inside else self.contents()[0]
        if field is None:
            return
        if field.key == OFFERED and not is_inside:
            self.fields.go_to(0)
        else:
            self.edit_field(self.fields.current if is_inside else 0)

    def choose_value(self, place: int, field: FieldContent) -> None:
        """Ask which of its options stands in the field at `place`."""
        choose_value(self, place, field)

    def begin(self, place: int, field: FieldContent) -> None:
        """Edit a field, or take an offered wording, or begin the first passage of a section."""
        match field.key:
            case "offered":
                self._take(field)
            case "new-row" if isinstance(field, RowCell):
                self.add_row(field)
            case "fixed-rows":
                self.fields.go_to(place)
                self.say("The council's format says which rows this table has: they are below.")
            case "empty":
                self.begin_passage(section_of_part(self.part), 0)
            case "plan":
                self.fields.go_to(place)
                self.say("The plan is written in the plan's own view: 1 goes there.")
            case "generated":
                self.fields.go_to(place)
                self.say("It is drawn up from the plan whenever it is printed: 6 shows it.")
            case _:
                super().begin(place, field)

    def edit_field(self, place: int) -> None:
        """Edit the field at `place`, or the next that can be edited; past the last, go back."""
        contents = self.contents()
        editing_on = self.fields.current != place
        while editing_on and place < len(contents) and contents[place].key in UNTYPED:
            place += 1
        super().edit_field(place)

    def leave_field(self, otherwise: str = "") -> bool:
        """End the edit of a field, and say so if a new passage was left empty."""
        editor = self.fields.editor
        if not super().leave_field(otherwise):
            return False
        if editor is not None and isinstance(editor.field, NewPassage) and not editor.text.strip():
            self.say("Nothing was written, so nothing was added.")
        return True

    def begin_passage(self, section_id: str, place: int) -> None:
        """Open an editor for a new passage at `place` of a section; an empty one is not added."""
        if self.is_read_only():
            return
        field = new_passage(self.plan, section_id, place, self.report_format)
        is_first = not self.plan.passages_of(section_id)
        self.show_fields()
        self.fields.edit(place, field, is_between=not is_first)
        self.update_keys()

    # What is under the cursor

    def action_add(self) -> None:
        """Begin a passage of the section's usual kind below the cursor, or add an appendix."""
        section = section_of_part(self.part)
        if self.cell is not None:
            self.change_table("add-row")
        elif (row := self.declared_row) is not None:
            self.add_row(row)
        elif self.part == APPENDICES:
            self._ask_for_appendix()
        elif self.part in PART_OF_TABLE.values():
            change = added_follow_up(self.plan, self.part)
            if self.make(change):
                self.edit_added(change.rows[-1].id)
        elif section:
            self.begin_passage(section, self.place_below())
        else:
            self.say("Paragraphs are added to a section: go to one first.")

    def _ask_for_appendix(self) -> None:
        if self.is_read_only():
            return
        listed = {one.kind for one in self.plan.appendices}
        self.app.push_screen(AppendixKindDialog(listed), self._add_appendix)

    def _add_appendix(self, kind: AppendixKind | None) -> None:
        if kind is None:
            return
        plan = self.plan
        field = self.row_field
        below = field.owner if field is not None else ""
        ids = [appendix.id for appendix in plan.appendices]
        place = ids.index(below) + 1 if below in ids else len(ids)
        change = edits.add_appendix(plan, place, kind)
        if not self.make(change):
            return
        if kind in GENERATED:
            self.say("It is drawn up from the plan whenever it is printed: 6 shows it.")
        elif kind != "plan":
            self.edit_added(change.rows[-1].id)

    def action_take(self) -> None:
        """Put the wording that is offered into the section."""
        offers = [field for field in self.contents() if field.key == OFFERED]
        here = self.field_here()
        if here is not None and self.part == CONSULTED and here.owner:
            self.make(seen_today(self.plan, self.report_format, here))
            return
        if here is not None and self.where == "passages" and here in offers:
            self._take(here)
        elif len(offers) == 1:
            self._take(offers[0])
        elif offers:
            self.fields.go_to(0)
            self.say(f"{len(offers)} wordings are offered: w takes the one under the cursor.")
        else:
            self.say("No wording is offered here: that is so only for some empty sections.")

    def _take(self, offer: FieldContent) -> None:
        """Add an offered wording to its empty section as an ordinary passage."""
        plan, report_format = self.plan, self.report_format
        section = section_of_part(self.part)
        if self.make(edits.add_passage(plan, section, 0, report_format, text=offer.typed)):
            self.say("Taken. Enter changes it, u takes it out again.")

    def action_duplicate(self) -> None:
        """Add a copy of the passage below it."""
        passage = self.passage
        if passage is None:
            self.say("Paragraphs are duplicated: go to one first, with →.")
        elif passage.row_id:
            self.say("The council's format says which rows this table has.")
        elif self.make(edits.duplicate_passage(self.plan, passage.id, self.report_format)):
            self.say("A copy is below. u takes it back.")

    def action_delete(self) -> None:
        """Delete the passage or appendix, or empty the field of the header or signature."""
        field, plan = self.row_field, self.plan
        if field is None:
            self.say("The council's format has these parts: → goes to what is in them.")
        elif self.cell is not None:
            self.change_table("delete-row")
        elif isinstance(field, RowCell) and not (field.is_open and field.owner):
            self._empty(field)
        elif field.owner in plan.passage_rows:
            self._delete(edits.delete_passage(plan, field.owner, self.report_format))
        elif field.owner in plan.appendix_rows:
            self._delete(edits.delete_appendix(plan, field.owner))
        elif (change := removed_follow_up(plan, self.report_format, field)) is not None:
            self._delete(change)
        elif field.owner:
            self._empty(field)

    def _delete(self, change: Change) -> None:
        if self.make(change):
            self.say_gone(f"{change.label}: done")

    def _empty(self, field: FieldContent) -> None:
        if self.make(self.change_of(field, "")):
            self.say_gone(f"{field.label} is empty now")

    def action_copy(self) -> None:
        """Copy the passage with its kind, the text of the field, or in the outline the section."""
        field = self.row_field
        if field is None:
            passages = self.plan.passages_of(section_of_part(self.part))
            words = "\n".join(plain_of(passage.text) for passage in passages)
        else:
            words = field.shown or field.typed
        self._copied, self._copied_words = self.passage, words
        if self.cell is not None or self.declared_row is not None:
            self._copied = None
        elif field is not None and field.key == CAPTION:
            self._copied_words = words = plain_table(self.plan.passage_rows[field.owner])
        self.copy_words(words)
        self.say("Copied. v pastes it." if words else "There is no text here to copy.")

    def action_paste(self) -> None:
        """Paste a passage or text below the cursor, or replace the text of a field."""
        words = self.words_copied
        section = section_of_part(self.part)
        field = self.row_field
        if not words:
            self.say("Nothing to paste here: c copies a paragraph or a field.")
        elif section and self.cell is None and self.declared_row is None:
            self._paste_passage(section, words)
        elif field is not None and field.owner and field.key not in UNTYPED:
            self.make_pasted(field.label, words, partial(self.change_of, field, words))
        else:
            self.say("Text is pasted into a section or a field: go to one first.")

    def _paste_passage(self, section: str, words: str) -> None:
        plan, report_format, place = self.plan, self.report_format, self.place_below()
        if self._copied is not None and words == self._copied_words:
            self.make(edits.paste_passage(plan, section, place, report_format, self._copied))
        else:
            add = partial(edits.add_passage, plan, section, place, report_format, text=words)
            self.make_pasted("A paragraph", words, add)

    def action_kind(self) -> None:
        """Change the passage to the next kind that its section can hold."""
        passage = self.passage
        if passage is None or passage.kind in ("row", "picture"):
            self.say("Only paragraphs and headings of a section have a kind.")
            return
        kinds = kinds_in(passage.section, self.report_format)
        here = kinds.index(passage.kind) if passage.kind in kinds else -1
        kind = kinds[(here + 1) % len(kinds)]
        change = edits.set_passage_kind(self.plan, passage.id, kind, self.report_format)
        if self.make(change):
            self.say(f"Now a {KIND_NAMES[kind]}. k goes on to the next kind.")

    # Moving a row

    def action_move(self) -> None:
        """Lift the row under the cursor: from now on the arrows move it and not the cursor."""
        if self.is_read_only():
            return
        field = self.row_field
        row = field.owner if field is not None else ""
        if field is not None and self.cell is not None:
            row = f"{row}/{field.key}"
        lifted = self.lift(row) if field is not None else None
        if lifted is None:
            self.say("Paragraphs and appendices are moved: go to one first, with →.")
        else:
            self.lifted = lifted
