"""Ask for a picture of the report: its file, what is read out for it, and its caption."""

import asyncio
from functools import partial

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from desk.errors import PictureError
from desk.report_pictures import keep_typed_picture
from desk.session import PlanSession
from plan.changes import edits
from store.errors import StoreError
from tui.dialogs.dialog import Dialog
from tui.widgets.text_line import TextLine

_LINES = ("file", "alternative", "caption")


class PictureDialog(Dialog[edits.NewPicture]):
    """Asks for the file of a picture and what is said of it; the result is kept with the plan."""

    heading = "Add a picture"
    keys_in_words = "Tab: next line   Enter: add it   Esc: leave it as it is"

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self._session = session

    def contents(self) -> ComposeResult:
        """Yield the lines, and below them what is wrong."""
        yield Static("Its file: a PNG, a JPEG or a GIF, of 10 MB at most:", markup=False)
        yield TextLine(id="file", placeholder="the path of the picture")
        yield Static("What is read out to those who cannot see it:", markup=False)
        yield TextLine(id="alternative", placeholder="what the picture shows, in a sentence")
        yield Static("Its caption, printed above it:", markup=False)
        yield TextLine(id="caption", placeholder="none")
        yield Static("", id="problem", markup=False)

    def on_mount(self) -> None:
        """Focus the line of the file."""
        self.query_one("#file", Input).focus()

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the next line that is empty and wanted, or keep the picture and close."""
        event.stop()
        file, alternative, caption = (self.query_one(f"#{one}", Input).value for one in _LINES)
        if file.strip() and not alternative.strip() and event.input.id == "file":
            self.query_one("#alternative", Input).focus()
            return
        take = partial(keep_typed_picture, self._session, file)
        try:
            taken = await asyncio.to_thread(take, alternative=alternative, caption=caption)
        except (PictureError, StoreError) as error:
            self.query_one("#problem", Static).update(Content(str(error)))
        else:
            self.dismiss(taken)
