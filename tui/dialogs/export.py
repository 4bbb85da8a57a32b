"""Write Word files: choose which ones and where to, show progress, and say where they are."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Checkbox, Input, OptionList, ProgressBar, Static
from textual.worker import Worker, WorkerState

from desk.after_export import after_export
from desk.council import Look, look_of, remembered_choices
from desk.errors import ExportError, PdfMissingError
from desk.exporting import (
    WAYS,
    Export,
    Exported,
    ExportStoppedError,
    read_ways,
    unusable_format,
)
from desk.folders import folder_of, what_is_at
from desk.offered_documents import offered_documents
from desk.other_programs import Handed
from desk.paper_copies import read_copy
from desk.session import PlanSession
from exporters.word.template_file import TemplateError
from plan.council.format import FormatError
from plan.model.documents import REVIEWS, DocumentKind
from plan.papers.choices import (
    AS_IN_FORMAT,
    ChoiceError,
    Choices,
    choices_in_words,
    narrow_columns,
    read_choices,
    texts_of,
)
from store.settings import load_settings
from tui.dialogs.choices import ChoicesDialog, ChoicesLine
from tui.dialogs.dialog import Dialog
from tui.dialogs.written import WrittenDialog, hand_to_system
from tui.widgets.body_switch import BodySwitch
from tui.widgets.row_list import ListedRow, RowList
from tui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from plan.following.timeline import ShownReviews
    from tui.window import Window

_WRITING = "writing"
_KEYS_OF_SWITCH = "Space: keep or not   Tab: next line   Enter: write   Esc: close"
_KEYS_OF_LAYOUT = "Enter: change it   Tab: next line   Esc: close"
_KEYS_WHEN_WRITTEN = "o: open   p: print   f: its folder   Enter or Esc: close"
_REVIEWS_SHOWN = "reviews-shown"
"""The id of the row for the reviews as they are on the screen."""
_REMARKS = {
    "folder": "",
    "file": "\n(this is a file and no folder)",
    "nothing": "\n(this folder is not there yet: Enter asks before it is made)",
}
"""The remark below a folder's name, by what is at its path."""


@dataclass(frozen=True)
class ExportResult:
    """The result of an export: the folder written to, the look of the files, how they lie."""

    folder: Path
    look: Look
    choices: Choices


class Result(Static):
    """The last line of the dialog: what came of the export, or what is wrong.

    It scrolls itself into view, so that it can be read even if the dialog does not fit the window.
    """

    def __init__(self) -> None:
        super().__init__("", id="result", markup=False)

    def tell(self, sentence: str) -> None:
        """Show a sentence, and scroll to it."""
        self.update(sentence)
        self.call_after_refresh(self.scroll_visible, animate=False)

    def on_resize(self) -> None:
        """Scroll to the sentence again once its height is known: until then it has the old one."""
        if self.content:
            self.scroll_visible(animate=False)


class ExportDialog(Dialog[ExportResult]):
    """Asks which documents to write to which folder, writes them, and says where each is.

    The result is None if nothing was written.
    """

    DEFAULT_CSS = """
    ExportDialog {
        #documents { max-height: 40vh; }
        #folder, #template, #notes, #copy, #ways { margin: 0 0 1 0; }
        #keep-body {
            width: 1fr;
            height: auto;
            margin: 0 0 1 0;
            padding: 0;
            border: none;
            background: $background;
            color: $foreground;

            &:focus > .toggle--label { background: $accent; color: $background; text-style: bold; }
        }
        #whole-folder { height: auto; margin: 0 0 1 0; color: $foreground 70%; }

        ProgressBar {
            width: 1fr;
            margin-bottom: 1;

            Bar { width: 1fr; }
        }
    }
    """
    heading = "Write the Word file"
    keys_in_words = "↑↓: which   Tab: next line   Enter: write   Esc: close"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "choose(-1)", show=False, priority=True),
        Binding("down", "choose(1)", show=False, priority=True),
        Binding("enter", "write", show=False),
        Binding("o", "hand('open')", show=False),
        Binding("p", "hand('print')", show=False),
        Binding("f", "hand('folder')", show=False),
    ]

    def __init__(
        self,
        session: PlanSession,
        folder: Path,
        document: DocumentKind = "plan",
        template: str = "",
        reviews: "ShownReviews | None" = None,
    ) -> None:
        super().__init__()
        self._reviews = reviews
        self._session = session
        self._folder = folder
        self._first_choice = _REVIEWS_SHOWN if reviews is not None else document
        self._folder_to_make: Path | None = None
        self._template = template
        self._stop = Event()
        self._is_writing = False
        self._left: Widget | None = None  # what had the focus when writing began
        self._is_done = False
        self._wrote: ExportResult | None = None
        self._files: tuple[Path, ...] = ()
        self._body_of: Path | None = None
        self._layout = AS_IN_FORMAT

    def contents(self) -> ComposeResult:
        """Yield the documents, the lines to fill in, the progress bar and the result line."""
        yield RowList(id="documents")
        yield Static("", id="chosen", markup=False)
        yield TextLine(str(self._folder), id="folder")
        yield Static("", id="whole-folder", markup=False)
        yield Static("with this Word template of the council's:", markup=False)
        yield TextLine(self._template, id="template", placeholder="plandesk's own")
        yield BodySwitch()
        yield ChoicesLine()
        yield Static("with these progress notes: all, latest, or since a day:", markup=False)
        yield TextLine(id="notes", placeholder="all")
        yield Static(
            "copy: public (it names nobody), internal (it says so), or neither:", markup=False
        )
        yield TextLine(id="copy", placeholder="neither")
        yield Static(f"written as: {', '.join(WAYS)}, or several:", markup=False)
        yield TextLine(id="ways", placeholder="docx")
        yield ProgressBar(show_eta=False, show_percentage=False, id="progress")
        yield Result()

    def on_mount(self) -> None:
        """List the documents, with the cursor on the one most likely wanted."""
        documents = self.query_one(RowList)
        documents.follow_line()
        documents.show(self._rows(), self._first_choice)
        self._show_chosen()
        self.query_one("#folder", Input).focus()
        self.query_one(ProgressBar).display = False
        self._look_into_template(self._template)
        with suppress(FormatError):  # reported in full when the officer tries to write
            self._layout = remembered_choices(load_settings()[0], self._session.council)
        self._show_layout()

    def _show_layout(self) -> None:
        """Show how the papers are laid out, and which notes they have."""
        words = remark = ""
        with suppress(FormatError):
            words = choices_in_words(self._layout, self._session.council)
            remark = narrow_columns(self._layout, self._session.council)
        self.query_one(ChoicesLine).show(words, remark)
        self.query_one("#notes", Input).value = texts_of(self._layout).get("progress", "")

    @on(ChoicesLine.Asked)
    def ask_for_layout(self) -> None:
        """Ask how the papers are laid out, from what is typed and chosen so far."""
        if self._is_writing or self._is_done:
            return

        def show(chosen: Choices | None) -> None:
            if chosen is not None:
                self._layout = chosen
                self._show_layout()

        try:
            choices = self._choices()
        except ExportError as error:
            self._tell(str(error))
            return
        plan, council = self._session.plan, self._session.council
        dialog = ChoicesDialog(plan, council, choices, is_for_files=True)
        self.app.push_screen(dialog, show)

    def _rows(self) -> list[ListedRow]:
        rows = [ListedRow(*one) for one in offered_documents(self._session)]
        if self._reviews is not None:
            place = next(place for place, row in enumerate(rows) if row.id == REVIEWS.kind)
            rows[place : place + 1] = [
                ListedRow(_REVIEWS_SHOWN, f"On the screen: {self._reviews.in_words}"),
                ListedRow(REVIEWS.kind, f"All reviews of this plan: {REVIEWS.tells}"),
            ]
        return rows

    def action_choose(self, step: int) -> None:
        """Choose another document while the input keeps the focus; once writing, scroll."""
        if self._is_writing or self._is_done:
            self.query_one("#dialog").scroll_relative(y=step, animate=False)
            return
        documents = self.query_one(RowList)
        if step > 0:
            documents.action_cursor_down()
        else:
            documents.action_cursor_up()

    def _show_chosen(self) -> None:
        """Name the chosen document in words: not everybody can see it by its colour."""
        row = next(row for row in self._rows() if row.id == self._row)
        before, _, after = row.line.partition(": ")
        words = f"{after}, as on the screen" if row.id == _REVIEWS_SHOWN else before
        self.query_one("#chosen", Static).update(f"Chosen: {words}. It goes to this folder:")

    @property
    def _row(self) -> str:
        return self.query_one(RowList).current

    @property
    def _chosen(self) -> DocumentKind:
        return REVIEWS.kind if self._row == _REVIEWS_SHOWN else self._row

    # The folder

    @on(Input.Changed, "#folder")
    def on_folder_changed(self) -> None:
        """Show where the folder is, and drop a question that was asked about another folder."""
        if self._folder_to_make is not None:
            self._folder_to_make = None
            self._tell("")
        self._show_folder()

    def on_resize(self) -> None:
        """Show the folder's path again: its line may have become too narrow for it."""
        self.call_after_refresh(self._show_folder)

    def _show_folder(self) -> None:
        """Show the full path if the input does not, and say if the folder does not exist yet."""
        line = self.query_one("#folder", Input)
        folder = folder_of(line.value)
        is_whole = line.value == str(folder) and len(line.value) < line.content_size.width
        is_there = what_is_at(folder)
        words = "" if is_whole and is_there == "folder" else str(folder)
        words += _REMARKS[is_there]
        below = self.query_one("#whole-folder", Static)
        below.update(words)
        below.display = bool(words)

    def _is_folder_agreed(self) -> bool:
        """Return whether the folder exists, or the officer agreed to have it made; else ask."""
        if what_is_at(self._folder) != "nothing" or self._folder_to_make == self._folder:
            return True
        self._folder_to_make = self._folder
        self._tell(
            f"There is no folder {self._folder} yet, so nothing was written. Enter again makes it "
            "and writes there; or change the folder."
        )
        return False

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Name the document that is chosen now."""
        event.stop()
        self._show_chosen()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Put the focus back on the folder after a click on a document."""
        event.stop()
        self.query_one("#folder", Input).focus()

    # The template's own text

    @on(Input.Changed, "#template")
    def on_template_changed(self, event: Input.Changed) -> None:
        """Look for text in the body of the newly named template."""
        self._look_into_template(event.value)

    @work(exclusive=True, group="template", exit_on_error=False)
    async def _look_into_template(self, typed: str) -> None:
        """Show the switch if the template's body has text; writing reports a bad template."""
        switch = self.query_one(BodySwitch)
        switch.show("", keeps=False)
        self._body_of, look, has = None, Look(), ""
        with suppress(ExportError):
            look = look_of(load_settings()[0], typed)
        if look.template is None:
            return
        # python-docx is loaded only once a template is named.
        from exporters.word.council_template import text_to_choose  # noqa: PLC0415

        with suppress(TemplateError):
            has = await asyncio.to_thread(text_to_choose, look.template)
        if has:
            self._body_of = look.template
            switch.show(has, keeps=look.keep_body)

    def on_descendant_focus(self) -> None:
        """Show the keys of the switch while it has the focus."""
        if not (self._is_writing or self._is_done):
            keys = self.keys_in_words
            if self.query_one(BodySwitch).has_focus:
                keys = _KEYS_OF_SWITCH
            elif self.query_one(ChoicesLine).has_focus:
                keys = _KEYS_OF_LAYOUT
            self.show_keys(keys)

    def on_checkbox_changed(self, event: Checkbox.Changed) -> None:
        """Show in words whether the text is kept."""
        event.stop()
        self.query_one(BodySwitch).update_label()

    def _keeps_body(self, template: Path | None) -> bool | None:
        """Return whether to keep a template's body text, or None if the officer was not asked."""
        is_asked = template is not None and template == self._body_of
        return self.query_one(BodySwitch).value if is_asked else None

    def action_write(self) -> None:
        """Write the files, from wherever Enter has no other meaning."""
        self.on_input_submitted()

    def on_input_submitted(self) -> None:
        """Write the files, or close the dialog if they are already written."""
        if self._is_done:
            self.dismiss(self._wrote)
        elif not self._is_writing:
            self._begin()

    def _begin(self) -> None:
        self._folder = folder_of(self.query_one("#folder", Input).value)
        try:
            settings, typed = load_settings()[0], self.query_one("#template", Input).value
            look = look_of(settings, typed)
            look = look_of(settings, typed, keep_body=self._keeps_body(look.template))
            ways = read_ways(self.query_one("#ways", Input).value)
            copy = read_copy(self.query_one("#copy", Input).value)
            export = replace(self._export(look, self._choices()), ways=ways, copy=copy)
            papers = len(export.papers) * len(ways)
        except ExportError as error:
            self._tell(str(error))
            return
        if not self._is_folder_agreed():
            return
        self._is_writing = True
        self._left = self.focused
        self.set_focus(None)  # nothing is typed meanwhile
        self._stop.clear()
        bar = self.query_one(ProgressBar)
        bar.update(total=papers, progress=0)
        bar.display = True
        self._tell("Writing …")
        self.show_keys("Esc: stop")
        self._write(export)

    def _choices(self) -> Choices:
        """Return what was chosen of the document. Raises ExportError."""
        try:
            typed = self.query_one("#notes", Input).value
            chosen = {**texts_of(self._layout), "progress": typed}
            return read_choices(chosen, self._session.council)
        except ChoiceError as error:
            raise ExportError(f"{error} Nothing was written.") from error
        except FormatError as error:
            raise unusable_format(error) from error

    def _export(self, look: Look, choices: Choices) -> Export:
        shown = self._reviews if self._row == _REVIEWS_SHOWN else None
        return Export(
            self._session.plan,
            self._session.name,
            self._chosen,
            self._folder,
            look,
            self._stop.is_set,
            shown,
            choices,
            plan_file=self._session.path,
            dates=self._session.dates,
        )

    @work(thread=True, exclusive=True, group=_WRITING, exit_on_error=False)
    def _write(self, export: Export) -> None:
        done: list[Exported] = []
        missing, problem = "", ""
        try:
            for exported in export.write():
                done.append(exported)
                self.app.call_from_thread(self.query_one(ProgressBar).advance, 1)
        except PdfMissingError as error:
            missing = str(error)  # what was written can be opened and printed all the same
        except ExportError as error:
            problem = str(error)
        except ExportStoppedError:
            problem = "Stopped: nothing else was written, and no file was left half written."
        after = after_export(export, done)
        files = [*(one.path for one in done), *after.copied]
        said = [*(one.sentence for one in done), missing, *after.sentences]
        self.app.call_from_thread(self._ended, export, said, problem, files)

    def on_unmount(self) -> None:
        """Stop writing where the window is closed meanwhile, and end what makes a PDF."""
        self._stop.set()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Report an unforeseen error while writing."""
        if event.worker.group == _WRITING and event.state is WorkerState.ERROR:
            problem = f"The Word file could not be made: {event.worker.error!r}. The plan is safe."
            self._ended(None, [], problem, [])

    def _ended(
        self, export: Export | None, said: list[str], problem: str, files: list[Path]
    ) -> None:
        self._is_writing = False
        self._files = tuple(files)
        self._is_done = not problem
        self.query_one(ProgressBar).display = False
        if files and export is not None:
            self._wrote = ExportResult(export.folder, export.look, export.choices)
            self._show_folder()
        self._tell("\n".join(filter(None, (*said, problem))))
        self.show_keys(_KEYS_WHEN_WRITTEN if self._is_done else self.keys_in_words)
        self.set_focus(None if self._is_done else self._left)  # a letter is a key once it is

    def action_hand(self, what: Handed) -> None:
        """Have the system open or print what was written, or open its folder; ask which of many."""
        if not self._is_done or not self._files:
            return
        files, app = self._files, self._window
        self.dismiss(self._wrote)
        if len(files) == 1 or what == "folder":
            hand_to_system(app, what, files[0])
        else:
            app.push_screen(WrittenDialog(files))

    @property
    def _window(self) -> "Window":
        return cast("Window", self.app)

    def _tell(self, sentence: str) -> None:
        self.query_one(Result).tell(sentence)

    def action_dismiss_it(self) -> None:
        """Stop writing if files are being written, otherwise close with the result."""
        if self._is_writing:
            self._stop.set()
            self._tell("Stopping …")
        else:
            self.dismiss(self._wrote)
