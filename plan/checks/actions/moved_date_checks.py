"""Dates of an action that do not follow one another, or have moved: P34 and P35."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from plan.checks.actions.deadline_checks import MANY, PRACTICE
from plan.checks.actions.progress_checks import delay_of, says_why
from plan.checks.check import Check, Found, check
from plan.checks.each_action import Said, found_at, of_the_plan
from plan.checks.facts.deadlines import counted_from, due_of
from plan.checks.facts.report_text import prose_words, sentences_of
from plan.checks.facts.spoken_of import stems_of
from plan.checks.paper import Paper
from plan.following.action_state import (
    Counted,
    dates_beside,
    reading_by,
    said_of_all,
    state_of,
)
from plan.model.rows import Action, ProgressNote
from plan.papers.places import action_place
from plan.reading.atoms import word_set
from plan.reading.dates import ANY_MONTH, DateSpan, read_date, span_in_words
from plan.reading.reasons import says_cause_beside, says_more_than_a_move
from plan.reading.status import says_delayed
from plan.reading.timescale_said import Milestone
from plan.reading.timescales import read_timescale
from plan.text.patterns import late_pattern, signs_of
from plan.text.remembered import remembered, remembered_by_row
from plan.text.signs import Signs

_MET_BY = re.compile(
    r"\b(?:by|before|until|no later than|not later than) (?:the )?(?:end of )?"
    rf"(?P<when>(?:\d{{1,2}}(?:st|nd|rd|th)? )?{ANY_MONTH} 20\d\d|"
    r"\d{1,2}[/.]\d{1,2}[/.]20\d\d)\b",
    re.IGNORECASE,
)
_TWO = 2
_EARLIER = re.compile(r"\b(?:brought forward|earlier|sooner|ahead of)\b", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"(?:depends? (?:up)?on|dependent (?:up)?on|dependenc(?:y|ies)|predecessors?|preceded by|"
    r"waits for|after|relies on)(?: (?:action|actions|ref|refs|no\.?))?",
    re.IGNORECASE,
)
"""The heading of a column that says which actions come before."""
_REF = re.compile(r"[A-Z]{0,2}\d{1,2}(?:\.\d{1,2})?[a-z]?")
_BETWEEN_REFS = re.compile(r"\s*(?:[,;&\n]|\band\b)\s*(?:actions? )?|^actions? ", re.IGNORECASE)
_WAITS = re.compile(
    r"\b(?i:once|after|when|following|until|depend(?:s|ent|ing) (?:up)?on)\b[^.;]{0,60}?\b"
    rf"(?i:actions?) (?P<ref>{_REF.pattern})(?![\w.]\w)"
)
"""Words by which an action follows another: "once it is issued under action 2.1"."""
_BUILDS_ON = re.compile(
    r"\b(?i:from|using|use|based (?:up)?on|builds? on|building on|informed by|findings|results?|"
    r"outcomes?|recommendations|described|set out|agreed|identified|developed|produced|link(?:s|"
    r"ed) to|as (?:in|for|with|per)|see(?: also)?|of|in|under|with|by)\b[^.;]{0,30}?\b"
    rf"(?i:actions?) (?P<refs>{_REF.pattern}(?:(?:, | and | & |, and ){_REF.pattern})*)(?![\w.]\w)"
)
"""Words by which an action speaks of others: "from the survey of action 1.4"."""
_TAKES_UP = re.compile(
    r"\b(?:from|using|use of|based (?:up)?on|builds? on|building on|informed by|findings|"
    r"results?|outcomes?|recommendations|described|identified|developed|produced)\b",
    re.IGNORECASE,
)
"""Those of them that say that the other comes first."""
_OF_ANOTHER = re.compile(
    r"(?:of|in|under|from) (?:the |our |its )?(?!(?:this|the|"
    r"our) plan\b)(?:[\w’'-]+ ){0,4}?(?:plan|"
    r"strategy|framework|programme|report|policy|LOIP|LHS|LDP)\b",
    re.IGNORECASE,
)
_ANOTHERS = re.compile(
    r"\b(?:plan|strategy|framework|programme|report|national|government|Scottish|LOIP|LHS|LDP)"
    r"(?:['’]?s)? (?:key |priority )?(?:actions? )?$",
    re.IGNORECASE,
)
"""Words beside a ref that make it one of another plan."""
_STAGES = tuple(
    (re.compile(rf"\b(?:{first})", re.IGNORECASE), re.compile(rf"\b(?:{then})", re.IGNORECASE))
    for first, then in (
        (r"(?:first )?draft", r"final|approv|adopt|publish|publication|sign"),
        (r"(?<!of the )(?<!of )(?:pilot|trial)", r"evaluat|review of the pilot|roll"),
        (r"consult", r"approv|adopt|decision|final|committee|agree"),
        (r"tender|procure", r"award|contract|install|on site|works?\b|build|construct"),
        (r"design|specif", r"build|construct|install|works?\b|deliver"),
        (r"start|begin|commence|launch|open", r"complet|finish|end|clos|evaluat|hand ?over"),
        (r"survey|audit|baseline|scop|research", r"strategy|plan\b|options|report|recommend"),
        (r"recruit|appoint", r"in post|induct"),
    )
)
"""What of a piece of work comes before what: a draft before the final version."""
_OF_REASONS = re.compile(r"\b(?:reason|why|comment|explanation|narrative)", re.IGNORECASE)


class _Odd(NamedTuple):
    """What of an action's own dates is asked: which go backwards, and the one that has moved."""

    backwards: tuple[Said, ...] = ()
    moved: DateSpan | None = None


_PLAIN = _Odd()


@remembered_by_row
def _odd_dates(action: Action, counted: Counted) -> _Odd:
    """Return what is odd about the dates of one action; both rules look at them once."""
    reading = reading_by(action, counted)
    due = due_of(reading)
    turned = _turned(reading.milestones) if len(reading.milestones) > 1 else ""
    turned = turned or _range_backwards(action.timescale)
    if turned and due is None:
        return _Odd((Said("timescale", turned, (action.timescale,), about="turned"),))
    if due is None or not (reading.begins or reading.was or action.own or turned):
        return _PLAIN
    said = []
    if turned:
        said.append(Said("timescale", turned, (action.timescale,), about="turned"))
    if reading.begins is not None and reading.begins.first > due.last:
        begins = span_in_words(reading.begins)
        text = (
            f"Its beginning, {begins}, comes after the day by which it is due, "
            f"{span_in_words(due)}: which is meant?"
        )
        said.append(Said("timescale", text, (action.timescale, begins), about="begins"))
    revised = dates_beside(action, counted).get("revised") if action.own else None
    replaced = due if revised is not None else reading.was
    if revised is None and "revised date" in action.timescale.casefold():
        revised = due
    if revised is not None and replaced is not None and revised.last < replaced.first:
        text = (
            f"Its revised date, {span_in_words(revised)}, comes before the one that it replaces, "
            f"{span_in_words(replaced)}: which is meant?"
        )
        facts = (action.timescale, span_in_words(revised))
        said.append(Said("timescale", text, facts, about="revised"))
    has_moved = reading.was is not None and reading.was.last < due.first
    return _Odd(tuple(said), reading.was if has_moved else None) if said or has_moved else _PLAIN


_RANGE = late_pattern(
    r"(?P<first>(?:(?:q[1-4]|quarter [1-4]),? (?:of )?20\d\d(?:[/-]\d\d)?|"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?{ANY_MONTH}\.?,? 20\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.]20\d\d|"
    r"(?:spring|summer|autumn|winter),? 20\d\d))[)\s,;/]*"
    r"(?:to|until|till|through to|[-–—]|(?<=\d) and|(?:and )?(?:end(?:s|ing)?|finish(?:es|ing|"
    r"ed)?|complet(?:es?|ed|ion))(?: (?:by|in|on))?:?) (?:the )?(?:end of )?"
    r"(?P<last>(?:(?:q[1-4]|quarter [1-4]),? (?:of )?20\d\d(?:[/-]\d\d)?|"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?{ANY_MONTH}\.?,? 20\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.]20\d\d|"
    r"(?:spring|summer|autumn|winter),? 20\d\d))",
    re.IGNORECASE,
    signs=Signs("20", "to. until till through - – — and. end. ends ending finish complet"),
)
"""From one date to another, as a timescale has it: "Consultation from 1 July to 31 August 2027"."""
_RE_DATED = late_pattern(
    r"\b(?:brought|moved|revised|rescheduled|re-?profiled|extended|deferred|postponed|slipped|"
    r"put|pushed|changed|delayed|was|were|previously|originally|formerly|earlier|instead|rather|"
    r"now)\b|→",
    re.IGNORECASE,
    signs=Signs(
        "brought moved revised rescheduled re. reprofiled extended deferred postponed slipped "
        "put. pushed changed delayed was. were. previously originally formerly earlier instead "
        "rather now. →"
    ),
)
"""Words by which the later of two dates was the old one."""
_YEARS = re.compile(r"\b20\d\d")


@remembered
def _range_backwards(timescale: str) -> str:
    """Return what is said of a timescale from a date to an earlier one, or ""."""
    if len(_YEARS.findall(timescale)) < _TWO or _RE_DATED.search(timescale):
        return ""
    found = _RANGE.search(timescale)
    spans = [_due_alone(found[end]) for end in ("first", "last")] if found else []
    first, last = spans if len(spans) == _TWO else (None, None)
    if found is None or first is None or last is None or first.first <= last.last:
        return ""
    if " and" in found[0].lower() and "between" not in timescale.lower():
        return ""
    return f"“{found[0].strip()}” ends before it begins: which is meant?"


def _due_alone(typed: str) -> DateSpan | None:
    return read_date(typed.replace(",", "")) or read_timescale(typed).due


def _turned(milestones: Sequence[Milestone]) -> str:
    """Return what is said of two milestones of which the one that follows comes first, or ""."""
    for before, after in combinations(milestones, 2):  # they are in the order of their days
        for first, then in _STAGES:
            if before.when.last >= after.when.first or first.search(before.what):
                continue
            if then.search(before.what) and first.search(after.what):
                return (
                    f"“{before.what}”, {span_in_words(before.when)}, comes before “{after.what}”, "
                    f"{span_in_words(after.when)}: which is meant?"
                )
    return ""


@check(
    "P34",
    "ASK",
    "The dates of an action follow one another, and those of its aim and of what it waits for.",
    "The plan's own dates",
    column="timescale",
)
def dates_follow_one_another(paper: Paper) -> Iterator[Found]:
    """P34: due before it begins, revised to an earlier day, due after its aim or before its cause.

    Nothing is evaluated before it begins. A date that was brought forward is meant so.
    """
    counted = said_of_all(paper.plan)
    for action in paper.open_actions:
        for said in _odd_dates(action, counted).backwards:
            notes = paper.plan.notes_of(action.id)
            if not any(_EARLIER.search(note.text) for note in notes):
                yield found_at(paper, action, said)
    yield from _after_their_aims(paper)
    yield from _not_after_others(paper)
    yield from _evaluated_before_it_begins(paper)


_EVALUATES = late_pattern(
    r"\A\W*(?:evaluate|(?:assess|measure|report on|review|publish) (?:the )?(?:impact|effects?|"
    r"results?|success|outcomes?|lessons|findings|evaluation) of|learn from|"
    r"decide on the extension of) (?:the |its |our |this )?(?P<what>[^.;,]+?)"
    r"(?= (?:and|with|by|in|after|before|to|for|once|at)\b|[.;,]|\Z)",
    re.IGNORECASE,
    signs=Signs(
        "evaluate assess measure report. review publish learn. decide.",
        "evaluate impact effect result success outcome lessons findings evaluation learn. "
        "extension",
    ),
)
_BEGINS = late_pattern(
    r"\A\W*(?:run|start|launch|hold|introduce|open|begin|try(?: out)?|trial|pilot|set up|roll "
    r"out|deliver|offer|carry out) (?P<what>[^.;]+)",
    re.IGNORECASE,
)
_BEGINS_ONCE = late_pattern(r"\A\W*(?:start|launch|introduce|open|begin|set up)\b", re.IGNORECASE)
_WILL_BEGIN = late_pattern(
    r"\b(?:starts?|begins?|opens?|runs?|launch(?:es|ed)|introduced|commences?)\b", re.IGNORECASE
)
_IN_OR_FROM = late_pattern(
    rf"\b(?:in|on|from) (?:the )?(?P<when>(?:\d{{1,2}}(?:st|nd|rd|th)? )?{ANY_MONTH} 20\d\d)\b",
    re.IGNORECASE,
)
_ANOTHER_ROUND = late_pattern(
    r"\b(?:first|second|third|next|last|previous|earlier|existing|current|old|again|phase|stage|"
    r"round|cohort|wave|baseline|similar|other|another|new|extend\w*|extension of|expan\w+|not|"
    r"was|were|further|more|began|plan for|design)\b",
    re.IGNORECASE,
)
_OF_ANY_WORK = word_set("that this with from their have will been into more each work")


class _Begun(NamedTuple):
    """What begins: how its words begin, when, and where it is said."""

    stems: frozenset[str]
    when: DateSpan
    where: str


def _evaluated_before_it_begins(paper: Paper) -> Iterator[Found]:
    """Yield each action that evaluates what, by another action or the report, begins later."""
    evaluating = paper.open_with(signs_of(_EVALUATES))
    judged = [(one, what) for one in evaluating if (what := _evaluated_by(one))]
    begun = [*_begun_by_actions(paper), *_begun_by_report(paper)] if judged else []
    for action, what in judged:
        stems = stems_of(what, _OF_ANY_WORK, long=4)
        due = due_of(paper.reading_of(action))
        if due is None or len(stems) < _TWO or _ANOTHER_ROUND.search(what):
            continue
        same = [one for one in begun if stems <= one.stems]
        if same and all(due.last < one.when.first for one in same):
            text = (
                f"“{what}” is evaluated by {span_in_words(due)}, and begins "
                f"{span_in_words(same[0].when)} {same[0].where}: which is right?"
            )
            place = action_place(paper.plan, action.id, "timescale")
            yield Found(place, text, (action.timescale, str(same[0].when.first)), about="evaluated")


@remembered_by_row
def _evaluated_by(action: Action) -> str:
    """Return what an action evaluates, empty where it does something else."""
    found = _EVALUATES.match(action.text)
    return found["what"] if found else ""


def _begun_by_actions(paper: Paper) -> Iterator[_Begun]:
    counted = said_of_all(paper.plan)
    for action in paper.plan.actions:
        found = _BEGINS.match(action.text)
        if found is None or _ANOTHER_ROUND.search(action.text):
            continue
        reading = paper.reading_of(action)
        begins = reading.begins or dates_beside(action, counted).get("begins")
        if begins is None and _BEGINS_ONCE.match(action.text):
            begins = due_of(reading)
        if begins is not None:
            stems = stems_of(found["what"], _OF_ANY_WORK, long=4)
            yield _Begun(stems, begins, f"by action {paper.plan.ref_of(action.id)}")


def _begun_by_report(paper: Paper) -> Iterator[_Begun]:
    for words in prose_words(paper):
        for sentence, _ in sentences_of(words) if "20" in words.text else ():
            days = list(_IN_OR_FROM.finditer(sentence))
            if len(days) != 1 or not _WILL_BEGIN.search(sentence):
                continue
            when = read_date(days[0]["when"])
            if when is not None and not _ANOTHER_ROUND.search(sentence):
                yield _Begun(stems_of(sentence, _OF_ANY_WORK, long=4), when, "by the report")


def _after_their_aims(paper: Paper) -> Iterator[Found]:
    """Yield for each aim that names its day which of its actions are due after it."""
    plan, (today, _) = paper.plan, counted_from(paper)
    for aim in plan.aims:
        until = _until_of_aim(aim.text)
        if until is None or until.last < today:
            continue
        dues = ((one, due_of(paper.reading_of(one))) for one in plan.actions_of(aim.id))
        late = [
            (one, due)
            for one, due in dues
            if due is not None and due.first > until.last and one.id not in paper.closed
        ]
        for action, due in late:
            text = (
                f"It is due {span_in_words(due)}, and its aim is to be met by "
                f"{span_in_words(until)}: which is meant?"
            )
            place = action_place(plan, action.id, "timescale")
            yield Found(place, text, (action.timescale, span_in_words(until)), about="aim")


@remembered
def _until_of_aim(text: str) -> DateSpan | None:
    """Return the last day by which an aim says that it is to be met, or None."""
    named = (read_date(found["when"]) for found in _MET_BY.finditer(text)) if "20" in text else ()
    return max(filter(None, named), default=None, key=lambda one: one.last)


def _not_after_others(paper: Paper) -> Iterator[Found]:
    """Yield each action that waits for one that there is not, or that is due later than itself."""
    plan = paper.plan
    may_wait = {one.id for one in paper.actions_saying(_AN_ACTION)}
    asked = (one for one in paper.open_actions if one.own or one.id in may_wait)
    waiting = [(action, waits) for action in asked if (waits := _waits_for(action))]
    if not waiting:
        return
    by_ref = {plan.ref_of(one.id): one for one in plan.actions}
    by_ref |= {one.own_ref.strip(): one for one in plan.actions if one.own_ref.strip()}
    shapes = Counter(map(_shape, by_ref))
    for action, waits in waiting:
        due = due_of(paper.reading_of(action))
        for ref, is_of_column in waits:
            other = by_ref.get(ref)
            if other is None and shapes[_shape(ref)] > 1:
                verb = "depends on" if is_of_column else "speaks of action"
                text = f"It {verb} {ref}, and the plan has no such action."
                place = action_place(plan, action.id, "text")
                yield Found(place, text, (ref,), about=ref)
            if other is None or other is action or is_of_column is None:
                continue
            theirs = due_of(paper.reading_of(other))
            if due is not None and theirs is not None and due.last < theirs.first:
                text = (
                    f"It is due {span_in_words(due)}, and {ref}, which it waits for, "
                    f"{span_in_words(theirs)}: which is meant?"
                )
                place = action_place(plan, action.id, "timescale")
                yield Found(place, text, (action.timescale, other.timescale), about=ref)


_AN_ACTION = Signs("action")


@remembered_by_row
def _waits_for(action: Action) -> tuple[tuple[str, bool | None], ...]:
    """Return the refs of the actions that one waits for, each with whether a column names it.

    With None are those that it only speaks of: they have to be there.
    """
    found: dict[str, bool | None] = {}
    for heading, text in action.own:
        if _OF_OTHERS.fullmatch(" ".join(heading.split()).strip(" :")):
            refs = [one.strip() for one in _BETWEEN_REFS.split(text)]
            if all(map(_REF.fullmatch, refs)):
                found |= dict.fromkeys(refs, True)
    own = (text for _, text in action.own)
    for text in (action.text, action.timescale, *action.success_criteria, *own):
        if _AN_ACTION.stand_in(text):
            for ref, comes_first in _spoken_of(text):
                if found.setdefault(ref, comes_first) is None:
                    found[ref] = comes_first
    return tuple(found.items())


def _spoken_of(text: str) -> Iterator[tuple[str, bool | None]]:
    """Yield the refs of a text that are of this plan, each with False where that comes first."""
    for found in _WAITS.finditer(text):
        if not _is_of_another(text, found.start("ref"), found.end()):
            yield found["ref"], False
    for found in _BUILDS_ON.finditer(text):
        if not _is_of_another(text, found.start("refs"), found.end()):
            comes_first = False if _TAKES_UP.match(found[0]) else None
            yield from ((ref, comes_first) for ref in _REF.findall(found["refs"]))


def _is_of_another(text: str, start: int, end: int) -> bool:
    """Return whether the words beside a ref make it one of another plan."""
    return bool(_OF_ANOTHER.match(text[end:].lstrip(" ,(")) or _ANOTHERS.search(text[:start]))


@remembered
def _shape(ref: str) -> str:
    """Return how a ref is made: "C5" as "A9", "2.14a" as "9.9a"."""
    return re.sub(r"[a-z]", "a", re.sub(r"[A-Z]", "A", re.sub(r"\d+", "9", ref)))


@check(
    "P35",
    "ASK",
    "A date that has moved has its reason.",
    PRACTICE,
    column="progress",
)
def moved_dates_have_a_reason(paper: Paper) -> Iterator[Found]:
    """P35: due later than it was, and neither the note nor a column says why.

    What has the status "delayed" is P15's, and a plan without any note may tell of it elsewhere.
    """
    plan = paper.plan
    if not plan.note_rows:
        return
    counted = said_of_all(plan)
    moved = [
        (action, was)
        for action in plan.actions
        if (was := _odd_dates(action, counted).moved) is not None and _is_unexplained(paper, action)
    ]
    if len(moved) >= MANY:
        text = "{refs} are due later than they were, and it is not said why."
        yield of_the_plan(paper, "timescale", text, [action for action, _ in moved])
        return
    for action, was in moved:
        due = paper.reading_of(action).due
        text = (
            f"It was due {span_in_words(was)} and is now due "
            f"{span_in_words(due) if due else 'later'}: it is not said why."
        )
        place = action_place(plan, action.id, "timescale")
        notes = plan.notes_of(action.id)
        yield Found(place, text, (action.timescale, *(note.text for note in notes[-1:])))


def _is_unexplained(paper: Paper, action: Action) -> bool:
    state = state_of(paper.plan, action, paper.judged_at, paper.own)
    if state.note is not None and delay_of(state.note):
        return False
    if not state.is_open or says_delayed(state.status) or says_cause_beside(action.timescale):
        return False
    if any(_OF_REASONS.search(heading) and text.strip() for heading, text in action.own):
        return False
    return not any(map(_says_why_it_moved, paper.plan.notes_of(action.id)))


@remembered_by_row
def _says_why_it_moved(note: ProgressNote) -> bool:
    """Return whether a note tells anything by which a date may have moved."""
    if len(note.text.split()) > _LONG_NOTE:
        return says_why(note)
    return says_more_than_a_move(note.text)


_LONG_NOTE = 30
"""From so many words on, a note tells too much to be sure that no word of it is a why."""


MOVED_DATE_CHECKS: tuple[Check, ...] = (dates_follow_one_another, moved_dates_have_a_reason)
