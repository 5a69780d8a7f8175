"""Where every open order leads, all seas sailed at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.ship.weather import FIGURES
from game.simulation.batch import Batch, batch_of
from game.simulation.columns import Columns
from game.simulation.draws import Draws, draw_seas
from game.simulation.rollouts.ends import Ends, Onward
from game.simulation.rollouts.half_skilled import HER_OWN
from game.simulation.rollouts.rollouts import roll_out
from game.simulation.single_voyage import open_orders
from game.voyage.flow import Flow
from game.voyage.luck import weather_of
from game.voyage.voyage import Voyage


class SeasAtOnce:
    """The seas of these seeds."""

    def __init__(self, flow: Flow, seeds: Sequence[int]) -> None:
        self._scenario = flow.scenario
        self._columns = Columns(flow.scenario)
        self._seas = draw_seas(self._columns, seeds)

    def onward(self, voyage: Voyage, gave: str) -> Onward:
        """See `Onward`."""
        columns = self._columns
        place = next(n for n, row in enumerate(columns.table.watches) if row.id == voyage.at)
        numbers = {columns.table.orders[n].id: n for n in columns.table.watches[place].orders}
        start = batch_of(columns, voyage)
        ids = [order.id for order in open_orders(self._scenario, voyage)]
        ends = _ends(self._with_weather_of(voyage, place), start, [numbers[id] for id in ids])
        [expected] = _ends(self._seas, start, [numbers[gave]])
        return Onward(dict(zip(ids, ends, strict=True)), expected)

    def unguided(self, voyage: Voyage) -> Ends:
        """By what the half-skilled captain orders."""
        return _ends(self._seas, batch_of(self._columns, voyage), [HER_OWN])[0]

    def _with_weather_of(self, voyage: Voyage, place: int) -> Draws:
        """The seas, but in this watch the weather of the voyage itself."""
        sky = self._seas.sky.copy()
        weather = weather_of(self._scenario, voyage.at, voyage.seed)
        for number, name in enumerate(FIGURES):
            sky[number, place] = getattr(weather, name)
        return replace(self._seas, sky=sky)


def _ends(seas: Draws, start: Batch, orders: Sequence[int]) -> list[Ends]:
    sailed = roll_out(seas, start, orders)
    return [
        Ends(tuple(ending.tolist()), tuple(stability.tolist()))
        for ending, stability in zip(sailed.ending, sailed.stability, strict=True)
    ]
