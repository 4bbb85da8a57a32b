"""A PostgreSQL in which laptops share plans: one table, a row to a plan.

It is loaded only where a plan is shared there, and needs the extra `server`.
"""

import contextlib
from collections.abc import Iterator, Sequence
from urllib.parse import parse_qsl

import psycopg
from psycopg import errors
from psycopg.conninfo import make_conninfo

from store.errors import NotSavedError, StoreError
from store.sharing.address import Address, address_of, away, refusal
from store.sharing.engine import AwayError, Engine, Held, StaleError
from store.sharing.version_file import LARGEST_VERSION, PLAN_ID

LONGEST_WAIT = 15
"""Seconds after which a server that says nothing is away."""
_MAY_BE_SAID = frozenset({"sslrootcert", "sslmode"})
_MOST_PLANS = 1000
_TABLE = (
    "CREATE TABLE IF NOT EXISTS plandesk_plans "
    "(plan text PRIMARY KEY, rev bigint NOT NULL, content bytea NOT NULL)"
)


class PostgreSQL(Engine):
    """The table `plandesk_plans` of one database."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self._connection: psycopg.Connection | None = None
        self.where = address.where

    def plans(self) -> tuple[str, ...]:
        """Return the ids of the plans in the table. Raises AwayError."""
        with self._connected() as connection:
            try:
                found = connection.execute(
                    "SELECT plan FROM plandesk_plans ORDER BY plan LIMIT %s", (_MOST_PLANS,)
                ).fetchall()
            except errors.UndefinedTable:
                return ()
        return tuple(str(row[0]) for row in found if PLAN_ID.fullmatch(str(row[0])))

    def get(self, plan_id: str, known: frozenset[str] = frozenset()) -> Held:
        """Return what the plan's row holds. Raises AwayError."""
        with self._connected() as connection:
            try:
                row = connection.execute(
                    "SELECT rev, CASE WHEN octet_length(content) <= %s THEN content END "
                    "FROM plandesk_plans WHERE plan = %s",
                    (LARGEST_VERSION, plan_id),
                    binary=True,
                ).fetchone()
            except errors.UndefinedTable:
                row = None
        return Held("") if row is None else Held(str(row[0]), (bytes(row[1] or b""),))

    def put(self, plan_id: str, rev: str, content: bytes, between: Sequence[bytes] = ()) -> str:
        """Put a version in the place of the one with that rev. Raises as `Engine.put` does."""
        with self._connected() as connection:
            try:
                return self._put(connection, plan_id, rev, content)
            except errors.UndefinedTable:
                with contextlib.suppress(errors.UniqueViolation):  # a colleague makes it just now
                    connection.execute(_TABLE)
                return self._put(connection, plan_id, rev, content)

    def _put(self, connection: psycopg.Connection, plan_id: str, rev: str, content: bytes) -> str:
        if rev:
            done = connection.execute(
                "UPDATE plandesk_plans SET rev = rev + 1, content = %s "
                "WHERE plan = %s AND rev = %s RETURNING rev",
                (content, plan_id, int(rev)),
            ).fetchone()
        else:
            done = connection.execute(
                "INSERT INTO plandesk_plans (plan, rev, content) VALUES (%s, 1, %s) "
                "ON CONFLICT DO NOTHING RETURNING rev",
                (plan_id, content),
            ).fetchone()
        if done is None:
            raise StaleError("A colleague has just shared this plan, too.")
        return str(done[0])

    def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @contextlib.contextmanager
    def _connected(self) -> Iterator[psycopg.Connection]:
        """Yield the connection, made anew where it was lost; say what went wrong in a sentence."""
        try:
            if self._connection is None or self._connection.closed:
                self._connection = self._connect()
            yield self._connection
        except (errors.InvalidPassword, errors.InvalidAuthorizationSpecification) as error:
            self.close()
            raise refusal(self._address) from error
        except (psycopg.OperationalError, psycopg.InterfaceError) as error:
            self.close()
            raise AwayError(away(self._address, _reason(error))) from error
        except errors.InsufficientPrivilege as error:
            raise refusal(self._address) from error
        except psycopg.Error as error:
            raise NotSavedError(
                f"The server {self._address.host} does not take the plan ({_reason(error)}). It is "
                "whole on this laptop; who looks after the server can say why."
            ) from error

    def _connect(self) -> psycopg.Connection:
        address = self._address
        said = dict(parse_qsl(address.query))
        trusted = {} if address.is_on_this_machine else {"sslmode": "verify-full"}
        if trusted:
            trusted["sslrootcert"] = said.get("sslrootcert", "system")
        return psycopg.connect(
            make_conninfo(**trusted),
            host=address.host,
            port=address.port,
            user=address.user or None,
            password=address.password or None,
            dbname=address.path,
            connect_timeout=LONGEST_WAIT,
            tcp_user_timeout=LONGEST_WAIT * 1000,
            options=f"-c statement_timeout={LONGEST_WAIT * 1000}",
            application_name="plandesk",
            autocommit=True,
        )


def _reason(error: psycopg.Error) -> str:
    """Return why the server refuses: its first line, which says nothing of what was sent."""
    lines = str(error).strip().splitlines()
    return (lines[0] if lines else "it breaks off").rpartition(": ")[2].lower()


def opened(where: str) -> PostgreSQL:
    """Return the database at an address. Raises StoreError where it may not be spoken to."""
    address = address_of(where)
    said = dict(parse_qsl(address.query, keep_blank_values=True))
    unknown = sorted(said.keys() - _MAY_BE_SAID)
    if unknown:
        raise StoreError(
            f"The address says “{unknown[0]}”, which plandesk does not pass on: it takes "
            "sslrootcert only. Nothing was shared."
        )
    if said.get("sslmode", "verify-full") != "verify-full":
        raise StoreError(
            "The address lets others listen (sslmode is not verify-full). Nothing was shared: "
            "leave sslmode out; on this machine nothing is asked of it."
        )
    return PostgreSQL(address)
