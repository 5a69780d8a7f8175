"""The services that a UI may ask for, with clock, disk and seed behind them."""

from __future__ import annotations

import secrets
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.io import now, voyages_folder
from game.cli.scenario_language import list_spoken_shelf, scenario_in_spoken_language
from game.files.locking import Lock, lock
from game.findings import VoyageInUse
from game.i18n import say_instead
from game.scenario.loading.shelf import Shelf, ShelfEntry, Translate, translate_or_own
from game.scenario.model.loaded import LoadedScenario
from game.scenario.model.own_words import use_words_of
from game.simulation.progress import Tell
from game.storage.logbook import digest_of
from game.ui.services import Services
from game.voyage import helm as voyage
from game.voyage.helm import Helm, NothingToContinue, continue_newest, log_path

if TYPE_CHECKING:
    from game.debrief.debrief import Debrief
    from game.debrief.other_weather import OtherWeather


class _InUse:
    """The logbook of the voyage that this game sails; no other game may."""

    def __init__(self) -> None:
        self._lock: Lock | None = None

    def take(self, helm: Helm) -> Helm:
        """From now on this one's is in use, and no longer the one before.

        Raises:
            VoyageInUse: if another game has it.
        """
        before = self._lock
        if before and before.path == helm.path:
            return helm
        taken = lock(helm.path)
        if taken is None:
            raise VoyageInUse(helm.path)
        self._lock = taken
        if before:
            before.release()
        return helm


def open_services(seed: int | None, log: Path | None, tell_again: Translate) -> Services:
    """seed: of every new voyage; log: the first one's logbook. Without, each has its own.

    tell_again: in which language a voyage goes on.
    """
    in_use = _InUse()

    def set_out(loaded: LoadedScenario) -> Helm:
        number = secrets.randbelow(1_000_000) if seed is None else seed
        path = log if log and not log.exists() else _new(loaded, number)
        use_words_of(loaded.scenario)
        return in_use.take(voyage.begin_voyage(loaded, number, path, now()))

    def set_out_again(helm: Helm, before_watch: int) -> Helm:
        path = _new(helm.loaded, helm.voyage.seed)
        return in_use.take(voyage.begin_voyage_again(helm, before_watch, path, now()))

    def resume(helm: Helm) -> Helm:
        fresh = voyage.resume_voyage(in_use.take(helm).path, tell_again)
        use_words_of(fresh.loaded.scenario)
        return replace(fresh, word=fresh.word or helm.word)

    untranslated: list[str] = []

    def tell(loaded: LoadedScenario) -> LoadedScenario:
        told = translate_or_own(loaded, scenario_in_spoken_language, untranslated.append)
        use_words_of(told.scenario)
        return told

    return Services(
        shelf=lambda: _shelf(untranslated),
        set_out=set_out,
        set_out_again=set_out_again,
        unfinished=lambda: _unfinished(tell_again),
        resume=resume,
        look_back=_look_back,
        other_weather=_other_weather,
        tell=tell,
    )


def _shelf(untranslated: list[str]) -> Shelf:
    say_instead({})  # what is chosen next may have words of its own
    broken: list[str] = []
    entries = list_spoken_shelf(broken.append)
    entries = [replace(entry, open=partial(_opened, entry)) for entry in entries]
    return Shelf(tuple(entries), tuple(dict.fromkeys([*broken, *untranslated])))


def _opened(entry: ShelfEntry) -> LoadedScenario:
    """A scenario that was chosen, to be told in its own words."""
    loaded = entry.open()
    use_words_of(loaded.scenario)
    return loaded


def _unfinished(tell_again: Translate) -> Helm | None:
    try:
        return continue_newest(voyages_folder(), tell_again)
    except NothingToContinue:
        return None


def _new(loaded: LoadedScenario, seed: int) -> Path:
    """Where the logbook of a voyage that begins now goes."""
    return log_path(voyages_folder(), loaded.scenario.id, seed, now())


def _look_back(helm: Helm, tell: Tell) -> Debrief:
    from game.debrief.debrief import whole_debrief_of  # which no voyage needs before its end

    sailed = (helm.flow, helm.voyage, digest_of(helm.loaded.text))
    return replace(whole_debrief_of(*sailed, tell, helm.earlier), note=helm.note)


def _other_weather(helm: Helm, tell: Tell) -> OtherWeather:
    from game.debrief.other_weather import other_weather

    return other_weather(helm.flow, helm.voyage, tell)
