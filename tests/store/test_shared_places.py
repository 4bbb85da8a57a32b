"""A plan where others may write it too is told apart from one on the laptop's own disk."""

from pathlib import Path, PurePosixPath

import pytest

from store.shared_places import caveat_on, mount_kind

MOUNTS = [
    "/dev/sda1 / ext4 rw 0 0",
    "//server/plans /mnt/council\\040plans cifs rw 0 0",
    "server:/home /home nfs4 rw 0 0",
    "nonsense",
]


@pytest.mark.parametrize(
    "folder", ["OneDrive", "OneDrive - Dundee City Council", "Dropbox", "Nextcloud"]
)
def test_a_synchronised_folder_is_told(tmp_path: Path, folder: str) -> None:
    path = tmp_path / folder / "Plans" / "A.plan.json"
    assert "synchronised folder" in caveat_on(path)
    assert path.name in caveat_on(path)


def test_a_local_folder_has_no_caveat(tmp_path: Path) -> None:
    assert caveat_on(tmp_path / "A.plan.json") == ""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/mnt/council plans/a", "cifs"),
        ("/home/officer/a", "nfs4"),
        ("/homely/a", "ext4"),
        ("/a", "ext4"),
    ],
)
def test_the_kind_of_a_place_is_that_of_the_nearest_mount(path: str, kind: str) -> None:
    assert mount_kind(MOUNTS, PurePosixPath(path)) == kind
