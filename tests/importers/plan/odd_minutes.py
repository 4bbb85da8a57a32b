"""Minutes and logs of actions, with their right values: what the aims are, and who does what."""

from tests.importers.plan.layouts import aim, heading, plan
from tests.importers.plan.odd_pieces import Layout, done, lines, paras
from tests.importers.word_files import (
    para,
    row,
    spanning,
    table,
)

MINUTES: dict[str, Layout] = {
    "Word's own form, in many tables": (
        heading("Minutes")
        + table(row(spanning("Housing Group", 2)), row("3 May 2027", "Room 3"))
        + "".join(
            table(row(spanning(f"Agenda item: {topic}", 2), "Presenter: A. Lead"))
            + table(row("Discussion:"), row(talk))
            + table(row("Action items", "Person responsible", "Deadline"), lines(*texts))
            + para()
            for topic, talk, texts in (
                ("Roofs", "They leak.", ("Mend.", "Paint.")),
                ("Boilers", "They are old.", ("Buy.",)),
            )
        ),
        plan(
            "Housing Group",
            aim("Roofs", done("Mend."), done("Paint.")),
            aim("Boilers", done("Buy.")),
        ),
        [
            "3 May 2027 | Room 3",
            *("Presenter: A. Lead", "Discussion:\nThey leak."),
            *("Presenter: A. Lead", "Discussion:\nThey are old."),
        ],
        "Agenda item Action items Person responsible Deadline " * 2,
    ),
    "Word's own form, with a label in a cell of its own": (
        heading("Housing Group")
        + table(row("Agenda item:", "Roofs", "Presenter:", "A. Lead"))
        + table(row("Discussion"), row("They leak."))
        + table(row("Action items", "Person responsible", "Deadline"), lines("Mend.")),
        plan("Housing Group", aim("Roofs", done("Mend."))),
        ["Presenter: | A. Lead", "Discussion\nThey leak."],
        "Agenda item Action items Person responsible Deadline",
    ),
    "a log with its title and date": (
        paras("Action log", "Updated 3 May 2027")
        + table(row("Action", "Owner", "Deadline"), lines("Mend.")),
        plan("Action log", aim("Action log", done("Mend."))),
        [],
        "Action Owner Deadline",
    ),
    "items in a column": (
        heading("Action log")
        + table(
            row("Item", "Action", "Owner", "Deadline"),
            row("Roofs of the town", "Mend.", "Team", "May 2027"),
            row("", "Paint.", "Team", "May 2027"),
            row("Boilers of the town", "Buy.", "Team", "May 2027"),
        ),
        plan(
            "Action log",
            aim("Roofs of the town", done("Mend."), done("Paint.")),
            aim("Boilers of the town", done("Buy.")),
        ),
        [],
        "Item Action Owner Deadline",
    ),
    "agenda items in a column": (
        heading("Action log")
        + table(
            row("Agenda item", "Action", "Owner", "Deadline"),
            row("Roofs", "Mend.", "Team", "May 2027"),
            row("Boilers", "Buy.", "Team", "May 2027"),
        ),
        plan("Action log", aim("Roofs", done("Mend.")), aim("Boilers", done("Buy."))),
        [],
        "Agenda item Action Owner Deadline",
    ),
    "items by number": (
        heading("Action log of the Housing Group")
        + table(
            row("Item", "Action", "Owner", "Deadline"),
            row("3.1", "Mend.", "Team", "May 2027"),
            row("4", "Buy.", "Team", "May 2027"),
        ),
        plan(
            "Action log of the Housing Group",
            aim("Action log of the Housing Group", done("Mend.", "3.1"), done("Buy.", "4")),
        ),
        [],
        "Item Action Owner Deadline",
    ),
    "items as headings": (
        heading("Minutes of the Housing Group")
        + heading("Item 1: Roofs", 2)
        + para("They leak.")
        + table(row("Action", "Owner", "Deadline"), lines("Mend."))
        + heading("Item 2: Boilers", 2)
        + table(row("Action", "Owner", "Deadline"), lines("Buy.")),
        plan(
            "Minutes of the Housing Group",
            aim("Roofs", done("Mend.")),
            aim("Boilers", done("Buy.")),
        ),
        ["They leak."],
        "Item 1 Action Owner Deadline Item 2 Action Owner Deadline",
    ),
    "no aim but the heading above": (
        heading("Minutes of the Housing Group")
        + heading("Actions agreed", 2)
        + table(row("Action", "Owner", "Deadline"), lines("Mend.", "Buy.")),
        plan("Minutes of the Housing Group", aim("Actions agreed", done("Mend."), done("Buy."))),
        [],
        "Action Owner Deadline",
    ),
}
