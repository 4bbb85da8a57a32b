"""Last year's paper as a template: its letterhead is used, its text is left out and counted."""

from dataclasses import replace
from pathlib import Path

import pytest

from exporters.word.council_template import council_template
from exporters.word.document import word_file_of
from exporters.word.template_file import TemplateError
from tests.exporters.conftest import NS, SAMPLE, W, WordFile, opened, text_of
from tests.exporters.council_templates import LOGO, CouncilPaper
from tests.exporters.structure import OWN_WORDS, faults
from tests.repository import ROOT

REFERENCE = ROOT.parent / "shared" / "reference" / "report-299-2016.docx"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def line(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def table(text: str) -> str:
    cell = f'<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr>{line(text)}{line(text)}</w:tc>'
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="900" w:type="dxa"/></w:tblPr><w:tblGrid>'
        f'<w:gridCol w:w="900"/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>'
    )


def ended(size: str = 'w:w="11906" w:h="16838"', left: int = 999, headed: str = "") -> str:
    """Return the end of a section, with what names its header."""
    return (
        f"<w:p><w:pPr><w:sectPr>{headed}<w:pgSz {size}/><w:pgMar "
        f'w:top="999" w:right="999" w:bottom="999" w:left="{left}" w:header="500" w:footer="500" '
        'w:gutter="0"/></w:sectPr></w:pPr></w:p>'
    )


HEADED = '<w:headerReference w:type="default" r:id="rIdheader1xml"/>'
BODY = line("ITEM No 7") + "<w:p/>" + table("Old aim") + line("Old reasons") + table("Old answer")
BOXED = f"<w:sdt><w:sdtContent>{line('In a control')}</w:sdtContent></w:sdt>"


def filled(path: Path, kind: str = "pack", *, keep_body: bool = False) -> WordFile:
    return opened(word_file_of(SAMPLE[kind], template=council_template(path, keep_body=keep_body)))


def texts(word_file: WordFile) -> list[str]:
    return [text_of(p) for p in word_file.document.iter(f"{W}p") if text_of(p)]


def test_its_text_is_left_out_and_how_much_is_said(tmp_path: Path) -> None:
    path = CouncilPaper(body=BODY + BOXED).written(tmp_path / "c.docx")
    assert texts(filled(path)) == [
        text for text in texts(opened(word_file_of(SAMPLE["pack"]))) if text
    ]
    said = council_template(path).remarks[0]
    assert (
        "The template c.docx has 3 paragraphs and 2 tables of its own. This text is left out;"
        in said
    )
    assert "--keep-body" in said


def test_its_text_is_kept_on_request_and_how_much_is_said(tmp_path: Path) -> None:
    path = CouncilPaper(body=BODY).written(tmp_path / "c.docx")
    assert texts(filled(path, keep_body=True))[0] == "ITEM No 7"
    said = council_template(path, keep_body=True).remarks[0]
    assert (
        "has 2 paragraphs and 2 tables of its own. This text is printed before the paper." in said
    )


def test_its_text_stays_round_a_place_for_the_paper_and_how_much_is_said(tmp_path: Path) -> None:
    path = CouncilPaper(body=BODY + line("{{REPORT}}") + line("Last")).written(tmp_path / "c.docx")
    for keep_body in (False, True):
        printed = texts(filled(path, keep_body=keep_body))
        assert (printed[0], printed[-1]) == ("ITEM No 7", "Last")
        said = council_template(path, keep_body=keep_body).remarks[0]
        assert (
            "has 3 paragraphs and 2 tables of its own. This text is printed round the paper" in said
        )


def test_a_place_that_is_no_paragraph_of_its_own_is_told_with_what_became_of_it(
    tmp_path: Path,
) -> None:
    path = CouncilPaper(body=line("The report: {{REPORT}}")).written(tmp_path / "c.docx")
    said = " ".join(council_template(path).remarks)
    assert "1 paragraph of its own. This text is left out" in said
    assert "stands among other words, so it does not say where the paper goes" in said
    kept = " ".join(council_template(path, keep_body=True).remarks)
    assert "the paper was put at the end" in kept


def test_a_logo_alone_belongs_to_the_letterhead(tmp_path: Path) -> None:
    logo = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"/></w:pict></w:r></w:p>'
    )
    path = CouncilPaper(body=logo).written(tmp_path / "c.docx")
    assert filled(path).document.find(".//w:pict", NS) is not None
    assert not any("of its own" in one for one in council_template(path).remarks)


def test_what_is_no_text_stays_to_the_byte(tmp_path: Path) -> None:
    path = CouncilPaper(body=BODY).written(tmp_path / "c.docx")
    before, after = opened(path.read_bytes()).parts, filled(path).parts
    for name in ("word/header1.xml", "word/footer1.xml", "word/theme/theme1.xml"):
        assert before[name] == after[name]
    assert after["word/media/image1.png"] == LOGO
    assert faults(filled(path), typed=OWN_WORDS) == []


@pytest.mark.parametrize(
    ("earlier", "left"),
    [
        (ended(headed=HEADED, left=1111), "1111"),
        (ended('w:w="23811" w:h="16838" w:orient="landscape"') + ended(left=1222), "1222"),
        (ended('w:w="16838" w:h="11906" w:orient="landscape"', left=1333, headed=HEADED), "1333"),
    ],
    ids=["first", "one is A3", "first is across"],
)
def test_of_several_sections_the_letterheads_stays_on_pages_of_the_usual_size(
    earlier: str, left: str, tmp_path: Path
) -> None:
    path = CouncilPaper(body=line("Old") + earlier + BODY, margin=1444).written(tmp_path / "c.docx")
    sections = list(filled(path).document.iter(f"{W}sectPr"))
    assert len(sections) == len(SAMPLE["pack"].sections)
    assert sections[0].find("w:headerReference", NS) is not None
    for section in sections:
        size = section.find("w:pgSz", NS)
        assert size is not None
        assert {size.get(f"{W}w"), size.get(f"{W}h")} == {"11906", "16838"}
    margins = sections[0].find("w:pgMar", NS)
    assert margins is not None
    headed_there = HEADED in earlier
    assert margins.get(f"{W}left") == (left if headed_there else "1444")


def test_pictures_notes_and_comments_of_its_text_go_with_it(tmp_path: Path) -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    name = f'xmlns:w="{W[1:-1]}"'
    notes = (
        f'<w:footnotes {name}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/>'
        f'</w:r></w:p></w:footnote><w:footnote w:id="2">{line("An old note")}</w:footnote>'
        "</w:footnotes>"
    )
    said = (
        f'<w:comments {name}><w:comment w:id="0" w:author="A. N. Officer">{line("Is that so?")}'
        "</w:comment></w:comments>"
    )
    body = (
        "<w:p><w:r><w:t>Old</w:t></w:r><w:r><w:pict>"
        '<v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
        '<v:imagedata r:id="rIdOld"/></v:shape></w:pict></w:r><w:r><w:footnoteReference w:id="2"/>'
        '</w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    )
    parts = CouncilPaper(body=body).parts()
    more = "".join(
        f'<Relationship Id="{number}" Type="{OFFICE}/{what}" Target="{target}"/>'
        for number, what, target in (
            ("rIdOld", "image", "media/old.png"),
            ("rIdNotes", "footnotes", "footnotes.xml"),
            ("rIdComments", "comments", "comments.xml"),
        )
    )
    relations = "word/_rels/document.xml.rels"
    parts[relations] = str(parts[relations]).replace("</R", f"{more}</R")
    types = "".join(
        f'<Override PartName="/word/{one}.xml" ContentType="{kind}.{one}+xml"/>'
        for one in ("footnotes", "comments")
    )
    parts["[Content_Types].xml"] = str(parts["[Content_Types].xml"]).replace(
        "</Types>", f"{types}</Types>"
    )
    parts |= {"word/footnotes.xml": notes, "word/comments.xml": said, "word/media/old.png": LOGO}
    path = tmp_path / "c.docx"
    zipped(path, parts)
    left = filled(path).parts
    assert "word/media/old.png" not in left
    assert "word/comments.xml" not in left
    assert b"separator" in left["word/footnotes.xml"]
    whole = b"".join(left.values())
    assert b"An old note" not in whole
    assert b"A. N. Officer" not in whole
    kept = filled(path, keep_body=True).parts
    assert kept["word/media/old.png"] == LOGO
    assert b"An old note" in kept["word/footnotes.xml"]


def test_what_a_paper_said_of_itself_is_not_said_of_the_new_one(tmp_path: Path) -> None:
    parts = CouncilPaper(body=BODY).parts()
    parts["docProps/app.xml"] = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Manager>A. N. Officer</Manager><Application>Word</Application>'
        "</Properties>"
    )
    parts["_rels/.rels"] = str(parts["_rels/.rels"]).replace(
        "</R",
        f'<Relationship Id="a" Type="{OFFICE}/extended-properties" Target="docProps/app.xml"/></R',
    )
    parts["[Content_Types].xml"] = str(parts["[Content_Types].xml"]).replace(
        "</Types>",
        '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.extended-properties+xml"/></Types>',
    )
    path = tmp_path / "c.docx"
    zipped(path, parts)
    properties = filled(path).parts["docProps/app.xml"]
    assert b"Officer" not in properties
    assert b"<Application>plandesk</Application>" in properties


def zipped(path: Path, parts: dict[str, str | bytes]) -> None:
    from zipfile import ZipFile

    with ZipFile(path, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)


def test_the_reference_as_a_template_prints_our_plan_only(tmp_path: Path) -> None:
    if not REFERENCE.exists():
        pytest.skip("the reference is not beside this checkout")
    ours = texts(opened(word_file_of(SAMPLE["plan"])))
    assert texts(filled(REFERENCE, "plan")) == ours
    said = council_template(REFERENCE).remarks[0]
    assert "has 54 paragraphs and 18 tables of its own. This text is left out;" in said


def templates_of_others() -> list[Path]:
    return sorted((ROOT.parent / "shared" / "cases" / "templates").glob("t*.do[ct]x"))


@pytest.mark.slow
def test_a_template_of_somebody_elses_prints_our_paper_only() -> None:
    if not templates_of_others():
        pytest.skip("the templates of others are not beside this checkout")
    ours = texts(opened(word_file_of(SAMPLE["pack"])))
    told = []
    for path in templates_of_others():
        if path.stem in ("t3b-marker", "t5-no-styles"):  # has a place; is refused
            continue
        printed = texts(filled(path))
        assert [text for text in printed if text] == ours, path.name
        told += [
            path.stem for one in council_template(path).remarks if "This text is left out" in one
        ]
    assert told == ["t10-comment-and-marker-in-text", "t3-body-and-controls", "t4-a3-section"]


NO_MEASURE = "the size of its pages, or a margin, is not a number that Word takes"
NO_ROOM = "its margins leave no room for text"
LARGEST = "; Word takes no more than 558 millimetres"
SMALLEST = "; a page needs at least 25 millimetres"
SIZES = {
    'w:w="0" w:h="-5"': "its pages have no width",
    'w:w="-5" w:h="16838"': "its pages have no width",
    'w:w="-1" w:h="16838"': "its pages have no width",
    'w:w="11906" w:h="0"': "its pages have no height",
    'w:w="x" w:h="16838"': NO_MEASURE,
    'w:w="31681" w:h="16838"': f"its pages are 559 millimetres wide{LARGEST}",
    'w:w="11906" w:h="31700"': f"its pages are 560 millimetres high{LARGEST}",
    'w:w="11906" w:h="99000000"': f"its pages are 1,746,250 millimetres high{LARGEST}",
    'w:w="11906" w:h="9"': f"its pages are less than a millimetre high{SMALLEST}",
    'w:w="1417" w:h="16838"': f"its pages are 24 millimetres wide{SMALLEST}",
    'w:w="57" w:h="16838"': f"its pages are 1 millimetre wide{SMALLEST}",
}
MARGINS = {
    'w:left="11906"': NO_ROOM,
    'w:left="x"': NO_MEASURE,
    'w:right="-99999"': NO_ROOM,
    'w:top="20000"': NO_ROOM,
    'w:header="99999"': NO_ROOM,
}


@pytest.mark.parametrize("size", SIZES)
def test_a_page_that_cannot_be_is_refused_in_a_sentence(size: str, tmp_path: Path) -> None:
    usual = '<w:pgSz w:w="11906" w:h="16838"/>'
    assert refused(CouncilPaper(), usual, f"<w:pgSz {size}/>", tmp_path) == SIZES[size]


@pytest.mark.parametrize("margin", MARGINS)
def test_margins_that_leave_no_room_are_refused_in_a_sentence(margin: str, tmp_path: Path) -> None:
    name = margin.partition("=")[0]
    usual = {"w:left": "1701", "w:right": "1701", "w:top": "1700", "w:header": "600"}[name]
    assert refused(CouncilPaper(), f'{name}="{usual}"', margin, tmp_path) == MARGINS[margin]


@pytest.mark.parametrize("kept", [True, False])
def test_a_section_that_is_not_printed_may_be_as_it_likes(kept: bool, tmp_path: Path) -> None:
    body = line("Old") + ended('w:w="0" w:h="0"') + line("More") + ended() + BODY
    path = CouncilPaper(body=body).written(tmp_path / "c.docx")
    if kept:
        with pytest.raises(TemplateError, match="its pages have no width"):
            council_template(path, keep_body=True)
    else:
        assert filled(path).document.find(".//w:pgSz[@w:w='11906']", NS) is not None


@pytest.mark.parametrize("value", ["maybe", "", "2"])
def test_what_only_writing_would_stumble_over_is_refused_too(value: str, tmp_path: Path) -> None:
    odd = replace(CouncilPaper(footer=""), section=f'<w:titlePg w:val="{value}"/>')
    with pytest.raises(TemplateError, match="is damaged"):
        council_template(odd.written(tmp_path / "c.docx"))


def refused(paper: CouncilPaper, old: str, new: str, folder: Path) -> str:
    """Return what is said to be wrong with a template in which `old` is `new`."""
    parts = paper.parts()
    document = str(parts["word/document.xml"])
    assert old in document
    zipped(folder / "c.docx", {**parts, "word/document.xml": document.replace(old, new)})
    with pytest.raises(TemplateError) as raised:
        council_template(folder / "c.docx")
    first, nothing, *_, remedy = str(raised.value).split(". ")
    assert nothing == "Nothing was written and the plan is as it was"
    assert "Layout" in remedy
    what, _, problem = first.partition(": ")
    assert what == "The template c.docx cannot be used"
    return problem
