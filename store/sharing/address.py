"""The address of an engine: who is asked there, in whose name, and whether nobody can listen.

A password is never part of it. It comes from the keyring of the system, or from the environment
where there is none, and is kept in no file and in no log.
"""

import contextlib
import ipaddress
import os
from dataclasses import dataclass
from importlib import import_module
from urllib.parse import quote, unquote, urlsplit

from store.errors import StoreError

PASSWORD_VARIABLE = "PLANDESK_PASSWORD"  # noqa: S105 - the name of a variable
KEYRING_SERVICE = "plandesk"


@dataclass(frozen=True)
class Address:
    """An address in its parts; `query` has what stands behind a question mark."""

    kind: str
    user: str
    host: str
    port: int | None
    path: str
    query: str

    @property
    def where(self) -> str:
        """The address in writing, without a password."""
        user = f"{quote(self.user, safe='')}@" if self.user else ""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = f":{self.port}" if self.port is not None else ""
        query = f"?{self.query}" if self.query else ""
        return f"{self.kind}://{user}{host}{port}/{self.path}{query}"

    @property
    def is_on_this_machine(self) -> bool:
        """Whether what is said to it never leaves this machine."""
        return is_loopback(self.host)

    @property
    def password(self) -> str:
        """The password of the user there, empty where there is none."""
        if not self.user:
            return ""
        kept = _from_keyring(f"{self.user}@{self.host}")
        return kept or os.environ.get(PASSWORD_VARIABLE, "")


def is_loopback(host: str) -> bool:
    """Return whether a host is this machine."""
    try:
        return host.lower() == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def address_of(typed: str) -> Address:
    """Return the parts of an address. Raises StoreError, whose text is for the officer."""
    try:
        parts = urlsplit(typed.strip())
        port, host = parts.port, parts.hostname or ""
    except ValueError as error:
        raise StoreError(f"This address cannot be read ({error}). Nothing was shared.") from error
    if parts.password is not None:
        raise StoreError(
            "The address holds a password, which plandesk would have to keep in a file. Nothing "
            f"was shared. Leave it out and put it in the keyring (keyring set {KEYRING_SERVICE} "
            f"{unquote(parts.username or '')}@{host}), or in the variable {PASSWORD_VARIABLE}."
        )
    path = parts.path.strip("/")
    if not host or not path:
        raise StoreError(
            f"“{typed}” names no server with a database, as https://HOST/DATABASE does. Nothing "
            "was shared."
        )
    user = unquote(parts.username or "")
    return Address(parts.scheme.lower(), user, host, port, path, parts.query)


def refusal(address: Address) -> StoreError:
    """Return what is said where a server does not let somebody in."""
    who = address.user or "nobody"
    return StoreError(
        f"The server {address.host} does not let {who} in. What you did is safe in the plan. Name "
        f"the user in the address (USER@{address.host}) and keep the password in the keyring "
        f"(keyring set {KEYRING_SERVICE} USER@{address.host}) or in {PASSWORD_VARIABLE}."
    )


def away(address: Address, reason: str) -> str:
    """Return what is said where a server cannot be reached."""
    return (
        f"The server {address.host} cannot be reached: {reason.rstrip('.')}. Go on as you are: "
        "what you did is safe in the plan, and it is shared with the next exchange that gets "
        "through."
    )


def _from_keyring(name: str) -> str:
    """Return a password that the system's keyring keeps, empty where there is no keyring."""
    with contextlib.suppress(ImportError):
        keyring, errors = import_module("keyring"), import_module("keyring.errors")
        with contextlib.suppress(errors.KeyringError):
            return keyring.get_password(KEYRING_SERVICE, name) or ""
    return ""
