"""Speaking: which language a verb speaks, and scenarios told in it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar

import typer

from game.faces.languages import NAMES, speak_in, wished
from game.findings import EvenKeelError
from game.scenario.files import LANGUAGE
from game.tongue import _, spoken

if TYPE_CHECKING:
    from game.scenario.catalogue import Shelf


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
        help=f"{', '.join(NAMES)}, or a scenario's own; else as the settings say, or the system.",
    ),
]


def speak(language: str | None = None) -> None:
    """From now on, speak this one; without one, as the settings say, or the system."""
    from game.cli.window import settings

    speak_in(language or settings().language or wished(os.environ))


def tell(shelf: Shelf) -> Shelf:
    """A scenario in the language that is spoken, if somebody has translated it."""
    from game.scenario.translation import translated

    return translated(shelf, spoken())


def tell_again(asked: str | None) -> Callable[[Shelf], Shelf]:
    """A logbook's scenario in the language that is spoken.

    Unless one was asked for, what was sailed in a language that the game has no words in stays so:
    no settings could say it.
    """
    return lambda kept: kept if kept.told_in not in {"", *NAMES} and not asked else tell(kept)


def insist(language: str | None, *shelves: Shelf) -> str | None:
    """The same language, once it is sure that the game, or one of these, can be told in it.

    Raises:
        NotToldIn: if it is not.
    """
    from game.scenario.translation import languages_of

    told = (shelf.scenario.language for shelf in shelves)
    if language is None or language in {*NAMES, *told}:
        return language
    known = [*NAMES, *(code for shelf in shelves for code in languages_of(shelf))]
    raise NotToldIn(language, tuple(dict.fromkeys(known)))
