"""The choices of a document: what can be chosen, what is refused, and what they do to a plan."""

import pytest

from plan.council import DEFAULT_FORMAT
from plan.council.format import form_named, format_named
from plan.model.outline import built_plan
from plan.papers.appendix import appendix_of
from plan.papers.blocks import Document, Paragraph, Section, Table, paragraphs_of, plain
from plan.papers.choices import (
    AS_IN_FORMAT,
    ChoiceError,
    Choices,
    choices_in_words,
    chosen_format,
    narrow_columns,
    read_choices,
    readable_choices,
    texts_of,
)
from plan.papers.documents import Occasion, papers
from plan.papers.front_pages import level_of, listed_headings
from sample_data.sample import sample_outline
from tests.plan.checks.sound import FORMAT, OUTLINE
from tests.plan.strategies import plan_from


def printed(**typed: str) -> Document:
    """Return the plan as it is printed with the choices that were typed."""
    choices = read_choices(typed, FORMAT)
    return appendix_of(plan_from(OUTLINE), chosen_format(FORMAT, choices), choices)


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def headings(table: Table) -> list[str]:
    return [cell.text for cell in table.rows[0].cells]


def test_nothing_chosen_is_as_the_format_has_it() -> None:
    assert read_choices({"layout": " ", "columns": ""}, FORMAT) == AS_IN_FORMAT
    assert chosen_format(FORMAT, AS_IN_FORMAT) is FORMAT


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"layout": "round"}, "it can be: landscape, portrait, cards."),
        ({"columns": "ref,colour"}, "“colour”; the columns are: ref, text, pages, indicators"),
        ({"size": "huge"}, "it can be 8 to 36 points, such as 16 or 16.5"),
        ({"size": "7"}, "it can be 8 to 36 points"),
        ({"size": "16.3"}, "it can be 8 to 36 points"),
        ({"size": "inf"}, "it can be 8 to 36 points"),
        ({"cover": "perhaps"}, "“perhaps” is neither yes nor no"),
        ({"progress": "some"}, "neither all, nor latest, nor a day such as 26 September 2016"),
    ],
)
def test_a_wrong_value_is_refused_with_a_sentence_that_says_what_is_allowed(
    typed: dict[str, str], said: str
) -> None:
    with pytest.raises(ChoiceError, match=said.replace(".", r"\.")):
        read_choices(typed, FORMAT)


def test_a_table_can_stand_on_landscape_or_on_portrait_pages() -> None:
    assert printed(layout="landscape").sections[0].landscape
    portrait = printed(layout="portrait")
    assert not portrait.sections[0].landscape
    assert tables(portrait) == tables(printed())


def test_cards_have_each_action_as_a_table_with_its_labels_in_the_first_column() -> None:
    plan = plan_from(OUTLINE)
    document = printed(layout="cards")
    cards = tables(document)
    assert len(cards) == len(plan.action_rows)
    labels = [column.heading for column in FORMAT.plan.columns if column.field != "ref"]
    assert [row.cells[0].text for row in cards[0].rows] == labels
    assert "Action 1.1" in [block.text for block in document.blocks if not isinstance(block, Table)]


def test_only_the_columns_that_were_chosen_are_printed_in_the_order_given() -> None:
    table = tables(printed(columns="text, ref,timescale"))[0]
    assert headings(table) == ["Actions", "Ref", "Timescale"]


@pytest.mark.parametrize("name", ["dundee-2016", "plain-council"])
def test_what_stands_in_the_heading_of_a_card_can_be_a_column_of_a_table(name: str) -> None:
    council = format_named(name)
    cards = chosen_format(council, Choices(layout="cards"))
    assert "ref" in cards.plan.headed
    again = chosen_format(cards, Choices(layout="landscape"))
    assert again.plan.layout == "table"
    assert {"ref", "text"} <= {column.field for column in again.plan.columns}


def first_on_page(document: Document) -> list[str]:
    return [one.text for one in paragraphs_of(document.blocks) if one.starts_page]


def test_each_aim_but_the_first_begins_a_page_where_that_is_chosen() -> None:
    plan = plan_from(OUTLINE)
    assert first_on_page(printed()) == []
    assert first_on_page(printed(break_by_aim="yes")) == [aim.text for aim in plan.aims[1:]]


def test_there_is_one_action_a_page_where_cards_are_chosen() -> None:
    plan = plan_from(OUTLINE)
    starts = first_on_page(printed(layout="cards"))
    assert len(starts) == len(plan.action_rows) - 1  # the first stands below the cover lines


def whole(kind: str, **typed: str) -> Document:
    """Return a paper of the sample with the pages before it that were chosen."""
    plan = built_plan(sample_outline(), DEFAULT_FORMAT)
    council = format_named(DEFAULT_FORMAT)
    occasion = Occasion(choices=read_choices(typed, council))
    paper, *_ = papers(plan, council, form_named, kind, occasion)
    return paper.document


def said(section: Section) -> list[str]:
    return [block.text for block in section.blocks if isinstance(block, Paragraph)]


def test_a_cover_says_what_the_paper_is_for_whom_and_of_when() -> None:
    pack = said(whole("pack", cover="yes").sections[0])
    assert pack == [
        "Children, Families and Learning Committee – 26 September 2016",
        "Strathbrannoch Children's Services: plan for improvement after joint inspection",
        "Report no. 214-2016",
        "Executive Director of Children's Services",
    ]
    plan = said(whole("plan", cover="yes").sections[0])
    assert plan[1:3] == ["Improvement Plan", "Appendix 1"]
    assert plan[-1] == "August 2016"


def test_the_contents_list_every_heading_of_the_paper_with_its_number() -> None:
    document = whole("pack", contents="yes")
    title, *entries = said(document.sections[0])
    assert title == "Contents"
    assert entries[:2] == ["1.0 Purpose of report", "2.0 Recommendations"]
    headings = [one for one in paragraphs_of(document.blocks) if level_of(one)]
    listed = [f"{one.label} {one.text}".strip() for one in headings]
    assert [one for one in entries if one in listed] == listed


def test_the_contents_say_what_each_appendix_is_not_only_its_number() -> None:
    entries = whole("pack", contents="yes").sections[0].blocks
    lines = [(one.role, one.text) for one in entries if isinstance(one, Paragraph)]
    for label, title in (
        ("Appendix 1", "Joint Inspection of Children's Services in Strathbrannoch"),
        ("Appendix 2", "How the Improvement Plan fits with other plans"),
        ("Appendix 3", "Survey of families, spring 2016"),
    ):
        place = lines.index(("contents-1", label))
        assert lines[place + 1] == ("contents-2", title)


def test_the_title_of_a_paper_that_is_no_appendix_is_not_in_its_own_contents() -> None:
    blocks = (plain("Our plan", "cover-title"), plain("Aim", "heading-2"))
    assert [one.text for one in listed_headings(blocks)] == ["Aim"]
    long = (plain("Appendix 1", "appendix-label"), plain("word " * 60, "cover-title"))
    assert [one.text for one in listed_headings(long)] == ["Appendix 1"]


def test_of_very_many_headings_those_of_the_third_level_are_left_out() -> None:
    headings = tuple(plain(f"Action {n}", "heading-3") for n in range(70))
    blocks = (plain("Aim", "heading-2"), *headings)
    assert [one.text for one in listed_headings(blocks)] == ["Aim"]
    assert len(listed_headings(blocks[:50])) == 50


def test_the_parts_of_a_pack_have_no_front_pages_of_their_own_within_it() -> None:
    roles = [one.role for one in paragraphs_of(whole("pack", cover="yes", contents="yes").blocks)]
    assert roles.count("front-title") == roles.count("contents-title") == 1


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"layout": "portrait", "columns": "text,ref", "size": "16.5"},
        {"layout": "cards", "cover": "yes", "contents": "yes", "progress": "latest"},
        {"break_by_aim": "yes", "progress": "2016-09-26"},
    ],
)
def test_choices_are_kept_as_the_words_that_they_are_read_from(typed: dict[str, str]) -> None:
    assert texts_of(read_choices(typed, FORMAT)) == typed


def test_what_a_format_does_not_have_any_more_is_not_chosen() -> None:
    kept = {"layout": "cards", "columns": "ref,colour", "size": "huge"}
    assert readable_choices(kept, FORMAT) == Choices("cards")


def test_choices_are_told_in_words() -> None:
    assert choices_in_words(AS_IN_FORMAT, FORMAT) == "a landscape table"
    typed = {"layout": "cards", "columns": "text", "size": "16", "progress": "latest"}
    said = choices_in_words(read_choices(typed, FORMAT), FORMAT)
    assert said == "one action a page, 1 column, 16 points, the latest notes"


def test_fewer_columns_are_as_wide_together_as_all_of_them() -> None:
    (whole, *_), (chosen, *_) = tables(printed()), tables(printed(columns="text, leads"))
    assert sum(chosen.widths) == pytest.approx(sum(whole.widths), abs=1)
    (alone, *_) = tables(printed(columns="text"))
    assert alone.widths == (250,)


def test_large_print_in_more_columns_than_a_page_has_room_for_is_remarked_on() -> None:
    def remark(**typed: str) -> str:
        return narrow_columns(read_choices(typed, FORMAT), FORMAT)

    assert "8 columns" in remark(size="16")
    assert "8 columns" in remark(size="18", layout="portrait")
    assert "4 columns" in remark(size="16", layout="portrait", columns="ref,text,leads,timescale")
    assert not remark(size="14")
    assert not remark(size="16", layout="cards")
    assert not remark(size="16", columns="ref,text,leads,timescale")
    assert remark(layout="portrait").startswith("On portrait pages the 8 columns")
    assert not remark(layout="portrait", columns="ref,text,leads,timescale,success_criteria")
    assert not remark(layout="landscape")
