"""The sheet: rows in columns and in pages that fit."""

from __future__ import annotations

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygame import Rect

from game.scenario.loading.files import bundled_folder
from game.ui.window.renderer import Renderer
from game.ui.window.settings import Settings
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.sheet import Placed, Row, Writer, into_pages

AREA = Rect(40, 30, 600, 300)
ROWS = st.builds(
    Row,
    height=st.integers(0, 400),
    draw=st.just(lambda _: None),
    keep=st.booleans(),
    air=st.booleans(),
)


def a_row(height: int = 40, *, keep: bool = False, air: bool = False) -> Row:
    """A row that draws nothing."""
    return Row(height, lambda _: None, keep=keep, air=air)


def heights(pages: list[list[Placed]]) -> list[list[int]]:
    """The rows' heights, page by page."""
    return [[placed.row.height for placed in page] for page in pages]


@pytest.fixture
def canvas() -> Canvas:
    """What a window of 1280 x 720 is written on."""
    pygame.font.init()
    return Renderer(pygame.Surface((1280, 720)), Settings(), bundled_folder("assets")).canvas


@given(st.lists(ROWS, max_size=30))
def test_every_row_is_on_a_page_once_and_within_it(rows: list[Row]) -> None:
    """In its order, below the one before; only a row higher than a page leaves it."""
    pages = into_pages(rows, AREA)
    placed = [place.row for page in pages for place in page]
    kept = [row for row in rows if not row.air]

    assert [row for row in placed if not row.air] == kept
    for page in pages:
        bottom = AREA.top
        for place in page:
            assert place.area.top == bottom
            bottom = place.area.bottom
            assert bottom <= AREA.bottom or place.row.height > AREA.height or place.row.air


def test_what_belongs_together_goes_to_the_next_page_together() -> None:
    """A headline never stands alone at the foot of a page."""
    rows = [a_row(220), a_row(50, keep=True), a_row(60)]

    assert heights(into_pages(rows, AREA)) == [[220], [50, 60]]


def test_what_is_too_high_to_stay_together_is_parted() -> None:
    """Rather than run over the foot."""
    rows = [a_row(200, keep=True), a_row(200)]

    assert heights(into_pages(rows, AREA)) == [[200], [200]]


def test_a_page_does_not_begin_with_air_and_turns_where_it_is_told(canvas: Canvas) -> None:
    """Air is for between."""
    writer = Writer(canvas, AREA.width, AREA.height, "")
    rows = [a_row(10, air=True), a_row(), writer.page(), a_row(10, air=True), a_row(50)]

    assert heights(into_pages(rows, AREA)) == [[40], [50]]


@pytest.mark.parametrize("room", range(60, 300, 7))
def test_no_line_of_a_paragraph_stays_alone(canvas: Canvas, room: int) -> None:
    """Neither its first at the foot of a page nor its last at the head of one."""
    writer = Writer(canvas, 300, 400, "")
    lines = [row for row in writer.text("one two three " * 9) if not row.air]
    pages = into_pages([a_row(room), *lines], Rect(0, 0, 300, 320))
    parts = [len([p for p in page if p.row in lines]) for page in pages]

    assert len(lines) >= 5
    assert 1 not in parts


def test_columns_stand_beside_each_other_where_there_is_room(canvas: Canvas) -> None:
    """And below each other where there is not, in the same order."""

    def one(writer: Writer) -> list[Row]:
        return writer.text("left")

    def other(writer: Writer) -> list[Row]:
        return writer.text("right")

    wide = into_pages(Writer(canvas, 1200, 600, "").columns((0.5, one), (0.5, other)), AREA)[0]
    narrow = into_pages(Writer(canvas, 500, 600, "").columns((0.5, one), (0.5, other)), AREA)[0]

    assert [place.area.top for place in wide if not place.row.air] == [AREA.top, AREA.top]
    tops = [place.area.top for place in narrow if not place.row.air]
    assert tops[0] < tops[1]


def test_nothing_to_say_takes_no_line(canvas: Canvas) -> None:
    """An empty paragraph is only air."""
    assert all(row.air for row in Writer(canvas, 500, 600, "").text(""))
