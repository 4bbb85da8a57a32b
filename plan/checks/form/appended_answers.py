"""What an appended assessment asks, and whether it is answered: E53 and E54.

A council's own form is kept as lines of text, a question and its answer to a line. What kind of
question it is tells its words: who was consulted, what is not known, who approved it and when.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from plan.checks.check import Check, Found, check
from plan.checks.facts.appended_forms import (
    LAW,
    LEADING_NUMBER,
    answered_lines,
    done_in,
    is_a_group,
    is_assessment,
    marked_text,
    negative_rows,
    question_and_answer,
)
from plan.checks.facts.form_facts import is_taken_up, is_unlike, last_date_in
from plan.checks.facts.promised_work import is_carried_out, promises_of
from plan.checks.facts.subjects import is_to_decide, titles
from plan.checks.form.appended_header import Asked, of_another_meeting
from plan.checks.paper import Paper
from plan.model.finding import Place
from plan.model.rows import Appendix
from plan.papers.places import appendix_place
from plan.reading.answer_words import is_left_open
from plan.reading.dates import date_in_words, span_in_words
from plan.text.line_breaks import shortened
from plan.text.remembered import remembered

_SINCE = date(2012, 5, 27)
_LINE = re.compile(r"\A(?P<asked>[^:\n]{3,220}?\??): ?(?P<answer>.*)\Z", re.DOTALL)
_LONGEST = 220
_OF_CONSULTING = re.compile(
    r"\b(?:consult\w*|engage\w*|involv\w*|been heard|views of|who (?:was|were|has|have) (?:been )?"
    r"(?:asked|spoken))\b",
    re.IGNORECASE,
)
_OF_SIGNING = re.compile(
    r"\A\W*(?:(?:next |date of (?:next )?)review(?: date)?|date (?:of )?(?:approv\w+|sign\w*|"
    r"agreed|completed|completion|assessment|sign-?off)|"
    r"(?:approved|signed|agreed|authorised|completed|prepared)(?: off)?(?: by)?(?: the)?\b"
    r"[\w ()’'-]{0,50}|signature[\w ()’'-]{0,50}|(?:director|head of service|author|"
    r"manager)['’]?s? (?:name|signature)|lead officer|assessment (?:date|completed by))\W*\Z",
    re.IGNORECASE,
)
_OF_THE_TITLE = re.compile(
    r"\A\W*(?:title|name) of (?:the )?(?:document|policy|proposal|plan|strategy|project|function|"
    r"service|report)\b",
    re.IGNORECASE,
)
_OF_GATHERING = re.compile(
    r"\b(?:further|more|additional|gaps?|missing|gather\w*|found? out|collect\w*)\b", re.IGNORECASE
)
_GATHERED = re.compile(
    r"\b(?:will|to|shall) (?:be )?(?:ask\w*|gather\w*|collect\w*|survey\w*|f[io]nd out|found out|"
    r"monitor\w*|research\w*|record\w*|consult\w*|count\w*|known|look\w* at|check\w*|review\w*|"
    r"seek|sought|held|hold)\b|\bfound out\b|\bis being (?:gathered|collected|asked|surveyed)\b|"
    r"\bsurvey\b[^.;]{0,30}? (?:in|is|will|by|asks)\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(r"(?:\A|: |; )(?:(?:not|un) ?known|unclear|uncertain)\b", re.IGNORECASE)
_OPEN = re.compile(
    r"(?:\A|: |; )(?:\?+|tb[acd]|to be (?:assessed|determined|confirmed|considered|completed)|"
    r"not (?:yet )?assessed|awaiting \w+)\W*(?=;|\Z)",
    re.IGNORECASE,
)
"""A group of which nothing is said yet."""
_MARKED = re.compile(
    r"(?:\A|: |; )(?:positive|negative|neutral|adverse)\w*\b(?!: *(?:;|\Z))", re.IGNORECASE
)
_NOBODY = re.compile(r"\A\W*(?:no\b|none\b|not yet\b|nobody\b|not consulted)", re.IGNORECASE)
_WHY_NOT = re.compile(
    r"\b(?:not (?:needed|required|applicable|necessary)|no effect|not affected|internal|already|"
    r"previous\w*|earlier|instead|as part of|will be)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|shall|(?:is|are) to|to be|planned|intend\w*|going to)\b", re.IGNORECASE
)
_SHARED = {
    "age": ("age", "older", "young", "child", "pension", "elder"),
    "disability": ("disab", "wheelchair", "access", "blind", "deaf", "mobility", "learning diff"),
    "sex": ("sex", "women", "men", "gender", "girls", "boys"),
    "race": ("race", "ethnic", "minorit", "language", "english", "gypsy", "refugee", "polish"),
    "poverty": ("poverty", "income", "poor", "money", "afford", "depriv", "disadvantag", "cost"),
    "pregnancy": ("pregnan", "matern"),
    "religion": ("religio", "belief", "faith"),
    "carers": ("carer", "caring"),
    "rural": ("rural", "remote", "village"),
    "contact": ("contact", "family time", "parent"),
}
"""The words by which a row of a group of people and what is done for it belong together."""
_OF_EVERYBODY = re.compile(
    r"\b(?:all|any|every\w*|each) (?:\w+ ){0,2}?(?:groups?|people|users?|residents|customers|body|"
    r"impacts?|effects?|one)\b|\beveryone\b|\beverybody\b",
    re.IGNORECASE,
)
_ASKED_WHAT_IS_DONE = re.compile(
    r"\bwhat (?:will|is|can|are|has)\b[^?\n]{0,60}\bdone\b|\bmitigat\w+|\b(?:overcome|reduce|"
    r"remove|minimise|lessen|address)\b[^?\n]{0,40}\b(?:negative|adverse|impacts?|effects?)",
    re.IGNORECASE,
)


@remembered
def _asked_in(text: str) -> tuple[Asked, ...]:
    """Return the questions of an assessment with their answers, those without one too."""
    found = []
    for line in text.split("\n"):
        said = line.strip()
        if not said.startswith(("- ", "* ")):
            continue
        said = LEADING_NUMBER.sub("", said, count=1)
        match = _LINE.match(said)
        if match:
            found.append(Asked(match["asked"].strip(), match["answer"].strip()))
        elif len(said) <= _LONGEST:
            found.append(Asked(said.rstrip(" :"), ""))
    return tuple(found)


@check(
    "E53",
    "ASK",
    "The questions of an appended assessment are answered before the decision is asked for.",
    LAW,
    since=_SINCE,
)
def questions_are_answered(paper: Paper) -> Iterator[Found]:
    """E53: nobody consulted or only afterwards, not known and left so, unsigned, of another paper.

    Of another committee, of another meeting or of another report is of another paper.

    Each is asked only where the form itself has the question.
    """
    for appendix in paper.plan.appendices:
        if is_assessment(appendix):
            asked = _asked_in(marked_text(appendix))
            place = appendix_place(paper.plan, appendix.id)
            yield from _consulted(paper, place, asked, is_grave=bool(negative_rows(appendix)))
            yield from _found_out(place, asked)
            yield from _unanswered(place, marked_text(appendix))
            yield from _unsigned(place, asked)
            yield from _of_another(paper, place, asked)
            yield from of_another_meeting(paper, place, asked)


def _consulted(
    paper: Paper, place: Place, asked: Sequence[Asked], *, is_grave: bool
) -> Iterator[Found]:
    meeting = paper.meeting
    for question, answer in asked:
        if not _OF_CONSULTING.search(question) or _OF_SIGNING.match(question):
            continue
        if not answer:
            if question.endswith("?") or len(question.split()) > 1:
                text = f"“{shortened(question)}” has no answer: who was asked?"
                yield Found(place, text, (question,), about="consulted")
            return
        when = last_date_in(answer) if _TO_COME.search(answer) else None
        if (
            when is not None
            and meeting is not None
            and when.first > meeting
            and is_to_decide(paper)
        ):
            text = (
                f"People are to be asked {span_in_words(when)}, and the committee decides on "
                f"{date_in_words(meeting)}: “{shortened(answer)}”"
            )
            yield Found(place, text, (answer, str(meeting)), about="consulted")
            return
        if (
            is_grave
            and _NOBODY.match(answer)
            and not _WHY_NOT.search(answer)
            and is_to_decide(paper)
        ):
            text = (
                f"Something is marked negative, and nobody was asked: “{shortened(answer)}”. Will "
                "they be, before it is decided?"
            )
            yield Found(place, text, (answer,), about="consulted")
            return


def _found_out(place: Place, asked: Sequence[Asked]) -> Iterator[Found]:
    """Yield the rows that are not known, where nothing says how it will be found out."""
    if any(_OF_GATHERING.search(one.asked) and one.answer for one in asked):
        return  # what is answered there is E50's to judge
    told = [
        f"{one.asked}: {one.answer}".casefold() for one in asked if _GATHERED.search(one.answer)
    ]
    rows = [
        one.asked
        for one in asked
        if (_UNKNOWN.search(one.answer) or _is_open(one))
        and not any(word in line for word in _words_of(one.asked) for line in told)
    ]
    if rows:
        text = f"The effect on {_listed(rows)} is not known: how and by when will it be found out?"
        yield Found(place, text, tuple(rows), about="unknown")


def _is_open(one: Asked) -> bool:
    """Return whether a group's row says nothing yet; what will be done may be open by itself."""
    is_left = is_a_group(one.asked) and _OPEN.search(one.answer) is not None
    return is_left and _MARKED.search(one.answer) is None


def _unanswered(place: Place, text: str) -> Iterator[Found]:
    """Yield the questions with nothing behind them, in a form that answers others on their line.

    Who was consulted is asked by itself; "If so, how?" may rightly stand alone, and TBC is R33's.
    """
    lines = [one.strip() for one in text.split("\n") if one.strip()]
    asked = [(one, _ANSWERED_LINE.match(one)) for one in lines]
    if bare := _questions_alone(lines):
        are = "has" if len(bare) == 1 else "have"
        yield Found(place, f"{_listed(bare)} {are} no answer.", tuple(bare), about="alone")
    if sum(_FILLED_IN.match(one) is not None for one in lines) < _FEWEST_ANSWERS:
        return
    left = []
    for place_in_form, (line, found) in enumerate(asked):
        question = found["asked"] if found else ""
        if not found or _OF_CONSULTING.search(question) or _DEPENDS.match(question):
            continue
        below = lines[place_in_form + 1] if place_in_form + 1 < len(lines) else "- "
        is_blank = not found["answer"] and below.startswith(("- ", "* "))
        if is_blank and _ASKED_WHAT_IS_DONE.search(question):
            continue  # what is done about negative marks is E49's to ask
        if is_blank or (
            is_left_open(found["answer"]) and not _TBC.search(line) and found["answer"]
        ):
            left.append(question)
    if left:
        are = "has" if len(left) == 1 else "have"
        yield Found(place, f"{_listed(left)} {are} no answer.", tuple(left), about="unanswered")


def _questions_alone(lines: list[str]) -> list[str]:
    """Return the questions that stand as paragraphs with the next one below, where others do not.

    A question of a few words goes on from the one before it.
    """
    is_asked = [_PLAIN_QUESTION.fullmatch(one) is not None for one in lines]
    answered, left = 0, []
    for n, line in enumerate(lines[:-1]):
        if not is_asked[n]:
            continue
        below = lines[n + 1]
        if is_asked[n + 1] and not _DEPENDS.match(below):
            left.append(line)
        elif not (is_asked[n + 1] or below.startswith(("- ", "* "))):
            answered += 1
    is_said = any(_OF_CONSULTING.search(one) or _DEPENDS.match(one) for one in left)
    return left if left and len(left) <= answered and not is_said else []


_PLAIN_QUESTION = re.compile(r"(?![-*] )(?:\d{1,2}[.)] )?(?:[\w’',()/-]+ ){4,30}[\w’',()/-]+\?")
_ANSWERED_LINE = re.compile(
    r"[-*] (?:\d{1,2}(?:\.\d{1,2})?\\?[.)] )?(?P<asked>[^:?]{8,200}\?):? ?(?P<answer>.*)\Z"
)
_DEPENDS = re.compile(r"\W*(?:if|where|please|and)\b", re.IGNORECASE)
_TBC = re.compile(r"\bt\.?b\.?[acd]\b", re.IGNORECASE)
_FILLED_IN = re.compile(r"[-*] [^:\n]{3,200}: \S")
_FEWEST_ANSWERS = 3


def _unsigned(place: Place, asked: Sequence[Asked]) -> Iterator[Found]:
    """Yield what is blank of who made and approved an assessment, if some of it is filled in."""
    lines = [one for one in asked if _OF_SIGNING.match(one.asked)]
    blank = [one.asked for one in lines if not one.answer]
    if blank and len(blank) < len(lines):
        text = f"{_listed(blank)} {'is' if len(blank) == 1 else 'are'} blank."
        yield Found(place, text, tuple(blank), about="signed")


def _of_another(paper: Paper, place: Place, asked: Sequence[Asked]) -> Iterator[Found]:
    """Yield that an assessment names another paper than this as what it is of."""
    for question, answer in asked:
        if answer and _OF_THE_TITLE.match(question):
            if is_unlike(answer, titles(paper), paper.plan.acronyms):
                text = (
                    f"“{shortened(answer)}” is neither the report's title nor the plan's: is "
                    f"it the "
                    "assessment of this paper?"
                )
                yield Found(place, text, (answer,), about="title")
            return


def _listed(names: Iterable[str]) -> str:
    *others, last = (f"“{shortened(name)}”" for name in names)
    return f"{', '.join(others)} and {last}" if others else last


@check(
    "E54",
    "ASK",
    "What an appended assessment does about each negative impact is said, and is an action.",
    LAW,
    since=_SINCE,
)
def each_impact_is_answered(paper: Paper) -> Iterator[Found]:
    """E54: a group without its mitigation beside others with one; what is done by no action.

    Where a form asks in words who loses, a "Yes" wants more than "None" of what is done for them.

    Where nothing at all is done about the impacts, E49 says it.
    """
    actions = [one.text for one in paper.plan.actions]
    for appendix in paper.plan.appendices:
        if not is_assessment(appendix):
            continue
        rows = negative_rows(appendix)
        yield from () if rows else _lost_and_left(paper, appendix)
        yield from () if rows else _answered_by_nobody(paper, appendix)
        text = marked_text(appendix) if rows else ""
        done = done_in(text)
        place = appendix_place(paper.plan, appendix.id)
        if done and (
            left := [row for row, said in rows.items() if not _is_answered(row, said, done)]
        ):
            asked = (
                f"{_listed(left)} is marked negative, and what is done is for others: what is done?"
            )
            yield Found(place, asked, tuple(left), about="each")
        for _, what in done if actions else ():
            if not is_taken_up(what, actions):
                asked = f"“{shortened(what)}” is to be done, and is no action of the plan."
                yield Found(place, asked, (what,), about=f"action {what}")


_LOSES = re.compile(
    r"\b(?:lose|loses|losing|worse off|disadvantag\w+|negative\w*|adverse\w*|left out|harmed)\b",
    re.IGNORECASE,
)
_YES = re.compile(r"\W*(?:yes\b|some (?:people|groups)|potentially\b|possibly\b)", re.IGNORECASE)
_NOTHING_DONE = re.compile(r"\W*(?:none|nil|nothing|no|n/?a|no action)\W*", re.IGNORECASE)


def _lost_and_left(paper: Paper, appendix: Appendix) -> Iterator[Found]:
    """Yield that somebody loses by the words of an assessment, and nothing is done about it."""
    told = [question_and_answer(line) for line in answered_lines(marked_text(appendix))]
    loss = next((one for one in told if _LOSES.search(one[0]) and _YES.match(one[1])), None)
    if loss is None:
        return
    for question, answer in told:
        if _ASKED_WHAT_IS_DONE.search(question + "?") and _NOTHING_DONE.fullmatch(answer):
            asked = LEADING_NUMBER.sub("", question.strip(" *"), count=1)
            text = (
                f"“{shortened(loss[1].strip(' *'))}” is said of who loses, and “{answer.strip()}” "
                f"of “{shortened(asked)}”: what is done for them?"
            )
            yield Found(
                appendix_place(paper.plan, appendix.id), text, (*loss, answer), about="lost"
            )
            return


def _answered_by_nobody(paper: Paper, appendix: Appendix) -> Iterator[Found]:
    """Yield what is promised about the impacts of an assessment and no action of the plan does."""
    actions = [" ".join((one.text, *one.success_criteria)) for one in paper.plan.actions]
    for line in answered_lines(marked_text(appendix)) if actions else ():
        question, answer = question_and_answer(line)
        said = promises_of(answer) if _ASKED_WHAT_IS_DONE.search(question + "?") else ()
        for one in said:
            if not is_carried_out(one, actions):
                asked = f"“{shortened(one.text)}” is to be done, and is no action of the plan."
                place = appendix_place(paper.plan, appendix.id)
                yield Found(place, asked, (one.text,), about=f"action {one.text}")


def _is_answered(row: str, said: str, done: Sequence[tuple[str, str]]) -> bool:
    """Return whether something is done for the people of a row, in it or in a row of its own."""
    if _ASKED_WHAT_IS_DONE.search(said):
        return True
    words = _words_of(row)
    told = [f"{people} {what}".casefold() for people, what in done]
    return any(_OF_EVERYBODY.search(one) or any(word in one for word in words) for one in told)


@remembered
def _words_of(row: str) -> frozenset[str]:
    """Return the beginnings of words by which a group of people is known."""
    lowered = row.casefold()
    words = {word[:5] for word in re.findall(r"[a-z]{4,}", lowered)}
    for names in _SHARED.values():
        if any(name in lowered for name in names):
            words.update(names)
    return frozenset(words)


APPENDED_ANSWER_CHECKS: tuple[Check, ...] = (questions_are_answered, each_impact_is_answered)
