"""Decisions as plain data, for JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from game.debrief.decisions import Decision, Decisions, TriedOrder


def as_data(decisions: Decisions) -> dict[str, Any]:
    """Every figure of the page; seeds: of the first sea and of the last, one after the other."""
    weakest, strongest = decisions.weakest, decisions.strongest
    return {
        "seas": decisions.seas,
        "seeds": list(decisions.seeds),
        "weakest": weakest and weakest.number,
        "best": strongest and strongest.number,
        "named": [each.number for each in decisions.named],
        "watches": [_watch(each) for each in decisions.watches],
    }


def _watch(decision: Decision) -> dict[str, Any]:
    return {
        "number": decision.number,
        "given": _tried(decision.given),
        "others": [_tried(other) for other in decision.others],
        "best": decision.best.order,
        "cost": decision.cost,
        "gain": decision.gain,
        "margin": decision.margin,
        "is_weak": decision.is_weak,
        "is_advised": decision.is_advised,
        "before": decision.before,
        "expected": decision.expected,
        "after": decision.after,
        "ordered": decision.ordered,
        "sea": decision.sea,
    }


def _tried(order: TriedOrder) -> dict[str, Any]:
    return {**asdict(order), "advisable": order.advisable}
