"""An assessment of any council's form, appended as text, is judged by its rows: E49."""

from dataclasses import replace

import pytest

from plan.checks.all_checks import findings
from plan.checks.paper import Paper
from plan.model.outline import AppendixOutline
from tests.plan.checks.sound import FORMAT, FORMS, OUTLINE, TODAY, passage
from tests.plan.strategies import plan_from

NO_MORE = "- Sex: No impact: X; Reason: No effect found"
MARKED = f"- Race: Negative: X; Reason: Pupils new to English lose time\n{NO_MORE}"
IN_WORDS = "- Age: Impact: Negative; Comment: Older people use the branch most\n- Sex: Impact: None"
PLAIN = f"- Disability: Positive: X; Negative: None\n{NO_MORE}"
ASKED = "- Are there any negative impacts: Negative effects were looked for"
NONE, SAID = "It found no negative impact.", "Race is affected."


def e49(policy: str, text: str, title: str = "Equality Impact Assessment") -> list[str]:
    said = passage("policy", f"The assessment is in Appendix 2. {policy}")(OUTLINE)
    listed = AppendixOutline("plan"), AppendixOutline("text", title, text)
    outline = replace(said, assessments=(), report=replace(said.report, appendices=listed))
    found = findings(Paper(plan_from(outline), FORMAT, TODAY, FORMS))
    return [f"{one.place.path}: {one.text}" for one in found if one.rule == "E49"]


DONE = "Mitigation: Ask children in every school what hinders them."
UNDONE = "What will be done about negative impacts: A home delivery service for older members."
WORDED = "- Belief: What is the impact?: Negative: rotas end the free Sunday"
OTHER = "- Sex: What is the impact?: Neutral.; What will be done?: –"
FREE = "- Age: No impact: X; Comment and mitigation: Collections stay free for older people."
HELP, SEEN = "Rooms are found for lessons.", "How it will be checked: Children are asked"
CAUSED = "- Race: Negative: X; Reason: New pupils lose time (action 2.1)"
HEADED = "**Part C: What we will do about negative impacts**"
LOOKED = "Help for children in every school will be looked into."
ROWS = [
    (NONE, MARKED, "report/policy/1: Appendix 2 marks “Race” as negative, and the report says"),
    (NONE, IN_WORDS, "report/policy/1: Appendix 2 marks “Age” as negative, and the report says"),
    (SAID, MARKED, "appendix/2: Appendix 2 marks “Race” as negative, and nothing is said of"),
    (SAID, f"{IN_WORDS}\n\n{UNDONE}", "appendix/2: “A home delivery service for older members.”"),
    (SAID, f"{IN_WORDS}\n\n{UNDONE} It begins in May 2017.", ""),
    (SAID, f"{IN_WORDS}\n\n{DONE}", ""),
    (f"{SAID} The effect on pupils is mitigated by lessons.", MARKED, ""),
    (NONE, PLAIN, ""),
    (NONE, "- Carers: Effect: Negative – the hall is far; Answer: none", "report/policy/1"),
    (NONE, "- Age: Positive and negative: some gain", "report/policy/1"),
    (NONE, "- Age: Positive: Yes; Negative: No; Neutral: No", ""),
    (NONE, "- Carers: Effect: No negative impact", ""),
    (NONE, ASKED, ""),
    (SAID, f"{MARKED}\n- Race: lessons: What will be done: {HELP}; {SEEN}", "appendix/2: “Rooms"),
    (SAID, f"{CAUSED}\n\n{DONE}", "appendix/2: “Ask children in every school what"),
    (
        SAID,
        f"{WORDED}; What will be done?: None\n{OTHER}",
        "appendix/2: Appendix 2 marks “Belief” as",
    ),
    (SAID, f"{WORDED}; What will be done?: Rotas are agreed by May 2017.\n{OTHER}", ""),
    (SAID, f"{MARKED}\n{FREE}\n\nMitigation: lessons in May 2027.", ""),
    (SAID, f"- Race: Negative: X; Note: Action 1.2 (Lead) deals with this.\n{FREE}", ""),
    (SAID, f"{MARKED}\n\n{HEADED}\n\n{LOOKED}", "appendix/2: “Help for children in every school"),
    (SAID, f"{MARKED}\n\n{HEADED}\n\nHelp for children in every school from May 2027.", ""),
    (SAID, f"{MARKED}\n\n{HEADED}\n\nAsk children in every school what hinders them.", ""),
]


@pytest.mark.parametrize(("policy", "text", "begins"), ROWS)
@pytest.mark.slow
def test_a_negative_impact_is_told_and_answered(policy: str, text: str, begins: str) -> None:
    found = e49(policy, text)
    assert len(found) == bool(begins)
    assert all(one.startswith(begins) for one in found)


def test_an_appendix_that_is_no_assessment_is_left_alone() -> None:
    assert e49(NONE, MARKED, "Risk register") == []


def test_the_title_of_an_appendix_may_stand_as_its_first_line() -> None:
    (found,) = e49(NONE, f"Integrated Impact Assessment\n\n{MARKED}", "")
    assert "“Race”" in found
    assert e49(NONE, f"Risks\n\n{MARKED}", "") == []
