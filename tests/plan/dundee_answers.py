"""Answers to Dundee's form: a whole assessment, and what goes together in one."""

from dataclasses import replace
from datetime import date

from plan.checks.facts.form_facts import PaperFacts
from plan.council.format import form_named
from tests.plan.judged_papers import DUNDEE_FORM, Said, ticks

DUNDEE = form_named(DUNDEE_FORM)

ROWS = tuple(
    one.question for one in DUNDEE.fields if one.kind == "marks" and one.question[-5:] != "other"
)

WHOLE: dict[str, Said] = {
    "rapid": ticks("yes"),
    "full": ticks("no"),
    "date": Said("5 September 2016"),
    "report-number": Said("299-2016"),
    "title": Said("Improvement plan"),
    "new-or-existing": ticks("new"),
    "description": Said("A plan."),
    "outcome": Said("Better services."),
    "documents": Said("The inspection report."),
    "consultation": Said("Yes: two groups."),
    "officers": Said("The service manager."),
    "evidence": Said("No"),
    **dict.fromkeys(ROWS, ticks("positively")),
    "positive-impacts": Said("Yes: for all."),
    "negative-impacts": Said("No"),
    "overcoming": Said("N/A"),
    "justification": Said("N/A"),
    "full-recommended": Said("No"),
    "monitoring": Said("By the board, each quarter."),
    "department": Said("Children’s Services"),
    "document-type": ticks("strategy-service"),
    "contacts.manager.name": Said("Head of Service"),
    "contacts.author.name": Said("Service Manager"),
    "signatures.signature.author": Said("Service Manager"),
    "signatures.date.author": Said("September 2016"),
    "signatures.signature.director": Said("Director"),
    "signatures.date.director": Said("September 2016"),
    "director-name": Said("Director"),
    "next-review": Said("September 2017"),
}
"""An assessment of which no rule wants anything."""

AGE, OTHER = "characteristics.age", "characteristics.other"
SURVEY = "A survey of the groups in May."
NEGATIVE = {
    AGE: ticks("negatively"),
    "negative-impacts": Said("Yes: for older people."),
    "overcoming": Said("A second venue."),
    "justification": Said("The gain is greater."),
    "full-recommended": Said("Yes, by May."),
    "rapid": ticks("no"),
    "full": ticks("yes"),
}
"""Answers that go together where one impact is negative; E31 asks for confirmation."""
NO_EVIDENCE = {"documents": Said("N/A"), "consultation": Said("None.")}
POSITIVE = {"positive-impacts": Said("Yes: for all.")}
NO_IMPACT = {
    **dict.fromkeys(ROWS, ticks("no-impact")),
    "positive-impacts": Said("No"),
}

NOTED = {("E30", "characteristics"), ("E47", "characteristics")}
"""What is said of the form itself, of whatever paper."""
OF_2016 = PaperFacts(
    {
        "report.number": "299-2016",
        "report.title": "An improvement plan for children",
        "plan.title": "Children’s services",
        "report.service": "Children’s Services Committee, Director of Children’s Services",
    },
    meeting=date(2016, 9, 26),
    today=date(2016, 9, 12),
)
ASKED = {"strategic": ticks("no"), "children": ticks("no")}
RECOMMENDED = {"full-recommended": Said("Yes")}
OF_2018 = replace(OF_2016, meeting=date(2018, 4, 1), today=date(2018, 3, 20))
OF_2026 = replace(
    OF_2016,
    meeting=date(2026, 9, 28),
    today=date(2026, 9, 14),
    facts=frozenset({"children"}),
)
