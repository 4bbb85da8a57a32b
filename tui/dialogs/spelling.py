"""Go through the words that may be misspelt, or look at the one at the cursor of a field."""

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from pydantic import ValidationError
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from desk.finding_words import corrected
from desk.history_steps import wording_of
from desk.spelling import (
    Misspelling,
    Spelling,
    around,
    load_spelling,
    misspellings,
    replaced_part,
)
from files.ordinary import reason_of
from plan.council.format import FormatError
from plan.text.line_breaks import counted
from plan.text.words import Span
from plan.wording.place_words import place_in_words
from store.dictionary import NoDictionaryError, words_path
from tui.dialogs.dialog import Dialog
from tui.opening import show_view
from tui.views.plan_views import VIEW_OF_TABLE
from tui.widgets.row_list import ListedRow, RowList

if TYPE_CHECKING:
    from desk.session import PlanSession
    from plan.model.finding import Place
    from plan.model.plan import Plan
    from tui.widgets.field_editor import FieldEditor
    from tui.window import Window

_NEXT, _LEAVE, _ADD, _GO = "next", "leave", "add", "go"
_ONE, _ALL = "one ", "all "
"""What an answer begins with that has a word: where that word is put."""
_NOTHING = "Nothing is misspelt in this plan, its report or its assessments."


class SpellingDialog(Dialog[str]):
    """Shows a word in its sentence with what may be meant.

    The result is what to do: `next`, `leave`, `add` or `go`, or `one ` or `all ` with the word that
    takes its place. In a field (`is_in_field`) there is only this one word to answer for.
    """

    DEFAULT_CSS = """
    SpellingDialog #sentence { height: auto; max-height: 8; margin-bottom: 1; }
    """
    heading = "Spelling"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,right", f"answer('{_NEXT}')", show=False),
        Binding("i", f"answer('{_LEAVE}')", show=False),
        Binding("a", f"answer('{_ADD}')", show=False),
        Binding("g", f"answer('{_GO}')", show=False),
        Binding("e", "everywhere", show=False),
    ]

    def __init__(
        self,
        word: str,
        sentence: tuple[str, str],
        suggestions: tuple[str, ...],
        where: str = "",
        *,
        is_in_field: bool = False,
    ) -> None:
        super().__init__()
        self._word = word
        self._sentence = sentence
        self._suggestions = suggestions
        self._where = where
        self._is_in_field = is_in_field

    @property
    def keys_in_words(self) -> str:  # type: ignore[override]
        """The keys that do something here."""
        take = "Enter: put it there   " if self._suggestions else ""
        if self._is_in_field:
            return f"{take}a: it is right, on the council's list   Esc: back"
        everywhere = "e: everywhere   " if self._suggestions else ""
        return (
            f"{take}{everywhere}n: leave it   i: leave it everywhere   "
            "a: it is right, on the council's list   g: go there   Esc: stop"
        )

    def contents(self) -> ComposeResult:
        """Yield the sentence, and what may be meant."""
        before, after = self._sentence
        word = (self._word, "bold underline")
        lines = Content.assemble(before, word, after)
        if self._where:
            lines = Content.assemble((f"{self._where}\n", "dim"), lines)
        yield Static(lines, id="sentence", markup=False)
        if self._suggestions:
            yield RowList(id="choices")
        else:
            yield Static("Nothing like it is in the dictionary.", markup=False)

    def on_mount(self) -> None:
        """Fill the list and focus it."""
        self.query_one("#dialog").border_title = Content(f"Spelling: {self._word}")
        if self._suggestions:
            choices = self.query_one(RowList)
            choices.show([ListedRow(one, one) for one in self._suggestions], "")
            choices.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Put the chosen word there."""
        event.stop()
        self.dismiss(f"{_ONE}{self.query_one(RowList).current}")

    def action_everywhere(self) -> None:
        """Put the word under the cursor wherever the misspelt one stands."""
        if self._suggestions and not self._is_in_field:
            self.dismiss(f"{_ALL}{self.query_one(RowList).current}")

    def action_answer(self, what: str) -> None:
        """Close with what to do about the word."""
        if not self._is_in_field or what == _ADD:
            self.dismiss(what)


# At the cursor of a field


def suggest_spelling(app: "Window", editor: "FieldEditor") -> None:
    """Offer what the misspelt word at the cursor may be, or the next one of the field."""
    spelling = _loaded(app)
    if spelling is None:
        return
    row, span = _at_cursor(editor, spelling)
    if span is None:
        app.say("Nothing is misspelt in this field.")
        return
    line = editor.document.get_line(row)
    word = span.of(line)

    def answered(what: str | None) -> None:
        if what == _ADD:
            _add(app, spelling, word)
            editor.mark_misspelt()
        elif what is not None and what.startswith(_ONE):
            to = what.removeprefix(_ONE)
            start, end = replaced_part(line, span, to)
            editor.replace(to, (row, start), (row, end))
            editor.move_cursor((row, start + len(to)))

    found = spelling.suggestions(word)
    dialog = SpellingDialog(word, around(line, span), found, is_in_field=True)
    app.push_screen(dialog, answered)


def _at_cursor(editor: "FieldEditor", spelling: Spelling) -> tuple[int, Span | None]:
    """Return the line and place of the misspelt word at the cursor, else of the next one."""
    row, column = editor.cursor_location
    found: list[tuple[int, Span | None]] = [
        (line, span)
        for line in range(editor.document.line_count)
        for span in spelling.misspelt_in(editor.document.get_line(line))
    ]
    here = [one for one in found if one[1] is not None and (one[0], one[1].end) >= (row, column)]
    return (here or found or [(row, None)])[0]


# Through the whole paper


@dataclass
class _Walk:
    """A walk through a plan: what was found, and what has been answered so far.

    `left` are the words that are left everywhere, `after` is from where to go on.
    """

    session: "PlanSession"
    spelling: Spelling
    after: tuple[int, int] = (0, 0)
    left: set[str] = field(default_factory=set)
    righted: int = 0
    added: int = 0
    found: tuple[Misspelling, ...] = ()
    found_in: "Plan | None" = None

    async def next_word(self) -> Misspelling | None:
        """Return the next word that may be misspelt; look for them again after a change.

        Raises FormatError where the form of an assessment cannot be used.
        """
        plan, council = self.session.plan, self.session.council
        if self.found_in is not plan:
            self.found = await asyncio.to_thread(misspellings, plan, council, self.spelling)
            self.found_in = plan
        return next((one for one in self.found if self._is_to_ask(one)), None)

    def _is_to_ask(self, one: Misspelling) -> bool:
        return (one.number, one.span.start) >= self.after and one.word not in self.left

    @property
    def in_words(self) -> str:
        """What has been done."""
        done = [f"{counted(self.righted, 'word')} put right"] if self.righted else []
        done += [f"{self.added} added to the council's list"] if self.added else []
        return f"{', '.join(done)}. " if done else ""


async def walk_spelling(app: "Window") -> None:
    """Show one word after the other that may be misspelt, and do what the officer says."""
    session, spelling = app.session, _loaded(app)
    if session is None or spelling is None:
        return
    walk = _Walk(session, spelling)
    try:
        place = await _walked(app, walk)
    except FormatError as error:
        app.say(f"The spelling of this plan cannot be looked at. {error}", is_problem=True)
        return
    if place is not None:
        await show_view(app, VIEW_OF_TABLE[place.table], place=place)
    elif walk.righted and app.view is not None and app.session is session:
        app.view.enter()


async def _walked(app: "Window", walk: _Walk) -> "Place | None":
    """Ask about one word after the other; return where the officer wants to go, if anywhere."""
    said = _NOTHING
    while app.session is walk.session:
        word = await walk.next_word()
        if word is None:
            app.say(f"{walk.in_words}{said}")
            break
        said = "That is the end of what may be misspelt."
        what = await app.push_screen_wait(_dialog(walk, word))
        if what == _GO:
            return word.text.place
        if what is None:
            if walk.in_words:
                app.say(walk.in_words.strip())
            break
        _answer(app, walk, word, what)
    return None


def _dialog(walk: _Walk, found: Misspelling) -> SpellingDialog:
    plan = walk.session.plan
    where = place_in_words(plan, found.text.place, wording_of(walk.session.council, plan))
    suggestions = walk.spelling.suggestions(found.word)
    return SpellingDialog(found.word, found.around, suggestions, where[:1].upper() + where[1:])


def _answer(app: "Window", walk: _Walk, word: Misspelling, what: str) -> None:
    """Do what the officer said about a word, and go on behind it."""
    walk.after = word.number, word.span.end
    if what == _LEAVE:
        walk.left.add(word.word)
    elif what == _ADD:
        walk.added += _add(app, walk.spelling, word.word)
        walk.found_in = None
    elif what != _NEXT:
        to = what.removeprefix(_ONE).removeprefix(_ALL)
        same = [one for one in walk.found if one.word == word.word]
        each = same if what.startswith(_ALL) else [word]
        if _put_right(app, each, to):
            walk.righted += len(each)
            before = sum(one.number == word.number and one.span < word.span for one in each)
            shift = len(to) - (word.span.end - word.span.start)
            walk.after = word.number, word.span.end + shift * (before + 1)


def _put_right(app: "Window", each: list[Misspelling], to: str) -> bool:
    """Put another word in the place of each; return whether the plan was changed."""
    session, view = app.session, app.view
    if session is None or view is None or view.is_read_only():
        return False
    try:
        return session.make(corrected(each, to, session.council))
    except ValidationError:
        app.say(
            f"“{to}” makes a field longer than it may be: nothing was changed.", is_problem=True
        )
        return False


# The dictionary


def _loaded(app: "Window") -> Spelling | None:
    """Return what words are checked by; where there is none, say how to have it."""
    if app.spelling is None:
        try:
            app.spelling = load_spelling()
        except NoDictionaryError as error:
            app.say(str(error), is_problem=True)
    return app.spelling


def _add(app: "Window", spelling: Spelling, word: str) -> bool:
    """Put a word on the council's own list, and say so; return whether it is there."""
    try:
        spelling.add(word)
    except OSError as error:
        why = f"“{word}” could not be added to {words_path()}: {reason_of(error)}."
        app.say(why, is_problem=True)
        return False
    app.say(f"“{word}” is on the council's own list, {words_path()}.")
    return True
