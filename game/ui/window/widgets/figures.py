"""Figures: a gauge that moved, from what to what, and a word for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pygame import Rect

from game.i18n import N_, _
from game.ui.window.widgets.fonts import Fonts, Style
from game.ui.window.widgets.sheet import Row, Writer
from game.voyage.view import Change

NUMBER = re.compile(r"\d+")
WORDS = (N_("better"), N_("worse"))
"""Words that room is kept for."""


@dataclass(frozen=True, slots=True)
class Widths:
    """What the figures of one size take, pixels. all: of them, beside each other."""

    name: Style
    figure: Style
    words: int
    values: int
    gap: int
    all: int


def counted(change: Change, share: float) -> str:
    """The figure after, on its way from that before; share: how far it is, 0 to 1."""
    numbers = [NUMBER.findall(figure) for figure in (change.before, change.after)]
    if share >= 1 or any(len(found) != 1 for found in numbers):
        return change.after
    before, after = (int(found[0]) for found in numbers)
    return NUMBER.sub(str(round(before + (after - before) * share)), change.after)


def moved_rows(writer: Writer, change: Change, share: float = 1.0) -> list[Row]:
    """Its name, before, an arrow, after, and better or worse.

    share: how far its figure has counted, 0 to 1; the word comes last. In smaller letters where
    that has no room in one line; else the name stands above.
    """
    canvas, type_ = writer.canvas, writer.canvas.type
    degrees = " " + _("degrees")
    figures = change.before, counted(change, share)
    before, after = (figure.replace(degrees, "°") for figure in figures)
    usual, small = (
        _widths(type_, name, figure)
        for name, figure in ((Style.BODY, Style.STRONG), (Style.SMALL, Style.LABEL))
    )

    if usual.all > writer.width and type_.scale > 1:
        return moved_rows(writer.scaled(1.0), change, share)

    def fits(widths: Widths) -> bool:
        return type_.width(f"{change.label} ", widths.name) + widths.all <= writer.width

    at = usual if fits(usual) else small
    leading = type_.leading(at.name)
    ink = {"better": canvas.theme.better, "worse": canvas.theme.worse}.get(change.word)

    def draw(area: Rect) -> None:
        canvas.line(change.label, at.name, area.topleft)
        y, right = area.bottom - leading, area.right if fits(at) else area.left + at.all
        if share >= 1:
            canvas.line(_(change.word), at.figure, (right - at.words, y), ink)
        canvas.line_to(after, at.figure, (right - at.words - at.gap, y), ink)
        middle = right - at.words - at.gap - at.values - at.gap // 3
        arrow_ink = ink or canvas.theme.text
        canvas.arrow(change.by > 0, (middle, y + leading / 2), at.gap * 0.7, arrow_ink)
        canvas.line_to(before, at.figure, (middle - at.gap, y), ink)

    return [Row(leading if fits(at) else 2 * leading, draw)]


def longer(writer: Writer) -> float:
    """How much more of the width words for what moved need than in English, 0 to 1."""
    spoken, english = (_widest(writer.canvas.type, w, Style.STRONG) for w in (map(_, WORDS), WORDS))
    return (spoken - english) / writer.width


def _widths(type_: Fonts, name: Style, figure: Style) -> Widths:
    words, values = _widest(type_, map(_, WORDS), figure), type_.width("100 %", figure)
    gap = round((0.7 if figure is Style.STRONG else 0.5) * type_.size(figure))
    return Widths(name, figure, words, values, gap, words + 2 * values + 3 * gap)


def _widest(type_: Fonts, words: Iterable[str], style: Style) -> int:
    return max(type_.width(word, style) for word in words)
