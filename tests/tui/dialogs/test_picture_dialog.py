"""A picture is put into the report by keyboard: its file, what is read out for it, its caption."""

from pathlib import Path

from store.pictures import kept_pictures, pictures_folder
from tests.exporters.made_pictures import png
from tests.tui.papers import WITH_PAPERS
from tests.tui.views.test_report_view import MAIN, at
from tests.tui.window import (
    at_rest,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    shown,
    type_text,
    until,
)
from tui.dialogs import PictureDialog


async def test_a_picture_is_asked_for_and_undone_and_brought_back(tmp_path: Path) -> None:
    file = tmp_path / "map.png"
    file.write_bytes(b"BM" + bytes(60))
    path = on_disk(WITH_PAPERS)
    async with plandesk(path) as pilot:
        view = await at(pilot, MAIN)
        await press(pilot, "i")
        await until(pilot, lambda: isinstance(pilot.app.screen, PictureDialog))
        await type_text(pilot, str(file))
        await press(pilot, "enter")
        await type_text(pilot, "A map")
        await press(pilot, "enter")
        await until(pilot, lambda: "is a bitmap (BMP)" in shown(pilot))
        assert not pictures_folder(path).exists()
        file.write_bytes(png())
        await press(pilot, "tab")
        await type_text(pilot, "Figure 1")
        await press(pilot, "enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, PictureDialog))
        await at_rest(pilot)

        def last() -> tuple[str, str, str]:
            passage = plan_of(pilot).passages_of("main-text")[-1]
            return passage.kind, passage.text, passage.caption

        assert last() == ("picture", "A map", "Figure 1")
        assert "The picture is in." in said(pilot)
        name = plan_of(pilot).passages_of("main-text")[-1].picture
        field = view.field_here()
        assert field is not None
        assert (field.label, field.shown) == ("Picture", "A map")
        await press(pilot, "u")
        await at_rest(pilot)
        assert last()[0] != "picture"
        await press(pilot, "y")
        await at_rest(pilot)
        assert last() == ("picture", "A map", "Figure 1")
        assert kept_pictures(path, [name]) == {name: png()}
