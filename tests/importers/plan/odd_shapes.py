"""Plans with columns to tick, with aims in odd rows and below labels, with their right values."""

from tests.importers.plan.layouts import action, aim, heading, plan
from tests.importers.plan.odd_pieces import (
    COLUMNS_OF_NARROW,
    NARROW,
    TITLE,
    Layout,
    bold,
    done,
    lines,
    numbered,
    paras,
)
from tests.importers.word_files import cell, merged, para, row, spanning, table

_GROUND = '<w:shd w:val="clear" w:color="auto" w:fill="DDEBF7"/>'


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

_BELOW_STATUS = table(
    row(
        *(merged(text, start=True) for text in ("Action", "Lead", "By when")),
        spanning("Status", 3),
    ),
    row(merged(), merged(), merged(), "Not started", "In progress", "Complete"),
    row("Go.", "Team", "May 2027", "", "✓", ""),
    row("Ask.", "Team", "May 2027", "✓", "", ""),
    row("Save.", "Team", "May 2027", "", "", "●"),
)
TO_TICK |= {
    "three columns to tick below one heading": _tick_layout(
        _BELOW_STATUS,
        "Status Not started In progress Complete",
        [],
        *("In progress", "Not started", "Complete"),
    ),
    "letters of colours to tick": _tick_layout(
        _ticked(*"RAG", marks=(("✓", "", ""), ("", "✓", ""), ("", "", "✓"))), "R A G", [], *"RAG"
    ),
    "the quarters of a year, which are no statuses": (
        _WARM + _ticked("Q1", "Q2", marks=(("x", ""), ("", "x"), ("x", "x"))),
        plan("Warm Homes Plan", aim("Homes are warm", *map(done, ("Go.", "Ask.", "Save.")))),
        [],
        f"Aim 1 {COLUMNS_OF_NARROW} Q1 Q2",
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
    "words that count, in a cell of their own before the aims": (
        TITLE
        + table(
            row("Action", "Lead", "By when", "Cost"),
            row("One", spanning("Homes are warm", 3)),
            row("Go.", "Team", "May 2027", ""),
            row("Two", spanning("Bills are low", 3)),
            row("Ask.", "Team", "May 2027", ""),
        ),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go.")),
            aim("Bills are low", done("Ask.")),
        ),
        [],
        f"One Two {COLUMNS_OF_NARROW} Cost",
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


def _standing_out(text: str) -> str:
    return cell(bold(text))


_TWO_BANDS = plan(
    "Warm Homes Plan",
    aim("Homes are warm", done("Go."), done("Fill.")),
    aim("Bills are low", done("Ask.")),
)
STANDING_OUT: dict[str, Layout] = {
    "aims in bold in the first of the cells of a row": (
        TITLE
        + table(
            NARROW,
            row(_standing_out("Homes are warm"), "", ""),
            lines("Go.", "Fill."),
            row(_standing_out("Bills are low"), "", ""),
            lines("Ask."),
        ),
        _TWO_BANDS,
        [],
        COLUMNS_OF_NARROW,
    ),
    "aims on a colour in the cell of the actions": (
        TITLE
        + table(
            row("Ref", "Action", "Lead", "By when"),
            row(*(cell(text, properties=_GROUND) for text in ("", "Homes are warm", "", ""))),
            row("1.1", "Go.", "Team", "May 2027"),
            row("1.2", "Fill.", "Team", "May 2027"),
            row(*(cell(text, properties=_GROUND) for text in ("", "Bills are low", "", ""))),
            row("2.1", "Ask.", "Team", "May 2027"),
        ),
        _TWO_BANDS,
        [],
        "Ref Action Lead By when 1 1 1 2 2 1",
    ),
    "an action of which nothing more is known, where every second row is coloured": (
        TITLE
        + heading("Aim 1: Homes are warm", 2)
        + table(
            NARROW,
            row(*(cell(text, properties=_GROUND) for text in ("Go.", "", ""))),
            lines("Fill."),
            row(*(cell(text, properties=_GROUND) for text in ("Ask.", "Team", "May 2027"))),
            lines("Save."),
        ),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", action("Go."), done("Fill."), done("Ask."), done("Save.")),
        ),
        [],
        f"Aim 1 {COLUMNS_OF_NARROW}",
    ),
    "an action of which nothing more is known is no aim": (
        TITLE
        + heading("Aim 1: Homes are warm", 2)
        + table(NARROW, row("Go.", "", ""), lines("Fill."), row(_standing_out("Ask."), "", "")),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", action("Go."), done("Fill."), action("**Ask.**")),
        ),
        [],
        f"Aim 1 {COLUMNS_OF_NARROW}",
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
    "tables below the aim, whose label is that of a section of reports": (
        TITLE
        + heading("Recommendation", 2)
        + para("Homes should be warm.")
        + table(NARROW, lines("Go."))
        + bold("Recommendation")
        + para("Bills should be low.")
        + table(NARROW, lines("Ask.")),
        plan(
            "Warm Homes Plan",
            aim("Homes should be warm.", done("Go.")),
            aim("Bills should be low.", done("Ask.")),
        ),
        [],
        "Recommendation " * 2 + f"{COLUMNS_OF_NARROW} " * 2,
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


_GOES_ON = "Homes are warm continued Continued overleaf"
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
    "a priority of another plan below the heading of the aim": (
        TITLE
        + heading("Homes are warm", 2)
        + para("Council Plan priority 3: A fair place to live")
        + table(NARROW, lines("Go.")),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go.")),
        ),
        ["Council Plan priority 3: A fair place to live"],
        COLUMNS_OF_NARROW,
    ),
    "no more than that the table goes on, before its header": (
        TITLE
        + para("Priority 1: Homes are warm")
        + table(NARROW, lines("Go."))
        + para("Priority 1: Homes are warm (continued)")
        + table(NARROW, lines("Ask."))
        + para("Continued overleaf")
        + table(NARROW, lines("Save.")),
        plan("Warm Homes Plan", aim("Homes are warm", done("Go."), done("Ask."), done("Save."))),
        [],
        f"Priority 1 {COLUMNS_OF_NARROW} " * 2 + f"{COLUMNS_OF_NARROW} {_GOES_ON}",
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
    **TO_TICK,
    **LETTERED,
    **STANDING_OUT,
    **LABELS_ALONE,
    **CONTINUED,
}
