"""What a template or a draft left in the report to be filled in: R33."""

import re
from collections.abc import Iterator

from plan.checks.check import Check, Found, check
from plan.checks.facts.report_text import report_words
from plan.checks.paper import Paper
from plan.checks.report.report_checks import is_in_own_layout
from plan.model.finding import Place, Severity
from plan.papers.places import (
    appendix_place,
    assessment_place,
    cover_place,
    passage_place,
    report_place,
)
from plan.text.placeholders import is_only_a_placeholder, placeholder_in
from plan.text.remembered import remembered

_PRACTICE = "Council practice: what goes to committee is finished"
_OF_A_REPORT = re.compile(
    r"\bD{1,2}[/. -]M{1,2}[/. -]Y{2,4}\b|\bdelete this (?:paragraph|section|sentence|row|line|"
    r"text)\b|"
    r"\[[^\[\]\n]{0,60}\bto be (?:confirmed|agreed|added|checked|provided|supplied|inserted)\b"
    r"[^\[\]\n]{0,60}\]|"
    r"\b(?:NB|N\.B\.|(?i:note to (?:author|self|editor)))[:,]? [^.\n]{0,40}\bto (?:check|confirm|"
    r"add|"
    r"complete|supply|provide|insert)\b|"
    r"\[[^\[\]\n]{0,60}\b(?:to (?:complete|confirm|add|insert|provide|advise|update|follow|check)|"
    r"insert)\b[^\[\]\n]{0,60}\]|\bthe (?:…|\.{3}) (?:was|were|is|are|has|have)\b|"
    r"\bbecause (?:…|\.{3})\s*\.?\s*$|\bdelete (?:as|where|if) (?:not )?(?:appropriate|"
    r"applicable)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""What a format offers as text, and who is asked in a draft to say more."""
_TO_ONESELF = re.compile(
    r"(?:\A|(?<=[.!?:;(\[] )|(?<=[(\[\n]))(?:[-*•] )?(?:(?:still |we |I |also )*(?:need|needs|"
    r"have) to|remember to|"
    r"don[’']t forget to|must|to) (?:double[- ])?(?:check|confirm|verify|clarify|ask|add|update|"
    r"find out|chase)\b[^.;\n]{0,40}?\b(?:(?:this|these|the|that) (?:\w+ )?(?:figures?|numbers?|"
    r"dates?|totals?|wording|names?|costs?|amounts?|percentages?|paragraph|sentence|reference)\b|"
    r"with (?-i:[A-Z])[a-z]+\b)[^.;\n]{0,30}?\b(?:before (?:it|this|we|the (?:paper|report)|"
    r"sending|"
    r"issu\w+|submi\w+|final\w*|going)|with (?-i:[A-Z])[a-z]+(?=\W*(?:$|[.;)\n])))|"
    r"(?:\A|(?<=[.!?:;(\[] ))is this (?:(?:figure|date|number|name) )?(?:still |now )?(?:right|"
    r"correct|ok|up to date)\?",
    re.IGNORECASE | re.MULTILINE,
)
"""What somebody wrote to himself in a draft: "Need to check this figure before it goes"."""
_TO_BE_CONFIRMED = re.compile(
    r"\b(?:TBC|TBA|TBD)\b|[(\[]\s*(?:to be (?:confirmed|agreed|advised|determined|added)|"
    r"tbc)\s*[)\]]"
)
_OF_A_QUOTATION = re.compile(r"\[the \w+\]", re.IGNORECASE)
"""Whom a quotation speaks of: "[the council] must"."""
_HEADER = ("committee", "title", "by", "signatory", "signatory_post", "signed_on")
"""R2 looks at the date of the meeting, and R3 at a number of the council's own pattern."""


@check("R33", "FIX", "Nothing in the report is left to be filled in.", _PRACTICE)
def nothing_is_left_to_fill(paper: Paper) -> Iterator[Found]:
    """R33: words of a template, "xx", "??", a line to write on; "TBC" is asked about.

    It looks at header, cover, report, appendices and forms; a form may wait for what comes.
    """
    for place, text in _texts(paper):
        if said := _left_in(text):
            yield _found(place, *said)
    for assessment in paper.plan.assessments:
        form = paper.forms.get(assessment.form)
        answers = paper.plan.answers_of(assessment.id).items() if form is not None else ()
        for question, answer in answers:
            left = placeholder_in(answer.text) if answer.text else ""
            if form is not None and left:
                place = assessment_place(paper.plan, assessment.id, form, question)
                yield _found(place, left, "FIX")


def _texts(paper: Paper) -> Iterator[tuple[Place, str]]:
    plan = paper.plan
    for name in (*_HEADER, "number") if is_in_own_layout(paper) else _HEADER:
        yield report_place(name), getattr(plan.report, name)
    for field in ("title", "subtitle", "partnership", "introduction"):
        yield cover_place(plan, field), getattr(plan.cover, field)
    for words in report_words(paper):
        yield passage_place(plan, words.passage), words.text
    for appendix in plan.appendices:
        yield appendix_place(plan, appendix.id), f"{appendix.title}\n{appendix.text}"


def _found(place: Place, what: str, severity: Severity) -> Found:
    is_left = severity == "FIX"
    text = f"“{what}” is left to be filled in." if is_left else f"“{what}”: is it known by now?"
    return Found(place, text, (what,), severity)


@remembered
def _left_in(text: str) -> tuple[str, Severity] | None:
    """Return what is left to be filled in, with how urgent that is, or None."""
    if (left := placeholder_in(text)) and not _OF_A_QUOTATION.fullmatch(left):
        return left, "FIX"
    if found := _OF_A_REPORT.search(text):
        return found[0], "FIX"
    if found := _TO_ONESELF.search(text):
        return found[0].strip(), "FIX"
    unknown = _TO_BE_CONFIRMED.search(text)
    if unknown or is_only_a_placeholder(text):
        return (unknown[0] if unknown else text).strip(" ()[]."), "ASK"
    return None


LEFT_OVER_CHECKS: tuple[Check, ...] = (nothing_is_left_to_fill,)
