"""Progress: whom long work tells how far it is, and the clock that may limit it."""

from __future__ import annotations

from collections.abc import Callable

Clock = Callable[[], float]
Tell = Callable[[float], None]
"""Hears how much of the work is done, 0 to 1."""


def never() -> float:
    """Time stands still, and limits nothing."""
    return 0.0


def ignore_progress(_: float) -> None:
    """A progress callback that does nothing."""
