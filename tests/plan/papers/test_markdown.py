"""The Markdown subset: what is typed is what is printed, and one spelling for each meaning."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plan.papers.blocks import Paragraph, Text, TickBox
from plan.papers.markdown import (
    DEEPEST_BULLET,
    _paragraphs,
    _parser,
    blocks_of,
    canonical,
    markdown_of,
    plain_of,
    simply_marked,
)
from plan.text.clean import clean_text
from tests.plan.strategies import any_texts, lines, texts

runs = st.builds(Text, text=texts, bold=st.booleans(), italic=st.booleans())
paragraphs = st.builds(
    Paragraph,
    inlines=st.lists(runs, max_size=4).map(tuple),
    bullet=st.none() | st.integers(min_value=0, max_value=9),
)


def words_of(blocks: tuple[Paragraph, ...] | list[Paragraph]) -> str:
    """Return what prints, without any space."""
    return "".join("".join(block.text.split()) for block in blocks)


PIECES = st.tuples(
    st.text("ab A1 ,.;:()£%/'’‘“”?!&+=–-", min_size=1, max_size=6), st.booleans(), st.booleans()
)


@given(st.lists(PIECES, min_size=1, max_size=5))
def test_a_plain_sentence_with_emphasis_anywhere_is_read_back(
    pieces: list[tuple[str, bool, bool]],
) -> None:
    written = markdown_of((Paragraph(tuple(Text(*piece) for piece in pieces)),))
    assert markdown_of(blocks_of(written)) == written
    said = "".join(text for text, _, _ in pieces).strip()
    assert "".join(block.text for block in blocks_of(written)) == said


USUAL = [
    "They found:\n\n- nurseries\n- a voice:\n  - the Network\n  - the Forum\n- *proud* staff",
    "Two actions cost:\n\n- £38,000 in 2016/17 (action 2.1)\n- £15,500\n\nThe rest.",
    "**Progress** will be reported, and *added to*, at (*every*) review: **all of it**.",
    "**Progress:** all of it is **done.**",
    "A line\nand another\n\n\n- one\n\n- two",
    "2*3*4 and **bold**er, ***both*** and *one**two*",
    "- - twice\n- 1. one",
    "- one\nlazily\n\n  further",
    "  - deep at once",
    "- a\n    - too deep\n  - b",
    "text\n- at once",
    "- one\n\n\tcode",
    "a * b * c",
    "- one \n- two",
]


def parsed(markdown: str) -> tuple[Paragraph, ...]:
    return tuple(_paragraphs(_parser().parse(markdown)))


@pytest.mark.parametrize("markdown", USUAL)
def test_what_is_read_without_the_parser_is_what_the_parser_reads(markdown: str) -> None:
    simple = simply_marked(markdown)
    assert simple is None or simple == parsed(markdown)


def test_the_usual_lists_and_emphasis_need_no_parser() -> None:
    assert [simply_marked(markdown) is None for markdown in USUAL[:4]] == [False] * 4


SIGNS = st.sampled_from(
    ["*", "**", "\n", "\n\n", "- ", "  ", " ", "a", "B2", "é", ".", "(", ",", "1. ", "+"]
)


@given(st.lists(SIGNS, max_size=14).map("".join))
def test_no_mixture_of_marks_is_read_otherwise_without_the_parser(markdown: str) -> None:
    simple = simply_marked(markdown)
    assert simple is None or simple == parsed(markdown)


@given(texts)
def test_the_canonical_spelling_is_its_own_canonical_spelling(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once


@given(texts)
def test_the_canonical_spelling_prints_the_same_words_in_the_same_places(text: str) -> None:
    typed, kept = blocks_of(text), blocks_of(canonical(text))
    assert words_of(kept) == words_of(typed)
    assert [block.bullet is None for block in kept] == [block.bullet is None for block in typed]


@given(texts)
def test_a_canonical_text_is_clean(text: str) -> None:
    assert clean_text(canonical(text)) == canonical(text)


@given(st.lists(paragraphs, max_size=5))
def test_no_word_from_word_is_lost_or_read_as_a_mark(blocks: list[Paragraph]) -> None:
    written = markdown_of(blocks)
    assert words_of(blocks_of(written)) == words_of(blocks)
    assert canonical(written) == written


@given(lines.filter(bool), st.none() | st.just(0))
@example("1. First", None)
@example("1) First", 0)
@example("- not a bullet", None)
@example("+", None)
@example("-", 0)
@example("*", None)
@example("**not bold**", None)
@example("snake_case and _under_", 0)
@example("back\\slash \\* \\", None)
@example("# not a heading", None)
@example("[a](b) <b> &amp; `code` | ~~x~~ ![i](j)", None)
@example("2016.", None)
@example("1234567890. ten digits", None)
def test_what_was_literal_stays_literal(line: str, bullet: int | None) -> None:
    block = Paragraph((Text(line),), bullet=bullet)
    assert blocks_of(markdown_of([block])) == (block,)


@given(st.lists(lines.filter(bool), min_size=2, max_size=4))
def test_line_breaks_within_a_paragraph_are_kept(parts: list[str]) -> None:
    block = Paragraph((Text("\n".join(parts)),))
    assert blocks_of(markdown_of([block])) == (block,)


@given(st.lists(st.integers(min_value=0, max_value=DEEPEST_BULLET - 1), min_size=1, max_size=12))
def test_bullets_keep_their_depth_as_long_as_they_go_down_one_at_a_time(wanted: list[int]) -> None:
    depths: list[int] = []
    for depth in wanted:
        depths.append(min(depth, depths[-1] + 1 if depths else 0))
    blocks = tuple(Paragraph((Text(f"item {d}"),), bullet=d) for d in depths)
    assert blocks_of(markdown_of(blocks)) == blocks


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["one", "two three", "l’eau", "2*3", "a_b", "1. x", "(see p. 4)"]),
            st.sampled_from([(True, False), (False, True), (True, True)]),
            st.sampled_from([" and ", ", ", ": ", "\n"]),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_emphasis_on_whole_words_is_kept(drawn: list[tuple[str, tuple[bool, bool], str]]) -> None:
    inlines: list[Text] = []
    for text, (bold, italic), between in drawn:
        inlines += [Text(text, bold, italic), Text(between)]
    emphasised = {
        run
        for block in blocks_of(markdown_of([Paragraph(tuple(inlines))]))
        for run in block.inlines
        if isinstance(run, Text) and (run.bold or run.italic)
    }
    wanted = {Text(text, bold, italic) for text, (bold, italic), _ in drawn}
    assert emphasised == wanted


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("* one\n* two", "- one\n- two"),
        ("+ one\n+ two", "- one\n- two"),
        ("- one\n\n- two", "- one\n- two"),
        ("- one\n    - two", "- one\n  - two"),
        ("__bold__ and _italic_", "**bold** and *italic*"),
        ("one\n\n\n\ntwo", "one\n\ntwo"),
        ("1. one\n2. two", "1\\. one\n\n2\\. two"),
        ("Aims:\n- one", "Aims:\n\n- one"),
        ("2 * 3 * 4", "2 \\* 3 \\* 4"),
        ("", ""),
    ],
)
def test_different_spellings_of_one_meaning_become_one(typed: str, kept: str) -> None:
    assert canonical(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "# Aims",
        "> quoted",
        "`code`",
        "| a | b |",
        "[a link](b)",
        "<b>html</b>",
        "&amp;",
        "---",
        "===",
        "Text\n---",
        "```\ncode\n```",
        "~~struck~~",
        "    indented",
    ],
)
def test_marks_outside_of_the_subset_are_plain_text(typed: str) -> None:
    printed = "\n".join(block.text for block in blocks_of(typed))
    assert printed == typed.strip()
    assert all(block.bullet is None for block in blocks_of(typed))


def test_nested_bullets_and_emphasis_are_read() -> None:
    blocks = blocks_of("Do **this**, *now*:\n\n- one\n  - two\n- three")
    assert blocks == (
        Paragraph(
            (Text("Do "), Text("this", bold=True), Text(", "), Text("now", italic=True), Text(":"))
        ),
        Paragraph((Text("one"),), bullet=0),
        Paragraph((Text("two"),), bullet=1),
        Paragraph((Text("three"),), bullet=0),
    )


@pytest.mark.parametrize("levels", [12, 40, 400])
def test_no_bullet_is_lost_however_deep_it_stands(levels: int) -> None:
    typed = "\n".join("  " * depth + f"- level {depth}" for depth in range(levels))
    printed = plain_of(typed)
    assert [f"level {depth}" for depth in range(levels) if f"level {depth}" not in printed] == []
    assert all((block.bullet or 0) < DEEPEST_BULLET for block in blocks_of(typed))


@pytest.mark.parametrize("marks", ["- " * 15, "1. " * 15, "- 1. " * 9, "- " * 40_000])
def test_no_word_is_lost_behind_many_marks(marks: str) -> None:
    assert "deep" in plain_of(marks + "deep")
    assert "deep" in plain_of(canonical(marks + "deep"))


def test_a_tick_box_is_written_as_the_glyph_it_prints() -> None:
    block = Paragraph(
        (Text("Yes "), TickBox("Yes", ticked=True), Text(" No "), TickBox("No", False))
    )
    assert markdown_of([block]) == "Yes ☒ No ☐"


def test_the_plain_text_shows_bullets_and_no_marks() -> None:
    assert plain_of("Do **this**:\n\n- one\n  - *two*") == "Do this:\n• one\n  • two"


@given(any_texts)
def test_any_text_at_all_can_be_read(text: str) -> None:
    assert isinstance(blocks_of(text), tuple)
