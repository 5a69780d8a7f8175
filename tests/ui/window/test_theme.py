"""Both themes: every ink can be read, and no kind of order is known by colour alone."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pygame
import pytest
from pygame import Rect

from game.scenario.loading.files import bundled_folder
from game.testing import a_voyage
from game.ui.window.renderer import Renderer
from game.ui.window.settings import Settings
from game.ui.window.solo.watch import WatchScreen
from game.ui.window.widgets.theme import THEMES, Theme
from game.voyage.view import watch_view
from tests.ui.window.survey import Pixels, commonest, contrast, pixels

INKS = ("text", "dim", "course", "sails", "better", "worse")
SIZE = (1280, 720)
Mask = npt.NDArray[np.bool_]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_ink_stands_out_on_its_papers(theme: Theme) -> None:
    """7 to 1 for what is read, 3 to 1 for lines; on a chosen plate for text alone."""
    for ink in INKS:
        assert contrast(getattr(theme, ink), theme.paper) >= 7, ink
        assert contrast(getattr(theme, ink), theme.raised) >= 7, ink
    for paper in (theme.paper, theme.raised, theme.chosen):
        assert contrast(theme.text, paper) >= 7
        assert contrast(theme.dim, paper) >= 7
        assert contrast(theme.edge, paper) >= 3


class Drawn:
    """The orders of a built watch as they stand on the window: one of each kind."""

    def __init__(self, theme: str, mark: str = "") -> None:
        flow, voyage, _ = a_voyage("")
        self.screen = WatchScreen(watch_view(flow.scenario, voyage))
        self.screen.mark = mark
        pygame.font.init()
        settings = Settings(theme=theme)
        canvas = Renderer(pygame.Surface(SIZE), settings, bundled_folder("assets")).canvas
        self.screen.draw(canvas)
        self.screen.page = self.screen.pages - 1
        canvas.clear()
        self.screen.draw(canvas)
        self.picture, self.written = pixels(canvas.surface), canvas.written

    def plate(self, order: str) -> Rect:
        """Where an order stands."""
        return self.screen.places()[order]

    def edge(self, order: str) -> Pixels:
        """The line along the top of its plate."""
        plate = self.plate(order)
        return self.picture[plate.left : plate.right, plate.top]

    def sign(self, order: str) -> Pixels:
        """What stands between its number and the word for its kind."""
        plate = self.plate(order)
        number, word, *_ = (line.area for line in self.written if plate.contains(line.area))
        return self.picture[number.right : word.left, word.top : word.bottom]


def grey(part: Pixels) -> Pixels:
    """As a printer without colours prints it."""
    shades: Pixels = (part @ np.array([299, 587, 114])) // 1000
    return shades


def inked(part: Pixels) -> Mask:
    """Which pixels of a grey part differ from its paper."""
    values, counts = np.unique(part, return_counts=True)
    mask: Mask = np.abs(part - values[counts.argmax()]) > 40
    return mask


def breaks(line: Pixels) -> int:
    """How often a line changes; once where the bar of a chosen order crosses it."""
    return int((np.diff(line) != 0).sum())


def fullness(shape: Mask) -> float:
    """How much of the box around a shape it fills: a square 1, a triangle about half."""
    columns, rows = np.flatnonzero(shape.any(axis=1)), np.flatnonzero(shape.any(axis=0))
    box = shape[columns[0] : columns[-1] + 1, rows[0] : rows[-1] + 1]
    return float(box.mean())


@pytest.mark.parametrize("mark", ["", "steer", "reef"], ids=["none", "course", "sails"])
@pytest.mark.parametrize("theme", THEMES)
def test_course_and_sails_differ_in_grey(theme: str, mark: str) -> None:
    """By a solid and a dashed edge, by a triangle and a square, and by a word."""
    drawn = Drawn(theme, mark)
    edges = {order: grey(drawn.edge(order)) for order in ("steer", "reef")}
    signs = {order: fullness(inked(grey(drawn.sign(order)))) for order in ("steer", "reef")}
    words = [line.text for line in drawn.written]

    assert breaks(edges["steer"]) <= 1
    assert breaks(edges["reef"]) > 20
    assert signs["steer"] < 0.7
    assert signs["reef"] > 0.95
    assert {"course", "sails", "both", "teach"} <= set(words)


@pytest.mark.parametrize("theme", THEMES)
def test_plates_and_signs_stand_out(theme: str) -> None:
    """3 to 1 against what is really beside and behind them."""
    drawn = Drawn(theme)
    for order in ("steer", "reef", "share", "drill"):
        plate = drawn.plate(order)
        inner = plate.inflate(-8, -8)
        inside = commonest(drawn.picture[inner.left : inner.right, inner.top : inner.top + 2])
        outside = commonest(drawn.picture[plate.left : plate.right, plate.top - 2 : plate.top])
        edge = drawn.edge(order)[2]
        sign = drawn.sign(order)
        mark = sign[inked(grey(sign))]

        assert contrast(tuple(edge), inside) >= 3
        assert contrast(tuple(edge), outside) >= 3
        assert contrast(commonest(mark), inside) >= 3
