"""Replay: a logbook's orders given again, and whether the same voyage comes of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.findings import LogbookDamaged, ScenarioBroken
from game.i18n import _
from game.scenario.model.loaded import LoadedScenario
from game.scenario.translation.translation import load_translated
from game.storage.logbook import Entry, Log, gauges
from game.voyage.flow import Flow
from game.voyage.step import step
from game.voyage.voyage import Event, Give, Refused, Voyage, new_voyage

CLOSE = 1e-9


def untranslated(loaded: LoadedScenario) -> LoadedScenario:
    """In the language that it was sailed in."""
    return loaded


@dataclass(frozen=True, slots=True)
class Replay:
    """A voyage sailed again. steps: the voyage after each order, with its events.

    differs: the first difference from the log, with its line, or empty. earlier: the voyage that
    this one goes back into, if any.
    """

    loaded: LoadedScenario
    flow: Flow
    start: Voyage
    steps: tuple[tuple[Voyage, tuple[Event, ...]], ...]
    differs: str
    earlier: Voyage | None

    @property
    def voyage(self) -> Voyage:
        return self.steps[-1][0] if self.steps else self.start


def replay(
    log: Log, translate: Callable[[LoadedScenario], LoadedScenario] = untranslated
) -> Replay:
    """Give every order of a log again.

    translate: into the language that its scenario is told in.

    Raises:
        LogbookDamaged: at an order that could not have been given there.
    """
    kept = log.header
    try:
        file = f"{log.path} (its scenario)"
        loaded = translate(load_translated(file, kept.text, kept.language, kept.translation))
    except ScenarioBroken as broken:
        wrong = broken.findings[0].message
        reason = _("the scenario in it cannot be read: {reason}", reason=wrong)
        raise LogbookDamaged(log.path, 1, reason) from broken
    flow = Flow(loaded.scenario)
    start = voyage = new_voyage(loaded.scenario, kept.seed)
    steps: list[tuple[Voyage, tuple[Event, ...]]] = []
    differs = ""
    for entry in log.entries:
        at = voyage.at
        voyage, events = step(flow, voyage, Give(entry.order))
        if at != entry.watch:
            raise LogbookDamaged(
                log.path, entry.line, _("it says watch {said}, not {at}", said=entry.watch, at=at)
            )
        if isinstance(events[0], Refused):
            raise LogbookDamaged(log.path, entry.line, events[0].reason)
        steps.append((voyage, tuple(events)))
        differs = differs or _difference(entry, voyage)
    return Replay(loaded, flow, start, tuple(steps), differs, _earlier(log, flow, start))


def _earlier(log: Log, flow: Flow, voyage: Voyage) -> Voyage | None:
    for order in log.header.earlier:
        voyage, events = step(flow, voyage, Give(order))
        if isinstance(events[0], Refused):
            wrong = events[0].reason
            reason = _("of the earlier voyage in it: {reason}", reason=wrong)
            raise LogbookDamaged(log.path, 1, reason)
    return voyage if log.header.earlier else None


def _difference(entry: Entry, voyage: Voyage) -> str:
    for name, value in gauges(voyage.ship).items():
        if abs(value - entry.gauges[name]) > CLOSE:
            return _(
                "line {line}: the log says {gauge} {logged:.3f}, the replay {figure:.3f}",
                line=entry.line,
                gauge=name,
                logged=entry.gauges[name],
                figure=value,
            )
    return ""
