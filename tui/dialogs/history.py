"""The History screen: list a plan's steps, show what each changed, and bring something back."""

from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from desk.history_lines import DONE, NOTHING, NOTHING_SEEN, said_when
from desk.history_steps import (
    Offer,
    SeenStep,
    change_of,
    offered_rows,
    offers_of,
    seen_step,
    when_in_words,
)
from plan.changes.change import Change, ConflictError
from plan.council.format import Format
from plan.text.line_breaks import counted, shortened
from plan.wording.wording import EMPTY
from store.history import Past
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.dialog import Dialog, ScrolledText
from tui.widgets.row_list import ListedRow, RowList

if TYPE_CHECKING:
    from desk.session import PlanSession
    from plan.wording.change_words import FieldStep


MOST_CHARACTERS = 20_000
"""Most characters of a step to show; the rest is only counted."""

PAGE_OF_STEPS = 200
"""Steps to read and list at a time."""
READ_AHEAD = 40
"""Steps from the end of the list at which the next page is read."""

WIDEST = 200
"""Most characters of a value to show below an offer; the step itself shows it in full."""


_INDENTED = "  {}"


class LoadedSteps:
    """The steps of a history read so far, the newest first."""

    def __init__(self, newest_first: Past) -> None:
        self._unread = newest_first
        self.steps: list[Change] = []
        self.are_all = False

    def read_more(self) -> list[Change]:
        """Read the next page of steps and return it."""
        page = list(islice(self._unread, PAGE_OF_STEPS))
        self.steps += page
        self.are_all = len(page) < PAGE_OF_STEPS
        return page

    @property
    def problem(self) -> str:
        """Why the history breaks off before its first step, empty if it does not."""
        return self._unread.problem


class HistoryDialog(Dialog[Change]):
    """Lists the steps; the result is a change that brings something back."""

    DEFAULT_CSS = """
    HistoryDialog {
        & > #dialog { width: 96%; max-width: 132; height: 94%; max-height: 94%; }

        #steps { height: auto; max-height: 40vh; border-bottom: solid $border-blurred; }
        #words { height: 1fr; padding: 0 0 0 1; }
        #words:focus { background: $foreground 6%; }
    }
    """
    keys_in_words = "↑↓: step by step   Enter: bring back   Esc: close"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "bring_back", show=False)]

    def __init__(self, session: "PlanSession", read: LoadedSteps, council: Format) -> None:
        super().__init__()
        self._session = session
        self._read = read
        self._council = council
        self._seen: SeenStep | None = None

    def contents(self) -> ComposeResult:
        """Yield the list of steps, and below it what the one under the cursor changed."""
        empty = self._read.problem or "Nothing is recorded of this plan yet."
        yield RowList(id="steps", empty=empty)
        yield ScrolledText([])

    def on_mount(self) -> None:
        """List the steps and show the newest."""
        called = self._session.plan.cover.title or self._session.name
        self.query_one("#dialog").border_title = Content(f"History of {called}")
        steps = self.query_one("#steps", RowList)
        steps.show([_listed(change) for change in self._read.steps], "")
        steps.focus()
        self._say_problem()
        self._look()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the step under the cursor, and read more steps near the end of the list."""
        event.stop()
        if event.option_index >= len(self._read.steps) - READ_AHEAD and not self._read.are_all:
            self.query_one("#steps", RowList).add([*map(_listed, self._read.read_more())])
            self._say_problem()
        self._look()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask what to bring back of the step on which Enter was pressed."""
        event.stop()
        self.action_bring_back()

    def _say_problem(self) -> None:
        if self._read.problem:
            self._say(self._read.problem, is_problem=True)

    def _look(self) -> None:
        place = self._place
        if place is None:
            return
        try:
            steps = self._read.steps[: place + 1]
            self._seen = seen_step(self._session.plan, steps, self._council)
            lines = _step_in_words(self._seen)
        except ConflictError as error:
            self._seen = None
            lines = _not_known(self._read.steps[place], error)
        if self._read.problem and place == len(self._read.steps) - 1:
            lines += ["", self._read.problem]
        self.query_one(ScrolledText).show(lines)

    @property
    def _place(self) -> int | None:
        """The index of the step under the cursor, or None if there is no step."""
        return self.query_one("#steps", RowList).highlighted if self._read.steps else None

    # Bringing back

    @work(exclusive=True)
    async def action_bring_back(self) -> None:
        """Ask what to bring back of the step, and close with the change that does it."""
        step = self._seen
        if step is None:
            return
        if self._session.read_only_reason:
            self._say(self._session.read_only_reason, is_problem=True)
            return
        offers = offers_of(self._session.plan, step)
        if not offers:
            self._say("There is nothing to bring back: all of this is now as it was then.")
            return
        chosen = await self.app.push_screen_wait(
            ChooseDialog("Bring back", _question(step), list(map(_offered, range(999), offers)))
        )
        if chosen is not None:
            self.dismiss(change_of(self._session.plan, offers[int(chosen)], step.wording))

    def _say(self, sentence: str, *, is_problem: bool = False) -> None:
        self.notify(sentence, severity="error" if is_problem else "information", markup=False)


def _listed(change: Change) -> ListedRow:
    who = f" · {change.who}" if change.who else ""
    return ListedRow(str(change.revision), f"{when_in_words(change.when)}  {change.label}{who}")


def _offered(place: int, offer: Offer) -> ListedRow:
    value = shortened(_on_one_line(offer.value), WIDEST)
    return ListedRow(str(place), offer.words, f"  {value}" if value else "")


def _on_one_line(value: str) -> str:
    """Return a plain value of several lines, with a semicolon between those that have no mark."""
    lines = [line.removeprefix("• ").strip() for line in value.split("\n") if line.strip()]
    marked = (line if line[-1] in ".,;:!?" else f"{line};" for line in lines[:-1])
    return " ".join((*marked, *lines[-1:]))


def _question(step: SeenStep) -> str:
    question = f"{step.change.label}. What is to come back? It can be undone."
    offered = len(offered_rows(step))
    if offered == len(step.rows):
        return question
    are = "1 is offered by itself" if offered == 1 else f"{offered:,} are offered by themselves"
    return f"{question} Of {counted(len(step.rows), 'thing')}, {are}."


def _step_in_words(step: SeenStep) -> list[Content | str]:
    change = step.change
    lines: list[Content | str] = [
        Content.styled(change.label, "bold"),
        f"Revision {change.revision}, {said_when(change)}",
    ]
    if not step.rows:
        lines += ["", NOTHING if step.before is None else NOTHING_SEEN]
    characters = 0
    for place, row in enumerate(step.rows):
        if characters > MOST_CHARACTERS:
            return [*lines, "", _and_more(step, len(step.rows) - place)]
        lines += ["", Content.styled(f"{row.thing}{DONE[row.done]}", "bold")]
        for field in row.fields:
            lines += field_in_words(row.done, field)
            characters += len(field.before) + len(field.after)
    return lines


def _and_more(step: SeenStep, count: int) -> Content:
    command = f"plandesk history PLAN --revision {step.change.revision}"
    return Content.styled(f"… and {counted(count, 'more thing')}: {command} prints all.", "bold")


def field_in_words(done: str, field: "FieldStep") -> list[Content | str]:
    """Return the lines of a field of a row that was added, removed, or is otherwise now."""
    label = Content.styled(f"{field.label}:", "$accent")
    before, after = ((one or EMPTY).split("\n") for one in (field.before, field.after))
    if done not in ("added", "removed"):
        came = Content.assemble(("→ ", "bold"), after[0])
        return [label, *map(_INDENTED.format, before), came, *map(_INDENTED.format, after[1:])]
    value = after if done == "added" else before
    if len(value) == 1:
        return [Content.assemble(label, f" {value[0]}")]
    return [label, *map(_INDENTED.format, value)]


def _not_known(change: Change, error: ConflictError) -> list[Content | str]:
    why = f"What it changed cannot be told, as the history does not lead there: {error}."
    when = f"Revision {change.revision}, {said_when(change)}"
    return [Content.styled(change.label, "bold"), when, "", f"{why} The plan itself is whole."]
