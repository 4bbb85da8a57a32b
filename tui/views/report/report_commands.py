"""The commands that act on a passage, appendix or field of the report."""

from functools import partial
from typing import TYPE_CHECKING

from desk.field_contents import FieldContent
from desk.report_contents import (
    KIND_NAMES,
    UNTYPED,
    edited_report,
    kinds_in,
    section_of_part,
)
from plan.changes import edits
from plan.changes.change import Change
from plan.model.documents import GENERATED
from plan.model.fields import AppendixKind
from plan.model.rows import Passage
from plan.papers.markdown import plain_of

if TYPE_CHECKING:
    from tui.views.report.report_panels import ReportPanels


class ReportCommands:
    """What an officer can do with a part of the report: each makes one change, or says why not."""

    def __init__(self, view: "ReportPanels") -> None:
        self.view = view
        self._held: Passage | None = None
        self._held_words = ""

    @property
    def _field(self) -> FieldContent | None:
        """The field under the cursor of the right panel, None in the outline."""
        return self.view.field_here() if self.view.where == "passages" else None

    @property
    def _passage(self) -> Passage | None:
        field = self._field
        return self.view.plan.passage_rows.get(field.owner) if field else None

    def _place_below(self) -> int:
        """Return the place among the section's passages below the cursor; in the outline, last."""
        passages = self.view.plan.passages_of(section_of_part(self.view.part))
        here = self._passage
        return passages.index(here) + 1 if here is not None else len(passages)

    # Adding

    def add_passage(self) -> None:
        """Begin a passage below the cursor, of the section's usual kind."""
        section = section_of_part(self.view.part)
        if section:
            self.view.begin_passage(section, self._place_below())
        else:
            self.view.say("Paragraphs are added to a section: go to one first.")

    def add_appendix(self) -> None:
        """Ask which kind of appendix, and add it below the cursor."""
        if not self.view.is_read_only():
            self._ask_for_appendix()

    def _ask_for_appendix(self) -> None:
        from tui.dialogs.appendix_kind import AppendixKindDialog

        listed = {one.kind for one in self.view.plan.appendices}
        self.view.app.push_screen(AppendixKindDialog(listed), self._add_appendix)

    def _add_appendix(self, kind: AppendixKind | None) -> None:
        if kind is None:
            return
        plan = self.view.plan
        field = self._field
        below = field.owner if field is not None else ""
        ids = [appendix.id for appendix in plan.appendices]
        place = ids.index(below) + 1 if below in ids else len(ids)
        change = edits.add_appendix(plan, place, kind)
        if not self.view.make(change):
            return
        if kind in GENERATED:
            self.view.say("It is drawn up from the plan whenever it is printed: 6 shows it.")
        elif kind != "plan":
            added = change.rows[-1].id
            owners = [content.owner for content in self.view.contents()]
            # After the app has put the focus on the new row, which would end the edit again.
            self.view.app.call_later(self.view.edit_field, owners.index(added))

    def take(self, offer: FieldContent) -> None:
        """Put an offered wording into its empty section, as text like any other."""
        plan, report_format = self.view.plan, self.view.report_format
        section = section_of_part(self.view.part)
        if self.view.make(edits.add_passage(plan, section, 0, report_format, text=offer.typed)):
            self.view.say("Taken. Enter changes it, u takes it out again.")

    def duplicate(self) -> None:
        """Put a copy of the passage below it."""
        passage = self._passage
        if passage is None:
            self.view.say("Paragraphs are duplicated: go to one first, with →.")
        elif self.view.make(
            edits.duplicate_passage(self.view.plan, passage.id, self.view.report_format)
        ):
            self.view.say("A copy is below. u takes it back.")

    # Taking away

    def delete(self) -> None:
        """Delete the passage or appendix, or empty the field of the header or signature."""
        field, plan = self._field, self.view.plan
        if field is None:
            self.view.say("The council's format has these parts: → goes to what is in them.")
        elif field.owner in plan.passage_rows:
            self._delete(edits.delete_passage(plan, field.owner, self.view.report_format))
        elif field.owner in plan.appendix_rows:
            self._delete(edits.delete_appendix(plan, field.owner))
        elif field.owner:
            self._empty(field)

    def _delete(self, change: Change) -> None:
        if self.view.make(change):
            self.view.say(f"{change.label}: done. u brings it back.")

    def _empty(self, field: FieldContent) -> None:
        if self.view.make(edited_report(self.view.plan, field, "", self.view.report_format)):
            self.view.say(f"{field.label} is empty now. u brings it back.")

    # Copying

    def copy(self) -> None:
        """Copy the passage with its kind, or the text of the field."""
        field = self._field
        if field is None:
            passages = self.view.plan.passages_of(section_of_part(self.view.part))
            words = "\n".join(plain_of(passage.text) for passage in passages)
        else:
            words = field.shown or field.typed
        self._held, self._held_words = self._passage, words
        self.view.app.copy_to_clipboard(words)
        self.view.say("Copied. v pastes it." if words else "There is no text here to copy.")

    def paste(self) -> None:
        """Paste a passage or text below the cursor; in a field, in the place of its text."""
        words = self.view.app.clipboard
        section = section_of_part(self.view.part)
        field = self._field
        if not words:
            self.view.say("Nothing to paste here: c copies a paragraph or a field.")
        elif section:
            self._paste_passage(section, words)
        elif field is not None and field.owner and field.key not in UNTYPED:
            self.view.make_pasted(field.label, words, partial(self.view.change_of, field, words))
        else:
            self.view.say("Text is pasted into a section or a field: go to one first.")

    def _paste_passage(self, section: str, words: str) -> None:
        plan, report_format, place = self.view.plan, self.view.report_format, self._place_below()
        if self._held is not None and words == self._held_words:
            self.view.make(edits.paste_passage(plan, section, place, report_format, self._held))
        else:
            add = partial(edits.add_passage, plan, section, place, report_format, text=words)
            self.view.make_pasted("A paragraph", words, add)

    # Kinds

    def next_kind(self) -> None:
        """Make the passage one of the next kind that its section holds."""
        passage = self._passage
        if passage is None:
            self.view.say("Only paragraphs and headings of a section have a kind.")
            return
        kinds = kinds_in(passage.section, self.view.report_format)
        here = kinds.index(passage.kind) if passage.kind in kinds else -1
        kind = kinds[(here + 1) % len(kinds)]
        change = edits.set_passage_kind(self.view.plan, passage.id, kind, self.view.report_format)
        if self.view.make(change):
            self.view.say(f"Now a {KIND_NAMES[kind]}. k goes on to the next kind.")
