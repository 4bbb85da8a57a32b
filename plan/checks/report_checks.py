"""The checks of the committee report: R1 to R5, R8 to R10, R13 and R14.

R6 is the form's E34 and R7 its E3, since one fact should give one finding. R11 and R12 compare the
report with the plan (`plan.checks.agreement_checks`).
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from plan.checks.check import Check, Found, check
from plan.checks.paper import Paper
from plan.checks.report_text import cited_appendices, cites_the_one, report_words, words_in
from plan.model.rows import Appendix
from plan.papers.places import appendix_place, passage_place, report_place, section_place
from plan.papers.report_rows import has_words
from plan.reading.dates import date_in_words, read_date
from plan.reading.references import number_problem

_CLEAR_DAYS = 3
"""Full days that a paper must be open between being sent out and the meeting."""
_SATURDAY = 5
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)
_PRACTICE = "Council practice"
_FORMAT = "The council's report format"
_ACT = "Local Government (Scotland) Act 1973"
_DECIDES = re.compile(
    r"(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s*)?(?:to\s+)?"
    r"(?:(?:otherwise|also|further|formally|jointly|thereafter)\s+)?"
    r"(?:agrees?|approves?|adopts?|authori[sz]es?|instructs?|remits?|notes?|endorses?|considers?|"
    r"delegates?|requests?|homologates?|accepts?|welcomes?|supports?|refers?|recommends?|directs?|"
    r"determines?|confirms?|grants?|acknowledges?|scrutini[sz]es?|receives?|continues?|"
    r"thanks?|invites?|appoints?|nominates?|establish(?:es)?|asks?|seeks?|comments?|offers?|"
    r"provides?|reviews?|discuss(?:es)?|ratif(?:y|ies)|releases?|commends?|congratulates?|"
    r"reaffirms?|calls?|meets?|hears?|visits?|holds?|sets?|closes?|retains?|transfers?|awards?|"
    r"allocates?|amends?|defers?|designates?|extends?|implements?|introduces?|makes?|permits?|"
    r"publish(?:es)?|rejects?|requires?|resolves?|rescinds?|shares?|submits?|upholds?|waives?|"
    r"withdraws?|writes?)\b",
    re.IGNORECASE,
)
_SOURCE_NAMED = re.compile(r"\b(?:Report\s+no\.?|Dartington|survey|research)\b", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:will be|(?:is|are) to be|planned|proposed)\b", re.IGNORECASE)
"""A document that has yet to be written cannot have been relied on."""
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z“(])")
_SPACE = re.compile(r"[\s-]+")
_NONE = re.compile(r"\W*(?:none|no background papers?.*)\W*", re.IGNORECASE)
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")


@check("R1", "FIX", "Every section of the report says something.", _FORMAT)
def sections_say_something(paper: Paper) -> Iterator[Found]:
    """R1: the format supplies the headings, so we check for text below each one.

    R5 covers the recommendations.
    """
    if not paper.has_report:
        return
    for section in paper.council.report.sections:
        in_tables = any(has_words(paper.plan, table) for table in section.tables)
        says_something = in_tables or section.consulted or words_in(paper, section.id)
        if section.kind != "recommendations" and not says_something:
            yield Found(section_place(section.id), f"“{section.heading}” says nothing yet.")


@check("R2", "FIX", "The meeting has a date that the calendar knows.", _FORMAT)
def meeting_has_a_date(paper: Paper) -> Iterator[Found]:
    """R2: the meeting's date exists, falls on the weekday named, and is not at a weekend."""
    typed = paper.plan.report.meeting_date
    if not paper.has_report:
        return
    place = report_place("meeting_date")
    if not typed.strip():
        yield Found(place, "The date of the meeting is missing.")
    elif paper.meeting is None:
        yield Found(place, f"“{typed}” is no day that the calendar has.", (typed,))
    elif (named := _day_named_in(typed)) and named != _DAYS[paper.meeting.weekday()]:
        yield Found(place, f"{date_in_words(paper.meeting)} is not a {named}.", (typed,))
    elif paper.meeting.weekday() >= _SATURDAY:
        text = f"{date_in_words(paper.meeting)} is at the weekend: is that when they meet?"
        yield Found(place, text, (typed,), "ASK")


def _day_named_in(typed: str) -> str:
    found = _WEEKDAY.search(typed)
    return next((day for day in _DAYS if found and day.startswith(found[0].title())), "")


@check("R3", "FIX", "The report has its number, of the year of the meeting.", _PRACTICE)
def number_fits(paper: Paper) -> Iterator[Found]:
    """R3: the number is assigned late, but must be there before the paper goes out."""
    number = paper.plan.report.number
    if not paper.has_report:
        return
    place = report_place("number")
    if not number.strip():
        yield Found(place, "The report has no number yet: it is needed before the paper goes out.")
    elif problem := number_problem(number, paper.council.report):
        yield Found(place, f"{problem}.", (number,))
    elif (year := _YEAR.search(number)) and paper.meeting and int(year[1]) != paper.meeting.year:
        text = f"The number is of {year[1]}, the meeting of {paper.meeting.year}."
        yield Found(place, text, (number,), "ASK")


@check(
    "R4", "FIX", "Every appendix that is cited is there, holds something and is cited.", _PRACTICE
)
def appendices_are_there(paper: Paper) -> Iterator[Found]:
    """R4: the report and its list of appendices name the same ones, and none is empty."""
    label = paper.council.plan.appendix_label.format(number="").strip(" .:") or "Appendix"
    there = set(range(1, max(len(paper.plan.appendices), paper.plan.plan_appendix_number) + 1))
    cited: set[int] = set()
    for words in report_words(paper):
        for number in sorted(cited_appendices(words.text, label) - cited):
            cited.add(number)
            if number not in there:
                place = passage_place(paper.plan, words.passage)
                text = f"{label} {number} is cited, and this paper has none."
                yield Found(place, text, about=str(number))
    if len(paper.plan.appendices) == 1 and cites_the_one(report_words(paper), label):
        cited.add(1)
    for number, appendix in enumerate(paper.plan.appendices, 1):
        place = appendix_place(paper.plan, appendix.id)
        if _is_empty(appendix):
            yield Found(place, f"{label} {number} is listed and holds nothing yet.", about="empty")
        if number not in cited:
            yield Found(place, f"{label} {number} is nowhere cited in the report.", (), "ASK")


def _is_empty(appendix: Appendix) -> bool:
    if appendix.kind == "text":
        return not appendix.text.strip()
    return appendix.kind == "file" and not appendix.file.strip()


@check("R5", "FIX", "The committee is asked for decisions, each with its verb.", _PRACTICE)
def decisions_are_asked_for(paper: Paper) -> Iterator[Found]:
    """R5: at least one recommendation, each starting with what the committee should do."""
    if not paper.has_report:
        return
    for section in paper.council.report.sections:
        if section.kind != "recommendations":
            continue
        said = words_in(paper, section.id)
        asked = [words for words in said if words.passage.kind == "recommendation"]
        if not asked:
            yield Found(section_place(section.id), "The committee is asked for no decision.")
        for words in asked:
            if not _DECIDES.match(words.text.lstrip("“\"'(")):
                text = (
                    "This recommendation does not begin with what the committee is to do: "
                    "approve, instruct, remit, note …"
                )
                yield Found(passage_place(paper.plan, words.passage), text, (words.text,), "ASK")


@check("R8", "FIX", "Each topic of screening is named.", _FORMAT)
def topics_are_screened(paper: Paper) -> Iterator[Found]:
    """R8: the section that lists what a report is screened for names every topic."""
    for section in paper.council.report.sections:
        said = [text for words in words_in(paper, section.id) for text in words.paragraphs]
        missing = [topic for topic in section.topics if not _is_named(topic, said)]
        if said and missing:
            text = f"It is not said what the screening found of {', '.join(missing)}."
            yield Found(section_place(section.id), text, tuple(missing))


def _is_named(topic: str, said: Iterable[str]) -> bool:
    """Return whether a topic is named; mentioning the Rural Fund does not name Rural."""
    words = _SPACE.split(topic)
    of_one_word = "" if len(words) > 1 else r"\b(?!\s+[A-Z])"
    named = re.compile(rf"\b(?i:{_SPACE.pattern.join(map(re.escape, words))}){of_one_word}")
    return any(map(named.search, said))


@check("R10", "ASK", "The background papers are listed.", f"{_ACT}, s.50D")
def background_is_listed(paper: Paper) -> Iterator[Found]:
    """R10: “None”, although the text relies on a report, a survey or research.

    Published works need not be listed, so this only asks.
    """
    background = paper.council.report.sections[-1]
    said = words_in(paper, background.id)
    if not said or not all(_NONE.fullmatch(words.text) for words in said):
        return
    named = [
        match[0]
        for words in report_words(paper)
        for sentence in _SENTENCE.split(words.text)
        for match in _SOURCE_NAMED.finditer(sentence)
        if match[0][:6].casefold() == "report" or not _TO_COME.search(sentence)
    ]
    if named:
        text = (
            "No background paper is listed, but the report goes back to an earlier report, a "
            "survey or research: was none of them relied on to a material extent?"
        )
        yield Found(section_place(background.id), text, tuple(dict.fromkeys(named)))


@check("R13", "FIX", "The report is signed no later than the meeting.", _PRACTICE)
def signed_in_time(paper: Paper) -> Iterator[Found]:
    """R13: the month of the signature is not after the meeting."""
    signed = read_date(paper.plan.report.signed_on)
    if signed is not None and paper.meeting is not None and signed.first > paper.meeting:
        text = "The report is signed after the meeting."
        yield Found(report_place("signed_on"), text, (paper.plan.report.signed_on,))


@check(
    "R14",
    "INFO",
    "The paper lies open for three clear days before the meeting.",
    f"{_ACT}, s.50B",
)
def open_in_time(paper: Paper) -> Iterator[Found]:
    """R14: until the meeting, the last day on which the paper can be sent out."""
    if paper.meeting is None or paper.today > paper.meeting:
        return
    last = last_day(paper.meeting)
    place = report_place("meeting_date")
    if paper.today > last:
        text = (
            f"The paper was to be open by {date_in_words(last)}: three clear days before the "
            "meeting have begun."
        )
        yield Found(place, text, (str(last),), "ASK")
    else:
        yield Found(place, f"It is to be sent out by {date_in_words(last)}.", (str(last),))


def last_day(meeting: date) -> date:
    """Return the last day a paper can be sent out: clear days exclude both ends."""
    return meeting - timedelta(days=_CLEAR_DAYS + 1)


REPORT_CHECKS: tuple[Check, ...] = (
    sections_say_something,
    meeting_has_a_date,
    number_fits,
    appendices_are_there,
    decisions_are_asked_for,
    topics_are_screened,
    background_is_listed,
    signed_in_time,
    open_in_time,
)
