"""Tell whether others, or a program that synchronises folders, may write a plan as well."""

import os
import re
import sys
from pathlib import Path, PurePath

if sys.platform == "win32":
    import ctypes

_SYNCHRONISED = re.compile(
    r"onedrive( - .*)?|dropbox( \(.*\))?|google ?drive|my drive|icloud ?drive|nextcloud|owncloud|"
    r"box( sync)?|sharepoint",
    re.IGNORECASE,
)
_NETWORK = frozenset({"cifs", "smb3", "smbfs", "nfs", "nfs4", "9p", "davfs", "fuse.sshfs", "afs"})
_MOUNTS = Path("/proc/self/mounts")
_REMOTE_DRIVE = 4


def caveat_on(path: Path) -> str:
    """Return what an officer should know of a plan in that place; empty for a local folder."""
    place = Path(os.path.realpath(path))
    if _is_synchronised(place):
        kind = "a synchronised folder"
    elif _is_on_network(place):
        kind = "a folder on the network"
    else:
        return ""
    return (
        f"{path.name} lies in {kind}, where others may write it too. plandesk looks before each "
        "save and never overwrites what it has not seen, but let one person write at a time."
    )


def _is_synchronised(path: PurePath) -> bool:
    return any(_SYNCHRONISED.fullmatch(part) for part in path.parts[:-1])


def _is_on_network(path: Path) -> bool:
    if str(path).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        return bool(ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _REMOTE_DRIVE)
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    return mount_kind(mounts, path) in _NETWORK


def mount_kind(mounts: list[str], path: PurePath) -> str:
    """Return the kind of file system that a path is on; `mounts` has the lines of /proc/mounts."""
    found: tuple[int, str] = (-1, "")
    for line in mounts:
        fields = line.split()
        if len(fields) > 2:  # noqa: PLR2004 - what is mounted, where, and of what kind
            mount = PurePath(fields[1].replace("\\040", " "))
            if path.is_relative_to(mount) and len(mount.parts) >= found[0]:
                found = (len(mount.parts), fields[2])
    return found[1]
