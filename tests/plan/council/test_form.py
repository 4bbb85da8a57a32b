"""Forms are data: every answer has an id and a place, and a form that cannot work is refused."""

import pytest

from plan.council.form import Form
from plan.council.format import FormatError, form_named, parsed_form
from plan.model.field_kinds import QUESTION_LIMIT
from plan.model.rows import Answer, answer_id
from tests.plan.councils import glenshire_form, glenshire_form_source
from tests.plan.judged_papers import DUNDEE_FORM

DUNDEE = form_named(DUNDEE_FORM)
GLENSHIRE = glenshire_form()


def test_the_form_of_dundee_has_four_parts_with_their_answers_in_the_order_of_the_paper() -> None:
    assert [part.heading for part in DUNDEE.parts] == [
        "Part 1: Description/Consultation",
        "Part 2: Protected Characteristics",
        "Part 3: Impacts/Monitoring",
        "Part 4: Contact Information",
    ]
    by_part = [[one for one in DUNDEE.fields if one.part is part] for part in DUNDEE.parts]
    assert [len(fields) for fields in by_part] == [12, 10, 6, 18]
    assert [one.question for one in by_part[1]][:2] == [
        "characteristics.race",
        "characteristics.gender",
    ]


def test_kinds_of_answer_are_those_of_the_form() -> None:
    kinds = {one.question: one.kind for one in DUNDEE.fields}
    assert (kinds["rapid"], kinds["new-or-existing"], kinds["date"]) == ("yes-no", "ticks", "line")
    assert (kinds["description"], kinds["characteristics.age"]) == ("prose", "marks")
    assert (kinds["document-type"], kinds["contacts.manager.name"]) == ("ticks", "line")


def test_only_other_asks_for_words_beside_its_boxes() -> None:
    assert [one.question for one in DUNDEE.fields if one.has_text] == [
        "characteristics.other",
        "document-type",
    ]


def test_contacts_follow_one_another_person_by_person_and_signatures_row_by_row() -> None:
    questions = [one.question for one in DUNDEE.fields]
    manager = questions.index("contacts.manager.name")
    assert questions[manager + 5] == "contacts.author.name"
    signed = questions.index("signatures.signature.author")
    assert questions[signed + 1] == "signatures.date.author"
    labels = {one.question: one.label for one in DUNDEE.fields}
    assert labels["contacts.author.base"] == "Author Responsible – Base"
    assert labels["signatures.date.director"] == "Signature of Director/Head of Service – Date"


@pytest.mark.parametrize("form", [DUNDEE, GLENSHIRE], ids=lambda form: form.id)
def test_every_answer_can_be_kept_in_a_plan(form: Form) -> None:
    for one in form.fields:
        row = Answer(id=answer_id("a" * 16, one.question), question=one.question)
        assert len(row.id) <= 64


@pytest.mark.parametrize("form", [DUNDEE, GLENSHIRE], ids=lambda form: form.id)
def test_a_field_is_found_by_its_question(form: Form) -> None:
    for one in form.fields:
        assert form.field(one.question) is one
    assert form.field("no-such-question") is None


@pytest.mark.parametrize("form", [DUNDEE, GLENSHIRE], ids=lambda form: form.id)
def test_every_table_fits_a_portrait_page_and_has_a_width_for_each_column(form: Form) -> None:
    for group in (group for part in form.parts for group in part.groups):
        assert len(group.widths) == len(group.printed_headings)
        assert sum(group.widths) <= 210 - 2 * 25


def test_a_second_form_is_one_more_file() -> None:
    assert [one.question for one in GLENSHIRE.fields] == [
        "proposal-title",
        "stage",
        "talked-to",
        "why",
        "people.children",
        "people.rural",
        "people.low-income",
        "people.others",
        "outcome",
        "making-it-better",
    ]
    assert [option.label for option in GLENSHIRE.yes_and_no] == ["Done", "Not yet"]


def test_a_form_that_does_not_come_with_plandesk_is_refused_by_name() -> None:
    with pytest.raises(FormatError, match="glenshire-iia-2020"):
        form_named("glenshire-iia-2020")


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('id = "why"', 'id = "stage"', "stage"),
        ('id = "why"', 'id = "people-rural"', "people-rural"),
        ('id = "why"', 'id = "Why?"', "parts.0.groups.0.questions.3.id"),
        ('id = "low-income"', f'id = "{"x" * 40}-"', "parts.1.groups.0.rows.2.id"),
        ('kind = "matrix"\nid = "people"', f'kind = "matrix"\nid = "{"x" * 40}"', "longer than"),
        ("widths = [70, 30, 30, 30]", "widths = [70, 30, 30]", "Effect on each group of people"),
        ('kind = "yes-no"', 'kind = "maybe"', "parts.0.groups.0.questions.2.kind"),
        ('kind = "yes-no"', 'kind = "ticks"', "is of kind ticks and has no options"),
        ('text = "Why this, and why now"\n', "", "why has no text to ask"),
        ('severity = "STOP"', 'severity = "HALT"', "rules.1.severity"),
        ('[["blank", "stage"]]', '[["blank", "stages"]]', "rule G1 names stages"),
        ('place = "making-it-better"', 'place = "better"', "rule G2 names better"),
        ('["any", "people", "worse"]', '["any", "people", "worst"]', "rule G2 names people worst"),
        (
            '["ticked", "outcome", "go-ahead"]',
            '["ticked", "outcome", "go"]',
            "rule G4 names outcome go",
        ),
        ('["unmarked", "people"]', '["unmarkt", "people"]', "rule G3: unmarkt people"),
        ('["unmarked", "people"]', '["only", "people", "x"]', "only people x is no condition"),
        (
            "page {page} of",
            "page {leaf} of",
            "footer = 'Glenshire, page {leaf} of {pages}' can only",
        ),
        ('title = "Integrated Impact Assessment"', 'titel = "x"', "titel"),
        ('id = "glenshire-iia-2020"', "id = ", "not TOML"),
    ],
)
def test_a_wrong_form_is_refused_with_its_file_and_what_is_wrong(
    right: str, wrong: str, said: str
) -> None:
    source = glenshire_form_source()
    assert source.count(right) == 1
    with pytest.raises(FormatError, match=r"^my\.toml") as refusal:
        parsed_form(source.replace(right, wrong), "my.toml")
    assert said in str(refusal.value)
    assert ": :" not in str(refusal.value)


def test_a_question_across_the_table_has_two_boxes() -> None:
    source = glenshire_form_source()
    three = '{ id = "in-full", label = "In full" },\n    { id = "never", label = "Never" },'
    wide = source.replace('{ id = "in-full", label = "In full" },', three)
    parsed_form(wide, "my.toml")
    with pytest.raises(FormatError, match="stage is printed across two cells"):
        parsed_form(wide.replace('kind = "ticks"', 'kind = "ticks"\nacross = true'), "my.toml")


def test_the_longest_question_still_has_room_in_the_id_of_its_answer() -> None:
    assert len(answer_id("a" * 16, "x" * QUESTION_LIMIT)) == 64
