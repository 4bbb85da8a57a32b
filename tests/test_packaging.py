"""What is installed is whole: the wheel has every file, the lock every dependency."""

import configparser
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.repository import PACKAGES, ROOT, our_files

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def run_pip_wheel(folder: Path) -> Path:
    """Build the wheel, without any network, into `folder`."""
    command = [sys.executable, "-m", "pip", "wheel", str(ROOT), "--wheel-dir", str(folder)]
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check"]
    built = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return run_pip_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def in_wheel(wheel: Path) -> frozenset[str]:
    with zipfile.ZipFile(wheel) as archive:
        return frozenset(archive.namelist())


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


@pytest.mark.parametrize(
    "pattern",
    [
        r"exporters/word/template/.+\.xml",
        r"tui/.+\.tcss",
        r"plandesk-[^/]+\.dist-info/licenses/LICENSE",
    ],
)
def test_the_wheel_has_the_files_that_are_not_python(
    pattern: str, in_wheel: frozenset[str]
) -> None:
    assert any(re.fullmatch(pattern, name) for name in in_wheel)


TOML = sorted(
    file.relative_to(ROOT).as_posix()
    for package in PACKAGES
    for file in (ROOT / package).rglob("*.toml")
)
"""Every file of words, formats and forms that the program reads while it runs."""


@pytest.mark.parametrize("name", TOML)
def test_the_wheel_has_every_file_of_words_and_formats(name: str, in_wheel: frozenset[str]) -> None:
    assert name in in_wheel


def test_the_files_of_words_are_looked_for_in_every_package() -> None:
    folders = {name.split("/")[0] for name in TOML}
    assert folders == {"plan", "importers", "exporters", "sample_data"}


def test_the_wheel_has_every_committed_file_of_the_packages(in_wheel: frozenset[str]) -> None:
    ours = {file.as_posix() for file in our_files() if file.parts[0] in PACKAGES}
    assert ours - in_wheel == set()


def test_the_wheel_has_what_lies_in_the_packages_though_an_ignored_pattern_hides_it(
    in_wheel: frozenset[str],
) -> None:
    on_disk = {
        file.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for file in (ROOT / package).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts and file.name != ".DS_Store"
    }
    assert on_disk - in_wheel == set()


def test_the_wheel_has_nothing_but_the_packages(in_wheel: frozenset[str]) -> None:
    folders = {name.split("/")[0] for name in in_wheel}
    assert {name for name in folders if not name.endswith(".dist-info")} <= {
        *PACKAGES,
        "plandesk.py",
    }


def test_the_command_plandesk_starts_main(in_wheel: frozenset[str], unpacked: Path) -> None:
    (name,) = [name for name in in_wheel if name.endswith("dist-info/entry_points.txt")]
    points = configparser.ConfigParser()
    points.read_string((unpacked / name).read_text(encoding="utf-8"))
    assert dict(points["console_scripts"]) == {"plandesk": "tui.__main__:main"}


def run_unpacked(unpacked: Path, code: str) -> str:
    """Run `code` where plandesk is the unpacked wheel and this checkout is not in sight."""
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=unpacked,
        env={**os.environ, "PYTHONPATH": str(unpacked), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


def test_what_is_in_the_wheel_works_by_itself(unpacked: Path) -> None:
    code = (
        "import plan, tui.__main__ as start\n"
        "from importers.report.report_words import header_label\n"
        "from plan.council import DEFAULT_FORMAT\n"
        "from plan.council.format import form_named, format_named\n"
        "from plan.council.framework import framework_named\n"
        "from sample_data.sample import sample_outline\n"
        "assert callable(start.main)\n"
        "assert header_label('Report No: 7')\n"
        "assert format_named(DEFAULT_FORMAT) and sample_outline().aims\n"
        "assert all(map(form_named, format_named('plain-council').forms))\n"
        "assert framework_named('hgios-4').source\n"
        "print(plan.__file__)"
    )
    assert Path(run_unpacked(unpacked, code)).is_relative_to(unpacked)


def requirements() -> dict[str, str]:
    """Return each locked requirement by its name: all that stands there of it."""
    joined = re.sub(r"\\\n\s*", " ", LOCK)
    lines = [line for line in joined.splitlines() if line.strip() and line.lstrip()[0] != "#"]
    return {canonicalize_name(re.split(r"[=; ]", line)[0]): line for line in lines}


def locked_version(name: str) -> str:
    match = re.match(r"[\w.-]+==([\w.]+)", requirements()[canonicalize_name(name)])
    assert match is not None
    return match[1]


def wanted() -> list[Requirement]:
    """Return everything that the project says it needs, to run, to test and to build."""
    named = [
        *PROJECT["project"]["dependencies"],
        *(item for extra in PROJECT["project"]["optional-dependencies"].values() for item in extra),
        *PROJECT["build-system"]["requires"],
        *(ROOT / "requirements-build.in").read_text(encoding="utf-8").split(),
    ]
    return [Requirement(item) for item in named]


def test_every_requirement_is_pinned_and_has_hashes() -> None:
    for line in requirements().values():
        assert re.fullmatch(r"[\w.-]+==[\w.]+(?: ;[^\\]+?)?(?: +--hash=sha256:[0-9a-f]{64})+", line)


def test_the_lock_has_no_address_and_no_option() -> None:
    assert ":/" + "/" not in LOCK
    assert not [line for line in LOCK.splitlines() if line.startswith("-")]
    for line in requirements().values():
        assert " @ " not in line
        assert set(re.findall(r"(?<=\s)--?[a-z][\w-]*", line)) == {"--hash"}


@pytest.mark.parametrize("requirement", wanted(), ids=str)
def test_everything_the_project_names_is_locked_at_a_version_that_it_allows(
    requirement: Requirement,
) -> None:
    assert requirement.specifier.contains(locked_version(requirement.name))


def test_the_build_backend_and_the_editable_install_are_locked() -> None:
    assert {"hatchling", "editables"} <= {requirement.name for requirement in wanted()}
    assert {"hatchling", "editables"} <= requirements().keys()
