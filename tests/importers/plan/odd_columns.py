"""Plans in which columns share a cell, a row or a list of boxes, with their right values."""

from tests.importers.plan.layouts import action, aim, plan
from tests.importers.plan.odd_pieces import TITLE, Layout
from tests.importers.word_files import cell, merged, para, row, spanning, table

_AIM = "Homes are warm"
_BOXED = "Action Lead By when Where are we now tick one"


def _done(text: str, ref: str = "", **cells: object) -> dict[str, object]:
    return action(text, ref, leads=["Team"], timescale="May 2027", **cells)


def _ticked(chosen: int) -> str:
    words = ("Not started", "Under way", "Complete")
    return cell(*(f"{'☒' if n == chosen else '☐'} {word}" for n, word in enumerate(words)))


COLUMNS_TOGETHER: dict[str, Layout] = {
    "who and when in one column, and a status under its own word": (
        TITLE
        + para(f"Priority 1: {_AIM}")
        + table(
            row("Action", "Owner and target date", "Measure of success", "Implementation"),
            row("Go.", cell("Team", "May 2027"), "Seen", "Fully implemented"),
            row("Stay.", cell("Unit", "Before each visit"), "Heard", "Not implemented"),
        ),
        plan(
            "Warm Homes Plan",
            aim(
                _AIM,
                _done("Go.", success=["Seen"], status="Fully implemented"),
                action(
                    "Stay.",
                    leads=["Unit"],
                    timescale="Before each visit",
                    success=["Heard"],
                    status="Not implemented",
                ),
            ),
        ),
        [],
        "Priority 1 Action Owner and target date Measure of success Implementation",
    ),
    "when and who in one column": (
        TITLE
        + para(f"Priority 1: {_AIM}")
        + table(
            row("Action", "Timescale / lead", "Progress"),
            row("Go.", cell("May 2027", "Team"), "Begun."),
            row("Stay.", cell("Team"), ""),
        ),
        plan(
            "Warm Homes Plan",
            aim(_AIM, _done("Go.", progress="Begun."), action("Stay.", leads=["Team"])),
        ),
        [],
        "Priority 1 Action Timescale lead Progress",
    ),
    "actions whose heading names their timing, with who and when in lines below": (
        TITLE
        + table(
            row("", "Issue", "Recommendation", "Agreed management action/timing"),
            row(
                "1.",
                "Bills rise.",
                "The council should insulate its homes.",
                cell("Accepted. Go.", "Responsible officer: Team", "Agreed date: May 2027"),
            ),
            row(
                "2.",
                "Nobody is asked.",
                "Tenants should be asked.",
                cell("Accepted. Stay.", "Responsible officer: Team", "Agreed date: May 2027"),
            ),
        ),
        plan(
            "Warm Homes Plan",
            aim(
                "The council should insulate its homes.",
                _done("Accepted. Go.", "1", own={"Issue": "Bills rise."}),
            ),
            aim(
                "Tenants should be asked.",
                _done("Accepted. Stay.", "2", own={"Issue": "Nobody is asked."}),
            ),
        ),
        [],
        "Issue Recommendation Agreed management action timing"
        + " Responsible officer Agreed date" * 2,
    ),
    "an update in a row below each action": (
        TITLE
        + table(
            row("Ref", "Action", "Lead", "By when", "How is it going?"),
            row(spanning(f"Priority 1: {_AIM}", 5)),
            row(merged("1", start=True), "Go.", "Team", "May 2027", "Behind"),
            row(merged(), "Update to May 2026", spanning("Two of three are open.", 3)),
            row(merged("2", start=True), "Stay.", "Team", "May 2027", "As planned"),
            row(merged(), "Update to May 2026", spanning("", 3)),
        ),
        plan(
            "Warm Homes Plan",
            aim(
                _AIM,
                _done("Go.", "1", status="Behind", progress="Two of three are open."),
                _done("Stay.", "2", status="As planned"),
            ),
        ),
        [],
        "Ref Action Lead By when How is it going Priority 1" + " Update to May 2026" * 2,
    ),
    "an aim beside who answers for it": (
        TITLE
        + table(
            row("Status", "Ref", "Task", "Lead", "Finish", "Commentary"),
            row(spanning(f"Workstream 1: {_AIM}", 4), spanning("Sponsor: Chief Officer", 2)),
            row("On course", "WH-1", "Go.", "Team", "May 2027", "Begun."),
            row(spanning("Workstream 2: Bills are low", 4), spanning("Sponsor: Director", 2)),
            row("At risk", "BL-1", "Ask.", "Team", "May 2027", ""),
        ),
        plan(
            "Warm Homes Plan",
            aim(
                _AIM,
                _done(
                    "Go.",
                    "WH-1",
                    status="On course",
                    progress="Begun.",
                    own={"Sponsor": "Chief Officer"},
                ),
            ),
            aim(
                "Bills are low",
                _done("Ask.", "BL-1", status="At risk", own={"Sponsor": "Director"}),
            ),
        ),
        [],
        "Status Ref Task Lead Finish Commentary Workstream 1 Sponsor Workstream 2 Sponsor",
    ),
    "boxes to tick in one cell, one for each status": (
        TITLE
        + para(f"Requirement 1: {_AIM}")
        + table(
            row("Action", "Lead", "By when", "Where are we now? (tick one)"),
            row("Go.", "Team", "May 2027", _ticked(1)),
            row("Stay.", "Team", "May 2027", _ticked(3)),
        ),
        plan("Warm Homes Plan", aim(_AIM, _done("Go.", status="Under way"), _done("Stay."))),
        [],
        f"Requirement 1 {_BOXED} Not started Complete Not started Under way Complete",
    ),
    "cards whose cells each begin with a label, below what is done": (
        TITLE
        + para(f"Ambition 1: {_AIM}")
        + "".join(
            table(
                row(spanning(said, 3)),
                row("Owner: Team", "Due: May 2027", f"Status: {status}"),
                row(spanning("What success looks like: Seen", 3)),
                row(spanning(latest, 3)),
            )
            + para()
            for said, status, latest in (
                ("1.1 Go.", "Underway", "Latest: Two of three are open."),
                ("1.2 Stay.", "Delayed", "Latest:"),
            )
        ),
        plan(
            "Warm Homes Plan",
            aim(
                _AIM,
                _done(
                    "Go.", status="Underway", success=["Seen"], progress="Two of three are open."
                ),
                _done("Stay.", status="Delayed", success=["Seen"]),
            ),
        ),
        [],
        "Ambition 1" + " Owner Due Status What success looks like Latest" * 2 + " 1 1 1 2",
    ),
}
