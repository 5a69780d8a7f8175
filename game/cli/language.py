"""The language that a verb speaks."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from game.cli.support.window import settings
from game.i18n import _
from game.scenario.loading.files import LANGUAGE
from game.ui.languages import LANGUAGES, preferred_language, use_language


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
    use_language(language or settings().language or preferred_language(os.environ))
