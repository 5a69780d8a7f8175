"""The scenario: what a voyage is sailed in, as plain frozen data without positions or defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from game.i18n import N_
from game.scenario.model.conditions import Condition
from game.scenario.model.scene import Look, Scene
from game.ship.attention_cost import Effort, Kind
from game.ship.ship import Outcome
from game.ship.weather import Weather

Effects = Mapping[str, float]
"""What happens to gauges, in each gauge's own units."""

PRACTICES: dict[Kind, tuple[str, ...]] = {
    Kind.COURSE: (
        *(N_("vision"), N_("purpose"), N_("inspires"), N_("empathy"), N_("trust")),
        *(N_("innovates"), N_("adapts"), N_("challenges"), N_("empowers"), N_("communicates")),
    ),
    Kind.SAILS: (
        *(N_("plans"), N_("organises"), N_("coordinates"), N_("delegates"), N_("controls")),
        *(N_("allocates"), N_("monitors"), N_("accounts"), N_("mitigates"), N_("standardises")),
    ),
    Kind.TEACH: (N_("mentors"), N_("coaches"), N_("rehearses"), N_("reflects")),
}
"""The practices of leadership, management and teaching; an order of kind both may name any."""


UNTAUGHT = 30.0
"""The seamanship for which chances are written."""
GROWS_WITHIN = (5.0, 95.0)
"""A chance that grows with seamanship stays within these percents."""
BEST_FIRST = (
    *(Outcome.ARRIVED, Outcome.HARBOUR, Outcome.ADRIFT),
    *(Outcome.MUTINY, Outcome.FOUNDERED),
)
"""Outcomes, from the best to end with to the worst."""


class Theme(StrEnum):
    """Which statement of the thesis a scenario teaches."""

    ANALOGY = "analogy"
    COMPLEMENTARY = "complementary"
    DEVELOPMENT = "development"
    LEARNING = "learning"
    ALIGNMENT = "alignment"
    EMPOWERMENT = "empowerment"


@dataclass(frozen=True, slots=True)
class Voice:
    """Someone on board who always has an opinion.

    speaks_for: course or sails. portrait: of the shipped ones, a picture of the author's own beside
    the scenario's file, or empty.
    """

    id: str
    name: str
    speaks_for: Kind
    portrait: str


@dataclass(frozen=True, slots=True)
class CrewCard:
    """A crew of a convoy: its ship's name, and what it alone knows from the start."""

    id: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Later:
    """A consequence that comes back `after` watches, unless all of `unless` holds by then."""

    after: int
    unless: tuple[Condition, ...]
    text: str
    effects: Effects


@dataclass(frozen=True, slots=True)
class Chance:
    """One way an order can turn out.

    percent: of 100, for a crew with seamanship 30; grows: whether it is likelier the more skilled
    she is. learnt: what a failure has taught. effects: before the passage. goto: a watch, or an
    outcome's name.
    """

    percent: float
    grows: bool
    result: str
    learnt: str
    effects: Effects
    sets: tuple[str, ...]
    goto: str


@dataclass(frozen=True, slots=True)
class Order:
    """An order as written.

    fix: whether it looks where she is without steering for it. foil: whether it stands here to be
    seen through; no debrief advises it. locked: what to say while `when` does not hold.
    strengthened_by: what doubles all that its effects gain.
    """

    id: str
    label: str
    kind: Kind
    effort: Effort
    fix: bool
    foil: bool
    practice: str
    when: tuple[Condition, ...]
    locked: str
    strengthened_by: tuple[Condition, ...]
    chances: tuple[Chance, ...]
    later: tuple[Later, ...]


@dataclass(frozen=True, slots=True)
class Watch:
    """One decision. says: a line for each voice, by the voice's id. notes: facilitator only.

    cards: what one crew of a convoy learns now and the others do not, by the crew's id.
    """

    id: str
    weather: Weather[float]
    look: Look
    situation: str
    says: Mapping[str, str]
    notes: str
    cards: Mapping[str, str]
    orders: Mapping[str, Order]


@dataclass(frozen=True, slots=True)
class Ending:
    """How a voyage is told when it is over.

    rank: the higher the better to end so, as its author sees it; 0 if that is not said. ask: the
    question it leaves.
    """

    id: str
    outcome: Outcome
    rank: int
    when: tuple[Condition, ...]
    title: str
    text: str
    ask: str


@dataclass(frozen=True, slots=True)
class Check:
    """What must hold: always conditions in every voyage, and an ending that can be reached."""

    always: tuple[Condition, ...]
    can_end: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """A voyage that can be sailed.

    distance: 100 is twelve good watches. start: gauges at the start. variation: share by which
    seeded weather departs from the written one, 0 to 0.5. minutes: solo and group. watches and
    endings stand in the order of the file; the first watch opens the voyage. cards: the crews of a
    convoy, by id; what is on a card is for that crew and the facilitator, never for a view.
    words: what people read in place of the game's words, by OWN_WORDS. license: by its SPDX name.
    """

    id: str
    version: str
    language: str
    author: str
    license: str
    title: str
    summary: str
    teaches: Theme
    minutes_solo: int
    minutes_group: int
    distance: float
    start: Effects
    variation: float
    scene: Scene
    words: Mapping[str, str]
    voices: Mapping[str, Voice]
    cards: Mapping[str, CrewCard]
    watches: Mapping[str, Watch]
    endings: tuple[Ending, ...]
    debrief: tuple[str, ...]
    checks: tuple[Check, ...]

    @property
    def merits(self) -> list[int]:
        """Of each ending, how many others are worse to end with.

        Arrivals are better than all else; then counts the author's rank, then the outcome as listed
        in `BEST_FIRST`, and of one outcome the earlier in the file.
        """

        def worth(number: int) -> tuple[bool, int, int, int]:
            ending = self.endings[number]
            outcome = BEST_FIRST.index(ending.outcome)
            return ending.outcome is Outcome.ARRIVED, ending.rank, -outcome, -number

        rising = sorted(range(len(self.endings)), key=worth)
        return [rising.index(number) for number in range(len(self.endings))]

    @property
    def first_watch(self) -> str:
        return next(iter(self.watches))

    def onward(self, at: str) -> list[str]:
        """The watches that a watch's orders can lead to."""
        orders = self.watches[at].orders.values()
        gotos = dict.fromkeys(chance.goto for order in orders for chance in order.chances)
        return [goto for goto in gotos if goto in self.watches]

    def ahead(self, at: str) -> int:
        """The most watches that a voyage can still have, this one counted and no way back taken."""
        longest: dict[str, int] = {}
        for watch in reversed(list(self.watches)):
            longest[watch] = 1 + max((longest.get(to, 0) for to in self.onward(watch)), default=0)
        return longest[at]
