"""A debrief as a table for a spreadsheet, a row a watch."""

from __future__ import annotations

from collections.abc import Iterator
from csv import DictWriter
from dataclasses import asdict
from io import StringIO
from typing import Any

from game.debrief.debrief import Debrief

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take a cell's text for, if it began like this."""


def debrief_csv(debrief: Debrief) -> str:
    """The table, with its head; lines end as the standard has it."""
    rows = list(_rows(debrief))
    text = StringIO()
    writer = DictWriter(text, list(rows[0]) if rows else [])
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _rows(debrief: Debrief) -> Iterator[dict[str, Any]]:
    """Every figure in full; see Passed, Asked and Odds for what each means."""
    for passed, asked, odds in zip(debrief.watches, debrief.asked, debrief.odds, strict=False):
        yield {
            "number": passed.number,
            "watch": passed.watch,
            "order": passed.order,
            "label": _plain(passed.label),
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
            "why": _plain(passed.why),
        }


def _plain(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
