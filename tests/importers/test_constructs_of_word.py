"""What readers of Word files are reported to lose: a plan says each of it as Word shows it.

Kinds of failure of other programs that plandesk never had, each in a file of its own.
"""

from pathlib import Path
from zipfile import ZipFile

import pytest

from importers.paper import PaperReading, read_with_account
from plan.model.outline import ActionOutline
from plan.reading.timescales import read_timescale
from tests.importers.plan_papers import FORM, FORMS
from tests.importers.word_files import (
    BULLETS,
    cell,
    docx_of,
    listed,
    para,
    raw,
    row,
    run,
    table,
)

AIM = para("Priority 1: Families are heard")
HEADER = row("Actions", "Lead", "Timescale", "Success Criteria", "Progress")
TEXT, LEAD, WHEN, HOW = "Write the guidance.", "Policy team", "June 2027", "Families say so."
STYLES = (
    '<w:style w:type="character" w:styleId="Unseen"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Contents"><w:name w:val="toc 1"/></w:style>'
)
NUMBERS = (
    '<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/>'
    '<w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>'
)
INSERTED = "<w:ins>{}</w:ins>".format
DELETED = "<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>".format
MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
CODE = "<w:r><w:instrText>{}</w:instrText></w:r>".format


def controlled(content: str, kinds: str = "") -> str:
    """Return what stands in a content control."""
    inside = f"<w:sdtPr>{kinds}</w:sdtPr><w:sdtContent>{content}</w:sdtContent>"
    return f"<w:sdt>{inside}</w:sdt>"


def field(code: str, *result: str) -> str:
    return MARK("begin") + CODE(code) + MARK("separate") + "".join(result) + MARK("end")


def action(
    text: str = TEXT, lead: str = LEAD, when: str = WHEN, how: str = HOW, progress: str = ""
) -> str:
    return row(text, lead, when, how, progress)


def read(folder: Path, *blocks: str) -> PaperReading:
    """Return the reading, once it is known that each word of the file is accounted for."""
    path = docx_of(folder, "".join(blocks), styles=STYLES, numbering=BULLETS + NUMBERS)
    reading = read_with_account(path, FORM, FORMS)
    account = reading.account
    assert account.unaccounted == ()
    assert account.words == account.taken + account.shown + sum(account.left_out.values())
    return reading


def actions(reading: PaperReading) -> list[ActionOutline]:
    return [action for aim in reading.outline.aims for action in aim.actions]


def only(folder: Path, *rows: str) -> ActionOutline:
    (found,) = actions(read(folder, AIM, table(HEADER, *rows)))
    return found


def said(reading: PaperReading) -> str:
    return " ".join(remark.text for remark in reading.remarks)


# Tracked changes


def test_a_year_and_a_link_that_are_being_changed_read_as_accepted(tmp_path: Path) -> None:
    when = cell(raw(run("June "), DELETED("2026"), INSERTED(run("2027"))))
    words = raw(
        run("See "),
        f"<w:hyperlink>{DELETED('the old')}{INSERTED(run('the new'))}</w:hyperlink>",
        run(" page."),
    )
    reading = read(tmp_path, AIM, table(HEADER, action(cell(words), when=when)))
    (found,) = actions(reading)
    assert (found.text, found.timescale) == ("See the new page.", "June 2027")
    assert "2 tracked insertions read as accepted, 2 tracked deletions left out" in said(reading)
    assert reading.account.unseen["deleted"] == 3


def test_an_inserted_paragraph_and_an_inserted_row_are_read(tmp_path: Path) -> None:
    second = f"<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>{INSERTED(run('And again.'))}</w:p>"
    new = row("Ask them.", LEAD, WHEN, HOW, "", properties="<w:ins/>")
    gone = row("Old.", LEAD, WHEN, HOW, "", properties="<w:del/>")
    reading = read(tmp_path, AIM, table(HEADER, action(how=cell(HOW, second)), gone, new))
    first, other = actions(reading)
    assert first.success_criteria == (HOW, "And again.")
    assert other.text == "Ask them."


def test_text_that_was_moved_stands_once_and_a_deleted_mark_joins(tmp_path: Path) -> None:
    moved = raw(
        f"<w:moveFrom>{run('soon ')}</w:moveFrom>",
        run("Write it"),
        f"<w:moveTo>{run(' soon')}</w:moveTo>",
    )
    cut = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Families ')}</w:p>"
    found = only(tmp_path, action(cell(moved), how=cell(cut, "say so.")))
    assert (found.text, found.success_criteria) == ("Write it soon", ("Families say so.",))


# Characters


def test_a_hyphen_that_does_not_break_is_one(tmp_path: Path) -> None:
    when = cell(raw("<w:r><w:t>2026</w:t><w:noBreakHyphen/><w:t>27</w:t></w:r>"))
    soft = cell(raw("<w:r><w:t>multi</w:t><w:softHyphen/><w:t>agency</w:t></w:r>"))
    found = only(tmp_path, action(soft, when=when))
    assert (found.text, found.timescale) == ("multiagency", "2026-27")


def test_a_raised_ordinal_is_part_of_its_date(tmp_path: Path) -> None:
    raised = run("st", '<w:vertAlign w:val="superscript"/>')
    found = only(tmp_path, action(when=cell(raw(run("1"), raised, run(" June 2027")))))
    assert found.timescale == "1st June 2027"
    due = read_timescale(found.timescale).due
    assert due is not None
    assert due.first.isoformat() == "2027-06-01"


def test_hidden_text_is_left_out_and_counted(tmp_path: Path) -> None:
    text = raw(
        run("Seen."), run(" Not seen.", "<w:vanish/>"), run(" Nor.", '<w:rStyle w:val="Unseen"/>')
    )
    reading = read(tmp_path, AIM, table(HEADER, action(cell(text))))
    assert actions(reading)[0].text == "Seen."
    assert reading.account.unseen["hidden"] == 3


def test_capitals_that_only_the_font_makes_are_no_other_words(tmp_path: Path) -> None:
    assert only(tmp_path, action(lead=cell(raw(run("Policy team", "<w:caps/>"))))).leads == (LEAD,)


def test_bold_and_italic_are_kept_to_the_run(tmp_path: Path) -> None:
    mixed = raw(run("Ask "), run("every", "<w:b/>"), run(" family "), run("twice", "<w:i/>"))
    assert only(tmp_path, action(cell(mixed))).text == "Ask **every** family *twice*"


# Content controls and fields


def test_what_stands_in_controls_of_every_kind_is_in_its_place(tmp_path: Path) -> None:
    prompt = "<w:showingPlcHdr/>"
    first = row(
        TEXT,
        controlled(cell(LEAD)),
        cell(controlled(para(WHEN), '<w:date w:fullDate="2027-06-30T00:00:00Z"/>')),
        cell(raw(controlled(run("Good"), "<w:dropDownList/>"))),
        cell(
            raw(controlled(run("☒"), "<w14:checkbox><w14:checked/></w14:checkbox>"), run(" Done"))
        ),
    )
    empty = "Choose an item."
    second = controlled(
        row(
            "Ask them.",
            controlled(cell(empty), prompt),
            cell(controlled(para(empty), prompt)),
            cell(raw(controlled(run(empty), prompt))),
            "",
        )
    )
    reading = read(tmp_path, AIM, controlled(table(HEADER, first, second)))
    one, other = actions(reading)
    assert (one.leads, one.timescale, one.success_criteria) == ((LEAD,), WHEN, ("Good",))
    assert [note.text for note in one.progress] == ["☒ Done"]
    assert (other.text, other.leads, other.timescale) == ("Ask them.", (), "")
    assert (other.success_criteria, other.progress) == ((), ())
    assert reading.account.unseen["prompts"] == 9


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (raw(run("As in "), f'<w:fldSimple w:instr="REF x">{run("section 4")}</w:fldSimple>'), ""),
        (raw(run("As in "), field("REF x", run("section 4"))), ""),
        (raw(run("As in "), field("FORMTEXT", run("section 4"))), ""),
        (raw(run("As in "), field("IF x", field("PAGE", run("section")), run(" 4"))), ""),
        (
            raw(MARK("begin"), CODE("IF"), field("PAGE", run("9")), MARK("separate"), run("As in "))
            + raw(run("section 4"), MARK("end"), run(" and on")),
            "As in\n\nsection 4 and on",
        ),
        (raw(MARK("begin"), CODE("REF"), MARK("separate"), run("As in section 4")), ""),
    ],
)
def test_a_field_shows_its_result_and_swallows_nothing(
    tmp_path: Path, content: str, text: str
) -> None:
    found = only(tmp_path, action(cell(content), when=cell(raw(field("DATE", run(WHEN))))))
    assert found.text == (text or "As in section 4")
    assert (found.leads, found.timescale) == ((LEAD,), WHEN)


# Tables


def test_a_row_that_begins_late_goes_on_with_the_one_above(tmp_path: Path) -> None:
    late = "".join((cell("and by whom."), cell("")))
    short = f'<w:tr><w:trPr><w:gridBefore w:val="3"/></w:trPr>{late}</w:tr>'
    assert only(tmp_path, action(), short).success_criteria == (HOW, "and by whom.")


def test_a_header_row_within_the_table_and_empty_rows_are_no_actions(tmp_path: Path) -> None:
    again = table(HEADER, action(), HEADER, row(*[""] * 5), action("Ask them."))
    assert [one.text for one in actions(read(tmp_path, AIM, again))] == [TEXT, "Ask them."]


def test_a_heading_may_be_broken_over_lines(tmp_path: Path) -> None:
    broken = cell(raw("<w:r><w:t>Success</w:t><w:br/><w:t>Criteria</w:t></w:r>"))
    header = row("Actions", cell("Lead", "Officer"), "Timescale", broken, "Progress")
    (found,) = actions(read(tmp_path, AIM, table(header, action())))
    assert (found.leads, found.success_criteria) == ((LEAD,), (HOW,))


def test_other_headings_and_a_status_in_a_column_of_its_own(tmp_path: Path) -> None:
    header = row("Action", "By whom", "By when", "RAG", "Update")
    (found,) = actions(read(tmp_path, AIM, table(header, row(TEXT, LEAD, WHEN, "Amber", "Begun."))))
    assert (found.leads, found.timescale) == ((LEAD,), WHEN)
    assert [(note.status, note.text) for note in found.progress] == [("Amber", "Begun.")]


def test_a_list_goes_on_after_bullets_and_its_levels_have_their_numbers(tmp_path: Path) -> None:
    text = cell(
        "Do:", listed("one", 9), listed("of it", 7), listed("in it", 9, 1), listed("two", 9)
    )
    found = only(tmp_path, action(text))
    shown = ("1. one", "of it", "(i) in it", "2. two")
    places = [found.text.replace("\\", "").find(words) for words in shown]
    assert -1 not in places
    assert places == sorted(places)


# Marks that show nothing


def test_marks_round_words_and_the_direction_of_a_table_change_nothing(tmp_path: Path) -> None:
    marked = raw(
        '<w:bookmarkStart w:id="1" w:name="x"/>',
        '<w:permStart w:id="2"/>',
        f"<w:smartTag>{run('Write ')}</w:smartTag>",
        '<w:proofErr w:type="spellStart"/>',
        f"<w:customXml>{run('the ')}</w:customXml>",
        '<w:proofErr w:type="spellEnd"/>',
        f"<w:bdo>{run('guid')}</w:bdo><w:dir>{run('ance')}</w:dir>",
        '<w:permEnd w:id="2"/>',
        '<w:bookmarkEnd w:id="1"/>',
        f"<w:r><w:ruby><w:rt>{run('over')}</w:rt><w:rubyBase>{run('.')}</w:rubyBase></w:ruby></w:r>",
    )
    turned = "<w:tbl><w:tblPr><w:bidiVisual/></w:tblPr>" + table(HEADER, action(cell(marked)))[7:]
    assert actions(read(tmp_path, AIM, turned))[0].text == TEXT


def line_of_contents(text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="Contents"/></w:pPr>{run(text)}</w:p>'


@pytest.mark.parametrize("title", ["Glen Plan", ""])
@pytest.mark.parametrize("heading", ["Contents", "Table of contents", ""])
@pytest.mark.parametrize("number", [2, 12])
def test_contents_a_caption_and_a_glossary_are_no_actions(
    tmp_path: Path, title: str, heading: str, number: int
) -> None:
    lines = "".join(line_of_contents(f"Priority {n}: Aim {n}\t{n}") for n in range(1, number + 1))
    caption = raw(run("Table "), field("SEQ Table", run("1")), run(": Actions"))
    glossary = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + para("Glossary: GIRFEC is a policy.")
    above = "".join(map(para, filter(None, (title, heading))))
    reading = read(tmp_path, above, lines, AIM, caption, table(HEADER, action()), glossary)
    assert reading.outline.title == title
    assert [one.text for one in actions(reading)] == [TEXT]
    assert [aim.text for aim in reading.outline.aims] == ["Families are heard"]
    shown = [one.text for one in reading.account.not_taken]
    assert shown == ["Table 1: Actions", "Glossary: GIRFEC is a policy."]
    assert reading.account.left_out["contents"] == 5 * number + len(heading.split())


def test_the_body_of_a_file_may_go_by_any_name(tmp_path: Path) -> None:
    """Word in a browser writes `document2.xml`."""
    known = docx_of(tmp_path, AIM + table(HEADER, action()))
    renamed = tmp_path / "renamed.docx"
    with ZipFile(known) as before, ZipFile(renamed, "w") as after:
        for name in before.namelist():
            content = before.read(name).replace(b"document.xml", b"document2.xml")
            after.writestr(name.replace("document.xml", "document2.xml"), content)
    assert [one.text for one in actions(read_with_account(renamed, FORM, FORMS))] == [TEXT]
