"""A CouchDB in which laptops share plans: a document to a plan, by HTTP, without attachments.

A document that was changed meanwhile refuses a put. Where two nodes of a cluster have both taken
one, CouchDB keeps both and shows one of them; all are read here, merged by the laptop, and the
others removed once what was made of them is there.
"""

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ssl import SSLCertVerificationError, create_default_context
from typing import Any
from urllib.parse import quote, urlencode

from pydantic_core import from_json

from files.ordinary import reason_of
from store.errors import NotSavedError, StoreError
from store.sharing.address import Address, address_of, away, refusal
from store.sharing.engine import AwayError, Engine, Held, StaleError
from store.sharing.version_file import LARGEST_VERSION, PLAN_ID, canonical, plan_id_of

LONGEST_WAIT = 15.0
"""Seconds after which a server that says nothing is away."""
_LARGEST_ANSWER = LARGEST_VERSION + 1024 * 1024
_OK, _CREATED, _ACCEPTED = 200, 201, 202
_REFUSED = frozenset({401, 403})
_NOT_FOUND, _CONFLICT, _ALREADY = 404, 409, 412
_ELSEWHERE = range(300, 400)
"""It would lead somewhere else, and the password with it."""
_MOST_PLANS = 1000
_SERVER_ERRORS = 500


class CouchDB(Engine):
    """The documents of one database, over one connection at a time."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self._password = address.password
        self._connection: HTTPConnection | None = None
        self.where = address.where

    def plans(self) -> tuple[str, ...]:
        """Return the ids of the plans in the database. Raises AwayError."""
        status, answer = self._asked("GET", f"_all_docs?limit={_MOST_PLANS}")
        rows = answer.get("rows") if status == _OK else ()
        listed = rows if isinstance(rows, list) else ()
        ids = (row.get("id") for row in listed if isinstance(row, dict))
        return tuple(sorted(one for one in ids if isinstance(one, str) and PLAN_ID.fullmatch(one)))

    def get(self, plan_id: str, known: frozenset[str] = frozenset()) -> Held:
        """Return the plan's document, and those that conflict with it. Raises AwayError."""
        status, document = self._asked("GET", _document(plan_id, conflicts="true"))
        if status == _NOT_FOUND:
            return Held("")
        self._expect(status, _OK)
        revs = [str(document.get("_rev", ""))]
        versions = [_content(document)]
        for rev in _texts(document.get("_conflicts")):
            status, other = self._asked("GET", _document(plan_id, rev=rev))
            content = _content(other) if status == _OK else b""
            if content and plan_id_of(content) == plan_id:
                revs.append(rev)
                versions.append(content)
        return Held(json.dumps(revs), tuple(versions))

    def put(self, plan_id: str, rev: str, content: bytes, between: Sequence[bytes] = ()) -> str:
        """Put a document in the place of the one with that rev. Raises as `Engine.put` does."""
        first, *others = json.loads(rev) if rev else [""]
        document = {**json.loads(content), **({"_rev": first} if first else {})}
        status, answer = self._asked("PUT", _document(plan_id), document)
        if status == _NOT_FOUND:
            self._make_database()
            status, answer = self._asked("PUT", _document(plan_id), document)
        if status == _CONFLICT:
            raise StaleError("A colleague has just shared this plan, too.")
        self._expect(status, _CREATED, _ACCEPTED)
        for other in others:
            self._asked("DELETE", _document(plan_id, rev=other))
        return json.dumps([str(answer.get("rev", ""))])

    def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _make_database(self) -> None:
        status, _ = self._asked("PUT", "")
        self._expect(status, _CREATED, _ACCEPTED, _ALREADY)

    def _expect(self, status: int, *wanted: int) -> None:
        if status not in wanted:
            raise NotSavedError(
                f"The server {self._address.host} does not take the plan (it says {status}). It is "
                "whole on this laptop; who looks after the server can say why."
            )

    def _asked(
        self, method: str, what: str, body: Mapping[str, Any] | None = None
    ) -> tuple[int, dict[str, Any]]:
        """Ask the server, a second time where an older connection was dropped meanwhile."""
        sent = json.dumps(body).encode() if body is not None else None
        is_old = self._connection is not None
        try:
            try:
                status, content = self._exchanged(method, what, sent)
            except (OSError, HTTPException):
                self.close()
                if not is_old:
                    raise
                status, content = self._exchanged(method, what, sent)
        except SSLCertVerificationError as error:
            self.close()
            raise AwayError(away(self._address, "nobody vouches for its certificate")) from error
        except (OSError, HTTPException) as error:
            self.close()
            reason = reason_of(error) if isinstance(error, OSError) else "it breaks off"
            raise AwayError(away(self._address, reason)) from error
        if status in _REFUSED:
            raise refusal(self._address)
        if status >= _SERVER_ERRORS or status in _ELSEWHERE:
            raise AwayError(away(self._address, f"it answers {status}"))
        return status, _object(content)

    def _exchanged(self, method: str, what: str, body: bytes | None) -> tuple[int, bytes]:
        if self._connection is None:
            self._connection = self._connected()
        path = f"/{quote(self._address.path)}" + (f"/{what}" if what else "")
        self._connection.request(method, path, body, self._headers())
        answer = self._connection.getresponse()
        content = answer.read(_LARGEST_ANSWER + 1)
        if len(content) > _LARGEST_ANSWER:
            self.close()
            raise NotSavedError(
                f"The server {self._address.host} holds more than a plan can be. It was not read, "
                "and the plan is as it was."
            )
        return answer.status, content

    def _connected(self) -> HTTPConnection:
        address = self._address
        if address.kind == "https":
            trusted = create_default_context()
            return HTTPSConnection(
                address.host, address.port, timeout=LONGEST_WAIT, context=trusted
            )
        return HTTPConnection(address.host, address.port, timeout=LONGEST_WAIT)

    def _headers(self) -> dict[str, str]:
        headers = {"Accept": "application/json", "Content-Type": "application/json"}
        if self._address.user:
            said = f"{self._address.user}:{self._password}".encode()
            headers["Authorization"] = f"Basic {b64encode(said).decode()}"
        return headers


def opened(where: str) -> CouchDB:
    """Return the database at an address. Raises StoreError where it may not be spoken to."""
    address = address_of(where)
    if address.kind == "http" and not address.is_on_this_machine:
        raise StoreError(
            f"http:// lets anybody read on the way to {address.host}. Nothing was shared: take "
            "https://."
        )
    if address.query:
        raise StoreError("The address of a CouchDB ends with its database. Nothing was shared.")
    return CouchDB(address)


def _document(plan_id: str, **asked: str) -> str:
    return quote(plan_id, safe="") + (f"?{urlencode(asked)}" if asked else "")


def _content(document: Mapping[str, Any]) -> bytes:
    """Return the bytes of the version in a document, without what the server adds to it."""
    values = {key: value for key, value in document.items() if not key.startswith("_")}
    try:
        return canonical(values)
    except (ValueError, RecursionError):
        return b""


def _object(content: bytes) -> dict[str, Any]:
    try:
        values = from_json(content)
    except ValueError:
        return {}
    return values if isinstance(values, dict) else {}


def _texts(values: object) -> list[str]:
    return [one for one in values if isinstance(one, str)] if isinstance(values, list) else []
