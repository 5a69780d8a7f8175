"""The verb replay: a logbook's voyage again."""

from __future__ import annotations

from pathlib import Path

import typer

from game.cli.io import print_data, print_lines
from game.cli.language import In, apply_language
from game.cli.options import AsJson
from game.cli.scenario_language import require_language, scenario_in_language
from game.scenario.model.own_words import use_words_of
from game.storage.logbook import read_log
from game.ui.terminal.printed import replay as face
from game.voyage.replay import replay as again


def replay(log: Path, as_json: AsJson = False, language: In = None) -> None:
    """Sail a logbook's voyage again, and say so if it differs."""
    read = read_log(log)
    apply_language(language)
    sailed = again(read, scenario_in_language(language))
    require_language(language, [sailed.loaded])
    use_words_of(sailed.loaded.scenario)
    if as_json:
        print_data(face.as_json(read, sailed))
    else:
        print_lines(face.replay_lines(read, sailed))
    if sailed.differs:
        raise typer.Exit(1)
