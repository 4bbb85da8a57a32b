"""An impact assessment that goes with the paper as an appendix, in any council's form: E49.

It is read as lines of text: a row of its table is a line that begins with what the row is about.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from plan.checks.check import Check, Found, check
from plan.checks.facts.appended_forms import (
    A_GROUP,
    LAW,
    NEGATIVE,
    NOT_NEGATIVE,
    ROW,
    done_in,
    is_assessment,
    marked_text,
    negative_rows,
)
from plan.checks.facts.form_facts import date_in, is_taken_up
from plan.checks.facts.report_text import report_words
from plan.checks.paper import Paper
from plan.model.rows import Appendix
from plan.papers.places import appendix_place, passage_place
from plan.text.sentences import sentences_in

_SAYS_NONE = re.compile(
    r"\bno (?:[\w-]+,? (?:or )?){0,3}?(?:negative|adverse)\b|\b(?:negative|adverse)\w*\b[^.;]{0,30}"
    r"\b(?:none|nil)\b|\bnot (?:\w+ )?(?:negatively|adversely)\b|\bwithout (?:any )?(?:negative|"
    r"adverse)\b",
    re.IGNORECASE,
)
_MITIGATES = re.compile(
    r"\b(?:mitigat\w+|(?:will|to) be done|overcom\w+|lessen\w*|offset\w*|remov\w+|minimis\w+|"
    r"reasonable adjustments?|(?:reduc|address|avoid)\w* (?:the |this |these |any )?(?:\w+ )?"
    r"(?:impacts?|effects?|disadvantage)|(?:impacts?|effects?|disadvantage) (?:be|is|are) "
    r"(?:reduced|addressed|avoided))\b",
    re.IGNORECASE,
)
_TO_DO = re.compile(
    r"(?:\A|; )(?P<label>(?:what (?:we |the council |the service |officers )?(?:will|is to|can|"
    r"has to|are going to|propose to) (?:be done|we do|do)|mitigat\w+|actions?|"
    r"how (?:will|is)|steps|measures)[^:;]{0,60}): ?(?P<what>[^;]*)",
    re.IGNORECASE,
)
"""The cell of a row that says what is done about the impact."""
_ANSWERED_BY = re.compile(
    r"\bactions? [A-Z]{0,3}\d[\w.]*[^.;]{0,80}?\b(?:deals?|answers?|address\w*|meets?|mitigat\w+|"
    r"reduces?|prevents?|removes?)\b",
    re.IGNORECASE,
)
_UNANSWERED = re.compile(r"\s*[-*] [^:\n]*\?\W*\Z")
_ANSWERED_NONE = re.compile(
    r"\s*[-*] [^:\n]*\b(?:done|do|mitigat\w+|reduce|overcome|lessen|remove|address)\b[^:\n]*: "
    r"(?:none|nil|nothing|n/?a|no|not applicable)\W*\Z",
    re.IGNORECASE,
)
"""A question of what is done about the impacts, with nothing for its answer."""
_NO_MITIGATION = re.compile(
    r"\bno (?:\w+ )?(?:mitigat\w+|actions?|measures?|steps?)(?: \w+)? (?:has been|have been|is|"
    r"are|was|"
    r"were|can be) (?:\w+ )?(?:identified|possible|proposed|planned|available|needed|found)\b|"
    r"\bmitigat\w+: ?(?:none|tb[acd]|to be \w+)\b|\bcannot be (?:mitigated|avoided|lessened)\b",
    re.IGNORECASE,
)
_HELPS = re.compile(
    r"\b(?:will|shall|is to|are to|(?:has|have) been|is|are) (?:then |also |still |now |already "
    r")?(?:be )?"
    r"(?:offered|provided|arranged|available|extended|kept open|supplied|phoned|visited|helped|"
    r"supported|reserved|set aside)\b|\b(?:start(?:s|ed)|begins?|began|runs?|run) (?:in|on|from)\b",
    re.IGNORECASE,
)
"""What is done for the people of a row, without a word that it answers the impact."""
_NO_LONGER = re.compile(r"\b(?:no longer|not|no|nor|lose|loses|end|ends)\b", re.IGNORECASE)
_WILL_DO = re.compile(
    r"\b(?:will|shall) (?:then |also |try to )?(?:be (?:offered|provided|arranged|recruited|"
    r"supported|"
    r"helped|considered|explored|signposted|found|sought|looked (?:at|into))|work with|consider|"
    r"look|"
    r"explore|offer|provide|recruit|try|seek|signpost|help|support)\b",
    re.IGNORECASE,
)
_NEXT_CELL = re.compile(r"; (?=[A-Z][\w ]{2,40}: )")
_BY_WHEN = re.compile(
    r"\b(?:when|date|timescale|deadline|due)\b[^:;\n]{0,20}: [^;\n]+", re.IGNORECASE
)
_CAUSE = re.compile(r"\(action ([A-Z]{0,3}\d[\w.]*\w|\d)\)", re.IGNORECASE)
"""The action of which a negative row tells: "online tests (action 2.4) may hinder some"."""
_WEAK = re.compile(
    r"\b(?:will|to) be (?:looked (?:into|at)|considered|explored|investigated|thought about)\b|"
    r"\b(?:we|officers) (?:will|may|might) (?:look (?:into|at)|consider|explore)\b|"
    r"\b(?:where|if|when|as far as) (?:possible|practicable|resources (?:allow|permit))\b",
    re.IGNORECASE,
)
_BELOW_HEADING = re.compile(
    r"^\**(?!- )[^\n*]{0,30}?(?:what (?:we |the council |officers )?(?:will|can|"
    r"are going to) (?:do|be done)|mitigat\w+|"
    r"(?:reducing|lessening|answering|removing|addressing|dealing with) (?:the |any )?"
    r"(?:negative|adverse))[^\n:?]{0,60}\**\n+(?!- |\*\*)(?P<what>[^\n]{12,})",
    re.IGNORECASE | re.MULTILINE,
)
"""What is to be done, below a heading that says so."""
_PROMISES = re.compile(
    r"(?:mitigat\w+(?: (?:actions?|measures?|steps?))?|(?:what|action) (?:will|is|to) (?:be done|"
    r"be taken)[^:\n]{0,60}|how will (?:this|these|the)[^:\n]{0,60}|(?:steps|actions?|"
    r"measures) (?:to|taken)[^:\n]{0,60}|proposed actions?)\s*[:?]\s*(?P<what>[^\n]{12,})",
    re.IGNORECASE,
)
_NONE = re.compile(r"\W*(?:none|nil|n/?a|not (?:applicable|required|needed))\b", re.IGNORECASE)
_IS_LAW = re.compile(r"\bdiscriminat", re.IGNORECASE)
"""Of a row that speaks of discrimination, E37 asks."""
_NOTHING = re.compile(r"(?:none|nil|n/?a|no action|nothing|[-–—]*)\W*", re.IGNORECASE)


@check(
    "E49",
    "ASK",
    "A negative impact in an appended assessment is told in the report and has its mitigation.",
    LAW,
    since=date(2012, 5, 27),
)
def negative_impacts_are_told(paper: Paper) -> Iterator[Found]:
    """E49: a row marked negative where the report says none, nothing done, or nobody to do it.

    What is done and by whom of a form that is known is asked by the form's own rules.
    """
    yield from _denied_of_forms(paper)
    for number, appendix in enumerate(paper.plan.appendices, 1):
        if not is_assessment(appendix):
            continue
        if not (rows := negative_rows(appendix)):
            continue
        label = paper.council.plan.appendix_label.format(number=number)
        marked = f"{label} marks {_listed(rows)} as negative"
        place, told = appendix_place(paper.plan, appendix.id), ""
        for words in report_words(paper):
            sentences = sentences_in(words.text, at_clauses=True)
            told = next((one for one in sentences if _SAYS_NONE.search(one)), "")
            if told:
                place = passage_place(paper.plan, words.passage)
                break
        if told:
            text = f"{marked}, and the report says “{told}”: which is right?"
            yield Found(place, text, (told, *rows), about="told")
        place = appendix_place(paper.plan, appendix.id)
        has_column = _has_column_of_what_is_done(appendix)
        undone = [
            row
            for row, said in rows.items()
            if _says_none_is_done(said, has_column=has_column) and not _IS_LAW.search(said)
        ]
        if not told and (undone or not (has_column or _is_mitigated(paper, appendix))):
            of = f"{label} marks {_listed(undone)} as negative" if undone else marked
            text = f"{of}, and nothing is said of what is done about it."
            yield Found(place, text, tuple(rows), about="mitigation")
        elif promised := _promised_by_nobody(paper, appendix):
            text = (
                f"“{promised}” is to answer what is marked negative: it is no action of the plan, "
                "and it is not said by when. Who does it, and by when?"
            )
            yield Found(place, text, (promised,), about="action")


_NEGATIVE_MARKS = frozenset({"negative", "negatively"})
_NOT_OF_PEOPLE = re.compile(
    r"\b(?:other|further|additional|remaining|unmitigated|lasting|long-term|significant|once|after|"
    r"except|apart|besides|environment\w*|climate|carbon|emissions|water|traffic|financ\w*|budgets?|"
    r"costs?|staffing|islands?|rural|gaelic|rights|crwia|icia|consumers?|health|fairer|"
    r"performance|attainment|inspect\w*|audit\w*|last|previous\w*|would|could|if|should)\b",
    re.IGNORECASE,
)
"""Words by which no negative impact is said of some impacts only, or of something else."""


def _denied_of_forms(paper: Paper) -> Iterator[Found]:
    """Yield where the report says that nobody is affected badly, and a form marks that some are."""
    for assessment in paper.plan.assessments:
        form = paper.forms.get(assessment.form)
        answers = paper.plan.answers_of(assessment.id)
        rows = [
            field.label
            for field in (form.every_field if form else ())
            if field.answered.is_matrix_row
            and (answer := answers.get(field.question))
            and _NEGATIVE_MARKS & set(answer.ticks)
        ]
        for words in report_words(paper) if rows else ():
            for sentence in sentences_in(words.text, at_clauses=True):
                if not _is_denied_of(sentence, rows):
                    continue
                text = (
                    f"The assessment marks {_listed(rows)} as negative, and the report says "
                    f"“{sentence.rstrip(' ;')}”: which is right?"
                )
                place = passage_place(paper.plan, words.passage)
                yield Found(place, text, (sentence, *rows), about="told")
                return


def _is_denied_of(sentence: str, rows: list[str]) -> bool:
    """Return whether a sentence says that there is no negative impact on people of such rows."""
    if not _SAYS_NONE.search(sentence) or _NOT_OF_PEOPLE.search(sentence):
        return False
    groups = {one[0].casefold()[:5] for one in A_GROUP.finditer(sentence)}
    named = " ".join(rows).casefold()
    return not groups or any(one in named for one in groups)


def _says_none_is_done(said: str, *, has_column: bool) -> bool:
    """Return whether a row has a cell for what is done about its impact, and it says nothing.

    A blank cell leaves no trace: `has_column` says that other rows have one.
    """
    cells = [one["what"].strip(" .") for one in _TO_DO.finditer(said)]
    return (bool(cells) or has_column) and all(not one or _NOTHING.fullmatch(one) for one in cells)


def _has_column_of_what_is_done(appendix: Appendix) -> bool:
    """Return whether several rows of an assessment have a cell for what is done about impacts."""
    rows = ROW.finditer(marked_text(appendix))
    return sum(_TO_DO.search(found["rest"]) is not None for found in rows) > 1


def _listed(rows: Iterable[str]) -> str:
    *others, last = (f"“{row}”" for row in rows)
    return f"{', '.join(others)} and {last}" if others else last


def _is_mitigated(paper: Paper, appendix: Appendix) -> bool:
    said = (*_said_of_impacts(appendix), *(words.text for words in report_words(paper)))
    is_answered = any(
        (_MITIGATES.search(sentence) or _ANSWERED_BY.search(sentence))
        and not _SAYS_NONE.search(sentence)
        and not _NO_MITIGATION.search(sentence)
        for text in said
        for sentence in sentences_in(text, at_clauses=True)
    )
    if is_answered or _BELOW_HEADING.search(marked_text(appendix)):
        return True
    rows = negative_rows(appendix).values()
    return any(_is_help(one) for said_of in rows for one in sentences_in(said_of, at_clauses=True))


def _is_help(sentence: str) -> bool:
    """Return whether a sentence beside a negative mark tells what is done for people."""
    found = _HELPS.search(sentence) or _WILL_DO.search(sentence)
    return found is not None and not _NO_LONGER.search(sentence)


def _said_of_impacts(appendix: Appendix) -> Iterator[str]:
    """Yield the lines of an assessment but for those of groups without a negative impact.

    A question without an answer says nothing.
    """
    for line in marked_text(appendix).split("\n"):
        row = ROW.match(line)
        is_of_others = row and not NEGATIVE.search(row["rest"])
        if _UNANSWERED.match(line) or _ANSWERED_NONE.match(line):
            continue
        if not is_of_others or not row or not NOT_NEGATIVE.search(row["rest"]):
            yield line


def _promised_by_nobody(paper: Paper, appendix: Appendix) -> str:
    """Return what is to be done about the impacts, if no action does it and no day is named.

    What is only to be looked into is done by no action, however like one it is; nor is it done by
    the action that has the impact. What a row of a table has done by somebody is E54's.
    """
    rows = " ".join(negative_rows(appendix).values())
    causes = frozenset(_CAUSE.findall(rows))
    actions = [
        action.text for action in paper.plan.actions if paper.plan.ref_of(action.id) not in causes
    ]
    if not actions:
        return ""
    said = "\n".join(_said_of_impacts(appendix))
    found = (*_PROMISES.finditer(said), *_BELOW_HEADING.finditer(said))
    asked_by_row = {what for _, what in done_in(marked_text(appendix))}
    for what, *cells in (_NEXT_CELL.split(one["what"].strip(), maxsplit=1) for one in found):
        by_when = "".join(one for one in cells if (due := _BY_WHEN.search(one)) and date_in(due[0]))
        is_named = date_in(what) is not None or by_when or _ANSWERED_BY.search(what)
        is_left = _WEAK.search(what) or not (what in asked_by_row or is_taken_up(what, actions))
        if is_left and not (is_named or _NONE.match(what)):
            return what
    for said_of in negative_rows(appendix).values():
        for one in sentences_in(said_of, at_clauses=True):
            what = one.rpartition(": ")[2].strip()
            is_due = date_in(what) is not None or _ANSWERED_BY.search(what)
            is_promised = _WILL_DO.search(what) and not (_NO_LONGER.search(what) or is_due)
            if is_promised and (_WEAK.search(what) or not is_taken_up(what, actions)):
                return what.rstrip(".")
    return ""


APPENDED_ASSESSMENT_CHECKS: tuple[Check, ...] = (negative_impacts_are_told,)
