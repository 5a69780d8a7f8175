"""How a session begins: its crews and ships in the lobby, or a regatta that waits for captains."""

from __future__ import annotations

from dataclasses import replace

from game.scenario.model.scenario import Scenario
from game.session.session import Crew, Pace, Phase, Session
from game.voyage.voyage import new_voyage

CREW_NAMES = ("Albatross", "Bittern", "Cormorant", "Dunlin", "Eider", "Fulmar")
"""The ships of a convoy; there are never more."""


def new_session(
    scenario: Scenario, seed: int, crews: int, most: int, at: float, pace: Pace | None = None
) -> Session:
    """A new session in its lobby: as many crews, a ship each, all in the same weather.

    A regatta has none until somebody joins; at their own pace people sail as soon as they do.
    """
    if pace:
        new = Session(seed=seed, most=most, began=at, now=at, crews=(), pace=pace)
        is_open = pace is Pace.OWN
        return replace(new, phase=Phase.UNDER_WAY, cast_off=0.0) if is_open else new
    names = CREW_NAMES[:crews]
    ships = (Crew(n, name, new_voyage(scenario, seed)) for n, name in enumerate(names, 1))
    return Session(seed=seed, most=most, began=at, now=at, crews=tuple(ships))
