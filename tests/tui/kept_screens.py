"""Which views and dialogs the kept screens show: by class, and general dialogs by title."""

import re
from typing import Any

from textual.app import App

from tests.repository import ROOT
from tui.app import Plandesk
from tui.dialogs.dialog import Dialog

SCREENS = ROOT / "tests" / "tui" / "screens"
BY_TITLE = ("ChooseDialog", "NameDialog")
"""Dialogs that ask for many things: each question is kept."""

KEPT: dict[str, tuple[str, ...]] = {
    # Views
    "DeskView": ("desk", "desk without a plan"),
    "PlanView": (
        "actions",
        "aims",
        "fields",
        "editing",
        "moving",
        "narrowed",
        "jumping",
        "cover",
        "inspection report",
        "status letters",
        "a conflict waits",
        "empty plan",
        "dense",
    ),
    "ReportView": (
        "report outline",
        "report passages",
        "report passage edited",
        "empty report",
    ),
    "EqualityView": (
        "equality",
        "equality question",
        "equality boxes",
        "several assessments",
        "form table of rows",
        "form row",
        "form row fields",
        "form part not asked",
        "empty equality",
    ),
    "ReviewsView": ("reviews", "reviews of an action", "empty reviews", "dense reviews"),
    "ChecksView": ("checks", "empty checks"),
    "PreviewView": ("preview plan", "preview report", "preview assessment", "empty preview"),
    # Dialogs
    "AllWordingsDialog": ("every wording",),
    "AnswerDialog": ("answer a comment",),
    "AppendixKindDialog": ("which appendix",),
    "ChoicesDialog": ("layout",),
    "ConflictsDialog": ("conflicts",),
    "DifferencesDialog": ("differences",),
    "DraftDialog": ("draft",),
    "ExplainDialog": ("explain", "word counts"),
    "ExportDialog": ("export",),
    "FindDialog": ("find", "find nothing", "replace", "replace preview"),
    "FormatNameDialog": ("format name",),
    "FormChoice": ("which form",),
    "HistoryDialog": ("history",),
    "ImportPreview": ("import", "import of a plan", "import with a column"),
    "KeysDialog": ("keys", "desk keys"),
    "LeadsDialog": ("leads",),
    "LearnDialog": ("learn",),
    "MessagesDialog": ("what was said",),
    "NarrowDialog": ("show only", "show only of a lead", "reviews only"),
    "NoticeDialog": ("notice",),
    "OneByOne": ("one by one",),
    "OpenFileDialog": ("open a file", "open a file below"),
    "OwnKeysDialog": ("own keys",),
    "Palette": ("palette",),
    "PastedTableDialog": ("pasted table",),
    "PeriodDialog": ("dates",),
    "PictureDialog": ("picture",),
    "FateReasonDialog": ("reason for a fate",),
    "RollDialog": ("roll forward",),
    "RolledDialog": ("rolled",),
    "PressKeyDialog": ("another key",),
    "ReasonDialog": ("reason",),
    "RegisterDialog": ("names",),
    "RenameDialog": ("rename",),
    "ReplyDialog": ("reply",),
    "SetFieldDialog": ("set a field",),
    "SettingsDialog": ("settings",),
    "ShareDialog": ("share",),
    "SheetDialog": ("list from a spreadsheet",),
    "SinceDialog": ("since",),
    "SpellingDialog": ("misspelt",),
    "TraceDialog": ("trace", "trace page"),
    "VersionsDialog": ("versions",),
    "WordingsDialog": ("both wordings",),
    "WriteWordingDialog": ("another wording",),
    "WordsDialog": ("spelling list",),
    "WrittenDialog": ("what was written",),
    # Questions with answers to choose from
    "ChooseDialog: A column": ("what a column is",),
    "ChooseDialog: A list": ("into which plan",),
    "ChooseDialog: Add": ("what is added",),
    "ChooseDialog: Bring back": ("bring back",),
    "ChooseDialog: Colours": ("colours",),
    "ChooseDialog: Columns": ("which column",),
    "ChooseDialog: Copy or plan?": ("copy or plan",),
    "ChooseDialog: Council format": ("format",),
    "ChooseDialog: Damaged plan": ("damaged plan",),
    "ChooseDialog: Deleted plans": ("deleted plans",),
    "ChooseDialog: Empty the bin": ("empty the bin",),
    "ChooseDialog: Format": ("format of a plan",),
    "ChooseDialog: Framework": ("framework",),
    "ChooseDialog: Go to an action": ("which action",),
    "ChooseDialog: Merge two spellings": ("merge names",),
    "ChooseDialog: Move it": ("where it is moved",),
    "ChooseDialog: Reminder": ("reminder",),
    "ChooseDialog: That key is taken": ("key that is taken",),
    "ChooseDialog: The plan is not saved": ("not saved",),
    "ChooseDialog: The refs of the actions": ("refs of a version",),
    "ChooseDialog: Which aim?": ("which aim",),
    # Those with the name of what they are about
    "ChooseDialog: Leads": ("a lead is chosen",),
    "ChooseDialog: Density": ("density",),
    "ChooseDialog: A word of the key": ("word of a key",),
    "ChooseDialog: Merge REF into …": ("merge into",),
    "ChooseDialog: Budget": ("what a line is",),
    "NameDialog: Seal the plan as it is": ("seal",),
    "NameDialog: Add a word": ("word for the list",),
    "NameDialog: By when now?": ("by when",),
    "NameDialog: Author": ("author",),
    "NameDialog: Rename “NAME”": ("rename a name",),
    "NameDialog: What ACRONYM stands for": ("what an acronym stands for",),
}
"""The names of the kept screens of each view, dialog and question."""

NAMED_AFTER = {
    "ChooseDialog editor.field.label": "ChooseDialog: Leads",
    "ChooseDialog setting.label": "ChooseDialog: Density",
    "ChooseDialog field.label": "ChooseDialog: A word of the key",
    "ChooseDialog shortened(line.words, _LONGEST_TITLE)": "ChooseDialog: Budget",
    "ChooseDialog title": "ChooseDialog: Merge REF into …",
    "NameDialog setting.label": "NameDialog: Author",
    "NameDialog f'Rename {_quoted(one)}'": "NameDialog: Rename “NAME”",
    "NameDialog f'What {one.name} stands for'": "NameDialog: What ACRONYM stands for",
}
"""For titles that the program makes up: the expression, and a question that has such a title."""


def what_is_shown(app: App[Any]) -> str:
    """Return what the window shows, as it is called in KEPT: the dialog on top, else the view."""
    screen = app.screen
    kind = type(screen).__name__
    if kind in BY_TITLE:
        title = re.sub("“.+”", "“NAME”", screen._title)  # type: ignore[attr-defined]
        title = re.sub(r"^Merge [\d.]+ into", "Merge REF into", title)
        return f"{kind}: {re.sub(r'^What [A-Z]+ ', 'What ACRONYM ', title)}"
    if isinstance(screen, Dialog) or len(app.screen_stack) > 1:
        return kind
    assert isinstance(app, Plandesk)
    (shown,) = (view for view in app.body.children if view.display)
    return type(shown).__name__
