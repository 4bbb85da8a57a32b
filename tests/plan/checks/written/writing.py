"""How the written papers are put down: short ways to say passages, answers, reports and findings.

Each paper is written as an officer would have; beside it stands, by hand, what is to be found in
it on a stated day, a line to a finding: its severity, its rule and its place.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import count

from plan.changes import applied
from plan.checks.every import findings
from plan.checks.finding import Finding
from plan.checks.paper import Paper
from plan.edits.fields import set_cover_field
from plan.edits.source import set_source_field
from plan.form import Form
from plan.format import Format, form_named, format_named
from plan.model import Plan
from plan.outline import PlanOutline, built_plan
from plan.paper_outline import AnswerOutline, AssessmentOutline, PassageOutline
from plan.rows import PassageKind
from tests.plan.councils import GLENSHIRE, glenshire, glenshire_form
from tests.plan.papers import DUNDEE_FORM, Said

DUNDEE = "dundee-2016"
Place = tuple[str, str, str]
"""A finding as it is listed: its severity, its rule and its place."""


@dataclass(frozen=True)
class Inspection:
    """The inspection report that a plan answers, as an officer typed it."""

    title: str
    published: str
    pages: str = ""
    contents: str = ""
    recommendations: tuple[str, ...] = ()
    publisher: str = "Care Inspectorate"


@dataclass(frozen=True)
class Written:
    """A paper as it was written, the day on which it is looked at, and what is to be found then.

    `expected` was listed by hand. `false` is what is found all the same, `missed` what is not:
    faults outside the checks, to be mended there, whereupon these are emptied.
    `framework` is the one that its cover names, empty for the council's own; `council` is the id of
    its format.
    """

    name: str
    outline: PlanOutline
    today: date
    expected: str
    inspection: Inspection | None = None
    framework: str = ""
    false: str = ""
    missed: str = ""
    council: str = DUNDEE

    @cached_property
    def plan(self) -> Plan:
        """The plan, its rows numbered, the same at every run."""
        numbers = count(1)
        plan = built_plan(self.outline, self.council, lambda: f"row-{next(numbers)}")
        if self.framework:
            change = set_cover_field(plan, "framework", self.framework, name="framework")
            plan = applied(plan, change)
        for name, typed in _typed(self.inspection):
            plan = applied(plan, set_source_field(plan, name, typed, name=name))
        return plan

    def paper(self, plan: Plan | None = None) -> Paper:
        """Return what the checks look at: the plan as it was written, or as it is now."""
        form = format_of(self.council)
        return Paper(plan or self.plan, form, self.today, _forms(form))

    def found(self) -> tuple[Finding, ...]:
        """Return what the checks find."""
        return findings(self.paper())


Spoil = Callable[[Written], Written]


@dataclass(frozen=True)
class Spoilt:
    """One small spoiling of a paper, and what it adds to the paper's findings and removes."""

    what: str
    paper: Written
    spoil: Spoil
    added: str = ""
    removed: str = ""


def format_of(council: str) -> Format:
    """Return the format of a council, the tests' own one too."""
    return glenshire() if council == GLENSHIRE else format_named(council)


def _forms(council: Format) -> Mapping[str, Form]:
    find = glenshire_form if council.id == GLENSHIRE else form_named
    return {name: find(name) for name in council.forms}


def _typed(inspection: Inspection | None) -> Iterable[tuple[str, str]]:
    if inspection is None:
        return ()
    named = ("title", "publisher", "published", "pages", "contents")
    typed = [(name, getattr(inspection, name)) for name in named]
    return [*typed, ("recommendations", "\n".join(inspection.recommendations))]


def listed(lines: str) -> list[Place]:
    """Return findings from a list of them, a line each; a line that begins with # explains."""
    said = (line.split() for line in lines.splitlines() if line.strip() and line.strip()[0] != "#")
    return sorted((severity, rule, place) for severity, rule, place in said)


def places(found: Iterable[Finding]) -> list[Place]:
    """Return findings as they are listed."""
    return sorted((one.severity, one.rule, one.place.path) for one in found)


def passages(**sections: str | tuple[str, ...]) -> tuple[PassageOutline, ...]:
    """Return the passages of a report by section; "_" in a name stands for "-".

    In "recommendations" and "decisions" each is a recommendation, in "main-text" and every section
    of the second council a numbered paragraph; one that begins with "# " is a heading.
    """
    return tuple(
        PassageOutline(name.replace("_", "-"), _kind(name, text), text.removeprefix("# "))
        for name, texts in sections.items()
        for text in ((texts,) if isinstance(texts, str) else texts)
    )


_UNNUMBERED = frozenset({"purpose", "financial", "policy", "consultations", "background"})


def _kind(section: str, text: str) -> PassageKind:
    if text.startswith("# "):
        return "heading"
    if section in ("recommendations", "decisions"):
        return "recommendation"
    return "text" if section in _UNNUMBERED else "numbered"


def marks(**columns: str) -> dict[str, Said]:
    """Return the rows of Dundee's form by the column in which each is marked."""
    return {
        f"characteristics.{row}": Said(ticks=(column.replace("_", "-"),))
        for column, rows in columns.items()
        for row in rows.split()
    }


EVERYBODY = (
    "race gender gender-reassignment religion-or-belief disability age lesbian-gay-bisexual "
    "socio-economic pregnancy-maternity"
)
"""The rows of Dundee's form, without Other."""


def yes_no(is_yes: bool) -> Said:
    """Return the box Yes, or the box No."""
    return Said(ticks=("yes" if is_yes else "no",))


def signed(*, manager: str, author: str, director: str, on: str, base: str) -> dict[str, Said]:
    """Return who is responsible for a form and who has signed it."""
    return {
        "contacts.manager.name": Said(manager),
        "contacts.manager.base": Said(base),
        "contacts.author.name": Said(author),
        "contacts.author.base": Said(base),
        "signatures.signature.author": Said(author),
        "signatures.date.author": Said(on),
        "signatures.signature.director": Said(director),
        "signatures.date.director": Said(on),
        "director-name": Said(director),
    }


def assessment(answers: Mapping[str, Said | str], form: str = DUNDEE_FORM) -> AssessmentOutline:
    """Return an assessment; an answer that is only words may be given as such."""
    said = {name: Said(one) if isinstance(one, str) else one for name, one in answers.items()}
    return AssessmentOutline(
        form,
        tuple(
            AnswerOutline(name, one.text, one.ticks) for name, one in said.items() if one != Said()
        ),
    )


def answers_of(outline: AssessmentOutline) -> dict[str, Said]:
    """Return the answers of an assessment, to be changed and given again."""
    return {one.question: Said(one.text, one.ticks) for one in outline.answers}
