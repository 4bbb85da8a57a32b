"""An impact assessment that goes with the paper as an appendix, in any council's form: E49.

It is read as lines of text: a row of its table is a line that begins with what the row is about.
"""

import re
from collections.abc import Iterator
from datetime import date

from plan.checks.check import Check, Found, check
from plan.checks.form_facts import date_in, is_taken_up
from plan.checks.paper import Paper
from plan.checks.report_text import named_as, report_words
from plan.model.rows import Appendix
from plan.papers.places import appendix_place, passage_place

_IS_ASSESSMENT = re.compile(
    r"\bimpact assessments?\b|\b(?:EQ?IA|IIA|RIAT|EQ?HRIA)s?\b|\bequalit(?:y|ies) (?:assessment|"
    r"screening|form|appraisal)\b",
    re.IGNORECASE,
)
_ROW = re.compile(r"^\s*[-*]\s+(?P<row>[^:\n]{2,80}): (?P<rest>.+)$", re.MULTILINE)
_NEGATIVE = re.compile(
    r"(?:^|; )(?:[\w ]+ )?(?:negative(?:ly)?|adverse(?:ly)?)(?: (?:impacts?|effects?))?"
    r"(?: \([^)]*\))?: (?!(?:no|none|nil|n/?a|not applicable|[-–—]|0)\b)(?=\S)|"
    r"(?:^|: |; )(?:high |medium |low |some |slight |minor |major |potential(?:ly)? |possible |"
    r"significant )*(?:negative(?:ly)?|adverse(?:ly)?)(?: (?:impacts?|effects?))?(?=$|[;.,(]|"
    r"\s*[–—]|\s-\s|"
    r" (?:and|/) positive)|(?:^|: |; )positive (?:and|/) negative\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\b(?:if|any|whether|how|what|are there|is there)\b|\?", re.IGNORECASE)
"""A row that asks about negative impacts is none of a group of people."""
_SAYS_NONE = re.compile(
    r"\bno (?:[\w-]+,? (?:or )?){0,3}?(?:negative|adverse)\b|\b(?:negative|adverse)\w*\b[^.;]{0,30}"
    r"\b(?:none|nil)\b|\bnot (?:\w+ )?(?:negatively|adversely)\b|\bwithout (?:any )?(?:negative|"
    r"adverse)\b",
    re.IGNORECASE,
)
_MITIGATES = re.compile(
    r"\b(?:mitigat\w+|(?:will|to) be done|overcom\w+|lessen\w*|offset\w*|remov\w+|minimis\w+|"
    r"reasonable adjustments?|(?:reduc|address|avoid)\w* (?:the |this |these |any )?(?:\w+ )?"
    r"(?:impacts?|effects?|disadvantage))\b",
    re.IGNORECASE,
)
_PROMISES = re.compile(
    r"(?:mitigat\w+(?: (?:actions?|measures?|steps?))?|(?:what|action) (?:will|is|to) (?:be done|"
    r"be taken)[^:\n]{0,60}|how will (?:this|these|the)[^:\n]{0,60}|(?:steps|actions?|"
    r"measures) (?:to|taken)[^:\n]{0,60}|proposed actions?)\s*[:?]\s*(?P<what>[^\n]{12,})",
    re.IGNORECASE,
)
_NONE = re.compile(r"\W*(?:none|nil|n/?a|not (?:applicable|required|needed))\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+")
_LAW = (
    "Equality Act 2010, section 149; SSI 2012/162, regulation 5, in force from 27 May 2012: the "
    "results are to be taken into account"
)


@check(
    "E49",
    "ASK",
    "A negative impact in an appended assessment is told in the report and has its mitigation.",
    _LAW,
    since=date(2012, 5, 27),
)
def negative_impacts_are_told(paper: Paper) -> Iterator[Found]:
    """E49: a row marked negative where the report says none, nothing done, or nobody to do it."""
    for number, appendix in enumerate(paper.plan.appendices, 1):
        if appendix.kind != "text" or not _IS_ASSESSMENT.search(named_as(appendix)):
            continue
        if not (rows := _negative_rows(appendix)):
            continue
        label = paper.council.plan.appendix_label.format(number=number)
        marked = f"{label} marks {_listed(rows)} as negative"
        place, told = appendix_place(paper.plan, appendix.id), ""
        for words in report_words(paper):
            sentences = _SENTENCE.split(words.text)
            told = next((one for one in sentences if _SAYS_NONE.search(one)), "")
            if told:
                place = passage_place(paper.plan, words.passage)
                break
        if told:
            text = f"{marked}, and the report says “{told}”: which is right?"
            yield Found(place, text, (told, *rows), about="told")
        elif not _is_mitigated(paper, appendix):
            text = f"{marked}, and nothing is said of what is done about it."
            yield Found(place, text, tuple(rows), about="mitigation")
        elif promised := _promised_by_nobody(paper, appendix):
            text = (
                f"“{promised}” is to answer what is marked negative: it is no action of the plan, "
                "and it is not said by when. Who does it, and by when?"
            )
            yield Found(place, text, (promised,), about="action")


def _negative_rows(appendix: Appendix) -> list[str]:
    rows = (
        found["row"].strip()
        for found in _ROW.finditer(appendix.text)
        if _NEGATIVE.search(found["rest"]) and not _QUESTION.search(found["row"])
    )
    return list(dict.fromkeys(rows))


def _listed(rows: list[str]) -> str:
    *others, last = (f"“{row}”" for row in rows)
    return f"{', '.join(others)} and {last}" if others else last


def _is_mitigated(paper: Paper, appendix: Appendix) -> bool:
    said = (appendix.text, *(words.text for words in report_words(paper)))
    return any(
        _MITIGATES.search(sentence) and not _SAYS_NONE.search(sentence)
        for text in said
        for sentence in _SENTENCE.split(text)
    )


def _promised_by_nobody(paper: Paper, appendix: Appendix) -> str:
    """Return what is to be done about the impacts, if no action does it and no day is named."""
    actions = [action.text for action in paper.plan.actions]
    for found in _PROMISES.finditer(appendix.text) if actions else ():
        what = found["what"].strip()
        is_named = _NONE.match(what) or date_in(what) is not None
        if not is_named and not is_taken_up(what, actions):
            return what
    return ""


APPENDED_ASSESSMENT_CHECKS: tuple[Check, ...] = (negative_impacts_are_told,)
