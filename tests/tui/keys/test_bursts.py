"""Keys or a paste: told apart by how fast it comes, to the letter of what was measured."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tui.keys.bursts import (
    END_MARK_LOST_AFTER,
    LONGEST_GAP,
    PASTE_ARRIVES_WITHIN,
    SHORTEST_PASTE,
    Arrival,
    Bursts,
    Keys,
    Pasted,
)

MS = 0.001


def read(
    pieces: Iterable[tuple[float, str]],
    *,
    unseen: float = 0.0,
    busy: bool = False,
    field: bool = False,
) -> list[Keys | Pasted]:
    """Return what comes of text that arrives at these times, in seconds."""
    bursts, parts = Bursts(), list[Keys | Pasted]()
    for at, text in pieces:
        while bursts.due is not None and bursts.due <= at:
            parts += bursts.flush()
        parts += bursts.take(text, Arrival(at, unseen, busy, field))
    return [*parts, *bursts.flush()]


def keys(parts: Sequence[Keys | Pasted]) -> str:
    """Return what was sent, all of which is keys."""
    assert all(isinstance(part, Keys) for part in parts)
    return "".join(part.sent for part in parts if isinstance(part, Keys))


def apart(text: str, gap: float) -> list[tuple[float, str]]:
    """Return each character of a text with its time, `gap` seconds after the one before."""
    return [(10 + number * gap, one) for number, one in enumerate(text)]


@pytest.mark.parametrize(
    "text", ["delete", "delete me\r", "one\rtwo\rthree", "é–字 ß ü", "a\tb\tcdef\r"]
)
def test_six_characters_or_line_ends_at_once_are_a_paste(text: str) -> None:
    assert read([(10, text)]) == [Pasted(text.replace("\r", "\n"))]


@pytest.mark.parametrize("text", ["et\r", "qx", "q/", "delet", "\r\r\r\r\r", "ab\rc"])
def test_fewer_are_keys_in_their_order(text: str) -> None:
    assert keys(read([(10, text)])) == text


@pytest.mark.parametrize("text", ["jjjjjjjjjjjj", "\r\r\r\r\r\r\r", " " * 40])
def test_a_key_that_is_held_is_keys_however_many_come_at_once(text: str) -> None:
    assert keys(read([(10, text)])) == text


@pytest.mark.parametrize(
    "text", ["abcdefg\x1b[B", "\x1b[B" * 9, "\x1b[Aabcdefgh", "abcdef\x11", "abcdefg\x7f"]
)
def test_an_escape_sequence_or_a_control_key_among_them_makes_all_of_them_keys(text: str) -> None:
    assert keys(read([(10, text)])) == text


def test_a_held_key_and_fast_typing_are_keys() -> None:
    assert keys(read(apart("j" * 30, 1 / 30))) == "j" * 30
    assert keys(read(apart("typed as fast as hands can", 0.04))) == "typed as fast as hands can"


def test_a_paste_that_is_written_letter_by_letter_is_one() -> None:
    assert read(apart("delete me\r", 2 * MS)) == [Pasted("delete me\n")]
    assert read([(10, "d"), (10 + 2 * MS, "elete me\r")]) == [Pasted("delete me\n")]
    assert read(apart("abcdef", 5 * MS)) == [Pasted("abcdef")]


def test_the_first_five_do_nothing_until_it_is_known_whether_a_sixth_follows() -> None:
    bursts = Bursts()
    for at, one in apart("abcde", 2 * MS):
        assert list(bursts.take(one, Arrival(at))) == []
    assert bursts.due == pytest.approx(10 + 8 * MS + LONGEST_GAP)
    assert list(bursts.take("f", Arrival(10 + 10 * MS))) == []
    assert list(bursts.flush()) == [Pasted("abcdef")]


def test_a_key_alone_waits_less_than_a_frame() -> None:
    bursts = Bursts()
    assert list(bursts.take("d", Arrival(10.0))) == []
    assert bursts.due is not None
    assert bursts.due - 10 < 1 / 60
    assert list(bursts.flush()) == [Keys("d")]


def test_in_an_open_field_letters_do_not_wait() -> None:
    bursts = Bursts()
    assert list(bursts.take("d", Arrival(10.0, is_field_open=True))) == [Keys("d")]


def test_a_long_paste_comes_whole_however_it_is_cut() -> None:
    text = "a line of it\r\n" * 400
    pieces = [(10 + number * MS, text[number * 999 :][:999]) for number in range(6)]
    assert read(pieces, field=True) == [Pasted("a line of it\n" * 400)]


@pytest.mark.parametrize("end", ["\x1b[B", "\x1b[0m", "\x1bOA", "\x11", "\x7f"])
def test_the_last_piece_of_a_long_paste_is_text_up_to_an_escape_sequence(end: str) -> None:
    pieces = [(10, "a line of it\r" * 300), (10 + MS, f"delete me\r{end}")]
    assert read(pieces) == [Pasted("a line of it\n" * 300 + "delete me\n"), Keys(end)]


def test_what_comes_while_plandesk_is_busy_is_keys() -> None:
    assert keys(read([(10, "abcdefgh\r")], busy=True)) == "abcdefgh\r"


def test_what_a_hand_can_have_typed_while_plandesk_stood_is_keys() -> None:
    assert keys(read([(10, "typed ahead")], unseen=1.0)) == "typed ahead"
    assert read([(10, "x, y" * 50)], unseen=1.0) == [Pasted("x, y" * 50)]
    assert read([(10, "typed ahead")], unseen=0.15) == [Pasted("typed ahead")]


@pytest.mark.parametrize("field", [False, True])
@pytest.mark.parametrize(
    ("inside", "pasted"),
    [
        ("ab", "ab"),
        ("one\rtwo\r\nthree", "one\ntwo\nthree"),
        ("FIRST \x1b[32mgreen\x1b[0m LAST", "FIRST green LAST"),
        ("FIRST LAST\x1b", "FIRST LAST"),
        ("d\x07 y\x00\r d\r", "d y\n d\n"),
        ("é 👪\tq", "é 👪\tq"),
    ],
)
def test_what_stands_between_the_marks_of_a_paste_is_text_whatever_it_holds(
    inside: str, pasted: str, field: bool
) -> None:
    sent = f"\x1b[200~{inside}\x1b[201~"
    assert read([(10, sent)], field=field) == [Pasted(pasted)]
    assert read([(10, f"{sent}u")], field=field) == [Pasted(pasted), Keys("u")]
    assert read([(10, f"\x1b[B{sent}")], field=field) == [Keys("\x1b[B"), Pasted(pasted)]


@given(st.integers(min_value=1, max_value=30), st.integers(min_value=0, max_value=30))
def test_a_paste_in_brackets_is_whole_wherever_it_is_cut(cut: int, more: int) -> None:
    sent = "\x1b[200~one \x1b[1mtwo\x1b[0m\rthree\x1b[201~"
    pieces = [sent[:cut], sent[cut : cut + more], sent[cut + more :]]
    parts = read([(10 + place * 0.01, piece) for place, piece in enumerate(pieces) if piece])
    assert parts == [Pasted("one two\nthree")]


def test_the_rest_of_an_escape_sequence_is_no_text() -> None:
    assert keys(read([(10, "\x1b"), (10 + MS, "[<35;10;20M")])) == "\x1b[<35;10;20M"
    assert read([(10, "\x1b"), (10.5, "delete")])[-1] == Pasted("delete")


def test_the_focus_and_the_mouse_do_not_make_a_paste_keys() -> None:
    assert read([(10, "\x1b[Idelete me")]) == [Keys("\x1b[I"), Pasted("delete me")]


@given(
    st.lists(
        st.tuples(
            st.floats(0, 0.2),
            st.text(st.sampled_from("aé\r\t\x1b[B~20;1<M\x11 "), min_size=1, max_size=9),
        ),
        max_size=12,
    ),
    st.booleans(),
)
def test_nothing_is_lost_and_nothing_changes_places(
    gaps: list[tuple[float, str]], is_open: bool
) -> None:
    at, pieces = 10.0, []
    for gap, text in gaps:
        at += gap
        pieces.append((at, text))
    parts = read(pieces, field=is_open)
    came = "".join(part.sent if isinstance(part, Keys) else part.text for part in parts)
    sent = "".join(text for _, text in pieces)
    assume("\x1b[200~" not in sent)  # what a terminal has marked is a paste, whatever it holds
    assert came.replace("\r", "\n") == sent.replace("\r", "\n")
    assert all(len(part.text) >= SHORTEST_PASTE for part in parts if isinstance(part, Pasted))


def test_the_numbers_are_those_that_were_agreed() -> None:
    assert (SHORTEST_PASTE, PASTE_ARRIVES_WITHIN) == (6, 0.030)


@pytest.mark.parametrize("cut", range(1, len("\x1b[200~")))
@pytest.mark.parametrize("before", ["\x1b[A", "\r", "jj\x1b[B", "delete me"])
def test_a_mark_cut_in_two_stays_behind_what_came_before_it(before: str, cut: int) -> None:
    marked = "\x1b[200~delete all\x1b[201~"
    *first, pasted = read([(10, before + marked[:cut]), (10 + MS, marked[cut:])])
    assert pasted == Pasted("delete all")
    assert "".join(one.sent if isinstance(one, Keys) else one.text for one in first) == before


@pytest.mark.parametrize("key", ["\x1b[2~", "\x1b[20~"])
@pytest.mark.parametrize("before", ["\x1b[A", "jj\x1b[B"])
def test_a_key_cut_like_a_mark_is_that_key(before: str, key: str) -> None:
    assert keys(read([(10, before + key[:-1]), (10 + MS, key[-1])])) == before + key


def test_what_looked_like_a_mark_behind_a_paste_is_not_lost() -> None:
    assert read([(10, "delete me\x1b[2")]) == [Pasted("delete me"), Keys("\x1b[2")]


@pytest.mark.parametrize("is_open", [False, True])
@given(st.lists(st.integers(min_value=1, max_value=40), max_size=6))
def test_a_paste_in_brackets_is_whole_however_its_marks_are_cut(
    is_open: bool, cuts: list[int]
) -> None:
    sent = "\x1b[200~delete all of it\x1b[201~"
    places = [0, *sorted({cut for cut in cuts if cut < len(sent)}), len(sent)]
    pieces = [sent[one:other] for one, other in pairwise(places)]
    timed = [(10 + number * 10 * MS, piece) for number, piece in enumerate(pieces)]
    assert read(timed, field=is_open) == [Pasted("delete all of it")]


@pytest.mark.parametrize("key", ["\x1b", "\x1b["])
@pytest.mark.parametrize("before", ["", "q", "abcdefgh", "\x1b[B", "\x1b"])
def test_an_escape_with_nothing_behind_it_is_the_key(before: str, key: str) -> None:
    assert keys(read([(10, before + key)])) == before + key
    assert keys(read([(10, before + key), (10 + 0.2, "j")])) == before + key + "j"
    assert keys(read([(10, before + key), (10 + MS, "B")])) == before + key + "B"


def test_an_escape_is_known_to_be_the_key_after_a_tenth_of_a_second() -> None:
    bursts = Bursts()
    assert list(bursts.take("\x1b", Arrival(10.0))) == []
    assert bursts.due == pytest.approx(10.1)
    assert list(bursts.flush()) == [Keys("\x1b")]
    assert bursts.due is None


def test_a_paste_whose_end_never_comes_is_one_and_the_keys_go_on() -> None:
    late = 10 + END_MARK_LOST_AFTER
    assert read([(10, "\x1b[200~delete\rme"), (late, "q")]) == [Pasted("delete\nme"), Keys("q")]
    assert read([(10, "\x1b[200~delete"), (10.5, "\x1b[Bme"), (late + 0.5, "q")]) == [
        Pasted("deleteme"),
        Keys("q"),
    ]
    assert read([(10, "jj"), (10 + MS, "\x1b[200~me"), (late + MS, "q")]) == [
        Keys("jj"),
        Pasted("me"),
        Keys("q"),
    ]
    assert read([(10, "\x1b[200~"), (late, "q")]) == [Keys("q")]


def test_a_paste_that_goes_on_in_time_is_waited_for_however_long_it_takes() -> None:
    pieces = [(10 + number * END_MARK_LOST_AFTER * 0.9, "one line\r") for number in range(1, 40)]
    sent = [(10.0, "\x1b[200~"), *pieces, (11 + 36 * END_MARK_LOST_AFTER, "\x1b[201~q")]
    assert read(sent) == [Pasted("one line\n" * 39), Keys("q")]


@pytest.mark.parametrize("cut", range(len("\x1b[201~")))
@pytest.mark.parametrize("rest", ["", "del"])
def test_an_end_that_comes_too_late_runs_nothing(rest: str, cut: int) -> None:
    first, last = f"{'' if rest else 'x'}", "\x1b[201~"
    sent = [(10.0, f"\x1b[200~begun{first}{'' if rest else last[:cut]}")]
    sent += [(15, f"{rest}{last if rest else last[cut:]}"), (15.2, "q")]
    wanted = [Pasted(f"begun{first}"), *([Pasted(rest)] if rest else []), Keys("q")]
    assert read(sent) == wanted


def test_a_paste_after_one_without_an_end_is_by_itself() -> None:
    again = "j\x1b[200~two\x1b[201~"
    assert read([(10, "\x1b[200~one"), (15, again), (15.1, "k"), (15.2, again)]) == [
        Pasted("one"),
        Keys("j"),
        Pasted("two"),
        *[Keys("k"), Keys("j")],
        Pasted("two"),
    ]


@pytest.mark.parametrize("field", [True, False])
@pytest.mark.parametrize("key", ["5", "q", "\x1b[A", "\x1b", "é"])
def test_esc_and_another_key_soon_after_it_are_two_keys_and_no_alt(key: str, field: bool) -> None:
    parts = read([(10, "\x1b"), (10.05, key)], field=field)
    assert parts == [Keys("\x1b"), Keys(key)]


def test_esc_behind_letters_lets_them_go_first() -> None:
    assert read([(10, "a"), (10.01, "\x1b"), (10.05, "b")]) == [
        Keys("a"),
        Keys("\x1b"),
        Keys("b"),
    ]
