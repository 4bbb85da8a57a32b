"""An engine is spoken to only where nobody can listen, and no password is kept or shown."""

import json
import shutil
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from store.errors import StoreError
from store.places import versions_folder
from store.sharing import address, couchdb, places
from store.sharing.address import PASSWORD_VARIABLE, address_of
from store.sharing.engine import AwayError
from store.sharing.places import opened_place
from tests.store.plans import SMALL, made
from tui.__main__ import main

SECRET = "correct horse battery staple"


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the keyring of this machine alone."""
    monkeypatch.setattr(address, "import_module", _no_module)


def _no_module(name: str) -> Any:
    raise ImportError(name)


class Answer(BaseHTTPRequestHandler):
    """Answers every question alike; keeps what was asked."""

    status, body = 200, b"{}"
    headers_sent: tuple[tuple[str, str], ...] = ()
    asked: list[tuple[str, str]] = []  # noqa: RUF012 - emptied for each test

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers.get("Authorization", "")))
        self.send_response(self.status)
        for name, value in self.headers_sent:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(self.body)))
        self.end_headers()
        self.wfile.write(self.body)

    do_PUT = do_GET  # noqa: N815 - as the server calls it

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def answer() -> Iterator[Callable[..., str]]:
    """Return what starts a server that answers in one way, and gives its address."""
    running: list[ThreadingHTTPServer] = []

    def start(tls: ssl.SSLContext | None = None, **answer: Any) -> str:
        handler = type("Handler", (Answer,), {**answer, "asked": Answer.asked})
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        if tls is not None:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        running.append(server)
        return f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}/plans"

    Answer.asked.clear()
    yield start
    for server in running:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    "where",
    [
        "http://example.org/plans",
        "http://10.0.0.1:5984/plans",
        "http://localhost.example.org/plans",
        "https://example.org",
        "https:///plans",
        "https://example.org:port/plans",
        "ftp://example.org/plans",
        "file:///etc/passwd",
        "postgresql://example.org",
        "postgresql://example.org/plans?sslmode=disable",
        "postgresql://example.org/plans?sslmode=",
        "postgresql://localhost/plans?hostaddr=10.0.0.1",
        "postgresql://localhost/plans?host=10.0.0.1",
        "postgresql://localhost/plans?passfile=/etc/passwd",
    ],
)
def test_an_address_at_which_others_could_listen_is_refused(where: str) -> None:
    with pytest.raises(StoreError, match="Nothing was shared"):
        opened_place(where)


def test_a_server_of_postgresql_elsewhere_must_prove_who_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    psycopg, said = pytest.importorskip("psycopg"), []

    def connect(conninfo: str, **_: Any) -> Any:
        said.append(conninfo)
        raise psycopg.OperationalError("connection failed: refused")

    monkeypatch.setattr(psycopg, "connect", connect)
    for where in ("postgresql://db.example.org/plans", "postgresql://127.0.0.1/plans"):
        with closing(opened_place(where)) as engine, pytest.raises(AwayError, match="refused"):
            engine.get("x")
    assert "sslmode=verify-full" in said[0]
    assert said[1] == ""


@pytest.mark.parametrize("kind", ["https", "postgresql"])
def test_a_password_in_an_address_is_refused_and_not_repeated(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = versions_folder().parent / "plans" / "Small.plan.json"
    path.parent.mkdir()
    made(path)
    assert main(["share", "Small", "--to", f"{kind}://anna:secret-word@example.org/plans"]) == 1
    printed = capsys.readouterr()
    assert "secret-word" not in printed.err + printed.out
    assert "keyring" in printed.err
    for file in versions_folder().parent.rglob("*"):
        assert not file.is_file() or b"secret-word" not in file.read_bytes()


def test_the_password_comes_from_the_environment_and_is_kept_nowhere(
    answer: Callable[..., str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, SECRET)
    path = versions_folder().parent / "plans" / "Small.plan.json"
    path.parent.mkdir()
    made(path)
    where = answer(status=503).replace("http://", "http://anna@")
    assert main(["share", "Small", "--to", where]) == 1
    assert "cannot be reached" in capsys.readouterr().err
    assert Answer.asked[0][1].startswith("Basic ")
    kept = json.loads((versions_folder() / SMALL.cover.id / "shared.json").read_text())
    assert kept["where"] == where
    for file in versions_folder().parent.rglob("*"):
        assert not file.is_file() or SECRET.encode() not in file.read_bytes()


def test_the_keyring_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, "from the environment")
    anna = address_of("https://anna@example.org/plans")
    assert anna.password == "from the environment"

    class KeyringError(Exception):
        pass

    kept = {("plandesk", "anna@example.org"): "from the keyring"}
    ring = SimpleNamespace(get_password=lambda *asked: kept.get(asked), KeyringError=KeyringError)
    monkeypatch.setattr(address, "import_module", lambda _: ring)
    assert anna.password == "from the keyring"
    assert address_of("https://ben@example.org/plans").password == "from the environment"
    assert "keyring" not in anna.where
    assert "from" not in repr(anna)


def test_nobody_is_led_elsewhere_with_the_password(answer: Callable[..., str]) -> None:
    other = answer()
    where = answer(status=302, headers_sent=(("Location", other),))
    with closing(opened_place(where)) as engine, pytest.raises(AwayError):
        engine.get("x")
    assert len(Answer.asked) == 1


def test_a_server_that_lets_nobody_in_says_where_the_password_goes(
    answer: Callable[..., str],
) -> None:
    with closing(opened_place(answer(status=401))) as engine, pytest.raises(StoreError) as error:
        engine.get("x")
    assert PASSWORD_VARIABLE in str(error.value)


@pytest.mark.parametrize("body", [b"", b"no JSON", b"[]", b"{", b"[" * 10_000, b'{"rows": 1}'])
def test_whatever_a_server_answers_is_no_version_and_no_crash(
    answer: Callable[..., str], body: bytes
) -> None:
    with closing(opened_place(answer(body=body))) as engine:
        for content in engine.get("x").versions:
            assert not content or len(content) < 100
        assert engine.plans() == ()


def test_a_server_that_says_nothing_is_away(
    answer: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(couchdb, "LONGEST_WAIT", 0.05)
    released = threading.Event()

    def wait(self: Answer) -> None:
        released.wait(10)

    where = answer(do_GET=wait)
    with closing(opened_place(where)) as engine, pytest.raises(AwayError, match="safe in the plan"):
        engine.get("x")
    released.set()


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
def test_a_certificate_that_nobody_vouches_for_is_not_believed(
    answer: Callable[..., str], tmp_path: Path
) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out",
         str(certificate), "-days", "2", "-subj", "/CN=127.0.0.1"),
        check=True, capture_output=True,
    )  # fmt: skip
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)
    with closing(opened_place(answer(tls))) as engine, pytest.raises(AwayError, match="vouches"):
        engine.get("x")
    assert Answer.asked == []


def test_without_the_extra_a_sentence_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(places, "import_module", _no_module)
    with pytest.raises(StoreError, match="pip install"):
        opened_place("postgresql://localhost/plans")
