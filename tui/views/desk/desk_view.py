"""The Desk view: the plans of a folder, to open, delete or add to."""

import asyncio
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList

from desk.today import today
from plan.reading.dates import moment_in_words
from plan.text.line_breaks import counted
from store.places import safe_name
from store.plans_folder import DeskEntry, plans_on_desk
from tui.keys.bindings import bindings_at
from tui.widgets.once import once_after
from tui.widgets.row_list import ListedRow, RowList

_OF_A_PLAN = frozenset({"open", "delete", "rename-plan", "written-there"})
"""The ids of the commands that are about the plan under the cursor."""
AFTER_FIRST_PAINT = 0.2
"""Seconds to wait for the list to be on the screen before its plans are read."""


def desk_row(entry: DeskEntry, news: str = "") -> ListedRow:
    """Return the row of one plan: its title, and below it its size and when it was saved.

    One without a title has its file's name there; where the two differ, the file is named below.
    `news` says what is due and unfinished in it, empty while that is not known.
    """
    if entry.problem:
        return ListedRow(str(entry.path), entry.name, f"  {entry.problem}")
    size = f"{counted(entry.aims, 'aim')}, {counted(entry.actions, 'action')}"
    size += f", {counted(entry.copies, 'copy', 'copies')} beside it" if entry.copies else ""
    saved = f", saved {moment_in_words(entry.saved_at)}" if entry.saved_at else ""
    more = ", ".join(filter(None, (entry.subtitle, entry.date)))
    is_same = not entry.title or safe_name(entry.title) == entry.name
    file = "" if is_same else f"file {entry.name}"
    facts = (file, f"{size}{saved}", more if entry.title else "no title yet")
    first = f"  {' · '.join(filter(None, facts))}"
    lines = [first, *([f"  {news}"] if news else [])]
    return ListedRow(str(entry.path), entry.title or entry.name, "\n".join(lines))


class DeskView(Widget):
    """The plans of the desk, the newest first, with the cursor on the one that was `left` last."""

    DEFAULT_CSS = """
    DeskView {
        height: 1fr;
        padding: 0 1;

        #plans {
            height: 1fr;
            border: round $accent;
            padding: 0 0 0 1;
            background: $background;
            scrollbar-gutter: stable;
            scrollbar-size-vertical: 1;
        }
    }
    """

    BINDINGS = bindings_at("desk")

    class Asked(Message):
        """The officer asked for something that the desk cannot do itself.

        `what` is the command's id, `plan` the path of the plan it is about.
        """

        def __init__(self, what: str, plan: Path | None = None) -> None:
            super().__init__()
            self.what = what
            self.plan = plan

    def __init__(self, folder: Path, left: str = "") -> None:
        super().__init__(id="desk")
        self._folder = folder
        self._left = left
        self._entries: tuple[DeskEntry, ...] = ()

    def compose(self) -> ComposeResult:
        """Yield the list."""
        plans = RowList(
            id="plans",
            goes_round=True,
            empty="No plan here yet: n makes one, o opens a Word file, s the sample.\n"
            "f chooses the format of your papers: plain ones, or your council's; l learns one.",
        )
        plans.may_be_dense = False  # the last line of a plan says what is due
        plans.border_title = "Plans"
        plans.border_subtitle = Content(str(self._folder))
        yield plans

    @property
    def idle(self) -> frozenset[str]:
        """The ids of the commands that would do nothing because there is no plan."""
        return frozenset() if self._entries else _OF_A_PLAN

    def on_mount(self) -> None:
        """List the plans, then read them to say what is due."""
        self._entries = plans_on_desk(self._folder)
        plans = self.query_one(RowList)
        left = (str(one.path) for one in self._entries if str(one.path.resolve()) == self._left)
        plans.show([desk_row(entry) for entry in self._entries], next(left, ""))
        self.screen.set_focus(plans)
        if self._entries:
            once_after(AFTER_FIRST_PAINT, self, self._read_plans)

    @work(exclusive=True, group="looking", exit_on_error=False)
    async def _read_plans(self) -> None:
        # Loaded here, so that the list of plans is on the screen first.
        from desk.plan_summaries import desk_news  # noqa: PLC0415

        news = await asyncio.to_thread(desk_news, today())
        plans = self.query_one(RowList)
        rows = [desk_row(entry, news.get(str(entry.path), "")) for entry in self._entries]
        plans.show(rows, plans.current)

    @on(OptionList.OptionSelected, "#plans")
    def open_row(self, event: OptionList.OptionSelected) -> None:
        """Open the plan on which Enter was pressed."""
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Ask for the plan under the cursor."""
        self._ask_of_plan("open")

    async def action_new(self) -> None:
        """Make a new plan, and wait until its title field is open for the next key."""
        await self.run_action("app.new_plan")

    def action_open_word(self) -> None:
        """Ask for a Word file to be read."""
        self.post_message(self.Asked("open-word"))

    def action_sample(self) -> None:
        """Ask for the sample."""
        self.post_message(self.Asked("sample"))

    def action_delete(self) -> None:
        """Ask for the plan under the cursor to be put in the bin."""
        self._ask_of_plan("delete")

    def action_rename_plan(self) -> None:
        """Ask for another title of the plan under the cursor."""
        self._ask_of_plan("rename")

    def action_written_there(self) -> None:
        """Ask for the files that were written of the plan under the cursor."""
        self._ask_of_plan("written")

    def _ask_of_plan(self, what: str) -> None:
        current = self.query_one(RowList).current
        if current:
            self.post_message(self.Asked(what, Path(current)))

    def action_format(self) -> None:
        """Ask which council's format new papers follow."""
        self.post_message(self.Asked("format"))

    def action_learn(self) -> None:
        """Ask for a format to be learned from a Word file."""
        self.post_message(self.Asked("learn"))

    async def action_settings(self) -> None:
        """Show the settings."""
        await self.run_action("app.settings")

    def action_back(self) -> None:
        """Ask for the place in a plan where the officer was last."""
        self.post_message(self.Asked("back"))

    def action_bin(self) -> None:
        """Ask for the deleted plans."""
        self.post_message(self.Asked("bin"))
