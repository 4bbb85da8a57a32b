"""Whom the paper itself affects, and whether they are asked in time: E50, E51 and E55."""

import re
from collections.abc import Iterator
from datetime import date

from plan.checks.check import Check, Found, check
from plan.checks.facts.appended_forms import (
    LAW,
    NEGATIVE,
    NOT_NEGATIVE,
    ROW,
    is_a_group,
    is_assessment,
    marked_text,
)
from plan.checks.facts.duties_denied import said_in
from plan.checks.facts.effects_denied import effects_denied
from plan.checks.facts.form_facts import last_date_in
from plan.checks.facts.proposed import proposed_in
from plan.checks.facts.report_text import report_words, told_in
from plan.checks.facts.subjects import decisions, is_to_decide
from plan.checks.facts.taken_away import (
    CHARGES,
    COSTS,
    LIMITS_AGE,
    is_closed_by,
    is_taken_by,
    takes,
    takes_in,
)
from plan.checks.form.duty_checks import is_screened
from plan.checks.paper import Paper
from plan.model.finding import Place
from plan.model.rows import Appendix
from plan.papers.places import action_place, appendix_place, assessment_place, passage_place
from plan.reading.dates import ANY_MONTH, DateSpan, date_in_words, read_date, span_in_words
from plan.text.line_breaks import shortened
from plan.text.remembered import remembered
from plan.text.signs import Signs

_SINCE = date(2012, 5, 27)
_FINISHED = re.compile(
    r"^\W*(?:(?:assessment |form )?(?:(?:approved|agreed)(?! (?:actions?|measures|mitigat\w+|"
    r"steps|changes))|completed|carried out|signed(?: off)?|checked|"
    r"authorised|assessed|quality assured)\b|(?:date )?(?:of )?assessment (?:date|completed)|"
    r"date completed|date of assessment)(?!.{0,20}\b(?:review|next|publi))",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(r"\b(?:to be |next |be )?(?:review|publi|monitor)", re.IGNORECASE)
_BARE_ROW = re.compile(r"^[ \t]*[-*] (?P<row>[A-Z][^:\n]{2,100})$")
_MARKED = re.compile(
    r"(?:\A|: |; )(?:positive|negative|neutral|(?:not|un) ?known|unclear|"
    r"no(?:ne| (?:\w+ )?(?:impact|effect|difference)))\b",
    re.IGNORECASE,
)
_DRAFT = re.compile(
    r"^\W*(?:status|version|stage)(?: of [\w ]{1,30})? ?: ?[^\n]{0,30}\b(?:draft|in progress|"
    r"incomplete|unfinished|not (?:yet )?complete)\b[^\n]{0,60}$",
    re.IGNORECASE | re.MULTILINE,
)
_FEWEST_ROWS = 3
_NOT_KNOWN = re.compile(r"(?:\A|: |; )(?:(?:not|un) ?known|unclear|uncertain)\b", re.IGNORECASE)
_OF_EVIDENCE = re.compile(
    r"^\W*(?P<asked>[^\n:]*\b(?:evidence|information|data|research|consult\w*)\b[^\n:]{0,80}): ?"
    r"(?P<answer>[^\n]*)$",
    re.IGNORECASE | re.MULTILINE,
)
_TO_GATHER = re.compile(r"\b(?:further|more|additional|gaps?|missing|gather\w*)\b", re.IGNORECASE)
_NONE_NEEDED = re.compile(
    r"\W*(?:no(?:ne|t)?|n/?a|nothing)\b(?! later)[^.;]{0,60}(?:[.;]|$)", re.IGNORECASE
)
_SERVES = (
    r"day (?:care )?(?:centres?|services?|units?)|care homes?|dementia|sheltered|respite|"
    r"short breaks|home care|meals on wheels|"
)
_OF_INCOME = re.compile(r"\bincome|\bpovert|\bsocio|\bdepriv|\bdisadvantag", re.IGNORECASE)
_BY_GROUP: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (re.compile(r"\bage\b|\bolder\b|\byoung", re.IGNORECASE), LIMITS_AGE),
    (
        re.compile(r"\bage\b|\bolder\b|\byoung", re.IGNORECASE),
        re.compile(
            rf"\b(?:{_SERVES}older people|elderly|lunch clubs?|nurser\w+|schools?|pupils?|"
            r"youth (?:clubs?|centres?|work)|playgroups?|play ?parks?|creches?|after-?school)\b",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(r"\bdisab", re.IGNORECASE),
        re.compile(
            rf"\b(?:{_SERVES}disab\w+|wheelchair|blue badge|deaf|blind|sensory|learning "
            r"disabilit\w+|mental health|dial-a-\w+|(?:public )?(?:toilets|conveniences))\b",
            re.IGNORECASE,
        ),
    ),
    (_OF_INCOME, CHARGES),
    (_OF_INCOME, COSTS),
)
"""What bears on a group, by what its row is called: a limit, a charge, or what serves it."""


@check(
    "E50",
    "ASK",
    "An appended assessment is finished before the meeting, and each of its groups is answered.",
    LAW,
    since=_SINCE,
)
def assessments_are_finished(paper: Paper) -> Iterator[Found]:
    """E50: approved after the meeting; a group without a mark or a word, or one not known."""
    for appendix in paper.plan.appendices:
        if not is_assessment(appendix):
            continue
        place = appendix_place(paper.plan, appendix.id)
        if draft := _DRAFT.search(marked_text(appendix)):
            text = f"“{shortened(draft[0].strip(' -*'))}”: is it finished before the decision?"
            yield Found(place, text, (draft[0],), about="draft")
        for line in marked_text(appendix).split("\n"):
            day = last_date_in(_AFTERWARDS.split(line)[0]) if _FINISHED.match(line) else None
            if day is not None and paper.meeting is not None and day.first > paper.meeting:
                text = (
                    f"“{shortened(line.strip(' -*'))}” is after the meeting of "
                    f"{date_in_words(paper.meeting)}, which the assessment is to inform."
                )
                yield Found(place, text, (span_in_words(day),), about="finished")
                break
        for row in _blank_rows(marked_text(appendix)):
            text = f"“{row}” has neither a mark nor a word: what was found?"
            yield Found(place, text, (row,), about=row)
        yield from _unknown_and_left(appendix, place)


def _unknown_and_left(appendix: Appendix, place: Place) -> Iterator[Found]:
    """Yield that the effect on a group is not known, and no evidence is to be gathered."""
    rows = [row["row"].strip() for row in _rows_of(appendix) if _NOT_KNOWN.search(row["rest"])]
    asked = [
        one
        for one in _OF_EVIDENCE.finditer(marked_text(appendix))
        if _TO_GATHER.search(one["asked"])
    ]
    said = next((one["answer"] for one in asked if _NONE_NEEDED.match(one["answer"])), "")
    if rows and said:
        text = (
            f"The effect on “{'”, “'.join(rows)}” is not known, and of further evidence it is said "
            f"“{shortened(said.strip())}”: how and by when will it be found out?"
        )
        yield Found(place, text, (said, *rows), about="evidence")


@remembered
def _blank_rows(text: str) -> tuple[str, ...]:
    """Return the groups without a mark that stand in a table in which others have one."""
    lines = [line for line in text.split("\n") if line.strip()]
    is_marked = [bool((row := ROW.match(line)) and _MARKED.search(row["rest"])) for line in lines]
    if sum(is_marked) < _FEWEST_ROWS - 1:
        return ()
    is_short = sum(is_marked) < _FEWEST_ROWS
    found = []
    for place, line in enumerate(lines):
        bare = _BARE_ROW.match(line)
        is_below_one = any(is_marked[:place][-1:])
        if is_short and not (bare and is_a_group(bare["row"]) and any(is_marked[place + 1 :][:1])):
            continue  # of a table of three rows one is blank
        if bare and is_below_one and (any(is_marked[place + 1 :][:1]) or is_a_group(bare["row"])):
            found.append(bare["row"].strip())
    return tuple(found)


@check(
    "E51",
    "ASK",
    "What the paper takes away or charges for is seen where its effect on people is denied.",
    LAW,
    since=_SINCE,
)
def what_weighs_is_seen(paper: Paper) -> Iterator[Found]:
    """E51: no impact on a group that an action limits; none at all, and something closes.

    Of an assessment on a form that is known, or of one that marks a negative impact, only the rows
    are looked at that are marked as not touched.
    """
    if not is_to_decide(paper):
        return
    acts = [(f"action {paper.plan.refs_in_words(one.id)}", one) for one in paper.open_actions]
    told = [(where, one.text) for where, one in acts if takes(one)]
    told += [
        ("a decision", text) for text in decisions(paper) if takes_in(text) or is_closed_by(text)
    ]
    told += [
        ("the report", one.sentence) for one in proposed_in(paper) if is_taken_by(one.sentence)
    ]
    if not told:
        return
    if paper.plan.assessments:
        yield from _form_rows_against(paper, told)
        return
    appended = [one for one in paper.plan.appendices if is_assessment(one)]
    rows = [found for one in appended for found in _rows_against(paper, one, told)]
    yield from rows
    is_negative = any(NEGATIVE.search(row["rest"]) for one in appended for row in _rows_of(one))
    if rows or is_negative:
        return
    for place, sentence in effects_denied(paper, appended):
        where, text = told[0]
        asked = (
            f"“{shortened(sentence)}” is said, and {where} is “{shortened(text)}”: who is affected "
            "by that?"
        )
        yield Found(place, asked, (sentence, text), about="denied")
        return


def _rows_against(paper: Paper, appendix: Appendix, told: list[tuple[str, str]]) -> Iterator[Found]:
    """Yield the groups that are said not to be affected, and are, by what is decided or done."""
    against: dict[tuple[str, str], list[str]] = {}
    for row in _rows_of(appendix):
        if NEGATIVE.search(row["rest"]) or not NOT_NEGATIVE.search(row["rest"]):
            continue
        if re.search(r"(?:\A|: |; )positive", row["rest"], re.IGNORECASE):
            continue
        for group, pattern in _BY_GROUP:
            hit = next((one for one in told if pattern.search(one[1])), None)
            if hit is not None and group.search(row["row"]):
                against.setdefault(hit, []).append(row["row"].strip())
                break
    place = appendix_place(paper.plan, appendix.id)
    for (where, text), groups in against.items():
        named = "” and “".join(groups)
        asked = (
            f"No impact is marked for “{named}”, and {where} is “{shortened(text)}”: is that so?"
        )
        yield Found(place, asked, (*groups, text), about=groups[0])


def _form_rows_against(paper: Paper, told: list[tuple[str, str]]) -> Iterator[Found]:
    """Yield the first row of a form that is marked as not touched, and is, by what is done."""
    said: set[str] = set()
    for assessment in paper.plan.assessments:
        form = paper.forms.get(assessment.form)
        answers = paper.plan.answers_of(assessment.id)
        for field in form.every_field if form else ():
            answer = answers.get(field.question)
            if form is None or not (field.answered.is_matrix_row and answer and answer.ticks):
                continue
            marks = {one.label for one in field.options if one.id in answer.ticks}
            if not marks or not all(map(_NOT_TOUCHED.match, marks)):
                continue
            label = field.row_name or field.label
            for where, text in _against(label, told):
                if text in said:
                    break
                said.add(text)
                asked = (
                    f"No impact is marked for “{label}”, and {where} is “{shortened(text)}”: is "
                    "that so?"
                )
                place = assessment_place(paper.plan, assessment.id, form, field.question)
                yield Found(place, asked, (label, text), about=label)
                break


_NOT_TOUCHED = re.compile(r"\W*(?:no\b|none\b|neutral\b|nil\b)", re.IGNORECASE)


def _against(row: str, told: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield what is taken from, or asked of, the group that a row is about."""
    for group, pattern in _BY_GROUP:
        if group.search(row):
            yield from (one for one in told if pattern.search(one[1]))


def _rows_of(appendix: Appendix) -> list[re.Match[str]]:
    return list(ROW.finditer(marked_text(appendix)))


_ASKS = (
    r"(?:consult\w*|surveys?|surveyed|questionnaires?|engage\w*|involve(?:d|ment)|views|opinions?|"
    r"comments?|objections?|focus groups?|repl(?:y|ies)|respon(?:d|ses?)|want|told)"
)
_TO_COME = (
    r"(?:will|shall|(?:is|are) (?:then |now )?(?:to|due|planned|intended|scheduled|"
    r"(?:still )?open)|not (?:yet )?been|yet to|begins?|starts?|runs?|opens?|takes place|ends?|"
    r"closes?|continues|lasts|may be|have until|remains|stays|has (?:started|been invited)|planned)"
)
_TO_BE_ASKED = re.compile(
    rf"\b{_ASKS}\b[^.;]{{0,80}}?\b{_TO_COME}\b|\b{_TO_COME}\b[^.;]{{0,80}}?\b(?:{_ASKS}|asked "
    r"(?:for (?:their|its|the) (?:views?|opinions?|comments?)|what|about|whether))\b|"
    r"\b(?:outcome|results?|findings) of (?:the|a|its) (?:\w+ )?"
    r"consultation\b|\binstruct\w* [^.;]{3,60}? to (?:consult|ask|survey) (?!on|the committee)",
    re.IGNORECASE,
)
"""Whatever is asked of people, and whatever says that it is still to come, in either order."""
_GOES_ON = re.compile(r"\b(?:ends?|closes?|open|continues|until|runs?|due)\b", re.IGNORECASE)
_ASKED_OF_MORE = re.compile(
    r"\b(?:details?|detailed|design\w*|nam(?:e|ing)|drafts?|new(?! year)|guidance|strategy|"
    r"handbook|next (?:stage|phase)|each year|annual\w*|implement\w*|how (?:it|they|the)|was|were|"
    r"has been|have been|further|also|other|government|inspect\w+|national|applicants?|tender\w*|"
    r"easy[- ]read|next (?:plan|year)|decision follows|each new)\b",
    re.IGNORECASE,
)
"""Words by which people are asked of something else than what is decided, or once more."""
_OF_STAFF = re.compile(r"\b(?:trade unions?|unions?|staff|employees)\b", re.IGNORECASE)
_FOR_STAFF = re.compile(
    r"\b(?:teams?|posts?|staff\w*|shifts?|rotas?|depots?|redundan\w+|employ\w+)\b", re.IGNORECASE
)
_AFTER_CONSULTING = re.compile(
    r"\b(?:consult\w*|in principle|subject to|draft|proposals?|pilot|trial|options?|intention|"
    r"until|start of)\b",
    re.IGNORECASE,
)
_BEARS_ON_NOBODY = re.compile(
    r"\bplan\b(?! to\b)|\b(?:name|response|tenders?|reports?|minutes|terms of reference|"
    r"actions?|opens?|opening|waste|reviews?|old|handbook|guidance|forms?|dates?|timetable)\b",
    re.IGNORECASE,
)
"""A decision that takes nothing from anybody by itself."""


@check(
    "E55",
    "ASK",
    "People are asked before it is decided what is taken from them, not afterwards.",
    LAW.replace("the results", "what people concerned say, and the results,"),
    since=_SINCE,
)
def people_are_asked_before(paper: Paper) -> Iterator[Found]:
    """E55: something closes or changes by this decision, and those affected are asked later.

    A decision in principle, or to consult, waits for what they say. An assessment that is only to
    be made once it is decided can no more inform it.
    """
    yield from _assessed_afterwards(paper)
    meeting = paper.meeting
    if meeting is None or not is_to_decide(paper):
        return
    taken = [one for one in decisions(paper) if _is_felt(one)]
    if any(map(_AFTER_CONSULTING.search, taken)):
        return
    for place, sentence in _told_of_asking(paper):
        if not _TO_BE_ASKED.search(sentence) or _ASKED_OF_MORE.search(sentence):
            continue
        when = _asked_by(sentence, meeting)
        if not when:
            continue
        # Only now: all actions are looked through.
        taken += [one.text for one in paper.open_actions if takes(one)]
        taken += [one.sentence for one in proposed_in(paper) if is_taken_by(one.sentence)]
        is_of_staff = _OF_STAFF.search(sentence) is not None
        taken += filter(_DECIDES.match, decisions(paper) if _OF_THE_PLAN.search(sentence) else ())
        felt = (one for one in taken if not is_of_staff or _FOR_STAFF.search(one))
        if decided := next(felt, ""):
            text = (
                f"People are to be asked {when}, and “{shortened(decided)}” is decided on "
                f"{date_in_words(meeting)}: should they not be heard before?"
            )
            yield Found(place, text, (sentence, decided))
            return


def _is_felt(decision: str) -> bool:
    """Return whether people feel a decision: something closes, or it is of no paper alone."""
    is_one = _DECIDES.match(decision) is not None and not _BEARS_ON_NOBODY.search(decision)
    return is_one or is_closed_by(decision)


_DECIDES = re.compile(r"\W*(?:\w{1,4}[.)] )?(?:to )?(?:agree|approve|adopt)s?\b", re.IGNORECASE)


def _told_of_asking(paper: Paper) -> Iterator[tuple[Place, str]]:
    """Yield what the report, appended assessments and actions say, of which some is of asking."""
    yield from ((place, _WAS_ASKED.sub("Consulted: ", said)) for place, said in said_in(paper))
    for action in paper.open_with(_WHETHER):
        due = paper.reading_of(action).due if _ASKS_WHETHER.match(action.text) else None
        if due is not None:
            said = f"{action.text.rstrip('.')} will be asked by {span_in_words(due)}"
            yield action_place(paper.plan, action.id, "text"), said


_WAS_ASKED = re.compile(r"\A\W*[^?]{0,60}\bbeen (?:consulted|asked|involved)\?\W*", re.IGNORECASE)
_WHETHER = Signs("consult ask survey", "whether if.")
_ASKS_WHETHER = re.compile(
    r"\A(?:consult|ask|survey)\b[^.;]*\b(?:whether|if they)\b", re.IGNORECASE
)


def _asked_by(sentence: str, meeting: date) -> str:
    """Return when people are to be asked by a sentence, in words; empty if before the decision."""
    when = last_date_in(sentence)
    if when is not None and when.first > meeting:
        if _GOES_ON.search(sentence):
            return f"until {span_in_words(when)}"
        return f"{'on' if when.is_day else 'by'} {span_in_words(when)}"
    if when is not None:
        return ""
    if season := _SEASON.search(sentence):
        return f"in {season[0].lower()}" if int(season["year"]) > meeting.year else ""
    if month := _MONTH.search(sentence):
        return month[0].lower().replace(month["month"].lower(), month["month"])
    return "once it is decided" if _ONCE_DECIDED.search(sentence) else ""


_SEASON = re.compile(
    r"\b(?:early |late )?(?:spring|summer|autumn|winter) (?P<year>20\d\d)\b", re.IGNORECASE
)
_MONTH = re.compile(
    rf"\b(?:in|for) (?P<month>{ANY_MONTH})\b(?! \d)(?<!\blast \w{{3}})", re.IGNORECASE
)
_ONCE_DECIDED = re.compile(
    r"\b(?:once|after|when|following)\b[^.;]{0,40}?\b(?:approv\w+|agreed|agrees|adopt\w+|decision|"
    r"decided|decides|committee(?: has)? (?:met|meets))\b|\b(?:afterwards|thereafter)\b|\bnot "
    r"yet been (?:asked|sought|heard)\b|\bin due course\b|\bover the coming (?:weeks|months)\b|"
    r"\bafter this meeting\b|\bof the decision\b",
    re.IGNORECASE,
)


_OF_THE_PLAN = re.compile(
    r"\b(?:on|about|of) (?:the|this|its|our) (?:[\w-]+ )?plan\b", re.IGNORECASE
)


def _assessed_afterwards(paper: Paper) -> Iterator[Found]:
    """Yield the first sentence by which an assessment comes after the decision; it needs no day.

    Where nothing else is said of an assessment, E36 asks for it.
    """
    if not is_to_decide(paper) or not (paper.plan.assessments or is_screened(paper)):
        return
    for words in report_words(paper):
        for sentence in told_in(words):
            if when := _assessed_after(paper.meeting, sentence):
                text = (
                    f"An assessment was made {'on' if when.is_day else 'in'} "
                    f"{span_in_words(when)}, after the meeting of "
                    f"{date_in_words(paper.judged_at)}, which it is to inform: which day is meant?"
                )
                place = passage_place(paper.plan, words.passage)
                yield Found(place, text, (sentence,), about="assessed")
                return
            if _is_assessed_later(paper, sentence):
                text = (
                    f"“{shortened(sentence)}” comes after the decision that it is to inform: "
                    "should it not be made before?"
                )
                place = passage_place(paper.plan, words.passage)
                yield Found(place, text, (sentence,), about="assessed")
                return


def _is_assessed_later(paper: Paper, sentence: str) -> bool:
    if not _ASSESSED_LATER.search(sentence) or _ASSESSED_EACH.search(sentence):
        return False
    return bool(_ONCE_APPROVED.search(sentence)) or any(map(_is_felt, decisions(paper)))


def _assessed_after(meeting: date | None, sentence: str) -> DateSpan | None:
    """Return when an assessment was made by a sentence, if that is after the meeting."""
    found = _ASSESSED_ON.search(sentence)
    when = read_date(found["when"]) if found is not None else None
    return when if when is not None and meeting is not None and when.first > meeting else None


_ASSESSED_ON = re.compile(
    r"\b(?:impact assessment|equalit(?:y|ies) assessment|EQ?IA|IIA|CRWIA|ICIA|DPIA)\b"
    r"(?:(?!\bbe\b|\bnext\b|\bnot\b|\breview)[^.]){0,60}?\b(?:carried out|undertaken|completed|"
    r"done|made|approved|signed(?: off)?|conducted|finished|screened) (?:on|in) "
    rf"(?P<when>(?:\d{{1,2}}(?:st|nd|rd|th)? )?{ANY_MONTH} 20\d\d)\b",
    re.IGNORECASE,
)
"""An assessment that has been made, and when."""
_AN_ASSESSMENT = (
    r"(?:(?:impact|equalit(?:y|ies)|integrated|fairer scotland|stage 2 of the|full|an) "
    r"(?:impact )?assessment|stage 2 of the assessment|screening|EQ?IA|IIA|CRWIA|ICIA)"
)
_ASSESSED_LATER = re.compile(
    rf"\b{_AN_ASSESSMENT}\b[^.;]{{0,60}}?\b(?:(?:will|shall|is to|are to) (?:then |only )?(?:be "
    r"(?:carried out|undertaken|completed|done|made|prepared|produced|conducted|begun|ready)|"
    r"follow)|follows|in due course|has not yet been|is (?:still )?(?:under way|being "
    r"prepared))\b|\b(?:impact|effect) (?:on|of) [^.;]{3,40}? will be (?:assessed|studied)\b",
    re.IGNORECASE,
)
_ONCE_APPROVED = re.compile(
    r"\b(?:once|after|when|following) (?:the )?(?:[\w’'-]+ ){0,4}?(?:(?:ha(?:s|ve) (?:been )?|is "
    r"|are )(?:approved|agreed|adopted|decided)|approv(?:es|al)|agrees|decision|decides)\b",
    re.IGNORECASE,
)
_ASSESSED_EACH = re.compile(
    r"\b(?:each|every|any|individual|individually|projects?|reviewed|updated|revis\w+|second|"
    r"further|in principle|detailed|design)\b",
    re.IGNORECASE,
)
"""An assessment of what a decision leads to, or one that is looked at again, may come later."""


AFFECTED_CHECKS: tuple[Check, ...] = (
    assessments_are_finished,
    what_weighs_is_seen,
    people_are_asked_before,
)
