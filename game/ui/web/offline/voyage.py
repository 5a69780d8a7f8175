"""One captain's voyage in a browser's worker: what a room answers, without the room.

The worker hands in what the browser keeps, the moment and the seed, and passes messages on; what
it is given to keep, the browser stores before the page hears of it.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from game.i18n import _
from game.reports.own_debrief import own_debrief, own_decisions
from game.scenario.model.loaded import LoadedScenario
from game.scenario.model.own_words import use_words_of
from game.scenario.model.plain import scenario_from_plain
from game.session import commands
from game.session.apply import apply
from game.session.new_session import new_session
from game.session.participation.captain_view import captain_view
from game.session.phone_view import as_json, fields_of, seat_view
from game.session.session import Crew, Pace
from game.simulation.single_voyage import sail_orders
from game.storage.logbook import first_line, note_line, order_line
from game.ui.languages import use_language
from game.voyage.flow import Flow
from game.voyage.voyage import Refused, new_voyage

SEAT = "own"


@dataclass(frozen=True, slots=True)
class Kept:
    """All that a browser keeps of a voyage. started: its moment, with its zone."""

    seed: int
    started: str
    orders: tuple[str, ...] = ()
    line: str = ""
    guess: int | None = None


def loaded_from_plain(data: dict[str, Any]) -> LoadedScenario:
    """The scenario of a file in `voyages/`, which `plain_loaded` made."""
    scenario = scenario_from_plain(data["scenario"])
    return LoadedScenario(scenario, data["text"], data["file"], data["translation"])


class OfflineVoyage:
    """A regatta of one ship at its own pace."""

    def __init__(self, loaded: LoadedScenario, kept: Kept) -> None:
        self.loaded, self.flow = loaded, Flow(loaded.scenario)
        self.seed, self.started = kept.seed, datetime.fromisoformat(kept.started)
        at = self.started.timestamp()
        self.session = new_session(loaded.scenario, kept.seed, 0, 1, at, Pace.OWN)
        self.revision = 0
        self._do(commands.Join(SEAT, "", 0))
        if kept.guess is not None:
            self._do(commands.Guess(SEAT, kept.guess))
        for watch, order in enumerate(kept.orders, 1):
            self._do(commands.Order(SEAT, watch, order))
        if kept.line:
            self._do(commands.Say(SEAT, kept.line, 1))

    @property
    def crew(self) -> Crew:
        return self.session.crews[0]

    @property
    def kept(self) -> Kept:
        """What the browser is to keep; made of it again, the voyage stands here."""
        seat = self.session.seats[SEAT]
        started = self.started.isoformat()
        return Kept(self.seed, started, self.crew.voyage.gave, seat.line, seat.guess)

    def hear(self, text: str) -> str:
        """A page's message; as JSON, what it is told for it, and what is to be kept first."""
        answers = self._answer(json.loads(text))
        return json.dumps({"answers": answers, "kept": json.dumps(asdict(self.kept))})

    def _answer(self, message: dict[str, Any]) -> list[str]:
        match message:
            case {"join": _} | {"check": _}:
                return [self._deck()]
            case {"debrief": _} if self.session.looks_back(self.crew):
                return [as_json({"debrief": own_debrief(self.flow, self.session, self.crew, [])})]
            case {"decisions": _} if self.session.looks_back(self.crew):
                return [as_json({"decisions": own_decisions(self.flow, self.crew)})]
            case {"logbook": _}:
                stem = f"{self.started:%Y%m%d-%H%M%SZ}-{self.loaded.scenario.id}-{self.seed}"
                return [as_json({"logbook": self.logbook(), "name": f"{stem}.jsonl"})]
            case {"id": int(id), **told} if len(told) == 1:
                return self._record(id, told)
            case _:
                return []

    def logbook(self) -> str:
        """The voyage so far as the file that `debrief` and `replay` read."""
        start = new_voyage(self.flow.scenario, self.seed)
        lines = [first_line(self.loaded, self.seed, self.started)]
        for sailed in sail_orders(self.flow, start, self.crew.voyage.gave):
            lines.append(order_line(start.at, sailed.voyage.gave[-1], sailed.voyage.ship))
            start = sailed.voyage
        if line := self.session.seats[SEAT].line:
            lines.append(note_line(line))
        return b"".join(lines).decode()

    def _record(self, id: int, told: dict[Any, Any]) -> list[str]:
        name, values = next(iter(told.items()))
        command = commands.from_data({name: {**values, "seat": SEAT}})
        if isinstance(command, commands.Order | commands.Say | commands.Guess):
            refused = self._do(command)
        else:
            refused = Refused(_("this could not be read"))
        seat = fields_of(seat_view(self.session, SEAT))
        why, passes = (refused.reason, refused.passes) if refused else ("", False)
        told = {"id": id, "refused": why, "passes": passes, "revision": self.revision, "you": seat}
        return [as_json(told), self._deck()]

    def _do(self, command: commands.Command) -> Refused | None:
        timed = commands.TimedCommand(self.session.now, command)
        after = apply(self.flow, self.session, timed)
        if isinstance(after, Refused):
            return after
        self.session, self.revision = after, self.revision + 1
        return None

    def _deck(self) -> str:
        deck = as_json(captain_view(self.flow, self.session, self.crew))
        you = as_json(seat_view(self.session, SEAT))
        return f'{{"revision":{self.revision},"left":null,"you":{you},"deck":{deck}}}'


def begin(language: str, scenario: str, kept: str) -> OfflineVoyage:
    """The voyage that a worker was asked for. scenario, kept: as JSON.

    What was kept may be another version's, or anybody's: an order that cannot be given ends it.
    """
    use_language(language)
    loaded = loaded_from_plain(json.loads(scenario))
    use_words_of(loaded.scenario)
    told = json.loads(kept)
    orders = tuple(str(order) for order in told.get("orders", ()))
    line, guess = str(told.get("line", "")), told.get("guess")
    return OfflineVoyage(loaded, Kept(int(told["seed"]), told["started"], orders, line, guess))
