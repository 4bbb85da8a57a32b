"""Plans of cards, labelled paragraphs, questions and headings, with their right values."""

from tests.importers.plan.layouts import action, aim, heading, plan
from tests.importers.plan.odd_pieces import Layout, bold, bullet, numbered, paras
from tests.importers.word_files import para, raw, row, run, spanning, table


def labelled(label: str, text: str) -> str:
    """Return a paragraph whose label is bold and whose text is not."""
    return raw(run(label, "<w:b/>"), run(text))


def _bog_action(name: str, who: str, when: str, sign: str, *more: str) -> str:
    return (
        heading(name, 3)
        + labelled("Owner: ", who)
        + labelled("Due by: ", when)
        + labelled("Success looks like: ", sign)
        + "".join(labelled("Update: ", text) for text in more)
    )


_QUESTIONS = ("What will we do?", "Who will do it?", "By when?", "How will we know it worked?")


def _asked(*answers: str, ask: str = "heading") -> str:
    pairs = zip(_QUESTIONS, answers, strict=True)
    return "".join(
        (heading(question, 3) if ask == "heading" else bold(question)) + para(answer)
        for question, answer in pairs
    )


def _card(*pairs: tuple[str, str]) -> str:
    return table(*(row(*pair) for pair in pairs)) + para()


HEADINGS: dict[str, Layout] = {
    "actions in headings, their labels in bold below": (
        heading("Peatland Forward Plan 2027")
        + para("Agreed by the trustees in May.")
        + heading("Goal 1: The bog is wet", 2)
        + _bog_action(
            "Action 1.1: Dam the drains, field by field.",
            "Ranger",
            "May 2027",
            "Water stays all summer",
            "Wood is bought.",
        )
        + _bog_action("Action 1.2: Fell the pines.", "Forester", "Within a year", "No pine is left")
        + heading("Goal 2: People visit", 2)
        + _bog_action("Action 2.1: Lay boards.", "Ranger", "June 2027", "2,000 walkers", "Begun."),
        plan(
            "Peatland Forward Plan 2027",
            aim(
                "The bog is wet",
                action(
                    "Dam the drains, field by field.",
                    leads=["Ranger"],
                    timescale="May 2027",
                    success=["Water stays all summer"],
                    progress="Wood is bought.",
                ),
                action(
                    "Fell the pines.",
                    leads=["Forester"],
                    timescale="Within a year",
                    success=["No pine is left"],
                ),
            ),
            aim(
                "People visit",
                action(
                    "Lay boards.",
                    leads=["Ranger"],
                    timescale="June 2027",
                    success=["2,000 walkers"],
                    progress="Begun.",
                ),
            ),
        ),
        [],
        "Goal 1 Goal 2 Action 1 1 Action 1 2 Action 2 1 "
        + "Owner Due by Success looks like " * 3
        + "Update " * 2,
    ),
    "questions in headings, the answers below": (
        heading("Nursery Plan 2027")
        + heading("Priority 1: Outdoor play", 2)
        + _asked("Open the garden every day.", "Depute", "March 2027", "Children are out at ten")
        + _asked("Buy rain suits.", "Clerk", "January 2027", "Each child has one")
        + heading("Priority 2: Early words", 2)
        + _asked("Read each day.", "All staff", "Ongoing", "Parents borrow books"),
        plan(
            "Nursery Plan 2027",
            aim(
                "Outdoor play",
                action(
                    "Open the garden every day.",
                    leads=["Depute"],
                    timescale="March 2027",
                    success=["Children are out at ten"],
                ),
                action(
                    "Buy rain suits.",
                    leads=["Clerk"],
                    timescale="January 2027",
                    success=["Each child has one"],
                ),
            ),
            aim(
                "Early words",
                action(
                    "Read each day.",
                    leads=["All staff"],
                    timescale="Ongoing",
                    success=["Parents borrow books"],
                ),
            ),
        ),
        [],
        "Priority 1 Priority 2 " + " ".join(_QUESTIONS * 3),
    ),
    "questions in bold, a list of steps below the first": (
        heading("Library Plan 2027")
        + heading("Aim 1: Doors are open", 2)
        + bold("What are we going to do?")
        + numbered("Open at eight.")
        + numbered("Close at nine.")
        + bold("Who will lead?")
        + bullet("Librarian")
        + bullet("Janitor")
        + bold("When will it be done?")
        + para("May 2027")
        + bold("What will it cost?")
        + para("£5,000")
        + bold("How are we getting on?")
        + paras("The rota is written.", "The union agreed.")
        + bold("What are we going to do?")
        + para("Lend tools.")
        + bold("Who will lead?")
        + para("Librarian")
        + bold("When will it be done?")
        + para("June 2027")
        + bold("What will it cost?")
        + para("Nothing"),
        plan(
            "Library Plan 2027",
            aim(
                "Doors are open",
                action(
                    "1\\. Open at eight.\n\n2\\. Close at nine.",
                    leads=["Librarian", "Janitor"],
                    timescale="May 2027",
                    progress="The rota is written.\n\nThe union agreed.",
                    own={"What will it cost?": "£5,000"},
                ),
                action(
                    "Lend tools.",
                    leads=["Librarian"],
                    timescale="June 2027",
                    own={"What will it cost?": "Nothing"},
                ),
            ),
        ),
        [],
        "Aim 1 "
        + "What are we going to do Who will lead When will it be done " * 2
        + "What will it cost " * 2
        + "How are we getting on",
    ),
    "bold names of actions, labels and texts parted by tabs": (
        heading("Harbour Plan")
        + heading("Theme 1: Safe piers", 2)
        + bold("Mend the ladders")
        + paras("Lead officer\tHarbour Master", "Timescale\tMay 2027", "Progress\tTwo are mended.")
        + bold("Light the steps")
        + paras("Lead officer\tElectrician", "Timescale\tJune 2027"),
        plan(
            "Harbour Plan",
            aim(
                "Safe piers",
                action(
                    "Mend the ladders",
                    leads=["Harbour Master"],
                    timescale="May 2027",
                    progress="Two are mended.",
                ),
                action("Light the steps", leads=["Electrician"], timescale="June 2027"),
            ),
        ),
        [],
        "Theme 1 " + "Lead officer Timescale " * 2 + "Progress",
    ),
    "tasks with a dash, bold labels without a sign": (
        heading("Archive Plan")
        + para("Objective 1: Nothing is lost")
        + bold("Task 1 – Copy the maps")
        + labelled("Responsible officer ", "Archivist")
        + labelled("Target date ", "May 2027")
        + labelled("RAG status ", "Green")
        + bold("Task 2 – Dry the cellar")
        + labelled("Responsible officer ", "Estates")
        + labelled("Target date ", "June 2027")
        + labelled("RAG status ", "Amber"),
        plan(
            "Archive Plan",
            aim(
                "Nothing is lost",
                action("Copy the maps", leads=["Archivist"], timescale="May 2027", status="Green"),
                action("Dry the cellar", leads=["Estates"], timescale="June 2027", status="Amber"),
            ),
        ),
        [],
        "Objective 1 Task 1 Task 2 " + "Responsible officer Target date RAG status " * 2,
    ),
    "questions with their answers in the same line": (
        heading("Carers Plan")
        + para("Outcome 1: Carers rest")
        + paras(
            *("What will we do? Open a night line.", "Who? Carers Centre", "By when? May 2027"),
            "How will we know? Half of the carers have rung.",
        )
        + paras("What will we do? Pay for a week away.", "Who? Trust", "By when? June 2027"),
        plan(
            "Carers Plan",
            aim(
                "Carers rest",
                action(
                    "Open a night line.",
                    leads=["Carers Centre"],
                    timescale="May 2027",
                    success=["Half of the carers have rung."],
                ),
                action("Pay for a week away.", leads=["Trust"], timescale="June 2027"),
            ),
        ),
        [],
        "Outcome 1 " + "What will we do Who By when " * 2 + "How will we know",
    ),
    "numbered actions below bold aims whose label stands above them": (
        heading("Gaelic Plan")
        + bold("Objective 1")
        + bold("Gaelic is seen")
        + paras("1.1 Change the signs.", "Lead: Leisure", "By when: May 2027")
        + paras("1.2 Teach greetings.", "Lead: Officer", "By when: June 2027")
        + bold("Objective 2")
        + bold("Families begin")
        + paras("2.1 Sing at noon.", "Lead: Library", "By when: July 2027"),
        plan(
            "Gaelic Plan",
            aim(
                "Gaelic is seen",
                action("Change the signs.", leads=["Leisure"], timescale="May 2027"),
                action("Teach greetings.", leads=["Officer"], timescale="June 2027"),
            ),
            aim(
                "Families begin",
                action("Sing at noon.", leads=["Library"], timescale="July 2027"),
            ),
        ),
        [],
        "Objective 1 Objective 2 1 1 1 2 2 1 " + "Lead By when " * 3,
    ),
    "cards in plain words, their number and name across them": (
        heading("River Plan")
        + heading("Ambition 1: Clean water", 2)
        + table(
            row(spanning("Action 1.1: Fence the banks", 2)),
            *(row("Who’s doing it?", "River Trust"), row("By when?", "May 2027")),
            *(row("We’ll know it worked when…", "Cows drink elsewhere"), row("Cost", "£900")),
        )
        + para()
        + table(
            row(spanning("Action 1.2: Plant alders", 2)),
            *(row("Who’s doing it?", "School"), row("By when?", "June 2027")),
            *(row("We’ll know it worked when…", "The bank holds"), row("Cost", "")),
        ),
        plan(
            "River Plan",
            aim(
                "Clean water",
                action(
                    "Fence the banks",
                    leads=["River Trust"],
                    timescale="May 2027",
                    success=["Cows drink elsewhere"],
                    own={"Cost": "£900"},
                ),
                action(
                    "Plant alders",
                    leads=["School"],
                    timescale="June 2027",
                    success=["The bank holds"],
                ),
            ),
        ),
        [],
        "Ambition 1 Action 1 1 Action 1 2 "
        + "Who s doing it By when We ll know it worked when Cost " * 2,
    ),
    "cards of questions, numbered one of so many": (
        heading("Skipper Plan")
        + heading("Pledge 1: Boats are safe", 2)
        + "".join(
            table(
                row(spanning(f"Action {number} of 2", 2)),
                *(row("What are we going to do?", text), row("Why?", why)),
                *(row("Who will see it through?", "Team"), row("By when?", "May 2027")),
                *(row("How will skippers notice?", "Seen"), row("Where are we now?", "")),
            )
            + para()
            for number, text, why in ((1, "Light the quay.", "Night"), (2, "Mend the steps.", ""))
        ),
        plan(
            "Skipper Plan",
            aim(
                "Boats are safe",
                action(
                    "Light the quay.",
                    "1",
                    leads=["Team"],
                    timescale="May 2027",
                    success=["Seen"],
                    own={"Why?": "Night"},
                ),
                action(
                    "Mend the steps.", "2", leads=["Team"], timescale="May 2027", success=["Seen"]
                ),
            ),
        ),
        [],
        "Pledge 1 " + "Action of 2 What are we going to do Why Who will see it through By when "
        "How will skippers notice Where are we now " * 2,
    ),
    "cards that describe, with two owners and a confidence": (
        heading("Heat Programme")
        + heading("Workstream 1 – Homes", 2)
        + _card(
            *(("Ref", "H-1"), ("Summary of action", "Wrap the flats.")),
            *(("Senior responsible owner", "Director"), ("Delivery team", "Housing")),
            *(("Planned end date", "May 2028"), ("Expected benefits", "Bills fall")),
            *(("Delivery confidence", "Amber"), ("Latest commentary", "Tender is out.")),
        )
        + _card(
            *(("Ref", "H-2"), ("Summary of action", "Dig the main.")),
            *(("Senior responsible owner", "Engineer"), ("Delivery team", "Roads")),
            *(("Planned end date", "May 2029"), ("Expected benefits", "No boilers")),
            *(("Delivery confidence", "Green"), ("Latest commentary", "")),
        ),
        plan(
            "Heat Programme",
            aim(
                "Homes",
                action(
                    "Wrap the flats.",
                    "H-1",
                    leads=["Director"],
                    timescale="May 2028",
                    success=["Bills fall"],
                    status="Amber",
                    progress="Tender is out.",
                    own={"Delivery team": "Housing"},
                ),
                action(
                    "Dig the main.",
                    "H-2",
                    leads=["Engineer"],
                    timescale="May 2029",
                    success=["No boilers"],
                    status="Green",
                    own={"Delivery team": "Roads"},
                ),
            ),
        ),
        [],
        "Workstream 1 "
        + "Ref Summary of action Senior responsible owner Delivery team Planned end date "
        "Expected benefits Delivery confidence Latest commentary " * 2,
    ),
}
