"""What an officer types in a field of prose is what is printed, and what the field shows again."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plan.papers.blocks import Paragraph, Text
from plan.papers.markdown import blocks_of, canonical, markdown_of
from plan.papers.typed_text import shown_of, stored_of, typed_plainly
from plan.text.clean import clean_line, clean_text
from tests.plan.strategies import any_texts

PIECES = (
    *("*", "**", "***", "\\*", "\\", "_", "__", "12", "a", "b c", "é", "e\u0301", "👩‍👧", "£"),
    *(
        " ",
        "\n",
        "\n\n",
        "- ",
        "* ",
        "+ ",
        "  - ",
        "1. ",
        "1) ",
        "# ",
        "> ",
        "(",
        ")",
        "’",
        ",",
        ".",
    ),
)
typed_texts = any_texts | st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
"""What officers may type, and much that looks like a mark and is none."""

unmarked_texts = typed_texts.map(lambda text: text.replace("*", ""))
emphasised = st.builds(
    Text,
    text=st.sampled_from(
        ["one", "two three", "l’eau", "2*3", "a_b", "1. x", "\\\\server", "e\u0301"]
    ),
    bold=st.booleans(),
    italic=st.booleans(),
)


def lines_printed(stored: str) -> list[str]:
    """Return every line that prints, without the bullet before it."""
    return [line for block in blocks_of(stored) for line in block.text.split("\n")]


def lines_typed(typed: str) -> list[str]:
    """Return every line that was typed, without the mark of a bullet before it."""
    lines = (line.strip() for line in clean_text(typed).split("\n"))
    return [re.sub(r"\A[-*][ \t]+(?=\S)", "", line) for line in lines if line]


def marks_of(stored: str) -> list[tuple[str, bool, bool]]:
    """Return what is emphasised, and how."""
    return [
        (run.text, run.bold, run.italic)
        for block in blocks_of(stored)
        for run in block.inlines
        if isinstance(run, Text) and (run.bold or run.italic)
    ]


AS_TYPED = [
    "12*12*2",
    "2 * 3 * 4",
    "_draft_",
    "costs are 12*12*2 and _draft_ copies",
    "All schools*",
    "All schools* and nurseries* (*subject to funding)",
    "a*b*",
    "*a*b",
    "# 1",
    "> x",
    "1) y",
    "1. y",
    "1. one\n2. two",
    "+ x",
    "-",
    "*",
    "**",
    "-5 staff",
    "`code` and ```",
    "<b>bold</b>",
    "&amp;",
    "\\\\server\\share",
    "C:\\_new\\1. x",
    "__init__",
    "(*) and (**)",
    "[/] [red]x[/red] [x=1] [@click=app.quit]q[/] \\[",
    "*👩‍👧*",
    "****",
    "****x****",
    "* ",
    "~~x~~ | a | b |",
    "![a](b) [c](d)",
    "    four spaces in",
    "e\u0301*x*",
    "٢*٣*٤",
]


@pytest.mark.parametrize("typed", AS_TYPED)
def test_what_is_typed_is_what_is_printed_and_what_the_field_shows(typed: str) -> None:
    stored = stored_of(typed)
    assert "\n".join(block.text for block in blocks_of(stored)) == typed.strip()
    assert marks_of(stored) == []
    assert shown_of(stored) == typed.strip()
    assert canonical(stored) == stored


@pytest.mark.parametrize(
    ("typed", "printed", "marks"),
    [
        ("*word*", "word", [("word", False, True)]),
        ("**two words**", "two words", [("two words", True, False)]),
        ("***both***", "both", [("both", True, True)]),
        ("(*word*)", "(word)", [("word", False, True)]),
        ("**Note:** see p. 4", "Note: see p. 4", [("Note:", True, False)]),
        ("*(see p. 4)*", "(see p. 4)", [("(see p. 4)", False, True)]),
        ("a *b*, **c**", "a b, c", [("b", False, True), ("c", True, False)]),
        ("*12*12*", "12*12", [("12*12", False, True)]),
        ("*one\ntwo*", "one\ntwo", [("one\ntwo", False, True)]),
        ("*e\u0301te\u0301*", "e\u0301te\u0301", [("e\u0301te\u0301", False, True)]),
        ("*مرحبا*", "مرحبا", [("مرحبا", False, True)]),
        ("\\*word\\*", "*word*", []),
        ("\\*\\*word\\*\\*", "**word**", []),
        ("\\**word*", "*word", [("word", False, True)]),
        ("All schools* take \\*part\\*", "All schools* take *part*", []),
        ("\\* no bullet", "* no bullet", []),
    ],
)
def test_emphasis_is_kept_where_its_marks_stand_round_whole_words(
    typed: str, printed: str, marks: list[tuple[str, bool, bool]]
) -> None:
    stored = stored_of(typed)
    assert "\n".join(block.text for block in blocks_of(stored)) == printed
    assert marks_of(stored) == marks
    assert shown_of(stored) == typed


@pytest.mark.parametrize(
    ("typed", "shown", "bullets"),
    [
        ("- one\n- two", "- one\n- two", [0, 0]),
        ("* one\n* *two*", "- one\n- *two*", [0, 0]),
        (
            "- one\n  - two\n    - three\n- four",
            "- one\n  - two\n    - three\n- four",
            [0, 1, 2, 0],
        ),
        ("- one\n\t- two", "- one\n  - two", [0, 1]),
        ("Aims:\n- one", "Aims:\n\n- one", [None, 0]),
        ("- one\n  goes on", "- one\n  goes on", [0]),
        ("- one\n\nText", "- one\n\nText", [0, None]),
        ("- 1. one", "- 1. one", [0]),
        ("- - one", "- - one", [0]),
        ("- * one", "- * one", [0]),
    ],
)
def test_a_dash_or_a_star_before_a_space_begins_a_bullet(
    typed: str, shown: str, bullets: list[int | None]
) -> None:
    stored = stored_of(typed)
    assert [block.bullet for block in blocks_of(stored)] == bullets
    assert shown_of(stored) == shown
    assert stored_of(shown) == stored


@given(unmarked_texts)
@example("1.\ta")
@example("- _a_\n\\\n  b")
def test_without_stars_every_line_is_printed_to_the_letter(typed: str) -> None:
    assert lines_printed(stored_of(typed)) == lines_typed(typed)
    assert marks_of(stored_of(typed)) == []


@given(typed_texts)
def test_of_all_that_is_typed_only_stars_and_the_backslash_before_one_are_ever_marks(
    typed: str,
) -> None:
    def bare(lines: list[str]) -> str:
        return re.sub(r"\\*[*]|\s", "", "\n".join(lines))

    assert bare(lines_printed(stored_of(typed))) == bare(lines_typed(typed))


@given(typed_texts)
def test_what_was_typed_is_kept_in_its_canonical_spelling(typed: str) -> None:
    stored = stored_of(typed)
    assert clean_text(stored) == stored
    assert canonical(stored) == stored


@given(typed_texts)
@example("***a b** c*")
def test_what_a_field_shows_is_kept_and_shown_as_the_same_again(typed: str) -> None:
    stored = stored_of(typed)
    shown = shown_of(stored)
    assert stored_of(shown, stored) == stored
    if not has_typed_dash(stored):
        assert stored_of(shown) == stored


@given(typed_texts.map(clean_text).map(canonical))
def test_a_field_that_is_left_as_it_is_changes_nothing_of_a_plan_of_today(stored: str) -> None:
    assert stored_of(shown_of(stored), stored) == stored


@given(typed_texts.map(lambda text: text.replace("\\", "")))
def test_no_backslash_is_shown_that_was_not_typed(typed: str) -> None:
    once = stored_of(typed)
    if not re.search(r"\*.*\*.*\*", typed, re.DOTALL):
        assert "\\" not in shown_of(once)
    assert shown_of(stored_of("12*12*2 of _a_\\b\n" + typed.replace("*", ""))).count("\\") == 1


@given(st.lists(emphasised, min_size=1, max_size=4), st.sampled_from([" and ", ", ", "\n", " £"]))
def test_emphasis_that_came_from_word_is_shown_as_it_would_be_typed(
    runs: list[Text], between: str
) -> None:
    inlines = [part for run in runs for part in (run, Text(between))]
    stored = markdown_of([Paragraph(tuple(inlines))])
    assert stored_of(shown_of(stored)) == stored


any_runs = st.lists(
    st.builds(
        Text,
        text=st.text(st.sampled_from("ab *\\_.(\n-1"), min_size=1, max_size=5),
        bold=st.booleans(),
        italic=st.booleans(),
    ),
    min_size=1,
    max_size=4,
)


@given(any_runs)
@example([Text("_\nb\\", bold=True), Text("-a", italic=True)])
@example([Text("a\\"), Text("b* d", bold=True)])
def test_whatever_came_from_word_is_shown_and_stays_as_it_is(runs: list[Text]) -> None:
    stored = markdown_of([Paragraph(tuple(runs))])
    assert stored_of(shown_of(stored), stored) == stored


@given(typed_texts)
def test_what_is_to_be_plain_is_typed_so(text: str) -> None:
    line = clean_line(text)
    stored = stored_of(typed_plainly(line))
    assert marks_of(stored) == []
    if not line.startswith("- "):
        assert "".join(block.text for block in blocks_of(stored)) == line


def test_an_edit_leaves_the_paragraphs_alone_that_it_does_not_touch() -> None:
    """Word has more than can be typed: bold on half a word, a dash that is no bullet."""
    stored = markdown_of(
        [
            Paragraph((Text("G", bold=True), Text("etting it right"))),
            Paragraph((Text("Agreed:\n- the budget\n- the plan"),)),
            Paragraph((Text("To be done."),)),
            Paragraph((Text("- one dash"),)),
        ]
    )
    shown = shown_of(stored)
    assert (
        shown
        == "Getting it right\n\nAgreed:\n- the budget\n- the plan\n\nTo be done.\n\n- one dash"
    )
    edited = stored_of(shown.replace("To be done", "To be done soon"), stored)
    assert edited == stored.replace("To be done", "To be done soon")


def test_the_plans_of_today_print_as_before() -> None:
    """The golden texts: as they were kept by earlier versions, with what they printed then."""
    golden = json.loads((Path(__file__).parent / "golden_prose.json").read_text(encoding="utf-8"))
    for text in golden:
        printed = [
            [block.bullet, [[run.text, run.bold, run.italic] for run in runs_of(block)]]
            for block in blocks_of(text["kept"])
        ]
        assert printed == text["printed"]
        assert stored_of(shown_of(text["kept"]), text["kept"]) == text["kept"]


@pytest.mark.parametrize(
    "typed", ["a" * 60_000, "*" * 30_000, "*a " * 20_000, "*a **b " * 8_000 + "x* y** " * 4_000]
)
@pytest.mark.slow
def test_a_very_long_text_is_no_harder(typed: str) -> None:
    assert lines_printed(stored_of(typed))[0].replace("*", "") == typed.strip().replace("*", "")


def runs_of(block: Paragraph) -> list[Text]:
    """Return the runs of a block that are text."""
    return [run for run in block.inlines if isinstance(run, Text)]


def has_typed_dash(stored: str) -> bool:
    """Return whether a line begins with a dash that is no bullet, which cannot be typed."""
    return any(
        line.startswith("- ")
        for block in blocks_of(stored)
        for line in block.text.split("\n")[block.bullet is not None :]
    )
