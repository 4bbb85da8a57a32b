"""`plandesk framework`: the frameworks, one of them, and the crosswalk to another."""

import json

import pytest

from plan.council.framework import framework_ids
from store.places import frameworks_folder
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]
OF_2014, OF_2019 = "care-inspectorate-2014", "care-inspectorate-2019"
THERE_ARE = ", ".join(framework_ids())


def out(capsys: Captured, *arguments: str) -> list[str]:
    assert main(["framework", *arguments]) == 0
    return capsys.readouterr().out.splitlines()


def test_every_framework_is_named(capsys: Captured) -> None:
    lines = out(capsys)
    assert [line.partition(":")[0] for line in lines] == list(framework_ids())
    assert lines[1].endswith("22 indicators")


def test_one_framework_is_printed_with_its_aliases_and_what_is_certain(capsys: Captured) -> None:
    lines = out(capsys, OF_2014)
    place = lines.index("5.3 Planning for individual children and young people")
    assert lines[place + 1] == "    also: Planning for individual children"
    assert "3.1 Impact on staff (not read in a source)" in lines


def test_a_framework_is_printed_with_its_areas_its_scale_and_its_source(capsys: Captured) -> None:
    lines = out(capsys, "hgios-4")
    assert lines[1:3] == ["Leadership and Management:", "1.1 Self-evaluation for self-improvement"]
    assert "3 Satisfactory: strengths just outweigh weaknesses" in lines
    assert lines[-1].startswith("Source: Education Scotland, How good is our school? 4th edition")
    assert lines[-1].endswith(", read on 26 November 2026")
    one = json.loads("\n".join(out(capsys, OF_2019, "--json")))
    assert (one["as_at"], one["scale"][3]["word"]) == ("2026-11-26", "Adequate")


def test_a_list_without_numbers_is_printed_without(capsys: Captured) -> None:
    assert out(capsys, "wellbeing-indicators")[1:3] == ["Safe", "Healthy"]


def test_a_framework_of_the_councils_own_is_printed_too(capsys: Captured) -> None:
    frameworks_folder().mkdir(parents=True)
    path = frameworks_folder() / "ours.toml"
    path.write_text('id = "ours"\nname = "Ours"\nindicators = [{ name = "Warm" }]', "utf-8")
    assert "ours: Ours, 1 indicator" in out(capsys)
    assert out(capsys, "ours") == ["Ours", "Warm (not read in a source)"]


def test_the_crosswalk_says_what_stands_for_what_and_that_it_is_a_judgement(
    capsys: Captured,
) -> None:
    lines = out(capsys, OF_2014, "--to", OF_2019)
    assert (
        "5.3 Planning for individual children and young people -> "
        "5.3 Care planning, managing risk and effective intervention (near, not the same)"
    ) in lines
    assert any(
        line.startswith("5.1 Providing help") and "-> no counterpart: its successor" in line
        for line in lines
    )
    assert "2.2 Impact on families -> 2.2 Impact on families (the same)" in lines
    assert lines[-1].startswith("The crosswalk is a judgement, not the publisher's")


def test_the_crosswalk_is_read_backwards_too_and_says_what_nothing_leads_to(
    capsys: Captured,
) -> None:
    lines = out(capsys, OF_2019, "--to", OF_2014)
    assert any(line.startswith("5.3 Care planning") and "-> 5.3 Planning" in line for line in lines)
    (left,) = [line for line in lines if line.startswith("Nothing leads to: ")]
    assert [number in left for number in ("1.1 ", "5.1 ", "5.2 ", "2.1 ")] == [
        True,
        True,
        True,
        False,
    ]


def test_a_program_reads_each_of_them_as_json(capsys: Captured) -> None:
    ids = [one["id"] for one in json.loads("\n".join(out(capsys, "--json")))]
    assert ids == list(framework_ids())
    one = json.loads("\n".join(out(capsys, OF_2019, "--json")))
    assert (one["id"], len(one["indicators"])) == (OF_2019, 19)
    walked = json.loads("\n".join(out(capsys, OF_2014, "--to", OF_2019, "--json")))
    assert (walked["from"], walked["to"], "judgement" in walked["judgement"]) == (
        OF_2014,
        OF_2019,
        True,
    )
    likes = {each["number"]: each["like"] for each in walked["counterparts"]}
    assert (likes["2.1"], likes["5.3"], likes["5.1"]) == ("same", "near", "none")


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["none-such"], 1, f"There is no framework “none-such”: there are {THERE_ARE}.\n"),
        ([OF_2014, "--to", "none-such"], 1, "There is no framework “none-such”"),
        ([OF_2014, "--to", OF_2014], 1, f"There is no crosswalk from {OF_2014} to {OF_2014}.\n"),
        (["--to", OF_2014], 2, "--to wants a framework to come from"),
    ],
)
def test_what_is_not_there_is_refused_in_a_sentence(
    arguments: list[str], status: int, says: str, capsys: Captured
) -> None:
    assert main(["framework", *arguments]) == status
    captured = capsys.readouterr()
    assert says in captured.err
    assert captured.out == ""
