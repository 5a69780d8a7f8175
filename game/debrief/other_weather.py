"""Other weather: one voyage's orders in many other seas, beside a captain who looks at the sea."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from game.i18n import _
from game.ship.ship import Outcome
from game.simulation.captains import ADAPTIVE
from game.simulation.confidence import Interval, wilson_interval
from game.simulation.progress import Tell, ignore_progress
from game.simulation.resimulate import in_other_weather
from game.simulation.single_voyage import sail_captain
from game.voyage.flow import Flow
from game.voyage.voyage import Voyage

SEAS = 100
"""How many other seas; a share is then known to 10 points."""


@dataclass(frozen=True, slots=True)
class OtherWeather:
    """What became of the same orders under other seeds, voyages by outcome.

    seas: how many seeds. yours: those that your orders alone carried to the end; interval: of the
    share of all seas in which these arrived. helped: those that the adaptive captain had to end,
    because an order could not be given or there were no more. adaptive: all that captain's own.
    """

    seas: int
    yours: Mapping[Outcome, int]
    interval: Interval
    helped: Mapping[Outcome, int]
    adaptive: Mapping[Outcome, int]

    @property
    def sentence(self) -> str:
        """What it says, in plain words."""
        arrived = self.yours.get(Outcome.ARRIVED, 0)
        low, high = 100 * self.interval.low, 100 * self.interval.high
        told = _(
            "Given again in {seas} other seas, your orders arrived in {arrived} of them "
            "(95 % sure: {low:.0f} to {high:.0f} %).",
            seas=self.seas,
            arrived=arrived,
            low=low,
            high=high,
        )
        if helped := sum(self.helped.values()):
            told += " " + _(
                "In {helped} more they could not be given to the end; another captain took over, "
                "and arrived in {arrived}.",
                helped=helped,
                arrived=self.helped.get(Outcome.ARRIVED, 0),
            )
        adaptive = _(
            "The adaptive captain, who looks at each sea first, arrived in {arrived}.",
            arrived=self.adaptive.get(Outcome.ARRIVED, 0),
        )
        return f"{told} {adaptive}"


def other_weather(
    flow: Flow, voyage: Voyage, tell: Tell = ignore_progress, seas: int = SEAS
) -> OtherWeather:
    """Give a voyage's orders again under the seeds that follow on its own. Pure."""
    yours: Counter[Outcome] = Counter()
    helped: Counter[Outcome] = Counter()
    adaptive: Counter[Outcome] = Counter()
    for number in range(1, seas + 1):
        seed = voyage.seed + number
        again = in_other_weather(flow, voyage.gave, seed)
        (helped if again.took_over else yours)[again.sail.voyage.outcome or Outcome.ADRIFT] += 1
        adaptive[sail_captain(flow, seed, ADAPTIVE).voyage.outcome or Outcome.ADRIFT] += 1
        tell(number / seas)
    interval = wilson_interval(yours[Outcome.ARRIVED], seas)
    return OtherWeather(seas, yours, interval, helped, adaptive)
