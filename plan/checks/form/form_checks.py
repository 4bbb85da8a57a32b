"""Checks the equality forms: by each form's own rules, and against what the report says.

The rules come with the form, as data; see `plan.council.form_rules`.
"""

import re
from collections.abc import Iterator, Mapping

from plan.checks.check import Found, check, finding_of
from plan.checks.facts.acronyms import initials_of, tied_in
from plan.checks.facts.form_facts import PaperFacts
from plan.checks.facts.half_read import not_seen_to_ask
from plan.checks.facts.report_text import (
    Words,
    appendices_cited,
    cited_appendices,
    named_as,
    report_words,
    sentences_of,
)
from plan.checks.facts.subjects import titles
from plan.checks.form.duty_checks import (
    is_about_children,
    names_childrens_rights,
    speaks_of_fairness,
)
from plan.checks.form.form_judging import wanted
from plan.checks.paper import Paper
from plan.council.form import Form
from plan.council.form_rules import Rule, asserted
from plan.model.finding import SEVERITIES, Finding, Place
from plan.model.rows import Answer
from plan.papers.places import assessment_place, passage_place, section_place
from plan.reading.answered_form import AnsweredForm
from plan.reading.dates import date_in_words
from plan.reading.own_values import problem_of
from plan.text.sentences import sentences_in
from plan.text.signs import Signs

_APPROVES = re.compile(
    r"\W*(?:to )?(?:(?:agree|consider|endorse|note)s?,? (?:and|to) )?(?:approv|adopt|ratif(?:y|"
    r"ies)\b|(?:agree|endorse)s? (?:to implement )?(?:the |this )?(?:[\w’-]+ ){0,4}?(?:plan|policy|"
    r"strategy|scheme|procedure)\b(?! (?:update|report|progress))|"
    r"authoris(?:e|es)\b[^.;]{0,60}\b(?:put|implement|carry out|bring)\b)",
    re.IGNORECASE,
)
_CITES = re.compile(
    r"\b(?:inspection (?:report|findings)|inspectors|surveys?|research|self[- ]evaluation|"
    r"statistics|census|needs assessments?|focus groups?|evaluation (?:of|by|report)|"
    r"(?:care inspectorate|education scotland|audit scotland)['’]s (?:report|findings))\b",
    re.IGNORECASE,
)
_CITED_LATER = re.compile(
    r"\b(?:will|shall|is to|are to|to be|planned|intend\w*|next|annual(?:ly)?)\b", re.IGNORECASE
)
"""Evidence that is only to be gathered informs nothing yet."""
_ASSESSMENT = (
    r"(?:\b(?:equalit(?:y|ies)|integrated)(?:,? (?:(?:and|"
    r"&) )?[\w’'-]+){0,6}? impact assessments?\b|"
    r"\b(?:EQ?IA|IIA|RIAT|EQ?HRIA)s?\b|\bequalit(?:y|ies) assessments?\b)"
)
_NOT_YET = r"(?<!will be )(?<!to be )(?<!shall be )(?<!being )"
_BETWEEN = r"(?:is|are|to|with|this|report|herewith|an?|the|its|both|rapid|full|and|of)"
_NOT_SCREENING = r"(?!\s+(?:pre-?)?screening)"
_IS_ASSESSMENT = re.compile(_ASSESSMENT, re.IGNORECASE)
_ATTACHED = re.compile(
    rf"{_ASSESSMENT}[^.]*{_NOT_YET}\b(?:attached|appended|annexed|enclosed|accompan)"
    rf"|{_NOT_YET}\b(?:attached|appended|annexed|enclosed)\W+(?:\w+\W+){{0,5}}?{_ASSESSMENT}"
    rf"|\b(?:attached|appended|annexed|enclosed)\W+(?:{_BETWEEN}\W+){{0,12}}?{_ASSESSMENT}"
    r"|\bappendix \w{1,2}\W+(?:\w+\W+)?(?:is (?:the|an?|our)|contains?|sets out|has|gives|holds|"
    rf"shows|provides|presents|for)\W+(?:\w+\W+){{0,5}}?{_ASSESSMENT}"
    rf"|{_ASSESSMENT}\W+(?:\w+\W+){{0,5}}(?:appendix|overleaf|follows|at the (?:end|back)|"
    r"(?:provided|included|submitted|presented|issued|circulated) (?:with|"
    r"alongside) this (?:report|paper)|(?:included|provided) as (?:an? )?annexe?)\b"
    r"|\bequalit(?:y|ies)\b[^.]{0,25}\b(?:see|as in|set out in) (?:the |an? )?(?:attached|appended|"
    r"annexed|enclosed) (?:\w+ )?(?:assessment|form)\b",
    re.IGNORECASE,
)
_CARRIED_OUT = re.compile(
    rf"{_ASSESSMENT}{_NOT_SCREENING}[^.]*{_NOT_YET}\b(?:carried out|undertaken|completed)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    rf"\bno (?:\w+ ){{0,3}}?{_ASSESSMENT}"
    rf"|{_ASSESSMENT}[^.]*\bnot (?:\w+ ){{0,2}}?(?:required|needed|necessary|relevant|applicable|"
    r"attached|appended|carried|undertaken|completed)\b"
    r"|\bnot (?:\w+ ){0,2}?(?:necessary|required|needed) "
    rf"to (?:\w+ ){{1,2}}?(?:an?|the|any) (?:\w+ ){{0,2}}?{_ASSESSMENT}"
    rf"|\bnot (?:require|need)\b[^.]*{_ASSESSMENT}",
    re.IGNORECASE,
)
_OF_FULL = re.compile(r"\bfull\b", re.IGNORECASE)
_OF_RAPID = re.compile(
    r"\b(?:rapid|initial|screening|short|stage (?:1|one))\b[^.]{0,40}\b(?:attached|appended|"
    r"annexed|enclosed)\b",
    re.IGNORECASE,
)
"""That no full one is needed denies none where a rapid one goes with the paper."""
_ANOTHER = re.compile(
    r"\b(?:data protection|privacy|dpia|strategic environmental|sea|children['’]?s rights|crwia|"
    r"fairer scotland|island(?: communities)?|consumer|health|habitats|climate|carbon)\b",
    re.IGNORECASE,
)
"""Another assessment, which may not be needed where the one of equality is made."""
_ELSEWHERE = re.compile(
    r"\A\W*(?:published|available|held|kept|lodged)\b(?! (?:with|alongside|beside|in|as|here)\b)|"
    r"\b(?:web[ -]?(?:sites?|pages?)|online|intranet|internet|portal|members['’]? (?:library|room|"
    r"lounge))\b|https?://|\bwww\.|\.gov\.(?:scot|uk)\b|\b(?:is|are|was|were|been|be|"
    r"and) (?:now |also |both |separately )?(?:held|kept|available|published|lodged)\b(?! (?:with|"
    r"alongside|beside|in|as|at the (?:end|back))\b)|\b(?:can|may) be (?:viewed|seen|obtained|"
    r"accessed|inspected|read|found|requested)\b|\b(?:went|goes|attached|appended|reported|"
    r"submitted|published) (?:with|to|in|alongside) (?:the )?(?:(?:earlier|previous|"
    r"original) report|report (?:no\.? ?)?[A-Z/]*\d)|"
    r"\b(?:held|kept|recorded) (?:with|in|as) (?!this\b)",
    re.IGNORECASE,
)
"""Where an assessment can be read that does not go with the paper."""
_TO_ANOTHER = re.compile(
    r"\b(?:attached|appended|annexed|enclosed) (?:to|with) (?:the |an? |our )?(?:(?:earlier|"
    r"previous|original|\w+ \d{4}) report\b|report (?:of|no\.?|number|dated|in|to)\b)",
    re.IGNORECASE,
)
_OF_IT = re.compile(
    r"\W*(?:see|refer to|read|view|published|available|held|kept|lodged|it|they|both|these|"
    r"all(?: of)?|each|copies|a copy|the (?:full |completed )?"
    r"(?:assessments?|record|results?|form|copy|report of it))\b",
    re.IGNORECASE,
)


def form_findings(paper: Paper) -> Iterator[Finding]:
    """Yield what the forms' rules find in the assessments, and E34 to E36 about all of them.

    If a rule says several things about one question, that is one finding.
    """
    for assessment in paper.plan.assessments:
        form = paper.forms.get(assessment.form)
        if form is not None:
            yield from _of_assessment(paper, assessment.id, form)
    yield from assessment_is_attached.findings(paper)
    yield from form_is_in_force.findings(paper)
    yield from answer_is_of_its_kind.findings(paper)


def paper_facts(paper: Paper, form_id: str) -> PaperFacts:
    """Return what the rules of a form look at beyond the single assessment."""
    plan = paper.plan
    fields = {
        "report.number": plan.report.number,
        "report.title": plan.report.title,
        "plan.title": plan.cover.title,
        "plan.subtitle": plan.cover.subtitle,
        "report.service": f"{plan.report.committee} {plan.report.by} {plan.report.signatory_post} "
        f"{plan.cover.partnership}",
    }
    said = report_words(paper)
    facts = {
        "approves": any(
            _APPROVES.match(words.text) for words in said if words.passage.kind == "recommendation"
        ),
        "cites": bool(plan.source_rows) or any(map(_cites, said)),
        "children": is_about_children(paper),
        "fairer-scotland": speaks_of_fairness(paper),
        "childrens-rights": names_childrens_rights(paper),
    }
    known = frozenset(name for name, holds in facts.items() if holds)
    tied = frozenset(plan.acronyms).union(*(tied_in(words.text) for words in said))
    short = frozenset(one for text in titles(paper) for one in initials_of(text).split())
    actions = tuple(action.text for action in plan.actions)
    return PaperFacts(
        fields, known, _ticked(paper, form_id), tied | short, actions, paper.meeting, paper.today
    )


def _cites(words: Words) -> bool:
    if not _CITES.search(words.text):
        return False
    return any(
        _CITES.search(sentence) and not _CITED_LATER.search(sentence)
        for sentence, _ in sentences_of(words)
    )


def _ticked(paper: Paper, form_id: str) -> frozenset[tuple[str, str]]:
    return frozenset(
        (question, box)
        for assessment in paper.plan.assessments
        if assessment.form == form_id
        for question, answer in paper.plan.answers_of(assessment.id).items()
        for box in answer.ticks
    )


def _of_assessment(paper: Paper, assessment_id: str, form: Form) -> Iterator[Finding]:
    answers, facts = paper.plan.answers_of(assessment_id), paper_facts(paper, form.id)
    alike: dict[tuple[str, str], list[Rule]] = {}
    for rule in wanted(form, answers, facts, not_seen_to_ask(paper.plan, assessment_id)):
        alike.setdefault((rule.id, rule.place), []).append(rule)
    for (rule_id, question), rules in alike.items():
        place = assessment_place(paper.plan, assessment_id, form, question)
        judged_on = tuple(fact for rule in rules for fact in _judged_on(form, rule, answers, facts))
        found = Found(place, " ".join(rule.text for rule in rules), judged_on)
        severity = min((rule.severity for rule in rules), key=SEVERITIES.index)
        source = "; ".join(dict.fromkeys(rule.source for rule in rules))
        is_final = any(rule.final for rule in rules)
        yield finding_of(rule_id, severity, source, found, final=is_final)


def _judged_on(
    form: Form, rule: Rule, answers: Mapping[str, Answer], facts: PaperFacts
) -> Iterator[str]:
    """Yield the answers that a rule looked at, and anything it looked at beyond the form."""
    named = set(rule.questions)
    for field in AnsweredForm(form, answers).asked:
        answer = answers.get(field.question)
        if answer and named & {field.question, field.question.partition(".")[0]}:
            yield f"{field.question}={answer.text}|{','.join(answer.ticks)}"
    for word, *rest in map(asserted, rule.when):
        if word in ("differs", "strange"):
            yield facts.fields.get(rest[1], "")
        elif word in ("unlike", "titled") or (word, *rest) == ("says", "children"):
            yield from facts.titles
        elif word == "untaken":
            yield from facts.actions
        elif word == "after":
            yield str(facts.meeting)


@check(
    "E34",
    "STOP",
    "The report says that an impact assessment is attached if and only if there is one.",
    "The report's own words; the form is published with it",
)
def assessment_is_attached(paper: Paper) -> Iterator[Found]:
    """E34, which covers R6 as well: an assessment that the report mentions must be attached.

    An appendix may be the assessment.
    """
    if not paper.has_report:
        return
    place, said = _said_in_report(paper)
    has_one = _has_an_assessment(paper)
    label = paper.council.plan.appendix_label.format(number="").strip(" .:") or "Appendix"
    cited = set(appendices_cited(report_words(paper), label))
    if said == "" and cited & _numbers_of_assessments(paper):
        return
    if said == "attached" and not has_one:
        yield Found(
            place, "The report says that an impact assessment is attached, and there is none."
        )
    elif said == "carried out" and not has_one and not _is_kept_elsewhere(paper):
        text = "The report says that an impact assessment was made, and none goes with the paper."
        yield Found(place, text, severity="INFO")
    elif said == "denied" and has_one:
        yield Found(
            place, "An impact assessment is attached, and the report says that there is none."
        )
    elif said == "" and has_one:
        yield Found(place, "An impact assessment is attached, and the report does not say so.")


def _has_an_assessment(paper: Paper) -> bool:
    return bool(paper.plan.assessments) or bool(_numbers_of_assessments(paper))


def is_an_assessment(paper: Paper, text: str, number: int, label: str) -> bool:
    """Return whether an appendix that is cited is an assessment: one that is missing, or a form's.

    Of the one that is missing E34 speaks. Those on forms stand behind the other appendices, and it
    has to be said of the number that it is one.
    """
    cited = [
        sentence
        for sentence in sentences_in(text, at_clauses=True)
        if number in cited_appendices(sentence, label)
    ]
    if not _has_an_assessment(paper):
        return any(_said_of_one(sentence) == "attached" for sentence in cited)
    if _numbers_of_assessments(paper):
        return False
    is_behind = 0 < number - len(paper.plan.appendices) <= len(paper.plan.assessments)
    return is_behind and any(_IS_ASSESSMENT.search(sentence) for sentence in cited)


def is_said_to_be_attached(paper: Paper, number: int) -> bool:
    """Return whether an appendix is an assessment, and the report says that one is attached."""
    if number not in _numbers_of_assessments(paper):
        return False
    return _said_in_report(paper)[1] == "attached"


def _numbers_of_assessments(paper: Paper) -> set[int]:
    """Return the numbers of the appendices that are an assessment by their title."""
    return {
        number
        for number, one in enumerate(paper.plan.appendices, 1)
        if _IS_ASSESSMENT.search(named_as(one))
    }


def _is_kept_elsewhere(paper: Paper) -> bool:
    """Return whether it is said where an assessment that was made can be read, if not here."""
    for words in report_words(paper):
        is_of_it = False
        for sentence in sentences_in(words.text, at_clauses=True):
            is_named = bool(_IS_ASSESSMENT.search(sentence))
            is_of_it = is_of_it or is_named
            may_say_where = is_named or (is_of_it and bool(_OF_IT.match(sentence)))
            if may_say_where and _ELSEWHERE.search(sentence):
                return True
    return False


@check(
    "E35",
    "FIX",
    "An assessment follows a form that holds on the day of the meeting.",
    "The form: its law and its days",
)
def form_is_in_force(paper: Paper) -> Iterator[Found]:
    """E35: a form says from and until which day it holds."""
    day = paper.meeting or paper.today
    for assessment in paper.plan.assessments:
        form = paper.forms.get(assessment.form)
        if form is None or form.is_in_force(day):
            continue
        limit = form.since if form.since is not None and day < form.since else form.until
        word = "from" if limit == form.since else "until"
        days = f"{word} {date_in_words(limit)}" if limit is not None else ""
        text = f"{form.short} holds {days}, and not on {date_in_words(day)}."
        yield Found(assessment_place(paper.plan, assessment.id, form, ""), text)


@check(
    "E36",
    "FIX",
    "An answer is what its question asks for: a date, a number, an amount, a word of its key.",
    "The form: the kinds of its questions",
)
def answer_is_of_its_kind(paper: Paper) -> Iterator[Found]:
    """E36: what is not read as the kind of its question is told, and kept as it is.

    Where a rule of the form asks for a date, that rule says it.
    """
    for assessment in paper.plan.assessments:
        form = paper.forms.get(assessment.form)
        if form is None:
            continue
        told = {one[1] for rule in form.rules for one in rule.when if one[0] == "undated"}
        answered = AnsweredForm(form, paper.plan.answers_of(assessment.id))
        for field in answered.asked:
            answer = answered.answers.get(field.question)
            if field.own is None or answer is None or field.question in told:
                continue
            problem = problem_of(field.own, answer.text)
            if problem:
                place = assessment_place(paper.plan, assessment.id, form, field.question)
                yield Found(place, f"{problem[0].upper()}{problem[1:]}.", (answer.text,))


def _said_in_report(paper: Paper) -> tuple[Place, str]:
    """Return where the report mentions its own assessment, or should, and what it says."""
    sections = paper.council.report.sections
    said = [
        (_said_of_one(sentence), words)
        for words in report_words(paper)
        for paragraph in words.paragraphs
        for sentence in sentences_in(paragraph, at_clauses=True)
    ]
    if any(_OF_RAPID.search(words.text) for _, words in said):
        said = [
            ("attached" if what == "denied" and _OF_FULL.search(words.text) else what, words)
            for what, words in said
        ]
    for kind in ("attached", "carried out", "denied"):
        for what, words in said:
            if what == kind:
                return passage_place(paper.plan, words.passage), kind
    policy = next((one.id for one in sections if one.topics), sections[-1].id)
    return section_place(policy), ""


_ASSESSED = Signs("assessment equalit eia eqia iia riat eqhria ehria")
"""What stands wherever an assessment is named."""


def _said_of_one(sentence: str) -> str:
    if not _ASSESSED.stand_in(sentence):
        return ""
    for kind, pattern in (
        ("denied", _DENIED),
        ("attached", _ATTACHED),
        ("carried out", _CARRIED_OUT),
    ):
        found = pattern.search(sentence)
        if kind == "attached" and _TO_ANOTHER.search(sentence):
            continue
        if found is not None and not (kind == "denied" and _ANOTHER.search(found[0])):
            return kind
    return ""
