"""The table of widths: made from the shipped faces, and true to what pygame draws."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pygame
import pytest
from pygame.font import Font

from game.layout.characters import drawable
from game.layout.pages import WINDOWS, Slot
from game.layout.widths import TABLE, width
from game.scenario.loading.shelf import scenarios
from game.scenario.model.texts import texts_of
from game.scenario.translation.translation import translate_scenario
from game.ui.languages import LANGUAGES
from game.ui.window.widgets.fonts import Fonts, Style
from tests.fonts import FONTS, table

TOLERANCE = 1.03
"""How much wider a line may be drawn than its column is."""
STYLES = (Style.HEADLINE, Style.ORDER, Style.BODY, Style.STRONG, Style.SMALL)


def shipped_texts() -> Iterator[str]:
    """Every text of every scenario, in every language."""
    for loaded in scenarios():
        for language in LANGUAGES:
            yield from texts_of(translate_scenario(loaded, language).scenario).values()


TEXTS = sorted(set(shipped_texts()))


def test_the_table_is_that_of_the_shipped_faces() -> None:
    """`python -m tests.fonts` makes it anew."""
    assert json.loads(TABLE.read_text(encoding="utf-8")) == table()


@pytest.mark.parametrize("window", WINDOWS, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_every_shipped_text_breaks_where_check_says_and_has_room(
    style: Style, window: tuple[int, int]
) -> None:
    """Lines are broken by the table; as pygame draws them, none leaves its column visibly."""
    pygame.font.init()
    type_ = Fonts(FONTS, window[1], 1.0)
    slot = Slot(*style.value, lines=3, taken=25.5)
    column, room = slot.column(window), slot.room(window)

    for text in TEXTS:
        lines = column.lines(text)
        assert type_.wrap(text, style, room) == lines
        assert max(type_.width(line, style) for line in lines) <= room * TOLERANCE


def test_a_line_of_several_faces_is_as_wide_as_its_parts() -> None:
    """Letters that the game's own face lacks are measured in the face that draws them."""
    pygame.font.init()
    parts = (("Anker ", "AtkinsonHyperlegibleNext-Regular"), ("якорь", "NotoSans-Regular"))
    drawn = sum(Font(FONTS / f"{name}.ttf", 200).size(text)[0] for text, name in parts)

    assert width(drawable("Anker якорь"), "Next-Regular") * 200 == pytest.approx(drawn, rel=0.03)
