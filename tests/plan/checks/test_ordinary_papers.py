"""What officers of any council write in an ordinary paper is asked about by no rule.

`ordinary.toml` has the texts of each rule by where they stand. A text that a rule asks about and a
head of service would not is added there first; what one would ask is added to `wanted.toml`.
"""

import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plan.checks.all_checks import CHECKS
from plan.checks.form.form_checks import assessment_is_attached
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


def rows_of(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the rows of a table of texts, each with its rule."""
    table = tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    yield from ((rule, row) for rule, rows in table.items() for row in rows)


ROWS = [(rule, row["in"], row["texts"]) for rule, row in rows_of("ordinary.toml")]
WANTED = [(rule, row["in"], row["texts"], row["asks"]) for rule, row in rows_of("wanted.toml")]


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
    "how far": lambda status, text, heading, far: every(
        noted(status, text), acting(0, own=((heading, far),))
    ),
    "column": lambda heading, text: acting(0, own=((heading, text),)),
    "report": lambda text: saying("own-background", text),
    "asked": lambda purpose, text: every(
        saying("purpose", purpose, alone=True),
        saying("recommendations", text, "recommendation", alone=True),
    ),
    "asked of the text": lambda first, second, text: every(
        saying("purpose", "To tell members how the plan goes.", alone=True),
        saying("recommendations", first, "recommendation", alone=True),
        saying("recommendations", second, "recommendation"),
        saying("own-background", text),
    ),
    "timed and told": lambda when, text: every(
        acting(0, timescale=when), saying("own-background", text)
    ),
    "acted late and told": lambda act, when, text: every(
        acting(0, text=act, timescale=when), saying("own-background", text)
    ),
    "timed and introduced": lambda when, text: every(
        acting(0, timescale=when), lambda one: replace(one, introduction=text)
    ),
    "led and told": lambda act, lead, text: every(
        acting(0, text=act, leads=(lead,)), saying("own-background", text)
    ),
    "measured by a note": lambda act, said, note: every(
        noted("On track", note), acting(0, text=act), saying("own-background", said)
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
    "lettered": lambda text: every(
        appended("- Age: No impact: X\n- Race: No impact: X\n- Sex: No impact: X"),
        saying("purpose", "To seek approval of the plan in Appendix A.", alone=True),
        saying("recommendations", "approve the plan", "recommendation", alone=True),
        saying("own-equality", text, "table" if text.startswith("|") else "text", alone=True),
    ),
    "revised": lambda status, text, when: every(
        noted(status, text), acting(0, own=(("Revised date", when),))
    ),
    "tabled": lambda text, table: every(
        saying("own-background", text), saying("own-background", table, "table")
    ),
    "no new cost": lambda money, text: every(
        saying("financial", money, alone=True), acting(0, text=text)
    ),
    "saved": lambda text, criterion: every(
        saying("own-background", text), acting(0, success_criteria=(criterion,))
    ),
    "decided": lambda decision, text: every(
        saying("recommendations", decision, "recommendation"), saying("own-background", text)
    ),
    "nothing found": lambda table, decision: every(
        saying("own-equality", table, "table", alone=True),
        saying("recommendations", decision, "recommendation"),
    ),
    "denied matter": lambda said, text: every(
        saying("own-legal", said, "table" if said.startswith("|") else "text", alone=True),
        acting(0, text=text),
    ),
    "of children": lambda text: every(
        titled("School transport plan"),
        saying("own-equality", text, "table" if text.startswith("|") else "text", alone=True),
    ),
    "of a board": lambda decision, text: every(
        titled("Integration Joint Board: plan"),
        saying("recommendations", decision, "recommendation"),
        saying("own-legal", text, "table" if text.startswith("|") else "text", alone=True),
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
    "denied proposal": lambda text: every(
        DENIED,
        saying("recommendations", "agree the changes below", "recommendation", alone=True),
        saying("own-background", text),
    ),
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


@pytest.mark.parametrize(("rule", "place", "texts", "words"), WANTED)
def test_what_a_head_of_service_would_ask_is_asked(
    rule: str, place: str, texts: Sequence[str], words: str
) -> None:
    (said,) = asked(rule, PLACES[place](*texts)(ORDINARY))
    assert words in said
