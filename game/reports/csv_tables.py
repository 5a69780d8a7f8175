"""Tables for a spreadsheet; of a debrief, a row a watch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from csv import DictWriter
from dataclasses import asdict
from io import StringIO
from typing import Any

from game.debrief.debrief import Debrief

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take a cell's text for, if it began like this."""


def debrief_csv(debrief: Debrief) -> str:
    return csv_table(list(_rows(debrief)))


def csv_table(rows: Sequence[dict[str, Any]]) -> str:
    """Rows with a head; no text in them is a formula, and lines end as the standard has it."""
    text = StringIO()
    if rows:
        writer = DictWriter(text, list(rows[0]))
        writer.writeheader()
        writer.writerows({name: _escape(cell) for name, cell in row.items()} for row in rows)
    return text.getvalue()


def _rows(debrief: Debrief) -> Iterator[dict[str, Any]]:
    """Every figure in full; see Passed, NeededAndGiven and Odds for what each means."""
    for passed, asked, odds in zip(debrief.watches, debrief.asked, debrief.odds, strict=False):
        yield {
            "number": passed.number,
            "watch": passed.watch,
            "order": passed.order,
            "label": passed.label,
            "kind": passed.kind.value,
            "effort": passed.effort.value,
            "practice": passed.practice,
            **asdict(passed.weather),
            "heel": passed.heel,
            "speed": passed.speed,
            "steered": passed.steered,
            "made_good": passed.made_good,
            "balance": passed.balance,
            **passed.gauges,
            "needed_leading": asked.needed.leading,
            "needed_managing": asked.needed.managing,
            **{f"given_{name}": share for name, share in asdict(asked.given).items()},
            "missed": asked.asked.value if asked.missed else "",
            "odds_before": odds.tally.arrived,
            "why": passed.why,
        }


def _escape(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
