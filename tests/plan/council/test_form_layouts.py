"""What a form's file says of its layout is refused with file, key and reason where it cannot be."""

import pytest

from plan.council.form import Form
from plan.council.format import FormatError, form_named, parsed_form
from plan.council.format_part import packaged_ids
from tests.plan.harbour import HARBOUR, SOURCE

LAW = 'law = "Equality Act 2010, section 149"\n'
QUESTION = "parts.0.groups.0.questions"


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        (LAW, "law = 3\n", "my.toml: law: "),
        ("until = 2029-12-31", "until = 2019-12-31", "my.toml: until comes before since"),
        ("since = 2026-01-01", 'since = "soon"', "my.toml: since: "),
        (
            'layout = "below"\ntitle = "The proposal"',
            'layout = "above"\ntitle = "The proposal"',
            "my.toml: parts.0.groups.0.layout: Input should be 'beside', 'below' or 'line'",
        ),
        (
            'layout = "below"\ntitle = "The proposal"',
            'title = "The proposal"',
            "my.toml: parts.0.groups.0: the table “The proposal” has two headings, not 0",
        ),
        (
            'layout = "below"\ntitle = "The proposal"',
            'layout = "below"\nwidths = [80, 80]\ntitle = "The proposal"',
            "parts.0.groups.0: “The proposal” is printed as paragraphs, which have no widths",
        ),
        ('kind = "date"', 'kind = "day"', f"my.toml: {QUESTION}.4.kind: Input should be 'line'"),
        ('{ id = "positive"', '{ id = "negative"', "columns: it has the id negative twice"),
        ('kind = "scale"', 'kind = "line"', f"{QUESTION}.5: reach is of kind line: only ticks, "),
        ('kind = "choice"', 'kind = "line"', "6: rating is of kind line: only a choice has choi"),
        ('colour = "red"', 'colour = "beigish"', f"{QUESTION}.6.choices.0.colour: a colour is one"),
        ("[parts.groups.action]", "[parts.groups.acts]", "parts.5.groups.0.acts: there is no such"),
        ('text = "what"', 'text = "how"', "parts.5.groups.0: action.text: the table has no column"),
        ('leads = "who"', 'leads = "agreed"', "action.leads: agreed has boxes and no words"),
        ('leads = "who"', 'lead = "who"', "parts.5.groups.0.action.lead: there is no such key"),
        ("widths = [35, 45, 40, 20, 20]", "widths = [35, 45]", "has not one width to a column"),
        (
            'texts = [{ id = "explanation"',
            'texts = [{ name = "explanation"',
            "parts.4.groups.0.texts.0.name: there is no such key",
        ),
        (
            'when = [["ticked", "required", "no"]]',
            'when = [["ticked", "requird", "no"]]',
            "my.toml: parts.1.when: it names requird, which the form does not ask before it",
        ),
        (
            'when = [["ticked", "required", "no"]]',
            'when = [["ticked", "required", "maybe"]]',
            "my.toml: parts.1.when: it names required maybe, which the form does not ask",
        ),
        (
            'when = [["ticked", "required", "no"]]',
            'when = [["filled", "signed"]]',
            "my.toml: parts.1.when: it names signed, which the form does not ask before it",
        ),
        (
            'when = [["ticked", "required", "no"]]',
            'when = [["after", "date", "today"]]',
            "my.toml: parts.1.when: after date today is no condition here; it begins with one of",
        ),
        (
            'when = [["ticked", "required", "no"]]',
            'when = [["only", "required", "x"]]',
            "my.toml: parts.1.when: only required x is no condition: x is no number",
        ),
        (
            '[["without", "mitigation", "who"]]',
            '[["without", "mitigation", "whom"]]',
            "my.toml: rule H2 names mitigation whom, which the form does not ask",
        ),
        ('id = "mitigation"', f'id = "{"m" * 40}"', "is longer than 47 characters"),
        ('id = "ev"', 'id = "present"', "two answers have the id present"),
        ('id = "monitor"', 'id = "mitigation--1"', "mitigation--1 reads like a row of a table"),
    ],
)
def test_it_is_refused_with_its_file_key_and_reason(right: str, wrong: str, said: str) -> None:
    assert right in SOURCE
    with pytest.raises(FormatError) as refusal:
        parsed_form(SOURCE.replace(right, wrong, 1), "my.toml")
    told = "\n".join(refusal.value.sentences)
    assert said in told
    assert all(one.startswith("my.toml: ") for one in refusal.value.sentences)


def test_a_text_and_a_post_have_the_names_that_a_format_gives_them() -> None:
    source = SOURCE.replace('kind = "person"', 'kind = "post"').replace('"prose"', '"text"')
    assert parsed_form(source, "my.toml") == HARBOUR


FORMS = [form_named(name) for name in packaged_ids("formats", "forms")]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_a_declaration_switches_off_all_but_who_answers_for_it(form: Form) -> None:
    if form.field("need") is None:
        return
    off = {part.id for part in form.parts if part.when}
    off |= {field.part.id for field in form.fields if field.when}
    assert off == {part.id for part in form.parts} - {"proposal", "need", "sign-off"}
    assert form.law


def test_a_list_with_a_wrong_item_is_not_told_to_be_too_short() -> None:
    with pytest.raises(FormatError) as refusal:
        parsed_form(SOURCE.replace('kind = "scale"', 'kind = "steps"', 1), "my.toml")
    assert [said.split(": ")[1] for said in refusal.value.sentences] == [f"{QUESTION}.5.kind"]
