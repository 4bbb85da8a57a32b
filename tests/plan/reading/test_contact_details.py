"""E-mail addresses and telephone numbers are found however they are typed, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.reading.contact_details import contact_details

MOBILE = f"0{7700} {900_123}"
ABROAD = f"+{353} 1 234 5678"
SHORT = f"0{800} {1111}"

TELEPHONES = (
    "01632 960001",
    "01632960001",
    "(01632) 960 001",
    "01632-960-001",
    "01632.960.001",
    "01632–960001",
    "01632/960001",
    "01632\u00a0960001",
    "01632\u2009960\u202f001",
    "01632 \u200b960001",
    "0１632 960001",
    "0 1632 960001",
    "01632 96 00 01",
    "+44 (0)1632 960001",
    f"+{44} 1632 960001",
    "(+44) 1632 960001",
    "+44.1632.960001",
    "0044 1632 960001",
    "01632 960001 ext 3000",
    "01632 960001, extension 3000",
    "01632 960001 x3000",
    "01632 960001/960002",
    "Tel: 01632 960001",
    "tel. no. 01632 960001",
    "T: 01632 960001",
    "Tel: 960001",
    "Telephone 960 001",
    "ext. 4321",
    MOBILE,
    MOBILE.replace(" ", ""),
    ABROAD,
    SHORT,
)
E_MAILS = (
    "jane.smith@council.example",
    "JANE.SMITH@COUNCIL.EXAMPLE",
    "mailto:jane@council.example?subject=plan",
    "E-mail: jane@council.example",
    "o’brien@council.example",
    "siân@council.example",
    "jane+plan@mail.council.example",
    "jane@intranet",
    "jane.smith @ council.example",
    "jane@ council.example",
    "jane.smith (at) council.example",
    "jane[at]council[dot]example",
    "jane dot smith at council dot gov dot example",
    "jane at council dot example",
    "jane.smith at council.example",
    "jane＠council.example",
)
NEITHER = (
    "26 September 2016",
    "01/02/2026",
    "01.02.2026 to 03.04.2026",
    "01-02-2026-03",
    "2026-02-01",
    "pages 12-13, 20-21",
    "pages 001, 002, 003",
    "Report No 299-2016",
    "£1,382,433",
    "£01632960001",
    "1.1, 2.3, 5.4",
    "0.123456789",
    "+1.2345678901",
    "REF01632960001",
    "Ref: 01632 960001",
    "case number 01632960001",
    "ISBN 0123456789",
    "2016/17 to 2019/20",
    "10,000,000 people",
    "SC012345678",
    "0.5% to 11.25%",
    "09:00-17:00",
    "0-5 years, 6-11",
    "0 1 2 3 4 5 6 7 8 9 10",
    "the contract extension 2026",
    "phone 300 parents, telephone 1,000 people",
    "QI 2.1 and 5.1",
    f"0{102030405}",
    "available at www.council.example",
    "at 10 points, dot by dot",
    "2 @ £50",
    "@CouncilNews",
    "meet at the library",
)


@pytest.mark.parametrize("said", TELEPHONES)
@pytest.mark.parametrize("around", ["{}", "Call {} today.", "({})", "•\t{}\n", "Ask,{};"])
def test_a_telephone_number_is_found_whole_however_it_is_typed(said: str, around: str) -> None:
    text = around.format(said)
    (found,) = contact_details(text)
    assert found.kind == "telephone number"
    assert not any(map(str.isdigit, text[: found.start] + text[found.end :]))


@pytest.mark.parametrize("said", E_MAILS)
@pytest.mark.parametrize("around", ["{}", "Write to {}.", "<{}>", "({})", "x\n{}\ny"])
def test_an_e_mail_address_is_found_whole_however_it_is_typed(said: str, around: str) -> None:
    text = around.format(said)
    (found,) = contact_details(text)
    assert found.kind == "e-mail address"
    assert said in (text[found.start : found.end], f"to {text[found.start : found.end]}")


@pytest.mark.parametrize("text", NEITHER)
def test_dates_pages_money_references_and_indicators_are_neither(text: str) -> None:
    assert contact_details(text) == ()


def test_a_number_that_follows_a_telephone_is_no_part_of_it() -> None:
    for text in ("01632 960001 12 hours a day", "01632 960001 2026"):
        (found,) = contact_details(text)
        assert text[found.start : found.end] == "01632 960001"


@given(st.text(max_size=60), st.text(max_size=60))
def test_one_is_found_between_whatever_stands_apart_from_it(before: str, after: str) -> None:
    text = f"{before} \n\n; jane@council.example ;\n\n {after}"
    at = len(before) + 5
    assert any(one.start <= at < one.end for one in contact_details(text))


@given(st.text(max_size=200))
def test_what_is_found_lies_in_the_text_in_order_and_apart(text: str) -> None:
    found = contact_details(text)
    edges = [place for one in found for place in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
