"""Languages: which ones the game speaks, their catalogues, and which one somebody wishes."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import translation
from pathlib import Path

from game.i18n import Locale, speak
from game.scenario.loading.files import bundled_folder

ENGLISH = "en"
LANGUAGES = {
    ENGLISH: ("English", ".", ","),
    "de": ("Deutsch", ",", "\N{NO-BREAK SPACE}"),
    "fr": ("Français", ",", "\N{NO-BREAK SPACE}"),
}
"""The one list: what they call themselves, and what stands before decimals and for thousands.

All but English, in which the code is written, have a catalogue."""
DOMAIN = "even-keel"
LANGUAGE_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where a system keeps what its user speaks; the first that says anything counts."""


def catalogues() -> Path:
    """The folder that they stand in, as gettext wants it."""
    return bundled_folder("assets") / "languages"


def name_of(code: str) -> str:
    """What a language calls itself; of one that only a scenario is told in, its code."""
    return LANGUAGES[code][0] if code in LANGUAGES else code


def use_language(code: str) -> None:
    """Speak a language from now on; what has no catalogue is told by scenarios alone.

    Raises:
        OSError: if its catalogue is missing.
    """
    if code == ENGLISH or code not in LANGUAGES:
        speak(Locale(code))
        return
    _, point, comma = LANGUAGES[code]
    speak(Locale(code, code, translation(DOMAIN, catalogues(), [code]), point, comma))


def preferred_language(env: Mapping[str, str]) -> str:
    """The language that the environment asks for, if the game speaks it; else English."""
    said = next((env[name] for name in LANGUAGE_VARIABLES if env.get(name)), "")
    codes = (each.replace("-", "_").split("_")[0].split(".")[0] for each in said.split(":"))
    return next((code for code in codes if code in LANGUAGES), ENGLISH)
