"""Tables of actions in the ways that councils lay them out, with the aims and actions in them."""

from tests.importers.plan.layouts import heading
from tests.importers.word_files import cell, listed, merged, para, row, spanning, table

HEADER = row("Action", "Lead", "By when")
WITH_REF = row("Ref", "Action", "Lead", "By when")


def lines(*texts: str, before: tuple[str, ...] = ()) -> str:
    """Return rows of actions, told apart by their texts."""
    return "".join(row(*before, text, "Team", "May 2027") for text in texts)


TABLES: dict[str, tuple[str, list[tuple[str, list[str]]]]] = {
    "an aim without an action, between others and last": (
        heading("Priority 1: One", 2)
        + table(HEADER, lines("a"))
        + heading("Priority 2: Two", 2)
        + para("Nothing yet.")
        + heading("Priority 3: Three", 2)
        + table(HEADER, lines("c"))
        + heading("Priority 4: Four", 2),
        [("One", ["a"]), ("Two", []), ("Three", ["c"]), ("Four", [])],
    ),
    "a line with a label below the heading of an aim": (
        heading("Priority 1: One", 2)
        + para("Outcome: people are safe")
        + table(HEADER, lines("a"))
        + heading("Priority 2: Two", 2)
        + para("Outcome: people are well")
        + table(HEADER, lines("b")),
        [("One", ["a"]), ("Two", ["b"])],
    ),
    "a small table of labels above each": (
        table(row("Priority 1", "Write well"), row("NIF Driver", "Leadership"))
        + para()
        + table(HEADER, lines("a"))
        + table(row("Priority 2", "Count well"), row("NIF Driver", "Leadership"))
        + para()
        + table(HEADER, lines("b")),
        [("Write well", ["a"]), ("Count well", ["b"])],
    ),
    "headings of two levels": (
        heading("Theme 1: People", 1)
        + heading("Priority 1.1: Lead", 2)
        + table(HEADER, lines("a"))
        + heading("Theme 2: Place", 1)
        + heading("Priority 2.1: Homes", 2)
        + table(HEADER, lines("b")),
        [("Lead", ["a"]), ("Homes", ["b"])],
    ),
    "bands without labels": (
        table(HEADER, row(spanning("Folk", 3)), lines("a"), row(spanning("Town", 3)), lines("b")),
        [("Folk", ["a"]), ("Town", ["b"])],
    ),
    "bands of two levels without labels": (
        table(
            HEADER,
            *(row(spanning("PEOPLE", 3)), row(spanning("Lead", 3)), lines("a")),
            *(row(spanning("Learn", 3)), lines("b")),
            *(row(spanning("PLACE", 3)), row(spanning("Homes", 3)), lines("c")),
        ),
        [("Lead", ["a"]), ("Learn", ["b"]), ("Homes", ["c"])],
    ),
    "bands whose other cells are blank": (
        table(HEADER, row("Theme 1: A", "", ""), lines("a"), row("Theme 2: B", "", ""), lines("b")),
        [("A", ["a"]), ("B", ["b"])],
    ),
    "the header again below each band": (
        table(
            WITH_REF,
            *(row(spanning("Outcome 1: A", 4)), WITH_REF, lines("a", before=("1a",))),
            *(row(spanning("Outcome 2: B", 4)), WITH_REF, lines("b", before=("2a",))),
        ),
        [("A", ["1a a"]), ("B", ["2a b"])],
    ),
    "a column beside bands is no aim": (
        table(
            row("Area for improvement", "Action", "Lead", "By when"),
            row(spanning("Priority 1.1: A", 4)),
            lines("a", before=("Shops",)) + lines("b", before=("Schools",)),
        ),
        [("A", ["a", "b"])],
    ),
    "a column that says the same again": (
        table(
            row("Recommendation", "Action", "Lead", "By when"),
            lines("a", "b", before=("Count",)) + lines("c", before=("Tell",)),
        ),
        [("Count", ["a", "b"]), ("Tell", ["c"])],
    ),
    "a column of phases": (
        table(
            row("Phase", "Action", "Lead", "By when"),
            lines("a", before=(merged("Discovery", start=True),)),
            lines("b", before=(merged(),)),
            lines("c", before=("Recovery",)),
        ),
        [("Discovery", ["a", "b"]), ("Recovery", ["c"])],
    ),
    "an action with sub-actions": (
        table(
            row("Ref #", "Action", "Sub Ref #", "Sub-action", "Lead", "By when"),
            lines("a", before=("A_1", "Be good", "S-1")) + lines("b", before=("", "", "S-2")),
        ),
        [("Be good", ["S-1 a", "S-2 b"])],
    ),
    "how urgent an action is": (
        para("Aim 1: A")
        + table(
            row("Priority", "Action", "Lead", "By when"),
            lines("a", before=("High",)) + lines("b", before=("Low",)),
        ),
        [("A", ["a", "b"])],
    ),
    "a table cut in two": (
        heading("Aim 1: A", 2)
        + table(WITH_REF, lines("a", before=("1.1",)))
        + para()
        + table(lines("b", before=("1.2",))),
        [("A", ["a", "b"])],
    ),
    "a table cut in two within an action": (
        heading("Aim 1: A", 2)
        + table(WITH_REF, row("1.1", "begin the", "Team", "May 2027"))
        + para()
        + table(row("", "guide.", "", ""), lines("b", before=("1.2",))),
        [("A", ["begin the guide.", "b"])],
    ),
    "a table without a header below the next aim": (
        heading("Aim 1: A", 2)
        + table(WITH_REF, lines("a", before=("1.1",)))
        + heading("Aim 2: B", 2)
        + table(lines("b", before=("2.1",)), lines("c", before=("2.2",))),
        [("A", ["a"]), ("B", ["b", "c"])],
    ),
    "cards, one below the other": (
        table(
            *(
                row("Priority:", "Be safe"),
                row("Action:", "a"),
                row("Lead:", "T"),
                row("By:", "May"),
            ),
            *(row("Action:", "b"), row("Lead:", "T"), row("By:", "June")),
        ),
        [("Be safe", ["a", "b"])],
    ),
    "cards of four cells, their ref above": (
        para("Priority 1: Be safe")
        + para("Action 1a")
        + table(row("Action", "a", "Lead", "Head"), row("By when", "May", "Progress", "Begun"))
        + para("Action 1b")
        + table(row("Action", "b", "Lead", "Team"), row("By when", "June", "Progress", "")),
        [("Be safe", ["1a a", "1b b"])],
    ),
    "cards whose labels end with a full stop or are whole questions": (
        para("Priority 1: Be safe")
        + table(
            *(row("Ref no.", "P/1", "Resp. officer", "Head"), row("Activity", "a")),
            *(
                row("Complete by", "30 June 2027", "RAG", "Green"),
                row("What success looks like", "b"),
            ),
            row("What progress have we made since the last meeting of the Board?", "Begun."),
        )
        + table(row("Ref no.", "P/2", "Resp. officer", "T"), row("Activity", "c", "When", "May")),
        [("Be safe", ["P/1 a", "P/2 c"])],
    ),
    "Word's own minutes": (
        table(
            row("Agenda topic:", spanning("Budget", 2)),
            row("Discussion:", spanning("We talked.", 2)),
            row("Action items", "Person responsible", "Deadline"),
            lines("a", "b"),
            row("Agenda topic:", spanning("People", 2)),
            row("Discussion:", spanning("More.", 2)),
            row("Action items", "Person responsible", "Deadline"),
            lines("c"),
        ),
        [("Budget", ["a", "b"]), ("People", ["c"])],
    ),
    "a numbered list": (
        heading("Priority 1: Safe", 2)
        + para("1. Agree a rota. Lead: Head of Care. By: March 2027.")
        + para("2. Hire nurses. Lead: People team; By when: May 2027; Success measure: six.")
        + heading("Priority 2: Heard", 2)
        + para("1. Ask families. Lead: Carers lead. Timescale: yearly."),
        [("Safe", ["Agree a rota.", "Hire nurses."]), ("Heard", ["Ask families."])],
    ),
    "a list with labels below": (
        para("Aim 1: A")
        + "".join(
            map(para, ("1a) Go.", "Lead: Head", "By: May", "1b) Come.", "Lead: T", "By: June"))
        ),
        [("A", ["1a Go.", "1b Come."])],
    ),
    "a card whose action stands across it": (
        para("Priority 1: Safe")
        + table(
            row(spanning("Action 1a – Review every rota", 2)),
            *(row("Lead", "Head"), row("By when", "May"), row("Status", "Green")),
        )
        + para()
        + table(
            row(spanning("Action 1b", 2)),
            *(row("What we will do", "Hire."), row("Lead", "Team"), row("By when", "May")),
        ),
        [("Safe", ["1a Review every rota", "1b Hire."])],
    ),
    "cards whose aim stands across them": (
        table(
            row(spanning("Priority 1: Safe", 2)),
            *(row("Action 1a", "Review."), row("Lead", "Head"), row("By when", "May")),
            row(spanning("Priority 2: Heard", 2)),
            *(row("Action 2a", "Ask."), row("Lead", "Head"), row("By when", "May")),
        ),
        [("Safe", ["1a Review."]), ("Heard", ["2a Ask."])],
    ),
    "cards of four cells below their objective": (
        table(
            row("Objective", spanning("Be safe", 3)),
            row("Action", "Go.", "Lead", "Head"),
            row("By when", "May", "RAG", "Red"),
        ),
        [("Be safe", ["Go."])],
    ),
    "bands by numbers of two figures": (
        table(
            WITH_REF,
            row(spanning("1. People", 4)),
            row(spanning("1.1 Lead well", 4)),
            lines("a", before=("1a",)),
            row(spanning("1.2 Learn", 4)),
            lines("b", before=("1b",)),
        ),
        [("Lead well", ["1a a"]), ("Learn", ["1b b"])],
    ),
    "bands with their number before them": (
        table(
            WITH_REF,
            *(row("1", spanning("Homes", 3)), lines("a", before=("1.1",))),
            *(row("2", spanning("Roads", 3)), lines("b", before=("2.1",))),
        ),
        [("Homes", ["a"]), ("Roads", ["b"])],
    ),
    "headings of two levels without labels": (
        heading("People", 2)
        + heading("Lead", 3)
        + table(HEADER, lines("a"))
        + heading("Learn", 3)
        + heading("Grow", 3)
        + table(HEADER, lines("b"))
        + heading("Place", 2)
        + heading("Homes", 3)
        + table(HEADER, lines("c")),
        [("Lead", ["a"]), ("Learn", []), ("Grow", ["b"]), ("Homes", ["c"])],
    ),
    "a merged column without a heading": (
        table(
            row("", "Action", "Lead", "By when"),
            lines("a", before=(merged("We will make every street safe", start=True),)),
            lines("b", before=(merged(),)),
            lines("c", before=("We will tell people what changes",)),
        ),
        [
            ("We will make every street safe", ["a", "b"]),
            ("We will tell people what changes", ["c"]),
        ],
    ),
    "a contents list above": (
        para("Priority 1: One")
        + para("Priority 2: Two")
        + heading("Priority 1: One", 2)
        + table(HEADER, lines("a"))
        + heading("Priority 2: Two", 2)
        + table(HEADER, lines("b")),
        [("One", ["a"]), ("Two", ["b"])],
    ),
    "refs before the texts": (
        para("Standard 1: Warm") + table(HEADER, lines("1(a) Insulate.", "1(b) Heat.")),
        [("Warm", ["1(a) Insulate.", "1(b) Heat."])],
    ),
    "one bullet alone, and two": (
        para("Aim 1: A")
        + table(
            HEADER,
            lines("- Go.", cell(listed("Come.", 7)), cell(listed("x", 7), listed("y", 7))),
        ),
        [("A", ["Go.", "Come.", "- x\n- y"])],
    ),
    "a row that starts late goes on": (
        para("Aim 1: A")
        + table(
            WITH_REF,
            lines("Write.", before=("1.1",)),
            row("More.", "", "", properties='<w:gridBefore w:val="1"/>'),
        ),
        [("A", ["Write.\n\nMore."])],
    ),
}
