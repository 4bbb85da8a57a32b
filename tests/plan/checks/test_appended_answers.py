"""The questions of any council's own form, kept as text, are judged by their kind: E53 and E54."""

from dataclasses import replace

import pytest

from plan.model.outline import AppendixOutline, PlanOutline
from tests.plan.checks.test_ordinary_papers import ORDINARY, asked, saying

TITLE = "Integrated Impact Assessment"
SIGNED = "- Completed by (post): Policy Officer\n- Date approved: 20 November 2026"
NONE = "- Sex: No impact: X; Why: No difference"
NEGATIVE = "- Disability: Negative: X; Why: The lift takes one wheelchair user at a time"
OLDER = "- Age – older people: Negative: X; Why: Some do not drive"


def with_form(text: str, title: str = TITLE) -> PlanOutline:
    listed = AppendixOutline("plan"), AppendixOutline("text", title=title, text=text)
    outline = saying("own-equality", "An assessment is at Appendix 2.", alone=True)(ORDINARY)
    return replace(outline, report=replace(outline.report, appendices=listed))


FOR_OLDER = "- Older people: Action: Publish one guide to services; Who: Head; By when: May 2027"
FOR_ALL = "- All groups: Action: Publish one guide to services; Who: Head; By when: May 2027"
ANSWERS: list[tuple[str, str, str]] = [
    ("E53", "- Who has been consulted?: Staff; users will be in January 2027.", "January 2027"),
    ("E53", "- Who has been consulted?: Staff and users, in May 2026.", ""),
    ("E53", "- Has there been any consultation with groups?", "has no answer"),
    ("E53", f"{NEGATIVE}\n- 4\\. Have they been consulted?: No. There was no time.", "nobody was"),
    ("E53", f"{NONE}\n- Have they been consulted?: No. The change is internal.", ""),
    ("E53", f"{NEGATIVE}\n- Have they been consulted?: No, an earlier survey asked.", ""),
    ("E53", f"- Poverty: Not known: X; Why: No figures\n{NONE}", "“Poverty” is not known"),
    ("E53", f"- Poverty: Not known: X; Why: A survey will ask in May 2027\n{NONE}", ""),
    ("E53", "- Poverty: Negative: ☐; No impact: ☒; Not known: ☐", ""),
    ("E53", "- Poverty: Negative: ☐; No impact: ☐; Not known: ☒", "“Poverty” is not known"),
    ("E53", "- Approved by (post): Director\n- Date approved", "“Date approved” is blank"),
    ("E53", "- Signed by the author: Signed\n- Signed by the Director", "Director” is blank"),
    ("E53", SIGNED, ""),
    ("E53", "- Signed by the Director", ""),
    ("E53", "- Title of document being assessed: Positive Behaviour Policy", "is neither"),
    ("E53", "- Title of the proposal: Service improvement plan 2026-29", ""),
    ("E54", f"{OLDER}\n{NEGATIVE}\n{FOR_OLDER}", "“Disability” is marked negative"),
    ("E54", f"{OLDER}\n{NEGATIVE}\n{FOR_ALL}", ""),
    ("E54", f"{OLDER}\n{FOR_OLDER}", ""),
    ("E54", f"{OLDER}; What will be done: Lifts are given\n{FOR_OLDER}", ""),
    (
        "E54",
        f"{OLDER}\n- Older people: Action: Home delivery of books; Who: Head; By when: May 2027",
        "is no action of the plan",
    ),
    ("E49", f"{OLDER}\n- 9\\. What will be done about negative effects?", "nothing is said"),
    ("E49", f"{OLDER}\n\n**9. How will adverse effects be reduced?**\n\nBy the warden (June).", ""),
    ("E49", "- Age: Positive: ☒; Negative: ☐; No impact: ☐", ""),
]


@pytest.mark.parametrize(("rule", "text", "words"), ANSWERS)
def test_a_question_is_judged_by_its_kind_in_any_form(rule: str, text: str, words: str) -> None:
    said = asked(rule, with_form(text))
    assert len(said) == bool(words), said
    assert words in "".join(said)


def test_an_appendix_that_is_no_assessment_is_asked_for_no_answers() -> None:
    text = "- Who has been consulted?\n- Approved by: Director\n- Date approved"
    assert asked("E53", with_form(text, "Risk register")) == []
