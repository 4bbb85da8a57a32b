"""Learn a council's format from a Word file: ask for the file, a name, and what each thing is."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from desk.council import offered_formats
from desk.errors import ImportRefusedError
from desk.learning import Learned, Learning, learning_of, write_learned
from importers.learning.asked import Line, Question, answer_in_words
from plan.council.format import packaged_format_ids
from plan.text.line_breaks import shortened
from store.settings import load_settings
from tui import dialogs
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.dialog import Dialog
from tui.dialogs.reason import ReasonDialog
from tui.opening import update_settings
from tui.widgets.row_list import ListedRow, RowList

if TYPE_CHECKING:
    from tui.window import Window

_LONGEST = 300
_LONGEST_TITLE = 50
_FEW = 4
"""Up to this many answers Space goes through; more are offered in a list."""
_HEADING = "question "
_WHAT = "Learn a format from a Word file"
_WHICH_FILE = (
    "A blank form is the best teacher, then an empty report or last year's paper. What shall the "
    "format be called that plandesk makes of this one?"
)


class FormatNameDialog(ReasonDialog):
    """Asks what a format that is learned is called."""

    heading = _WHAT
    keys_in_words = "Enter: go on   Esc: leave it as it is"
    asks = "What the format is called"


class LearnDialog(Dialog[Learning]):
    """Lists each part of the file with what it is taken for; the result is what is learned.

    Space gives a line its next answer, and the list then shows what else follows from it.
    """

    DEFAULT_CSS = """
    LearnDialog #learned { text-wrap: wrap; }
    """
    heading = _WHAT
    keys_in_words = "Space or ←→: other answer   Enter: make the format   Esc: leave it as it is"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "other", show=False),
        Binding("right", "other", show=False),
        Binding("left", "other(-1)", show=False),
    ]

    def __init__(self, learning: Learning) -> None:
        super().__init__()
        self._learning = learning

    def contents(self) -> ComposeResult:
        """Yield what the file holds, and the list."""
        yield Static(self._learning.summary, markup=False)
        yield Static("")
        yield RowList(id="learned")

    def on_mount(self) -> None:
        """List the questions and focus the list, on the first line that is not sure."""
        rows = self.query_one(RowList)
        self._show("")
        rows.focus()

    def _show(self, current: str) -> None:
        rows = [row for question in self._learning.questions for row in _rows_of(question)]
        self.query_one(RowList).show(rows, current or _first(self._learning.questions))

    @property
    def _lines(self) -> dict[str, Line]:
        questions = self._learning.questions
        return {_id_of(line): line for question in questions for line in question.lines}

    async def action_other(self, step: int = 1) -> None:
        """Take the next answer for the line under the cursor."""
        current = self.query_one(RowList).current
        line = self._lines.get(current)
        if line is None or not line.choices:
            return
        if len(line.choices) > _FEW:
            self._choose(line)
            return
        place = line.choices.index(line.answer) if line.answer in line.choices else -1
        await self._tell(line, line.choices[(place + step) % len(line.choices)])

    def _choose(self, line: Line) -> None:
        """Ask which of many answers a line has."""
        rows = [ListedRow(one, answer_in_words(line.question, one)) for one in line.choices]
        question = f"What is it? ({line.place})"
        asked = ChooseDialog(shortened(line.words, _LONGEST_TITLE), question, rows, line.answer)

        async def chosen(answer: str | None) -> None:
            if answer:
                await self._tell(line, answer)

        self.app.push_screen(asked, chosen)

    async def _tell(self, line: Line, answer: str) -> None:
        """Take an answer; where nothing can be learned with it, say so and keep the one before.

        The paper is read again on a thread, and the keys pressed meanwhile wait for it.
        """
        try:
            self._learning = await asyncio.to_thread(self._learning.told, {line.key: answer})
        except ImportRefusedError as error:
            self.notify(str(error), severity="error", markup=False)
        self._show(_id_of(line))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with what is learned."""
        event.stop()
        self.dismiss(self._learning)


class _QuestionRow(ListedRow):
    """A question above its lines."""

    __slots__ = ()

    @property
    def content(self) -> Content:
        """What is painted; never parsed as markup."""
        return Content.styled(self.line, "bold")


def _rows_of(question: Question) -> Sequence[ListedRow]:
    rows: list[ListedRow] = [_QuestionRow(f"{_HEADING}{question.id}", question.asks)]
    for line in question.lines:
        said = shortened(line.words, _LONGEST)
        answer = answer_in_words(line.question, line.answer)
        rows.append(ListedRow(_id_of(line), f"  {said}: {answer}", f"    {line.place}"))
    return rows


def _id_of(line: Line) -> str:
    return "\n".join(line.key)


def _first(questions: Sequence[Question]) -> str:
    lines = (line for question in questions for line in question.lines if not line.is_sure)
    return next(map(_id_of, lines), "")


async def learn_format(app: "Window") -> None:
    """Ask for a Word file and a name, show what each thing is taken for, and make the format."""
    settings, _ = load_settings()
    folder = Path(settings.open_folder) if settings.open_folder else Path.home()
    folder = folder if folder.is_dir() else Path.home()
    chosen = await app.push_screen_wait(dialogs.OpenFileDialog(folder, heading=_WHAT))
    if chosen is None:
        return
    update_settings(load_settings()[0], open_folder=str(chosen.parent))
    name = await app.push_screen_wait(FormatNameDialog(_asked(), chosen.stem))
    if not name:
        return
    try:
        learning = await _read(app, chosen, name)
        wanted = await app.push_screen_wait(LearnDialog(learning))
        if wanted is not None:
            learned = await asyncio.to_thread(write_learned, wanted)
            app.push_screen(dialogs.NoticeDialog("Learned", _told(learned, wanted)))
    except ImportRefusedError as error:
        app.say(str(error), is_problem=True)


async def _read(app: "Window", paper: Path, name: str) -> Learning:
    """Read a paper on a thread, and say so meanwhile. Raises ImportRefusedError."""
    app.title_line.state = f"Reading {paper.name} …"
    try:
        return await asyncio.to_thread(learning_of, paper, name)
    finally:
        app.title_line.state = ""


def _asked() -> str:
    packaged = packaged_format_ids()
    own = [one.name for one in offered_formats() if one.id not in packaged and not one.problem]
    if not own:
        return _WHICH_FILE
    named = ", ".join(f"“{name}”" for name in own)
    return f"{_WHICH_FILE} Under the name of one that there is, it adds what that lacks: {named}."


def _told(learned: Learned, learning: Learning) -> str:
    """Return what was written, and how much of the same paper the new format can hold."""
    lines = [*learned.remarks]
    lines += [f"Written: {path}" for path in learned.written]
    if not learned.written:
        lines.append("The format lacked nothing that this paper has: no file was changed.")
    if learned.is_used:
        lines.append(f"Papers are read and written in the format “{learning.name}” from now on.")
    else:
        lines.append(
            "f on the first screen chooses the format that papers are read and written in."
        )
    return "\n".join(
        [*lines, "", f"{learning.source.name}, read with it:", *learned.account.lines()]
    )
