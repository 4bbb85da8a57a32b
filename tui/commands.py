"""The one table of commands: keys, palette, key line and help are all made from it.

To add a command, add a row here and an `action_` method where it applies. The settings can give a
command other keys, by its id.
"""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple, TypeAlias
from unicodedata import lookup

from plan.model.documents import DOCUMENTS, PREVIEWED
from tui.views.plan_views import PLAN_VIEWS

Where: TypeAlias = Literal[
    "everywhere",
    "desk",
    "aims",
    "actions",
    "fields",
    "outline",
    "passages",
    "assessments",
    "questions",
    "answer",
    "marks",
    "reviews",
    "checks",
    "preview",
    "editing",
    "moving",
    "jumping",
]

PANELS: tuple[Where, ...] = ("aims", "actions", "fields")
REPORT: tuple[Where, ...] = ("outline", "passages")
EQUALITY: tuple[Where, ...] = ("assessments", "questions", "answer", "marks")
PREVIEW: tuple[Where, ...] = ("preview",)

WRITTEN: tuple[Where, ...] = (*PANELS, *REPORT, *EQUALITY)
"""The places where a plan is edited, in all views."""
VIEWS: tuple[Where, ...] = (*WRITTEN, "reviews", "checks", *PREVIEW)
PLACES: tuple[Where, ...] = ("desk", *VIEWS, "moving", "jumping", "editing")
LETTERS_ARE_TEXT: tuple[Where, ...] = ("editing", "marks")
"""The places where a letter is typed or ticks a box: there a command's other key is shown."""

_ROWS: tuple[Where, ...] = ("aims", "actions", "outline", "assessments", "questions")
_INNER: tuple[Where, ...] = ("fields", "passages", "questions", "answer")
_ENTERED: tuple[Where, ...] = (*PANELS, *REPORT, "assessments", "questions", "answer")
_DELETED: tuple[Where, ...] = ("desk", *_ENTERED)
_COPIED: tuple[Where, ...] = (*PANELS, *REPORT, "answer")
_DUPLICATED: tuple[Where, ...] = (*PANELS, *REPORT, "assessments", "questions")
_LISTS: tuple[Where, ...] = ("aims", "actions")
_ON_ACTION: tuple[Where, ...] = ("actions", "fields")
_REVIEWS: tuple[Where, ...] = ("reviews",)
_NOTED: tuple[Where, ...] = (*PANELS, *_REVIEWS)
_PLACED: tuple[Where, ...] = ("reviews", "checks")
_JUMPED: tuple[Where, ...] = (*WRITTEN, "reviews", "checks")
_ANSWERED: tuple[Where, ...] = ("questions", "answer")
_OFFERED: tuple[Where, ...] = (*REPORT, "questions", "answer")
_ALL_OFFERED: tuple[Where, ...] = (*_OFFERED, "assessments")


class Command(NamedTuple):
    """A command: something that an officer can do.

    `keys` are Textual's names, separated by commas; the first one is shown. `short` is its name on
    the key line, where commands with a higher `weight` are kept longer as the window narrows (0 is
    never shown there). `does` is a Textual action, by default the id with underscores. A command
    that `comes_first` is finished before any later key is handled, so that those keys are typed
    into what it opens.
    """

    id: str
    title: str
    short: str
    keys: str
    where: tuple[Where, ...]
    weight: int = 0
    in_palette: bool = True
    does: str = ""
    comes_first: bool = False

    @property
    def action(self) -> str:
        """The Textual action that runs the command."""
        return self.does or self.id.replace("-", "_")

    @property
    def method(self) -> str:
        """The name of the method, of a widget or the app, that runs the command."""
        return f"action_{self.action.partition('(')[0]}"


_COUNTS = "How many words there are, and how easily they are read"
LETTERS = "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,r,s,t,u,v,w,x,y,z"
"""The letters that stand where the cursor can jump to: all but the one that quits."""
DIGITS = "1,2,3,4,5,6,7,8,9,0"
_LET_GO = "List all actions again, take the marks away, or go back"
_CHOOSE = "Choose from what is known: leads, indicators, statuses …"
_ONLY = "Show only some reviews: of a lead, an aim, a status, a page …"
_NARROW = "Show only some actions: of a lead, a status, a page, a date …"
_LAYOUT = "Layout of the papers: table or cards, columns, cover, large print …"
_NAMES = "Use the framework's names for the quality indicators"

COMMANDS: tuple[Command, ...] = (
    # The desk
    Command("open", "Open the plan", "open", "enter", ("desk",), 90),
    Command("new", "New plan", "new", "n", ("desk",), 80, comes_first=True),
    Command("open-word", "Open a Word file", "open Word file", "o", ("desk",), 85),
    Command("sample", "Open the sample plan", "sample", "s", ("desk",), 60),
    Command("rename-plan", "Rename the plan, and its file", "rename", "r,f2", ("desk",), 44),
    Command("written-there", "Open or print what was written of it", "written", "O", ("desk",)),
    Command("bin", "Deleted plans", "deleted plans", "b", ("desk",), 50),
    Command("format", "Council format: how new papers are laid out", "format", "f", ("desk",), 42),
    Command("learn", "Learn a format from a Word file", "learn", "l", ("desk",), 41),
    # The reviews and the checks
    Command("open-place", "Go to where it is", "go there", "enter", _PLACED, 95),
    # An open plan, in whichever view it is written
    Command("edit", "Edit what is under the cursor", "edit", "enter", _ENTERED, 95),
    Command("go-in", "To the panel on the right", "in", "right", _ROWS, 20),
    Command("go-back", "Back to the panel on the left", "back", "escape,left", _INNER, 46),
    Command("back-to-aims", "Back to the aims", "back", "left", ("actions",), 30),
    Command("let-go", _LET_GO, "unmark", "escape", _LISTS),
    Command("next-panel", "To the next panel", "next panel", "tab", _ENTERED),
    Command("previous-panel", "To the panel before", "panel before", "shift+tab", _ENTERED),
    Command("add", "Add below", "add", "a", _ENTERED, 90),
    Command("move", "Move it up, down or elsewhere", "move", "m", (*PANELS, *REPORT), 80),
    Command("duplicate", "Duplicate it", "duplicate", "ctrl+d", _DUPLICATED),
    Command("copy", "Copy it", "copy", "c,ctrl+c", _COPIED, 35),
    Command("paste", "Paste what was copied", "paste", "v", _COPIED, 34),
    Command("delete", "Delete what is under the cursor", "delete", "d,delete", _DELETED, 70),
    Command("narrow-actions", _NARROW, "only …", "f", PANELS, 58, does="narrow"),
    Command("undo", "Undo", "undo", "u,ctrl+z", VIEWS, 75),
    Command("redo", "Redo", "redo", "y,ctrl+y", VIEWS, 40),
    # The plan
    Command(
        "mark-row", "Mark it, and go to the next: then do it to all", "mark", "space", _LISTS, 64
    ),
    Command("mark-all", "Mark all that are listed", "mark all", "ctrl+a", _LISTS),
    Command("set-field", "Set a field of all that are marked", "set a field", "s", _LISTS, 92),
    Command("cut", "Cut it: copy it and take it away here", "cut", "ctrl+x", PANELS, 28),
    Command("note", "Progress: a note for one action after another", "progress", "p", _NOTED, 65),
    Command("bullets", "Bullets in this list: on or off", "bullets", "b", ("fields",), 50),
    Command("explain", "Explain this action: all that hangs on it", "explain", "x", _ON_ACTION, 33),
    Command("trace", "Where the plan answers the inspection report", "trace", "t", PANELS, 31),
    Command("names", _NAMES, "use names", "ctrl+n", PANELS),
    Command(
        "register", "Names: leads, groups, indicators, statuses, acronyms", "names", "N", VIEWS
    ),
    # The report
    Command("table", "Add a table below", "table", "t", REPORT, 38),
    Command("picture", "Add a picture below", "picture", "i", REPORT, 16, comes_first=True),
    Command("column-add", "Add a column to the table", "add column", "A", ("passages",), 55),
    Command("column-delete", "Delete the column", "delete column", "D", ("passages",), 37),
    Command("column-left", "Move the column left", "column left", "less_than_sign", ("passages",)),
    Command(
        "column-right", "Move the column right", "column right", "greater_than_sign", ("passages",)
    ),
    Command("kind", "Numbered, heading or text: the next kind", "kind", "k", ("passages",), 65),
    # The report and the assessments
    Command("take", "Take what is offered", "take offer", "w", _OFFERED),
    Command("take-all", "Take all that is offered", "take all", "W", _ALL_OFFERED),
    # The assessments
    Command("mark", "Tick the box, or take its tick away", "tick", "space", ("marks",), 95),
    Command(
        "mark-on", "Tick the box, or on from a ticked one", "tick, on", "enter", ("marks",), 94
    ),
    Command("leave", "Back to the questions", "back", "escape,left", ("marks",), 88),
    Command("make-action", "Make it an action of the plan", "to the plan", "t", _ANSWERED, 66),
    Command("move-row-up", "Move the row up", "row up", "ctrl+up", _ANSWERED, does="move_row(-1)"),
    Command(
        "move-row-down", "Move the row down", "row down", "ctrl+down", _ANSWERED, does="move_row(1)"
    ),
    # The reviews
    Command("grouping", "By month, lead, aim or plan: the next", "by lead …", "g", _REVIEWS, 90),
    Command("narrow", _ONLY, "only …", "f", _REVIEWS, 85),
    Command("show-all", "Show the reviews of all actions again", "all", "escape", _REVIEWS),
    Command("period", "Before which committee: from when to when", "dates", "b", _REVIEWS, 80),
    Command("whole-desk", "Every plan of the desk, or this one", "all plans", "a", _REVIEWS, 70),
    Command("meant-due", "The date is when it is done", "done then", "d", _REVIEWS, 65),
    Command("meant-review", "The date is when it is reviewed", "reviewed then", "r", _REVIEWS, 64),
    Command("calendar", "Write a calendar file", "calendar", "c", _REVIEWS, 50),
    Command("promise", "Note what was promised at the meeting", "promise", "P", _REVIEWS),
    Command("reminder", "How long before the calendar reminds", "reminder", "i", _REVIEWS),
    # The checks
    Command("reason", "Leave it as it is, for a reason", "give a reason", "r", ("checks",), 90),
    Command("answered", "Those left for a reason: show or hide", "answered", "s", ("checks",), 60),
    # The preview
    Command("page-down", "Next screenful", "next screen", "pagedown,space", PREVIEW, 95),
    Command("page-up", "Screenful before", "screen before", "pageup,b", PREVIEW, 90),
    Command("line-down", "One line down", "down", "down", PREVIEW),
    Command("line-up", "One line up", "up", "up", PREVIEW),
    Command("first-page", "Beginning of the paper", "beginning", "home", PREVIEW, 37),
    Command("last-page", "End of the paper", "end", "end", PREVIEW, 36),
    Command("next-paper", "Next paper", "next paper", "right,tab", PREVIEW, 80),
    Command("previous-paper", "Paper before", "paper before", "left,shift+tab", PREVIEW),
    *(
        Command(f"paper-{kind}", f"Read {name}", name, letter, PREVIEW, does=f"paper('{kind}')")
        for kind, name, letter in ((one.kind, one.name, one.letter) for one in DOCUMENTS.values())
        if kind in PREVIEWED
    ),
    Command("layout", _LAYOUT, "layout", "l", PREVIEW, 85),
    Command("copy-page", "Copy what is on the screen", "copy screen", "c,ctrl+c", PREVIEW),
    # Every view of an open plan
    *(
        Command(
            f"view-{view.id}",
            f"{view.title}: go to this view",
            view.title,
            view.number,
            VIEWS,
            does=f"view('{view.id}')",
        )
        for view in PLAN_VIEWS
    ),
    Command("find", "Find words in the plan, or in all plans", "find", "slash,ctrl+f", VIEWS, 60),
    Command("find-next", "Find the next one", "find next", "n,f3", VIEWS),
    Command("replace", "Replace words", "replace", "ctrl+r", VIEWS),
    Command(
        "merge-with-file",
        "Not saved? Bring together with the file, or keep it elsewhere",
        "not saved?",
        "ctrl+g",
        VIEWS,
    ),
    Command("share", "Share the plan with colleagues", "share", "f9", VIEWS),
    Command("fetch", "Fetch what colleagues have shared, and copies", "fetch", "f6", VIEWS),
    Command("conflicts", "Settle what was written differently", "conflicts", "C", VIEWS, 97),
    Command("spelling", "Go through the words that may be misspelt", "spelling", "f7", VIEWS),
    Command("word-counts", _COUNTS, "words", "f8", (*VIEWS, "editing")),
    Command("export", "Write the Word file", "export", "e,ctrl+e", VIEWS, 85),
    Command("written", "Open or print what was written, or its folder", "written", "o", VIEWS),
    Command("history", "History: see what was changed, and bring it back", "history", "h", VIEWS),
    Command("since", "What has changed since a week, the committee or a date", "since", "S", VIEWS),
    Command("versions", "Versions: seal one, and what has changed since", "versions", "V", VIEWS),
    Command("leads", "The leads: forms for them, and their replies", "leads", "L", VIEWS),
    Command("roll", "Roll forward: next year's plan from this one", "next year", "R", VIEWS),
    Command("jump", "Jump to what is on the screen, by a letter", "jump", "j", _JUMPED),
    Command(
        "back",
        "Back to where you were",
        "back",
        "alt+left,left_square_bracket",
        ("desk", *VIEWS),
    ),
    Command(
        "forward",
        "Forward to where you have come back from",
        "forward",
        "alt+right,right_square_bracket",
        VIEWS,
    ),
    Command("desk", "Back to the list of plans", "plans", "ctrl+o", VIEWS, 32),
    # The desk and every view
    Command("density", "Dense: more on the screen at once, or as usual", "dense", "z", VIEWS),
    Command(
        "settings",
        "Settings: council, template, colours, keys",
        "settings",
        "comma",
        ("desk", *VIEWS),
    ),
    # While a row is being moved
    Command("move-up", "One place up", "up", "up", ("moving",), 80, in_palette=False),
    Command("move-down", "One place down", "down", "down", ("moving",), 80, in_palette=False),
    Command(
        "move-to", "To the aim or section of this number", "to aim", DIGITS, ("moving",), 88, False
    ),
    Command(
        "move-top", "To the top, then to the first of all", "top", "home", ("moving",), 60, False
    ),
    Command(
        "move-end", "To the end, then to the last of all", "end", "end", ("moving",), 59, False
    ),
    Command(
        "move-page-up",
        "To the aim or section before",
        "aim before",
        "pageup",
        ("moving",),
        58,
        False,
    ),
    Command(
        "move-page-down",
        "To the next aim or section",
        "next aim",
        "pagedown",
        ("moving",),
        57,
        False,
    ),
    Command(
        "move-choose",
        "To an aim or section from a list",
        "choose",
        "slash",
        ("moving",),
        56,
        False,
    ),
    Command("put-down", "Put it down here", "put it here", "enter,m", ("moving",), 90),
    Command("put-back", "Put it back where it was", "put it back", "escape", ("moving",), 85),
    # While letters stand where the cursor can jump to
    Command("jump-to", "To what has this letter", "go there", LETTERS, ("jumping",), 95, False),
    Command("jump-leave", "Stay where you are", "stay here", "escape", ("jumping",), 90, False),
    # While a field is being edited
    Command("done", "Done: back to the list", "done", "escape", ("editing",), 95),
    Command("next-field", "Next field", "next field", "tab", LETTERS_ARE_TEXT, 90),
    Command("previous-field", "Field before", "field before", "shift+tab", LETTERS_ARE_TEXT, 60),
    Command("suggest", "What the misspelt word may be", "spelling", "f7", ("editing",)),
    Command("choose", _CHOOSE, "choose", "ctrl+l", ("editing",), 40),
    Command("own-editor", "Open in your own editor", "own editor", "ctrl+t", ("editing",), 30),
    # Everywhere
    Command("commands", "Find a command", "commands", "ctrl+p", ("everywhere",), 55, False),
    Command("keys", "The keys of where you are", "keys", "question_mark,f1", ("everywhere",), 99),
    Command("quit", "Quit", "quit", "q,ctrl+q", ("everywhere",), 45),
)

COMMAND: dict[str, Command] = {command.id: command for command in COMMANDS}


def applies(action: str, where: Where) -> bool:
    """Return whether an action applies at a place; one that belongs to no command always does."""
    of_it = [command for command in COMMANDS if command.method == f"action_{action}"]
    return not of_it or any(
        where in command.where or "everywhere" in command.where for command in of_it
    )


ALWAYS_QUITS = "ctrl+q"
"""The key that quits, whatever the settings say."""

_KEY_NAMES = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "escape": "Esc",
    "shift+tab": "Shift+Tab",
    "delete": "Del",
    "slash": "/",
    "question_mark": "?",
    "comma": ",",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "alt+left": "Alt+←",
    "alt+right": "Alt+→",
    "space": "Space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
}


def key_name(key: str) -> str:
    """Return the name of a key as the officer sees it: "Enter", "Ctrl+P", "a"."""
    if key in _KEY_NAMES:
        return _KEY_NAMES[key]
    if "+" in key:
        return "+".join(_KEY_NAMES.get(part, part.capitalize()) for part in key.split("+"))
    return character_of(key) or key.capitalize()


_FROM_TEXTUAL = {
    "slash": "SOLIDUS",
    "backslash": "REVERSE SOLIDUS",
    "at": "COMMERCIAL AT",
    "minus": "HYPHEN-MINUS",
    "hyphen_minus": "HYPHEN-MINUS",
    "plus": "PLUS SIGN",
    "underscore": "LOW LINE",
    "less_than_sign": "LESS-THAN SIGN",
    "greater_than_sign": "GREATER-THAN SIGN",
}
"""Marks whose name in Unicode is not that of their key."""


def character_of(key: str) -> str:
    """Return what a key types, "/" for "slash"; empty where it types nothing, as "f7"."""
    if len(key) == 1:
        return key
    try:
        character = lookup(_FROM_TEXTUAL.get(key, key.replace("_", " ").upper()))
    except KeyError:
        return ""
    return character if character.isprintable() else ""


def keys_of(command: Command, own_keys: Mapping[str, str]) -> str:
    """Return the command's keys: the officer's own if the settings have any."""
    keys = own_keys.get(command.id, command.keys)
    if command.id == "quit" and ALWAYS_QUITS not in keys.split(","):
        return f"{keys},{ALWAYS_QUITS}"
    return keys


def commands_at(where: Where) -> Iterator[Command]:
    """Yield the commands that apply at a place, with those that apply everywhere last."""
    yield from (command for command in COMMANDS if where in command.where)
    if where != "everywhere":
        yield from commands_at("everywhere")


def typed_instead(key: str, where: Where) -> bool:
    """Return whether a key types a character at a place instead of running its command."""
    return where in LETTERS_ARE_TEXT and bool(character_of(key)) and key != "space"


def shown_key(command: Command, where: Where, own_keys: Mapping[str, str]) -> str:
    """Return the key to show for a command: in a field, if possible one that types nothing."""
    keys = keys_of(command, own_keys).split(",")
    return key_names([key for key in keys if not typed_instead(key, where)] or keys)[0]


def with_keys(sentence: str, where: Where, own_keys: Mapping[str, str]) -> str:
    """Return a sentence with the key of a command in the place of its id: "{add} adds one"."""
    for command in commands_at(where) if "{" in sentence else ():
        sentence = sentence.replace(f"{{{command.id}}}", shown_key(command, where, own_keys))
    return sentence


_BY_ITSELF = "What you type is saved by itself: the top line says when."
_OTHERWISE = {
    "ctrl+s": _BY_ITSELF,
    "backspace": "{delete} deletes what is under the cursor; {replace} replaces words.",
}
"""What is said of a key that does something in Word; Ctrl+H comes from a terminal as Backspace."""


def stray_in_words(key: str, where: Where | None, own_keys: Mapping[str, str]) -> str:
    """Return what is said at a key that does nothing at a place; None is in a dialog."""
    if where is None:
        return f"{key_name(key)} does nothing in this box: its lower edge says what its keys are."
    here = f"{key_name(key)} does nothing here: {{keys}} shows the keys of where you are."
    otherwise = with_keys(_OTHERWISE.get(key, here), where, own_keys)
    return with_keys(here, where, own_keys) if "{" in otherwise else otherwise


def key_names(keys: list[str]) -> list[str]:
    """Return the names of keys as the officer sees them; all digits, and all letters, are one."""
    named = {DIGITS: "1–9", LETTERS: "a–z"}.get(",".join(keys))
    return [named] if named else [key_name(key) for key in keys]


def clashes(own_keys: Mapping[str, str]) -> tuple[str, ...]:
    """Return a sentence for each key of two commands of one place, and for each unknown command."""
    sentences: list[str] = []
    for where in PLACES:
        taken: dict[str, Command] = {}
        for command in commands_at(where):
            for key in keys_of(command, own_keys).split(","):
                other = taken.setdefault(key, command)
                if other is not command:
                    has_it = "it always quits" if key == ALWAYS_QUITS else "the first one has it"
                    sentences.append(
                        f"The key {key_name(key)} is set for both “{other.title}” and "
                        f"“{command.title}”; {has_it}."
                    )
    unknown = [name for name in own_keys if name not in COMMAND]
    sentences += [f"The settings give a key to “{name}”, which is no command." for name in unknown]
    return tuple(dict.fromkeys(sentences))
