"""The rows of the equality view's lists, and the guidance beside a question."""

from textual.content import Content

from desk.equality_contents import WHOLE, Asked, Checklist, days_in_words, part_row
from plan.model.plan import Plan
from plan.text.line_breaks import counted
from tui.widgets.row_list import ListedRow

_MARK_WIDTH = 11


def assessment_row(assessment: str, number: int, checklist: Checklist | None) -> ListedRow:
    """Return the row of one assessment: its form, and below it how much is answered."""
    if checklist is None:
        return ListedRow(assessment, f"{number} Assessment", "  its form cannot be used")
    return ListedRow(assessment, f"{number} {checklist.form.short}", f"  {checklist.in_words}")


def checklist_rows(checklist: Checklist) -> list[ListedRow]:
    """Return a row for the whole assessment, then one for each part and its questions."""
    rows = [ListedRow(WHOLE, checklist.form.short, f"  {checklist.in_words}")]
    for part in checklist.form.every_part:
        asked = checklist.in_part(part)
        rows.append(ListedRow(part_row(part), part.heading, f"  {checklist.counted(*asked)}"))
        rows += [_asked_row(checklist, one) for one in asked]
    return rows


def _asked_row(checklist: Checklist, asked: Asked) -> ListedRow:
    wants = checklist.wants_of(asked)
    below = "; ".join(f"{rule.severity}: {rule.text}" for rule in wants)
    label = asked.label if asked.row is None else f"  {asked.label}"
    line = f"  {_mark(checklist, asked):{_MARK_WIDTH}} {label}"
    return ListedRow(asked.id, line, f"    {below}" if below else "")


def _mark(checklist: Checklist, asked: Asked) -> str:
    if not asked.fields:
        rows = len(checklist.answered_form.open_rows[asked.id])
        return f"☑ {counted(rows, 'row')}" if rows else "☐ no row"
    answered, all_of_them = checklist.count(asked)
    sign = "☑" if answered == all_of_them else "☐"
    if all_of_them > 1:
        return f"{sign} {answered} of {all_of_them}"
    if answered:
        return f"{sign} answered"
    return f"{sign} missing" if checklist.wants_of(asked) else f"{sign} empty"


def title_beside(checklist: Checklist, row: str) -> str:
    """Return the title of the panel beside a row."""
    asked = checklist.asked.get(row)
    if asked is not None:
        return asked.label
    part = checklist.part_at(row)
    return part.heading if part is not None else checklist.form.name


def guide_above(checklist: Checklist, row: str) -> tuple[Content | str, ...]:
    """Return the question in the form's own words, and what the checks want of the answer."""
    asked = checklist.asked.get(row)
    if asked is None:
        part = checklist.part_at(row)
        return part.intro if part is not None else _law(checklist)
    return (*_question(asked), *_wants(checklist, asked), *_offer(checklist, row))


def guide_below(checklist: Checklist, row: str) -> tuple[str, ...]:
    """Return the form's explanation of a matrix, which the paper prints above it."""
    asked = checklist.asked.get(row)
    if asked is None or not any(one.answered.is_matrix_row for one in asked.fields):
        return ()
    return ("The form says:", *asked.part.intro)


def _law(checklist: Checklist) -> tuple[str, ...]:
    """Return the law that asks for the form, and the days from and until which it holds."""
    form = checklist.form
    said = ", ".join(filter(None, (form.law, days_in_words(form))))
    return (said,) if said else ()


def _question(asked: Asked) -> tuple[Content | str, ...]:
    if asked.is_table:
        return ()
    field = asked.fields[0]
    words = field.asks or asked.label
    return (Content.styled(words, "bold"), field.help)


def _wants(checklist: Checklist, asked: Asked) -> tuple[Content, ...]:
    return tuple(
        Content.assemble(
            (f"{rule.severity}: {rule.text}", "$text-warning"),
            (f"  ({rule.source})", "dim"),
        )
        for rule in checklist.wants_of(asked)
    )


def _offer(checklist: Checklist, row: str) -> tuple[Content, ...]:
    offer = checklist.offer(row)
    if offer is None:
        return ()
    _, text, source = offer
    return (Content.styled(f"w takes “{text}” from {source}.", "$accent"),)


def assessment_name(plan: Plan, assessment: str) -> str:
    """Return an assessment by its number: "assessment 2"."""
    return f"assessment {[one.id for one in plan.assessments].index(assessment) + 1}"
