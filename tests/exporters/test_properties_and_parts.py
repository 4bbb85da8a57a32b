"""What a Word file says besides its text: its dates, its parts, and the marks that Word writes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from exporters.word.council_template import council_template
from exporters.word.document import word_file_of
from exporters.word.package import packaged_template
from plan.council import DEFAULT_FORMAT
from plan.council.format import form_named, format_named
from plan.model.outline import built_plan
from plan.papers.blocks import Document
from plan.papers.documents import paper_makers
from sample_data.sample import sample_outline
from store.history import History
from tests.exporters.conftest import NS, SAMPLE, W, WordFile, opened
from tests.exporters.council_templates import CouncilPaper
from tests.tui.window import on_disk
from tui.__main__ import main

MADE = datetime(2016, 6, 20, 9, 30, 15, tzinfo=UTC)
CHANGED = datetime(2016, 9, 26, 15, 0, 0, 999_000, tzinfo=timezone(timedelta(hours=1)))
BUILT_IN = {
    *("Normal", "Body Text", "Default Paragraph Font", "Normal Table", "No List", "footer"),
    *("heading 1", "heading 2", "heading 3", "List Bullet", "caption", "toc 1", "toc 2", "toc 3"),
    *("Hyperlink", "TOC Heading", "header", "Title", "Subtitle"),
}
"""Names of styles that Word knows by itself."""


def dated(paper: WordFile) -> dict[str, str]:
    core = paper.tree("docProps/core.xml")
    found = ((str(one.tag).rpartition("}")[2], one.text or "") for one in core)
    return {name: text for name, text in found if name in ("created", "modified")}


def on(document: Document) -> Document:
    return replace(document, dates=(MADE, CHANGED))


def test_a_file_is_dated_as_the_plan_was_made_and_last_changed(tmp_path: Path) -> None:
    wanted = {"created": "2016-06-20T09:30:15Z", "modified": "2016-09-26T14:00:00Z"}
    assert dated(opened(word_file_of(on(SAMPLE["plan"])))) == wanted
    template = council_template(CouncilPaper().written(tmp_path / "council.docx"))
    assert dated(opened(word_file_of(on(SAMPLE["plan"]), template=template))) == wanted


def test_without_a_date_there_is_none_not_even_the_templates(tmp_path: Path) -> None:
    import docx

    theirs = docx.Document()
    theirs.core_properties.created = datetime(2001, 1, 1)
    theirs.save(str(tmp_path / "theirs.docx"))
    template = council_template(tmp_path / "theirs.docx")
    assert dated(opened(word_file_of(SAMPLE["plan"]))) == {}
    assert dated(opened(word_file_of(SAMPLE["plan"], template=template))) == {}


def test_the_dates_are_those_of_the_plans_history_and_the_same_each_time(tmp_path: Path) -> None:
    path = on_disk()
    for out in ("one", "two"):
        assert main(["export", str(path), "--out", str(tmp_path / out)]) == 0
    first, second = (next((tmp_path / out).iterdir()).read_bytes() for out in ("one", "two"))
    assert first == second
    made = History(path.with_name("Small.history.jsonl")).begun()
    assert made
    assert dated(opened(first))["created"][:19] == made[:19]


def test_no_figure_of_pages_is_kept_that_could_be_wrong() -> None:
    paper = opened(word_file_of(SAMPLE["pack"]))
    assert b"Pages" not in paper.parts["docProps/app.xml"]
    footers = [name for name in paper.parts if name.startswith("word/footer")]
    for name in footers:
        texts = [one.text or "" for one in paper.tree(name).iter(f"{W}t")]
        assert not any(any(char.isdigit() for char in text) for text in texts)


def test_styles_that_word_does_not_know_are_marked_as_custom(tmp_path: Path) -> None:
    template = council_template(CouncilPaper().written(tmp_path / "council.docx"))
    for file in (packaged_template(), word_file_of(SAMPLE["pack"], template=template)):
        for style in opened(file).tree("word/styles.xml").iter(f"{W}style"):
            name = style.find("w:name", NS)
            assert name is not None
            is_custom = style.get(f"{W}customStyle") == "1"
            assert is_custom is (name.get(f"{W}val") not in BUILT_IN), name.get(f"{W}val")


def test_every_list_has_a_number_of_its_own_that_word_knows_it_by() -> None:
    lists = opened(packaged_template()).tree("word/numbering.xml").iter(f"{W}abstractNum")
    numbers = [one.find("w:nsid", NS) for one in lists]
    values = [one.get(f"{W}val") for one in numbers if one is not None]
    assert len(values) == len(numbers) == len(set(values))


def test_the_theme_and_the_fonts_are_there_and_no_font_is_called_that_is_not_listed() -> None:
    paper = opened(word_file_of(SAMPLE["pack"]))
    fonts = {one.get(f"{W}name") for one in paper.tree("word/fontTable.xml").iter(f"{W}font")}
    used = {
        str(value)
        for name in ("word/styles.xml", "word/document.xml", "word/numbering.xml")
        for one in paper.tree(name).iter(f"{W}rFonts")
        for key, value in one.attrib.items()
        if str(key).rpartition("}")[2] != "hint"
    }
    assert used <= fonts
    assert "word/theme/theme1.xml" in paper.parts


# The size of the plan's text


def size_of_cells(paper: WordFile) -> str:
    for style in paper.tree("word/styles.xml").iter(f"{W}style"):
        name = style.find("w:name", NS)
        size = style.find("w:rPr/w:sz", NS)
        if name is not None and name.get(f"{W}val") == "Plan Cell" and size is not None:
            return size.get(f"{W}val", "")
    raise AssertionError("there is no such style")


def test_the_plans_text_is_as_large_as_the_format_says(tmp_path: Path) -> None:
    council = council_template(CouncilPaper().written(tmp_path / "council.docx"))
    for template in (None, council):
        usual = opened(word_file_of(SAMPLE["plan"], template=template))
        larger = opened(word_file_of(replace(SAMPLE["plan"], plan_size=11), template=template))
        assert size_of_cells(usual) == "20"
        assert size_of_cells(larger) == "22"


def test_a_template_with_a_size_of_its_own_for_it_keeps_that(tmp_path: Path) -> None:
    own = (
        '<w:style w:type="paragraph" w:styleId="Cell"><w:name w:val="Plan Cell"/>'
        '<w:rPr><w:sz w:val="18"/></w:rPr></w:style>'
    )
    template = council_template(CouncilPaper(styles=own).written(tmp_path / "council.docx"))
    paper = opened(word_file_of(replace(SAMPLE["plan"], plan_size=11), template=template))
    assert size_of_cells(paper) == "18"


def test_in_large_print_the_plans_text_grows_with_all_else() -> None:
    paper = opened(word_file_of(replace(SAMPLE["plan"], plan_size=11, size=24)))
    assert size_of_cells(paper) == "48"


def test_the_plain_formats_say_eleven_points_and_dundee_keeps_its_own() -> None:
    plan = built_plan(sample_outline(), "plain-council")
    for format_id, size in (("plain-council", 11), (DEFAULT_FORMAT, None)):
        (paper,) = [
            make() for make in paper_makers(plan, format_named(format_id), form_named, "plan")
        ]
        assert paper.document.plan_size == size
