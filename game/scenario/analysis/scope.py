"""What is known where a condition is read, and what can hold there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.scenario.analysis.intervals import Gauges, Patience, opposite, possible
from game.scenario.analysis.references_index import Fact, Phrase
from game.scenario.model.conditions import Flag, GaugeIs, Gave, Not, Visited


@dataclass(frozen=True, slots=True)
class Scope:
    """What has happened by then, and what the gauges can be."""

    facts: frozenset[Fact]
    gauges: Gauges
    patience: Patience

    def gauges_where(
        self,
        hold: Iterable[Phrase] = (),
        fail: Iterable[Iterable[Phrase]] = (),
    ) -> Gauges | None:
        """Gauges at which all of `hold` hold, and none of the lists in `fail` does as a whole.

        None if there are none. A phrase that cannot be read never decides.

        Raises:
            UnsureError: if it would take too long to find out.
        """
        asked = self._asked(hold)
        if asked is None:
            return None
        others = [self._asked(phrases) for phrases in fail]
        clauses = [other for other in others if other is not None]
        return possible(self.gauges, asked, clauses, self.patience)

    def values(self, phrase: Phrase) -> set[bool]:
        """What a condition can be here."""
        can = {True: self.gauges_where([phrase]), False: self.gauges_where(fail=[[phrase]])}
        return {value for value, gauges in can.items() if gauges is not None}

    def _asked(self, phrases: Iterable[Phrase]) -> list[GaugeIs] | None:
        """What phrases ask of the gauges, given the facts; None where a fact forbids them."""
        asked = []
        for phrase in phrases:
            self.patience.spend(1)
            match phrase.condition:
                case GaugeIs() as gauge:
                    asked.append(gauge)
                case Not(GaugeIs() as gauge):
                    asked.append(opposite(gauge))
                case Not(fact) if fact in self.facts:
                    return None
                case Flag() | Visited() | Gave() as fact if fact not in self.facts:
                    return None
        return asked
