"""The code that lets phones in, the key of the host page, and where both are valid."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from hmac import digest

from starlette.datastructures import Headers

ALPHABET = "CDFGHJKMNPQRTVWXY34679"
"""Nothing that looks or sounds like something else, and no vowels, so that no code is a word."""
LENGTH = 5
"""Of a code."""
LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Of a key: may be typed on a phone."""
KEY_LENGTH = 26
GUESS = 1.0
"""Seconds until a wrong key or token is told so."""


class Role(StrEnum):
    """Whose page a key opens: the facilitator's, or one that shows what the projector shows."""

    HOST = "host"
    WALL = "wall"


async def delay_guess() -> None:
    await asyncio.sleep(GUESS)


@dataclass(frozen=True, slots=True)
class RoomAuth:
    """What opens a room. hosts: the addresses, with their port, under which it may be called;
    more may come, if the room moves to another network.

    The key is the facilitator's alone: in no QR code, no view and no log. scheme: https where
    something in front of the room speaks that.
    """

    code: str
    key: str = field(repr=False)
    hosts: set[str]
    scheme: str = "http"

    @property
    def cookie(self) -> str:
        """The name of the host's cookie; cookies know no ports, and a laptop may have two rooms."""
        return self.cookie_of(Role.HOST)

    def cookie_of(self, role: Role) -> str:
        name = f"even_keel_{self.code.lower()}"
        return name if role is Role.HOST else f"{name}_{role}"

    @property
    def wall_key(self) -> str:
        """The key of the wall's page: it opens nothing else, and leads nobody to the host's."""
        made = digest(self.seal.encode(), Role.WALL.encode(), "sha256")
        return "".join(LETTERS[byte % len(LETTERS)] for byte in made[:KEY_LENGTH])

    @property
    def seal(self) -> str:
        """What tells the host's key."""
        return hash_of_key(self.key)

    def opens(self, code: str) -> bool:
        """Whether this is the room's code, however it was typed."""
        typed = code.strip().upper()
        return secrets.compare_digest(typed.encode(), self.code.encode())

    def is_key(self, key: str) -> bool:
        """Whether this is the host's key, however it was typed."""
        return secrets.compare_digest(normalise_host_key(key).encode(), self.key.encode())

    def lets_in(self, role: Role, key: str) -> bool:
        """Whether this key opens that page."""
        if role is Role.HOST:
            return self.is_key(key)
        return secrets.compare_digest(normalise_host_key(key).encode(), self.wall_key.encode())

    def is_own(self, headers: Headers) -> bool:
        return is_own(headers, self.hosts, self.scheme)


@dataclass(frozen=True, slots=True)
class HashedRoomAuth(RoomAuth):
    """A door whose key nobody keeps: `key` is its seal."""

    @property
    def seal(self) -> str:
        return self.key

    def is_key(self, key: str) -> bool:
        return secrets.compare_digest(hash_of_key(key).encode(), self.key.encode())


def is_code(typed: str) -> bool:
    return len(typed) == LENGTH and all(char in ALPHABET for char in typed)


def is_expected_host(headers: Headers, hosts: Collection[str]) -> bool:
    """Whether the client asked for one of these, and not for a name that leads here by a trick."""
    return headers.get("host", "").lower() in hosts


def is_own(headers: Headers, hosts: Collection[str], scheme: str) -> bool:
    said, _, host = headers.get("origin", "").lower().partition("://")
    return said == scheme and host in hosts and is_expected_host(headers, hosts)


def normalise_host_key(key: str) -> str:
    return key.strip().lower().replace("-", "").replace("o", "0").replace("l", "1")


def hash_of_key(key: str) -> str:
    """What tells a key, and from which nobody finds it: it has 130 bits."""
    return sha256(normalise_host_key(key).encode()).hexdigest()


def new_room_auth(hosts: Iterable[str] = ()) -> RoomAuth:
    """A door with a code and a key of its own: 22 letters to the fifth, and 130 bits."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    key = "".join(secrets.choice(LETTERS) for _ in range(KEY_LENGTH))
    return RoomAuth(code, key, set(hosts))
