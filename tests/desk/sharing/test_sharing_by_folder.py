"""A plan that is shared by a folder is the same on every laptop in the end, and nothing is lost."""

import hashlib
import os
import shutil
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plan.changes.change import tables_of
from plan.changes.edits import NewPicture, add_picture, delete_action
from store.pictures import keep_picture, kept_pictures
from store.places import SHARED
from store.sharing.engine import AwayError
from store.sharing.own_versions import OwnVersions, SharedState
from tests.desk.sharing.laptops import Laptop, first_laptop, joined_laptop, three_laptops
from tests.exporters.made_pictures import png

FIELDS = ("timescale", "text", "pages")
_RUNS = count(1)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "shared"
    folder.mkdir()
    return folder


def versions(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.json"))


def settle_down(*laptops: Laptop) -> None:
    for _ in range(2):
        for laptop in laptops:
            laptop.share()
    for laptop in laptops:
        laptop.fetch()


def assert_equal(*laptops: Laptop) -> None:
    first, *others = (tables_of(laptop.plan) for laptop in laptops)
    assert all(other == first for other in others)


def test_what_one_shares_the_other_fetches_and_can_undo(tmp_path: Path, place: Path) -> None:
    one = first_laptop(tmp_path / "one", str(place))
    two = joined_laptop(tmp_path / "two", str(place))
    one.write("May 2027")
    one.note("Begun")
    one.share()
    before = two.plan
    assert two.fetch().fetched == 1
    assert_equal(one, two)
    two.undo()
    assert two.plan == before
    two.fetch()
    assert_equal(one, two)


def test_the_name_of_every_file_is_the_hash_of_its_bytes(tmp_path: Path, place: Path) -> None:
    one, two, three = three_laptops(tmp_path, str(place))
    for laptop in (one, two, three):
        laptop.write("May", "pages")
        laptop.share()
    files = versions(place)
    assert files
    for path in files:
        assert hashlib.sha256(path.read_bytes()).hexdigest() == path.stem


def test_a_shortened_name_still_names_a_version(tmp_path: Path, place: Path) -> None:
    one = first_laptop(tmp_path / "one", str(place))
    for path in versions(place):
        path.rename(path.with_name(f"{path.stem[:16]}.json"))
    two = joined_laptop(tmp_path / "two", str(place))
    assert_equal(one, two)


def test_two_laptops_that_merge_the_same_versions_write_the_same_bytes(
    tmp_path: Path, place: Path
) -> None:
    one, two, three = three_laptops(tmp_path, str(place))
    stick = tmp_path / "stick"
    shutil.copytree(place, stick)
    one.write("May 2027")
    one.share()
    two.write("June 2027")
    two.share(str(stick))
    for path in versions(stick):
        shutil.copy(path, place)
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(place, elsewhere)
    three.fetch()
    three.share()
    four = joined_laptop(tmp_path / "four", str(elsewhere))
    four.share()
    assert {path.name for path in versions(elsewhere)} == {path.name for path in versions(place)}
    assert three.wordings() == four.wordings() == {"May 2027", "June 2027"}


def test_a_laptop_that_was_away_for_a_month_merges_without_a_clash(
    tmp_path: Path, place: Path
) -> None:
    one, two, away = three_laptops(tmp_path, str(place))
    away.write("Wholly new", "text", 1)
    away.note("Written on the train")
    for week in range(12):
        for laptop in (one, two):
            laptop.write(f"Week {week}")
            laptop.write(f"{week}", "pages", 2)
            laptop.share()
        assert len(versions(place)) <= 3 + 2 * week
    two.fetch()
    away.share()
    assert away.conflicts() == 0
    assert away.plan.actions[0].timescale == "Week 11"
    settle_down(one, two, away)
    assert_equal(one, two, away)
    assert one.plan.actions[1].text == "Wholly new"
    assert one.conflicts() == 0
    assert "Written on the train" in one.notes()


def test_versions_that_everybody_has_merged_are_pruned(tmp_path: Path, place: Path) -> None:
    one, two, three = three_laptops(tmp_path, str(place))
    for week in range(6):
        one.write(f"Week {week}")
        one.share()
    assert len(versions(place)) == 7
    settle_down(one, two, three)
    two.write("Last")
    two.share()
    assert len(versions(place)) == 2


def test_a_folder_that_was_stale_brings_old_versions_and_no_clash(
    tmp_path: Path, place: Path
) -> None:
    """The synchronised copy of one laptop is a month old; it shares into that, and it comes in."""
    one, two, three = three_laptops(tmp_path, str(place))
    stale = tmp_path / "stale"
    shutil.copytree(place, stale)
    for week in range(5):
        one.write(f"Week {week}")
        one.share()
        two.fetch()
    three.write("Mine", "text", 1)
    three.share(str(stale))
    for path in versions(stale):
        shutil.copy(path, place)
    for laptop in (one, two):
        laptop.fetch()
        assert laptop.conflicts() == 0
        assert laptop.plan.actions[1].text == "Mine"
        assert laptop.plan.actions[0].timescale == "Week 4"


def test_both_wordings_of_a_clash_are_on_every_laptop(tmp_path: Path, place: Path) -> None:
    laptops = three_laptops(tmp_path, str(place))
    for laptop, text in zip(laptops, ("May", "June", "July"), strict=True):
        laptop.write(text)
    settle_down(*laptops)
    assert_equal(*laptops)
    assert [laptop.wordings() for laptop in laptops] == [{"May", "June", "July"}] * 3
    assert len({laptop.plan.actions[0].timescale for laptop in laptops}) == 1


def test_an_edit_beats_a_deletion_on_another_laptop(tmp_path: Path, place: Path) -> None:
    one, two, three = three_laptops(tmp_path, str(place))
    one.make(delete_action(one.plan, one.plan.actions[0].id))
    two.write("May 2027")
    settle_down(one, two, three)
    assert_equal(one, two, three)
    assert one.plan.actions[0].timescale == "May 2027"


def test_crosswise_merges_that_were_settled_differently_keep_both(
    tmp_path: Path, place: Path
) -> None:
    """Two laptops merge the same two versions and each sets the field back to another of them."""
    one, two, three = three_laptops(tmp_path, str(place))
    apart = tmp_path / "apart"
    one.write("May")
    one.share()
    shutil.copytree(place, apart)
    three.write("June", "timescale")
    three.write("Third's own", "text", 1)
    three.share(str(apart))
    for laptop, folder in ((one, apart), (two, apart)):
        laptop.share(str(folder))
    one.write("May", "timescale")
    two.write("Neither")
    own = [tmp_path / "own-one", tmp_path / "own-two"]
    for laptop, folder in zip((one, two), own, strict=True):
        shutil.copytree(apart, folder)
        laptop.share(str(folder))
    for folder in own:
        for path in versions(folder):
            shutil.copy(path, place)
    for laptop in (one, two, three):
        laptop.share(str(place))
    settle_down(one, two, three)
    assert_equal(one, two, three)
    assert "Neither" in three.wordings()
    assert three.plan.actions[1].text == "Third's own"


def test_what_else_lies_in_the_folder_does_no_harm(tmp_path: Path, place: Path) -> None:
    one, two, _ = three_laptops(tmp_path, str(place))
    one.write("May 2027")
    one.share()
    (whole,) = [path for path in versions(place) if b"May 2027" in path.read_bytes()]
    kept = whole.read_bytes()
    whole.write_bytes(kept[: len(kept) // 2])
    (place / "notes.txt").write_text("not ours")
    (place / ("f" * 64 + ".json")).mkdir()
    (place / ("e" * 64 + ".json")).write_bytes(b"{}")
    if hasattr(os, "mkfifo"):
        os.mkfifo(place / ("d" * 64 + ".json"))
    assert two.fetch().fetched == 0
    whole.write_bytes(kept)
    shutil.copy(whole, place / f"{whole.stem[:20]}.json")
    assert two.fetch().fetched == 1
    assert_equal(one, two)


def test_a_folder_that_is_away_is_said_and_everything_catches_up(
    tmp_path: Path, place: Path
) -> None:
    one, two, _ = three_laptops(tmp_path, str(place))
    away = tmp_path / "unplugged"
    place.rename(away)
    one.write("May 2027")
    with pytest.raises(AwayError, match="safe in the plan"):
        one.share()
    assert "cannot be reached" in one.sharing().status().away
    assert not place.exists()
    away.rename(place)
    one.share()
    two.fetch()
    assert_equal(one, two)
    status = one.sharing().status()
    assert status.is_shared
    assert not status.away


def test_the_status_tells_what_is_shared_and_what_is_not(tmp_path: Path, place: Path) -> None:
    one, two, _ = three_laptops(tmp_path, str(place))
    assert one.sharing().status().is_shared
    assert two.sharing().status().is_shared
    one.write("May 2027")
    assert not one.sharing().status().is_shared
    one.share()
    assert one.sharing().status().is_shared
    two.write("5", "pages")
    two.fetch()
    assert not two.sharing().status().is_shared


STEPS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(["write", "write", "note", "share", "share", "fetch"]),
        st.integers(0, 1),
        st.sampled_from(FIELDS),
    ),
    max_size=14,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(STEPS)
@pytest.mark.slow
def test_any_order_of_sharing_and_fetching_ends_equal_with_nothing_dropped(
    tmp_path: Path, steps: list[tuple[int, str, int, str]]
) -> None:
    folder = tmp_path / str(next(_RUNS))
    folder.mkdir()
    laptops = three_laptops(folder, str(folder / "shared"))
    written: dict[tuple[int, str], set[str]] = {}
    noted: set[str] = set()
    for number, (which, what, action, field) in enumerate(steps, 10):
        laptop = laptops[which]
        if what == "write":
            shown = getattr(laptop.plan.actions[action], field)
            laptop.write(f"{number}", field, action)
            texts = written.setdefault((action, field), set())
            texts.discard(shown)
            texts.add(f"{number}")
        elif what == "note":
            laptop.note(f"Note {number}", action)
            noted.add(f"Note {number}")
        elif what == "share":
            laptop.share()
        else:
            laptop.fetch()
    settle_down(*laptops)
    assert_equal(*laptops)
    assert noted <= laptops[0].notes()
    for (action, field), texts in written.items():
        assert texts <= laptops[0].wordings(field, action)
    for laptop in laptops:
        laptop.close()


class SynchronisedFolders:
    """A folder for each laptop, and a program that brings them into step when it gets round to it.

    What one has changed or removed is so on the others then too, as such programs do it.
    """

    def __init__(self, folders: list[Path]) -> None:
        self.folders = folders
        self._there: dict[str, bytes] = {}
        self._had: list[dict[str, bytes]] = [{} for _ in folders]

    def synchronise(self, which: int) -> None:
        folder, had = self.folders[which], self._had[which]
        own = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }
        for name in had.keys() - own.keys():
            self._there.pop(name, None)
        for name, text in own.items():
            if had.get(name) != text:
                self._there[name] = text
            elif name not in self._there:
                (folder / name).unlink()
        for name, text in self._there.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_bytes(text)
        self._had[which] = dict(self._there)


class Officers:
    """Three officers, what they have written and noted, and what of it must be there in the end."""

    def __init__(self, folder: Path) -> None:
        places = [folder / f"place-{number}" for number in range(3)]
        for place in places:
            place.mkdir(parents=True)
        self.drive = SynchronisedFolders(places)
        self.laptops = [first_laptop(folder / "first", str(places[0]))]
        self.written: dict[tuple[str, str], set[str]] = {}
        self.noted: set[str] = set()
        for number in (1, 2):
            self.drive.synchronise(0)
            self.drive.synchronise(number)
            self.laptops.append(joined_laptop(folder / f"home-{number}", str(places[number])))
            self.drive.synchronise(number)

    def edit(self, laptop: Laptop, what: str, text: str, place: int, field: str) -> None:
        rows = laptop.plan.actions
        action = place % len(rows)
        if what == "write":
            texts = self.written.setdefault((rows[action].id, field), set())
            texts.discard(getattr(rows[action], field))
            laptop.write(text, field, action)
            texts.add(text)
        elif what == "note":
            laptop.note(text, action)
            self.noted.add(text)
        elif len(rows) == 3:
            laptop.make(delete_action(laptop.plan, rows[2].id))

    def exchange(self, which: int, what: str) -> None:
        if what == "sync":
            self.drive.synchronise(which)
        elif what == "share":
            self.laptops[which].share()
        else:
            self.laptops[which].fetch()

    def settle_down(self) -> None:
        for what in ("sync", "share", "sync") * 3:
            for which in range(3):
                self.exchange(which, what)
        for which in range(3):
            self.exchange(which, "sync")
            self.exchange(which, "fetch")

    def assert_nothing_is_lost(self) -> None:
        assert_equal(*self.laptops)
        one = self.laptops[0]
        assert self.noted <= one.notes()
        there = {row.id: place for place, row in enumerate(one.plan.actions)}
        for (row_id, field), texts in self.written.items():
            assert not texts or texts <= one.wordings(field, there[row_id])


LATE = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(["write", "note", "remove", "share", "fetch", "sync", "sync"]),
        st.integers(0, 1),
        st.sampled_from(FIELDS),
    ),
    max_size=24,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(LATE)
@pytest.mark.slow
def test_folders_that_are_synchronised_late_end_equal_with_nothing_dropped(
    tmp_path: Path, steps: list[tuple[int, str, int, str]]
) -> None:
    officers = Officers(tmp_path / f"late-{next(_RUNS)}")
    for number, (which, what, place, field) in enumerate(steps, 10):
        if what in ("write", "note", "remove"):
            officers.edit(officers.laptops[which], what, f"{number}", place, field)
        else:
            officers.exchange(which, what)
    officers.settle_down()
    officers.assert_nothing_is_lost()
    for laptop in officers.laptops:
        laptop.close()


def test_pictures_go_with_the_versions_by_their_hashes(tmp_path: Path, place: Path) -> None:
    one = first_laptop(tmp_path / "one", str(place))
    two = joined_laptop(tmp_path / "two", str(place))
    name = keep_picture(one.session.path, png())
    keep_picture(one.session.path, png(9, 9))  # one that the plan does not show
    one.make(
        add_picture(one.plan, "main-text", 0, one.session.council.report, NewPicture(name, "A map"))
    )
    assert one.share().pictures == ""
    assert [path.name for path in (place / "pictures").iterdir()] == [name]
    assert two.fetch().pictures == ""
    assert kept_pictures(two.session.path, [name]) == {name: png()}
    three = joined_laptop(tmp_path / "three", str(place))
    assert kept_pictures(three.session.path, [name]) == {name: png()}


def test_a_picture_that_nobody_shared_is_told_of(tmp_path: Path, place: Path) -> None:
    one = first_laptop(tmp_path / "one", str(place))
    gone = f"{'3f' * 32}.png"
    report = one.session.council.report
    one.make(add_picture(one.plan, "main-text", 0, report, NewPicture(gone, "A map")))
    said = one.share().pictures
    assert said.startswith("1 picture of the plan is not in ")
    assert "no colleague has shared" in said


def test_why_an_earlier_plandesk_could_not_share_is_still_known() -> None:
    own = OwnVersions("an-id")
    own.save_state(SharedState(where="/shared", away="The folder is gone."))
    path = own.folder / SHARED
    path.write_text(path.read_text("utf-8").replace('"away"', '"waiting"'), encoding="utf-8")
    assert own.state().away == "The folder is gone."
