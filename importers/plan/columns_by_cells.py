"""Tells what a column holds by its cells, where its heading leaves a few meanings and no more.

"Delivered by" is who or when, "State" a status or progress, "Minute" a ref or a note. What a
heading says plainly, and what the council or the officer says of it, is never read otherwise.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from importers.plan.aims import GRADES
from importers.plan.bands import band_of
from importers.plan.cells import is_ref
from importers.plan.columns import HeadingWords, understood
from importers.plan.header_column import HeaderColumn
from importers.plan.heading_kinds import (
    is_question,
    is_something_else,
    is_who_or_when,
    words_of,
)
from importers.plan.headings import AIM, STATUS, heading_key, meaning_of
from importers.plan.meanings import Kind
from importers.plan.ticked_statuses import is_status_to_tick
from plan.council.format import ColumnField
from plan.papers.blocks import Cell, Row
from plan.reading.status import tone_of_words
from plan.text.clean import clean_line

_LONGEST_REF = 20
_OF_WORDS = re.compile(r"[^\W\d_]{4}")
"""What a text in words has and a ref such as "TR/07/a" has not."""
_BARE_REF = re.compile(r"(?=\S*\d)[^\W_]{1,6}(?:[./()–-]{1,2}[^\W_]{0,4}){0,4}")
_FEW_WORDS, _SOME_WORDS = 3, 8
_DATED = re.compile(
    r"\b(?:Jan(?:uary)?|Feb(?:ruary)?|March|Mar|April|Apr|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|(?:19|20)\d\d(?:/\d\d)?"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|ongoing|on-going|immediate(?:ly)?|complete|monthly"
    r"|quarterly|weekly|yearly|annual(?:ly)?|termly|Q[1-4]|(?:term|year|week|month) \d{1,2}"
    r"|spring|summer|autumn|winter|christmas|easter|session|term|next meeting|within \w+|end of \w+"
    r"|asap)\b",
    re.IGNORECASE,
)
_POSITION = re.compile(r"(?:(?:latest|current|present) )?position(?: (?:at|as|on|of) .*)?")
_DONE = re.compile("implementation|delivery|completion|achievement")
"""A heading of how far an action is, or of when or how it is done."""
_MOST_NAMED = 2
"""How many groups are named at most, to each cell that is blank below one."""
_MILESTONE = re.compile(r"(?:\w+ ){0,2}milestones?")
_RESPONSE = re.compile(r"\bresponses?\b|\b(?:next|further) (?:steps?|actions?)\b", re.IGNORECASE)
"""What may name actions, and beside a recommendation or a commitment is said of those."""
_AGREED = re.compile(
    r"(?:(?:fully|partially|partly) )?(?:agreed?|accept(?:ed)?|noted|yes)"
    r"(?: in (?:full|part|principle))?\W*",
    re.IGNORECASE,
)
"""All that a response says which is no action."""
_SENTENCE = re.compile(r"[.:;\n]|\d")


def is_when(text: str) -> bool:
    """Return whether a cell says when, in a few words: a date, a part of a year or how often."""
    return _DATED.search(text) is not None and len(text.split()) <= _SOME_WORDS


def told_by_cells(
    columns: tuple[HeaderColumn, ...], rows: Sequence[Row], words: HeadingWords
) -> tuple[HeaderColumn, ...]:
    """Return the columns with those told that only their cells tell; the others follow from them.

    So comments beside a "Position" of single words are the progress.
    """
    told: dict[int, HeaderColumn] = {}
    for place, column in enumerate(columns):
        choose = _choice_of(column, words)
        said = _cells_of(column, columns, rows) if choose is not None else []
        found = choose(column, said) if choose is not None and said else None
        if found is not None and found != column and not _is_taken(found, place, columns, told):
            told[place] = found
    told |= _actions_beside(columns, rows, words)
    told |= _actions_behind_refs(columns, rows, words)
    told |= _served_by_several(columns, rows, words)
    told |= _recommended(columns, rows, words)
    if not told:
        return columns
    bare = [
        told.get(place) or HeaderColumn(one.start, one.span, one.heading, None, lines=one.lines)
        for place, one in enumerate(columns)
    ]
    return understood(bare, words)


def _actions_beside(
    columns: Sequence[HeaderColumn], rows: Sequence[Row], words: HeadingWords
) -> dict[int, HeaderColumn]:
    """Return the aim and the actions where each action that is merged has several beside it.

    So "Action" is what its "Milestones" or "Steps" serve, each with its own lead and date.
    """
    text = next((n for n, column in enumerate(columns) if column.field == "text"), None)
    if text is None or any(column.field == AIM for column in columns) or words.chosen:
        return {}
    beside = [
        n
        for n, column in enumerate(columns)
        if n > text
        and column.field is None
        and any(kind.name == "text" for kind in column.meaning.kinds)
    ]
    whole = [row.cells for row in rows if len(row.cells) == len(columns)]
    merged = [cells for cells in whole if cells[text].merged_up]
    if not beside or not merged:
        return {}
    steps = beside[0]
    others = [n for n, one in enumerate(columns) if one.field in ("leads", "timescale")]
    if not all(
        cells[steps].text.strip() and any(cells[n].text.strip() for n in others) for cells in merged
    ):
        return {}
    return {
        text: replace(columns[text], field=AIM, strength="plain"),
        steps: replace(columns[steps], field="text", strength="plain"),
    }


def _served_by_several(
    columns: Sequence[HeaderColumn], rows: Sequence[Row], words: HeadingWords
) -> dict[int, HeaderColumn]:
    """Return as the aim an outcome that is merged down beside several actions to its right.

    The success of one action stands beside it alone; what the council's own words say is kept.
    """
    text = next((n for n, column in enumerate(columns) if column.field == "text"), None)
    if text is None or any(column.field == AIM for column in columns) or words.chosen:
        return {}
    whole = [row.cells for row in rows if len(row.cells) == len(columns)]
    for place, column in enumerate(columns[:text]):
        is_own = heading_key(column.heading) in words.own
        if column.field != "success_criteria" or is_own:
            continue
        if any(cells[place].merged_up and cells[text].text.strip() for cells in whole):
            return {place: replace(column, field=AIM, strength="plain")}
    return {}


def _actions_behind_refs(
    columns: Sequence[HeaderColumn], rows: Sequence[Row], words: HeadingWords
) -> dict[int, HeaderColumn]:
    """Return the refs and the actions where "Action" has only "1a", and what is done stands beside.

    Such a column beside it says so too: "What was agreed".
    """
    text = next((n for n, column in enumerate(columns) if column.field == "text"), None)
    if text is None or words.chosen or any(column.field == "ref" for column in columns):
        return {}
    said = _cells_of(columns[text], columns, rows)
    beside = next(
        (
            n
            for n, column in enumerate(columns)
            if n > text and column.field is None and column.meaning.field("plain") == "text"
        ),
        None,
    )
    if beside is None or not said or not all(map(_BARE_REF.fullmatch, said)):
        return {}
    return {
        text: replace(columns[text], field="ref", strength="plain"),
        beside: replace(columns[beside], field="text", strength="plain"),
    }


def _recommended(
    columns: Sequence[HeaderColumn], rows: Sequence[Row], words: HeadingWords
) -> dict[int, HeaderColumn]:
    """Return the actions where they stand under "Recommendation" and were only agreed to beside.

    A response that says no more than "Agreed" is no action.
    """
    both = _recommendation_and_response(columns, words)
    if both is None:
        return {}
    recommendation, response = both
    if not any(_AGREED.fullmatch(one) for one in _cells_of(columns[response], columns, rows)):
        return {}
    return {recommendation: replace(columns[recommendation], field="text", strength="plain")}


def _recommendation_and_response(
    columns: Sequence[HeaderColumn], words: HeadingWords
) -> tuple[int, int] | None:
    """Return the places of what was recommended, read as the aim, and of the response to it."""
    text = next((n for n, column in enumerate(columns) if column.field == "text"), None)
    aim = next((n for n, column in enumerate(columns) if column.field == AIM), None)
    if text is None or aim is None or words.chosen:
        return None
    heading = columns[text].heading
    may_be_action = any(kind.name == "text" for kind in columns[aim].meaning.kinds)
    is_response = _RESPONSE.search(heading) is not None and heading_key(heading) not in words.own
    return (aim, text) if is_response and may_be_action else None


def _is_taken(
    found: HeaderColumn,
    place: int,
    columns: Sequence[HeaderColumn],
    told: Mapping[int, HeaderColumn],
) -> bool:
    """Return whether another column plainly is what a column would be."""
    others = [told.get(n, one) for n, one in enumerate(columns) if n != place]
    alike = [one for one in others if (one.field, one.is_status) == (found.field, found.is_status)]
    return any(one.strength == "plain" and not _is_open(one) for one in alike)


def _is_open(column: HeaderColumn) -> bool:
    return _choice_by(column.heading) is not None


def _choice_of(
    column: HeaderColumn, words: HeadingWords
) -> Callable[[HeaderColumn, Sequence[str]], HeaderColumn | None] | None:
    """Return what chooses between the meanings of a column; None where its words decide."""
    key = heading_key(column.heading)
    if not key or column.is_left_out or key in words.own or key in words.chosen:
        return None
    return _choice_by(column.heading)


def _choice_by(
    heading: str,
) -> Callable[[HeaderColumn, Sequence[str]], HeaderColumn | None] | None:
    kinds, said = meaning_of(heading).kinds, words_of(heading)
    choices = (
        (is_who_or_when(heading), _who_or_when),
        (_DONE.fullmatch(said) or _asks_how_it_goes(heading), _status_of_words),
        (kinds == (Kind(STATUS, "asked"),), _status_of_colours),
        (Kind(STATUS, "asked") in kinds, _status_or_progress),
        (_MILESTONE.fullmatch(said), _when),
        (_POSITION.fullmatch(said), _status_of_progress),
        (Kind("ref", "asked") in kinds, _ref),
    )
    return next((choose for holds, choose in choices if holds), None)


def _who_or_when(column: HeaderColumn, said: Sequence[str]) -> HeaderColumn | None:
    """Return the column as one of dates where all cells say when, of leads where none does."""
    dates = sum(map(is_when, said))
    if 0 < dates < len(said):
        return None
    name: ColumnField = "timescale" if dates else "leads"
    return replace(column, field=name, strength="plain", stands_in=None)


def _when(column: HeaderColumn, said: Sequence[str]) -> HeaderColumn | None:
    """Return the column as one of dates where all cells say when, None otherwise."""
    return _who_or_when(column, said) if all(map(is_when, said)) else None


def _status_or_progress(column: HeaderColumn, said: Sequence[str]) -> HeaderColumn | None:
    """Return the column as one of statuses where each cell is a word or two, else of progress."""
    return _status_of_progress(column, said) or replace(
        column, field="progress", is_status=False, strength="plain"
    )


def _status_of_colours(column: HeaderColumn, said: Sequence[str]) -> HeaderColumn | None:
    """Return the column as one of statuses where each cell is a word on progress: "Amber"."""
    return _status_of_progress(column, said) if all(map(tone_of_words, said)) else None


def _asks_how_it_goes(heading: str) -> bool:
    return is_question(heading) and meaning_of(heading).field("plain") == "progress"


def _status_of_words(column: HeaderColumn, said: Sequence[str]) -> HeaderColumn | None:
    """Return the column as one of statuses where each cell says how an action stands."""
    are_statuses = all(tone_of_words(text) or is_status_to_tick(text) for text in said)
    return _status_of_progress(column, said) if are_statuses else None


def _status_of_progress(column: HeaderColumn, said: Sequence[str]) -> HeaderColumn | None:
    """Return the column as one of statuses where each cell is a word or two, None otherwise."""
    is_short = all(
        len(text.split()) <= _FEW_WORDS and (tone_of_words(text) or not _SENTENCE.search(text))
        for text in said
    )
    return replace(column, field="progress", is_status=True, strength="plain") if is_short else None


def _ref(column: HeaderColumn, said: Sequence[str]) -> HeaderColumn | None:
    is_bare = all(is_ref(text) or _BARE_REF.fullmatch(text) for text in said)
    return replace(column, field="ref", strength="plain") if is_bare else None


def _cells_of(
    column: HeaderColumn, columns: Sequence[HeaderColumn], rows: Sequence[Row]
) -> list[str]:
    """Return what the cells below a heading say, those of rows across the table left aside."""
    return [text for row in rows if len(row.cells) == len(columns) for text in _said(column, row)]


def _said(column: HeaderColumn, row: Row) -> Iterator[str]:
    for start, cell in row.placed():
        text = clean_line(cell.text) if start == column.start else ""
        if text and heading_key(text) != heading_key(column.heading):
            yield text


def with_aim(
    columns: tuple[HeaderColumn, ...],
    rows: Sequence[Row],
    words: HeadingWords,
    *,
    is_below_aim: Callable[[], bool],
) -> tuple[HeaderColumn, ...]:
    """Return the columns; that of the aims is none where aims stand above, or it holds grades.

    Below an aim it is one only if it groups the actions: its cells are merged, or blank, or say
    the same again.
    """
    place = next((n for n, column in enumerate(columns) if column.field == AIM), None)
    if place is None and _is_blank_aim(columns, rows):
        return (replace(columns[0], field=AIM), *columns[1:])
    if place is None:
        place = _wordy_ref(columns, rows, words)
        first = int(columns[0].field == "ref" and len(columns) > 1)
        if place is None and _groups_actions(columns, first, rows) and not is_below_aim():
            place = first
        if place is not None:
            columns = (*columns[:place], replace(columns[place], field=AIM), *columns[place + 1 :])
    if place is None or AIM in words.chosen.values():
        return columns
    filled = [row for row in rows if any(cell.text.strip() for cell in row.cells)]
    cells = [row.cells[place] for row in filled if len(row.cells) > place]
    said = [clean_line(cell.text).casefold() for cell in cells if cell.text.strip()]
    groups = len(set(said)) < len(cells)
    has_bands = any(band_of(row) for row in rows)
    without = (*columns[:place], replace(columns[place], field=None), *columns[place + 1 :])
    if said and set(said) <= GRADES:
        other = _other_aim(without, place)
        return without if other is None else with_aim(other, rows, words, is_below_aim=is_below_aim)
    if groups or not (has_bands or is_below_aim()):
        return columns
    both = _recommendation_and_response(columns, words)
    return without if both is None else _as_recommended(columns, place, both[1])


def _as_recommended(
    columns: tuple[HeaderColumn, ...], place: int, response: int
) -> tuple[HeaderColumn, ...]:
    """Return columns in which a recommendation is the action, and the response to it none."""
    return tuple(
        replace(one, field="text" if n == place else None if n == response else one.field)
        for n, one in enumerate(columns)
    )


def _other_aim(columns: tuple[HeaderColumn, ...], graded: int) -> tuple[HeaderColumn, ...] | None:
    """Return the columns with the aim to the left of one of grades, None where there is none."""
    for place in range(graded - 1, -1, -1):
        column = columns[place]
        if column.field is None and column.meaning.is_plainly(AIM):
            return (*columns[:place], replace(column, field=AIM), *columns[place + 1 :])
    return None


def _is_blank_aim(columns: tuple[HeaderColumn, ...], rows: Sequence[Row]) -> bool:
    """Return whether a first column without a heading has what several actions serve.

    Its cells are merged, or blank below the first of a group, and say more than a ref does.
    """
    first = columns[0]
    if first.heading or first.field not in (None, "ref") or first.field == AIM:
        return False
    cells = [row.cells[0] for row in rows if len(row.cells) == len(columns)]
    said = [clean_line(cell.text) for cell in cells if cell.text.strip()]
    is_merged = any(cell.merged_up for cell in cells)
    if is_merged and all(len(text) > _LONGEST_REF for text in said):
        return True
    is_wordy = all(" " in text and _OF_WORDS.search(text) and not is_ref(text) for text in said)
    return bool(said) and len(said) < len(cells) and is_wordy


def _groups_actions(columns: tuple[HeaderColumn, ...], place: int, rows: Sequence[Row]) -> bool:
    """Return whether a column under a heading that no word knows groups actions by its words.

    So "Principle" or "Hall" is what several actions serve: its cells are merged, or blank below
    the first of a group.
    """
    first = columns[place]
    if first.field is not None or first.is_left_out or not first.heading:
        return False
    if is_something_else(first.heading):
        return False
    whole = [row.cells for row in rows if len(row.cells) == len(columns)]
    cells = [one[place] for one in whole]
    said = [clean_line(cell.text) for cell in cells if cell.text.strip()]
    is_wordy = all(_OF_WORDS.search(text) and not is_when(text) for text in said)
    if not said or not is_wordy:
        return False
    return any(cell.merged_up for cell in cells) or _is_blank_below(columns, place, whole)


def _is_blank_below(
    columns: Sequence[HeaderColumn], place: int, whole: Sequence[Sequence[Cell]]
) -> bool:
    """Return whether a column names each of its groups once, and is blank beside the rest.

    Of actions, who or when is said in the rows where it is blank, and not only a few
    are blank: a column that is mostly filled in tells something of one action.
    """
    text = next((n for n, column in enumerate(columns) if column.field == "text"), None)
    others = [n for n, one in enumerate(columns) if one.field in ("leads", "timescale")]
    acts = [cells for cells in whole if text is not None and cells[text].text.strip()]
    named = [
        clean_line(cells[place].text).casefold() for cells in acts if cells[place].text.strip()
    ]
    below = [cells for cells in acts if not cells[place].text.strip()]
    is_first_named = bool(acts) and bool(acts[0][place].text.strip())
    is_once = len(set(named)) == len(named) > 1
    are_actions = all(any(cells[n].text.strip() for n in others) for cells in below)
    return is_first_named and is_once and are_actions and 0 < len(named) <= len(below) * _MOST_NAMED


def _wordy_ref(
    columns: tuple[HeaderColumn, ...], rows: Sequence[Row], words: HeadingWords
) -> int | None:
    """Return which column before the actions has a heading of refs ("Item"), but holds words.

    One under the council's own heading has refs, whatever they look like.
    """
    for place, column in enumerate(columns):
        if column.field == "text":
            return None
        if column.field == "ref" and column.heading:
            if heading_key(column.heading) in words.own:
                return None
            cells = (row.cells[place] for row in rows if len(row.cells) > place)
            said = [clean_line(cell.text) for cell in cells if cell.text.strip()]
            is_wordy = all(_OF_WORDS.search(text) and not is_ref(text) for text in said)
            return place if said and is_wordy else None
    return None
