"""How the officers look, by how ship and crew are: nobody has to read a gauge to see it."""

from __future__ import annotations

from enum import StrEnum

from game.scenario.chest.names import ART
from game.ship.ship import Ship


class Expression(StrEnum):
    CALM = "calm"
    WORRIED = "worried"
    PROUD = "proud"


WORRIED_BELOW, PROUD_FROM = 40.0, 70.0
"""Of stability and crew: worried where one of them is low, proud where neither is."""
WORRIED_HEEL, PROUD_HEEL = 1.6, 1.2
"""Of her heel, 1 being her designed load: where they worry, and up to where they are proud."""


def expression_of(ship: Ship[float], wind: float) -> Expression:
    """How they look at her in a wind, 1 being her design wind."""
    worst, heel = min(ship.stability, ship.crew), ship.sail * wind**2
    if worst < WORRIED_BELOW or heel >= WORRIED_HEEL:
        return Expression.WORRIED
    if worst >= PROUD_FROM and heel <= PROUD_HEEL:
        return Expression.PROUD
    return Expression.CALM


def portrait_picture(portrait: str, expression: Expression) -> str:
    """The art that shows a portrait so, or empty for no portrait."""
    if ART.fullmatch(portrait):  # the author's own, who has drawn it once
        return portrait
    return f"portraits/{portrait}-{expression}" if portrait else ""
