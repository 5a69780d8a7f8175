"""Speaking: which language a verb speaks, and scenarios told in it."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from game.tongue import spoken

if TYPE_CHECKING:
    from game.scenario.catalogue import Shelf


class Language(StrEnum):
    """Those that the game speaks."""

    ENGLISH = "en"
    GERMAN = "de"
    FRENCH = "fr"


In = Annotated[
    Language | None,
    typer.Option("--language", help="Else as the settings say, or the system."),
]


def speak(language: str | None = None) -> None:
    """From now on, speak this one; without one, as the settings say, or the system."""
    from game.cli.window import settings
    from game.faces.languages import speak_in, wished

    speak_in(language or settings().language or wished(os.environ))


def tell(shelf: Shelf) -> Shelf:
    """A scenario in the language that is spoken, if somebody has translated it."""
    from game.scenario.translation import translated

    return translated(shelf, spoken())
