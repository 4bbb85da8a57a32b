"""The contents list of an inspection report: what an officer types, and what is read of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.council.framework import Framework, framework_named
from plan.model.rows import SOURCE_ID, SourceReport
from plan.reading.source import ContentsReading, read_source
from tests.plan.strategies import texts

FRAMEWORK = framework_named("care-inspectorate-2014")


def reading(
    *lines: str, pages: str = "", framework: Framework | None = FRAMEWORK
) -> ContentsReading:
    source = SourceReport(id=SOURCE_ID, pages=pages, contents="\n".join(lines))
    return read_source(source, framework)


def span(line: str) -> tuple[int, int, str]:
    (only,) = reading(line).spans
    return only.first, only.last, only.heading


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("20-21 How good is our delivery", (20, 21, "How good is our delivery")),
        ("pp 12–16 Impact on children", (12, 16, "Impact on children")),
        ("pp. 12 to 16: Impact on children", (12, 16, "Impact on children")),
        ("Page 8 Key performance outcomes", (8, 8, "Key performance outcomes")),
        ("p9 Key performance outcomes", (9, 9, "Key performance outcomes")),
        ("9 Key performance outcomes", (9, 9, "Key performance outcomes")),
        ("9\tKey performance outcomes", (9, 9, "Key performance outcomes")),
        ("Key processes ........ 20", (20, 20, "Key processes")),
        ("Key processes . . . . . 20", (20, 20, "Key processes")),
        ("Key processes……20", (20, 20, "Key processes")),
        ("Key processes\t20–24", (20, 24, "Key processes")),
        ("Key processes 20", (20, 20, "Key processes")),
        ("Key processes, pages 20-24", (20, 24, "Key processes")),
        ("Key processes (pp. 20-24)", (20, 24, "Key processes")),
        ("4. How well are we doing? ..... 12", (12, 12, "4. How well are we doing?")),
        ("5.3 Planning for children\t25", (25, 25, "5.3 Planning for children")),
        ("38 What changed in 2016", (38, 38, "What changed in 2016")),
    ],
)  # fmt: skip
def test_a_line_gives_its_pages_and_its_heading(line: str, read: tuple[int, int, str]) -> None:
    assert span(line) == read


@pytest.mark.parametrize(
    "line", ["What the inspectors found", "21-20 Backwards", "0 Nothing", "17", "pp 12-16"]
)
def test_a_line_that_cannot_be_read_is_listed_as_it_was_typed(line: str) -> None:
    read = reading("8 Key performance outcomes", line)
    assert read.unread == (line,)
    assert len(read.spans) == 1


def test_where_only_first_pages_are_given_the_next_part_says_the_last() -> None:
    read = reading("Outcomes .... 8", "Impact .... 12", "Families .... 12", "Help .... 17")
    assert [(one.first, one.last) for one in read.spans] == [(8, 11), (12, 12), (12, 16), (17, 17)]


def test_the_last_part_ends_with_the_report_where_its_pages_are_known() -> None:
    read = reading("Outcomes .... 8", "Next steps .... 40", pages="46 pages")
    assert [(one.first, one.last) for one in read.spans] == [(8, 39), (40, 46)]
    assert read.page_count == 46
    assert reading("Outcomes .... 8", pages="about fifty").page_count is None


def test_parts_know_the_indicator_that_their_heading_names() -> None:
    read = reading("8-11 Key performance outcomes", "12-16 Impact on children", "38-39 Conclusion")
    assert [one.indicator.number if one.indicator else "" for one in read.spans] == [
        "1.1",
        "2.1",
        "",
    ]
    assert [one.first for one in read.findings] == [8, 12]
    assert reading("12-16 Impact on children", framework=None).findings == ()


def test_a_page_may_be_of_two_parts() -> None:
    read = reading("8-12 Key performance outcomes", "12-16 Impact on children")
    assert [one.first for one in read.spans_at(12)] == [8, 12]
    assert read.spans_at(7) == ()


headings = st.text(alphabet="abcdefg’, ", min_size=1, max_size=30).map(
    lambda text: " ".join(f"h{text}".strip(" ,").split())
)
parts = st.tuples(headings, st.integers(1, 300), st.integers(0, 40))


@given(
    st.lists(parts, max_size=6),
    st.sampled_from(["{a}-{b} {h}", "pp {a}–{b} {h}", "{h} ..... {a}-{b}", "{h}, pp. {a} to {b}"]),
)
def test_a_list_that_was_written_out_is_read_back(
    written: list[tuple[str, int, int]], pattern: str
) -> None:
    lines = [pattern.format(a=first, b=first + more, h=heading) for heading, first, more in written]
    read = reading(*lines)
    assert read.unread == ()
    assert [(one.heading, one.first, one.last - one.first) for one in read.spans] == written


@given(texts)
def test_any_text_is_read_line_by_line_and_nothing_is_lost(typed: str) -> None:
    read = reading(typed)
    lines = [line for line in typed.split("\n") if line.strip()]
    assert len(read.spans) + len(read.unread) == len(lines)
    assert all(0 < one.first <= one.last for one in read.spans)
