"""Show how many words there are where the officer is, and how easily a paragraph is read."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desk.history_steps import wording_of
from desk.report_contents import section_of_part
from desk.word_counts import Counted, count_lines, reading_lines
from plan.council.form import Form
from plan.papers.places import assessment_place, section_place
from plan.wording.place_words import place_in_words
from store.formats import usable_forms
from tui import dialogs
from tui.views.fields_view import FieldsView

if TYPE_CHECKING:
    from desk.session import PlanSession
    from tui.window import Window


def show_word_counts(app: "Window") -> None:
    """Show the words of the field, the section and every paper, and how the paragraph reads."""
    session, view = app.session, app.view
    if session is None or view is None:
        return
    forms = usable_forms(one.form for one in session.plan.assessments)
    field, paragraph = None, ""
    if isinstance(view, FieldsView):
        field, paragraph = _field(view)
    sections = _sections(session, view.id or "", view.place, forms)
    counts = count_lines(session.plan, session.council, forms, field, sections)
    reading = reading_lines(paragraph)
    lines = (*counts, "", *reading) if reading else counts
    app.push_screen(dialogs.ExplainDialog("Words", lines))


def _field(view: FieldsView) -> tuple[Counted | None, str]:
    """Return the field that is edited or under the cursor, and the paragraph there."""
    editor = view.fields.editor
    if editor is not None:
        line = editor.document.get_line(editor.cursor_location[0])
        return Counted(editor.field.label or "This field", editor.text), line
    contents, current = view.contents(), view.fields.current
    focused = view.screen.focused
    is_inside = focused is not None and view.fields in focused.ancestors
    if not is_inside or not 0 <= current < len(contents):
        return None, ""
    field = contents[current]
    return Counted(field.label or "This field", field.typed), field.typed


def _sections(
    session: "PlanSession", view: str, place: dict[str, str], forms: dict[str, Form]
) -> Iterator[Counted]:
    """Yield what the cursor is in: an action and its aim, a section, a part of an assessment."""
    plan = session.plan
    if view == "plan":
        action, aim = place.get("action", ""), place.get("aim", "")
        if action in plan.action_rows:
            ref = plan.ref_of(action)
            yield Counted(f"Action {ref}", paths=(f"action/{ref}",))
        if aim in plan.aim_rows:
            number = plan.number_of(aim)
            refs = [plan.ref_of(one.id) for one in plan.actions_of(aim)]
            paths = (f"aim/{number}", *(f"action/{ref}" for ref in refs))
            yield Counted(f"Aim {number} with its actions", paths=paths)
    elif view == "report" and (section := section_of_part(place.get("part", ""))):
        at = section_place(section)
        words = place_in_words(plan, at, wording_of(session.council, plan))
        yield Counted(words.partition(", ")[2] or words, paths=(at.path,))
    elif view == "equality":
        yield from _part(session, place, forms)


def _part(
    session: "PlanSession", place: dict[str, str], forms: dict[str, Form]
) -> Iterator[Counted]:
    """Yield the part of an assessment that the cursor is in."""
    assessment = session.plan.assessment_rows.get(place.get("assessment", ""))
    form = forms.get(assessment.form) if assessment is not None else None
    if assessment is not None and form is not None and place.get("row"):
        at = assessment_place(session.plan, assessment.id, form, place["row"])
        steps = at.path.split("/")
        if len(steps) > 2:  # noqa: PLR2004 - the assessment, its part and the question
            part = "/".join(steps[:2])
            yield Counted(steps[1].replace("-", " ").capitalize(), paths=(part,))
