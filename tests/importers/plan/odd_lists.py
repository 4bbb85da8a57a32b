"""Plans that are written as lists, with their right values."""

from tests.importers.plan.layouts import action, aim, heading, plan
from tests.importers.plan.odd_pieces import (
    TITLE,
    Layout,
    bold,
    bullet,
    done,
    lettered,
    numbered,
    paras,
)
from tests.importers.word_files import (
    para,
)

LISTS: dict[str, Layout] = {
    "aims with and without numbers of Word": (
        TITLE
        + numbered("Aim: Homes are warm")
        + numbered("Insulate roofs.", 1)
        + numbered("Lead: Team", 2)
        + numbered("By when: May 2027", 2)
        + numbered("Check boilers.", 1)
        + numbered("Lead: Team", 2)
        + numbered("By when: May 2027", 2)
        + para("Aim: Bills are low")
        + numbered("Advise tenants.", 1)
        + numbered("Lead: Team", 2)
        + numbered("By when: May 2027", 2)
        + numbered("Progress: Two are trained.", 2)
        + para("Aim 3 Damp is gone")
        + numbered("Find mould.", 1)
        + numbered("Lead: Team", 2)
        + numbered("By when: May 2027", 2)
        + bullet("Priority D – Nobody waits")
        + numbered("Answer calls.", 1)
        + numbered("Lead: Team", 2)
        + numbered("By when: May 2027", 2),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Insulate roofs."), done("Check boilers.")),
            aim("Bills are low", done("Advise tenants.", "1.3", progress="Two are trained.")),
            aim("Damp is gone", done("Find mould.", "1.4")),
            aim("Nobody waits", done("Answer calls.", "1.5")),
        ),
        [],
        "Aim " * 2 + "Aim 3 Priority D " + "Lead By when " * 5 + "Progress",
    ),
    "aims by label below a heading": (
        TITLE
        + heading("What we will do", 2)
        + para("Aim: Homes are warm")
        + paras("1. Insulate roofs. Lead: Team. By when: May 2027.")
        + para("2. Aim: Bills are low")
        + paras("1. Advise tenants. Lead: Team. By when: May 2027."),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Insulate roofs.")),
            aim("Bills are low", done("Advise tenants.")),
        ),
        ["What we will do"],
        "Aim 1 Lead By when 2 Aim 1 Lead By when",
    ),
    "parts of an action by letters": (
        TITLE
        + para("Priority 1: Homes are warm")
        + numbered("Mend every roof:", 0)
        + lettered("find the leaks")
        + lettered("write them down", 1)
        + para("Lead: Team")
        + para("By when: May 2027")
        + numbered("Check boilers.", 0)
        + para("Lead: Team")
        + para("By when: May 2027"),
        plan(
            "Warm Homes Plan",
            aim(
                "Homes are warm",
                done("Mend every roof:\n\n(a) find the leaks\n\n(i) write them down"),
                done("Check boilers."),
            ),
        ),
        [],
        "Priority 1 Lead By when Lead By when",
    ),
    "actions by letters below numbered aims": (
        TITLE
        + numbered("Homes are warm", 0)
        + lettered("Insulate roofs.")
        + paras("Lead: Team", "By when: May 2027")
        + lettered("Check boilers.")
        + paras("Lead: Team", "By when: May 2027")
        + numbered("Bills are low", 0)
        + lettered("Advise tenants.")
        + paras("Lead: Team", "By when: May 2027"),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Insulate roofs.", "a"), done("Check boilers.", "b")),
            aim("Bills are low", done("Advise tenants.", "c")),
        ),
        [],
        "Lead By when " * 3,
    ),
    "labels that no word knows, and one said twice": (
        TITLE
        + para("Aim 1: Homes are warm")
        + para("1. Insulate roofs.")
        + paras("Lead: Team", "By when: May 2027", "Lead: Roofers", "Risk: Rain: it delays us")
        + paras("Priority: High", "RAG: Amber")
        + para("2. Check boilers. Lead: Team\tBy when: May 2027\tRAG: Green"),
        plan(
            "Warm Homes Plan",
            aim(
                "Homes are warm",
                action(
                    "Insulate roofs.",
                    leads=["Team", "Roofers"],
                    timescale="May 2027",
                    status="Amber",
                    own={"Risk": "Rain: it delays us", "Priority": "High"},
                ),
                done("Check boilers.", status="Green"),
            ),
        ),
        [],
        "Aim 1 1 Lead By when Lead Risk Priority RAG 2 Lead By when RAG",
    ),
    "bullets below a label, and an action that has none": (
        TITLE
        + para("Aim 1: Homes are warm")
        + para("1. Insulate roofs.")
        + paras("Lead: Team", "By when: May 2027", "Measures of success:")
        + bullet("Bills fall")
        + bullet("Coughs stop")
        + para("2. Tell the papers.")
        + para("3. Check boilers. Lead: Team; By when: May 2027")
        + bold("4. Bills are low")
        + para("1. Advise tenants. Lead: Team; By when: May 2027"),
        plan(
            "Warm Homes Plan",
            aim(
                "Homes are warm",
                done("Insulate roofs.", success=["Bills fall", "Coughs stop"]),
                action("Tell the papers."),
                done("Check boilers."),
            ),
            aim("Bills are low", done("Advise tenants.")),
        ),
        [],
        "Aim 1 1 Lead By when Measures of success 2 3 Lead By when 4 1 Lead By when",
    ),
    "Roman numbers, and labels in small letters": (
        TITLE
        + para("Objective A: Homes are warm")
        + para("(i) Go. Lead: Team; by when: May 2027.")
        + para("(ii) Come. Lead: Team.")
        + para("(iii) Sit. Lead: Team; by when: May 2027."),
        plan(
            "Warm Homes Plan",
            aim(
                "Homes are warm",
                done("Go.", "i"),
                action("Come.", "ii", leads=["Team"]),
                done("Sit.", "iii"),
            ),
        ),
        [],
        "Objective A Lead by when Lead Lead by when",
    ),
    "labels before a dash": (
        TITLE
        + numbered("Aim 1 – Homes are warm")
        + numbered("Mend roofs - all of them.", 1)
        + bullet("Lead - Team")
        + bullet("By when – May 2027")
        + numbered("Check boilers.", 1)
        + bullet("Lead - Team")
        + bullet("By when – May 2027"),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Mend roofs - all of them."), done("Check boilers.")),
        ),
        [],
        "Aim 1 Lead By when Lead By when",
    ),
    "lines of labels alone": (
        TITLE
        + para("Aim 1: Homes are warm")
        + paras("Action: Insulate roofs.", "Lead: Team", "By when: May 2027")
        + para()
        + paras("Action: Check boilers.", "We begin in the north.", "Lead: Team")
        + para("By when: May 2027"),
        plan(
            "Warm Homes Plan",
            aim(
                "Homes are warm",
                done("Insulate roofs."),
                done("Check boilers.\n\nWe begin in the north."),
            ),
        ),
        [],
        "Aim 1 Action Lead By when Action Lead By when",
    ),
}
