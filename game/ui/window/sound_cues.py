"""Which sounds answer what comes on the screen, by the sea before it and the sea now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from game.ship.ship import Outcome
from game.ui.window.screens.screen import Screen
from game.ui.window.solo.debrief import DebriefScreen
from game.ui.window.solo.ending import EndingScreen
from game.ui.window.solo.result import ResultScreen
from game.ui.window.solo.title_and_briefing import TitleScreen
from game.ui.window.solo.watch import WatchScreen
from game.voyage.sea import Sea
from game.voyage.view import WatchView


class Cue(StrEnum):
    """A sound that is heard once, by the name of its file."""

    BELL = "bell"
    WARNING = "warning"
    ORDER = "order"
    CANVAS_SET = "canvas_set"
    CANVAS_IN = "canvas_in"
    STRAIN = "strain"
    DAMAGE = "damage"
    GUN = "gun"
    LANDFALL = "landfall"
    FOUNDERING = "foundering"


ENDINGS: dict[Outcome, tuple[Cue, ...]] = {
    Outcome.ARRIVED: (Cue.LANDFALL,),
    Outcome.FOUNDERED: (Cue.FOUNDERING,),
}
GUN_SMOKE = "gun_smoke"
"""What is on the sea where a gun is fired."""
CANVAS = 0.08
"""The share of her canvas that is heard when it is set or taken in."""
STRAINED = 1.3
"""The heel at which timber groans; 1 is her designed load."""
BROKEN = 0.08
"""The share of stability that is heard when it goes."""


def cues_of(before: Screen | None, now: Screen) -> tuple[Cue, ...]:
    """What is heard as a screen comes up. before: the last one that something was heard of."""
    if before and _told(before) == _told(now):
        return ()
    if now.begins:
        return Cue.BELL, *_news(now.begins)
    if now.ending:
        return ENDINGS.get(now.ending, ())
    if now.is_answer:
        return Cue.ORDER, *(_answers(before.sea, now.sea) if before else ())
    return ()


def _told(screen: Screen) -> tuple[object, ...]:
    return type(screen), screen.watch, screen.ending


def theme_plays(on: bool, screen: Screen) -> bool:
    """Whether the theme is heard: from title or ending on, until there is a watch or a debrief."""
    if isinstance(screen, TitleScreen | EndingScreen):
        return True
    return on and not isinstance(screen, WatchScreen | ResultScreen | DebriefScreen)


def _news(watches: Iterable[WatchView]) -> Iterator[Cue]:
    """What the watch begins with, beside its bell; a convoy may stand at several."""
    if any(watch.warnings for watch in watches):
        yield Cue.WARNING
    if any(GUN_SMOKE in watch.sea.props for watch in watches):
        yield Cue.GUN


def _answers(before: Sea, now: Sea) -> Iterator[Cue]:
    """What the watch did to the ship, so far as it can be heard."""
    if abs(now.sail - before.sail) >= CANVAS:
        yield Cue.CANVAS_SET if now.sail > before.sail else Cue.CANVAS_IN
    if now.heel > STRAINED:
        yield Cue.STRAIN
    if before.stability - now.stability >= BROKEN:
        yield Cue.DAMAGE
