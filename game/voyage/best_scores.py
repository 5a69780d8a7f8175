"""The best voyage so far in each scenario, read from the logbooks."""

from __future__ import annotations

from pathlib import Path

from game.files.recency import newest_first
from game.findings import EvenKeelError
from game.i18n import ngettext
from game.ship.ship import Outcome
from game.storage.logbook import LOGBOOKS, read_log
from game.voyage.replay import replay

NEWEST = 200
"""No more logbooks are read, the newest first."""


def best_scores(folder: Path) -> dict[str, str]:
    """By scenario: its best landfall, fewest watches first, then the firmest ship; damaged logs
    are passed over.
    """
    best: dict[str, tuple[int, float]] = {}
    for path in newest_first(folder.glob(LOGBOOKS))[:NEWEST]:
        try:
            log = read_log(path)
            voyage = replay(log).voyage
        except (EvenKeelError, OSError):
            continue
        if voyage.outcome is Outcome.ARRIVED:
            made = len(voyage.sailed), -voyage.ship.stability
            best[log.header.scenario] = min(made, best.get(log.header.scenario, made))
    return {
        id: ngettext(
            "port in {count} watches, stability {stability:.0f}",
            "port in {count} watches, stability {stability:.0f}",
            watches,
            stability=-stability,
        )
        for id, (watches, stability) in best.items()
    }
