"""Holds what a paper tells of events against itself, for R44.

One event has one time and an order that can be, who comes back does so once, and who asked for a
report every six months has it then.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from plan.checks.facts.events_read import DATED_EVENT, RECURS_BY_NAME, Event, events_in
from plan.checks.facts.report_text import Words, place_of_words, prose_words, sentences_of
from plan.checks.facts.spoken_of import stems_of
from plan.checks.paper import Paper, once_for_each_paper
from plan.model.finding import Place
from plan.model.rows import Action, ProgressNote
from plan.papers.markdown import plain_of
from plan.papers.places import action_place, assessment_place
from plan.reading.dates import A_FULL_DATE, read_date, span_in_words
from plan.reading.number_words import number_of
from plan.reading.reasons import says_cause
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered_by_row
from plan.text.sentences import sentences_in
from plan.text.signs import Signs

_MOST_ALIKE = 40
"""Of a thing of which so much is told there are several, and nothing is compared any more."""
_MOST_MONTHS, _SLIP = 14, 2
"""Further apart, two times of one event may be those of two years, or of the next survey."""
_NEAR, _LONG_BEFORE = 300, 400
"""Letters before "their letter" in which inspectors are named, and days of another inspection."""
_A_DATE = late_pattern(rf"\b(?:{A_FULL_DATE})\b")
_TEXTS = frozenset(("report", "letter", "findin"))


class Told(NamedTuple):
    """An event, where it is told, and the text in which its sentence stands."""

    place: Place
    event: Event
    text: str


@once_for_each_paper
def _told(paper: Paper) -> tuple[Told, ...]:
    """Return every event that the report, the actions, their notes and the answers tell."""
    found = [
        Told(place_of_words(paper, words), event, words.text)
        for words in prose_words(paper)
        for event in _events_of_passage(words)
    ]
    plan = paper.plan
    for action in paper.actions_with(DATED_EVENT):
        found += [
            Told(action_place(plan, action.id, field), event, text)
            for field, text, event in _events_of_action(action)
        ]
    for action, notes in paper.noted_with(DATED_EVENT):
        place = action_place(plan, action.id, "progress")
        found += [Told(place, event, notes[-1].text) for event in _events_of_note(notes[-1])]
    return (*found, *_told_in_answers(paper))


def _events_of_passage(words: Words) -> Iterator[Event]:
    if "20" in words.text:
        for sentence, _ in sentences_of(words):
            yield from events_in(sentence)


@remembered_by_row
def _events_of_action(action: Action) -> tuple[tuple[str, str, Event], ...]:
    texts = [("text", action.text), *(("success_criteria", one) for one in action.success_criteria)]
    return tuple((field, text, event) for field, text in texts for event in _named_events(text))


@remembered_by_row
def _events_of_note(note: ProgressNote) -> tuple[Event, ...]:
    return _named_events(note.text)


def _named_events(text: str) -> tuple[Event, ...]:
    """Return the events of an action's text: "the guide" there is the one of that action."""
    if not DATED_EVENT.stand_in(text):
        return ()
    found = (event for sentence in sentences_in(text) for event in events_in(sentence))
    return tuple(event for event in found if event.names and not event.is_owned)


def _told_in_answers(paper: Paper) -> Iterator[Told]:
    plan = paper.plan
    for assessment in plan.assessments:
        form = paper.forms.get(assessment.form)
        if form is None:
            continue
        for question, answer in plan.answers_of(assessment.id).items():
            text = plain_of(answer.text) if "20" in answer.text else ""
            for sentence in sentences_in(text) if text else ():
                for event in events_in(sentence):
                    yield Told(assessment_place(plan, assessment.id, form, question), event, text)


def told_at_two_times(paper: Paper) -> Iterator[tuple[Place, str, str, str]]:
    """Yield where an event has another time than before: what happened, and both as typed."""
    told = _told(paper)
    alike: dict[tuple[str, str], list[Event]] = {}
    for place, event, _ in told:
        earlier = alike.setdefault((event.kind, event.head), [])
        is_asked_by_itself = event.kind == "carried out" and event.head == "inspec"
        if not is_asked_by_itself and len(earlier) < _MOST_ALIKE:
            for other in earlier:
                if not other.when.overlaps(event.when) and _is_told_again(paper, other, event):
                    yield place, event.kind, other.typed, event.typed
                    break
        earlier.append(event)
    yield from _inspectors_wrote_twice(paper)


def _inspectors_wrote_twice(paper: Paper) -> Iterator[tuple[Place, str, str, str]]:
    """Yield where what inspectors wrote of the one inspection has two times.

    Their report, letter and findings come out together. "Their report" is none that has a name of
    its own, unless it is that of the paper.
    """
    written = [one for one in _told(paper) if _is_of_inspection(one) or _may_be_theirs(one)]
    if not any(map(_is_of_inspection, written)):
        return
    ours = _OF_INSPECTORS | stems_of(paper.plan.report.title, long=4)
    if len({one.event.names - ours for one in written}) > 1:
        return
    for k, (place, event, _) in enumerate(written):
        for _, other, _ in written[:k]:
            is_one = event.kind == other.kind and _are_of_the_same(other, event)
            if is_one and not other.when.overlaps(event.when) and _is_near(other, event):
                yield place, event.kind, other.typed, event.typed
                return


_OF_INSPECTORS = frozenset(("inspe", "joint", "their", "care", "educa"))


def _may_be_theirs(told: Told) -> bool:
    """Return whether "their report" stands where nobody is named before it."""
    event, is_text = told.event, told.event.head in _TEXTS and not told.event.names
    return is_text and event.is_owned and told.text.startswith(event.sentence)


def _is_told_again(paper: Paper, one: Event, other: Event) -> bool:
    is_by_another = _is_by_other_body(paper, one) != _is_by_other_body(paper, other)
    return not is_by_another and _is_one(one, other, _told(paper))


def _is_by_other_body(paper: Paper, event: Event) -> bool:
    """Return whether a body is named by which it was done, and it is not the paper's own."""
    ours = {word[:5] for word in paper.plan.report.committee.casefold().split()}
    return len(event.by) > 1 and bool(event.bodies) and not event.by <= ours


def _is_one(one: Event, other: Event, told: Sequence[Told]) -> bool:
    """Return whether two tell of one event: of one thing, by nobody else, in one year.

    A paper names a thing in full and then in short: what is named more fully later is another.
    """
    if one.kind != other.kind or one.head != other.head or not one.head:
        return False
    if not other.names <= one.names or not _are_of_the_same(one, other):
        return False
    if not _is_near(one, other):
        return False
    return bool(other.names) or _is_the_only_one(one, other, told)


def _is_near(one: Event, other: Event) -> bool:
    """Return whether two times may be those of one event, by how far they are apart."""
    years = one.when.first.year - other.when.first.year
    apart = years * 12 + one.when.first.month - other.when.first.month
    return abs(apart) <= (_MOST_MONTHS if one.head not in RECURS_BY_NAME else _SLIP)


def _are_of_the_same(one: Event, other: Event) -> bool:
    """Return whether nothing that is named with both is other people's or another place's."""
    parties = ((one.by, other.by), (one.to, other.to))
    if any(ours and theirs and not (ours <= theirs or theirs <= ours) for ours, theirs in parties):
        return False
    named = ((one.bodies, other.bodies), (one.proper, other.proper))
    return not any(ours and theirs and not ours & theirs for ours, theirs in named)


def _is_the_only_one(one: Event, other: Event, told: Sequence[Told]) -> bool:
    """Return whether "the report" is the one that the paper names: there is no second.

    "Their letter" is whose it was said to be before, so it is none that has a name of its own.
    """
    if bool(one.names) != bool(other.names):
        bare, named = (other, one) if one.names else (one, other)
        if bare.is_owned or named.sentence.casefold().count(named.head) > 1:
            return False
    names: list[frozenset[str]] = []
    for _, event, _ in told:
        is_new = not any(event.names & known for known in names)
        if event.head == one.head and event.names and is_new:
            names.append(event.names)
    return len(names) <= 1


# What cannot follow


def told_in_no_order(paper: Paper) -> Iterator[tuple[Place, str, tuple[str, str]]]:
    """Yield what cannot come in that order: published before the visit, ended before it began."""
    told = _told(paper)
    visits = [event for _, event, _ in told if _is_visit(event)]
    texts = [one for one in told if _is_of_inspection(one)]
    if len(texts) == 1 and len({span_in_words(one.when) for one in visits}) == 1:
        (place, text, _), visit = texts[0], visits[0]
        days = (visit.when.first - text.when.last).days
        if 0 < days < _LONG_BEFORE and _are_of_the_same(text, visit):
            said = (
                f"“{text.typed}” is when what inspectors wrote was {text.kind}, and they visited "
                f"“{visit.typed}”, after it: which is right?"
            )
            yield place, said, (text.typed, visit.typed)
    started = [event for _, event, _ in told if event.kind == "started"]
    for place, event, _ in told if started else ():
        for other in started:
            is_same = _is_one(other._replace(kind="finished"), event, told)
            if is_same and event.when.last < other.when.first:
                said = (
                    f"It ended “{event.typed}” and began “{other.typed}”, after it: which is right?"
                )
                yield place, said, (event.typed, other.typed)


def _is_visit(event: Event) -> bool:
    is_made = event.kind == "carried out" and event.head in ("inspec", "fieldw", "visit")
    return (event.kind == "visited" and event.is_of_inspectors) or is_made


def _is_of_inspection(told: Told) -> bool:
    """Return whether what is published is the inspectors' own: named so, or "their" after them."""
    event = told.event
    if event.kind not in ("published", "issued") or event.head not in _TEXTS:
        return False
    before = told.text.partition(event.sentence)[0].casefold()
    is_theirs = "inspect" in before[-_NEAR:] and "their " in event.clause.casefold()
    return event.is_of_inspectors or is_theirs


# A return, and a rhythm

_COMES_AGAIN = "return coming come visit inspect reinspect re. second follow"
_AGAIN_OR_BACK = "return back. again. reinspect re. follow second"
_OF_A_RETURN = Signs(
    _COMES_AGAIN,
    _AGAIN_OR_BACK,
    "inspect regulator audit commission assessor accredit",
    "week month year",
)
"""What stands in an action that tells of a return: by whom, and after how long."""
_AGAIN = late_pattern(
    r"\b(?:returns?(?! to)|coming back|comes? back|follow-up (?:visit|inspection)|visits? again|"
    r"re-?inspect(?:s|ion)?|second (?:visit|inspection)|inspects? again|inspected again)\b",
    re.IGNORECASE,
    signs=Signs(_COMES_AGAIN, _AGAIN_OR_BACK),
)
_WHO = late_pattern(
    r"\b(?P<who>inspect|regulator|audit|commission|assessor|accredit)(?:s|ors?|ion|orate|ions)?\b",
    re.IGNORECASE,
)
_SO_LONG = late_pattern(
    r"(?<!for )(?<!every )(?<!last )\b(?P<count>\d{1,2}|an?|half a|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|twelve|fifteen|eighteen) (?P<unit>week|month|year)s?\b(?:’|')?"
    r"(?! (?:plan|programme|old|notice|work|period|of age))",
    re.IGNORECASE,
)
_FROM_VISIT = late_pattern(
    r"\b(?:of|after|from|following|since) (?:the|their|its|this) (?:\w+ )?(?:visit|inspection)\b"
    r"(?! (?:report|letter))"
)
_WEEKS_OF_A_MONTH = 4.345
_ABOUT = 0.2
"""Two times told in other units are one where they differ by no more of the longer."""


class _Return(NamedTuple):
    place: Place
    who: str
    typed: str
    months: float
    is_from_visit: bool


def returns_differ(paper: Paper) -> Iterator[tuple[Place, str, tuple[str, str]]]:
    """Yield where the same people are to come back after two different times."""
    told = [one for place, text in _texts(paper) for one in _returns_in(place, text)]
    for number, one in enumerate(told):
        for other in told[:number]:
            is_same = one.who == other.who and one.is_from_visit == other.is_from_visit
            apart = abs(one.months - other.months)
            if is_same and apart > _ABOUT * max(one.months, other.months):
                text = (
                    f"“{other.typed}” is told elsewhere of the same return, and “{one.typed}” "
                    "here: which is right?"
                )
                yield one.place, text, (other.typed, one.typed)
                return


def _texts(paper: Paper) -> Iterator[tuple[Place, str]]:
    """Yield each sentence of the report and each text of an action that tells of a return."""
    for words in prose_words(paper):
        if _AGAIN.search(words.text):
            for sentence, _ in sentences_of(words):
                yield place_of_words(paper, words), sentence
    for action in paper.open_with(_OF_A_RETURN):
        for field, text in _texts_of_return(action):
            yield action_place(paper.plan, action.id, field), text


@remembered_by_row
def _texts_of_return(action: Action) -> tuple[tuple[str, str], ...]:
    texts = [("text", action.text), *(("success_criteria", one) for one in action.success_criteria)]
    return tuple(one for one in texts if _AGAIN.search(one[1]))


def _returns_in(place: Place, text: str) -> Iterator[_Return]:
    spans = list(_SO_LONG.finditer(text))
    who = {one["who"].casefold() for one in _WHO.finditer(text)}
    if len(spans) == 1 and len(who) == 1 and _AGAIN.search(text):
        count = spans[0]["count"].casefold()
        number = _COUNTS.get(count) or float(number_of(count) or count)
        months = {"week": 1 / _WEEKS_OF_A_MONTH, "month": 1.0, "year": 12.0}
        months_told = number * months[spans[0]["unit"].casefold()]
        is_from_visit = _FROM_VISIT.search(text, spans[0].end()) is not None
        yield _Return(place, who.pop(), spans[0][0], months_told, is_from_visit)


_COUNTS = {"a": 1.0, "an": 1.0, "half a": 0.5}
_ASKED_EVERY = late_pattern(
    r"\b(?:asked|agreed|requested|instructed|required|wanted|decided)\b(?:[^.]{0,60}?\b(?:reports?|"
    r"updates?)\b[^.]{0,40}?\b(?P<after>every (?:\w+ )?(?:months?|quarter)|six-monthly|quarterly|"
    r"monthly|half-yearly|twice a year|four times a year)\b|[^.]{0,40}?\b(?P<before>six-monthly|"
    r"quarterly|monthly|half-yearly) (?:\w+ )?(?:reports|updates)\b)",
    re.IGNORECASE,
    signs=Signs(
        "asked agreed requested instructed required wanted decided",
        "report update",
        "every six monthly quarterly half twice four",
    ),
)
_THE_FIRST = late_pattern(
    r"\b[Tt]his(?: report| paper| one)? is the first(?: (?:such|progress))?(?: (?:report|update|"
    r"one))?(?: (?:of (?:these|those|them)|since then|under it))?[.,;]"
)
_OFTEN = {"monthly": 1, "quarterly": 3, "six-monthly": 6, "half-yearly": 6, "twice a year": 6,
          "four times a year": 3, "every quarter": 3, "every month": 1}  # fmt: skip
_LATE = 2
"""Months by which the first report may come later than the rhythm that was asked for."""


def rhythm_not_kept(paper: Paper) -> Iterator[tuple[Words, str, tuple[str, str]]]:
    """Yield where a first report comes long after the rhythm that the committee asked for.

    What says why, in the same paragraph, is left.
    """
    for words in prose_words(paper):
        asked = _ASKED_EVERY.search(words.text) if "first" in words.text else None
        if asked is None or paper.meeting is None or says_cause(words.text):
            continue
        every = (asked["after"] or asked["before"]).casefold()
        months = _OFTEN.get(every) or number_of(every.split()[1]) or 0
        since = _asked_on(paper, words.text[: asked.end()])
        if not months or since is None or not _THE_FIRST.search(words.text, asked.end()):
            continue
        apart = (paper.meeting.year - since.year) * 12 + paper.meeting.month - since.month
        if apart > months + _LATE:
            text = (
                f"A report was asked for “{every}”, and this one, the first, comes {apart} months "
                "later: it is not said why."
            )
            yield words, text, (asked[0], str(since))


def _asked_on(paper: Paper, before: str) -> date | None:
    """Return the last day on which it may have been asked: as the words say, or at approval."""
    told = [when.last for one in _A_DATE.findall(before) if (when := read_date(one)) is not None]
    if told:
        return max(told)
    agreed = [event.when.last for _, event, _ in _told(paper) if event.kind == "approved"]
    return agreed[0] if len(set(agreed)) == 1 else None
