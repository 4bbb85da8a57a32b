"""Textual's command palette, made safe against keys pressed too early or too late."""

from typing import TYPE_CHECKING

from textual.await_complete import AwaitComplete
from textual.command import Command, CommandList, CommandPalette, Hit, Hits
from textual.content import Content
from textual.system_commands import SystemCommandsProvider
from textual.widgets.option_list import Option

from tui.commands import COMMAND, COMMANDS, VIEWS
from tui.dialogs.dialog import may_close, nothing_to_wait_for
from tui.dialogs.keys import PLACES
from tui.widgets.row_list import is_laid_out

if TYPE_CHECKING:
    from textual.visual import VisualType


KEY = "Key: "
"""What the words below a command begin with if they are its key."""
_KEYS_WIDTH = 9
"""The width of the column of keys, in cells."""
_PLACEHOLDER = "type what the command does   ↑↓ and Enter: do it   Esc: close"
SOUGHT = {
    "new": "start, blank, create",
    "open-word": "import, docx, last year's, browse, reply",
    "rename-plan": "title, file name",
    "written-there": "pdf, print, mail, e-mail, email, send, folder, attach",
    "bin": "undo, restore, bring back, recover, trash, waste",
    "delete": "remove, erase, take away",
    "undo": "take back, go back, mistake",
    "add": "new, insert, create",
    "note": "status, update, review",
    "register": "rename, merge, spell out, abbreviations",
    "narrow-actions": "filter, due, late, overdue, show only",
    "narrow": "filter, due, late, overdue, show only",
    "meant-due": "due",
    "calendar": "outlook, ics, diary, due",
    "layout": "font, margins, landscape, print",
    "find": "search, look for",
    "replace": "find and replace, change all, substitute",
    "merge-with-file": "save, save now",
    "share": "mail, e-mail, email, send, publish, colleague",
    "fetch": "get, receive, update",
    "spelling": "spell check, spell, proofread",
    "suggest": "spell check, spell, correct",
    "word-counts": "word count, count, length, readability",
    "export": "pdf, save, save as, print, docx, publish",
    "written": "pdf, print, mail, e-mail, email, send, attach",
    "history": "restore, earlier, recover, undo",
    "since": "compare, track changes, difference",
    "versions": "compare, approve, freeze, track changes",
    "leads": "mail, e-mail, email, send, reply, ask, due",
    "desk": "close, rename the plan, delete the plan, other plan, save and close",
    "settings": "options, preferences, font, size",
    "keys": "help, shortcuts, how",
    "quit": "exit, close, save and close",
    "picture": "insert, image, photo, logo",
    "view-plan": "aims, actions, rename, title, cover",
    "view-report": "committee, paper",
    "view-equality": "impact assessment, form",
    "view-reviews": "due, overdue, late, dates, deadline",
    "view-checks": "mistakes, problems, errors, comments",
    "view-preview": "print preview, pages, look",
}
"""The other words that officers try for a command, between commas, by its id."""
_BY_TITLE = {COMMAND[each].title: words for each, words in SOUGHT.items()}
_NOTHING = "No command is called that. Delete what you typed to see them all."
_ELSEWHERE = "Not here: “{}” is a command of {}."


def _sought_at(title: str, query: str) -> tuple[str, ...]:
    """Return the other words for a command, or beginnings of words in them, that were typed."""
    typed = " ".join(query.casefold().split())
    sought = _BY_TITLE.get(title, "").split(", ")
    return tuple(words for words in sought if typed and f" {typed}" in f" {words}")


class OfficersWords(SystemCommandsProvider):
    """Finds a command by its title, or by the other words an officer has for it."""

    async def search(self, query: str) -> Hits:
        """Yield what is meant by what was typed."""
        matcher, sought = self.matcher(query), set()
        for title, said, run, *_ in self.app.get_system_commands(self.screen):
            if words := _sought_at(title, query):
                sought.add(title)
                score = max(map(matcher.match, (title, *words)))
                yield Hit(score, Content(title), run, help=said)
        async for hit in super().search(query):
            if str(hit.prompt) not in sought:
                yield hit


def nothing_here(query: str) -> str:
    """Return what is said where no command fits: of which place one that was meant is."""
    typed = query.strip().casefold()
    for one in COMMANDS if typed else ():
        if _sought_at(one.title, query) or typed in one.title.casefold():
            in_all = set(VIEWS) <= {*one.where}
            return _ELSEWHERE.format(one.title, "an open plan" if in_all else PLACES[one.where[0]])
    return _NOTHING


class Palette(CommandPalette):
    """A palette that ignores paging keys until it lists something.

    If nothing matches, it says so at once.
    """

    DEFAULT_CSS = """
    Palette SearchIcon { display: none; }
    Palette CommandList {
        scrollbar-size-vertical: 1;

        & > .option-list--option-highlighted { background: $accent; color: $background; }
    }
    """

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__([OfficersWords], placeholder=_PLACEHOLDER, id=id)

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Say at once that nothing matches: this is called when the search is already over."""
        words = Option(Content(nothing_here(search_value)), disabled=True, id=self._NO_MATCHES)
        self.query_one(CommandList).add_option(words)
        self._list_visible = True

    def _refresh_command_list(
        self, command_list: CommandList, commands: list[Command], clear_current: bool
    ) -> None:
        """List each command on one line, its key before it."""
        lines = [Command(_on_one_line(one.prompt), one.hit, one.id) for one in commands]
        super()._refresh_command_list(command_list, lines, clear_current)

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close, unless the palette is closed already."""
        return super().dismiss(result) if may_close(self) else nothing_to_wait_for()

    def _action_command_list(self, action: str) -> None:
        if is_laid_out(self.query_one(CommandList)):
            super()._action_command_list(action)


def _on_one_line(prompt: "VisualType") -> Content:
    """Return a command with its key before it, or with the words that stood below it behind it."""
    title, *below = (prompt if isinstance(prompt, Content) else Content(str(prompt))).split("\n")
    key = below[0][len(KEY) :] if below and below[0].plain.startswith(KEY) else Content("")
    behind = [Content(f"  {one.plain}").stylize("dim") for one in below if not key.plain]
    before = " " * (_KEYS_WIDTH - key.cell_length)
    return Content.assemble(before, (key.plain, "bold"), "  ", title, *behind)
