"""Scenarios in the language that is spoken."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from game.cli.io import cache_folder
from game.findings import EvenKeelError
from game.i18n import _, spoken
from game.scenario.loading.library import Hear, LoadedScenario, ShelfEntry, find, list_shelf
from game.scenario.loading.shelf_index import ShelfIndex
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
    loaded = scenario_in_spoken_language(find(name))
    require_language(language, [loaded])
    return loaded


def list_spoken_shelf(hear: Hear) -> list[ShelfEntry]:
    """The shipped scenarios, in the language that is spoken; hear: is told of each broken one."""
    index = ShelfIndex(cache_folder() / "shelf.json")
    return list_shelf(scenario_in_spoken_language, hear, index)


def scenario_in_spoken_language(loaded: LoadedScenario) -> LoadedScenario:
    """A scenario in the language that is spoken, if somebody has translated it."""
    return translate_scenario(loaded, spoken())


def scenario_in_language(asked: str | None) -> Callable[[LoadedScenario], LoadedScenario]:
    """A logbook's scenario in the language that is spoken.

    Unless one was asked for, what was sailed in a language that the game has no words in stays so:
    no settings could say it.
    """
    return lambda kept: (
        kept
        if kept.told_in not in {"", *LANGUAGES} and not asked
        else scenario_in_spoken_language(kept)
    )


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
