"""What a template or a draft left in the text to be filled in: R40."""

import re
from collections.abc import Iterator

from plan.checks.check import Check, Found, check
from plan.checks.each_action import Notes, Said, of_each_action, of_each_with_notes
from plan.checks.paper import Paper
from plan.checks.report_checks import is_in_own_layout
from plan.checks.report_text import report_words
from plan.model.finding import Place, Severity
from plan.model.rows import Action
from plan.papers.places import (
    aim_place,
    appendix_place,
    assessment_place,
    cover_place,
    passage_place,
    report_place,
)
from plan.text.remembered import remembered, remembered_by_row

_PRACTICE = "Council practice: what goes to committee is finished"
_HINTS = (
    *(
        "[",
        "<",
        "{{",
        "«",
        "x",
        "X",
        "TB",
        "tb",
        "Tb",
        "be ",
        "?",
        "__",
        "…",
        "...",
        "orem",
        "lick",
    ),
    *("nter", "nsert", "hoose", "elete", "type"),
)
"""Letters of which some stand wherever something is left: without them we do not look."""
_TO_FILL = (
    r"(?:insert|enter|add|delete|type|complete|select|choose|state|describe|specify|name|date|"
    r"number|title|amount|post|figure|reference|ref|details?|text|xx+|tbc|tba|tbd|to be \w+|"
    r"\?+|your|click|placeholder|awaiting|to follow)"
)
_LEFT = re.compile(
    rf"\[\s*{_TO_FILL}(?![\w’'-])[^\]\n]{{0,80}}\]|<\s*{_TO_FILL}(?![\w’'-])[^>\n]{{0,80}}>|"
    r"\[[^\]\n]{0,60}\bto (?:complete|confirm|add|insert|provide|advise|update|follow|check)\b"
    r"[^\]\n]{0,60}\]|\{\{[^}\n]{0,60}\}\}|«[^»\n]{0,60}»|\blorem ipsum\b|"
    r"\bclick (?:or tap )?here to enter\b|"
    r"\bclick to enter\b|\bchoose an item\b|\b(?:enter|type|insert) (?:your )?(?:text|name|date|"
    r"number|title|figure|details)(?: here)?\b(?=\s*(?:[\].)]|$))|\bdelete (?:as|where|if) "
    r"(?:appropriate|applicable|not applicable)\b|(?<![\w’'])x{2,5}(?![\w’'])|"
    r"(?<![\w.?!)”’\"'])\?{2,}|\bthe (?:…|\.{3}) (?:was|were|is|are|has|have)\b|"
    r"\bbecause (?:…|\.{3})\s*\.?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_ROMAN = re.compile(
    r"(?:part|articles?|chapters?|schedules?|class|volume|annexe?|title|section|items?|paragraphs?|"
    r"minutes?|appendix|appendices|no\.?|and|to|or|,)\s*$",
    re.IGNORECASE,
)
"""What stands before XX where it is twenty."""
_LINE_TO_FILL = re.compile(r"(?<!_)_{4,}")
_TO_BE_CONFIRMED = re.compile(
    r"\b(?:TBC|TBA|TBD)\b|\A\W*(?:to be (?:confirmed|agreed|advised|completed|determined|added)|"
    r"tbc|tba|tbd)\W*\Z|[(\[]\s*(?:to be (?:confirmed|agreed|advised|determined|added)|"
    r"tbc)\s*[)\]]",
    re.IGNORECASE,
)
_SAID_OF_IT = "“{}” is left to be filled in."
_ASKED_OF_IT = "“{}”: is it known by now?"
_HEADER = ("committee", "title", "by", "signatory", "signatory_post", "signed_on")
"""R2 looks at the date of the meeting, and R3 at a number of the council's own pattern."""


@check("R40", "FIX", "Nothing is left to be filled in.", _PRACTICE)
def nothing_is_left_to_fill(paper: Paper) -> Iterator[Found]:
    """R40: words of a template, "xx", "??", a line to write on; "TBC" is asked about.

    A timescale to be confirmed is P7's, and a note may say that something is not known yet.
    """
    yield from _left_in_report(paper)
    yield from _left_in_plan(paper)
    yield from of_each_action(paper, _left_in_action)
    yield from of_each_with_notes(paper, _left_in_notes)
    yield from _left_in_forms(paper)


def _left_in_report(paper: Paper) -> Iterator[Found]:
    plan = paper.plan
    names = (*_HEADER, "number") if is_in_own_layout(paper) else _HEADER
    for name in names:
        if said := _left_in(getattr(plan.report, name)):
            yield _found(report_place(name), said)
    for words in report_words(paper):
        said = _left_in(words.text)
        if (
            not said
            and words.passage.kind != "table"
            and (line := _LINE_TO_FILL.search(words.text))
        ):
            said = (line[0], "FIX")
        if said:
            yield _found(passage_place(plan, words.passage), said)
    for appendix in plan.appendices:
        if said := _left_in(f"{appendix.title}\n{appendix.text}"):
            yield _found(appendix_place(plan, appendix.id), said)


def _left_in_plan(paper: Paper) -> Iterator[Found]:
    plan = paper.plan
    for field in ("title", "subtitle", "partnership"):
        if said := _left_in(getattr(plan.cover, field)):
            yield _found(cover_place(plan, field), said)
    for aim in plan.aims:
        if said := _left_in(aim.text):
            yield _found(aim_place(plan, aim.id), said)


def _left_in_forms(paper: Paper) -> Iterator[Found]:
    for assessment in paper.plan.assessments:
        form = paper.forms.get(assessment.form)
        answers = paper.plan.answers_of(assessment.id) if form is not None else {}
        for question, answer in answers.items():
            said = _left_in(answer.text) if answer.text else None
            if form is not None and said is not None and said[1] == "FIX":
                yield _found(assessment_place(paper.plan, assessment.id, form, question), said)


def _found(place: Place, said: tuple[str, Severity]) -> Found:
    what, severity = said
    text = (_SAID_OF_IT if severity == "FIX" else _ASKED_OF_IT).format(what)
    return Found(place, text, (what,), severity)


@remembered_by_row
def _left_in_action(action: Action) -> tuple[Said, ...]:
    found = []
    for field, texts in (
        ("text", (action.text,)),
        ("success_criteria", action.success_criteria),
        ("leads", action.leads),
    ):
        if said := next(filter(None, map(_left_in, texts)), None):
            what, severity = said
            text = (_SAID_OF_IT if severity == "FIX" else _ASKED_OF_IT).format(what)
            found.append(Said(field, text, (what,), severity))
    return tuple(found)


@remembered_by_row
def _left_in_notes(_: Action, notes: Notes) -> tuple[Said, ...]:
    said = next(filter(None, (_left_in(note.text) for note in notes)), None)
    if said is None or said[1] != "FIX":
        return ()
    return (Said("progress", _SAID_OF_IT.format(said[0]), (said[0],), "FIX"),)


@remembered
def _left_in(text: str) -> tuple[str, Severity] | None:
    """Return what is left to be filled in, with how urgent that is, or None."""
    if not any(one in text for one in _HINTS):
        return None
    for found in _LEFT.finditer(text):
        is_number = found[0].isupper() and set(found[0]) == {"X"}
        if not (is_number and _ROMAN.search(text, 0, found.start())):
            return " ".join(found[0].split()), "FIX"
    unknown = _TO_BE_CONFIRMED.search(text)
    return (unknown[0].strip(" ()[]"), "ASK") if unknown else None


LEFT_OVER_CHECKS: tuple[Check, ...] = (nothing_is_left_to_fill,)
