"""Which sounds answer what comes on the screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.ship.attention_cost import Kind
from game.ship.ship import Outcome
from game.testing import a_helm, a_voyage
from game.ui.window.screens.overlays import LogScreen
from game.ui.window.solo.ending import EndingScreen
from game.ui.window.solo.result import ResultScreen
from game.ui.window.solo.title_and_briefing import TitleScreen
from game.ui.window.solo.watch import WatchScreen, number_of
from game.ui.window.sound_cues import Cue, cues_of, theme_plays
from game.voyage.expression import Expression
from game.voyage.helm import Helm
from game.voyage.sea import Sea
from game.voyage.view import EndView, Line, ResultView, end_view


@pytest.fixture
def helm(tmp_path: Path) -> Helm:
    return a_helm(tmp_path)


def a_result(helm: Helm, **changes: Any) -> tuple[WatchScreen, ResultScreen]:
    """A watch, and what came of its order in a sea that differs only in these."""
    watch = helm.watch
    result = helm.give("steer")
    assert isinstance(result, ResultView)
    before: Sea = watch.sea
    told = replace(result, sea=replace(before, heel=1.0, **changes) if changes else before)
    return WatchScreen(watch), ResultScreen(told, number_of(watch), watch.gauges)


def an_ending(outcome: Outcome) -> EndView:
    """A voyage over, ended so."""
    flow, voyage, _ = a_voyage("CS" * 6)
    return replace(end_view(flow.scenario, voyage), outcome=outcome)


def test_a_watch_begins_with_the_bell_and_rings_it_once(helm: Helm) -> None:
    """Also when its screen is made anew, as in another language; and not behind a note."""
    watch = WatchScreen(helm.watch)

    assert cues_of(None, watch) == (Cue.BELL,)
    assert cues_of(watch, WatchScreen(helm.watch)) == cues_of(watch, LogScreen([])) == ()


def test_a_warning_rings_after_the_bell(helm: Helm) -> None:
    """Whoever speaks up is listened to."""
    line = Line("Bo", Kind.SAILS, "She leaks.", "", Expression.WORRIED)
    watch = WatchScreen(replace(helm.watch, warnings=(line,)))

    assert cues_of(None, watch) == (Cue.BELL, Cue.WARNING)


def test_a_gun_is_heard_where_its_smoke_is_seen(helm: Helm) -> None:
    """As the watch begins."""
    sea = replace(helm.watch.sea, props=("rival", "gun_smoke"))

    assert cues_of(None, WatchScreen(replace(helm.watch, sea=sea))) == (Cue.BELL, Cue.GUN)


@pytest.mark.parametrize(
    ("changes", "cues"),
    [
        ({}, ()),
        ({"sail": 1.0}, ()),
        ({"sail": 0.5}, (Cue.CANVAS_IN,)),
        ({"sail": 1.2}, (Cue.CANVAS_SET,)),
        ({"stability": 0.7}, (Cue.DAMAGE,)),
        ({"stability": 0.75}, ()),
        ({"stability": 0.9}, ()),
    ],
    ids=["calm", "as she was", "reefed", "set", "broken", "worn", "mended"],
)
def test_an_order_is_answered_by_what_it_did(
    helm: Helm, changes: dict[str, float], cues: tuple[Cue, ...]
) -> None:
    """The ship has all her canvas, and a stability of 80."""
    watch, result = a_result(helm, **changes)

    assert cues_of(watch, result) == (Cue.ORDER, *cues)


def test_timber_groans_when_she_heels_too_far(helm: Helm) -> None:
    """From more than 1.3 on."""
    watch, result = a_result(helm)
    cues = []
    for heel in (1.3, 1.31):
        result.sea = replace(result.sea, heel=heel)
        cues.append(cues_of(watch, result))

    assert cues == [(Cue.ORDER,), (Cue.ORDER, Cue.STRAIN)]


def test_landfall_has_its_bells_and_a_lost_ship_her_own_sound(helm: Helm) -> None:
    """Other endings have the theme alone."""
    _, result = a_result(helm)
    cues = {
        outcome: cues_of(result, EndingScreen(an_ending(outcome)))
        for outcome in Outcome
        if cues_of(result, EndingScreen(an_ending(outcome)))
    }

    assert cues == {Outcome.ARRIVED: (Cue.LANDFALL,), Outcome.FOUNDERED: (Cue.FOUNDERING,)}


def test_the_theme_plays_from_title_or_ending_on_until_there_is_a_watch(helm: Helm) -> None:
    """A note over the title does not end it, and one over a watch does not begin it."""
    watch, note = WatchScreen(helm.watch), LogScreen([])
    ending, heard = EndingScreen(an_ending(Outcome.ADRIFT)), []
    on = False
    for screen in (note, TitleScreen(None), note, watch, note, ending, note):
        on = theme_plays(on, screen)
        heard.append(on)

    assert heard == [False, True, True, False, False, True, True]
