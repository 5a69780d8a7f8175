"""Easing: the sea between two watches."""

from __future__ import annotations

from dataclasses import fields, replace

from game.voyage.sea import Sea

FIGURES = tuple(field.name for field in fields(Sea) if field.name != "mood")


def eased(share: float) -> float:
    """A share of a way, 0 to 1, that sets out and arrives gently."""
    return share * share * (3 - 2 * share)


def interpolate(one: Sea, other: Sea, share: float) -> Sea:
    """The sea on the way from one to another; share: 0 to 1. The mood is the other's."""
    way = eased(min(1.0, share))
    figures = {
        name: getattr(one, name) + (getattr(other, name) - getattr(one, name)) * way
        for name in FIGURES
    }
    return replace(other, **figures)
