"""The words of a paragraph come out as an officer reads them on the page."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers.word.reader import read_word
from plan.papers.blocks import Paragraph, Text, TickBox
from plan.text.clean import clean_text
from tests.importers.word_files import docx_of, raw, run

BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
INSTRUCTION = "<w:r><w:instrText>REF x</w:instrText></w:r>"


def paragraph_of(folder: Path, *runs: str, styles: str = "") -> Paragraph:
    (paragraph,) = read_word(docx_of(folder, raw(*runs), styles=styles)).blocks
    assert isinstance(paragraph, Paragraph)
    return paragraph


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ([run("Pro"), run("gram"), run("me")], "Programme"),
        ([run("old "), f"<w:ins>{run('new')}</w:ins>"], "old new"),
        ([run("kept"), "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"], "kept"),
        (
            [f"<w:moveFrom>{run('here')}</w:moveFrom>", f"<w:moveTo>{run('there')}</w:moveTo>"],
            "there",
        ),
        ([f"<w:sdt><w:sdtContent>{run('controlled')}</w:sdtContent></w:sdt>"], "controlled"),
        ([f"<w:hyperlink>{run('link')}</w:hyperlink>"], "link"),
        ([f"<w:smartTag>{run('Dundee')}</w:smartTag>"], "Dundee"),
        ([f'<w:fldSimple w:instr="DATE">{run("June")}</w:fldSimple>'], "June"),
        ([BEGIN, INSTRUCTION, SEPARATE, run("result"), END, run(" after")], "result after"),
        ([BEGIN, BEGIN, SEPARATE, run("inner"), END, SEPARATE, run("outer"), END], "outer"),
        ([BEGIN, INSTRUCTION, END, run("no result")], "no result"),
        ([END, SEPARATE, run("stray marks")], "stray marks"),
        (["<w:r><w:t>self</w:t><w:noBreakHyphen/><w:t>evaluation</w:t></w:r>"], "self-evaluation"),
        (["<w:r><w:t>self</w:t><w:softHyphen/><w:t>less</w:t></w:r>"], "selfless"),
        (["<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>"], "a\tb"),
        (["<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>"], "a\nb\nc"),
        (['<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>'], "ab"),
        ([run("seen"), run("hidden", "<w:vanish/>")], "seen"),
        ([run("shown", '<w:vanish w:val="0"/>')], "shown"),
        (
            [
                (
                    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
                    f"<w:sdtContent>{run('Click to enter text')}</w:sdtContent></w:sdt>"
                )
            ],
            "",
        ),
        (
            [
                (
                    f"<mc:AlternateContent><mc:Choice>{run('once')}</mc:Choice>"
                    f"<mc:Fallback>{run('once')}</mc:Fallback></mc:AlternateContent>"
                )
            ],
            "once",
        ),
        ([run("Yes ☒ No ☐")], "Yes ☒ No ☐"),
        (
            [run("the 1"), run("st", '<w:vertAlign w:val="superscript"/>'), run(" of June")],
            "the 1st of June",
        ),
        ([run("JMG/COG/CPC")], "JMG/COG/CPC"),
        ([run("over\u202eride")], "override"),
        ([run("  "), run("")], ""),
    ],
)
def test_the_words_are_those_on_the_page(tmp_path: Path, runs: list[str], text: str) -> None:
    assert paragraph_of(tmp_path, *runs).text == text


def symbol(font: str, code: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def signs(font: str, text: str) -> str:
    return run(text, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')


def control_box(alias: str, checked: str) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{alias}"/><w14:checkbox>'
        f'<w14:checked w14:val="{checked}"/></w14:checkbox>'
        f"</w:sdtPr><w:sdtContent>{run('☐')}</w:sdtContent></w:sdt>"
    )


def form_box(name: str, state: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{name}"/>'
        f"<w:checkBox>{state}</w:checkBox></w:ffData></w:fldChar></w:r>"
        f"<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>{END}"
    )


@pytest.mark.parametrize(
    ("drawn", "box"),
    [
        (control_box("Gender: Positively", "1"), TickBox("Gender: Positively", ticked=True)),
        (control_box("Age", "0"), TickBox("Age", ticked=False)),
        (form_box("Check1", "<w:checked/>"), TickBox("Check1", ticked=True)),
        (form_box("Check2", '<w:default w:val="0"/>'), TickBox("Check2", ticked=False)),
        (form_box("Check3", '<w:default w:val="1"/>'), TickBox("Check3", ticked=True)),
        (
            form_box("C4", '<w:default w:val="1"/><w:checked w:val="0"/>'),
            TickBox("C4", ticked=False),
        ),
        (symbol("Wingdings", "F0FD"), TickBox("", ticked=True)),
        (symbol("Wingdings", "F0A8"), TickBox("", ticked=False)),
        (symbol("Wingdings", "F06F"), TickBox("", ticked=False)),
        (symbol("Wingdings 2", "F053"), TickBox("", ticked=True)),
        (signs("Wingdings", "\uf0fd"), TickBox("", ticked=True)),
        (signs("Wingdings", "o"), TickBox("", ticked=False)),
        (signs("Wingdings 2", "£"), TickBox("", ticked=False)),
    ],
)
def test_a_tick_box_is_one_however_it_is_drawn(tmp_path: Path, drawn: str, box: TickBox) -> None:
    assert paragraph_of(tmp_path, run("Yes "), drawn).inlines == (Text("Yes "), box)


def form_list(entries: str, result: str = "") -> str:
    begin = f'<w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>{entries}</w:ddList></w:ffData>'
    return (
        f"<w:r>{begin}</w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>"
        f"{SEPARATE}{result}{END}"
    )


ENTRIES = "".join(f'<w:listEntry w:val="{name}"/>' for name in ("Choose", "Schools", "Libraries"))


@pytest.mark.parametrize(
    ("chosen", "text"),
    [
        ('<w:result w:val="2"/>', "Lead: Libraries."),
        ('<w:result w:val="0"/><w:default w:val="1"/>', "Lead: Choose."),
        ('<w:default w:val="1"/>', "Lead: Schools."),
        ("", "Lead: Choose."),
        ('<w:result w:val="3"/>', "Lead: ."),
        ('<w:result w:val="-1"/>', "Lead: ."),
        ('<w:result w:val="x"/>', "Lead: Choose."),
    ],
)
def test_a_list_of_a_form_shows_the_entry_chosen_once(
    tmp_path: Path, chosen: str, text: str
) -> None:
    for result in ("", run("what Word does not show")):
        field = form_list(chosen + ENTRIES, result)
        assert paragraph_of(tmp_path, run("Lead: "), field, run(".")).text == text


def test_a_list_without_entries_shows_nothing(tmp_path: Path) -> None:
    assert paragraph_of(tmp_path, run("Lead"), form_list("")).text == "Lead"


def test_a_text_field_of_a_form_shows_what_was_typed(tmp_path: Path) -> None:
    data = "<w:ffData><w:textInput/></w:ffData>"
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
    instruction = "<w:r><w:instrText>FORMTEXT</w:instrText></w:r>"
    typed = begin + instruction + SEPARATE + run("Ms Example") + END
    assert paragraph_of(tmp_path, run("Lead: "), typed).text == "Lead: Ms Example"
    empty = begin + instruction + SEPARATE + run("\u2002\u2002\u2002\u2002\u2002") + END
    assert paragraph_of(tmp_path, run("Lead:"), empty).text == "Lead:"


def test_emphasis_is_that_of_the_run_else_of_its_style_else_of_the_paragraph(
    tmp_path: Path,
) -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:i/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="S"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="T"><w:basedOn w:val="S"/></w:style>'
    )
    paragraph = paragraph_of(
        tmp_path,
        run("plain ", '<w:i w:val="0"/>'),
        run("italic "),
        run("both", '<w:rStyle w:val="T"/>'),
        styles=styles,
    )
    assert paragraph.inlines == (
        Text("plain "),
        Text("italic ", italic=True),
        Text("both", bold=True, italic=True),
    )


def test_styles_that_are_based_on_each_other_are_no_trap(tmp_path: Path) -> None:
    styles = "".join(
        f'<w:style w:styleId="{one}"><w:basedOn w:val="{other}"/><w:rPr><w:b/></w:rPr></w:style>'
        for one, other in (("A", "B"), ("B", "A"))
    )
    paragraph = paragraph_of(tmp_path, run("x", '<w:rStyle w:val="A"/>'), styles=styles)
    assert paragraph.inlines == (Text("x", bold=True),)


def test_tracked_changes_are_counted(tmp_path: Path) -> None:
    changed = f"<w:ins>{run('in')}</w:ins><w:del><w:r><w:delText>out</w:delText></w:r></w:del>"
    (remark,) = read_word(docx_of(tmp_path, raw(changed))).remarks
    assert remark.kind == "note"
    assert "1 tracked insertion read as accepted, 1 tracked deletion left out" in remark.text


def test_a_deleted_paragraph_mark_joins_two_paragraphs(tmp_path: Path) -> None:
    deleted = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p>"
    gone = "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
    for first, text in ((run("one "), "one and the same"), (gone, "and the same")):
        body = deleted.format(first) + raw(run("and the same"))
        reading = read_word(docx_of(tmp_path, body))
        (paragraph,) = reading.blocks
        assert isinstance(paragraph, Paragraph)
        assert paragraph.text == text
        (remark,) = reading.remarks
        assert "1 tracked deletion left out" in remark.text


def test_what_is_not_read_is_counted(tmp_path: Path) -> None:
    picture = "<w:r><w:pict/></w:r>"
    twice = f"<w:r><mc:AlternateContent><mc:Choice>{picture[5:-6]}</mc:Choice><mc:Fallback>"
    twice += f"{picture[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>"
    (remark,) = read_word(docx_of(tmp_path, raw(picture, twice))).remarks
    assert remark.text == "Not read: 2 pictures."


@pytest.mark.parametrize("body", ['<w:subDoc r:id="r1"/>', raw('<w:subDoc r:id="r1"/>')])
def test_a_file_that_another_takes_in_is_told_of(tmp_path: Path, body: str) -> None:
    remarks = read_word(docx_of(tmp_path, body)).remarks
    assert [remark.text for remark in remarks] == ["Not read: 1 embedded document."]


@pytest.mark.parametrize("name", ["dayShort", "monthLong", "yearLong", "pgNum"])
def test_a_date_that_word_works_out_anew_is_told_of(tmp_path: Path, name: str) -> None:
    reading = read_word(docx_of(tmp_path, raw(run("On "), f"<w:r><w:{name}/></w:r>")))
    assert [remark.text for remark in reading.remarks] == [
        "Not read: 1 date or page number that Word works out anew."
    ]


XML_TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\n &<>/☒"),
    max_size=30,
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    max_examples=2 * settings().max_examples,
)
@given(pieces=st.lists(XML_TEXTS, max_size=4))
def test_any_text_comes_back_as_cleaning_leaves_it(tmp_path: Path, pieces: list[str]) -> None:
    assert paragraph_of(tmp_path, *map(run, pieces)).text == clean_text("".join(pieces))
