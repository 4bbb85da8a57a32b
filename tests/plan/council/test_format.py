"""Council formats are data: the first is exact, another is another file, a wrong one says where."""

import pytest

from plan.council import DEFAULT_FORMAT
from plan.council.format import FormatError, format_named, parsed_format
from tests.plan.councils import glenshire, glenshire_source


def test_the_columns_of_dundee_are_those_of_the_paper_in_their_order() -> None:
    columns = format_named("dundee-2016").plan.columns
    assert [column.heading for column in columns] == [
        "Ref",
        "Actions",
        "Care Inspectorate Report Page No.",
        "Quality Indicator(s)",
        "Lead(s)",
        "Timescale",
        "Success Criteria",
        "Progress",
    ]
    assert "" in columns[0].also, "the paper of 2016 prints the first heading blank"


def test_the_table_of_dundee_fits_a_landscape_page() -> None:
    widths = [column.width for column in format_named("dundee-2016").plan.columns]
    assert sum(widths) <= 297 - 2 * 12.7


def test_the_default_format_is_there() -> None:
    assert format_named(DEFAULT_FORMAT).id == DEFAULT_FORMAT


def test_a_second_council_is_one_more_file() -> None:
    council = glenshire()
    assert council.name == "Glenshire Council, 2020"
    assert [column.field for column in council.plan.columns] == [
        "timescale",
        "ref",
        "text",
        "leads",
        "progress",
    ]
    leads = council.plan.column("leads")
    assert leads is not None
    assert leads.heading == "Who"
    assert council.plan.column("indicators") is None


def test_a_format_that_does_not_come_with_plandesk_is_refused_by_name() -> None:
    with pytest.raises(FormatError, match="glenshire-2020"):
        format_named("glenshire-2020")


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('field = "leads"', 'field = "owners"', "plan.columns.3.field"),
        ("width = 15", "width = 0", "plan.columns.1.width"),
        ('heading = "No."', 'heading = ""', "plan.columns.1.heading"),
        ('appendix_label = "Annex {number}"', 'appendix = "Annex {number}"', "plan.appendix"),
        ('id = "glenshire-2020"', 'id = "glenshire-2020', "not TOML"),
        ('field = "partnership"', 'field = "colour"', "plan.cover.1.field"),
    ],
)
def test_a_wrong_format_is_refused_with_its_file_and_key(right: str, wrong: str, said: str) -> None:
    source = glenshire_source()
    assert source.count(right) == 1
    with pytest.raises(FormatError, match=r"^my\.toml") as refusal:
        parsed_format(source.replace(right, wrong), "my.toml")
    assert said in str(refusal.value)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Priority {number}: {text}", "Priority {count}: {text}"),
        ('table_title = "Priority {number}"', 'table_title = "Priority {number"'),
        ("by {columns}.", "by {0}."),
    ],
)
def test_a_pattern_with_a_place_that_nothing_fills_is_refused_when_it_is_read(
    right: str, wrong: str
) -> None:
    source = glenshire_source()
    assert source.count(right) == 1
    with pytest.raises(FormatError, match=r"^my\.toml"):
        parsed_format(source.replace(right, wrong), "my.toml")


def test_a_format_of_an_earlier_plandesk_keeps_keys_that_printed_nothing() -> None:
    source = glenshire_source()
    dead = 'all_pages = "Throughout"\none_page = "p. {page}"\nmany_pages = "pp. {pages}"\n'
    assert parsed_format(source.replace("[plan]\n", f"[plan]\n{dead}", 1), "my.toml") == (
        parsed_format(source, "my.toml")
    )
