"""What is kept for the window between two days: settings, pictures, best scores."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from game.ui.window.settings import Settings


@dataclass(frozen=True, slots=True)
class UserData:
    """The effects that only the window asks for, beside those of the services.

    settings, keep: what this person likes, and how it is kept. assets: fonts, art and sounds.
    picture: where the next picture of the window goes. best: the best landfall, by scenario.
    """

    settings: Settings
    keep: Callable[[Settings], None]
    assets: Path
    picture: Callable[[], Path]
    best: Callable[[], Mapping[str, str]]
