"""The language that a verb speaks, and scenarios in it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar

import typer

from game.findings import EvenKeelError
from game.i18n import _, spoken
from game.scenario.loading.files import LANGUAGE
from game.ui.languages import LANGUAGES, preferred_language, use_language

if TYPE_CHECKING:
    from game.scenario.loading.library import LoadedScenario


@dataclass
class NotToldIn(EvenKeelError):
    """A language that neither the game nor the scenario can be told in; known: those that can."""

    language: str
    known: tuple[str, ...]
    exit_code: ClassVar[int] = 2

    def message(self) -> str:
        """The sentence a person reads."""
        return _(
            "nothing here is told in '{language}': choose one of {known}\n"
            "or begin to translate a scenario: even-keel translate SCENARIO {language}",
            language=self.language,
            known=", ".join(self.known),
        )


def as_language(code: str | None) -> str | None:
    """What was typed, if it is the code of a language.

    Raises:
        BadParameter: if it is not.
    """
    if code is None or LANGUAGE.fullmatch(code):
        return code
    raise typer.BadParameter(_("'{code}' is no language: write it as de", code=code))


In = Annotated[
    str | None,
    typer.Option(
        "--language",
        metavar="CODE",
        callback=as_language,
        help=f"{', '.join(LANGUAGES)}, or a scenario's own; else as the settings say, "
        "or the system.",
    ),
]


def apply_language(language: str | None = None) -> None:
    """From now on, speak this one; without one, as the settings say, or the system."""
    from game.cli.support.window import settings

    use_language(language or settings().language or preferred_language(os.environ))


def scenario_in_spoken_language(loaded: LoadedScenario) -> LoadedScenario:
    """A scenario in the language that is spoken, if somebody has translated it."""
    from game.scenario.translation.translation import translate_scenario

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


def require_language(language: str | None, *library: LoadedScenario) -> str | None:
    """The same language, once it is sure that the game, or one of these, can be told in it.

    Raises:
        NotToldIn: if it is not.
    """
    from game.scenario.translation.translation import languages_of

    told = (loaded.scenario.language for loaded in library)
    if language is None or language in {*LANGUAGES, *told}:
        return language
    known = [*LANGUAGES, *(code for loaded in library for code in languages_of(loaded))]
    raise NotToldIn(language, tuple(dict.fromkeys(known)))
