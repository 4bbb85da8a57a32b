"""A field that a council adds says what it may hold, or is refused with its reason."""

from typing import Any

import pytest
from pydantic import ValidationError

from plan.council.format import FormatError, parsed_format
from plan.council.own_field import OWN_KINDS, OwnField, OwnFields, ink_on, own_fields
from tests.plan.own_format import own_council, own_source


def refusal_of(**values: Any) -> str:
    with pytest.raises(ValidationError) as refusal:
        OwnField.model_validate({"id": "rag", "kind": "choice", "label": "RAG", **values})
    return str(refusal.value)


def test_every_kind_can_be_declared_and_two_have_another_name() -> None:
    choices = [{"word": "Yes, in part"}]
    for kind in (*OWN_KINDS, "post", "yes/no"):
        more = {"choices": choices} if kind == "choice" else {}
        field = OwnField.model_validate({"id": "a_b-1", "kind": kind, "label": "One", **more})
        assert field.holds is OWN_KINDS[field.kind]


def test_what_cannot_be_chosen_from_is_refused() -> None:
    assert "rag is a choice and has no choices" in refusal_of()
    assert "choices has the word Red twice" in refusal_of(
        choices=[{"word": "Red"}, {"word": "Amber"}, {"word": "red."}]
    )
    for word in ("", " Red", "Red ", "Red\nand green", "x" * 61):
        assert "choices.0.word" in refusal_of(choices=[{"word": word}])
    assert "label" in refusal_of(label="RAG\nstatus", choices=[{"word": "Red"}])
    assert "a colour is one of red, amber" in refusal_of(choices=[{"word": "Red", "colour": "x"}])
    for key in (["One"], ["One", "Two", "Three"], ["One", ""]):
        assert "key" in refusal_of(key=key, choices=[{"word": "Red"}])
    assert "rag has key, which belong" in refusal_of(kind="line", key=["One", "Two"])
    assert "rag has choices, which belong to kind choice" in refusal_of(
        kind="line", choices=[{"word": "Red"}]
    )
    assert "at most 50 items" in refusal_of(choices=[{"word": f"Word {n}"} for n in range(51)])


def test_text_on_a_colour_is_black_or_white_whichever_is_read_more_easily() -> None:
    assert [ink_on(fill) for fill in ("FFFFFF", "FFC000", "C00000", "0070C0", "000000")] == [
        *("000000", "000000"),
        *("FFFFFF", "FFFFFF", "FFFFFF"),
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "key", "reason"),
    [
        ('field = "a-date"', 'field = "a-line"', "plan.columns.8.field", "a-line is printed in"),
        ('field = "a-date"', 'field = "a-day"', "plan.columns.8.field", "there is no field a-day"),
        ('field = "a-date"', "field = 3", "plan.columns.8.field", "valid string"),
        ('id = "a-date"', 'id = "leads"', "plan.fields.5.id", "leads is a field of plandesk"),
        ('id = "a-date"', 'id = "progress"', "plan.fields.5.id", "progress is a field of plandesk"),
        ('id = "a-date"', 'id = "own"', "plan.fields.5.id", "own is a field of plandesk"),
        ('id = "a-date"', 'id = "a-line"', "plan.fields.5.id", "two fields are called a-line"),
        ('id = "a-date"', 'id = "A Date"', "plan.fields.5.id", "pattern"),
        ('id = "a-date"', 'id = "7"', "plan.fields.5.id", "pattern"),
        ('id = "a-date"', "id = []", "plan.fields.5.id", "valid string"),
        ('"a-date"\nkind = "date"', '"a-date"\nkind = "day"', "plan.fields.5.kind", "'date'"),
        (
            '"a-date"\nkind = "date"',
            '"a-date"\nkind = "choice"',
            "plan.fields.5",
            "a-date is a choice and has no",
        ),
        ('label = "Kind date"', "", "plan.fields.5.label", "this key is wanted"),
        ('word = "Amber"', 'word = "RED"', "plan.fields.4", "choices has the word Red twice"),
        ('word = "Amber"', 'word = ""', "plan.fields.4.choices.1.word", "pattern"),
        ('colour = "blue"', 'colour = "teal"', "plan.fields.4.choices.2.colour", "one of red"),
        ("done = true", 'done = "maybe"', "plan.fields.4.choices.2.done", "boolean"),
        ("done = true", "finished = true", "plan.fields.4.choices.2.finished", "no such key"),
    ],
)
def test_a_format_whose_own_fields_cannot_work_is_refused_with_file_key_and_reason(
    right: str, wrong: str, key: str, reason: str
) -> None:
    with pytest.raises(FormatError) as refusal:
        parsed_format(own_source().replace(right, wrong, 1), "my.toml")
    said = str(refusal.value)
    assert said.startswith(f"my.toml: {key}: "), said
    assert reason in said


def test_a_line_of_the_header_names_a_field_that_there_is() -> None:
    with pytest.raises(
        FormatError, match=r"my\.toml: report\.header\.4: text = '{a-day}' can only"
    ):
        parsed_format(own_source().replace("{a-date}", "{a-day}"), "my.toml")
    twice = own_source().replace('[[report.fields]]\nid = "a-date"', '[[report.fields]]\nid = "by"')
    with pytest.raises(FormatError, match="by is a field of plandesk already"):
        parsed_format(twice, "my.toml")


def test_a_format_with_too_many_own_fields_is_refused() -> None:
    many = "".join(f'[[plan.fields]]\nid = "f{n}"\nkind = "line"\nlabel = "F"\n' for n in range(99))
    with pytest.raises(FormatError, match=r"my\.toml: plan\.fields: .*at most 100 items"):
        parsed_format(
            own_source().replace("[[plan.fields]]", f"{many}[[plan.fields]]", 1), "my.toml"
        )


def test_a_column_of_an_own_field_is_called_as_the_field_unless_it_says_otherwise() -> None:
    column = own_council().plan.column("a-date")
    assert column is not None
    assert (column.heading, column.label) == ("Kind date", "Kind date")
    named = own_source().replace('field = "a-date"', 'field = "a-date"\nheading = "Revised on"')
    column = parsed_format(named, "my.toml").plan.column("a-date")
    assert column is not None
    assert (column.heading, column.label) == ("Revised on", "Kind date")


RISK = OwnField(id="risk", kind="line", label="Risk")
KPI = OwnField(id="kpi", kind="items", label="KPI")
OWN = own_fields((RISK, KPI), [("risk", ("Risk to service", "Risks"))])


def test_what_stands_below_a_heading_is_in_the_field_whose_heading_it_is() -> None:
    for heading in ("risk", "Risk", "RISKS:", "Risk to Service"):
        cells = (("Evidence", "Minutes"), (heading, "low"))
        assert OWN.values(cells) == {"risk": "low"}
        assert OWN.others(cells) == (("Evidence", "Minutes"),)
        assert OWN.with_text(cells, "risk", "high") == (("Evidence", "Minutes"), ("risk", "high"))
        assert OWN.with_text(cells, "risk", "") == (("Evidence", "Minutes"),)
    assert OwnFields().others(cells) == cells


def test_a_field_that_says_something_already_leaves_the_heading_as_it_is() -> None:
    cells = (("Risks", "old"), ("risk", "low"), ("Risk", "older"))
    assert OWN.values(cells) == {"risk": "low"}
    assert OWN.others(cells) == (("Risks", "old"), ("Risk", "older"))
    assert OWN.with_text(cells, "risk", "") == (("Risks", "old"), ("Risk", "older"))
    assert OWN.with_text((), "kpi", "9") == (("kpi", "9"),)
