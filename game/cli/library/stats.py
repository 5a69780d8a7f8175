"""The verb stats: words, minutes and choices of a scenario."""

from __future__ import annotations

from dataclasses import asdict

from game.cli.io import print_data, print_out
from game.cli.options import AsJson, Named
from game.scenario.authoring.stats import ALONE, ALOUD, SILENT, TOGETHER, Stats, stats_of
from game.scenario.loading.library import find
from game.scenario.model.scenario import Scenario


def stats(scenario: Named, as_json: AsJson = False) -> None:
    """Count a scenario's words, minutes, reading grade and choices."""
    written = find(scenario).scenario
    counted = stats_of(written)
    if as_json:
        print_data(asdict(counted))
        return
    for name, figure in _told(written, counted).items():
        print_out(f"{name:<9} {figure}")


def _told(scenario: Scenario, stats: Stats) -> dict[str, str]:

    kinds = ", ".join(f"{count} {kind}" for kind, count in stats.kinds.items() if count)
    per_watch = stats.voyage_words // stats.longest
    return {
        "watches": f"{stats.watches}, {stats.longest} of them on the longest way",
        "words": f"{stats.words:,} in all, about {stats.voyage_words:,} in a voyage "
        f"({per_watch} a watch)",
        "minutes": f"{stats.minutes_solo} alone, {stats.minutes_group} in a group; "
        f"the file says {scenario.minutes_solo} and {scenario.minutes_group}",
        "": f"(read at {SILENT} words a minute, {ALONE} s an order; "
        f"aloud at {ALOUD}, {TOGETHER} s)",
        "grade": "counted for English alone"
        if stats.grade is None
        else f"{stats.grade:.1f} (Flesch-Kincaid; aim at 7 or less)",
        "orders": f"{stats.orders}: {kinds}",
        "choices": f"{stats.conditional} with conditions, {stats.by_chance} by chance, "
        f"{stats.later} that come back; "
        f"ways part at {stats.branches}",
        "endings": f"{stats.endings}",
    }
