"""People who can be known, criteria that come late, what stands twice: P18 to P20."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from plan.checks.actions.acronym_checks import acronyms_have_one_name
from plan.checks.actions.plan_checks import exposes
from plan.checks.check import COUNCILS_PLAN, Check, Found, check
from plan.checks.each_action import (
    Notes,
    Said,
    of_each_action,
    of_each_with_notes,
)
from plan.checks.facts.form_facts import date_in
from plan.checks.facts.known_people import client_named_in, known_in, name_of_lead
from plan.checks.facts.report_text import report_words
from plan.checks.facts.spoken_of import copy_of_two, fingerprint_of, what_it_makes
from plan.checks.paper import Paper
from plan.council.framework import bare_words
from plan.model.finding import Severity
from plan.model.rows import Action
from plan.papers.markdown import plain_of
from plan.papers.places import (
    action_place,
    aim_place,
    assessment_place,
    cover_place,
    passage_place,
)
from plan.reading.dates import DateSpan, span_in_words
from plan.reading.timescales import read_timescale
from plan.text.near_names import near_to_another
from plan.text.remembered import remembered, remembered_by_row

_PRIVACY = "Data protection law: people who can be known are not published"
_FIGURES = re.compile(r"\d\d")
_MONTH_OF_A_YEAR = (
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|"
    r"dec)[a-z]*\.?,? \d{4}"
)
_UNTIL = re.compile(
    r"(?<!place )(?<!use )(?<!force )\b(?:by|before|in|on|at|at the end of|during)\s+(?:the )?"
    r"(?:end of |close of |early |late |mid[- ])?(?:the )?"
    rf"(?P<when>{_MONTH_OF_A_YEAR}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|"
    r"(?:spring|summer|autumn|winter|easter|christmas) \d{4}|(?:(?:school|academic) )?(?:session|"
    r"year) \d{4}[/–-]\d{2,4}|q[1-4] \d{4}(?:[/–-]\d{2,4})?|(?<=end of )20\d\d(?![\d/–-]))|"
    rf"(?<=survey, )(?P<then>{_MONTH_OF_A_YEAR})",
    re.IGNORECASE,
)
_SEEN_AFTERWARDS = re.compile(
    r"\b(?:report(?:s|ed|ing)?|surve(?:y|ys|yed)|results?|exams?|published|publication|evaluat\w+|"
    r"inspect\w+|census|statistics|figures|sustain\w*|maintain\w*|remain\w*|still|repeat\w*|"
    r"begins?|starts?|opens?|runs?|goes live|review\w*|follow[- ]up|benchmark\w*|funded|funding|"
    r"(?:good|satisfactory|adequate|effective) or (?:better|above)|satisfied|confident|feel)\b",
    re.IGNORECASE,
)
"""Words of a criterion that is looked at, or begins, once the work is done."""
_DOINGS = tuple(
    (
        re.compile(rf"\W*(?:{verbs})\b", re.IGNORECASE),
        re.compile(
            r"\b(?:all|every|each|both|\d+)\b(?!%)[^.;]{0,60}?"
            rf"\b(?:(?:have|has|are|is|were)(?: been)? )?(?:{done})\b",
            re.IGNORECASE,
        ),
    )
    for verbs, done in (
        ("train|brief|teach|instruct|induct", "attended|trained|briefed|taken part|completed"),
        ("buy|purchase|acquire|order|procure", "bought|purchased|acquired|delivered|in use"),
        ("install|fit|replace|repair|refurbish|build", "installed|fitted|replaced|repaired|built"),
        ("recruit|appoint|hire|fill", "recruited|appointed|hired|filled|in post"),
        ("inspect|visit|audit|survey|check|assess", "inspected|visited|audited|surveyed|checked"),
        ("write|publish|issue|translate|update|revise", "written|published|issued|translated"),
    )
)
"""What an action does, and how a criterion counts that this is done."""
_WHOLE_YEARS, _NEARLY = (350, 715), 40
"""Days by which a criterion that comes later has mostly a wrong year; any other is an outcome."""
_MADE_BY = re.compile(
    r"\b(?:written|prepared|compiled|produced|drafted|led|owned|chaired|made) by (?=[A-Z])"
)
"""What comes before who made a plan: a name there is no author's whose book is spoken of."""
_A_NAME = "“{}” reads as a person's name: a post or a group stays when people move."
_NO_ARTICLE = re.compile(r"\Athe ", re.IGNORECASE)
_HALF_A_YEAR = 180
"""Days up to which an outcome is often seen after the work is done, and rightly."""
_EXCEPTION = 4
"""At most one in so many criteria may come too late, else the plan means it so."""
_SHORTEST = 5
"""Words of an action's text that may well stand twice: "As in 1.1"."""
_SHORTEST_NOTE = 30
"""Letters of a note from which on it does not stand twice by chance."""
_FEWEST_TURNED = 2
"""Words of a lead that can stand in another order."""


@check(
    "P18",
    "ASK",
    "What success is judged by comes no later than the action.",
    "Council practice: an action ends when its success can be seen",
    column="success_criteria",
)
def criteria_come_in_time(paper: Paper) -> Iterator[Found]:
    """P18: a criterion with a date of its own after the one by which the action is due.

    It is asked where it is one or two years late to the month, or counts what the action itself
    does, and is the exception: an outcome is often seen some months after the work is done, and
    where several are so, the plan means it.
    """
    dated, late = 0, []
    for action in paper.open_actions:
        named = _latest_named(action)
        if named is None:
            continue
        reading = paper.reading_of(action)
        last = reading.due
        if last is None or reading.rhythm or reading.is_ongoing or reading.is_either:
            continue
        when = _span_of(named)
        dated += 1
        if when is not None and when.first > last.last:
            late.append((action, named, when, last))
    is_exception = len(late) <= max(1, dated // _EXCEPTION)
    for action, named, when, last in late:
        days = (when.first - last.last).days
        is_slip = is_exception and any(abs(days - one) <= _NEARLY for one in _WHOLE_YEARS)
        is_slip = is_slip and not _is_seen_afterwards(action)
        is_asked = is_slip or (is_exception and _counts_the_doing(action, named))
        severity: Severity = "ASK" if is_asked else "INFO"
        if severity == "INFO" and days < _HALF_A_YEAR:
            continue
        place = action_place(paper.plan, action.id, "success_criteria")
        text = (
            f"Success is judged by {span_in_words(when)}, after the action is due "
            f"({span_in_words(last)}): which is meant?"
        )
        yield Found(place, text, (named, action.timescale), severity)


@remembered_by_row
def _is_seen_afterwards(action: Action) -> bool:
    return any(map(_SEEN_AFTERWARDS.search, action.success_criteria))


@remembered_by_row
def _counts_the_doing(action: Action, named: str) -> bool:
    """Return whether the criterion of that date counts what the action itself does.

    Who has attended what "Train all managers" offers has attended by the day that it is done by.
    """
    doing = next((one for one, words in _DOINGS if one.match(action.text)), None)
    words = next((words for one, words in _DOINGS if one is doing), None)
    said = next((one for one in action.success_criteria if named in one), "")
    return words is not None and words.search(said) is not None


@remembered_by_row
def _latest_named(action: Action) -> str | None:
    """Return the latest date that the criteria name as theirs, as typed."""
    dated = [one for text in action.success_criteria for one in _named_in(text)]
    return max(dated)[1] if dated else None


@remembered
def _named_in(text: str) -> tuple[tuple[date, str], ...]:
    """Return the dates that a criterion names as its own, each with how it is typed."""
    if not _FIGURES.search(text):
        return ()
    named = (found["when"] or found["then"] for found in _UNTIL.finditer(text))
    return tuple((when.first, one) for one in named if (when := _span_of(one)) is not None)


@remembered
def _span_of(named: str) -> DateSpan | None:
    """Return the time that words name: a date, a season, a session, a quarter or a year."""
    return date_in(named) or read_timescale(named).due


@check("P19", "ASK", "Nobody can be known from the plan or the report.", _PRIVACY)
def nobody_can_be_known(paper: Paper) -> Iterator[Found]:
    """P19: a few people at a named place, a single case, a child's initials, a name as lead.

    Beside somebody's telephone number it is P11's.
    """
    yield from of_each_action(paper, _known_in_action)
    yield from of_each_with_notes(paper, _known_in_notes)
    for words in report_words(paper):
        if said := known_in(words.text) or client_named_in(words.text):
            place = passage_place(paper.plan, words.passage)
            yield Found(place, f"“{said}”: could the people be known from it?", (said,))
    yield from _known_in_introduction(paper)
    yield from _known_in_answers(paper)


def _known_in_answers(paper: Paper) -> Iterator[Found]:
    """Yield each answer of an assessment from which people could be known; it may name officers."""
    for assessment in paper.plan.assessments:
        form = paper.forms.get(assessment.form)
        for question, answer in paper.plan.answers_of(assessment.id).items() if form else ():
            if form and (said := known_in(answer.text) or client_named_in(answer.text)):
                place = assessment_place(paper.plan, assessment.id, form, question)
                yield Found(place, f"“{said}”: could the people be known from it?", (said,))


def _known_in_introduction(paper: Paper) -> Iterator[Found]:
    text = plain_of(paper.plan.cover.introduction)
    place = cover_place(paper.plan, "introduction")
    if said := known_in(text) or client_named_in(text):
        yield Found(place, f"“{said}”: could the people be known from it?", (said,))
    elif name := known_in(_MADE_BY.sub("By: ", text), with_names=True):
        yield Found(place, _A_NAME.format(name), (name,))


@remembered_by_row
def _known_in_action(action: Action) -> tuple[Said, ...]:
    found = []
    for field, texts in (
        ("text", (action.text,)),
        ("success_criteria", action.success_criteria),
        ("own", tuple(text for _, text in action.own) if action.own else ()),
    ):
        for text in texts:
            said = known_in(text, with_names=True)
            if said and not exposes(text):
                asked = f"“{said}”: could the people be known from it?"
                found.append(Said(field, asked, (said,)))
    named = ((lead, name_of_lead(lead)) for lead in action.leads)
    if names := [name for lead, name in named if name and not exposes(lead)]:
        found.append(Said("leads", _A_NAME.format(names[0]), tuple(names)))
    return tuple(found)


@remembered_by_row
def _known_in_notes(_: Action, notes: Notes) -> tuple[Said, ...]:
    known = ((note.text, known_in(note.text, with_names=True)) for note in notes)
    said = next((said for text, said in known if said and not exposes(text)), "")
    asked = f"“{said}”: could the people be known from it?"
    return (Said("progress", asked, (said,)),) if said else ()


@check("P20", "ASK", "Nothing stands twice, and a lead has one spelling.", COUNCILS_PLAN)
def nothing_stands_twice(paper: Paper) -> Iterator[Found]:
    """P20: an action or an aim again, in its words or nearly; one ref twice, a lead spelt twice."""
    plan = paper.plan
    first: dict[tuple[str, ...], str] = {}
    for aim in plan.aims:
        words = bare_words(aim.text)
        number = first.setdefault(words, str(plan.number_of(aim.id)))
        if words and number != str(plan.number_of(aim.id)):
            text = f"The aim is word for word aim {number}: is one of them meant otherwise?"
            yield Found(aim_place(plan, aim.id), text, (aim.text,))
    each, alike = _each_with_new_leads(paper), _alike(paper)
    yield from _one_ref_twice(paper)
    yield from _same_in_other_words(paper, alike)
    yield from _copied_notes(paper)
    yield from _misspelt_leads(paper, each)
    yield from _turned_leads(paper, each)
    spelt: dict[str, str] = {}
    asked: set[str] = set()
    said: dict[tuple[str, ...], Action] = {}
    for action, leads in each:
        words = _words_of(action) if action.id in alike else ()
        if len(words) >= _SHORTEST and (one := said.setdefault(words, action)) is not action:
            ref = plan.refs_in_words(one.id)
            text = f"The action is word for word action {ref}: is one of them meant otherwise?"
            yield Found(action_place(plan, action.id, "text"), text, (action.text,))
        for bare, typed in leads:
            other = spelt.setdefault(bare, typed)
            if other != typed and bare not in asked and not _is_one_of_several(other, typed):
                asked.add(bare)
                text = f"“{typed}” is spelt “{other}” elsewhere: is it the same lead?"
                place = action_place(plan, action.id, "leads")
                yield Found(place, text, (typed, other), about=bare)


_Spelt: TypeAlias = tuple[Action, tuple[tuple[str, str], ...]]


def _each_with_new_leads(paper: Paper) -> list[_Spelt]:
    """Return each open action with those of its leads that no earlier one spells so.

    Of a lead that was spelt so before, all has been said.
    """
    known: set[tuple[str, str]] = set()
    each = []
    for action in paper.open_actions:
        leads = _leads_of(action)
        new = () if known.issuperset(leads) else tuple(one for one in leads if one not in known)
        known.update(new)
        each.append((action, new))
    return each


def _alike(paper: Paper) -> dict[str, Action]:
    """Return the open actions whose words another may have as well, by their ids: mostly few."""
    prints = Counter(map(fingerprint_of, paper.open_actions))
    return {one.id: one for one in paper.open_actions if prints[fingerprint_of(one)] > 1}


_HOLDERS = re.compile(
    r"\b(heads?(?: ?teacher)?|teacher|manager|officer|lead|leader|director|co-?ordinator|"
    r"advis[eo]r|worker|chair|champion|principal|planner|analyst|nurse|practitioner|assistant|"
    r"partner|representative|team|group|engineer|solicitor|accountant|specialist|conven[eo]r)s?"
    r"(?=\W*$|[,(/–—]| (?:of|for|in|and|&|[-–—(])(?: |$))",
    re.IGNORECASE,
)
"""A post, or several who hold it, at the end of a lead or before what it is the post of."""


@remembered
def _is_one_of_several(one: str, other: str) -> bool:
    """Return whether two leads differ in an article only, or in how many hold a post.

    "Head Teacher" leads one action and "Head Teachers" the next: both may be meant.
    """
    bare = (_HOLDERS.sub(_of_one, _NO_ARTICLE.sub("", text)) for text in (one, other))
    return len(set(bare)) == 1


def _of_one(found: re.Match[str]) -> str:
    post = found[1].lower()
    return post[:-1] if post == "heads" else post


def _one_ref_twice(paper: Paper) -> Iterator[Found]:
    """Yield each action whose ref in the paper is one that an earlier action has there too."""
    plan = paper.plan
    if not any(one.own_ref for one in plan.actions):
        return
    first: dict[str, Action] = {}
    for action in plan.actions:
        ref = action.own_ref.strip() or plan.ref_of(action.id)
        if first.setdefault(ref, action) is not action:
            text = (
                f"Two actions have the ref {ref} in the paper that was read: here the second is "
                f"{plan.ref_of(action.id)}. Which did it mean?"
            )
            yield Found(action_place(plan, action.id, "text"), text, (ref,), about="ref")


_FEWEST_ALIKE = 3
"""Words that have to be the same in two actions, where these are all that they have."""


def _same_in_other_words(paper: Paper, alike: dict[str, Action]) -> Iterator[Found]:
    """Yield each action that asks for what an earlier one does, in a few other words.

    "Set up one register of savings with an owner for each" and "Create a register of all savings
    with an owner for each of them" are one: what they make is the same to the word.
    """
    first: dict[frozenset[str], Action] = {}
    for action in alike.values():
        made = what_it_makes(action)
        if len(made) < _FEWEST_ALIKE:
            continue
        other = first.setdefault(made, action)
        if other is not action and _words_of(action) != _words_of(other):
            ref = paper.plan.refs_in_words(other.id)
            text = f"The action asks for what action {ref} does: is one of them meant otherwise?"
            place = action_place(paper.plan, action.id, "text")
            yield Found(place, text, (action.text, other.text))


def _copied_notes(paper: Paper) -> Iterator[Found]:
    """Yield each note that is word for word that of an action which alone it speaks of."""
    plan = paper.plan
    first: dict[str, Action] = {}
    for action, notes in paper.noted:
        text = _last_said(action, notes)
        if len(text) < _SHORTEST_NOTE:
            continue
        other = first.setdefault(text, action)
        copy = _copied_to(action, other, text) if other is not action else None
        if copy is not None:
            origin = action if copy is other else other
            ref = plan.refs_in_words(origin.id)
            said = f"The note is word for word that of {ref}, and speaks of it"
            place = action_place(plan, copy.id, "progress")
            yield Found(place, f"{said} alone: is it copied?", (text,), about="note")


_copied_to = remembered_by_row(copy_of_two)


@remembered_by_row
def _last_said(_: Action, notes: Notes) -> str:
    return notes[-1].text.casefold().strip()


def _misspelt_leads(paper: Paper, each: list[_Spelt]) -> Iterator[Found]:
    """Yield each lead that differs from an earlier one by a letter of a long word."""
    leads: dict[str, str] = {}
    for _, new in each:
        for bare, typed in new:
            leads.setdefault(bare, typed)
    wrong = dict(near_to_another(tuple(leads)))
    for action, new in each if wrong else ():
        for bare, typed in new:
            if bare in wrong:
                text = f"“{typed}” is nearly “{leads[wrong.pop(bare)]}”: is it the same lead?"
                place = action_place(paper.plan, action.id, "leads")
                yield Found(place, text, (typed,), about=f"near {bare}")


def _turned_leads(paper: Paper, each: list[_Spelt]) -> Iterator[Found]:
    """Yield each lead that has the words of an earlier one in another order."""
    first: dict[tuple[str, ...], tuple[str, str]] = {}
    asked: set[tuple[str, ...]] = set()
    for action, new in each:
        for bare, typed in new:
            words = _in_any_order(bare)
            other, spelt = first.setdefault(words, (bare, typed))
            if other != bare and len(words) >= _FEWEST_TURNED and words not in asked:
                asked.add(words)
                text = (
                    f"“{typed}” has the words of “{spelt}” in another order: is it the same lead?"
                )
                place = action_place(paper.plan, action.id, "leads")
                yield Found(place, text, (typed, spelt), about=f"turned {' '.join(words)}")


@remembered
def _in_any_order(bare: str) -> tuple[str, ...]:
    return tuple(sorted(word for word in bare.split() if word not in ("of", "for", "in")))


@remembered_by_row
def _words_of(action: Action) -> tuple[str, ...]:
    return tuple(action.text.casefold().rstrip(" .").split())


@remembered_by_row
def _leads_of(action: Action) -> tuple[tuple[str, str], ...]:
    return tuple(map(_spelling, action.leads))


@remembered
def _spelling(lead: str) -> tuple[str, str]:
    """Return a lead without what two spellings of it differ in, and as it is typed.

    Those are signs, "and", plurals and capitals.
    """
    words = re.findall(r"[^\W_]+", lead.casefold().replace("’", "").replace("'", ""))
    bare = " ".join(word.rstrip("s") for word in words if word not in ("the", "and"))
    return bare, " ".join(lead.split())


PEOPLE_CHECKS: tuple[Check, ...] = (
    criteria_come_in_time,
    nobody_can_be_known,
    nothing_stands_twice,
    acronyms_have_one_name,
)
