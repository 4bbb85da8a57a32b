"""What the JSON of a report says of its passages."""

from dataclasses import replace

from plan.council.format import form_named, format_named
from plan.model.outline import PassageOutline, ReportOutline, built_plan
from plan.papers.paper_json import printed_papers
from tests.importers.made_up_paper import made_up_paper

DUNDEE = format_named("dundee-2016")


def test_the_items_of_a_list_stand_alone_and_other_text_has_none() -> None:
    passages = (
        PassageOutline("main-text", "text", "It asks:\n\n- **one** thing\n- another"),
        PassageOutline("main-text", "text", "No list - but a dash."),
    )
    outline = replace(made_up_paper(), report=ReportOutline(title="A", passages=passages))
    forms = {name: form_named(name) for name in DUNDEE.forms}
    printed = printed_papers(built_plan(outline, DUNDEE.id), DUNDEE, forms)
    sections = {one["section"]: one for one in printed["report"]["sections"]}
    first, second = sections["main-text"]["passages"]
    assert first["items"] == ["one thing", "another"]
    assert "items" not in second
