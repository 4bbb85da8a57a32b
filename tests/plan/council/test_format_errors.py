"""A council's format that cannot work is refused when it is read: file, key and reason."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from plan.council.format import FormatError, parsed_form, parsed_format
from tests.plan.councils import glenshire_source
from tests.repository import ROOT


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
        ('by = "Report by"', 'author = "Report by"', "report.labels.author", "or 'signed_on'"),
        ("'HC/\\d{1,3}/\\d{2}'", "'HC/('", "report.number_pattern", "it is no regular expression"),
        ('"HC/41/20"', '"41/20"', "report", "number_example does not match number_pattern"),
        ('["signatory_post", "signed_on"]', '["chair"]', "report.signature.0", "Input should be"),
        ('label = "By when"\n', 'label = "When"\nown = true\n', "plan.columns.0", "own belongs"),
        ('joiner = ", and"', "joiner = 3", "report.joiner", "string"),
        ('report = "{name} report.docx"', "", "files.report", "this key is wanted"),
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
        (
            'field = "progress"',
            'field = "leads"',
            "plan.columns.4.field",
            "leads is printed in plan.columns.3 already",
        ),
        ('field = "partnership"', 'field = "title"', "plan", "cover has title twice"),
        ("topics = [", "topic = [", "report.sections.3.topic", "there is no such key"),
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


def test_each_wrong_key_has_its_sentence() -> None:
    source = glenshire_source().replace("joiner", "joinr").replace("width = 15", "width = 0")
    with pytest.raises(FormatError) as refusal:
        parsed_format(source, "my.toml")
    assert [said.split(": ")[1] for said in refusal.value.sentences] == [
        "report.joinr",
        "plan.columns.1.width",
    ]
    assert str(refusal.value) == refusal.value.sentences[0]


def test_a_whole_table_left_out_is_named() -> None:
    before, _, _ = glenshire_source().partition("[report]")
    with pytest.raises(FormatError, match=r"^my\.toml: report: this key is wanted"):
        parsed_format(before, "my.toml")


def test_what_is_no_toml_is_refused_with_the_line() -> None:
    with pytest.raises(FormatError, match=r"^my\.toml is not TOML: .*line 3"):
        parsed_format('id = "a"\nname = "b"\nforms = x\n', "my.toml")


FOLDER = ROOT / "plan" / "council" / "formats"
BOX = {
    path: parsed
    for folder, parsed in ((FOLDER, parsed_format), (FOLDER / "forms", parsed_form))
    for path in folder.glob("*.toml")
}
"""The formats and forms that come with plandesk, and what reads each."""
TABLE = re.compile(r"^\[+([a-z._]+)\]+$")
KEY = re.compile(r"(?:^|[{,] )([a-z_]+) = ")
WORD = re.compile(r'(?:^|[{,] )(?:field|kind|place|offered|severity) = "([a-z.-]+)"')
PRINTED = re.compile(r"\{([a-z_]+)\}")
SIGNED = re.compile(r'^signature = .*"([a-z_]+)"\]$')
CONDITION = re.compile(r'\["([a-z-]+)", ')


def refusal_of(path: Path, source: str) -> str:
    """Return the sentence with which a file of the box is refused, as `source` has it."""
    with pytest.raises(FormatError) as refusal:
        BOX[path](source, path.name)
    return str(refusal.value)


def misspelt(source: str, *patterns: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Yield each word that a pattern finds, and the text with that one misspelt.

    Of those that stand alike in tables of one name, the first is enough.
    """
    lines = source.split("\n")
    table, seen = "", set()
    for number, line in enumerate(lines):
        table = line if TABLE.match(line) else table
        for found in (found for pattern in patterns for found in pattern.finditer(line)):
            if (table, found.group()) in seen:
                continue
            seen.add((table, found.group()))
            wrong = f"{line[: found.end(1)]}x{line[found.end(1) :]}"
            yield found.group(1), "\n".join([*lines[:number], wrong, *lines[number + 1 :]])


@pytest.mark.parametrize("path", BOX, ids=lambda path: path.stem)
@pytest.mark.slow
def test_a_key_that_is_misspelt_in_a_file_of_the_box_is_named(path: Path) -> None:
    tried = list(misspelt(path.read_text(encoding="utf-8"), KEY))
    assert len(tried) > 30
    for key, wrong in tried:
        said = refusal_of(path, wrong)
        named = rf"{path.name}: (?:[\w-]+\.)*(?:{key}x: |kind: this key is wanted)"
        assert re.match(named, said), (key, said)


@pytest.mark.parametrize("path", BOX, ids=lambda path: path.stem)
def test_a_table_that_is_misspelt_in_a_file_of_the_box_is_named(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    tables = {found.group(1) for found in map(TABLE.match, source.split("\n")) if found}
    assert len(tables) > 1
    for table in sorted(tables):
        wrong = re.sub(rf"^(\[+{table})\b", r"\1x", source, flags=re.MULTILINE)
        name = table.rpartition(".")[2]
        said = refusal_of(path, wrong)
        assert re.match(rf"{path.name}: (?:[\w-]+\.)*{name}x: ", said), said


@pytest.mark.slow
@pytest.mark.parametrize("path", BOX, ids=lambda path: path.stem)
def test_a_field_or_kind_that_is_misspelt_in_a_file_of_the_box_is_refused(path: Path) -> None:
    tried = list(misspelt(path.read_text(encoding="utf-8"), WORD, PRINTED, SIGNED, CONDITION))
    assert len(tried) > 20
    for word, wrong in tried:
        said = refusal_of(path, wrong)
        assert re.match(rf"{path.name}: [\w.-]+", said)
        assert word in said


def test_what_is_no_toml_is_refused_with_the_line_however_long_the_reason_is() -> None:
    source = 'id = "a"\nend = "("' + '"+"\n'
    with pytest.raises(FormatError, match=r"is not TOML: .* \(at line 2, column \d+\)\.$"):
        parsed_format(source, "my.toml")
