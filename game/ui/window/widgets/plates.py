"""Plates over the sea, and what lies below it: the pages of the stage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest

from pygame import Rect

from game.layout.order_plates import order_plates
from game.layout.speech import BESIDE, MEDAL, NAME, SIZE, Speech, speech_pages
from game.layout.stage import ABOVE, AIR, LEADING, SIDE, Stage
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.choices import Choice, order_plate, order_words_at
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.sheet import Placed, Row, Writer, Writing, into_pages
from game.voyage.view import Line

COLUMNS = (0.68, 0.5)
"""The shares that the first of two columns below the sea may have, the first that will do."""
SMALLER = (1.0, 0.9, 0.8)
"""How large text below the sea may be, the first that needs one page only."""


@dataclass(frozen=True, slots=True)
class Plate:
    area: Rect
    placed: tuple[Placed, ...]


Plates = tuple[Plate, ...]
"""Those that lie over the sea at once."""


@dataclass(frozen=True, slots=True)
class StagePage:
    over: Plates
    below: tuple[Placed, ...]

    @property
    def placed(self) -> list[Placed]:
        return [*(placed for plate in self.over for placed in plate.placed), *self.below]

    def draw(self, canvas: Canvas) -> None:
        for plate in self.over:
            canvas.label(plate.area)
        for placed in self.placed:
            placed.row.draw(placed.area)


def stage_pages(over: Sequence[Plates], below: Sequence[Sequence[Placed]]) -> list[StagePage]:
    """Pages with these plates and what lies below them; the shorter of both stays at its last."""
    last_over, last_below = over[-1] if over else (), below[-1] if below else ()
    pages = zip_longest(over, below)
    return [
        StagePage(
            last_over if plates is None else plates,
            tuple(last_below if placed is None else placed),
        )
        for plates, placed in pages
    ]


class StageWriter:
    """Makes pages for a stage. mark: the choice that is marked."""

    def __init__(self, canvas: Canvas, stage: Stage, mark: str) -> None:
        self.canvas, self.stage, self._mark = canvas, stage, mark
        vh, inner = canvas.vh, canvas.box(stage.plates)
        inner = inner.inflate(-2 * vh(SIDE), -2 * vh(ABOVE))
        self._inner = inner
        self.over = Writer(canvas, inner.width, inner.height, mark)
        """Writes on plates over the sea."""
        below = canvas.box(stage.below)
        self._below = below.inflate(-2 * vh(SIDE), 0)
        self.below = Writer(canvas, self._below.width, self._below.height, mark)
        """Writes below the sea."""

    def plates(self, parts: Iterable[list[Row]]) -> list[Plates]:
        """A plate for each of these, below each other, on as many pages as they need."""
        pages: list[list[Plate]] = []
        top = self._inner.bottom
        for rows in parts:
            for placed in into_pages(_trimmed(rows), self._inner):
                if not placed:
                    continue
                high = max(place.area.bottom for place in placed) - self._inner.top
                if not pages or top + high > self._inner.bottom:
                    pages.append([])
                    top = self._inner.top
                pages[-1].append(self._plate(placed, top, high))
                top += high + self.canvas.vh(2 * ABOVE + AIR)
        return [tuple(page) for page in pages]

    def _plate(self, placed: Sequence[Placed], top: int, high: int) -> Plate:
        by, vh = top - self._inner.top, self.canvas.vh
        moved = tuple(Placed(place.row, place.area.move(0, by)) for place in placed)
        area = Rect(self._inner.left, top, self._inner.width, high)
        return Plate(area.inflate(2 * vh(SIDE), 2 * vh(ABOVE)), moved)

    def pages(self, rows: list[Row]) -> list[list[Placed]]:
        """Text below the sea, on as many pages as it needs."""
        return into_pages(rows, self._below)

    def flowing(
        self, parts: Sequence[Writing], head: Sequence[Row] = (), *, may_shrink: bool = False
    ) -> list[list[Placed]]:
        """Paragraphs below the sea, in two columns if that saves a page.

        head: what stands above them. may_shrink: whether smaller letters may save one, too; those
        that somebody has enlarged stay as they are.
        """
        several = []
        for scale in SMALLER if may_shrink and self.canvas.type.scale == 1 else SMALLER[:1]:
            writer = self.below.scaled(self.canvas.type.scale * scale)
            single = self.pages([*head, *_all_of(writer, parts)])
            if len(single) == 1:
                return single
            for share in COLUMNS:
                row = self._columns(writer, parts, share, sum(row.height for row in head))
                if row:
                    return self.pages([*head, row])
            several.append(single)
        return min(several, key=len)

    def _columns(
        self, writer: Writer, parts: Sequence[Writing], share: float, above: int
    ) -> Row | None:
        """Two columns that hold all parts, the first with this share. above: taken, pixels."""
        first = Writer(writer.canvas, round(share * writer.width), writer.height, "")
        room, fitting = writer.height - above, 0
        for write in parts:
            room -= sum(row.height for row in _trimmed(write(first)))
            if room < 0:
                break
            room -= first.gap().height
            fitting += 1
        if not 0 < fitting < len(parts):
            return None
        left, right = (partial(_all_of, parts=some) for some in (parts[:fitting], parts[fitting:]))
        row = writer.side_by_side(((share, left), (1 - share, right)), 4, trim=True)
        return row if row.height <= writer.height - above else None

    def speeches(self, lines: Sequence[Line]) -> list[Plates]:
        """What voices say, a plate each."""
        said = [(line.name, line.text) for line in lines]
        laid = speech_pages(said, self.stage, self.canvas.type.scale) if said else []
        return [
            plates
            for page in laid
            for plates in self.plates([self._speech(lines[part.voice], part)] for part in page)
        ]

    def _speech(self, line: Line, part: Speech) -> Row:
        canvas = self.canvas.scaled(part.size / SIZE)
        name = self.canvas.scaled(part.size * NAME / Style.LABEL.value[1])
        medal, leading = canvas.vh(MEDAL), LEADING * canvas.type.size(Style.BODY)
        left, raised = medal + canvas.vh(BESIDE), canvas.type.raised(Style.BODY, leading)

        def draw(area: Rect) -> None:
            middle = area.left + medal / 2, area.top + medal / 2
            canvas.medal(line.speaks_for, middle, medal, line.picture)
            ink = canvas.theme.ink(line.speaks_for)
            name.line(part.name, Style.LABEL, (area.left + left, area.top), ink)
            for number, words in enumerate(part.lines):
                x = area.left + (left if number < part.beside else 0)
                y = round(area.top + (NAME + number) * leading - raised)
                canvas.line(words, Style.BODY, (x, y))

        return Row(canvas.vh(part.height - 2 * ABOVE), draw)

    def orders(self, choices: Sequence[Choice]) -> list[Placed]:
        """All orders on one page, each on its plate below the sea."""
        canvas = self.canvas.scaled(1.0)
        offered = [choice.order for choice in choices if choice.order]
        left = order_words_at(canvas, offered)
        labels = [choice.label for choice in choices]
        tag = 100 * left / canvas.area.height
        laid = order_plates(labels, self.stage, self.canvas.type.scale, tag)
        placed = []
        for choice, lines, box in zip(choices, laid.labels, laid.areas, strict=True):
            is_marked, area = choice.id == self._mark, canvas.box(box)
            draw = order_plate(canvas, choice, lines, laid.size, left, is_marked=is_marked)
            placed.append(Placed(Row(area.height, draw, choice.id), area))
        return placed

    def beneath(self, orders: Sequence[Placed], text: str) -> list[Placed]:
        """A small text below the orders; nothing where there is no room for it."""
        top = orders[-1].area.bottom + self.canvas.vh(2 * AIR)
        placed: list[Placed] = []
        for row in _trimmed(self.below.text(text, Style.SMALL)):
            area = Rect(self._below.left, top, self._below.width, row.height)
            placed.append(Placed(row, area))
            top += row.height
        return placed if top <= self._below.bottom else []


def _all_of(writer: Writer, parts: Sequence[Writing]) -> list[Row]:
    return [row for write in parts for row in write(writer)]


def _trimmed(rows: list[Row]) -> list[Row]:
    """Without the air below."""
    while rows and rows[-1].air:
        rows = rows[:-1]
    return rows
