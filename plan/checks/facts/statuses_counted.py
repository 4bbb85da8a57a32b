"""How many actions are told to stand so, in whatever words and order, against the plan: for R40.

"Seven actions were complete, three were on track and two were delayed", "Complete: 7", "of the
twelve actions seven have been finished": each count with its state is one fact. The words of the
states need not be those of the plan: all that is late is late.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from plan.checks.paper import Paper, once_for_each_paper
from plan.following.action_state import in_words, key_of, state_of
from plan.papers.markdown import plain_of
from plan.papers.passage_tables import rows_of
from plan.reading.dates import A_MONTH
from plan.reading.number_words import in_figures, number_of
from plan.reading.status import is_bare, says_done, tone_of
from plan.text.line_breaks import counted, shortened
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered
from plan.text.signs import Signs

State: TypeAlias = Literal["complete", "on track", "late", "not started"]
_STATES: dict[State, str] = {
    "complete": r"complete[d]?|finished|closed|done|delivered|implemented|achieved",
    "not started": r"not (?:yet )?(?:started|begun)|yet to (?:start|begin)|unstarted",
    "on track": r"on (?:track|course|target|schedule)|progressing|in progress|under ?way|ongoing",
    "late": r"delayed|late|behind(?: schedule)?|overdue|off track|slipp(?:ed|ing)|at risk|"
    r"running late",
}
_STATE = "|".join(rf"(?P<s{k}>{words})" for k, words in enumerate(_STATES.values()))
_BEEN = (
    r"(?:(?:is|are|was|were|has|have|had|been|now|all|already|fully|either|still|running|shown as|"
    r"marked(?: as)?|rated|reported as|judged to be) )*"
)
_NUMBER = r"(?<![\d.,£/–-])(?P<count>\d{1,3}|\bone\b)(?![\d%/]|[.,]\d| ?%)"
_OF_ALL = r"(?: (?:out )?of (?:the |all |these |those |its )*(?:\d{1,3} )?(?:actions|them|these)?)?"
_COUNTED = late_pattern(
    rf"{_NUMBER}{_OF_ALL}(?: (?P<what>actions?))? {_BEEN}(?:{_STATE})\b(?P<after>(?: actions)?)"
    r"(?=\W*(?:$|[,;.:()–—]| (?:and|but|while|with|by|at|on|in time|so far)\b))",
    re.IGNORECASE,
)
_LABELLED = late_pattern(rf"\b(?:{_STATE})\b ?[:–—=(-]+ ?{_NUMBER}", re.IGNORECASE)
_OF_SOME = late_pattern(
    r"\b(?:(?:aims?|priority|priorities|themes?|outcomes?) (?:\d|one|two|three|four|five)\b|under "
    r"(?:the )?(?:first|second|third|fourth|last|each|this|that) |(?:led|owned) by\b|"
    r"each (?:aim|priority|theme)\b|(?:last|previous|earlier|former|first) (?:year|session|"
    r"plan|report|quarter|update|meeting|cycle)\b|(?:will|would|should|to) be\b|by then\b|"
    r"expected\b|recommendations?\b|national\b|other plan|corporate\b|"
    r"high[- ]priority\b|audit\b|(?:except|apart from|excluding|since|when)\b|"
    r"(?:at least|at most|more than|fewer than|less than|over|about|around|nearly|almost|up to) "
    r"(?:\d|[a-z]+ (?:actions|of)))",
    re.IGNORECASE,
)
"""Words of a count of only some of the actions, of another plan's, or of another time."""
_DATE = late_pattern(rf"\b(?:\d{{1,2}} )?{A_MONTH} 20\d\d\b")
_DATED = late_pattern(rf"\b(?:{A_MONTH}) (?P<year>20\d\d)\b|\b(?P<only>20\d\d)\b")
_OF_A_STATE = (
    "complete finished closed done delivered implemented achieved unstarted progressing ongoing "
    "underway delayed late behind overdue slipped slipping running"
)
_MAY_COUNT = late_pattern(
    rf"\b(?:{'|'.join(_STATES.values())})",
    re.IGNORECASE,
    signs=Signs(
        f"{_OF_A_STATE} not. yet. on. in. under. off. at.",
        f"{_OF_A_STATE} start begun begin track course target schedule progress way risk",
    ),
)
_SAYS_SO = late_pattern(
    r"\bactions?\b.*\b(?:is|are|was|were|has|have)\b|\bof (?:the|its) ", re.IGNORECASE
)
"""A count that alone says of how many actions it holds."""
_FEWEST_ROWS, _TWO = 3, 2
"""A table that counts them has a header and two states at least, each with its number."""


class _Told(NamedTuple):
    state: State
    many: int
    typed: str


def states_counted_otherwise(paper: Paper, sentence: str) -> Iterator[tuple[str, str]]:
    """Yield what is asked of the first count in a sentence that the plan's statuses have not."""
    told = _told_in(sentence)
    may_be_share = "actions" in sentence and _SHARE_DONE.search(sentence)
    if may_be_share and not _is_of_another_time(paper, sentence):
        yield from _share_done_otherwise(paper, sentence)
    if not told or _is_of_another_time(paper, sentence):
        return
    found = _differs(paper, told)
    if found is not None:
        one, held = found
        said = f"{counted(held, 'action')} of the plan {'is' if held == 1 else 'are'}"
        text = f"“{shortened(sentence)}”: {said} {one.state}, not {one.many}: which is right?"
        yield text, one.typed


_SHARE_DONE = late_pattern(
    r"\A\W*(?:So far|To date|Already|By now|At present)?,? ?(?P<share>(?:just |only )?(?:over |"
    r"under )?"
    r"(?:half|an? third|two[- ]thirds|an? quarter|three[- ]quarters)|most|the majority) "
    r"(?:of )?(?:all )?(?:the |its |our |these )?actions (?:(?:in|of) (?:the|this) (?:\w+ )?plan )?"
    r"(?:are|have been|were) (?:now |already |fully )*(?:complete[d]?|done|finished|delivered|"
    r"achieved)"
    r"(?=\W*\Z|[.;,] )",
    re.IGNORECASE,
)
"""A part of all actions that is told to be done: "Half of the actions have been completed"."""
_LEAST_DONE = {"third": 1 / 3, "two": 2 / 3, "three": 3 / 4, "quarter": 1 / 4, "half": 1 / 2}
_OFF_BY = 0.2
"""A share that is so much off is another; what is nearer may be told roughly."""


def _share_done_otherwise(paper: Paper, sentence: str) -> Iterator[tuple[str, str]]:
    """Yield that another part of the actions is done than a sentence tells."""
    found, held = _SHARE_DONE.search(sentence), _held(paper)
    total = len(paper.plan.actions)
    if found is None or held is None or total < _FEWEST_ACTIONS:
        return
    words = re.split(r"[ -]", found["share"].casefold())
    named = [
        name for name in ("two", "three", "third", "quarter", "half") if name in " ".join(words)
    ]
    told = _LEAST_DONE[named[0]] if named else 0.5
    done = held["complete"] / total
    is_less = done < told - (_OFF_BY if named else 0.0)
    if is_less or (named and done > told + _OFF_BY):
        said = f"{counted(held['complete'], 'action')} of {total}"
        are = "is" if held["complete"] == 1 else "are"
        text = f"“{shortened(sentence)}”: {said} in the plan {are} complete: which is right?"
        yield text, found["share"]


_FEWEST_ACTIONS = 4


def states_in_table(paper: Paper, table: str) -> Iterator[tuple[str, str]]:
    """Yield what is asked of a table that counts the actions by how they stand."""
    told = _rows_told(table)
    found = _differs(paper, told) if len(told) > 1 else None
    if found is not None:
        one, held = found
        said = f"{counted(held, 'action')} of the plan {'is' if held == 1 else 'are'} so marked"
        yield f"The table has “{one.typed}”, and {said}: which is right?", one.typed


@remembered
def _told_in(sentence: str) -> tuple[_Told, ...]:
    if not _MAY_COUNT.search(sentence) or _OF_SOME.search(sentence):
        return ()
    text = in_figures(_DATE.sub("·", sentence))
    counts = [*_COUNTED.finditer(text)] or [*_LABELLED.finditer(text)]
    has_actions = re.search(r"\bactions?\b", text, re.IGNORECASE) is not None
    told = tuple(
        _Told(_state_of(one), number_of(one["count"]) or 0, one[0].strip()) for one in counts
    )
    return told if has_actions and len({one.state for one in told}) == len(told) else ()


def _state_of(found: re.Match[str]) -> State:
    return next(state for k, state in enumerate(_STATES) if found[f"s{k}"])


@remembered
def _rows_told(table: str) -> tuple[_Told, ...]:
    rows = [[plain_of(cell).strip() for cell in row] for row in rows_of(table)]
    if len(rows) < _FEWEST_ROWS or len(rows[0]) != _TWO:
        return ()
    if not re.search(r"actions|number", " ".join(rows[0]), re.IGNORECASE):
        return ()
    told = []
    for first, second in rows[1:]:
        state = re.fullmatch(rf"\W*(?:{_STATE})\W*", first, re.IGNORECASE)
        count = number_of(second)
        if state is None or count is None:
            continue
        told.append(_Told(_state_of(state), count, f"{first}: {second}"))
    return tuple(told) if len({one.state for one in told}) == len(told) else ()


def _is_of_another_time(paper: Paper, sentence: str) -> bool:
    """Return whether a sentence tells of a year before that of the meeting."""
    years = {int(one["year"] or one["only"]) for one in _DATED.finditer(sentence)}
    return bool(years) and max(years) < paper.judged_at.year - 1


def _differs(paper: Paper, told: tuple[_Told, ...]) -> tuple[_Told, int] | None:
    """Return the first count that the plan has otherwise, with how many it has."""
    held, total = _held(paper), len(paper.plan.actions)
    counted_in_all = sum(one.many for one in told)
    if held is None or counted_in_all > total:
        return None
    is_of_all = counted_in_all == total
    for one in told:
        there = held[one.state]
        if one.many == there or not (is_of_all or one.state == "complete"):
            continue
        if not is_of_all and (len(told) > 1 or not _is_plain(one)):
            continue
        if one.state == "on track" and "late" not in {other.state for other in told}:
            there += held["late"]
        if one.many != there:
            return one, there
    return None


def _is_plain(one: _Told) -> bool:
    """Return whether a count alone says that so many actions "are" or "have been" completed."""
    return _SAYS_SO.search(one.typed) is not None


@once_for_each_paper
def _held(paper: Paper) -> dict[State, int] | None:
    """Return how many actions stand so, None where one has no status that can be told."""
    key = key_of(paper.plan)
    held: dict[State, int] = dict.fromkeys(_STATES, 0)
    for action in paper.plan.actions:
        state = state_of(paper.plan, action, paper.judged_at, paper.own)
        status = in_words(state.status, key).strip()
        if not status or is_bare(status):
            return None
        tone = tone_of(status)
        if says_done(status) or state.is_done:
            held["complete"] += 1
        elif found := re.match(rf"\W*(?:{_STATE})\b", status, re.IGNORECASE):
            held[_state_of(found)] += 1
        elif tone in ("bad", "doubtful"):
            held["late"] += 1
        else:
            return None
    return held
