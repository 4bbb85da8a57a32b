"""Page references: read as officers write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.reading.pages import (
    LAST_PAGE,
    PageReading,
    read_pages,
    says_no_page,
)
from tests.plan.strategies import any_texts

page_numbers = st.integers(min_value=1, max_value=LAST_PAGE)


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("Page 9", (9,)),
        ("Pages 9, 18, 19", (9, 18, 19)),
        ("9, 18 and 19", (9, 18, 19)),
        ("9; 18 & 19", (9, 18, 19)),
        ("28-31", (28, 29, 30, 31)),
        ("Pages 28–30, 36", (28, 29, 30, 36)),
        ("pages 28 to 30", (28, 29, 30)),
        ("pp 28-30", (28, 29, 30)),
        ("pp. 28 - 30", (28, 29, 30)),
        ("p.9", (9,)),
        ("p9", (9,)),
        ("PAGES 9,18,19.", (9, 18, 19)),
        ("Pages 9,\n18, 19", (9, 18, 19)),
        ("", ()),
    ],
)
def test_the_forms_that_officers_use_are_read(typed: str, pages: tuple[int, ...]) -> None:
    assert read_pages(typed) == PageReading(pages=pages)


@pytest.mark.parametrize("typed", ["All", "all", " ALL. ", "All pages"])
def test_all_is_the_whole_report(typed: str) -> None:
    assert read_pages(typed) == PageReading(is_all=True)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("9, 9", "9 is named twice"),
        ("9-12, 11", "11 is named twice"),
        ("18, 9", "ascending"),
        ("19-9", "backwards"),
        ("0", "numbered from 1"),
        ("99999", "99999"),
        ("chapter 3", "chapter 3"),
        ("9 18", "9 18"),
        ("All, 9", "All"),
        ("Pages", "no page"),
    ],
)
def test_a_slip_is_named_in_a_sentence(typed: str, said: str) -> None:
    problem = read_pages(typed).problem
    assert said in problem
    assert problem.endswith(".")


@pytest.mark.parametrize("typed", ["9, 9, 12", "12, 9"])
def test_pages_out_of_order_or_named_twice_are_read_all_the_same(typed: str) -> None:
    assert read_pages(typed).pages == (9, 12)


@given(st.sets(page_numbers, min_size=1, max_size=30))
def test_a_list_of_pages_is_those_pages(pages: set[int]) -> None:
    listed = tuple(sorted(pages))
    assert read_pages(f"Pages {', '.join(map(str, listed))}") == PageReading(pages=listed)


@given(page_numbers, st.integers(min_value=0, max_value=40), st.sampled_from(["-", "–", " to "]))
def test_a_range_is_all_of_its_pages(first: int, more: int, dash: str) -> None:
    last = min(first + more, LAST_PAGE)
    assert read_pages(f"pp {first}{dash}{last}").pages == tuple(range(first, last + 1))


@given(any_texts)
def test_any_text_is_read_to_pages_in_order_or_to_a_sentence(text: str) -> None:
    reading = read_pages(text)
    assert list(reading.pages) == sorted(set(reading.pages))
    says_nothing = not text.strip().rstrip(".").strip("-–—") or says_no_page(text)
    if not says_nothing and not reading.is_all and not reading.pages:
        assert reading.problem.endswith(".")
