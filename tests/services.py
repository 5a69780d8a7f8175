"""Services for tests: the usual effects, logbooks in a folder, one sea for all voyages."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from pathlib import Path

from game.debrief.debrief import whole_debrief_of
from game.debrief.other_weather import other_weather
from game.i18n import spoken
from game.scenario.loading.shelf import Shelf, shelf_entry
from game.scenario.model.loaded import LoadedScenario
from game.scenario.translation.translation import translate_scenario
from game.storage.logbook import digest_of
from game.testing import NOON
from game.ui.services import Services
from game.voyage.helm import (
    Helm,
    NothingToContinue,
    begin_voyage,
    begin_voyage_again,
    continue_newest,
    resume_voyage,
)


def some_services(folder: Path, library: list[LoadedScenario], seed: int = 1) -> Services:
    """Logbooks are numbered from 1 in the order that they are begun in."""
    paths = (folder / f"{number}.jsonl" for number in count(1))

    def tell(loaded: LoadedScenario) -> LoadedScenario:
        return translate_scenario(loaded, spoken())

    def unfinished() -> Helm | None:
        try:
            return continue_newest(folder, tell)
        except NothingToContinue:
            return None

    return Services(
        shelf=lambda: Shelf(tuple(shelf_entry(tell(loaded)) for loaded in library)),
        set_out=lambda loaded: begin_voyage(loaded, seed, next(paths), NOON),
        set_out_again=lambda helm, watch: begin_voyage_again(helm, watch, next(paths), NOON),
        unfinished=unfinished,
        resume=lambda helm: resume_voyage(helm.path, tell),
        look_back=lambda helm, hear: replace(
            whole_debrief_of(
                helm.flow, helm.voyage, digest_of(helm.loaded.text), hear, helm.earlier
            ),
            note=helm.note,
        ),
        other_weather=lambda helm, hear: other_weather(helm.flow, helm.voyage, hear),
        tell=tell,
    )
