"""Every screen that a scenario can lead to, with the most that can be written on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.scenario.model.loaded import LoadedScenario
from game.scenario.model.scenario import Scenario, Watch
from game.ship.ship import Ship
from game.ui.window.screens.overlays import LogScreen, NumbersScreen
from game.ui.window.screens.screen import Screen
from game.ui.window.solo.ending import EndingScreen
from game.ui.window.solo.result import ResultScreen
from game.ui.window.solo.title_and_briefing import BriefingScreen
from game.ui.window.solo.watch import WatchScreen
from game.voyage.flow import Flow
from game.voyage.step import step
from game.voyage.view import (
    ResultView,
    WatchView,
    end_view,
    gauges_of,
    result_view,
    watch_view,
)
from game.voyage.voyage import CameBack, Give, Sailed, Voyage, new_voyage

WHY = (
    "She made little way. Too much sail: she leaned more than twice as far as she was built for. "
    "Your order gained 3 % of the way, and cost 4 % stability and 5 % crew spirit."
)
"""The longest that the sea ever answers."""
WORD = "The last line of the logbook was torn and has been left out."
RUDDER = "Rudder heavy: you have trimmed a lot, and led little"
GLASS = "Falling fast: more wind in the next watch"
FAR = Ship(
    progress=88.0,
    course_error=108.0,
    sail=0.88,
    stability=88.0,
    crew=88.0,
    seamanship=88.0,
    leading=0.5,
    managing=0.5,
    learning=0.0,
    reckoned=88.0,
    doubt=88.0,
)
"""A ship whose every figure is long, and differs from every other ship's."""


@dataclass(frozen=True)
class Shown:
    """A screen by a name of its own. said: texts of the author's that must be on its pages."""

    name: str
    screen: Screen
    said: tuple[str, ...]


def screens(loaded: LoadedScenario) -> Iterator[Shown]:
    """Every screen with words of this scenario."""
    scenario = loaded.scenario
    names = (voice.name for voice in scenario.voices.values())
    yield Shown("briefing", BriefingScreen(loaded), (scenario.title, scenario.summary, *names))
    for watch in scenario.watches.values():
        view = watch_of(scenario, watch)
        yield _watch(watch, view)
        results = list(results_of(scenario, watch))
        for number, result in enumerate(results):
            said = *_said(result), result.fix
            screen = ResultScreen(result, "88 of 88", gauges_of(FAR))
            yield Shown(f"{watch.id}, result {number}", screen, said)
        longest = max(results, key=lambda result: len(" ".join(_said(result))))
        told = *_said(longest), watch.situation
        yield Shown(f"{watch.id}, log", LogScreen([(view, longest)]), told)
        names = (name for name, _figure in longest.numbers)
        yield Shown(f"{watch.id}, numbers", NumbersScreen(longest), (WHY, *names))
    for ending in scenario.endings:
        over = replace(_at(scenario, scenario.first_watch), ending=ending.id)
        end = replace(end_view(scenario, over), gauges=gauges_of(FAR), watches=88)
        yield Shown(ending.id, EndingScreen(end), (ending.title, ending.text))


def _watch(watch: Watch, view: WatchView) -> Shown:
    orders = watch.orders.values()
    said = watch.situation, *watch.says.values(), *(order.label for order in orders)
    locks = tuple(order.locked for order in orders)
    return Shown(watch.id, WatchScreen(view, WORD), (*said, *locks))


def _said(result: ResultView) -> tuple[str, ...]:
    return result.order, result.text, result.why, *result.returned


def watch_of(scenario: Scenario, watch: Watch) -> WatchView:
    """A watch with all its words explained, and every lock that it has closed."""
    view = watch_view(scenario, _at(scenario, watch.id))
    orders = (replace(order, locked=watch.orders[order.id].locked) for order in view.orders)
    return replace(
        view,
        number=88,
        of=88,
        rudder=RUDDER,
        barometer=GLASS,
        gauges=gauges_of(FAR),
        orders=tuple(orders),
    )


def results_of(scenario: Scenario, watch: Watch) -> Iterator[ResultView]:
    """Whatever can come of this watch's orders, with all that they can bring back later."""
    voyage = _at(scenario, watch.id)
    for order in watch.orders.values():
        is_open = replace(order, when=())
        opened = replace(watch, orders={order.id: is_open})
        sea = replace(scenario, watches={**scenario.watches, watch.id: opened})
        after, events = step(Flow(sea), voyage, Give(order.id))
        sailed = next(event for event in events if isinstance(event, Sailed))
        back = [CameBack(8, later.text, {}) for later in order.later]
        for chance in order.chances:
            stronger = bool(order.strengthened_by)
            told = replace(sailed, result=chance.result, learnt=chance.learnt, before=FAR)
            told = replace(told, strengthened=stronger)
            yield replace(result_view(sea, after, [told, *back]), why=WHY)


def _at(scenario: Scenario, watch: str) -> Voyage:
    """A voyage that has come to this watch, and sailed one before it."""
    return replace(new_voyage(scenario, 1), at=watch)
