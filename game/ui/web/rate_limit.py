"""How often somebody may do something, and who has done it too often."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

Seconds = Callable[[], float]
"""Seconds that have passed since some moment."""


@dataclass
class TokenBucket:
    """Holds so many drops, and fills again at so many a second."""

    holds: float
    rate: float
    clock: Seconds
    _level: float = field(init=False)
    _filled: float = field(init=False)

    def __post_init__(self) -> None:
        self._level, self._filled = self.holds, self.clock()

    @property
    def level(self) -> float:
        now = self.clock()
        self._level = min(self.holds, self._level + (now - self._filled) * self.rate)
        self._filled = now
        return self._level

    def take(self) -> bool:
        if self.level < 1:
            return False
        self._level -= 1
        return True


class TokenBuckets:
    """A bucket for everybody who has a name; of many full ones some are forgotten."""

    MOST = 4096

    def __init__(self, holds: float, rate: float, clock: Seconds) -> None:
        self._holds, self._rate, self._clock = holds, rate, clock
        self._by_name: dict[str, TokenBucket] = {}

    def of(self, name: str) -> TokenBucket:
        if name not in self._by_name and len(self._by_name) >= self.MOST:
            spent = {n: b for n, b in self._by_name.items() if b.level < b.holds}
            self._by_name = spent if len(spent) < self.MOST else {}
        return self._by_name.setdefault(name, TokenBucket(self._holds, self._rate, self._clock))
