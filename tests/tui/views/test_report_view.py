"""The report view: the outline, and passages written, moved, taken and put away in their place."""

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from desk.report_contents import APPENDICES, HEADER, part_of_section, parts_of
from plan.council import DEFAULT_FORMAT
from plan.council.format import format_named
from plan.model.outline import PassageOutline, ReportOutline, built_plan
from plan.model.plan import Plan
from tests.tui.papers import WITH_PAPERS
from tests.tui.window import (
    NARROW,
    SMALL,
    WIDE,
    app_of,
    at_rest,
    editor_of,
    go_to_view,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    shown,
    until,
    write,
)
from tui.dialogs.appendix_kind import AppendixKindDialog
from tui.views.report.report_view import ReportView

FORM = format_named(DEFAULT_FORMAT).report
PLAN = built_plan(WITH_PAPERS, DEFAULT_FORMAT)
EMPTY = built_plan(SMALL, DEFAULT_FORMAT)
MAIN = part_of_section("main-text")


def texts(plan: Plan, section: str) -> list[str]:
    return [passage.text for passage in plan.passages_of(section)]


async def at(pilot: Pilot[None], part: str, place: int | None = None) -> ReportView:
    """Open the report at a part, and where a place is given on that field of it."""
    view = await go_to_view(pilot, ReportView, "2")
    view.part = part
    view.show()
    view.outline.focus()
    if place is not None:
        view.fields.go_to(place)
        await until(pilot, lambda: app_of(pilot).where == "passages")
    await at_rest(pilot)
    return view


async def test_a_field_of_the_header_is_edited_in_place() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await at(pilot, HEADER, 5)
        await press(pilot, "enter")
        await write(pilot, "300-2016", "escape")
        assert plan_of(pilot).report.number == "300-2016"
        assert app_of(pilot).where == "passages"


@pytest.mark.slow
async def test_tab_goes_from_passage_to_passage_and_after_the_last_to_the_outline() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await at(pilot, MAIN, 1)
        await press(pilot, "enter")
        await write(pilot, "They were inspected.", "tab")
        await until(pilot, lambda: editor_of(pilot).field.label == "4.2")
        assert texts(plan_of(pilot), "main-text")[1] == "They were inspected."
        await until(pilot, lambda: editor_of(pilot).has_focus)
        await press(pilot, "tab")
        await until(pilot, lambda: app_of(pilot).where == "outline")


@pytest.mark.slow
async def test_a_passage_is_added_below_with_the_next_number() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        view = await at(pilot, MAIN, 1)
        await press(pilot, "a")
        await write(pilot, "A new one.\n\n- with a bullet", "escape")
        assert texts(plan_of(pilot), "main-text")[2] == "A new one.\n\n- with a bullet"
        await until(pilot, lambda: view.field_here() is not None)
        field = view.field_here()
        assert field is not None
        assert (field.label, field.shown) == ("4.2", "A new one.\n• with a bullet")
        assert plan_of(pilot).passages_of("main-text")[2].kind == "numbered"
        await press(pilot, "u")
        assert len(texts(plan_of(pilot), "main-text")) == 3


async def test_a_passage_begun_and_left_empty_leaves_nothing_behind() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await at(pilot, MAIN, 0)
        before = plan_of(pilot)
        await press(pilot, "a")
        await write(pilot, "  ", "escape")
        assert plan_of(pilot) is before
        assert "Nothing was written, so nothing was added." in said(pilot)


@pytest.mark.parametrize("keys", [("w",), ("right", "enter"), ("enter", "enter")])
@pytest.mark.slow
async def test_the_offered_wording_is_taken_as_text_that_can_be_edited(keys) -> None:  # type: ignore[no-untyped-def]
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await at(pilot, part_of_section("financial"))
        for key in keys:
            await press(pilot, key)
        (text,) = texts(plan_of(pilot), "financial")
        assert text == "There are no financial implications associated with this report."
        await until(pilot, lambda: app_of(pilot).where == "passages")
        await press(pilot, "enter")
        await write(pilot, "It costs £10.", "escape")
        assert texts(plan_of(pilot), "financial") == ["It costs £10."]


async def test_of_several_wordings_the_one_under_the_cursor_is_taken() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await at(pilot, part_of_section("policy"))
        await press(pilot, "w")
        assert texts(plan_of(pilot), "policy") == []
        await until(pilot, lambda: app_of(pilot).where == "passages")
        await press(pilot, "down", "w")
        wording = FORM.sections[4].boilerplate[1]
        assert texts(plan_of(pilot), "policy") == [wording]


async def test_a_wording_is_never_put_in_by_itself() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        before = plan_of(pilot)
        await at(pilot, HEADER)
        for _ in parts_of(before, FORM):
            await press(pilot, "down")
        assert plan_of(pilot) is before


@pytest.mark.slow
async def test_a_passage_is_lifted_into_another_section_and_put_back_with_esc() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        view = await at(pilot, MAIN, 1)
        await press(pilot, "m", "up", "up")
        assert app_of(pilot).where == "moving"
        assert view.part == part_of_section("financial")
        assert texts(plan_of(pilot), "financial") == []
        await press(pilot, "escape")
        assert view.part == MAIN
        assert app_of(pilot).where == "passages"
        await press(pilot, "m", "up", "up", "enter")
        assert texts(plan_of(pilot), "financial") == ["The services were inspected in March."]
        assert plan_of(pilot).passages_of("financial")[0].kind == "text"
        await press(pilot, "u")
        assert texts(plan_of(pilot), "financial") == []
        assert view.part == MAIN


async def test_a_passage_put_down_where_it_was_is_no_change() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await at(pilot, MAIN, 1)
        before = plan_of(pilot)
        await press(pilot, "m", "m")
        assert plan_of(pilot) is before
        assert said(pilot) == "Nothing was moved: it stands there already."


async def test_appendices_change_places_and_their_numbers_with_them() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        view = await at(pilot, APPENDICES, 1)
        await press(pilot, "m", "down", "enter")
        assert [one.kind for one in plan_of(pilot).appendices] == ["plan", "file", "text"]
        labels = [field.label for field in view.contents() if field.label.startswith("Appendix")]
        assert labels == ["Appendix 1", "Appendix 2", "Appendix 3"]


@pytest.mark.slow
async def test_an_appendix_is_added_of_the_kind_that_is_chosen() -> None:
    async with plandesk(on_disk()) as pilot:
        await at(pilot, APPENDICES)
        await press(pilot, "a")
        await until(pilot, lambda: isinstance(pilot.app.screen, AppendixKindDialog))
        await press(pilot, "down", "enter")
        await write(pilot, "Inspection report", "tab")
        await until(pilot, lambda: editor_of(pilot).field.key == "file")
        await write(pilot, "inspection.pdf", "escape")
        plan, file = plan_of(pilot).appendices
        assert (plan.kind, file.kind) == ("plan", "file")
        assert (file.title, file.file) == ("Inspection report", "inspection.pdf")


@pytest.mark.slow
async def test_what_is_drawn_up_from_the_plan_is_added_once_and_has_nothing_to_edit() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        view = await at(pilot, APPENDICES)
        await press(pilot, "a")
        await until(pilot, lambda: isinstance(pilot.app.screen, AppendixKindDialog))
        await press(pilot, *["down"] * 4, "enter")
        await until(pilot, lambda: len(plan_of(pilot).appendices) == 2)
        assert [one.kind for one in plan_of(pilot).appendices] == ["plan", "progress"]
        await until(pilot, lambda: "The progress summary: how the actions stand" in shown(pilot))
        assert "drawn up from the plan whenever it is printed" in said(pilot)
        await press(pilot, "enter")
        assert app_of(pilot).where != "editing"
        view.fields.go_to(1)
        await press(pilot, "v")
        assert plan_of(pilot).appendices[1].text == ""
        await press(pilot, "a")
        await until(pilot, lambda: isinstance(pilot.app.screen, AppendixKindDialog))
        assert "The tracing" in shown(pilot)
        assert "The progress summary, drawn up" not in shown(pilot)
        await press(pilot, "escape")


@pytest.mark.slow
async def test_no_appendix_is_added_where_the_choice_is_left() -> None:
    async with plandesk(on_disk()) as pilot:
        await at(pilot, APPENDICES)
        await press(pilot, "a")
        await until(pilot, lambda: isinstance(pilot.app.screen, AppendixKindDialog))
        await press(pilot, "escape")
        assert plan_of(pilot).appendices == ()


@pytest.mark.slow
async def test_passages_are_deleted_duplicated_and_brought_back() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await at(pilot, MAIN, 1)
        await press(pilot, "ctrl+d")
        main = texts(plan_of(pilot), "main-text")
        assert (len(main), main[1]) == (4, main[2])
        await press(pilot, "d", "d")
        assert len(texts(plan_of(pilot), "main-text")) == 2
        await press(pilot, "u", "u", "u")
        assert texts(plan_of(pilot), "main-text") == [main[0], main[1], main[3]]


async def test_a_header_field_is_emptied_and_a_section_stays() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await at(pilot, HEADER, 3)
        await press(pilot, "d")
        assert plan_of(pilot).report.title == ""
        await at(pilot, MAIN)
        await press(pilot, "d")
        assert len(texts(plan_of(pilot), "main-text")) == 3


async def test_k_goes_through_the_kinds_that_the_section_holds() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await at(pilot, MAIN, 1)
        kinds = []
        for _ in range(3):
            await press(pilot, "k")
            kinds.append(plan_of(pilot).passages_of("main-text")[1].kind)
        assert kinds == ["text", "heading", "numbered"]
        assert texts(plan_of(pilot), "main-text")[1] == "The services were inspected in March."


async def test_a_copied_passage_is_pasted_elsewhere_as_what_it_is_there() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await at(pilot, MAIN, 2)
        await press(pilot, "c")
        assert "• one plan" in pilot.app.clipboard
        await at(pilot, part_of_section("background"), 0)
        await press(pilot, "v")
        pasted = plan_of(pilot).passages_of("background")[1]
        assert pasted.kind == "text"
        assert pasted.text == texts(plan_of(pilot), "main-text")[2]


async def test_text_copied_in_another_view_is_pasted_as_a_passage() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        pilot.app.copy_to_clipboard("Words from elsewhere.")
        await at(pilot, MAIN, 0)
        await press(pilot, "v")
        assert texts(plan_of(pilot), "main-text")[1] == "Words from elsewhere."


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x50"])
@pytest.mark.slow
async def test_every_part_can_be_reached_and_left_with_the_arrows(size: tuple[int, int]) -> None:
    async with plandesk(on_disk(WITH_PAPERS), size=size) as pilot:
        view = await go_to_view(pilot, ReportView, "2")
        for part in parts_of(plan_of(pilot), FORM):
            assert view.part == part
            await press(pilot, "right")
            await until(pilot, lambda: app_of(pilot).where == "passages")
            assert view.contents()[0].label[:5] in shown(pilot)
            await press(pilot, "left")
            await until(pilot, lambda: app_of(pilot).where == "outline")
            await press(pilot, "down")


@pytest.mark.slow
async def test_screen_text_is_never_read_as_markup() -> None:
    awkward = "[red]not red[/] [@click=app.quit]x[/]"
    report = ReportOutline(title=awkward, passages=(PassageOutline("purpose", "text", awkward),))
    async with plandesk(on_disk(replace(SMALL, report=report))) as pilot:
        await at(pilot, HEADER)
        assert awkward in shown(pilot)
        await at(pilot, part_of_section("purpose"))
        assert awkward in shown(pilot)
