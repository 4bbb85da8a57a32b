"""Writing the Word file: where to, and then where it went."""

from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.widgets import Input, Static

from tui.dialogs.dialog import Dialog
from tui.dialogs.open_file import typed_path
from tui.exporting import Exported, ExportError, export_plan
from tui.session import PlanSession


class ExportDialog(Dialog[Path]):
    """Asks for a folder, writes the appendix there and says where it is."""

    heading = "Write the Word file"
    keys_in_words = "Enter: write it   Esc: close"

    def __init__(self, session: PlanSession, folder: Path) -> None:
        super().__init__()
        self._session = session
        self._folder = folder
        self._is_written = False

    def contents(self) -> ComposeResult:
        """Yield the folder to change or take, and room for what came of it."""
        yield Static("The plan as Appendix 1 goes to this folder:", markup=False)
        yield Input(str(self._folder), id="folder")
        yield Static("", id="result", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Write the file, or close once it is written."""
        if self._is_written:
            self.dismiss(self._folder)
            return
        self._folder = typed_path(event.value, Path.home())
        self._tell("Writing …")
        self._write()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _write(self) -> None:
        try:
            exported = export_plan(self._session.plan, self._session.name, self._folder)
        except ExportError as error:
            self.app.call_from_thread(self._tell, str(error))
        else:
            self.app.call_from_thread(self._written, exported)

    def _written(self, exported: Exported) -> None:
        self._is_written = True
        self._tell(exported.sentence)
        self.query_one("#dialog").border_subtitle = "Enter or Esc: close"

    def _tell(self, sentence: str) -> None:
        self.query_one("#result", Static).update(sentence)

    def action_dismiss_it(self) -> None:
        """Close; the folder is remembered if a file went there."""
        self.dismiss(self._folder if self._is_written else None)
