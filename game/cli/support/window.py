"""Opening the window: its size, its settings on disk, and the pictures it keeps."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import UTC
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.io import has_display, home_folder, now, print_err, voyages_folder
from game.files.durable_folders import make_folders
from game.files.kinds import Kind
from game.files.writing import Writing, write_all
from game.i18n import _
from game.ui.window.settings import Settings, UserData, settings_from

if TYPE_CHECKING:
    from game.session.live_session import LiveSession
    from game.ui.services import Services, Start
    from game.ui.window.event_loop import Controller
    from game.ui.window.navigator import Navigator
    from game.ui.window.projector.controller import RoomServices
    from game.ui.window.worker import Worker

LARGEST = 65_536
"""No settings file has more bytes."""


class Colours(StrEnum):
    """The window's two themes."""

    DARK = "dark"
    LIGHT = "light"


Theme = Annotated[Colours | None, typer.Option(help="The window's colours.")]
Size = Annotated[str, typer.Option(help="The window's size, as 1920x1080.")]
Whole = Annotated[bool, typer.Option("--fullscreen", help="No frame around it.")]


@dataclass(frozen=True, slots=True)
class Opening:
    """How the window opens, as far as the command says; size: pixels."""

    size: tuple[int, int] | None = None
    full_screen: bool = False
    theme: Colours | None = None
    language: str = ""


def opening_of(size: str, full_screen: bool, theme: Colours | None) -> Opening:
    """How the window opens, from the words of the command."""
    if not size:
        return Opening(None, full_screen, theme)
    width, _x, height = size.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and int(width) > 0 and int(height) > 0):
        raise typer.BadParameter(_("'{size}' is no size: write it as 1920x1080", size=size))
    return Opening((min(int(width), 8192), min(int(height), 8192)), full_screen, theme)


def open_window(services: Services, begun: Callable[[], Start], opening: Opening) -> bool:
    """Play in a window; False, after a line with the reason, where none can be opened."""

    def controller(user_data: UserData, worker: Worker, displays: int) -> Navigator:
        from game.ui.window.solo.controller import SoloController

        return SoloController(services, user_data, begun(), worker, displays)

    return _keep_open(opening, controller)


def preview_window(file: Path, saved: Callable[[], bytes | str | None], opening: Opening) -> bool:
    """Show a scenario file in a window as it is written; False where none can be opened."""

    def controller(user_data: UserData, worker: Worker, _displays: int) -> Navigator:
        from game.ui.window.author_preview.controller import PreviewController

        preview = PreviewController(file.name, saved, user_data, worker)
        preview.own_art = file.parent
        return preview

    return _keep_open(opening, controller)


def open_projector(room: LiveSession, room_services: RoomServices, opening: Opening) -> bool:
    """Show a session on the projector until the window is closed; False where none can be."""

    def controller(user_data: UserData, worker: Worker, displays: int) -> Navigator:
        from game.ui.window.projector.controller import ProjectorController

        wall = ProjectorController(room, room_services, user_data, worker, displays)
        wall.own_art = Path(room.loaded.file).parent
        return wall

    return _keep_open(opening, controller)


def _keep_open(opening: Opening, controller: Controller) -> bool:
    """Play in a window until it is closed; False, after a line with the reason, without one."""
    if not has_display():
        print_err(_("No window here: no display server is running."))
        return False
    from game.ui.window.display import NoDisplay, open_display

    kept = settings()
    chosen = replace(
        kept,
        theme=opening.theme or kept.theme,
        full_screen=opening.full_screen or kept.full_screen,
        language=opening.language or kept.language,
    )
    try:
        display = open_display(opening.size, chosen)
    except NoDisplay as wrong:
        print_err(_("No window here: {why}.", why=wrong))
        return False
    from game.ui.window.event_loop import keep_open

    keep_open(display, _user_data(chosen), controller)
    return True


def _user_data(settings: Settings) -> UserData:
    from game.scenario.loading.files import bundled_folder
    from game.voyage.best_scores import best_scores

    return UserData(
        settings=settings,
        keep=_keep,
        assets=bundled_folder("assets"),
        picture=_picture,
        best=lambda: best_scores(voyages_folder()),
    )


def _picture() -> Path:
    """Where the next one goes; its name tells when it was taken, UTC."""
    return home_folder() / "pictures" / f"even-keel-{now().astimezone(UTC):%Y%m%d-%H%M%S-%f}Z.png"


def _file() -> Path:
    return home_folder() / "settings.json"


def settings() -> Settings:
    """The settings on disk; the usual ones where there are none that can be read."""
    try:
        with _file().open("rb") as file:
            return settings_from(json.loads(file.read(LARGEST)))
    except (OSError, ValueError, RecursionError):
        return Settings()


def _keep(settings: Settings) -> None:
    """Write the settings in the place of the old ones, however damaged: the file is ours alone."""
    make_folders(_file().parent)
    data = json.dumps(asdict(settings), indent=1).encode()
    there = _file().read_bytes() if _file().is_file() else None
    write_all([Writing(_file(), data, Kind.SETTINGS, over=there)])
