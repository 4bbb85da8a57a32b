"""Whatever is chosen for next year, each action goes on or ends, and can be followed back."""

from hypothesis import assume, given
from hypothesis import strategies as st

from plan.changes.rolling import (
    CannotRollError,
    Chosen,
    Fate,
    Rolled,
    Sealing,
    origin_of,
    rolled_forward,
)
from plan.changes.versions import unpacked_state, versions_of
from plan.model.plan import Plan, plan_of_tables
from plan.model.rows import ROW_KINDS, Version
from tests.plan.strategies import small_plan

PLAN = small_plan(("Safe", "Review", "Train", "Tell"), ("Heard", "Go", "Ask"))
IDS = [action.id for action in PLAN.actions]
SEALING = Sealing("as it was", "A. Officer", "2026-09-26T14:02:00", 1)
fates = st.dictionaries(
    st.sampled_from(IDS),
    st.one_of(
        st.builds(Fate, st.sampled_from(["close", "split"]), st.just("Done.")),
        st.builds(Fate, st.just("merge"), st.just("One course."), st.sampled_from(IDS)),
    ),
)


def rolled_with(chosen: dict[str, Fate]) -> Rolled:
    """Return next year's plan; what cannot be chosen is no example."""
    try:
        return rolled_forward(PLAN, Chosen(chosen), SEALING, today_in_words="26 September 2016")
    except CannotRollError:
        assume(False)
        raise


@given(fates)
def test_each_action_goes_on_or_ends_and_what_goes_on_can_be_followed_back(
    chosen: dict[str, Fate],
) -> None:
    rolled = rolled_with(chosen)
    ends = {one for one, fate in chosen.items() if fate.kind != "split"}
    parts = sum(fate.kind == "split" for fate in chosen.values())
    there = [action.id for action in rolled.plan.actions]
    assert len(there) == len(set(there)) == len(IDS) - len(ends) + parts
    assert set(IDS) - set(there) == ends
    (version,) = versions_of(rolled.plan)
    archived = archived_of(version)
    for action in rolled.plan.actions:
        origin = origin_of(archived, action.id)
        assert origin is not None
        assert origin.action.text == action.text
        assert bool(origin.split) == (origin.action.id in chosen)
        merged = {one.id for one, _ in origin.merged}
        assert merged == {one for one, fate in chosen.items() if fate.into == origin.action.id}
    assert len(archived.note_rows) == len(chosen)


def archived_of(version: Version) -> Plan:
    """Return the plan as it was sealed."""
    _, rows = unpacked_state(version)
    return plan_of_tables(
        {
            name: {row_id: kind.model_validate(row) for row_id, row in rows.get(name, {}).items()}
            for name, kind in ROW_KINDS.items()
        }
    )
