"""Start the best UI there is."""

from __future__ import annotations

from game.cli.io import is_terminal
from game.cli.play.demo import demo
from game.cli.play.play import play
from game.cli.scenario_language import scenario_in_language
from game.cli.support.ui_services import open_services
from game.cli.support.window import Opening, open_window


def play_best() -> None:
    """The best face there is: the window, else the terminal game, else a demo voyage."""
    if open_window(open_services(None, None, scenario_in_language(None)), lambda: None, Opening()):
        return
    if is_terminal():
        play(terminal=True)
    else:
        demo()
