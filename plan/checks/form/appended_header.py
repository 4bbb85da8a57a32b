"""What an appended assessment says of its paper: which committee, which meeting, which number.

It is held against the report's own header. A body that looked at it before, and a day of anything
else, says nothing of the paper.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plan.checks.check import Found
from plan.checks.facts.form_facts import date_in, differs, last_date_in
from plan.checks.paper import Paper
from plan.model.finding import Place
from plan.reading.dates import date_in_words, span_in_words
from plan.text.line_breaks import shortened


class Asked(NamedTuple):
    """A line of an assessment: what it asks, and what is answered; empty where nothing is."""

    asked: str
    answer: str


_OF_THE_MEETING = re.compile(
    r"\W*(?:(?:name of )?(?:the )?committee(?: \([^)]*\))?(?: and (?:the )?(?:date|meeting)(?: "
    r"of (?:the )?(?:meeting|committee))?| date| meeting| name)*|"
    r"(?:date of )?(?:the )?(?:committee |board )?(?:meeting|decision)(?: date)?|(?:which|"
    r"what) (?:committee|board|body) (?:will |is to )?"
    r"(?:decides?|approves?)(?: (?:it|this|on it))?|decision[- ]?mak(?:er|ing)(?: body)?|date of "
    r"(?:the )?(?:committee|board)|(?:report )?(?:going|goes|submitted|presented) to|"
    r"to be decided by|decided by)\W*",
    re.IGNORECASE,
)
_OF_THE_NUMBER = re.compile(
    r"\W*(?:committee )?report (?:no\.?|number|reference|ref\.?)\W*", re.IGNORECASE
)
_OF_A_REVIEW = re.compile(
    r"\W*(?:(?:date of )?(?:the )?next review(?: date)?|review date|to be reviewed(?: on| by)?)\W*",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?P<name>(?:[A-Z][\w’']{1,30}(?:,? (?:and|&|for|of) |, | )){1,8})(?P<kind>Committee|Board|"
    r"Panel|Cabinet|Executive)\b"
)
_OF_ANY = frozenset(("the", "and", "for", "commit", "board", "panel", "cabine", "counci", "this"))
_OF_OTHERS = re.compile(
    r"\b(?:[A-Z]MT|team|group|forum|workshop|officers|partners)\b", re.IGNORECASE
)
"""Who looks at an assessment before the committee does."""
_OF_THE_DIRECTOR = re.compile(
    r"\W*(?:name of )?(?:the )?(?:responsible |accountable |lead )?(?:director|head of service|"
    r"chief officer)\W*",
    re.IGNORECASE,
)
_A_POST = re.compile(
    r"(?:(?:Executive|Corporate|Depute|Strategic|Service) )?(?:Director|Head|Chief Officer)(?: "
    r"of|,| for)(?: the)? (?P<what>[A-Z][^.;\n]{2,60})"
)


def of_another_meeting(paper: Paper, place: Place, asked: Sequence[Asked]) -> Iterator[Found]:
    """Yield where an assessment names another committee, meeting or report than the paper is of."""
    for question, answer in asked:
        if not answer:
            continue
        if _OF_THE_NUMBER.fullmatch(question) and any(map(str.isdigit, answer)):
            number = paper.plan.report.number
            if differs(answer, number):
                text = f"“{shortened(answer)}” is the report's number here, and {number} in its "
                "header."
                yield Found(place, f"{text} Which is right?", (answer, number), about="number")
        elif _OF_THE_DIRECTOR.fullmatch(question):
            yield from _of_another_post(paper, place, answer)
        elif _OF_A_REVIEW.fullmatch(question):
            yield from _reviewed_before(paper, place, answer)
        elif _OF_THE_MEETING.fullmatch(question) and not _OF_OTHERS.search(answer):
            yield from _of_another_body(paper, place, answer)
            yield from _on_another_day(paper, place, question, answer)


def _reviewed_before(paper: Paper, place: Place, answer: str) -> Iterator[Found]:
    when, meeting = last_date_in(answer), paper.meeting
    if when is not None and meeting is not None and when.last < meeting:
        text = (
            f"The next review, {span_in_words(when)}, comes before the meeting of "
            f"{date_in_words(meeting)}: which day is meant?"
        )
        yield Found(place, text, (answer, str(meeting)), about="review")


def _of_another_body(paper: Paper, place: Place, answer: str) -> Iterator[Found]:
    """Yield the body that an assessment names, if it shares no word with the report's committee."""
    committee = paper.plan.report.committee
    named = [found[0] for found in _BODY.finditer(answer)]
    own = _words_of(committee)
    if len(named) == 1 and own and _words_of(named[0]) and not own & _words_of(named[0]):
        text = (
            f"“{named[0]}” is named here as who decides, and the report goes to “"
            f"{shortened(committee)}”: which is right?"
        )
        yield Found(place, text, (named[0], committee), about="committee")


def _words_of(name: str) -> frozenset[str]:
    words = re.findall(r"[a-z]{3,}", name.casefold())
    found = frozenset(word[:6] for word in words) - _OF_ANY
    return found - {"servic"} or found


def _on_another_day(paper: Paper, place: Place, question: str, answer: str) -> Iterator[Found]:
    when, meeting = last_date_in(answer), paper.meeting
    if when is None or meeting is None:
        return
    if any(one.first <= meeting <= one.last for one in (when, date_in(answer) or when)):
        return
    text = (
        f"“{shortened(question)}” is answered “{shortened(answer)}”, and the report is for the "
        f"meeting "
        f"of {date_in_words(meeting)}: which is right?"
    )
    yield Found(place, text, (answer, str(meeting)), about="meeting")


def _of_another_post(paper: Paper, place: Place, answer: str) -> Iterator[Found]:
    """Yield the head of another service than the one who reports, and signs, by their posts."""
    report = paper.plan.report
    here = _A_POST.match(answer.strip())
    posts = [found for one in (report.by, report.signatory_post) if (found := _A_POST.match(one))]
    if here is None or not posts:
        return
    own = frozenset[str]().union(*(_words_of(one["what"]) for one in posts))
    if _words_of(here["what"]) and own and not own & _words_of(here["what"]):
        text = (
            f"“{here[0].strip()}” answers for it here, and the report is by "
            f"“{posts[0][0].strip()}”: "
            "which is right?"
        )
        yield Found(place, text, (here[0], posts[0][0]), about="post")
