"""Pictures of a report stand in its papers with what is read out for them, or words say why not."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from desk.after_export import after_export
from desk.exporting import Export
from desk.report_pictures import missing_in_words, pictures_of
from exporters.markdown_file import markdown_file
from exporters.web_page import web_page
from exporters.word.council_template import council_template
from exporters.word.document import word_file_of
from exporters.word.package import RELATIONS_PART
from files.pictures import name_of_picture
from plan.changes import edits
from plan.changes.change import applied
from plan.council.format import format_named
from plan.model.outline import PassageOutline, PlanOutline, ReportOutline, built_plan
from plan.model.plan import Plan
from plan.papers.blocks import Beside, Block, Document, Paragraph, Text, plain
from plan.papers.linear import lines_of
from plan.papers.report import report_of
from store.pictures import keep_picture, pictures_folder
from tests.exporters.conftest import CHECKER, NS, W, opened, text_of
from tests.exporters.council_templates import CouncilPaper
from tests.exporters.made_pictures import gif, jpeg, png

COUNCIL = format_named("dundee-2016")
ALT, CAPTION = 'A map of the "schools" & <nurseries>', "Figure 1: where they are"
REPORT = PlanOutline(
    report=ReportOutline(
        title="A report", passages=(PassageOutline("main-text", "text", "Words."),)
    )
)
MAP = png(900, 420)
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def with_picture(content: bytes = MAP, alternative: str = ALT, caption: str = CAPTION) -> Plan:
    plan = built_plan(REPORT, COUNCIL.id)
    picture = edits.NewPicture(name_of_picture(content), alternative, caption)
    return applied(plan, edits.add_picture(plan, "main-text", 1, COUNCIL.report, picture))


def paper(content: bytes = MAP, *, is_there: bool = True) -> Document:
    held = {name_of_picture(content): content} if is_there else {}
    return replace(report_of(with_picture(content), COUNCIL), pictures=held)


@pytest.mark.parametrize("content", [MAP, jpeg(), gif()])
def test_it_is_a_part_of_the_word_file_as_it_is(content: bytes, tmp_path: Path) -> None:
    made = word_file_of(paper(content))
    assert made == word_file_of(paper(content))
    name = name_of_picture(content)
    file = opened(made)
    assert file.parts[f"word/media/{name}"] == content
    (drawing,) = file.document.iter(f"{WP}docPr")
    assert drawing.get("descr") == ALT
    targets = [one.get("Target") for one in file.tree(RELATIONS_PART)]
    assert targets.count(f"media/{name}") == 1
    kinds = [one.get("Extension") for one in file.tree("[Content_Types].xml")]
    assert kinds.count(name.partition(".")[2]) == 1
    if CHECKER.exists():
        path = tmp_path / "paper.docx"
        path.write_bytes(made)
        command = [sys.executable, str(CHECKER), str(path)]
        said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
        assert said.splitlines()[-1].endswith("0 errors, 0 warnings, 0 tips")


def test_it_is_as_wide_as_the_text_at_most_and_its_caption_stands_above_it() -> None:
    file = opened(word_file_of(paper()))
    (extent,) = file.document.iter(f"{WP}extent")
    wide, high = (int(extent.get(one, "0")) for one in ("cx", "cy"))
    assert 150 * 36_000 < wide < 170 * 36_000
    assert wide / high == pytest.approx(900 / 420, rel=0.01)
    small = next(opened(word_file_of(paper(gif(96, 96)))).document.iter(f"{WP}extent"))
    assert int(small.get("cx", "0")) == 914_400
    tall = next(opened(word_file_of(paper(png(200, 4000)))).document.iter(f"{WP}extent"))
    assert int(tall.get("cy", "0")) < 210 * 36_000
    body = list(file.document.iter(f"{W}p"))
    place = next(n for n, one in enumerate(body) if one.find(f".//{W}drawing") is not None)
    assert text_of(body[place - 1]) == CAPTION
    assert body[place - 1].find("w:pPr/w:pStyle", NS).get(f"{W}val") == "Caption"  # type: ignore[union-attr]


def test_two_places_of_one_picture_share_its_part_and_have_numbers_of_their_own() -> None:
    plan = with_picture()
    picture = edits.NewPicture(name_of_picture(MAP), "Again")
    plan = applied(plan, edits.add_picture(plan, "main-text", 2, COUNCIL.report, picture))
    document = replace(report_of(plan, COUNCIL), pictures={name_of_picture(MAP): MAP})
    file = opened(word_file_of(document))
    ids = [one.get("id") for one in file.document.iter(f"{WP}docPr")]
    assert len(ids) == len(set(ids)) == 2
    assert sum(name.startswith("word/media/") for name in file.parts) == 1


def test_it_stands_in_a_councils_template_and_in_one_that_has_the_same_picture(
    tmp_path: Path,
) -> None:
    path = tmp_path / "council.docx"
    prepared = council_template(CouncilPaper().written(path))
    first = word_file_of(paper(), template=prepared)
    path.write_bytes(first)
    again = opened(word_file_of(paper(), template=council_template(path, keep_body=True)))
    ids = [one.get("Id") for one in again.tree(RELATIONS_PART)]
    assert len(ids) == len(set(ids))
    assert len(list(again.document.iter(f"{WP}docPr"))) == 2


def test_it_is_in_the_web_page_beside_the_markdown_and_said_in_plain_lines() -> None:
    page = web_page(paper()).decode()
    assert 'alt="A map of the &quot;schools&quot; &amp; &lt;nurseries&gt;"' in page
    assert 'src="data:image/png;base64,' in page
    said = markdown_file(paper()).decode()
    assert f'![A map of the "schools" & \\<nurseries\\>](<pictures/{name_of_picture(MAP)}>)' in said
    assert f"Picture: {ALT}" in [line.text for line in lines_of(paper())]


def test_words_stand_in_the_place_of_one_whose_file_is_gone() -> None:
    gone = paper(is_there=False)
    words = f"[The picture is not here: {ALT}]"
    assert words in [text_of(one) for one in opened(word_file_of(gone)).document.iter(f"{W}p")]
    assert "The picture is not here" in web_page(gone).decode()
    assert "The picture is not here" in markdown_file(gone).decode()


def exported(folder: Path, plan: Plan, **more: str) -> tuple[str, ...]:
    path = folder / "Schools.plan.json"
    export = Export(plan, "Schools", "report", folder, plan_file=path, ways=("docx", "md"), **more)  # type: ignore[arg-type]
    return after_export(export, list(export.write())).sentences


def test_an_export_has_them_and_says_which_are_not_there(tmp_path: Path) -> None:
    path = tmp_path / "Schools.plan.json"
    keep_picture(path, MAP)
    assert not any("picture is not here" in one for one in exported(tmp_path, with_picture()))
    assert (tmp_path / "pictures" / name_of_picture(MAP)).read_bytes() == MAP
    next(pictures_folder(path).iterdir()).unlink()
    (said,) = [one for one in exported(tmp_path, with_picture()) if "picture is not here" in one]
    assert name_of_picture(MAP) in said


def test_a_public_copy_says_that_pictures_are_not_looked_into(tmp_path: Path) -> None:
    told = png(told="Jane Smith")
    keep_picture(tmp_path / "Schools.plan.json", told)
    said = exported(tmp_path, with_picture(told), copy="public")
    assert any(one.startswith("Pictures are not looked into") for one in said)
    (word,) = tmp_path.glob("*PUBLIC*.docx")
    assert b"Jane Smith" not in b"".join(opened(word.read_bytes()).parts.values())
    assert b"Jane Smith" in told


def test_a_comment_on_a_picture_stands_at_it() -> None:
    document = paper()
    noted = Text("", beside=Beside("comment", (plain("Is this map of 2026?"),)))

    def with_comment(block: Block) -> Block:
        if isinstance(block, Paragraph) and block.role == "picture":
            return replace(block, inlines=(*block.inlines, noted))
        return block

    (section,) = document.sections
    blocks = tuple(map(with_comment, section.blocks))
    made = opened(word_file_of(replace(document, sections=(replace(section, blocks=blocks),))))
    (picture,) = (
        one for one in made.document.iter(f"{W}p") if one.find(f".//{W}drawing") is not None
    )
    assert picture.find(f"{W}commentRangeStart") is not None
    assert b"Is this map of 2026?" in made.parts["word/comments.xml"]


def test_a_plan_that_lies_nowhere_has_no_pictures_to_give() -> None:
    plan = with_picture()
    assert pictures_of(plan, None) == {}
    assert missing_in_words(plan, None, ()) == ()
