"""The figures of a chart as plain data, for whoever draws it without matplotlib."""

from __future__ import annotations

from typing import Any

from game.debrief.charts.believed_and_true import BelievedChart
from game.debrief.charts.census import CensusChart
from game.debrief.charts.decisions import DecisionsChart
from game.debrief.charts.drawing.rendering import Chart
from game.debrief.charts.needed_and_given import NeededAndGivenChart
from game.debrief.charts.stability import StabilityChart
from game.debrief.charts.track import TrackChart
from game.debrief.charts.track_captions import name_of
from game.debrief.needs_and_practices import KINDS, NeededAndGiven
from game.simulation.census_bands import bands_of, is_known
from game.simulation.track import Track

ACROSS, UP = 11, 6
"""The most columns and rows of the grid on a phone."""
Mix = tuple[float, float]
"""The shares of course orders, and of those that taught or shared; 0 to 1."""


def figures_of(chart: Chart, earlier: Mix | None = None) -> dict[str, Any]:
    """What is to be drawn, kind first; of other charts nothing. earlier: the first run's mix."""
    match chart:
        case BelievedChart(sightings):
            seen = [
                (
                    each.number,
                    round(each.believed, 1),
                    round(each.true, 1),
                    bool(each.clue),
                    each.fixed,
                )
                for each in sightings
            ]
            return {"kind": "believed", "watches": seen}
        case StabilityChart(you, ghosts):
            return {
                "kind": "lines",
                "lines": [_line(each, each.stability) for each in (you, *ghosts)],
            }
        case TrackChart(you, ghosts):
            return {
                "kind": "lines",
                "lines": [_line(each, each.progress) for each in (you, *ghosts)],
            }
        case NeededAndGivenChart(asked):
            return {"kind": "needs", "watches": [_asked(each) for each in asked]}
        case CensusChart():
            return {"kind": "captains", **_grid(chart), "earlier": earlier}
        case DecisionsChart(decisions):
            marks = [
                (each.number, round(100 * each.cost, 1), round(100 * each.sea, 1))
                for each in decisions.watches
            ]
            return {"kind": "decisions", "marks": marks}
        case _:
            return {}


def _line(track: Track, along: tuple[float, ...]) -> dict[str, Any]:
    return {"name": name_of(track), "points": [round(value, 1) for value in along]}


def _asked(asked: NeededAndGiven) -> dict[str, Any]:
    """A watch: for leading and managing each what was needed and given, and what became of it."""
    sides = [
        {
            "need": round(asked.need(kind), 2),
            "gave": round(asked.gave(kind), 2),
            "missed": kind in asked.blamed,
            "hidden": asked.is_hidden(kind),
        }
        for kind in KINDS
    ]
    return {"number": asked.number, "sides": sides}


def _grid(chart: CensusChart) -> dict[str, Any]:
    """Rows from the lowest up, each cell its share of course orders and what arrived of it."""
    if not chart.census.by_mix:
        return {"rows": [], "you": None}
    rows = [
        {
            "shared": [band.low, band.high],
            "cells": [
                (round(course, 3), round(tally.arrived, 3) if is_known(tally) else None)
                for course, tally in band.cells.items()
            ],
        }
        for band in bands_of(chart.census, UP, ACROSS)
    ]
    return {"rows": rows, "you": [chart.share, chart.shared] if chart.you else None}
