"""Synergy: how much better orders worked because both kinds had been given of late."""

from __future__ import annotations

from statistics import fmean

from game.i18n import _
from game.number_format import percent
from game.ship.attention_cost import Kind
from game.ship.passage import synergy_of
from game.simulation.single_voyage import Sail

MOST = synergy_of(1.0)


def mean_synergy(sailed: Sail) -> float:
    """By what share the orders that led or managed worked better, on average; below 0, worse."""
    legs = zip(sailed.stood, sailed.legs, strict=False)
    gave = [
        (sailed.scenario.watches[voyage.at].orders[leg.sailed.order], leg) for voyage, leg in legs
    ]
    shares = [
        synergy_of(leg.sailed.passage.hands.balance)
        for order, leg in gave
        if order.kind is not Kind.TEACH
    ]
    return fmean(shares) if shares else 0.0


def synergy_text(share: float) -> str:
    """What a balance has given; nothing, if it has given nothing."""
    if share < 0.01:
        return ""
    return _(
        "Because you had done both kinds lately, your orders worked {share} better on average. "
        "{most} is the most that balance can give.",
        share=percent(share),
        most=percent(MOST),
    )
