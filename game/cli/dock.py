"""The dock that faces lie at: what they may ask for, with clock, disk and seed behind it."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.edge import now, voyages
from game.cli.speaking import tell

if TYPE_CHECKING:
    from game.faces.dock import Dock
    from game.insight.census import Tell
    from game.insight.debrief import Debrief
    from game.scenario.catalogue import Shelf
    from game.voyage.helm import Helm


def open_dock(seed: int | None, log: Path | None, tell_again: Callable[[Shelf], Shelf]) -> Dock:
    """seed: of every new voyage; log: the first one's logbook. Without, each has its own.

    tell_again: in which language a voyage goes on.
    """
    from game.faces.dock import Dock
    from game.insight.other_weather import other_weather
    from game.scenario.catalogue import catalogue, told
    from game.voyage import helm as voyage

    broken: list[str] = []

    def set_out(shelf: Shelf) -> Helm:
        number = secrets.randbelow(1_000_000) if seed is None else seed
        path = log if log and not log.exists() else _new(shelf, number)
        return voyage.set_out(shelf, number, path, now())

    def set_out_again(helm: Helm, before_watch: int) -> Helm:
        path = _new(helm.shelf, helm.voyage.seed)
        return voyage.set_out_again(helm, before_watch, path, now())

    def unfinished() -> Helm | None:
        try:
            return voyage.continue_newest(voyages(), tell_again)
        except voyage.NothingToContinue:
            return None

    return Dock(
        shelves=catalogue(tell, broken.append),
        set_out=set_out,
        set_out_again=set_out_again,
        unfinished=unfinished,
        look_back=_look_back,
        other_weather=lambda helm, hear: other_weather(helm.flow, helm.voyage, hear),
        tell=lambda shelf: told(shelf, tell, broken.append),
        broken=broken,
    )


def _new(shelf: Shelf, seed: int) -> Path:
    """Where the logbook of a voyage that begins now goes."""
    from game.voyage.helm import log_path

    return log_path(voyages(), shelf.scenario.id, seed, now())


def _look_back(helm: Helm, tell: Tell) -> Debrief:
    from game.insight.debrief import debrief_of
    from game.voyage.logbook import digest_of

    return debrief_of(helm.flow, helm.voyage, digest_of(helm.shelf.text), tell, helm.earlier)
