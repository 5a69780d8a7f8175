"""What a UI may ask of the outside world: scenarios, voyages new and old, looks back at them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.findings import VoyageInUse
from game.scenario.loading.shelf import Shelf
from game.scenario.model.loaded import LoadedScenario
from game.scenario.translation.translation import languages_of
from game.simulation.progress import Tell
from game.voyage.helm import Helm
from game.voyage.replay import untranslated

if TYPE_CHECKING:  # which plain play needs at the end of a voyage alone
    from game.debrief.debrief import Debrief
    from game.debrief.other_weather import OtherWeather

Start = Helm | VoyageInUse | None
"""What a UI begins with: a voyage, why there is none, or nothing."""


@dataclass(frozen=True, slots=True)
class Services:
    """The effects that a UI may ask for.

    shelf: what there is to sail, in the language that is spoken. set_out: a new voyage with its
    logbook. set_out_again: the same weather again from a watch of a
    voyage, by its number from 1, in a logbook of its own. unfinished: the newest voyage that is not
    over, to look at; resume: the same to sail on with, as its logbook stands now. look_back: a
    finished voyage's debrief; other_weather: its orders in other seas. Both may take a second, and
    tell how much of it is done. tell: a scenario in the language that is spoken. languages: those
    that somebody has begun to translate a scenario into, and its own.

    One voyage at a time is in use here: VoyageInUse is raised for one that another game has.
    """

    shelf: Callable[[], Shelf]
    set_out: Callable[[LoadedScenario], Helm]
    set_out_again: Callable[[Helm, int], Helm]
    unfinished: Callable[[], Helm | None]
    resume: Callable[[Helm], Helm]
    look_back: Callable[[Helm, Tell], Debrief]
    other_weather: Callable[[Helm, Tell], OtherWeather]
    tell: Callable[[LoadedScenario], LoadedScenario] = untranslated
    languages: Callable[[LoadedScenario], list[str]] = languages_of
