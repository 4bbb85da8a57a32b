"""The real engines on this machine, started, killed and started again for a test.

`make test-engines` installs them and names the folder in the variable `PLANDESK_ENGINES`; without
it the tests that need them are skipped, and the last lines of the run say so.
"""

import os
import shutil
import signal
import socket
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from tempfile import mkdtemp

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

    def start(self) -> None:
        """Start it and wait until it answers; one that was killed may need a second try."""
        for _ in range(_STARTS):
            with (self.folder / "log.txt").open("ab") as log:
                self._process = subprocess.Popen(
                    self._command(), cwd=self.folder, stdout=log, stderr=log, start_new_session=True
                )
            if self._answers():
                return
            self.kill()
        raise AssertionError((self.folder / "log.txt").read_text())

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

    def _answers(self) -> bool:
        until = time.monotonic() + _UP_WITHIN
        while time.monotonic() < until:
            if self._process is None or self._process.poll() is not None:
                return False
            if self._is_up():
                return True
            time.sleep(0.05)
        return False

    def _is_up(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), 1).close()
        except OSError:
            return False
        return True


class PouchDBServer(Server):
    """pouchdb-server, which speaks CouchDB's protocol."""

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

    def _command(self) -> Sequence[str]:
        place = ("-D", str(self.folder / "data"), "-k", "", "-h", "127.0.0.1")
        return (*self._as_user, program_of_postgres("postgres"), *place, "-p", str(self.port))

    def _is_up(self) -> bool:
        import psycopg

        try:
            psycopg.connect(self.where, connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True


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
