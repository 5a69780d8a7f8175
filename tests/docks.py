"""A dock for tests: the usual effects, with logbooks in a folder and one sea for all voyages."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from game.faces.dock import Dock
from game.insight.debrief import debrief_of
from game.insight.other_weather import other_weather
from game.scenario.catalogue import Shelf
from game.scenario.translation import translated
from game.testing import NOON
from game.tongue import spoken
from game.voyage.helm import (
    Helm,
    NothingToContinue,
    continue_newest,
    go_on,
    set_out,
    set_out_again,
)
from game.voyage.logbook import digest_of


def a_dock(folder: Path, shelves: list[Shelf], seed: int = 1) -> Dock:
    """Logbooks are numbered from 1 in the order that they are begun in."""
    paths = (folder / f"{number}.jsonl" for number in count(1))

    def tell(shelf: Shelf) -> Shelf:
        return translated(shelf, spoken())

    def unfinished() -> Helm | None:
        try:
            return continue_newest(folder, tell)
        except NothingToContinue:
            return None

    return Dock(
        shelves=shelves,
        set_out=lambda shelf: set_out(shelf, seed, next(paths), NOON),
        set_out_again=lambda helm, watch: set_out_again(helm, watch, next(paths), NOON),
        unfinished=unfinished,
        resume=lambda helm: go_on(helm.path, tell),
        look_back=lambda helm, hear: debrief_of(
            helm.flow, helm.voyage, digest_of(helm.shelf.text), hear, helm.earlier
        ),
        other_weather=lambda helm, hear: other_weather(helm.flow, helm.voyage, hear),
        tell=tell,
    )
