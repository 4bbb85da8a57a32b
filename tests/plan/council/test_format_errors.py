"""A council's format that cannot work is refused when it is read: file, key and reason."""

import pytest

from plan.council.format import FormatError, parsed_format
from tests.plan.councils import glenshire_source


@pytest.mark.parametrize(
    ("right", "wrong", "key", "reason"),
    [
        ('forms = ["glenshire-iia-2020"]', "forms = []", "forms", "at least 1 item"),
        ('forms = ["glenshire-iia-2020"]', 'forms = ["../x"]', "forms.0", "pattern"),
        ('id = "glenshire-2020"', 'id = "Glenshire 2020"', "id", "pattern"),
        ('id = "summary"', 'id = "Sum"', "report.sections.0.id", "pattern"),
        ('id = "summary"', 'id = "next"', "report", "two sections have the same id"),
        ('heading = "Summary"', 'heading = ""', "report.sections.0.heading", "at least 1"),
        ('kind = "recommendations"', 'kind = "votes"', "report.sections.1.kind", "recommendations"),
        ('text = "{item_no}"', 'text = "{item}"', "report.header.1", "can only hold {item_no}"),
        ('text = "{item_no}"', 'text = "{item_no"', "report.header.1", "text = '{item_no'"),
        ('place = "centred"', 'place = "left"', "report.header.0.place", "centred"),
        ('"{section}."', '"{number}."', "report", "section_number = '{number}.'"),
        ('"{section}.{paragraph}"', '"{section}.{p}"', "report", "paragraph_number"),
        ("own: {file}", "own: {name}", "report", "separate_file"),
        ('signed_on = "Signed on"\n', "", "report", "labels has no label for signed_on"),
        ('by = "Report by"', 'author = "Report by"', "report.labels.author", "Input should be"),
        ("'HC/\\d{1,3}/\\d{2}'", "'HC/('", "report", "number_pattern is no regular expression"),
        ('"HC/41/20"', '"41/20"', "report", "number_example does not match number_pattern"),
        ('["signatory_post", "signed_on"]', '["chair"]', "report.signature.0", "Input should be"),
        ('label = "By when"\n', 'label = "When"\nown = true\n', "plan.columns.0", "own belongs"),
        ('joiner = ", and"', "joiner = 3", "report.joiner", "string"),
        ('report = "{name} report.docx"', "", "files.report", "Field required"),
        ("{name} report.docx", "{title} report.docx", "files", "report = '{title} report.docx'"),
        ("{name} with annexes.docx", "{} annexes.docx", "files", "pack = '{} annexes.docx'"),
        ("{name} report.docx", "{name} report.doc", "files", "must end with .docx"),
        (
            "{name} with annexes.docx",
            "{name}.docx.exe",
            "files",
            "pack = '{name}.docx.exe' must",
        ),
        ("{name} with annexes.docx", "{name}", "files", "pack = '{name}' must end with .docx"),
        ("topics = [", "topic = [", "report.sections.3.topic", "Extra inputs"),
    ],
)
def test_it_is_refused_with_its_file_key_and_reason(
    right: str, wrong: str, key: str, reason: str
) -> None:
    source = glenshire_source()
    assert source.count(right) == 1
    with pytest.raises(FormatError) as refusal:
        parsed_format(source.replace(right, wrong), "my.toml")
    said = str(refusal.value)
    assert said.startswith(f"my.toml: {key}: ")
    assert reason in said
    assert "\n" not in said


def test_a_whole_table_left_out_is_named() -> None:
    before, _, _ = glenshire_source().partition("[report]")
    with pytest.raises(FormatError, match=r"^my\.toml: report: Field required"):
        parsed_format(before, "my.toml")


def test_what_is_no_toml_is_refused_with_the_line() -> None:
    with pytest.raises(FormatError, match=r"^my\.toml is not TOML: .*line 3"):
        parsed_format('id = "a"\nname = "b"\nforms = x\n', "my.toml")
