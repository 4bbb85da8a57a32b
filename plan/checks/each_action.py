"""Rules of one action, judged again only for an action that changed; and what holds of them all.

A judge looks at one action and nothing else, so what it said of an action is kept for as long as
the action stays as it is.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from plan.checks.check import Found
from plan.checks.paper import Paper
from plan.model.finding import Place, Severity
from plan.model.rows import Action, ProgressNote
from plan.papers.places import action_place
from plan.text.signs import Signs

Notes: TypeAlias = tuple[ProgressNote, ...]
_FEWEST_OF_A_ROW = 4
"""Of so many actions in a row only the first and the last are named."""
_FEWEST = 2
"""From so many actions on, what holds of every one of them is said once, of the plan."""


class Said(NamedTuple):
    """What a judge says of a field of an action; see `plan.checks.check.Found`."""

    field: str
    text: str
    facts: tuple[str, ...] = ()
    severity: Severity | None = None
    about: str = ""


Judge: TypeAlias = Callable[[Action], tuple[Said, ...]]
NotesJudge: TypeAlias = Callable[[Action, Notes], tuple[Said, ...]]


def of_each_action(paper: Paper, judge: Judge, signs: Signs | None = None) -> Iterator[Found]:
    """Yield what a judge says of each action, in the order of the paper.

    Of one without the `signs` in its text or criteria it has nothing to say, and is not asked.
    """
    for action in paper.plan.actions if signs is None else paper.actions_with(signs):
        for said in judge(action):
            yield found_at(paper, action, said)


def of_each_open_action(paper: Paper, judge: Judge) -> Iterator[Found]:
    """Yield what a judge says of each action of which something is still to come."""
    for action in paper.open_actions:
        for said in judge(action):
            yield found_at(paper, action, said)


def of_each_with_notes(
    paper: Paper, judge: NotesJudge, signs: Signs | None = None
) -> Iterator[Found]:
    """Yield what a judge says of each action that has progress notes, with such signs in them."""
    for action, notes in paper.noted if signs is None else paper.noted_with(signs):
        for said in judge(action, notes):
            yield found_at(paper, action, said)


def found_at(paper: Paper, action: Action, said: Said) -> Found:
    """Return what was said of an action as found at its place."""
    place = action_place(paper.plan, action.id, said.field)
    return Found(place, said.text, said.facts, said.severity, said.about)


def holds_of_all(paper: Paper, actions: Sequence[Action]) -> bool:
    """Return whether so many actions are all that the plan has open, and more than one."""
    return len(actions) == len(paper.open_actions) >= _FEWEST


def of_the_plan(
    paper: Paper,
    field: str,
    text: str,
    actions: Sequence[Action],
    severity: Severity | None = None,
    *,
    place: Place | None = None,
) -> Found:
    """Return what holds of several actions as one finding of the plan, with the actions listed.

    It opens at `place`, else at the first of them. `{refs}` in the text stands for them.
    """
    opens = place or action_place(paper.plan, actions[0].id, field)
    at = Place(f"plan/{field}", opens.table, opens.id, opens.field)
    each = _listed([paper.plan.ref_of(one.id) for one in actions])
    said = text.format(refs=refs_of(paper, actions))
    return Found(at, said, (each,), severity, about="plan")


def refs_of(paper: Paper, actions: Sequence[Action]) -> str:
    """Return the refs of actions in words: "1.1, 1.2 and 2.1"; of a row only the ends, "to"."""
    refs: list[str] = []
    name = paper.plan.refs_in_words
    for run in _runs(paper, actions):
        first, last = (name(one.id) for one in (run[0], run[-1]))
        is_long = len(run) >= _FEWEST_OF_A_ROW
        refs += [f"{first} to {last}"] if is_long else [name(one.id) for one in run]
    return _listed(refs)


def _listed(refs: Sequence[str]) -> str:
    *others, last = refs
    return f"{', '.join(others)} and {last}" if others else last


def _runs(paper: Paper, actions: Sequence[Action]) -> list[list[Action]]:
    """Return actions in rows: those that follow one another under one aim, in the plan's order."""
    place = {one.id: k for k, one in enumerate(paper.plan.actions)}
    runs: list[list[Action]] = []
    for action in actions:
        last = runs[-1][-1] if runs else None
        follows = last is not None and place[action.id] == place[last.id] + 1
        if follows and last is not None and last.parent == action.parent:
            runs[-1].append(action)
        else:
            runs.append([action])
    return runs
