"""The table of the commands of the command line. To add one, add a row here and its module.

Each command runs in a process of its own, so only the module of that command is loaded; it imports
everything the command needs.
"""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple


class Command(NamedTuple):
    """A command: its module, its function, and its line in `plandesk --help`.

    The line is the first one of the function's docstring, which `plandesk COMMAND --help` prints.
    """

    module: str
    function: str
    help: str


COMMANDS: dict[str, Command] = {
    "import": Command(
        "tui.command_line.import_word",
        "import_word",
        "Read a Word file and make a plan of it, after showing what was found.",
    ),
    "export": Command(
        "tui.command_line.export_word",
        "export_word",
        "Write Word files into a folder and print where each went.",
    ),
    "show": Command(
        "tui.command_line.show",
        "show",
        "Print a plan in plain lines, or as JSON; with --document, a paper as it will be.",
    ),
    "find": Command(
        "tui.command_line.find",
        "find",
        "Print the sentences that say some words, in one plan or in every plan of the desk.",
    ),
    "replace": Command(
        "tui.command_line.find",
        "replace",
        "Print each sentence of a plan with NEW in the place of OLD; with --yes it is saved so.",
    ),
    "check": Command(
        "tui.command_line.check",
        "check",
        "Print what the checks find in a plan, its report and its assessments; "
        "prompts, not advice.",
    ),
    "spell": Command(
        "tui.command_line.spell",
        "spell",
        "List the words of a plan, its report and its assessments that may be misspelt, "
        "with places.",
    ),
    "reason": Command(
        "tui.command_line.check",
        "reason",
        "Leave what a check finds as it is, for a reason, or open it again.",
    ),
    "progress": Command(
        "tui.command_line.progress",
        "progress",
        "Print how many actions stand in which way, and which, by their latest progress notes.",
    ),
    "reviews": Command(
        "tui.command_line.reviews",
        "reviews",
        "Print what is due or reviewed, of one plan or of every plan of the desk.",
    ),
    "commitments": Command(
        "tui.command_line.commitments",
        "commitments",
        "Print what was promised to the committee: what, by when, where, and how it was closed.",
    ),
    "reading": Command(
        "tui.command_line.reading",
        "reading",
        "Print what plandesk makes of a timescale, or of one a line from the input, as JSON.",
    ),
    "trace": Command(
        "tui.command_line.trace",
        "trace",
        "Print which actions answer which pages of the inspection report, or explain one action.",
    ),
    "names": Command(
        "tui.command_line.names",
        "names",
        "Print the quality indicators by their framework's names, as one change that is saved.",
    ),
    "register": Command(
        "tui.command_line.register",
        "register",
        "Print the leads, groups, indicators, statuses and acronyms of a plan, with where each "
        "stands.",
    ),
    "rename": Command(
        "tui.command_line.register",
        "rename",
        "Give a lead, an indicator or a status another name wherever it is the whole item.",
    ),
    "framework": Command(
        "tui.command_line.framework",
        "framework",
        "Print the frameworks, one framework's quality indicators, or the crosswalk to another.",
    ),
    "history": Command(
        "tui.command_line.history",
        "history",
        "Print the changes of a plan, a line each, the newest last; or what one of them changed.",
    ),
    "since": Command(
        "tui.command_line.since",
        "since",
        "Print what has changed in a plan since a day, a week ago or the last committee.",
    ),
    "share": Command(
        "tui.command_line.share",
        "share",
        "Share a plan with colleagues by a folder or an engine, with what they have shared in it.",
    ),
    "join": Command(
        "tui.command_line.share",
        "join",
        "Make a plan of each that colleagues share in a folder or an engine: the first fetch.",
    ),
    "fetch": Command(
        "tui.command_line.share",
        "fetch",
        "Fetch what colleagues have shared of a plan and merge it, as one step that can be undone.",
    ),
    "set": Command(
        "tui.command_line.fields",
        "set_value",
        "Set a field of an action, an aim, the cover or the report, and return when it is saved.",
    ),
    "note": Command(
        "tui.command_line.fields",
        "add_note",
        "Add a progress note to an action, dated today unless a date is given or begins the text.",
    ),
    "add": Command(
        "tui.command_line.rows",
        "add",
        "Add an aim, an action, a paragraph, an appendix, an assessment or a row of its form.",
    ),
    "picture": Command(
        "tui.command_line.pictures",
        "picture",
        "Put a picture into a section of the report, with what is read out for it and its caption.",
    ),
    "move": Command(
        "tui.command_line.rows",
        "move",
        "Move an action, an aim, a paragraph, an appendix or a row of a form to another place.",
    ),
    "duplicate": Command(
        "tui.command_line.rows",
        "duplicate",
        "Add a copy of an action, an aim, a paragraph or an assessment below it.",
    ),
    "remove": Command(
        "tui.command_line.rows",
        "remove",
        "Remove an action, aim, note, paragraph, appendix, assessment or a row of its form.",
    ),
    "answer": Command(
        "tui.command_line.assessment",
        "answer",
        "Answer a question of an assessment in words, and return when it is saved.",
    ),
    "mark": Command(
        "tui.command_line.assessment",
        "mark",
        "Tick a box of an assessment, or take its tick away, and return when it is saved.",
    ),
    "take": Command(
        "tui.command_line.take",
        "take",
        "Put the usual wording into an empty section, or into an answer what the report says.",
    ),
    "undo": Command(
        "tui.command_line.rows",
        "undo",
        "Undo the last step that was made in a plan, here or in the window.",
    ),
    "redo": Command(
        "tui.command_line.rows",
        "redo",
        "Bring back the step that was undone last.",
    ),
    "new": Command(
        "tui.command_line.desk",
        "new",
        "Make an empty plan in the council's format, to be filled with add and set.",
    ),
    "sample": Command(
        "tui.command_line.desk",
        "sample",
        "Make the sample plan, or a large one for trying size.",
    ),
    "list": Command(
        "tui.command_line.desk",
        "list_plans",
        "Print the plans of the desk.",
    ),
    "seal": Command(
        "tui.command_line.versions",
        "seal",
        "Seal the plan as it is under a name, such as “as approved, 26 September 2016”.",
    ),
    "versions": Command(
        "tui.command_line.versions",
        "versions",
        "Print the versions of a plan that were sealed, the oldest first.",
    ),
    "changes": Command(
        "tui.command_line.changes",
        "changes",
        "Print what has changed from one version of a plan to another, or since a date.",
    ),
    "pack-leads": Command(
        "tui.command_line.lead_packs",
        "pack_leads",
        "Write for each lead a Word form with only its actions, to be filled in and sent back.",
    ),
    "replies": Command(
        "tui.command_line.lead_packs",
        "replies",
        "Show what a lead's reply says, and take it with --yes; without FILE, who has not replied.",
    ),
    "roll": Command(
        "tui.command_line.roll",
        "roll",
        "Make next year's plan from this one: actions carried, closed, merged or split.",
    ),
    "conflicts": Command(
        "tui.command_line.conflicts",
        "conflicts",
        "Print the fields that were written differently on several laptops, with every wording.",
    ),
    "settle": Command(
        "tui.command_line.conflicts",
        "settle",
        "Settle a conflict: one change, which can be undone.",
    ),
    "restore": Command(
        "tui.command_line.restore",
        "restore",
        "Bring back a damaged or deleted plan, or a plan as it was at an earlier time.",
    ),
    "delete": Command(
        "tui.command_line.restore",
        "delete",
        "Put a plan in the bin, from where plandesk restore brings it back.",
    ),
    "learn": Command(
        "tui.command_line.learn",
        "learn",
        "Make a council's format, its forms and a template of one of its Word files.",
    ),
    "template": Command(
        "tui.command_line.template",
        "template",
        "Write a Word template to start from, with every style and what each is for.",
    ),
    "formats": Command(
        "tui.command_line.settings",
        "formats",
        "Print every format, form and framework that there is, and what is wrong with any.",
    ),
    "settings": Command(
        "tui.command_line.settings",
        "settings",
        "Print what plandesk remembers of the council and of the window, or set it.",
    ),
}
"""The commands by name, in the order of `plandesk --help`."""


def command_function(name: str) -> Callable[..., None]:
    """Load the module of the command called `name` and return its function."""
    command = COMMANDS[name]
    function: Callable[..., None] = getattr(import_module(command.module), command.function)
    return function
