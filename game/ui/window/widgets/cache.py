"""What was made once and may be wanted again, in bounded memory."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from pygame import Surface

T = TypeVar("T")


def surface_bytes(surface: Surface) -> int:
    return surface.get_width() * surface.get_height() * surface.get_bytesize()


class Cache(Generic[T]):
    """Values by key; those that nobody has asked for the longest go first.

    room: bytes at most, whatever the last value takes. weigh: how many a value takes.
    """

    def __init__(self, room: int, weigh: Callable[[T], int]) -> None:
        self._room, self._weigh = room, weigh
        self._kept: dict[Hashable, T] = {}
        self.bytes = 0

    def __contains__(self, key: Hashable) -> bool:
        return key in self._kept

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is kept under a key, made now if it is not there."""
        if key not in self._kept:
            self.put(key, make())
        else:
            self._kept[key] = self._kept.pop(key)
        return self._kept[key]

    def put(self, key: Hashable, value: T) -> None:
        self._kept[key] = value
        self.bytes += self._weigh(value)
        while self.bytes > self._room and len(self._kept) > 1:
            self.bytes -= self._weigh(self._kept.pop(next(iter(self._kept))))
