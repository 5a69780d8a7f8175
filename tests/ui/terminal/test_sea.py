"""The sea in characters: the ship shows there, too, what the sea has done to her."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from game.scenario.model.scene import Hour, Sky
from game.ui.terminal.drawing import braille
from game.ui.terminal.drawing.braille import Sheet
from game.ui.terminal.drawing.sea import sea_picture
from game.ui.terminal.drawing.ship import Lying
from game.ui.terminal.drawing.sky import draw_sky
from game.voyage.sea import Backdrop

LEVELS = (0.9, 0.6, 0.4, 0.2, 0.05)
SIZE = (80, 14)


def told(lying: Lying) -> str:
    """What stands on the screen, a line a row."""
    return sea_picture(Sheet(*SIZE), 0.5, lying, 2.0).content().plain


def cells(one: str, other: str) -> int:
    """How many characters differ."""
    return sum(a != b for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("is_fine", [True, False], ids=["braille", "plain"])
def test_each_stage_of_her_stability_looks_unlike_the_one_before(
    monkeypatch: pytest.MonkeyPatch, *, is_fine: bool
) -> None:
    """Ten characters and more, on a console without braille five."""
    monkeypatch.setattr(braille, "FINE", is_fine)
    pictures = [told(Lying(stability=level)) for level in LEVELS]

    assert min(cells(*pair) for pair in pairwise(pictures)) >= (10 if is_fine else 5)


def test_each_stage_of_her_crew_looks_unlike_the_one_before() -> None:
    """They stand with an arm up, stand, bend, sit, and go away from the helm."""
    pictures = [told(Lying(canvas=0.0, crew=level)) for level in LEVELS]

    assert min(cells(*pair) for pair in pairwise(pictures)) >= 3


def test_nothing_is_drawn_beyond_eighty_columns() -> None:
    """Wherever she is, and however she lies."""
    for level in LEVELS:
        lines = told(Lying(stability=level)).splitlines()
        assert {len(line) for line in lines} == {SIZE[0]}


SKIES = [Backdrop(Sky.CLEAR, hour) for hour in Hour]
SKIES += [Backdrop(sky, Hour.DAY) for sky in Sky if sky is not Sky.CLEAR]


@pytest.mark.parametrize("is_fine", [True, False], ids=["braille", "plain"])
def test_every_sky_and_every_hour_is_told_from_all_others(
    monkeypatch: pytest.MonkeyPatch, *, is_fine: bool
) -> None:
    """By twenty characters and more, also on a console without braille."""
    monkeypatch.setattr(braille, "FINE", is_fine)
    pictures = []
    for under in SKIES:
        sheet = Sheet(*SIZE)
        draw_sky(sheet, under, 2.0)
        pictures.append(sea_picture(sheet, 0.5, Lying(), 2.0).content().plain)

    assert min(cells(*pair) for pair in combinations(pictures, 2)) >= 20
