"""The rules of a form, as data: what one answer requires of another.

A rule's `when` is a list of conditions; we show its sentence if all of them hold. A condition is a
word and the ids of what it looks at. Those that look beyond the form do not hold without a paper:

- `blank Q`, `filled Q`: question Q has no answer, or has one; a dash or "TBC" is none
- `void Q`: it has none, or "N/A", "None" and nothing more
- `loses Q`, `gains Q`: the answer tells that somebody loses, or gains, by what is assessed
- `no Q`, `yes Q`: the answer is blank or reads as No, None or N/A; or it starts with Yes. If the
  question has boxes, the box No or Yes is ticked
- `bare Q`: Yes and nothing else; `curt Q`: nothing, or only a word or two besides Yes or No
- `timed Q`: the answer says when or how often; `planless Q`: it says nothing else
- `qualified Q`: a No that goes on, as in "No, but …"; `explained Q`: a No that says why, or what
  will be done later; `planned Q`: the answer says what and when, and is not just a No
- `names Q WORDS`: some word in the answer starts with one of these
- `ticked Q BOX`, `unticked Q BOX`: a box of question Q; `nowhere Q BOX`: no assessment in the
  paper has it ticked
- `any M COLUMN`, `none M COLUMN`: some row, or no row, of matrix M is marked in a column
- `without M COLUMN`: some row of table M is marked or says something, and has nothing in a column
- `alike M COLUMN N`: at least N rows of matrix M are marked in a column
- `unmarked M`, `overmarked M`: some row of M has no mark, or more than one; rows that ask for
  words of their own ("Other") may stay unmarked
- `lacks M ROW`: matrix M has no row with that id
- `only Q N`: the number of boxes ticked in question Q is not N
- `words M`: a row of M that asks for words has a mark but no words, or words but no mark; M may
  also be a choice
- `undated Q`: there is an answer with no date in it
- `not-later Q Q2`: the date is not after that of Q2
- `later Q Q2 N`: the date is more than N months after that of Q2
- `after Q DAY`: the date is after the `meeting`, after `today`, or after the day that is `judged`:
  the meeting, else today
- `same Q Q2`: both questions have the same answer
- `unnamed M COLUMN Q`: some row of matrix M is marked in a column and not named in answer Q
- `untaken Q`: no action of the plan does what answer Q says
- `says FACT`: the paper `approves` something, `cites` reports or surveys, has `met` recently,
  is about `children`, names or has an assessment of `childrens-rights`, or speaks of the duty
  `fairer-scotland`
- `titled WORDS`: the title of the report or of the plan has a word that starts like this
- `differs Q FIELD`: the answer differs from a field of the paper, such as `report.number`
- `unlike Q FIELD`: the answer resembles neither the report's title nor the plan's
- `strange Q FIELD`: the answer shares no word with `report.service`: committee and author
- `not …`: any of these does not hold
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Annotated, Self, TypeAlias

from pydantic import Field, model_validator

from plan.council.format_part import FormatPart, Words, check_pattern
from plan.model.finding import Severity

MEANINGS: Mapping[Severity, str] = {
    "STOP": "must be put right before the paper goes out",
    "FIX": "must be answered",
    "ASK": "worth a look",
    "INFO": "to be known",
}
"""What each one wants from the officer."""
Condition: TypeAlias = Annotated[tuple[str, ...], Field(min_length=2, max_length=5)]

_PAPER_FIELDS = ("report.number", "report.title", "report.service", "plan.title", "plan.subtitle")
"""The parts of the paper that an answer can be compared with."""

_WITH_BOXES = frozenset({"ticked", "unticked", "nowhere", "any", "none", "alike", "unnamed"})
_OF_THE_PAPER = frozenset({"says", "titled"})
_OF_TWO_ANSWERS = frozenset({"not-later", "later", "same"})
CONDITIONS = {
    **dict.fromkeys(("blank", "filled", "no", "yes", "bare", "curt", "timed", "planless"), 2),
    **dict.fromkeys(("qualified", "explained", "planned", "void", "loses", "gains"), 2),
    **dict.fromkeys(("unmarked", "overmarked", "words", "undated", "says", "titled"), 2),
    **dict.fromkeys(("ticked", "unticked", "nowhere", "any", "none", "only", "lacks"), 3),
    "without": 3,
    **dict.fromkeys(("names", "after", "not-later", "differs", "unlike", "strange"), 3),
    **dict.fromkeys(("alike", "later", "unnamed"), 4),
    "untaken": 2,
    "same": 3,
}
"""The words that conditions start with, and how many words each takes."""
SWITCHING = {
    word: CONDITIONS[word]
    for word in (
        *("blank", "filled", "no", "yes"),
        *("ticked", "unticked", "any", "none", "only", "unmarked", "alike"),
    )
}
"""The conditions on which it can depend whether something is asked: those on answers alone."""
_LAST_WORDS = {
    "says": frozenset(
        {"approves", "cites", "met", "children", "childrens-rights", "fairer-scotland"}
    ),
    "after": frozenset({"meeting", "today", "judged"}),
    **dict.fromkeys(("differs", "strange"), frozenset(_PAPER_FIELDS)),
}
_NUMBERED = frozenset({"only", "alike", "later"})


class Rule(FormatPart):
    """A rule of the form.

    `place` is the id of the question or group it is about. `text` says what is wanted and why;
    `{rows}` in it stands for the matrix rows concerned. `source` is where the rule comes from: the
    form's own words, a regulation, practice. It is in force from `since` up to and including
    `until`.
    `final` says that no reason can answer it.
    """

    id: Words
    severity: Severity
    place: Words
    text: Words
    source: Words
    when: Annotated[tuple[Condition, ...], Field(min_length=1)]
    since: date | None = None
    until: date | None = None
    final: bool = False

    @model_validator(mode="after")
    def _is_known(self) -> Self:
        for condition in map(asserted, self.when):
            if not _is_condition(condition):
                raise ValueError(f"rule {self.id}: {' '.join(condition)} is no condition")
        check_pattern("text", self.text, {"rows": ""})
        return self

    def is_in_force(self, day: date) -> bool:
        """Return whether the rule is in force on a day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )

    @property
    def questions(self) -> tuple[str, ...]:
        """The ids of the questions and groups named in the rule."""
        named = [word for condition in self.when for word in _asked_by(condition)]
        return (self.place, *named)


def _is_condition(condition: Condition) -> bool:
    word, last = condition[0], condition[-1]
    if word in _NUMBERED and not last.isdecimal():
        return False
    return CONDITIONS.get(word) == len(condition) and last in _LAST_WORDS.get(word, {last})


def asserted(condition: Condition) -> Condition:
    """Return a condition without its "not"."""
    return condition[1:] if condition[0] == "not" else condition


def _asked_by(condition: Condition) -> tuple[str, ...]:
    """Return the questions and groups that a condition looks at."""
    word, *rest = asserted(condition)
    if word in _OF_THE_PAPER:
        return ()
    if word == "unnamed":
        return (rest[0], rest[2])
    return tuple(rest[:2] if word in _OF_TWO_ANSWERS else rest[:1])


def unknown_names(
    boxes: Mapping[str, Collection[str]], questions: Iterable[str], when: Iterable[Condition]
) -> tuple[str, ...]:
    """Return what is named of a form that it lacks: its questions, groups and boxes.

    `boxes` are the ids of the boxes of each question of the form, `questions` those named, and
    `when` the conditions in which boxes are named.
    """
    groups = {_group_of(question) for question in boxes}
    unknown = [name for name in questions if name not in boxes and name not in groups]
    for word, asked, *rest in map(asserted, when):
        if word == "without":
            own = (question.split(".") for question in boxes)
            columns = {name for first, *names in own if first == asked for name in names}
            unknown += [f"{asked} {column}" for column in rest if column not in columns]
        if word not in _WITH_BOXES:
            continue
        known = {
            box
            for question, its_boxes in boxes.items()
            if asked in (question, _group_of(question))
            for box in its_boxes
        }
        unknown += [f"{asked} {box}" for box in rest[:1] if box not in known]
    return tuple(dict.fromkeys(unknown))


def _group_of(question: str) -> str:
    return question.partition(".")[0]
