"""A line above the key of a paper's colours is known as its title, and other lines are not."""

import pytest

from importers.plan.colour_keys import explains_colours


@pytest.mark.parametrize(
    ("line", "is_title"),
    [
        ("What the colours mean", True),
        ("What do the colours mean?", True),
        ("The colours and what they mean", True),
        ("Guide to RAG ratings used in this plan:", True),
        ("Understanding the traffic lights", True),
        ("What colour should the school be?", False),
        ("How to use the traffic lights safely", False),
        ("Understanding colour blindness", False),
        ("Colours in the gardens", False),
    ],
)
def test_a_line_that_announces_a_key_is_told_from_an_aim(line: str, is_title: bool) -> None:
    assert explains_colours(line) is is_title
