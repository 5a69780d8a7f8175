"""How voyages ended that went on from one watch, over many seas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ends:
    """How voyages ended, a sea each. endings: by number in the file; stability: at the end."""

    endings: tuple[int, ...]
    stability: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Onward:
    """From one watch of a voyage on, always in the same seas.

    orders: by the id of each that was open; this watch in the weather that it had, how the order
    turns out and all watches after it as each sea has them. expected: of the order that was given,
    this watch's weather, too, as each sea has it.
    """

    orders: Mapping[str, Ends]
    expected: Ends
