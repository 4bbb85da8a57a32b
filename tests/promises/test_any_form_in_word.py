"""Whatever a form's file can say is printed as it says, and read back as it was answered."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters.word.document import word_file_of
from importers.paper import read_paper
from plan.council.form import Form
from plan.council.form_groups import FormField
from plan.council.form_kinds import ANSWER_KINDS
from plan.model.outline import AnswerOutline, AssessmentOutline, outline_of
from plan.papers.assessment import assessment_of
from tests.plan.box import PLAIN
from tests.plan.harbour import harbour_plan

KINDS = [kind.name for kind in ANSWER_KINDS.values() if not kind.is_matrix_row]
WORDS = (
    *("harbour", "library", "people", "children", "roads", "homes", "schools", "income"),
    *("rural", "care", "money", "plans", "events", "older", "island"),
)
SAID = {
    "date": "4 November 2026",
    "number": "12",
    "money": "£12,500",
    "link": "Another plan",
    "items": "one\ntwo",
    "person": "Head of Service\nManager",
}
Said = dict[str, Any]


class Made:
    """A form made up at random, no two of whose labels are alike, and answers to it."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.labels = 0
        parts = [self.part(number) for number in range(random.randint(1, 4))]
        self.form = Form.model_validate(
            {
                "id": "made",
                "name": "A form made up",
                "short": "Made up",
                "title": "A form that was made up",
                "footer": "{page}",
                "parts": parts,
            }
        )

    def words(self, many: int) -> str:
        self.labels += 1
        said = " ".join(self.random.choice(WORDS) for _ in range(many))
        return f"{said} {self.labels}th".capitalize()

    def chance(self, of: float) -> bool:
        return self.random.random() < of

    def options(self) -> list[Said]:
        some = self.random.sample(WORDS, self.random.randint(2, 4))
        return [{"id": f"o{n}", "label": f"Box {word}"} for n, word in enumerate(some)]

    def asked(self, name: str) -> Said:
        kind = self.random.choice(KINDS)
        said: Said = {"id": name, "label": self.words(2), "kind": kind}
        if ANSWER_KINDS[kind].has_options:
            said["options"] = self.options()
        if kind == "choice":
            said["choices"] = [{"word": one.title()} for one in self.random.sample(WORDS, 3)]
        return said

    def part(self, number: int) -> Said:
        groups = [self.group(f"{number}{place}") for place in range(self.random.randint(1, 3))]
        heading = f"Part {number + 1}: {self.words(3)}"
        return {"id": f"p{number}", "heading": heading, "label": "Part", "groups": groups}

    def group(self, name: str) -> Said:
        kind = self.random.choice(["below", "beside", "matrix", "grid", "rows", "choice"])
        said: Said = {"kind": kind, "title": self.words(3)}
        if kind in ("below", "beside"):
            return {**said, "kind": "questions", "layout": kind, **self.questions(name, kind)}
        said["id"] = f"g{name}"
        if kind == "choice":
            headings = [self.words(3), "Tick one"]
            more = {"label": self.words(2), "headings": headings, "widths": [120, 40]}
            return {**said, **more, "options": self.options()}
        columns = [self.asked(f"c{n}") for n in range(self.random.randint(2, 3))]
        if kind == "rows":
            corner = {"corner": "No"} if self.chance(0.5) else {}
            widths = [30] * (len(columns) + len(corner))
            return {**said, "columns": columns, "widths": widths, **corner}
        said |= {"corner": self.words(2), "rows": self.rows()}
        if kind == "grid":
            return {**said, "columns": columns, "widths": [30] * (1 + len(columns))}
        marks = [
            {"id": f"m{n}", "label": f"Mark {w}"}
            for n, w in enumerate(self.random.sample(WORDS, 3))
        ]
        for row in said["rows"]:
            row["has_text"] = self.chance(0.2)
        widths = [20] * (1 + len(marks) + len(columns))
        return {**said, "columns": marks, "texts": columns, "widths": widths}

    def rows(self) -> list[Said]:
        return [{"id": f"r{n}", "label": self.words(2)} for n in range(self.random.randint(1, 4))]

    def questions(self, name: str, layout: str) -> Said:
        found = [self.asked(f"q{name}{n}") for n in range(self.random.randint(1, 5))]
        for number, one in enumerate(found, 1):
            one["text"] = f"{self.words(6)}?"
            one["number"] = f"{number}." if self.chance(0.4) else ""
            one["help"] = f"Help: {self.words(5)}" if self.chance(0.3) else ""
            one["has_text"] = ANSWER_KINDS[one["kind"]].boxes is not None and self.chance(0.4)
        table = {"headings": ["Question", "Answer"], "widths": [80, 80]}
        return {"questions": found, **(table if layout == "beside" else {})}

    def answers(self) -> AssessmentOutline:
        fields = list(self.form.fields)
        for part, table in self.form.open_tables.values():
            for key in range(1, self.random.randint(1, 13)):
                fields += table.row_fields(self.form, part, str(key))
        found = filter(None, map(self.answer, fields))
        return AssessmentOutline("made", tuple(sorted(found, key=lambda one: one.question)))

    def answer(self, field: FormField) -> AnswerOutline | None:
        if self.chance(0.25):
            return None
        ids = [option.id for option in field.options]
        ticks = tuple(one for one in ids if self.chance(0.5)) if field.allows_several else ()
        if ids and not field.allows_several:
            ticks = (self.random.choice(ids),)
        text = "" if ids and not (field.has_text and self.chance(0.7)) else self.text(field)
        return AnswerOutline(field.question, text, ticks) if text or ticks else None

    def text(self, field: FormField) -> str:
        if field.own is not None:
            return SAID.get(field.kind) or field.own.choices[0].word
        said = f"Said {self.words(4)}"
        if field.answered.is_prose and self.chance(0.5):
            return f"{said} **well**:\n\n- {self.words(2)}\n- {self.words(3)}"
        return said


def comes_back(folder: Path, form: Form, answers: AssessmentOutline) -> None:
    plan = harbour_plan(answers)
    document = assessment_of(plan, plan.assessments[0].id, form)
    path = folder / "form.docx"
    path.write_bytes(word_file_of(document))
    reading = read_paper(path, PLAIN[0], [form])
    assert [one.text for one in reading.remarks if one.kind == "not understood"] == []
    assert reading.outline.assessments == outline_of(plan).assessments


@pytest.mark.slow
@given(st.randoms(use_true_random=False))
def test_a_form_comes_back_from_word(
    tmp_path_factory: pytest.TempPathFactory, random: Random
) -> None:
    made = Made(random)
    comes_back(tmp_path_factory.mktemp("forms"), made.form, made.answers())


@pytest.mark.parametrize(
    "layout",
    [
        {"layout": "below"},
        {"layout": "beside", "headings": ["Question", "Answer"], "widths": [80, 80]},
    ],
)
def test_questions_that_are_nearly_the_same_are_told_apart(tmp_path: Path, layout: Said) -> None:
    """Each says nearly what another does, its help nearly what the next question does."""
    words = "people in rural homes by the harbour"
    questions = [
        {
            "id": f"q{number}",
            "label": f"People {number}",
            "text": f"What of {words} {number}?",
            "help": f"Think of {words} {number + 1}.",
            "kind": kind,
        }
        for number, kind in enumerate(("line", "date", "prose", "line"), 1)
    ]
    title = f"All {words} 1"
    group = {"kind": "questions", "title": title, "questions": questions, **layout}
    part = {"id": "p", "heading": f"What of all {words}", "label": "Part", "groups": [group]}
    made = {"id": "made", "name": "Made", "short": "Made", "title": "Made", "footer": "{page}"}
    form = Form.model_validate({**made, "parts": [part]})
    said = {"q1": "Nobody", "q3": f"Said:\n\n- One\n- All {words} 2", "q4": "Everybody"}
    outlines = tuple(AnswerOutline(question, text) for question, text in said.items())
    comes_back(tmp_path, form, AssessmentOutline("made", outlines))
    comes_back(tmp_path, form, AssessmentOutline("made", (AnswerOutline("q2", "4 May 2026"),)))
