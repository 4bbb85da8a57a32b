"""A council's plan drafted from one of its plans: cover, label of aims, columns."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from importers.asking import Asking
from importers.learning.asked import Asked
from importers.learning.controls import Control
from importers.learning.documents import DocumentPart
from importers.learning.plan_columns import PlanColumns
from importers.learning.plan_layout import layout_of
from importers.learning.plan_lines_draft import drafted_lines
from importers.learning.toml_text import Values
from importers.plan.aim_levels import ReadAim
from importers.plan.assembling import Assembly
from importers.plan.columns import HeadingWords
from importers.plan.plan_outline import outline_of_plan, read_plan_blocks
from importers.report.report_words import is_name
from plan.council.counting import AIM_COUNTERS, counted_as
from plan.council.format import Format
from plan.model.outline import PlanOutline
from plan.papers.blocks import Paragraph
from plan.text.clean import clean_line

_COVER = ("title", "subtitle", "date", "partnership")
_NUMBER = re.compile(
    r"\d{1,3}|\b(?:[ivx]{1,5}|[IVX]{1,5}|[a-zA-Z]|one|two|three|four|five|six|seven|eight|nine|"
    r"ten)\b",
    re.IGNORECASE,
)
"""What may count an aim, in its label."""
_COUNTER = re.compile("|".join(rf"\{{{name}\}}" for name in AIM_COUNTERS))


@dataclass(frozen=True)
class PlanDraft:
    """The part [plan] of a format, what the plan says that belongs in none, and who it names."""

    values: Values
    texts: tuple[str, ...]
    people: tuple[str, ...]


def drafted_plan(
    part: DocumentPart,
    council: Format,
    words: HeadingWords,
    asked: Asked,
    colours: Mapping[str, str],
    controls: Mapping[str, Control],
) -> PlanDraft:
    """Return the part [plan] of a format as a plan shows it; what it cannot is as in `council`.

    `colours` is what the paper's own key says that colours mean, `controls` what Word lets be
    entered below a heading.
    """
    assembly = read_plan_blocks(part.blocks, council, words)
    outline = outline_of_plan(assembly, Asking())
    layout = layout_of(part.blocks, words, assembly.aims)
    columns = PlanColumns(council, words, asked, layout, colours, controls)
    columns.read(layout.blocks)
    cover = {name: said for name in _COVER if (said := getattr(outline, name))}
    lines = drafted_lines(part.blocks, words, assembly.aims, cover, asked)
    values: Values = council.plan.model_dump(exclude_defaults=True)
    values |= {
        "aim_heading": _aim_heading(assembly),
        **layout.values,
        "framework": "none",
        "cover": [one for one in _cover(part, outline) if one["field"] not in lines.covered],
        **lines.values,
        "columns": columns.columns,
    }
    values |= {"fields": columns.fields} if columns.fields else {}
    said = (*_answers_in(outline), *lines.texts)
    return PlanDraft(values, said, (*_people_in(outline), *lines.people))


def _answers_in(outline: PlanOutline) -> Iterator[str]:
    """Yield what a plan says: no text of it belongs into a format."""
    yield from (getattr(outline, name) for name in _COVER)
    for aim in outline.aims:
        yield aim.text
        for action in aim.actions:
            yield from (action.text, *action.success_criteria)
            yield from (note.text for note in action.progress)


def _people_in(outline: PlanOutline) -> Iterator[str]:
    """Yield who leads an action of a plan by name."""
    for aim in outline.aims:
        for action in aim.actions:
            yield from filter(is_name, action.leads)


def _aim_heading(assembly: Assembly) -> str:
    """Return how aims are printed: "Priority {number}: {text}", their text alone without a label.

    A label that is not the same above each of them is none. One that has a line of its own stays
    on it.
    """
    found = [
        pattern
        for number, aim in enumerate(assembly.aims, 1)
        if aim.said and (pattern := _pattern_of(aim, number))
    ]
    usual = max(found, key=found.count, default="{text}")
    is_said_often = len(found) > 1 or _COUNTER.search(usual) is not None
    is_usual = found.count(usual) * 2 > len(assembly.aims)
    return usual if is_usual and is_said_often else "{text}"


def _pattern_of(aim: ReadAim, number: int) -> str:
    """Return how an aim is printed, nothing where its label cannot be told from its text."""
    lines = [line for one in aim.said if (line := clean_line(one.text))]
    first = next(iter(aim.said))
    text = aim.printed.text
    whole = "\n".join(lines)
    if len(lines) > 1 and not whole.endswith(f"\n{text}"):
        whole = lines[0]
    return _pattern(whole, text, first.label, number)


def _pattern(line: str, text: str, label: str, number: int) -> str:
    if not line.endswith(text) or not line:
        return ""
    before = line[: len(line) - len(text)]
    before = f"{label} {before}" if label else before
    before = before if text else f"{before} "
    before = before.replace("{", "").replace("}", "")
    numbers = list(_NUMBER.finditer(before))
    for counter in AIM_COUNTERS:
        sign = counted_as(counter, number)
        here = [one for one in numbers if one[0] == sign]
        if len(here) == 1 and (counter == "number" or not re.search(r"\d", before)):
            start, end = here[0].span()
            return f"{before[:start]}{{{counter}}}{before[end:]}{{text}}"
    figures = [one for one in numbers if one[0].isdecimal()]
    if len(figures) == 1:
        start, end = figures[0].span()
        return f"{before[:start]}{{number}}{before[end:]}{{text}}"
    return f"{before}{{text}}" if not figures else ""


def _cover(part: DocumentPart, outline: PlanOutline) -> list[Values]:
    """Return the lines of the cover in the order of the paper, then those that it has not.

    A line that is empty is not printed.
    """
    labels = {"appendix": "Appendix", **{name: name.capitalize() for name in _COVER}}
    lines = [clean_line(one.text) for one in part.blocks if isinstance(one, Paragraph)]
    places: dict[str, int] = {}
    for name in _COVER:
        said = getattr(outline, name)
        if said:
            found = (place for place, line in enumerate(lines) if said in line)
            places[name] = next(found, len(lines))
    first = min(places.values(), default=0)
    # The label is the heading of the highest level, which every paper has to have.
    places["appendix"] = first - 1
    for name in _COVER:
        places.setdefault(name, len(lines))
    order = sorted(places, key=lambda name: places[name])
    return [{"field": name, "label": labels[name]} for name in order]
