"""A fleet: what the wall knows of each ship on its one sea, and where there is room for her."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pygame import Rect

from game.ship.ship import Outcome
from game.voyage.sea import Backdrop, Sea

WIDEST = 60.0
"""Degrees off her course at which a ship sails along the edge of the water."""
LARGEST, OF = 0.18, 6
"""How tall a ship is, in window heights, in a fleet of so many."""
CROWDED = 0.48
"""How fast ships grow smaller as they grow more: 60 are a third as tall as 6."""
ACROSS, DOWN = 0.66, 0.6
"""How far apart ships lie at least, in their own height."""
IN_PORT = 0.25
"""How far below the middle of the water ships lie in port, of its half."""
ASTERN = 3.0
"""How many places up or down the water a ship is moved rather than one ahead or astern."""


@dataclass(frozen=True, slots=True)
class Afloat:
    """One ship. number: hers in the fleet; name: empty where the wall names nobody."""

    number: int
    name: str
    sea: Sea
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Fleet:
    """All of them under one sky."""

    ships: tuple[Afloat, ...]
    backdrop: Backdrop
    port: str = ""

    @property
    def is_named(self) -> bool:
        return any(ship.name for ship in self.ships)

    @property
    def unnamed(self) -> Fleet:
        return replace(self, ships=tuple(replace(ship, name="") for ship in self.ships))


def height_of(fleet: Fleet, water: Rect, window: int) -> int:
    """How tall the ships of a fleet are on this water; pixels."""
    share: float = LARGEST * (OF / max(OF, len(fleet.ships))) ** CROWDED
    most = water.height / (DOWN * (len(fleet.ships) + 1)) if fleet.is_named else 0.5 * water.height
    return max(8, round(min(share * window, most)))


def places_of(fleet: Fleet, water: Rect, height: int) -> dict[int, tuple[float, float]]:
    """Where each ship's waterline is, by her number, pixels; no two at the same place.

    Progress goes across the water, the believed way off the course up or down. Ships with names
    have a row each, so that no name lies on another.
    """
    wide, deep = ACROSS * height, DOWN * height
    if fleet.is_named:
        wide = water.width
    columns = max(1, int(water.width // wide))
    rows = max(1, int(water.height // deep))
    taken: set[tuple[int, int]] = set()
    places = {}
    for ship in sorted(fleet.ships, key=lambda ship: ship.number):
        side = 1 if ship.number % 2 else -1
        off = min(1.0, abs(ship.sea.bearing) / WIDEST) * side
        off = IN_PORT if ship.outcome is Outcome.ARRIVED else off
        progress = max(0.0, min(1.0, ship.sea.progress))
        wanted = progress * (columns - 1), (0.5 + 0.5 * off) * (rows - 1)
        column, row = _nearest_free(wanted, (columns, rows), taken)
        taken.add((column, row))
        shift = 0.4 * (row % 2 - 0.5)  # masts stand between the hulls of the row before
        x = progress * water.width if fleet.is_named else (column + 0.5 + shift) * wide
        places[ship.number] = water.left + x, water.top + (row + 0.8) * water.height / rows
    return places


def _nearest_free(
    wanted: tuple[float, float], size: tuple[int, int], taken: set[tuple[int, int]]
) -> tuple[int, int]:
    """The free place that is least far from where she would be; any, where all are taken."""
    (columns, rows), (column, row) = size, (round(wanted[0]), round(wanted[1]))
    best, found = float("inf"), (column, row)
    for away in _outward(columns):
        if ASTERN * abs(away) >= best:
            break
        if not 0 <= column + away < columns:
            continue
        for down in _outward(rows):
            cost = ASTERN * abs(away) + abs(down)
            if cost >= best:
                break
            place = column + away, row + down
            if 0 <= row + down < rows and place not in taken:
                best, found = cost, place
                break
    return found


def _outward(most: int) -> Iterable[int]:
    """0, 1, -1, 2, -2 ..."""
    yield 0
    for n in range(1, most):
        yield n
        yield -n
