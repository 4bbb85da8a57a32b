"""The equality forms: what each form's own rules find, and whether the report says what is there.

The rules are the form's, as data; see `plan.form_rules`.
"""

import re
from collections.abc import Iterator, Mapping

from plan.checks.finding import Finding, Found, finding_of
from plan.checks.paper import Paper
from plan.checks.places import Place, assessment_place, passage_place, section_place
from plan.form import Form
from plan.form_facts import PaperFacts
from plan.form_judging import wanted
from plan.form_rules import Rule
from plan.markdown import plain_of
from plan.rows import Answer

ATTACHED, ATTACHED_FROM = "E34", "The report's own words; the form is published with it"

_APPROVES = re.compile(r"\W*(?:agree to )?approv", re.IGNORECASE)
_CITES = re.compile(
    r"\b(?:inspection (?:report|findings)|inspectors|survey|research|self[- ]evaluation|"
    r"statistics)\b",
    re.IGNORECASE,
)
_ASSESSMENT = r"(?:equality|integrated) impact assessment|\bEQIA\b|\bIIA\b"
_SAYS_ATTACHED = re.compile(
    rf"(?:{_ASSESSMENT})[^.]*\b(?:attached|appended|carried out|appendix)\b"
    rf"|\b(?:attached|appended)\b[^.]*(?:{_ASSESSMENT})",
    re.IGNORECASE,
)
_NOT_ATTACHED = re.compile(rf"(?:no|not)\b[^.]*(?:{_ASSESSMENT})|(?:{_ASSESSMENT})[^.]*\bnot\b",
                           re.IGNORECASE)  # fmt: skip


def form_findings(paper: Paper) -> Iterator[Finding]:
    """Yield what the rules of the forms find in the assessments, and E34 of the report."""
    facts = paper_facts(paper)
    for assessment in paper.plan.assessments:
        form = paper.forms.get(assessment.form)
        if form is not None:
            yield from _of_assessment(paper, assessment.id, form, facts)
    yield from _attached(paper)


def paper_facts(paper: Paper) -> PaperFacts:
    """Return what the forms' rules look at beyond the form."""
    plan = paper.plan
    fields = {
        "report.number": plan.report.number,
        "report.title": plan.report.title,
        "plan.title": plan.cover.title,
        "report.service": f"{plan.report.committee} {plan.report.by}",
    }
    passages = [plain_of(one.text) for one in plan.passage_rows.values()]
    asked = (one for one in plan.passage_rows.values() if one.kind == "recommendation")
    facts = {
        "approves": any(_APPROVES.match(plain_of(one.text)) for one in asked),
        "cites": bool(plan.source_rows) or any(map(_CITES.search, passages)),
    }
    known = frozenset(name for name, holds in facts.items() if holds)
    return PaperFacts(fields, known, paper.meeting, paper.today)


def _of_assessment(
    paper: Paper, assessment_id: str, form: Form, facts: PaperFacts
) -> Iterator[Finding]:
    answers = paper.plan.answers_of(assessment_id)
    for rule in wanted(form, answers, facts):
        place = assessment_place(paper.plan, assessment_id, form, rule.place)
        found = Found(place, rule.text, _judged_on(form, rule, answers, facts))
        yield finding_of(rule.id, rule.severity, rule.source, found, final=rule.final)


def _judged_on(
    form: Form, rule: Rule, answers: Mapping[str, Answer], facts: PaperFacts
) -> tuple[str, ...]:
    """Return the answers that a rule looked at, and what it looked at beyond the form."""
    named = set(rule.questions)
    looked_at = [
        field.question
        for field in form.every_field
        if named & {field.question, field.question.partition(".")[0]}
    ]
    said = [
        f"{question}={answer.text}|{','.join(answer.ticks)}"
        for question in looked_at
        if (answer := answers.get(question)) is not None
    ]
    beyond = [
        facts.fields.get(condition[2], "") if len(condition) > 2 else ""  # noqa: PLR2004 - the field
        for condition in rule.when
        if condition[0] in ("differs", "unlike", "strange")
    ]
    return (*said, *beyond)


def _attached(paper: Paper) -> Iterator[Finding]:
    """E34: the report says that an assessment is attached if and only if there is one."""
    if not paper.has_report:
        return
    place, says = _said_in_report(paper)
    has_one = bool(paper.plan.assessments)
    if says and not has_one:
        text = "The report says that an impact assessment is attached, and there is none."
        yield finding_of(ATTACHED, "STOP", ATTACHED_FROM, Found(place, text))
    if has_one and not says:
        text = "An impact assessment is attached, and the report does not say so."
        yield finding_of(ATTACHED, "STOP", ATTACHED_FROM, Found(place, text))


def _said_in_report(paper: Paper) -> tuple[Place, bool]:
    """Return where the report says that an assessment is attached, or would, and whether."""
    policy = next((one.id for one in paper.format.report.sections if one.topics), "")
    for section in paper.format.report.sections:
        for passage in paper.plan.passages_of(section.id):
            for sentence in re.split(r"(?<=[.;])\s", plain_of(passage.text)):
                if _SAYS_ATTACHED.search(sentence) and not _NOT_ATTACHED.search(sentence):
                    return passage_place(paper.plan, passage), True
    return section_place(policy or paper.format.report.sections[-1].id), False
