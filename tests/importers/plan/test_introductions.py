"""What stands between the cover of a plan and its actions is no cover and no aim: it introduces."""

from pathlib import Path

import pytest

from importers.paper import PaperReading, read_with_account
from plan.papers.markdown import plain_of
from tests.importers.plan_papers import FORM, FORMS, HEADER, action_row
from tests.importers.word_files import BULLETS, docx_of, para, row, table

HEADINGS = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
TITLE = "Riverside Improvement Plan"
ACTIONS = table(HEADER, action_row("1.1"))
SETS_OUT = "This plan sets out how we will improve reading over three years."
AGREED = "It was agreed with parents, pupils and the Parent Council in May."
LONG = "We serve 40 children. They come from three villages. Most read at home."
KEY = "Key: Green – on track; Amber – some delay; Red – not started"
SHORT = "ASN: additional support needs; CLD: community learning and development"


def heading(text: str) -> str:
    return para(text, '<w:pStyle w:val="H1"/>')


def reading_of(folder: Path, *blocks: str) -> PaperReading:
    body = "".join(one if one.startswith("<") else para(one) for one in blocks)
    path = docx_of(folder, body, styles=HEADINGS, numbering=BULLETS)
    reading = read_with_account(path, FORM, FORMS)
    account = reading.account
    assert account.words == account.taken + account.shown + sum(account.left_out.values())
    assert account.unaccounted == ()
    return reading


def shown(reading: PaperReading) -> str:
    return "\n".join(one.text for one in reading.account.not_taken)


@pytest.mark.parametrize(
    "said",
    [
        "Each action answers one recommendation of the audit.",
        "The five actions below have been agreed with the managers.",
        "These actions were agreed with all services.",
        "All six actions are led by heads of service.",
        "The priorities were chosen by tenants at the conference in May.",
        "Progress is reported to the Board every quarter.",
        "We will review this plan in June 2027.",
    ],
)
@pytest.mark.parametrize(
    "above", [(TITLE,), (heading(TITLE),), (para("Appendix 1"), heading(TITLE))]
)
def test_a_sentence_on_the_actions_right_above_them_is_no_aim(
    tmp_path: Path, said: str, above: tuple[str, ...]
) -> None:
    outline = reading_of(tmp_path, *above, said, ACTIONS).outline
    assert outline.introduction == said
    assert [aim.text for aim in outline.aims] == [TITLE]


@pytest.mark.parametrize("label", ["Appendix: ", "APPENDIX – ", "Annex: ", "Appendix 1: "])
def test_the_label_of_the_appendix_is_no_part_of_the_plans_title(
    tmp_path: Path, label: str
) -> None:
    blocks = (heading(f"{label}{TITLE}"), para("Priority 1: Homes are warm"), ACTIONS)
    assert reading_of(tmp_path, *blocks).outline.title == TITLE


@pytest.mark.parametrize(
    "said",
    ["Children are heard.", "All children have a home that lasts.", "Every action counts for them"],
)
def test_an_aim_that_is_a_sentence_stays_one(tmp_path: Path, said: str) -> None:
    outline = reading_of(tmp_path, TITLE, said, ACTIONS).outline
    assert [aim.text for aim in outline.aims] == [said]


@pytest.mark.parametrize(
    "text",
    [
        (SETS_OUT,),
        (SETS_OUT, AGREED),
        (LONG,),
        (SETS_OUT, KEY, SHORT),
        (heading("Introduction"), SETS_OUT, heading("Key"), KEY, heading("Abbreviations"), SHORT),
        (heading("1. Background and context"), LONG, heading("How to use this plan"), AGREED),
        ("About this plan", LONG, "Glossary of terms", SHORT),
        (SETS_OUT, table(row("Green", "On track"), row("Red", "Overdue"))),
    ],
)
@pytest.mark.parametrize("aim", [(heading("Priority 1: Reading"),), ("Priority 1: Reading",), ()])
def test_an_introduction_is_read_and_neither_cover_nor_aim(
    tmp_path: Path, text: tuple[str, ...], aim: tuple[str, ...]
) -> None:
    reading = reading_of(tmp_path, TITLE, *text, *aim, ACTIONS)
    outline = reading.outline
    assert (outline.title, outline.subtitle, outline.date) == (TITLE, "", "")
    assert [one.text for one in outline.aims] == ["Reading" if aim else TITLE]
    assert len(outline.aims[0].actions) == 1
    said = plain_of(outline.introduction)
    for line in text:
        if not line.startswith("<"):
            assert line in said


def test_a_small_table_of_what_words_mean_is_read_as_lines(tmp_path: Path) -> None:
    grades = table(row("Grade", "Definition"), row("High", "Put right within three months"))
    short = table(
        row("ASN", "Additional support needs"), row("CLD", "Community learning and development")
    )
    facts = table(row("School", "Riverside"), row("Allocation", "£84,620"))
    reading = reading_of(
        tmp_path,
        TITLE,
        SETS_OUT,
        "How we grade",
        grades,
        facts,
        short,
        heading("Aim 1: A"),
        ACTIONS,
    )
    assert reading.outline.introduction == (
        f"{SETS_OUT}\n\nHow we grade\n\n"
        "Grade: Definition\nHigh: Put right within three months\n\n"
        "ASN: Additional support needs\nCLD: Community learning and development"
    )
    assert shown(reading) == "School | Riverside\nAllocation | £84,620"
    (remark,) = [one.text for one in reading.remarks if one.place == "Before the plan"]
    assert remark == "1 table was not read: “School”."


def test_lines_that_name_who_made_a_plan_do_not_introduce_it(tmp_path: Path) -> None:
    lines = (TITLE, SETS_OUT, "Contact: Head of Service")
    reading = reading_of(tmp_path, *lines, heading("Aim 1: Reading"), ACTIONS)
    assert reading.outline.introduction == SETS_OUT
    assert shown(reading) == "\n".join(lines[2:])


def test_more_than_a_field_holds_is_shown_and_refuses_no_paper(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, TITLE, *[f"{LONG} " * 100] * 20, heading("Aim 1: A"), ACTIONS)
    assert reading.outline.introduction == ""
    assert reading.account.shown > 0


@pytest.mark.parametrize(
    "aim",
    [
        "Our plan for every child is known.",
        "It starts with a book.",
        "Children read well. They choose their own books.",
        "The table tennis club is open to all.",
        "Key workers are supported",
        "Vision",
        "Key actions for 2027",
        "SEEMIS: all records are kept",
        "Our values are lived by all staff",
    ],
)
def test_an_aim_that_is_no_introduction_stays_one(tmp_path: Path, aim: str) -> None:
    reading = reading_of(tmp_path, TITLE, "August 2026", aim, ACTIONS)
    assert [one.text for one in reading.outline.aims] == [aim]
    assert reading.outline.title == TITLE
