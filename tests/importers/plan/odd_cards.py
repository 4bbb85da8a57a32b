"""Plans on their side and on cards of mixed rows, with their right values."""

from tests.importers.plan.layouts import action, aim, heading, plan
from tests.importers.plan.odd_pieces import (
    TITLE,
    Layout,
    done,
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
    "a column for each theme, whose outcome is its text": (
        TITLE
        + table(
            row("", "Theme 1", "Theme 2"),
            row("Outcome", "Homes are warm", "Bills are low"),
            row("Actions", "Go.", "Ask."),
            row("Lead", "Team", "Team"),
            row("By when", "May 2027", "May 2027"),
        ),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go.")),
            aim("Bills are low", done("Ask.")),
        ),
        [],
        "Theme 1 Theme 2 Outcome Actions Lead By when",
    ),
    "a column for each priority, with what it is to achieve": (
        TITLE
        + table(
            row("", "Priority 1: Homes are warm", "Priority 2: Bills are low"),
            row("What are we trying to achieve?", "Nobody is cold", "Nobody owes"),
            _asked(_GO, _ASK),
        ),
        _TWO_AIMS,
        [],
        f"Priority 1 Priority 2 What are we trying to achieve {_WHEN_AND_WHO}",
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
    "the number and the text across the card, then two rows of labels": (
        TITLE
        + heading("Aim 1: Homes are warm", 2)
        + "".join(
            table(
                row(spanning(f"Action 1.{n}: {text}", 3)),
                row("Lead", "Deadline", "Status"),
                row(lead, when, "Late"),
                row("Measure", "Cost", "Progress"),
                row(seen, "£5", "Begun."),
            )
            + para()
            for n, (text, lead, when, seen) in enumerate((_GO, _ASK), 1)
        ),
        plan(
            "Warm Homes Plan",
            aim(
                "Homes are warm",
                *(
                    {**one, "status": "Late", "progress": "Begun.", "own": {"Cost": "£5"}}
                    for one in (_GONE, _HEARD)
                ),
            ),
        ),
        [],
        "Aim 1 " + "Action 1 1 Lead Deadline Status Measure Cost Progress " * 2,
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


CARDS: dict[str, Layout] = {**SIDEWAYS, **CARDS_OF_MIXED_ROWS}
