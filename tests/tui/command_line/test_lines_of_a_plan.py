"""What a council adds to a plan itself and to its aims is set and shown on the command line."""

import json

import pytest

from store.places import settings_folder
from tests.importers.test_lines_of_a_plan import ADDED
from tests.plan.councils import glenshire_source
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]


def test_they_are_set_shown_checked_and_go_with_the_plan_to_another_format(
    capsys: Captured,
) -> None:
    folder = settings_folder() / "formats"
    folder.mkdir(parents=True)
    (folder / "glenshire-2020.toml").write_text(glenshire_source() + ADDED, encoding="utf-8")
    main(["settings", "council_format", "glenshire-2020"])
    main(["new", "Quay"])
    main(["add", "Quay", "aim", "Boats come in"])
    assert main(["set", "Quay", "cover", "owner", "Harbour Master"]) == 0
    assert main(["set", "Quay", "cover", "agreed", "some day"]) == 0
    assert main(["set", "Quay", "1", "lead", "Chief Pilot"]) == 0
    assert main(["set", "Quay", "cover", "closing", "It ends."]) == 0
    assert main(["set", "Quay", "1", "nothing", "x"]) == 1
    assert main(["set", "Quay", "cover", "nothing", "x"]) == 1
    said = capsys.readouterr()
    assert "it has text, lead" in said.err + said.out
    main(["show", "Quay", "--json"])
    shown = json.loads(capsys.readouterr().out)
    assert shown["own"] == {"owner": ["Harbour Master"], "agreed": "some day"}
    assert (shown["closing"], shown["aims"][0]["own"]) == ("It ends.", {"lead": ["Chief Pilot"]})
    main(["check", "Quay", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert "plan/agreed" in [one["place"] for one in found if one["rule"] == "P14"]
    main(["show", "Quay", "--document", "plan"])
    printed = capsys.readouterr().out
    assert "Owner: Harbour Master" in printed
    assert "Strategic lead: Chief Pilot" in printed
    assert main(["set", "Quay", "cover", "format", "dundee-2016"]) == 0
    capsys.readouterr()
    main(["show", "Quay", "--json"])
    shown = json.loads(capsys.readouterr().out)
    assert shown["own"] == {"Owner": "Harbour Master", "Agreed on": "some day"}
    assert shown["aims"][0]["own"] == {"Strategic lead": "Chief Pilot"}
