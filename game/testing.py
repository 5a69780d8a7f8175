"""Builders for tests and for authors: a small scenario, a voyage from letters, a room of people."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from game.scenario.loading.library import open_bytes
from game.scenario.model.loaded import LoadedScenario
from game.session.live_session import LiveSession, new_live_session
from game.ship.attention_cost import Kind
from game.voyage.flow import Flow
from game.voyage.helm import Helm, begin_voyage
from game.voyage.step import step
from game.voyage.voyage import Event, Give, Voyage, new_voyage

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
"""The moment at which built voyages begin."""
ORDERS = {"C": "steer", "S": "reef", "B": "share", "T": "drill"}
"""The letters for orders of a built scenario."""
PRACTICE = {Kind.COURSE: "vision", Kind.SAILS: "plans", Kind.BOTH: "trust", Kind.TEACH: "coaches"}


def an_order(kind: str, **changes: Any) -> dict[str, Any]:
    """An order as an author writes it."""
    order = {"label": f"Do the {kind} thing", "kind": kind, "practice": PRACTICE[Kind(kind)]}
    if "outcomes" not in changes:
        order["result"] = "It is done."
    return {**order, **changes}


def a_watch(weather: Any = "steady", **orders: dict[str, Any]) -> dict[str, Any]:
    """A watch as an author writes it; without orders of your own it has one of each kind."""
    kinds = zip(ORDERS.values(), ("course", "sails", "both", "teach"), strict=True)
    usual = {id: an_order(kind) for id, kind in kinds}
    return {"weather": weather, "situation": "The sea is there.", "orders": orders or usual}


def a_document(*watches: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A whole scenario as an author writes it; without watches of your own it has twelve."""
    outcomes = ("arrived", "foundered", "mutiny", "adrift", "harbour")
    named = watches or (a_watch(),) * 12
    return {
        "format": 1,
        "id": "built-for-a-test",
        "version": "1.0",
        "title": "Built for a test",
        "summary": "A sea without a story.",
        "teaches": "analogy",
        "minutes": {"solo": 5, "group": 10},
        "watches": {f"watch_{number}": watch for number, watch in enumerate(named, 1)},
        "endings": {
            f"ends_{outcome}": {"outcome": outcome, "title": outcome.title(), "text": "Over."}
            for outcome in outcomes
        },
        **changes,
    }


def as_text(document: dict[str, Any]) -> str:
    """The document as a file; JSON is YAML too."""
    return json.dumps(document, indent=1, ensure_ascii=False)


def a_loaded_scenario(document: dict[str, Any] | None = None) -> LoadedScenario:
    """The scenario of a document, as if from a file."""
    return open_bytes("built.yaml", as_text(document or a_document()).encode())


def a_voyage(
    orders: str = "CSCS", seed: int = 1, loaded: LoadedScenario | None = None
) -> tuple[Flow, Voyage, list[Event]]:
    """A voyage after these orders: C course, S sails, B both, T teach; with all its events."""
    flow = Flow((loaded or a_loaded_scenario()).scenario)
    return follow(flow, new_voyage(flow.scenario, seed), (ORDERS[letter] for letter in orders))


def follow(flow: Flow, voyage: Voyage, orders: Iterable[str]) -> tuple[Flow, Voyage, list[Event]]:
    """The voyage after more orders, given by their ids."""
    events: list[Event] = []
    for order in orders:
        voyage, more = step(flow, voyage, Give(order))
        events += more
    return flow, voyage, events


def a_helm(folder: Path, loaded: LoadedScenario | None = None, seed: int = 1) -> Helm:
    """A voyage with a logbook in this folder, about to begin."""
    return begin_voyage(loaded or a_loaded_scenario(), seed, folder / "voyage.jsonl", NOON)


@dataclass
class Clock:
    """A clock that moves when it is told to; seconds since 1970."""

    time: float = NOON.timestamp()

    def __call__(self) -> float:
        """This moment."""
        return self.time

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.time += seconds


def a_live_session(  # noqa: PLR0913, PLR0917 - what a session is founded on
    folder: Path,
    crews: int = 1,
    loaded: LoadedScenario | None = None,
    seed: int = 1,
    most: int = 200,
    clock: Clock | None = None,
    pace: str = "",
) -> LiveSession:
    """A session in its lobby, with its journal in this folder."""
    path = folder / "journal.sqlite"
    return new_live_session(
        path, loaded or a_loaded_scenario(), seed, crews, most, clock or Clock(), pace
    )
