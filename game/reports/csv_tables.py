"""Tables for a spreadsheet; of a debrief, a row a watch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from csv import DictWriter
from dataclasses import asdict
from io import StringIO
from typing import Any

from game.debrief.debrief import Debrief
from game.debrief.decisions import Decision

FORMULA = re.compile(r"(^|[;\t\r\n])([\s'\"]*)(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])")
"""Where a spreadsheet would begin to read a formula: at the start of a cell, and behind what some
take for the end of one, a semicolon or a new line.
"""


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
    """Every figure in full; see Passed, NeededAndGiven, Odds and Decision for their meaning."""
    decided = debrief.decisions.watches if debrief.decisions else ()
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
            "needed_leading": asked.truth.leading,
            "needed_managing": asked.truth.managing,
            "seen_leading": asked.seen.leading,
            "seen_managing": asked.seen.managing,
            **{f"given_{name}": share for name, share in asdict(asked.given).items()},
            "missed": " ".join(kind.value for kind in asked.missed),
            "odds_before": odds.tally.arrived,
            **(_decision(decided[passed.number - 1]) if decided else {}),
            "why": passed.why,
        }


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "arrived": decision.given.arrived,
        "best": decision.best.order,
        "best_arrived": decision.best.arrived,
        "cost": decision.cost,
        "sea": decision.sea,
    }


def _escape(cell: Any) -> Any:
    return FORMULA.sub(r"\1'\2", cell) if isinstance(cell, str) else cell
