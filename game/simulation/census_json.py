"""A census as plain data, for JSON."""

from __future__ import annotations

from typing import Any

from game.simulation.census_result import Census, Tally


def as_data(census: Census) -> dict[str, Any]:
    """The census as plain data, for JSON."""
    return {
        "method": census.method,
        "limit": census.limit,
        "bounds": [census.bounds.low, census.bounds.high] if census.bounds else None,
        **_counts(census.tally),
        "endings": census.endings,
        "by_course_share": [
            {"share": row.share, **_counts(row.tally)} for row in census.by_course_share
        ],
        "by_mix": [
            {"course": cell.course, "shared": cell.shared, **_counts(cell.tally)}
            for cell in census.by_mix
        ],
        "sentence": census.sentence,
    }


def _counts(tally: Tally) -> dict[str, Any]:
    """interval: of the share that arrived, where these are a sample; else none."""
    interval = [tally.interval.low, tally.interval.high] if tally.interval else None
    return {"voyages": tally.voyages, "outcomes": tally.outcomes, "interval": interval}
