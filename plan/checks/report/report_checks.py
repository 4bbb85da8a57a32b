"""The checks of the committee report: R1 to R5, R8 to R10, R13 and R14.

R6 is the form's E34 and R7 its E3, since one fact should give one finding. R11 and R12 compare the
report with the plan (`agreement_checks`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from plan.checks.check import Check, Found, check
from plan.checks.facts.half_read import may_be_unread
from plan.checks.facts.report_text import (
    appendices_cited,
    cited_otherwise,
    cites_the_one,
    exempt_appendices,
    is_introduction,
    place_of_words,
    prose_words,
    report_words,
    words_in,
)
from plan.checks.facts.subjects import is_to_decide
from plan.checks.form.form_checks import is_an_assessment, is_said_to_be_attached
from plan.checks.paper import Paper
from plan.council.clear_days import last_day
from plan.model.finding import Severity
from plan.model.rows import Appendix
from plan.papers.places import appendix_place, passage_place, report_place, section_place
from plan.papers.report_rows import has_words
from plan.papers.report_sections import own_sections
from plan.reading.atoms import word_set
from plan.reading.dates import WEEKDAYS, date_in_words, read_date
from plan.reading.references import number_problem
from plan.text.sentences import sentences_in

_SATURDAY = 5
_WEEKDAY = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)
_PRACTICE = "Council practice"
_FORMAT = "The council's report format"
_ACT = "Local Government (Scotland) Act 1973"
_VERBS = word_set(
    "accept acknowledge act adjourn adopt advise affirm agree allocate alter amend applaud "
    "apply appoint approve ask assign audit authorise authorize award back begin call change "
    "clarify close co-opt collaborate comment commend commit comply conclude condemn confer "
    "confirm congratulate consider consult continue convene create decide declare decline "
    "defer delegate deliver designate determine develop direct discuss dismiss dispose draft "
    "elect empower enable encourage endorse engage ensure enter establish examine explore "
    "extend facilitate finalise finalize follow forward fund give grant hear hold homologate "
    "host identify implement increase inform initiate instruct introduce invest investigate "
    "invite issue join keep lease lift maintain make manage mandate meet monitor name "
    "negotiate nominate note offer oppose oversee participate pay permit pledge postpone "
    "prepare present prioritise prioritize proceed progress promote protect provide publish "
    "purchase pursue ratify re-appoint reaffirm reappoint receive recognise recognize "
    "recommend reconsider reduce refer refuse regret regulate reinstate reject release "
    "relocate rely remit remove renew reopen replace represent request require rescind "
    "reserve resolve restate restore retain retender review revoke sanction scrutinise "
    "scrutinize seek sell send set share sign speak sponsor start stop strengthen submit "
    "subscribe support survey suspend take task tender terminate thank that transfer "
    "undertake update uphold urge use vary visit vote waive welcome withdraw work write"
)
"""What a committee may be asked to do; "that the plan be approved" says it too."""
_DECIDES = re.compile(
    r"(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s*)?(?:\w+ [–—-] )?"
    r"(?:(?:the )?(?:(?:sub-?)?committee|members|council|board|cabinet|panel|executive)\s+)?"
    r"(?:to\s+)?(?:(?:otherwise|also|"
    r"further|"
    r"formally|jointly|thereafter)\s+)?(?P<verb>[a-z]+(?:-[a-z]+)?)\b",
    re.IGNORECASE,
)
_SOURCE_NAMED = re.compile(
    r"\b(?:Report\s+no\.?(?=[\s:]*[A-Z/&-]{0,12}[\s/-]?\d)|(?:Dartington|survey|research)\b)",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\b(?:[A-Z][a-z]+ ){1,4}(?:Appraisal|Review|Study|Survey|Evaluation) (?:of|,|\() ?(?:19|"
    r"20)\d\d\b"
    r"[^.;]{0,10} by [A-Z]|\b(?:[A-Z][a-z]+ ){1,4}(?:Appraisal|Study) (?:of|,|\() ?(?:19|20)\d\d\b"
)
"""A document by its name, its year and who made it: "the Network Appraisal of 2025 by "
"Northmast"."""
_TO_COME = re.compile(
    r"\b(?:will|shall|would|(?:is|are) (?:to|going to)|to be|planned|proposed|intends?|plans to|"
    r"carr(?:y|ies) out|(?:each|every) (?:year|month|term|quarter|week))\b",
    re.IGNORECASE,
)
"""A document that has yet to be written cannot have been relied on."""
_NUMBER_OF_ANOTHER = re.compile(r"(?=.*\d)[A-Z]{2,}[A-Z0-9 ./_-]*")
_LETTER = re.compile(r"[A-Za-z]")
_COST = re.compile(
    r"£|\b(?:financ\w+|costs?|budgets?|fund(?:s|ed|ing)?|resources?|money|grants?|price[sd]?)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:is|are) (?:therefore )?(?:asked|invited|requested|recommended) (?:to|that)\b|"
    r"\A\W*(?:the )?(?:board|committee|elected|ijb) members (?:approve|agree|note|endorse|"
    r"consider)|"
    r"\A\W*(?:reiterate|appreciate|have regard)\b|"
    r"\brecommended that\b|\brecommendations? (?:is|are|that)\b",
    re.IGNORECASE,
)
_OF_NO_WEIGHT = re.compile(
    r"\b(?:think about|give (?:some )?thought to)\b(?!.*\b(?:at some|soon|later|future|"
    r"in due course|when|where|if)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""Words that decide nothing; whether it is said by when is another rule's."""
_SCREENS = re.compile(
    r"\b(?:pre-?iia\b|iia\b|integrated impact|fairer scotland|socio-?\s?economic|"
    r"data protection|children['’]?s rights|human rights|uncrc\b|crwia\b|consumers?\b|"
    r"climate|islands?\b|health inequalit\w+|health and (?:safety|wellbeing)\b|"
    r"equality (?:and|&) diversity|fairness (?:and|&) poverty|corporate risk\b|"
    r"biodiversity|gaelic\b|carers?\b|privacy\b|poverty and inequality\b)",
    re.IGNORECASE,
)
"""What other councils screen a report for, and with what."""
_NO_DAY = "is no day that the calendar has."
_DENIED = re.compile(r":\W*(?:no|none|not exempt)\W*\Z", re.IGNORECASE)
_SPACE = re.compile(r"[\s-]+")
_NONE = re.compile(r"\W*(?:none|no background papers?.*)\W*", re.IGNORECASE)
_NAMES_NONE = re.compile(
    r"\W*(?:the |all )?(?:various|usual|several|relevant|departmental|previous|correspondence|"
    r"files|"
    r"papers held|documents held)\b(?:(?!\d)[^.;:“\n]){0,80}\b(?:papers|documents|reports|files|"
    r"correspondence|sources|material)\b(?:(?!\d)[^.;:“\n]){0,60}\W*",
    re.IGNORECASE,
)
"""What says that there are background papers, and names none."""
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")


@check("R1", "FIX", "Every section of the report says something.", _FORMAT)
def sections_say_something(paper: Paper) -> Iterator[Found]:
    """R1: the format supplies the headings, so we check for text below each one.

    R5 covers the recommendations. A report in another council's layout is held to none of these
    sections, only to what any report has: a word of what the decision costs.
    """
    if not paper.has_report:
        return
    if is_in_own_layout(paper):
        yield from _says_what_it_costs(paper)
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
        if not may_be_unread(paper.plan, "meeting_date"):  # else R59 asks about it
            yield Found(place, "The date of the meeting is missing.")
    elif paper.meeting is None:
        is_of_calendar = read_date(typed) is not None
        said = "names no one day: on which do they meet?" if is_of_calendar else _NO_DAY
        yield Found(place, f"“{typed}” {said}", (typed,))
    elif (named := _day_named_in(typed)) and named != WEEKDAYS[paper.meeting.weekday()]:
        yield Found(place, f"{date_in_words(paper.meeting)} is not a {named}.", (typed,))
    elif paper.meeting.weekday() >= _SATURDAY:
        text = f"{date_in_words(paper.meeting)} is at the weekend: is that when they meet?"
        yield Found(place, text, (typed,), "ASK")


def is_in_own_layout(paper: Paper) -> bool:
    """Return whether the report is of a council whose format is not known.

    It has sections that the format has not, with text, or a number with a code of letters where the
    format's numbers have figures only.
    """
    if any(paper.plan.passages_of(one.id) for one in own_sections(paper.plan.report)):
        return True
    example, number = paper.council.report.number_example, paper.plan.report.number.strip()
    is_of_figures = bool(example) and not _LETTER.search(example)
    return is_of_figures and bool(_NUMBER_OF_ANOTHER.fullmatch(number))


def _says_what_it_costs(paper: Paper) -> Iterator[Found]:
    headings = (
        one.heading
        for one in own_sections(paper.plan.report)
        if paper.plan.passages_of(one.id) and one.heading
    )
    ids = [one.id for one in paper.council.report.sections if _COST.search(one.heading)]
    if not is_to_decide(paper) or any(words_in(paper, one) for one in ids):
        return
    said = (*headings, *(words.text for words in report_words(paper)))
    if not any(map(_COST.search, said)):
        place = section_place(next(iter(ids), paper.council.report.sections[0].id))
        yield Found(place, "The report does not say what the decision costs.", (), "ASK")


def _day_named_in(typed: str) -> str:
    found = _WEEKDAY.search(typed)
    return next((day for day in WEEKDAYS if found and day.startswith(found[0].title())), "")


@check("R3", "FIX", "The report has its number, of the year of the meeting.", _PRACTICE)
def number_fits(paper: Paper) -> Iterator[Found]:
    """R3: the number is assigned late, but must be there before the paper goes out."""
    number = paper.plan.report.number
    if not paper.has_report:
        return
    place = report_place("number")
    if not number.strip() and may_be_unread(paper.plan, "number"):
        return  # R59 asks about it
    if not number.strip():
        text = "The report has no number yet: it is needed before the paper goes out."
        yield Found(place, text, (), "INFO" if is_in_own_layout(paper) else None)
    elif not is_in_own_layout(paper) and (problem := number_problem(number, paper.council.report)):
        yield Found(place, f"{problem}.", (number,))
    elif (year := _YEAR.search(number)) and paper.meeting and int(year[1]) != paper.meeting.year:
        text = f"The number is of {year[1]}, the meeting of {paper.meeting.year}."
        yield Found(place, text, (number,), "ASK")


@check(
    "R4", "FIX", "Every appendix that is cited is there, holds something and is cited.", _PRACTICE
)
def appendices_are_there(paper: Paper) -> Iterator[Found]:
    """R4: the report and its list of appendices name the same ones, and none is empty.

    An assessment on a form has no number of its own. Of one that is missing, E34 speaks. One that
    is exempt goes to members alone.
    """
    label = paper.council.plan.appendix_label.format(number="").strip(" .:") or "Appendix"
    there = set(range(1, max(len(paper.plan.appendices), paper.plan.plan_appendix_number) + 1))
    found = appendices_cited(report_words(paper), label)
    exempt = exempt_appendices(report_words(paper), label) if found.keys() - there else {}
    for number, (words, typed) in found.items():
        is_form = is_an_assessment(paper, words.text, number, label)
        if number not in there and number not in exempt and not is_form:
            place = passage_place(paper.plan, words.passage)
            text = f"{label} {typed} is cited, and this paper has none."
            yield Found(place, text, about=typed)
    yield from _cited_in_introduction(paper, there | found.keys(), label)
    yield from _exempt_and_not(paper, label)
    cited = set(found)
    if len(paper.plan.appendices) == 1 and cites_the_one(report_words(paper), label):
        cited.add(1)
    if not found:
        cited |= cited_otherwise(report_words(paper), paper.plan.appendices)
    for number, appendix in enumerate(paper.plan.appendices, 1):
        place = appendix_place(paper.plan, appendix.id)
        if _is_empty(appendix):
            yield Found(place, f"{label} {number} is listed and holds nothing yet.", about="empty")
        if number not in cited and not is_said_to_be_attached(paper, number):
            yield Found(place, f"{label} {number} is nowhere cited in the report.", (), "ASK")


def _exempt_and_not(paper: Paper, label: str) -> Iterator[Found]:
    """Yield where the header of the Word file said "Exempt: No", and an appendix is exempt."""
    said = paper.plan.unread.get("access", ()) if paper.plan.reason_rows else ()
    denied = next((one for one in said if _DENIED.search(one)), "")
    exempt = exempt_appendices(report_words(paper), label) if denied else {}
    for number, (words, typed) in exempt.items():
        text = (
            f"“{denied}” stands in the header, and {label} {typed} is said to be exempt: which is "
            "right?"
        )
        place = passage_place(paper.plan, words.passage)
        yield Found(place, text, (denied, str(number)), "ASK", about="exempt")
        return


def _cited_in_introduction(paper: Paper, known: set[int], label: str) -> Iterator[Found]:
    """Yield the appendices that only the plan's introduction cites, and that are not there.

    One that the introduction or the closing words begin with, "Appendix B: the measures", is there.
    """
    said = [one for one in prose_words(paper) if is_introduction(paper, one)]
    around = f"{paper.plan.cover.introduction}\n{paper.plan.cover.closing}"
    exempt = exempt_appendices(said, label)
    for number, (words, typed) in appendices_cited(said, label).items():
        begins = re.compile(rf"^\W*{re.escape(label)} {typed}\b", re.IGNORECASE | re.MULTILINE)
        if number not in known and number not in exempt and not begins.search(around):
            text = f"{label} {typed} is cited in the introduction, and this paper has none."
            yield Found(place_of_words(paper, words), text, (), "ASK", about=typed)


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
        if not asked and not (is_in_own_layout(paper) and _is_asked_elsewhere(paper)):
            yield Found(section_place(section.id), "The committee is asked for no decision.")
        for words in asked:
            if found := _OF_NO_WEIGHT.search(words.text):
                text = f"“{found[0]}”: what does the committee decide here?"
                yield Found(passage_place(paper.plan, words.passage), text, (words.text,), "ASK")
                continue
            is_put_whole = is_in_own_layout(paper) and _ASKS.search(words.text)
            if not (is_put_whole or is_decision(words.text)):
                text = (
                    "This recommendation does not begin with what the committee is to do: "
                    "approve, instruct, remit, note …"
                )
                yield Found(passage_place(paper.plan, words.passage), text, (words.text,), "ASK")


def _is_asked_elsewhere(paper: Paper) -> bool:
    return any(_ASKS.search(words.text) for words in report_words(paper))


def is_decision(text: str) -> bool:
    """Return whether a recommendation begins with what the committee is to do."""
    found = _DECIDES.match(text.lstrip("“\"'("))
    verb = found["verb"].lower() if found else ""
    forms = {verb, verb.removesuffix("s"), verb.removesuffix("es")}
    forms.add(verb.removesuffix("ies") + "y" if verb.endswith("ies") else verb)
    return not forms.isdisjoint(_VERBS)


@check("R8", "FIX", "Each topic of screening is named.", _FORMAT)
def topics_are_screened(paper: Paper) -> Iterator[Found]:
    """R8: the section that lists what a report is screened for names every topic.

    A report that is screened with other tools or for other topics is not held to these.
    """
    if is_in_own_layout(paper):
        return
    for section in paper.council.report.sections:
        said = [text for words in words_in(paper, section.id) for text in words.paragraphs]
        missing = [topic for topic in section.topics if not _is_named(topic, said)]
        if said and missing and not _is_of_its_own(said, section.topics, missing):
            text = f"It is not said what the screening found of {', '.join(missing)}."
            yield Found(section_place(section.id), text, tuple(missing))


def _is_of_its_own(said: Iterable[str], topics: Iterable[str], missing: Sequence[str]) -> bool:
    """Return whether a screening is by a list of its own, which has more than one topic less."""
    known = " ".join(topics).casefold()
    named = (found[0].casefold() for text in said for found in _SCREENS.finditer(text))
    return len(missing) > 1 and any(one not in known for one in named)


def _is_named(topic: str, said: Iterable[str]) -> bool:
    """Return whether a topic is named; mentioning the Rural Fund does not name Rural."""
    words = _SPACE.split(topic)
    of_one_word = "" if len(words) > 1 else r"\b(?!\s+[A-Z])"
    named = re.compile(rf"\b(?i:{_SPACE.pattern.join(map(re.escape, words))}){of_one_word}")
    return any(map(named.search, said))


@check("R10", "ASK", "The background papers are listed.", f"{_ACT}, s.50D")
def background_is_listed(paper: Paper) -> Iterator[Found]:
    """R10: “None”, although the text relies on a report, a survey or research.

    Published works need not be listed: a report of the council's own is asked about, the rest told.
    """
    background = paper.council.report.sections[-1]
    said = words_in(paper, background.id)
    if vague := next((one for one in said if _NAMES_NONE.fullmatch(one.text)), None):
        text = f"“{vague.text.strip(' .')}” does not say which papers those are."
        yield Found(passage_place(paper.plan, vague.passage), text, (vague.text,), about="which")
        return
    if not said or not all(_NONE.fullmatch(words.text) for words in said):
        return
    named = [
        match[0]
        for words in report_words(paper)
        for sentence in sentences_in(words.text)
        for match in _SOURCE_NAMED.finditer(sentence)
        if match[0][:6].casefold() == "report" or not _TO_COME.search(sentence)
    ]
    if named:
        text = (
            "No background paper is listed, but the report goes back to an earlier report, a "
            "survey or research: was none of them relied on to a material extent?"
        )
        is_of_the_council = any(one[:6].casefold() == "report" for one in named)
        is_named = any(_DOCUMENT.search(words.text) for words in report_words(paper))
        severity: Severity = "ASK" if is_of_the_council or is_named else "INFO"
        yield Found(section_place(background.id), text, tuple(dict.fromkeys(named)), severity)


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
    f"{_ACT}, s.50B and Schedule 7, paragraph 2",
)
def open_in_time(paper: Paper) -> Iterator[Found]:
    """R14: until the meeting, the last day on which the paper can be sent out.

    Whether weekends and holidays count is the council's setting. Until it is made, both counts are
    said; where they decide, as the paper is signed or today is between the two, it is asked.
    """
    if paper.meeting is None or paper.today > paper.meeting:
        return
    place = report_place("meeting_date")
    counts = paper.clear_days
    last = last_day(paper.meeting, counts or "every-day")
    earlier = last if counts else last_day(paper.meeting, "working-days")
    if paper.today > last:
        text = (
            f"The paper was to be open by {date_in_words(last)}: three clear days before the "
            "meeting have begun."
        )
        yield Found(place, text, (str(last),), "ASK")
    elif earlier != last:
        text = (
            f"The paper is to be sent out by {date_in_words(last)} if every day counts as a clear "
            f"day, by {date_in_words(earlier)} if weekends and public holidays do not: which does "
            "the council count? Say it once, in the setting “Clear days” (clear_days)."
        )
        signed = read_date(paper.plan.report.signed_on)
        days = (paper.today, *([signed.last] if signed and signed.is_day else []))
        decides = any(earlier < day <= last for day in days)
        yield Found(place, text, (str(last), str(earlier)), "ASK" if decides else "INFO")
    else:
        yield Found(place, f"The paper is to be sent out by {date_in_words(last)}.", (str(last),))


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
