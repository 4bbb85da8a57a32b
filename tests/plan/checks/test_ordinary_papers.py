"""What officers of any council write in an ordinary paper is asked about by no rule.

`ordinary.toml` has the texts of each rule by where they stand. A text that a rule asks about and a
head of service would not is added there first.
"""

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plan.checks.all_checks import CHECKS
from plan.checks.form_checks import assessment_is_attached
from plan.checks.paper import Paper, Practice
from plan.model.outline import (
    ActionOutline,
    AimOutline,
    AppendixOutline,
    NoteOutline,
    PassageOutline,
    PlanOutline,
    ReportOutline,
)
from tests.plan.checks.sound import FORMAT, FORMS, Spoil
from tests.plan.strategies import plan_from

TODAY = date(2026, 11, 27)
TABLE = tomllib.loads(Path(__file__).with_name("ordinary.toml").read_text(encoding="utf-8"))
ROWS = [(rule, row["in"], row["texts"]) for rule, rows in TABLE.items() for row in rows]


def acted(text: str, lead: str, timescale: str, criterion: str, note: str) -> ActionOutline:
    status = "Complete" if note.startswith("All ") else "On track"
    progress = (NoteOutline("1 November 2026", status, note),)
    return ActionOutline(
        text=text,
        leads=(lead,),
        timescale=timescale,
        success_criteria=(criterion,),
        progress=progress,
    )


ACTIONS = (
    acted(
        "Publish one guide to services.",
        "Information Group",
        "June 2027",
        "Calls rise from 140 to 200 a year by June 2027.",
        "The guide is being written.",
    ),
    acted(
        "Ask users in every town for their views.",
        "Users Group",
        "31 March 2027",
        "Each of the 12 towns reports its answers.",
        "Six towns have been asked.",
    ),
    acted(
        "Review the referral form with partners.",
        "Head of Service",
        "December 2026",
        "The new form is in use in all 9 teams.",
        "A draft is out for comment.",
    ),
    acted(
        "Write a programme for new managers.",
        "Learning and Development Manager",
        "September 2027",
        "All 24 new managers complete it.",
        "It starts in January 2027.",
    ),
    acted(
        "Set up a forum in each locality.",
        "Service Manager, Adults",
        "March 2028",
        "Four forums have met twice.",
        "All four forums have met.",
    ),
    acted(
        "Report performance to the board each quarter.",
        "Performance Officer",
        "Quarterly",
        "Four reports a year go to the board.",
        "Reports went in May and August 2026.",
    ),
)
EQUALITY = (
    "The plan was screened: no equality impact assessment is required. Children's rights (CRWIA), "
    "the Fairer Scotland Duty, islands and consumers were considered."
)
REPORT = ReportOutline(
    committee="Policy Committee",
    meeting_date="14 December 2026",
    title="Service improvement plan 2026-29",
    by="Head of Service",
    number="POL/26/31",
    signatory="A Head",
    signatory_post="Head of Service",
    signed_on="30 November 2026",
    own_sections=(
        "Background [own-background, after recommendations]",
        "Legal implications [own-legal, after financial]",
        "Equality implications [own-equality, after own-legal]",
    ),
    passages=(
        PassageOutline("purpose", "text", "To seek approval of the plan in Appendix 1."),
        PassageOutline("recommendations", "recommendation", "approve the plan in Appendix 1"),
        PassageOutline("own-background", "text", "The plan follows a review made in spring 2026."),
        PassageOutline("financial", "text", "The costs are met from existing budgets."),
        PassageOutline("own-legal", "text", "There are none."),
        PassageOutline("own-equality", "text", EQUALITY),
    ),
)
ORDINARY = PlanOutline(
    title="Service",
    subtitle="Improvement Plan 2026-2029",
    aims=(
        AimOutline("Make help easy to find.", ACTIONS[:3]),
        AimOutline("Have skilled staff.", ACTIONS[3:]),
    ),
    report=REPORT,
)


def acting(number: int, **fields: object) -> Spoil:
    """Set fields of the first, second or third action."""

    def spoil(one: PlanOutline) -> PlanOutline:
        actions = list(one.aims[0].actions)
        actions[number] = replace(actions[number], **fields)  # type: ignore[arg-type]
        return replace(one, aims=(replace(one.aims[0], actions=tuple(actions)), *one.aims[1:]))

    return spoil


def saying(section: str, text: str, kind: str = "text", *, alone: bool = False) -> Spoil:
    """Add a passage to a section of the report, or put it in its place."""

    def spoil(one: PlanOutline) -> PlanOutline:
        kept = [each for each in one.report.passages if not alone or each.section != section]
        said = PassageOutline(section, kind, text)  # type: ignore[arg-type]
        return replace(one, report=replace(one.report, passages=(*kept, said)))

    return spoil


def every(*spoils: Spoil) -> Spoil:
    def spoil(one: PlanOutline) -> PlanOutline:
        for each in spoils:
            one = each(one)
        return one

    return spoil


def noted(status: str, text: str, timescale: str = "June 2027") -> Spoil:
    progress = (NoteOutline("1 November 2026", status, text),)
    criterion = ("The new form is in use in all 9 teams.",)
    return acting(0, timescale=timescale, progress=progress, success_criteria=criterion)


def led(*leads: str) -> Spoil:
    return every(*(acting(number, leads=(lead,)) for number, lead in enumerate(leads)))


def titled(title: str) -> Spoil:
    return lambda one: replace(one, report=replace(one.report, title=title))


def appended(text: str) -> Spoil:
    def spoil(one: PlanOutline) -> PlanOutline:
        assessment = AppendixOutline("text", title="Equality impact assessment", text=text)
        report = replace(one.report, appendices=(AppendixOutline("plan"), assessment))
        return replace(one, report=report)

    return every(spoil, saying("own-equality", "An assessment is at Appendix 2.", alone=True))


SCREENED = saying("own-equality", "Screened: no impact assessment is required.", alone=True)
DENIED = saying(
    "own-equality",
    "No equality impact assessment is required because no service changes.",
    alone=True,
)
COSTLESS = saying("financial", "There are no financial implications.", alone=True)
Put = Callable[..., Spoil]
PLACES: dict[str, Put] = {
    "criterion": lambda text: acting(0, success_criteria=(text,)),
    "judged": lambda text, when: acting(0, success_criteria=(text,), timescale=when),
    "action": lambda text: acting(0, text=text),
    "lead": lambda *leads: acting(0, leads=leads),
    "leads": led,
    "note": noted,
    "noted": noted,
    "timescale": lambda when: noted("On track", "The work goes on as planned.", when),
    "timescale in progress": lambda when: noted("In progress", "Sessions are running.", when),
    "column": lambda heading, text: acting(0, own=((heading, text),)),
    "report": lambda text: saying("own-background", text),
    "asked": lambda purpose, text: every(
        saying("purpose", purpose, alone=True),
        saying("recommendations", text, "recommendation", alone=True),
    ),
    "measured": lambda said, criterion: every(
        saying("own-background", said), acting(0, success_criteria=(criterion,))
    ),
    "consulted": lambda money, people: every(
        saying("financial", money, alone=True), saying("consultations", people, alone=True)
    ),
    "implied": lambda table, text: every(
        saying("financial", "", alone=True),
        saying("own-legal", table, "table", alone=True),
        saying("own-background", text),
    ),
    "recommendation": lambda text: saying("recommendations", text, "recommendation"),
    "financial": lambda text: saying("financial", text, alone=True),
    "table": lambda text: saying("financial", text, "table"),
    "grades": lambda table, text: every(
        saying("own-background", table, "table"), saying("own-background", text)
    ),
    "equality": lambda text: saying("own-equality", text, alone=True),
    "assessment": appended,
    "title": lambda title: every(SCREENED, titled(title)),
    "unassessed": lambda text: every(SCREENED, acting(0, text=text)),
    "unassessed recommendation": lambda text: every(
        SCREENED, saying("recommendations", text, "recommendation")
    ),
    "unassessed report": lambda text: every(SCREENED, saying("own-background", text)),
    "late report": lambda text: every(
        noted("At risk", "The supplier is late; now March 2027."), saying("own-background", text)
    ),
    "screening table": lambda text: every(SCREENED, saying("own-equality", text, "table")),
    "denied": lambda text: every(DENIED, acting(0, text=text)),
    "costless": lambda text: every(COSTLESS, acting(0, text=text)),
    "costless report": lambda text: every(COSTLESS, saying("own-background", text)),
    "quoted": lambda *aims: saying(
        "own-background", "\n".join(("They ask:", "", *(f"- {one}" for one in aims)))
    ),
}


def asked(rule: str, outline: PlanOutline) -> list[str]:
    """Return what a rule says above a remark."""
    paper = Paper(plan_from(outline), FORMAT, TODAY, FORMS, Practice("every-day"))
    checks = [one for one in (*CHECKS, assessment_is_attached) if one.rule == rule]
    found = (one for check in checks for one in check.findings(paper))
    return [one.text for one in found if one.severity != "INFO"]


@pytest.mark.parametrize(
    ("rule", "place", "texts"), ROWS, ids=[f"{rule} {place}" for rule, place, _ in ROWS]
)
def test_what_is_ordinary_is_asked_about_by_no_rule(
    rule: str, place: str, texts: Sequence[str | list[str]]
) -> None:
    for text in texts:
        said = [text] if isinstance(text, str) else text
        assert (said, asked(rule, PLACES[place](*said)(ORDINARY))) == (said, [])


def test_the_ordinary_paper_itself_is_left_in_peace() -> None:
    rules = {one.rule for one in CHECKS}
    assert {rule: said for rule in rules if (said := asked(rule, ORDINARY))} == {}


GRADED = "| Area | Grade |\n|---|---|\n| Leadership | Good |\n| Staffing | Adequate |"
WANTED: Sequence[tuple[str, str, Sequence[str], str]] = (
    ("R40", "late report", ["All actions are complete or on track."], "1.1 (At risk) is not"),
    ("R40", "late report", ["All of the actions are on track."], "which is right?"),
    (
        "R16",
        "report",
        ["The new depot saves £86,000 a year. The saving in a full year is £68,000."],
        "of saving a year",
    ),
    (
        "R16",
        "report",
        ["Actions 1.1 to 2.2 are paid for from the grant of £90,000, which ends on 31 March 2027."],
        "action 2.1 is due 30 September 2027",
    ),
    (
        "R17",
        "screening table",
        ["| Duty | Result |\n|---|---|\n| Equality | None |\n| Islands | |\n| Climate | Small |"],
        "“Islands” has no word",
    ),
    (
        "E44",
        "unassessed recommendation",
        ["agree that the nursery class of Hillside Primary moves to Tarnside"],
        "where is the consultation",
    ),
    (
        "E43",
        "unassessed report",
        ["The three bodies will see the name, address and history of each adult at risk."],
        "data protection impact assessment",
    ),
    (
        "E43",
        "unassessed report",
        ["Sensors will tell the council whether somebody is at home."],
        "data protection impact assessment",
    ),
    ("P19", "note", ["On track", "The one boy there who is fed by a tube has begun."], "one boy"),
    (
        "P19",
        "note",
        ["On track", "Two of the three people at Rowan House with Angelman syndrome have moved."],
        "Angelman syndrome",
    ),
    (
        "E50",
        "assessment",
        [
            (
                "- Age: Not known: X\n- Race: No impact: X\n"
                "- Is further evidence to be gathered?: No further evidence is needed."
            )
        ],
        "is not known",
    ),
    (
        "E37",
        "assessment",
        ["- Is there a risk of unlawful discrimination?: It may be unlawful discrimination."],
        "“unlawful discrimination”",
    ),
    ("P9", "criterion", ["Attendance up by 15%."], "no baseline"),
    ("P9", "criterion", ["Training delivered"], "not what will be different"),
    ("P19", "report", ["Both care experienced pupils at Port Erran Primary left."], "Both care"),
    (
        "E43",
        "unassessed",
        ["Share children’s social work, education and health records with NHS staff."],
        "data protection impact assessment",
    ),
    ("P18", "judged", ["92% attend by June 2028.", "June 2027"], "June 2028"),
    ("R12", "report", ["The plan has five aims."], "five aims"),
    ("R12", "report", ["Inspectors made four recommendations; the plan answers them."], "four"),
    ("R43", "report", ["A report will be brought to members as soon as possible."], "By when"),
    ("R46", "grades", [GRADED, "Staffing was graded weak."], "which is right?"),
    ("P21", "note", ["Complete", "The second survey has not been sent."], "has not been sent"),
    ("P21", "note", ["Complete", "Training of the night shift is due in March 2027."], "is due in"),
    ("P21", "note", ["Complete", "The portal is due to open in May 2027."], "is due to open"),
    ("P30", "noted", ["In progress", "57 of 80 are trained.", "June 2026"], "before the meeting"),
    ("P15", "note", ["Delayed", "No progress."], "it is not said why"),
    ("P20", "leads", ["Roads Manager", "Road Manager"], "is it the same lead?"),
    (
        "R49",
        "asked",
        ["To seek approval of the improvement plan.", "note the improvement plan"],
        "no recommendation asks for more than to note",
    ),
    (
        "R49",
        "asked",
        ["The Committee is asked to approve the plan in Appendix 1.", "(a) note the plan"],
        "what is to be decided?",
    ),
    (
        "R16",
        "consulted",
        ["The new rota saves £30,000 a year.", "The Head of Human Resources was consulted."],
        "“£30,000” is to be saved, and nobody of finance",
    ),
    (
        "R16",
        "implied",
        [
            (
                "| Area | Implication |\n|---|---|\n| Finance | The plan saves £104,000 a year, "
                "after the lease at £31,000 a year. |"
            ),
            "The proposals save £140,000 a year.",
        ],
        "“£104,000” of saving a year",
    ),
    (
        "R16",
        "implied",
        [
            "| Area | Implication |\n|---|---|\n| Finance | The cost of the website is £12,000. |",
            "A new website will cost £21,000.",
        ],
        "“£21,000” under",
    ),
    (
        "R16",
        "implied",
        [
            "| Area | Implication |\n|---|---|\n| Financial implications | None |",
            "Two vans will be bought for £60,000.",
        ],
        "No cost is said here",
    ),
    ("P7", "timescale", ["By the end of term 4"], "The plan is for 2026 to 2029: which"),
    ("P7", "timescale", ["March"], "which year is meant?"),
    ("R49", "asked", ["This report is for noting.", "approve the plan"], "which is meant?"),
    ("R49", "asked", ["For information only", "adopts the plan in Appendix 1"], "which is meant?"),
    (
        "R50",
        "recommendation",
        ["instruct the Head of Service to recruit two family workers by June 2027"],
        "is no action of the plan",
    ),
    (
        "R50",
        "recommendation",
        ["agree that a helpline be set up by 31 March 2027"],
        "“helpline be set up by 31 March 2027”",
    ),
    ("R51", "report", ["62% agreed, 25% disagreed and 23% did not know."], "make 110, not 100"),
    ("R51", "report", ["The cost is split: 60% care, 30% support, 20% roads."], "make 110"),
    ("R51", "report", ["It is made up of 40% care, 30% support and 20% roads."], "make 90"),
    (
        "R51",
        "table",
        ["| Answer | Share |\n|---|---|\n| Yes | 62% |\n| No | 25% |\n| Total | 100% |"],
        "the rows make 87%",
    ),
    (
        "R51",
        "measured",
        [
            "In 2025/26 58% of audited files had a good chronology.",
            "Audited files with a good chronology rise from 54% (2025/26) to 80%.",
        ],
        "action 1.1 has “54% (2025/26)”",
    ),
    (
        "R51",
        "measured",
        [
            "The audit of May 2026 found a good chronology in 58% of the files.",
            "Audited files with a good chronology rise from 54% (May 2026) to 80%.",
        ],
        "which is right?",
    ),
)


@pytest.mark.parametrize(("rule", "place", "texts", "words"), WANTED)
def test_what_a_head_of_service_would_ask_is_asked(
    rule: str, place: str, texts: Sequence[str], words: str
) -> None:
    (said,) = asked(rule, PLACES[place](*texts)(ORDINARY))
    assert words in said
