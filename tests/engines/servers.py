"""The real engines on this machine, started, killed and started again for a test.

`make test-engines` installs them and names the folder in the variable `PLANDESK_ENGINES`; without
it the tests that need them are skipped, and the last lines of the run say so.
"""

import os
import shutil
import signal
import socket
import subprocess
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from tempfile import mkdtemp
from threading import Event, Thread

import pytest

ENGINES = "PLANDESK_ENGINES"
_STARTS = 40
_UP_WITHIN = 30.0


class Server(ABC):
    """An engine in a folder of its own, on a port of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    @abstractmethod
    def where(self) -> str:
        """Its address, with a database."""

    @abstractmethod
    def _command(self) -> Sequence[str]:
        """What starts it."""

    @property
    @abstractmethod
    def ready(self) -> bytes:
        """What stands in the line in which it says that it answers."""

    def start(self) -> None:
        """Start it and wait until it answers; one that was killed may need a second try."""
        for _ in range(_STARTS):
            process = subprocess.Popen(
                self._command(),
                cwd=self.folder,
                env={**os.environ, "LC_ALL": "C"},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            self._process = process
            said = _Said(process, self.ready)
            said.is_over.wait(_UP_WITHIN)
            if said.is_ready:
                return
            self.kill()
        raise AssertionError(b"".join(said.lines).decode())

    def kill(self) -> None:
        """Kill it, with all that it has started, as when the power goes."""
        if self._process is not None:
            for pid in (*children_of(self._process.pid), self._process.pid):
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    continue
            self._process.wait()
            self._process = None

    def end(self) -> None:
        """Kill it and remove what it has written."""
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


class _Said(Thread):
    """Reads what an engine says, to its end; `is_over` once it answers, or is gone."""

    def __init__(self, process: subprocess.Popen[bytes], ready: bytes) -> None:
        super().__init__(daemon=True)
        assert process.stdout is not None
        self._output = process.stdout
        self._ready = ready
        self.lines: list[bytes] = []
        self.is_ready = False
        self.is_over = Event()
        self.start()

    def run(self) -> None:
        """Keep each line, and tell once it is the one that is waited for."""
        with self._output:
            for line in self._output:
                self.lines.append(line)
                if self._ready in line:
                    self.is_ready = True
                    self.is_over.set()
        self.is_over.set()


class PouchDBServer(Server):
    """pouchdb-server, which speaks CouchDB's protocol."""

    ready = b"has started on"

    @property
    def where(self) -> str:
        return f"http://127.0.0.1:{self.port}/plans"

    def _command(self) -> Sequence[str]:
        program = Path(os.environ[ENGINES], "node_modules", ".bin", "pouchdb-server").absolute()
        (self.folder / "data").mkdir(exist_ok=True)
        return (
            str(program),
            "--host",
            "127.0.0.1",
            "--port",
            str(self.port),
            "--dir",
            str(self.folder / "data"),
        )


class PostgreSQLServer(Server):
    """PostgreSQL as this system has it; as the user postgres where one is root."""

    ready = b"ready to accept connections"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        if os.getuid() == 0:
            shutil.chown(folder, "postgres")
        subprocess.run(
            (*self._as_user, program_of_postgres("initdb"), "--no-sync", "-A", "trust", "-U", "us",
             "-D", str(folder / "data")),
            check=True, capture_output=True, cwd="/",
        )  # fmt: skip

    @property
    def where(self) -> str:
        return f"postgresql://us@127.0.0.1:{self.port}/postgres"

    @property
    def _as_user(self) -> Sequence[str]:
        return ("runuser", "-u", "postgres", "--") if os.getuid() == 0 else ()

    def kill(self) -> None:
        """Kill it, and take away the lock by which it would wait for the one that is dead.

        After a power cut no process has the number in the lock; here it has one until it is reaped.
        """
        super().kill()
        (self.folder / "data" / "postmaster.pid").unlink(missing_ok=True)

    def _command(self) -> Sequence[str]:
        place = ("-D", str(self.folder / "data"), "-k", "", "-h", "127.0.0.1")
        return (*self._as_user, program_of_postgres("postgres"), *place, "-p", str(self.port))


def children_of(pid: int) -> list[int]:
    """Return the processes that a process has started, and those that these have."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True)
    parents = {int(one): int(above) for one, above in map(str.split, listed.stdout.splitlines())}
    found = [one for one, above in parents.items() if above == pid]
    return [two for one in found for two in (*children_of(one), one)]


def free_port() -> int:
    """Return a port of this machine on which nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    return port


def program_of_postgres(name: str) -> str:
    """Return the path of a program of PostgreSQL."""
    newest_first = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)
    found = [*map(str, newest_first), shutil.which(name)]
    return next(filter(None, found), name)


def started(name: str) -> Server:
    """Start one of the real engines; skip the test where they are not installed.

    Its folder is beside the engines: the user postgres cannot reach those of the tests.
    """
    if not os.environ.get(ENGINES):
        pytest.skip("the real engines run with make test-engines")
    folder = Path(mkdtemp(prefix="running-", dir=Path(os.environ[ENGINES]).absolute()))
    server = PouchDBServer(folder) if name == "pouchdb-server" else PostgreSQLServer(folder)
    server.start()
    return server
