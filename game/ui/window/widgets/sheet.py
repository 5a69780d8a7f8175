"""The sheet: rows of text, choices and drawings, in columns and in pages that fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from pygame import Rect

from game.ship.attention_cost import Kind
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.theme import Colour

Draw = Callable[[Rect], None]
GAP = 1.6
"""Between two paragraphs, hundredths of the window's height."""


@dataclass(frozen=True, slots=True)
class Row:
    """What is never torn apart. height: pixels; choice: what pressing it means, or empty.

    keep: it stays on the page of the row after it. air: a page does not begin with it.
    turns: a new page begins after it. again: it heads every page until one turns. beside: rows that
    stand within it, each at its own place.
    """

    height: int
    draw: Draw
    choice: str = ""
    keep: bool = False
    air: bool = False
    turns: bool = False
    again: bool = False
    beside: tuple[Placed, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    row: Row
    area: Rect


class Writer:
    """Makes rows for a canvas, a width and the height of a page, pixels."""

    def __init__(self, canvas: Canvas, width: int, height: int, mark: str) -> None:
        self.canvas, self.width, self.height, self.mark = canvas, width, height, mark

    @property
    def is_wide(self) -> bool:
        return self.width >= self.canvas.vh(104) * self.canvas.type.scale

    def scaled(self, scale: float) -> Writer:
        """One that writes in letters of another text size."""
        return Writer(self.canvas.scaled(scale), self.width, self.height, self.mark)

    def columns(self, *parts: tuple[float, Writing]) -> list[Row]:
        """Parts side by side, each with its share of the width; below each other if need be.

        They leave room for a headline above them.
        """
        row = self.side_by_side(parts, 4, trim=True)
        headline = self.canvas.type.leading(Style.HEADLINE) + self.canvas.vh(GAP)
        if not self.is_wide or row.height > self.height - headline:
            return [row for _, write in parts for row in write(self)]
        return [row, self.gap()]

    def side_by_side(
        self, parts: Sequence[tuple[float, Writing]], gap: float, *, trim: bool = False
    ) -> Row:
        """Parts side by side, each with its share of the width; trim: without the air below."""
        between = self.canvas.vh(gap)
        room = self.width - between * (len(parts) - 1)
        left, placed = 0, []
        for share, write in parts:
            width, top = round(room * share), 0
            rows = write(Writer(self.canvas, width, self.height, self.mark))
            while trim and rows and rows[-1].air:
                rows.pop()
            for row in rows:
                placed.append(Placed(row, Rect(left, top, width, row.height)))
                top += row.height
            left += width + between
        height = max(place.area.bottom for place in placed)
        return Row(height, lambda _: None, beside=tuple(placed))

    def text(
        self, text: str, style: Style = Style.BODY, ink: Colour | None = None, keep: bool = False
    ) -> list[Row]:
        """A paragraph for each paragraph, a row for each line, and a gap; no line stays alone."""
        rows: list[Row] = []
        for paragraph in text.strip().split("\n\n"):
            if rows:
                rows.append(self.gap())
            lines = self.canvas.type.balanced(paragraph, style, self.width)
            for number, line in enumerate(lines, 1):
                holds = number in (1, len(lines) - 1) and number < len(lines)
                rows.append(self._line(line, style, ink, keep or holds))
        return [*rows, self.gap(keep)]

    def heading(self, text: str) -> list[Row]:
        """A headline that stays above what it heads, on further pages, too."""
        rows = self.text(text, Style.HEADLINE, keep=True)
        return [replace(row, again=True) for row in rows]

    def gap(self, keep: bool = False, share: float = GAP) -> Row:
        return Row(self.canvas.vh(share), lambda _: None, keep=keep, air=True)

    def speech(self, name: str, kind: Kind, text: str, picture: str = "") -> list[Row]:
        """What a voice says, beside its medal: its face, or by its kind, then name and words."""
        canvas, type_ = self.canvas, self.canvas.type
        leading = type_.leading(Style.BODY)
        medal = round(2.1 * leading)
        left = medal + canvas.vh(2.4)
        names = type_.wrap(name, Style.STRONG, self.width - left)
        lines = type_.balanced(text, Style.BODY, self.width - left)
        said = [*((line, Style.STRONG) for line in names), *((line, Style.BODY) for line in lines)]
        first = max(3, len(names) + 1)
        inks = {Style.STRONG: canvas.theme.ink(kind)}

        def draw(area: Rect) -> None:
            canvas.medal(kind, (area.left + medal / 2, area.top + medal / 2), medal, picture)
            for number, (line, style) in enumerate(said[:first]):
                at = (area.left + left, area.top + number * leading)
                canvas.line(line, style, at, inks.get(style))

        height = max(leading * len(said[:first]), medal + canvas.vh(0.6))
        more = [self._line(line, style, None, True, left) for line, style in said[first:]]
        *rows, last = Row(height, draw, keep=True), *more
        return [*rows, replace(last, keep=False), self.gap()]

    def signed(self, kind: Kind, text: str) -> list[Row]:
        """An order, behind the sign of its kind."""
        canvas, type_ = self.canvas, self.canvas.type
        size = type_.size(Style.STRONG) * 0.8
        left = round(size * 1.6)
        leading, ink = type_.leading(Style.STRONG), canvas.theme.ink(kind)
        first, *more = type_.wrap(text, Style.STRONG, self.width - left) or ("",)

        def draw(area: Rect) -> None:
            canvas.sign(kind, (area.left + size / 2, area.top + leading / 2), size)
            canvas.line(first, Style.STRONG, (area.left + left, area.top), ink)

        below = [self._line(line, Style.STRONG, ink, True, left) for line in more]
        return [Row(leading, draw, keep=True), *below, self.gap(keep=True)]

    def held(self, text: str, style: Style, width: int, besides: int = 0) -> tuple[str, ...]:
        """The lines of a text that stays in one row; what no page can hold of it is left out.

        besides: how much of the row's height is for other things, pixels.
        """
        lines = self.canvas.type.wrap(text, style, width) or ("",)
        most = max(1, (self.height - besides) // self.canvas.type.leading(style))
        return lines if len(lines) <= most else (*lines[: most - 1], f"{lines[most - 1][:-2]} …")

    def listing(self, text: str) -> list[Row]:
        """Lines of a file as they stand, so that carets point right; too long ones go on below."""
        fit = max(8, self.width // self.canvas.type.width("0", Style.CODE))
        return [
            self._line(line[start : start + fit], Style.CODE, None, False)
            for line in text.splitlines()
            for start in range(0, max(1, len(line)), fit)
        ]

    def page(self) -> Row:
        return Row(0, lambda _: None, air=True, turns=True)

    def on_pages(self, parts: Iterable[list[Row]]) -> list[Row]:
        """Each of these beginning on a page of its own."""
        rows: list[Row] = []
        for part in parts:
            rows += [self.page(), *part] if rows else part
        return rows

    def on_one_page(self, parts: Sequence[list[Row]]) -> list[Row]:
        """These below each other, if one page holds them all; otherwise a page for each."""
        rows = [row for part in parts for row in part]
        return rows if sum(row.height for row in rows) <= self.height else self.on_pages(parts)

    def pair(self, name: str, value: str) -> list[Row]:
        """A name at the left, its value at the right; below each other where there is no room."""
        type_, leading = self.canvas.type, self.canvas.type.leading(Style.BODY)
        before = type_.width(f"{name}  ", Style.BODY)
        fits = before + type_.width(value, Style.STRONG) <= self.width
        values = [value] if fits else type_.wrap(value, Style.STRONG, self.width)

        def draw(area: Rect) -> None:
            self.canvas.line(name, Style.BODY, area.topleft)
            for n, line in enumerate(reversed(values), 1):
                self.canvas.line_to(line, Style.STRONG, (area.right, area.bottom - n * leading))

        return [Row((len(values) + (not fits)) * leading, draw)]

    def entries(self, pairs: Sequence[tuple[str, str]]) -> list[Row]:
        """Names with what they mean beside them, or below them where there is no room."""
        type_ = self.canvas.type
        widest = max(type_.width(f"{name}   ", Style.STRONG) for name, _ in pairs)
        left = widest if self.is_wide else 0
        return [row for name, words in pairs for row in self._entry(name, words, left)]

    def _entry(self, name: str, words: str, left: int) -> list[Row]:
        type_, leading = self.canvas.type, self.canvas.type.leading(Style.BODY)
        lines = type_.wrap(words, Style.BODY, self.width - left)
        above = 0 if left else 1

        def draw(area: Rect) -> None:
            self.canvas.line(name, Style.STRONG, area.topleft)
            self.canvas.lines(lines, Style.BODY, (area.left + left, area.top + above * leading))

        return [Row(leading * (above + len(lines)), draw), self.gap(share=1.0)]

    def drawing(self, height: int, draw: Draw) -> list[Row]:
        return [Row(height, draw), self.gap()]

    def _line(self, line: str, style: Style, ink: Colour | None, keep: bool, left: int = 0) -> Row:
        def draw(area: Rect) -> None:
            self.canvas.line(line, style, (area.left + left, area.top), ink)

        return Row(self.canvas.type.leading(style), draw, keep=keep)


Writing = Callable[[Writer], list[Row]]


def into_pages(rows: Sequence[Row], area: Rect) -> list[list[Placed]]:
    """The rows placed on as many pages as they need; an area is a page."""
    pages: list[list[Placed]] = [[]]
    head: list[Row] = []
    top = area.top

    def put(row: Row) -> None:
        nonlocal top
        if row.air and not pages[-1]:
            return
        pages[-1] += _placed(row, Rect(area.left, top, area.width, row.height))
        top += row.height

    for group in _groups(rows, area.height):
        height = sum(row.height for row in group)
        if pages[-1] and top + height > area.bottom:
            pages.append([])
            top = area.top
            for row in head:
                put(row)
        for row in group:
            if row.turns:
                pages.append([])
                head, top = [], area.top
                continue
            if row.again:
                head.append(row)
            put(row)
    return [page for page in pages if any(not placed.row.air for placed in page)] or [[]]


def _placed(row: Row, area: Rect) -> list[Placed]:
    if not row.beside:
        return [Placed(row, area)]
    return [
        inner
        for part in row.beside
        for inner in _placed(part.row, part.area.move(area.left, area.top))
    ]


def _groups(rows: Sequence[Row], most: int) -> list[list[Row]]:
    """Rows that stay together, as long as they are no higher than a page, pixels."""
    groups: list[list[Row]] = []
    together = False
    for row in rows:
        if together and sum(above.height for above in groups[-1]) + row.height <= most:
            groups[-1].append(row)
        else:
            groups.append([row])
        together = row.keep
    return groups
