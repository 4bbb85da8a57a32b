"""Plans on their side, on cards of mixed rows and with columns to tick, with their right values."""

from tests.importers.plan.layouts import action, aim, heading, plan
from tests.importers.plan.odd_pieces import (
    COLUMNS_OF_NARROW,
    NARROW,
    TITLE,
    Layout,
    done,
    lines,
    numbered,
    paras,
)
from tests.importers.word_files import para, row, spanning, table

_ASKED = ("What will we do?", "Who leads?", "By when?", "How will we know?")
_WHERE = "Where do we want to be"
_WHEN_AND_WHO = "What will we do Who leads By when How will we know"


def _asked(*answers: tuple[str, ...]) -> str:
    return "".join(row(label, *said) for label, *said in zip(_ASKED, *answers, strict=True))


_GO = ("Go.", "Team", "May 2027", "Seen")
_ASK = ("Ask.", "Unit", "June 2027", "Heard")
_GONE = action("Go.", leads=["Team"], timescale="May 2027", success=["Seen"])
_HEARD = action("Ask.", leads=["Unit"], timescale="June 2027", success=["Heard"])
_TWO_AIMS = plan("Warm Homes Plan", aim("Homes are warm", _GONE), aim("Bills are low", _HEARD))

SIDEWAYS: dict[str, Layout] = {
    "a column for each priority, its text below its number": (
        TITLE
        + table(
            row("", "Priority 1", "Priority 2"),
            row("What do we want to be better?", "Homes are warm", "Bills are low"),
            _asked(_GO, _ASK),
        ),
        _TWO_AIMS,
        [],
        f"Priority 1 Priority 2 What do we want to be better {_WHEN_AND_WHO}",
    ),
    "a column for each outcome, named at its head": (
        TITLE
        + table(
            row("", "Outcome 1: Homes are warm", "Outcome 2: Bills are low"),
            _asked(_GO, _ASK),
        ),
        _TWO_AIMS,
        [],
        f"Outcome 1 Outcome 2 {_WHEN_AND_WHO}",
    ),
    "a column for each objective, a word before its number and another in the corner": (
        TITLE
        + table(
            row("Our objectives", "Tenants’ objective 1", "Tenants’ objective 2"),
            row("Where do we want to be?", "Homes are warm", "Bills are low"),
            _asked(_GO, _ASK),
        ),
        _TWO_AIMS,
        [],
        f"Our objectives Tenants objective 1 Tenants objective 2 {_WHERE} {_WHEN_AND_WHO}",
    ),
}


def _card(ref: str, *said: str) -> str:
    text, lead, when, status, seen = said
    return table(
        row(f"Action {ref}", spanning(text, 3)),
        row("Lead", "Start", "Finish", "Status"),
        row(lead, "1 May 2026", when, status),
        row("What will be different", spanning(seen, 3)),
        row("Update", spanning("", 3)),
    )


_OF_CARD = "Lead Start Finish Status What will be different Update"
_STARTED = {"Start": "1 May 2026"}
CARDS_OF_MIXED_ROWS: dict[str, Layout] = {
    "labels above what they say between labels beside it": (
        TITLE
        + heading("Priority One: Homes are warm", 2)
        + _card("1.1", "Go.", "Team", "May 2027", "On track", "Seen")
        + para()
        + _card("1.2", "Ask.", "Unit", "June 2027", "Late", "Heard")
        + heading("Priority Two: Bills are low", 2)
        + _card("2.1", "Save.", "Team", "May 2028", "Late", "Less"),
        plan(
            "Warm Homes Plan",
            aim(
                "Homes are warm",
                {**_GONE, "ref": "1.1", "status": "On track", "own": _STARTED},
                {**_HEARD, "ref": "1.2", "status": "Late", "own": _STARTED},
            ),
            aim(
                "Bills are low",
                action("Save.", leads=["Team"], timescale="May 2028", success=["Less"]),
            ),
        ),
        [],
        "Priority One Priority Two " + f"Action {_OF_CARD} " * 3 + "1 1 1 2 2 1",
    ),
    "the action across the card, then rows of three labels above what they say": (
        TITLE
        + heading("Aim 1: Homes are warm", 2)
        + "".join(
            table(
                row(spanning(text, 3)),
                row("Lead officer", "Target date", "RAG status"),
                row(lead, when, "Green"),
                row("Success measure", spanning(seen, 2)),
                row("Progress", spanning("Begun.", 2)),
            )
            + para()
            for text, lead, when, seen in (_GO, _ASK)
        ),
        plan(
            "Warm Homes Plan",
            aim(
                "Homes are warm",
                {**_GONE, "status": "Green", "progress": "Begun."},
                {**_HEARD, "status": "Green", "progress": "Begun."},
            ),
        ),
        [],
        "Aim 1 " + "Lead officer Target date RAG status Success measure Progress " * 2,
    ),
    "labels beside what they say that are words of labels too": (
        TITLE
        + heading("Aim 1: Homes are warm", 2)
        + "".join(
            table(
                row("Action", spanning(text, 3)),
                row("Lead", "Care Officer", "To be completed by", "May 2027"),
                row("Measure", "Seen", "Status", "On track"),
            )
            + para()
            for text in ("Go.", "Ask.")
        ),
        plan(
            "Warm Homes Plan",
            aim(
                "Homes are warm",
                *(
                    action(
                        text,
                        leads=["Care Officer"],
                        timescale="May 2027",
                        success=["Seen"],
                        status="On track",
                    )
                    for text in ("Go.", "Ask.")
                ),
            ),
        ),
        [],
        "Aim 1 " + "Action Lead To be completed by Measure Status " * 2,
    ),
    "several cards in one table, each with a row of labels": (
        TITLE
        + heading("Aim 1: Homes are warm", 2)
        + table(
            *(
                row("Task", spanning(text, 2))
                + row("Owner", "Deadline", "Measure")
                + row(lead, when, seen)
                for text, lead, when, seen in (_GO, _ASK)
            )
        ),
        plan("Warm Homes Plan", aim("Homes are warm", _GONE, _HEARD)),
        [],
        "Aim 1 " + "Task Owner Deadline Measure " * 2,
    ),
}


def _ticked(*heads: str, marks: tuple[tuple[str, ...], ...]) -> str:
    pairs = zip(("Go.", "Ask.", "Save."), marks, strict=True)
    rows = (row(text, "Team", "May 2027", *marked) for text, marked in pairs)
    return table(row("Action", "Lead", "By when", *heads), *rows)


_WARM = TITLE + heading("Aim 1: Homes are warm", 2)


def _tick_layout(body: str, labels: str, shown: list[str], *statuses: str) -> Layout:
    actions = (
        done(text, status=status)
        for text, status in zip(("Go.", "Ask.", "Save."), statuses, strict=True)
    )
    right = plan("Warm Homes Plan", aim("Homes are warm", *actions))
    return _WARM + body, right, shown, f"Aim 1 {COLUMNS_OF_NARROW} {labels}"


TO_TICK: dict[str, Layout] = {
    "three columns to tick": _tick_layout(
        _ticked(
            *("To begin", "Under way", "Done"),
            marks=(("", "✓", ""), ("✓", "", ""), ("", "", "✓")),
        ),
        "To begin Under way Done",
        [],
        *("Under way", "To begin", "Done"),
    ),
    "four columns with a cross": _tick_layout(
        _ticked(
            *("Not started", "In progress", "Complete", "Overdue"),
            marks=(("", "x", "", ""), ("X", "", "", ""), ("", "", "", "x")),
        ),
        "Not started In progress Complete Overdue x X x",
        [],
        *("In progress", "Not started", "Overdue"),
    ),
    "a colour for each column, and boxes": _tick_layout(
        _ticked(
            *("Red", "Amber", "Green"),
            marks=(("☐", "☒", "☐"), ("☐", "☐", "☒"), ("☒", "☐", "☐")),
        ),
        "Red Amber Green",
        [],
        *("Amber", "Green", "Red"),
    ),
}

LETTERED: dict[str, Layout] = {
    "letters in a cell of their own before the aims": (
        TITLE
        + table(
            row("Ref", "Action", "Lead", "By when"),
            row("A", spanning("Homes are warm", 3)),
            row("A1", "Go.", "Team", "May 2027"),
            row("B", spanning("Bills are low", 3)),
            row("B1", "Ask.", "Team", "May 2027"),
        ),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go.", "A1")),
            aim("Bills are low", done("Ask.", "B1")),
        ),
        [],
        "A B Ref Action Lead By when",
    ),
    "Roman numbers in a cell of their own before the aims": (
        TITLE
        + table(
            row("Ref", "Action", "Lead", "By when"),
            row("I.", spanning("Homes are warm", 3)),
            row("i.a", "Go.", "Team", "May 2027"),
            row("II.", spanning("Bills are low", 3)),
            row("ii.a", "Ask.", "Team", "May 2027"),
        ),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go.", "i.a")),
            aim("Bills are low", done("Ask.", "ii.a")),
        ),
        [],
        "I II Ref Action Lead By when",
    ),
    "the number of an aim and its text in cells like those of its actions": (
        TITLE
        + table(
            row("Ref", "Action", "Lead", "By when"),
            row("1", "Homes are warm", "", ""),
            row("1.1", "Go.", "Team", "May 2027"),
            row("1.2", "Fill.", "Team", "May 2027"),
            row("2", "Bills are low", "", ""),
            row("2.1", "Ask.", "Team", "May 2027"),
        ),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go.", "1.1"), done("Fill.", "1.2")),
            aim("Bills are low", done("Ask.", "2.1")),
        ),
        [],
        "1 2 1 1 1 2 2 1 Ref Action Lead By when",
    ),
}


def _counted_heading(text: str) -> str:
    return numbered(text).replace("<w:pPr>", '<w:pPr><w:pStyle w:val="heading-2"/>')


_LISTED = "".join(
    numbered(text, 1) + paras(f"Responsible: {lead}", f"Timescale: {when}")
    for text, lead, when in (("Go.", "Team", "May 2027"), ("Fill.", "Team", "May 2027"))
)
LABELS_ALONE: dict[str, Layout] = {
    "a list below the aim, whose label is a heading that Word numbers": (
        TITLE
        + _counted_heading("Area for improvement")
        + para("Homes should be warm.")
        + _LISTED
        + _counted_heading("Area for improvement")
        + para("Bills should be low.")
        + numbered("Ask.", 1)
        + paras("Responsible: Team", "Timescale: May 2027"),
        plan(
            "Warm Homes Plan",
            aim("Homes should be warm.", done("Go."), done("Fill.")),
            aim("Bills should be low.", done("Ask.")),
        ),
        [],
        "Area for improvement " * 2 + "Responsible Timescale " * 3,
    ),
    "a list below the aim, whose label and number stand above it": (
        TITLE
        + heading("Recommendation 1", 2)
        + para("Homes should be warm.")
        + paras("1.1 Go.", "Responsible: Team", "Timescale: May 2027")
        + heading("Recommendation 2", 2)
        + para("Bills should be low.")
        + paras("2.1 Ask.", "Responsible: Team", "Timescale: May 2027"),
        plan(
            "Warm Homes Plan",
            aim("Homes should be warm.", done("Go.", "1.1")),
            aim("Bills should be low.", done("Ask.", "2.1")),
        ),
        [],
        "Recommendation 1 Recommendation 2 " + "Responsible Timescale " * 2 + "1 1 2 1",
    ),
    "tables below the aim, whose label is a heading": (
        TITLE
        + heading("Requirement", 2)
        + para("Homes should be warm.")
        + table(NARROW, lines("Go."))
        + heading("Requirement", 2)
        + para("Bills should be low.")
        + table(NARROW, lines("Ask.")),
        plan(
            "Warm Homes Plan",
            aim("Homes should be warm.", done("Go.")),
            aim("Bills should be low.", done("Ask.")),
        ),
        [],
        "Requirement " * 2 + f"{COLUMNS_OF_NARROW} " * 2,
    ),
}


def _block(label: str, text: str, *actions: str) -> str:
    return (
        table(row(label, text), row("HGIOS?4", "2.3"), row("NIF driver", "Leadership"))
        + para()
        + table(NARROW, lines(*actions))
        + para()
    )


CONTINUED: dict[str, Layout] = {
    "a title again before the table goes on with its header": (
        TITLE
        + para("Housing Service")
        + table(
            NARROW,
            row(spanning("Homes are warm", 3)),
            lines("Go."),
            row(spanning("Bills are low", 3)),
            lines("Ask."),
        )
        + para("Warm Homes Plan – continued")
        + table(NARROW, lines("Save."), row(spanning("Air is clean", 3)), lines("Plant.")),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go.")),
            aim("Bills are low", done("Ask."), done("Save.")),
            aim("Air is clean", done("Plant.")),
        ),
        [],
        "Warm Homes Plan continued " + f"{COLUMNS_OF_NARROW} " * 2,
    ),
    "an aim in the words of the cluster, in a box above the table": (
        TITLE
        + _block("Cluster priority 1", "Homes are warm", "Go.", "Fill.")
        + _block("Cluster priority 2", "Bills are low", "Ask."),
        plan(
            "Warm Homes Plan",
            *(
                aim(text, *(done(one, indicators=["2.3"]) for one in actions))
                for text, actions in (
                    ("Homes are warm", ("Go.", "Fill.")),
                    ("Bills are low", ("Ask.",)),
                )
            ),
        ),
        [],
        f"Cluster priority HGIOS 4 NIF driver {COLUMNS_OF_NARROW} " * 2 + "1 2",
    ),
}
SHAPES: dict[str, Layout] = {
    **SIDEWAYS,
    **CARDS_OF_MIXED_ROWS,
    **TO_TICK,
    **LETTERED,
    **LABELS_ALONE,
    **CONTINUED,
}
