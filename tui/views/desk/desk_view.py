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
from store.plans_folder import DeskEntry, plans_on_desk
from tui.keys.bindings import bindings_at
from tui.widgets.row_list import ListedRow, RowList

AFTER_FIRST_PAINT = 0.2
"""Seconds to wait for the list to be on the screen before its plans are read."""


def desk_row(entry: DeskEntry, news: str = "") -> ListedRow:
    """Return the row of one plan: its name, and below it its size, when it was saved and its title.

    `news` says what is due and unfinished in it, empty while that is not known.
    """
    title = ", ".join(filter(None, (entry.title, entry.subtitle, entry.date)))
    if entry.problem:
        return ListedRow(str(entry.path), entry.name, f"  {entry.problem}")
    size = f"{counted(entry.aims, 'aim')}, {counted(entry.actions, 'action')}"
    saved = f", saved {moment_in_words(entry.saved_at)}" if entry.saved_at else ""
    lines = [f"  {size}{saved} · {title or 'no title yet'}", *([f"  {news}"] if news else [])]
    return ListedRow(str(entry.path), entry.name, "\n".join(lines))


class DeskView(Widget):
    """The plans of the desk, the newest first, with the cursor on the one that was `left` last."""

    DEFAULT_CSS = """
    DeskView {
        height: 1fr;
        padding: 0 1;

        #plans {
            height: 1fr;
            border: round $accent;
            padding: 0 1;
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
        plans.border_title = "Plans"
        plans.border_subtitle = Content(str(self._folder))
        yield plans

    @property
    def idle(self) -> frozenset[str]:
        """The ids of the commands that would do nothing because there is no plan."""
        return frozenset() if self._entries else frozenset({"open", "delete"})

    def on_mount(self) -> None:
        """List the plans, then read them to say what is due."""
        self._entries = plans_on_desk(self._folder)
        plans = self.query_one(RowList)
        left = (str(one.path) for one in self._entries if str(one.path.resolve()) == self._left)
        plans.show([desk_row(entry) for entry in self._entries], next(left, ""))
        self.screen.set_focus(plans)
        if self._entries:
            self.set_timer(AFTER_FIRST_PAINT, self._read_plans)

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
        current = self.query_one(RowList).current
        if current:
            self.post_message(self.Asked("open", Path(current)))

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
        current = self.query_one(RowList).current
        if current:
            self.post_message(self.Asked("delete", Path(current)))

    def action_format(self) -> None:
        """Ask which council's format new papers follow."""
        self.post_message(self.Asked("format"))

    def action_learn(self) -> None:
        """Ask for a format to be learned from a Word file."""
        self.post_message(self.Asked("learn"))

    async def action_density(self) -> None:
        """Show more at once, or as usual."""
        await self.run_action("app.density")

    async def action_settings(self) -> None:
        """Show the settings."""
        await self.run_action("app.settings")

    def action_bin(self) -> None:
        """Ask for the deleted plans."""
        self.post_message(self.Asked("bin"))
