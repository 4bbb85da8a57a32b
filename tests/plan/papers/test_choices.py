"""The choices of a document: what can be chosen, what is refused, and what they do to a plan."""

import pytest

from plan.council.format import format_named
from plan.papers.appendix import appendix_of
from plan.papers.blocks import Document, Table
from plan.papers.choices import AS_IN_FORMAT, ChoiceError, Choices, chosen_format, read_choices
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
