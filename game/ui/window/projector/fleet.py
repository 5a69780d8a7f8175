"""The ships of a session as the wall's one sea shows them: a convoy by name, a regatta without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.scenario.model.scene import Hour, Sky
from game.session.projector_view import CrewView
from game.session.regatta_view import Hull
from game.ui.window.projector.state import ProjectorState
from game.ui.window.scene.fleet import Afloat, Fleet
from game.voyage.sea import IN_HARBOUR, Backdrop, Sea

FAIR = Backdrop(Sky.CLEAR, Hour.DAY)
"""What a regatta is seen under: its ships may be at different watches."""


def fleet_of(state: ProjectorState) -> Fleet:
    view = state.view
    if view.regatta:
        return Fleet(tuple(map(_hull, view.regatta.hulls)), FAIR)
    ships = tuple(
        Afloat(crew.number, crew.name, sea, crew.end.outcome if crew.end else None)
        for crew in view.crews
        if (sea := _sea(crew))
    )
    shown = next((_sea(crew) for crew in state.deciding), None) or IN_HARBOUR
    return Fleet(ships, shown.backdrop, shown.scene.port)


def as_she_was(fleet: Fleet, hulls: Sequence[Hull], share: float) -> Fleet:
    """A regatta on its way through the watch that is over; share: of it, 0 to 1."""
    by_number = {hull.emblem.number: hull for hull in hulls}
    ships = (_on_her_way(ship, by_number[ship.number], share) for ship in fleet.ships)
    return replace(fleet, ships=tuple(ships))


def _on_her_way(ship: Afloat, hull: Hull, share: float) -> Afloat:
    if hull.was is None or share >= 1:
        return ship
    now = hull.progress, hull.off_course, hull.stability
    progress, bearing, stability = (
        was + share * (is_ - was) for was, is_ in zip(hull.was, now, strict=True)
    )
    sea = replace(ship.sea, progress=progress, bearing=bearing, stability=stability)
    return replace(ship, sea=sea, outcome=None)


def _sea(crew: CrewView) -> Sea | None:
    """Her newest sea that the room may know of."""
    if crew.result:
        return crew.result.sea
    if crew.watch:
        return crew.watch.sea
    return crew.end.sea if crew.end else None


def _hull(hull: Hull) -> Afloat:
    sea = replace(
        IN_HARBOUR,
        backdrop=FAIR,
        progress=hull.progress,
        bearing=hull.off_course,
        sail=hull.sail,
        heel=hull.heel,
        stability=hull.stability,
    )
    return Afloat(hull.emblem.number, "", sea, hull.outcome)
