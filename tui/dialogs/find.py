"""Find words in the plan or in all plans, by the sentence; and put others in their place."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from desk.finding_words import (
    FoundInPlan,
    found_in,
    nothing_in_words,
    said_in,
    times_in_words,
)
from desk.session import PlanSession
from plan.council.format import FormatError
from plan.text.line_breaks import NO_TEXT, counted
from plan.text.word_search import Span
from plan.wording.place_words import place_in_words
from tui.dialogs.dialog import Dialog
from tui.widgets.row_list import ListedRow, RowList
from tui.widgets.text_line import TextLine
from tui.words.search import Search

MOST_LISTED = 50
"""Sentences that are listed while the officer types: more are not looked through by eye."""
MOST_SHOWN = 1_000
"""Sentences that are listed to be replaced; those beyond are replaced with them."""
_MOST_WHOLE = 200
"""Sentences to be replaced up to which each is shown whole, on as many lines as it takes."""
_BEFORE = 30
"""Most characters of a sentence to list before the words."""
_FIND_KEYS = "Enter: go there   Ctrl+R: replace   Esc: close"
_REPLACE_KEYS = "Enter: see what is replaced   Esc: close"
_PREVIEW_KEYS = (
    "Enter: replace what is ticked   o: only this one   Space: tick or not   Esc: leave it as it is"
)
_HINT = "Type words, or the ref of an action."
_READING = "The plan is being read …"


def _without_enter(keys: str) -> str:
    """Return the keys of a list in which there is nothing to go to."""
    return keys.partition("   ")[2]


@dataclass(frozen=True)
class Chosen:
    """What to go to, or what to replace the words in."""

    found: tuple[FoundInPlan, ...]
    is_to_replace: bool = False


@dataclass(frozen=True, slots=True)
class FoundRow(ListedRow):
    """A sentence that was found: its words in bold, and below it where it is."""

    words: tuple[Span, ...] = ()
    then: str = ""
    """The sentence with the new words, where they are to be replaced."""
    tick: str = ""

    @property
    def content(self) -> Content:
        """What is painted; never parsed as markup."""
        first = self.words[0][0] if self.words else 0
        start = self.line.rfind(" ", 0, first - _BEFORE) + 1 if first > _BEFORE else 0
        cut = "… " if start else ""
        sentence = Content(self.line[start:])
        for span in self.words:
            sentence = sentence.stylize("bold underline", span[0] - start, span[1] - start)
        lines = [Content.assemble(self.tick, cut, sentence)]
        indent = " " * len(self.tick)
        if self.tick:
            lines.append(Content(f"{indent}→ {cut}{self.then[start:]}"))
        lines.append(Content.styled(f"{indent}  {self.below}", "dim"))
        return Content("\n").join(lines)


class FindDialog(Dialog[Chosen]):
    """Lists the sentences in which words are found while they are typed.

    To replace, the words that are to stand there are typed below them; the list then shows each
    sentence as it will be, to tick or not. Nothing changes before the dialog is left with Enter.
    """

    DEFAULT_CSS = """
    FindDialog {
        align: center top;

        & > #dialog { width: 96%; max-width: 132; max-height: 94%; margin-top: 1; }

        .line { height: 1; }
        .line Static { width: 13; }
        .line Input { width: 1fr; margin: 0; }
        #how { color: $text-muted; }
        #found {
            max-height: 100%;

            &.-whole { text-wrap: wrap; }
        }
    }
    """
    keys_in_words = _FIND_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move('cursor_up')", show=False, priority=True),
        Binding("down", "move('cursor_down')", show=False, priority=True),
        Binding("pageup", "move('page_up')", show=False, priority=True),
        Binding("pagedown", "move('page_down')", show=False, priority=True),
        Binding("f5", "switch('word')", show=False),
        Binding("f6", "switch('case')", show=False),
        Binding("f8", "switch('desk')", show=False),
        Binding("ctrl+r", "replace", show=False),
        Binding("space", "tick", show=False),
        Binding("o", "take_one", show=False),
    ]

    def __init__(self, search: Search, session: PlanSession, *, is_replacing: bool = False) -> None:
        super().__init__()
        self._search = search
        self._session = session
        self._is_replacing = is_replacing
        self._found: tuple[FoundInPlan, ...] = ()
        self._left_out: set[int] = set()
        self._due = 0

    def contents(self) -> ComposeResult:
        """Yield the lines to type in, the choices, and the list."""
        with Horizontal(classes="line"):
            yield Static("Find", markup=False)
            yield TextLine(self._search.wanted.text, placeholder=_HINT, id="wanted")
        with Horizontal(classes="line", id="new-line"):
            yield Static("Replace by", markup=False)
            yield TextLine(self._search.new, placeholder="nothing: the words are deleted", id="new")
        yield Static("", id="how", markup=False)
        found = RowList(id="found")
        found.add_class("-of-line")  # whose Enter goes there
        yield found

    def on_mount(self) -> None:
        """Read the words of the plan, and list what was looked for last."""
        self.set_focus(self.query_one("#wanted"))
        self._show()
        self._read()

    def _read(self) -> None:
        if not self._search.is_ready(self._session):
            self.run_worker(self._get_ready(), group="words", exclusive=True, exit_on_error=False)

    async def _get_ready(self) -> None:
        try:
            await self._search.get_ready(self._session)
        except FormatError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        for problem in self._search.problems:
            self.notify(problem, severity="error", markup=False)
        if not self.is_attached:
            return
        self._show()
        due, self._due = self._due, 0
        for _ in range(due):
            self._take()

    # What is shown

    @property
    def _is_shown(self) -> bool:
        """Whether what would be replaced is shown, to be ticked."""
        return self._is_replacing and isinstance(self.focused, RowList)

    def _show(self) -> None:
        """List what is found with what is typed and chosen now."""
        search = self._search
        self.query_one("#dialog").border_title = Content(
            "Replace words" if self._is_replacing else "Find words"
        )
        self.query_one("#new-line").display = self._is_replacing
        self._found = self._look() if search.is_ready(self._session) else ()
        self._left_out.clear()
        self._show_rows()

    def _look(self) -> tuple[FoundInPlan, ...]:
        search = self._search
        if not self._is_replacing:
            return found_in(search.plans, search.wanted, MOST_LISTED + 1)
        if self._is_shown:
            return said_in(search.plans, search.wanted)
        found = found_in(search.plans, search.wanted, MOST_LISTED + 1)
        return tuple(one for one in found if one.found.is_said)

    def _show_rows(self) -> None:
        rows = self.query_one(RowList)
        most = MOST_SHOWN if self._is_shown else MOST_LISTED
        shown = [self._row(place, one) for place, one in enumerate(self._found[:most])]
        rows.empty = ""
        # What is to be replaced is seen whole; to wrap more than that would take too long.
        rows.set_class(self._is_shown and len(shown) <= _MOST_WHOLE, "-whole")
        rows.show(shown, rows.current)
        self.query_one("#how", Static).update(Content(f"{self._choices()}\n{self._told()}"))
        keys = _REPLACE_KEYS if self._is_replacing else _FIND_KEYS
        if self._is_shown and shown:
            keys = _PREVIEW_KEYS
        self.show_keys(keys if shown else _without_enter(keys))

    def _row(self, place: int, one: FoundInPlan) -> FoundRow:
        wording, found = one.of.wording, one.found
        where = place_in_words(one.of.words.plan, found.text.said.place, wording)
        where = f"{one.of.name}, {where}" if self._search.is_of_desk else where
        near = "near: " if found.is_near else ""
        tick = then = ""
        if self._is_replacing and self._is_shown:
            tick = "[ ] " if place in self._left_out else "[x] "
            then = found.sentence_with(self._search.wanted, self._search.new)
        sentence = found.sentence or NO_TEXT
        words = found.words_in_sentence
        return FoundRow(str(place), sentence, f"{near}{where}", words, then, tick)

    def _choices(self) -> str:
        search = self._search
        choices = (
            (search.wanted.whole_word, "F5 whole words"),
            (search.wanted.same_case, "F6 same case"),
            (search.is_of_desk, "F8 all plans"),
        )
        return "   ".join(f"[{'x' if is_on else ' '}] {words}" for is_on, words in choices)

    def _told(self) -> str:
        search = self._search
        if search.wanted.is_empty:
            return _HINT
        if not search.is_ready(self._session):
            return _READING
        if not self._found:
            return nothing_in_words(search.wanted, "" if search.is_of_desk else self._session.name)
        if self._is_shown:
            ticked = tuple(one.found for one in self._ticked)
            return f"To be replaced: {times_in_words(ticked)}." if ticked else "Nothing is ticked."
        if len(self._found) > MOST_LISTED:
            return f"More than {MOST_LISTED} sentences; the first are listed."
        near = sum(one.found.is_near for one in self._found)
        said = len(self._found) - near
        told = counted(said, "sentence") if said else "No sentence says just this"
        return f"{told}, {near} near." if near else f"{told}."

    @property
    def _ticked(self) -> tuple[FoundInPlan, ...]:
        return tuple(one for place, one in enumerate(self._found) if place not in self._left_out)

    # What the officer does

    @on(Input.Changed)
    def look_again(self, event: Input.Changed) -> None:
        """Look for what is typed now."""
        event.stop()
        if self._note_typed():
            self._show()

    def _note_typed(self) -> bool:
        """Note what stands in the lines now; return whether other words are wanted than before."""
        search = self._search
        search.new = self.query_one("#new", Input).value
        text = self.query_one("#wanted", Input).value.strip()
        if text == search.wanted.text:
            return False
        search.wanted, search.at = search.wanted._replace(text=text), None
        return True

    def action_switch(self, choice: str) -> None:
        """Switch whole words, the same case or all plans on or off."""
        search, wanted = self._search, self._search.wanted
        match choice:
            case "word":
                search.wanted = wanted._replace(whole_word=not wanted.whole_word)
            case "case":
                search.wanted = wanted._replace(same_case=not wanted.same_case)
            case _:
                search.is_of_desk = not search.is_of_desk
        search.at = None
        self._show()
        self._read()

    def action_replace(self) -> None:
        """Ask what is to stand in the place of the words."""
        if self._session.read_only_reason:
            self.notify(self._session.read_only_reason, severity="error", markup=False)
            return
        self._is_replacing = True
        self._note_typed()
        self._show()
        self.set_focus(self.query_one("#new" if self._search.wanted.text else "#wanted"))

    def action_move(self, how: str) -> None:
        """Move the cursor of the list, wherever the focus is."""
        getattr(self.query_one(RowList), f"action_{how}")()

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def take(self, event: Input.Submitted | OptionList.OptionSelected) -> None:
        """Do what Enter does, in a line or in the list, where a double click does it too."""
        event.stop()
        self._take()

    def _take(self) -> None:
        """Go to the sentence under the cursor; to replace, go on to the next line or do it."""
        if self._note_typed():
            self._show()
        if self._is_replacing and self.focused is self.query_one("#wanted"):
            self.set_focus(self.query_one("#new"))
        elif not self._search.is_ready(self._session):
            self._due += 1  # it is done as soon as the plan is read
        elif self._is_replacing and not self._is_shown:
            self.set_focus(self.query_one(RowList) if self._found else self.query_one("#wanted"))
            self._show()
        elif self._is_replacing:
            self._leave(self._ticked)
        else:
            self._leave(self._current)

    def action_take_one(self) -> None:
        """Replace only in the sentence under the cursor."""
        if self._is_shown:
            self._leave(self._current)

    def action_tick(self) -> None:
        """Tick the sentence under the cursor to be replaced, or take its tick away."""
        current = self.query_one(RowList).current
        if self._is_shown and current:
            self._left_out ^= {int(current)}
            self._show_rows()

    @property
    def _current(self) -> tuple[FoundInPlan, ...]:
        current = self.query_one(RowList).current
        return (self._found[int(current)],) if current else ()

    def _leave(self, found: tuple[FoundInPlan, ...]) -> None:
        if found:
            self.dismiss(Chosen(found, is_to_replace=self._is_replacing))

    def on_descendant_focus(self) -> None:
        """Show what would be replaced while the list has the focus, and else what is found."""
        self._show()
