"""Edits of report and assessment, one after another, beside lists changed by hand in the same way.

Undo takes each back, whichever of the three documents it was made in.
"""

from copy import deepcopy
from itertools import count
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from plan.changes import edits
from plan.changes.change import Change, applied
from plan.changes.undo import UndoState
from plan.council.format import form_named, format_named
from plan.model.outline import PlanOutline
from plan.model.plan import Plan
from plan.model.rows import PARENT_TABLE
from tests.plan.judged_papers import DUNDEE_FORM
from tests.plan.strategies import plan_from

REPORT = format_named("dundee-2016").report
FORM = form_named(DUNDEE_FORM)
SECTIONS = ["purpose", "main-text", "policy"]

numbers = st.integers(min_value=0, max_value=1_000)
words = st.sampled_from(["Review the audit", "Publish a guide", "Train staff"])
sections = st.sampled_from(SECTIONS)
fields = st.sampled_from(FORM.fields)


class EditedPaper(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.plan = plan_from(PlanOutline())
        self.wanted: dict[str, Any] = {
            "title": "",
            "sections": {section: [] for section in SECTIONS},
            "appendices": [],
            "assessments": [],
        }
        self.undo = UndoState()
        self.past: list[dict[str, Any]] = []
        self.future: list[dict[str, Any]] = []
        self.revisions = count(1)

    def make(self, change: Change) -> None:
        recorded = change.model_copy(update={"revision": next(self.revisions)})
        self.plan = applied(self.plan, recorded)
        self.undo = self.undo.after(recorded)

    def edit(self, change: Change) -> dict[str, Any]:
        """Make a change and return what is to be changed by hand in the same way."""
        self.past.append(deepcopy(self.wanted))
        self.future.clear()
        self.make(change)
        return self.wanted

    def has_passages(self) -> bool:
        return bool(self.plan.passage_rows)

    def has_appendices(self) -> bool:
        return bool(self.plan.appendices)

    def has_assessments(self) -> bool:
        return bool(self.plan.assessments)

    def passage(self, number: int) -> tuple[str, str, int]:
        """Return the id, the section and the place of a passage."""
        every = [one for section in SECTIONS for one in self.plan.passages_of(section)]
        one = every[number % len(every)]
        return one.id, one.section, self.plan.passages_of(one.section).index(one)

    @rule(text=words)
    def write_title(self, text: str) -> None:
        wanted = self.edit(edits.set_report_field(self.plan, "title", text, name="Title"))
        wanted["title"] = text

    @rule(section=sections, place=numbers, text=words)
    def add_passage(self, section: str, place: int, text: str) -> None:
        place %= len(self.wanted["sections"][section]) + 1
        wanted = self.edit(edits.add_passage(self.plan, section, place, REPORT, text=text))
        wanted["sections"][section].insert(place, text)

    @precondition(has_passages)
    @rule(passage=numbers, text=words)
    def write_passage(self, passage: int, text: str) -> None:
        passage_id, section, at = self.passage(passage)
        wanted = self.edit(edits.set_passage(self.plan, passage_id, text, REPORT))
        wanted["sections"][section][at] = text

    @precondition(has_passages)
    @rule(passage=numbers, section=sections, place=numbers)
    def move_passage(self, passage: int, section: str, place: int) -> None:
        passage_id, before, at = self.passage(passage)
        others = len(self.wanted["sections"][section]) - (before == section)
        place %= others + 1
        change = edits.move_passage(self.plan, passage_id, section, place, REPORT)
        wanted = self.edit(change)["sections"]
        wanted[section].insert(place, wanted[before].pop(at))

    @precondition(has_passages)
    @rule(passage=numbers)
    def duplicate_passage(self, passage: int) -> None:
        passage_id, section, at = self.passage(passage)
        wanted = self.edit(edits.duplicate_passage(self.plan, passage_id, REPORT))
        wanted["sections"][section].insert(at + 1, wanted["sections"][section][at])

    @precondition(has_passages)
    @rule(passage=numbers)
    def delete_passage(self, passage: int) -> None:
        passage_id, section, at = self.passage(passage)
        del self.edit(edits.delete_passage(self.plan, passage_id, REPORT))["sections"][section][at]

    @rule(place=numbers, title=words)
    def add_appendix(self, place: int, title: str) -> None:
        place %= len(self.wanted["appendices"]) + 1
        wanted = self.edit(edits.add_appendix(self.plan, place, "text", title=title))
        if wanted["appendices"]:
            wanted["appendices"].insert(place, title)
        else:
            wanted["appendices"] = ["", title]

    @precondition(has_appendices)
    @rule(appendix=numbers, place=numbers)
    def move_appendix(self, appendix: int, place: int) -> None:
        at = appendix % len(self.plan.appendices)
        place %= len(self.plan.appendices)
        change = edits.move_appendix(self.plan, self.plan.appendices[at].id, place)
        wanted = self.edit(change)["appendices"]
        wanted.insert(place, wanted.pop(at))

    @precondition(has_appendices)
    @rule(appendix=numbers)
    def delete_appendix(self, appendix: int) -> None:
        at = appendix % len(self.plan.appendices)
        change = edits.delete_appendix(self.plan, self.plan.appendices[at].id)
        del self.edit(change)["appendices"][at]

    @rule()
    def add_assessment(self) -> None:
        self.edit(edits.add_assessment(self.plan, FORM))["assessments"].append({})

    @precondition(has_assessments)
    @rule(assessment=numbers)
    def duplicate_assessment(self, assessment: int) -> None:
        at = assessment % len(self.plan.assessments)
        change = edits.duplicate_assessment(self.plan, self.plan.assessments[at].id)
        wanted = self.edit(change)["assessments"]
        wanted.insert(at + 1, dict(wanted[at]))

    @precondition(has_assessments)
    @rule(assessment=numbers)
    def delete_assessment(self, assessment: int) -> None:
        at = assessment % len(self.plan.assessments)
        change = edits.delete_assessment(self.plan, self.plan.assessments[at].id)
        del self.edit(change)["assessments"][at]

    @precondition(has_assessments)
    @rule(assessment=numbers, field=fields, text=words)
    def write_answer(self, assessment: int, field: Any, text: str) -> None:
        at = assessment % len(self.plan.assessments)
        change = edits.set_answer(self.plan, self.plan.assessments[at].id, field, text)
        answers = self.edit(change)["assessments"][at]
        answers[field.question] = (text, answers.get(field.question, ("", ()))[1])

    @precondition(has_assessments)
    @rule(assessment=numbers, field=fields.filter(lambda one: one.options), box=numbers)
    def tick(self, assessment: int, field: Any, box: int) -> None:
        at = assessment % len(self.plan.assessments)
        option = field.options[box % len(field.options)].id
        change = edits.tick(self.plan, self.plan.assessments[at].id, field, option)
        answers = self.edit(change)["assessments"][at]
        text, ticks = answers.get(field.question, ("", ()))
        answers[field.question] = (text, () if ticks == (option,) else (option,))

    @precondition(lambda self: bool(self.past))
    @rule()
    def take_back(self) -> None:
        change = self.undo.next_undo
        assert change is not None
        self.future.append(self.wanted)
        self.make(change)
        self.wanted = self.past.pop()

    @precondition(lambda self: bool(self.future))
    @rule()
    def bring_back(self) -> None:
        change = self.undo.next_redo
        assert change is not None
        self.past.append(self.wanted)
        self.make(change)
        self.wanted = self.future.pop()

    @invariant()
    def the_paper_says_what_the_lists_say(self) -> None:
        assert said(self.plan) == self.wanted

    @invariant()
    def no_row_has_lost_its_parent(self) -> None:
        for child, parent in PARENT_TABLE.items():
            parents = {row.parent for row in self.plan.table(child).values()}
            assert parents <= set(self.plan.table(parent))


def said(plan: Plan) -> dict[str, Any]:
    """Return what the plan says of its report and assessments, as the lists have it."""
    return {
        "title": plan.report.title,
        "sections": {
            section: [one.text for one in plan.passages_of(section)] for section in SECTIONS
        },
        "appendices": [one.title for one in plan.appendices],
        "assessments": [
            {
                question: (answer.text, answer.ticks)
                for question, answer in plan.answers_of(one.id).items()
            }
            for one in plan.assessments
        ],
    }


EditedPaper.TestCase.settings = settings(deadline=None, stateful_step_count=30)
TestEditedPaper = EditedPaper.TestCase
