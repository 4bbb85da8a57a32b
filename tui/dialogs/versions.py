"""The versions of the open plan: seal one, see what has changed since, and write that down."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from desk.changes_brief import paper_of_changes, write_brief
from desk.errors import ExportError
from desk.folders import export_folder
from desk.since import NOTHING_CHANGED
from desk.tracked_appendix import write_tracked
from desk.versions import (
    BEGINNING,
    Compared,
    NoSuchVersionError,
    compared_states,
    seal_change,
    version_line,
)
from plan.changes.versions import CannotSealError, DamagedVersionError, versions_of
from plan.council.format import FormatError
from store.written import keep_written
from tui import dialogs
from tui.dialogs.dialog import Dialog, ScrolledText
from tui.dialogs.since import rows_in_words
from tui.widgets.row_list import ListedRow, RowList

if TYPE_CHECKING:
    from desk.session import PlanSession
    from tui.window import Window

    Written: TypeAlias = Callable[[PlanSession, Compared, Path], str]

_FREEZE = (
    ListedRow("no", "Refs may change, as they do now"),
    ListedRow("yes", "Refs stay as they are from now on: what is inserted gets a free one"),
)


class VersionsDialog(Dialog[None]):
    """Lists the versions, and below what has changed from the one under the cursor until now."""

    DEFAULT_CSS = """
    VersionsDialog {
        & > #dialog { width: 96%; max-width: 132; height: 94%; max-height: 94%; }

        #versions { max-height: 30vh; }
        #words { height: 1fr; padding: 0 0 0 1; border-top: solid $border-blurred; }
        #words:focus { background: $foreground 6%; }
    }
    """
    heading = "Versions"
    keys_in_words = (
        "s: seal the plan as it is   Space: compare up to this one   b: write a brief   "
        "t: tracked changes   Esc: close"
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "seal", show=False),
        Binding("space", "up_to", show=False),
        Binding("b", "write('brief')", show=False),
        Binding("t", "write('tracked')", show=False),
    ]

    def __init__(self, session: "PlanSession", folder: Path) -> None:
        super().__init__()
        self._session = session
        self._folder = folder
        self._up_to = ""
        """The name of the version up to which is compared; empty for the plan as it is now."""

    def contents(self) -> ComposeResult:
        """Yield the list of versions, and what has changed."""
        yield RowList(id="versions")
        yield ScrolledText([])

    def on_mount(self) -> None:
        """List the versions with the cursor on the latest, and show what has changed since."""
        self._show()
        self.query_one(RowList).focus()

    def _show(self, current: str = "") -> None:
        sealed = versions_of(self._session.plan)
        rows = [
            ListedRow(one.name, f"{version_line(one)}{self._marked(one.name)}")
            for one in reversed(sealed)
        ]
        rows = rows or [ListedRow("", f"No version is sealed yet: since {BEGINNING}")]
        self.query_one(RowList).show(rows, current or rows[0].id)
        self._look()

    def _marked(self, name: str) -> str:
        return "   ← up to here" if name == self._up_to else ""

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what has changed since the version under the cursor."""
        event.stop()
        self._look()

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        found = await self._compared()
        if found is not None:
            said = [f"From {found.then_name} to {found.now_name}:", *filter(None, [found.short])]
            rows = rows_in_words(found.rows, "plandesk changes PLAN")
            shown: list[Content | str] = [*said, *(rows or ["", NOTHING_CHANGED])]
            self.query_one(ScrolledText).show(shown)

    async def _compared(self) -> Compared | None:
        """Return what differs from the version under the cursor; None if that cannot be said."""
        since = self.query_one(RowList).current
        try:
            return await asyncio.to_thread(compared_states, self._session, since, self._up_to)
        except (NoSuchVersionError, DamagedVersionError, FormatError) as error:
            self.query_one(ScrolledText).show([str(error)])
            return None

    def action_up_to(self) -> None:
        """Compare up to the version under the cursor; once more: up to now."""
        current = self.query_one(RowList).current
        self._up_to = "" if self._up_to == current else current
        self._show(current)

    @work
    async def action_seal(self) -> None:
        """Ask for a name and whether refs stay, and seal the plan as it is."""
        if self._session.read_only_reason:
            self.notify(self._session.read_only_reason, severity="error", markup=False)
            return
        asked = "A name by which it is found again, such as “as approved, 26 September 2016”."
        ask = dialogs.NameDialog("Seal the plan as it is", asked, "", ())
        name = await self.app.push_screen_wait(ask)
        if name is None:
            return
        freeze = await self.app.push_screen_wait(
            dialogs.ChooseDialog("The refs of the actions", "", _FREEZE, "no")
        )
        if freeze is None:
            return
        try:
            change = seal_change(self._session, name, freeze=freeze == "yes")
        except CannotSealError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        if self._session.make(change):
            self._show()
            self.notify(f"{change.label}. Undo takes it back.", markup=False)

    @work
    async def action_write(self, what: str) -> None:
        """Write what is shown as a Word file: a "brief" of a page, or the "tracked" appendix."""
        found = await self._compared()
        if found is None:
            return
        write: Written = write_brief if what == "brief" else write_tracked
        path = paper_of_changes(self._session.name, what, self._folder)
        try:
            said = await asyncio.to_thread(write, self._session, found, path)
        except (ExportError, FormatError) as error:
            self.notify(str(error), severity="error", markup=False)
            return
        keep_written(self._session.path, [path])
        self.notify(f"{said} Behind this box, o opens it.", markup=False)


async def show_versions(app: "Window") -> None:
    """Show the versions of the open plan; what is written goes where the last papers went."""
    session = app.session
    if session is None:
        return
    await app.push_screen_wait(VersionsDialog(session, export_folder()))
    if app.session is session and app.view is not None:
        app.view.enter()
