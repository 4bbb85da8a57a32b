"""The choices of a document: its layout, columns, breaks, type size and notes, as one value.

Nothing of it is in the plan. A choice that nobody made is as the council's format has it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, cast, get_args

from plan.council.format import CARD_HEADING, WIDEST_COLUMN, Column, Format
from plan.following.ledger import PrintedNotes, read_printed
from plan.text.line_breaks import counted

Layout: TypeAlias = Literal["landscape", "portrait", "cards"]
LAYOUTS: tuple[Layout, ...] = get_args(Layout)


SMALLEST, LARGEST = 8, 36
"""Points, of the usual text."""
LARGE_PRINT = 16.0
"""Points from which nothing is smaller than that: what large print is in Britain (RNIB)."""
_MOST_COLUMNS: Mapping[str, int] = {"landscape": 5, "portrait": 3}
"""Columns of large print in which words of 14 letters stand on a page of A4, by its layout."""
_MOST_IN_PORTRAIT = 6
"""The same of smaller print, on portrait pages."""
ALL_NOTES = PrintedNotes()
_LAYOUT_WORDS: Mapping[str, str] = {
    "landscape": "a landscape table",
    "portrait": "a portrait table",
    "cards": "one action a page",
    "own cards": "cards",
    "lines": "lines",
}
_HEADED = (
    Column(field="ref", heading="Ref", label="Ref", width=12),
    Column(field="text", heading="Action", label="Action", width=47),
)
"""The columns of what stands in an action's heading in a format of cards or lines."""


class ChoiceError(ValueError):
    """Something was chosen that there is not; the message says what there is."""


@dataclass(frozen=True)
class Choices:
    """How a paper is laid out, apart from what its council's format says.

    `layout` is that of the plan's actions: a table on landscape or portrait pages, or cards, one
    action a page; None as in the format. `columns` are the fields that are printed of an action, in
    this order, by their keys in `plandesk show --json`; all where there are none. With
    `breaks_by_aim` each aim but the first begins a page. `has_cover` puts a cover page first,
    `has_contents` a table of contents. `size` is that of the usual text in points, None for that of
    the template. `notes` are the progress notes that are printed. With `has_comments` a Word file
    has the comments of the plan.
    """

    layout: Layout | None = None
    columns: tuple[str, ...] = ()
    breaks_by_aim: bool = False
    has_cover: bool = False
    has_contents: bool = False
    size: float | None = None
    notes: PrintedNotes = ALL_NOTES
    has_comments: bool = False


AS_IN_FORMAT = Choices()
"""Nothing chosen: every paper is as the council's format has it."""


def read_choices(values: Mapping[str, str], council: Format) -> Choices:
    """Return the choices that `values` name, by the words of the options of `plandesk export`.

    A value that is empty is not chosen. Raises ChoiceError, with a sentence that names what is
    allowed.
    """
    choices = AS_IN_FORMAT
    for name, read in _READERS.items():
        if value := values.get(name, "").strip():
            choices = read(choices, value, council)
    return choices


def _with_layout(choices: Choices, value: str, _: Format) -> Choices:
    if value.lower() not in LAYOUTS:
        raise ChoiceError(f"There is no layout “{value}”; it can be: {', '.join(LAYOUTS)}.")
    return replace(choices, layout=cast("Layout", value.lower()))


def _with_columns(choices: Choices, value: str, council: Format) -> Choices:
    known = [column.field for column in columns_of(council)]
    columns = tuple(dict.fromkeys(filter(None, (one.strip() for one in value.split(",")))))
    for one in columns:
        if one not in known:
            raise ChoiceError(
                f"{council.name} has no column “{one}”; the columns are: {', '.join(known)}."
            )
    return replace(choices, columns=columns)


def _is_yes(value: str) -> bool:
    if value.lower() not in ("yes", "no"):
        raise ChoiceError(f"“{value}” is neither yes nor no.")
    return value.lower() == "yes"


def _with_breaks(choices: Choices, value: str, _: Format) -> Choices:
    return replace(choices, breaks_by_aim=_is_yes(value))


def _with_cover(choices: Choices, value: str, _: Format) -> Choices:
    return replace(choices, has_cover=_is_yes(value))


def _with_contents(choices: Choices, value: str, _: Format) -> Choices:
    return replace(choices, has_contents=_is_yes(value))


def _with_comments(choices: Choices, value: str, _: Format) -> Choices:
    return replace(choices, has_comments=_is_yes(value))


def _with_size(choices: Choices, value: str, _: Format) -> Choices:
    try:
        size = float(value.lower().removesuffix("pt").strip())
    except ValueError:
        size = 0.0
    if not (SMALLEST <= size <= LARGEST and (size * 2).is_integer()):
        raise ChoiceError(
            f"“{value}” is no size; it can be {SMALLEST} to {LARGEST} points, such as 16 or 16.5."
        )
    return replace(choices, size=size)


def _with_notes(choices: Choices, value: str, _: Format) -> Choices:
    notes = read_printed(value)
    if notes is None:
        raise ChoiceError(
            f"“{value}” is neither all, nor latest, nor a day such as 26 September 2016."
        )
    return replace(choices, notes=notes)


_READERS: Mapping[str, Callable[[Choices, str, Format], Choices]] = {
    "layout": _with_layout,
    "columns": _with_columns,
    "break_by_aim": _with_breaks,
    "cover": _with_cover,
    "contents": _with_contents,
    "size": _with_size,
    "progress": _with_notes,
    "comments": _with_comments,
}
"""What reads each choice, by its name as an option."""


def texts_of(choices: Choices) -> dict[str, str]:
    """Return choices as the texts that `read_choices` reads, without those that are not made."""
    notes = choices.notes
    since = notes.since.isoformat() if notes.since is not None else ""
    said = {
        "layout": choices.layout or "",
        "columns": ",".join(choices.columns),
        "break_by_aim": "yes" if choices.breaks_by_aim else "",
        "cover": "yes" if choices.has_cover else "",
        "contents": "yes" if choices.has_contents else "",
        "size": f"{choices.size:g}" if choices.size is not None else "",
        "progress": since or ("" if notes.kind == "all" else notes.kind),
        "comments": "yes" if choices.has_comments else "",
    }
    return {name: text for name, text in said.items() if text}


def readable_choices(values: Mapping[str, str], council: Format) -> Choices:
    """Return the choices that `values` name, without any that a format does not have now."""
    sound: dict[str, str] = {}
    for name, value in values.items():
        try:
            read_choices({name: value}, council)
        except ChoiceError:
            continue
        sound[name] = value
    return read_choices(sound, council)


def choices_in_words(choices: Choices, council: Format) -> str:
    """Return choices in words: "cards, 3 columns, a cover page, 16 points"."""
    columns = counted(len(choices.columns), "column") if choices.columns else ""
    notes = choices.notes
    said = (
        _LAYOUT_WORDS[choices.layout or _layout_of(council)],
        columns,
        "a page for each aim" if choices.breaks_by_aim else "",
        "a cover page" if choices.has_cover else "",
        "contents" if choices.has_contents else "",
        f"{choices.size:g} points" if choices.size is not None else "",
        {"all": "", "latest": "the latest notes", "since": "notes since a day"}[notes.kind],
        "the plan's comments" if choices.has_comments else "",
    )
    return ", ".join(filter(None, said))


def narrow_columns(choices: Choices, council: Format) -> str:
    """Return a sentence where a table has more columns than long words fit in.

    That is so in large print, and on portrait pages. Nothing where it has not, or where the actions
    are no table.
    """
    layout = choices.layout or _layout_of(council)
    is_large = choices.size is not None and choices.size >= LARGE_PRINT
    if layout not in _MOST_COLUMNS or not (is_large or layout == "portrait"):
        return ""
    columns = len(choices.columns or columns_of(council))
    if columns <= (_MOST_COLUMNS[layout] if is_large else _MOST_IN_PORTRAIT):
        return ""
    where = f"In {choices.size:g} points" if is_large else "On portrait pages"
    instead = "one action a page (cards)" if is_large else "landscape pages, cards"
    return (
        f"{where} the {columns} columns of the plan are narrow, so long words "
        f"may be broken: {instead}, or fewer columns, keep them whole."
    )


def _layout_of(council: Format) -> str:
    layout = council.plan.layout
    return "landscape" if layout == "table" else "own cards" if layout == "cards" else layout


def chosen_format(council: Format, choices: Choices) -> Format:
    """Return a council's format with the layout and the columns of the plan that were chosen."""
    if choices.layout is None and not choices.columns:
        return council
    plan = council.plan
    update: dict[str, object] = {}
    if choices.layout == "cards":
        is_fit = plan.action_heading and "text" not in plan.headed
        update = {
            "layout": "cards",
            "action_heading": plan.action_heading if is_fit else CARD_HEADING,
        }
    elif choices.layout is not None:
        update = {"layout": "table", "action_heading": ""}
    columns = {column.field: column for column in columns_of(council)}
    if choices.columns:
        chosen = [columns[one] for one in choices.columns if one in columns]
        update["columns"] = _as_wide(chosen, council.plan.columns)
    elif choices.layout is not None:
        update["columns"] = tuple(columns.values())
    return council.model_copy(update={"plan": plan.model_copy(update=update)})


def _as_wide(chosen: Sequence[Column], columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the chosen columns, together as wide as all columns of the format are.

    So a table with fewer columns fills its page. No column may be wider than a format's may be.
    """
    whole, own = sum(one.width for one in columns), sum(one.width for one in chosen)
    if not chosen or whole <= own:
        return tuple(chosen)
    widths = (min(round(one.width * whole / own, 1), WIDEST_COLUMN) for one in chosen)
    return tuple(
        one.model_copy(update={"width": width}) for one, width in zip(chosen, widths, strict=True)
    )


def columns_of(council: Format) -> tuple[Column, ...]:
    """Return the columns that can be printed of an action, those first that only a heading has."""
    there = {column.field for column in council.plan.columns}
    headed = (one for one in _HEADED if one.field in council.plan.headed - there)
    return (*headed, *council.plan.columns)
