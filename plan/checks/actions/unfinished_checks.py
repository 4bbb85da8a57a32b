"""What is still to be filled in or explained in the plan: P32 and P33."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plan.checks.check import Check, Found, check
from plan.checks.each_action import Notes, Said, found_at, of_each_with_notes
from plan.checks.facts.acronyms import (
    WELL_KNOWN,
    initials_of,
    is_short_for_words_in,
    tied_in,
)
from plan.checks.facts.report_text import prose_words
from plan.checks.paper import Paper
from plan.model.finding import Severity
from plan.model.rows import Action
from plan.papers.markdown import plain_of
from plan.papers.places import action_place, aim_place
from plan.reading.abbreviations import abbreviations_in
from plan.reading.timescales import read_timescale
from plan.text.line_breaks import summary_line
from plan.text.placeholders import (
    MAY_BEGIN,
    PLACEHOLDER,
    is_only_a_placeholder,
    placeholder_in,
)
from plan.text.remembered import remembered, remembered_by_row
from plan.text.signs import TWO_CAPITALS, Signs, signs_in_all

_UNDECIDED = re.compile(r"\btb[acd]\b", re.IGNORECASE)
"""In a note "venue TBC" is news; in an action or a criterion it is a gap."""
_ACRONYM = re.compile(
    r"[A-Z](?<![\w&/.-].)(?:[A-Z]|&(?=[A-Z])){2,7}(?=s?\b)(?![\w&]*[-/.]?\d)(?!-[A-Z])"
)
_ACRONYMS = Signs(TWO_CAPITALS)
_NUMERAL = re.compile(r"[IVXLCM]+")
_SHOUTED = 0.5
"""From this share of words in capitals on, a text is shouted, and its words are no acronyms."""
_FEWEST_WORDS = 3
_SHORT = 40
"""Characters up to which a text may be nothing but "to follow" or "text"."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_MEANT = re.compile(r"\b(?:known|called|named|titled|entitled|branded) (?:as )?[“\"'‘]?$")


@check(
    "P32",
    "FIX",
    "Nothing in the plan is left to be filled in.",
    "Council practice: what a template asks for is not published",
)
def nothing_is_left_blank(paper: Paper) -> Iterator[Found]:
    """P32: "[Insert target]", "xx", "???" or "TBC" where words should be.

    A timescale that says no time at all is P7's. Of what is done or given up, only its words count.
    """
    for aim in paper.plan.aims:
        if left := placeholder_in(aim.text):
            yield Found(aim_place(paper.plan, aim.id), _LEFT.format(left), (left,))
    for action in paper.plan.actions:
        is_closed = action.id in paper.closed
        for said in _open_in(action).left:
            if said.field == "text" or not is_closed:
                yield found_at(paper, action, said)
    yield from of_each_with_notes(paper, lambda action, notes: _open_in_notes(action, notes).left)


_LEFT = "“{}” is still to be filled in."


class _Open(NamedTuple):
    """What is left to be filled in, and each acronym with the field that it stands in."""

    left: tuple[Said, ...] = ()
    named: tuple[tuple[str, str], ...] = ()


_NOTHING = _Open()


@remembered_by_row
def _open_in(action: Action) -> _Open:
    """Return what an action leaves open; both rules look through its texts at once."""
    told = signs_in_all((action.text, action.timescale, *action.success_criteria))
    is_left = PLACEHOLDER.are_among(told) or _is_short_of_words(action)
    left = _left_in_action(action) if is_left else ()
    named = _named_in(action) if _ACRONYMS.are_among(told) else ()
    return _Open(left, named) if left or named else _NOTHING


@remembered_by_row
def _open_in_notes(_: Action, notes: Notes) -> _Open:
    texts = [one.text.strip() for one in notes]
    told = signs_in_all(texts)
    is_left = PLACEHOLDER.are_among(told) or any(len(one) <= _SHORT for one in texts)
    left = _left_in_notes(texts) if is_left else ()
    named = _named_in_notes(texts) if _ACRONYMS.are_among(told) else ()
    return _Open(left, named) if left or named else _NOTHING


def _left_in_action(action: Action) -> tuple[Said, ...]:
    fields = (
        ("text", (action.text,)),
        ("leads", action.leads),
        ("success_criteria", action.success_criteria),
    )
    found = []
    for field, texts in fields:
        if left := next(filter(None, (left_to_fill(one) for one in texts)), ""):
            found.append(Said(field, _LEFT.format(left), (left,)))
    left = placeholder_in(action.timescale)
    if left and read_timescale(action.timescale).says_when:
        found.append(Said("timescale", _LEFT.format(left), (left,)))
    return tuple(found)


def is_success_left_blank(action: Action) -> bool:
    """Return whether a criterion of an action is still to be filled in."""
    left = _open_in(action).left
    return bool(left) and any(said.field == "success_criteria" for said in left)


def _is_short_of_words(action: Action) -> bool:
    """Return whether a text of an action, or a lead, is nothing but a placeholder."""
    texts = (action.text, *action.success_criteria, *action.leads)
    return any(_has_no_words(one) for one in texts if len(one) <= _SHORT)


@remembered
def _has_no_words(text: str) -> bool:
    return text.lower().lstrip(" (").startswith(MAY_BEGIN) and bool(left_to_fill(text))


def _left_in_notes(texts: list[str]) -> tuple[Said, ...]:
    found = (one if is_only_a_placeholder(one) else placeholder_in(one) for one in texts if one)
    left = next(filter(None, found), "")
    return (Said("progress", _LEFT.format(left), (left,)),) if left else ()


@remembered
def left_to_fill(text: str) -> str:
    """Return what of an action, a lead or a criterion is left to be filled in; empty if nothing."""
    if left := placeholder_in(text):
        return left
    if text.strip() and is_only_a_placeholder(text):
        return text.strip()
    undecided = _UNDECIDED.search(text)
    return undecided[0] if undecided else ""


@check(
    "P33",
    "ASK",
    "An acronym of an action is explained somewhere.",
    "Plain-language practice: a councillor reads the plan for the first time",
)
def acronyms_are_explained(paper: Paper) -> Iterator[Found]:
    """P33: an acronym in an action, a criterion or a note that nothing in the paper ties to a name.

    Those of leads are P6's, and what everybody in a council knows is left in peace. All are said
    once, of the plan; as a remark where no report takes it to councillors.
    """
    first: dict[str, tuple[Action, str]] = {}
    for action in paper.plan.actions:
        notes = paper.plan.notes_of(action.id)
        in_notes = _open_in_notes(action, notes).named if notes else ()
        for name, field in (*_open_in(action).named, *in_notes):
            first.setdefault(name, (action, field))
    if not first:
        return
    told, written_out = _explained(paper)
    unknown = {
        name: (action, field)
        for name, (action, field) in first.items()
        if name not in told and name not in written_out
        if not is_short_for_words_in(name, action.text)
    }
    if not unknown:
        return
    severity: Severity | None = None if paper.has_report else "INFO"
    action, field = next(iter(unknown.values()))
    if len(unknown) == 1:
        (name,) = unknown
        text = f"{name}: nowhere explained, and a councillor reads it for the first time."
        yield found_at(paper, action, Said(field, text, tuple(unknown), severity))
        return
    refs = (f"{name} ({paper.plan.ref_of(one.id)})" for name, (one, _) in unknown.items())
    *others, last = refs
    text = f"{', '.join(others)} and {last}: nowhere explained, and read for the first time."
    place = action_place(paper.plan, action.id, field)
    yield Found(place, text, tuple(unknown), severity)


def _named_in(action: Action) -> tuple[tuple[str, str], ...]:
    in_text = ((name, "text") for name in acronyms_in(action.text))
    criteria = (name for one in action.success_criteria for name in acronyms_in(one))
    return tuple(dict((*((name, "success_criteria") for name in criteria), *in_text)).items())


def _named_in_notes(texts: list[str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, "progress") for text in texts for name in acronyms_in(text))


@remembered
def acronyms_in(text: str) -> tuple[str, ...]:
    """Return the acronyms of a text that not everybody knows, each once; none of a shouted text."""
    found = [
        match[0]
        for match in _ACRONYM.finditer(text)
        if match[0] not in WELL_KNOWN
        and not _NUMERAL.fullmatch(match[0])
        and not _MEANT.search(text, max(0, match.start() - 30), match.start())
    ]
    return () if found and is_shouted(text) else tuple(dict.fromkeys(found))


def is_shouted(text: str) -> bool:
    """Return whether most words of a text are in capitals, so that these are no acronyms."""
    words = _WORD.findall(text)
    shouted = sum(word.isupper() for word in words)
    return len(words) >= _FEWEST_WORDS and shouted > _SHOUTED * len(words)


def _explained(paper: Paper) -> tuple[set[str], str]:
    """Return the acronyms that the paper ties or leads have, and the initials of all its names.

    P6 asks about those of leads; what the officer has said one stands for explains it too.
    """
    plan, report = paper.plan, paper.plan.report
    cover = plan.cover
    names = (cover.title, cover.subtitle, cover.partnership, report.title, report.committee)
    texts = [*names, report.by, *(aim.text for aim in plan.aims)]
    said = [words.text for words in prose_words(paper)]
    texts += said
    found = set().union(*map(tied_in, texts), *map(_tied_of, plan.actions))
    found.update(*map(abbreviations_in, said))
    found.update(abbreviations_in(plain_of(cover.introduction)), plan.acronyms)
    found.update(*(acronyms_in(lead) for action in plan.actions for lead in action.leads))
    found.update(*(tied_in(note.text) for _, notes in paper.noted for note in notes))
    written_out = "".join(map(initials_of, texts)) + "".join(map(_initials, plan.actions))
    return found, written_out


@remembered_by_row
def _tied_of(action: Action) -> frozenset[str]:
    texts = (summary_line(action.text), action.text, *action.success_criteria, *action.leads)
    return frozenset().union(*map(tied_in, texts))


@remembered_by_row
def _initials(action: Action) -> str:
    return "".join(map(initials_of, (action.text, *action.leads, *action.success_criteria)))


UNFINISHED_CHECKS: tuple[Check, ...] = (nothing_is_left_blank, acronyms_are_explained)
