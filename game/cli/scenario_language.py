"""Scenarios in the language that is spoken."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from game.cli.find_scenario import find_scenario
from game.cli.io import cache_folder, scenarios_folder
from game.findings import EvenKeelError
from game.i18n import _, spoken
from game.scenario.loading.files import scenario_in
from game.scenario.loading.library import find_own
from game.scenario.loading.shelf import Hear, ShelfEntry, list_shelf
from game.scenario.loading.shelf_index import ShelfIndex
from game.scenario.model.loaded import LoadedScenario
from game.scenario.model.own_words import use_words_of
from game.scenario.translation.translation import languages_of, translate_scenario
from game.ui.languages import LANGUAGES


@dataclass
class NotToldIn(EvenKeelError):
    """A language that neither the game nor the scenario can be told in; known: those that can."""

    language: str
    known: tuple[str, ...]
    exit_code: ClassVar[int] = 2

    def message(self) -> str:
        return _(
            "nothing here is told in '{language}': choose one of {known}\n"
            "or begin to translate a scenario: even-keel translate SCENARIO {language}",
            language=self.language,
            known=", ".join(self.known),
        )


def find_in_language(name: str, language: str | None) -> LoadedScenario:
    """The scenario with this id or in this file, in the language that is spoken.

    Raises:
        UnknownScenario: if there is none.
        ScenarioBroken: if it or its translation has errors.
        NotToldIn: if a language was asked for that it cannot be told in.
    """
    loaded = scenario_in_spoken_language(find_scenario(name))
    require_language(language, [loaded])
    use_words_of(loaded.scenario)
    return loaded


def list_spoken_shelf(hear: Hear) -> list[ShelfEntry]:
    """What there is to sail, in the language that is spoken; hear: is told of each broken one."""
    index = ShelfIndex(cache_folder() / "shelf.json")
    return list_shelf(scenario_in_spoken_language, hear, index, scenarios_folder())


def scenario_in_spoken_language(loaded: LoadedScenario) -> LoadedScenario:
    """A scenario in the language that is spoken, if somebody has translated it."""
    return translate_scenario(loaded, spoken())


def scenario_in_language(asked: str | None) -> Callable[[LoadedScenario], LoadedScenario]:
    """A logbook's scenario in the language that is spoken.

    Unless one was asked for, what was sailed in a language that the game has no words in stays so:
    no settings could say it.
    """

    def told(kept: LoadedScenario) -> LoadedScenario:
        if kept.told_in not in {"", *LANGUAGES} and not asked:
            return on_its_shelf(kept)
        return scenario_in_spoken_language(on_its_shelf(kept))

    return told


def on_its_shelf(kept: LoadedScenario) -> LoadedScenario:
    """A logbook's scenario beside what belongs to it, if the reader still has it: faces, languages.

    What it says stays the logbook's own.
    """
    own = find_own(kept.scenario.id, scenarios_folder())
    return replace(kept, file=str(scenario_in(own))) if own else kept


def require_language(language: str | None, library: Iterable[LoadedScenario] = ()) -> None:
    """Make sure that the game, or one of these, can be told in it; they are read only if need be.

    Raises:
        NotToldIn: if it is not.
    """
    if language is None or language in LANGUAGES:
        return
    opened = list(library)
    if all(language != loaded.scenario.language for loaded in opened):
        known = [*LANGUAGES, *(code for loaded in opened for code in languages_of(loaded))]
        raise NotToldIn(language, tuple(dict.fromkeys(known)))
