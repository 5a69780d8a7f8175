"""The debrief: all that its screens, its charts and its report show of one voyage."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from game.insight.census import Census, Method, Tally
from game.insight.lessons import Asked, Practice
from game.insight.one_watch import OneWatch
from game.insight.wake import Track
from game.ship.attention import Effort, Kind
from game.ship.ship import Outcome
from game.ship.weather import Weather
from game.voyage.flow import Flow
from game.voyage.voyage import Voyage


@dataclass(frozen=True, slots=True)
class Passed:
    """A watch of the voyage as it was sailed.

    number: from 1. watch, order: their ids; label: the order's words. result: what was told.
    gauges: after it, by name, as the logbook keeps them. heel: 1 is her designed load. steered:
    degrees off port. made_good: percent of the voyage. why: the why-line. returned: what came back.
    """

    number: int
    watch: str
    order: str
    label: str
    kind: Kind
    effort: Effort
    practice: str
    result: str
    weather: Weather[float]
    gauges: Mapping[str, float]
    heel: float
    speed: float
    steered: float
    made_good: float
    balance: float
    why: str
    returned: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Odds:
    """The voyages that were still open as a watch began; the last stands after the final order.

    number: of the watch, from 1.
    """

    number: int
    method: Method
    tally: Tally


@dataclass(frozen=True, slots=True)
class Debrief:
    """One voyage, looked at afterwards.

    scenario, title, version, digest: which scenario, to the letter. model: version of the sailing
    model. over: whether the voyage has ended; if not, she is taken as adrift where she lies.
    ending: its title, text and question, empty if not over. questions: the scenario's own.
    watches: one row a watch. tracks: you, all course, all sails, best; best_captain: who sailed
    the best. course_share: yours, 0 to 1. one_watch: None if no other order gains anything.
    """

    scenario: str
    title: str
    version: str
    digest: str
    seed: int
    model: int
    over: bool
    outcome: Outcome
    ending: str
    ending_title: str
    ending_text: str
    ask: str
    questions: tuple[str, ...]
    watches: tuple[Passed, ...]
    tracks: tuple[Track, ...]
    best_captain: str
    course_share: float
    census: Census
    asked: tuple[Asked, ...]
    one_watch: OneWatch | None
    odds: tuple[Odds, ...]
    practices: tuple[Practice, ...]


Tell = Callable[[float], None]
"""Hears how much of the work is done, 0 to 1."""


def debrief_of(flow: Flow, voyage: Voyage, digest: str, tell: Tell = lambda _: None) -> Debrief:
    """Look at a voyage afterwards. Pure: the same voyage gives the same debrief."""
    raise NotImplementedError


def as_data(debrief: Debrief) -> dict[str, Any]:
    """The debrief as plain data, for JSON."""
    raise NotImplementedError
